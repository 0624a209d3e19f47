"""Possible questions in the words of a question to the desk: the answers, and who gives which.

"18 children (Harbour Gazette) or 16 (two others): the same count?"
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from factcheck.clauses.lexicon import clause_lexicon
from factcheck.judge.phrasing import answer, listed
from factcheck.judge.speaking import in_small
from factcheck.kinds import EventDate, EventTime
from factcheck.models import Article, Claim, Dimension
from factcheck.narrowing import outlet_of
from factcheck.report.wording import in_words, restates
from factcheck.results import Group, Possible, Verdict
from factcheck.text.inflection import plural, singular

_MOST_ANSWERS, _FEWEST = 4, 2
_NONE: Mapping[str, str] = MappingProxyType({})
_NUMBER_OF_A_NAME = re.compile(r" \d+\b")
_ASKED = {
    Dimension.COUNT: "the same count",
    Dimension.RATE: "the same count",
    Dimension.MONEY: "the same sum",
    Dimension.PERCENT: "the same share",
    Dimension.AGE: "the age of one person",
    Dimension.DISTANCE: "the same length or distance",
    Dimension.DURATION: "the same length of time",
    Dimension.SPEED: "the same speed",
    Dimension.TEMPERATURE: "the same temperature",
    Dimension.MAGNITUDE: "the same event",
    Dimension.AREA: "the same area",
    Dimension.SCORE: "the same score",
}


@dataclass(frozen=True)
class PossibleAnswer:
    """One of the answers in words, with the claims that give it and their outlets."""

    answer: str
    outlets: tuple[str, ...]
    claims: tuple[Claim, ...]

    def with_more(self, other: PossibleAnswer) -> PossibleAnswer:
        """The side of two answers that agree: "at least 4 / 5"."""
        return PossibleAnswer(
            f"{self.answer} / {other.answer}",
            tuple(dict.fromkeys(self.outlets + other.outlets)),
            self.claims + other.claims,
        )


def worth_asking(every: Iterable[Possible]) -> tuple[Possible, ...]:
    """The possible questions with a reason, in order; those where only the sort of the answers fits
    are kept for programs. Figures that one article gives both of are those of two things: whoever
    prints "19 killed" and "29 killed" has two fires in mind. Days come last then, since an article
    may err on what happened when."""
    reasoned = [(one, _distinguished(one)) for one in every if one.fits]
    days = [one for one, distinct in reasoned if distinct and one.claims[0].quantity is None]
    return (*(one for one, distinct in reasoned if not distinct), *days)


def _distinguished(possible: Possible) -> bool:
    """Whether all articles that give one of the two likeliest answers give the other too."""
    given: dict[tuple[object, ...], set[str]] = {}
    for claim in possible.claims:
        given.setdefault(_answer_key(claim), set()).add(claim.article_id)
    one, other = (*given.values(), set(), set())[:2]
    return one <= other or other <= one


def agreed(groups: Iterable[Group]) -> dict[str, str]:
    """The agreement that each claim is part of, by the ids of both: what a report tells as one
    answer it does not ask about."""
    agreeing = (Verdict.AGREE, Verdict.COMPATIBLE)
    return {
        claim.id: group.id
        for group in groups
        if group.verdict in agreeing and not group.unsure
        for claim in group.claims
    }


def sides_of(
    possible: Possible,
    articles: Mapping[str, Article],
    agreements: Mapping[str, str] = _NONE,
) -> tuple[PossibleAnswer, ...]:
    """The answers in the order of their first claims; "almost 10,000" and "about 10,000" are one.

    A count names its noun, and again only where another one is counted: "12 navy ships" or
    "three vessels", "18 children" or "16". `articles` are by id, `agreements` as `agreed` gives
    them: answers of one are one side, "at least 4 / 5".
    """
    held: dict[tuple[object, ...], list[Claim]] = {}
    for claim in possible.claims:
        if any(restates(claim, other) for other in possible.claims):
            continue
        held.setdefault(_answer_key(claim), []).append(claim)
    found: list[PossibleAnswer] = []
    nouns: set[str] = set()
    for claims in held.values():
        worded = Counter(answer(claim) for claim in claims).most_common(1)[0][0]
        speaking = next(claim for claim in claims if answer(claim) == worded)
        noun = _noun(speaking, articles)
        if noun and not (nouns and (speaking.question.head or noun) in nouns):
            nouns.add(speaking.question.head or noun)
            worded = f"{worded} {noun}"
        outlets = dict.fromkeys(outlet_of(articles[claim.article_id]) for claim in claims)
        found.append(PossibleAnswer(worded, tuple(outlets), tuple(claims)))
    return _merged(found, agreements)


def _merged(
    sides: Iterable[PossibleAnswer], agreements: Mapping[str, str]
) -> tuple[PossibleAnswer, ...]:
    """The sides, with those merged that the report tells as one agreement."""
    found: dict[object, PossibleAnswer] = {}
    for side in sides:
        homes = {agreements.get(claim.id) for claim in side.claims}
        home: object = next(iter(homes)) if len(homes) == 1 and None not in homes else side
        known = found.get(home)
        found[home] = side if known is None else known.with_more(side)
    return tuple(found.values())


def foremost(sides: Sequence[PossibleAnswer]) -> Sequence[PossibleAnswer]:
    """The answers that a question names: of days only the two likeliest, as others may be those of
    another event; and so of more figures than can be read aloud, since what fits is told of the
    two."""
    figures = any(claim.quantity for side in sides for claim in side.claims)
    return sides if figures and len(sides) <= _MOST_ANSWERS else sides[:_FEWEST]


def left_out(sides: Sequence[PossibleAnswer]) -> str:
    """A sentence on the answers that a question does not name; empty where it names all."""
    number = len(sides) - len(foremost(sides))
    answers = "answer" if number == 1 else "answers"
    return f"Less likely: {in_words(number)} more {answers}." if number else ""


def asked(possible: Possible, sides: Iterable[PossibleAnswer]) -> str:
    """A possible question as one line to the desk."""
    every = list(sides)
    alone = len({side.outlets for side in every}) == 1  # the same outlets give all of the answers
    shown = foremost(every)
    answers = [side.answer for side in shown] if alone else list(_with_outlets(shown))
    number = "both" if len(shown) == 2 else "all"
    where = f", {number} in {listed(every[0].outlets)}" if alone else ""
    return f"{listed(answers, 'or')}{where}: {_sort_in_words(possible.claims[0])}?"


def fits_and_open(possible: Possible) -> tuple[str, ...]:
    """Sentences on which slots of the questions agree, and which are open or differ; empty where
    neither is known."""
    parts = (("Fits", possible.fits), ("Open", possible.open))
    return tuple(f"{name}: {'; '.join(reasons)}." for name, reasons in parts if reasons)


def _with_outlets(sides: Iterable[PossibleAnswer]) -> Iterator[str]:
    """Each answer with its outlet in brackets, or with the number of its outlets: "40 (Daily
    Post)", "50 (three others)"."""
    named: set[str] = set()
    for side in sides:
        if len(side.outlets) == 1:
            who = side.outlets[0]
        else:
            others = "others" if named and named.isdisjoint(side.outlets) else "outlets"
            who = f"{in_words(len(side.outlets))} {others}"
        named.update(side.outlets)
        yield f"{side.answer} ({who})"


