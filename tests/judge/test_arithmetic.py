"""Figures of one article that do not add up, and those that only seem not to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.judge import judge
from factcheck.judge.arithmetic import slips_in
from factcheck.models import Dimension, Quantity, Scope, Span
from factcheck.policy import DEFAULT
from factcheck.results import Relation, Verdict

from .newsroom import MOVEMENTS, about, at_least, claim, cluster, exactly, measured, paper

PERCENT = measured(Dimension.PERCENT, "percent")
MILE = measured(Dimension.DISTANCE, "mile")
KILOMETRE = measured(Dimension.DISTANCE, "kilometre")


def sums(text: str, *figures: tuple[str, Quantity]) -> list[str]:
    """The arithmetic that is found wrong in `text` with these figures."""
    article = paper("gazette", text)
    claims = [claim(article, quote, quantity=quantity) for quote, quantity in figures]
    return [slip.arithmetic for slip in slips_in(article, claims, DEFAULT)]


@pytest.mark.parametrize(
    ("whole", "part", "wrong"),
    [
        (exactly(40), exactly(52), True),
        (exactly(40), exactly(40), False),
        (exactly(40), at_least(39), False),
        (at_least(40), exactly(52), False),
        (about(50), exactly(52), False),
    ],
)
def test_a_part_is_never_more_than_its_whole(whole: Quantity, part: Quantity, wrong: bool) -> None:
    article = paper("gazette", "Forty sailors were hurt, among them 52 cadets.")
    all_of_them = claim(article, "Forty sailors", quantity=whole)
    some = claim(article, "52 cadets", quantity=part, part_of=all_of_them.span)
    assert bool(slips_in(article, [all_of_them, some], DEFAULT)) is wrong


def test_others_are_no_part() -> None:
    article = paper("gazette", "Four sailors drowned and 52 others were saved.")
    few = claim(article, "Four sailors", quantity=exactly(4))
    rest = claim(article, "52 others", quantity=exactly(52), part_of=few.span, scope=Scope.OTHERS)
    assert slips_in(article, [few, rest], DEFAULT) == ()


@pytest.mark.parametrize(
    ("miles", "kilometres", "wrong"),
    [(1000, 1600, False), (62, 100, False), (60, 100, False), (50, 60, True), (100, 62, True)],
)
def test_a_restated_measure_is_the_same_measure(miles: int, kilometres: int, wrong: bool) -> None:
    article = paper("gazette", "It lies fifty miles (sixty km) from the coast.")
    first = claim(article, "fifty miles", quantity=exactly(miles, **MILE))
    again = claim(
        article, "sixty km", quantity=exactly(kilometres, **KILOMETRE), restates=first.span
    )
    assert bool(slips_in(article, [first, again], DEFAULT)) is wrong


def test_the_right_conversion_is_shown() -> None:
    article = paper("gazette", "It lies 50 miles (60 km) from the coast.")
    first = claim(article, "50 miles", quantity=exactly(50, **MILE))
    again = claim(article, "60 km", quantity=exactly(60, **KILOMETRE), restates=first.span)
    (slip,) = slips_in(article, [first, again], DEFAULT)
    assert slip.arithmetic == "50 miles are 80.5 kilometres, not 60 kilometres"


def test_one_is_told_in_the_singular() -> None:
    article = paper("gazette", "It lies 1 mile (3 km) from the coast.")
    first = claim(article, "1 mile", quantity=exactly(1, **MILE))
    again = claim(article, "3 km", quantity=exactly(3, **KILOMETRE), restates=first.span)
    (slip,) = slips_in(article, [first, again], DEFAULT)
    assert slip.arithmetic == "1 mile is 1.6 kilometres, not 3 kilometres"


@pytest.mark.parametrize(
    ("text", "share", "found"),
    [
        ("Of the villages, 40 of the 50 hamlets (90 percent) are cut off.", 90,
         ["40 of 50 is 80 percent, not 90 percent"]),
        ("Of the villages, 40 of the 50 hamlets (80 percent) are cut off.", 80, []),
        ("Of the villages, 40 of the 50 hamlets, or 90 percent, are cut off.", 90,
         ["40 of 50 is 80 percent, not 90 percent"]),
        # One percent is no mistake, and a share of something else is none either.
        ("Of the villages, 40 of the 50 hamlets (81 percent) are cut off.", 81, []),
        ("Of the villages, 40 of the 50 hamlets (90 percent of them hilly) are cut off.", 90, []),
        ("Of the villages, 40 of the 50 hamlets, 90 percent unroofed, are cut off.", 90, []),
        ("Of the villages, 40 and the 50 hamlets (90 percent) are cut off.", 90, []),
    ],
)  # fmt: skip
def test_a_share_fits_the_counts_it_restates(text: str, share: int, found: list[str]) -> None:
    figures = ("40", exactly(40)), ("50 hamlets", exactly(50))
    assert sums(text, *figures, (f"{share} percent", exactly(share, **PERCENT))) == found


def test_a_right_share_does_not_hide_a_wrong_one_behind_it() -> None:
    text = (
        "Cut off are 40 of the 50 hamlets (80 percent), and of the mills stand 5 of the "
        "20 mills (90 percent)."
    )
    figures = (
        ("40", exactly(40)), ("50 hamlets", exactly(50)), ("80 percent", exactly(80, **PERCENT)),
        ("5 of", exactly(5)), ("20 mills", exactly(20)), ("90 percent", exactly(90, **PERCENT)),
    )  # fmt: skip
    article = paper("gazette", text)
    claims = [claim(article, quote, quantity=quantity) for quote, quantity in figures]
    # "5 of" ends before "the": it is the bare figure that the text ties to its whole.
    claims[3] = claims[3].model_copy(
        update={"span": Span(start=claims[3].span.start, end=claims[3].span.start + 1)}
    )
    (slip,) = slips_in(article, claims, DEFAULT)
    assert slip.arithmetic == "5 of 20 is 25 percent, not 90 percent"


def test_a_part_is_measured_by_its_own_whole_alone() -> None:
    article = paper("gazette", "Nine officers and forty sailors were hurt, 12 of them cadets.")
    officers = claim(article, "Nine officers", quantity=exactly(9))
    sailors = claim(article, "forty sailors", quantity=exactly(40))
    cadets = claim(article, "12 of them", quantity=exactly(12), part_of=sailors.span)
    assert slips_in(article, [officers, sailors, cadets], DEFAULT) == ()
    among_nine = cadets.model_copy(update={"part_of": officers.span})
    (slip,) = slips_in(article, [officers, sailors, among_nine], DEFAULT)
    assert slip.claims == (officers, among_nine)


def test_a_figure_close_to_its_whole_is_no_whole() -> None:
    quote = "12 of them cadets, each of whom had sailed for a year"
    article = paper("gazette", f"Nine officers and forty sailors were hurt, {quote}.")
    officers = claim(article, "Nine officers", quantity=exactly(9))
    sailors = claim(article, "forty sailors", quantity=exactly(40))
    cadets = claim(article, quote, quantity=exactly(12), part_of=sailors.span)
    assert slips_in(article, [officers, sailors, cadets], DEFAULT) == ()


@pytest.mark.parametrize(
    "first",
    ["40 and the 50 hamlets (90 percent)", "40 of the 50 hamlets (90 percent of them hilly)"],
)
def test_what_is_no_share_does_not_hide_a_wrong_one_behind_it(first: str) -> None:
    text = f"Cut off are {first}, and of the mills stand 7 of the 20 mills (95 percent)."
    figures = (
        ("40", exactly(40)), ("50 hamlets", exactly(50)), ("90 percent", exactly(90, **PERCENT)),
        ("7", exactly(7)), ("20 mills", exactly(20)), ("95 percent", exactly(95, **PERCENT)),
    )  # fmt: skip
    assert sums(text, *figures) == ["7 of 20 is 35 percent, not 95 percent"]


def test_a_share_of_two_counts_of_which_one_holds_the_other() -> None:
    article = paper("gazette", "Of the villages, 40 of the 50 hamlets (90 percent) are cut off.")
    whole = claim(article, "50 hamlets", quantity=exactly(50))
    part = claim(article, "40 of the 50 hamlets", quantity=exactly(40), scope=Scope.PART)
    share = claim(article, "90 percent", quantity=exactly(90, **PERCENT))
    (slip,) = slips_in(article, [whole, part, share], DEFAULT)
    assert slip.arithmetic == "40 of 50 is 80 percent, not 90 percent"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It freed 12 hostages: 7 men and 4 women.", ["7 + 4 = 11, not 12"]),
        ("It freed 12 hostages — 7 men and 4 women.", ["7 + 4 = 11, not 12"]),
        ("It freed 11 hostages: 7 men and 4 women.", []),
        # A list that goes on, parts that overlap, parts that are only some: nothing is claimed.
        ("It freed 12 hostages: 7 men and 4 women and a dog.", []),
        ("It freed 12 hostages: 7 men and 4 nurses.", []),
        ("It freed 12 hostages, among them 7 men and 4 women.", []),
    ],
)
def test_parts_that_exhaust_a_whole_make_it_up(text: str, found: list[str]) -> None:
    total = 11 if "11" in text else 12
    last = "4 nurses" if "nurses" in text else "4 women"
    assert (
        sums(
            text,
            (f"{total} hostages", exactly(total)),
            ("7 men", exactly(7)),
            (last, exactly(4)),
        )
        == found
    )


def test_a_total_is_the_sum_of_what_it_totals() -> None:
    text = "They found 7 bodies in Olm and 5 bodies in Ritt, a total of 13 dead."
    figures = ("7 bodies", exactly(7)), ("5 bodies", exactly(5)), ("13 dead", exactly(13))
    assert sums(text, *figures) == ["7 + 5 = 12, not 13"]
    right = ("7 bodies", exactly(7)), ("5 bodies", exactly(5)), ("13 dead", exactly(12))
    assert sums(text, *right) == []


def test_a_total_is_of_the_whole_list() -> None:
    text = "The dead were 9 women, 4 men and 2 boys, a total of 15 people."
    parts = ("9 women", exactly(9)), ("4 men", exactly(4)), ("2 boys", exactly(2))
    assert sums(text, *parts, ("15 people", exactly(15))) == []
    assert sums(text, *parts, ("15 people", exactly(16))) == ["9 + 4 + 2 = 15, not 16"]


def test_a_slip_is_a_conflict_inside_its_article_with_the_sum_shown() -> None:
    article = paper("gazette", "Forty sailors were hurt, among them 52 cadets.")
    whole = claim(article, "Forty sailors", quantity=exactly(40))
    part = claim(article, "52 cadets", quantity=exactly(52), part_of=whole.span)
    clusters = [cluster(whole, name="sailors"), cluster(part, name="cadets")]
    slip, *others = judge(clusters, [article], MOVEMENTS)
    assert slip.verdict is Verdict.CONFLICT
    assert {pair.relation for pair in slip.pairs} == {Relation.SUM_FAILS}
    assert slip.explanation == (
        "Within one article, Gazette prints “Forty sailors” and “52 cadets”: 52 cannot be a part "
        "of 40: a part is never more than its whole."
    )
    assert [group.verdict for group in others] == [Verdict.SINGLE, Verdict.SINGLE]


def test_a_copy_of_an_article_does_not_report_its_slip_again() -> None:
    article = paper("gazette", "Forty sailors were hurt, among them 52 cadets.")
    copy = paper("mirror", article.text)
    claims = []
    for one in (article, copy):
        whole = claim(one, "Forty sailors", quantity=exactly(40))
        claims += [whole, claim(one, "52 cadets", quantity=exactly(52), part_of=whole.span)]
    clusters = [cluster(claims[0], claims[2], name="a"), cluster(claims[1], claims[3], name="b")]
    verdicts = [group.verdict for group in judge(clusters, [article, copy], MOVEMENTS)]
    assert verdicts == [Verdict.CONFLICT, Verdict.SINGLE, Verdict.SINGLE]


def test_slips_come_in_the_order_of_the_text_whatever_order_the_claims_come_in() -> None:
    text = (
        "It freed 12 hostages: 7 men and 4 women. It lies 50 miles (60 km) off. Forty sailors "
        "were hurt, among them 52 cadets. Of the mills stand 7 of the 20 mills (95 percent)."
    )
    article = paper("gazette", text)
    figures = {
        "12 hostages": exactly(12), "7 men": exactly(7), "4 women": exactly(4),
        "7 of": exactly(7), "20 mills": exactly(20), "95 percent": exactly(95, **PERCENT),
    }  # fmt: skip
    claims = [claim(article, quote, quantity=quantity) for quote, quantity in figures.items()]
    miles = claim(article, "50 miles", quantity=exactly(50, **MILE))
    sailors = claim(article, "Forty sailors", quantity=exactly(40))
    claims += [
        miles,
        claim(article, "60 km", quantity=exactly(60, **KILOMETRE), restates=miles.span),
        sailors,
        claim(article, "52 cadets", quantity=exactly(52), part_of=sailors.span),
    ]
    claims[3] = claims[3].model_copy(
        update={"span": Span(start=claims[3].span.start, end=claims[3].span.start + 1)}
    )
    found = slips_in(article, claims, DEFAULT)
    assert [slip.claims[0].quote for slip in found] == [
        *("12 hostages", "50 miles", "Forty sailors", "7 of"),
    ]
    assert slips_in(article, claims[::-1], DEFAULT) == found


def test_a_sentence_of_nothing_but_figures_is_checked_in_no_time() -> None:
    numbers = [str(n) for n in range(1000, 2000)]
    article = paper("gazette", ", ".join(numbers) + " and more.")
    claims = [
        claim(article, n, quantity=Quantity(low=Decimal(n), high=Decimal(n))) for n in numbers
    ]
    assert slips_in(article, claims, DEFAULT) == ()
