"""The possible questions of the page as plain values for its templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.models import Article
from factcheck.narrowing import outlet_of
from factcheck.report.asking import (
    PossibleAnswer,
    agreed,
    asked,
    fits_and_open,
    left_out,
    sides_of,
    worth_asking,
)
from factcheck.report.html.quotes import Quote, quote_of
from factcheck.results import Possible, Report


@dataclass(frozen=True)
class PossibleView:
    """A possible question on the page: what to ask, what it is about, a quote for each answer, all
    of the claims, and what fits and is open. `outlets` are numbers of the publishers."""

    number: int
    kind: str
    outlets: tuple[int, ...]
    question: str
    about: str
    quotes: tuple[Quote, ...]
    claims: tuple[tuple[str, int | None], ...]
    reasons: tuple[str, ...]
    places: tuple[str, ...]


def questions_to_ask(report: Report) -> tuple[PossibleView, ...]:
    """The possible questions on the page, the likeliest first."""
    articles = {article.id: article for article in report.articles}
    publishers = tuple(dict.fromkeys(outlet_of(article) for article in report.articles))
    asks = enumerate(worth_asking(report.possible), 1)
    agreements = agreed(report.groups)
    return tuple(
        _asked(each, number, sides_of(each, articles, agreements), articles, publishers)
        for number, each in asks
    )


def _asked(
    possible: Possible,
    number: int,
    sides: Sequence[PossibleAnswer],
    articles: Mapping[str, Article],
    publishers: Sequence[str],
) -> PossibleView:
    """A possible question on the page, with the first quote of each side."""
    first = [quote_of(side.claims[0], articles[side.claims[0].article_id], None) for side in sides]
    outlets = {name for side in sides for name in side.outlets}
    return PossibleView(
        number=number,
        kind=possible.kind,
        outlets=tuple(place for place, name in enumerate(publishers) if name in outlets),
        question=asked(possible, sides),
        about=possible.question,
        quotes=tuple(first),
        claims=tuple((claim.id, None) for side in sides for claim in side.claims),
        reasons=tuple(filter(None, (*fits_and_open(possible), left_out(sides)))),
        places=tuple(dict.fromkeys(c.place.casefold() for c in possible.claims if c.place)),
    )
