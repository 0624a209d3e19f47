"""A report as a table with one tidy row for each claim, for pandas and polars."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

from factcheck.judge.phrasing import answer
from factcheck.models import Claim, Period
from factcheck.report.extras import needed_for
from factcheck.results import Report, group_of_each

if TYPE_CHECKING:
    import pandas
    import polars

# The columns, in order, and what stands in them. Figures are binary floats here, which a table
# can sort, average and plot; the report itself keeps them as decimals.
COLUMNS: Mapping[str, type] = {
    "claim_id": str, "claim_name": str, "group_id": str, "group_label": str, "verdict": str,
    "confidence": str, "kind": str,
    "article_id": str, "publisher": str, "title": str, "published": date, "url": str,
    "quote": str, "span_start": int, "span_end": int, "sentence": str, "section": str, "part": str,
    "answer": str,
    "low": float, "high": float, "low_inclusive": bool, "high_inclusive": bool,
    "approximate": bool, "side": str, "vague": bool, "unit": str, "per": str, "dimension": str,
    "subject": str, "place": str, "attribution": str, "change": str, "phase": str, "scope": str,
    "status": str,
    "when_start": date, "when_end": date, "when_pattern": str,
    "as_of_start": date, "as_of_end": date, "origin": int, "rule": str,
}  # fmt: skip

_FIELDS = (
    "kind", "article_id", "quote", "section", "part", "subject", "place", "attribution", "change",
    "phase", "scope", "status", "rule",
)  # fmt: skip


def rows(report: Report) -> list[dict[str, Any]]:
    """One row for each claim, in the order of `report.claims`, with the keys of `COLUMNS`.

    What a claim does not say is `None`. `origin` numbers the independent origins of its group
    from 1: claims of one group with one number go back to one text.
    """
    articles = {article.id: article for article in report.articles}
    groups = group_of_each(report.groups)
    origins = {
        (group.id, claim): number
        for group in report.groups
        for number, origin in enumerate(group.origins, 1)
        for claim in origin.claims
    }
    table = []
    for claim in report.claims:
        article, group = articles[claim.article_id], groups.get(claim.id)
        found = {
            **_own(claim),
            "group_id": group and group.id,
            "group_label": group and group.label,
            "confidence": group and group.confidence,
            "verdict": group and group.verdict,
            "publisher": article.publisher,
            "title": article.title or None,
            "published": article.published,
            "url": article.url,
            "sentence": claim.sentence.of(article.part(claim.part)),
            "origin": group and origins.get((group.id, claim.id)),
        }
        table.append({name: _cell(found.get(name)) for name in COLUMNS})
    return table


def _cell(value: Any) -> Any:
    """A value as a table can hold it."""
    if isinstance(value, Enum):
        return value.value
    return float(value) if isinstance(value, Decimal) else value


def _own(claim: Claim) -> dict[str, Any]:
    """The columns of one claim that need no other: its fields, those of its quantity, and its
    days."""
    return {
        **{name: getattr(claim, name) for name in _FIELDS},
        **(claim.quantity.model_dump() if claim.quantity else {}),
        **_days("when", claim.when),
        **_days("as_of", claim.as_of),
        "claim_id": claim.id,
        "claim_name": claim.name,
        "span_start": claim.span.start,
        "span_end": claim.span.end,
        "answer": answer(claim),
    }


def _days(name: str, period: Period | None) -> dict[str, Any]:
    """Three columns for a period, or none where there is no period."""
    if period is None:
        return {}
    return {
        f"{name}_start": period.start,
        f"{name}_end": period.end,
        f"{name}_pattern": period.pattern,
    }


def to_pandas(report: Report) -> pandas.DataFrame:
    """The rows as a pandas frame with nullable types; days are `datetime64`, missing is `NA`."""
    with needed_for("Report.to_pandas", "dataframes"):
        import pandas
    types: dict[type, Any] = {
        str: "string", int: "Int64", float: "Float64", bool: "boolean", date: "datetime64[s]",
    }  # fmt: skip
    table = rows(report)
    return pandas.DataFrame(
        {
            name: pandas.Series([row[name] for row in table], dtype=types[kind])
            for name, kind in COLUMNS.items()
        }
    )


def to_polars(report: Report) -> polars.DataFrame:
    """The rows as a polars frame; missing is null."""
    with needed_for("Report.to_polars", "dataframes"):
        import polars
    types: dict[type, Any] = {
        str: polars.String, int: polars.Int64, float: polars.Float64, bool: polars.Boolean,
        date: polars.Date,
    }  # fmt: skip
    schema = {name: types[kind] for name, kind in COLUMNS.items()}
    return polars.DataFrame(rows(report), schema=schema)
