"""JSON and JSON Lines: an object is an article, a list or a line for each holds several.

What services hand out is such a list inside an object: NewsAPI, the Guardian, Event Registry,
JSON Feed, schema.org.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from factcheck.errors import SourceError
from factcheck.loading.documents import Document
from factcheck.loading.records import Entry


def read_json(document: Document) -> Iterator[Entry | SourceError]:
    """The entries of one JSON document, which is an object, a list of objects, or an object that
    holds such a list.

    Raises `SourceError` where it is neither.
    """
    yield from _entries(_parse(document.text, document.name), document.name, "#")


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
            yield from _entries(content, f"{document.name}#{number}", ".")


def _entries(content: object, name: str, mark: str) -> Iterator[Entry | SourceError]:
    """The entries of what a document or a line holds: one, or several with a `mark` and a number
    behind the name."""
    found = unwrapped(content)
    if not isinstance(found, list):
        yield _entry(found, name)
        return
    for number, item in enumerate(found, 1):
        yield _entry(item, f"{name}{mark}{number}")


# Where the articles are in what services hand out, outermost first: NewsAPI (`articles`), Event
# Registry (`articles`, `results`), the Guardian (`response`, `results` or `content`), JSON Feed
# (`items`), schema.org (`@graph`).
WRAPPERS = ("response", "articles", "results", "items", "@graph", "content")


def unwrapped(content: object) -> object:
    """The list of articles, or the one article, inside the object that a service returns; anything
    else as it is."""
    if isinstance(content, list):
        return [_with_fields(item) for item in content]
    if not isinstance(content, dict):
        return content
    for name in WRAPPERS:
        inside = content.get(name)
        # One that is no object ("null") is reported by itself, as in a bare list.
        if isinstance(inside, list) and any(isinstance(one, dict) for one in inside):
            every = [_with_fields(one) for one in inside if name != "@graph" or _has_text(one)]
            # A feed names its paper once: JSON Feed 1.1, `title`.
            outlet = {"publisher": content["title"]} if content.get("title") else {}
            return [{**outlet, **one} if isinstance(one, dict) else one for one in every]
        if isinstance(inside, dict) and not _is_wrapped_text(inside):
            return unwrapped(inside) if name != "content" else _with_fields(inside)
    return _with_fields(content)


def _with_fields(item: object) -> object:
    """An item of the Guardian with the contents of its `fields` moved up."""
    fields = item.get("fields") if isinstance(item, dict) else None
    return {**fields, **item} if isinstance(item, dict) and isinstance(fields, dict) else item


def _has_text(node: object) -> bool:
    """Whether a node of schema.org is an article, and no outlet, picture or list of crumbs."""
    return isinstance(node, dict) and "articleBody" in node


def _is_wrapped_text(inside: Mapping[str, object]) -> bool:
    """Whether an object is a wrapped text, as WordPress writes one: {"rendered": "…"}."""
    return "rendered" in inside


def _parse(text: str, name: str) -> object:
    """Parse a text in JSON. Raises `SourceError` for text that is none."""
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
    """An object as an entry; an error for what is no object or cannot be serialised again."""
    if not isinstance(item, dict):
        problem = f'holds a {type(item).__name__} where an article is expected: {{"text": "…"}}'
        return SourceError(name, problem)
    try:
        json.dumps(item, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        # JSON may spell half an emoji, "\\ud83d", but no file can hold it when it is written out.
        return SourceError(name, "holds half a character (a lone surrogate): export it again")
    return Entry(name, item)
