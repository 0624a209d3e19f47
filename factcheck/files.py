"""Write files whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from os import PathLike
from pathlib import Path
from secrets import token_hex

from factcheck.errors import InputError

_HEAD = 4096  # bytes of a file in which its mark stands


def write_text(text: str, path: str | PathLike[str], mark: str) -> Path:
    """Writes `text` to `path` in UTF-8, with its own line ends; returns the path.

    What was there before stays until all is written, also where the disk is full. Only an earlier
    file of the same sort is replaced: one with `mark` near its head. Raises `InputError` for any
    other file, `OSError` where it cannot be written.
    """
    if not is_ours(path, mark):
        raise InputError(f"{path}: is no report of this package and is kept: give another name")
    with replacing(path) as beside:
        beside.write_text(text, encoding="utf-8", newline="")
    return Path(path)


def is_ours(path: str | PathLike[str], mark: str) -> bool:
    """Whether a path may be written: a file with the mark, an empty or missing one, and a device or
    pipe."""
    target = Path(path)
    there = _status(target)
    if there is None or not stat.S_ISREG(there.st_mode) or not there.st_size:
        return True
    with target.open("rb") as file:
        return mark.encode() in file.read(_HEAD)


@contextmanager
def replacing(path: str | PathLike[str]) -> Iterator[Path]:
    """A temporary path that replaces `path` when the block succeeds, and is deleted when it fails.

    It is in the same folder, so that it can be moved in one step; a link stays one, and a file
    keeps its permissions. A device or a pipe ("/dev/stdout") is written to directly.
    """
    target = Path(os.path.realpath(path))
    there = _status(target)
    if there is not None and not stat.S_ISREG(there.st_mode):
        yield target
        return
    # Not longer than the name of the file, which may be as long as the system lets it.
    beside = target.with_name(f".factcheck-{token_hex(4)}")
    try:
        yield beside
        if there is not None:
            beside.chmod(stat.S_IMODE(there.st_mode))
        _on_the_disk(beside)
        beside.replace(target)
    finally:
        with suppress(OSError):
            beside.unlink()


def _status(path: Path) -> os.stat_result | None:
    """The status of a path; `None` where nothing is there."""
    with suppress(FileNotFoundError):
        return path.stat()
    return None


def _on_the_disk(path: Path) -> None:
    """Flush a file to the disk. Raises `OSError`: some file systems only find out then that they
    are full."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def same_file(one: str | PathLike[str], other: str | PathLike[str]) -> bool:
    """Whether two paths lead to one file, by links or by letters that a system takes for the same.
    A file that does not exist yet is compared by its name."""
    with suppress(OSError, ValueError):
        return Path(one).samefile(other)
    with suppress(OSError, ValueError):
        return os.path.realpath(one).casefold() == os.path.realpath(other).casefold()
    return False


def two_of_one(paths: Iterable[Path]) -> tuple[Path, Path] | None:
    """The first two of several paths that lead to one file."""
    seen: list[Path] = []
    for path in paths:
        for before in seen:
            if same_file(before, path):
                return before, path
        seen.append(path)
    return None
