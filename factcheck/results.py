"""The results of `reconcile`: groups of claims that answer one question, and the verdicts on
them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import ConfigDict, Field

from factcheck.decisions import Corrections, Decision
from factcheck.kinds import AnyClaim, Kind
from factcheck.methods import call, write
from factcheck.models import Article
from factcheck.policy import Policy
from factcheck.record import Figure, Name, Record

if TYPE_CHECKING:
    import altair
    import pandas
    import polars


class Verdict(StrEnum):
    """The result of comparing the claims of a group, the mildest first."""

    SINGLE = "single"
    AGREE = "agree"
    COMPATIBLE = "compatible"
    TENSION = "tension"
    UPDATE = "update"
    CONFLICT = "conflict"


class Relation(StrEnum):
    """How two answers to one question compare: the first of the list that holds."""

    SAME_FIGURE = "same figure"
    SAME_CONVERTED = "same after conversion"
    SAME_ROUNDED = "same after rounding"
    WITHIN = "inside the bound, hedge or range"
    DECIDED = "earlier state by decision"
    CORRECTED = "withdrawn by the text"
    TOLD_CHANGE = "change told by the text"
    LATER_COUNT = "later count of a rising figure"
    MOVED_ON = "figures of different days"
    OTHER_PERIOD = "figures of different periods"
    PRELIMINARY = "told as preliminary"
    READ_APART = "both possible, but read differently"
    JUST_MISSED = "bounds that just miss each other"
    ORDER_UNKNOWN = "something that moves, in an order that is not told"
    ONE_STORY = "one story gives both"
    ALTERED_COPY = "figure altered in a copied sentence"
    SUM_FAILS = "figures of one article that do not add up"
    CONTRADICTION = "cannot both be true"
    NOT_COMPARED = "not comparable"


class Confidence(StrEnum):
    """How sure it is that the claims of a group answer one question, the surest first.

    A conflict is `sure` or `likely`: its two sides are positively identified as one thing.
    """

    SURE = "sure"
    LIKELY = "likely"
    POSSIBLE = "possible"

    @property
    def doubt(self) -> int:
        """Its place from the surest, 0, to the least sure."""
        return tuple(Confidence).index(self)


class Pair(Record):
    """Two claims of a group compared. `left` and `right` are claim ids, `reason` is in words."""

    left: Name
    right: Name
    relation: Relation
    verdict: Verdict
    reason: str


class Origin(Record):
    """One independent source of a group's claims: articles that print one wire text are one origin.

    `claims` are ids. `evidence` says in words why several articles were taken for one, and is
    empty for a single article. `credits` are the agencies that its articles name as a source
    and `speakers` the people quoted: they hint at a shared source, but are kept apart from the
    evidence of the text and merge nothing.
    """

    articles: tuple[Name, ...]
    claims: tuple[Name, ...]
    evidence: str = ""
    credits: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()


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
    """The weakest link between two claims of a group, by which they were taken to answer one
    question.

    `weight` is in bits of evidence; `reasons` name the features compared, in words.
    """

    left: Name
    right: Name
    weight: float
    reasons: tuple[str, ...]


class Cluster(Record):
    """The claims that were taken to answer one question, before they are judged.

    `id` stays the same when articles are added, `label` names the question in words.
    """

    model_config = ConfigDict(defer_build=True)

    id: Name
    label: str
    kind: Name
    claims: Annotated[tuple[AnyClaim, ...], Field(min_length=1)]
    confidence: Confidence = Confidence.SURE
    weakest_link: Link | None = None


class Possible(Record):
    """Claims with differing answers that may be to one question, or to two that sound alike.

    `question` names what would be asked, `fits` says in words which slots of the two likeliest fit
    and `open` which are open or differ. Where `fits` is empty only their sort speaks for it, and it
    is not printed. The first claim of each answer is the one that fits best. It is a question to
    the desk, never a conflict.
    """

    model_config = ConfigDict(defer_build=True)

    question: str
    kind: Name
    claims: Annotated[tuple[AnyClaim, ...], Field(min_length=2)]
    fits: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


class Group(Record):
    """The claims that answer one question, with the verdict and its reason.

    `pairs` compares each answer with each other one (claims that say the same are compared once),
    and the verdict follows from them alone. `deciding` names the two claims whose quotes settle it.
    `spread` is the largest figure over the smallest ("6.3 times"), `median` the middle one of the
    positions; both are `None` for dates, and the first for temperatures, magnitudes and ranks.
    `confidence` says how sure it is that the claims answer one question, and `weakest_link` why;
    that is `None` for a group of one claim. `decisions` are those of an editor, or of a program,
    that name a claim of it. `inside_one_story` says that a conflict is one story's with itself,
    which its own desk mends.
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
    pairs: tuple[Pair, ...] = ()
    deciding: tuple[Name, ...] = ()
    spread: Decimal | None = None
    median: Decimal | None = None
    confidence: Confidence = Confidence.SURE
    weakest_link: Link | None = None
    decisions: tuple[Decision, ...] = ()
    inside_one_story: bool = False

    @property
    def unsure(self) -> bool:
        """Whether it is a possible agreement: the same figure or day, or such as fit each other,
        where the articles do not say whether they are of one thing."""
        agrees = self.verdict in (Verdict.AGREE, Verdict.COMPATIBLE)
        return agrees and self.confidence is Confidence.POSSIBLE

    def chart(self, *, over_time: bool = False) -> altair.LayerChart:
        """The positions on one line as an Altair chart; `over_time`, the change that is stated.

        One dot stands for each origin, faint ones for its copies; a hedge or range is a stretch,
        a bound an arrow. Raises `InputError` where there is nothing to draw, and
        `MissingExtraError` without the extra `report`.
        """
        drawn: altair.LayerChart = call("Group.chart", self, over_time=over_time)
        return drawn

    def _repr_html_(self) -> str | None:
        fragment: str | None = call("Group._repr_html_", self)
        return fragment


