"""The benchmarks run, print their figures and tell by their exit code where a target is missed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


def run(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(BENCHMARKS / name), *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


def test_generated_news_is_scored() -> None:
    done = run("generated.py", "--seeds", "3", "--first", "5", "--topic", "flood")
    assert done.returncode == 0
    assert "3 bundles" in done.stdout
    for figure in ("groups found", "verdicts right", "false conflicts", "failures by cause"):
        assert figure in done.stdout


def test_a_missed_target_is_told() -> None:
    assert run("generated.py", "--seeds", "2", "--found", "1.01").returncode == 1


@pytest.mark.slow
def test_wordings_are_paired() -> None:
    done = run("wordings.py", "--topic", "ship")
    assert done.returncode == 0
    assert "one question, two answers" in done.stdout
    assert "two questions, one figure" in done.stdout
