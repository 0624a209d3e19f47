"""Write files whole or not at all, one writer at a time."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from errno import EAGAIN
from os import PathLike
from pathlib import Path
from secrets import token_hex
from zlib import crc32

from factcheck.errors import InputError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HEAD = 4096  # bytes of a file in which its mark stands
WAIT = 60.0  # seconds that a writer waits for another one
_PAUSE = 0.01  # seconds between two looks


def write_text(text: str, path: str | PathLike[str], begins: str, mark: str = "") -> Path:
    """Writes `text` to `path` in UTF-8, with its own line ends; returns the path.

    What was there before stays until all is written, also where the disk is full. Only an earlier
    file of the same sort is replaced: one that begins so, with `mark` near its head. Raises
    `InputError` for any other file, `OSError` where it cannot be written.
    """
    if not is_ours(path, begins, mark):
        raise InputError(f"{path}: is no report of this package and is kept: give another name")
    with replacing(path) as beside:
        beside.write_text(text, encoding="utf-8", newline="")
    return Path(path)


def is_ours(path: str | PathLike[str], begins: str, mark: str = "") -> bool:
    """Whether a path may be written: a file that begins so and has the mark, an empty or missing
    one, and a device or pipe."""
    target = Path(path)
    there = _status(target)
    if there is None or not stat.S_ISREG(there.st_mode) or not there.st_size:
        return True
    with target.open("rb") as file:
        head = file.read(_HEAD)
    return head.startswith(begins.encode()) and mark.encode() in head


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


@contextmanager
def locked(path: str | PathLike[str], wait: float = WAIT) -> Iterator[None]:
    """Keeps other processes that ask for the same lock from `path` until the block ends.

    The lock is the system's, on a file beside it, and goes with a process that is killed. Raises
    `OSError` where another one holds it for more than `wait` seconds.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".factcheck-{crc32(os.fsencode(target.name)):08x}.lock")
    latest = time.monotonic() + wait
    while (held := _lock(beside)) is None:
        if time.monotonic() > latest:
            raise OSError(EAGAIN, "another process is writing to it", str(path))
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        with suppress(OSError):  # one that waits for it holds it open, which some systems mind
            beside.unlink()
        os.close(held)


def _lock(beside: Path) -> int | None:
    """The open file of a lock, or `None` where another one holds it or has just let it go."""
    file = os.open(beside, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        if sys.platform == "win32":
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(file), beside.stat()):  # and not removed in between
            return file
    except (BlockingIOError, PermissionError, FileNotFoundError):
        pass
    except BaseException:
        os.close(file)
        raise
    os.close(file)
    return None


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
