"""The errors of the package: what went wrong, where, and what to write instead.

Text never raises one of these: any string gives claims or none. Arguments, files and
configuration do, at the moment they are handed over.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class FactcheckError(Exception):
    """The base of every error this package raises on purpose."""

    def __reduce__(self) -> tuple[Callable[..., FactcheckError], tuple[Any, ...]]:
        # An error pickles by its arguments, and ours are made of other ones: one that is raised
        # in a process of its own has to come back from there.
        return _made_again, (type(self), self.args, self.__dict__)


def _made_again(
    error: type[FactcheckError], args: tuple[Any, ...], state: dict[str, Any]
) -> FactcheckError:
    """An error restored from a pickle: these take other arguments than their message."""
    again = error.__new__(error, *args)
    again.__dict__.update(state)
    return again


class InputError(FactcheckError, ValueError):
    """An argument is of the wrong type or contradicts another one."""


class ConfigurationError(FactcheckError, ValueError):
    """A lexicon, a kind or a policy cannot be used as it stands.

    `source` names the file or object, `problem` says what is wrong with it.
    """

    def __init__(self, source: str, problem: str) -> None:
        self.source = source
        self.problem = problem
        super().__init__(f"{source}: {problem}")


class SourceError(FactcheckError, ValueError):
    """A file or stream of articles cannot be read.

    `source` names it, `cause` says why in one line.
    """

    def __init__(self, source: str, cause: str) -> None:
        self.source = source
        self.cause = cause
        super().__init__(f"{source}: {cause}")


class MissingExtraError(FactcheckError, ImportError):
    """A package that only some uses need is not installed.

    `extra` names what to install it with: `pip install 'factcheck-reconcile[report]'`.
    """

    def __init__(self, purpose: str, package: str, extra: str) -> None:
        self.extra = extra
        super().__init__(
            f"{purpose} needs {package}, which is not installed: "
            f"pip install 'factcheck-reconcile[{extra}]'",
            name=package,
        )
