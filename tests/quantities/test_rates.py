"""One rate, wherever its period stands; and no hedge where "some" is said of others."""

import pytest

from factcheck.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("The merger promises annual savings of $40 million.", "year"),
        ("The merger promises annual fuel savings of about $40 million.", "year"),
        ("The merger saves $40 million a year.", "year"),
        ("The merger saves $40 million annually.", "year"),
        ("The mill pays an hourly wage of $15.", "hour"),
        ("Guests pay a nightly rate of $90.", "night"),
        ("Tenants owe a monthly rent of $900.", "month"),
        ("It pays a quarterly dividend of 30 cents.", "quarter"),
        ("The mill posted a quarterly loss of $4 million.", None),
        ("The annual dinner of 40 pilots was held on Sunday.", None),
        ("The town has an annual budget of $4 million.", None),
    ],
)
def test_the_period_may_stand_before_or_behind(text: str, per: str | None) -> None:
    (found,) = find_quantities(text)
    assert found.quantity.per == per


@pytest.mark.parametrize(
    "text",
    [
        "Some of the 32 pilots who were hurt had eaten.",
        "About half of the 32 pilots had eaten.",
        "Nearly all of the 32 pilots had eaten.",
    ],
)
def test_who_says_some_of_them_hedges_not_how_many_there_are(text: str) -> None:
    found = find_quantities(text)[-1]
    assert found.quantity.low == found.quantity.high == 32
    assert not found.quantity.approximate


def test_some_before_a_figure_is_a_hedge() -> None:
    (found,) = find_quantities("Some 32 pilots had eaten.")
    assert found.quantity.approximate
