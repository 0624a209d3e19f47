"""JSON and JSON Lines: an object is an article, a list or a line for each holds several."""

from __future__ import annotations

import json
from collections.abc import Iterator

from factcheck.errors import SourceError
from factcheck.loading.documents import Document
from factcheck.loading.records import Entry


def read_json(document: Document) -> Iterator[Entry | SourceError]:
    """The entries of one JSON document, which is an object or a list of objects.

    Raises `SourceError` where it is neither.
    """
    content = _parse(document.text, document.name)
    if isinstance(content, list):
        for number, item in enumerate(content, 1):
            yield _entry(item, f"{document.name}#{number}")
    else:
        yield _entry(content, document.name)


def read_json_lines(document: Document) -> Iterator[Entry | SourceError]:
    """The entry of each line that is not blank; a broken line gives its error and no more."""
    # Not str.splitlines: JSON may hold U+2028, which that takes for the end of a line.
    for number, line in enumerate(document.text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            content = _parse(line, f"{document.name}, line {number}")
        except SourceError as error:
            yield error
        else:
            yield _entry(content, f"{document.name}#{number}")


def _parse(text: str, name: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, " if "\n" in text else ""
        raise SourceError(
            name, f"is not JSON: {error.msg} ({where}column {error.colno})"
        ) from error
    except RecursionError as error:
        raise SourceError(name, "is not read: JSON nested too deeply") from error
    except ValueError as error:  # an integer of more than 4,300 digits
        raise SourceError(name, f"is not read: {error}") from error


def _entry(item: object, name: str) -> Entry | SourceError:
    if not isinstance(item, dict):
        problem = f'holds a {type(item).__name__} where an article is expected: {{"text": "…"}}'
        return SourceError(name, problem)
    try:
        json.dumps(item, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        # JSON may spell half an emoji, "\\ud83d", but no file can hold it when it is written out.
        return SourceError(name, "holds half a character (a lone surrogate): export it again")
    return Entry(name, item)
