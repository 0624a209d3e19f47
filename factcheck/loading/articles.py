"""Articles from files, folders, standard input and objects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from factcheck.errors import InputError, SourceError
from factcheck.loading.documents import LARGEST, Document, documents, passed_over, suffix_of
from factcheck.loading.documents import files_at as documents_at
from factcheck.loading.formats import is_known, recognise
from factcheck.loading.objects import entries_of, is_one_source
from factcheck.loading.records import Entry, article_from
from factcheck.models import Article
from factcheck.text.languages import why_unread
from factcheck.times import infer_published

UNFORESEEN = "is not read, for an error that should not be"


@dataclass(frozen=True, slots=True)
class Loaded:
    """The articles that could be read, in order, and an error for each thing that could not.

    `notes` say where something had to be concluded (the encoding of a file that names none), what
    a file does not say of its articles (their day, their outlet), and what a folder holds besides.
    """

    articles: tuple[Article, ...]
    errors: tuple[SourceError, ...]
    notes: tuple[str, ...] = ()


def load_articles(
    source: object,
    stdin: BinaryIO | None = None,
    *,
    largest: int = LARGEST,
    leave_out: Callable[[Path], bool] | None = None,
    watch: Callable[[str, int, int | None], None] | None = None,
) -> Loaded:
    """The articles of `source`, or of each of several sources.

    A `str` or `Path` is a file, a folder (read to the bottom, in sorted order) or '-', standard
    input; an object is an article, a mapping with the fields of one, a data frame of pandas or
    polars, or anything with the attributes of newspaper4k's articles.

    Formats: `.md` and `.txt` with or without YAML front matter, HTML pages, RSS and Atom feeds,
    JSON and JSON Lines as services hand them out (docs/formats.md), CSV, Parquet, e-mails, Word,
    PDF, subtitles, and each of them packed with gzip; recognised by content before name. An
    article without an id of its own is named by its path, and by its place in a file that holds
    several ("wire.json#2"). `text` is what stands below the front matter, not altered; offsets
    of claims refer to it. A file or stream of more than `largest` bytes is not read, nor is a file
    for which `leave_out` holds. Never raises
    for what is in a file or a row, and fetches nothing; `watch`, as that of `reconcile`, gets
    how many articles are read. Raises `InputError` for an object of any other type, and for a limit
    that is no number of bytes.
    """
    if type(largest) is not int or largest < 1:
        raise InputError(f"largest is {largest!r}: give a number of bytes, 1 or more")
    one = isinstance(source, str | bytes | Path) or is_one_source(source)
    given = (source,) if one or not isinstance(source, Iterable) else tuple(source)
    articles: dict[str, Article] = {}
    errors: list[SourceError] = []
    notes: list[str] = []
    origin: dict[str, str] = {}
    for name, found in _found(given, stdin, notes, largest, leave_out):
        if isinstance(found, SourceError):
            errors.append(found)
        elif found.id in articles:
            problem = f"the id '{found.id}' is taken by {origin[found.id]}: change one of them"
            errors.append(SourceError(name, problem))
        else:
            articles[found.id] = found
            origin[found.id] = name
            if watch is not None:
                watch("reading files", len(articles), None)
    return Loaded(tuple(articles.values()), tuple(errors), tuple(notes))


def files_at(paths: Iterable[str]) -> Iterator[Path]:
    """The files that `load_articles` would read at `paths`, for who is about to write one."""
    return documents_at(paths, is_known)


def _found(
    sources: tuple[object, ...],
    stdin: BinaryIO | None,
    notes: list[str],
    largest: int,
    leave_out: Callable[[Path], bool] | None,
) -> Iterator[tuple[str, Article | SourceError]]:
    """Each article or error with the name of its source; adds to `notes`."""
    seen: set[str] = set()
    for position, source in enumerate(sources, 1):
        if isinstance(source, str | Path):
            for document in documents((source,), is_known, stdin, seen, largest, leave_out):
                if isinstance(document, SourceError):
                    yield document.source, document
                    continue
                every = list(_articles(_entries(document)))
                yield from ((document.name, found) for found in every)
                notes += _encoding(document)
                notes += _missing_fields(
                    document.name, [a for a in every if isinstance(a, Article)]
                )
            notes += _unread_files(source)
        else:
            name = f"article-{position}"
            try:
                yield from ((name, found) for found in _articles(entries_of(source, name)))
            except InputError as error:
                raise InputError(f"source {position} {error}") from error


def _articles(entries: Iterable[Entry | Article | SourceError]) -> Iterator[Article | SourceError]:
    """The article of each entry, or the error for one that holds none."""
    for entry in entries:
        if isinstance(entry, SourceError | Article):
            yield entry
            continue
        try:
            article = article_from(entry.record, entry.name)
        except InputError as error:
            yield SourceError(entry.name, str(error))
        except Exception as error:
            yield _unexpected(entry.name, error)
        else:
            yield article if article.text.strip() else SourceError(entry.name, "holds no text")


def _entries(document: Document) -> Iterator[Entry | SourceError]:
    """The entries of a document, by the reader of its format. Raises nothing."""
    empty = True
    try:
        for entry in recognise(document).read(document):
            empty = False
            yield entry
    except SourceError as error:
        yield error
    except Exception as error:
        yield _unexpected(document.name, error)
    else:
        if empty:
            yield SourceError(document.name, "holds no article")


def _unexpected(name: str, error: Exception) -> SourceError:
    """The error for an exception that no reader expects, here or in a package beneath, so that it
    costs one file only. Tests look for its words, so that it hides no fault."""
    problem = f"{UNFORESEEN} ({type(error).__name__}: {error}): please report it with the file"
    return SourceError(name, problem.replace("\n", " "))


def _missing_fields(name: str, articles: Sequence[Article]) -> Iterator[str]:
    """Notes on what the articles of a file lack and a report would need, one for each field."""
    undated = [a for a in articles if a.published is None and not _has_inferable_day(a)]
    unnamed = [a for a in articles if not a.publisher]
    lacking = [
        f"{_share(those, articles)} no {missing}"
        for those, missing in (
            (undated, "day of publication, so their weekdays have no date (give 'published')"),
            (unnamed, "outlet, so they go by the name of the file (give 'publisher')"),
        )
        if those
    ]
    if lacking:
        yield f"{name}: {'; '.join(lacking)}"


def _unread_files(source: str | Path) -> Iterator[str]:
    """Notes on the files of a folder that are not read, counted by their suffixes."""
    passed = passed_over(source, is_known)
    if passed:
        endings = Counter(suffix_of(name) or "no ending" for name in passed)
        counts = ", ".join(f"{number} × {ending}" for ending, number in sorted(endings.items()))
        those = "1 file is" if len(passed) == 1 else f"{len(passed)} files are"
        yield f"{source}: {those} left out, since their format is not read: {counts}"


def _share(those: Sequence[Article], articles: Sequence[Article]) -> str:
    """How many of the articles lack something, as the subject of a note."""
    return "names" if len(articles) == 1 else f"{len(those)} of {len(articles)} articles name"


def _has_inferable_day(article: Article) -> bool:
    """Whether the article states its day of publication, or is not read at all."""
    if why_unread(article) is not None:  # no weekday of it is read
        return True
    return infer_published(article.text, article.title, language=article.language) is not None


def _encoding(document: Document) -> Iterator[str]:
    """A note for a text whose encoding had to be guessed."""
    if "decoded" not in vars(document):  # a PDF is no text
        return
    try:
        decoded = document.decoded
    except SourceError:  # reported where the document was read
        return
    if decoded.guessed:
        yield (
            f"{document.name}: names no encoding and was read as {decoded.encoding}, in which "
            "its letters make words"
        )
