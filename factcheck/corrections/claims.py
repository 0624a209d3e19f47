"""Apply decisions on single claims: drop what is no claim, replace what was misread.

How a sentence is read does not depend on who prints it, so these decisions hold wherever the same
sentence is printed, also in another outlet; but for a print that another decision is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from factcheck.corrections.resolution import ResolvedCorrections
from factcheck.decisions import NOTE, Decision, Ruling, corrected
from factcheck.judge.decided import credited
from factcheck.models import Article, AsOf, Claim, Period
from factcheck.naming import printed_words

_RULE = "correction"


def applied(
    claims: Iterable[Claim], articles: Sequence[Article], decided: ResolvedCorrections
) -> tuple[list[Claim], tuple[str, ...]]:
    """The claims as corrected, and notes on what was left out or could not be applied."""
    gone = _by_words(decided.of(Ruling.NOT_A_CLAIM))
    misread = _by_words(decided.of(Ruling.MISREAD))
    if not gone and not misread:
        return list(claims), ()
    spoken_of = {
        name
        for decision in decided.decisions
        if decision.ruling is not Ruling.NOT_A_CLAIM
        for name in decision.claims
    }
    outlets = {article.id: article.publisher or article.id for article in articles}
    found: list[Claim] = []
    notes: dict[str, None] = {}
    for claim in claims:
        words = printed_words(claim.name)
        if words in gone and claim.name not in spoken_of:
            for decision in gone[words][:1]:
                who = f"“{claim.quote}” ({outlets[claim.article_id]})"
                notes[f"{NOTE}left out as no claim: {who}; {credited(decision)}"] = None
            continue
        for decision in misread.get(words, ()):
            if decision.figure is not None and claim.quantity is None:
                problem = f"{claim.name} gives no figure that could be misread"
                notes[f"{NOTE}{problem}; {credited(decision)}"] = None
            claim = _reread(claim, decision)
        found.append(claim)
    return found, tuple(notes)


def _by_words(decisions: Iterable[Decision]) -> Mapping[str, list[Decision]]:
    """The decisions by the words of the claims that they name, as these are printed."""
    found: dict[str, list[Decision]] = {}
    for decision in decisions:
        for name in decision.claims:
            found.setdefault(printed_words(name), []).append(decision)
    return found


def _reread(claim: Claim, decision: Decision) -> Claim:
    """The claim with the figure or days that an editor gave; as it is where it has none."""
    changes: dict[str, Any] = {}
    if decision.figure is not None and claim.quantity is not None:
        changes["quantity"] = corrected(claim.quantity, decision.figure)
    if decision.day is not None:
        days = Period(start=decision.day, end=decision.last_day or decision.day)
        if claim.quantity is None:
            changes["when"] = days
        else:
            changes |= {"as_of": days, "as_of_by": AsOf.TOLD}
    return claim.model_copy(update={**changes, "rule": _RULE}) if changes else claim
