"""Conversion of a record, a mapping of field names to values, to an `Article`."""

from __future__ import annotations

import re
import reprlib
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from pydantic import ValidationError

from factcheck.errors import InputError
from factcheck.loading.markup import fragment_text, is_markup
from factcheck.loading.ninjs import fields_of, is_ninjs
from factcheck.models import Article

Record = Mapping[str, object]


class Entry(NamedTuple):
    """A record of a document; `name` is the id of an article without one."""

    name: str
    record: Record


# The names under which a field is found, our own first, in the spelling of Python: `publishedAt`
# and "Published At" are `published_at`. Those of trafilatura (`sitename`, `hostname`, `date`, in
# its JSON `source-hostname`, `source`), news-please (`maintext`, `date_publish`, `source_domain`),
# newspaper4k (`publish_date`, `source_url`, `meta_lang`), NewsAPI (`published_at`, `content`,
# `source`), the Guardian (`web_title`, `body_text`, …), schema.org (`article_body`, `headline`,
# `date_published`, `in_language`), WordPress (`link`, `content`), JSON Feed (`content_text`) and
# Event Registry (`body`, `date_time`, `lang`).
NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "uri", "guid", "uuid"),
    "text": (
        "text", "maintext", "article_body", "body_text", "content_text", "body", "content",
        "content_html", "body_html", "full_text",
    ),
    "title": ("title", "headline", "web_title"),
    "publisher": (
        "publisher", "outlet", "sitename", "site_name", "source-hostname", "publication",
        "source", "source_name", "source_domain", "domain", "hostname", "source_url", "link",
    ),
    "published": (
        "published", "published_at", "date_published", "date_publish", "publish_date", "pub_date",
        "publication_date", "web_publication_date", "date_time", "date", "timestamp",
    ),
    "revised": (
        "revised", "date_modified", "modified", "updated", "updated_at", "last_modified",
        "date_modify",
    ),
    "url": ("url", "link", "web_url", "permalink", "source", "main_entity_of_page"),
    "country": ("country",),
    "language": ("language", "lang", "in_language", "meta_lang"),
}  # fmt: skip
# Where an object stands for a word, the word is under one of these: {"rendered": "…"} in
# WordPress, {"name": "…"} in NewsAPI and schema.org, {"title": "…"} in Event Registry.
WORD_IN_OBJECT = ("rendered", "name", "title", "@id", "url")
OBJECTS = {"title": (Mapping,), "publisher": (Mapping, list)}
# NewsAPI cuts the text of an article: "… [+2841 chars]".
CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+\d+ chars\]\s*$")
# strptime reads names of months in the language of the process, so they are figures before it.
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = re.compile(
    r"(?<![a-z])(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t|tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])",
    re.IGNORECASE,
)
WRITTEN_DATES = ("%d month %m %Y", "month %m %d, %Y", "%Y/%m/%d")
# Seconds since 1970 that can be meant: from 1990 to 2100. In milliseconds, a thousand times that.
EPOCH = (631_152_000, 4_102_444_800)
EXPECTED = {
    "country": "is no ISO 3166 code: write two letters, such as 'MX', in quotes",
    "language": "is no ISO 639 code: write two letters, such as 'en'",
}


def article_from(record: Record, default_id: str) -> Article:
    """The article that `record` describes; `default_id` names it where the record does not.

    Fields: `text`, which is required, and `id`, `title`, `publisher`, `published`, `revised`,
    `url`, `country`, `language`, under these names or those of `NAMES`, or those of a ninjs news
    object. Others are ignored. Raises `InputError` that names the field.
    """
    if is_ninjs(record):
        record = fields_of(record)
    fields = _spelled(record)
    name, text = _found(fields, "text")
    if not isinstance(text, str):
        found = "is missing" if text is None else f"{reprlib.repr(text)} is no str"
        raise InputError(f"{name}: {found}: give the words of the article")
    country, url = _text_field(fields, "country"), _text_field(fields, "url")
    try:
        return Article(
            id=_text_field(fields, "id") or default_id,
            text=text,
            title=_text_field(fields, "title") or "",
            publisher=_outlet(_text_field(fields, "publisher")),
            published=_day(fields, "published"),
            revised=_day(fields, "revised"),
            url=url,
            country=country.upper() if country else None,
            language=_language(_text_field(fields, "language")),
        )
    except ValidationError as error:
        first = error.errors()[0]
        field = str(first["loc"][0])
        raise InputError(f"{field}: {EXPECTED.get(field, first['msg'])}") from error


def names_a_field(record: Record) -> bool:
    """Whether a record has the name of any field of an article, whatever its value."""
    return any(_key(str(name)) in _KNOWN for name in record)


def has_id(record: Record) -> bool:
    """Whether a record has an id of its own."""
    fields = _spelled(fields_of(record) if is_ninjs(record) else record)
    return _text_field(fields, "id") is not None


def _spelled(record: Record) -> dict[str, tuple[str, object]]:
    """The fields by the normalised spelling of their names, each with its own name; an exact name
    precedes one that is spelled otherwise."""
    fields: dict[str, tuple[str, object]] = {}
    for name, value in record.items():
        key = _key(str(name))
        if key not in fields or name == key:
            fields[key] = (str(name), value)
    return fields


def _key(name: str) -> str:
    """The normalised name of a field: small letters, no spaces, hyphens and underscores."""
    return re.sub(r"[\s_-]", "", name).lower()


