"""Figures of one article that do not add up, with the sum that shows it.

Only figures that the text itself ties together are checked: a part and the whole it is said to
belong to, a measure given in two units, a share beside the two counts it restates, and parts
that exhaust their total. A false alarm is worse than a miss, so each check waits until rounding,
hedges and bounds can no longer explain the difference.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise

from factcheck.answers.intervals import asserted, implied
from factcheck.answers.units import converted, scale_of
from factcheck.interval import Interval, widened
from factcheck.judge.phrasing import amount, answer, figure, rounded
from factcheck.lexicon import Lexicon, any_of, load
from factcheck.models import Article, Claim, Dimension, Part, Quantity, Scope, Span, Status
from factcheck.policy import Policy

_COMMA = re.compile(r"[^,;:.]{0,40},\s")
_COUNTS = (Dimension.COUNT, Dimension.SCORE)
_HUNDRED = Decimal(100)
_TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Slip:
    """Claims of one article that cannot all be right, and the arithmetic in words."""

    claims: tuple[Claim, ...]
    arithmetic: str


def slips_in(article: Article, claims: Sequence[Claim], policy: Policy) -> tuple[Slip, ...]:
    """The slips among the claims of `article`, in the order of its text."""
    # A title has no room for sums: only what stands in the text is added up.
    asserted_ones = sorted(
        (
            c
            for c in claims
            if c.quantity is not None and c.status is Status.ASSERTED and c.part is Part.TEXT
        ),
        key=lambda claim: (claim.span.start, claim.span.end, claim.id),
    )
    found = [
        *_parts_beyond_wholes(asserted_ones, policy),
        *_wrong_conversions(asserted_ones, policy),
    ]
    sentences: defaultdict[Span, list[Claim]] = defaultdict(list)
    for claim in asserted_ones:
        sentences[claim.sentence].append(claim)
    for within in sentences.values():
        found += _wrong_shares(article, within, policy)
        found += _wrong_totals(article, within, policy)
    return tuple(sorted(found, key=lambda slip: [claim.span.start for claim in slip.claims]))


def _parts_beyond_wholes(claims: Sequence[Claim], policy: Policy) -> Iterator[Slip]:
    """Slips of a part that is larger than its whole: "40 were hurt, among them 52 children"."""
    standing = _Standing(claims)
    for part in claims:
        if part.part_of is None or part.scope is Scope.OTHERS:
            continue
        for whole in standing.at(part.part_of, part):
            if _below(_quantity(whole), _quantity(part), policy):
                yield Slip(
                    (whole, part),
                    f"{answer(part)} cannot be a part of {answer(whole)}: a part is never more "
                    "than its whole",
                )


def _wrong_conversions(claims: Sequence[Claim], policy: Policy) -> Iterator[Slip]:
    """Slips of a figure and its conversion to another unit: "50 miles (60 kilometres)"."""
    standing = _Standing(claims)
    for again in claims:
        if again.restates is None:
            continue
        for first in standing.at(again.restates, again):
            one, other = _quantity(first), _quantity(again)
            if not (_below(one, other, policy) or _below(other, one, policy)):
                continue
            named = one.high if one.low is None else one.low
            if named is None or one.unit == other.unit:
                continue
            exact = rounded(converted(named, one, other), _TENTH)
            right = Quantity(low=exact, high=exact, unit=other.unit, dimension=other.dimension)
            yield Slip(
                (first, again),
                f"{answer(first)} {'is' if named == 1 else 'are'} {amount(right)}, "
                f"not {answer(again)}",
            )


class _Standing:
    """Claims in the order of the text, indexed by their span."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims
        self._starts = [claim.span.start for claim in claims]
        self._longest = max((claim.span.end - claim.span.start for claim in claims), default=0)

    def at(self, span: Span, other: Claim) -> list[Claim]:
        """The claims that overlap `span` and are on one scale with `other`, without `other`
        itself."""
        first = bisect_left(self._starts, span.start - self._longest)
        stop = bisect_left(self._starts, span.end)
        return [
            claim
            for claim in self._claims[first:stop]
            if claim is not other
            and claim.span.overlaps(span)
            and claim.span != other.span
            and scale_of(_quantity(claim)).key == scale_of(_quantity(other)).key
        ]