def _answer_key(claim: Claim) -> tuple[object, ...]:
    """The key by which two claims give one answer here: the figures as written, without their
    hedge."""
    quantity = claim.quantity
    if quantity is None or quantity.vague:
        return (answer(claim),)
    bare = quantity.dimension in (Dimension.AGE, Dimension.COUNT)  # of one noun or another
    unit = None if bare else quantity.unit
    bounds = quantity.low_inclusive, quantity.high_inclusive
    return quantity.low, quantity.high, *bounds, unit, quantity.per


def _noun(claim: Claim, articles: Mapping[str, Article]) -> str:
    """The counted noun as written, where the answer does not state it already."""
    quantity = claim.quantity
    if quantity is None or quantity.vague or quantity.per is not None:
        return ""
    if claim.subject is None or quantity.dimension is not Dimension.COUNT:
        return ""
    if singular(claim.subject) in clause_lexicon().number_nouns:
        return ""  # "the number rose to 245" does not say of what
    if claim.quote.endswith(f"-{claim.subject}"):
        return plural(claim.subject)  # "a four-block radius"
    article = articles[claim.article_id]
    noun = in_small(claim.subject, article.text)
    named = noun.split()[-1][0].isupper() and claim.quote.endswith(claim.subject)
    number = _NUMBER_OF_A_NAME.match(article.part(claim.part), claim.span.end)
    return noun + number[0] if named and number else noun  # "victims of Flight[ 417]"


def _sort_in_words(claim: Claim) -> str:
    """What two claims share if only their sort fits: "the day of one event"."""
    if isinstance(claim, EventTime):
        return "the hour of one event"
    if isinstance(claim, EventDate):
        return "the day of one event"
    if claim.quantity is None:
        return "the same figure"
    if claim.quantity.unit == "category":
        return "the category of one storm at one time"
    return _ASKED.get(claim.quantity.dimension, "the same figure")
