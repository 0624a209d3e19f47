"""Figures of any size, and any arithmetic of the calling program: an answer, never an error."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Context, Decimal, Inexact, Rounded, localcontext
from itertools import product
from pathlib import Path

import pytest

from factcheck import Article, extract, find_quantities, reconcile

GROWING = [
    "hundred ", "five hundred ", "hundred-", "five hundred – ", "million ", "billion ",
    "trillion ", "lakh ", "crore ", "dozen ", "several hundred ", "a few trillion ",
    "a thousand hundred and ", "9999999999999999999999 trillion trillion trillion ",
    "1×10^99 ", "1×10^99 × 10^99 ", "1×10^999999999 ", "half a trillion ",
    "one in 1000000000000000000000000 ",
]  # fmt: skip
FRAMES = ["{}people died.", "from {}to {}miles", "a few {}boats", "${}", "{}percent of them", "-{}"]


def _texts() -> Iterator[str]:
    for piece, frame, times in product(GROWING, FRAMES, (2, 5, 14, 60)):
        yield frame.replace("{}", piece * times)


def test_numbers_that_grow_without_end_are_read_or_left_and_never_raise() -> None:
    for text in _texts():
        for mention in find_quantities(text):
            assert mention.quantity.low is None or abs(mention.quantity.low) < Decimal(10) ** 100


@pytest.mark.parametrize("piece", GROWING)
def test_claims_of_the_largest_figures_are_compared_and_shown(piece: str, tmp_path: Path) -> None:
    text = f"The flood killed {piece * 14}people in Alba."
    report = reconcile([text, text.replace("killed", "killed at least"), "It killed 5 in Alba."])
    assert str(report)
    report.to_html(tmp_path / "page.html")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # Physics may write what no count reaches: the mass of the sun (IAU 2015, 1.988×10^30 kg).
        ("It weighs 1.988×10^30 kg.", ["1988000000000000000000000000000"]),
        ("Some twelve hundred people came.", ["1200"]),
        ("Some five hundred thousand people came.", ["500000"]),
        # A hundred counts what is below a hundred, so these are two figures, and no product.
        ("One hundred hundred people came.", ["100", "100"]),
        ("Twelve hundred hundred people came.", ["1200", "100"]),
    ],
)
def test_large_figures_that_are_meant_are_kept(text: str, figures: list[str]) -> None:
    assert [f"{m.quantity.low:f}" for m in find_quantities(text)] == figures


@pytest.mark.parametrize(
    "context",
    [Context(prec=3), Context(prec=6, traps=[Inexact, Rounded]), Context(prec=400)],
    ids=["three digits", "rounding is an error", "four hundred digits"],
)
def test_the_arithmetic_of_the_calling_program_changes_nothing(
    context: Context, tmp_path: Path
) -> None:
    told = "The storm killed 12,345 people, one in three of 37,035. It lies 50 miles (80 km) off."
    texts = [told, told.replace("12,345", "12,888")]
    expected = reconcile(texts)
    expected.to_html(tmp_path / "expected.html")
    with localcontext(context):
        alone = extract(Article(id="article-1", text=told))
        report = reconcile(texts)
        assert str(report) == str(expected)
        report.to_html(tmp_path / "page.html")
    assert report == expected
    assert alone == tuple(c for c in expected.claims if c.article_id == "article-1")
    page, same = tmp_path / "page.html", tmp_path / "expected.html"
    assert page.read_bytes() == same.read_bytes()
