"""Readers of how long and how often: durations and sets."""

from __future__ import annotations

from factcheck.mentions import TimeType
from factcheck.times.date_parts import quantity
from factcheck.times.grammar import RuleMatch
from factcheck.times.periods import SHORT_UNITS, CalendarUnit
from factcheck.times.reading import Reader, TimeContext, TimeReading, modifier

# The designator of ISO 8601 for each unit, how many of it one unit holds, and its own half.
_DESIGNATORS = {
    CalendarUnit.SECOND: ("PT", 1, "S", None),
    CalendarUnit.MINUTE: ("PT", 1, "M", "PT30S"),
    CalendarUnit.HOUR: ("PT", 1, "H", "PT30M"),
    CalendarUnit.DAY: ("P", 1, "D", "PT12H"),
    CalendarUnit.NIGHT: ("P", 1, "D", None),
    CalendarUnit.WEEK: ("P", 1, "W", None),
    CalendarUnit.WEEKEND: ("P", 1, "WE", None),
    CalendarUnit.FORTNIGHT: ("P", 2, "W", None),
    CalendarUnit.MONTH: ("P", 1, "M", None),
    CalendarUnit.QUARTER: ("P", 3, "M", None),
    CalendarUnit.HALF: ("P", 6, "M", None),
    CalendarUnit.SCHOOL_YEAR: ("P", 1, "Y", None),
    CalendarUnit.YEAR: ("P", 1, "Y", "P6M"),
    CalendarUnit.DECADE: ("P", 10, "Y", "P5Y"),
    CalendarUnit.CENTURY: ("P", 100, "Y", "P50Y"),
    CalendarUnit.MILLENNIUM: ("P", 1000, "Y", "P500Y"),
}


def length(unit: CalendarUnit, count: int | None) -> str | None:
    """The TIMEX3 value of so many units; `PXD` where the number is open."""
    prefix, each, letter, _ = _DESIGNATORS[unit]
    number = "X" if count is None else str(count * each)
    return f"{prefix}{number}{letter}"


def _half_of(unit: CalendarUnit) -> str | None:
    """The TIMEX3 length of half a unit."""
    return _DESIGNATORS[unit][3]


def _and_a_half(unit: CalendarUnit, count: int) -> str | None:
    """The TIMEX3 value of so many units and a half: "two and a half years" is two years and six
    months."""
    half = _half_of(unit)
    if half is None:
        return length(unit, count)
    if unit in (CalendarUnit.DECADE, CalendarUnit.CENTURY, CalendarUnit.MILLENNIUM):
        return f"P{count * _DESIGNATORS[unit][1] + int(half[1:-1])}Y"
    whole = str(length(unit, count))
    return whole + half.removeprefix("PT" if whole.startswith("PT") else "P")


