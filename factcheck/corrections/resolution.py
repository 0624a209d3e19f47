"""Resolve decisions that contradict each other: the later one holds, an editor's before a
program's.

Decisions refer to claims by names, which may be of articles that are not in the batch. "A and B
are one question" and "B and C are" make A and C one, whether B is there or not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import combinations, pairwise

from factcheck.decisions import LEAST_CLAIMS, NOTE, Decision, Ruling
from factcheck.judge.decided import plain_day
from factcheck.models import Claim

_MOST_LISTED = 5  # decisions that match nothing: a file of a year's decisions holds many


@dataclass(frozen=True)
class ResolvedCorrections:
    """The decisions that hold of some claims, in their order, and notes on those that do not.

    `claims` are those with a name that some decision gives, by that name.
    """

    decisions: tuple[Decision, ...] = ()
    notes: tuple[str, ...] = ()
    claims: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    _known: _Known = field(default_factory=lambda: _Known())

    def root(self, claim: Claim) -> str:
        """The name that represents all claims decided to answer one question with this one. A claim
        that no decision names has its own id, also where one outlet prints it twice."""
        return self._known.root(claim.name) if claim.name in self.claims else claim.id

    def ties(self, claim: Claim) -> bool:
        """Whether the claim was decided to answer one question with another one."""
        return claim.name in self._known.tied

    def at_odds(self, claims: Iterable[Claim]) -> set[str]:
        """The roots among those of `claims` that were decided not to answer one question with
        another of them."""
        roots = {self.root(claim) for claim in claims}
        different = self._known.different
        return {
            root for root in roots if root in different and not different[root].isdisjoint(roots)
        }

    def is_open(self, one: Claim, other: Claim) -> bool:
        """Whether no decision says if two claims answer one question."""
        return self.root(one) != self.root(other) and not self.at_odds((one, other))

    def of(self, *rulings: Ruling) -> Iterator[Decision]:
        """The decisions with one of `rulings`."""
        return (decision for decision in self.decisions if decision.ruling in rulings)


def resolve(decisions: Iterable[Decision], claims: Sequence[Claim]) -> ResolvedCorrections:
    """The decisions that hold. They are taken from the last to the first, so that a later one
    overrides an earlier one."""
    given = sorted(decisions, key=lambda decision: not decision.program)
    if not given:
        return ResolvedCorrections()
    asked = {name for decision in given for name in decision.claims}
    by_name: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.name in asked:
            by_name[claim.name].append(claim)
    known = _Known()
    held: list[Decision] = []
    notes: list[str] = []
    for decision in reversed(given):
        if not any(name in by_name for name in decision.claims):
            continue
        if _joins_day_and_figure(decision, by_name):
            notes.append(_of_no_effect(decision, "gives a day and a figure one question"))
        elif known.takes(decision):
            held.append(decision)
        else:
            notes.append(_of_no_effect(decision, "is contradicted by a later decision"))
    every = [*_unmatched(given, by_name, claims), *_first_few(notes[::-1], "have no effect")]
    matching = tuple(one for one in reversed(held) if known.reaches(one, by_name))
    return ResolvedCorrections(
        matching, tuple(f"{NOTE}{note}" for note in every), dict(by_name), known
    )


def _joins_day_and_figure(decision: Decision, by_name: Mapping[str, Sequence[Claim]]) -> bool:
    """Whether a decision joins a day and a figure to one question, which cannot be."""
    if decision.ruling not in (Ruling.SAME, Ruling.EARLIER):
        return False
    found = [claim for name in decision.claims for claim in by_name.get(name, ())]
    return len({claim.quantity is None for claim in found}) > 1


def refusals(decision: Decision, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Why a decision should not be recorded: the notes that a report would give, and each name that
    no claim has."""
    known = {claim.name for claim in claims}
    lacking = tuple(f"no claim is named {name}" for name in decision.claims if name not in known)
    return resolve([decision], claims).notes or lacking


