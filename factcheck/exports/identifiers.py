"""Identifiers for linked data: equal things have equal IRIs in every file."""

from __future__ import annotations

from urllib.parse import quote, urlsplit
from uuid import NAMESPACE_OID, uuid5

from factcheck.models import Article

# What RFC 3986 allows in an address, beside letters and digits; the rest is percent-encoded.
ALLOWED = "%/:=&?~#+!$,;'@()*[]-._"


def urn(sort: str, name: str) -> str:
    """The `urn:uuid:` of a claim, group or article: the same for the same name, in any run."""
    return uuid5(NAMESPACE_OID, f"factcheck:{sort}:{name}").urn


def web_address(url: str | None) -> str | None:
    """The address of a page as a URI, or `None` for anything that is no web address.

    "javascript:…" must not become a link in the page of a desk.
    """
    if url is None:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # "http://[", which opens an address of IPv6
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    return quote(url.strip(), safe=ALLOWED)


def article_iri(article: Article) -> str:
    """The address of the article, or a URN where it has none."""
    return web_address(article.url) or urn("article", article.id)
