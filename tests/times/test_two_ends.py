"""What two times say together: the night between two hours, and from which day to which a thing is
moved."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.mentions import TimeCaution
from factcheck.times import find_times

THURSDAY = date(2024, 3, 14)
MONDAY, TUESDAY = date(2024, 3, 11), date(2024, 3, 12)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # The night between them, from either end.
        ("The curfew ran from 10 p.m. to 5 a.m. on Tuesday.", [MONDAY, TUESDAY]),
        ("It ran from 10 p.m. Monday until 6 a.m.", [MONDAY, TUESDAY]),
        ("It ran from 10 p.m. on Monday until about 6 a.m.", [MONDAY, TUESDAY]),
        ("The fire broke out at 11:30 p.m. and was out by 4 a.m. Tuesday.", [MONDAY, TUESDAY]),
        ("It rained between 9 p.m. and 3 a.m. on Tuesday.", [MONDAY, TUESDAY]),
        ("It rained between about 9 p.m. and 3 a.m. on Tuesday.", [MONDAY, TUESDAY]),
        ("It rained 9 p.m. - 3 a.m. Tuesday.", [MONDAY, TUESDAY]),
        ("It rained from 9 p.m. through 3 a.m. Tuesday.", [MONDAY, TUESDAY]),
        # One day holds both, or they are the ends of nothing.
        ("It ran from 9 a.m. to 5 p.m. on Tuesday.", [TUESDAY, TUESDAY]),
        ("It ran from 10 p.m. to midnight on Tuesday.", [TUESDAY, TUESDAY]),
        ("One opened at 10 p.m. and one at 5 p.m. on Tuesday.", [TUESDAY, TUESDAY]),
        ("Trains left at 9 p.m. and 3 p.m. on Tuesday.", [TUESDAY, TUESDAY]),
    ],
)
def test_the_days_of_two_hours(text: str, days: list[date]) -> None:
    assert [time.start for time in find_times(text, THURSDAY)] == days


def test_a_night_at_either_end_of_the_calendar_raises_nothing() -> None:
    for text, day in (
        ("It ran from 10 p.m. to 5 a.m. today.", date.min),
        ("It ran from 10 p.m. today until 6 a.m.", date.max),
    ):
        assert all(time.start == day for time in find_times(text, day))


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The match was moved from Friday to Saturday.", date(2024, 3, 15), date(2024, 3, 16)),
        ("The match was moved from May 5 to June 9.", date(2024, 5, 5), date(2024, 6, 9)),
        ("The match was moved from 5 May to 9 June.", date(2024, 5, 5), date(2024, 6, 9)),
        ("They moved the talks from March to June.", date(2024, 3, 1), date(2024, 6, 1)),
        *(
            (f"It was moved {way} from May 5 to June 9.", date(2024, 5, 5), date(2024, 6, 9))
            for way in ("forward", "back", "ahead", "up")
        ),
    ],
)
def test_a_thing_is_moved_from_one_day_to_another(text: str, first: date, second: date) -> None:
    before, after = find_times(text, THURSDAY)
    assert (before.start, before.caution) == (first, TimeCaution.COMPARED)
    assert (after.start, after.caution) == (second, None)


@pytest.mark.parametrize(
    "text",
    ["It ran from May 5 to June 9.", "They moved north from May 5 to June 9.", "May 5 to June 9"],
)
def test_what_goes_on_from_one_day_to_another_is_one_stretch(text: str) -> None:
    (found,) = find_times(text, THURSDAY)
    assert found.start != found.end
