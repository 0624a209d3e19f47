"""Readers of dates that name their month, year, season or decade."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from factcheck.times.direction import lies_ahead
from factcheck.times.grammar import Found
from factcheck.times.periods import (
    OutsideCalendar,
    Stretch,
    Unit,
    day,
    of_century,
    of_day,
    of_decade,
    of_half,
    of_month,
    of_quarter,
    of_season,
    of_year,
    plus_days,
    unit_of,
)
from factcheck.times.reading import Reader, Reading, Story, dated, modifier, partial, spanning

# Newspapers leave out the year of a day in the calendar year of publication (Associated Press
# Stylebook, "dates"). A day of the year before lies at most so many days back; else the one
# ahead is meant.
_FARTHEST = 270
_MONTHS_BACK_IN_TALE = 7
# Two figures for a year: those up to so many years ahead of publication are of its century.
_YEARS_AHEAD = 20
_MONEY = "$£€¥#№"
_JOINED_NUMBER = re.compile(r"[0-9][-–]$")  # a telephone number, "5-2-1998"


def full_year(two_digits: int, published: date | None) -> int:
    """The year that two figures stand for: the latest not far after publication, else 19xx/20xx."""
    last = (published.year if published else 2029) + _YEARS_AHEAD
    return last - (last - two_digits) % 100


def year_told(found: Found, story: Story, label: str = "yr") -> int | None:
    """The year written out with that label, in four figures or two."""
    if found.at(label) is not None:
        return int(found.raw(label))
    if found.at("sy") is not None:
        return full_year(int(found.raw("sy")), story.published)
    return None


def implied_year(found: Found, story: Story, month: int, number: int | None) -> int | None:
    """The year of a month, or of a day of a month, that is told without one."""
    if story.retold and story.anchor is not None:
        return _year_in_tale(story.anchor, month)
    now = story.published
    if now is None:
        return None
    ahead = lies_ahead(found, story.language, deadline=number is not None)
    if number is None:
        if ahead:
            return now.year + (month < now.month)
        return now.year - (month > now.month)
    behind = now.year - ((month, number) > (now.month, now.day))
    back = (now.month - month) * 30 + now.day - number + 365 * (now.year - behind)
    last_year = behind < now.year and back > _FARTHEST
    if last_year or (ahead and back > 0 and 365 - back <= _FARTHEST):
        return behind + 1
    return behind


def _year_in_tale(told: Stretch, month: int) -> int:
    """The year of a month in a tale that goes on: February told after November is the next."""
    if told.unit not in (Unit.DAY, Unit.WEEK, Unit.MONTH):
        return told.start.year
    return told.start.year + (told.start.month - month > _MONTHS_BACK_IN_TALE)


def iso_date(found: Found, story: Story) -> Reading | None:
    """2023-12-26."""
    year, month, number = (int(part) for part in found.raw("iso").split("-"))
    return dated(day(year, month, number))


def slash_date(found: Found, story: Story) -> Reading | None:
    """12/26/2023, 26/12/2023 or 2023/12/26; which of day and month comes first is the country's."""
    parts = found.raw("sl").split("/")
    a, b, c = (int(part) for part in parts)
    if len(parts[0]) == 4:
        return dated(day(a, b, c))
    if len(parts[0]) > 2 or len(parts[2]) not in (2, 4):
        return None
    year = c if len(parts[2]) == 4 else full_year(c, story.published)
    month_first = story.country in (None, "US") if max(a, b) <= 12 else b > 12
    return dated(day(year, a, b) if month_first else day(year, b, a))


