"""Words, numbers and signs of a text, cut once for everything that reads it.

A token is the finest piece that any reader asks for: a run of letters, a run of digits, one sign,
one space, or a line break with the space behind it. Readers differ in what they take as one: that
of times takes "5:30 p.m.", that of clauses "cease-fire", that of quantities "12,400" and "U.S.".
Such a view is a pattern of neighbours to join, laid over the shape of the text, which has one
character for each token.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from operator import itemgetter

from factcheck.models import Span

Token = tuple[str, int, int]

# What each token is, a sign apart, which is a kind of its own.
WORD = "w"
NUMBER = "n"
LINE = "\n"
_SPACE = " \t"  # a tab parts the columns of a table
# What letters look like in a shape. One letter is itself, so that "U.S." and "5 p.m." are seen.
_LONG = "λ"
CODE = "Λ"  # two or three letters, the first a capital: "USD", "Rs", "AT"
HALF_OF_DAY = "η"  # "am", "pm"
ORDINAL = "θ"  # "st", "nd", "rd", "th"
SCALE = "κ"  # a word that a decimal may stand before: "million", "percent"
_SPELT = {
    **dict.fromkeys((half + m for half in "AaPp" for m in "Mm"), HALF_OF_DAY),
    **dict.fromkeys(("st", "nd", "rd", "th", "ST", "ND", "RD", "TH"), ORDINAL),
    **dict.fromkeys(("million", "billion", "trillion", "percent", "per"), SCALE),
    "000": "0",
}
_MANY = 5  # digits: so many and more look alike
_CODE = re.compile("[A-Z][A-Za-z]{1,2}")
# For patterns of shapes: any letters, one letter, what may be the code of a currency or a model.
LETTERS = r"[^\W\d_]"
LETTER = f"[^\\W\\d_{_LONG}{CODE}{HALF_OF_DAY}{ORDINAL}{SCALE}]"
SHORT = f"[A-Z{CODE}{HALF_OF_DAY}{ORDINAL}]"

# Where neighbours can be tied: looked at first, since at three tokens of four none can.
JOINT = r"(?=\S\S|\d|\s-)"

# First what most of any text is, for speed: a space, a plain word.
_PIECE = re.compile(r" |[A-Za-z]++(?![^\W\d_])|[^\W\d_]+|\d+|\n\s*|[\W_]")


class TextTokens:
    """The tokens of a text, each with its kind, its start and its end.

    The kind is one of those above, or the sign itself. `shape` has one character for each token and
    each space: a number is shown by how many digits it has (`0` for "000"), letters as is said
    above, all else by itself.
    """

    __slots__ = ("_offsets", "shape", "text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text
        pieces = _PIECE.findall(text)
        self.shape = "".join(map(_SHAPES.__getitem__, pieces))
        self._offsets = offsets = list(accumulate(map(len, pieces), initial=0))
        each = zip(self.shape, offsets, offsets[1:], strict=False)
        self.tokens = [(_KINDS[one], start, end) for one, start, end in each if one not in _SPACE]

    def joined(self, ties: re.Pattern[str], within: Span | None = None) -> list[Token]:
        """The tokens of a text or of a part of it, with neighbours whose shapes match `ties` joined
        to one.

        The kind of a joined token is the group of `ties` that it matches, or the kind of its first
        token.
        """
        tokens, offsets = self.tokens, self._offsets
        first, stop, begin, end = 0, len(tokens), 0, len(self.shape)
        if within is not None:
            begin = bisect_right(offsets, within.start) - 1
            end = bisect_left(offsets, within.end)
            first = bisect_left(tokens, offsets[begin], key=_START)
            stop = bisect_left(tokens, within.end, first, key=_START)
        found: list[Token] = []
        for tie in ties.finditer(self.shape, begin, end):
            at = bisect_left(tokens, offsets[tie.start()], first, stop, key=_START)
            behind = bisect_left(tokens, offsets[tie.end()], at, stop, key=_START)
            found += tokens[first:at]
            kind, start, _ = tokens[at]
            found.append((tie.lastgroup or kind, start, tokens[behind - 1][2]))
            first = behind
        found += tokens[first:stop]
        return found if within is None or not found else _clipped(found, within)

    def letter_runs(self, within: Span) -> list[str]:
        """The runs of letters that begin in a part of the text, in small letters."""
        text, tokens = self.text, self.tokens
        first = bisect_left(tokens, within.start, key=_START)
        stop = bisect_left(tokens, within.end, first, key=_START)
        return [text[start:end].lower() for kind, start, end in tokens[first:stop] if kind == WORD]


_START = itemgetter(1)


def _clipped(found: list[Token], within: Span) -> list[Token]:
    """The tokens cut to a stretch that may begin or end inside one: a word of a thousand letters is
    cut where no sentence can be longer."""
    kind, start, end = found[0]
    if start < within.start:
        found[0] = (kind, within.start, end)
    kind, start, end = found[-1]
    if end > within.end:
        found[-1] = (kind, start, within.end)
    return found


def _shape(piece: str) -> str:
    """The character of a token in a shape: digits by their number, short words as they are, others
    alike."""
    sign = piece[0]
    if sign.isdecimal():
        return _SPELT.get(piece) or str(min(len(piece), _MANY))
    if sign.isspace():  # "killed 1\f000 miles off": a page ends in between
        return sign if sign in "\n\t" else "\n" if not sign.splitlines()[0] else " "
    if len(piece) == 1:
        return sign
    return _SPELT.get(piece) or (CODE if _CODE.fullmatch(piece) else _LONG)


class _Kinds(dict[str, str]):
    """The kind of a token by its shape, filled on demand."""

    def __missing__(self, shape: str) -> str:
        self[shape] = NUMBER if shape.isdecimal() else WORD if shape.isalnum() else shape
        return self[shape]


_KINDS = _Kinds()


class _Shapes(dict[str, str]):
    """The shape of each piece that was met, filled on demand: a text has few that are new. Quicker
    to ask than a cache that notes what was asked last, and emptied when it is full."""

    def __missing__(self, piece: str) -> str:
        if len(self) >= _MOST_SHAPES:
            self.clear()
        self[piece] = _shape(piece)
        return self[piece]


_MOST_SHAPES = 1 << 14
_SHAPES = _Shapes()
