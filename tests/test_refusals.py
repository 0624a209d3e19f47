"""What is refused, and whether the error says where and what: paths that no good input takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import ValidationError

import factcheck.kinds
from factcheck import Article, Kind, Period, Quantity, Span, load_articles, reconcile
from factcheck.errors import ConfigurationError
from factcheck.kinds import Deaths, installed_kinds
from factcheck.lexicon import Lexicon, load, parse
from factcheck.loading.documents import cause
from factcheck.models import Side
from factcheck.report.addresses import web_address

FIVE = Decimal(5)


@pytest.mark.parametrize(
    ("made", "problem"),
    [
        (lambda: Span(start=5, end=2), r"cannot end \(2\) before it starts \(5\)"),
        (lambda: Quantity(low=None, high=None), "needs a low or a high figure"),
        (
            lambda: Quantity(low=FIVE, high=FIVE, side=Side.BELOW),
            "only an approximate quantity has a side",
        ),
        (lambda: Period(), "needs a first day, a last day or a pattern"),
        (lambda: Period(start=date(2024, 5, 2), end=date(2024, 5, 1)), "before it starts"),
    ],
)
def test_a_model_that_says_nothing_or_two_things(made: Callable[[], object], problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        made()


class Colours(Lexicon):
    red: tuple[str, ...]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("red = [", "is not TOML"),
        ("red = [5]", r"red\.0: "),
        ("red = []\nblue = []", "blue: "),
        ("", "red: "),
    ],
)
def test_a_lexicon_of_another_shape(text: str, problem: str) -> None:
    with pytest.raises(ConfigurationError, match=problem) as caught:
        parse(text, Colours, "lexicons/xx/colours.toml")
    assert "lexicons/xx/colours.toml" in str(caught.value)
    assert parse('red = ["scarlet"]', Colours, "x").red == ("scarlet",)


def test_a_lexicon_that_is_not_there() -> None:
    with pytest.raises(ConfigurationError, match=r"lexicons/xx/colours\.toml: cannot be read"):
        load("colours", Colours, "xx")


@dataclass
class Point:
    """An entry point, as far as the package asks for one."""

    name: str
    value: str
    leads_to: object

    def load(self) -> object:
        return self.leads_to


@pytest.mark.parametrize(
    ("leads_to", "problem"),
    [
        (Deaths, "entry point flood = desk:FLOOD: leads to"),
        ((Kind(Deaths, "desk", "toll.toml"), Deaths), "entry point flood = desk:FLOOD: leads to"),
        (Kind(claim=Deaths, package="factcheck.kinds", file="deaths.toml"), "defined twice"),
    ],
)
def test_an_entry_point_that_brings_no_kind_of_its_own(
    monkeypatch: pytest.MonkeyPatch, leads_to: object, problem: str
) -> None:
    points = [Point("flood", "desk:FLOOD", leads_to)]
    monkeypatch.setattr(factcheck.kinds, "entry_points", lambda group: points)
    with pytest.raises(ConfigurationError, match=problem):
        installed_kinds.__wrapped__()


def test_a_kind_whose_file_is_not_there() -> None:
    for package in ("factcheck.kinds", "no_such_package"):
        kind = Kind(claim=Deaths, package=package, file="no_such_file.toml")
        with pytest.raises(ConfigurationError, match=rf"{package}/no_such_file\.toml: cannot be"):
            kind.data  # noqa: B018  # read at first use


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError(), "there is no such file or folder"),
        (PermissionError(), "may not be read: permission denied"),
        (OSError(5, "Input/output error"), "cannot be read: input/output error"),
        (ValueError("embedded null byte"), "cannot be read: embedded null byte"),
    ],
)
def test_why_a_file_cannot_be_read(error: OSError | ValueError, words: str) -> None:
    assert cause(error) == words


@pytest.mark.parametrize(
    ("parser", "name", "content"),
    [
        ("feedparser.parse", "a.rss", "<rss><channel><item></item></channel></rss>"),
        ("trafilatura.bare_extraction", "a.html", "<html><body><p>Nine died.</p></body></html>"),
    ],
)
def test_a_parser_that_falls_over_costs_only_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parser: str, name: str, content: str
) -> None:
    def falls(*_: object, **__: object) -> None:
        raise RecursionError("too deep\nand more")

    monkeypatch.setattr(parser, falls)
    (tmp_path / name).write_text(content)
    (tmp_path / "good.txt").write_text("Nobody was hurt.")
    loaded = load_articles(tmp_path)
    assert [article.text for article in loaded.articles] == ["Nobody was hurt."]
    assert "too deep" in loaded.errors[0].cause


def test_an_address_that_no_parser_takes_is_none() -> None:
    assert web_address("http://[") is None
    assert web_address("https://post.example/a b") == "https://post.example/a%20b"


def test_a_day_taken_from_a_date_line_is_told() -> None:
    text = "ARDMORE, Dec. 27, 2023 (Post) -- The ferry sank on Monday. Nine people drowned."
    report = reconcile([Article(id="a", text=text)])
    assert report.articles[0].published == date(2023, 12, 27)
    (note,) = report.notes
    assert "2023-12-27" in note
    assert note.startswith("a: ")


def test_the_toolbox_says_what_it_does_not_hold() -> None:
    import factcheck.testing

    assert "articles" in dir(factcheck.testing)
    with pytest.raises(AttributeError, match="no_such_strategy"):
        factcheck.testing.no_such_strategy  # noqa: B018
