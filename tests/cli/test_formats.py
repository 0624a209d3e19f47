"""The formats of the command line: each is whole, alone on standard output, and quiet."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.cli import app
from factcheck.exports import report_schema
from factcheck.results import Report

PAPERS = {
    "a.html": "<!doctype html><html><head><title>Fire</title></head><body><article>"
    "<p>The fire in Ardmore killed 14 people on Sunday, the fire service said.</p>"
    "</article></body></html>",
    "b.xml": '<rss version="2.0"><channel><title>Hill Herald</title><item><guid>h-1</guid>'
    "<pubDate>Mon, 19 Feb 2024 08:00:00 GMT</pubDate>"
    "<description>On Sunday 55 people died in a fire in Ardmore.</description>"
    "</item></channel></rss>",
    "c.json": '{"uri": "urn:x:1", "versioncreated": "2024-02-19T08:00:00Z", '
    '"bodies": [{"value": "The fire in Ardmore killed 14 people \\u001b[2J on Sunday."}]}',
}


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, content in PAPERS.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def written(papers: Path, *options: str) -> str:
    result = CliRunner().invoke(app, ["reconcile", str(papers), *options])
    assert result.exit_code == 0
    assert all("no outlet" in line for line in result.stderr.splitlines())
    return result.stdout


def test_every_format_holds_the_same_claims(papers: Path, tmp_path: Path) -> None:
    report = Report.model_validate_json(written(papers, "--json"))
    ids = [claim.id for claim in report.claims]
    assert len(report.articles) == 3
    assert [row["claim_id"] for row in csv.DictReader(io.StringIO(written(papers, "--csv")))] == ids
    lines = written(papers, "--jsonl").splitlines()
    assert [json.loads(line)["claim_id"] for line in lines] == ids
    graph = json.loads(written(papers, "--jsonld"))["@graph"]
    assert {node["identifier"] for node in graph if "quote" in node} == set(ids)
    collection = json.loads(written(papers, "--annotations", "--utf16"))
    assert collection["total"] == len(ids)
    database = tmp_path / "report.db"
    assert "3 articles" in written(papers, "--sqlite", str(database))
    with closing(sqlite3.connect(database)) as connection:
        found = connection.execute("SELECT claim_id FROM claims ORDER BY number").fetchall()
    assert [name for (name,) in found] == ids


def test_two_formats_at_once_are_refused(papers: Path) -> None:
    result = CliRunner().invoke(app, ["reconcile", str(papers), "--csv", "--json"])
    assert result.exit_code == 2
    assert "--json and --csv: give one of them" in result.stderr


def test_offsets_of_what_is_not_written_are_refused(papers: Path) -> None:
    result = CliRunner().invoke(app, ["reconcile", str(papers), "--csv", "--utf16"])
    assert result.exit_code == 2
    assert "--annotations" in result.stderr


@pytest.mark.parametrize("option", ["--csv", "--jsonl", "--jsonld", "--annotations"])
def test_what_a_format_has_no_room_for_is_told_beside_it(tmp_path: Path, option: str) -> None:
    story = "ARDMORE, Feb. 19, 2024 (Wire) — The fire killed 14 people.\n"
    (tmp_path / "wire.txt").write_text(story, encoding="utf-8")
    (tmp_path / "c.toml").write_text(
        '[[decision]]\nruling = "not-a-claim"\nclaims = ["wire:9:12345678"]\nby = "R. C."\n'
        "on = 2024-02-20\n"
    )
    command = ["reconcile", str(tmp_path / "wire.txt"), "--corrections", str(tmp_path / "c.toml")]
    result = CliRunner().invoke(app, [*command, option])
    assert "taken from its date line" in result.stderr
    assert "names no claim" in result.stderr


@pytest.mark.parametrize("name", ["story.md", "nowhere/report.db"])
def test_a_file_that_cannot_be_written_is_one_line(papers: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "story.md").write_text("Two people died.")
    result = CliRunner().invoke(app, ["reconcile", str(papers), "--sqlite", str(tmp_path / name)])
    assert result.exit_code == 1
    assert result.stderr.startswith(f"factcheck: {tmp_path / name}: ")
    assert len(result.stderr.splitlines()) == 1
    assert (tmp_path / "story.md").read_text() == "Two people died."


def test_the_schema_is_printed() -> None:
    result = CliRunner().invoke(app, ["schema"])
    assert json.loads(result.stdout) == report_schema()


def test_an_encoding_that_was_concluded_is_told(tmp_path: Path) -> None:
    story = tmp_path / "old.txt"
    story.write_bytes(
        "Mayor José Roth said the fire killed 14 people – “a night of".encode("cp1252")
    )
    report = Report.model_validate_json(written(story, "--json"))
    assert any("was read as cp1252" in note for note in report.notes)
    listed = CliRunner().invoke(app, ["extract", str(story)])
    assert "was read as cp1252" in listed.stderr


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """What the command writes where standard output and standard error are a terminal."""
    code = "import sys; sys.argv[0] = 'factcheck'; from factcheck.cli import app; app()"
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    there, here = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=here,
        stderr=here,
        env={**kept, "PYTHONPATH": os.pathsep.join(sys.path), "TERM": "xterm", **environment},
    )
    os.close(here)
    seen = b""
    try:
        while piece := os.read(there, 4096):
            seen += piece
    except OSError:  # how a pseudo-terminal of Linux ends
        pass
    finally:
        os.close(there)
        running.wait(timeout=60)
    assert running.returncode == 0
    return seen.decode()


def test_progress_is_shown_on_a_terminal_and_articles_cannot_steer_it(papers: Path) -> None:
    shown = on_a_terminal("reconcile", str(papers), "--csv")
    assert "comparing claims" in shown or "reading articles" in shown
    assert "\x1b[2J" not in shown
    assert "�[2J" in shown


@pytest.mark.slow
def test_no_color_reaches_the_progress_too(papers: Path) -> None:
    shown = on_a_terminal("reconcile", str(papers), "--csv", NO_COLOR="1")
    assert "\x1b[3" not in shown  # colours of the foreground
    assert "\x1b[1;3" not in shown


@pytest.mark.slow
def test_the_shell_completes_commands_and_options() -> None:
    def completed(words: str) -> str:
        return on_a_terminal(_FACTCHECK_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD="1")

    assert "reconcile" in completed("factcheck rec")
    assert "schema" in completed("factcheck s")
