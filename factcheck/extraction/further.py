"""Scope of figures beside others: counts in addition to a first one, and parts that stand alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.kinds import Kind
from factcheck.models import Claim, Scope, Section


def beyond_a_first(claims: Sequence[Claim], kinds: Sequence[Kind], text: str) -> list[Claim]:
    """The claims of one text in order, where a count of "others" keeps that scope only behind a
    first figure of its special kind or else of its predicate, or beside somebody named: "Ruth
    Calloway and two other women".

    "The storm killed 40 people. Another 196 were injured": the 196 are all that were injured, and
    come on top of another sort of victims; so are the others of "sentenced 12 men to death and
    acquitted 40 others". A headline is no first figure: it sums up what the text says below.
    "Another $3 billion" and "another 19 guns" may go beyond anything.
    """
    special = {kind.name for kind in kinds if kind.data.frames}
    seen: set[tuple[str, str | None, Section]] = set()
    kept: list[Claim] = []
    for claim in claims:
        predicate = None if claim.kind in special else claim.question.predicate
        here = (claim.kind, predicate, claim.section)
        if claim.scope is Scope.OTHERS and here not in seen:
            people = claim.quantity is not None and claim.quantity.unit == "person"
            counted = claim.kind in special or (people and predicate is not None)
            if counted and _BESIDE_A_NAME.search(_before(claim, text)) is None:
                claim = claim.model_copy(update={"scope": None})
        seen.add(here)
        kept.append(claim)
    return kept


def of_their_own(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one text, where a part without a noun whose own clause has another predicate
    than that of the whole becomes a count of its own: of all with that predicate.

    "Five gunmen stormed the building; two of them were killed": the two are all the gunmen killed,
    and a part of five only as those who stormed it. "Nine were hurt, two of them seriously" has no
    clause of its own.
    """
    by_span = {claim.span: claim for claim in claims if claim.quantity is not None}
    return [_as_own_count(claim, by_span.get(claim.part_of or claim.span)) for claim in claims]


def _as_own_count(claim: Claim, whole: Claim | None) -> Claim:
    """A part that has a verb of its own and no noun, as a claim about the whole's noun; any other
    claim as it is."""
    own, first = claim.question, None if whole is None else whole.question
    if whole is None or first is None or claim.part_of is None or claim.scope is Scope.OTHERS:
        return claim
    if own.head is not None or own.predicate in (None, first.predicate):
        return claim
    question = own.model_copy(update={"head": first.head, "modifiers": first.modifiers})
    return claim.model_copy(update={"question": question, "scope": None, "part_of": None})


_BESIDE_A_NAME = re.compile(r"(?:[A-Z][\w’'-]+,? and|(?:[Aa]long|[Tt]ogether) with) $")
_NEAR = 60  # characters that hold a name and what joins it to a figure


def _before(claim: Claim, text: str) -> str:
    """The text shortly before a claim."""
    return text[max(0, claim.span.start - _NEAR) : claim.span.start]
