"""The page as a file: what it holds, what it links to, what it cannot be made to do."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from factcheck import Article, Report, reconcile
from factcheck.cli import app
from factcheck.report.addresses import web_address
from factcheck.report.html import report_html
from factcheck.results import Possible

DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>')


class Reader(HTMLParser):
    """The elements and words of a page, as the standard library reads them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.data: dict[str, Any] = json.loads(DATA.findall(page)[0])
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_needs_nothing_else(march: Report, tmp_path: Path) -> None:
    written = march.to_html(str(tmp_path / "march.html"))
    assert written == tmp_path / "march.html"
    page = Reader(written.read_text(encoding="utf-8"))
    for tag, attributes in page.tags:
        assert tag not in ("link", "img", "iframe", "object", "embed", "base")
        assert not {"src", "srcset", "style", "action", "background"} & set(attributes), tag
        assert not any(name.startswith("on") for name in attributes), tag
    addresses = {a["href"] for tag, a in page.tags if tag == "a" and a["href"]}
    assert {href for href in addresses if not href.startswith("#")} == {GAZETTE}


GAZETTE = "https://gazette.example.org/march"


def test_conflicts_come_first_and_single_claims_last() -> None:
    report = reconcile(
        [
            Article(id="a", text="The fire killed 14 people. It cost 3 million dollars."),
            Article(id="b", text="The fire killed 14 people. Firemen saved 40 horses."),
        ]
    )
    page = Reader(report_html(report))
    verdicts = [a["data-verdict"] for _, a in page.tags if "data-verdict" in a]
    single = page.data["single"]
    assert len(verdicts) + len(single) == len(report.groups)
    order = ["conflict", "update", "tension", "compatible", "agree"]
    assert verdicts == sorted(verdicts, key=lambda v: order.index(v or ""))
    assert "agree" in verdicts
    # A single answer is a row of data: its number, what it answers, the answer, its kind.
    assert ["40", "count"] in [row[2:4] for row in single]
    assert ["14", "deaths"] not in [row[2:4] for row in single]


def test_the_page_tells_positions_reason_quotes_origins_and_ties(march: Report) -> None:
    words = " ".join(Reader(report_html(march)).words.split())
    for told in (
        "3 articles, 6 claims, 2 questions: one conflict, one agreement.",
        "Note: The Echo gives no day.",
        "6.7 times apart, 2 origins",
        "about 900 Valley Gazette (at first) one origin, 17 Feb 2024",
        "300 Valley Gazette, quoting police (later)",
        "Why: nothing lies in both.",
        "Reported as a change: about 900 → 300 (Valley Gazette).",
        "At first about 900 people marched.",
        "One text in Hill Herald and Hill Echo, from Northern Wire (the same sentence).",
        "Same question: likely (both of march).",
        "Saturday 17 February 2024",
    ):
        assert told in words, told


def test_what_is_possibly_the_same_is_asked_behind_the_conflicts(march: Report) -> None:
    one, other = march.claims[0], march.claims[2]
    asked = Possible(
        question="number of people in the square",
        kind="count",
        claims=(one, other, march.claims[4]),
        fits=("both count person",),
        open=("different days",),
    )
    page = Reader(report_html(march.model_copy(update={"possible": (asked,)})))
    words = " ".join(page.words.split())
    for told in (
        "3 articles, 6 claims, 2 questions: one conflict, one agreement, one question to ask.",
        "about 900 (Valley Gazette) or more than 2,000 (two others): the same count?",
        "number of people in the square",
        "Fits: both count person.",
        "Open: different days.",
    ):
        assert told in words, told
    order = [
        attributes["data-verdict"] for _, attributes in page.tags if "data-verdict" in attributes
    ]
    assert order == ["conflict", "possible", "agree"]
    (shown,) = (a for _, a in page.tags if a.get("data-verdict") == "possible")
    assert shown["data-outlets"] == "0 1 2"
    # Its quotes lead to their places in the articles, as those of a conflict do.
    anchors = {a["id"] for _, a in page.tags if "id" in a}
    assert {"ask-1", "claim-1", "claim-3"} <= anchors
    assert "Possibly the same" not in Reader(report_html(march)).words


@pytest.mark.parametrize(
    ("url", "leads"),
    [
        ("https://example.org/a?b=c#d", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("javascript://example.org/%0aalert(1)", False),
        ("ftp://example.org/a", False),
        ("java\nscript:alert(1)", False),
        ("https://:80/", False),
        ("https://", False),
        ("https://[", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//example.org", False),
        ("", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str | None, leads: bool) -> None:
    assert web_address(url) == (url if leads else None)


# What the page is made of, with and without charts.
OURS = """
    html head meta title style body a header h1 p form label select option button output main
    section h2 small div article h3 span ul ol li q mark strong em details summary figure svg g path
    line rect text sup footer script code input dl dt dd textarea
"""
# What would be an element, end one or leave an attribute if it stood there unescaped.
MARKUP = (
    "<b>", "</p>", "<script>", "</script>", "<!--", '" onclick="alert(1)', "'><i>", "&lt;u&gt;",
    "</style><a href=x>", "{{ 5 }}", "{% raw %}", "]]>",
)  # fmt: skip
HOSTILE = st.lists(
    st.one_of(
        st.sampled_from(MARKUP),
        st.sampled_from("<>&\"'/=\\\r\n\t\0\x1b\u202e\u061c\u200f\u2028 019,.%{}"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=12,
).map("".join)


@settings(max_examples=30)
@given(HOSTILE, HOSTILE, HOSTILE)
def test_any_text_gives_a_page_with_that_text(text: str, title: str, publisher: str) -> None:
    article = Article(
        id="a", text=f"{text} 40 people left {text}", title=title, publisher=publisher
    )
    page = report_html(reconcile([article]))
    page.encode()
    assert not re.search("[\0\x1b\u202e\u061c\u200f]", page)
    read = Reader(page)
    tags = [tag for tag, _ in read.tags]
    assert set(tags) <= set(OURS.split())
    scripts = [attributes for tag, attributes in read.tags if tag == "script"]
    assert scripts == [{"type": "application/json", "id": "data"}, {}]
    assert tags.count("style") == 1
    assert not any(name.startswith("on") for _, names in read.tags for name in names)
    # The words of the article are there as it wrote them, but for what would steer the page.
    words = re.sub(r"\s+", "", read.words)
    for written in MARKUP:
        if written in text:
            assert re.sub(r"\s+", "", written) in words


def test_the_page_says_how_many_charts_are_drawn(march: Report) -> None:
    said: list[tuple[str, int, int | None]] = []
    report_html(march, lambda *told: said.append(told))
    assert said == [("drawing charts", 1, 1)]


def test_an_empty_report_is_a_page_too() -> None:
    words = Reader(report_html(reconcile([]))).words
    assert "nothing to compare" in words


def test_the_command_writes_the_page(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("At least 15 people were hurt.", encoding="utf-8")
    target = tmp_path / "page.html"
    result = CliRunner().invoke(app, ["reconcile", str(story), "--html", str(target)])
    assert result.exit_code == 0
    assert target.read_text(encoding="utf-8").startswith("<!doctype html>")
    nowhere = tmp_path / "no such folder" / "page.html"
    result = CliRunner().invoke(app, ["reconcile", str(story), "--html", str(nowhere)])
    assert result.exit_code == 1
    assert result.stderr == f"factcheck: {nowhere}: No such file or directory\n"
