"""Methods of results whose code stands later in the flow of data: views, exports, updates.

A report is asked for its page or its table where it is at hand, but imports none of the packages
that make them. Each such method calls a function by name, which `factcheck.views` registers.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])
_FUNCTIONS: dict[str, Callable[..., Any]] = {}


def method(name: str) -> Callable[[Function], Function]:
    """Registers a function as the code of a method, named as in "Report.to_csv"."""

    def register(function: Function) -> Function:
        _FUNCTIONS[name] = function
        return function

    return register


def call(name: str, *arguments: Any, **options: Any) -> Any:
    """Call the function registered for a method, and return its result."""
    return _FUNCTIONS[name](*arguments, **options)


def write(name: str, *arguments: Any, **options: Any) -> Path:
    """Calls a method that writes a file, and returns the path."""
    path: Path = call(name, *arguments, **options)
    return path
