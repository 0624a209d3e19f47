"""Without an extra the rest works, and what needs it says what to install."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError, MissingExtraError
from factcheck.report.html import _environment
from factcheck.results import Report


@pytest.mark.parametrize(
    ("missing", "extra", "look"),
    [
        ("pandas", "dataframes", lambda report: report.to_pandas()),
        ("polars", "dataframes", lambda report: report.to_polars()),
        ("altair", "report", lambda report: report.groups[0].chart()),
        ("jinja2", "report", lambda report: report.to_html("never-written.html")),
        ("vl_convert", "report", lambda report: report.to_html("never-written.html")),
    ],
)
def test_a_missing_extra_is_named_with_the_command_that_installs_it(
    march: Report,
    monkeypatch: pytest.MonkeyPatch,
    missing: str,
    extra: str,
    look: Callable[[Report], object],
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    _environment.cache_clear()
    command = rf"needs {missing}, .*: pip install 'factcheck-reconcile\[{extra}\]'$"
    with pytest.raises(MissingExtraError, match=command) as caught:
        look(march)
    assert caught.value.extra == extra
    assert isinstance(caught.value, FactcheckError)
    assert isinstance(caught.value, ImportError)
    assert not Path("never-written.html").exists()


def test_a_notebook_falls_back_to_plain_text(
    march: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    _environment.cache_clear()
    assert [thing._repr_html_() for thing in (march, march.groups[0], march.claims[0])] == [
        None
    ] * 3


def test_importing_the_package_and_its_views_loads_no_extra() -> None:
    code = (
        "import sys, factcheck, factcheck.report.html, factcheck.report.dataframes;"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    extras = {"altair", "jinja2", "markupsafe", "vl_convert", "pandas", "polars"}
    assert extras.isdisjoint(done.stdout.split())
