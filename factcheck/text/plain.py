"""A text as it is read: digits of one script, single spaces, nothing without width.

Pages carry what no reader sees: soft hyphens and zero-width spaces inside words and numbers,
spaces that do not break, digits of full width, letters in two parts. The readers beneath are
given a plain text without them, and what they find is moved back to the text as it was handed
over, which is never rewritten.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from factcheck.models import Span
from factcheck.record import Record

Found = TypeVar("Found", bound=Record)

# What steers layout and shows nothing (Unicode Standard 15, 23.2 to 23.4): soft hyphen,
# zero-width space and joiners, marks of direction, variation selectors, a byte order mark where
# two files were joined.
_UNSEEN = (
    "\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
)
# Spaces of all widths; not the tab, which parts the columns of a table.
_WIDE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# A letter and accents of its own; no letter has more, and ordering many takes long.
_ACCENTS = "\u0300-\u034e\u0350-\u036f"
_COMPOSED = f"[^\\W\\d_][{_ACCENTS}]{{1,3}}"
# "ﬁve people": what the fonts of printed pages leave in a text that was taken from a PDF.
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_RESHAPED = re.compile(f"[ {_WIDE}{_UNSEEN}]{{2,}}|[{_UNSEEN}]|{_COMPOSED}|[{''.join(_LIGATURES)}]")
# Whether there is anything to do: few texts have it, and to look is ten times as fast. Most go
# beyond ASCII with quotes, dashes and accents only, which are left as they are.
_UNUSUAL = re.compile("[^\x00-\x7f‘’“”–—…£€À-ÖØ-öø-ÿ]")
_FOREIGN = re.compile("[^\\D0-9]|[\uff01-\uff5e\uffe1\uffe5\u2010\u2011\u02bc\u066a]")
_ODD = re.compile(f"  |[{_WIDE}{_UNSEEN}{_ACCENTS}{''.join(_LIGATURES)}]")
# "1’234" in Switzerland, "12 400" with a space that does not break, "١٬٢٣٤", "１，２３４".
_THOUSANDS = re.compile(
    f"(?<![\\d.,])(\\d{{1,3}})(?:(['’\u066c\uff0c]|[{_WIDE}])\\d{{3}})(?:\\2\\d{{3}}){{0,8}}(?!\\d)"
)
_GROUPED = re.compile(f"['’\u066c\uff0c{_WIDE}]\\d{{3}}")  # quicker to look for than the number
_DECIMALS = re.compile("[\u066b\uff0e](?<=\\d.)(?=\\d)")
_ONE_WIDE = re.compile(f"[{_WIDE}]")


class _Piece(NamedTuple):
    """A place where the plain text differs from the given one: the offsets in the plain text, and
    those in the given text."""

    start: int
    end: int
    given_start: int
    given_end: int


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as it was handed over, with its plain form and the pieces that differ."""

    given: str
    text: str
    pieces: tuple[_Piece, ...] = ()

    def span(self, span: Span) -> Span:
        """The span in the given text of a span in the plain text."""
        return Span(start=self._given(span.start)[0], end=self._given(span.end - 1)[1])

    def _given(self, at: int) -> tuple[int, int]:
        """The offsets in the given text of one character of the plain text."""
        place = bisect_right(self.pieces, at, key=lambda piece: piece.start) - 1
        if place < 0:
            return at, at + 1
        piece = self.pieces[place]
        if at < piece.end:
            return piece.given_start, piece.given_end
        start = piece.given_end + at - piece.end
        return start, start + 1


def plain(text: str) -> Plain:
    """The plain form of a text. Linear in its length; most texts are plain as they are."""
    unusual = not text.isascii() and _UNUSUAL.search(text) is not None
    foreign = unusual and _FOREIGN.search(text) is not None
    reshaped, pieces = _reshaped(text.translate(_SIGNS) if foreign else text, unusual=unusual)
    if _GROUPED.search(reshaped):
        reshaped = _THOUSANDS.sub(_with_commas, reshaped)
    if unusual:
        reshaped = _DECIMALS.sub(".", _ONE_WIDE.sub(" ", reshaped))
    return Plain(text, reshaped, pieces)


def moved_back(found: Found, read: Plain) -> Found:
    """A result of reading the plain text, with its spans and its quote moved to the given text."""
    if not read.pieces and read.text == read.given:
        return found
    named = ((name, getattr(found, name)) for name in type(found).model_fields)
    changed: dict[str, object] = {
        name: read.span(value) for name, value in named if isinstance(value, Span)
    }
    for words, span in (("quote", "span"), ("subject", "subject_span")):
        if isinstance(where := changed.get(span), Span):
            changed[words] = where.of(read.given)
    return found.model_copy(update=changed)


def _reshaped(text: str, *, unusual: bool) -> tuple[str, tuple[_Piece, ...]]:
    """The text with single spaces and without characters of no width, and the pieces that
    changed."""
    if "  " not in text and not (unusual and _ODD.search(text)):
        return text, ()
    kept: list[str] = []
    pieces: list[_Piece] = []
    at = length = 0
    for match in _RESHAPED.finditer(text):
        start, end = match.span()
        written = _instead(match[0])
        kept += (text[at:start], written)
        length += start - at
        pieces.append(_Piece(length, length + len(written), start, end))
        length += len(written)
        at = end
    return "".join((*kept, text[at:])), tuple(pieces)


def _instead(piece: str) -> str:
    """The plain form of some characters: letters for a ligature, a composed letter, one space or
    nothing."""
    if piece in _LIGATURES:
        return _LIGATURES[piece]
    if piece[0].isalpha():
        return unicodedata.normalize("NFC", piece)
    spaces = [sign for sign in piece if sign.isspace()]
    # A lone space keeps its width: one that does not break may part the thousands of a number.
    return spaces[0] if len(spaces) == 1 else " " if spaces else ""


def _with_commas(found: re.Match[str]) -> str:
    """The number with its separators of thousands replaced by commas."""
    return found[0].replace(found[2], ",")


class _Signs(dict[int, str]):
    """A table for `str.translate` from signs to ASCII, filled on demand: to look through all of
    Unicode would take a tenth of a second."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        if unicodedata.category(sign) == "Nd":
            self[code] = str(unicodedata.digit(sign))
        elif 0xFF01 <= code < 0xFF5F and sign not in _IN_NUMBERS:
            self[code] = chr(code - 0xFEE0)
        else:
            self[code] = sign
        return self[code]


# In Chinese the comma and the stop of full width end clauses: only inside a number are they ours.
_IN_NUMBERS = "，．"
_SIGNS = _Signs({
    ord(sign): plain for sign, plain in
    {"\u2010": "-", "\u2011": "-", "\u02bc": "’", "\u066a": "%", "￥": "¥", "￡": "£"}.items()
})  # fmt: skip
