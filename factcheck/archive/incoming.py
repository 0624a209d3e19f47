"""What comes into an archive: under which ids, and each address once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import chain, count

from factcheck.errors import InputError
from factcheck.loading import Taken
from factcheck.models import Article

# What articles from standard input are called: the next call gives these names to others.
_FROM_STANDARD_INPUT = re.compile(r"-(?:#[\d.]+)?")


def identified(given: Taken) -> list[Article]:
    """The articles, each with its address as its id where it has none but its turn.

    Raises `InputError` for one that has neither.
    """
    return [
        _by_address(article)
        if article.id in given.by_turn or _FROM_STANDARD_INPUT.fullmatch(article.id)
        else article
        for article in given.articles
    ]


def _by_address(article: Article) -> Article:
    """The article with its address as its id."""
    if article.url is None:
        raise InputError(
            f"{article.id}: an archive knows an article by its id or its address, and this one has "
            "neither: pass Article(id=…, text=…), or give it a url"
        )
    return article.model_copy(update={"id": article.url})


def latest(articles: Iterable[Article]) -> tuple[list[Article], tuple[str, ...]]:
    """The last article of each address, or else id, and a note on each that comes before it.

    A page that was saved at nine and at noon is one article: were both compared with what is
    stored, the older one would be news each time that the folder is given.
    """
    last: dict[str, Article] = {}
    before: list[Article] = []
    for article in articles:
        key = article.url or article.id
        if key in last:
            before.append(last.pop(key))  # the later one stands at its own place
        last[key] = article
    notes = tuple(
        f"{one.id}: is left out, since {last[one.url or one.id].id} has the same address and comes "
        "after it"
        for one in before
    )
    return list(last.values()), notes


def free_id(article: Article, is_taken: Callable[[str], bool]) -> str:
    """The id under which a new article is stored: its own, or else its address, with a number where
    that is taken too: "feed.xml#1" is another article every day."""
    address = article.url or article.id
    numbered = (f"{address}#{number}" for number in count(2))
    return next(name for name in chain((article.id, address), numbered) if not is_taken(name))


def is_same(elder: Article, article: Article) -> bool:
    """Whether a stored article equals another one, ids aside."""
    return elder == article.model_copy(update={"id": elder.id})
