"""Clock times and the days named beside them: "1:27 a.m. Sunday", "Tuesday at about 5 p.m."."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from factcheck.times.clock import hour_in_part, on_day
from factcheck.times.direction import SENTENCE_END
from factcheck.times.offsets import away_from
from factcheck.times.periods import plus_days
from factcheck.times.reading import TimeReading, partial


@dataclass(frozen=True, slots=True)
class TimePiece:
    """An expression as it was found: its characters, its reading, the rule that fits."""

    start: int
    end: int
    reading: TimeReading
    rule: str


_DAY_AFTER = re.compile(r",?\s+(?:on |of |the )?\s{0,2}", re.IGNORECASE)
_DAY_BEFORE = re.compile(
    r",?\s+(?:(?:at|around|about|from|by|before|after|until|,)\s+)?\(?", re.IGNORECASE
)
# A clock time is of the day named in the same sentence, within so many characters.
_NEAR = 100


def with_days(text: str, pieces: Iterable[TimePiece]) -> list[TimePiece]:
    """The pieces, with each clock time joined to a day right beside it.

    A clock time that stands alone takes its day from the nearest day of its sentence.
    """
    joined: list[TimePiece] = []
    for piece in _counted(text, pieces):
        before = joined[-1] if joined else None
        merged = None if before is None else _merged(text, before, piece)
        if merged is None:
            joined.append(piece)
        else:
            joined[-1] = merged
    return [_dated(text, joined, index) for index in range(len(joined))]


_THE_DAY = re.compile(r"the\s+day\b", re.IGNORECASE)
_THE = re.compile(r"\s+(?:the\s+)?", re.IGNORECASE)


def _counted(text: str, pieces: Iterable[TimePiece]) -> list[TimePiece]:
    """The pieces, with each expression such as "nine days after" counted from the day behind it.

    "The day before last Tuesday" is one name of a day; in "two months before Friday's vote" the
    vote keeps its own.
    """
    counted: list[TimePiece] = []
    for piece in pieces:
        before = counted[-1] if counted else None
        if before is None or before.reading.away is None:
            counted.append(piece)
            continue
        between = text[before.end : piece.start]
        day = piece.reading.start
        if day is None or day != piece.reading.end or _THE.fullmatch(between) is None:
            counted[-1] = replace(before, reading=partial(None))
            counted.append(piece)
            continue
        one = _THE_DAY.match(text, before.start) is not None and not between.strip()
        reading = away_from(before.reading, day)
        counted[-1] = replace(before, reading=reading, end=piece.end if one else before.end)
        if not one:
            counted.append(piece)
    return counted


def _merged(text: str, first: TimePiece, second: TimePiece) -> TimePiece | None:
    """A clock time and its day joined to one piece; `None` for two other pieces."""
    between = text[first.end : second.start]
    if len(between) > 12:
        return None
    if _is_bare_clock(first) and _is_day(second) and _DAY_AFTER.fullmatch(between):
        clock, day = first, second
    elif _is_day(first) and _is_bare_clock(second) and _DAY_BEFORE.fullmatch(between):
        clock, day = second, first
    else:
        return None
    return replace(
        clock, start=first.start, end=second.end, reading=on_day(_in_part(clock, day), day.reading)
    )


def _in_part(clock: TimePiece, day: TimePiece) -> TimeReading:
    """The reading of a clock time in the part of the day that the day names: "10 o'clock on Sunday
    night" is 22:00, "7:30 tonight" 19:30; with "a.m." it stays as said."""
    _, _, part = (day.reading.value or "").partition("T")
    vague = clock.rule == "hour" or clock.reading.half_open
    return hour_in_part(clock.reading, part) if vague else clock.reading


def _dated(text: str, pieces: list[TimePiece], index: int) -> TimePiece:
    """The piece, where a clock time without a day takes that of a neighbour in the same
    sentence."""
    piece = pieces[index]
    if not _is_bare_clock(piece):
        return piece
    near = (index - 1, index + 1, index + 2, index - 2)
    for other in (pieces[at] for at in near if 0 <= at < len(pieces)):
        first, second = sorted((piece, other), key=lambda p: p.start)
        between = text[first.end : second.start]
        if _has_day(other) and len(between) <= _NEAR and not SENTENCE_END.search(between):
            nights = _nights_between(text, first, second)
            shift = -nights if piece is first else nights
            return replace(piece, reading=on_day(piece.reading, _moved(other.reading, shift)))
    return piece


# "From 10 p.m. [to] 5 a.m.", "began at 11:30 p.m. and was out [by] 4 a.m."
_TO = re.compile(r"(?:\b(?:to|until|till|through|by)|[-–—])\s*(?:about\s+)?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+)?$", re.IGNORECASE)
_LONGEST_BETWEEN = 16


def _nights_between(text: str, first: TimePiece, second: TimePiece) -> int:
    """1 where two clock times are the ends of a stretch over midnight, whose second hour is earlier
    in its day: "from 10 p.m. to 5 a.m. on Tuesday"; else 0. Midnight itself ends the day."""
    one, other = first.reading.clock, second.reading.clock
    if one is None or other is None or not "T00:00" < other[:_HOUR] < one[:_HOUR]:
        return 0
    between = text[first.end : second.start]
    before = text[max(0, first.start - _LONGEST_BETWEEN) : first.start]
    opened = between.strip().lower() == "and" and _BETWEEN.search(before) is not None
    return int(opened or _TO.search(between) is not None)


_HOUR = len("T00:00")


def _moved(day: TimeReading, shift: int) -> TimeReading:
    """The reading of a day so many days away; of the first and last day of the calendar none is."""
    if not shift or day.start is None or not date.min < day.start < date.max:
        return day
    moved = plus_days(day.start, shift)
    return replace(day, start=moved, end=moved)


def _is_bare_clock(piece: TimePiece) -> bool:
    """Whether a piece is a clock time without a day."""
    return piece.reading.clock is not None and piece.reading.start is None


def _is_day(piece: TimePiece) -> bool:
    """Whether a piece is a day without a clock time."""
    return piece.reading.clock is None and _has_day(piece)


def _has_day(piece: TimePiece) -> bool:
    """Whether a piece names a single day."""
    return piece.reading.start is not None and piece.reading.start == piece.reading.end
