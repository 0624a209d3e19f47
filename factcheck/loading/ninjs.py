"""IPTC ninjs 1 to 3, "News in JSON": from a news object to the fields of an article.

https://iptc.org/std/ninjs/ : ninjs 1 has one headline and a body for each type of content
(`body_text`, `body_html`), ninjs 2 lists of both; ninjs 3 spells in camel case what ninjs 2
spells in lower case (`contenttype`, `contentType`), so names are compared in lower case.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.errors import InputError
from factcheck.loading.markup import fragment_text, is_markup

# The text is of the day of its version; an object need not state it.
DATES = ("versioncreated", "contentcreated", "firstcreated")
# In ninjs 1, by what is easiest to read.
OLD_BODIES = ("body_text", "body_html", "body_xhtml")
NOT_PUBLISHED = ("canceled", "withheld")


def is_ninjs(record: Mapping[str, object]) -> bool:
    """Whether a JSON object is a ninjs news object: `uri`, its one required property, and
    `bodies` or `headlines`, which are lists of objects since ninjs 2.0, or a body of ninjs 1."""
    return isinstance(record.get("uri"), str) and (
        any(isinstance(record.get(name), list) for name in ("bodies", "headlines"))
        or any(isinstance(record.get(name), str) for name in OLD_BODIES)
    )


def fields_of(record: Mapping[str, object]) -> dict[str, object]:
    """The fields of the article in a news object.

    Of several bodies the one in the role "main" is taken, of equal ones plain text before markup.
    Raises `InputError` for an object that is not for publication.
    """
    properties = {str(name).lower(): value for name, value in record.items()}
    status = properties.get("pubstatus")
    if status in NOT_PUBLISHED:
        raise InputError(f"pubstatus: the item is {status}, so nothing is claimed by it")
    return {
        "id": properties.get("uri"),
        "text": _body(properties.get("bodies")) or _old_body(properties),
        "title": _headline(properties),
        "publisher": _publisher(properties),
        "published": next((properties[name] for name in DATES if properties.get(name)), None),
        "language": properties.get("language"),
    }


def _body(bodies: object) -> str | None:
    """The text of the best of several bodies, without markup."""
    best = min(_objects(bodies), key=_body_rank, default=None)
    if best is None:
        return None
    value = str(best["value"])
    kind = str(best.get("contenttype", "")).lower()
    plain = kind == "text/plain" or (not kind and not is_markup(value))
    return value if plain else fragment_text(value)


def _old_body(properties: Mapping[str, object]) -> str | None:
    """The text of a news object in the form of ninjs versions before 3, or `None`."""
    name = next((n for n in OLD_BODIES if isinstance(properties.get(n), str)), None)
    if name is None:
        return None
    value = str(properties[name])
    return value if name == "body_text" else fragment_text(value)


def _body_rank(body: Mapping[str, object]) -> tuple[bool, bool]:
    """The sort key of bodies: the main one, then plain text."""
    return body.get("role") != "main", body.get("contenttype") != "text/plain"


def _headline(properties: Mapping[str, object]) -> object:
    """The main headline, in the form of any version of the format."""
    headlines = _objects(properties.get("headlines"))
    best = min(headlines, key=lambda headline: headline.get("role") != "main", default=None)
    if best is not None:
        return fragment_text(str(best["value"]))
    return properties.get("headline") or properties.get("title")


def _publisher(properties: Mapping[str, object]) -> object:
    """The publisher of a news object: the holder of the copyright, else the first named source."""
    if holder := properties.get("copyrightholder"):
        return holder
    sources = properties.get("infosources")
    named = sources if isinstance(sources, list) else []
    name = next((s["name"] for s in named if isinstance(s, dict) and s.get("name")), None)
    return name or properties.get("source")


def _objects(values: object) -> list[dict[str, object]]:
    """The objects of a list that have a `value`, with the names of their properties in lower
    case."""
    if not isinstance(values, list):
        return []
    objects = [
        {str(name).lower(): content for name, content in value.items()}
        for value in values
        if isinstance(value, dict)
    ]
    return [found for found in objects if isinstance(found.get("value"), str)]
