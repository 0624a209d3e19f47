"""What two claims are compared by, worked out once for each claim."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from factcheck.clauses.attributes import attributes
from factcheck.clauses.lexis import lexis
from factcheck.clauses.words import classed_words
from factcheck.kinds import EventDate, EventTime, Kind, Movement
from factcheck.linkage.synonyms import synonyms
from factcheck.models import Article, Claim, Dimension, Part, Period, Section


@dataclass(frozen=True, slots=True)
class Features:
    """One claim, ready to be compared.

    `family` holds what must be equal for two claims to meet at all. Words are in base forms
    and stand for their set of synonyms.
    """

    claim: Claim
    position: int
    family: tuple[str, ...]
    shared_bits: float
    is_the_question: bool
    plain: bool  # of no special kind: a count, a sum
    head: str | None
    generic: bool  # the head is a word for anybody: "people", "victims"
    modifiers: frozenset[str]
    measured: frozenset[str]
    measured_head: str | None
    extents: frozenset[str]  # "length", "depth": which way a distance runs
    names: frozenset[str]
    predicate: str | None
    speech: bool  # the predicate is a verb of saying
    hearsay: bool  # ... and who said it has no name: "officials said on Thursday"
    place: frozenset[str]
    clause: frozenset[str]
    around: frozenset[str]
    figure: tuple[Decimal | None, Decimal | None] | None
    day: Period | None
    moves: bool  # a rising or moving figure may be counted on another day
    supposed: bool  # in a world that did not happen
    ahead: bool  # what is planned, forecast or expected
    earlier: bool  # told of a time well before the article, to compare with


_LONG_BEFORE = 45  # days after which a figure in an article is told for comparison

# Words are weighed as if so many other sentences stood around the batch: in two short reports
# every word of the story is frequent, and yet it tells the story.
_BACKGROUND = 100
_Sentence = tuple[str, Part, int, int]  # article, part, and where the sentence starts and ends


class Words(dict[str, float]):
    """How many bits a word says: the rarer in the batch, the more. Unknown words say most."""

    ceiling: float

    def __init__(self, counts: Mapping[str, int], sentences: int) -> None:
        total = sentences + _BACKGROUND
        super().__init__((word, math.log2(total / (n + 0.5))) for word, n in counts.items())
        self.ceiling = math.log2(total / 1.5)

    def __missing__(self, word: str) -> float:
        return self.ceiling


def features(
    articles: Sequence[Article], claims: Sequence[Claim], kinds: Mapping[str, Kind]
) -> tuple[tuple[Features, ...], Words]:
    """The features of each claim, in order, and what each word of the batch is worth."""
    by_id = {article.id: article for article in articles}
    bags: dict[_Sentence, tuple[frozenset[str], frozenset[str]]] = {}
    counts: Counter[str] = Counter()
    for claim in claims:
        key = _sentence(claim)
        if key not in bags:
            bags[key] = _classed(claim, by_id[claim.article_id])
            counts.update(bags[key][0])
    leads = _lead_days(claims, by_id)
    made = tuple(
        _features(
            claim,
            i,
            *bags[_sentence(claim)],
            by_id[claim.article_id],
            leads.get(claim.article_id),
            kinds.get(claim.kind),
        )
        for i, claim in enumerate(claims)
    )
    return made, Words(counts, len(bags))


def _sentence(claim: Claim) -> _Sentence:
    return claim.article_id, claim.part, claim.sentence.start, claim.sentence.end


def _classed(claim: Claim, article: Article) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a claim's sentence, and those of them that are verbs there."""
    found = classed_words(article.part(claim.part), claim.sentence, article.language)
    bag = frozenset(_stands_for(word, verb, article.language) for word, verb in found)
    return bag, frozenset(word for word, verb in found if verb)


def _stands_for(word: str, verb: bool, language: str) -> str:
    """The word for the set that a word is of in its class: "posted" is no "post", a job. The noun
    of a deed stands for its verb: "the evacuation" is that they were "evacuated"."""
    known = synonyms(language)
    if verb:
        return known.verb(word)
    noun, deeds = known.noun(word), lexis(language).deeds
    deed = deeds.get(word) or deeds.get(noun)
    return noun if deed is None else known.verb(deed)


