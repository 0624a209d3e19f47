"""From a record of any origin, a mapping of field names to values, to an `Article`."""

from __future__ import annotations

import re
import reprlib
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from pydantic import ValidationError

from factcheck.errors import InputError
from factcheck.loading.ninjs import fields_of, is_ninjs
from factcheck.models import Article

Record = Mapping[str, object]


class Entry(NamedTuple):
    """A record as it lies in a document: `name` is the id of the article without one."""

    name: str
    record: Record


# The names under which a field is found, our own first, then those of trafilatura (`sitename`,
# `hostname`, `date`; in its JSON `source-hostname` and `source`), of news-please (`maintext`,
# `date_publish`, `source_domain`) and of newspaper4k (`publish_date`, `source_url`, `meta_lang`).
NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id",),
    "text": ("text", "maintext"),
    "title": ("title",),
    "publisher": (
        "publisher",
        "sitename",
        "source-hostname",
        "source_domain",
        "hostname",
        "source_url",
    ),
    "published": ("published", "date_publish", "publish_date", "date"),
    "url": ("url", "source"),
    "country": ("country",),
    "language": ("language", "meta_lang"),
}
# strptime reads names of months in the language of the process, so they are figures before it.
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = re.compile(
    r"(?<![a-z])(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t|tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])",
    re.IGNORECASE,
)
WRITTEN_DATES = ("%d month %m %Y", "month %m %d, %Y", "%Y/%m/%d")
EXPECTED = {
    "country": "is no ISO 3166 code: write two letters, such as 'MX', in quotes",
    "language": "is no ISO 639 code: write two letters, such as 'en'",
}


def article_from(record: Record, default_id: str) -> Article:
    """The article that `record` describes; `default_id` names it where the record does not.

    Fields: `text`, which is required, and `id`, `title`, `publisher`, `published`, `url`,
    `country`, `language`, under these names or those of `NAMES`, or those of a ninjs news
    object. Others are ignored. Raises `InputError` that names the field.
    """
    if is_ninjs(record):
        record = fields_of(record)
    name, text = _found(record, "text")
    if not isinstance(text, str):
        found = "is missing" if text is None else f"{reprlib.repr(text)} is no str"
        raise InputError(f"{name}: {found}: give the words of the article")
    country, language = _words(record, "country"), _words(record, "language")
    try:
        return Article(
            id=_words(record, "id") or default_id,
            text=text,
            title=_words(record, "title") or "",
            publisher=_outlet(_words(record, "publisher")),
            published=_published(record),
            url=_words(record, "url"),
            country=country.upper() if country else None,
            language=language.lower().partition("-")[0] if language else "en",
        )
    except ValidationError as error:
        first = error.errors()[0]
        field = str(first["loc"][0])
        raise InputError(f"{field}: {EXPECTED.get(field, first['msg'])}") from error


def _found(record: Record, field: str) -> tuple[str, object]:
    """The name under which the record holds the field, and its value, or `None`.

    A value under a name that is not ours counts only where it can be meant: "source" may hold
    an address or an agency, "date" anything.
    """
    own, *others = NAMES[field]
    if record.get(own) not in (None, ""):
        return own, record[own]
    for name in others:
        value = record.get(name)
        if isinstance(value, str | date) and str(value).strip():
            if name == "source" and "://" not in str(value):
                continue
            return name, value
    return own, record.get(own)


def _outlet(publisher: str | None) -> str | None:
    """The publisher; of an address the host, as "gazette.example"."""
    if publisher is None or "://" not in publisher:
        return publisher
    with suppress(ValueError):  # an address that is none
        return (urlsplit(publisher).hostname or publisher).removeprefix("www.")
    return publisher


def _words(record: Record, field: str) -> str | None:
    """A field of words; YAML and JSON may hold a bare number there ("title: 1984")."""
    name, value = _found(record, field)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        # YAML 1.1 reads the country of Norway, NO, as false.
        raise InputError(f"{name}: {reprlib.repr(value)} is no text: write it in quotes")
    return str(value).strip() or None


def _published(record: Record) -> date | None:
    name, value = _found(record, "published")
    try:
        return day_of(value)
    except ValueError as error:
        raise InputError(f"{name}: {error}") from error


def _month_in_figures(day: str) -> str:
    """ "29 Dec 2023" as "29 month 12 2023"."""
    return MONTH.sub(lambda found: f"month {MONTHS.index(found[0][:3].lower()) + 1}", day, count=1)


def day_of(value: object) -> date | None:
    """The day that a date, a datetime or a string that can be read in one way names.

    "03/04/2023" is March in Boston and April in Bristol, so it raises `ValueError`.
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
                return datetime.strptime(_month_in_figures(day), written).date()
        with suppress(ValueError, TypeError, IndexError, OverflowError):  # "Fri, 29 Dec 2023 …"
            return parsedate_to_datetime(day).date()
    raise ValueError(
        f"{reprlib.repr(value)} is no date that can be read in one way only: write it as 2023-12-29"
    )
