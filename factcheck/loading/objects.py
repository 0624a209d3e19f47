"""Articles from objects in memory: mappings, data frames, results of other libraries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol, runtime_checkable

from factcheck.errors import InputError
from factcheck.loading.records import NAMES, Entry
from factcheck.models import Article

# Data frames are known by what they can do, so that neither library is imported here.


@runtime_checkable
class PolarsFrame(Protocol):
    """The part of `polars.DataFrame` that is used here."""

    def iter_rows(self, *, named: bool) -> Iterator[dict[str, Any]]: ...


@runtime_checkable
class PandasFrame(Protocol):
    """The part of `pandas.DataFrame` that is used here."""

    columns: Any

    def notna(self) -> Any: ...

    def astype(self, dtype: Any) -> Any: ...

    def to_dict(self, *, orient: str) -> Any: ...


@runtime_checkable
class PandasRow(Protocol):
    """The part of `pandas.Series`, a row of a frame, that is used here; a frame has it too."""

    def notna(self) -> Any: ...

    def astype(self, dtype: Any) -> Any: ...

    def to_dict(self) -> Any: ...


def is_article_like(item: object) -> bool:
    """Whether an object has the attributes of an article: text and `title`, as newspaper4k's
    `Article`. The response of an HTTP client has a text too, but that is markup, and it has no
    title."""
    named = any(isinstance(getattr(item, name, None), str) for name in NAMES["text"])
    return named and hasattr(item, "title") and not isinstance(item, type)


def is_frame(item: object) -> bool:
    """Whether it is a data frame, of pandas or of polars."""
    return isinstance(item, PolarsFrame | PandasFrame)


def is_one_source(item: object) -> bool:
    """Whether an object is one source of articles, even if it can be iterated over."""
    return isinstance(
        item, Mapping | Article | PolarsFrame | PandasFrame | PandasRow
    ) or is_article_like(item)


def entries_of(item: object, name: str) -> Iterator[Entry | Article]:
    """The articles of an object, or the records of them; `name` is what its user calls it.

    A mapping, or an object with the attributes of an article, is one; a data frame of pandas or
    polars holds one in each row, called "NAME#1" and so on; a row of pandas is one too. Raises
    `InputError` for anything else.
    """
    match item:
        case Article():
            yield item
        case Mapping():
            yield Entry(name, item)
        case PolarsFrame():
            rows = item.iter_rows(named=True)
            yield from (Entry(f"{name}#{n}", row) for n, row in enumerate(rows, 1))
        case PandasFrame():
            rows = _filled(item).to_dict(orient="records")
            yield from (Entry(f"{name}#{n}", row) for n, row in enumerate(rows, 1))
        case PandasRow():
            yield Entry(name, _filled(item).to_dict())
        case _ if is_article_like(item):
            yield Entry(name, _attributes(item))
        case _:
            raise InputError(
                f"is a {type(item).__name__}: pass an Article, a str that holds the text, a "
                "Mapping with the fields of an article, a data frame with a row for each, or a "
                "Path to a file"
            )


def _filled(item: PandasFrame | PandasRow) -> Any:
    """A frame or row with `None` for what is missing; as objects, since a column of a type of its
    own cannot hold it."""
    return item.astype(object).where(item.notna(), None)


def _attributes(item: object) -> dict[str, object]:
    """The attributes of an object under the known names of fields."""
    names = (name for field in NAMES.values() for name in field)
    return {name: getattr(item, name) for name in names if hasattr(item, name)}
