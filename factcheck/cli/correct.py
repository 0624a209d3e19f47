"""`factcheck correct`: writes a decision down."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from factcheck.cli.app import app
from factcheck.cli.files import BAD_INPUT, claims_of, load, write_file
from factcheck.cli.options import MEGABYTE, MaxSize
from factcheck.corrections import problem_of, record, refusals
from factcheck.decisions import Decision, Ruling
from factcheck.loading import LARGEST
from factcheck.report.printable import printable

ClaimNames = Annotated[
    list[str],
    typer.Argument(
        metavar="NAME",
        help="Names of claims, as 'factcheck extract --names' shows them.",
    ),
]


@app.command(name="correct")
def correct_command(
    ruling: Annotated[Ruling, typer.Argument(metavar="RULING")],
    names: ClaimNames,
    articles: Annotated[
        list[str],
        typer.Option(
            "--in",
            metavar="PATH",
            help="Files or folders that hold the claims.",
        ),
    ],
    by: Annotated[str, typer.Option("--by", help="Who decides.")],
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
    loaded = load(articles, max_size)
    problems = refusals(decision, claims_of(loaded.articles))
    for problem in problems:
        typer.echo(f"factcheck: {printable(problem)}", err=True)
    if problems:
        raise typer.Exit(BAD_INPUT)
    write_file(partial(record, [decision]), file)
    if loaded.errors:
        raise typer.Exit(BAD_INPUT)


def _decision(**given: Any) -> Decision:
    """Make a decision; errors of the options are reported as the command line does."""
    try:
        return Decision(**given)
    except ValidationError as error:
        raise typer.BadParameter(problem_of(error)) from error
