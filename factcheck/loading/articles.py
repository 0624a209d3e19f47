"""Articles from files, folders and standard input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from factcheck.errors import InputError, SourceError
from factcheck.loading.documents import Document, documents
from factcheck.loading.formats import is_known, recognise
from factcheck.loading.records import Entry, article_from
from factcheck.models import Article


@dataclass(frozen=True, slots=True)
class Loaded:
    """The articles that could be read, in order, and an error for each thing that could not."""

    articles: tuple[Article, ...]
    errors: tuple[SourceError, ...]


def load_articles(
    sources: str | Path | Iterable[str | Path], stdin: BinaryIO | None = None
) -> Loaded:
    """The articles of files, of folders (all below, in sorted order) and of '-', standard input.

    Formats: `.md` and `.txt` with or without YAML front matter, `.json`, `.jsonl`. An article
    without an id of its own is named by its path, and by its place in a file that holds
    several ("wire.json#2"). `text` is what stands below the front matter, not altered;
    offsets of claims refer to it. Never raises for what is in a file.
    """
    given = (sources,) if isinstance(sources, str | Path) else tuple(sources)
    articles: dict[str, Article] = {}
    errors: list[SourceError] = []
    origin: dict[str, str] = {}
    for document in documents(given, is_known, stdin):
        if isinstance(document, SourceError):
            errors.append(document)
            continue
        for found in _articles(document):
            if isinstance(found, SourceError):
                errors.append(found)
            elif found.id in articles:
                problem = f"the id '{found.id}' is taken by {origin[found.id]}: change one of them"
                errors.append(SourceError(document.name, problem))
            else:
                articles[found.id] = found
                origin[found.id] = document.name
    return Loaded(tuple(articles.values()), tuple(errors))


def _articles(document: Document) -> Iterator[Article | SourceError]:
    for entry in _entries(document):
        if isinstance(entry, SourceError):
            yield entry
            continue
        try:
            article = article_from(entry.record, entry.name)
        except InputError as error:
            yield SourceError(entry.name, str(error))
        else:
            yield article if article.text.strip() else SourceError(entry.name, "holds no text")


def _entries(document: Document) -> Iterator[Entry | SourceError]:
    try:
        yield from recognise(document).read(document)
    except SourceError as error:
        yield error
