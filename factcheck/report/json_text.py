"""A report, or claims alone, as JSON: figures are decimal strings, days are ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pydantic import TypeAdapter

from factcheck.kinds import AnyClaim
from factcheck.models import Claim
from factcheck.report.printable import STEERING
from factcheck.results import Report

# JSON escapes the control characters of ASCII and lets these through as they are.
_STEERING = re.compile(f"[{STEERING}]")


def report_json(report: Report) -> str:
    """The whole report; `Report.model_validate_json` reads it back."""
    return _inert(report.model_dump_json(indent=2))


def claims_json(claims: Iterable[Claim]) -> str:
    """Claims as a list in JSON."""
    adapter: TypeAdapter[tuple[Claim, ...]] = TypeAdapter(tuple[AnyClaim, ...])
    return _inert(adapter.dump_json(tuple(claims), indent=2).decode())


def _inert(text: str) -> str:
    """The JSON with every character that could control a terminal written as an escape."""
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
