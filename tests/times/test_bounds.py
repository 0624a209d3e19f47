"""How far the readers of dates look: a line, a label, an opening, a quotation, at the bound."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import cast

import pytest

from factcheck.mentions import TimeCaution
from factcheck.times import find_times, infer_published
from factcheck.times.now import later_now
from factcheck.times.periods import of_month
from factcheck.times.reading import TimeContext

DAY = "29 December 2023"  # sixteen characters
TOLD = date(2023, 12, 29)


def printed(text: str) -> str | None:
    """The rule by which a text tells its own day."""
    found = infer_published(text)
    if found is not None:
        assert (found.start, found.quote) == (TOLD, text[found.span.start : found.span.end])
    return None if found is None else found.rule


@pytest.mark.parametrize(("line", "rule"), [(1, True), (15, True), (16, False)])
@pytest.mark.parametrize("written", [f"Published: {DAY}", DAY, f"OSTER, {DAY} -- It rained."])
def test_a_day_of_print_stands_in_the_first_fifteen_lines(
    line: int, rule: bool, written: str
) -> None:
    above = "It rained all night.\n" * (line - 1)
    assert (printed(f"{above}{written}") is not None) is rule
    assert (printed(f"\n \n\t\n{above}{written}") is not None) is rule  # empty lines are none


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        # Sixty characters behind a label.
        (f"Published: {'x' * 43} {DAY}", "labelled_date"),
        (f"Published: {'x' * 44} {DAY}", None),
        # Sixty characters of a line that holds nothing else.
        (f"{DAY} {'.' * 43}", "date_alone"), (f"{DAY} {'.' * 44}", None),
        (f"Published:\n{DAY} {'.' * 43}", "labelled_date"), (f"Published:\n{DAY} {'.' * 44}", None),
        # Ninety characters up to the end of the dash that opens the story.
        (f"O{'a' * 68}, {DAY} --It rained.", "date_line"),
        (f"O{'a' * 69}, {DAY} --It rained.", None),
        # Three other words that begin with a capital, and none that does not.
        (f"Ab Cd Ef {DAY}", "date_alone"), (f"Ab Cd Ef Gh {DAY}", None), (f"ab {DAY}", None),
        # A label alone at the end, and one above a line without a day.
        ("Published:", None), (f"Published:\nOster\n{DAY}", "date_alone"),
    ],
)  # fmt: skip
def test_a_day_of_print_stands_near_what_tells_of_it(text: str, rule: str | None) -> None:
    assert printed(text) == rule


@pytest.mark.parametrize(
    ("title", "found"),
    [(f"Storm | {DAY}", True), (f"Storm {DAY}", False), (f"Storm – {DAY}", True),
     (f"A - B, {DAY}", True), (DAY, False)],
)  # fmt: skip
def test_a_title_holds_a_day_behind_its_last_mark(title: str, found: bool) -> None:
    told = infer_published("It rained.", title)
    assert (told is not None) is found
    if told is not None:
        assert told.span.of(title) == DAY


@pytest.mark.parametrize(
    ("start", "length", "early", "moved"),
    [
        # Two fifths of a story of seven hundred characters are its opening.
        (279, 700, 0, True), (280, 700, 0, False), (0, 699, 0, False), (0, 700, 0, True),
        (399, 1000, 0, True), (400, 1000, 0, False),
        # A stamp is at most two days early.
        (0, 700, 1, True), (0, 700, 2, False),
    ],
)  # fmt: skip
def test_a_weekday_that_the_opening_tells_as_past_moves_the_day_of_the_story(
    start: int, length: int, early: int, moved: bool
) -> None:
    ahead, published = TOLD + timedelta(5), TOLD
    told = [(start, ahead), (start + 1, TOLD)]
    story = SimpleNamespace(weekdays_ahead=told, published=published + timedelta(early))
    found = later_now(cast("TimeContext", story), published, length)
    assert found == (ahead if moved else None)
    none = SimpleNamespace(weekdays_ahead=[], published=published)
    assert later_now(cast("TimeContext", none), published, length) is None
    assert later_now(cast("TimeContext", story), None, length) is None


@pytest.mark.parametrize(
    ("between", "day"),
    [
        # A hundred and twenty characters up to the day on which it was said, with the last mark.
        (" he said on ", date(2023, 12, 27)),
        ("he said " + "x" * 107 + " on ", date(2023, 12, 27)),
        ("he said " + "x" * 108 + " on ", None),
        (" he left on ", None),
        (" he said. It rained on ", None),
        (" he said\non ", None),
    ],
)
def test_today_in_a_quotation_is_the_day_on_which_it_was_said(
    between: str, day: date | None
) -> None:
    """Printed on Friday, said on Wednesday."""
    text = f"“We sail today,”{between}Wednesday."
    (today, wednesday) = find_times(text, published=TOLD)
    assert wednesday.start == date(2023, 12, 27)
    if day is None:
        assert today.caution is TimeCaution.QUOTED
    else:
        assert today.start == day


@pytest.mark.parametrize("months", range(-30, 31))
def test_a_month_runs_over_into_other_years(months: int) -> None:
    """As months are counted: 12 and 1 to a year."""
    year, month = 2023, 1
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month in (0, 13):
            year, month = (year - 1, 12) if month == 0 else (year + 1, 1)
    assert of_month(2023, 1 + months).value == f"{year}-{month:02d}"


@pytest.mark.parametrize(
    ("years", "now", "retold"),
    [
        # Four years before the last one, and less than an eighth as many times told from now.
        ([1911, 1912, 1913, 1914], "", True), ([1911, 1912, 1913], "", False),
        ([2021] * 4, "", True), ([2022] * 4, "", False),
        ([1914] * 4, "Last week it was dry. ", False),
        ([1914] * 8, "Last week it was dry. ", False),
        ([1914] * 9, "Last week it was dry. ", True),
    ],
)  # fmt: skip
def test_a_text_with_many_old_years_is_history(years: list[int], now: str, retold: bool) -> None:
    """Its July is that of the year told last."""
    told = " ".join(f"In {year} it rained." for year in years)
    found = find_times(f"{now}{told} Rain fell in July.", TOLD)
    assert found[-1].value == f"{years[-1] if retold else 2023}-07"


@pytest.mark.parametrize(
    ("place", "ahead"), [("Oster", True), ("Haleton", True), ("Haletown", False)]
)
def test_a_timetable_stands_within_twelve_characters_of_its_day(place: str, ahead: bool) -> None:
    """Printed on a Thursday: "opens in Haleton Monday" is the Monday ahead."""
    (monday,) = find_times(f"The trial opens in {place} Monday.", date(2023, 12, 28))
    assert monday.start == (date(2024, 1, 1) if ahead else date(2023, 12, 25))