def _below(lower: Quantity, higher: Quantity, policy: Policy) -> bool:
    """Whether all that one figure can mean lies below all that the other can mean."""
    one, other = scale_of(lower), scale_of(higher)
    return all(
        one.interval(read(lower, policy)).precedes(other.interval(read(higher, policy)))
        for read in (asserted, implied)
    )


def _wrong_shares(article: Article, claims: Sequence[Claim], policy: Policy) -> Iterator[Slip]:
    """Slips of a share and the two counts that it restates: "40 of 50 villages (90 percent)"."""
    of, restating, _, _ = _patterns(article.language)
    for part, whole, share in zip(claims, claims[1:], claims[2:], strict=False):
        counts = _quantity(part).dimension in _COUNTS and _quantity(whole).dimension in _COUNTS
        if not counts or _quantity(share).dimension is not Dimension.PERCENT:
            continue
        # "40 of the 50" may be one claim that holds the other, or two side by side.
        inside = part.scope is Scope.PART and part.span.covers(whole.span)
        if not inside and not of.fullmatch(_gap(article, part, whole, policy)):
            continue
        if not restating.fullmatch(_gap(article, whole, share, policy)) or _of_another(
            article, share
        ):
            continue
        right = _percentage(_quantity(part), _quantity(whole), policy)
        given = implied(_quantity(share), policy)
        if right is None or widened(right, policy.percent_slack, policy.percent_slack).overlaps(
            given
        ):
            continue
        exact = _named(part) / _named(whole) * _HUNDRED
        yield Slip(
            (part, whole, share),
            f"{answer(part)} of {answer(whole)} is {figure(rounded(exact, _TENTH))} percent, "
            f"not {answer(share)}",
        )


def _of_another(article: Article, share: Claim) -> bool:
    """Whether the share is of a noun of its own: "(30 percent of them rural)"."""
    of, _, _, _ = _patterns(article.language)
    return (
        of.match(article.text, share.span.end) is not None
        or of.search(share.quote + " ") is not None
    )


def _percentage(part: Quantity, whole: Quantity, policy: Policy) -> Interval[Decimal] | None:
    """The percentage that a part is of its whole, over all that both figures may mean."""
    one, other = implied(part, policy), implied(whole, policy)
    if None in (part.low, part.high, whole.low, whole.high):
        return None
    assert one.low is not None
    assert one.high is not None
    assert other.low is not None
    assert other.high is not None
    if other.low <= 0 or one.low < 0:
        return None
    return Interval(one.low / other.high * _HUNDRED, one.high / other.low * _HUNDRED)


def _wrong_totals(article: Article, claims: Sequence[Claim], policy: Policy) -> Iterator[Slip]:
    """Slips of a total and its parts: "12 people: seven men and four women"; "seven and five, a
    total of 13"."""
    counts = [c for c in claims if _quantity(c).exact and _quantity(c).dimension is Dimension.COUNT]
    for first in range(len(counts)):
        for last in range(first + 2, min(first + policy.most_terms, len(counts))):
            run = counts[first : last + 1]
            if _divided(article, run[0], run[1:], policy):
                yield from _sum_slip(run[0], run[1:])
            goes_on = first > 0 and _COMMA.fullmatch(
                _gap(article, counts[first - 1], run[0], policy)
            )
            if not goes_on and _summed_up(article, run[:-1], run[-1], policy):
                yield from _sum_slip(run[-1], run[:-1])


def _sum_slip(whole: Claim, parts: Sequence[Claim]) -> Iterator[Slip]:
    """The slip of a whole that is not the sum of its parts; none where it is."""
    total = sum((_named(part) for part in parts), Decimal(0))
    if total != _named(whole):
        terms = " + ".join(figure(_named(part)) for part in parts)
        in_order = tuple(sorted((whole, *parts), key=lambda claim: claim.span.start))
        yield Slip(
            in_order,
            f"{terms} = {figure(total)}, not {figure(_named(whole))}",
        )


