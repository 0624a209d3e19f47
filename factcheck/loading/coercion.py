"""Articles from objects in memory: what `reconcile` takes."""

from __future__ import annotations

import re
import reprlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from factcheck.errors import InputError
from factcheck.loading.articles import load_articles
from factcheck.loading.records import article_from
from factcheck.models import Article

URL = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*://|www\.)\S+\s*", re.IGNORECASE)
ONE_ARTICLE = (str, bytes, Mapping, Path, Article)


def as_articles(items: Iterable[object]) -> tuple[Article, ...]:
    """The articles that `items` stand for, in order.

    An `Article` is itself; a `str` is a text, and gets an id made of its position
    ("article-1"); a `Mapping` holds the fields of an article; a `Path` is a file or a folder.
    No items give no articles. Raises `InputError` for any other type, for a URL, for a
    mapping without text or with a field that cannot be read, and for two articles of one id;
    `SourceError` for a file that cannot be read.
    """
    if isinstance(items, ONE_ARTICLE) or not isinstance(items, Iterable):
        raise InputError(
            f"a list of articles is expected, not one {type(items).__name__}: "
            "write reconcile([article, …])"
        )
    articles: dict[str, Article] = {}
    for position, item in enumerate(items, 1):
        for article in _articles(item, position):
            if article.id in articles:
                raise InputError(
                    f"item {position}: a second article has the id '{article.id}': "
                    "give each article an id of its own"
                )
            articles[article.id] = article
    return tuple(articles.values())


def _articles(item: object, position: int) -> Iterator[Article]:
    name = f"article-{position}"
    match item:
        case Article():
            yield item
        case str():
            if URL.fullmatch(item):
                raise InputError(
                    f"item {position} is a URL ({reprlib.repr(item.strip())}) and nothing is "
                    "fetched here: fetch the page and pass "
                    "Article(id=…, text=its text, url=its URL)"
                )
            yield _article({"text": item}, name, position)
        case Mapping():
            yield _article(item, name, position)
        case Path():
            loaded = load_articles(item)
            if loaded.errors:
                raise loaded.errors[0]
            yield from loaded.articles
        case _:
            raise InputError(
                f"item {position} is a {type(item).__name__}: pass an Article, a str that holds "
                "the text, a Mapping with the fields of an article, or a Path to a file"
            )


def _article(record: Mapping[str, object], name: str, position: int) -> Article:
    try:
        return article_from(record, name)
    except InputError as error:
        raise InputError(f"item {position}: {error}") from error
