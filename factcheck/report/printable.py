"""Make untrusted text safe for a terminal."""

from __future__ import annotations

import re

# Control characters start the sequences that move the cursor, change the title of the window
# or answer in the user's name; what turns the direction of reading (Unicode Standard Annex 9, 2),
# the marks among it, makes 100 look like 001; half a character (a lone surrogate) cannot be
# written to any stream.
STEERING = "\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb"
UNSAFE = re.compile(f"[\x00-\x1f{STEERING}\ud800-\udfff]")
# JSON escapes the control characters of ASCII and lets these through as they are. U+2028 and
# U+2029 end a line for many readers (`str.splitlines`), which would halve a line of JSON Lines.
_IN_JSON = re.compile(f"[{STEERING}\u2028\u2029]")
LINES_KEPT = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f{STEERING}\ud800-\udfff]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def inert_json(text: str) -> str:
    """JSON with each character that could control a terminal, or end a line, as an escape; it
    parses back unchanged."""
    return _IN_JSON.sub(json_escape, text)


def json_escape(found: re.Match[str]) -> str:
    """A character as an escape of JSON."""
    return f"\\u{ord(found[0]):04x}"


def printable(text: str) -> str:
    """`text` on one line, with each character that could control a terminal replaced by '�'."""
    return UNSAFE.sub(REPLACEMENT, " ".join(text.split()))


def inert(text: str) -> str:
    """`text` with its lines and spaces, each character that could control a terminal replaced by
    '�'."""
    return LINES_KEPT.sub(REPLACEMENT, text)
