"""The view for a terminal, through rich: a report, claims alone, and a progress bar."""

from factcheck.report.terminal.progress import progress
from factcheck.report.terminal.view import print_claims, print_report

__all__ = ["print_claims", "print_report", "progress"]
