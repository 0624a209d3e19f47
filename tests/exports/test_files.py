"""The methods of a report that write each format to a file."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.errors import InputError
from factcheck.exports import (
    claims_csv,
    claims_json_lines,
    json_text,
    linked_data,
    script_safe,
    web_annotations,
)
from factcheck.files import replacing, write_text
from factcheck.results import Report

WRITERS: list[tuple[Callable[[Report, Path], Path], Callable[[Report], str]]] = [
    (Report.to_csv, claims_csv),
    (Report.to_json_lines, claims_json_lines),
    (Report.to_json_ld, lambda report: script_safe(linked_data(report))),
    (Report.to_annotations, lambda report: json_text(web_annotations(report))),
]


@pytest.mark.parametrize(("write", "text"), WRITERS, ids=lambda part: str(part.__name__))
def test_a_file_holds_the_format_byte_for_byte(
    flood: Report,
    tmp_path: Path,
    write: Callable[[Report, Path], Path],
    text: Callable[[Report], str],
) -> None:
    path = tmp_path / "claims"
    assert write(flood, path) == path
    assert path.read_bytes() == text(flood).encode()
    with pytest.raises(OSError, match="No such file"):
        write(flood, tmp_path / "nowhere" / "claims")


def test_annotations_with_utf_16_and_the_database(flood: Report, tmp_path: Path) -> None:
    written = json.loads(flood.to_annotations(tmp_path / "a.json", utf16=True).read_text())
    assert written == json.loads(json_text(web_annotations(flood, utf16=True)))
    assert flood.to_sqlite(tmp_path / "flood.db").read_bytes().startswith(b"SQLite format 3")


EVERY: list[Callable[[Report, Path], Path]] = [
    *(write for write, _ in WRITERS), Report.to_html, Report.to_sqlite,
]  # fmt: skip
every = pytest.mark.parametrize("write", EVERY, ids=lambda write: str(write.__name__))


@every
def test_a_link_stays_a_link_and_a_file_keeps_its_rights(
    flood: Report, tmp_path: Path, write: Callable[[Report, Path], Path]
) -> None:
    plain, real, link = tmp_path / "plain", tmp_path / "real", tmp_path / "link"
    write(flood, plain)
    (tmp_path / "other").write_text("")
    assert plain.stat().st_mode == (tmp_path / "other").stat().st_mode
    real.write_bytes(plain.read_bytes())
    real.chmod(0o640)
    link.symlink_to(real)
    write(flood, link)
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert len(real.read_bytes()) > 100
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


@every
def test_a_name_as_long_as_it_may_be_is_written(
    flood: Report, tmp_path: Path, write: Callable[[Report, Path], Path]
) -> None:
    assert write(flood, tmp_path / ("n" * 255)).stat().st_size > 100


@every
def test_what_is_not_ours_is_kept(
    flood: Report, tmp_path: Path, write: Callable[[Report, Path], Path]
) -> None:
    path = tmp_path / "notes"
    path.write_text("My notes on the flood, a year of them.")
    with pytest.raises(InputError, match="is no report of this package and is kept"):
        write(flood, path)
    assert path.read_text() == "My notes on the flood, a year of them."
    path.unlink()
    write(flood, path)
    first = path.stat().st_mtime_ns
    write(flood, path)  # an earlier report of the same format goes
    assert path.stat().st_mtime_ns > first
    path.write_text("")
    write(flood, path)
    others = [other for other in EVERY if other is not write]
    for other in others:
        with pytest.raises(InputError, match="is kept"):
            other(flood, path)


SPOKEN = [
    "Notes: our export begins schema_version,claim_id, and so on",
    '[{"schema_version": 2}]',
    "urn:x-factcheck:vocabulary: has words for how claims stand to each other",
    "Claims of figures and dates, a talk",
    '{"title": "Claims of figures and dates", "see": "urn:x-factcheck:vocabulary:"}',
    'The page says <meta name="generator" content="factcheck">',
]


@every
@pytest.mark.parametrize("content", SPOKEN)
def test_a_file_that_speaks_of_us_is_not_ours(
    flood: Report, tmp_path: Path, write: Callable[[Report, Path], Path], content: str
) -> None:
    path = tmp_path / "notes.md"
    path.write_text(content)
    with pytest.raises(InputError, match="is kept"):
        write(flood, path)
    assert path.read_text() == content


def test_the_description_of_a_database_is_kept(flood: Report, tmp_path: Path) -> None:
    flood.to_sqlite(tmp_path / "flood.db")
    described = (tmp_path / "metadata.json").read_text()
    for write in EVERY[:-1]:
        with pytest.raises(InputError, match="is kept"):
            write(flood, tmp_path / "metadata.json")
    assert (tmp_path / "metadata.json").read_text() == described
    (tmp_path / "metadata.json").unlink()
    annotations = flood.to_annotations(tmp_path / "metadata.json").read_text()
    with pytest.raises(InputError, match="no metadata of Datasette"):
        flood.to_sqlite(tmp_path / "flood.db")
    assert (tmp_path / "metadata.json").read_text() == annotations


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_database_is_not_written_to_a_pipe(flood: Report, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = os.open(pipe, os.O_RDWR)  # with none, the test would wait for ever where it fails
    try:
        with pytest.raises(InputError, match="is kept: give another name"):
            flood.to_sqlite(pipe)
    finally:
        os.close(writer)
    assert pipe.is_fifo()


def test_what_fails_half_way_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_text("the good page")

    def interrupted() -> None:
        with replacing(path) as beside:
            beside.write_text("half a pa")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert [p.name for p in tmp_path.iterdir()] == ["page"]
    assert path.read_text() == "the good page"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_text("Nine died.", pipe, "a mark")
    assert os.read(reader, 100) == b"Nine died."
    os.close(reader)
    assert pipe.is_fifo()


def test_a_database_may_not_be_its_own_description(flood: Report, tmp_path: Path) -> None:
    for name in ("metadata.json", "METADATA.JSON"):
        with pytest.raises(InputError, match="give another name"):
            flood.to_sqlite(tmp_path / name)
    assert list(tmp_path.iterdir()) == []
