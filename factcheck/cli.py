"""The command line: `factcheck reconcile` and `factcheck extract`.

Exit codes: 0 done; 1 a file could not be read (the others were still done) or written; 2 the
command was not understood; 3 conflicts were found and `--fail-on-conflict` was given.
"""

from __future__ import annotations

import sys
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from factcheck.errors import MissingExtraError
from factcheck.extract import extract
from factcheck.findings import Report
from factcheck.loading import Loaded, load_articles
from factcheck.reconcile import reconcile
from factcheck.report import claims_json, print_claims, print_report, report_json
from factcheck.report.printable import printable

BAD_INPUT = 1
CONFLICTS = 3

app = typer.Typer(
    name="factcheck",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files (.md, .txt, .json, .jsonl), folders, or '-' for standard input.",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Write JSON instead of the view for reading.")]


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
) -> None:
    """Compare what several articles claim, conflicts first.

    Examples:

    - `factcheck reconcile seeds`

    - `factcheck reconcile monday.md tuesday.txt wire.jsonl --json > report.json`

    - `factcheck reconcile seeds --html report.html`

    - `curl -s https://example.org/articles.json | factcheck reconcile - --fail-on-conflict`
    """
    loaded = _load(paths)
    report = reconcile(loaded.articles)
    if html is not None:
        _write_page(report, html)
    if json:
        typer.echo(report_json(report))
    elif loaded.articles:
        print_report(report)
    if loaded.errors:
        raise typer.Exit(BAD_INPUT)
    if fail_on_conflict and report.conflicts:
        raise typer.Exit(CONFLICTS)


@app.command(name="extract")
def extract_command(paths: Paths, json: Json = False) -> None:
    """List the claims of each article, with the words they stand in.

    Examples:

    - `factcheck extract story.md`

    - `pbpaste | factcheck extract - --json`
    """
    loaded = _load(paths)
    claims = [claim for article in loaded.articles for claim in extract(article)]
    if json:
        typer.echo(claims_json(claims))
    else:
        print_claims(loaded.articles, claims)
    if loaded.errors:
        raise typer.Exit(BAD_INPUT)


def _write_page(report: Report, path: Path) -> None:
    """The report as a page at `path`; one line on standard error where that cannot be done."""
    try:
        report.to_html(path)
    except (MissingExtraError, OSError) as error:
        reason = f"{path}: {error.strerror}" if isinstance(error, OSError) else str(error)
        typer.echo(f"factcheck: {printable(reason)}", err=True)
        raise typer.Exit(BAD_INPUT) from error


def _load(paths: list[str]) -> Loaded:
    """The articles at `paths`; one line on standard error for each thing that cannot be read."""
    loaded = load_articles(paths)
    for error in loaded.errors:
        typer.echo(f"factcheck: {printable(str(error))}", err=True)
    return loaded
