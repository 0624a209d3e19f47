"""A weekday lies in the days about the day of print: the table of back, tense and reading.

The table is the expectation. It is laid over every weekday of print, and over a turn of the
year, so that no reading hangs on one calendar.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from factcheck.times import find_times, story_now

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
# A week in the middle of a year, and the days about the end of two years.
WEEK = [date(2023, 6, 12) + timedelta(days=n) for n in range(7)]
TURN = [date(2023, 12, 26) + timedelta(days=n) for n in range(14)]
LEAP_TURN = [date(2020, 2, 24) + timedelta(days=n) for n in range(10)]

# For each wording: where the weekday lies that is 0, 1, … 6 days behind the day of print.
CASES = {
    "The crew rested {}.": [0, -1, -2, -3, -4, -5, -6],
    "The crew will rest on {}.": [0, -1, +5, +4, +3, +2, +1],
    "The crew is scheduled to rest on {}.": [0, -1, +5, +4, +3, +2, +1],
    "The crew might rest on {}.": [0, -1, -2, -3, +3, +2, +1],
    "The crew went home to rest on {}.": [0, -1, -2, -3, -4, -5, +1],
    "On {} the crew had a feast.": [0, -1, -2, -3, -4, -5, +1],
    "On {}, voters will choose.": [0, -1, +5, +4, +3, +2, +1],
    "The ruling on {} will cost jobs.": [0, -1, -2, -3, +3, +2, +1],
    "The funeral is on {}.": [0, -1, +5, +4, +3, +2, +1],
    "The focus is on {}'s vote.": [0, -1, -2, -3, -4, -5, +1],
    "The {} fair.": [0, -1, -2, -3, -4, +2, +1],
    "The crew announced a feast for {}.": [0, -1, +5, +4, +3, +2, +1],
    "The crew must leave by {}.": [0, -1, +5, +4, +3, +2, +1],
    "The crew had no food until {}.": [0, -1, -2, -3, -4, -5, +1],
    "The crew, as was said, has been told to rest on {}.": [0, -1, +5, +4, +3, +2, +1],
}


@pytest.mark.parametrize("form", CASES)
@pytest.mark.parametrize("days", [WEEK, TURN, LEAP_TURN], ids=["week", "turn", "leap"])
def test_a_weekday_by_nearness_and_tense(form: str, days: list[date]) -> None:
    for printed in days:
        for back, offset in enumerate(CASES[form]):
            named = printed - timedelta(days=back)
            text = form.format(WEEKDAYS[named.weekday()])
            (found,) = find_times(text, printed)
            assert found.start == found.end == printed + timedelta(days=offset), (text, printed)


FILLER = "Nobody in the village said more. " * 40


@pytest.mark.parametrize("printed", [*WEEK, *TURN])
def test_what_is_told_in_the_past_deep_in_a_story_is_of_last_week(printed: date) -> None:
    named = printed - timedelta(days=6)
    words = f"The ferry sank on {WEEKDAYS[named.weekday()]}."
    (deep,) = find_times(FILLER + words, printed)
    (top,) = find_times(words + " " + FILLER, printed)
    assert (deep.start, top.start) == (named, printed + timedelta(days=1))


@pytest.mark.parametrize("printed", [*WEEK, *TURN])
@pytest.mark.parametrize("early", [1, 2])
def test_a_stamp_that_is_early_moves_with_the_story(printed: date, early: int) -> None:
    """What happened a day, or a day and two days, after the stamp: the story's now is later."""
    names = [WEEKDAYS[(printed + timedelta(days=n)).weekday()] for n in range(4)]
    days = " ".join(f"Divers found the wreck on {names[n]}." for n in range(1, early + 1))
    text = f"{days} They rested today and fell ill yesterday. They will dive {names[3]}. {FILLER}"
    found = find_times(text, printed)
    offsets = [(time.start - printed).days for time in found if time.start is not None]
    assert offsets == [*range(1, early + 1), early, early - 1, 3]
    assert story_now(text, printed) == printed + timedelta(days=early)


def test_a_plan_moves_no_stamp() -> None:
    text = (
        "The town planned a march on Friday. Its mayor has called a meeting Friday. "
        f"A vigil announced for Friday is off. It is today. {FILLER}"
    )
    printed = date(2023, 12, 28)
    assert find_times(text, printed)[-1].start == story_now(text, printed) == printed


def test_a_time_stamp_is_the_day_of_print() -> None:
    stamp = datetime(2023, 6, 14, 17, 45)
    assert find_times("The crew rested on Tuesday.", stamp) == find_times(
        "The crew rested on Tuesday.", date(2023, 6, 14)
    )
