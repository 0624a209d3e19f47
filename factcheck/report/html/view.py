"""The contents of the page as plain values for its templates: no markup here, no logic there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.judge.phrasing import day, listed, number_of, spread_in_words
from factcheck.models import Article, Claim, Part
from factcheck.narrowing import outlet_of
from factcheck.report.addresses import web_address
from factcheck.report.asking import worth_asking
from factcheck.report.charts import PALETTE
from factcheck.report.html.marking import MarkedPiece, pieces
from factcheck.report.html.questions import PossibleView, questions_to_ask
from factcheck.report.html.quotes import Quote, quote_of
from factcheck.report.standing import (
    dependence,
    first_of_each_article,
    material_of,
    whom_to_ask,
)
from factcheck.report.wording import (
    PHASES,
    day_of,
    decided,
    heading_of,
    in_time,
    kind_in_words,
    phase_of,
    reasons,
    speakers,
    sureness,
)
from factcheck.results import Confidence, Group, Position, Report, Verdict

_LINK = re.compile(r"https?://[^\s\x00-\x1f]+", re.IGNORECASE)
# The anchor, which is the verdict but for conflicts inside one article and possible agreements,
# the title and a note.
INSIDE = "inside"
UNSURE = "unsure"
CHAPTERS = (
    (Verdict.CONFLICT.value, "Conflicts", "The sources contradict each other."),
    (INSIDE, "Inside one article", "An article contradicts itself: its own desk will mend it."),
    (Verdict.UPDATE.value, "Updates",
     "The figure changed, and the texts or their dates say so: the first figure stands first."),
    (Verdict.TENSION.value, "Tensions",
     "No contradiction in logic, but a reader takes different things from the words."),
    (Verdict.COMPATIBLE.value, "Compatible", "Different words, no contradiction."),
    (Verdict.AGREE.value, "Agreements", "The same figure or day."),
    (UNSURE, "Possible agreements",
     "The articles do not say whether they speak of one thing: read the quotes."),
    (Verdict.SINGLE.value, "Reported by one article only", "Nothing to compare with."),
)  # fmt: skip
_URGENT = (Verdict.CONFLICT.value, INSIDE)
_NOUNS = (
    (Verdict.CONFLICT, "conflict"),
    (Verdict.UPDATE, "update"),
    (Verdict.TENSION, "tension"),
    (Verdict.COMPATIBLE, "compatible answer"),
    (Verdict.AGREE, "agreement"),
    (UNSURE, "possible agreement"),
)


@dataclass(frozen=True)
class Holder:
    """An outlet that holds a position, and the claim in which it does."""

    outlet: str
    claim: str | None


@dataclass(frozen=True)
class PositionView:
    """A row of the list beside the chart. `colour` numbers the colours from 0."""

    colour: int
    answer: str
    holders: tuple[Holder, ...]
    speakers: str
    phase: str
    as_of: str
    origins: str


@dataclass(frozen=True)
class Card:
    """A group on the page: `number` is that of its anchor, `outlets` are numbers of the publishers,
    `quotes` are those that decide, `claims` all of its claims with the colours of their positions,
    `sources` says whom to ask and `weaker` what makes several answers one witness."""

    number: int
    group: Group
    heading: str
    kind: str
    outlets: tuple[int, ...]
    figures: str
    positions: tuple[PositionView, ...]
    reasons: tuple[str, ...]
    quotes: tuple[Quote, ...]
    claims: tuple[tuple[str, int | None], ...]
    sure: str
    sources: str
    weaker: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def full(self) -> bool:
        """Whether there is something to compare, and so a chart and a list of positions."""
        return len(self.positions) > 1


@dataclass(frozen=True)
class ArticleView:
    """An article with its claims marked."""

    number: int
    article: Article
    outlet: str
    published: str
    link: str | None
    title: tuple[MarkedPiece, ...]
    pieces: tuple[MarkedPiece, ...]
    claims: str
    credited: str


@dataclass(frozen=True)
class Chapter:
    """The groups of one verdict."""

    title: str
    note: str
    anchor: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Page:
    """The contents of the whole page. `anchors`, `cards` and `asks` (the number of a question) are
    by claim id.

    Possible questions (`possible`) follow the conflicts (`urgent`). The questions of one article
    only come last, below the articles: they are many.
    """

    title: str
    summary: str
    urgent: tuple[Chapter, ...]
    possible: tuple[PossibleView, ...]
    settled: tuple[Chapter, ...]
    single: Chapter | None
    articles: tuple[ArticleView, ...]
    kinds: tuple[tuple[str, str], ...]
    verdicts: tuple[str, ...]
    publishers: tuple[str, ...]
    notes: tuple[str, ...]
    anchors: Mapping[str, str] = field(repr=False)
    cards: Mapping[str, Card] = field(repr=False)
    asks: Mapping[str, int] = field(repr=False)

    def lead(self, claim: str) -> tuple[str, str, int]:
        """The sort, place and number of what the mark of a claim leads to: its group, or else the
        question that it may answer."""
        if claim in self.cards:
            card = self.cards[claim]
            return card.group.verdict.value, f"group-{card.number}", card.number
        return Confidence.POSSIBLE.value, f"ask-{self.asks[claim]}", self.asks[claim]


def page_of(report: Report) -> Page:
    """The page of a report."""
    publishers = tuple(dict.fromkeys(outlet_of(article) for article in report.articles))
    anchors = {claim.id: f"claim-{number}" for number, claim in enumerate(report.claims, 1)}
    articles = {article.id: article for article in report.articles}
    claims: dict[str, list[Claim]] = {name: [] for name in articles}
    for claim in report.claims:
        claims[claim.article_id].append(claim)
    cards: dict[str, Card] = {}
    chapters = []
    number = 0
    for anchor, title, note in CHAPTERS:
        found = []
        for group in report.groups:
            if _chapter_of(group) == anchor:
                number += 1
                card = card_of(group, articles, number, publishers)
                found.append(card)
                for claim in group.claims:
                    # A figure that does not add up has a question of its own too: its mark leads
                    # to the slip.
                    cards.setdefault(claim.id, card)
        if found:
            chapters.append(Chapter(title, note, anchor, tuple(found)))
    possible = questions_to_ask(report)
    asks = {claim: one.number for one in reversed(possible) for claim, _ in one.claims}
    leading = cards.keys() | asks.keys()
    kinds = {group.kind for group in report.groups} | {
        each.kind for each in worth_asking(report.possible)
    }
    return Page(
        title=f"What {number_of(len(report.articles), 'article')} claim",
        summary=summary(report),
        urgent=tuple(c for c in chapters if c.anchor in _URGENT),
        possible=possible,
        settled=tuple(c for c in chapters if c.anchor not in (*_URGENT, Verdict.SINGLE.value)),
        single=next((c for c in chapters if c.anchor == Verdict.SINGLE.value), None),
        articles=tuple(
            _article(article, place, [c for c in claims[article.id] if c.id in leading])
            for place, article in enumerate(report.articles, 1)
        ),
        kinds=tuple(
            sorted(((kind, kind_in_words(kind)) for kind in kinds), key=lambda one: one[1])
        ),
        verdicts=tuple(
            dict.fromkeys(card.group.verdict.value for c in chapters for card in c.cards)
        ),
        publishers=publishers,
        notes=report.notes,
        anchors=anchors,
        cards=cards,
        asks=asks,
    )


def _chapter_of(group: Group) -> str:
    """The chapter of a group: its verdict, or that of conflicts inside one story, or of possible
    agreements."""
    if group.unsure:
        return UNSURE
    return INSIDE if group.inside_one_story else group.verdict.value


def summary(report: Report) -> str:
    """ "5 articles, 96 claims, 45 questions: 3 conflicts, …"."""
    chapters = Counter(_chapter_of(group) for group in report.groups)
    found = [number_of(chapters[of], noun) for of, noun in _NOUNS if chapters[of]]
    if chapters[INSIDE]:
        found.append(f"{number_of(chapters[INSIDE], 'conflict')} inside one article")
    if asks := worth_asking(report.possible):
        found.append(f"{number_of(len(asks), 'question')} to ask")
    size = ", ".join(
        number_of(number, noun)
        for number, noun in (
            (len(report.articles), "article"),
            (len(report.claims), "claim"),
            (len(report.groups), "question"),
        )
    )
    return f"{size}: {', '.join(found) or 'nothing to compare'}."


def card_of(
    group: Group,
    articles: Mapping[str, Article],
    number: int = 0,
    publishers: Sequence[str] = (),
) -> Card:
    """The card of a group. Without its `articles`, quotes are the bare words of the claims."""
    colours = {
        claim: _colour(place)
        for place, position in enumerate(group.positions)
        for claim in position.claims
    }
    claims = {claim.id: claim for claim in group.claims}
    deciding = [name for name in group.deciding if name in claims] or _speaking(group)
    outlets = {outlet_of(articles[c.article_id]) for c in group.claims if c.article_id in articles}
    distance = spread_in_words(group.spread)
    figures = [distance] if distance else []
    return Card(
        number=number,
        group=group,
        heading=heading_of(group),
        kind=kind_in_words(group.kind),
        outlets=tuple(place for place, name in enumerate(publishers) if name in outlets),
        figures=", ".join([*figures, number_of(len(group.origins), "origin")]),
        positions=tuple(_position(place, group, articles) for place in _in_order(group)),
        reasons=tuple(reasons(group) if len(group.positions) > 1 else decided(group)),
        quotes=tuple(
            quote_of(claims[name], articles.get(claims[name].article_id), colours.get(name))
            for name in deciding
        ),
        claims=tuple((name, colours.get(name)) for name in claims),
        sure=sureness(group),
        sources=whom_to_ask(group, articles),
        weaker=tuple(dependence(group, articles)),
        places=tuple(dict.fromkeys(c.place.casefold() for c in group.claims if c.place)),
    )


def _speaking(group: Group) -> list[str]:
    """The ids of the claims that speak for a group in which nothing is decided: the first, but the
    first of each article for a possible agreement."""
    of_each = [claim.id for claim in first_of_each_article(group)]
    return of_each if group.unsure else of_each[:1]


def _colour(place: int) -> int:
    """The colour of the position at this place; the last one serves all behind it."""
    return min(place, len(PALETTE) - 1)


def _in_order(group: Group) -> list[int]:
    """The indices of the positions in their order on the page: by time where the figure changed."""
    held = list(group.positions)
    ordered = in_time(held, group) if group.verdict is Verdict.UPDATE else held
    return [held.index(position) for position in ordered]


def _position(place: int, group: Group, articles: Mapping[str, Article]) -> PositionView:
    """A position of a group on the page."""
    position = group.positions[place]
    claims = {claim.id: claim for claim in group.claims}
    phase = phase_of(position, group)
    # The day on which a date was printed says nothing of the date.
    figures = any(claim.quantity for claim in group.claims)
    return PositionView(
        colour=_colour(place),
        answer=position.answer,
        holders=tuple(_holders(position, claims, articles)),
        speakers=speakers(position, group, articles),
        phase="" if phase is None else PHASES[phase],
        as_of=day_of(position, group) if figures else "",
        origins=number_of(position.origins, "origin"),
    )


def _holders(
    position: Position, claims: Mapping[str, Claim], articles: Mapping[str, Article]
) -> Iterable[Holder]:
    """The outlets of a position, each with its first claim where the articles are known."""
    first: dict[str, str] = {}
    for name in position.claims:
        if name in claims and claims[name].article_id in articles:
            first.setdefault(outlet_of(articles[claims[name].article_id]), name)
    return [Holder(publisher, first.get(publisher)) for publisher in position.publishers]


def _article(article: Article, number: int, claims: Sequence[Claim]) -> ArticleView:
    """An article on the page: its text in pieces, marked where there are claims."""
    return ArticleView(
        number=number,
        article=article,
        outlet=outlet_of(article),
        published="" if article.published is None else day(article.published),
        link=web_address(article.url),
        title=pieces(article.title, [c for c in claims if c.part is Part.TITLE]),
        pieces=pieces(article.text, [c for c in claims if c.part is Part.TEXT]),
        claims=number_of(len(claims), "claim"),
        credited=listed(material_of(article)),
    )
