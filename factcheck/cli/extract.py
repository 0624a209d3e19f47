"""`factcheck extract`: lists the claims of each article."""

import typer

from factcheck.cli.app import app
from factcheck.cli.files import BAD_INPUT, claims_of, load, print_notes, write
from factcheck.cli.options import MEGABYTE, Json, MaxSize, Names, Paths
from factcheck.loading import LARGEST
from factcheck.report import claims_json, print_claims


@app.command(name="extract")
def extract_command(
    paths: Paths, json: Json = False, names: Names = False, max_size: MaxSize = LARGEST / MEGABYTE
) -> None:
    """List the claims of each article, with the words they stand in.

    Examples:

    - `factcheck extract story.md`

    - `pbpaste | factcheck extract - --json`
    """
    loaded = load(paths, max_size)
    claims = claims_of(loaded.articles)
    print_notes(loaded.notes)
    if json:
        write(claims_json(claims))
    else:
        print_claims(loaded.articles, claims, names=names)
    if loaded.errors:
        raise typer.Exit(BAD_INPUT)
