"""Whether a weekday lies ahead: each word that decides, beside a sentence where it does not.

Printed on a Thursday, so "Monday" is three days behind or four ahead, and "Friday" six behind or
one ahead.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest

from factcheck.mentions import TimeCaution
from factcheck.times import find_times

PRINTED = date(2023, 12, 28)
BEFORE, AFTER = date(2023, 12, 25), date(2024, 1, 1)
DETERMINERS = (
    "the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "these", "those",
)  # fmt: skip
ADVERBS = ("not", "also", "likely", "then", "soon", "still", "only", "never", "clearly")
AHEAD = [
    *(f"They saw {word} planned march Monday." for word in (*DETERMINERS, "the town's")),
    *(f"They hope to {word} rest Monday." for word in ADVERBS),
    *(f"It is held {word} Monday." for word in ("on", "for")),
    *(f"It is {verb} on Monday." for verb in ("heard", "held", "seen", "sent", "staged")),
    *(f"The court was told when they are heard {word} Monday." for word in ("on", "for")),
    *(f"The crew stays {word} Monday." for word in ("by", "until", "till", "through", "thru")),
    *(f"The crew stays {word} 5 p.m. Monday." for word in ("by", "until", "till", "through")),
    *(f"The crew stays until {hour} Monday." for hour in ("noon", "midday", "midnight")),
    *(f"The court sits by {hour} on Monday." for hour in ("noon", "midnight")),
    *(f"The hearing starts {hour} Monday." for hour in ("at 9:30 a.m.", "at noon", "9 a.m. EST")),
    "The hearing is at 9 a.m. on Monday.", "The feast is on Monday.", "On Monday they will rest.",
    *(f"The crew stays {word} 10:30 a.m. EST Monday." for word in ("by", "until")),
    *(f"{word} Monday they rest." for word in ("By", "Until", "Till", "Through", "Thru")),
    *(f"The fares rise {word} Monday." for word in ("starting", "beginning", "effective")),
    *(f"The fares rise {word} on Monday." for word in ("starting", "beginning", "effective")),
    "It was called for Monday.", "It was called for 5 p.m. Monday.",
    "They gave them until Monday.", "They gave them no rest until Monday.",
    "The crew had until Monday.", "The crew has been told to rest Monday.",
    "Will the crew rest Monday?", "THE CREW WILL REST MONDAY.",
    "THE CREW RESTED. IT WILL REST MONDAY.", "The crew will avoid a hit Monday.",
    "They left, and the crew will rest Monday.", "They are to be heard Monday.",
    "They have moved the old hearing to Monday.",
]  # fmt: skip
BEHIND = [
    "They planned march Monday.", "The ruling on Monday will cost jobs.",
    "The focus is on Monday's ruling.", "It was heard on Monday.", "Monday's ruling was read.",
    "Monday’s ruling was read.", "They are to the east Monday.", "The crew was hit Monday.",
    "THE CREW RESTED MONDAY.", "THE CREW WILL REST. IT LEFT MONDAY.",
    *(f"They went to {word} coast Monday." for word in DETERMINERS),
    *(f"They could {word} have left Monday." for word in ADVERBS),
    *(f"The crew had rested {word} Monday." for word in ("by", "through")),
    "The crew had rested since Monday.", "The crew stays since Monday.", "Since Monday they rest.",
    # What opens a clause of its own leaves the plan of the one before behind.
    *(
        f"The crew will rest{mark} they left Monday."
        for mark in (";", ", but", ", and", ", who", ", which", ", where", ", while", ", said")
    ),
    "The crew will rest. They left Monday.", "The crew will say that they left Monday.",
    "The crew “will rest” they left Monday.",
    *(
        f"Monday the crew {word} it will rest."
        for word in (
            "if", "whether", "as", "because", "before", "after", "when", "until", "while", "to"
        )
    ),
]  # fmt: skip


def monday(text: str) -> date | None:
    found = [time for time in find_times(text, PRINTED) if "monday" in time.quote.lower()]
    return found[-1].start


@pytest.mark.parametrize("text", AHEAD)
def test_a_monday_ahead(text: str) -> None:
    assert monday(text) == AFTER


@pytest.mark.parametrize("text", BEHIND)
def test_a_monday_behind(text: str) -> None:
    assert monday(text) == BEFORE


NO_PLAIN_PAST = (
    "had", "been", "planned", "arranged", "canceled", "cancelled", "postponed", "set",
)  # fmt: skip


@pytest.mark.parametrize("verb", [*NO_PLAIN_PAST, "left", "walked", "sank", "was"])
def test_a_plain_past_is_of_last_week(verb: str) -> None:
    (friday,) = find_times(f"The crew {verb} on Friday at Olm.", PRINTED)
    behind = verb not in NO_PLAIN_PAST
    assert friday.start == PRINTED + timedelta(days=-6 if behind else 1)


@pytest.mark.parametrize("words", range(10))
def test_a_plain_past_stands_within_six_words(words: int) -> None:
    (friday,) = find_times(f"The crew walked {'far ' * words}Friday.", PRINTED)
    assert friday.start == PRINTED + timedelta(days=-6 if words <= 6 else 1)


# For each day of the week from Monday: the weekend of that week, or so many weeks from it.
WEEKENDS = {
    "It was shot this weekend.": [-1, -1, -1, -1, -1, 0, 0],
    "It will rain this weekend.": [0, 0, 0, 0, 0, 0, 0],
    "This weekend's fair was wet.": [-1, -1, 0, 0, 0, 0, 0],
    "It rained last weekend.": [-1, -1, -1, -1, -1, -1, -1],
    "It rained over the weekend.": [-1, -1, -1, -1, -1, 0, 0],
    "It will rain over the weekend.": [0, 0, 0, 0, 0, 0, 0],
    "It rained the weekend before last.": [-2, -2, -2, -2, -2, -2, -2],
    "It rains next weekend.": [1, 1, 1, 1, 1, 1, 1],
}


@pytest.mark.parametrize("text", WEEKENDS)
@pytest.mark.parametrize("weekday", range(7))
def test_a_weekend_by_the_day_of_print(text: str, weekday: int) -> None:
    for first in (date(2023, 12, 18), date(2023, 12, 25), date(2024, 2, 26)):
        (found,) = find_times(text, first + timedelta(days=weekday))
        saturday = first + timedelta(days=5 + 7 * WEEKENDS[text][weekday])
        assert (found.start, found.end) == (saturday, saturday + timedelta(days=1))


@pytest.mark.parametrize("weekday", range(7))
def test_a_sunday_papers_last_week_is_its_own(weekday: int) -> None:
    first = date(2023, 12, 18)
    (found,) = find_times("It rained last week.", first + timedelta(days=weekday))
    start = first - timedelta(days=0 if weekday == 6 else 7)
    assert (found.start, found.end) == (start, start + timedelta(days=6))


SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}


@pytest.mark.parametrize("name", SEASONS)
@pytest.mark.parametrize("month", range(1, 13))
def test_the_last_and_the_next_season(name: str, month: int) -> None:
    """The last one is over, the next has not begun, and a bare one has begun."""
    begins = [date(year, SEASONS[name], 1) for year in range(2020, 2026)]
    for printed in (date(2023, month, 1), date(2023, month, monthrange(2023, month)[1])):
        behind = [first for first in begins if first <= printed]
        ahead = next(first for first in begins if first > printed)
        goes_on = (printed.year - behind[-1].year) * 12 + printed.month - behind[-1].month < 3
        cases = {
            f"It rained last {name}.": behind[-2] if goes_on else behind[-1],
            f"It rains next {name}.": ahead,
        }
        if name != "fall":  # "in fall" is read with a year only
            cases[f"It rained in {name}."] = behind[-1]
        for text, first in cases.items():
            (found,) = find_times(text, printed)
            assert found.start == first, (text, printed)


@pytest.mark.parametrize(
    ("before", "caution"),
    [
        # Twelve characters up to the time, with the word and what stands between.
        ("It sank before the ", TimeCaution.BOUND), ("It sank before ", TimeCaution.BOUND),
        ("It sank before a ", None), ("It sank before far ", None),
        ("It sank by the ", TimeCaution.BOUND), ("It sank on the ", None),
    ],
)  # fmt: skip
def test_a_limit_stands_right_before_its_time(before: str, caution: TimeCaution | None) -> None:
    (found,) = find_times(f"{before}26th of December 2023.", PRINTED)
    assert found.caution == caution


@pytest.mark.parametrize("words", [81, 82, 89, 90, 91, 120])
def test_a_label_is_looked_for_in_ninety_characters(words: int) -> None:
    """A line that begins with its text or within ninety characters of the time."""
    inside = f"{'x' * words}\nUpdated: Dec. 28, 2023\nThe dam broke."
    (found,) = find_times(inside, PRINTED)
    assert found.caution is TimeCaution.STAMP
    far = f"{'x' * words} Updated: Dec. 28, 2023\nThe dam broke."
    (found,) = find_times(far, PRINTED)
    assert found.caution is None


@pytest.mark.parametrize(
    ("text", "caution"),
    [
        ("10:45 a.m. - The dam broke.", TimeCaution.STAMP),
        ("10:45 a.m. -- The dam broke.", TimeCaution.STAMP),
        ("10:45 a.m. – The dam broke.", TimeCaution.STAMP),
        ("10:45 a.m.: The dam broke.", TimeCaution.STAMP),
        ("* 10:45 a.m.\nThe dam broke.", TimeCaution.STAMP),
        ("• 10:45 a.m.: The dam broke.", TimeCaution.STAMP),
        ("10:45 a.m. The dam broke.", None), ("10:45 a.m.-The dam broke.", None),
        ("By 10:45 a.m.: The dam broke.", TimeCaution.BOUND),
        ("LIMA, Dec. 27 (AFP) The dam broke.", TimeCaution.STAMP),
        ("LIMA, Dec. 27 — The dam broke.", TimeCaution.STAMP),
        ("LIMA, Dec. 27 - The dam broke.", TimeCaution.STAMP),
        ("LIMA, Dec. 27 _ The dam broke.", TimeCaution.STAMP),
        ("LIMA, 27 Dec. (AFP) The dam broke.", TimeCaution.STAMP),
        ("LIMA, Dec. 27 The dam broke.", None), ("Lima in Dec. 27 (AFP) The dam broke.", None),
        ("in LIMA, Dec. 27 (AFP) The dam broke.", None),
        ("The 2016 nominee spoke.", TimeCaution.MODIFIER), ("The 2016, he spoke.", None),
        ("Their 2016 nominee spoke.", TimeCaution.MODIFIER),
        ("By 2016 they spoke.", TimeCaution.BOUND),
    ],
)  # fmt: skip
def test_forms_of_stamps_limits_and_modifiers(text: str, caution: TimeCaution | None) -> None:
    found = find_times(text, PRINTED)
    assert [time.caution for time in found] == ([caution] if found else [])
    assert found or caution is None
