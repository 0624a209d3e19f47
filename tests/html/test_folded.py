"""What the page draws from: numbers of claims, words kept once, places as a browser counts them.

A browser counts in units of UTF-16 (ECMAScript, 6.1.4) and has one character for each end of a
line (HTML Standard, 13.2.3.5).
"""

from __future__ import annotations

import pytest

from factcheck.kinds import Count
from factcheck.models import Article, Part, Span
from factcheck.report.html.folded import _Characters, _Words, claims_of

ANCHORS = {"a": "claim-12", "b": "claim-14", "c": "claim-7"}


@pytest.mark.parametrize(
    ("claims", "short"),
    [
        ((("a", 0), ("b", None)), "12.0 14"), ((("b", None), ("a", 3)), "14 12.3"),
        # Those that the page does not show are left out.
        ((("x", 1), ("c", 7), ("y", None)), "7.7"), ((("x", 1),), ""), ((), ""),
    ],
)  # fmt: skip
def test_claims_in_short(claims: tuple[tuple[str, int | None], ...], short: str) -> None:
    assert claims_of(claims, ANCHORS) == short


def test_words_are_kept_once_and_numbered_as_they_come() -> None:
    words = _Words()
    assert [words.number(word) for word in ("rain", "hail", "rain", "", "hail")] == [0, 1, 0, 2, 1]
    assert words.known == ["rain", "hail", ""]


@pytest.mark.parametrize(
    "before",
    [
        *("", "Rain. ", "Łódź – ", "\N{FIRE} ", "a\r\nb\r\n", "\r", "\n\n"),
        *("\N{FIRE}\r\n\N{FIRE}", "\uffff ", "\U00010000 "),
    ],
)
@pytest.mark.parametrize("inside", ["12 boats", "12 \N{SAILBOAT} boats", "12 \N{FIRE}\N{FIRE}"])
@pytest.mark.parametrize("part", [Part.TEXT, Part.TITLE])
def test_places_are_those_of_a_browser(before: str, inside: str, part: Part) -> None:
    lead, tail = "They saw \N{SPOUTING WHALE} and ", " off Olm \N{FIRE}."
    text = f"{before}{lead}{inside}{tail}"

    def units(words: str) -> int:
        return len(words.replace("\r\n", "\n").encode("utf-16-le")) // 2

    begins = len(before)
    start, stop = begins + len(lead), begins + len(lead) + len(inside)
    other = "Plain."
    article = Article(
        id="a",
        text=text if part is Part.TEXT else other,
        title=text if part is Part.TITLE else other,
    )
    claim = Count(
        article_id="a",
        part=part,
        span=Span(start=start, end=stop),
        quote=inside,
        sentence=Span(start=begins, end=len(text)),
        rule="by hand",
    )
    characters = _Characters({"a": article})
    for _ in range(2):  # also where the text was counted before
        assert characters.of(claim) == (
            units(before) + units(lead), units(lead), units(inside), units(tail),
        )  # fmt: skip