def month_day(found: Found, story: Story) -> Reading | None:
    """ "December 26", "Friday, Oct. 23, 1998", "the 6th of June", "6 DEC 89"."""
    month = found.number("mo", "ANY_MONTH")
    number = day_number(found, "d") or day_number(found, "od")
    if month is None or number is None or not 1 <= number <= 31:
        return None
    day(2000, month, number)  # raises for 31 April
    year = year_told(found, story)
    weekday = found.number("wd", "ANY_WEEKDAY")
    if year is None and weekday is not None:
        year = _year_of_weekday(story, month, number, weekday)
    if year is None:
        year = _shifted_year(found, story, month, "sh2")
    if year is None:
        year = implied_year(found, story, month, number)
    if year is None:
        return partial(f"XXXX-{month:02d}-{number:02d}", modifier(found))
    return in_part(found, dated(day(year, month, number), modifier(found)), "pt")


def _year_of_weekday(story: Story, month: int, number: int, weekday: int) -> int | None:
    """The year, nearest to publication, in which the day falls on the weekday named."""
    if story.published is None:
        return None
    near = story.published.year
    for year in (near, near - 1, near + 1):
        try:
            if day(year, month, number).start.isoweekday() == weekday:
                return year
        except OutsideCalendar:
            continue
    return None


def day_number(found: Found, label: str) -> int | None:
    """A day of the month in figures ("26", "26th") or in words ("the sixth")."""
    raw = found.raw(label)
    digits = raw.rstrip("stndrhSTNDRH")
    return int(digits) if digits.isdigit() else found.number(label, "ORDINAL")


def in_part(found: Found, reading: Reading, label: str) -> Reading:
    """The reading narrowed to a part of the day, where the words name one."""
    from factcheck.times.clock import part_of_day_on

    part = found.code(label, "PART_OF_DAY")
    return reading if part is None else part_of_day_on(reading, part)


def week_of(found: Found, story: Story) -> Reading | None:
    """ "the week of March 6", "the weekend of 5 May"."""
    month = found.number("mo", "ANY_MONTH") or found.number("mo2", "ANY_MONTH")
    number = day_number(found, "d") or day_number(found, "d2")
    if found.word("un") not in ("week", "weekend") or month is None or number is None:
        return None
    year = year_told(found, story)
    if year is None:
        year = implied_year(found, story, month, number)
    unit = Unit(str(found.word("un")))
    return partial(None) if year is None else dated(unit_of(unit, day(year, month, number).start))


def bare_day(found: Found, story: Story) -> Reading | None:
    """ "on the 14th": of the month just told, else the latest one."""
    number = day_number(found, "d")
    if number is None or not 1 <= number <= 31:
        return None
    base = story.anchor.start if story.anchor else story.published
    return None if base is None else dated(day(base.year, base.month, number))


def month(found: Found, story: Story) -> Reading | None:
    """ "December 2023", "late November", "last May", "in May"."""
    number = found.number("mo", "ANY_MONTH") or found.number("mo2", "ANY_MONTH")
    if number is None:
        return None
    year = year_told(found, story)
    shift = found.number("sh2", "SHIFT")
    if year is None and shift is not None and story.now is not None:
        year = story.now.year + shift
    if year is None:
        year = _shifted_year(found, story, number, "sh")
    if year is None:
        year = implied_year(found, story, number, None)
    if year is None:
        return partial(f"XXXX-{number:02d}", modifier(found))
    return dated(of_month(year, number), modifier(found))


def _shifted_year(found: Found, story: Story, number: int, label: str) -> int | None:
    """The year of "last May", "this May", "next May"."""
    shift = found.number(label, "SHIFT")
    now = story.now
    if shift is None or now is None:
        return None
    if shift < 0:
        return now.year - (number >= now.month)
    if shift > 0:
        return now.year + (number <= now.month)
    return now.year


