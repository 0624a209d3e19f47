"""The command line: `factcheck reconcile`, `extract`, `correct` and `schema`.

Exit codes: 0 done; 1 a file could not be read (the others were still done) or written; 2 the
command was not understood; 3 conflicts were found and `--fail-on-conflict` was given.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from errno import EBADF, EPIPE
from functools import partial
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError
from typer.core import TyperGroup

from factcheck.corrections import as_corrections, problem_of, record, refusals
from factcheck.decisions import Corrections, Decision, Ruling
from factcheck.errors import ConfigurationError, InputError, MissingExtraError
from factcheck.exports import (
    METADATA,
    claims_csv,
    claims_json_lines,
    json_text,
    linked_data,
    report_schema,
    script_safe,
    web_annotations,
    write_sqlite,
)
from factcheck.extract import extract
from factcheck.files import same_file, two_of_one
from factcheck.findings import Report
from factcheck.loading import LARGEST, Loaded, files_at, load_articles
from factcheck.reconcile import reconcile
from factcheck.report import claims_json, print_claims, print_report, progress, report_json
from factcheck.report.printable import inert, printable

MEGABYTE = 1_000_000
MOST = 1e9  # megabytes: an option may say "inf"
BAD_INPUT = 1
CONFLICTS = 3


class _Commands(TyperGroup):
    """The commands, which end in one line, or in none, where nobody takes their answer."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        try:
            try:
                return super().main(*args, **kwargs)
            finally:
                for stream in (sys.stdout, sys.stderr):
                    if stream is not None:
                        stream.flush()  # here and not when Python ends, which has a code of its own
        except OSError as error:
            # Files are dealt with where they are read and written: this is the output itself.
            _take_no_more()
            if error.errno != EPIPE:
                reason = (error.strerror or str(error)).lower()
                typer.echo(f"factcheck: the output cannot be written: {reason}", err=True)
            raise SystemExit(BAD_INPUT) from None


