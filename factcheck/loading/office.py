"""Word and PDF files, through python-docx (extra `docx`) and pypdf (extra `pdf`).

Both keep a title, an author and days of their own; front matter at the head of the text goes
before them, since it is written for the reader.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.errors import SourceError
from factcheck.loading.documents import Document
from factcheck.loading.front_matter import fields_and_text
from factcheck.loading.records import Entry
from factcheck.loading.requirements import missing

TITLES = ("Title", "Heading 1")  # styles of Word
# A line this much shorter than the longest one ends a paragraph, if it ends a sentence too.
SHORT = 0.85
HYPHEN = re.compile(r"(?<=[^\W\d_])-$")
SENTENCE_END = re.compile(r"[.!?:][\"”’')\]]*$")


def read_docx(document: Document) -> Iterator[Entry]:
    """One entry: the paragraphs, the title that the file or its first heading gives, and the day
    on which it was last saved. Raises `SourceError`."""
    try:
        from docx import Document as open_docx
    except ImportError as error:
        raise missing(document.name, "Word", "python-docx", "docx") from error
    try:
        opened = open_docx(io.BytesIO(document.data))
        kept = opened.core_properties
        paragraphs = [(p.style.name if p.style else "", p.text) for p in opened.paragraphs]
        saved, title, author = kept.modified or kept.created, kept.title, kept.author
    except Exception as error:  # whatever a parser makes of a hostile file, it costs that file
        raise SourceError(document.name, f"cannot be read as Word: {error}") from error
    if paragraphs and paragraphs[0][0] in TITLES:
        title = title or paragraphs[0][1]
        paragraphs = paragraphs[1:]
    yield _entry(document.name, [text for _, text in paragraphs], title, author, saved)


def read_pdf(document: Document) -> Iterator[Entry]:
    """One entry: the words of all pages with broken lines joined again, and the title, author and
    day of the file. Scanned pages have no words. Raises `SourceError`."""
    try:
        from pypdf import PdfReader
    except ImportError as error:
        raise missing(document.name, "PDF", "pypdf", "pdf") from error
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    try:
        reader = PdfReader(io.BytesIO(document.data))
        lines = [line for page in reader.pages for line in page.extract_text().split("\n")]
        kept = reader.metadata
        title, author = (kept.title, kept.author) if kept else (None, None)
        made = kept.creation_date if kept else None
    except Exception as error:  # whatever a parser makes of a hostile file, it costs that file
        raise SourceError(document.name, f"cannot be read as PDF: {error}") from error
    if not any(line.strip() for line in lines):
        raise SourceError(document.name, "holds no words: are its pages pictures?")
    yield _entry(document.name, joined_lines(lines), title, author, made)


def joined_lines(lines: Sequence[str]) -> list[str]:
    """The paragraphs of a page whose lines were broken by a printer. A blank line ends a paragraph,
    and so does a short line that ends a sentence."""
    longest = max(map(len, lines), default=0)
    paragraphs = [""]
    for line in (line.strip() for line in lines):
        paragraphs[-1] = HYPHEN.sub("", paragraphs[-1]) + (
            line if HYPHEN.search(paragraphs[-1]) else f" {line}"
        )
        if not line or (len(line) < SHORT * longest and SENTENCE_END.search(line)):
            paragraphs.append("")
    return [paragraph.strip() for paragraph in paragraphs if paragraph.strip()]


def _entry(
    name: str, paragraphs: Sequence[str], title: object, author: object, day: date | None
) -> Entry:
    """A document as an entry. Fields stated in its first lines precede its properties."""
    fields, text = fields_and_text("\n".join(paragraphs), name)
    kept = {"title": title or None, "publisher": author or None, "published": day}
    return Entry(name, {**kept, **fields, "text": text if fields else "\n\n".join(paragraphs)})
