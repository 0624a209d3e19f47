"""The JSON Schema says what a report is."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator, ValidationError

from factcheck.exports import SCHEMA_VERSION, report_schema
from factcheck.report import report_json
from factcheck.results import Report


def test_a_report_keeps_to_the_schema(flood: Report) -> None:
    schema = report_schema()
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(report_json(flood)))
    assert schema["$id"].endswith(f":{SCHEMA_VERSION}")


@pytest.mark.slow
def test_questions_to_ask_keep_to_it_too(asking: Report) -> None:
    written = json.loads(report_json(asking))
    Draft202012Validator(report_schema()).validate(written)
    written["possible"][0]["claims"] = written["possible"][0]["claims"][:1]
    with pytest.raises(ValidationError):
        Draft202012Validator(report_schema()).validate(written)


@pytest.mark.parametrize(
    ("field", "value"),
    [("verdict", "true"), ("claims", [{"kind": "deaths"}]), ("spread", []), ("rating", 5)],
)
def test_what_is_no_report_does_not(flood: Report, field: str, value: object) -> None:
    written = json.loads(report_json(flood))
    written["groups"][0][field] = value
    with pytest.raises(ValidationError):
        Draft202012Validator(report_schema()).validate(written)
