"""Several quantities in one sentence: what ties them, what moves them, where they stand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.mentions import QuantityMention
from factcheck.models import Change, Dimension
from factcheck.quantities import find_quantities


def _by_quote(text: str) -> dict[str, QuantityMention]:
    return {m.quote: m for m in find_quantities(text)}


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "A blast killed 17 people and wounded 40 others, including six nurses.",
            ["17 people", "40 others", "six nurses"],
        ),
        (
            "Shares fell 3.2% to $41.50, wiping $2.1bn off the firm's value.",
            ["3.2%", "$41.50", "$2.1bn"],
        ),
        (
            "Nadal won 6-4, 3-6, 7-5 in 3 hours and 42 minutes.",
            ["6", "4", "3", "6", "7", "5", "3 hours and 42 minutes"],
        ),
        (
            "An A330-200, Flight 370, left at 4:17 a.m. on May 3 with 216 passengers and 12 crew.",
            ["216 passengers", "12 crew"],
        ),
        (
            "The 42-year-old, who earned $3.5m a year, denied all 14 counts of fraud.",
            ["42-year-old", "$3.5m a year", "14 counts of fraud"],
        ),
        (
            "She was born in 1951; the 27-member bloc will pay 500 million euros by 2030.",
            ["27-member", "500 million euros"],
        ),
        (
            "Seven in 10 voters backed it, 57% to 43%, with 98 percent of precincts counted.",
            ["Seven in 10 voters", "57%", "43%", "98 percent of precincts"],
        ),
        (
            "Iran enriched 60 kg of uranium to 60%, close to the 90% it needs.",
            ["60 kg of uranium", "60%", "close to the 90%"],
        ),
        (
            "FIVE PERSONS WERE KILLED, MORE THAN 30 WERE WOUNDED, AND ABOUT 12 CARS BURNED.",
            ["FIVE PERSONS", "MORE THAN 30", "ABOUT 12 CARS"],
        ),
    ],
)
def test_every_quantity_of_a_sentence_is_found_and_nothing_else(
    text: str, quotes: list[str]
) -> None:
    assert [m.quote for m in find_quantities(text)] == quotes


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Prices rose 3% in May.", Change.UP),
        ("Prices rose by 3% in May.", Change.UP),
        ("Prices are up 3%.", Change.UP),
        ("The index gained about 3 points.", Change.UP),
        ("The index fell by 200 points.", Change.DOWN),
        ("Output dropped more than 3%.", Change.DOWN),
        ("Output plunged a further 3%.", Change.DOWN),
        ("The FTSE -0.6%", Change.DOWN),
        ("The Nikkei 225 +1.4%", Change.UP),
        ("The forecast was revised upward by 40 points.", Change.UP),
        ("It was corrected downward by 12 tonnes.", Change.DOWN),
        ("Prices are easing 3%.", Change.DOWN),
        ("Prices were rebounding 3%.", Change.UP),
        ("The plant is slashing 300 jobs.", Change.DOWN),
        ("The price fell 3 to 5 cents.", Change.DOWN),
        ("The price fell from 5 to 3 cents.", None),
        ("It was a narrow 3% majority.", None),
        ("It kept to a scale of fines that escalate $40 a day.", None),
        ("They need to add 40 chairs.", None),
        ("Upward of 40 boats sailed.", None),
        ("The rate stood at 3%.", None),
        ("The rate rose to 3%.", None),
        ("Prices went from 3% to a peak.", None),
    ],
)
def test_a_verb_of_change_moves_the_figure_behind_it(text: str, change: Change | None) -> None:
    assert find_quantities(text)[0].change is change


def test_a_change_goes_on_in_another_measure() -> None:
    lost, percent, level = find_quantities("The Dow lost 190 points, or 0.6%, to 25,000.")
    assert (lost.change, percent.change, level.change) == (Change.DOWN, Change.DOWN, None)


def test_before_and_after_are_two_quantities_and_a_span_is_one() -> None:
    shrunk = find_quantities("The camp shrank from 6,000 to 1,600 people.")
    assert [m.quantity.low for m in shrunk] == [Decimal(6000), Decimal(1600)]
    (between,) = find_quantities("Fines range from $900 to $414 million.")
    assert (between.quantity.low, between.quantity.high) == (Decimal(900), Decimal(414_000_000))


@pytest.mark.parametrize(
    "text",
    [
        "They walked 1,000 miles (1,600 kilometers) north.",
        "The wall is six feet, or 1.8 metres, high.",
        "Winds of 150 mph (240 kph) tore roofs off.",
        "It hit 46.1 degrees Celsius (115 Fahrenheit).",
        "The bank made 1.2 trillion yen ($8.9 billion).",
    ],
)
def test_a_pair_of_units_is_one_quantity_written_twice(text: str) -> None:
    first, second = find_quantities(text)
    assert second.restates == first.span
    assert first.restates is None


def test_a_restated_figure_keeps_the_hedge_of_the_first() -> None:
    first, second = find_quantities("The road runs more than 100 km (62 miles).")
    assert (second.quantity.low, second.quantity.high) == (Decimal(62), None)
    assert first.quantity.low_inclusive is second.quantity.low_inclusive is False


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("It left 50 people hurt, including 11 children.", "11 children", "50 people"),
        ("Of the 53 wounded, 12 remain in hospital.", "12", "53 wounded"),
        ("Police held 90 protesters, 40 of whom were charged.", "40", "90 protesters"),
        ("They hurt 40 people, 15 of them in the port.", "15", "40 people"),
        ("They freed 30 men, among them two officers.", "two officers", "30 men"),
        ("Police held 4 of the 9 suspects.", "4 of the 9 suspects", "9 suspects"),
    ],
)
def test_a_part_points_to_its_whole(text: str, part: str, whole: str) -> None:
    mentions = _by_quote(text)
    assert mentions[part].part_of == mentions[whole].span
    assert mentions[whole].part_of is None


def test_people_counted_before_are_counted_on() -> None:
    for mention in find_quantities("Of the 53 wounded, 12 remain in hospital."):
        assert mention.quantity.unit == "person"


def test_a_count_of_things_does_not_become_one_of_people() -> None:
    mentions = find_quantities("He sold 30 cars in May, 12 in June and 5 in July.")
    assert [m.quantity.unit for m in mentions] == [None, None, None]


def test_votes_and_results_are_two_mentions_each() -> None:
    for text in ("The bill passed 134 to 63.", "Brazil beat Chile 3-1.", "a 52-48 vote"):
        assert [m.quantity.dimension for m in find_quantities(text)] == [Dimension.SCORE] * 2


@pytest.mark.parametrize(
    "text",
    [
        "About 45,000 people,  some 1.5m of them  – €3bn (2.1bn) — 3½ years; ½ of 12k …",
        "5\u202f000 marchers\nand\u00a012 dogs\r\n\t7 cats",
        "“Thirty-three miners” ’89 x² 1⁄2 mile",
    ],
)
def test_a_quote_stands_at_its_span_and_spans_are_in_order(text: str) -> None:
    mentions = find_quantities(text)
    assert mentions
    for mention in mentions:
        assert mention.span.of(text) == mention.quote
        assert mention.span.covers(mention.figure)
    assert [m.figure.start for m in mentions] == sorted(m.figure.start for m in mentions)


def test_people_of_the_sentence_before_are_counted_on() -> None:
    text = "Seventeen people have been charged. Eight of them are in custody."
    assert [m.quantity.unit for m in find_quantities(text)] == ["person", "person"]
    text = "Seventeen ships were searched. Eight of them are in port."
    assert [m.quantity.unit for m in find_quantities(text)] == [None, None]


@pytest.mark.parametrize(
    ("text", "unit", "subject"),
    [
        ("The fair let 40 stalls in the north and 27 in the south.", None, "stalls"),
        ("It logged 31 thefts, compared with an average of 24 per month.", None, "thefts"),
        ("The clinic took 18 patients by day, against 9 by night.", "person", "patients"),
        ("The dearest ticket is 80 cents and the cheapest is 55.", "cent", None),
        ("The fair let 40 stalls. The north took 9 and the south took 27.", None, None),
        ("Growth slowed by 4 percent but wages rose by 3.", "percent", None),
        ("Wages grew 4 percent while prices rose 3.", "percent", None),
        ("The side won 12 games and lost 5.", None, "games"),
        ("The index added 31 points to 2,210.", "point", None),
        ("One index shut at 2,210 points while its rival fell 2% to end at 1,950.", "point", None),
        ("The tax went from 14% to 9.", "percent", None),
        ("The share fell 3% to 12.", None, None),
        ("The fee is 90 euros ($97) in town and 75 in the country.", "EUR", None),
        ("The dealer sold 12 vases and opened at 9.", None, None),
        ("The gate cost 30 euros and was closed by 10.", None, None),
        ("The mine sold 40 tonnes and 9,000 in the town protested.", None, None),
        ("The fair let 40 stalls; 27 in the south.", None, None),
    ],
)
def test_a_unit_or_noun_left_out_is_that_of_the_figure_set_beside(
    text: str, unit: str | None, subject: str | None
) -> None:
    last = find_quantities(text)[-1]
    assert (last.quantity.unit, last.subject) == (unit, subject)


@pytest.mark.parametrize(
    ("text", "low", "unit", "subject"),
    [
        ("Sales fell from 9 to 7.5 million tonnes.", 9_000_000, "tonne", None),
        ("Sales will rise from 24.5 to 35 billion euros.", 24_500_000_000, "EUR", None),
        ("The firm will grow from 24.5 to 33-35 billion euros.", 24_500_000_000, "EUR", None),
        ("Membership grew from 300 to 1.2 million.", 300, None, None),
        ("The rate fell from 9 to 3 percent.", 9, "percent", None),
        ("The crew shrank from 40 to 25 sailors.", 40, "person", "sailors"),
        ("Output rose to 900 from 850 tonnes.", 900, "tonne", None),
        ("The school enrolled 210 compared with 180 pupils before.", 210, "person", "pupils"),
        ("The index closed at 900 while 850 people watched.", 900, None, None),
        ("The shop moved from 40 to 25 High Street.", 40, None, None),
    ],
)
def test_where_a_change_starts_shares_what_stands_behind_its_end(
    text: str, low: int, unit: str | None, subject: str | None
) -> None:
    first = find_quantities(text)[0]
    assert first.quantity.low == first.quantity.high == low
    assert (first.quantity.unit, first.subject) == (unit, subject)


@pytest.mark.parametrize(
    "text",
    ["The 28-year-old scored twice.", "The 28-year-old told a judge.", "The 28-year-old works."],
)
def test_what_somebody_of_an_age_does_is_not_who_it_is(text: str) -> None:
    (mention,) = [m for m in find_quantities(text) if m.quantity.dimension is Dimension.AGE]
    assert mention.quote == "28-year-old"
    assert mention.subject is None
