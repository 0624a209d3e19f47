"""Where the answer goes: nothing is destroyed, and each end has one code and at most one line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.cli import app

STORY = "---\npublisher: {}\npublished: 2024-02-19\n---\nThe fire in Ardmore killed {} people.\n"
COMMANDS = [
    "reconcile {}", "reconcile --json {}", "reconcile --jsonl {}", "reconcile --csv {}",
    "reconcile --jsonld {}", "reconcile --annotations {}", "extract {}", "extract --json {}",
    "schema", "--help", "--version",
]  # fmt: skip
# Each is a process of its own, so most are left to the long run.
EACH = [
    pytest.param(
        command,
        marks=[]
        if command in ("reconcile {}", "extract --json {}", "--version")
        else pytest.mark.slow,
    )
    for command in COMMANDS
]
PROGRAM = [sys.executable, "-c", "from factcheck.cli import app; app()"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    for outlet, toll in (("Gazette", 14), ("Herald", 55)):
        (folder / f"{outlet}.md").write_text(STORY.format(outlet, toll))
    return folder


@pytest.mark.parametrize("command", EACH)
def test_a_reader_that_stops_ends_every_command_quietly_with_one_code(
    stories: Path, command: str
) -> None:
    reading, writing = os.pipe()
    os.close(reading)  # nobody will read
    try:
        done = subprocess.run(
            [*PROGRAM, *command.format(stories).split()], stdout=writing, stderr=subprocess.PIPE,
            env=ENVIRONMENT, check=False,
        )  # fmt: skip
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("command", EACH)
def test_a_full_disk_is_one_line(stories: Path, command: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, *command.format(stories).split()], stdout=full, stderr=subprocess.PIPE,
            env=ENVIRONMENT, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        "factcheck: the output cannot be written: no space left on device"
    ]


@pytest.mark.skipif(os.name != "posix", reason="closed through a shell")
@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "closed", "code"),
    [("reconcile --json {}", ">&-", 1), ("schema", ">&-", 1), ("reconcile {}", ">&-", 0),
     ("reconcile {}", "2>&-", 0), ("reconcile missing.md", "2>&-", 1), ("extract -", "<&-", 1)],
)  # fmt: skip
def test_streams_that_are_closed(stories: Path, command: str, closed: str, code: int) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"$@" {closed}', "sh", *PROGRAM, *command.format(stories).split()],
        capture_output=True, env=ENVIRONMENT, check=False,
    )  # fmt: skip
    assert done.returncode == code
    assert len(done.stderr.splitlines()) <= 1


@pytest.mark.parametrize("option", ["--html", "--sqlite"])
def test_an_article_is_never_written_over(stories: Path, tmp_path: Path, option: str) -> None:
    story = stories / "Herald.md"
    before = story.read_bytes()
    link, hard = tmp_path / "link.html", tmp_path / "hard.html"
    link.symlink_to(story)
    hard.hardlink_to(story)
    for given in (str(stories), str(story)):
        for path in (story, stories / "." / "Herald.md", link, hard):
            result = CliRunner().invoke(app, ["reconcile", given, option, str(path)])
            assert result.exit_code == 2
            assert "among the articles" in " ".join(result.stderr.replace("│", " ").split())
    assert story.read_bytes() == before


@pytest.mark.parametrize("option", ["--html", "--sqlite"])
def test_what_is_not_ours_is_never_written_over(stories: Path, tmp_path: Path, option: str) -> None:
    notes = tmp_path / "notes.html"
    notes.write_text("<p>My own page</p>")
    result = CliRunner().invoke(app, ["reconcile", str(stories), option, str(notes)])
    assert result.exit_code == 1
    assert result.stderr.endswith("is no report of this package and is kept: give another name\n")
    assert notes.read_text() == "<p>My own page</p>"


def test_a_dash_is_standard_output(
    stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page = CliRunner().invoke(app, ["reconcile", str(stories), "--html", "-"])
    assert page.exit_code == 0
    assert page.stdout.startswith("<!doctype html>")
    assert page.stdout.endswith("</html>\n")
    for options in (["--html", "-", "--csv"], ["--sqlite", "-"]):
        result = CliRunner().invoke(app, ["reconcile", str(stories), *options])
        assert result.exit_code == 2
        assert "standard output" in " ".join(result.stderr.replace("│", " ").split())
    assert [path.name for path in tmp_path.iterdir()] == ["stories"]


@pytest.mark.parametrize(
    ("stream", "mode"),
    [
        ("stdout", "wb"),
        pytest.param("stdout", "ab", marks=pytest.mark.slow),
        pytest.param("stderr", "wb", marks=pytest.mark.slow),
        pytest.param("stderr", "ab", marks=pytest.mark.slow),
    ],
)
def test_a_run_does_not_read_what_it_writes(stories: Path, stream: str, mode: str) -> None:
    """`factcheck reconcile . > all.md`, or `>> all.md` below what an earlier run has left."""
    command = [*PROGRAM, "reconcile", "--csv", str(stories)]
    alone = subprocess.run(command, capture_output=True, env=ENVIRONMENT, check=True)
    written = stories / "all.md"
    written.write_text("The storm in Lisburn killed 30 people.\n")
    with written.open(mode) as file:
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: file}
        done = subprocess.run(command, env=ENVIRONMENT, check=True, **streams)  # type: ignore[call-overload]
    left = written.read_bytes()
    claims, told = (left, done.stderr) if stream == "stdout" else (done.stdout, left)
    assert claims.endswith(alone.stdout)
    assert b"Lisburn" not in claims.removeprefix(b"The storm in Lisburn killed 30 people.\n")
    assert b"all.md: is not read, since the output of this run goes there\n" in told


def test_no_output_is_written_over_another(stories: Path, tmp_path: Path) -> None:
    both = str(tmp_path / "report")
    for html, sqlite in ((both, both), (tmp_path / "metadata.json", tmp_path / "report.db"),
                         (None, tmp_path / "metadata.json")):  # fmt: skip
        options = ["--sqlite", str(sqlite), *(["--html", str(html)] if html else [])]
        result = CliRunner().invoke(app, ["reconcile", str(stories), *options])
        assert result.exit_code == 2
        assert "written twice" in " ".join(result.stderr.replace("│", " ").split())
    assert [path.name for path in tmp_path.iterdir()] == ["stories"]


def test_an_article_called_like_the_description_is_kept(stories: Path, tmp_path: Path) -> None:
    article = tmp_path / "metadata.json"
    article.write_text('{"text": "Nine people died."}')
    result = CliRunner().invoke(
        app, ["reconcile", str(stories), str(article), "--sqlite", str(tmp_path / "report.db")]
    )
    assert result.exit_code == 1
    assert "is no metadata of Datasette" in result.stderr
    assert article.read_text() == '{"text": "Nine people died."}'


def test_an_empty_path_reads_nothing(stories: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(stories)
    result = CliRunner().invoke(app, ["extract", ""])
    assert result.exit_code == 1
    assert result.stdout.strip() == ""
    assert "empty path" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
@pytest.mark.slow
@pytest.mark.parametrize("option", ["--html", "--sqlite"])
def test_a_report_that_does_not_fit_is_one_line_and_the_old_one_stays(
    stories: Path, tmp_path: Path, option: str
) -> None:
    path = tmp_path / "report"
    assert CliRunner().invoke(app, ["reconcile", str(stories), option, str(path)]).exit_code == 0
    before = {p: p.read_bytes() for p in tmp_path.iterdir() if p.is_file()}
    # The system refuses to let a file grow beyond four kilobytes, as a full disk would.
    limited = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)); "
        "from factcheck.cli import app; app()"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", limited, "reconcile", str(stories), option, str(path)],
        capture_output=True, text=True, env=ENVIRONMENT, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"factcheck: {path}: ")
    assert {p: p.read_bytes() for p in tmp_path.iterdir() if p.is_file()} == before
