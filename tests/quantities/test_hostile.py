"""Time is linear in the text, also where the text means harm."""

from __future__ import annotations

import time

import pytest

from factcheck.quantities import find_quantities

_LONG = 96_000
_SHORT = 12_000


def _seconds(text: str) -> float:
    start = time.process_time()
    find_quantities(text)
    return time.process_time() - start


@pytest.mark.measured
@pytest.mark.parametrize(
    "piece",
    [
        "1,000,000,", "a hundred and ", "(", "9", "1-", "1,0", "1.000.", "twenty ", "5% or ", "$",
        "hundreds of ", "from 5 to ", "ages 10, ", "one in ", "A&A&", "U.S.", "more than about ",
        "5 people and ", "1/2/",
    ],
)  # fmt: skip
def test_eight_times_the_text_takes_about_eight_times_as_long(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (_SHORT, _LONG))
    _seconds(short)
    base = max(_seconds(short), 0.01)
    # Quadratic time would be 64 times as long; collecting many objects costs a little.
    assert _seconds(long) < 24 * base
