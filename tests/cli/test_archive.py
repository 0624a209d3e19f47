"""The archive as a shell sees it: output, standard error, exit codes; and a folder watched."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from factcheck.archive import Archive
from factcheck.cli import app

DAY = "---\npublisher: {}\npublished: 2024-02-19\n---\n"
FEW = DAY.format("Valley Gazette") + "The fire in Ardmore killed 14 people on Sunday.\n"
MANY = DAY.format("Hill Herald") + "On Sunday 55 people died in a fire in Ardmore.\n"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "few.md").write_text(FEW, encoding="utf-8")
    return tmp_path / "inbox"


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Result]:
    """Runs a command on the archive of the test."""

    def command(*arguments: str) -> Result:
        name = [] if arguments[-1] == "--help" else ["--archive", str(tmp_path / "fire.db")]
        return CliRunner().invoke(app, ["archive", *arguments, *name])

    return command


def test_only_new_conflicts_are_lines_of_json(inbox: Path, run: Callable[..., Result]) -> None:
    first = run("add", str(inbox), "--jsonl", "--fail-on-conflict")
    assert (first.exit_code, first.stdout) == (0, "")
    assert "1 added, 0 replaced, 0 unchanged" in first.stderr
    (inbox / "many.md").write_text(MANY, encoding="utf-8")
    second = run("add", str(inbox), "--jsonl", "--fail-on-conflict")
    assert second.exit_code == 3
    (line,) = second.stdout.splitlines()
    conflict = json.loads(line)
    assert [one["quote"] for one in conflict["deciding"]] == ["14 people", "55 people"]
    assert [one["article"]["publisher"] for one in conflict["deciding"]] == [
        "Valley Gazette", "Hill Herald",
    ]  # fmt: skip
    assert conflict["deciding"][0]["sentence"] == "The fire in Ardmore killed 14 people on Sunday."
    assert [one["publishers"] for one in conflict["positions"]] == [
        ["Hill Herald"], ["Valley Gazette"],
    ]  # fmt: skip
    third = run("add", str(inbox), "--jsonl", "--fail-on-conflict")
    assert (third.exit_code, third.stdout) == (0, "")
    assert "2 unchanged" in third.stderr


def test_without_json_a_conflict_is_shown_as_in_a_report(
    inbox: Path, run: Callable[..., Result]
) -> None:
    (inbox / "many.md").write_text(MANY, encoding="utf-8")
    shown = run("add", str(inbox)).stdout
    assert "Conflict 1" in shown
    assert "55 people" in shown
    assert run("conflicts").stdout == shown
    assert "Conflict 1" in run("report").stdout


def test_conflicts_since_a_day_to_come_are_none(inbox: Path, run: Callable[..., Result]) -> None:
    (inbox / "many.md").write_text(MANY, encoding="utf-8")
    run("add", str(inbox))
    assert run("conflicts", "--fail-on-conflict", "--since", "2024-01-01").exit_code == 3
    late = run("conflicts", "--fail-on-conflict", "--since", "2999-01-01T06:30")
    assert (late.exit_code, late.stdout) == (0, "")
    assert run("conflicts", "--since", "yesterday").exit_code == 2


def test_the_report_is_that_of_reconcile(inbox: Path, run: Callable[..., Result]) -> None:
    (inbox / "many.md").write_text(MANY, encoding="utf-8")
    run("add", str(inbox))
    at_once = CliRunner().invoke(app, ["reconcile", str(inbox), "--json"])
    assert json.loads(run("report", "--json").stdout) == json.loads(at_once.stdout)


def test_a_report_with_a_conflict_ends_as_it_is_asked_to(
    inbox: Path, run: Callable[..., Result]
) -> None:
    run("add", str(inbox))
    assert run("report", "--fail-on-conflict").exit_code == 0
    (inbox / "many.md").write_text(MANY, encoding="utf-8")
    run("add", str(inbox))
    assert [run("report", *told).exit_code for told in ([], ["--fail-on-conflict"])] == [0, 3]


def test_a_report_is_written_as_a_page(
    inbox: Path, run: Callable[..., Result], tmp_path: Path
) -> None:
    run("add", str(inbox))
    assert run("report", "--html", str(tmp_path / "fire.html")).exit_code == 0
    assert "14 people" in (tmp_path / "fire.html").read_text(encoding="utf-8")


def test_corrections_are_kept_with_the_archive(
    inbox: Path, run: Callable[..., Result], tmp_path: Path
) -> None:
    (inbox / "many.md").write_text(MANY, encoding="utf-8")
    run("add", str(inbox))
    with Archive(tmp_path / "fire.db") as archive:
        few, many = (claim.name for claim in archive.conflicts()[0].claims)
    (tmp_path / "corrections.toml").write_text(
        f'[[decision]]\nruling = "different"\nclaims = ["{few}", "{many}"]\nby = "R. C."\n'
        "on = 2024-02-20\n",
        encoding="utf-8",
    )
    run("add", str(inbox), "--corrections", str(tmp_path / "corrections.toml"))
    assert run("conflicts").stdout == ""
    assert "decisions  1" in run("status").stdout


def test_an_alert_is_on_what_the_articles_say_now(
    inbox: Path, run: Callable[..., Result], tmp_path: Path
) -> None:
    """A decision is taken back with the article that it was about."""
    (inbox / "many.md").write_text(MANY, encoding="utf-8")
    run("add", str(inbox))
    with Archive(tmp_path / "fire.db") as archive:
        few, many = (claim.name for claim in archive.conflicts()[0].claims)
    decisions, none = tmp_path / "apart.toml", tmp_path / "none.toml"
    decisions.write_text(
        f'[[decision]]\nruling = "different"\nclaims = ["{few}", "{many}"]\nby = "R. C."\n'
        "on = 2024-02-20\n",
        encoding="utf-8",
    )
    none.write_text("", encoding="utf-8")
    run("add", str(inbox), "--corrections", str(decisions))
    (inbox / "many.md").write_text(MANY.replace("55", "14"), encoding="utf-8")
    result = run("add", str(inbox), "--corrections", str(none), "--jsonl", "--fail-on-conflict")
    assert (result.exit_code, result.stdout) == (0, "")
    decisions.write_text(
        '[[decision]]\nruling = "not-a-claim"\nclaims = ["few:9:12345678"]\nby = "R. C."\n'
        "on = 2024-02-20\n",
        encoding="utf-8",
    )
    assert "names no claim" in run("add", str(inbox), "--corrections", str(decisions)).stderr


def test_a_page_of_the_archive_goes_to_standard_output(
    inbox: Path, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run("add", str(inbox))
    monkeypatch.chdir(tmp_path)
    result = run("report", "--html", "-")
    assert result.stdout.startswith("<!doctype html>")
    assert not (tmp_path / "-").exists()
    assert run("report", "--html", "-", "--json").exit_code == 2


@pytest.mark.parametrize(
    ("option", "code"), [("--fail-on-conflict", 0), ("--fail-on-any-conflict", 3)]
)
@pytest.mark.parametrize("command", ["add", "conflicts", "report"])
def test_a_story_that_contradicts_itself_counts_where_it_is_asked_for(
    inbox: Path, run: Callable[..., Result], command: str, option: str, code: int
) -> None:
    (inbox / "few.md").write_text(
        DAY.format("Gazette") + "The crash killed 13 people: seven women and five men.\n"
    )
    if command != "add":
        run("add", str(inbox))
    done = run(command, *([str(inbox)] if command == "add" else []), option)
    assert "Conflict 1" in done.stdout
    assert done.exit_code == code


@pytest.mark.parametrize("since", ["0001-01-01", "9999-12-31T23:59"])
@pytest.mark.parametrize("command", ["report", "conflicts"])
def test_any_day_may_be_given(
    inbox: Path, run: Callable[..., Result], command: str, since: str
) -> None:
    run("add", str(inbox))
    assert run(command, "--since", since).exit_code == 0


def test_what_is_read_again_by_the_same_rules_is_no_news(
    inbox: Path, run: Callable[..., Result]
) -> None:
    (inbox / "many.md").write_text(MANY, encoding="utf-8")
    run("add", str(inbox))
    result = run("reread", "--jsonl", "--fail-on-conflict")
    assert (result.exit_code, result.stdout) == (0, "")


def test_a_conflict_that_only_a_later_version_reads_is_told_and_ends_as_asked(
    inbox: Path, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    (inbox / "many.md").write_text(MANY, encoding="utf-8")
    ends: dict[str, int] = {}
    for option in ("", "--fail-on-conflict"):
        with monkeypatch.context() as patched:
            patched.setattr(
                "factcheck.archive.archive._read", lambda articles, *_: [()] * len(articles)
            )
            run("add", str(inbox))
            run("reread")
        result = run("reread", *filter(None, [option]))
        assert "Conflict 1" in result.stdout
        ends[option] = result.exit_code
    assert ends == {"": 0, "--fail-on-conflict": 3}


def test_the_status_counts(inbox: Path, run: Callable[..., Result]) -> None:
    run("add", str(inbox))
    (inbox / "few.md").write_text(FEW.replace("14", "15"), encoding="utf-8")
    run("add", str(inbox))
    status = json.loads(run("status", "--json").stdout)
    assert (status["articles"], status["versions"], status["stories"]) == (1, 2, 1)


@pytest.mark.parametrize("command", ["status", "report", "conflicts", "reread"])
def test_an_archive_that_is_not_there_is_told_and_not_made(
    command: str, run: Callable[..., Result], tmp_path: Path
) -> None:
    result = run(command)
    assert result.exit_code == 1
    assert "no such archive" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["status", "conflicts"])
def test_the_url_of_a_file_that_is_not_there_is_told_and_none_is_made(
    command: str, tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path}/missing.db"
    result = CliRunner().invoke(app, ["archive", command, "--archive", url])
    assert (result.exit_code, list(tmp_path.iterdir())) == (1, [])
    assert "no such archive" in result.stderr


def test_no_archive_is_made_for_articles_that_are_not_there(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    assert run("add", str(tmp_path / "nosuch.md")).exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_a_server_is_asked_and_not_looked_for_among_the_files(tmp_path: Path) -> None:
    url = f"postgresql://desk@/none?host={tmp_path}"
    result = CliRunner().invoke(app, ["archive", "status", "--archive", url])
    assert result.exit_code == 1
    assert "no such archive" not in result.stderr


def test_a_file_that_cannot_be_read_costs_itself(inbox: Path, run: Callable[..., Result]) -> None:
    (inbox / "broken.json").write_text("{", encoding="utf-8")
    result = run("add", str(inbox))
    assert result.exit_code == 1
    assert "broken.json" in result.stderr
    assert "1 added" in result.stderr


def test_another_file_is_kept(inbox: Path, tmp_path: Path) -> None:
    story = inbox / "few.md"
    add = ["archive", "add", str(inbox), "--archive", str(story)]
    result = CliRunner().invoke(app, add)
    assert result.exit_code == 1
    assert "no archive" in result.stderr
    assert story.read_text(encoding="utf-8") == FEW


def test_an_article_without_a_name_on_standard_input_is_refused(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    add = ["archive", "add", "-", "--archive", str(tmp_path / "fire.db")]
    result = CliRunner().invoke(app, add, input="The fire killed 14 people.")
    assert result.exit_code == 1
    assert "id or its address" in result.stderr


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_a_folder_is_watched_until_it_is_stopped(inbox: Path, tmp_path: Path) -> None:
    archive = tmp_path / "fire.db"
    process = subprocess.Popen(
        [sys.executable, "-c", "from factcheck.cli import app; app()", "watch", str(inbox),
         "--archive", str(archive), "--jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    try:
        _wait_for(lambda: archive.exists() and _articles(archive) == 1)
        (inbox / ".part").write_text("The fire killed 99 people.", encoding="utf-8")
        (inbox / "many.tmp").write_text(MANY, encoding="utf-8")
        (inbox / "many.tmp").rename(inbox / "many.md")
        _wait_for(lambda: _articles(archive) == 2)
        (inbox / "few.md").write_text(FEW.replace("14", "55"), encoding="utf-8")
        _wait_for(lambda: _conflicts(archive) == 0)
        assert _articles(archive) == 2
    finally:
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert [json.loads(line)["kind"] for line in out.splitlines()] == ["deaths"]


def _articles(path: Path) -> int:
    with Archive(path) as archive:
        return archive.status().articles


def _conflicts(path: Path) -> int:
    with Archive(path) as archive:
        return archive.status().conflicts


def _wait_for(reached: Callable[[], bool]) -> None:
    latest = time.monotonic() + 60
    while not reached():
        assert time.monotonic() < latest
        time.sleep(0.05)


def test_watching_needs_the_extra(
    inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    watch = ["watch", str(inbox), "--archive", str(tmp_path / "fire.db")]
    result = CliRunner().invoke(app, watch)
    assert result.exit_code == 1
    assert "factcheck-reconcile[watch]" in result.stderr
    assert not (tmp_path / "fire.db").exists()
