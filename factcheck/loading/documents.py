"""Where articles are kept, before anything is known of their format: named runs of bytes."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath
from typing import BinaryIO

from factcheck.errors import SourceError
from factcheck.loading.decoding import Decoded, decoded

STANDARD_INPUT = "-"
ADDRESS = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*://|www\.)\S+\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Document:
    """The bytes of one file or stream; `name` is how its user calls it."""

    name: str
    data: bytes

    @property
    def suffix(self) -> str:
        """The ending of the name in lower case, with its dot; empty for standard input."""
        return PurePath(self.name).suffix.lower()

    @cached_property
    def decoded(self) -> Decoded:
        """The characters and their encoding. Raises `SourceError` where that cannot be told."""
        try:
            found = decoded(self.data)
        except UnicodeDecodeError as error:
            at = error.start
            raise SourceError(
                self.name,
                f"is not text in UTF-8, nor in another encoding that can be told "
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
    seen: set[Path] | None = None,
) -> Iterator[Document | SourceError]:
    """The documents at `sources`, each file once, or an error in place of each that fails.

    A folder gives, from it and the folders below, in sorted order, the files whose suffix is
    `wanted`; hidden ones are passed over. The str '-' is standard input (`stdin`, or the
    process's own). Files in `seen` are passed over, and those read are added to it.
    """
    seen = set() if seen is None else seen
    for source in sources:
        if source == STANDARD_INPUT:
            yield Document(STANDARD_INPUT, (stdin or sys.stdin.buffer).read())
            continue
        if isinstance(source, str) and ADDRESS.fullmatch(source):
            problem = "is an address, and nothing is fetched: save the page and give its file"
            yield SourceError(source.strip(), problem)
            continue
        for found in _files(Path(source), wanted):
            if isinstance(found, SourceError):
                yield found
            elif (real := found.resolve()) not in seen:
                seen.add(real)
                yield _read(found)


def _files(path: Path, wanted: Callable[[str], bool]) -> Iterator[Path | SourceError]:
    if not path.is_dir():
        yield path
        return
    failed: list[OSError] = []
    found: list[Path] = []
    for folder, folders, names in os.walk(path, onerror=failed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        here = Path(folder)
        found += [
            here / name
            for name in names
            if not name.startswith(".") and wanted(PurePath(name).suffix.lower())
        ]
    yield from sorted(found)
    yield from (SourceError(str(error.filename or path), cause(error)) for error in failed)
    if not found and not failed:
        yield SourceError(path.as_posix(), "the folder holds no file of articles")


def _read(path: Path) -> Document | SourceError:
    try:
        return Document(path.as_posix(), path.read_bytes())
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        return SourceError(path.as_posix(), cause(error))


def cause(error: OSError | ValueError) -> str:
    """Why the operating system would not give the file, in a few words."""
    match error:
        case FileNotFoundError():
            return "there is no such file or folder"
        case PermissionError():
            return "may not be read: permission denied"
        case OSError(strerror=str(reason)):
            return f"cannot be read: {reason.lower()}"
        case _:
            return f"cannot be read: {error}"
