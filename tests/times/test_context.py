"""What an expression takes from the text around it, and from the country of the article."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.times import find_times

DAY = date(2023, 12, 28)


def values(text: str, published: date | None = DAY, country: str | None = None) -> list[str | None]:
    return [found.value for found in find_times(text, published, country=country)]


def test_history_is_told_from_its_own_dates() -> None:
    text = (
        "The mill, older than those of 1902 and 1905, was built in 1911 and burnt down in 1914. "
        "In November 1918 it was rebuilt. "
        "In February the first loaves were sold, and by the end of the year it fed the valley. "
        "On 3 May 1921 the dam broke. On Friday the water reached the mill. That summer, and "
        "again in 1923, 1925, 1931 and 1933, it stood idle."
    )
    assert values(text) == [
        *("1902", "1905", "1911", "1914", "1918-11", "1919-02", "1919", "1921-05-03", "1921-05-06"),
        *("1921-SU", "1923", "1925", "1931", "1933"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell yesterday.", "XXXX-XX-XX"),
        ("It falls tonight.", "XXXX-XX-XXTNI"),
        ("It falls today.", "PRESENT_REF"),
        ("It fell on Tuesday.", "XXXX-WXX-2"),
        ("It fell over the weekend.", "XXXX-WXX-WE"),
        ("It fell in May.", "XXXX-05"),
        ("It fell on 5 May.", "XXXX-05-05"),
        ("It fell on the 14th, he said.", "XXXX-XX-14"),
        ("It fell this summer.", "XXXX-SU"),
        ("It fell in the second quarter.", "XXXX-Q2"),
        ("It fell in the afternoon.", "XXXX-XX-XXTAF"),
        ("It falls in the next two days.", "P2D"),
        ("It fell from May to July.", None),
        ("It fell from 2 to 5 May.", None),
        ("It fell Monday through Wednesday.", None),
        ("It fell last week.", None),
        ("It fell two years ago.", None),
        ("It fell in the first half of May.", None),
        ("It fell the week of May 5.", None),
        ("It sank two weeks ago Friday.", "XXXX-WXX-5"),
        ("It sails two weeks from Friday.", "XXXX-WXX-5"),
        ("It sank two Fridays ago.", "XXXX-WXX-5"),
        ("They met on the second Sunday of the month.", None),
        ("It was the wettest year to date.", None),
        ("Sales rose in the latest quarter.", None),
        ("It sails the week after next.", None),
        ("It sank the night before last.", None),
        ("Sales fell in the first half of the year.", None),
        ("Sales fell in H1.", "XXXX-H1"),
        ("It rained for the last week.", "P1W"),
        ("It rained in the past two weeks.", "P2W"),
        ("It rained in the past hour.", "PT1H"),
        ("It fell on Christmas.", None),
        ("It fell the next day.", None),
        ("It fell later in the day.", None),
        ("It fell at noon.", "T12:00"),
        ("It fell the next morning.", "XXXX-XX-XXTMO"),
        ("They met Sunday night.", "XXXX-WXX-7TNI"),
    ],
)
def test_without_a_day_of_publication_a_time_keeps_what_its_words_say(
    text: str, value: str | None
) -> None:
    (found,) = find_times(text)
    assert (found.value, found.start, found.end) == (value, None, None)


def test_news_that_looks_back_is_still_told_from_its_day() -> None:
    text = (
        "The mill, built in 1911 and rebuilt in 1918, 1923 and 1925, burnt down on Tuesday. "
        "In November it had been sold."
    )
    assert values(text)[-2:] == ["2023-12-26", "2023-11"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It was built in 1911. That summer it burned.", ["1911", "1911-SU"]),
        ("It was built in 1911. It burned the following spring.", ["1911", "1912-SP"]),
        ("It was built in 1911 and burned the next year.", ["1911", "1912"]),
        ("It was built in 1911. In July of that year it burned.", ["1911", "1911-07"]),
        ("In May 1911 it burned. The following month it was sold.", ["1911-05", "1911-06"]),
        ("Sales rose in the third quarter of 2021. In the latest quarter they fell.",
         ["2021-Q3", "2021-Q3"]),
        ("Sales rose in Q3 2021, and fell in Q4.", ["2021-Q3", "2021-Q4"]),
        ("It was built on May 3, 1911. The next day it burned.", ["1911-05-03", "1911-05-04"]),
        ("It was sold last October. It was shut that same day.", ["2023-10", "2023-10-XX"]),
        ("It burned on May 3. It had burned the night before.", ["2023-05-03", "2023-05-02"]),
        # A year at the head of its sentence, or behind its months.
        ("In 1911, July was dry.", ["1911", "1911-07"]),
        ("It burned in July, in 1911.", ["1911-07", "1911"]),
        ("It was built in 1911, and July was dry.", ["1911", "2023-07"]),
        ("In 2019, it rained. It was dry in July.", ["2019", "2023-07"]),
        ("July 4 and 5, 1976, were dry.", ["1976-07-04", "1976-07-05"]),
        ("It rose in July and August 1918.", ["1918-07", "1918-08"]),
        # A weekday goes on from the one before it.
        ("It began on Friday. By Sunday it was over.", ["2023-12-22", "2023-12-24"]),
    ],
)  # fmt: skip
def test_what_goes_on_from_what_was_told(text: str, told: list[str]) -> None:
    assert values(text) == told


@pytest.mark.parametrize(("between", "year"), [(154, "2019"), (155, "2023")])
def test_a_year_at_the_head_of_a_sentence_holds_for_160_characters(between: int, year: str) -> None:
    words = ", " + "x" * between + " "
    assert values(f"In 2019{words}in July it was dry.")[1] == f"{year}-07"


def test_a_clock_time_takes_the_day_of_its_sentence() -> None:
    text = (
        "The quake struck at 5:11 p.m. local time, officials said on Monday. At 9 a.m. it rained."
    )
    assert values(text) == ["2023-12-25T17:11", "2023-12-25", "T09:00"]


def test_both_clock_times_of_a_sentence_have_its_day() -> None:
    assert values("It struck at 17:06 (13:36 GMT) on Sunday, state television said.") == [
        *("2023-12-24T17:06", "2023-12-24T13:36Z", "2023-12-24"),
    ]


@pytest.mark.parametrize(
    ("after", "value"),
    [
        # What "after" governs makes a length of time of it; alone it names a day.
        ("a strike", "P2D"), ("the strike", "P2D"), ("I left", "P2D"), ("9 men left", "P2D"),
        (", rain fell", "2023-12-27"), ("; rain fell", "2023-12-27"), ("", "2023-12-27"),
    ],
)  # fmt: skip
def test_days_after_a_day_or_after_something(after: str, value: str) -> None:
    gap = " " if after[:1].isalnum() else ""
    assert values(f"The dam broke on Monday. It was two days after{gap}{after}") == [
        "2023-12-25", value,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("country", "words", "value"),
    [
        (None, "Thanksgiving", "2023-11-23"),
        ("US", "Thanksgiving", "2023-11-23"),
        ("CA", "Thanksgiving", "2023-10-09"),
        ("DE", "Thanksgiving", None),
        ("XX", "Thanksgiving", None),
        ("MX", "Independence Day", "2023-09-16"),
        ("DE", "Christmas Eve", "2023-12-24"),
    ],
)
def test_holidays_are_those_of_the_country(
    country: str | None, words: str, value: str | None
) -> None:
    assert values(f"They met on {words}.", country=country) == [value]


@pytest.mark.parametrize(
    ("country", "day"), [(None, "2023-05-04"), ("US", "2023-05-04"), ("GB", "2023-04-05")]
)
def test_the_country_tells_which_figure_is_the_month(country: str | None, day: str) -> None:
    assert values("Dated 05/04/2023.", country=country) == [day]


def test_a_wrapped_line_does_not_end_an_expression() -> None:
    text = "The envoys, who had been expected to leave for the border, met last\nweek, it said."
    assert values(text) == ["2023-W51"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The boats (a week apart) sank.", ["P1W"]),
        ("They sold 40 boats—a year of work.", ["P1Y"]),
    ],
)
def test_only_what_stands_right_behind_is_given_at_that_rate(text: str, told: list[str]) -> None:
    assert values(text) == told


def test_a_weekday_tells_the_year_of_its_date() -> None:
    # 4 March was a Saturday in 2023, a Monday in 2024, a Tuesday in 2025 and a Friday in 2022.
    for weekday, year in (("Saturday", 2023), ("Monday", 2024), ("Tuesday", 2025)):
        text = f"They left on {weekday}, March 4."
        assert values(text, published=date(2024, 3, 5)) == [f"{year}-03-04"]


def test_a_holiday_by_which_something_happened_is_behind() -> None:
    assert values("By Christmas 40 had died.", published=date(2025, 3, 4)) == ["2024-12-25"]


@pytest.mark.parametrize(
    "text",
    ["Over Labor Day weekend in 2019 five boats sank.", "In 2019, Labor Day weekend was wet."],
)
def test_the_year_of_a_holiday_may_stand_apart(text: str) -> None:
    # 2 September 2019 was the first Monday of its month, 31 August the Saturday before it.
    assert "2019-W35-WE" in values(text)


def test_a_headline_does_not_run_into_the_text() -> None:
    assert values("Bridge falls on Friday\n3 May 2012 was a quiet day.") == [
        *("2023-12-29", "2012-05-03"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left on Tuesday, before December 26.", ["XXXX-WXX-2", "XXXX-12-26"]),
        ("They left in May, over the weekend.", ["XXXX-05", "XXXX-WXX-WE"]),
        ("They left yesterday, last week, two years ago.", ["XXXX-XX-XX", None, None]),
        ("They left tonight and this morning.", ["XXXX-XX-XXTNI", "XXXX-XX-XXTMO"]),
    ],
)
def test_without_publication_dates_stay_partial(text: str, expected: list[str | None]) -> None:
    assert values(text, published=None) == expected
    assert all(found.start is None for found in find_times(text))
