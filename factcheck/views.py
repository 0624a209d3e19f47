"""The methods of claims, groups and reports whose code is built on them (`factcheck.methods`).

`import factcheck` registers them. What each needs is imported when it is first called, so that
a table does not load the packages of a chart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.decisions import NOTE, Corrections
from factcheck.kinds import Kind
from factcheck.methods import method
from factcheck.models import Claim
from factcheck.policy import Policy
from factcheck.results import Confidence, Group, Report

if TYPE_CHECKING:
    import altair
    import pandas
    import polars

OutputPath = str | PathLike[str]


@method("Claim._repr_html_")
def _claim_html(claim: Claim) -> str | None:
    """The claim for a notebook as HTML; `None` without the extra `report`."""
    from factcheck.report.html import claim_fragment

    return claim_fragment(claim)


@method("Group._repr_html_")
def _group_html(group: Group) -> str | None:
    """The group for a notebook as HTML; `None` without the extra `report`."""
    from factcheck.report.html import group_fragment

    return group_fragment(group)


@method("Report._repr_html_")
def _report_html(report: Report) -> str | None:
    """The report for a notebook; `None`, for plain text, without the extra `report`."""
    from factcheck.report.html import report_fragment

    return report_fragment(report)


@method("Group.chart")
def _chart(group: Group, *, over_time: bool) -> altair.LayerChart:
    """The answers of a group as an Altair chart, on a line or over time."""
    from factcheck.report.charts import chart

    return chart(group, over_time=over_time)


@method("Report.to_html")
def _to_html(report: Report, path: OutputPath) -> Path:
    """Write the report as a page of HTML; the path is returned."""
    from factcheck.report.html import write_html

    return write_html(report, path)


@method("Report.to_pandas")
def _to_pandas(report: Report) -> pandas.DataFrame:
    """The claims as a pandas data frame, one row each."""
    from factcheck.report.dataframes import to_pandas

    return to_pandas(report)


@method("Report.to_polars")
def _to_polars(report: Report) -> polars.DataFrame:
    """The claims as a polars data frame, one row each."""
    from factcheck.report.dataframes import to_polars

    return to_polars(report)


@method("Report.to_csv")
def _to_csv(report: Report, path: OutputPath) -> Path:
    """Write the claims as CSV, one row each; the path is returned."""
    from factcheck.exports import CSV_MARK, claims_csv, write_text

    return write_text(claims_csv(report), path, *CSV_MARK)


@method("Report.to_json_lines")
def _to_json_lines(report: Report, path: OutputPath) -> Path:
    """Write the claims as JSON Lines; the path is returned."""
    from factcheck.exports import JSON_LINES_MARK, claims_json_lines, write_text

    return write_text(claims_json_lines(report), path, *JSON_LINES_MARK)


@method("Report.to_json_ld")
def _to_json_ld(report: Report, path: OutputPath) -> Path:
    """Write the report as JSON-LD (schema.org); the path is returned."""
    from factcheck.exports import JSON_LD_MARK, linked_data, script_safe, write_text

    return write_text(script_safe(linked_data(report)), path, *JSON_LD_MARK)


@method("Report.to_annotations")
def _to_annotations(report: Report, path: OutputPath, *, utf16: bool) -> Path:
    """Write the claims as W3C Web Annotations; `utf16` counts offsets in UTF-16 code units."""
    from factcheck.exports import ANNOTATIONS_MARK, json_text, web_annotations, write_text

    return write_text(json_text(web_annotations(report, utf16=utf16)), path, *ANNOTATIONS_MARK)


@method("Report.to_sqlite")
def _to_sqlite(report: Report, path: OutputPath) -> Path:
    """Write the report as an SQLite database; the path is returned."""
    from factcheck.exports import write_sqlite

    return write_sqlite(report, path)


@method("Report.only")
def _only(
    report: Report,
    *,
    kinds: Sequence[str],
    outlets: Sequence[str],
    place: str | None,
    confidence: Confidence | None,
    across_outlets: bool,
) -> Report:
    """The groups, questions and claims of a report that are asked for; see `Report.only`."""
    from factcheck.narrowing import narrowed

    return narrowed(
        report,
        kinds=kinds,
        outlets=outlets,
        place=place,
        confidence=confidence,
        across_outlets=across_outlets,
    )


@method("Report.update")
def _update(
    report: Report,
    articles: Iterable[object],
    *,
    policy: Policy | None,
    kinds: Sequence[Kind] | None,
    corrections: Corrections | str | PathLike[str] | None,
) -> Report:
    """The report with more articles; see `Report.update`."""
    from factcheck.reconcile import reconcile

    updated = reconcile(
        [*report.articles, *articles], policy=policy, kinds=kinds, corrections=corrections
    )
    # Notes on corrections are made anew: a decision may match one of the new articles.
    kept = (note for note in report.notes if not note.startswith(NOTE))
    notes = tuple(dict.fromkeys((*kept, *updated.notes)))
    return updated.model_copy(update={"notes": notes})
