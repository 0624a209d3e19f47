"""Articles from data frames, and from what other libraries hand back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest

from factcheck import reconcile
from factcheck.errors import InputError
from factcheck.loading import as_articles, load_articles
from factcheck.models import Article

ROWS: list[dict[str, Any]] = [
    {
        "id": "a",
        "text": "Two people died.",
        "publisher": "Valley Gazette",
        "published": date(2024, 2, 17),
        "reads": 4,
    },
    {"id": None, "text": "Three died.", "publisher": None, "published": None, "reads": None},
]
DAYS = pd.Series(["2024-02-17", None], dtype="datetime64[ns]")
EXPECTED = (
    Article(
        id="a",
        text="Two people died.",
        publisher="Valley Gazette",
        published=date(2024, 2, 17),
    ),
    Article(id="article-1#2", text="Three died."),
)


@dataclass
class NewspaperArticle:
    """The attributes of newspaper4k's `Article`, as its documentation names them."""

    text: str
    title: str
    publish_date: datetime | str | None
    source_url: str
    url: str
    meta_lang: str = "en"


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame(ROWS),
        pd.DataFrame(ROWS).assign(published=DAYS),
        pd.DataFrame(ROWS).convert_dtypes(),
        pl.DataFrame(ROWS),
    ],
    ids=["pandas", "pandas-timestamps", "pandas-na", "polars"],
)
def test_each_row_of_a_data_frame_is_an_article(frame: object) -> None:
    assert load_articles(frame).articles == EXPECTED
    assert load_articles([frame]).articles == EXPECTED
    assert as_articles([frame]) == EXPECTED


def test_a_row_of_a_data_frame_is_an_article() -> None:
    frame = pd.DataFrame(ROWS)
    assert as_articles([frame.iloc[0], frame.iloc[1]]) == (
        EXPECTED[0], EXPECTED[1].model_copy(update={"id": "article-2"}),
    )  # fmt: skip
    assert load_articles(frame.iloc[0]).articles == EXPECTED[:1]
    with pytest.raises(InputError, match="a list of articles is expected, not one Series"):
        as_articles(frame.iloc[0])
    with pytest.raises(InputError, match="text: is missing"):
        as_articles([frame["text"]])


def test_a_broken_row_costs_only_itself() -> None:
    loaded = load_articles(pl.DataFrame({"text": ["One died.", None, " ", "Two died."]}))
    assert [article.text for article in loaded.articles] == ["One died.", "Two died."]
    assert [error.source for error in loaded.errors] == ["article-1#2", "article-1#3"]
    with pytest.raises(InputError, match="item 1: text: is missing"):
        as_articles([pl.DataFrame({"words": ["One died."]})])


def test_the_dict_of_trafilatura() -> None:
    found = {
        "title": "River peaks",
        "author": "Ana Pike",
        "url": "https://gazette.example/flood",
        "hostname": "gazette.example",
        "sitename": "Valley Gazette",
        "date": "2024-02-17",
        "id": None,
        "body": object(),
        "text": "Two people died.",
        "language": None,
    }
    written = {
        "title": "River peaks",
        "hostname": "gazette.example",
        "date": "2024-02-17",
        "id": None,
        "text": "Two people died.",
        "source": "https://gazette.example/flood",
        "source-hostname": "Valley Gazette",
    }
    expected = Article(
        id="article-1",
        text="Two people died.",
        title="River peaks",
        publisher="Valley Gazette",
        published=date(2024, 2, 17),
        url="https://gazette.example/flood",
    )
    assert as_articles([found]) == as_articles([written]) == (expected,)


def test_the_dict_of_news_please() -> None:
    found = {
        "authors": ["Ana Pike"],
        "date_download": "2024-03-01 10:00:00",
        "date_modify": None,
        "date_publish": "2024-02-17 09:30:00",
        "description": "A river rose.",
        "language": "en",
        "maintext": "Two people died.",
        "source_domain": "gazette.example",
        "title": "River peaks",
        "url": "https://gazette.example/flood",
    }
    assert as_articles([found]) == (
        Article(
            id="article-1",
            text="Two people died.",
            title="River peaks",
            publisher="gazette.example",
            published=date(2024, 2, 17),
            url="https://gazette.example/flood",
        ),
    )


@pytest.mark.parametrize(
    ("when", "day"),
    [
        (datetime(2024, 2, 17, 23, 0, tzinfo=UTC), date(2024, 2, 17)),
        ("2024-02-17", date(2024, 2, 17)),
        ("", None),
        (None, None),
    ],
)
def test_an_object_with_the_attributes_of_newspaper4k(
    when: datetime | str | None, day: date | None
) -> None:
    found = NewspaperArticle(
        text="Two people died.",
        title="River peaks",
        publish_date=when,
        source_url="https://www.gazette.example",
        url="https://gazette.example/flood",
    )
    expected = Article(
        id="article-1",
        text="Two people died.",
        title="River peaks",
        publisher="gazette.example",
        published=day,
        url="https://gazette.example/flood",
    )
    assert load_articles(found).articles == as_articles([found]) == (expected,)
    assert reconcile([found]).articles[0].publisher == "gazette.example"


def test_sources_of_all_sorts_in_one_call(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("One died.")
    loaded = load_articles([path, {"text": "Two died."}, EXPECTED[0], pl.DataFrame(ROWS[1:])])
    assert [article.id for article in loaded.articles] == [
        path.as_posix(),
        "article-2",
        "a",
        "article-4#1",
    ]


def test_a_news_object_of_ninjs_in_memory() -> None:
    item = {"uri": "urn:x:1", "bodies": [{"value": "Two people died."}]}
    assert as_articles([item]) == (Article(id="urn:x:1", text="Two people died."),)
    with pytest.raises(InputError, match="item 1: pubstatus: the item is withheld"):
        as_articles([item | {"pubstatus": "withheld"}])


@dataclass
class Response:
    """What an HTTP client hands back: its text is markup."""

    text: str
    url: str


PAGE = Response(text="<p>Two people died.</p>", url="https://gazette.example/flood")


@pytest.mark.parametrize("item", [7, None, b"bytes", object(), Article, PAGE])
def test_what_is_no_source_raises(item: object) -> None:
    with pytest.raises(InputError, match="source 1 is a "):
        load_articles([item])