def _divided(article: Article, whole: Claim, parts: Sequence[Claim], policy: Policy) -> bool:
    """Whether the parts are opened by a colon or dash, listed to the end, and do not overlap."""
    opened = re.search(r"[:(–—]\s?$|\s-\s$", _gap(article, whole, parts[0], policy))
    if opened is None or not _coordinated(article, parts, policy):
        return False
    tail = article.text[parts[-1].span.end : whole.sentence.end]
    if re.match(r"\s{0,2}(?:[.;:!?)–—]|$)", tail) is None:
        return False
    kinds = [_noun_group(part, article.language) for part in parts]
    return (
        None not in kinds
        and len({k and k[0] for k in kinds}) == 1
        and len(set(kinds)) == len(parts)
    )


def _summed_up(article: Article, parts: Sequence[Claim], whole: Claim, policy: Policy) -> bool:
    """Whether the last figure is called the total of those before it."""
    _, _, total, _ = _patterns(article.language)
    before = article.text[parts[-1].span.end : whole.span.end]
    return (
        len(before) <= 2 * policy.restated_within
        and total.search(before) is not None
        and _coordinated(article, parts, policy)
    )


def _coordinated(article: Article, parts: Sequence[Claim], policy: Policy) -> bool:
    """Whether the parts are one list, "a", "b" and "c": commas between them, and an "and" before
    the last."""
    _, _, _, joined = _patterns(article.language)
    *gaps, last = [_gap(article, one, other, policy) for one, other in pairwise(parts)]
    return joined.fullmatch(last) is not None and all(_COMMA.fullmatch(gap) for gap in gaps)


def _gap(article: Article, left: Claim, right: Claim, policy: Policy) -> str:
    """The words between two claims; a text that no pattern matches where they are far apart or
    overlap."""
    start, end = left.span.end, right.span.start
    return article.text[start:end] if start <= end <= start + policy.restated_within else "."


def _noun_group(claim: Claim, language: str) -> tuple[int, int] | None:
    """The partition of people, such as by sex, and the group in it that the claim counts; `None`
    for another noun."""
    words = claim.quote.casefold()
    for index, partition in enumerate(_arithmetic(language).partition):
        for place, nouns in enumerate(partition.nouns):
            if re.search(rf"(?<!\w){any_of(nouns)}(?!\w)", words):
                return index, place
    return None


def _quantity(claim: Claim) -> Quantity:
    """The quantity of a claim that has one."""
    assert claim.quantity is not None
    return claim.quantity


def _named(claim: Claim) -> Decimal:
    """The end of a claim's figure that its words state."""
    quantity = _quantity(claim)
    named = quantity.high if quantity.low is None else quantity.low
    assert named is not None
    return named


class _Ties(Lexicon):
    """Words that link a part with its whole, a share with its counts, and parts with their
    total."""

    of: tuple[str, ...]
    restated: tuple[str, ...]
    total: tuple[str, ...]
    joined: tuple[str, ...]


class _Partition(Lexicon):
    """Groups of people that exclude each other, such as men and women, by their nouns."""

    nouns: tuple[tuple[str, ...], ...]


class _Arithmetic(Lexicon):
    """The shape of `arithmetic.toml`."""

    ties: _Ties
    partition: tuple[_Partition, ...]


def _arithmetic(language: str) -> _Arithmetic:
    data: _Arithmetic = load("arithmetic", _Arithmetic, language)
    return data


@cache
def _patterns(
    language: str,
) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns for what stands between part and whole, between whole and share, before a total, and
    before a last part."""
    ties = _arithmetic(language).ties
    noun = r"(?:[\w’'-]{1,20}\s){0,3}"
    of = rf"\s?{noun}{any_of(ties.of)}\s"
    restated = rf"\s?{noun}(?:[\w’'-]{{1,20}})?\s?(?:\(|[,–—-]\s?{any_of(ties.restated)}\s)"
    total = rf"(?<!\w){any_of(ties.total)}(?!\w)"
    joined = rf"[^,;:.]{{0,40}},?\s{any_of(ties.joined)}\s"
    of_, restated_, total_, joined_ = (
        re.compile(pattern, re.IGNORECASE) for pattern in (of, restated, total, joined)
    )
    return of_, restated_, total_, joined_
