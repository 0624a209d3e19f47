"""The policy: defaults that agree with each other, and errors that say what is wrong."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from factcheck.errors import ConfigurationError
from factcheck.policy import DEFAULT, Policy


def test_two_bounds_may_be_equal() -> None:
    """Each "must not exceed" the other: the same is allowed."""
    same = Decimal("0.25")
    policy = Policy(
        lifted=same, abridged=same, rounding_share=same, hedge_share=same, hedge_floor=same
    )
    assert (policy.lifted, policy.rounding_share, policy.hedge_floor) == (same, same, same)


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"hedge_share": Decimal(2)}, "hedge_share"),
        ({"hedge_share": "much"}, "hedge_share"),
        ({"rounding_share": Decimal("-0.1")}, "rounding_share"),
        ({"shingle_words": 1}, "shingle_words"),
        ({"tolerance": 5}, "tolerance"),
        ({"lifted": Decimal("0.6")}, "lifted"),
        ({"rounding_share": Decimal("0.3")}, "rounding_share"),
        ({"hedge_floor": Decimal("0.2")}, "hedge_floor"),
    ],
)
def test_a_value_that_cannot_be_is_named(values: dict[str, Any], named: str) -> None:
    with pytest.raises(ConfigurationError, match=named):
        Policy(**values)


def test_a_policy_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        DEFAULT.hedge_share = Decimal(0)  # type: ignore[misc]


def test_shares_may_be_written_as_text_or_figures() -> None:
    assert Policy(hedge_share="0.2").hedge_share == Decimal("0.2")  # type: ignore[arg-type]
    assert Policy(abridged=Decimal("0.7")) != DEFAULT
