"""An article's text cut into pieces, so that every claim is marked at its place.

Claims overlap: "10,000 migrants left on Tuesday" is a figure and a day. A piece belongs to the
shortest claim that covers it. A claim without a piece of its own (another one has the very same
words) is referred to after the last piece of its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush

from factcheck.models import Claim


@dataclass(frozen=True)
class MarkedPiece:
    """A stretch of text, and the claim it is marked for.

    `first` is true for the first piece of that claim; `called` are the claims without a piece of
    their own that end here.
    """

    text: str
    claim: Claim | None = None
    first: bool = False
    called: tuple[Claim, ...] = ()


def pieces(text: str, claims: Sequence[Claim]) -> tuple[MarkedPiece, ...]:
    """The pieces of `text` in order; joined, they are the text."""
    marked = sorted(
        (c for c in claims if c.span.end > c.span.start), key=lambda c: (c.span.start, c.id)
    )
    cuts = sorted({0, len(text), *(end for c in marked for end in (c.span.start, c.span.end))})
    open_claims: list[tuple[int, int, Claim]] = []
    owners: list[Claim | None] = []
    coming = 0
    for start in cuts[:-1]:
        while coming < len(marked) and marked[coming].span.start <= start:
            claim = marked[coming]
            heappush(open_claims, (claim.span.end - claim.span.start, coming, claim))
            coming += 1
        while open_claims and open_claims[0][2].span.end <= start:
            heappop(open_claims)
        owners.append(open_claims[0][2] if open_claims else None)
    owned = {claim.id for claim in owners if claim is not None}
    called: dict[int, list[Claim]] = {}
    for claim in marked:
        if claim.id not in owned:
            called.setdefault(claim.span.end, []).append(claim)
    found: list[MarkedPiece] = []
    seen: set[str] = set()
    for start, end, owner in zip(cuts, cuts[1:], owners, strict=False):
        here = tuple(called.get(end, ()))
        before = found[-1] if found else None
        if before is not None and before.claim is owner and not before.called:
            found[-1] = replace(before, text=before.text + text[start:end], called=here)
            continue
        first = owner is not None and owner.id not in seen
        if owner is not None:
            seen.add(owner.id)
        found.append(MarkedPiece(text[start:end], owner, first, here))
    return tuple(found)
