"""What leaves the package, made of articles that are any bytes, and what is read back in."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError
from rich.console import Console
from typer.testing import CliRunner

from factcheck import (
    Article,
    ConfigurationError,
    InputError,
    Period,
    Policy,
    Quantity,
    Report,
    Verdict,
    reconcile,
)
from factcheck.cli import app
from factcheck.exports import (
    claim_review,
    claims_csv,
    claims_json_lines,
    conflicts_json_lines,
    json_text,
    linked_data,
    script_safe,
    web_annotations,
    write_sqlite,
    write_text,
)
from factcheck.exports.csv_text import COLUMNS, FIGURES
from factcheck.kinds import AnyClaim
from factcheck.report import print_claims, print_report, progress
from factcheck.report.html import report_html
from tests.fuzz.inputs import articles_of, said_in, text_of

# What the requirements on each format are, told here again and not taken from the package:
# a terminal obeys these, bidirectional overrides among them, and a spreadsheet runs those.
STEERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
RUNS = re.compile("[=+@\t\r-]")


def exports(data: bytes) -> None:
    """Texts for other tools: nothing in an article runs there, and each row keeps its columns."""
    report = reconcile(articles_of(data))
    rows = list(csv.reader(io.StringIO(claims_csv(report), newline=""), strict=True))
    assert len(rows) == len(report.claims) + 1
    for row in rows:
        for column, field in zip(COLUMNS, row, strict=True):
            assert column in FIGURES or not RUNS.match(field)
    lines = claims_json_lines(report).splitlines()
    told = conflicts_json_lines(report.conflicts, report.articles).splitlines()
    assert [json.loads(line)["id"] for line in told] == [one.id for one in report.conflicts]
    assert len(lines) == len(report.claims)
    review: dict[str, Any] = {}
    if report.groups:
        first, article = report.groups[0].claims[0], report.articles[0]
        with suppress(InputError):
            review = claim_review(
                report,
                first.id,
                rating=article.title,
                url=article.url or "https://desk.example/checks",
                reviewer=article.publisher,
            )
    script = script_safe([linked_data(report), review])
    assert not re.search("[<>&\u2028\u2029]", script)
    for utf16 in (False, True):
        annotations = json_text(web_annotations(report, utf16=utf16))
        for written in (annotations, script, *lines):
            assert not STEERS.search(written.replace("\n", ""))
            written.encode()


def terminal(data: bytes) -> None:
    """What a terminal shows: no article steers it."""
    report = reconcile(articles_of(data))
    shown = io.StringIO()
    console = Console(file=shown, width=80, highlight=False)
    print_report(report, console)
    print_claims(report.articles, report.claims, console)
    assert not STEERS.search(shown.getvalue())


def tables(data: bytes) -> None:
    """Frames and a database hold each claim once, whatever its words."""
    report = reconcile(articles_of(data))
    assert len(report.to_pandas()) == len(report.to_polars()) == len(report.claims)
    with tempfile.TemporaryDirectory() as folder:
        path = write_sqlite(report, Path(folder) / "a.db")
        with closing(sqlite3.connect(path)) as database:
            found = database.execute("SELECT quote FROM claims ORDER BY number").fetchall()
    assert [quote for (quote,) in found] == [claim.quote for claim in report.claims]


def views(data: bytes) -> None:
    """What a browser shows: no article gets an element of its own into the page."""
    report = reconcile(articles_of(data))
    page = report_html(report)
    # its data, and the script that reads them
    assert page.lower().count("<script") == page.lower().count("</script") == 2
    # a carriage return ends a line in HTML, and is kept as one
    assert not STEERS.search(page.replace("\t", "").replace("\r", ""))
    report._repr_html_()
    report_html(report.only(across_outlets=True))
    for group in report.groups:
        if group.verdict is not Verdict.SINGLE:
            for over_time in (False, True):
                with suppress(InputError):
                    group.chart(over_time=over_time).to_dict()
    with tempfile.TemporaryDirectory() as folder:
        write_text(page, Path(folder) / "a.html", "factcheck")


OPTIONS = ("", "--json", "--jsonl", "--csv", "--jsonld", "--annotations", "--fail-on-conflict")


def command(data: bytes) -> None:
    """Standard input is any bytes, the first of which chooses the options: a code, no traceback."""
    option = OPTIONS[data[0] % len(OPTIONS)] if data else ""
    for arguments in (["reconcile", "-", *option.split()], ["extract", "-"]):
        with progress():
            result = CliRunner().invoke(app, arguments, input=data[1:])
        assert isinstance(result.exception, SystemExit | None)
        assert result.exit_code in (0, 1, 3)
        assert not STEERS.search(result.stderr)


@cache
def _shapes() -> tuple[TypeAdapter[Any], ...]:
    return tuple(TypeAdapter(s) for s in (Article, Quantity, Period, AnyClaim, Report))


@cache
def _saved() -> str:
    """A report as it was saved, with claims of several kinds that are compared."""
    texts = ("The ferry sank on Monday at 5:30 p.m.; nine people drowned.", "At least 12 drowned.")
    days = (None, date(2023, 12, 29))
    articles = zip(("a", "b"), texts, days, strict=True)
    return reconcile(
        [Article(id=name, text=text, published=day) for name, text, day in articles]
    ).model_dump_json()


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every place of a value in a tree of JSON: what holds it, and its key or number there."""
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        yield tree, key
        if isinstance(value, dict | list):
            yield from _places(value)


def models(data: bytes) -> None:
    """JSON is refused as such or read, and what was read is written and read back the same.

    Bytes that are no JSON are changes to a saved report, divided by NUL: two bytes choose the
    place, the rest is the new value as JSON, else as a text.
    """
    shapes = _shapes()
    if said_in(data) is None:
        tree = json.loads(_saved())
        for change in data.split(b"\0")[:4]:
            places = list(_places(tree))
            inside, key = places[int.from_bytes(change[:2], "big") % len(places)]
            value = said_in(change[2:])
            inside[key] = text_of(change[2:]) if value is None else value
        data, shapes = json.dumps(tree).encode(), shapes[-1:]
    for shape in shapes:
        try:
            found = shape.validate_json(data)
        except ValidationError:
            continue
        assert shape.validate_json(shape.dump_json(found)) == found


def policies(data: bytes) -> None:
    """Whatever stands in a configuration is a policy or an error that names the key."""
    said = said_in(data)
    if isinstance(said, dict):
        with suppress(ConfigurationError):
            policy = Policy(**said)
            reconcile([text_of(data), "Nine people died.", "About 12 people died."], policy=policy)
