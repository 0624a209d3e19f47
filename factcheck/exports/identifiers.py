"""Identifiers for linked data: equal things have equal IRIs in every file."""

from __future__ import annotations

from uuid import NAMESPACE_OID, uuid5

from factcheck.models import Article
from factcheck.report.addresses import web_address


def urn(sort: str, name: str) -> str:
    """The `urn:uuid:` of a claim, group or article: the same for the same name, in any run."""
    return uuid5(NAMESPACE_OID, f"factcheck:{sort}:{name}").urn


def article_iri(article: Article) -> str:
    """The address of the article, or a URN where it has none."""
    return web_address(article.url) or urn("article", article.id)
