"""The table of formats: how each is recognised, by name or by content, and what reads it.

A new format is a module with one reader and one line in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from factcheck.errors import SourceError
from factcheck.loading.documents import Document
from factcheck.loading.front_matter import read_text
from factcheck.loading.json_records import read_json, read_json_lines
from factcheck.loading.records import Entry

# A reader gives the entries of a document, and an error in place of each that is broken;
# where nothing of the document can be read it raises `SourceError`.
Reader = Callable[[Document], Iterator[Entry | SourceError]]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name, the suffixes that promise it, a look at the content, the reader.

    `looks_like` is asked only where a name has no suffix, as for standard input.
    """

    name: str
    suffixes: tuple[str, ...]
    looks_like: Callable[[str], bool]
    read: Reader


def _opens_json(content: str) -> bool:
    return content.lstrip().startswith(("{", "["))


def _opens_json_lines(content: str) -> bool:
    """Two lines that are each an object from brace to brace."""
    lines = [line for line in content.split("\n") if line.strip()][:2]
    return len(lines) == 2 and all(
        line.strip().startswith("{") and line.strip().endswith("}") for line in lines
    )


# In the order in which content is looked at: the particular before the general.
FORMATS = (
    Format("JSON Lines", (".jsonl", ".ndjson"), _opens_json_lines, read_json_lines),
    Format("JSON", (".json",), _opens_json, read_json),
    Format("text", (".md", ".markdown", ".txt", ".text"), lambda _: True, read_text),
)


def is_known(suffix: str) -> bool:
    """Whether some format is promised by the suffix, which is in lower case with its dot."""
    return any(suffix in format.suffixes for format in FORMATS)


def recognise(document: Document) -> Format:
    """The format of `document`, by its suffix, or by its content where it has none.

    Raises `SourceError` for the suffix of a format that is not read: taking markup for
    plain text would find claims in its attributes.
    """
    if document.suffix:
        for format in FORMATS:
            if document.suffix in format.suffixes:
                return format
        known = ", ".join(suffix for format in FORMATS for suffix in format.suffixes)
        raise SourceError(
            document.name, f"'{document.suffix}' files are not read: give one of {known}"
        )
    content = document.text()
    return next(format for format in FORMATS if format.looks_like(content))
