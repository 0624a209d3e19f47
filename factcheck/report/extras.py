"""Errors for packages of an extra that are missing when they are first used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from factcheck.errors import MissingExtraError


@contextmanager
def needed_for(purpose: str, extra: str) -> Iterator[None]:
    """Turn an import error inside into a `MissingExtraError` that says what to install."""
    try:
        yield
    except ModuleNotFoundError as error:
        package = (error.name or "a package").partition(".")[0]
        if package == "factcheck":  # a defect of ours, and no installation would mend it
            raise
        raise MissingExtraError(purpose, package, extra) from error
