"""`factcheck reconcile`: compares articles."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import typer

from factcheck.cli.app import app
from factcheck.cli.files import (
    BAD_INPUT,
    CONFLICTS,
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
from factcheck.errors import InputError, MissingExtraError
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
from factcheck.loading.documents import STANDARD_INPUT
from factcheck.reconcile import reconcile
from factcheck.report import print_report, progress, report_json
from factcheck.report.printable import printable
from factcheck.results import Report

Writer = Callable[[Report], str]

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
    if utf16 and annotations:
        written = _annotations_in_utf16
    written, html = _outputs(written, html, sqlite)
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
        print_notes(loaded.notes)  # these formats have no room for them
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
    counted = [c for c in report.conflicts if fail_on_any_conflict or not c.inside_one_story]
    if counted and (fail_on_conflict or fail_on_any_conflict):
        raise typer.Exit(CONFLICTS)


def _outputs(
    written: Writer | None, html: Path | None, sqlite: Path | None
) -> tuple[Writer | None, Path | None]:
    """The writer of standard output, and the file of the page: `--html -` takes the place of a
    format."""
    if _is_standard_output(sqlite):
        raise typer.BadParameter("a database cannot be written to standard output: give a file")
    if not _is_standard_output(html):
        return written, html
    if written is not None:
        raise typer.BadParameter("two formats cannot share standard output: give --html a file")
    return _page, None


@contextmanager
def _as_bad_parameter() -> Iterator[None]:
    """Report an argument that the library refuses in the way the command line reports its own."""
    try:
        yield
    except InputError as error:
        raise typer.BadParameter(printable(str(error))) from error


def _annotations_in_utf16(report: Report) -> str:
    return json_text(web_annotations(report, utf16=True))


def _page(report: Report) -> str:
    """The report as a page. Ends the command where Jinja is not installed."""
    from factcheck.report.html import report_html

    try:
        with progress() as watch:
            return report_html(report, watch)
    except MissingExtraError as error:
        typer.echo(f"factcheck: {error}", err=True)
        raise typer.Exit(BAD_INPUT) from error


def _is_standard_output(path: Path | None) -> bool:
    """Whether "-" was given for a path."""
    return path is not None and str(path) == STANDARD_INPUT  # "-" on both ends of a pipe


def _chosen(**asked: bool) -> Writer | None:
    """The output format chosen, or `None` for the view; two at once cannot share one output."""
    names = [name for name, wanted in asked.items() if wanted]
    if len(names) > 1:
        raise typer.BadParameter(f"{' and '.join(f'--{name}' for name in names)}: give one of them")
    return FORMATS[names[0]] if names else None