def duration(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a duration: "two weeks", "a four-month", "5 1/2 hours", "years", "decades-long", "10,000
    a day"."""
    if (word := found.word("lg")) is not None:
        return TimeReading(TimeType.DURATION, str(found.words.find(word, "LONG")))
    code = next(
        (c for label in ("un", "un2", "un3", "un4") if (c := found.code(label, "UNIT", "UNITS"))),
        None,
    )
    if code is None:
        return None
    unit = CalendarUnit(code)
    one = found.words.find(str(found.word("un")), "UNIT") is not None
    if unit in (CalendarUnit.QUARTER, CalendarUnit.HALF) and found.at("mr") is None:
        return None  # "three quarters of them"
    if found.rule == "duration" and one and not _counts_one(found, unit):
        return None
    if found.raw("un2").istitle() and found.raw("n").isdigit():
        return None  # "60 Minutes", "48 Hours"
    if found.rule == "duration" and _is_idle_rate(found):
        return None
    if found.rule == "duration" and _is_rate(found):
        # "60 miles an hour" is a speed
        return None if unit in SHORT_UNITS else TimeReading(TimeType.SET, length(unit, 1))
    kept = modifier(found)
    if found.word("he") == "over" and found.code("n", "VAGUE_NUMBER") is not None:
        kept = None  # "over several months" is during them
    return TimeReading(TimeType.DURATION, _amount(found, unit, one), modifier=kept)


def has_half(found: RuleMatch) -> bool:
    """Whether half a unit is added: "two and a half years", "5 1/2 hours", "a year and a half"."""
    return any(found.at(label) is not None for label in ("fr", "half", "half2"))


def _amount(found: RuleMatch, unit: CalendarUnit, one: bool) -> str | None:
    """The length of a duration as TIMEX3 writes it: "P3D", "PT2H", "PXD" where the number is vague;
    `None` where no such length exists."""
    if found.at("ho") is not None:
        return _half_of(unit)
    if found.rule == "long" and one:
        return length(unit, 1)
    if found.at("n") is None:
        return length(unit, None)
    count = quantity(found, "n")
    if count is None:
        return length(unit, None)
    if has_half(found):
        return _and_a_half(unit, count)
    return length(unit, count + (found.number("n2", "DIGIT_WORD") or 0))


def _counts_one(found: RuleMatch, unit: CalendarUnit) -> bool:
    """Whether a singular unit is counted: "a year", "four-month", but not "a second letter"."""
    index = found.at("un")
    assert index is not None
    joined = found.tokens.raw(index - 1) == "-"
    number = found.word("n") or found.word("ho")
    if joined:
        return unit not in (
            CalendarUnit.QUARTER,
            CalendarUnit.HALF,
            CalendarUnit.CENTURY,
        ) or number not in ("a", "an")
    if unit in (
        CalendarUnit.SECOND,
        CalendarUnit.QUARTER,
        CalendarUnit.HALF,
        CalendarUnit.WEEKEND,
        CalendarUnit.NIGHT,
    ):
        return False
    return number is not None


def _is_idle_rate(found: RuleMatch) -> bool:
    """Whether "a day" belongs to "24 hours a day", which only means always."""
    at = found.first
    if found.word("n") not in ("a", "an") or found.last - at != 2 or not at:
        return False
    spaced = found.tokens.text[found.tokens.ends[at - 1]] == " "
    return spaced and found.words.find(found.tokens.word(at - 1), "UNITS") is not None


def _is_rate(found: RuleMatch) -> bool:
    """Whether "a day" makes a rate: "10,000 people a day", "twice a week"."""
    if found.word("n") not in ("a", "an") or found.last - found.first != 2 or not found.first:
        return False
    before = found.tokens.word(found.first - 1)
    if found.tokens.text[found.tokens.ends[found.first - 1]] != " ":
        return False
    plural = before.endswith("s") and len(before) > 3 and not before.endswith(("ss", "us", "is"))
    return plural or before in ("once", "twice", "people", "percent", "%") or before.isdigit()


def set_of(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a frequency: "daily", "weekly"; with a capital it is the name of a paper."""
    index = found.first
    word = found.tokens.raw(index)
    if word[0].isupper() and not word.isupper() and _inside_name(found, index):
        return None
    return TimeReading(TimeType.SET, found.code("st", "SET"))


def _inside_name(found: RuleMatch, index: int) -> bool:
    """Whether a word beside this one has a capital."""
    tokens = found.tokens
    neighbours = [n for n in (index - 1, index + 1) if 0 <= n < len(tokens.codes)]
    return any(tokens.raw(n)[:1].isupper() for n in neighbours)


def every(found: RuleMatch, context: TimeContext) -> TimeReading | None:
    """Read a repeated time: "every day", "each year", "every Friday", "Mondays"."""
    weekday = found.number("wd", "WEEKDAY") or found.number("wd2", "WEEKDAYS")
    if weekday is not None:
        part = found.code("pt2", "PART_OF_DAY")
        return TimeReading(TimeType.SET, f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""))
    if (part := found.code("pt", "PART_OF_DAY")) is not None:
        return TimeReading(TimeType.SET, f"XXXX-XX-XXT{part}")
    if (season := found.word("se")) is not None:
        return TimeReading(
            TimeType.SET, f"XXXX-{found.words.find(season, 'SEASON', 'SEASON_WORD')}"
        )
    if found.at("ho") is not None:
        return TimeReading(TimeType.SET, None)
    if (month := found.number("mo", "ANY_MONTH")) is not None:
        return TimeReading(TimeType.SET, f"XXXX-{month:02d}")
    code = found.code("un", "UNIT", "UNITS")
    if code is None or (found.word("ev") == "per" and CalendarUnit(code) in SHORT_UNITS):
        return None
    step = found.number("ev", "EVERY") or 1
    count = quantity(found, "n") if found.at("n") is not None else 1
    return TimeReading(
        TimeType.SET, length(CalendarUnit(code), None if count is None else count * step)
    )


READERS: dict[str, Reader] = {"duration": duration, "set": set_of, "every": every}