def season(found: Found, story: Story) -> Reading | None:
    """ "spring 1998", "last fall", "this summer", "the following spring"."""
    word = next((w for label in ("se", "se2", "se3", "se4", "se5") if (w := found.word(label))), "")
    code = str(found.words.find(word, "SEASON", "SEASON_WORD"))
    year = year_told(found, story)
    if year is None:
        year = year_told(found, story, "yr2")
    if year is not None:
        return dated(of_season(year, code), modifier(found))
    shift = found.number("sh", "SHIFT")
    if shift is None:
        shift = found.number("sh3", "SHIFT")
    now = story.now
    if now is None:
        return partial(f"XXXX-{code}", modifier(found))
    if (found.at("sm") is not None or story.retold) and shift is None and story.anchor is not None:
        return dated(of_season(story.anchor.start.year, code), modifier(found))
    of_year_shift = found.number("sh2", "SHIFT")
    if of_year_shift is not None:
        return dated(of_season(now.year + of_year_shift, code), modifier(found))
    goes_on = found.word("sh") == "following" or (found.word("sh") == "next" and story.retold)
    if goes_on and story.anchor is not None:
        now = story.anchor.end
    return dated(_nearest_season(now, code, shift), modifier(found))


def _nearest_season(now: date, code: str, shift: int | None) -> Stretch:
    this = of_season(now.year, code)
    if shift is not None and shift > 0:
        return this if this.start > now else of_season(now.year + 1, code)
    if shift is not None and shift < 0:
        return this if this.end < now else of_season(now.year - 1, code)
    if shift == 0:
        return this
    return this if this.start <= now else of_season(now.year - 1, code)


def quarter(found: Found, story: Story) -> Reading | None:
    """ "the second quarter", "the fourth quarter of 1998"."""
    number = found.number("or", "ORDINAL")
    if number == -1:
        number = 4
    if number is None or not 1 <= number <= 4:
        return None
    if found.at("fy") is not None:
        return partial(f"FY{found.raw('fy')}-Q{number}", modifier(found))
    year = _year_of(found, story)
    now = story.now
    if year is None and now is not None:
        this = of_quarter(now.year, number)
        year = now.year - (this.start > now and not lies_ahead(found, story.language))
    if year is None:
        return partial(f"XXXX-Q{number}", modifier(found))
    return dated(of_quarter(year, number), modifier(found))


def half(found: Found, story: Story) -> Reading | None:
    """ "the first half of 2023"; of a month, its days up to or from the middle."""
    number = found.number("ha", "HALF")
    if number is None:
        return None
    if (number_of_month := found.number("mo", "ANY_MONTH")) is not None:
        year = year_told(found, story, "yr2")
        if year is None:
            year = implied_year(found, story, number_of_month, None)
        if year is None:
            return partial(None)
        whole = of_month(year, number_of_month)
        first, last = (1, 15) if number == 1 else (16, whole.end.day)
        return spanning(whole.start.replace(day=first), whole.start.replace(day=last))
    year = _year_of(found, story)
    return partial(None) if year is None else dated(of_half(year, number))


def _year_of(found: Found, story: Story) -> int | None:
    """The year named beside a quarter or half: in figures, or as "last year", "the year"."""
    year = year_told(found, story)
    if year is not None or story.now is None:
        return year
    shift = found.number("sh", "SHIFT")
    if shift is not None:
        return story.now.year + shift
    return story.now.year if found.tokens.word(found.last - 1) == "year" else None


def first_units(found: Found, story: Story) -> Reading | None:
    """ "the first 11 months of 2023", "the last two weeks of May", "the first week of May"."""
    order = found.number("or", "ORDINAL")
    unit = found.code("un", "UNIT", "UNITS")
    whole = _whole(found, story)
    if order is None or unit is None or whole is None:
        return None
    if found.at("n") is None:
        return _one_of(whole, Unit(unit), order, modifier(found))
    count = quantity(found, "n")
    if count is None or count > 366 or order not in (1, -1):
        return partial(None)
    if order == 1:
        end = plus_days(whole.start, -1)
        for _ in range(count):
            end = _unit_from(plus_days(end, 1), Unit(unit)).end
        return spanning(whole.start, min(end, whole.end))
    start = plus_days(whole.end, 1)
    for _ in range(count):
        before = plus_days(start, -1)
        width = _unit_from(before, Unit(unit))
        days = (width.end - width.start).days
        start = plus_days(before, -days) if width.unit is Unit.WEEK else width.start
    return spanning(max(start, whole.start), whole.end)


