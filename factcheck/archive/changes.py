"""The changes that one call made to an archive, and the contents of an archive."""

from __future__ import annotations

from pydantic import ConfigDict

from factcheck.record import Name, Record
from factcheck.results import Group, Verdict


class VerdictChange(Record):
    """A group whose verdict is another than `before`."""

    model_config = ConfigDict(defer_build=True)

    group: Group
    before: Verdict


class ArchiveChange(Record):
    """The changes made by adding articles, or by a decision.

    `added`, `replaced` and `unchanged` are ids, in the archive, of the articles handed over: new
    ones, later versions of one that was there, and those that stood there word for word. `new` are
    groups that were not there, `turned` those with another verdict than before, and `conflicts`
    those whose two deciding answers were in no conflict before, each the gravest first. `gone` are
    the ids of groups that are no more. `notes` say what was concluded of the articles, which of
    them are left out, and which of the decisions given have no effect.
    """

    model_config = ConfigDict(defer_build=True)

    added: tuple[Name, ...] = ()
    replaced: tuple[Name, ...] = ()
    unchanged: tuple[Name, ...] = ()
    new: tuple[Group, ...] = ()
    turned: tuple[VerdictChange, ...] = ()
    conflicts: tuple[Group, ...] = ()
    gone: tuple[Name, ...] = ()
    notes: tuple[str, ...] = ()


class ArchiveStatus(Record):
    """How much an archive holds. `versions` counts former versions too, and `latest` is the day
    and time of the last article that came in, `None` for an empty archive. `read_by` names the
    versions of the package that read the articles, and `version` that of the file."""

    articles: int
    versions: int
    stories: int
    claims: int
    groups: int
    conflicts: int
    decisions: int
    latest: str | None
    read_by: tuple[str, ...]
    version: int
