"""Views of a report: for the terminal, as a page, as JSON.

Text of articles is untrusted: what is printed goes through `printable`, so that nothing in an
article can control the terminal it is read on.
"""

from factcheck.report.json_text import claims_json, report_json
from factcheck.report.terminal import print_claims, print_report, progress

__all__ = ["claims_json", "print_claims", "print_report", "progress", "report_json"]
