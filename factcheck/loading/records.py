"""From a record of any origin, a mapping of field names to values, to an `Article`."""

from __future__ import annotations

import reprlib
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from pydantic import ValidationError

from factcheck.errors import InputError
from factcheck.models import Article

Record = Mapping[str, object]


class Entry(NamedTuple):
    """A record as it lies in a document: `name` is the id of the article without one."""

    name: str
    record: Record


WRITTEN_DATES = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%Y/%m/%d")
EXPECTED = {
    "country": "is no ISO 3166 code: write two letters, such as 'MX', in quotes",
    "language": "is no ISO 639 code: write two letters, such as 'en'",
}


def article_from(record: Record, default_id: str) -> Article:
    """The article that `record` describes; `default_id` names it where the record does not.

    Fields: `text`, which is required, and `id`, `title`, `publisher`, `published`, `url`,
    `country`, `language`. Others are ignored. Raises `InputError` that names the field.
    """
    text = record.get("text")
    if not isinstance(text, str):
        found = "is missing" if text is None else f"{reprlib.repr(text)} is no str"
        raise InputError(f"text: {found}: give the words of the article")
    country, language = _words(record, "country"), _words(record, "language")
    try:
        return Article(
            id=_words(record, "id") or default_id,
            text=text,
            title=_words(record, "title") or "",
            publisher=_words(record, "publisher"),
            published=_day(record.get("published")),
            url=_words(record, "url"),
            country=country.upper() if country else None,
            language=language.lower().partition("-")[0] if language else "en",
        )
    except ValidationError as error:
        first = error.errors()[0]
        field = str(first["loc"][0])
        raise InputError(f"{field}: {EXPECTED.get(field, first['msg'])}") from error


def _words(record: Record, field: str) -> str | None:
    """A field of words; YAML and JSON may hold a bare number there ("title: 1984")."""
    value = record.get(field)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        # YAML 1.1 reads the country of Norway, NO, as false.
        raise InputError(f"{field}: {reprlib.repr(value)} is no text: write it in quotes")
    return str(value).strip() or None


def _day(value: object) -> date | None:
    """The day of publication, of a date, a datetime or a string that can be read in one way.

    "03/04/2023" is March in Boston and April in Bristol, so it is refused.
    """
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        day = value.strip()
        with suppress(ValueError):
            return datetime.fromisoformat(day).date()
        for written in WRITTEN_DATES:
            with suppress(ValueError):
                return datetime.strptime(day, written).date()
        with suppress(ValueError, TypeError, IndexError, OverflowError):  # "Fri, 29 Dec 2023 …"
            return parsedate_to_datetime(day).date()
    raise InputError(
        f"published: {reprlib.repr(value)} is no date that can be read in one way only: "
        "write it as 2023-12-29"
    )
