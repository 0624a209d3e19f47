"""Decisions of an editor on a group: the changes that they state, and their words in the report.

"18 is an earlier state of 16" makes an update of that pair, whatever the rules say, and of every
other report that gives these two figures, unless one that gives the earlier was counted later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from factcheck.decisions import Decision, Ruling
from factcheck.judge.change import strictly_later
from factcheck.judge.context import GroupContext
from factcheck.judge.phrasing import answer, day, listed
from factcheck.judge.relations import VERDICTS
from factcheck.judge.reported import ReportedValue
from factcheck.models import Claim
from factcheck.naming import printed_words
from factcheck.results import Cluster, Pair, Relation

_RULINGS = {
    Ruling.SAME: "these answer one question",
    Ruling.DIFFERENT: "this is not the question of {others}",
    Ruling.NOT_A_CLAIM: "no claim",
    Ruling.MISREAD: "{quotes} read as {right}",
    Ruling.EARLIER: "earlier states first: {states}",
}


def decided_pairs(
    pairs: Sequence[Pair],
    values: Sequence[ReportedValue],
    decisions: Iterable[Decision],
    context: GroupContext,
) -> tuple[Pair, ...]:
    """The pairs of a group, where those that are decided to be states of one figure become
    updates."""
    changes = {}
    for decision in decisions:
        if decision.ruling is Ruling.EARLIER:
            for before, after in combinations(decision.claims, 2):
                for one, other in _in_turn(before, after, values, context):
                    changes[frozenset((one.claim.id, other.claim.id))] = decision
    if not changes:
        return tuple(pairs)
    return tuple(_changed(pair, changes.get(frozenset((pair.left, pair.right)))) for pair in pairs)


def _in_turn(
    before: str, after: str, values: Sequence[ReportedValue], context: GroupContext
) -> Iterable[tuple[ReportedValue, ReportedValue]]:
    """The pairs of reported values that give the figures of two named claims, but for those dated
    in the other order; the values of the two claims themselves always."""
    earlier = [value for value in values if _names(value, before)]
    later = [value for value in values if _names(value, after)]
    starts = {(value.answer.key, value.answer.named) for value in earlier}
    ends = {(value.answer.key, value.answer.named) for value in later}
    if not starts.isdisjoint(ends):
        return
    for one in values:
        for other in values if (one.answer.key, one.answer.named) in starts else ():
            if (other.answer.key, other.answer.named) in ends and (
                (one in earlier and other in later) or not strictly_later(one, other, context)
            ):
                yield one, other


def _names(value: ReportedValue, name: str) -> bool:
    """Whether a reported value has a claim of this name."""
    return any(claim.name == name for claim in value.claims)


def _changed(pair: Pair, decision: Decision | None) -> Pair:
    """The pair with the change that an editor decided, if there is one."""
    if decision is None:
        return pair
    relation = Relation.DECIDED
    reason = f"one is an earlier state of the other, {credited(decision)}"
    changes = {"relation": relation, "verdict": VERDICTS[relation], "reason": reason}
    return pair.model_copy(update=changes)


def by_group(
    decisions: Sequence[Decision], clusters: Iterable[Cluster]
) -> dict[str, tuple[Decision, ...]]:
    """The decisions on claims of each cluster, in their order, by the id of the cluster."""
    found: dict[str, tuple[Decision, ...]] = {}
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, decision in enumerate(decisions):
        for name in decision.claims:
            places[_key(name, decision)].append(place)
    for cluster in clusters if places else ():
        keys = {key for c in cluster.claims for key in (c.name, printed_words(c.name))}
        own = sorted({place for key in keys for place in places.get(key, ())})
        if own:
            found[cluster.id] = tuple(decisions[place] for place in own)
    return found


def _key(name: str, decision: Decision) -> str:
    """The key of a claim in a decision: without the outlet for a sentence that was misread, since
    that holds whoever prints it."""
    return printed_words(name) if decision.ruling is Ruling.MISREAD else name


def credited(decision: Decision) -> str:
    """Who decided, and when: "decided by R. Calloway on 17 February 2024"."""
    verb = "second opinion of" if decision.program else "decided by"
    return f"{verb} {decision.by} on {plain_day(decision)}"


def plain_day(decision: Decision) -> str:
    """The day of a decision, "17 February 2024"."""
    return day(decision.on).partition(" ")[2]


def in_words(decision: Decision, claims: Iterable[Claim]) -> str:
    """A decision as a sentence of the report: what, by whom, when, and the note.

    `claims` are those of a group; a claim that is not in it is given by its name.
    """
    by_name = {key: claim for claim in claims for key in (printed_words(claim.name), claim.name)}
    keys = [_key(name, decision) for name in decision.claims]
    own = [by_name[key] for key in keys if key in by_name]
    text = _RULINGS[decision.ruling].format(
        others=listed([name for name in decision.claims if name not in by_name], "or"),
        quotes=listed([f"“{claim.quote}”" for claim in own]),
        right=listed(list(dict.fromkeys(answer(claim) for claim in own))),
        states=" → ".join(dict.fromkeys(answer(claim) for claim in own)),
    )
    if decision.ruling is Ruling.MISREAD and decision.day is not None:
        text += f", as of {day(decision.day)}" if any(c.quantity for c in own) else ""
    whose = "Second opinion" if decision.program else "Editor’s decision"
    note = f" ({decision.note})" if decision.note else ""
    return f"{whose}: {text}{note}; {decision.by}, {plain_day(decision)}."