def _one_of(whole: Stretch, unit: Unit, order: int, kept: str | None) -> Reading | None:
    """ "the first week of May", "the last day of the year"."""
    if unit not in (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE, Unit.WEEKEND):
        return None
    if order == -1:
        return dated(unit_of(unit, whole.end), kept)
    first = unit_of(unit, whole.start)
    if first.start < whole.start:
        first = first.shifted(1)
    found = first.shifted(order - 1)
    return dated(found, kept) if found.start <= whole.end else None


def _unit_from(start: date, unit: Unit) -> Stretch:
    """The unit that begins on a day; a week may begin on any."""
    if unit is Unit.WEEK:
        return Stretch(Unit.WEEK, start, plus_days(start, 6), "")
    return unit_of(unit, start)


def _whole(found: Found, story: Story) -> Stretch | None:
    number = found.number("mo", "ANY_MONTH")
    if number is not None:
        year = year_told(found, story, "yr2")
        if year is None:
            year = implied_year(found, story, number, None)
        return None if year is None else of_month(year, number)
    year = year_told(found, story)
    if year is not None:
        return of_year(year)
    unit = found.code("big", "UNIT")
    base = story.now
    if found.at("sm") is not None and story.anchor is not None:
        base = story.anchor.start
    if unit is None or base is None or Unit(unit) not in (Unit.YEAR, Unit.MONTH, Unit.DECADE):
        return None
    return unit_of(Unit(unit), base).shifted(found.number("sh", "SHIFT") or 0)


def quantity(found: Found, label: str) -> int | None:
    """The whole number written with that label; `None` where it is left open."""
    raw = found.raw(label)
    if raw.isdigit():
        return int(raw) if len(raw) <= 7 else None
    value = found.words.find(str(found.word(label)), "NUMBER_WORD", "TENS")
    if value is None:
        vague = found.code(label, "VAGUE_NUMBER")
        return int(vague) if vague is not None and vague.isdigit() else None
    return int(value)


def fiscal_year(found: Found, story: Story) -> Reading | None:
    """ "fiscal 2023": which days it holds is each government's and company's own affair."""
    year = year_told(found, story)
    return None if year is None else partial(f"FY{year}")


def year(found: Found, story: Story) -> Reading | None:
    """A bare year. "1,998" is no year, and neither is the number in "$1998" or "1998 people"."""
    number = int(found.raw("yr"))
    if not _reads_as_year(found, number):
        return None
    kept = found.code("pp", "POST_PRE") or modifier(found)
    return dated(of_year(number), kept)


def year_end(found: Found, story: Story) -> Reading | None:
    """ "by year-end", "at year's end 1988"."""
    told = year_told(found, story)
    if told is None:
        if story.now is None:
            return None
        told = story.now.year
    return dated(of_year(told), "end")


def _reads_as_year(found: Found, number: int) -> bool:
    text = found.tokens.text
    index = found.at("yr")
    assert index is not None
    start, end = found.tokens.starts[index], found.tokens.ends[index]
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    if _JOINED_NUMBER.search(text[max(0, start - 2) : start]):
        return False
    if before and (before in _MONEY or before in ".,/:+=" or before.isalnum()):
        return False
    if after[:1] in ("%", "°", "/", "@") or after[:1].isalnum() or after[:1] == ":":
        return False
    if found.first != index:
        return True  # "early 1997", "the year 2000"
    previous = found.tokens.word(index - 1) if index else ""
    following = found.tokens.word(index + 1) if index + 1 < len(found.tokens.codes) else ""
    if after[:1] in ("-", "–") and following in ("-", "–"):
        return False  # a part of a number, a name or a measure
    if _counts(text, end, following):
        # "in 1998 voters", but "2000 people" and "about 1500 homes": counts that size are round.
        return found.words.find(previous, "BEFORE_YEAR") is not None and number % 100 != 0
    if 1900 <= number < 2060:
        return True
    return found.words.find(previous, "BEFORE_DATE") is not None


