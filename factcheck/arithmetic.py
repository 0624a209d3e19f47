"""The arithmetic of figures, the same whatever program calls."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Context, DivisionByZero, InvalidOperation, Overflow, localcontext
from functools import wraps
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Returned = TypeVar("Returned")

# The context that Python starts with. A program may have set another, of six digits or with an
# error for each figure that is rounded: then the same text would give another answer, or none.
CONTEXT = Context(traps=[InvalidOperation, DivisionByZero, Overflow], prec=28)


def in_own_context(work: Callable[Given, Returned]) -> Callable[Given, Returned]:
    """Decorate a function to use our own decimal context instead of the caller's."""

    @wraps(work)
    def isolated(*args: Given.args, **kwargs: Given.kwargs) -> Returned:
        """Run the function in our decimal context."""
        with localcontext(CONTEXT):
            return work(*args, **kwargs)

    return isolated
