"""The error for a format whose package is not installed."""

from __future__ import annotations

from factcheck.errors import MissingExtraError, SourceError


def missing(name: str, format: str, package: str, extra: str) -> SourceError:
    """The error for the document `name` where `package`, of `extra`, is not installed."""
    return SourceError(name, str(MissingExtraError(format, package, extra)))
