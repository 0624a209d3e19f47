"""The methods of a report that write each format to a file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.exports import (
    claims_csv,
    claims_json_lines,
    json_text,
    linked_data,
    script_safe,
    web_annotations,
)
from factcheck.findings import Report

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
