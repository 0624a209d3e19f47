"""A report, or claims alone, as JSON: figures are decimal strings, days are ISO 8601."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import TypeAdapter

from factcheck.kinds import AnyClaim
from factcheck.models import Claim
from factcheck.report.printable import inert_json
from factcheck.results import Report


def report_json(report: Report) -> str:
    """The whole report; `Report.model_validate_json` reads it back."""
    return inert_json(report.model_dump_json(indent=2))


def claims_json(claims: Iterable[Claim]) -> str:
    """Claims as a list in JSON."""
    adapter: TypeAdapter[tuple[Claim, ...]] = TypeAdapter(tuple[AnyClaim, ...])
    return inert_json(adapter.dump_json(tuple(claims), indent=2).decode())
