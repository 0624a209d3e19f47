"""The view for a terminal, through rich: a report, claims alone, and how far the work is."""

from factcheck.report.terminal.progress import progress
from factcheck.report.terminal.view import print_claims, print_report

__all__ = ["print_claims", "print_report", "progress"]
