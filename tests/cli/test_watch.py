"""A folder that is watched: before its files are read, and only for those that hold articles."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from factcheck.cli import watch
from factcheck.loading import files_at

ADDED, DELETED = "added", "deleted"


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """What happens, in order; the watcher reports nothing, a new file, one that went, and both."""
    happened: list[str] = []
    a, b, part = (str(tmp_path / name) for name in ("a.md", "b.md", ".part"))

    def watched(folder: Path, **options: Any) -> Iterator[set[tuple[str, str]]]:
        # A quiet folder gives its first, empty word, and Ctrl-C is left to the command line.
        assert (options["yield_on_timeout"], options["raise_interrupt"]) == (True, False)
        happened.append(f"watches {folder.name}")
        yield set()
        yield {(ADDED, b)}
        yield {(DELETED, a)}
        yield {(ADDED, part), (ADDED, str(tmp_path / "song.mp3"))}
        yield {(ADDED, b), (ADDED, a), (DELETED, b)}

    def listed(paths: list[str]) -> Iterator[Path]:
        happened.append("lists")
        return files_at(paths)

    module = SimpleNamespace(Change=SimpleNamespace(deleted=DELETED), watch=watched)
    monkeypatch.setitem(sys.modules, "watchfiles", module)
    monkeypatch.setattr(watch, "files_at", listed)
    return happened


def test_a_folder_is_watched_before_its_files_are_read(tmp_path: Path, told: list[str]) -> None:
    for name in ("b.md", "a.md", ".part", "song.mp3"):
        (tmp_path / name).write_text("Nine died.")
    both = [str(tmp_path / name) for name in ("a.md", "b.md")]
    changes = watch._changes(tmp_path)
    assert told == []
    assert [*islice(changes, 1)] == [both]
    assert told == [f"watches {tmp_path.name}", "lists"]
    assert [*changes] == [both[1:], both]


def test_a_file_goes_by_the_name_that_the_folder_gives_it(tmp_path: Path) -> None:
    real, inbox = tmp_path / "real", tmp_path / "inbox"
    real.mkdir()
    (real / "a.md").write_text("Nine died.")
    (real / "b.md").write_text("Ten died.")
    inbox.symlink_to(real)
    assert watch._wanted(inbox, [str(real / "a.md")]) == [str(inbox / "a.md")]
    assert watch._wanted(inbox, [str(real / "none.md")]) == []
