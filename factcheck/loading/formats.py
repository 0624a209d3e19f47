"""The table of formats: how each is recognised, by content and by name, and its reader.

A new format is a module with one reader and one line in `FORMATS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from factcheck.errors import SourceError
from factcheck.loading.captions import read_captions
from factcheck.loading.documents import Document, suffix_of
from factcheck.loading.feeds import read_feed
from factcheck.loading.front_matter import read_text
from factcheck.loading.json_records import read_json, read_json_lines
from factcheck.loading.letters import read_letter
from factcheck.loading.markup import root_element
from factcheck.loading.office import read_docx, read_pdf
from factcheck.loading.pages import read_page
from factcheck.loading.records import Entry
from factcheck.loading.tables import read_csv, read_parquet

# A reader gives the entries of a document, and an error in place of each that is broken;
# where nothing of the document can be read it raises `SourceError`.
Reader = Callable[[Document], Iterator[Entry | SourceError]]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name, its suffixes, a test of the content, the reader.

    `looks_like` must be certain, since it overrules the name of a file. A binary format is
    recognised by the bytes it `begins` with.
    """

    name: str
    suffixes: tuple[str, ...]
    looks_like: Callable[[str], bool]
    read: Reader
    begins: bytes = b""


# "[Update, 9 p.m.]" opens a story: a bracket is JSON only with another or a quote behind it.
JSON_OPENS = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\[{\]])')


def _is_json(content: str) -> bool:
    """Whether a text is one JSON document; JSON Lines is another format."""
    return JSON_OPENS.match(content) is not None and not _has_lines_of_json(content)


def _has_lines_of_json(content: str) -> bool:
    """Whether the first two lines of a text are each a JSON object."""
    lines = [line.strip() for line in content.split("\n") if line.strip()][:2]
    return len(lines) == 2 and all(line[0] == "{" and line[-1] == "}" for line in lines)


def _is_json_lines(content: str) -> bool:
    """Whether the first line of a text is a JSON object, or begins one and breaks off."""
    return content.lstrip().startswith('{"')


def _is_feed(content: str) -> bool:
    """Whether the root element is that of RSS or Atom."""
    return root_element(content) in ("rss", "feed", "rdf:rdf")


def _is_page(content: str) -> bool:
    """Whether the root element is that of HTML."""
    return root_element(content) in ("html", "head", "body")


def _never(content: str) -> bool:
    """No content is recognised as such a format: only its suffix is."""
    return False


def _is_captions(content: str) -> bool:
    """Whether the text begins as WebVTT does."""
    return content.startswith("WEBVTT")


# In the order in which content is looked at: the particular before the general.
FORMATS = (
    Format("feed", (".rss", ".atom", ".rdf", ".xml"), _is_feed, read_feed),
    Format("HTML", (".html", ".htm", ".xhtml"), _is_page, read_page),
    Format("JSON", (".json",), _is_json, read_json),
    Format("JSON Lines", (".jsonl", ".ndjson"), _is_json_lines, read_json_lines),
    Format("CSV", (".csv", ".tsv"), _never, read_csv),
    Format("Parquet", (".parquet",), _never, read_parquet, b"PAR1"),
    Format("e-mail", (".eml",), _never, read_letter),
    Format("Word", (".docx",), _never, read_docx, b"PK\x03\x04"),
    Format("PDF", (".pdf",), _never, read_pdf, b"%PDF-"),
    Format("subtitles", (".srt", ".vtt"), _is_captions, read_captions),
    Format("text", (".md", ".markdown", ".txt", ".text"), _never, read_text),
)


# A letter is read from its bytes: each part of it names an encoding of its own.
FROM_BYTES = (".eml",)


def is_known(name: str) -> bool:
    """Whether the suffix of a file's name is that of a format, compressed or not."""
    return any(suffix_of(name) in format.suffixes for format in FORMATS)


def recognise(document: Document) -> Format:
    """The format of `document`: the one its name promises, unless its content is another.

    A saved page may be called story.php or story.txt, a list of articles wire.jsonl. What has
    no suffix and looks like nothing else is text. Raises `SourceError` for the suffix of a
    format that is not read: taking a table or a program for prose would find claims in it.
    """
    promised = next((f for f in FORMATS if document.suffix in f.suffixes), None)
    for format in FORMATS:
        if format.begins and document.data.startswith(format.begins):
            return format
    if promised is not None and promised.begins:
        raise SourceError(document.name, f"is no {promised.name} file, whatever it is called")
    if promised is not None and document.suffix in FROM_BYTES:
        return promised
    if promised is not None and promised.looks_like(document.text):
        return promised
    for format in FORMATS:
        if format.looks_like(document.text):
            return format
    if promised is not None:
        return promised
    if not document.suffix:
        return FORMATS[-1]
    known = ", ".join(suffix for format in FORMATS for suffix in format.suffixes)
    raise SourceError(document.name, f"'{document.suffix}' files are not read: give one of {known}")
