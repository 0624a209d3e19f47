"""The ways to look at what was found: a view for the terminal, and JSON.

Text of articles is foreign text: what is printed goes through `printable`, so that nothing
in an article can steer the terminal it is read on.
"""

from factcheck.report.json_text import claims_json, report_json
from factcheck.report.terminal import print_claims, print_report, progress

__all__ = ["claims_json", "print_claims", "print_report", "progress", "report_json"]
