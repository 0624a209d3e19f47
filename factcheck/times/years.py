"""Readers of seasons, quarters, halves, years and longer, and of parts of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from factcheck.times.date_parts import (
    day_number,
    full_year,
    implied_year,
    quantity,
    split_year,
    stated_year,
)
from factcheck.times.direction import lies_ahead
from factcheck.times.grammar import RuleMatch
from factcheck.times.periods import (
    CalendarUnit,
    Stretch,
    of_century,
    of_decade,
    of_half,
    of_month,
    of_quarter,
    of_season,
    of_year,
    plus_days,
    unit_of,
)
from factcheck.times.reading import (
    Reader,
    TimeContext,
    TimeReading,
    dated,
    modifier,
    partial,
    spanning,
)

_THIS_CENTURY = date(2000, 1, 1)
_MONEY = "$£€¥#№"
_JOINED_NUMBER = re.compile(r"[0-9][-–]$")  # a telephone number, "5-2-1998"


def season(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a season: "spring 1998", "last fall", "this summer", "the following spring"."""
    label = next(name for name in ("se", "se2", "se5") if found.at(name) is not None)
    word, raw = str(found.word(label)), found.raw(label)
    if raw.istitle() and found.at(label) != found.first and found.at("se5") is None:
        return None  # "the Winter Olympics"
    code = str(found.words.find(word, "SEASON", "SEASON_WORD"))
    year = stated_year(found, context)
    if year is not None:
        return dated(of_season(year, code), modifier(found))
    shift = found.number("sh", "SHIFT")
    now = context.now
    if now is None:
        return partial(f"XXXX-{code}", modifier(found))
    if (
        (found.at("sm") is not None or context.is_history)
        and shift is None
        and context.anchor is not None
    ):
        return dated(of_season(context.anchor.start.year, code), modifier(found))
    goes_on = found.word("sh") == "following" or (found.word("sh") == "next" and context.is_history)
    if goes_on and context.anchor is not None:
        now = context.anchor.end
    return dated(_nearest_season(now, code, shift), modifier(found))


def _nearest_season(now: date, code: str, shift: int | None) -> Stretch:
    """The season that is meant: the next, the last or the running one as `shift` says, and without
    it the last that has begun."""
    year = now.year - (code == "WI" and now.month < 3)  # January lies in the winter before
    this = of_season(year, code)
    if shift is not None and shift > 0:
        return this if this.start > now else of_season(year + 1, code)
    if shift is not None and shift < 0:
        return this if this.end < now else of_season(year - 1, code)
    if shift == 0:
        return this
    return this if this.start <= now else of_season(year - 1, code)


