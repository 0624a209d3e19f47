"""The application of the command line, to which the commands are added, and how it ends."""

import os
import sys
from contextlib import suppress
from errno import EPIPE
from importlib.metadata import version
from io import TextIOWrapper
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from factcheck.cli.files import BAD_INPUT
from factcheck.processes import collect_seldom


class _Commands(TyperGroup):
    """The group of commands. Ends with a short message where output cannot be written."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Runs the command line. Output that cannot be written ends it with a message, a closed
        pipe without one."""
        collect_seldom()
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
    """Redirect standard output to nowhere, so that what is still buffered fails no second time."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _show_version(wanted: bool) -> None:
    """Print the version and exit, where `--version` is given."""
    if wanted:
        typer.echo(f"factcheck {version('factcheck-reconcile')}")
        raise typer.Exit


app = typer.Typer(
    name="factcheck",
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)


@app.callback()
def main(
    show_version: Annotated[
        bool,
        typer.Option(
            "--version", metavar="", help="Show the version.", callback=_show_version, is_eager=True
        ),
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
