"""Positions for the labels of a time line, so that none covers another or a dot."""

from __future__ import annotations

from collections.abc import Sequence

ABOVE, BELOW = -13, 15  # pixels from a dot to the middle of its label
_LETTER, _LINE = 6.2, 13  # the size of a letter at the size of the labels, a little generous
_DOT = 5

Box = tuple[float, float, float, float]


def places(dots: Sequence[tuple[float, float, str]]) -> dict[int, int]:
    """For each dot that can be labelled, by its number, `ABOVE` or `BELOW`.

    A dot is its place in pixels and its label. Above is tried first; a label that fits on
    neither side is left out, since the list beside the chart has it.
    """
    taken = [(x - _DOT, y - _DOT, x + _DOT, y + _DOT) for x, y, _ in dots]
    found: dict[int, int] = {}
    for number, (x, y, label) in enumerate(dots):
        half = len(label) * _LETTER / 2
        for side in (ABOVE, BELOW):
            box = (x - half, y + side - _LINE / 2, x + half, y + side + _LINE / 2)
            if not any(_overlap(box, other) for other in taken):
                taken.append(box)
                found[number] = side
                break
    return found


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
