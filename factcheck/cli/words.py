"""`factcheck words`: what the words of a report mean."""

import typer

from factcheck.cli.app import app
from factcheck.report.glossary import glossary


@app.command(name="words")
def words_command() -> None:
    """Say what the words of a report mean: origin, tension, as of, possibly the same."""
    for term, meaning in glossary().items():
        typer.echo(f"{term}: {meaning}")
