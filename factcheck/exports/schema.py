"""The JSON Schema of a report, and the version of the shape of all exports."""

from __future__ import annotations

from typing import Any

from factcheck.report.glossary import glossary
from factcheck.results import Report

# Rises when a field is renamed, removed or changes its meaning; new fields do not raise it.
SCHEMA_VERSION = "2"


def report_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a whole report as JSON.

    It is made of the kinds that are installed: a package that adds a kind adds its shape.
    `glossary`, which validators ignore, explains the words of a report.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:x-factcheck:schema:report:{SCHEMA_VERSION}",
        **Report.model_json_schema(mode="validation"),
        "glossary": dict(glossary()),
    }
