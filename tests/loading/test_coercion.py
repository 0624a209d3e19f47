"""Articles from objects in memory, and the words for what cannot be one."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError, InputError, SourceError
from factcheck.loading import as_articles
from factcheck.models import Article


def test_no_items_give_no_articles() -> None:
    assert as_articles([]) == ()


def test_sources_may_be_mixed_and_keep_their_order(tmp_path: Path) -> None:
    path = tmp_path / "wire.json"
    path.write_text('[{"text": "Three."}, {"text": "Four."}]')
    article = Article(id="own", text="One.")
    found = as_articles(
        [article, "Two.", path, {"text": "Five.", "published": "2024-02-17", "mood": "grim"}]
    )
    assert found[0] is article
    assert [(each.id, each.text) for each in found[1:]] == [
        ("article-2", "Two."),
        (f"{path.as_posix()}#1", "Three."),
        (f"{path.as_posix()}#2", "Four."),
        ("article-4", "Five."),
    ]
    assert found[-1].published == date(2024, 2, 17)


# What an author meant as a file ends like one; every other text is a text.
ENDINGS = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "xml", "rss", "atom", "rdf",
    "json", "jsonl", "ndjson", "csv", "tsv", "parquet", "eml", "docx", "pdf", "srt", "vtt",
]  # fmt: skip


@given(st.text())
def test_a_text_of_any_script_is_an_article(text: str) -> None:
    named = re.compile(rf"\S+\.({'|'.join(ENDINGS)})(\.gz)?", re.IGNORECASE)
    assume(named.fullmatch(text.strip()) is None)
    (article,) = as_articles([text])
    assert article.text == text


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_name_of_a_file_alone_is_no_text(ending: str) -> None:
    for name in (f"0.{ending.upper()}", f"wire/monday.{ending}", f" a.{ending}.gz\n"):
        with pytest.raises(InputError, match="is the name of a file") as caught:
            as_articles(["Nine people died.", name])
        assert f"item 2 is the name of a file ({name!r})" in str(caught.value)
        assert f"write Path({name!r})" in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "The council put the cost of 5 million euros into budget.pdf",
        "budget.pdf names 5 million euros",
        "Nine people died\nstory.txt",
        "Nine people died in the U.S.",
        "a.py",
        "x" * 260 + ".txt",
        "",
    ],
)
def test_a_text_that_ends_in_the_name_of_a_file_is_a_text(text: str) -> None:
    (article,) = as_articles([text])
    assert article.text == text


@pytest.mark.parametrize(
    ("items", "advice"),
    [
        (["https://example.org/story"], "fetch the page and pass Article("),
        ([" www.example.org/story\n"], "item 1 is a URL"),
        (["fine", 7], "item 2 is a int: pass an Article, a str"),
        ([None], "item 1 is a NoneType"),
        ([b"bytes"], "item 1 is a bytes"),
        ("one text", "write reconcile([article, …])"),
        ({"text": "one mapping"}, "not one dict"),
        (Article(id="a", text="x"), "not one Article"),
        (7, "not one int"),
        ([{"title": "x"}], "item 1: text: is missing"),
        ([{"text": 5}], "item 1: text: 5 is no str"),
        ([{"text": "x", "published": "yesterday"}], "item 1: published: 'yesterday' is no date"),
        ([{"text": "x", "published": 20240217}], "published: 20240217 is no date"),
        ([{"text": "x", "language": "English"}], "language: is no ISO 639 code"),
        ([{"id": "a", "text": "x"}, Article(id="a", text="y")], "item 2: a second article has"),
    ],
)
def test_what_is_no_list_of_articles_is_told_what_to_pass(items: object, advice: str) -> None:
    with pytest.raises(InputError) as caught:
        as_articles(items)  # type: ignore[arg-type]
    assert advice in str(caught.value)
    assert isinstance(caught.value, FactcheckError)
    assert isinstance(caught.value, ValueError)


def test_a_path_that_cannot_be_read_raises(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such file"):
        as_articles([tmp_path / "missing.txt"])


def test_a_text_that_holds_a_url_is_a_text() -> None:
    (article,) = as_articles(["Read https://example.org/story before noon."])
    assert article.text.startswith("Read")
