"""RSS and Atom files, through feedparser: an article for each entry.

The one file that knows feedparser (extra `feeds`).
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from factcheck.errors import SourceError
from factcheck.loading.documents import Document
from factcheck.loading.markup import fragment_text, prolog
from factcheck.loading.records import Entry, day_of
from factcheck.loading.requirements import missing


def read_feed(document: Document) -> Iterator[Entry | SourceError]:
    """An entry for each item of the feed; the feed's title is the publisher.

    The whole story is taken where the feed carries it, else the summary. A feed that declares
    XML entities is refused: a few lines of them can stand for gigabytes, or for a file of this
    machine. Raises `SourceError`.
    """
    if "<!entity" in prolog(document.text).lower():
        raise SourceError(document.name, "declares XML entities, which are not resolved here")
    try:
        import feedparser
    except ImportError as error:
        raise missing(document.name, "a feed", "feedparser", "feeds") from error
    # A stream, since a str might be taken for an address; in UTF-8, whatever the XML declares.
    stream = io.BytesIO(document.text.encode("utf-8", "replace"))
    headers = {"content-type": "application/xml; charset=utf-8"}
    try:
        feed = feedparser.parse(stream, response_headers=headers)
    except Exception as error:  # whatever a parser makes of a hostile feed, it costs that feed
        raise SourceError(document.name, f"cannot be read as a feed: {error}") from error
    if not feed.entries:
        problem = feed.get("bozo_exception") or "it holds no entry"
        raise SourceError(document.name, f"cannot be read as a feed: {problem}")
    outlet = feed.feed.get("title")
    for number, item in enumerate(feed.entries, 1):
        yield Entry(f"{document.name}#{number}", _record(item, outlet))


def _record(item: Mapping[str, Any], outlet: str | None) -> dict[str, object]:
    # What is missing may be no key or a key with None: "<content <p>" is a content of nothing.
    bodies = [content.get("value") or "" for content in item.get("content") or ()]
    # An aggregated item names the paper that it was taken from (RSS 2.0, `source`).
    source = item.get("source") or {}
    return {
        "id": item.get("id") or item.get("link"),
        "text": fragment_text(max(bodies, key=len, default="") or item.get("summary") or ""),
        "title": fragment_text(item.get("title") or ""),
        "publisher": source.get("title") or outlet,
        "published": _day(item),
        "url": item.get("link"),
    }


def _day(item: Mapping[str, Any]) -> str | date | None:
    """The day as the feed writes it, in the paper's own time zone, where it follows a standard.

    feedparser also reads what does not, but gives it in Greenwich time.
    """
    written = item.get("published") or item.get("updated")
    if written is None:
        return None
    try:
        return day_of(written)
    except ValueError:
        parsed = item.get("published_parsed") or item.get("updated_parsed")
        return date(*parsed[:3]) if parsed else None
