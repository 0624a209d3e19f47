"""The commands as a shell sees them: output, standard error, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.cli import app
from factcheck.results import Report

MONDAY = "---\npublisher: Valley Gazette\npublished: 2024-02-19\n---\n"
FEW = MONDAY + "The fire in Ardmore killed 14 people on Sunday.\n"
MANY = MONDAY.replace("Valley Gazette", "Hill Herald") + (
    "On Sunday 55 people died in a fire in Ardmore, the governor said.\n"
)
SLIP = MONDAY.replace("Valley Gazette", "Hill Herald") + (
    "The crash in Lindow hurt 12 people: 8 men and 9 women.\n"
)

Folder = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A folder with the given files."""

    def write(**texts: str) -> Path:
        for name, text in texts.items():
            (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def in_a_shell(*arguments: str, stdin: bytes = b"", **environment: str) -> tuple[int, bytes, bytes]:
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    done = subprocess.run(
        [sys.executable, "-c", "from factcheck.cli import app; app()", *arguments],
        input=stdin,
        capture_output=True,
        env={**kept, "PYTHONPATH": os.pathsep.join(sys.path), **environment},
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_a_conflict_is_shown_with_both_outlets_and_their_figures(folder: Folder) -> None:
    result = CliRunner().invoke(app, ["reconcile", str(folder(a=FEW, b=MANY))])
    assert result.exit_code == 0
    assert result.stderr == ""
    first, _, rest = result.stdout.partition("Conflict 1")
    assert "2 articles" in first
    for words in ["Valley Gazette", "14 people", "Hill Herald", "55 people", "origins"]:
        assert words in rest


def test_json_is_the_whole_report(folder: Folder) -> None:
    result = CliRunner().invoke(app, ["reconcile", "--json", str(folder(a=FEW, b=MANY))])
    assert result.exit_code == 0
    report = Report.model_validate_json(result.stdout)
    assert [article.publisher for article in report.articles] == ["Valley Gazette", "Hill Herald"]
    assert len(report.conflicts) == 1


@pytest.mark.parametrize(
    ("other", "options", "code"),
    [
        (MANY, [], 0),
        (MANY, ["--fail-on-conflict"], 3),
        (FEW, ["--fail-on-conflict"], 0),
        (SLIP, ["--fail-on-conflict"], 0),
        (SLIP, ["--fail-on-any-conflict"], 3),
        (MANY, ["--fail-on-any-conflict"], 3),
        (MANY, ["--fail-on-conflict", "--kind", "injured"], 0),
        (MANY, ["--fail-on-conflict", "--outlet", "Hill Herald", "--across-outlets"], 3),
        (MANY, ["--outlet", "Hill Harald"], 2),
        (MANY, ["--confidence", "certain"], 2),
        (MANY, ["--fail-on-conflict", "missing.md"], 1),
        (MANY, ["missing.md"], 1),
        (MANY, ["--no-such-option"], 2),
    ],
)
def test_exit_codes(folder: Folder, other: str, options: list[str], code: int) -> None:
    files = folder(a=FEW, b=other)
    assert CliRunner().invoke(app, ["reconcile", str(files), *options]).exit_code == code


@pytest.mark.parametrize("command", ["reconcile", "extract"])
def test_bad_input_is_a_line_each_and_the_rest_is_done(folder: Folder, command: str) -> None:
    files = folder(a=FEW, b="---\ntitle: [\n---\n")
    (files / "c.txt").write_bytes(b"\xe9")
    (files / "d.json").write_text("{")
    result = CliRunner().invoke(app, [command, str(files), "missing.md"])
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert [line.split(": ")[:2] for line in lines] == [
        ["factcheck", (files / "b.md").as_posix()],
        ["factcheck", (files / "c.txt").as_posix()],
        ["factcheck", (files / "d.json").as_posix()],
        ["factcheck", "missing.md"],
    ]
    assert "Traceback" not in result.stderr
    assert "1 article," in result.stdout or "Valley Gazette" in result.stdout


def test_standard_input() -> None:
    texts = [{"text": FEW.rpartition("---\n")[2]}, {"text": MANY.rpartition("---\n")[2]}]
    result = CliRunner().invoke(app, ["reconcile", "-"], input=json.dumps(texts))
    assert result.exit_code == 0
    assert "2 articles" in result.stdout


def test_extract_lists_the_claims_of_each_article(folder: Folder) -> None:
    files = folder(a=FEW, b=MANY)
    shown = CliRunner().invoke(app, ["extract", str(files)]).stdout
    assert shown.index("Valley Gazette") < shown.index("14 people") < shown.index("Hill Herald")
    claims = json.loads(CliRunner().invoke(app, ["extract", "--json", str(files)]).stdout)
    assert {claim["article_id"] for claim in claims} == {
        (files / "a.md").as_posix(),
        (files / "b.md").as_posix(),
    }
    assert {claim["quantity"]["low"] for claim in claims if claim["quantity"]} >= {"14", "55"}


@pytest.mark.parametrize("arguments", [[], ["reconcile"], ["extract"]])
def test_help_gives_examples(arguments: list[str]) -> None:
    result = CliRunner().invoke(app, [*arguments, "--help"])
    assert result.exit_code == 0
    assert "Examples:" in result.stdout


def test_the_version() -> None:
    result = CliRunner().invoke(app, ["--version"])
    assert result.exit_code == 0
    assert result.stdout.startswith("factcheck 0.")


@pytest.mark.slow
def test_a_pipe_gets_no_colours_and_eighty_columns(folder: Folder) -> None:
    code, out, err = in_a_shell("reconcile", str(folder(a=FEW, b=MANY)), LANG="C.UTF-8")
    assert (code, err) == (0, b"")
    assert b"\x1b" not in out
    assert max(map(len, out.decode().splitlines())) <= 80


@pytest.mark.slow
def test_no_color_is_respected(folder: Folder) -> None:
    files = str(folder(a=FEW, b=MANY))
    coloured = in_a_shell("reconcile", files, FORCE_COLOR="1", TERM="xterm-256color")[1]
    plain = in_a_shell("reconcile", files, FORCE_COLOR="1", TERM="xterm-256color", NO_COLOR="1")[1]
    red = b"\x1b[1;31m"
    assert red in coloured
    assert red not in plain


@pytest.mark.parametrize(
    "command",
    [
        ["reconcile"],
        ["extract", "--json"],
        pytest.param(["extract"], marks=pytest.mark.slow),
        pytest.param(["reconcile", "--json"], marks=pytest.mark.slow),
    ],
    ids=" ".join,
)
def test_an_article_cannot_send_control_sequences(folder: Folder, command: list[str]) -> None:
    evil = FEW.replace("The fire", "\x1b]0;owned\x07\x1b[2J[red]The fire").replace(
        "Valley Gazette", '"Valley \\e]0;owned\\a Gazette"'
    )
    files = str(folder(a=evil, b=MANY, c="---\ntitle: \x1b[2J\n---\n"))
    code, out, err = in_a_shell(*command, files, LANG="C.UTF-8")
    assert code == 1  # YAML forbids the escape character
    assert command[0] == "extract" or b"owned" in out
    assert not set(out + err) & set(b"\x1b\x07")


@pytest.mark.slow
def test_a_terminal_without_unicode_gets_question_marks(folder: Folder) -> None:
    files = str(folder(a=FEW, b=MANY.replace("Hill", "Żyła")))
    code, out, err = in_a_shell("reconcile", files, PYTHONIOENCODING="latin-1", PYTHONUTF8="0")
    assert (code, err) == (0, b"")
    assert b"?y?a Herald" in out
