"""Two figures with one unit, and which way a verb across its object moves a share."""

from __future__ import annotations

import pytest

from factcheck.models import Change
from factcheck.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They got 5 and 6 tonnes of rice.", [("5", "tonne"), ("6", "tonne")]),
        ("He was fined 200 and 300 euros.", [("200", "EUR"), ("300", "EUR")]),
        ("The yard is 20 x 30 metres.", [("20", "metre"), ("30", "metre")]),
        ("It is a 10 by 12 foot room.", [("10", "foot"), ("12", "foot")]),
        ("It spread from 200 acres to 600 acres.", [("200", "acre"), ("600", "acre")]),
        ("In Kabul 40 Afghans were held.", [("40", "person")]),
        ("One man was killed, officials said.", [("1", "person")]),
        ("Two new 727 Max jets were lost.", [("2", None)]),
        ("He owns three 911 Turbos.", [("3", None)]),
        ("He has 3 euros and 20 people.", [("3", "EUR"), ("20", "person")]),
    ],
)
def test_a_unit_that_stands_once(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = [(str(m.quantity.low), m.quantity.unit) for m in find_quantities(text)]
    assert found == expected


def test_two_bounds_with_one_unit_are_two_quantities() -> None:
    found = find_quantities("under 20 or over 80 square metres")
    ends = [(str(m.quantity.low), str(m.quantity.high), m.quantity.unit) for m in found]
    assert ends == [("None", "20", "square metre"), ("80", "None", "square metre")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm cut its staff by 10 percent.", Change.DOWN),
        ("The firm raised rents by 10%.", Change.UP),
        ("The firm raised the number of beds by 10 percent.", Change.UP),
        ("Rents were paid by 10 percent.", None),
        ("The firm raised $4 a share.", None),
        ("Rents rose, and were paid by 10 percent.", None),
        ("The firm raised rents by up to $5.", None),
    ],
)
def test_a_verb_moves_a_share_across_its_object(text: str, expected: Change | None) -> None:
    (mention,) = find_quantities(text)
    assert mention.change is expected
