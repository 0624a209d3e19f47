"""The claims as CSV (RFC 4180): a row for each, with its article and its group."""

from __future__ import annotations

import csv
import io

from factcheck.exports.escaping import neutralised
from factcheck.exports.rows import (
    Cell,
    ClaimInReport,
    answer_cells,
    context_cells,
    own_fields,
    placed,
)
from factcheck.exports.schema import SCHEMA_VERSION
from factcheck.report.printable import inert
from factcheck.results import Report

# The only fields that may begin with a minus: decimals, which no spreadsheet runs.
FIGURES = ("low", "high")
COLUMNS = (
    "schema_version", "claim_id", "claim_name", "kind", "quote", "low", "high", "low_inclusive",
    "high_inclusive", "approximate", "side", "vague", "unit", "per", "dimension", "when_start",
    "when_end", "when_pattern", "as_of_start", "as_of_end", "subject", "place", "attribution",
    "change", "phase", "scope", "status", "section", "part", "rule", "kind_fields", "sentence",
    "span_start", "span_end", "article_id", "publisher", "published", "title", "url", "group_id",
    "group_label", "verdict", "confidence", "possible",
)  # fmt: skip


def claims_csv(report: Report) -> str:
    """Every claim of the report as CSV with a header, in the report's order.

    A field for what is not stated is empty. A field that a spreadsheet could take for a formula
    gets an apostrophe before it (`exports.escaping.restored` removes it), and a character that
    could control a terminal is `�`, since CSV has no escape for it. `possible` holds the places in
    `Report.possible`, from 1: rows that share a number may answer one question.
    """
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for found in placed(report):
        cells = _cells(found)
        writer.writerow([_field(name, cells[name]) for name in COLUMNS])
    return lines.getvalue()


def _cells(found: ClaimInReport) -> dict[str, Cell]:
    """The row of one claim, by the names of the columns."""
    claim, article, group, possible = found
    return {
        "schema_version": SCHEMA_VERSION,
        "claim_id": claim.id,
        "claim_name": claim.name,
        "kind": claim.kind,
        "quote": claim.quote,
        **answer_cells(claim),
        **context_cells(claim),
        "kind_fields": own_fields(claim),
        "sentence": claim.sentence.of(article.part(claim.part)),
        "span_start": claim.span.start,
        "span_end": claim.span.end,
        "article_id": article.id,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "title": article.title,
        "url": article.url,
        "group_id": group.id if group else None,
        "group_label": group.label if group else None,
        "verdict": group.verdict if group else None,
        "confidence": group.confidence if group else None,
        "possible": " ".join(map(str, possible)) or None,
    }


def _field(name: str, cell: Cell) -> str:
    """A cell as a field of CSV: figures as they are, text made safe."""
    if cell is None:
        return ""
    return str(cell) if name in FIGURES else neutralised(inert(str(cell)))
