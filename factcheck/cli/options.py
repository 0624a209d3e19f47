"""The options that more than one command takes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from typer.models import OptionInfo

from factcheck.results import Confidence

MEGABYTE = 1_000_000


def _flag(name: str, meaning: str) -> OptionInfo:
    """A switch, an option without a value; the help shows no placeholder for one."""
    switch: OptionInfo = typer.Option(name, metavar="", help=meaning)
    return switch


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files (text, HTML, feeds, JSON, ninjs), folders, or '-' for standard input.",
    ),
]
Json = Annotated[bool, _flag("--json", "Write JSON instead of the view for reading.")]
JsonLines = Annotated[bool, _flag("--jsonl", "Write JSON Lines instead: a claim on each line.")]
Csv = Annotated[
    bool,
    _flag(
        "--csv", "Write CSV instead: a row for each claim ('factcheck words' says what it means)."
    ),
]
JsonLd = Annotated[bool, _flag("--jsonld", "Write JSON-LD instead: schema.org claims, for a page.")]
Annotations = Annotated[
    bool, _flag("--annotations", "Write W3C Web Annotations instead, one a claim.")
]
Utf16 = Annotated[bool, _flag("--utf16", "Count offsets of --annotations as JavaScript does.")]
MaxSize = Annotated[
    float,
    typer.Option(
        "--max-size",
        metavar="MB",
        min=0.000001,
        help="Leave out each file, and standard input, that holds more megabytes than this.",
    ),
]
Names = Annotated[bool, _flag("--names", "Show the names of claims, which decisions go by.")]
Sqlite = Annotated[
    Path | None,
    typer.Option(
        "--sqlite",
        metavar="FILE",
        dir_okay=False,
        help="Write the report to FILE as a database for SQLite and Datasette, too.",
    ),
]
FailOnConflict = Annotated[
    bool,
    _flag("--fail-on-conflict", "Exit with code 3 if articles contradict each other."),
]
FailOnAnyConflict = Annotated[
    bool,
    _flag("--fail-on-any-conflict", "The same, also if an article contradicts itself."),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="KIND", help="Only claims of this kind; may be repeated."),
]
Outlets = Annotated[
    list[str] | None,
    typer.Option("--outlet", metavar="NAME", help="Only what this outlet answers; repeatable."),
]
Place = Annotated[
    str | None, typer.Option("--place", metavar="WORDS", help="Only claims about this place.")
]
LeastConfidence = Annotated[
    Confidence | None,
    typer.Option("--confidence", help="Only what is at least this sure to be one question."),
]
AcrossOutlets = Annotated[bool, _flag("--across-outlets", "Only what two outlets or more answer.")]
Html = Annotated[
    Path | None,
    typer.Option(
        "--html",
        metavar="FILE",
        dir_okay=False,
        help="Write the report to FILE as one page for the browser, too; '-' for that alone.",
    ),
]
CorrectionsFile = Annotated[
    Path | None,
    typer.Option(
        "--corrections",
        metavar="FILE",
        dir_okay=False,
        help="Apply the decisions of an editor in FILE; 'factcheck correct' writes them.",
    ),
]
ArchiveFile = Annotated[
    str,
    typer.Option(
        "--archive", metavar="FILE", help="The file of the archive, or the URL of its database."
    ),
]
ConflictLines = Annotated[
    bool, _flag("--jsonl", "Write JSON Lines instead: a conflict on each line.")
]
Since = Annotated[
    datetime | None,
    typer.Option(
        "--since",
        formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"],
        help="Only what came to be then or later, by the clock of this computer.",
    ),
]
