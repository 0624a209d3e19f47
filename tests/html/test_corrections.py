"""Corrections from the page: its buttons give lines that, pasted into a file, hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck import Article, Report, reconcile
from factcheck.corrections.toml_file import parsed
from factcheck.decisions import Decision, Ruling

from .browsing import Look, unfold

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = sync_api.expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

EDITOR = "R. “Rob” Calloway"
TEXTS = {
    "Valley Gazette": "The fire in Ardmore killed 14 people on Sunday. It burned 30 houses.",
    "Hill Herald": "On Sunday 55 people died in a fire in Ardmore, the county said.",
    "Coast Post": "The fire in Ardmore killed 55 people on Monday. Nine engines came.",
}


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [
        Article(id=name, publisher=name, text=text, published=date(2024, 2, 20))
        for name, text in TEXTS.items()
    ]


@pytest.fixture
def page(look: Look, articles: list[Article], tmp_path: Path) -> Page:
    opened = look(reconcile(articles).to_html(tmp_path / "fire.html"))
    unfold(opened)
    return opened


def pick(page: Page, outlet: str, words: str) -> None:
    quote = page.locator(".more .quote", has_text=outlet).filter(
        has=page.locator("mark", has_text=words)
    )
    quote.first.get_by_role("button", name="Correct").click()


def decided(page: Page, button: str, **fields: str) -> Decision:
    """The last decision of the lines below, after a button is pressed."""
    page.get_by_label("Your name").fill(EDITOR)
    for label, value in fields.items():
        page.get_by_label(label.replace("_", " ")).fill(value)
    page.get_by_role("button", name=button, exact=True).click()
    return lines(page)[-1]


def lines(page: Page) -> tuple[Decision, ...]:
    return parsed(page.get_by_label("Lines for corrections.toml").input_value(), "page").decisions


def again(articles: list[Article], page: Page, tmp_path: Path) -> Report:
    """The report with the lines of the page pasted into a file."""
    file = tmp_path / "corrections.toml"
    file.write_text(page.get_by_label("Lines for corrections.toml").input_value(), encoding="utf-8")
    return reconcile(articles, corrections=file)


@pytest.mark.slow
def test_nothing_is_shown_until_a_claim_is_picked(page: Page) -> None:
    tray = page.locator("#corrections")
    assert not tray.is_visible()
    pick(page, "Valley Gazette", "14 people")
    assert tray.is_visible()
    assert tray.get_by_role("listitem").all_inner_texts() == [
        "Valley Gazette: “14 people”, read as 14"
    ]
    # Two claims are needed to be one question, one to be none.
    assert tray.get_by_role("button", name="Same question", exact=True).is_disabled()
    assert tray.get_by_role("button", name="Not a claim").is_enabled()
    pick(page, "Valley Gazette", "14 people")
    assert not tray.is_visible()


def test_earlier_states_make_an_update(page: Page, articles: list[Article], tmp_path: Path) -> None:
    assert len(reconcile(articles).conflicts) >= 1
    pick(page, "Valley Gazette", "14 people")
    pick(page, "Hill Herald", "55 people")
    made = decided(page, "Earlier states, in this order", Note='the county "counts" on')
    assert (made.ruling, made.by, made.note) == (Ruling.EARLIER, EDITOR, 'the county "counts" on')
    assert [name.partition(":")[0] for name in made.claims] == ["valley-gazette", "hill-herald"]
    assert made.on == date.today()
    report = again(articles, page, tmp_path)
    (group,) = (group for group in report.groups if group.decisions)
    assert group.verdict.value == "update"


@pytest.mark.slow
def test_the_other_four_ways(page: Page, articles: list[Article], tmp_path: Path) -> None:
    pick(page, "Valley Gazette", "30 houses")
    made = decided(page, "Read wrong", Right_figure="about 36")
    assert (made.ruling, made.figure, made.day) == (Ruling.MISREAD, "about 36", None)
    pick(page, "Coast Post", "Nine engines")
    assert decided(page, "Not a claim").ruling is Ruling.NOT_A_CLAIM
    pick(page, "Valley Gazette", "14 people")
    pick(page, "Coast Post", "55 people")
    assert decided(page, "Not the same question").ruling is Ruling.DIFFERENT
    pick(page, "Hill Herald", "55 people")
    pick(page, "Coast Post", "55 people")
    assert decided(page, "Same question").ruling is Ruling.SAME
    assert len(lines(page)) == 4
    report = again(articles, page, tmp_path)
    assert len(report.decisions) == 4
    assert "Nine engines" not in {claim.quote for claim in report.claims}
    (houses,) = (claim for claim in report.claims if claim.quote == "30 houses")
    assert houses.quantity is not None
    assert houses.quantity.low == 36
    dead = [{claim.quote for claim in group.claims} for group in report.groups]
    assert not any({"14 people", "55 people"} <= quotes for quotes in dead)


@pytest.mark.slow
def test_what_a_decision_lacks_is_said(page: Page) -> None:
    pick(page, "Valley Gazette", "14 people")
    tray = page.locator("#corrections")
    said = tray.locator("output")
    tray.get_by_role("button", name="Not a claim").click()
    expect(said).to_have_text("Write your name: a decision states who made it.")
    tray.get_by_label("Your name").fill(EDITOR)
    tray.get_by_role("button", name="Read wrong").click()
    expect(said).to_have_text("Write the right figure or day.")
    tray.get_by_label("Right figure").fill("15")
    tray.get_by_label("to", exact=True).fill("2024-02-18")
    tray.get_by_role("button", name="Read wrong").click()
    expect(said).to_have_text("Write the first day, and a last one behind it.")
    tray.get_by_label("Right day").fill("2024-02-17")
    tray.get_by_role("button", name="Read wrong").click()
    (made,) = lines(page)
    assert (made.day, made.last_day) == (date(2024, 2, 17), date(2024, 2, 18))


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_against_the_buttons(
    look: Look, articles: list[Article], tmp_path: Path, width: int
) -> None:
    page = look(reconcile(articles).to_html(tmp_path / "fire.html"), width=width)
    unfold(page)
    pick(page, "Valley Gazette", "14 people")
    decided(page, "Not a claim")
    found = axe.Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
