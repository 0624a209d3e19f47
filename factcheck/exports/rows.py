"""One flat row for each claim, which the table formats share."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.models import Article, Claim
from factcheck.results import Group, Report, group_of_each

Cell = str | int | None


class ClaimInReport(NamedTuple):
    """A claim with the article it stands in, the gravest group it is in, and the places in
    `Report.possible`, from 1, of what it may answer besides."""

    claim: Claim
    article: Article
    group: Group | None
    possible: tuple[int, ...] = ()


def placed(report: Report) -> Iterator[ClaimInReport]:
    """Every claim of the report, in its order."""
    articles = {article.id: article for article in report.articles}
    groups = group_of_each(report.groups)
    asked: defaultdict[str, list[int]] = defaultdict(list)
    for number, possible in enumerate(report.possible, 1):
        for claim in possible.claims:
            asked[claim.id].append(number)
    for claim in report.claims:
        numbers = tuple(asked.get(claim.id, ()))
        yield ClaimInReport(claim, articles[claim.article_id], groups.get(claim.id), numbers)


def answer_cells(claim: Claim) -> dict[str, Cell]:
    """The cells of a claim's answer: figures as decimals, days in ISO 8601, truth as 0 and 1.

    `low` and `high` are figures; the days of a date claim are `when_start` and `when_end`.
    """
    quantity, when, as_of = claim.quantity, claim.when, claim.as_of
    return {
        "low": None if quantity is None or quantity.low is None else f"{quantity.low:f}",
        "high": None if quantity is None or quantity.high is None else f"{quantity.high:f}",
        "low_inclusive": None if quantity is None else int(quantity.low_inclusive),
        "high_inclusive": None if quantity is None else int(quantity.high_inclusive),
        "approximate": None if quantity is None else int(quantity.approximate),
        "side": quantity.side if quantity else None,
        "vague": None if quantity is None else int(quantity.vague),
        "unit": quantity.unit if quantity else None,
        "per": quantity.per if quantity else None,
        "dimension": quantity.dimension if quantity else None,
        "when_start": when.start.isoformat() if when and when.start else None,
        "when_end": when.end.isoformat() if when and when.end else None,
        "when_pattern": when.pattern if when else None,
        "as_of_start": as_of.start.isoformat() if as_of and as_of.start else None,
        "as_of_end": as_of.end.isoformat() if as_of and as_of.end else None,
    }


def context_cells(claim: Claim) -> dict[str, Cell]:
    """The cells of a claim's context: whom and where it is of, who says it, and how."""
    return {
        "subject": claim.subject,
        "place": claim.place,
        "attribution": claim.attribution,
        "change": claim.change,
        "phase": claim.phase,
        "scope": claim.scope,
        "status": claim.status,
        "section": claim.section,
        "part": claim.part,
        "rule": claim.rule,
    }


def own_fields(claim: Claim) -> str | None:
    """The fields that only its kind has, as a JSON object; `None` where it has none."""
    own = set(type(claim).model_fields) - set(Claim.model_fields)
    if not own:
        return None
    return json.dumps(claim.model_dump(mode="json", include=own), sort_keys=True)


def group_cells(group: Group) -> dict[str, Cell]:
    """The cells of a group that every table of groups has, whatever else it holds."""
    return {
        "id": group.id,
        "label": group.label,
        "kind": group.kind,
        "verdict": group.verdict.value,
        "confidence": group.confidence.value,
        "explanation": group.explanation,
        "claims": len(group.claims),
        "articles": len({claim.article_id for claim in group.claims}),
        "origins": len(group.origins),
    }
