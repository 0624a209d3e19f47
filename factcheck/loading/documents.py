"""Documents: the bytes of files and streams with their names, before their format is known."""

from __future__ import annotations

import gzip
import io
import os
import re
import stat
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath
from typing import BinaryIO

from factcheck.errors import SourceError
from factcheck.loading.decoding import Decoded, decoded

STANDARD_INPUT = "-"
# Bytes of one file or stream that are read. What is larger is no article, nor a day of a wire.
LARGEST = 100_000_000
PIECE = 1_000_000
COMPRESSED = ".gz"
GZIP = b"\x1f\x8b"  # RFC 1952
# What a shell opens itself, as for `factcheck extract <(pandoc story.docx)`.
HANDED_OVER = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
ADDRESS = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*://|www\.)\S+\s*", re.IGNORECASE)


def suffix_of(name: str) -> str:
    """The suffix of a name in lower case, with its dot; of "wire.jsonl.gz" it is ".jsonl"."""
    return PurePath(name.lower().removesuffix(COMPRESSED)).suffix


@dataclass(frozen=True)
class Document:
    """The bytes of one file or stream; `name` is what its user calls it."""

    name: str
    data: bytes

    @property
    def suffix(self) -> str:
        """The suffix of the name in lower case, with its dot and without that of compression; empty
        for standard input."""
        return suffix_of(self.name)

    @cached_property
    def decoded(self) -> Decoded:
        """The characters and their encoding. Raises `SourceError` where that cannot be found."""
        try:
            found = decoded(self.data)
        except UnicodeDecodeError as error:
            at = error.start
            raise SourceError(
                self.name,
                f"is not text in UTF-8, nor in another encoding that can be detected "
                f"(byte 0x{self.data[at]:02x} at offset {at}): save it as UTF-8",
            ) from error
        if "\0" in found.text:
            raise SourceError(
                self.name,
                "holds NUL characters: it is no text, or UTF-16 or UTF-32 without a byte order "
                "mark; save it as UTF-8",
            )
        return found

    @property
    def text(self) -> str:
        """The characters alone. Raises `SourceError` as `decoded` does."""
        return self.decoded.text


def documents(
    sources: Iterable[str | Path],
    wanted: Callable[[str], bool],
    stdin: BinaryIO | None = None,
    seen: set[str] | None = None,
    largest: int = LARGEST,
    leave_out: Callable[[Path], bool] | None = None,
) -> Iterator[Document | SourceError]:
    """The documents at `sources`, each file once, or an error in place of each that fails.

    A folder gives, from it and the folders below, in sorted order, the files whose name is
    `wanted`; hidden ones are passed over. The str '-' is standard input (`stdin`, or the
    process's own). Files in `seen` are passed over, and those met are added to it; so are those
    for which `leave_out` holds, which is asked once for each. What is no file, a device or a pipe
    that nobody may ever write to, and what holds more than `largest` bytes is an error.
    """
    seen = set() if seen is None else seen
    for source in sources:
        if source == STANDARD_INPUT:
            yield _streamed(stdin, largest)
            continue
        if source == "":
            yield SourceError("''", "is an empty path: give '.' for the working folder")
            continue
        if isinstance(source, str) and ADDRESS.fullmatch(source):
            problem = "is an address, and nothing is fetched: save the page and give its file"
            yield SourceError(source.strip(), problem)
            continue
        for found in _files(Path(source), wanted):
            if isinstance(found, SourceError):
                yield found
            elif (real := _resolved(found)) not in seen:
                seen.add(real)
                if leave_out is None or not leave_out(found):
                    yield _read(found, largest)


def files_at(sources: Iterable[str], wanted: Callable[[str], bool]) -> Iterator[Path]:
    """The files that would be read at `sources`, without reading them."""
    for source in sources:
        if source not in (STANDARD_INPUT, "") and not ADDRESS.fullmatch(source):
            yield from (p for p in _files(Path(source), wanted) if isinstance(p, Path))


