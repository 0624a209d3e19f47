"""docs/testing.md quotes the suite of the example package as it stands."""

from __future__ import annotations

import re
from pathlib import Path

from factcheck.testing import generate_bundle
from factcheck.testing.topics import topic_names

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")
SUITE = (ROOT / "examples" / "newsdesk" / "tests" / "test_briefing.py").read_text(encoding="utf-8")


def test_quoted_tests_stand_in_the_example() -> None:
    quoted = re.findall(r"^```py\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert len(quoted) >= 4
    assert [block for block in quoted if block not in SUITE] == []


def test_each_relation_is_explained() -> None:
    found = {group.relation for seed in range(300) for group in generate_bundle(seed).groups}
    told = re.findall(r"^\| ([a-z ,]+) \| .* \| .* \|$", PAGE, re.MULTILINE)
    assert found <= {name for cell in told for name in cell.split(", ")}


def test_each_name_is_documented() -> None:
    import factcheck.testing

    for name in set(factcheck.testing.__all__) - {"Cause", "Failure", "KnownClaim", "KnownGroup"}:
        assert name in PAGE
    assert len(topic_names()) == 10
