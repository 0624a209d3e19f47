"""What two figures, two days and shared words say, by arithmetic and by the calendar."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from factcheck.linkage.compare import copied_share, levels, rarity
from factcheck.linkage.days import gap_in_days
from factcheck.linkage.figures import coincidence, gives_again, set_against
from factcheck.models import Dimension, Period
from tests.linkage.newsdesk import marked


def bits(value: str, dimension: Dimension = Dimension.COUNT) -> float:
    return coincidence((Decimal(value), Decimal(value)), dimension)


def test_an_equal_figure_says_the_more_the_less_chance_would_bring_it_about() -> None:
    """A dozen or fewer is everywhere; each further digit tells more, and so does size; noughts at
    the end are rounding, and beyond ten bits nothing is surer."""
    ranks = ["12", "20", "200", "23", "230", "231", "2,310", "2,317"]
    told = [bits(figure.replace(",", "")) for figure in ranks]
    assert all(less < more for less, more in pairwise(told)), told
    assert bits("2") == bits("12") == bits("-12") == coincidence((None, None)) < bits("13")
    assert bits("2.5") > bits("12")
    assert bits("123456") == bits("123456789") == 10
    assert bits("45", Dimension.AGE) == bits("46", Dimension.AGE) < bits("45")


def test_a_bound_says_what_its_end_does() -> None:
    value = Decimal(317)
    assert coincidence((None, value)) == coincidence((value, None)) == bits("317")


def day(first: date, last: date | None = None) -> Period:
    return Period(start=first, end=last or first)


TUESDAY = date(2024, 3, 5)
MARCH = day(date(2024, 3, 1), date(2024, 3, 31))


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        (day(TUESDAY), day(TUESDAY), 0),
        (day(TUESDAY), day(date(2024, 3, 6)), 1),
        (day(TUESDAY), MARCH, 0),
        (MARCH, day(date(2024, 4, 1)), 1),
        (day(date(2023, 12, 31)), MARCH, 61),  # the 31 of January, the 29 of February, and one
        (day(TUESDAY), None, None),
        (None, None, None),
        # Without a year: a weekday beside another is a day off at least, and beside a month apart.
        (Period(pattern="XXXX-WXX-2"), Period(pattern="XXXX-WXX-2"), None),
        (Period(pattern="XXXX-WXX-2"), Period(pattern="XXXX-WXX-3"), 1),
        (Period(pattern="XXXX-09"), Period(pattern="XXXX-10"), 1),
        (Period(pattern="XXXX-09-02"), Period(pattern="XXXX-10-02"), 1),
        (Period(pattern="XXXX-09"), Period(pattern="XXXX-10-02"), None),
        (Period(pattern="XXXX-WXX-2"), Period(pattern="XXXX-09"), 366),
        (Period(pattern="XXXX-WXX-2"), Period(pattern="XXXX-09-02"), None),
        (day(TUESDAY), Period(pattern="XXXX-WXX-2"), None),
    ],
)
def test_days_between_two_periods(
    one: Period | None, other: Period | None, days: int | None
) -> None:
    assert gap_in_days(one, other) == days
    assert gap_in_days(other, one) == days


def test_shared_words_say_what_their_rarest_do() -> None:
    _, words = marked("Hail broke [40] windows in Oster.")
    common, rare = rarity(["people"], words), rarity(["greengage"], words)
    assert 0 < common < rare
    assert rarity(["people", "greengage"], words) == pytest.approx(common + rare)
    assert rarity([], words) == 0
    # One word is never more than seven bits: a name that nobody knows proves nothing alone.
    assert rarity(["qwxyzzt"], words) == rare == 7


def amounts(left: str, right: str) -> dict[str, float]:
    (one, other), words = marked(left, right)
    return {level.name: level.amount for level in levels(one, other, words)}


def test_an_answer_that_its_article_repeats_says_less() -> None:
    once = "Hail broke [40] windows in Oster."
    twice = f"{once} All 40 windows were old."
    assert "given_often" not in amounts(once, once)
    assert amounts(once, twice)["given_often"] == 1  # the log of 1 times 2, to base 2


def test_one_sentence_is_copied_whole_or_in_part() -> None:
    words = "Engineers counted [320] cracked tiles on the roof of the town library"
    (one, whole, part, other), _ = marked(
        f"{words} on Monday.", f"{words} on Monday.",
        f"{words}, and nobody who works there had noticed any of them before then.",
        "The town library lost [320] tiles.",
    )  # fmt: skip
    assert copied_share(one, whole) == 1
    assert 0.5 < copied_share(one, part) < 1
    assert copied_share(one, other) == 0


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("The mill hired [40] men. It hired [60] men.", False),
        ("“It hired [40] men,” Roe said. “It hired [60] men,” Doe said.", True),
        ("The mill hired [40] men. Its rival hired [60] men.", False),
        ("Its staff fell from [60] men to [40] men.", True),
        ("Its staff fell to [60] men. The mill has [40] men.", True),
        ("Its staff fell to [60] men. Its fleet fell to [40] men.", False),  # neither came first
    ],
)
def test_an_article_sets_two_figures_against_each_other(text: str, against: bool) -> None:
    (one, other), _ = marked(text)
    assert set_against(one, other) is set_against(other, one) is against


def test_a_figure_in_two_units_is_given_again() -> None:
    (miles, metres), _ = marked("The trench is [10 miles] ([16 kilometres]) long.")
    assert gives_again(miles.claim, metres.claim)
    assert gives_again(metres.claim, miles.claim)
    assert not gives_again(miles.claim, miles.claim)
