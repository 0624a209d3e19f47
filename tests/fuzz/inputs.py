"""Bytes as what the functions take: a text, articles with all their fields, anything JSON says."""

from __future__ import annotations

import json
from datetime import date, timedelta
from zlib import crc32

from factcheck import Article

DAY = date(2023, 12, 29)
# Four articles can agree, contradict and copy one another; more only take longer.
MOST_ARTICLES = 4
ARTICLE_ENDS, FIELD_ENDS = "\0", "\x1f"


def text_of(data: bytes) -> str:
    """Most characters as they are, and every byte that is none as a control character."""
    return data.decode("utf-8", "surrogateescape").translate(
        {0xDC80 + byte: 0x80 + byte for byte in range(128)}
    )


def articles_of(data: bytes) -> list[Article]:
    """Articles divided by NUL, each a text, then title, publisher and address divided by U+001F.

    So a file of the corpus is readable, and a mutation moves words between fields. The day of
    print follows from the length; a line feed at the beginning says that none was given.
    """
    found = []
    for number, written in enumerate(text_of(data).split(ARTICLE_ENDS)[:MOST_ARTICLES]):
        text, title, publisher, url = [*written.split(FIELD_ENDS, 3), "", "", ""][:4]
        found.append(
            Article(
                id=f"a{number}",
                text=text,
                title=title,
                publisher=publisher or None,
                url=url or None,
                published=None if text[:1] == "\n" else DAY + timedelta(days=len(text) % 4),
            )
        )
    return found


def said_in(data: bytes) -> object:
    """What the bytes say as JSON, `None` where they are none."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def one_in(number: int, data: bytes) -> bool:
    """Whether to make a check that costs much on this input: on one in so many, always the same."""
    return crc32(data) % number == 0
