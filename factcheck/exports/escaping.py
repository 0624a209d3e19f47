"""Escaping of untrusted text in files: articles come from strangers, and their words end up in
other tools."""

from __future__ import annotations

import json
import re

from factcheck.report.printable import inert_json, json_escape

# "</script>" and "<!--" end or alter a script element wherever they stand (HTML standard,
# 4.12.1.3); U+2028 and U+2029 end a line of JavaScript before ECMAScript 2019.
UNSAFE_IN_SCRIPT = re.compile("[<>&\u2028\u2029]")
# With these a spreadsheet takes a field for a formula and runs it (OWASP, "CSV Injection"),
# in their full-width forms too, and some behind spaces or signs without width, which they take
# away; behind an apostrophe it takes the field for text. Apostrophes that stand there already are
# passed over, so that one more is distinct from them.
BEFORE = "[^\\S\t\r\n]|['\u00ad\u200b-\u200f\u2060\ufeff]"
FORMULA = f"(?:{BEFORE})*[=+\\-@＝＋－＠]"
# Where the list separator of the system is no comma (";" in much of Europe), a spreadsheet ends a
# field at that, and a line inside a field ends there too, for it does not begin with a quote.
STARTS = f"(?:\\A(?='*[\t\r\n])|(?:\\A|(?<=[;|\t\r\n]))(?={FORMULA}))"
START = re.compile(STARTS)
NEUTRALISED = re.compile(f"{STARTS}'")


def json_text(data: object, *, indent: int | None = 2) -> str:
    """`data` as JSON without characters that control a terminal and, without `indent`, on one line
    for any reader; it parses back unchanged."""
    return inert_json(json.dumps(data, ensure_ascii=False, indent=indent))


def script_safe(data: object) -> str:
    """`data` as JSON that is safe inside `<script type="application/ld+json">`."""
    return UNSAFE_IN_SCRIPT.sub(json_escape, json_text(data))


def neutralised(field: str) -> str:
    """A field of a table that no spreadsheet will run: with an apostrophe wherever it, or a part of
    it that another separator makes a field, could be a formula. `restored` reverses it."""
    return START.sub("'", field)


def restored(field: str) -> str:
    """The field before `neutralised`."""
    return NEUTRALISED.sub("", field)
