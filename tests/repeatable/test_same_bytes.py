"""One question, one answer: the same articles give the same bytes, whoever asks, where and when."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# What the command prints for the seeds, then reports on generated news in each written form. The
# seeds hold dates of print, the generated news weekdays, holidays and clock times too.
TOLD = """
import sys
from factcheck.cli import app
from factcheck.reconcile import reconcile
from factcheck.report import report_json
from factcheck.testing import generate_bundle

sys.stdout.reconfigure(encoding="utf-8")  # what the script prints itself; the command sees to it
for seed in range(12):
    articles = [a.model_copy(update={"published": None}) if seed % 3 == 0 else a
                for a in generate_bundle(seed).articles]
    print(report_json(reconcile(articles)))
for form in ("--json", "--csv", "--jsonld"):
    app(["reconcile", "seeds", form], standalone_mode=False)
"""

# Another day: `today` asks `time.time`, which can be replaced, and `now` the system.
ANOTHER_DAY = """
import datetime, time
real = datetime.datetime
shift = datetime.timedelta(days=-4321, hours=7)
clock = time.time
time.time = lambda: clock() + shift.total_seconds()
class Moved(type(real)):
    def __instancecheck__(cls, one):
        return isinstance(one, real)
class Datetime(real, metaclass=Moved):
    @classmethod
    def now(cls, tz=None):
        return real.now(tz) + shift
    @classmethod
    def utcnow(cls):
        return real.now(datetime.timezone.utc).replace(tzinfo=None) + shift
datetime.datetime = Datetime
assert datetime.date.today().year < real.now().year - 10
"""


def told(prelude: str = "", **changes: str) -> bytes:
    """What the script prints in a process of its own with these variables."""
    found = subprocess.run(
        [sys.executable, "-c", prelude + TOLD],
        env={**os.environ, "PYTHONHASHSEED": "0", "TZ": "UTC", **changes},
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert found.returncode == 0, found.stderr.decode()
    return found.stdout


@pytest.fixture(scope="module")
def usual() -> bytes:
    printed = told()
    assert printed.count(b'"verdict"') > 100
    return printed


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param(
            {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
            marks=pytest.mark.slow,
        ),
        pytest.param(
            {"PYTHONHASHSEED": "42", "TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONUTF8": "0"},
            marks=pytest.mark.slow,
        ),
        pytest.param(
            {"PYTHONHASHSEED": "77", "TZ": "Asia/Kolkata", "COLUMNS": "40"}, marks=pytest.mark.slow
        ),
    ],
    ids=lambda environment: environment["TZ"],
)
def test_hash_seeds_and_zones_change_nothing(usual: bytes, environment: dict[str, str]) -> None:
    assert told(**environment) == usual


# A program that speaks its user's language sets the locale; Python alone would leave it at "C".
FOREIGN = """
import locale
locale.setlocale(locale.LC_ALL, "")
assert locale.localeconv()["decimal_point"] == ","
"""


@pytest.mark.slow
@pytest.mark.parametrize("name", ["de_DE.UTF-8", "tr_TR.UTF-8", "de_DE.ISO-8859-1"])
def test_the_language_of_the_user_changes_nothing(usual: bytes, name: str) -> None:
    if not installed(name):
        pytest.skip(f"no locale {name} here: apt-get install locales, then localedef")
    assert told(FOREIGN, LC_ALL=name, PYTHONUTF8="0") == usual


def installed(name: str) -> bool:
    """Whether the system has the locale; asked in a process that it may change."""
    asked = f"import locale; locale.setlocale(locale.LC_ALL, {name!r})"
    return subprocess.run([sys.executable, "-c", asked], capture_output=True).returncode == 0


@pytest.mark.slow
def test_the_day_of_the_run_changes_nothing(usual: bytes) -> None:
    assert told(ANOTHER_DAY) == usual