def quarter(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a quarter in words: "the second quarter", "the fourth quarter of 1998"."""
    number = found.number("or", "ORDINAL")
    if number == -1:
        alone = found.tokens.word(found.last - 1) == "quarter" and found.word("or") == "last"
        if alone and context.now is not None:
            return dated(unit_of(CalendarUnit.QUARTER, context.now).shifted(-1), modifier(found))
        number = 4
    if number is None or not 1 <= number <= 4:
        return None
    if found.at("fy") is not None:
        return partial(f"FY{found.raw('fy')}-Q{number}", modifier(found))
    year = _year_of(found, context)
    if year is None:
        year = _implied_year(found, context, lambda year: of_quarter(year, number))
    if year is None:
        return partial(f"XXXX-Q{number}", modifier(found))
    return dated(of_quarter(year, number), modifier(found))


def _implied_year(
    found: RuleMatch, context: TimeContext, of: Callable[[int], Stretch]
) -> int | None:
    """The year of a quarter or half without one: that named elsewhere, else the latest begun."""
    if (split := split_year(found, context)) is not None:
        return split
    now = context.now
    if now is None:
        return None
    return now.year - (of(now.year).start > now and not lies_ahead(found, context.language))


def period_code(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a quarter or half by its code: "Q3 2022", "4Q", "H1 2023", "in H2"; of the year just
    mentioned, else the latest."""
    code = found.raw("qc") or found.raw("hc") or found.raw("hc2")
    if len(code) != 2 or not code.isupper() or _inside_a_word(found):
        return None  # "H1N1", "a Q 1", "1q"
    number = int(code.strip("QH"))
    of = of_half if "H" in code else of_quarter
    year = stated_year(found, context)
    anchor = context.anchor
    if (
        year is None
        and anchor is not None
        and anchor.unit in (CalendarUnit.HALF, CalendarUnit.QUARTER)
    ):
        year = anchor.start.year
    if year is None:
        year = _implied_year(found, context, lambda year: of(year, number))
    return partial(f"XXXX-{code}") if year is None else dated(of(year, number))


def _inside_a_word(found: RuleMatch) -> bool:
    """Whether letters or digits touch an expression on either side."""
    text = found.tokens.text
    start, end = found.tokens.starts[found.first], found.tokens.ends[found.last - 1]
    return text[max(0, start - 1) : start].isalnum() or text[end : end + 1].isalnum()


def spelled_year(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a year in words: "nineteen ninety-six", "twenty ten", "the year two thousand", "two
    thousand and one"."""
    first = found.number("cw", "CENTURY_WORD") or found.number("th", "THOUSAND_WORD")
    assert first is not None  # one of the two stands in each pattern
    tens = found.number("tn", "TENS") or found.number("tn2", "TENS") or 0
    teen = found.number("te", "TEEN_WORD") or found.number("te2", "TEEN_WORD") or 0
    digits = ("dg", "dg2", "dg3", "dg4")
    ones = next((n for label in digits if (n := found.number(label, "DIGIT_WORD"))), 0)
    return dated(of_year(first + tens + teen + ones), modifier(found))


def half(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read the first or second half of a year or month: "the first half of 2023"."""
    number = found.number("ha", "HALF")
    if number is None:
        return None
    if (number_of_month := found.number("mo", "ANY_MONTH")) is not None:
        year = stated_year(found, context, "yr2")
        if year is None:
            year = implied_year(found, context, number_of_month, None)
        if year is None:
            return partial(None)
        whole = of_month(year, number_of_month)
        first, last = (1, 15) if number == 1 else (16, whole.end.day)
        return spanning(whole.start.replace(day=first), whole.start.replace(day=last))
    year = _year_of(found, context)
    return partial(None) if year is None else dated(of_half(year, number))


def _year_of(found: RuleMatch, context: TimeContext) -> int | None:
    """The year named beside a quarter or half: in figures, or as "last year", "the year"."""
    year = stated_year(found, context)
    if year is not None or context.now is None:
        return year
    return context.now.year if found.tokens.word(found.last - 1) == "year" else None


def first_units(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read the first or last units of a longer one: "the first 11 months of 2023", "the last two
    weeks of May", "the first week of May"."""
    order = found.number("or", "ORDINAL")
    unit = found.code("un", "UNIT", "UNITS")
    whole = whole_of(found, context)
    if order is None or unit is None or whole is None:
        return None
    if found.at("n") is None:
        return _one_of(whole, CalendarUnit(unit), order, modifier(found))
    count = quantity(found, "n")
    if count is None or count > 366 or order not in (1, -1):
        return partial(None)
    if order == 1:
        end = plus_days(whole.start, -1)
        for _ in range(count):
            end = _unit_from(plus_days(end, 1), CalendarUnit(unit)).end
        return spanning(whole.start, min(end, whole.end))
    start = plus_days(whole.end, 1)
    for _ in range(count):
        before = plus_days(start, -1)
        width = _unit_from(before, CalendarUnit(unit))
        if width.start > before:
            width = width.shifted(-1)  # the weekend of a week that the whole ends in
        days = (width.end - width.start).days
        start = plus_days(before, -days) if width.unit is CalendarUnit.WEEK else width.start
    return spanning(max(start, whole.start), whole.end)


def _one_of(whole: Stretch, unit: CalendarUnit, order: int, kept: str | None) -> TimeReading | None:
    """The reading of one unit within a longer one: "the first week of May", "the last day of the
    year"."""
    if unit not in (
        CalendarUnit.DAY,
        CalendarUnit.WEEK,
        CalendarUnit.MONTH,
        CalendarUnit.YEAR,
        CalendarUnit.DECADE,
        CalendarUnit.WEEKEND,
    ):
        return None
    if order == -1:
        last = unit_of(unit, whole.end)
        return dated(last.shifted(-1) if last.start > whole.end else last, kept)
    first = unit_of(unit, whole.start)
    if first.start < whole.start:
        first = first.shifted(1)
    found = first.shifted(order - 1)
    return dated(found, kept) if found.start <= whole.end else None


def _unit_from(start: date, unit: CalendarUnit) -> Stretch:
    """The unit that begins on a day; a week may begin on any."""
    if unit is CalendarUnit.WEEK:
        return Stretch(CalendarUnit.WEEK, start, plus_days(start, 6), "")
    return unit_of(unit, start)


def whole_of(found: RuleMatch, context: TimeContext) -> Stretch | None:
    """The month, year or decade that a part is counted in: "of May 1998", "of last month"."""
    number = found.number("mo", "ANY_MONTH")
    if number is not None:
        year = stated_year(found, context, "yr2" if found.at("yr2") is not None else "yr")
        if year is None:
            year = implied_year(found, context, number, None)
        return None if year is None else of_month(year, number)
    year = stated_year(found, context, "yr2" if found.at("yr2") is not None else "yr")
    if year is not None:
        return of_year(year)
    unit = found.code("big", "UNIT")
    base = context.now
    if found.at("sm") is not None and context.anchor is not None:
        base = context.anchor.start
    if (
        unit is None
        or base is None
        or CalendarUnit(unit) not in (CalendarUnit.YEAR, CalendarUnit.MONTH, CalendarUnit.DECADE)
    ):
        return None
    return unit_of(CalendarUnit(unit), base).shifted(found.number("sh", "SHIFT") or 0)


def year_of_era(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a year with its era: "218 BC", "AD 79". The calendar of the library begins with the year
    1."""
    era = found.number("er", "ERA") or found.number("er2", "ERA")
    number = int(found.raw("y") or found.raw("y2"))
    if era is None or not 1 <= number <= 9999:
        return None
    if era < 0:
        return partial(f"BC{number:04d}")
    return dated(of_year(number))


def fiscal_year(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a fiscal year: "fiscal 2023". It has no days: each government and company sets its
    own."""
    year = stated_year(found, context)
    return None if year is None else partial(f"FY{year}")


def year(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a bare year. "1,998" is no year, and neither is the number in "$1998" or "1998
    people"."""
    number = int(found.raw("yr"))
    if not _reads_as_year(found, number):
        return None
    kept = found.code("pp", "POST_PRE") or modifier(found)
    return dated(of_year(number), kept)


def _reads_as_year(found: RuleMatch, number: int) -> bool:
    """Whether a number of four digits is a year: not a price, a part of a larger number, nor a
    count of what follows."""
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
    if found.words.find(previous, "HEDGE") is not None and index > 1:
        previous = found.tokens.word(index - 2)  # "since at least 1861"
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


def year_end(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read the end of a year: "by year-end", "at year's end 1988"."""
    year = stated_year(found, context)
    if year is None:
        if context.now is None:
            return None
        year = context.now.year
    return dated(of_year(year), "end")


def decade(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a decade: "the 1990s", "the '90s", "the nineties"."""
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
        first = full_year(first, context.published)
        first -= first % 10
    whole = of_century(first // 100 + 1)
    # "The 1900s" are a century, "the 2000s" a decade as long as theirs is under way.
    if first % 100 == 0 and whole.end < (context.published or _THIS_CENTURY):
        return dated(whole, modifier(found))
    return dated(of_decade(first), modifier(found))


def _after_the(found: RuleMatch) -> bool:
    """Whether "the" stands before an expression."""
    index = found.first
    return "the" in (found.tokens.word(index), found.tokens.word(index - 1) if index else "")


def century(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a century: "the 19th century"."""
    number = day_number(found, "or")
    if number is None or not 1 <= number <= 30:
        return None
    if (found.number("er", "ERA") or 1) < 0:
        return partial(f"BC{number - 1:02d}", modifier(found))
    return dated(of_century(number), modifier(found))


READERS: dict[str, Reader] = {
    "season": season,
    "quarter": quarter,
    "period_code": period_code,
    "spelled_year": spelled_year,
    "half": half,
    "first_units": first_units,
    "fiscal_year": fiscal_year,
    "year": year,
    "year_of_era": year_of_era,
    "year_end": year_end,
    "decade": decade,
    "century": century,
}
