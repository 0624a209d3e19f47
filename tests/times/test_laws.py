"""Laws that hold of every text: the strategies build a text and its reading side by side."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.times import compatible, find_times, infer_published
from factcheck.times.grammar import time_grammar

MONTHS = [
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
FORMS = [
    "{month} {day}, {year}",
    "{day} {month} {year}",
    "{weekday}, {month} {day}, {year}",
    "{year}-{number:02d}-{day:02d}",
    "the {day}th of {month}, {year}",
]
# Words of the lexicon, in any order and with anything between.
SALAD = st.lists(
    st.sampled_from(
        [
            *("last", "the", "of", "May", "march", "Tuesday", "31", "1998", "99", "early", "in"),
            *("two", "weeks", "ago", "and", "between", "-", "–", ",", ".", "5 p.m.", "12:60"),
            *("Easter", "quarter", "first", "half", "a", "decade", "'90s", "\n", "year", "next"),
            *("9999999", "30", "February", "centuries", "later", "0735", "GMT", "every", "before"),
            *("2023-02-31", "99/99/9999", "million", "that", "day", "night", "’s", "o'clock"),
        ]
    ),
    max_size=25,
).map(" ".join)
PUBLISHED = st.dates(date(1900, 1, 1), date(2100, 12, 31))
EDGES = st.sampled_from([date.min, date.max, date(1, 6, 1), date(9999, 1, 1)])
DAYS = st.dates(date(1950, 1, 1), date(2050, 12, 31))


@example("1q", None)
@example("in h2, q3 and 4q22", None)
@given(text=st.one_of(st.text(max_size=120), SALAD), published=st.none() | PUBLISHED | EDGES)
def test_no_text_raises_and_every_span_is_exact(text: str, published: date | None) -> None:
    last = 0
    for found in find_times(text, published):
        assert text[found.span.start : found.span.end] == found.quote
        assert found.quote.strip()
        assert found.span.start >= last
        last = found.span.end
        assert (found.start is None) == (found.end is None)
        if found.start is not None and found.end is not None:
            assert date.min <= found.start <= found.end <= date.max
    infer_published(text, text)


@given(day=DAYS, form=st.sampled_from(FORMS), one=PUBLISHED, other=st.none() | PUBLISHED)
def test_an_explicit_date_does_not_depend_on_publication(
    day: date, form: str, one: date, other: date | None
) -> None:
    wording = form.format(
        month=MONTHS[day.month - 1],
        number=day.month,
        day=day.day,
        year=day.year,
        weekday=WEEKDAYS[day.weekday()],
    )
    text = f"The bridge fell on {wording}."
    for published in (one, other):
        (found,) = find_times(text, published)
        assert (found.start, found.end, found.quote) == (day, day, wording)


@given(
    weekday=st.integers(0, 6),
    form=st.sampled_from(
        ["They left on {}.", "They will leave on {}.", "They left last {}.", "Next {} they leave."]
    ),
    published=DAYS,
    weeks=st.integers(-500, 500),
)
def test_shifting_publication_by_weeks_shifts_weekdays_by_as_many(
    weekday: int, form: str, published: date, weeks: int
) -> None:
    text = form.format(WEEKDAYS[weekday])
    shift = timedelta(weeks=weeks)
    (here,) = find_times(text, published)
    (there,) = find_times(text, published + shift)
    assert here.start is not None
    assert here.start.weekday() == weekday
    assert there.start == here.start + shift


@given(weekday=st.integers(0, 6), published=DAYS)
def test_a_bare_weekday_told_in_the_past_is_the_latest_one_not_after_publication(
    weekday: int, published: date
) -> None:
    (found,) = find_times(f"The wall fell on {WEEKDAYS[weekday]}.", published)
    expected = next(
        published - timedelta(days=back)
        for back in range(7)
        if (published - timedelta(days=back)).weekday() == weekday
    )
    assert found.start == found.end == expected


@given(published=DAYS, words=st.sampled_from(["last weekend", "this weekend", "last week"]))
def test_weeks_run_from_monday_to_sunday(published: date, words: str) -> None:
    (found,) = find_times(f"It will have rained {words}.", published)
    assert found.start is not None
    assert found.end is not None
    assert found.start.weekday() == (5 if "weekend" in words else 0)
    assert found.end.weekday() == 6
    weeks = (found.end - published + timedelta(days=published.weekday() + 1)).days // 7
    sunday_paper = words == "last week" and published.weekday() == 6
    assert weeks == (0 if words.startswith("last") and not sunday_paper else 1)


@given(weekday=st.integers(0, 6))
def test_without_publication_a_weekday_stays_a_weekday(weekday: int) -> None:
    (found,) = find_times(f"They left on {WEEKDAYS[weekday]}.")
    assert found.value == f"XXXX-WXX-{weekday + 1}"
    assert (found.start, found.end) == (None, None)
    period = found.period()
    assert period is not None
    assert compatible(period, f"XXXX-WXX-{weekday + 1}")
    assert not compatible(period, f"XXXX-WXX-{(weekday + 1) % 7 + 1}")


HOSTILE = [
    "Tuesday, a day after it ",
    "Daily Star ",
    "5 p.m. and ",
    "the " * 8,
    " ",
    " \n",
    "last ",
    "May ",
    "1998-",
    "5 ",
    "a few ",
    "new year's ",
    "Dec. ",
    "\n",
    "’",
    "“today ",
    '"today, he said Monday ',
    "tomorrow (@a) ",
    "Monday and ",
    "will Tuesday ",
    "the day before ",
    "In 2018, May ",
]


@pytest.mark.measured
@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear_in_the_text(piece: str) -> None:
    time_grammar("en")

    def seconds(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        laps = []
        for _ in range(3):
            started = time.process_time()
            find_times(text, date(2023, 12, 28))
            laps.append(time.process_time() - started)
        return min(laps)

    assert seconds(16_000) < 12 * seconds(4_000) + 0.05
