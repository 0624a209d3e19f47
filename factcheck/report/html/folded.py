"""The folded parts of the page as compact data, from which its script draws what is unfolded.

A quote is cut from the article that is on the page already, so a claim takes a few numbers and
its name. Questions that one article alone answers are rows of the same data.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from factcheck.judge.phrasing import answer, listed
from factcheck.models import Article, Claim, Part
from factcheck.naming import printed_words
from factcheck.report.html.quotes import remark
from factcheck.report.html.view import Card, Page
from factcheck.report.printable import inert
from factcheck.report.standing import place
from factcheck.results import Report

Row = list[object]


def folded(report: Report, page: Page) -> str:
    """The data of a page as JSON for a script element: `claims` in the order of their anchors;
    `outlets` begin the names of claims, one for each article; `words` are those that the claims
    refer to by number."""
    numbers = {article.id: number for number, article in enumerate(report.articles, 1)}
    articles = {article.id: article for article in report.articles}
    outlets = {claim.article_id: claim.name.partition(":")[0] for claim in report.claims}
    characters, words = _Characters(articles), _Words()
    data = {
        "outlets": [outlets.get(article.id, "") for article in report.articles],
        "claims": [
            [
                numbers[claim.article_id],
                int(claim.part is Part.TITLE),
                *characters.of(claim),
                printed_words(claim.name),
                words.number(place(claim, articles[claim.article_id])),
                words.number(answer(claim)),
                words.number(claim.rule),
                words.number(remark(claim, articles[claim.article_id])),
            ]
            for claim in report.claims
        ],
        "words": words.known,
        "single": [_row(card, page) for card in (page.single.cards if page.single else ())],
    }
    # "</script>" and "<!--" would end or alter the element (HTML standard, 4.12.1.3).
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _row(card: Card, page: Page) -> Row:
    """What the page's script needs to list, filter and search a card that is folded."""
    return [
        card.number,
        card.group.label,
        listed([position.answer for position in card.positions]),
        card.group.kind,
        card.group.confidence.value,
        " ".join(map(str, card.outlets)),
        "; ".join(card.places),
        claims_of(card.claims, page.anchors),
        *[*card.weaker, *card.reasons],
    ]


def claims_of(claims: tuple[tuple[str, int | None], ...], anchors: Mapping[str, str]) -> str:
    """Claims in the short form of the page's script, "12.0 14": the number of each, from its
    anchor, then the number of its colour, if any. `claims` are pairs of id and colour; those that
    the page does not show have no anchor and are left out."""
    return " ".join(
        anchors[name].removeprefix("claim-") + ("" if colour is None else f".{colour}")
        for name, colour in claims
        if name in anchors
    )


class _Words:
    """A table of strings that many claims share, each kept once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, words: str) -> int:
        """The number of a string, which is added if it is new."""
        return self._numbers.setdefault(words, len(self._numbers))

    @property
    def known(self) -> list[str]:
        """All strings, in the order of their numbers."""
        return list(self._numbers)


class _Characters:
    """Offsets in texts as a browser counts them: in units of UTF-16, ends of lines as one."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._articles = articles
        self._counts: dict[tuple[str, str], Callable[[int], int]] = {}

    def of(self, claim: Claim) -> tuple[int, int, int, int]:
        """The offset of a figure, and the lengths of its sentence before it, of the figure, and of
        the sentence behind it."""
        count = self._counted(claim)
        first, start, stop, last = map(
            count, (claim.sentence.start, claim.span.start, claim.span.end, claim.sentence.end)
        )
        return start, start - first, stop - start, last - stop

    def _counted(self, claim: Claim) -> Callable[[int], int]:
        """The function that converts offsets of a claim's text to those of a browser, made once for
        each text."""
        key = claim.article_id, claim.part.value
        if key not in self._counts:
            text = self._articles[claim.article_id].part(claim.part)
            # Most texts are counted alike by all.
            alike = "\r" not in text and max(text, default="") <= "\uffff"
            self._counts[key] = (lambda at: at) if alike else _units(text)
        return self._counts[key]


def _units(text: str) -> Callable[[int], int]:
    """A function that converts an offset of a text to that of a browser: in UTF-16 units, with a
    line break as one."""
    found = [0]
    for before, character in zip(" " + text, inert(text), strict=False):
        ends = before == "\r" and character == "\n"  # "\r\n" is one character on a page
        found.append(found[-1] + (0 if ends else 1 + (character > "\uffff")))
    return found.__getitem__
