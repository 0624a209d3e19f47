"""Score a report against the known truth of a bundle: how much was found, and why the rest was
missed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields
from enum import StrEnum

from factcheck.kinds import EventDate, EventTime
from factcheck.models import Claim, Part
from factcheck.record import Name, Record
from factcheck.results import Report, Verdict
from factcheck.testing.known import KnownBundle, KnownClaim, KnownGroup


class Cause(StrEnum):
    """Why a group was missed or misjudged: the first of the list that holds."""

    NOT_READ = "a claim was not read"
    MISREAD = "a claim was read as another figure or day"
    SPLIT = "its claims stand in several groups"
    MERGED = "it is mixed with claims of another question"
    MISJUDGED = "the verdict is another one"
    FALSE_CONFLICT = "a conflict where there is none"
    LOOKALIKES = "two look-alikes are in one conflict"


class Failure(Record):
    """One thing that a report got wrong. `relation` is how the answers were made to differ."""

    cause: Cause
    question: Name
    relation: str
    detail: str


@dataclass(frozen=True, slots=True)
class BundleScore:
    """Counts of what was expected and what was found; scores of several bundles add up.

    A group is *found* where one group of the report holds all of its claims and no claim of
    another known question. Its *verdict* is that of the report's group which holds most of its
    claims. A conflict of the report is *false* where no two of its claims are known to
    contradict each other. `origins` counts the groups found whose independent origins were
    reported.
    """

    groups: int = 0
    found: int = 0
    verdicts: int = 0
    conflicts: int = 0
    conflicts_found: int = 0
    reported: int = 0
    false_conflicts: int = 0
    lookalikes: int = 0
    lookalikes_in_conflict: int = 0
    origins: int = 0
    origins_right: int = 0
    failures: tuple[Failure, ...] = ()

    def __add__(self, other: BundleScore) -> BundleScore:
        return BundleScore(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def found_share(self) -> float:
        """Expected groups found, as a share; 1 where nothing was expected."""
        return self.found / self.groups if self.groups else 1.0

    @property
    def verdict_share(self) -> float:
        """Expected groups with a right verdict, as a share."""
        return self.verdicts / self.groups if self.groups else 1.0

    @property
    def false_share(self) -> float:
        """False conflicts as a share of the conflicts reported; 0 where none is reported."""
        return self.false_conflicts / self.reported if self.reported else 0.0


def score(bundle: KnownBundle, report: Report) -> BundleScore:
    """Compares a report on `bundle.articles` with what is known of them."""
    placement = _Placement(bundle, report)
    failures: list[Failure] = []
    found = verdicts = origins = origins_right = conflicts_found = 0
    for group in bundle.groups:
        homes = placement.homes(group)
        cause = placement.cause(group, homes)
        home = Counter(h for h in homes if h is not None).most_common(1)
        verdict = report.groups[home[0][0]].verdict if home else None
        right = verdict is not None and verdict in (group.verdict, *group.also_right)
        verdicts += right
        conflicts_found += right and group.verdict is Verdict.CONFLICT
        whole = cause in (None, Cause.MISREAD)
        found += whole
        if cause is None and group.origins is not None:
            origins += 1
            origins_right += len(report.groups[home[0][0]].origins) == group.origins
        if cause is not None or not right:
            failures.append(
                Failure(
                    cause=cause or Cause.MISJUDGED,
                    question=group.question,
                    relation=group.relation,
                    detail=placement.found_in(group, verdict),
                )
            )
    false = placement.false_conflicts()
    together = placement.lookalikes_in_conflict()
    return BundleScore(
        groups=len(bundle.groups),
        found=found,
        verdicts=verdicts,
        conflicts=sum(group.verdict is Verdict.CONFLICT for group in bundle.groups),
        conflicts_found=conflicts_found,
        reported=len(report.conflicts),
        false_conflicts=len(false),
        lookalikes=len(bundle.apart),
        lookalikes_in_conflict=len(together),
        origins=origins,
        origins_right=origins_right,
        failures=(*failures, *false, *together),
    )


class _Placement:
    """The known claims of a bundle placed in a report."""

    def __init__(self, bundle: KnownBundle, report: Report) -> None:
        self.bundle = bundle
        self.report = report
        self.articles = {article.id: article for article in bundle.articles}
        self.texts = {article.id: article.text for article in bundle.articles}
        self._by_article: defaultdict[str, list[tuple[int, Claim]]] = defaultdict(list)
        for at, group in enumerate(report.groups):
            for claim in group.claims:
                if claim.part is Part.TITLE:
                    continue  # what is known of a bundle stands in its texts
                self._by_article[claim.article_id].append((at, claim))
        self._questions: defaultdict[int, set[str]] = defaultdict(set)
        for known in bundle.groups:
            for home in self.homes(known):
                if home is not None:
                    self._questions[home].add(known.question)

    def homes(self, group: KnownGroup) -> list[int | None]:
        """For each claim of a group the index of the report's group that holds it."""
        return [None if (read := self.read(claim)) is None else read[0] for claim in group.claims]

    def read(self, known: KnownClaim) -> tuple[int, Claim] | None:
        """The claim of the report at the place of a known one, and the index of its group."""
        candidates = [
            (at, claim)
            for at, claim in self._by_article[known.article_id]
            if claim.span.overlaps(known.span) and _of_sort(claim, known)
        ]
        # Of several the one that reads the figure right, else the first.
        right = [found for found in candidates if _reads(found[1], known)]
        return next(iter(right or candidates), None)

    def cause(self, group: KnownGroup, homes: Sequence[int | None]) -> Cause | None:
        """The cause for which a group is not found as it should be; `None` where it is."""
        if None in homes:
            return Cause.NOT_READ
        if len(set(homes)) > 1:
            return Cause.SPLIT
        if any(home is not None and len(self._questions[home]) > 1 for home in homes):
            return Cause.MERGED
        for known in group.claims:
            read = self.read(known)
            if read is not None and not _reads(read[1], known):
                return Cause.MISREAD
        return None

    def false_conflicts(self) -> list[Failure]:
        """The conflicts of the report that hold no two claims which contradict each other."""
        real = {
            home
            for group in self.bundle.groups
            if group.verdict is Verdict.CONFLICT
            for home, times in Counter(self._contradicting(group)).items()
            if times > 1
        }
        return [
            Failure(
                cause=Cause.FALSE_CONFLICT,
                question=group.label,
                relation="",
                detail="; ".join(f"{c.article_id}: {self._sentence(c)}" for c in group.claims),
            )
            for at, group in enumerate(self.report.groups)
            if group.verdict is Verdict.CONFLICT and at not in real
        ]

    def _contradicting(self, group: KnownGroup) -> list[int]:
        """The indices of the report's groups with a group's claims, each answer counted once a
        group."""
        homes = {
            (home, claim.low, claim.high, claim.day, claim.clock)
            for claim, home in zip(group.claims, self.homes(group), strict=True)
            if home is not None
        }
        return [home for home, *_ in homes]

    def lookalikes_in_conflict(self) -> list[Failure]:
        """The pairs that must stay apart and are shown as a conflict."""
        found = []
        for left, right in self.bundle.apart:
            one, other = self.read(left), self.read(right)
            if one is None or other is None or one[0] != other[0]:
                continue
            group = self.report.groups[one[0]]
            if group.verdict is Verdict.CONFLICT:
                detail = f"{self._sentence(one[1])} | {self._sentence(other[1])}"
                found.append(
                    Failure(
                        cause=Cause.LOOKALIKES, question=group.label, relation="", detail=detail
                    )
                )
        return found

    def found_in(self, group: KnownGroup, verdict: Verdict | None) -> str:
        """The claims of a group in their sentences, with their values, for a human reader."""
        lines = [f"wants {group.verdict.value}, has {verdict.value if verdict else 'nothing'}"]
        for known in group.claims:
            read = self.read(known)
            what = "not read" if read is None else f"group {read[0]}: {_answer(read[1])}"
            lines.append(f"{known.article_id} [{what}] {self._around(known)}")
        return "\n".join(lines)

    def _around(self, known: KnownClaim) -> str:
        """The line around a known claim, with the claim in brackets."""
        text = self.texts[known.article_id]
        start = text.rfind("\n", 0, known.span.start) + 1
        end = text.find("\n", known.span.end)
        end = len(text) if end < 0 else end
        low, high = max(start, known.span.start - 90), min(end, known.span.end + 90)
        marked = (text[low : known.span.start], known.span.of(text), text[known.span.end : high])
        return f"{marked[0]}[{marked[1]}]{marked[2]}"

    def _sentence(self, claim: Claim) -> str:
        """The sentence of a claim."""
        return claim.sentence.of(self.articles[claim.article_id].part(claim.part))


def _of_sort(claim: Claim, known: KnownClaim) -> bool:
    """Whether a claim has the sort of a known one: a clock time, a day or a figure."""
    if known.clock is not None:
        return isinstance(claim, EventTime)
    if known.day is not None:
        return isinstance(claim, EventDate)
    return claim.quantity is not None


def _reads(claim: Claim, known: KnownClaim) -> bool:
    """Whether a claim has the figures, the day or the time of day of a known one."""
    if isinstance(claim, EventTime):
        return claim.clock == known.clock
    if known.day is not None:
        when = claim.when
        return when is not None and when.start == when.end == known.day
    quantity = claim.quantity
    return quantity is not None and (quantity.low, quantity.high) == (known.low, known.high)


def _answer(claim: Claim) -> str:
    """The kind and the value of a claim in words."""
    if claim.quantity is not None:
        return f"{claim.kind} {claim.quantity.low} to {claim.quantity.high}"
    return f"{claim.kind} {claim.when.start if claim.when else None}"