def _lead_days(claims: Sequence[Claim], articles: Mapping[str, Article]) -> dict[str, Period]:
    """The first day each article names for its own story: what a lead without one means."""
    days: dict[str, Period] = {}
    for claim in claims:
        told = isinstance(claim, EventDate) and claim.section is not Section.CAPTION
        past = _long_before(claim.when, articles[claim.article_id].published)
        if told and claim.when is not None and not past:
            days.setdefault(claim.article_id, claim.when)
    return days


def _features(
    claim: Claim,
    position: int,
    around: frozenset[str],
    said: frozenset[str],
    article: Article,
    lead: Period | None,
    kind: Kind | None,
) -> Features:
    question = claim.question
    known, verbs = synonyms(article.language), lexis(article.language)
    head = None if question.head is None else known.noun(question.head)
    predicate = question.predicate
    quantity = claim.quantity
    extents = frozenset(one.name for one in attributes(article.language))
    # "the cuts were announced": a deed with an object, and not what somebody said
    deed = quantity is None and question.patient and question.predicate in verbs.reporting
    if predicate is not None:
        # "The strike began on Monday": a verb that is light beside a figure may tell an event.
        begins = quantity is None and predicate in verbs.beginnings
        light = predicate in verbs.light and not deed and not begins
        verb = quantity is not None or predicate in said
        predicate = None if light else _stands_for(predicate, verb, article.language)
    speech = question.predicate in verbs.reporting and not deed
    participants = claim.participants if isinstance(claim, EventDate | EventTime) else ()
    return Features(
        claim=claim,
        position=position,
        family=_family(claim),
        shared_bits=kind.data.shared_bits if kind else 0.0,
        is_the_question=kind.data.is_the_question if kind else False,
        plain=not (kind and kind.data.frames),
        head=head,
        generic=question.head in known.people or (head is None and _person(claim)),
        # "police officers" is one word of the story, not two
        modifiers=frozenset(map(known.noun, (*question.modifiers, *participants))) - {head},
        measured=frozenset(map(known.noun, question.measured)),
        measured_head=known.noun(question.measured[0]) if question.measured else None,
        extents=extents & set(question.measured),
        names=frozenset(question.names),
        predicate=predicate,
        speech=speech,
        hearsay=speech and quantity is None and not _has_a_name(claim),
        place=frozenset(question.place),
        clause=frozenset(
            _stands_for(word, word in said, article.language) for word in question.clause
        ),
        around=around,
        figure=None if quantity is None else (quantity.low, quantity.high),
        day=_day(claim, article) or (lead if kind and kind.data.is_the_question else None),
        moves=kind is not None and kind.data.movement is not Movement.FIXED,
        supposed=not claim.status.answers,
        ahead=claim.question.ahead,
        earlier=question.earlier
        or ((question.dated or quantity is None) and _long_before(claim.when, article.published)),
    )


def _day(claim: Claim, article: Article) -> Period | None:
    """The day a claim speaks of. A time long past that only the sentence before names is left
    with that sentence: "A march in 2016 drew 900. The crowd today …"."""
    passed = not claim.question.dated and _long_before(claim.when, article.published)
    return None if passed and claim.quantity is not None else claim.when


def _long_before(when: Period | None, published: date | None) -> bool:
    if when is None or when.end is None or published is None:
        return False
    return (published - when.end).days > _LONG_BEFORE


def _has_a_name(claim: Claim) -> bool:
    """Whether the speaker is named: "Alicia Bárcena", not "a spokeswoman"."""
    said_by = (claim.attribution or "").lower()
    return any(name in said_by for name in claim.question.names)


def _person(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity.unit == "person"


# Dimensions whose figures may answer one question: 129 votes and 129 deputies, six years of
# age and six years.
_COMPARABLE = {
    Dimension.RATE: "count",
    Dimension.SCORE: "count",
    Dimension.AGE: "duration",
    Dimension.PERCENTAGE_POINT: "percent",
}


def _family(claim: Claim) -> tuple[str, ...]:
    """What two claims must share to be compared at all: the sort of answer, and its scope."""
    quantity = claim.quantity
    if quantity is None:
        return (claim.kind,)
    dimension = _COMPARABLE.get(quantity.dimension, quantity.dimension.value)
    unit = quantity.unit if quantity.dimension is Dimension.MEASURE else None
    return (dimension, unit or "")