class _Known:
    """What the decisions taken so far say of names: disjoint sets, differences and orders."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}
        self.different: defaultdict[str, set[str]] = defaultdict(set)
        self._gone: set[str] = set()
        self._used: set[str] = set()
        self._read: set[tuple[str, str]] = set()
        self.tied: set[str] = set()
        self._after: defaultdict[str, set[str]] = defaultdict(set)

    def root(self, name: str) -> str:
        """The name that represents all claims decided to be of one question."""
        while (above := self._parent.get(name, name)) != name:
            self._parent[name] = self._parent.get(above, above)
            name = above
        return name

    def takes(self, decision: Decision) -> bool:
        """Take a decision in, unless it contradicts those before; return whether it was taken."""
        names = decision.claims
        if decision.ruling is Ruling.NOT_A_CLAIM:
            if not self._used.isdisjoint(names):
                return False
            self._gone.update(names)
            return True
        if not self._gone.isdisjoint(names) or not self._fits(decision):
            return False
        self._used.update(names)
        if decision.ruling is Ruling.DIFFERENT:
            for one, other in combinations(map(self.root, names), 2):
                self.different[one].add(other)
                self.different[other].add(one)
        elif decision.ruling is Ruling.MISREAD:
            self._read.update(_aspects(decision))
        else:
            for name in names[1:]:
                self._join(names[0], name)
            self.tied.update(names)
            if decision.ruling is Ruling.EARLIER:
                for before, after in pairwise(names):
                    self._after[before].add(after)
        return True

    def reaches(self, decision: Decision, by_name: Collection[str]) -> bool:
        """Whether enough of a decision's claims are at hand for it to apply, by way of others if
        need be."""
        names = {name for name in decision.claims if name in by_name}
        if decision.ruling in (Ruling.SAME, Ruling.EARLIER):
            roots = {self.root(name) for name in names}
            names |= {name for name in by_name if name in self.tied and self.root(name) in roots}
        return len(names) >= LEAST_CLAIMS[decision.ruling]

    def _fits(self, decision: Decision) -> bool:
        """Whether a decision contradicts none of those taken before."""
        names = decision.claims
        if decision.ruling is Ruling.MISREAD:
            return self._read.isdisjoint(_aspects(decision))
        roots = [self.root(name) for name in names]
        if decision.ruling is Ruling.DIFFERENT:
            return len(set(roots)) == len(roots)
        if decision.ruling is Ruling.EARLIER and any(
            not self._all_after(name).isdisjoint(names[:place]) for place, name in enumerate(names)
        ):
            return False
        return all(self.different[root].isdisjoint(roots) for root in roots)

    def _all_after(self, name: str) -> set[str]:
        """The names of all states that were decided to come after one, in one step or in several:
        of "A before B" and "B before C", C cannot be before A."""
        found: set[str] = set()
        new = {name}
        while new:
            new = {after for one in new for after in self._after.get(one, ())} - found
            found |= new
        return found

    def _join(self, one: str, other: str) -> None:
        """Join the questions of two claims, with all that is decided to differ from either."""
        kept, gone = self.root(one), self.root(other)
        if kept == gone:
            return
        self._parent[gone] = kept
        for enemy in self.different.pop(gone, set()):
            self.different[enemy].discard(gone)
            self.different[enemy].add(kept)
            self.different[kept].add(enemy)


def _aspects(decision: Decision) -> list[tuple[str, str]]:
    """The aspects, figure or day, that a decision corrects, each with the name of a claim."""
    aspects = (("figure", decision.figure), ("day", decision.day))
    return [(name, aspect) for aspect, right in aspects if right for name in decision.claims]


def _unmatched(
    given: Iterable[Decision], by_name: Mapping[str, object], claims: Sequence[Claim]
) -> Iterator[str]:
    """Notes on decisions that match no claims any more, the first few in full."""
    missing = []
    for decision in given:
        lacking = [name for name in decision.claims if name not in by_name]
        if lacking and len(decision.claims) - len(lacking) < LEAST_CLAIMS[decision.ruling]:
            missing.append((decision, lacking))
    for decision, lacking in missing[:_MOST_LISTED]:
        yield (
            f"{_by(decision)} decided “{decision.ruling}” of {', '.join(lacking)}, which names no "
            f"claim of these articles{_suggestion(lacking[0], claims)}"
        )
    yield from _first_few(missing[_MOST_LISTED:], "match no claim of these articles", 0)


def _first_few(notes: Sequence[object], what: str, most: int = _MOST_LISTED) -> Iterator[str]:
    """The first few notes, and one with the number of the rest."""
    yield from map(str, notes[:most])
    if len(notes) > most:
        yield f"{len(notes) - most} more decisions {what}"


def _suggestion(name: str, claims: Sequence[Claim]) -> str:
    """A suggestion of the claim that was probably meant: of that outlet, with a similar name."""
    outlet = name.partition(":")[0] + ":"
    # By outlet and figure: the last part is another as soon as one word is.
    own = {c.name.rpartition(":")[0]: c.name for c in claims if c.name.startswith(outlet)}
    close = get_close_matches(name.rpartition(":")[0], own, 1, 0.8)
    return f"; was its sentence edited? The nearest is {own[close[0]]}" if close else ""


def _of_no_effect(decision: Decision, why: str) -> str:
    """A note that a decision has no effect, and why."""
    of = ", ".join(decision.claims)
    return f"what {_by(decision)} decided, “{decision.ruling}” of {of}, {why}: it has no effect"


def _by(decision: Decision) -> str:
    """The author of a decision with its day."""
    return f"{decision.by} ({plain_day(decision)})"
