"""Foreign text in files: articles come from strangers, and their words end up in other tools."""

from __future__ import annotations

import json
import re

from factcheck.report.printable import STEERING

# JSON escapes the control characters of ASCII and lets these through as they are. U+2028 and
# U+2029 end a line for many readers (`str.splitlines`), which would halve a line of JSON Lines.
STEERS = re.compile(f"[{STEERING}\u2028\u2029]")
# "</script>" and "<!--" end or alter a script element wherever they stand (HTML standard,
# 4.12.1.3); U+2028 and U+2029 end a line of JavaScript before ECMAScript 2019.
UNSAFE_IN_SCRIPT = re.compile("[<>&\u2028\u2029]")
# With these a spreadsheet takes a field for a formula and runs it (OWASP, "CSV Injection"),
# in their full-width forms too, and some behind spaces or signs without width, which they take
# away; behind an apostrophe it takes the field for text.
BEFORE = "[\\s\u00ad\u200b-\u200f\u2060\ufeff]*"
FORMULA = re.compile(f"'*(?:[\t\r\n]|{BEFORE}[=+\\-@＝＋－＠])")
NEUTRALISED = re.compile(f"'(?={FORMULA.pattern})")


def json_text(data: object, *, indent: int | None = 2) -> str:
    """`data` as JSON that steers no terminal and, without `indent`, is one line to any reader; it
    reads back unchanged."""
    return STEERS.sub(_escape, json.dumps(data, ensure_ascii=False, indent=indent))


def script_safe(data: object) -> str:
    """`data` as JSON that may stand inside `<script type="application/ld+json">`."""
    return UNSAFE_IN_SCRIPT.sub(_escape, json_text(data))


def neutralised(field: str) -> str:
    """The field of a table, which no spreadsheet will run: with an apostrophe before it where
    it could be a formula. `restored` takes it away again."""
    return f"'{field}" if FORMULA.match(field) else field


def restored(field: str) -> str:
    """The field as it was before `neutralised`."""
    return field[1:] if NEUTRALISED.match(field) else field


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
