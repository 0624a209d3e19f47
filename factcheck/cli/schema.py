"""`factcheck schema`: the JSON Schema of a report."""

from factcheck.cli.app import app
from factcheck.cli.files import write
from factcheck.exports import json_text, report_schema


@app.command(name="schema")
def schema_command() -> None:
    """Print the JSON Schema of a report as `--json` writes it, with the kinds installed here.

    Example:

    - `factcheck schema > report.schema.json`
    """
    write(json_text(report_schema()))
