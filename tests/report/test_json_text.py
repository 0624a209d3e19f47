"""JSON that reads back to the same report, and that is inert on a terminal."""

from __future__ import annotations

import json

from factcheck.report import claims_json, report_json
from factcheck.results import Possible, Report


def test_the_report_comes_back_the_same(report: Report) -> None:
    again = Report.model_validate_json(report_json(report))
    assert again == report
    assert [type(claim) for claim in again.claims] == [type(claim) for claim in report.claims]


def test_what_is_possibly_the_same_comes_back_too(report: Report) -> None:
    asked = Possible(
        question="number of homes",
        kind="count",
        claims=(report.claims[0], report.claims[3]),
        fits=("both count home",),
        open=("different days",),
    )
    report = report.model_copy(update={"possible": (asked,)})
    text = report_json(report)
    assert Report.model_validate_json(text) == report
    assert json.loads(text)["possible"][0]["open"] == ["different days"]


def test_figures_are_decimal_strings_and_days_iso(report: Report) -> None:
    written = json.loads(report_json(report))
    assert written["claims"][0]["quantity"]["low"] == "300"
    assert written["claims"][1]["when"]["start"] == "2024-02-16"


def test_claims_alone_are_a_list(report: Report) -> None:
    written = json.loads(claims_json(report.claims))
    assert [claim["kind"] for claim in written] == [claim.kind for claim in report.claims]


def test_characters_that_steer_are_written_as_escapes(report: Report) -> None:
    steering = "\x1b[2J\x9b2J\u202eTwo"
    articles = (report.articles[0].model_copy(update={"title": steering}), report.articles[1])
    text = report_json(report.model_copy(update={"articles": articles}))
    assert not set(text) & set("\x1b\x9b\u202e")
    assert json.loads(text)["articles"][0]["title"] == steering
