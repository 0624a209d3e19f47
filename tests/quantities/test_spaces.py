"""What may stand between the digits of one figure, of all that Unicode calls a space."""

from __future__ import annotations

import sys

import pytest

from factcheck import find_quantities

SPACES = [sign for sign in map(chr, range(sys.maxunicode + 1)) if sign.isspace()]
ENDS_OF_LINES = "\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"


@pytest.mark.parametrize("space", SPACES, ids=ascii)
def test_the_end_of_a_line_or_page_ends_a_figure_and_any_other_space_may_not(space: str) -> None:
    """Text taken out of a PDF has a form feed between two pages: "at exit 1\\f000 dead"."""
    [mention, *_] = find_quantities(f"The road is 1{space}000 miles long.")
    one_figure = space not in ENDS_OF_LINES
    assert mention.figure.of(f"The road is 1{space}000 miles long.") == (
        f"1{space}000" if one_figure else "1"
    )
