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


def test_quotations_end_with_their_paragraph() -> None:
    text = "“One two.\nThree “four” five \"six\" seven ``eight'' nine"
    assert [text[start:end] for start, end in quotations(text)] == [
        *("One two.", "four", "six", "eight"),
    ]


def test_a_wrapped_line_does_not_end_a_quotation() -> None:
    text = '"It held\ntoday," he said.'
    assert [text[start:end] for start, end in quotations(text)] == ["It held\ntoday,"]
