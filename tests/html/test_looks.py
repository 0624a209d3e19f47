"""How the page looks on a desk and on a phone: screenshots, and what axe-core finds on it."""

from __future__ import annotations

import os
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factcheck import Report, reconcile
from factcheck.report.charts import PALETTE
from factcheck.testing import generate_bundle

from .browsing import Look, unfold

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

if TYPE_CHECKING:
    from playwright.sync_api import Page

DESK, PHONE = (1280, 900), (390, 844)
SIZES = pytest.mark.parametrize(("width", "height"), [DESK, PHONE])
# The colours of each pixel of a picture: how many of which in the whole of it, and in a rim of so
# many pixels left and right.
COLOURS = """async ([png, rim]) => {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes]));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(picture, 0, 0);
  const count = (x, width) => {
    const { data } = context.getImageData(x, 0, width, picture.height);
    const found = {};
    for (let at = 0; at < data.length; at += 4) {
      const hex = "#" + [...data.slice(at, at + 3)]
        .map((value) => value.toString(16).padStart(2, "0")).join("");
      found[hex] = (found[hex] ?? 0) + 1;
    }
    return found;
  };
  return [count(0, picture.width), count(0, rim), count(picture.width - rim, rim)];
}"""
# The boxes of what is written in a chart, and of the chart.
LABELS = """(chart) => {
  const box = (e) => {
    const { left, top, right, bottom } = e.getBoundingClientRect();
    return { words: e.textContent, left, top, right, bottom };
  };
  return [box(chart), [...chart.querySelectorAll("text")].map(box)];
}"""


@pytest.fixture(scope="module")
def quake_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with a chapter for most verdicts: the bundles of some seeds."""
    articles = [
        article.model_copy(update={"id": f"{seed}-{article.id}"})
        for seed in (3, 5, 8)
        for article in generate_bundle(seed).articles
    ]
    return reconcile(articles).to_html(tmp_path_factory.mktemp("quake") / "report.html")


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@SIZES
def test_axe_finds_nothing_that_keeps_readers_out(
    look: Look, seeds_page: Path, quake_page: Path, march_page: Path,
    width: int, height: int, scheme: str,
) -> None:  # fmt: skip
    for written in (seeds_page, quake_page, march_page):
        page = look(written, width=width, height=height, color_scheme=scheme)
        found = axe.Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        unfold(page)
        found = axe.Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.slow
@SIZES
def test_nothing_sticks_out_of_a_screenshot(
    look: Look, seeds_page: Path, quake_page: Path, tmp_path: Path, width: int, height: int
) -> None:
    for written in (seeds_page, quake_page):
        page = look(written, width=width, height=height)
        whole, *rims = colours(page, shot(page, tmp_path / f"{written.parent.name}-{width}.png"))
        assert len(whole) > 100  # letters have soft edges
        desk = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert desk == "rgb(243, 244, 246)"
        for rim in rims:
            assert set(rim) == {"#f3f4f6"}


@pytest.mark.slow
@SIZES
def test_a_chart_is_drawn_in_the_colours_of_its_answers(
    look: Look, seeds_page: Path, tmp_path: Path, width: int, height: int
) -> None:
    page = look(seeds_page, width=width, height=height)
    chart = page.locator(".chart").first
    answers = page.locator("#group-1 .positions li").count()
    picture = chart.screenshot(path=tmp_path / "chart.png")
    drawn, *_ = colours(page, picture)
    for colour in PALETTE[:answers]:
        assert drawn.get(colour, 0) > 20, colour


@pytest.mark.slow
@SIZES
def test_labels_of_charts_are_neither_cut_nor_one_over_another(
    look: Look, seeds_page: Path, quake_page: Path, march_page: Path, width: int, height: int
) -> None:
    for written in (seeds_page, quake_page, march_page):
        for chart in look(written, width=width, height=height).locator(".chart").all():
            frame, labels = chart.evaluate(LABELS)
            # Each answer is written twice at one place, first as a rim.
            labels = list({tuple(label.values()): label for label in labels}.values())
            assert labels
            for at, one in enumerate(labels):
                assert frame["left"] <= one["left"] + 1, one
                assert one["right"] <= frame["right"] + 1, one
                assert frame["top"] <= one["top"] + 1, one
                assert one["bottom"] <= frame["bottom"] + 1, one
                assert [other for other in labels[at + 1 :] if over(one, other)] == []


@SIZES
def test_the_first_screen_shows_what_disagrees_and_who_says_so(
    look: Look, seeds_page: Path, seeds_report: Report, width: int, height: int
) -> None:
    page = look(seeds_page, width=width, height=height)
    card = page.locator("#group-1")
    assert card.locator("h3").inner_text().endswith(seeds_report.groups[0].label)
    for row in card.locator(".positions li").all()[:2]:
        box = row.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= height


@pytest.mark.slow
def test_filters_are_folded_on_a_phone_until_they_are_used(look: Look, seeds_page: Path) -> None:
    page = look(seeds_page, width=PHONE[0])
    assert not page.locator("#filters").is_visible()
    page.get_by_text("Filter and search").click()
    page.get_by_label("Verdict").select_option(label="conflict")
    page = look(seeds_page, width=PHONE[0], query=page.url.partition(".html")[2])
    assert page.locator("#filters").is_visible()
    assert look(seeds_page).locator("#filters").is_visible()


def shot(page: Page, path: Path) -> bytes:
    """A picture of the whole page; kept for one's own eyes where SCREENSHOTS names a folder."""
    folder = os.environ.get("SCREENSHOTS")
    return page.screenshot(path=Path(folder) / path.name if folder else path, full_page=True)


def colours(page: Page, png: bytes) -> list[dict[str, int]]:
    """The colours of a picture, and of its rims left and right, each with its number of pixels."""
    found: list[dict[str, int]] = page.evaluate(COLOURS, [b64encode(png).decode(), 6])
    return found


def over(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two boxes cover each other by more than a soft edge."""
    wide = min(one["right"], other["right"]) - max(one["left"], other["left"])
    high = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return bool(wide > 1 and high > 3)
