"""HTML pages, through trafilatura: the article without the page around it.

The one file that imports trafilatura (extra `html`).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

from factcheck.errors import SourceError
from factcheck.loading.documents import Document
from factcheck.loading.markup import root_element
from factcheck.loading.records import Entry
from factcheck.loading.requirements import missing

# A date is taken from the page's metadata and address only: searched for in the prose, the
# day of publication would be any day that the story mentions.
LANGUAGE = re.compile(r"""<html\b[^>]{0,400}?\blang\s?=\s?["']?([a-z]{2})\b""", re.IGNORECASE)
PROLOGUE = 4000  # characters that the root element stands in
DATES = {"original_date": True, "extensive_search": False}


def read_page(document: Document) -> Iterator[Entry]:
    """One entry: text, title, publisher, day of publication and address of the page.

    Nothing is fetched, and no entity of a document type is resolved. Tables and readers'
    comments are left out. Raises `SourceError`.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise missing(document.name, "HTML", "trafilatura", "html") from error
    for source in ("trafilatura", "htmldate"):
        # Both log what they cannot parse; without a handler, that goes to standard error.
        logging.getLogger(source).addHandler(logging.NullHandler())
    text = document.text
    if root_element(text) != "html":
        # What a content system exports is often the body alone.
        text = f"<html><body>{text}</body></html>"
    try:
        page = bare_extraction(
            text,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params=dict(DATES),
        )
    except Exception as error:  # whatever a parser makes of a hostile page, it costs that page
        problem = str(error).partition("\n")[0] or type(error).__name__
        raise SourceError(document.name, f"cannot be read as HTML: {problem}") from error
    fields = {} if page is None else page if isinstance(page, dict) else page.as_dict()
    if not fields.get("text"):
        raise SourceError(document.name, "no text of an article was found in the page")
    # Its `id` and `language` are those of trafilatura's own options.
    names = ("text", "title", "sitename", "hostname", "date", "url")
    declared = LANGUAGE.search(document.text[:PROLOGUE])
    language = {"language": declared[1]} if declared else {}
    yield Entry(document.name, {name: fields.get(name) for name in names} | language)
