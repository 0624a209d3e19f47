"""What ties quantities of one sentence together: the same one in another unit, parts of a whole."""

from __future__ import annotations

from factcheck.models import Dimension
from factcheck.quantities.ellipsis import carry_back
from factcheck.quantities.reading import Reading
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


def link(tokens: Tokens, found: list[Reading]) -> None:
    """Set `restates` and `part_of` on the readings of one sentence."""
    for index in range(len(found) - 1, 0, -1):  # "four-, five- and six-cylinder cars"
        carry_back(tokens, found[index - 1], found[index])
    for index, reading in enumerate(found):
        if index == 0:
            continue
        before = found[index - 1]
        if (
            _of_the(tokens, before, reading)
            and reading.dimension is not Dimension.DURATION
            and before.dimension in _PARTS
        ):
            before.part_of = reading  # "4 of the 9 suspects"
            _share_people(reading, before)
            continue
        if _restates(tokens, before, reading):
            reading.restates = before
            reading.subject = reading.subject or before.subject
            if reading.hedge.bound is None and not reading.hedge.approximate:
                reading.hedge = before.hedge
        elif reading.dimension in {Dimension.COUNT, Dimension.PERCENT}:
            reading.part_of = _whole(tokens, found, index)
            if reading.part_of is not None:
                _share_people(reading, reading.part_of)


def _of_the(tokens: Tokens, part: Reading, whole: Reading) -> bool:
    """Whether a figure is of the next one: "4 of the 9 suspects", "three of the 12 dead"."""
    if part.figure[1] <= whole.figure[0] < part.end:
        return True
    if tokens.words[part.figure[1]] != "of":
        return False
    between = tokens.words[part.figure[1] : whole.first]
    return between in (["of"], ["of", "the"]) and part.high <= whole.high


def _share_people(one: Reading, other: Reading) -> None:
    """What is bare counts people where its part or its whole does: "At least 12, including three
    children, died"."""
    bare = other.subject is None and other.unit is None
    if one.person and bare and {one.dimension, other.dimension} == {Dimension.COUNT}:
        other.person = True


def _restates(tokens: Tokens, before: Reading, reading: Reading) -> bool:
    """ "1,000 miles (1,600 kilometers)", "six feet, or 1.8 metres,": one dimension, two units."""
    if reading.unit is None or before.unit is None or reading.unit.name == before.unit.name:
        return False
    if (
        reading.dimension is not before.dimension
        or reading.dimension not in _CONVERTED
        or before.restates
    ):
        return False
    between = tokens.words[before.end : reading.first]
    if between == ["("] and reading.dimension is not Dimension.MONEY:
        return ")" in tokens.words[reading.end : reading.end + 4]
    return between in _AGAIN


def _whole(tokens: Tokens, found: list[Reading], index: int) -> Reading | None:
    """The count that a count is a part of: "50 wounded, including 11 children"."""
    reading = found[index]
    before = next(
        (
            r
            for r in reversed(found[max(0, index - _MEMORY) : index])
            if r.dimension is Dimension.COUNT and r.part_of is None
        ),
        None,
    )
    if before is None or (before.low <= reading.low and reading.dimension is Dimension.COUNT):
        return None
    lead = tokens.words[max(before.end, reading.first - 3) : reading.first]
    told = "including" in lead or "among" in lead or tuple(lead[-2:]) in _OF_THEM
    if told or any(
        tuple(tokens.words[i : i + 2]) in _OF_THEM for i in (reading.figure[1], reading.end)
    ):
        return before
    opening = tokens.words[max(0, before.first - 2) : before.first]
    opened = opening[-1:] == ["of"] or opening == ["of", "the"]
    return before if opened and before.first <= 3 and tokens.words[before.end] == "," else None
