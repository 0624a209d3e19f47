"""What an executor does with its batches, without a cluster."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Any

import pytest

from factcheck import Article, reconcile
from factcheck.errors import MissingExtraError
from factcheck.stories import Rules

pytest.importorskip("pyspark", reason="the extra spark is not installed")
pa = pytest.importorskip("pyarrow")

from factcheck.spark import batches  # noqa: E402
from factcheck.spark.adapter import _chains  # noqa: E402

DAY = date(2024, 2, 19)
FEW: dict[str, Any] = {
    "id": "gazette",
    "text": "The fire in Ardmore killed 14 people.",
    "published": DAY,
}
MANY: dict[str, Any] = {
    "id": "herald",
    "text": "On Sunday 55 people died in a fire in Ardmore.",
    "published": DAY,
}


def read(*rows: dict[str, Any]) -> list[dict[str, Any]]:
    names = {name: None for row in rows for name in row}
    table = pa.Table.from_pylist([{**names, **row} for row in rows])
    return [row for batch in batches.read(iter(table.to_batches())) for row in batch.to_pylist()]


def test_an_article_is_read_with_its_claims_and_its_text_is_known_by_its_words() -> None:
    one, reprint, other = read(FEW, {**FEW, "id": "post", "text": f"  {FEW['text']}"}, MANY)
    assert Article.model_validate_json(one["article"]) == Article(**FEW)
    assert [json.loads(claim)["quote"] for claim in one["claims"]] == ["14 people"]
    assert one["text"] == reprint["text"] != other["text"]


@pytest.mark.parametrize(
    ("row", "note"),
    [
        ({"id": "a", "text": None}, "left out: text: is missing: give the words of the article"),
        ({"id": "a", "text": "x", "published": "03/04/2023"}, "left out: published: '03/04/2023'"),
    ],
)
def test_a_row_that_is_no_article_costs_itself_alone(row: dict[str, Any], note: str) -> None:
    left_out, kept = read(row, {**FEW, "published": "2024-02-19"})
    assert left_out["notes"][0].startswith(note)
    assert left_out["article"] is None
    assert kept["article"] is not None


def test_what_is_concluded_of_an_article_is_noted_with_it() -> None:
    dated, foreign = read(
        {"id": "wire", "text": "ARDMORE, Feb. 19, 2024 (Wire) — The fire killed 14 people."},
        {"id": "presse", "text": "Der Brand tötete 14 Menschen.", "language": "de"},
    )
    assert "Feb. 19, 2024" in dated["notes"][0]
    assert json.loads(dated["article"])["published"] == "2024-02-19"
    assert "only English is read" in foreign["notes"][0]
    assert foreign["claims"] == []


def test_a_text_that_claims_nothing_has_no_story() -> None:
    silent = read({"id": "quiet", "text": "The mayor said little about the fire in Ardmore."})
    assert batches.texts(pa.Table.from_pylist(silent, batches.READ)).num_rows == 0
    (text,) = batches.texts(pa.Table.from_pylist(read(FEW), batches.READ)).to_pylist()
    assert (text["words"], text["days"]) == (f"en\0{FEW['text']}", [DAY.toordinal()])


def test_a_story_is_concluded_in_the_order_of_the_ids() -> None:
    rows = [{**row, "divided": True} for row in read(MANY, FEW)]
    schema = batches.READ.append(pa.field("divided", pa.bool_()))
    found = batches.concluded(pa.Table.from_pylist(rows, schema), Rules()).to_pylist()
    (group,) = [row for row in found if row["verdict"] == "conflict"]
    (conflict,) = reconcile([Article(**FEW), Article(**MANY)]).conflicts
    assert (group["id"], group["story"]) == (conflict.id, "gazette")
    assert json.loads(group["members"]) == [claim.id for claim in conflict.claims]
    assert [row["note"].partition(":")[0] for row in found if row["note"]] == ["gazette"]


def test_a_row_is_a_group_or_possible_or_a_note() -> None:
    (note,) = [
        row
        for row in batches.concluded(
            pa.Table.from_pylist(
                [{**row, "divided": True} for row in read(FEW)],
                batches.READ.append(pa.field("divided", pa.bool_())),
            ),
            Rules(),
        ).to_pylist()
        if row["note"]
    ]
    assert {name for name, value in note.items() if value is not None} == {"note", "story"}


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], {}),
        ([(2, 1)], {1: 1, 2: 1}),
        ([(9, 8), (5, 3), (8, 5), (7, 6)], {3: 3, 5: 3, 8: 3, 9: 3, 6: 6, 7: 6}),
    ],
)
def test_chains_of_pairs(pairs: list[tuple[int, int]], expected: dict[int, int]) -> None:
    assert _chains(pairs) == expected


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("factcheck.spark")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(MissingExtraError, match=r"factcheck-reconcile\[spark\]"):
        import factcheck.spark  # noqa: F401