def _counts(text: str, end: int, following: str) -> bool:
    """Whether a plain plural follows, which the number then counts: "1500 houses"."""
    next_to = text[end : end + 1] == " " and text[end + 1 : end + 2].islower()
    plural = (
        following.endswith("s")
        and not following.endswith(("ss", "us", "is"))
        and len(following) > 3
    )
    return next_to and (plural or following in ("people", "men", "women", "children", "percent"))


def decade(found: Found, story: Story) -> Reading | None:
    """ "the 1990s", "the '90s", "the nineties"."""
    if found.at("dc") is not None:
        digits = found.raw("dc").strip("'’s")
        if len(digits) == 3 or not digits.endswith("0"):
            return None
        if len(digits) == 2 and not (found.raw("dc")[0] in "'’" or _after_the(found)):
            return None  # "in his early 20s"
        first = int(digits)
    else:
        first = found.number("dw", "DECADE_WORD") or 0
    if first < 100:
        first = full_year(first, story.published)
        first -= first % 10
    elif first % 100 == 0:
        return dated(of_century(first // 100 + 1), modifier(found))
    return dated(of_decade(first), modifier(found))


def _after_the(found: Found) -> bool:
    index = found.first
    return "the" in (found.tokens.word(index), found.tokens.word(index - 1) if index else "")


def century(found: Found, story: Story) -> Reading | None:
    """ "the 19th century"."""
    number = day_number(found, "or")
    if number is None or not 1 <= number <= 30:
        return None
    return dated(of_century(number), modifier(found))


def holiday(found: Found, story: Story) -> Reading | None:
    """ "Christmas Eve", "Thanksgiving", "Easter week", "last Halloween"."""
    from factcheck.times.holidays import holiday_in

    name = str(found.word("ho"))

    def on(year: int) -> Stretch | None:
        when = holiday_in(name, year, story.country, story.language)
        return None if when is None else of_day(when)

    year = year_told(found, story)
    told = on(year) if year is not None else _nearest_holiday(found, story, on)
    if told is None:
        return partial(None, modifier(found))
    if (unit := found.code("un", "HOLIDAY_UNIT")) is not None:
        # Labor Day weekend ends with the Monday, Thanksgiving weekend comes after the Thursday.
        monday = unit == "weekend" and told.start.isoweekday() <= 2
        told = unit_of(Unit(unit), plus_days(told.start, -2) if monday else told.start)
    return in_part(found, dated(told, modifier(found)), "pt")


def _nearest_holiday(
    found: Found, story: Story, on: Callable[[int], Stretch | None]
) -> Stretch | None:
    now = story.now
    if now is None:
        return None
    shift = found.number("sh", "SHIFT")
    candidates = [
        when for year in (now.year - 1, now.year, now.year + 1) if (when := on(year)) is not None
    ]
    if shift == 0:
        return next((when for when in candidates if when.start.year == now.year), None)
    behind = [when for when in candidates if when.start <= now]
    ahead = [when for when in candidates if when.start > now]
    if shift is None:
        near = bool(ahead) and (not behind or (now - behind[-1].start).days > _FARTHEST)
        forward = near or lies_ahead(found, story.language)
    else:
        forward = shift > 0
    chosen = ahead[:1] if forward else behind[-1:]
    return chosen[0] if chosen else None


READERS: dict[str, Reader] = {
    "iso_date": iso_date,
    "slash_date": slash_date,
    "month_day": month_day,
    "week_of": week_of,
    "bare_day": bare_day,
    "month": month,
    "season": season,
    "quarter": quarter,
    "half": half,
    "first_units": first_units,
    "fiscal_year": fiscal_year,
    "year": year,
    "year_end": year_end,
    "decade": decade,
    "century": century,
    "holiday": holiday,
}