_KNOWN = frozenset(_key(name) for names in NAMES.values() for name in names)

Fields = Mapping[str, tuple[str, object]]


def _found(fields: Fields, field: str) -> tuple[str, object]:
    """The name under which the record holds the field, and its value, or `None`.

    A value under another name than ours counts only where it can be meant: "source" may hold an
    address or an agency, "date" anything.
    """
    own, *others = NAMES[field]
    name, value = fields.get(_key(own), (own, None))
    if isinstance(value, OBJECTS.get(field, ())):
        value = _text_of(value)
    elif field == "text":
        value = _paragraphs(value) or value
    if value not in (None, ""):
        return name, value
    for other in others:
        if (held := fields.get(_key(other))) is None:
            continue
        meant = _plausible(field, other, held[1])
        if meant is not None:
            return held[0], meant
    return name, value


def _plausible(field: str, name: str, value: object) -> object:
    """The value of a field under another name than ours, or `None` where it is something else."""
    if field in ("published", "revised") and isinstance(value, int | float):
        return value
    if field == "id" and isinstance(value, int):
        return value
    word = _paragraphs(value) if field == "text" else _text_of(value)
    if not isinstance(word, str | date) or not str(word).strip():
        return None
    if name == "source" and ("://" in str(word)) is (field == "publisher"):
        return None
    if name == "link" and "://" not in str(word):
        return None
    if field == "text" and isinstance(word, str):
        return CUT.sub("", fragment_text(word) if is_markup(word) else word)
    return word


def _paragraphs(value: object) -> object:
    """The text of a list of paragraphs, with a blank line between them, and `None` for any other
    list; of anything else as `_text_of`."""
    if not isinstance(value, list):
        return _text_of(value)
    paragraphs = [one for one in value if isinstance(one, str)]
    return "\n\n".join(paragraphs) if len(paragraphs) == len(value) else None


def _text_of(value: object) -> object:
    """The text of an object, or of the first of a list."""
    if isinstance(value, list):
        value = next(iter(value), None)
    if not isinstance(value, Mapping):
        return value
    for name in WORD_IN_OBJECT:
        word = value.get(name)
        if isinstance(word, str) and word.strip():
            return fragment_text(word) if name == "rendered" else word
    return None


def _outlet(publisher: str | None) -> str | None:
    """The name of a publisher; for an address its host, as "gazette.example"."""
    return publisher if publisher is None or "://" not in publisher else _host(publisher)


def _host(address: str | None) -> str | None:
    """The host of an address; anything else as it is."""
    if address is None:
        return None
    with suppress(ValueError):  # an address that is none
        return (urlsplit(address).hostname or address).removeprefix("www.")
    return address


def _text_field(fields: Fields, field: str) -> str | None:
    """The text of a field; YAML and JSON may hold a bare number there ("title: 1984")."""
    name, value = _found(fields, field)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        # YAML 1.1 reads the country of Norway, NO, as false.
        raise InputError(f"{name}: {reprlib.repr(value)} is no text: write it in quotes")
    return str(value).strip() or None


def _day(fields: Fields, field: str) -> date | None:
    """The day of a field. Raises `InputError` for anything else, except in the day of a
    revision."""
    name, value = _found(fields, field)
    try:
        return day_of(value)
    except ValueError as error:
        if field == "revised":  # "updated: often": the day of publication is enough
            return None
        raise InputError(f"{name}: {error}") from error


def _language(code: str | None) -> str:
    """A language as a code of two letters: "en-GB" and "eng" are "en". English where none is
    given."""
    if code is None or len(code) < 3 or not code[2].isalpha():
        return code or "en"
    from langcodes import Language

    with suppress(ValueError):  # no code at all: the model says so
        return Language.get(code).language or code
    return code


def _month_in_figures(day: str) -> str:
    """The date with its month in figures: "29 Dec 2023" as "29 month 12 2023"."""
    return MONTH.sub(lambda found: f"month {MONTHS.index(found[0][:3].lower()) + 1}", day, count=1)


def day_of(value: object) -> date | None:
    """The day of a date, a datetime, a number of seconds or milliseconds since 1970, or a string
    with one reading.

    "03/04/2023" is March in Boston and April in Bristol, so it raises `ValueError`.
    """
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        if (day := _since_1970(value)) is not None:
            return day
    elif isinstance(value, str):
        day = _written(value.strip())
        if day is not None:
            return day
    raise ValueError(
        f"{reprlib.repr(value)} is no date that can be read in one way only: write it as 2023-12-29"
    )


def _since_1970(number: float) -> date | None:
    """The day of a number of seconds or milliseconds since 1970; `None` if it is out of bounds."""
    for unit in (1, 1000):
        if EPOCH[0] * unit <= number < EPOCH[1] * unit:
            return datetime.fromtimestamp(number / unit, UTC).date()
    return None


def _written(day: str) -> date | None:
    """The day of a text in ISO 8601, in numbers, in words or in the form of e-mails; `None` if
    none."""
    with suppress(ValueError):
        return datetime.fromisoformat(day).date()
    if day.isdecimal() and len(day) in (10, 13):
        return _since_1970(int(day))
    for written in WRITTEN_DATES:
        with suppress(ValueError):
            return datetime.strptime(_month_in_figures(day), written).date()
    with suppress(ValueError, TypeError, IndexError, OverflowError):  # "Fri, 29 Dec 2023 …"
        return parsedate_to_datetime(day).date()
    return None
