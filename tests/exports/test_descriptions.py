"""What an export tells of itself: its mark, its description, its fields in their order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck import reconcile
from factcheck.errors import InputError
from factcheck.exports import linked_data, write_sqlite
from factcheck.exports.conflict_lines import conflicts_json_lines
from factcheck.models import Article
from factcheck.results import Report

TITLE = "Claims of figures and dates, compared"
DESCRIPTION = (
    "What news articles claim, grouped by the question it answers. Start with the view "
    "“conflicts”; the table “possible” holds questions to ask, “glossary” what the words mean."
)
TABLES = {
    "articles": {"sort": "number", "label_column": "title", "facets": ["publisher", "published"]},
    "groups": {
        "sort": "number", "label_column": "label", "facets": ["verdict", "confidence", "kind"],
        "sortable_columns": ["number", "spread", "claims", "articles", "origins"],
    },
    "claims": {
        "sort": "number", "label_column": "quote", "facets": ["kind", "unit", "status", "section"],
        "fts_table": "claims_fts", "fts_pk": "number",
    },
    "positions": {"label_column": "answer"},
    "pairs": {"facets": ["verdict", "relation"]},
    "possible": {"sort": "number", "label_column": "asked", "facets": ["kind"]},
    "conflicts": {"facets": ["kind", "confidence"]},
    "claims_by_group": {"facets": ["verdict", "kind", "publisher"]},
}  # fmt: skip


def test_a_database_bears_its_mark_and_its_description(flood: Report, tmp_path: Path) -> None:
    """SQLite keeps the mark at the bytes 68 to 71 of its file; ours is a word."""
    write_sqlite(flood, tmp_path / "flood.db")
    assert (tmp_path / "flood.db").read_bytes()[68:72] == b"fact"
    metadata = json.loads((tmp_path / "metadata.json").read_text(encoding="utf-8"))
    told = {"title": TITLE, "description": DESCRIPTION, "tables": TABLES}
    assert metadata == {"databases": {"flood": told}}


@pytest.mark.parametrize("size", [71, 72])
def test_the_mark_is_looked_for_where_it_stands(flood: Report, tmp_path: Path, size: int) -> None:
    head = b"SQLite format 3\0".ljust(68, b"\0") + b"fact"
    path = tmp_path / "flood.db"
    path.write_bytes(head[:size])
    if size == 72:
        assert write_sqlite(flood, path) == path
    else:
        with pytest.raises(InputError, match="is no report of this package and is kept"):
            write_sqlite(flood, path)


@pytest.mark.parametrize("name", ["text", "maintext", "bodies"])
def test_an_article_of_that_name_is_no_metadata(flood: Report, tmp_path: Path, name: str) -> None:
    (tmp_path / "metadata.json").write_text(json.dumps({name: "Nine died."}))
    with pytest.raises(InputError, match=r"is no metadata of Datasette: move it, or write to"):
        write_sqlite(flood, tmp_path / "flood.db")
    assert not (tmp_path / "flood.db").exists()


def test_other_databases_keep_their_description(flood: Report, tmp_path: Path) -> None:
    kept = {"license": "CC0", "databases": {"old": {"title": "Old"}}}
    (tmp_path / "metadata.json").write_text(json.dumps(kept))
    write_sqlite(flood, tmp_path / "flood.db")
    metadata = json.loads((tmp_path / "metadata.json").read_text(encoding="utf-8"))
    assert metadata["license"] == "CC0"
    assert metadata["databases"]["old"] == {"title": "Old"}
    assert list(metadata["databases"]) == ["old", "flood"]


def test_a_conflict_is_one_line_with_the_sentences_that_decide(flood: Report) -> None:
    lines = conflicts_json_lines(flood.conflicts, flood.articles).splitlines()
    assert len(lines) == len(flood.conflicts) == 1
    told = json.loads(lines[0])
    (conflict,) = flood.conflicts
    assert set(told) == {
        *("id", "kind", "label", "verdict", "confidence", "explanation"), "positions", "deciding",
    }  # fmt: skip
    assert {one["answer"]: one["origins"] for one in told["positions"]} == {"14": 1, "55": 1}
    assert [set(one) for one in told["positions"]] == [{"answer", "publishers", "origins"}] * 2
    first, second = sorted(told["deciding"], key=lambda one: str(one["quote"]))
    assert (first["quote"], second["quote"]) == ("14 people", "55 people")
    assert first["sentence"].endswith("The flood in Ardmore killed 14 people on Sunday.")
    assert second["sentence"] == (
        "Mayor Ines Roth said 55 people died in the flood in Ardmore on Sunday."
    )
    assert second["article"]["publisher"] == "Hill Herald"
    assert "text" not in second["article"]
    assert {one["claim"] for one in told["deciding"]} <= {claim.name for claim in conflict.claims}


def test_an_open_end_is_left_out_of_linked_data() -> None:
    report = reconcile(
        [
            Article(id="a", text="The flood in Ardmore killed at least 14 people on Sunday."),
            Article(id="b", text="The flood in Ardmore shut up to 20 roads on Sunday."),
        ]
    )
    graph = json.loads(json.dumps(linked_data(report)))["@graph"]
    ends = {node["quote"]: (node.get("low"), node.get("high")) for node in graph if "quote" in node}
    assert ends["at least 14 people"] == ("14", None)
    assert ends["up to 20 roads"] == (None, "20")
