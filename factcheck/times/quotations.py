"""Times inside quotations and posts, which count from the day they were spoken.

"Today" in a quotation is the day of the speaker, which the story need not name: such a time
keeps the days it would have on the day of publication, and a mark that says so. Where the words
around the quotation name the day ("… today," he said Wednesday), or a post ends with its own,
it is read from that day. "On Friday" in a post of 2013 is no Friday of this week: what was
written long ago (`old_writing`) has the time of the writing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date

from factcheck.mentions import TimeCaution, TimeType
from factcheck.times.cautions import HANDLE
from factcheck.times.direction import SENTENCE_END
from factcheck.times.joining import TimePiece
from factcheck.times.periods import (
    CalendarUnit,
    Stretch,
    of_day,
    plus_days,
    weekday_after,
    weekday_on_or_before,
)
from factcheck.times.writings import is_old, old_writing

# Rules whose reading hangs on the day of speaking. A bare weekday means the same day for some
# days to come.
_FROM_NOW = frozenset(
    {
        *("deictic", "part_of_day", "shifted_unit", "shifted_units", "ago", "from_now"),
        *("the_weekend", "last_week_long", "unit_after_next"),
    }
)
_WEEKDAY = "weekday"
_WITHIN_A_MONTH = frozenset({CalendarUnit.DAY, CalendarUnit.WEEK, CalendarUnit.WEEKEND})
_MARK = re.compile(r"[“”\"]|``|''|\n\s*")
_OPENING = ("“", "``")
_ENDS_PARAGRAPH = ".!?,:;…\"”'’)"
# Characters around a quotation that may say who said it and when.
_NEAR = 120
_LONGEST_HANDLE = 50
_SPEECH = re.compile(
    r"\b(?:said|says|say|told|wrote|writes|tweeted|posted|added|asked|announced|declared|warned"
    r"|testified|statement|tweet|post|interview|conference|speech|address|briefing)\b"
)


def quotations(text: str) -> list[tuple[int, int]]:
    """The characters inside quotation marks, in order. Linear in the text.

    A quotation that is not closed ends with its paragraph, as the first of two paragraphs of
    one speaker does.
    """
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in _MARK.finditer(text):
        sign = mark.group()
        if sign[0] == "\n":
            wrapped = sign.count("\n") == 1 and text[mark.start() - 1 : mark.start()] not in set(
                _ENDS_PARAGRAPH
            )
            if opened is not None and not wrapped:
                found.append((opened, mark.start()))
                opened = None
        elif sign in _OPENING or (sign == '"' and opened is None):
            opened = mark.end() if opened is None else opened
        elif opened is not None:
            found.append((opened, mark.start()))
            opened = None
    if opened is not None:
        found.append((opened, len(text)))
    return found


def with_quotations(
    text: str, pieces: list[TimePiece], now: date | None, language: str
) -> list[TimePiece]:
    """The pieces, with those inside quotations or posts read from the day of the speaker, or marked
    where that is unknown."""
    if now is None:
        return pieces
    old_times = any(is_old(piece, now) for piece in pieces)
    counted = _FROM_NOW | {_WEEKDAY} if old_times else _FROM_NOW
    if not any(piece.rule in counted for piece in pieces):
        return pieces
    spans = quotations(text)
    starts = [start for start, _ in spans]
    inside: list[int | None] = []
    for piece in pieces:
        at = bisect_right(starts, piece.start) - 1
        inside.append(at if at >= 0 and piece.end <= spans[at][1] else None)
    posted = _days_of_posts(text, pieces)
    days: dict[int, date | None] = {}
    written: dict[int, Stretch | None] = {}
    spoken: list[TimePiece] = []
    for index, piece in enumerate(pieces):
        quoted = inside[index]
        if old_times and quoted is not None and piece.rule in counted and quoted not in written:
            before, _ = _outside(inside, index)
            written[quoted] = old_writing(text, pieces, before, spans[quoted], now, language)
        old = None if quoted is None else written.get(quoted)
        if piece.rule in counted and old is not None:
            spoken.append(_written_in(piece, old, now))
        elif piece.rule not in _FROM_NOW or piece.reading.start is None:
            spoken.append(piece)
        elif posted[index] is not None:
            spoken.append(_spoken_on(piece, posted[index], now))
        elif quoted is not None:
            if quoted not in days:
                outside = _outside(inside, index)
                days[quoted] = _day_of_speech(text, pieces, outside, spans[quoted])
            spoken.append(_spoken_on(piece, days[quoted], now))
        else:
            spoken.append(piece)
    return spoken


def _outside(inside: list[int | None], index: int) -> tuple[int, int]:
    """The indices of the pieces just before and just after a quotation; -1 for one that does not
    exist or is quoted too."""
    before = after = index
    while before >= 0 and inside[before] == inside[index]:
        before -= 1
    while after < len(inside) and inside[after] == inside[index]:
        after += 1
    unquoted = [
        at if 0 <= at < len(inside) and inside[at] is None else -1 for at in (before, after)
    ]
    return unquoted[0], unquoted[1]


def _days_of_posts(text: str, pieces: list[TimePiece]) -> list[date | None]:
    """For each piece the day of the post it stands in: posts end with handle and day."""
    days: list[date | None] = [None] * len(pieces)
    last: date | None = None
    for index in reversed(range(len(pieces))):
        piece = pieces[index]
        if index + 1 < len(pieces) and "\n" in text[piece.end : pieces[index + 1].start]:
            last = None
        days[index] = last
        before = text[max(0, piece.start - _LONGEST_HANDLE) : piece.start]
        if piece.reading.start is not None and HANDLE.search(before) is not None:
            last = piece.reading.start
    return days


def _spoken_on(piece: TimePiece, spoken: date | None, now: date) -> TimePiece:
    """A piece read from the day it was spoken; marked as cautious where that day is unknown."""
    reading, stretch = piece.reading, piece.reading.stretch
    if (
        spoken is None
        or reading.start is None
        or stretch is None
        or stretch.unit is not CalendarUnit.DAY
    ):
        return replace(piece, reading=replace(reading, caution=TimeCaution.QUOTED))
    return _moved_to(piece, plus_days(reading.start, (spoken - now).days))


def _moved_to(piece: TimePiece, day: date) -> TimePiece:
    """The piece on another day, with its hour or part of the day."""
    reading = piece.reading
    _, clock, part = (reading.value or "").partition("T")
    value = f"{day.isoformat()}{clock}{part}" if reading.type is TimeType.TIME else day.isoformat()
    return replace(
        piece, reading=replace(reading, value=value, start=day, end=day, stretch=of_day(day))
    )


def _written_in(piece: TimePiece, old: Stretch, now: date) -> TimePiece:
    """A piece of an old writing, counted from its day. Of one whose day is not told it lies in the
    time of the writing, and on which day the text does not say."""
    reading, stretch = piece.reading, piece.reading.stretch
    if old.unit is CalendarUnit.DAY and piece.rule != _WEEKDAY:
        return _spoken_on(piece, old.start, now)
    if old.unit is CalendarUnit.DAY and reading.start is not None:
        number = reading.start.isoweekday()
        ahead = reading.start > now
        day = weekday_after(number, old.start) if ahead else weekday_on_or_before(number, old.start)
        return _moved_to(piece, day)
    if reading.start is None or stretch is None or stretch.unit not in _WITHIN_A_MONTH:
        return replace(piece, reading=replace(reading, caution=TimeCaution.QUOTED))
    return replace(
        piece,
        reading=replace(
            reading,
            type=TimeType.DATE,
            value=old.value,
            start=old.start,
            end=old.end,
            stretch=None,
            caution=TimeCaution.QUOTED,
        ),
    )


def _day_of_speech(
    text: str, pieces: list[TimePiece], outside: tuple[int, int], span: tuple[int, int]
) -> date | None:
    """The day named beside a quotation: "… today," he said Wednesday; on Friday she wrote: "…".

    `outside` are the pieces before and after those of the quotation.
    """
    before, after = outside
    for at in (after, before):
        if not 0 <= at < len(pieces):
            continue
        other = pieces[at]
        start, end = (span[1], other.start) if at == after else (other.end, span[0])
        if end - start > _NEAR:
            continue
        between = text[start:end]
        around = between if at == after else text[max(0, other.start - _NEAR) : span[0]]
        reading = other.reading
        if (
            reading.start is not None
            and reading.start == reading.end
            and "\n" not in between.strip()
            and SENTENCE_END.search(between) is None
            and _SPEECH.search(around) is not None
        ):
            return reading.start
    return None
