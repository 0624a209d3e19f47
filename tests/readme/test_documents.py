"""The documents do not lie: their Python runs, their links lead somewhere."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.cli import app

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
OUTPUT = re.compile(r"^# prints: (.*)$", re.MULTILINE)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_python_in_a_document_runs_and_prints_what_it_says(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The blocks of a document run as one program.

    What they print stands below as "# prints: …", or, in a console session, as it is printed.
    """
    blocks = PYTHON.findall(path.read_text(encoding="utf-8"))
    monkeypatch.chdir(ROOT)
    program = "\n".join(block for block in blocks if not block.startswith(">>>"))
    exec(compile(program, f"<{named(path)}>", "exec"), {"__name__": "__document__"})
    assert capsys.readouterr().out.splitlines() == OUTPUT.findall(program)

    session = "\n\n".join(block for block in blocks if block.startswith(">>>"))
    test = doctest.DocTestParser().get_doctest(session, {}, named(path), None, None)
    said: list[str] = []
    failed, _ = doctest.DocTestRunner().run(test, out=said.append)
    assert not failed, "".join(said)


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_links_inside_the_project_lead_somewhere(path: Path) -> None:
    targets = LINK.findall(path.read_text(encoding="utf-8"))
    inside = [target.partition("#")[0] for target in targets if "://" not in target]
    assert [target for target in inside if not (path.parent / target).exists()] == []


def test_the_readme_has_one_line_to_see_it_work_and_one_to_test_it() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^```sh\n(.*)\n```$", text, re.MULTILINE)
    assert [command.rpartition("/")[2] for command in commands[:2]] == [
        "factcheck reconcile seeds",
        "pytest -n auto --dist worksteal",
    ]
    assert all(command.startswith("python3 -m venv .venv && ") for command in commands[:2])


def test_the_first_command_prints_what_the_readme_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```text\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert prints("reconcile seeds", block, monkeypatch)


def test_the_first_screens_are_what_their_commands_print(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = SCREEN.findall((ROOT / "docs" / "first-screens.md").read_text(encoding="utf-8"))
    assert len(shown) == 2
    assert all(prints(command, block, monkeypatch) for command, block in shown)


SCREEN = re.compile(r"^```sh\nfactcheck (.*)\n```\n\n```text\n([^`]*)^```$", re.MULTILINE)


def prints(command: str, block: str, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether a command prints the lines of a block in their order; "[…]" stands for lines left
    out."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    printed = CliRunner().invoke(app, command.split()).stdout
    lines = iter([line.rstrip() for line in printed.splitlines()])
    for line in block.splitlines():
        if line not in ("", "[…]") and line not in lines:
            pytest.fail(f"{line!r} is shown, and the command does not print it there")
    return True
