"""A report made by hand on a march that shrank, and a browser to look at its page."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factcheck import reconcile
from factcheck.kinds import Count, EventDate
from factcheck.models import Article, Claim, Period, Phase, Quantity, Side, Span
from factcheck.results import (
    Confidence,
    Group,
    Link,
    Origin,
    Pair,
    Position,
    Relation,
    Report,
    Verdict,
)

from .browsing import Look

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# What Chromium does on its own account is no concern of the tests.
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

GAZETTE = Article(
    id="gazette",
    title="March on the harbour",
    publisher="Valley Gazette",
    published=date(2024, 2, 17),
    url="https://gazette.example.org/march",
    text="At first about 900 people marched.\n\nBy evening 300 were left, police said.",
)
HERALD = Article(
    id="herald",
    title="Thousands in the streets",
    publisher="Hill Herald",
    published=date(2024, 2, 18),
    text="More than 2,000 people marched on Friday.",
)
ECHO = Article(id="echo", publisher="Hill Echo", text="More than 2,000 people marched on Friday.")


def figure(low: int | None, high: int | None, *, about: bool = False) -> Quantity:
    return Quantity(
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        low_inclusive=high is not None,
        approximate=about,
        side=Side.AROUND if about else None,
        unit="person",
    )


def claim_of(
    article: Article,
    quote: str,
    quantity: Quantity | None = None,
    *,
    when: Period | None = None,
    phase: Phase | None = None,
    attribution: str | None = None,
) -> Claim:
    start = article.text.index(quote)
    before = max(article.text.rfind(end, 0, start) for end in (". ", "\n"))
    return (EventDate if quantity is None else Count)(
        article_id=article.id,
        span=Span(start=start, end=start + len(quote)),
        quote=quote,
        sentence=Span(
            start=0 if before < 0 else before + 1, end=article.text.index(".", start) + 1
        ),
        quantity=quantity,
        when=when,
        phase=phase,
        attribution=attribution,
        rule="by hand",
    )


def position_of(
    answer: str, *claims: Claim, outlets: tuple[str, ...], origins: int = 1, day: int = 17
) -> Position:
    return Position(
        answer=answer,
        low=None,
        high=None,
        claims=tuple(claim.id for claim in claims),
        publishers=outlets,
        speakers=tuple(claim.attribution for claim in claims if claim.attribution),
        origins=origins,
        as_of=date(2024, 2, day),
    )


def pair_of(left: Claim, right: Claim, relation: Relation, verdict: Verdict, reason: str) -> Pair:
    return Pair(left=left.id, right=right.id, relation=relation, verdict=verdict, reason=reason)


@pytest.fixture
def march() -> Report:
    """Two origins contradict each other on a march; one tells how it shrank; one is copied."""
    many, copied = (
        claim_of(each, "More than 2,000 people", figure(2000, None)) for each in (HERALD, ECHO)
    )
    first = claim_of(GAZETTE, "about 900 people", figure(900, 900, about=True), phase=Phase.START)
    later = claim_of(GAZETTE, "300", figure(300, 300), phase=Phase.LATER, attribution="police")
    friday = Period(start=date(2024, 2, 16), end=date(2024, 2, 16))
    # The day is said in the same words as the figure: one claim lies inside the other.
    days = tuple(
        claim_of(each, "2,000 people marched on Friday", when=friday) for each in (HERALD, ECHO)
    )
    size = Group(
        id="march",
        label="size of the march",
        kind="count",
        claims=(first, later, many, copied),
        verdict=Verdict.CONFLICT,
        explanation="Two papers print more than twice what the third one does.",
        origins=(
            Origin(
                articles=("herald", "echo"),
                claims=(many.id, copied.id),
                evidence="the same sentence",
                credits=("Northern Wire",),
            ),
            Origin(articles=("gazette",), claims=(first.id, later.id), speakers=("police",)),
        ),
        positions=(
            position_of("more than 2,000", many, copied, outlets=("Hill Herald", "Hill Echo")),
            position_of("about 900", first, outlets=("Valley Gazette",)),
            position_of("300", later, outlets=("Valley Gazette",)),
        ),
        pairs=(
            pair_of(first, many, Relation.CONTRADICTION, Verdict.CONFLICT, "nothing lies in both"),
            pair_of(first, later, Relation.TOLD_CHANGE, Verdict.UPDATE, "the text tells it"),
        ),
        deciding=(first.id, many.id),
        spread=Decimal("6.67"),
        confidence=Confidence.LIKELY,
        weakest_link=Link(left=first.id, right=many.id, weight=2, reasons=("both of march",)),
    )
    day = Group(
        id="day",
        label="day of the march",
        kind="event_date",
        claims=days,
        verdict=Verdict.AGREE,
        explanation="Both say Friday.",
        origins=(Origin(articles=("herald", "echo"), claims=tuple(each.id for each in days)),),
        positions=(
            position_of("Friday 16 February 2024", *days, outlets=("Hill Herald", "Hill Echo")),
        ),
    )
    return Report(
        articles=(GAZETTE, HERALD, ECHO),
        claims=(first, later, many, days[0], copied, days[1]),
        groups=(size, day),
        notes=("The Echo gives no day.",),
    )


@pytest.fixture(scope="session")
def chromium() -> str:
    """The Chromium of the system; the test is skipped where there is none."""
    asked = os.environ.get("CHROMIUM")
    for name in filter(None, (asked, "chromium", "chromium-browser", "google-chrome")):
        if found := shutil.which(name):
            return found
    pytest.skip("no browser: install Chromium (apt-get install chromium), or name one in CHROMIUM")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture(scope="session")
def seeds() -> Path:
    return Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="session")
def seeds_report(seeds: Path) -> Report:
    return reconcile([seeds])


@pytest.fixture(scope="session")
def seeds_page(seeds_report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return seeds_report.to_html(tmp_path_factory.mktemp("seeds") / "report.html")


@pytest.fixture
def march_page(march: Report, tmp_path: Path) -> Path:
    return march.to_html(tmp_path / "march.html")


@pytest.fixture
def look(browser: Browser) -> Iterator[Look]:
    """Opens a page; at the end nothing may have been said, asked or fetched."""
    said: list[str] = []
    asked: list[str] = []
    contexts = []

    def open_page(
        written: Path, *, width: int = 1280, height: int = 900, query: str = "", **options: Any
    ) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: said.append(f"error: {error}"))
        page.on("dialog", lambda dialog: said.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: asked.append(request.url.partition("#")[0]))
        page.goto(written.as_uri() + query)
        assert asked == [written.as_uri() + query]
        asked.clear()
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert said == asked == []
