"""What ties quantities of one sentence together: the same one in another unit, parts of a whole."""

from __future__ import annotations

from factcheck.models import Dimension
from factcheck.quantities.ellipsis import carry_back
from factcheck.quantities.parsed import ParsedQuantity
from factcheck.text.tokens import Tokens

_MEMORY = 6
_PARTS = frozenset({Dimension.COUNT, Dimension.PERCENT})
_OF_THEM = frozenset({("of", "them"), ("of", "whom"), ("of", "which"), ("of", "those")})
_AGAIN = (["("], ["["], ["/"], ["or"], [",", "or"], ["(", "or"])
_CONVERTED = frozenset(
    {
        Dimension.DISTANCE, Dimension.AREA, Dimension.MASS, Dimension.VOLUME, Dimension.TEMPERATURE,
        Dimension.SPEED, Dimension.ENERGY, Dimension.POWER, Dimension.MONEY, Dimension.MEASURE,
    }
)  # fmt: skip


def link(tokens: Tokens, found: list[ParsedQuantity]) -> None:
    """Set `restates` and `part_of` on the parsed quantities of one sentence."""
    for index in range(len(found) - 1, 0, -1):  # "four-, five- and six-cylinder cars"
        carry_back(tokens, found[index - 1], found[index])
    for index, parsed in enumerate(found):
        if index == 0:
            continue
        before = found[index - 1]
        if (
            _of_the(tokens, before, parsed)
            and parsed.dimension is not Dimension.DURATION
            and before.dimension in _PARTS
        ):
            before.part_of = parsed  # "4 of the 9 suspects"
            _share_people(parsed, before)
            continue
        if _restates(tokens, before, parsed):
            parsed.restates = before
            parsed.subject = parsed.subject or before.subject
            if parsed.hedge.bound is None and not parsed.hedge.approximate:
                parsed.hedge = before.hedge
        elif parsed.dimension in {Dimension.COUNT, Dimension.PERCENT}:
            parsed.part_of = _whole(tokens, found, index)
            if parsed.part_of is not None:
                _share_people(parsed, parsed.part_of)


def _of_the(tokens: Tokens, part: ParsedQuantity, whole: ParsedQuantity) -> bool:
    """Whether a figure is a part of the next one: "4 of the 9 suspects", "three of the 12 dead"."""
    if part.number[1] <= whole.number[0] < part.end:
        return True
    if tokens.words[part.number[1]] != "of":
        return False
    between = tokens.words[part.number[1] : whole.first]
    return between in (["of"], ["of", "the"]) and part.high <= whole.high


def _share_people(one: ParsedQuantity, other: ParsedQuantity) -> None:
    """Mark a bare count as people where the count that it is linked with is of people: "At least
    12, including three children, died"."""
    bare = other.subject is None and other.unit is None
    if one.person and bare and {one.dimension, other.dimension} == {Dimension.COUNT}:
        other.person = True


def _restates(tokens: Tokens, before: ParsedQuantity, parsed: ParsedQuantity) -> bool:
    """Whether a figure restates the one before in another unit: "1,000 miles (1,600 kilometers)",
    "six feet, or 1.8 metres,"."""
    if parsed.unit is None or before.unit is None or parsed.unit.name == before.unit.name:
        return False
    if (
        parsed.dimension is not before.dimension
        or parsed.dimension not in _CONVERTED
        or before.restates
    ):
        return False
    between = tokens.words[before.end : parsed.first]
    if between == ["("] and parsed.dimension is not Dimension.MONEY:
        return ")" in tokens.words[parsed.end : parsed.end + 4]
    return between in _AGAIN


def _whole(tokens: Tokens, found: list[ParsedQuantity], index: int) -> ParsedQuantity | None:
    """The count that a count is a part of: "50 wounded, including 11 children"."""
    parsed = found[index]
    before = next(
        (
            r
            for r in reversed(found[max(0, index - _MEMORY) : index])
            if r.dimension is Dimension.COUNT and r.part_of is None
        ),
        None,
    )
    if before is None or (before.low <= parsed.low and parsed.dimension is Dimension.COUNT):
        return None
    lead = tokens.words[max(before.end, parsed.first - 3) : parsed.first]
    named = "including" in lead or "among" in lead or tuple(lead[-2:]) in _OF_THEM
    if named or any(
        tuple(tokens.words[i : i + 2]) in _OF_THEM for i in (parsed.number[1], parsed.end)
    ):
        return before
    opening = tokens.words[max(0, before.first - 2) : before.first]
    opened = opening[-1:] == ["of"] or opening == ["of", "the"]
    return before if opened and before.first <= 3 and tokens.words[before.end] == "," else None
