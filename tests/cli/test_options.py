"""What every command takes and refuses: defaults, folders in place of files, where words go."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from factcheck.cli import app
from factcheck.report import html

STORY = "---\npublisher: {}\npublished: 2024-02-19\n---\nThe fire in Ardmore killed {} people.\n"


def commands(command: Any = None, name: str = "") -> Iterator[tuple[str, Any]]:
    command = command or typer.main.get_command(app)
    yield name, command
    for part, inner in getattr(command, "commands", {}).items():
        yield from commands(inner, f"{name} {part}".strip())


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(one) for one in arguments])


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "inbox").mkdir()
    for outlet, toll in (("Gazette", 14), ("Herald", 55)):
        (tmp_path / "inbox" / f"{outlet}.md").write_text(STORY.format(outlet, toll))
    return tmp_path / "inbox"


def test_nothing_is_on_until_it_is_asked_for_and_these_are_the_defaults() -> None:
    given = {
        (name, one.name): one.default
        for name, command in commands()
        for one in command.params
        if one.default not in (None, False)
    }
    archives = ("watch", *(f"archive {one}" for one in ("add", "conflicts", "report", "reread")))
    assert given == {
        ("correct", "file"): Path("corrections.toml"),
        ("correct", "note"): "",
        **{(name, "max_size"): 100.0
           for name in ("correct", "extract", "reconcile", "watch", "archive add")},
        **{(name, "archive"): "archive.db" for name in (*archives, "archive status")},
    }  # fmt: skip
    assert {
        (name, one.name) for name, command in commands() for one in command.params if one.required
    } == {
        ("correct", "ruling"), ("correct", "names"), ("correct", "articles"), ("correct", "by"),
        ("extract", "paths"), ("reconcile", "paths"), ("watch", "folder"), ("archive add", "paths"),
    }  # fmt: skip


@pytest.mark.parametrize("group", [(), ("archive",)])
def test_a_group_without_a_command_shows_what_it_has(group: tuple[str, ...]) -> None:
    alone, helped = run(*group), run(*group, "--help")
    assert (alone.exit_code, helped.exit_code) == (2, 0)
    assert "Usage" in alone.output
    assert "Commands" in alone.output


@pytest.mark.parametrize(
    "words",
    [
        "reconcile {inbox} --html {inbox}",
        "reconcile {inbox} --sqlite {inbox}",
        "reconcile {inbox} --corrections {inbox}",
        "archive add {inbox} --archive {inbox}/a.db --corrections {inbox}",
        "archive report --html {inbox}",
        "correct not-a-claim a:1-b:0 --in {inbox} --by RC --file {inbox}",
        "watch {inbox}/Gazette.md",
        "watch {inbox}/nowhere",
    ],
)
def test_a_folder_is_no_file_a_file_is_no_folder(inbox: Path, words: str) -> None:
    result = run(*words.format(inbox=inbox).split())
    assert result.exit_code == 2
    assert "Invalid value" in result.stderr
    assert result.stdout == ""
    assert sorted(path.name for path in inbox.iterdir()) == ["Gazette.md", "Herald.md"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("reconcile {inbox}/none.md", "none.md"),
        ("extract {inbox}/none.md", "none.md"),
        ("reconcile {inbox} --corrections {inbox}/none.toml", "none.toml"),
        ("reconcile {inbox} --sqlite {inbox}/nowhere/a.db", "unable to open"),
        ("reconcile {inbox} --html -", "factcheck-reconcile[report]"),
        ("correct not-a-claim a:1-b:0 --in {inbox} --by RC --file {inbox}/c.toml", "names no"),
        ("archive status --archive {inbox}/none.db", "no such archive"),
        ("archive add {inbox} --archive {inbox}/Herald.md", "no archive"),
        ("watch {inbox} --archive {inbox}/a.db", "factcheck-reconcile[watch]"),
    ],
)
def test_what_goes_wrong_is_told_on_standard_error_alone(
    inbox: Path, words: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for extra in ("jinja2", "watchfiles"):
        monkeypatch.setitem(sys.modules, extra, None)
    # Which may have been made already, by whoever wrote a page in this process.
    monkeypatch.setattr(html, "_environment", html._environment.__wrapped__)
    result = run(*words.format(inbox=inbox).split())
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert all(line.startswith("factcheck: ") for line in lines)
    assert told in result.stderr
    assert "factcheck:" not in result.stdout
    assert not (inbox / "c.toml").exists()


def test_what_an_archive_took_in_is_told_on_standard_error(inbox: Path) -> None:
    polish = "Prezydent Łodzi powiedział, że w pożarze zginęło 14 osób w środę."
    (inbox / "old.txt").write_bytes(polish.encode("cp1250"))
    archive = inbox / "a.db"
    added = run("archive", "add", inbox, "--archive", archive, "--jsonl")
    assert added.stdout.count("\n") == 1
    assert '"deciding"' in added.stdout
    assert "factcheck: 3 added, 0 replaced, 0 unchanged; verdicts turned: 0, new conflicts: 1" in (
        added.stderr.splitlines()
    )
    assert "names no encoding" in added.stderr
    again = run("archive", "reread", "--archive", archive)
    assert again.stdout == ""
    assert again.stderr.splitlines()[-1] == (
        "factcheck: 0 added, 0 replaced, 0 unchanged; verdicts turned: 0, new conflicts: 0"
    )


def test_the_status_for_reading(inbox: Path) -> None:
    archive = inbox / "a.db"
    run("archive", "add", inbox / "Gazette.md", "--archive", archive)
    lines = run("archive", "status", "--archive", archive).stdout.splitlines()
    told = dict(line.split(maxsplit=1) for line in lines)
    assert [told[name] for name in ("articles", "versions", "stories", "decisions")] == [*"1110"]
    assert list(told) == [
        "articles", "versions", "stories", "claims", "groups", "conflicts", "decisions", "latest",
        "read_by", "version",
    ]  # fmt: skip
    assert all(line[10] == " " != line[11] for line in lines)


def test_the_words_are_those_of_the_glossary() -> None:
    lines = run("words").stdout.splitlines()
    assert len(lines) > 5
    assert all(": " in line for line in lines)
    assert any(line.startswith("origin: ") for line in lines)


@pytest.mark.parametrize(
    ("options", "code"),
    [([], 0), (["--fail-on-conflict"], 3)],
)
@pytest.mark.parametrize("command", ["add", "conflicts", "report", "reread"])
def test_an_archive_fails_on_a_conflict_only_where_it_is_asked_to(
    inbox: Path, command: str, options: list[str], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = inbox / "a.db"
    paths = [inbox / name for name in ("Gazette.md", "Herald.md")] if command == "add" else []
    if command != "add":
        with monkeypatch.context() as patched:
            if command == "reread":  # an earlier version read nothing
                patched.setattr(
                    "factcheck.archive.archive._read", lambda all_, *_: [()] * len(all_)
                )
            run("archive", "add", inbox, "--archive", archive)
    done = run("archive", command, *paths, "--archive", archive, *options)
    assert done.exit_code == code
    quiet = inbox / "quiet.db"
    run("archive", "add", inbox / "Gazette.md", "--archive", quiet)
    paths = paths[:1]
    assert run("archive", command, *paths, "--archive", quiet, *options).exit_code == 0
