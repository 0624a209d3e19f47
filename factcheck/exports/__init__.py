"""A report in the formats of other tools.

Each module holds one format. All write the same claims: the `id` of a claim, of an article and of
a group is the same in each of them.
"""

from factcheck.exports.annotations import LABEL, web_annotations
from factcheck.exports.conflict_lines import conflicts_json_lines
from factcheck.exports.csv_text import claims_csv
from factcheck.exports.escaping import json_text, script_safe
from factcheck.exports.json_ld import VOCABULARY, claim_review, linked_data
from factcheck.exports.json_lines import claims_json_lines
from factcheck.exports.schema import SCHEMA_VERSION, report_schema
from factcheck.exports.sqlite_file import METADATA, write_sqlite
from factcheck.files import write_text

# How a file of ours begins, and what stands near its head: a new one may take its place. The marks
# are as they stand in JSON, since a file of someone else may speak of them.
CSV_MARK = ("schema_version,claim_id,",)
JSON_LINES_MARK = ('{"schema_version": ',)
JSON_LD_MARK = ("{", f'"fc": "{VOCABULARY}"')
ANNOTATIONS_MARK = ("{", f'"label": "{LABEL}"')

__all__ = [
    "ANNOTATIONS_MARK",
    "CSV_MARK",
    "JSON_LD_MARK",
    "JSON_LINES_MARK",
    "METADATA",
    "SCHEMA_VERSION",
    "claim_review",
    "claims_csv",
    "claims_json_lines",
    "conflicts_json_lines",
    "json_text",
    "linked_data",
    "report_schema",
    "script_safe",
    "web_annotations",
    "write_sqlite",
    "write_text",
]
