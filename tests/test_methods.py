"""Methods of results that are written elsewhere: each is registered, and none for nothing."""

from __future__ import annotations

import re
from pathlib import Path

import factcheck
from factcheck.methods import call, method

PACKAGE = Path(factcheck.__file__).parent
CALLED = re.compile(r'\b(?:call|write)\(\s*"(\w+\.\w+)"')
REGISTERED = re.compile(r'^@method\("(\w+\.\w+)"\)', re.MULTILINE)


def test_every_method_that_is_called_is_registered() -> None:
    results = "".join((PACKAGE / name).read_text("utf-8") for name in ("models.py", "results.py"))
    registered = REGISTERED.findall((PACKAGE / "views.py").read_text("utf-8"))
    assert sorted(CALLED.findall(results)) == sorted(registered)


def test_a_function_is_called_by_the_name_it_was_registered_under() -> None:
    @method("Tests.add")
    def add(one: int, *, other: int) -> int:
        return one + other

    assert call("Tests.add", 2, other=3) == 5 == add(2, other=3)
