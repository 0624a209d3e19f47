"""Addresses of pages of the web, for links and for linked data alike."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

# What RFC 3986 allows in an address, beside letters and digits; the rest is percent-encoded.
ALLOWED = "%/:=&?~#+!$,;'@()*[]-._"


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
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        return None
    return quote(url.strip(), safe=ALLOWED)
