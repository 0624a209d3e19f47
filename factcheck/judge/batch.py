"""The batch that is judged: its articles, their copies, the policy."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from typing import NamedTuple

from factcheck.interval import Interval
from factcheck.judge.movement import movement_of
from factcheck.kinds import Movement, Weight
from factcheck.lexicon import Lexicon, any_of, beginning, load
from factcheck.models import Article, Claim, Period
from factcheck.policy import Policy
from factcheck.provenance.origins import Copies, masked_sentence


class _Preliminary(Lexicon):
    """The shape of `preliminary.toml`."""

    tentative: tuple[str, ...]
    peak: tuple[str, ...]
    anywhere: tuple[str, ...]
    near: tuple[str, ...]


class _Cues(NamedTuple):
    """The patterns of the words in `preliminary.toml`."""

    tentative: re.Pattern[str]
    peak: re.Pattern[str]
    anywhere: re.Pattern[str]
    near: re.Pattern[str]


@dataclass(frozen=True)
class Batch:
    """The articles of one report and how to judge them. `movements` and `weights` go by the
    kind's name."""

    articles: Mapping[str, Article]
    copies: Copies
    policy: Policy
    movements: Mapping[str, Movement]
    weights: Mapping[str, Weight] = field(default_factory=dict)
    _breaking: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)
    _said: dict[tuple[object, ...], bool] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The place of each article in the batch, by its id."""
        return {article: rank for rank, article in enumerate(self.articles)}

    def movement(self, claims: Sequence[Claim]) -> Movement:
        """How the figure of a group moves, given its claims."""
        return movement_of(claims, self.movements, self.articles, self.policy)

    def weight(self, kind: str, claims: Sequence[Claim]) -> Weight:
        """The weight to an editor of a figure of this kind; the dead of an earlier event, given as
        background, are no news."""
        if all(claim.question.earlier for claim in claims):
            return Weight.OTHER
        return self.weights.get(kind, Weight.OTHER)

    def outlet(self, claim: Claim) -> str:
        """Who publishes the claim: the publisher, or the article's id where none is known."""
        return self.articles[claim.article_id].publisher or claim.article_id

    def sentence(self, claim: Claim) -> tuple[str, ...]:
        """The words of the claim's sentence, digits masked."""
        return masked_sentence(claim.sentence.of(self.articles[claim.article_id].part(claim.part)))

    def period_of(self, claim: Claim) -> Period | None:
        """The period as of which a claim is given, else the day of print."""
        if claim.as_of is not None:
            return claim.as_of
        published = self.articles[claim.article_id].published
        return None if published is None else Period(start=published, end=published)

    def counted_on(self, claim: Claim) -> Interval[date] | None:
        """The days from which a count may date: as of when it is given, else the day of print."""
        if claim.as_of is not None and (days := claim.as_of.days()) is not None:
            return days
        published = self.articles[claim.article_id].published
        return None if published is None else Interval.point(published)

    def is_tentative(self, claim: Claim) -> bool:
        """Whether the sentence itself announces another figure: "a preliminary 7.9"."""
        cues = _preliminary(self.articles[claim.article_id].language)
        return self._says(cues.tentative, claim, 0)

    def is_peak(self, claim: Claim) -> bool:
        """Whether the sentence calls a figure the highest: "at the height of the outage"."""
        return self._says(_preliminary(self.articles[claim.article_id].language).peak, claim, 0)

    def is_preliminary(self, claim: Claim) -> bool:
        """Whether the text says that this count is not the last: "so far", "could rise"."""
        article = self.articles[claim.article_id]
        cues = _preliminary(article.language)
        if article.id not in self._breaking:
            self._breaking[article.id] = cues.anywhere.search(article.text) is not None
        return self._breaking[article.id] or self._says(cues.near, claim, self.policy.around)

    def _says(self, pattern: re.Pattern[str], claim: Claim, beyond: int) -> bool:
        """Whether a pattern is found in the sentence of a claim or within `beyond` characters of
        it. Cached, since a hundred figures of one sentence ask for it."""
        sentence = claim.sentence
        asked = (pattern, claim.article_id, claim.part, sentence.start, sentence.end)
        if asked not in self._said:
            text = self.articles[claim.article_id].part(claim.part)
            around = text[max(0, sentence.start - beyond) : sentence.end + beyond]
            self._said[asked] = pattern.search(around) is not None
        return self._said[asked]


@cache
def _preliminary(language: str) -> _Cues:
    """The patterns of words that mark a figure as tentative, the highest or preliminary, for a
    language."""
    words = load("preliminary", _Preliminary, language)
    return _Cues(*(
        re.compile(rf"{beginning(phrases)}(?<!\w){any_of(phrases)}(?!\w)", re.IGNORECASE)
        for phrases in (words.tentative, words.peak, words.anywhere, words.near)
    ))  # fmt: skip
