"""What ships: the wheel holds its data, and importing the package stays light."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "factcheck"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", build, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return zipfile.ZipFile(folder / done.stdout.split()[-1])


def test_the_wheel_holds_every_file_of_the_package(wheel: zipfile.ZipFile) -> None:
    shipped = {name for name in wheel.namelist() if name.startswith("factcheck/")}
    written = {
        path.relative_to(ROOT).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert "factcheck/py.typed" in written
    assert any(name.startswith("factcheck/lexicons/en/") for name in written)
    assert any(name.startswith("factcheck/kinds/") and name.endswith(".toml") for name in written)
    assert shipped == written


def test_the_wheel_installs_the_command_and_carries_the_licence(wheel: zipfile.ZipFile) -> None:
    (entry_points,) = (n for n in wheel.namelist() if n.endswith("entry_points.txt"))
    assert "factcheck = factcheck.cli:app" in wheel.read(entry_points).decode()
    (licence,) = (n for n in wheel.namelist() if n.endswith("licenses/LICENSE"))
    assert wheel.read(licence).startswith(b"MIT License")


HEAVY = {
    "dateparser", "quantulum3", "holidays", "rich", "typer", "yaml",
    "charset_normalizer", "trafilatura", "feedparser", "sqlite3", "watchfiles",
    "wordfreq",
}  # fmt: skip


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, factcheck; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pydantic" in done.stdout.split()
    assert HEAVY.isdisjoint(done.stdout.split())


def _loaded_by(text: str) -> set[str]:
    code = "import sys; from factcheck import Article, extract; extract(Article(id='a', text={!r}))"
    shown = code.format(text) + "; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", shown], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_table_of_rare_units_is_loaded_for_a_rare_unit_only() -> None:
    news = "The flood killed 14 people on Sunday, 5 km from Ardmore, and cost $3 million."
    assert "quantulum3" not in _loaded_by(news)
    rare = _loaded_by("The lamp gives 40 lux.")
    assert "quantulum3" in rare
    # Its classifier and its plurals are not (docs/decisions/0183).
    assert rare.isdisjoint({"inflect", "sklearn", "scipy"})


# Python's own: a report is written with it at one stroke, an archive is kept in it.
@pytest.mark.parametrize("dependency", sorted((HEAVY | {"rapidfuzz"}) - {"sqlite3"}))
def test_a_large_dependency_stands_behind_one_file(dependency: str) -> None:
    """The command line is built with typer and its view with rich: there it is a folder."""
    importing = re.compile(rf"^\s*(?:import|from) {dependency}\b", re.MULTILINE)
    sources = {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
    found = [
        path.relative_to(ROOT).as_posix() for path in sources if importing.search(sources[path])
    ]
    folder = {"typer": "factcheck/cli", "rich": "factcheck/report/terminal"}.get(dependency, "-")
    behind = {folder if one.startswith(f"{folder}/") else one for one in found}
    assert len(behind) <= 1, found


def test_the_version_is_written_once() -> None:
    """`--version` asks the installed metadata, so pyproject.toml is the one place."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "dynamic" not in project
    sources = (path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    assert not any("__version__" in source for source in sources)
