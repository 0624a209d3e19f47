"""Whether "another 196" goes beyond a first figure of its own question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.kinds import Kind
from factcheck.models import Claim, Scope, Section


def beyond_a_first(claims: Sequence[Claim], kinds: Sequence[Kind], text: str) -> list[Claim]:
    """The claims of one text in its order; one of "others" that is of a special kind keeps that
    scope only behind a first figure of the kind, or beside somebody named: "Ruth Calloway and two
    other women".

    "The storm killed 40 people. Another 196 were injured": the 196 are all that were injured,
    and come on top of another sort of victims. A headline is no first figure: it sums up what
    the text goes on to tell. "Another $3 billion" of no special kind may go beyond anything.
    """
    special = {kind.name for kind in kinds if kind.data.frames}
    seen: set[tuple[str, Section]] = set()
    told: list[Claim] = []
    for claim in claims:
        here = (claim.kind, claim.section)
        first = here not in seen and _BESIDE_A_NAME.search(_before(claim, text)) is None
        if claim.scope is Scope.OTHERS and claim.kind in special and first:
            claim = claim.model_copy(update={"scope": None})
        seen.add(here)
        told.append(claim)
    return told


_BESIDE_A_NAME = re.compile(r"[A-Z][\w’'-]+,? (?:and|along with|together with) $")
_NEAR = 60  # characters that hold a name and what joins it to a figure


def _before(claim: Claim, text: str) -> str:
    return text[max(0, claim.span.start - _NEAR) : claim.span.start]