def group_of_each(groups: Iterable[Group]) -> dict[str, Group]:
    """The group of each claim, by its id; the gravest where it is in two, since figures that do not
    add up are a group beside their own."""
    found: dict[str, Group] = {}
    for group in groups:
        for claim in group.claims:
            found.setdefault(claim.id, group)
    return found


class Report(Record):
    """Every claim of a batch of articles, and every group; conflicts first, gravest first.

    `possible` are the possible questions, the likeliest first: never a conflict. `decisions` are
    those that hold of these articles, second opinions among them. `notes` say what the reader of
    the report should know of the input: a date of publication that was inferred, and from what; a
    decision that matches nothing any more. `glossary` is the command that prints the definitions of
    the words of a report.
    """

    model_config = ConfigDict(defer_build=True)

    articles: tuple[Article, ...]
    claims: tuple[AnyClaim, ...]
    groups: tuple[Group, ...]
    possible: tuple[Possible, ...] = ()
    decisions: tuple[Decision, ...] = ()
    notes: tuple[str, ...] = ()
    glossary: str = "factcheck words"

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        """The fields to print of a report: the number of articles, claims and groups, since a
        report itself is for `print_report` and the page."""
        for name in type(self).model_fields:
            if name != "glossary":
                yield name, len(getattr(self, name))
        yield "conflicts", len(self.conflicts)

    def update(
        self,
        articles: Iterable[object],
        *,
        policy: Policy | None = None,
        kinds: Sequence[Kind] | None = None,
        corrections: Corrections | str | PathLike[str] | None = None,
    ) -> Report:
        """The report on these articles and more: what reconciling all at once would give.

        Groups keep their ids, since a group is named after its first claim. Pass the policy,
        kinds and corrections that the report was made with. Raises `InputError` as `reconcile`
        does, also for an article whose id the report holds already.
        """
        updated: Report = call(
            "Report.update", self, articles, policy=policy, kinds=kinds, corrections=corrections
        )
        return updated

    @property
    def conflicts(self) -> tuple[Group, ...]:
        """The groups whose sources contradict each other, gravest first."""
        return tuple(group for group in self.groups if group.verdict is Verdict.CONFLICT)

    def only(
        self,
        *,
        kinds: Sequence[str] = (),
        outlets: Sequence[str] = (),
        place: str | None = None,
        confidence: Confidence | None = None,
        across_outlets: bool = False,
    ) -> Report:
        """The report cut down to what fits all that is asked: groups of these `kinds`, with a
        claim of one of these `outlets` and of the `place` (some of its words will do), that are
        at least as sure as `confidence`, and with `across_outlets` those that two outlets answer.

        Every article stays. Raises `InputError` for a kind or an outlet that is not in the report.
        """
        narrowed: Report = call(
            "Report.only",
            self,
            kinds=kinds,
            outlets=outlets,
            place=place,
            confidence=confidence,
            across_outlets=across_outlets,
        )
        return narrowed

    def to_html(self, path: str | PathLike[str]) -> Path:
        """Writes the report as one page of HTML that needs no network; returns its path.

        Raises `MissingExtraError` without the extra `report`, `OSError` where `path` cannot be
        written.
        """
        return write("Report.to_html", self, path)

    def to_pandas(self) -> pandas.DataFrame:
        """One row for each claim, with its group, verdict, article and figures.

        Raises `MissingExtraError` without the extra `dataframes`.
        """
        frame: pandas.DataFrame = call("Report.to_pandas", self)
        return frame

    def to_polars(self) -> polars.DataFrame:
        """As `to_pandas`, for polars."""
        frame: polars.DataFrame = call("Report.to_polars", self)
        return frame

    def to_csv(self, path: str | PathLike[str]) -> Path:
        """Writes a row for each claim; returns the path. Fields are safe for a spreadsheet.

        Raises `OSError` where `path` cannot be written, and `InputError` where it holds anything
        but an earlier one, as all that write.
        """
        return write("Report.to_csv", self, path)

    def to_json_lines(self, path: str | PathLike[str]) -> Path:
        """Writes a JSON object on a line for each claim; returns the path."""
        return write("Report.to_json_lines", self, path)

    def to_json_ld(self, path: str | PathLike[str]) -> Path:
        """Writes schema.org claims as JSON-LD that may stand in a script element of a page;
        returns the path."""
        return write("Report.to_json_ld", self, path)

    def to_annotations(self, path: str | PathLike[str], *, utf16: bool = False) -> Path:
        """Writes a W3C Web Annotation for each claim; returns the path. `utf16` counts offsets
        as JavaScript does, not in characters."""
        return write("Report.to_annotations", self, path, utf16=utf16)

    def to_sqlite(self, path: str | PathLike[str]) -> Path:
        """Writes a database, and a `metadata.json` for Datasette beside it; returns the path.

        Raises `InputError` where `path` holds anything but an earlier report.
        """
        return write("Report.to_sqlite", self, path)

    def _repr_html_(self) -> str | None:
        fragment: str | None = call("Report._repr_html_", self)
        return fragment