def _take_no_more() -> None:
    """Sends to nowhere what is still to be written, so that it fails no second time."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


app = typer.Typer(
    name="factcheck",
    cls=_Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files (text, HTML, feeds, JSON, ninjs), folders, or '-' for standard input.",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Write JSON instead of the view for reading.")]
JsonLines = Annotated[
    bool, typer.Option("--jsonl", help="Write JSON Lines instead: a claim on each line.")
]
Csv = Annotated[bool, typer.Option("--csv", help="Write CSV instead: a row for each claim.")]
JsonLd = Annotated[
    bool, typer.Option("--jsonld", help="Write JSON-LD instead: schema.org claims, for a page.")
]
Annotations = Annotated[
    bool, typer.Option("--annotations", help="Write W3C Web Annotations instead, one a claim.")
]
Utf16 = Annotated[
    bool, typer.Option("--utf16", help="Count offsets of --annotations as JavaScript does.")
]
MaxSize = Annotated[
    float,
    typer.Option(
        "--max-size",
        metavar="MB",
        min=0.000001,
        help="Leave out each file, and standard input, that holds more megabytes than this.",
    ),
]
Names = Annotated[
    bool, typer.Option("--names", help="Show the names of claims, which decisions go by.")
]
Sqlite = Annotated[
    Path | None,
    typer.Option(
        "--sqlite",
        metavar="FILE",
        dir_okay=False,
        help="Write the report to FILE as a database for SQLite and Datasette, too.",
    ),
]


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"factcheck {version('factcheck-reconcile')}")
        raise typer.Exit


@app.callback()
def main(
    show_version: Annotated[
        bool,
        typer.Option("--version", help="Show the version.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    """Shows what news articles claim in figures and dates, and where they contradict each other.

    Examples:

    - `factcheck reconcile seeds` compares the articles of a folder

    - `factcheck extract story.md` lists the claims of one article
    """
    for stream in (sys.stdout, sys.stderr):
        # A terminal in Latin-1 has no "“": a question mark in its place, not a traceback.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


@app.command(name="reconcile")
def reconcile_command(
    paths: Paths,
    json: Json = False,
    jsonl: JsonLines = False,
    csv: Csv = False,
    jsonld: JsonLd = False,
    annotations: Annotations = False,
    utf16: Utf16 = False,
    fail_on_conflict: Annotated[
        bool, typer.Option("--fail-on-conflict", help="Exit with code 3 if there are conflicts.")
    ] = False,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html",
            metavar="FILE",
            dir_okay=False,
            help="Write the report to FILE as one page for the browser, too.",
        ),
    ] = None,
    sqlite: Sqlite = None,
    max_size: MaxSize = LARGEST / MEGABYTE,
    corrections: Annotated[
        Path | None,
        typer.Option(
            "--corrections",
            metavar="FILE",
            dir_okay=False,
            help="Apply the decisions of an editor in FILE; 'factcheck correct' writes them.",
        ),
    ] = None,
    names: Names = False,
) -> None:
    """Compare what several articles claim, conflicts first.

    Examples:

    - `factcheck reconcile seeds`

    - `factcheck reconcile monday.md tuesday.txt wire.jsonl --json > report.json`

    - `factcheck reconcile seeds --html report.html`

    - `factcheck reconcile pages/ feed.xml --csv > claims.csv`

    - `factcheck reconcile seeds --sqlite report.db && datasette report.db -m metadata.json`

    - `factcheck reconcile seeds --corrections corrections.toml`

    - `curl -s https://example.org/articles.json | factcheck reconcile - --fail-on-conflict`
    """
    _refuse_to_overwrite(paths, html, sqlite)
    written = _chosen(json=json, jsonl=jsonl, csv=csv, jsonld=jsonld, annotations=annotations)
    decisions = _corrections(corrections)
    loaded = _load(paths, max_size)
    with progress() as watch:
        report = reconcile(loaded.articles, watch=watch, corrections=decisions)
    report = report.model_copy(update={"notes": (*loaded.notes, *report.notes)})
    if html is not None:
        _write_file(report.to_html, html)
    if sqlite is not None:
        _write_file(partial(write_sqlite, report), sqlite)
    if annotations:
        _write(json_text(web_annotations(report, utf16=utf16)))
    elif written is not None:
        _write(written(report))
    elif loaded.articles:
        print_report(report, names=names)
    if loaded.errors:
        raise typer.Exit(BAD_INPUT)
    if fail_on_conflict and report.conflicts:
        raise typer.Exit(CONFLICTS)


@app.command(name="extract")
def extract_command(
    paths: Paths, json: Json = False, names: Names = False, max_size: MaxSize = LARGEST / MEGABYTE
) -> None:
    """List the claims of each article, with the words they stand in.

    Examples:

    - `factcheck extract story.md`

    - `pbpaste | factcheck extract - --json`
    """
    loaded = _load(paths, max_size)
    claims = [claim for article in loaded.articles for claim in extract(article)]
    for note in loaded.notes:
        typer.echo(f"factcheck: {printable(note)}", err=True)
    if json:
        _write(claims_json(claims))
    else:
        print_claims(loaded.articles, claims, names=names)
    if loaded.errors:
        raise typer.Exit(BAD_INPUT)


@app.command(name="correct")
def correct_command(
    ruling: Annotated[Ruling, typer.Argument(metavar="RULING", show_default=False)],
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME",
            help="Names of claims, as 'factcheck extract --names' shows them.",
            show_default=False,
        ),
    ],
    articles: Annotated[
        list[str],
        typer.Option(
            "--in",
            metavar="PATH",
            help="Files or folders that hold the claims.",
            show_default=False,
        ),
    ],
    by: Annotated[str, typer.Option("--by", help="Who decides.", show_default=False)],
    on: Annotated[
        datetime | None,
        typer.Option("--on", formats=["%Y-%m-%d"], help="The day of the decision; today."),
    ] = None,
    note: Annotated[str, typer.Option("--note", help="Why.")] = "",
    figure: Annotated[
        str | None, typer.Option("--figure", help="The right figure, with 'misread'.")
    ] = None,
    day: Annotated[
        datetime | None,
        typer.Option("--day", formats=["%Y-%m-%d"], help="The right day, with 'misread'."),
    ] = None,
    file: Annotated[
        Path,
        typer.Option("--file", metavar="FILE", dir_okay=False, help="The file to add it to."),
    ] = Path("corrections.toml"),
    max_size: MaxSize = LARGEST / MEGABYTE,
) -> None:
    """Add a decision to a file of corrections, once and for all.

    RULING is `same` or `different` (the claims answer one question, or not), `not-a-claim`,
    `misread` (with `--figure` or `--day`), or `earlier` (states of one figure, the first first).

    Examples:

    - `factcheck correct misread post:16-children:3f9a1c2e --figure 18 --in seeds --by "R. C."`

    - `factcheck reconcile seeds --corrections corrections.toml`
    """
    given = {"figure": figure, "day": day and day.date(), "note": note, "by": by}
    decision = _decision(
        ruling=ruling, claims=tuple(names), on=(on or datetime.now()).date(), **given
    )
    loaded = _load(articles, max_size)
    claims = [claim for article in loaded.articles for claim in extract(article)]
    problems = refusals(decision, claims)
    for problem in problems:
        typer.echo(f"factcheck: {printable(problem)}", err=True)
    if problems:
        raise typer.Exit(BAD_INPUT)
    _write_file(partial(record, [decision]), file)
    if loaded.errors:
        raise typer.Exit(BAD_INPUT)


@app.command(name="schema")
def schema_command() -> None:
    """Print the JSON Schema of a report as `--json` writes it, with the kinds installed here.

    Example:

    - `factcheck schema > report.schema.json`
    """
    _write(json_text(report_schema()))


FORMATS: dict[str, Callable[[Report], str]] = {
    "json": report_json,
    "jsonl": claims_json_lines,
    "csv": claims_csv,
    "jsonld": lambda report: script_safe(linked_data(report)),
    "annotations": lambda report: json_text(web_annotations(report)),
}


def _chosen(**asked: bool) -> Callable[[Report], str] | None:
    """The format asked for, or `None` for the view; two at once cannot share one output."""
    names = [name for name, wanted in asked.items() if wanted]
    if len(names) > 1:
        raise typer.BadParameter(f"{' and '.join(f'--{name}' for name in names)}: give one of them")
    return FORMATS[names[0]] if names else None


def _write(text: str) -> None:
    """A format for machines to standard output: UTF-8 whatever the locale, and inert where a
    terminal shows it."""
    if sys.stdout is None:
        raise OSError(EBADF, "standard output is closed")
    text = text if text.endswith("\n") else f"{text}\n"
    if sys.stdout.isatty():
        typer.echo(inert(text), nl=False)
    else:
        typer.echo(text.encode("utf-8", "replace"), nl=False)


def _refuse_to_overwrite(paths: list[str], html: Path | None, sqlite: Path | None) -> None:
    """A file that is read, or written already, is not written over. Before anything is read."""
    described = None if sqlite is None else sqlite.with_name(METADATA)
    written = [path for path in (html, sqlite, described) if path is not None]
    if clash := two_of_one(written):
        raise typer.BadParameter(f"{clash[0]} is written twice: give each output a name of its own")
    read = list(files_at(paths)) if written else []
    for path in written:
        # A description is merged with the one there, and no article is called that.
        if path is not described and any(same_file(path, one) for one in read):
            raise typer.BadParameter(
                f"{path} is among the articles that are read: give another name"
            )


def _write_file(write: Callable[[Path], object], path: Path) -> None:
    """The report in a file at `path`; one line on standard error where that cannot be done."""
    try:
        write(path)
    except (ConfigurationError, MissingExtraError, InputError, OSError) as error:
        reason = f"{path}: {error.strerror}" if isinstance(error, OSError) else str(error)
        typer.echo(f"factcheck: {printable(reason)}", err=True)
        raise typer.Exit(BAD_INPUT) from error


def _corrections(path: Path | None) -> Corrections:
    """The decisions in a file; one line on standard error where it cannot be used."""
    try:
        return as_corrections(path)
    except ConfigurationError as error:
        typer.echo(f"factcheck: {printable(str(error))}", err=True)
        raise typer.Exit(BAD_INPUT) from error


def _decision(**given: Any) -> Decision:
    """A decision; what is wrong with the options is told as the command line tells it."""
    try:
        return Decision(**given)
    except ValidationError as error:
        raise typer.BadParameter(problem_of(error)) from error


def _load(paths: list[str], megabytes: float) -> Loaded:
    """The articles at `paths`; one line on standard error for each thing that cannot be read."""
    loaded = load_articles(paths, largest=max(1, int(min(megabytes, MOST) * MEGABYTE)))
    for error in loaded.errors:
        typer.echo(f"factcheck: {printable(str(error))}", err=True)
    return loaded
