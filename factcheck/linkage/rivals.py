"""Whether two claims are each other's best match among all that their articles claim.

An article answers a question once, or once more in the same way. So of its figures at most one
answers the question of a figure elsewhere, with those it is tied to: where another one fits
better, a pair is less likely than it looks, and where none comes near, more (after the
one-to-one assignment of Jaro 1989).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcheck.linkage.evidence import Evidence
from factcheck.linkage.features import Features
from factcheck.linkage.weights import LinkWeights

_FURTHEST = 4.0  # bits by which a rival can lie ahead or behind, as far as that counts
# Bits for a claim without any rival, in an article of so many other claims: where a long report
# has one age only, it is the age in question, while a note of one line would have no other anyway.
_ALONE = 2.8
_LONG = 8
_HOPELESS = -8.0  # bits below which no lack of rivals helps a pair

Pair = tuple[int, int]


def against_rivals(
    members: Sequence[Features],
    ties: Mapping[Pair, Evidence],
    claims: Mapping[str, int],
    weights: LinkWeights,
) -> dict[Pair, Evidence]:
    """The evidence for each pair, with what the rivals of its two claims say added.

    `ties` is keyed by the positions of two members in order, `claims` tells how many claims an
    article makes in all. A pair of one article has no rivals, nor has a vetoed one.
    """
    bits = {pair: evidence.bits for pair, evidence in ties.items()}
    bits |= {(right, left): value for (left, right), value in bits.items()}
    ahead = dict(_leads(members, bits, claims, weights.veto))
    found = {}
    for pair, evidence in ties.items():
        left, right = pair
        lead = None if pair not in ahead else min(ahead[pair], ahead[right, left])
        if lead is None or (evidence.bits < _HOPELESS and lead > 0):
            found[pair] = evidence
            continue
        more = weights.best_match * lead
        reason = "no other figure there fits as well" if lead > 0 else "another figure fits better"
        reasons = (*evidence.reasons, f"{reason} ({more:+.1f})") if abs(more) >= 0.05 else ()
        found[pair] = Evidence(evidence.bits + more, reasons or evidence.reasons)
    return found


def _leads(
    members: Sequence[Features],
    bits: Mapping[Pair, float],
    claims: Mapping[str, int],
    veto: float,
) -> Iterator[tuple[Pair, float]]:
    """For each claim and each one of another article, by how many bits it is ahead of its best
    rival in that article."""
    articles: defaultdict[str, list[int]] = defaultdict(list)
    for one in members:
        articles[one.claim.article_id].append(one.position)
    for one in members:
        at = one.position
        for article, others in articles.items():
            if article == one.claim.article_id:
                continue
            best = sorted(others, key=lambda other: -bits[at, other])
            for other in others:
                own = bits[at, other]
                if own <= veto / 2:
                    continue
                rival = next((k for k in best if k != other and bits[other, k] <= 0), None)
                if rival is None or bits[at, rival] <= veto / 2:
                    company = min(1.0, (claims[article] - 1) / _LONG)
                    yield (at, other), _ALONE * company
                else:
                    lead = own - bits[at, rival]
                    yield (at, other), max(-_FURTHEST, min(_FURTHEST, lead))
