"""`factcheck reconcile`: compares articles."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import typer

from factcheck.cli.app import app
from factcheck.cli.files import (
    BAD_INPUT,
    corrections_at,
    load,
    print_notes,
    refuse_to_overwrite,
    write,
    write_file,
    write_page,
)
from factcheck.cli.options import (
    MEGABYTE,
    AcrossOutlets,
    Annotations,
    CorrectionsFile,
    Csv,
    FailOnAnyConflict,
    FailOnConflict,
    Html,
    Json,
    JsonLd,
    JsonLines,
    Kinds,
    LeastConfidence,
    MaxSize,
    Names,
    Outlets,
    Paths,
    Place,
    Sqlite,
    Utf16,
)
from factcheck.cli.outputs import Writer, end_on_conflict, outputs
from factcheck.errors import InputError
from factcheck.exports import (
    claims_csv,
    claims_json_lines,
    json_text,
    linked_data,
    script_safe,
    web_annotations,
    write_sqlite,
)
from factcheck.loading import LARGEST
from factcheck.reconcile import reconcile
from factcheck.report import print_report, progress, report_json
from factcheck.report.printable import printable
from factcheck.results import Report

FORMATS: dict[str, Writer] = {
    "json": report_json,
    "jsonl": claims_json_lines,
    "csv": claims_csv,
    "jsonld": lambda report: script_safe(linked_data(report)),
    "annotations": lambda report: json_text(web_annotations(report)),
}


_HELP = """Compare what several articles claim, conflicts first.

Examples:

- `factcheck reconcile seeds`

- `factcheck reconcile monday.md tuesday.txt wire.jsonl --json > report.json`

- `factcheck reconcile seeds --across-outlets --kind deaths --kind injured`

- `factcheck reconcile seeds --html report.html`

- `factcheck reconcile pages/ feed.xml --csv > claims.csv`

- `factcheck reconcile seeds --sqlite report.db && datasette report.db -m metadata.json`

- `factcheck reconcile seeds --corrections corrections.toml`

- `curl -s https://example.org/articles.json | factcheck reconcile - --fail-on-conflict`
"""


@app.command(name="reconcile", help=_HELP)
def reconcile_command(
    paths: Paths,
    json: Json = False,
    jsonl: JsonLines = False,
    csv: Csv = False,
    jsonld: JsonLd = False,
    annotations: Annotations = False,
    utf16: Utf16 = False,
    kind: Kinds = None,
    outlet: Outlets = None,
    place: Place = None,
    confidence: LeastConfidence = None,
    across_outlets: AcrossOutlets = False,
    fail_on_conflict: FailOnConflict = False,
    fail_on_any_conflict: FailOnAnyConflict = False,
    html: Html = None,
    sqlite: Sqlite = None,
    max_size: MaxSize = LARGEST / MEGABYTE,
    corrections: CorrectionsFile = None,
    names: Names = False,
) -> None:
    """Compare articles and write or print the result; `_HELP` is what the user reads."""
    written = _chosen(json=json, jsonl=jsonl, csv=csv, jsonld=jsonld, annotations=annotations)
    if utf16 and not annotations:
        raise typer.BadParameter("--utf16 counts the offsets of --annotations: give both")
    if utf16:
        written = _annotations_in_utf16
    written, html = outputs(written, html, sqlite)
    refuse_to_overwrite(paths, html, sqlite)
    decisions = corrections_at(corrections)
    loaded = load(paths, max_size)
    with progress() as watch:
        report = reconcile(loaded.articles, watch=watch, corrections=decisions)
    report = report.model_copy(update={"notes": (*loaded.notes, *report.notes)})
    with _as_bad_parameter():
        report = report.only(
            kinds=kind or (),
            outlets=outlet or (),
            place=place,
            confidence=confidence,
            across_outlets=across_outlets,
        )
    if written is not None and not json:
        print_notes(report.notes)  # these formats have no room for them
    if html is not None:
        write_page(report, html)
    if sqlite is not None:
        write_file(partial(write_sqlite, report), sqlite)
    if written is not None:
        write(written(report))
    elif loaded.articles:
        print_report(report, names=names)
    if loaded.errors:
        raise typer.Exit(BAD_INPUT)
    end_on_conflict(report.conflicts, fail=fail_on_conflict, fail_on_any=fail_on_any_conflict)


@contextmanager
def _as_bad_parameter() -> Iterator[None]:
    """Report an argument that the library refuses in the way the command line reports its own."""
    try:
        yield
    except InputError as error:
        raise typer.BadParameter(printable(str(error))) from error


def _annotations_in_utf16(report: Report) -> str:
    return json_text(web_annotations(report, utf16=True))


def _chosen(**asked: bool) -> Writer | None:
    """The output format chosen, or `None` for the view; two at once cannot share one output."""
    names = [name for name, wanted in asked.items() if wanted]
    if len(names) > 1:
        raise typer.BadParameter(f"{' and '.join(f'--{name}' for name in names)}: give one of them")
    return FORMATS[names[0]] if names else None
