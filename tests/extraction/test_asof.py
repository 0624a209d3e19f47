"""As of when a figure holds, when its event was, which period it covers, how far a count is."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Article, extract
from factcheck.kinds import EventDate, EventTime
from factcheck.models import AsOf, Change, Claim, Period, Phase

READS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("asof.toml").read_text(encoding="utf-8")
)["reads"]
PRINTED = date(2024, 5, 15)


def figure(text: str, quote: str, published: date | None = PRINTED) -> Claim:
    """The claim of the figure that `quote` begins or lies in."""
    start = text.index(quote)
    return next(
        claim
        for claim in extract(Article(id="a", text=text, published=published))
        if claim.quantity is not None and claim.span.start <= start < claim.span.end
    )


@pytest.mark.parametrize("read", READS, ids=[read["text"] for read in READS])
def test_three_times_of_a_figure(read: dict[str, Any]) -> None:
    claim = figure(read["text"], read["quote"])
    assert claim.as_of is not None
    when = None if claim.when is None or claim.when.start is None else claim.when.start.isoformat()
    assert claim.as_of.start == claim.as_of.end == date.fromisoformat(read["as_of"])
    assert claim.as_of_by == read["by"]
    assert claim.as_of_time == read.get("time")
    assert (when, claim.when_in) == (read.get("when"), read.get("in"))


@pytest.mark.parametrize(
    "text", ["Some 1,500 people have drowned since January.", "Since January, 1,500 have drowned."]
)
def test_what_is_counted_since_a_day_is_of_a_period_that_goes_on(text: str) -> None:
    claim = figure(text, "1,500")
    assert claim.when == claim.reference == Period(start=date(2024, 1, 1))


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Some 12 people drowned, twice as many as in 2020.", [True]),
        ("The toll rose to 12, up from nine in 2020.", [True]),
        ("The toll rose to 12 on Tuesday from nine on Monday.", [False, True]),
        ("Some 12 people fled from two villages on Monday.", [False]),
    ],
)
def test_the_day_of_what_is_compared_with_is_that_of_no_event(text: str, bound: list[bool]) -> None:
    claims = extract(Article(id="a", text=text, published=PRINTED))
    found = sorted((c for c in claims if isinstance(c, EventDate)), key=lambda c: c.span.end)
    assert [claim.question.bound for claim in found] == bound


@pytest.mark.parametrize("opening", ["The judge in the", "The", "Of all who heard the"])
def test_a_year_that_names_a_case_dates_no_event(opening: str) -> None:
    claim = figure(f"{opening} 2009 mutiny case said 40 men died.", "40")
    assert claim.when is None


@pytest.mark.parametrize("opening", ["A", "Before it, a"])
def test_a_year_that_names_an_event_dates_what_it_did(opening: str) -> None:
    when = figure(f"{opening} 2009 fire killed 40 men.", "40").when
    assert when is not None
    assert when.start == date(2009, 1, 1)


def test_of_two_days_that_counts_are_as_of_each_figure_has_its_own() -> None:
    text = "As of Monday 44 people had died in the fire, and as of Tuesday 51 people had died."
    found = [figure(text, quote).as_of for quote in ("44", "51")]
    assert [held and held.start for held in found] == [date(2024, 5, 13), date(2024, 5, 14)]


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)))
def test_no_figure_that_is_told_holds_as_of_a_day_to_come(day: date) -> None:
    for text in ("By Tuesday's count 40 people had died.", "The toll stood at 40 on Tuesday."):
        claim = figure(text, "40", day)
        assert claim.as_of is not None
        assert claim.as_of.start is not None
        assert day - timedelta(days=7) <= claim.as_of.start <= day
        assert claim.as_of.start.weekday() == 1


def test_a_weekday_before_the_first_day_of_the_calendar_is_left_out() -> None:
    day = date(1, 1, 2)  # a Tuesday
    claim = figure("By Thursday's count 40 people had died.", "40", day)
    assert claim.as_of == Period(start=day, end=day)


def test_without_a_day_of_print_a_weekday_is_all_that_is_known() -> None:
    claim = figure("The toll stood at 40 on Tuesday.", "40", None)
    assert (claim.as_of, claim.as_of_by) == (Period(pattern="XXXX-WXX-2"), AsOf.STATE)
    assert figure("The quake killed 40 people.", "40", None).as_of_by is None
    assert figure("At 2 p.m. the toll stood at 40.", "40", None).as_of is None


@pytest.mark.parametrize(
    ("text", "quote", "share"),
    [
        ("With half the ballots counted, Ruiz led by 410 votes.", "410", "50"),
        ("With all ballots counted, Ruiz led by 410 votes.", "410", "100"),
        ("With all the votes in, Ruiz led by 410 votes.", "410", "100"),
        ("With 62 percent of precincts reporting, Ruiz had 410 votes.", "410", "62"),
        ("Ruiz leads by 410 votes with 80 percent of the vote counted.", "410", "80"),
        ("With 53 of 212 precincts counted, Ruiz had 410 votes.", "410", "25"),
        ("With 53 out of the 212 precincts reporting, Ruiz had 410 votes.", "410", "25"),
        ("With all but 53 of 212 precincts in, Ruiz had 410 votes.", "410", "75"),
        ("With 53 of about 212 precincts counted, Ruiz had 410 votes.", "410", None),
        ("With 53 wards, 212 precincts counted, Ruiz had 410 votes.", "410", None),
        ("Ruiz won 62 percent of the votes in 12 precincts.", "12", None),
        ("Ruiz led by 410 votes.", "410", None),
        ("The votes were counted: Ruiz led by 410.", "410", None),
        ("With more than 60 percent of precincts reporting, Ruiz had 410 votes.", "410", None),
    ],
)
def test_how_far_a_count_has_come(text: str, quote: str, share: str | None) -> None:
    assert figure(text, quote).progress == (None if share is None else Decimal(share))


@pytest.mark.parametrize(
    ("text", "quote", "day"),
    [
        ("Turnout was 41 percent, up from 29 percent in May 2021.", "41", None),
        ("Turnout was 41 percent, up from 29 percent in May 2021.", "29", date(2021, 5, 1)),
        ("The port took 410 boats, compared with 29 in May 2021.", "410", None),
        ("The port took 410 boats, compared to 29 in May 2021.", "410", None),
        ("The port took 410 boats, as against 29 in May 2021.", "410", None),
        ("The port took 410 boats, as opposed to 29 in May 2021.", "410", None),
        ("The port took 410 boats, versus 29 in May 2021.", "410", None),
        ("The port took 410 boats, down from 529 in May 2021.", "410", None),
        ("In May 2021 the port took 410 boats, down from 529.", "410", date(2021, 5, 1)),
    ],
)
def test_the_time_of_what_a_figure_is_compared_with(
    text: str, quote: str, day: date | None
) -> None:
    when = figure(text, quote).when
    assert (None if when is None else when.start) == day


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The outbreak, declared on Monday, has killed 61 people.", AsOf.PRINTED),
        ("The outbreak has killed 61 people, officials said on Monday.", AsOf.SAID),
        ("Officials declared on Monday that 61 people had died.", AsOf.SAID),
    ],
)
def test_a_day_of_speech_is_that_of_who_speaks(text: str, by: AsOf) -> None:
    assert figure(text, "61").as_of_by is by


@pytest.mark.parametrize(("between", "share"), [(24, "62"), (25, None)])
def test_how_near_a_share_stands_to_what_is_counted(between: int, share: str | None) -> None:
    gap = " percent of the " + "x" * (between - 17) + " "
    text = f"With 62{gap}precincts reporting, Ruiz had 410 votes."
    assert figure(text, "410").progress == (None if share is None else Decimal(share))


@pytest.mark.parametrize(
    ("text", "quote", "start"),
    [
        ("Inflation was 3.4 percent in March.", "3.4", date(2024, 3, 1)),
        ("The mill lost $4 million last year.", "$4", date(2023, 1, 1)),
        ("The port handled 41,000 boxes in April.", "41,000", date(2024, 4, 1)),
        # ... which may be set before it.
        ("For 2023, the mill reported a loss of $4 million.", "$4", date(2023, 1, 1)),
        ("In April, the port handled 41,000 boxes.", "41,000", date(2024, 4, 1)),
        ("In March, he wrote that inflation was 3.4 percent.", "3.4", None),
        # ... or behind it, and a mark between.
        ("The mill reported a loss of $4 million, in 2023.", "$4", date(2023, 1, 1)),
        # The shortest periods: a week of a statistic, and of a count a February of 28 days.
        ("Shares fell 3 percent last week.", "3 percent", date(2024, 5, 6)),
        ("The port handled 41,000 boxes in February 2023.", "41,000", date(2023, 2, 1)),
        # A day is no period, nor is a week one in which things are counted.
        ("Shares fell 3 percent on Monday.", "3 percent", None),
        ("The port handled 41,000 boxes last week.", "41,000", None),
        # Only a figure's own clause names its period, and a length has none.
        ("Inflation was 3.4 percent, he wrote in March.", "3.4", None),
        ("The bridge was 420 metres long in March.", "420", None),
    ],
)
def test_the_period_that_a_statistic_covers(text: str, quote: str, start: date | None) -> None:
    reference = figure(text, quote).reference
    assert (None if reference is None else reference.start) == start


@pytest.mark.parametrize(
    ("text", "of_count"),
    [
        ("The toll stood at 40 on Tuesday.", True),
        ("As of Tuesday 40 people had died.", True),
        ("Inflation was 3.4 percent in March.", True),
        ("At 5 p.m. on Tuesday the storm was 90 miles off.", True),
        ("The dam broke on Tuesday.", False),
        ("The dam broke on Tuesday and killed 40 people.", False),
        ("Police arrested 40 people on Tuesday.", False),
    ],
)
def test_a_day_that_dates_a_figure_is_no_day_of_an_event(text: str, of_count: bool) -> None:
    days = [
        claim
        for claim in extract(Article(id="a", text=text, published=PRINTED))
        if isinstance(claim, EventDate | EventTime)
    ]
    assert days
    assert {claim.of_count for claim in days} == {of_count}


@pytest.mark.parametrize(
    ("text", "quote", "phase", "change"),
    [
        ("The toll rose to 61.", "61", Phase.LATER, Change.UP),
        ("The caravan had shrunk to 1,700 people.", "1,700", Phase.LATER, Change.DOWN),
        ("The caravan dwindled from 4,000 people.", "4,000", Phase.START, Change.DOWN),
        ("The fee was raised to $40.", "$40", Phase.LATER, Change.UP),
        ("The count was revised to 61 people.", "61", Phase.LATER, None),
        ("The caravan numbers 61 people.", "61", None, None),
        ("Some 61 people walked to the mill.", "61", None, None),
    ],
)
def test_a_verb_of_change_tells_which_way(
    text: str, quote: str, phase: Phase | None, change: Change | None
) -> None:
    claim = figure(text, quote)
    assert (claim.phase, claim.change) == (phase, change)
