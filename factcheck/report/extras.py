"""Packages that only some ways of looking need, asked for when they are first used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from factcheck.errors import MissingExtraError


@contextmanager
def needed_for(purpose: str, extra: str) -> Iterator[None]:
    """Turns an import that fails inside into a `MissingExtraError` that says what to install."""
    try:
        yield
    except ModuleNotFoundError as error:
        package = (error.name or "a package").partition(".")[0]
        if package == "factcheck":  # a defect of ours, and no installation would mend it
            raise
        raise MissingExtraError(purpose, package, extra) from error
