"""A kind that another package installs is found, claims its figures and keeps the contract."""

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

CLASS = '''
from typing import Literal
from factcheck.kinds import Kind
from factcheck.models import Claim

class FloodLevel(Claim):
    """How high the water stood."""
    kind: Literal["flood_level"] = "flood_level"

FLOOD_LEVEL = Kind(FloodLevel, "flooddesk", "flood_level.toml")
'''
DATA = """
summary = "How high the water stood."
label = "level of the water"
movement = "moving"
dimensions = ["distance"]
skips = ["The river is 30 metres wide."]
[words]
rise = ["rise", "crest", "peak"]
[[frames]]
verb = "rise"
[[reads]]
text = "The river {} 7.4 metres on Monday."
words = ["rose to", "crested at", "peaked at"]
quote = "7.4 metres"
low = "7.4"
high = "7.4"
"""
USE = """
from factcheck import Article, reconcile
from factcheck.results import Report
from factcheck.kinds import installed_kinds
from factcheck.testing.contract import check_kind

kind = next(k for k in installed_kinds() if k.name == "flood_level")
check_kind(kind)
report = reconcile([Article(id="a", text="The Elbe rose to 7.4 metres.")])
assert [c.kind for c in report.claims] == ["flood_level"], report.claims
again = Report.model_validate_json(report.model_dump_json())
assert again == report and type(again.claims[0]).__name__ == "FloodLevel"
print("found")
"""


def installed(site: Path, entry_point: str) -> None:
    """Lays out a package the way an installer does: modules, and metadata that names the kind."""
    package = site / "flooddesk"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(dedent(CLASS), encoding="utf-8")
    (package / "flood_level.toml").write_text(DATA, encoding="utf-8")
    metadata = site / "flooddesk-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: flooddesk\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text(f"[factcheck.kinds]\nflood_level = {entry_point}\n")


def run(site: Path, program: str) -> subprocess.CompletedProcess[str]:
    path = f"import sys; sys.path.insert(0, {str(site)!r})\n"
    return subprocess.run(
        [sys.executable, "-c", path + program], capture_output=True, text=True, check=False
    )


def test_an_installed_kind_is_found_and_keeps_the_contract(tmp_path: Path) -> None:
    installed(tmp_path, "flooddesk:FLOOD_LEVEL")
    result = run(tmp_path, USE)
    assert result.stdout == "found\n", result.stderr


def test_an_entry_point_that_leads_elsewhere_is_named(tmp_path: Path) -> None:
    installed(tmp_path, "flooddesk:FloodLevel")
    result = run(tmp_path, "from factcheck.kinds import installed_kinds; installed_kinds()")
    assert "ConfigurationError: entry point flood_level = flooddesk:FloodLevel" in result.stderr
    assert "must lead to a factcheck.kinds.Kind" in result.stderr
