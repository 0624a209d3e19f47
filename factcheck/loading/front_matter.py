"""Markdown and plain text, with YAML front matter or without."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.errors import SourceError
from factcheck.loading.documents import Document
from factcheck.loading.records import Entry, Record

# A rule and a line such as "title: …" open front matter; a rule above a headline does not.
OPENING = re.compile(r"-{3,}[ \t]*\r?\n[\w-]+:")


def read_text(document: Document) -> Iterator[Entry]:
    """One entry: the fields of the front matter, and as `text` all that stands below it.

    Only a mapping is front matter: two rules around anything else are part of the text.
    Raises `SourceError`.
    """
    # Reading YAML takes longer to import than all the rest of loading; only files need it.
    from frontmatter.default_handlers import YAMLHandler

    text = document.text
    handler = YAMLHandler()
    if not handler.detect(text):
        yield Entry(document.name, {"text": text})
        return
    try:
        head, body = handler.split(text)
    except ValueError:
        if OPENING.match(text):
            raise SourceError(
                document.name,
                "front matter is opened by '---' and never closed: add a second '---'",
            ) from None
        yield Entry(document.name, {"text": text})
        return
    fields = _fields(head, document.name)
    if fields is None:
        yield Entry(document.name, {"text": text})
    else:
        yield Entry(document.name, {**fields, "text": body.removeprefix("\n")})


def _fields(head: str, name: str) -> Record | None:
    """What stands between the rules, or `None` where it is no mapping."""
    import yaml
    from frontmatter.default_handlers import YAMLHandler

    try:
        # Not the default loader, which is written in C: "[[[[…" overflows its stack, and that
        # ends the process.
        fields = YAMLHandler().load(head, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        # `head` begins with the end of the line of the first rule.
        line = f", line {error.problem_mark.line + 1}" if error.problem_mark else ""
        problem = error.problem or error.context or "cannot be read"
        raise SourceError(name, f"front matter is not YAML{line}: {problem}") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # 2023-13-45 is a ValueError
        problem = str(error).partition("\n")[0]
        raise SourceError(name, f"front matter is not YAML: {problem}") from error
    if fields is None:
        return {}
    return fields if isinstance(fields, dict) else None
