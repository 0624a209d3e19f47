"""Times that date no event of their sentence: stamps, limits, what is compared with, years that
restrict a noun.

The line above a post ("(@rain) Nov. 7, 2018"), the stamp of an update, the hour that opens an
entry of a live blog and the date of a dateline say when something was written. "Since Monday"
and "by Friday" are limits, and "more than in 2020" only compares. In "the 2016 nominee" the year
only says which nominee.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from factcheck.lexicon import Lexicon, any_of, load
from factcheck.mentions import TimeCaution
from factcheck.text.inflection import FunctionWords
from factcheck.times.direction import moved_from
from factcheck.times.joining import TimePiece


class Datelines(Lexicon):
    """How an article prints its own dates: the words of `time_datelines.toml`."""

    labels: tuple[str, ...]
    change_labels: tuple[str, ...]
    beside: tuple[str, ...]
    particles: tuple[str, ...]
    determiners: tuple[str, ...]
    placed: tuple[str, ...]
    lasting: tuple[str, ...]


_LONGEST_BOUND = 12
_LONGEST_COMPARED = 48
_LONGEST_LABEL = 30
_LOOK = 90  # characters before an expression that may say what it is
# "— Ana Li (@anali) " before the day of a post.
HANDLE = re.compile(r"\(@\s?\w{1,30}\)\W{0,4}$")
# "LIMA, Peru, Aug 13 (Reuters) -": a place in capitals, the date, the agency or a dash.
PLACE = r"\W*[A-Z][\w.'’/-]*(?:[ ,]+(?:[a-z]{1,3}[ ,]+)?[A-Z(][\w.'’/-]*)*"
_BEFORE_DATE = re.compile(rf"{PLACE},?\s+")
_AGENCY = re.compile(r"\s*(?:\([A-Z][^()\n]{1,25}\)|--|—|_|\s[-–]\s)")
_ENTRY = re.compile(r"\s*(?:[:—–]|-\s|--|\n|$)")
_NOUN = re.compile(r" [A-Za-z]")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What may stand before a time that dates no event: a label such as "Updated", a limit such as
    "by", what is compared with it, and a word that makes a year restrict a noun."""

    label: re.Pattern[str]
    bound: re.Pattern[str]
    compared: re.Pattern[str]
    determiner: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    """The patterns of a language."""
    words = load("time_datelines", Datelines, language)
    bounds = load("grammar", FunctionWords, language).bounds
    labels = any_of((*words.labels, *words.change_labels))
    placed = rf"{any_of(words.placed)}\s+"
    # "As in 2020" and "as many as last year", but "as recently as Monday" and "as Monday dawned".
    alike = "".join(rf"(?<!\b{word}\s)" for word in words.lasting) + r"\bas\s+"
    compared = rf"\bthan\s+(?:{placed})?|{alike}{placed}|\bas\s+(?:(?!as\b)[\w-]+\s+){{1,4}}{alike}"
    return _Patterns(
        re.compile(rf"\W{{0,3}}{labels}\b(?:\s*:|(?=[^.]*$))\W{{0,3}}(?:on|at)?\s*", re.IGNORECASE),
        re.compile(rf"\b{any_of(bounds)}\s+(?:the\s+)?$", re.IGNORECASE),
        re.compile(rf"(?:{compared})(?:the\s+)?$", re.IGNORECASE),
        re.compile(rf"(?:\b{any_of(words.determiners)}|['’]s)\s+$", re.IGNORECASE),
    )


def with_cautions(text: str, pieces: list[TimePiece], language: str) -> list[TimePiece]:
    """The pieces, each marked where its days are not those of its sentence's event."""
    return [_marked(text, pieces, index, language) for index in range(len(pieces))]


def _marked(text: str, pieces: list[TimePiece], index: int, language: str) -> TimePiece:
    """The piece with a caution where it is a stamp, a limit, or a year that restricts a noun."""
    piece = pieces[index]
    reading = piece.reading
    if reading.caution is not None or (reading.start is None and reading.clock is None):
        return piece
    patterns = _patterns(language)
    before = text[max(0, piece.start - _LOOK) : piece.start]
    caution = None
    if _is_stamp(text, piece, before, language):
        caution = TimeCaution.STAMP
    elif (
        piece.rule == "year"
        and piece.end - piece.start == 4
        and patterns.determiner.search(before) is not None
        and _NOUN.match(text, piece.end) is not None
    ):
        caution = TimeCaution.MODIFIER
    elif patterns.bound.search(before[-_LONGEST_BOUND:]) is not None:
        caution = TimeCaution.BOUND
    elif _is_compared(before[-_LONGEST_COMPARED:], language):
        caution = TimeCaution.COMPARED
    return piece if caution is None else replace(piece, reading=replace(reading, caution=caution))


def _is_compared(before: str, language: str) -> bool:
    """Whether the words before a time compare with it, or say that something was moved from it."""
    small = before.lower()
    compares = "than" in small or "as" in small  # without one there is nothing to search
    if compares and _patterns(language).compared.search(before):
        return True
    return small.rstrip().endswith("from") and moved_from(before, language)


def _is_stamp(text: str, piece: TimePiece, before: str, language: str) -> bool:
    """Whether a time dates its text and not an event: behind a label, on a line of its own, at the
    head of an entry, behind a handle, or in a dateline."""
    if "(@" in before and HANDLE.search(before) is not None:
        return True
    newline = before.rfind("\n")
    if newline < 0 and len(before) == _LOOK and piece.start > _LOOK:
        return False  # far from the beginning of its line
    line = before[newline + 1 :]
    if line[:1].islower() or (len(line) > _LONGEST_LABEL and line[-2:] in ("n ", "N ")):
        return False  # "on Monday", "in May": most times, and none of the forms below
    labels = _patterns(language).label
    rest = text.find("\n", piece.end, piece.end + _LOOK)
    short = rest >= 0 or piece.end + _LOOK >= len(text)
    if (label := labels.match(line)) is not None and label.end() == len(line):
        return ":" in line or (short and text[piece.end : piece.end + 1] in ("", "\n", ":"))
    if piece.reading.clock is not None and not line.strip(" *•·"):
        return _ENTRY.match(text, piece.end) is not None
    return (
        piece.rule in ("month_day", "day_month", "day_month_short_year")
        and _BEFORE_DATE.fullmatch(line) is not None
        and _AGENCY.match(text, piece.end) is not None
    )
