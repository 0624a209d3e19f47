"""Every form of a figure in every frame and behind every hedge is the same quantity.

What a figure is, how it is hedged and where it stands are told apart: "nearly a quarter of a
million people" is a quarter of a million people, nearly.
"""

from __future__ import annotations

import pytest

from factcheck.quantities import find_quantities

# A form, its figure or ends, its unit and its noun.
FORMS = [
    ("40 people", "40", "person", "people"),
    ("forty-two people", "42", "person", "people"),
    ("4,000 barrels", "4000", "barrel", None),
    ("4m users", "4000000", "person", "users"),
    ("two dozen boats", "24", None, "boats"),
    ("half a million people", "500000", "person", "people"),
    ("a quarter of a million people", "250000", "person", "people"),
    ("one and a half million people", "1500000", "person", "people"),
    ("2.5 million people", "2500000", "person", "people"),
    ("two and a half tonnes", "2.5", "tonne", None),
    ("a ton and a half", "1.5", "ton", None),
    ("half an hour", "0.5", "hour", None),
    ("three-quarters of an hour", "0.75", "hour", None),
    ("a quarter of a mile", "0.25", "mile", None),
    ("a quarter of a percentage point", "0.25", "percentage point", None),
    ("half a percentage point", "0.5", "percentage point", None),
    ("a quarter of voters", "0.25", "fraction", "voters"),
    ("three out of four voters", "0.75", "fraction", "voters"),
    ("18 months", "18", "month", None),
    ("40km", "40", "kilometre", None),
    ("$40 million", "40000000", "dollar", None),
    ("£4.5bn", "4500000000", "GBP", None),
    ("40 euros", "40", "EUR", None),
    ("$40 a barrel", "40", "dollar", None),
    ("40 miles per hour", "40", "mile per hour", None),
    ("40 per cent", "40", "percent", None),
    ("40 feet of snow", "40", "foot", "snow"),
    ("4 million barrels of oil", "4000000", "barrel", "oil"),
    ("400 flights a week", "400", None, "flights"),
    ("40 to 50 people", "40-50", "person", "people"),
    ("40-50 people", "40-50", "person", "people"),
    ("$40-50 million", "40000000-50000000", "dollar", None),
    ("two or three weeks", "2-3", "week", None),
    ("40 stolen cars", "40", None, "stolen cars"),
    ("3½ inches of rain", "3.5", "inch", "rain"),
]
HEDGES = [
    "", "about", "nearly", "some", "an estimated", "just under", "just over", "more than",
    "at least", "less than", "up to", "as many as", "no more than", "at least about",
]  # fmt: skip
FRAMES = [
    "They lost {}.",
    "It took {} in May.",
    "They saw {} there, police said.",
    "It was lost, {} in all.",
    "Most of it - {} - was lost.",
    "They have {}, and a boat.",
    'He has "{}" of it.',
    "In 2019 they lost {} again.",
    "It fell by {}.",
    "It had {} by the time she came.",
]


@pytest.mark.parametrize(("form", "figure", "unit", "noun"), FORMS)
@pytest.mark.parametrize("hedge", HEDGES)
def test_a_form_is_one_quantity_in_every_frame(
    form: str, figure: str, unit: str | None, noun: str | None, hedge: str
) -> None:
    for frame in FRAMES:
        text = frame.format(f"{hedge} {form}".strip())
        read = []
        for mention in find_quantities(text):
            quantity = mention.quantity
            low, high = (
                quantity.high if quantity.low is None else quantity.low,
                quantity.low if quantity.high is None else quantity.high,
            )
            assert low is not None
            assert high is not None
            ends = sorted({f"{low.normalize():f}", f"{high.normalize():f}"}, key=float)
            read.append(("-".join(ends), quantity.unit, mention.subject))
        assert read == [(figure, unit, noun)], text