def passed_over(source: str | Path, wanted: Callable[[str], bool]) -> list[str]:
    """The names of the files in a folder, hidden ones apart, that are not `wanted`."""
    if source in (STANDARD_INPUT, "") or not os.path.isdir(source):  # noqa: PTH112
        return []
    found: list[str] = []
    for _, folders, names in os.walk(source):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [name for name in names if not name.startswith(".") and not wanted(name)]
    return found


def _resolved(path: Path) -> str:
    """The path with links resolved; the path itself where that fails."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):  # a link to itself; a NUL in the path
        return str(path)


def _files(path: Path, wanted: Callable[[str], bool]) -> Iterator[Path | SourceError]:
    """The files of a folder and its subfolders that have a wanted name, none of them hidden; any
    other path as it is."""
    if not os.path.isdir(path):  # noqa: PTH112  # Path.is_dir raises for a name that is too long
        yield path
        return
    failed: list[OSError] = []
    found: list[Path] = []
    for folder, folders, names in os.walk(path, onerror=failed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        here = Path(folder)
        found += [here / name for name in names if not name.startswith(".") and wanted(name)]
    yield from sorted(found)
    yield from (SourceError(str(error.filename or path), cause(error)) for error in failed)
    if not found and not failed:
        yield SourceError(path.as_posix(), "the folder holds no file of articles")


def _streamed(stdin: BinaryIO | None, largest: int) -> Document | SourceError:
    """The document on standard input, or an error."""
    stream = stdin or getattr(sys.stdin, "buffer", None)  # None where it was closed from the start
    if stream is None:
        return SourceError(STANDARD_INPUT, "standard input is closed: give a file")
    try:
        return _read_up_to(STANDARD_INPUT, stream, largest)
    except (OSError, ValueError, MemoryError) as error:  # ValueError: closed since
        return SourceError(STANDARD_INPUT, cause(error))


def _read(path: Path, largest: int) -> Document | SourceError:
    """The document of a file, or why it cannot be read. Devices and pipes are not opened."""
    name = path.as_posix()
    try:
        # Before it is opened: that takes for ever where nobody writes to a pipe.
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) and not name.startswith(HANDED_OVER):
            return SourceError(name, "is a device or a pipe and no file: pipe it into '-'")
        if found.st_size > largest:
            return _too_large(name, largest)
        with path.open("rb") as file:
            return _read_up_to(name, file, largest)
    except (OSError, ValueError, MemoryError) as error:  # ValueError: a NUL in the path
        return SourceError(name, cause(error))


def _read_up_to(name: str, stream: BinaryIO, largest: int) -> Document | SourceError:
    """The document `name` of a stream, unpacked; an error where it has more than `largest` bytes.
    Read in pieces: asked for at once, a limit that is no limit would take that much memory before
    anything is read."""
    pieces: list[bytes] = []
    size = 0
    while size <= largest and (piece := stream.read(min(PIECE, largest + 1 - size))):
        pieces.append(piece)
        size += len(piece)
    if size > largest:
        return _too_large(name, largest)
    data = b"".join(pieces)
    return _unpacked(name, data, largest) if data.startswith(GZIP) else Document(name, data)


def _unpacked(name: str, data: bytes, largest: int) -> Document | SourceError:
    """The document unpacked by gzip, up to the limit: a few bytes can stand for gigabytes."""
    try:
        with gzip.open(io.BytesIO(data)) as stream:
            unpacked = stream.read(largest + 1)
    except (OSError, EOFError, zlib.error) as error:
        return SourceError(name, f"cannot be read as gzip: {error}".lower())
    return Document(name, unpacked) if len(unpacked) <= largest else _too_large(name, largest)


def _too_large(name: str, largest: int) -> SourceError:
    problem = f"holds more than {largest:,} bytes: divide it, or set a larger limit"
    return SourceError(name, problem)


def cause(error: OSError | ValueError | MemoryError) -> str:
    """The reason of an `OSError` in a few words."""
    match error:
        case FileNotFoundError():
            return "there is no such file or folder"
        case MemoryError():
            return "takes more memory than there is"
        case PermissionError():
            return "may not be read: permission denied"
        case OSError(strerror=str(reason)):
            return f"cannot be read: {reason.lower()}"
        case _:
            return f"cannot be read: {error}"
