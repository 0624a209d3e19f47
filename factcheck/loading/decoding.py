"""Decoding of bytes: by the encoding that they state, else by one in which their letters make
words.

The one file that imports charset-normalizer.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

# The HTML standard, 13.2.3.2: a page declares its encoding in its first 1024 bytes.
DECLARED = re.compile(
    rb"""<\?xml\b[^>]{0,200}?\bencoding\s{0,20}=\s{0,20}["']([\w.:-]{1,40})
       | <meta\b[^>]{0,400}?\bcharset\s{0,20}=\s{0,20}["']?\s{0,20}([\w.:-]{1,40})""",
    re.IGNORECASE | re.VERBOSE,
)
PRESCAN = 1024
DEFAULT = "cp1252"
# The WHATWG Encoding Standard reads these labels as windows-1252, since pages that bear them
# hold its curly quotes.
LATIN_1 = ("iso8859-1", "ascii")
# The legacy encodings of the Encoding Standard that newsrooms have used; without such a list
# a detector offers those of mainframes, and "Café" comes out in Urdu letters.
LEGACY = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "iso8859_2", "iso8859_15",
    "koi8_r", "mac_roman", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr",
)  # fmt: skip
# Codecs of Python that the Encoding Standard does not have: a page could hide its words from who
# looks at it, or cost time with the square of its length. And those in which the declaration
# itself could not be read (HTML standard, 13.2.3.2).
NO_ENCODINGS = (
    "punycode", "idna", "unicode-escape", "raw-unicode-escape", "utf-7", "undefined",
    "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be",
)  # fmt: skip
SAMPLE = 20_000  # bytes that the detector is shown
# By how much the measures of two readings, from 0 to 1, must differ for one to be chosen.
INDISTINCT = 0.05


class Decoded(NamedTuple):
    """A decoded text, the name of its encoding, and whether that was guessed."""

    text: str
    encoding: str
    guessed: bool = False


def decoded(data: bytes) -> Decoded:
    """The characters of `data`, by the first of these that fits.

    A byte order mark; UTF-8, which other encodings do not resemble by chance; what a page or feed
    declares; the encoding in which the letters make words. Raises the `UnicodeDecodeError` of UTF-8
    where none does.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Decoded(data.decode("utf-16"), "utf-16")
    try:
        return Decoded(data.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError as error:
        found = _declared(data) or (None if _mostly_utf8(data) else _suggested(data))
        if found is None:
            raise error
        return found


def _mostly_utf8(data: bytes) -> bool:
    """Whether most characters beyond ASCII are valid UTF-8: then it is broken UTF-8, as of two
    files joined, and any other encoding would read "López" as "LÃ³pez"."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    return sum(character > "\x7f" for character in text) > 2 * broken


def _declared(data: bytes) -> Decoded | None:
    """The text in the encoding that it declares near its beginning; `None` without one that
    fits."""
    match = DECLARED.search(data[:PRESCAN])
    if match is None:
        return None
    try:
        codec = codecs.lookup((match[1] or match[2]).decode("ascii"))
        if codec.name in NO_ENCODINGS:
            return None
        name = DEFAULT if codec.name in LATIN_1 else codec.name
        return Decoded(data.decode(name), name)
    except (LookupError, ValueError):  # an unknown label, or one that does not fit the bytes
        return None


def _suggested(data: bytes) -> Decoded | None:
    """The text in the encoding in which its letters make words of some language; `None` without
    evidence.

    Where windows-1252 reads as well as any other, it is taken: the Encoding Standard's default for
    English pages.
    """
    from charset_normalizer import from_bytes

    # Around the first byte that is not ASCII: only such bytes distinguish encodings.
    first = re.search(rb"[\x80-\xff]", data)
    start = max(0, (first.start() if first else 0) - SAMPLE // 2)
    matches = from_bytes(data[start : start + SAMPLE], cp_isolation=list(LEGACY))
    best = matches.best()
    if best is None or not best.coherence:
        return None
    alike = {
        name
        for match in matches
        if match.chaos <= best.chaos + INDISTINCT and match.coherence >= best.coherence - INDISTINCT
        for name in match.could_be_from_charset
    }
    encoding = DEFAULT if DEFAULT in alike else best.encoding
    try:
        return Decoded(data.decode(encoding), encoding, guessed=True)
    except UnicodeDecodeError:
        return None
