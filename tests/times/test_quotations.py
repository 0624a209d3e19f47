"""Times that a speaker tells: marked, or read from the day that the text gives the speaker."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.mentions import TimeCaution
from factcheck.times import find_times
from factcheck.times.quotations import quotations

DAY = date(2023, 12, 28)
QUOTED = TimeCaution.QUOTED


def told(text: str) -> list[tuple[str, date | None, TimeCaution | None]]:
    return [(time.quote, time.start, time.caution) for time in find_times(text, DAY)]


@pytest.mark.parametrize(
    "text",
    [
        "“The dam held today,” said the mayor.",
        '"The dam held today," said the mayor.',
        "``The dam held today,'' said the mayor.",
        "The mayor said: “The dam held today.”",
        "“The dam held today. It will hold.\n\n“We thank all,” she said.",
    ],
)
def test_today_in_a_quotation_keeps_the_day_of_print_and_is_marked(text: str) -> None:
    assert told(text) == [("today", DAY, QUOTED)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The dam held today,” she said on Tuesday.", date(2023, 12, 26)),
        ("“The dam broke yesterday,” she wrote in a post on Tuesday.", date(2023, 12, 25)),
        ("On Tuesday the mayor told them: “The dam held today.”", date(2023, 12, 26)),
        ("The dam held today — Ana Li (@anali) December 24, 2023", date(2023, 12, 24)),
        ("“It broke this morning,” he said Tuesday.", date(2023, 12, 26)),
    ],
)
def test_the_day_of_the_speaker_is_taken_where_it_is_told(text: str, expected: date) -> None:
    found = next(time for time in find_times(text, DAY) if time.rule in ("deictic", "part_of_day"))
    assert (found.start, found.end, found.caution) == (expected, expected, None)


@pytest.mark.parametrize(
    "text",
    [
        "The dam held today, the mayor said.",
        "The “old dam” held today.",
        "“It held.” The crews rest today.",
        "“We left on Tuesday,” he said.",
        "“It fell on May 3, 2023,” he said.",
    ],
)
def test_what_does_not_hang_on_a_speaker_is_not_marked(text: str) -> None:
    assert [caution for _, _, caution in told(text)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "“It held today,” said Ana. On Tuesday it had leaked.",  # another sentence
        "“It held today,” said Ana of the dam that was built near the town on Tuesday, May 2.",
        "On Tuesday the river rose. “It held today,” said Ana.",
        "The mayor said: “The dam held today.” On Tuesday it rained.",
    ],
)
def test_a_day_that_is_not_the_speakers_tells_nothing(text: str) -> None:
    today = next(time for time in find_times(text, DAY) if time.quote == "today")
    assert (today.start, today.caution) in [(DAY, QUOTED), (date(2023, 5, 2), None)]


@pytest.mark.parametrize("speech", ["said", "asked", "wrote in a post"])
@pytest.mark.parametrize("day", ["on Tuesday ", ""])
@pytest.mark.parametrize("near", [True, False])
def test_only_a_day_beside_a_word_of_speech_is_that_of_the_speaker(
    speech: str, day: str, near: bool
) -> None:
    """On either side, and no farther off than a line and a half."""
    apart = (
        "" if near else "of the town that lies behind the dam, where it had rained for so long, "
    )
    apart, opening = 2 * apart, day.replace("on", "On")
    for text in (
        f"The mayor {day}{speech} {apart}“The dam held today.”",
        f"{opening}the mayor {speech} {apart}“The dam held today.”",
        f"“The dam held today,” the mayor {speech} {apart}{day}as it got dark.",
    ):
        today = next(time for time in told(text) if time[0] == "today")
        expected = (date(2023, 12, 26), None) if day and near else (DAY, QUOTED)
        assert today[1:] == expected, text
    for text in (
        f"The mayor {day}left. “The dam held today.”",
        f"{opening}the mayor left “The dam of today” {apart}behind.",
    ):
        assert next(time for time in told(text) if time[0] == "today")[1:] == (DAY, QUOTED)


@pytest.mark.parametrize("quotations", [1, 2, 3])
def test_each_quotation_has_the_day_beside_itself(quotations: int) -> None:
    days = ["Tuesday", "Monday", "Sunday"][:quotations]  # the 26th, 25th and 24th
    text = "\n\n".join(f"“The dam held today,” the mayor said on {day}." for day in days)
    found = [start for quote, start, _ in told(text) if quote == "today"]
    assert found == [date(2023, 12, 26 - n) for n in range(quotations)]
    text += "\n\n“The dam held today.”"
    assert told(text)[-1] == ("today", DAY, QUOTED)


FEBRUARY = (date(2019, 2, 1), date(2019, 2, 28), QUOTED)
THIS_WEEK = (date(2023, 12, 22), date(2023, 12, 22), None)  # the Friday before it is printed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Said of the writing itself, or left to it by a quotation that is given to nobody else.
        ("Her aunt posted it in February 2019.\n“We moved on Friday,” the post reads.", FEBRUARY),
        ("Her aunt posted a photo in February 2019 of the barn.\n“We moved on Friday.”", FEBRUARY),
        ("Her aunt wrote to him in February 2019. “We moved on Friday,” she wrote.", FEBRUARY),
        ("In a letter of February 2019 the mayor said: “We moved on Friday.”", FEBRUARY),
        # A day counts back and ahead by the day of the writing: 3 May 2019 was a Friday.
        ("In a note of May 2, 2019, Ana wrote: “We moved on Friday.”",
         (date(2019, 4, 26), date(2019, 4, 26), None)),
        # Somebody else speaks, or of no writing, or another sentence stands between.
        ("Her aunt posted it in February 2019. “We moved on Friday,” said Lee Hart.", THIS_WEEK),
        ("Her aunt bought a barn in February 2019. “We moved on Friday.”", THIS_WEEK),
        ("Her aunt posted it in February 2019. Crowds came. “We moved on Friday.”", THIS_WEEK),
        # A year is too wide to be that of the next quotation, and what is recent is of this week.
        ("Her aunt wrote a book in 2019. “We moved on Friday.”", THIS_WEEK),
        ("Her aunt posted it on Tuesday. “We moved on Friday,” the post reads.", THIS_WEEK),
        ("A post of 2019 says that they moved on Friday.", THIS_WEEK),
    ],
)  # fmt: skip
def test_a_weekday_of_an_old_writing_is_not_of_this_week(
    text: str, expected: tuple[date, date, TimeCaution | None]
) -> None:
    friday = next(time for time in find_times(text, DAY) if time.quote == "Friday")
    assert (friday.start, friday.end, friday.caution) == expected


def test_today_in_an_old_writing_is_of_its_time() -> None:
    text = "In a diary of February 2019 she wrote: “The dam held today. Last year it broke.”"
    assert told(text)[1:] == [
        ("today", date(2019, 2, 1), QUOTED),
        ("Last year", date(2022, 1, 1), QUOTED),  # of which year the text does not say
    ]
    dated = text.replace("of February", "of February 4,")
    assert told(dated)[1] == ("today", date(2019, 2, 4), None)


def test_quotations_end_with_their_paragraph() -> None:
    text = "“One two.\nThree “four” five \"six\" seven ``eight'' nine"
    assert [text[start:end] for start, end in quotations(text)] == [
        *("One two.", "four", "six", "eight"),
    ]


def test_a_wrapped_line_does_not_end_a_quotation() -> None:
    text = '"It held\ntoday," he said.'
    assert [text[start:end] for start, end in quotations(text)] == ["It held\ntoday,"]
