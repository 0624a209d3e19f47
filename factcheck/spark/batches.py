"""The functions of executors: each takes Arrow batches, or a table, and returns others.

The schema above a function is that of its result.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

import pyarrow as pa

from factcheck.archive.rows import claim_of, claim_record, group_row, possible_row, profile_of
from factcheck.errors import InputError
from factcheck.extraction.extract import extract
from factcheck.linkage import compared_articles
from factcheck.linkage.block import (
    agglomerated,
    are_alike,
    days_of,
    digest_of,
    least_shared,
    looked_up,
    share_enough,
    shelved,
    text_of,
)
from factcheck.linkage.profiles import profile
from factcheck.loading.records import article_from
from factcheck.models import Article
from factcheck.reconcile import later_than_dated, unread, with_days
from factcheck.stories import Rules, StoriesToJudge, conclude, is_divided

Row = Mapping[str, Any]
Batches = Iterator[pa.RecordBatch]
AT_ONCE = 256  # rows of a batch that is given: claims are large beside what they are read from

TEXT, NUMBER, REAL = pa.string(), pa.int64(), pa.float64()
READ = pa.schema(
    [("id", TEXT), ("text", pa.binary()), ("article", TEXT), ("claims", pa.list_(TEXT)),
     ("notes", pa.list_(TEXT))]
)  # fmt: skip


def read(batches: Batches) -> Batches:
    """Read each article by itself. `text` is the same for articles of one text; a row that is no
    article has none, and a note."""
    yield from _given(READ, (_read(row) for row in _rows(batches)))


def _read(row: Row) -> Row:
    """Reads an article from a row: its claims, and notes; without claims where the row holds no
    article."""
    try:
        given = article_from(row, "")
    except InputError as error:
        return {"id": str(row.get("id") or ""), "notes": [f"left out: {error}"]}
    (article,), notes = with_days([given])
    claims = extract(article)
    return {
        "id": article.id,
        "text": digest_of(article),
        "article": article.model_dump_json(),
        "claims": [claim_record(claim) for claim in claims],
        "notes": [*notes, *unread([article]), *later_than_dated([article], claims)],
    }


TEXTS = pa.schema(
    [("text", pa.binary()), ("words", TEXT), ("profile", TEXT), ("days", pa.list_(NUMBER)),
     ("least", REAL)]
)  # fmt: skip


def texts(table: pa.Table) -> pa.Table:
    """The index data of one text, if its claims are compared: `words` puts texts in order, and
    `least` is the weight it must share with those that it is compared with."""
    articles = [Article.model_validate_json(one) for one in table["article"].to_pylist()]
    claims = [claim_of(one) for some in table["claims"].to_pylist() for one in some]
    compared = compared_articles(articles, claims)
    if not compared:
        return _table(TEXTS, [])
    language, words = text_of(articles[0])
    own = profile(words, language)
    row = {
        "text": table["text"][0].as_py(),
        "words": f"{language}\0{words}",
        "profile": json.dumps(own.weights),
        "days": days_of(one.published for one in articles if one.id in compared),
        "least": least_shared(own),
    }
    return _table(TEXTS, [row])


SHELVED = pa.schema([("shelf", TEXT), ("other", NUMBER), ("weight", REAL), ("its_least", REAL)])


def on_shelves(batches: Batches) -> Batches:
    """The entries under which each text is indexed."""
    rows = (
        {"shelf": f"{word} {shelf}", "other": row["number"], "weight": weight,
         "its_least": row["least"]}
        for row in _rows(batches)
        for word, shelf, weight in shelved(profile_of(row["profile"]), row["days"])
    )  # fmt: skip
    yield from _given(SHELVED, rows)


LOOKED_UP = pa.schema(
    [("shelf", TEXT), ("this", NUMBER), ("rank", NUMBER), ("own", REAL), ("own_least", REAL)]
)


def looking_up(batches: Batches) -> Batches:
    """The queries with which each text finds others."""
    rows = (
        {"shelf": f"{word} {shelf}", "this": row["number"], "rank": rank,
         "own": own.weights[word], "own_least": row["least"]}
        for row in _rows(batches)
        for own in [profile_of(row["profile"])]
        for rank, (word, shelves) in enumerate(looked_up(own, row["days"]))
        for shelf in shelves
    )  # fmt: skip
    yield from _given(LOOKED_UP, rows)


PAIRS = pa.schema([("this", NUMBER), ("other", NUMBER)])


def alike(batches: Batches) -> Batches:
    """The pairs of texts that share the weight `shared` and are alike enough to be of one story."""
    yield from _given(PAIRS, filter(_alike, _rows(batches)))


def _alike(row: Row) -> bool:
    """Whether the texts of a row are alike enough to be of one story."""
    left, right = profile_of(row["profile"]), profile_of(row["other_profile"])
    its, others = row["days"], row["other_days"]
    return share_enough(row["shared"], left, its, right, others) and are_alike(
        left, its, right, others
    )


STORIES = pa.schema([("text", pa.binary()), ("story", NUMBER), ("divided", pa.bool_())])


def stories(table: pa.Table, pairs: pa.Table) -> pa.Table:
    """The stories of texts that chains of alike pairs join, each numbered by its first text."""
    rows = sorted(table.to_pylist(), key=lambda row: row["number"])
    at = {row["number"]: place for place, row in enumerate(rows)}
    found = agglomerated(
        [profile_of(row["profile"]) for row in rows],
        [tuple(row["days"]) for row in rows],
        [(at[pair["other"]], at[pair["this"]]) for pair in pairs.to_pylist()],
    )
    stated = (
        {"text": rows[place]["text"], "story": rows[min(one.places)]["number"],
         "divided": one.divided}
        for one in found
        for place in one.places
    )  # fmt: skip
    return _table(STORIES, stated)


GRAVITY = pa.struct(
    [("verdict", NUMBER), ("inside", pa.bool_()), ("doubt", NUMBER), ("weight", NUMBER),
     ("gap", REAL), ("support", NUMBER), ("depth", REAL), ("id", TEXT)]
)  # fmt: skip
GROUP = (
    "story", "gravity", "verdict", "label", "answers", "explanation", "kind", "confidence",
    "claims", "articles", "origins", "id", "members", "record",
)  # fmt: skip
POSSIBLE = ("story", "score", "question", "kind", "fits", "open", "members")
_TYPES = {
    "gravity": GRAVITY, "score": REAL, "claims": NUMBER, "articles": NUMBER, "origins": NUMBER,
}  # fmt: skip
CONCLUDED = pa.schema(
    [(name, _TYPES.get(name, TEXT)) for name in dict.fromkeys((*GROUP, *POSSIBLE, "note"))]
)


def concluded(table: pa.Table, rules: Rules) -> pa.Table:
    """Link and judge a story: a row for each group, for each possible question, and for each note.
    Columns of the other sorts are empty."""
    rows = sorted(table.to_pylist(), key=lambda row: row["id"])
    articles = [Article.model_validate_json(row["article"]) for row in rows]
    claims = [claim_of(one) for row in rows for one in row["claims"]]
    story = {article.id: 0 for article in articles}
    found = conclude(StoriesToJudge(frozenset({0}), articles, claims, story), rules)
    stated: list[Row] = [
        {**group_row(group, gravity), "gravity": {**gravity._asdict(), "gap": float(gravity.gap)}}
        for gravity, group in found.groups
    ]
    stated += [{**possible_row(possible), "score": score} for score, possible in found.possible]
    stated += [{"note": is_divided(row["id"])} for row in rows[:1] if row["divided"]]
    return _table(CONCLUDED, ({**row, "story": rows[0]["id"]} for row in stated))


def _rows(batches: Batches) -> Iterator[Row]:
    """The rows of batches as mappings, converted in pieces."""
    for batch in batches:
        for start in range(0, batch.num_rows, AT_ONCE):
            yield from batch.slice(start, AT_ONCE).to_pylist()


def _given(schema: pa.Schema, rows: Iterable[Row]) -> Batches:
    """Rows as batches of a schema."""
    left = iter(rows)
    while some := list(islice(left, AT_ONCE)):
        yield pa.RecordBatch.from_pylist(some, schema)


def _table(schema: pa.Schema, rows: Iterable[Row]) -> pa.Table:
    """Rows as a table of a schema."""
    return pa.Table.from_pylist(list(rows), schema)
