"""RSS and Atom files, through feedparser: an article for each entry.

The one file that imports feedparser (extra `feeds`).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from xml.parsers import expat

from factcheck.errors import SourceError
from factcheck.loading.documents import Document
from factcheck.loading.markup import fragment_text
from factcheck.loading.records import Entry, day_of
from factcheck.loading.requirements import missing

ROOT = re.compile(rb"<(?=[a-z])", re.IGNORECASE)


def read_feed(document: Document) -> Iterator[Entry | SourceError]:
    """An entry for each item of the feed; the feed's title is the publisher.

    The whole story is taken where the feed carries it, else the summary. A feed that declares
    XML entities is refused: a few lines of them can stand for gigabytes, or for a file of this
    machine. Raises `SourceError`.
    """
    content = _from_root(document)
    try:
        import feedparser
    except ImportError as error:
        raise missing(document.name, "a feed", "feedparser", "feeds") from error
    # A stream, since a str might be taken for an address; in UTF-8, whatever the XML declares.
    stream = io.BytesIO(content)
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


class _Entity(Exception):
    """Raised where an entity is declared."""


class _Root(Exception):
    """Raised at the first element, with its offset in bytes."""


def _from_root(document: Document) -> bytes:
    """The feed from its first element on, in UTF-8, without the document type that declares
    entities. Raises `SourceError` where one is declared.

    This takes a parser of XML and no pattern: "]>" in a comment ends a document type for a pattern
    only. What it cannot parse is cut all the same, since feedparser reads what is no XML, and takes
    entities from any line before the first element that looks as if it declared one.
    """
    content = document.text.encode("utf-8", "replace")
    parser = expat.ParserCreate("utf-8")

    def declared(*_: object) -> None:
        raise _Entity

    def begun(*_: object) -> None:
        raise _Root(parser.CurrentByteIndex)

    parser.EntityDeclHandler = declared
    parser.StartElementHandler = begun
    try:
        parser.Parse(content, True)
    except _Root as root:
        return content[root.args[0] :]
    except _Entity:
        problem = "declares XML entities, which are not resolved here"
        raise SourceError(document.name, problem) from None
    except expat.ExpatError:
        pass
    found = ROOT.search(content)
    return content[found.start() :] if found else content


def _record(item: Mapping[str, Any], outlet: str | None) -> dict[str, object]:
    """The fields of an article from an entry of a feed."""
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

    feedparser also reads other forms, but gives the day in UTC.
    """
    written = item.get("published") or item.get("updated")
    if written is None:
        return None
    try:
        return day_of(written)
    except ValueError:
        # Asked for what is not there, feedparser warns.
        known = [item[name] for name in ("published_parsed", "updated_parsed") if name in item]
        return next((date(*parsed[:3]) for parsed in known if parsed), None)
