"""Articles from what `reconcile` takes: files, texts and objects, mixed."""

from __future__ import annotations

import reprlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import InputError
from factcheck.loading.articles import load_articles
from factcheck.loading.documents import ADDRESS
from factcheck.loading.formats import is_known
from factcheck.loading.objects import entries_of, is_frame, is_one_source
from factcheck.loading.records import Entry, article_from, has_id
from factcheck.models import Article

LONGEST_NAME = 255  # characters of a path that is taken for one


class Taken(NamedTuple):
    """The articles that a caller handed over, in order, with the notes of their files; `by_turn`
    are the ids of those that have none of their own and are named by their place."""

    articles: tuple[Article, ...]
    notes: tuple[str, ...]
    by_turn: frozenset[str]


def as_articles(items: Iterable[object]) -> tuple[Article, ...]:
    """The articles of `items`, in order, as `taken` finds them."""
    return taken(items).articles


def taken(items: Iterable[object]) -> Taken:
    """The articles of `items`, in order, with the notes of their files.

    An `Article` is itself; a `str` is a text, and gets an id made of its position ("article-1"); a
    `Mapping` holds the fields of an article, a data frame an article in each row; an object may
    have the attributes of one; a `Path` is a file or a folder. A data frame may also stand alone.
    No items give no articles. Raises `InputError` for any other type, for a URL or the name of a
    file, for a mapping without text or with a field that cannot be read, and for two articles of
    one id; `SourceError` for a file that cannot be read.
    """
    if is_frame(items):
        items = (items,)
    single = isinstance(items, str | bytes | Path) or is_one_source(items)
    if single or not isinstance(items, Iterable):
        raise InputError(
            f"a list of articles is expected, not one {type(items).__name__}: "
            "write reconcile([article, …])"
        )
    articles: dict[str, Article] = {}
    notes: list[str] = []
    by_turn: set[str] = set()
    for position, item in enumerate(items, 1):
        for article in _articles(item, position, notes, by_turn):
            if article.id in articles:
                raise InputError(
                    f"item {position}: a second article has the id '{article.id}': "
                    "give each article an id of its own"
                )
            articles[article.id] = article
    return Taken(tuple(articles.values()), tuple(notes), frozenset(by_turn))


def _articles(
    item: object, position: int, notes: list[str], by_turn: set[str]
) -> Iterator[Article]:
    """The articles of one item that a caller passed: a path, a text, an object, a data frame. Adds
    to `notes`, and to `by_turn` the names that are given here."""
    name = f"article-{position}"
    if isinstance(item, Path):
        loaded = load_articles(item)
        if loaded.errors:
            raise loaded.errors[0]
        notes += loaded.notes
        yield from loaded.articles
    elif isinstance(item, str):
        if ADDRESS.fullmatch(item):
            raise InputError(
                f"item {position} is a URL ({reprlib.repr(item.strip())}) and nothing is "
                "fetched here: fetch the page and pass "
                "Article(id=…, text=its text, url=its URL)"
            )
        if _is_path(item):
            raise InputError(
                f"item {position} is the name of a file ({reprlib.repr(item)}), and a str is the "
                f"text of an article: write Path({reprlib.repr(item)})"
            )
        by_turn.add(name)
        yield _article(Entry(name, {"text": item}), position)
    else:
        try:
            entries = list(entries_of(item, name))
        except InputError as error:
            raise InputError(f"item {position} {error}") from error
        for entry in entries:
            if isinstance(entry, Article):
                yield entry
                continue
            found = _article(entry, position)
            if not has_id(entry.record):
                by_turn.add(entry.name)
            yield found


def _is_path(text: str) -> bool:
    """Whether a text is the name of a file that could be read: one word with a known suffix. "The
    council put it into budget.pdf" is a sentence."""
    words = text.split()
    return len(words) == 1 and len(words[0]) <= LONGEST_NAME and is_known(words[0])


def _article(entry: Entry, position: int) -> Article:
    """The article of an entry. Raises `InputError` with the item's number."""
    try:
        return article_from(entry.record, entry.name)
    except InputError as error:
        raise InputError(f"item {position}: {error}") from error
