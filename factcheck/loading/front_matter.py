"""Markdown and plain text, with YAML front matter or without.

The one file that imports PyYAML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from factcheck.errors import SourceError
from factcheck.loading.documents import Document
from factcheck.loading.records import Entry, Record, names_a_field

if TYPE_CHECKING:
    from yaml import SafeLoader

RULE = re.compile(r"^-{3,}\s*$", re.MULTILINE)
# A rule and a line such as "title: …" open front matter; a rule above a headline does not.
OPENING = re.compile(r"-{3,}[ \t]*\r?\n[\w-]+:")
# Of what YAML 1.1 makes of plain words only these are wanted: it also takes NO, the country of
# Norway, for false and "10:30" for 630.
RESOLVED = ("tag:yaml.org,2002:null", "tag:yaml.org,2002:timestamp")


def read_text(document: Document) -> Iterator[Entry]:
    """One entry: the fields of the front matter, and as `text` all below it.

    Raises `SourceError`.
    """
    fields, text = fields_and_text(document.text, document.name)
    yield Entry(document.name, {**fields, "text": text})


def fields_and_text(text: str, name: str) -> tuple[Record, str]:
    """The fields of the front matter, and all below it.

    Only a mapping with a field of an article is front matter: two rules around anything else, such
    as "The fire: it killed 14 people.", are part of the text. Raises `SourceError`.
    """
    if not RULE.match(text):
        return {}, text
    _, *parts = RULE.split(text, maxsplit=2)
    if len(parts) < 2:
        if OPENING.match(text):
            raise SourceError(
                name, "front matter is opened by '---' and never closed: add a second '---'"
            )
        return {}, text
    head, body = parts
    fields = _fields(head, name)
    return ({}, text) if fields is None else (fields, body.removeprefix("\n"))


def _fields(head: str, name: str) -> Record | None:
    """The fields between the rules, or `None` for anything else."""
    # Reading YAML takes longer to import than all the rest of loading; only files need it.
    import yaml

    try:
        fields = yaml.load(head, Loader=_loader())
    except yaml.MarkedYAMLError as error:
        # `head` begins with the end of the line of the first rule.
        line = f", line {error.problem_mark.line + 1}" if error.problem_mark else ""
        problem = error.problem or error.context or "cannot be read"
        raise SourceError(name, f"front matter is not YAML{line}: {problem}") from error
    except Exception as error:
        # A tag before a value that does not fit it ("!!bool x") raises whatever Python happens to:
        # KeyError, IndexError, AttributeError, OverflowError; nesting raises RecursionError.
        reason = str(error).partition("\n")[0] or type(error).__name__
        raise SourceError(name, f"front matter is not YAML: {reason}") from error
    if fields is None:
        return {}
    return fields if isinstance(fields, dict) and names_a_field(fields) else None


@cache
def _loader() -> type[SafeLoader]:
    """PyYAML's safe loader without merging by "<<", which lets a few lines expand to gigabytes, and
    with the implicit types in `RESOLVED` alone.

    Not the loader in C: "[[[[…" overflows its stack, and that ends the process.
    """
    import yaml

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers = {  # noqa: RUF012  # the name and shape are PyYAML's
            first: [(tag, pattern) for tag, pattern in known if tag in RESOLVED]
            for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

        def flatten_mapping(self, node: yaml.MappingNode) -> None:
            """Skip merging by "<<", which copies a mapping each time that it is named."""

    return Loader
