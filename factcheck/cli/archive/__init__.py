"""`factcheck archive`: articles kept for days, one command a file.

Exit codes are those of all commands.
"""

from factcheck.cli.archive.add import add_command
from factcheck.cli.archive.conflicts import conflicts_command
from factcheck.cli.archive.report import report_command
from factcheck.cli.archive.reread import reread_command
from factcheck.cli.archive.status import status_command

__all__ = ["add_command", "conflicts_command", "report_command", "reread_command", "status_command"]
