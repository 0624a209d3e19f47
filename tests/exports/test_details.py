"""Offsets in units of UTF-16, words around a quote, and whose file a database is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factcheck import Article, reconcile
from factcheck.errors import InputError
from factcheck.exports import web_annotations


def selectors(text: str, *, utf16: bool) -> dict[str, dict[str, Any]]:
    """The selectors of the first claim, by their type."""
    page: Any = web_annotations(reconcile([Article(id="a", text=text)]), utf16=utf16)
    first = page["first"]["items"][0]
    return {selector["type"]: selector for selector in first["target"]["selector"]}


def units(text: str) -> int:
    """The length of a string in JavaScript (ECMAScript, 6.1.4)."""
    return len(text.encode("utf-16-le")) // 2


# Beyond 16 bits before the quote and inside it; and the last of those that still are one unit.
@pytest.mark.parametrize(
    "text",
    ["😀😀 12 people died.", "！！\uff5e 12 people died.", "\uffe5 12 people died.",
     "In Alba 𝟓𝟒 people died.", "😀 𝟓𝟒 people 😀 died."],
)  # fmt: skip
def test_positions_in_units_of_javascript(text: str) -> None:
    quote = selectors(text, utf16=True)["TextQuoteSelector"]["exact"]
    start = text.index(quote)
    told = selectors(text, utf16=True)["TextPositionSelector"]
    assert (told["start"], told["end"]) == (units(text[:start]), units(text[: start + len(quote)]))
    plain = selectors(text, utf16=False)["TextPositionSelector"]
    assert (plain["start"], plain["end"]) == (start, start + len(quote))


def test_the_words_around_a_quote_near_an_end_of_the_text() -> None:
    text = "In Alba 12 people died. " + "Nobody in the village said more. " * 5
    found = selectors(text, utf16=False)["TextQuoteSelector"]
    assert text.startswith(found["prefix"] + found["exact"] + found["suffix"])
    assert found["prefix"].startswith("In Alba")
    assert len(found["suffix"]) == 32


def test_a_file_that_only_bears_our_mark_is_kept(tmp_path: Path) -> None:
    other = tmp_path / "archive.bin"
    other.write_bytes(b"no database".ljust(68, b".") + b"fact" + b"." * 100)
    before = other.read_bytes()
    with pytest.raises(InputError, match="is kept"):
        reconcile([Article(id="a", text="Nine died.")]).to_sqlite(other)
    assert other.read_bytes() == before
