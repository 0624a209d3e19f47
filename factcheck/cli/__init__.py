"""The command line: `factcheck reconcile`, `extract`, `correct`, `archive`, `watch`, `words`
and `schema`.

Exit codes: 0 done; 1 a file could not be read (the others were still done) or written; 2 the
command was not understood; 3 conflicts were found and `--fail-on-conflict` was given.
"""

from factcheck.cli.app import app
from factcheck.cli.archive.app import archive_app
from factcheck.cli.correct import correct_command
from factcheck.cli.extract import extract_command
from factcheck.cli.reconcile import reconcile_command
from factcheck.cli.schema import schema_command
from factcheck.cli.watch import watch_command
from factcheck.cli.words import words_command

__all__ = [
    "app",
    "archive_app",
    "correct_command",
    "extract_command",
    "reconcile_command",
    "schema_command",
    "watch_command",
    "words_command",
]
