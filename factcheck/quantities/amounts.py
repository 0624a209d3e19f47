"""A figure as it stands, before anything around it is read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

_MOST_DIGITS = 24
# Beyond the particles of the universe (some 10^80) no figure of the news is meant.
_TOO_LARGE = Decimal(10) ** 100


class Form(Enum):
    """How a figure is written."""

    DIGITS = "digits"
    WORDS = "words"
    VAGUE = "vague"
    COUPLE = "a couple of"
    SHARE = "share"
    ORDINAL = "ordinal"
    MULTIPLE = "multiple"


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure, in tokens `first` up to `end`. `bare` digits have no magnitude, `dozens` are
    counted in twelves."""

    first: int
    end: int
    value: Decimal
    form: Form
    bare: bool = False
    dozens: bool = False


def number(token: str) -> Decimal | None:
    """The value of one token of digits: "12,400", "1.5", "1.234.567", "3,5"; `None` for another
    token."""
    if len(token) > _MOST_DIGITS:
        return None
    text = "".join(token.split())
    head, comma, tail = text.rpartition(",")
    if comma and len(tail) < 3 and "," not in head:
        text = f"{head}.{tail}"
    elif text.count(".") > 1:
        text = text.replace(".", "")
    return Decimal(text.replace(",", ""))


def is_whole(value: Decimal) -> bool:
    """Whether the figure has no fraction. Not `value % 1`, which raises where the quotient has
    more digits than the context of decimals: from 10^28 on."""
    return value == value.to_integral_value()


def is_multiple(value: Decimal, step: int) -> bool:
    """Whether the figure is a multiple of `step`. Works for any size, as `is_whole` does."""
    return is_whole(value / step)


def last_digit(value: Decimal) -> Decimal:
    """The size of the last digit that is not a trailing zero: 1,000 for 6,000 and for 15,000; 1 for
    23; .1 for 2.50."""
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(exponent)


def of_a_size(amount: Amount | None) -> Amount | None:
    """The figure, or `None` where it is too large to count anything: "a few trillion trillion
    trillion …"."""
    return None if amount is None or abs(amount.value) >= _TOO_LARGE else amount


def plain(value: Decimal) -> Decimal:
    """The figure without the zeros behind its point: 1.5 million is 1500000, not 1500000.0."""
    return value.to_integral_value() if is_whole(value) else value
