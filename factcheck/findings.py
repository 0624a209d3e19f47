"""What `reconcile` hands back: groups of claims that answer one question, and the verdict on each."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field

from factcheck.kinds import AnyClaim
from factcheck.models import Article, Figure, Name, Record


class Verdict(StrEnum):
    """What comes of comparing the claims of a group, the mildest first."""

    SINGLE = "single"
    AGREE = "agree"
    COMPATIBLE = "compatible"
    TENSION = "tension"
    UPDATE = "update"
    CONFLICT = "conflict"


class Origin(Record):
    """One independent source of a group's claims: articles that print one wire text are one origin.

    `claims` are ids. `evidence` says in words why several articles were taken for one, and is
    empty for a single article.
    """

    articles: tuple[Name, ...]
    claims: tuple[Name, ...]
    evidence: str = ""


class Position(Record):
    """One answer to the question of a group, and who holds it.

    `low` and `high` are the figures as written, or the first and last day of a date claim.
    `claims` are ids, `publishers` the outlets in the order of the batch, `speakers` who is
    quoted for it, `origins` the number of independent origins, `as_of` the earliest day for
    which it is given.
    """

    answer: Name
    low: Annotated[Figure | date | None, Field(union_mode="left_to_right")]
    high: Annotated[Figure | date | None, Field(union_mode="left_to_right")]
    claims: tuple[Name, ...]
    publishers: tuple[str, ...]
    speakers: tuple[str, ...] = ()
    origins: int
    as_of: date | None = None


class Link(Record):
    """Why two claims of a group were taken to answer one question: their weakest tie.

    `weight` is in bits of evidence; `reasons` name the features compared, in words.
    """

    left: Name
    right: Name
    weight: float
    reasons: tuple[str, ...]


class Group(Record):
    """The claims that answer one question, what comes of comparing them, and why.

    `deciding` names the two claims whose quotes settle the verdict. `spread` is the largest
    figure over the smallest ("6.3 times"), `median` the middle one of the positions; both
    are `None` for dates. `weakest_link` is `None` for a group of one claim.
    """

    model_config = ConfigDict(defer_build=True)

    id: Name
    label: str
    kind: Name
    claims: tuple[AnyClaim, ...]
    verdict: Verdict
    explanation: str
    origins: tuple[Origin, ...]
    positions: tuple[Position, ...]
    deciding: tuple[Name, ...] = ()
    spread: Decimal | None = None
    median: Decimal | None = None
    weakest_link: Link | None = None


class Report(Record):
    """Every claim of a batch of articles, and every group; conflicts first, gravest first.

    `notes` tell what the reader of the report should know of the input: a date of
    publication that was inferred, and from what.
    """

    model_config = ConfigDict(defer_build=True)

    articles: tuple[Article, ...]
    claims: tuple[AnyClaim, ...]
    groups: tuple[Group, ...]
    notes: tuple[str, ...] = ()

    @property
    def conflicts(self) -> tuple[Group, ...]:
        """The groups whose sources contradict each other, gravest first."""
        return tuple(group for group in self.groups if group.verdict is Verdict.CONFLICT)
