"""Formats that need a package of an extra say so in one line."""

from __future__ import annotations

from factcheck.errors import MissingExtraError, SourceError


def missing(name: str, format: str, package: str, extra: str) -> SourceError:
    """The error for the document `name` where `package`, of `extra`, is not installed."""
    return SourceError(name, str(MissingExtraError(format, package, extra)))
