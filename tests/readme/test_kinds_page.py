"""The kind that docs/kinds.md builds works, installed by another package."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "kinds.md"
BLOCK = re.compile(r"^```(toml|python|py)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with the package of the page as an installer leaves it."""
    data, module, entry_points, test = (
        body for _, body in BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    )
    package = tmp_path / "riverdesk"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "flood_level.toml").write_text(data, encoding="utf-8")
    (package / "flood_level.py").write_text(module, encoding="utf-8")
    (tmp_path / "test_contract.py").write_text(test, encoding="utf-8")
    installed = tmp_path / "riverdesk-1.0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: riverdesk\nVersion: 1.0\n")
    listed = re.sub(
        r'\[project\.entry-points\."(.*)"\]', r"[\1]", entry_points.replace(' = "', " = ")
    )
    (installed / "entry_points.txt").write_text(listed.replace('"', ""), encoding="utf-8")
    return tmp_path


def run(site: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(site), *sys.path])},
        cwd=site,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_keeps_the_contract(site: Path) -> None:
    assert "1 passed" in run(site, "-m", "pytest", "-p", "no:cacheprovider", "test_contract.py")


def test_it_is_found_used_and_read_back_from_json(site: Path) -> None:
    code = (
        "from factcheck import reconcile\n"
        "from factcheck.results import Report\n"
        "texts = ['The river rose to 4.2 metres.', 'The river peaked at 5 metres.']\n"
        "report = reconcile(texts)\n"
        "print(*(claim.kind for claim in report.claims))\n"
        "again = Report.model_validate_json(report.model_dump_json())\n"
        "print(*(type(claim).__name__ for claim in again.claims))\n"
    )
    assert run(site, "-c", code).splitlines() == [
        "flood_level flood_level",
        "FloodLevel FloodLevel",
    ]
