"""The features of one claim that comparisons use."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from factcheck.answers.comparable import ComparableAnswer, middle_of
from factcheck.clauses.attributes import attributes
from factcheck.clauses.frames import frames_of
from factcheck.clauses.lexicon import clause_lexicon
from factcheck.clauses.sizes import is_implied
from factcheck.kinds import EventDate, EventTime, Kind, Movement
from factcheck.kinds.frame import KindData
from factcheck.linkage.context import (
    blocking_key_of,
    is_drawn,
    long_before,
    stands_for,
)
from factcheck.linkage.contrast import Token
from factcheck.linkage.model import comparison
from factcheck.linkage.nearby import NearbyWords
from factcheck.linkage.synonyms import synonyms
from factcheck.models import Article, Claim, Period, Question
from factcheck.provenance.origins import Shingle
from factcheck.quantities.lexicon import quantity_lexicon
from factcheck.quantities.subjects import is_person
from factcheck.text.rarity import rarity

FigureEnds = tuple[Decimal | None, Decimal | None]
Beside = tuple[tuple[str, ...], FigureEnds]  # the blocking key of a figure and its ends


@dataclass(slots=True, eq=False, kw_only=True)
class Features:
    """One claim, ready to be compared; immutable once `features` has returned it.

    `blocking_key` holds what must be equal for two claims to be compared at all. Words are in base
    forms and stand for their set of synonyms. Fields without a default are of the claim alone; the
    rest is filled in from its kind, its slots, its article and the other claims.
    """

    claim: Claim
    position: int
    blocking_key: tuple[str, ...]
    names: frozenset[str]
    place: frozenset[str]
    clause: frozenset[str]
    around: frozenset[str]
    figure: FigureEnds | None
    size: float | None  # the figure as written, or the middle of a range
    day: Period | None
    supposed: bool  # in a world that did not happen
    ahead: bool  # what is planned, forecast or expected
    earlier: bool  # of a time well before the article, given to compare with
    drawn: bool  # "four of the raiders": stated with the set that they are drawn from
    bound: bool  # a day that only bounds what happened: "until Monday"
    published: date | None = None  # the day of its article
    moment: datetime | None = None  # of a day with a clock time of a known zone

    # Of its kind; without one, a figure may be of anything.
    label: str = ""  # what it counts: "number of people killed"
    shared_bits: float = 0.0
    is_the_question: bool = False
    plain: bool = True  # of no special kind: a count, a sum
    open: bool = True  # the kind leaves open what happened to those counted: a count, migrants
    may_be: frozenset[str] = frozenset()  # other kinds that may count the same
    perpetrators: bool | None = None  # those who did it; `None` where it makes no difference
    moves: bool = False  # a rising or moving figure may be counted on another day
    of_a_body: bool = False  # the size of a caravan or crowd, which has but one
    outcome: bool = False  # what became of people: who died was not rescued
    rises: bool = False  # counted anew of each day, and only ever more

    # Of its counted noun.
    head: str | None = None
    broader: str | None = None  # a wider noun for the head: "building" for a house
    generic: bool = False  # the head is a word for anybody: "people", "victims"
    modifiers: frozenset[str] = frozenset()

    # Of what it measures.
    measured: frozenset[str] = frozenset()
    measured_head: str | None = None
    measured_frames: frozenset[str] = frozenset()  # the sorts of event that its head may name
    anybodys: bool = False  # what is measured is somebody unnamed: the age of a "man"
    extents: frozenset[str] = frozenset()  # "length", "depth": which way a distance runs
    origin: frozenset[str] = frozenset()  # where a distance is counted from
    origin_names: frozenset[str] = frozenset()  # ... and the names in that
    bearing: str | None = None  # "northeast": where its other end lies from there

    # Of its predicate.
    predicate: str | None = None
    event_noun: bool = False  # a day's event named by a noun: "the deadline"
    speech: bool = False  # the predicate is a verb of saying
    frames: frozenset[str] = frozenset()  # the sorts of event that the predicate may name
    frames_around: frozenset[str] = frozenset()  # ... and those that the words of its clause may

    # Of its sentence and its article.
    answer: ComparableAnswer | None = None
    definite: bool = False  # "the four men", "all 19": said before
    lead: bool = False  # in the headline or the first lines
    given: int = 1  # how often its article gives the same answer
    sentence: frozenset[Shingle] = frozenset()  # runs of its words, figures masked
    beside: frozenset[Beside] = frozenset()  # the other figures of its sentence
    nearby: NearbyWords = field(default_factory=NearbyWords)  # the words near its figure
    # What its pronouns may refer to: the nouns of the last subject before its sentence.
    referents: frozenset[str] = frozenset()
    another: bool = False  # of an event that its text sets beside a first: "another fire"
    part_kinds: frozenset[str] = frozenset()  # "injured", of the 22 in "four of the 22 were hurt"
    whole: str | None = None  # what it is a part of: the "passengers" of "16 children"
    one_of_sorts: bool = False  # "181 passengers and [eight crew]": one of several sorts in a list
    takes_in: frozenset[str] = frozenset()  # "including the gunman"
    leaves_out: frozenset[str] = frozenset()  # "not counting the gunman"
    counts_besides: frozenset[str] = frozenset()  # whom others would not count: "… the gunman"
    sorts: frozenset[str] = frozenset()  # all that one figure counts: "passengers and crew"
    total: bool = True  # its article gives no larger figure of the sort
    themes: frozenset[str] = frozenset()  # what its article speaks of throughout
    content: tuple[Token, ...] = ()  # the content words of its sentence, but for the figure
    article_words: Container[str] = frozenset()  # every word of its article
    clause_names: frozenset[str] = frozenset()  # the names in its own clause, but the speaker's
    sentence_names: frozenset[str] = frozenset()  # the names in its sentence, but the speaker's
    foreign: frozenset[str] = frozenset()  # ... those of them that its lead does not have
    sort_size: int = 1  # how many different answers its article gives of the same sort
    extent_size: int = 0  # ... of the same extent, whatever it is of: winds and the way of a storm
    # The given names of whose age it is, as the article has them elsewhere: "Hartley, 30".
    given_elsewhere: frozenset[str] = frozenset()
    hours: int = 0  # how many hours its article gives for an event of its sort


class WordWeights(dict[str, float]):
    """The bits of each word beyond those that every report has ("people", "city"), computed on
    demand; `of_bag` keeps those of whole bags of words."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.of_bag: dict[frozenset[str], float] = {}
        self._language = language
        self._known = comparison()

    def __missing__(self, word: str) -> float:
        self[word] = max(
            0.0, self._known.says * (rarity(word, self._language) - self._known.everyday)
        )
        return self[word]


def features_of(
    claim: Claim,
    position: int,
    around: frozenset[str],
    said: frozenset[str],
    article: Article,
    lead: Period | None,
    kind: Kind | None,
) -> Features:
    """The features of one claim without those that its sentence, its article and the other claims
    give it. `around` are the words of its sentence, `said` the verbs among them, `lead` is the day
    that its article names first."""
    question, quantity, language = claim.question, claim.quantity, article.language
    one = Features(
        claim=claim,
        position=position,
        blocking_key=blocking_key_of(claim),
        names=frozenset(question.names),
        place=_named_place(question.place, language),
        clause=frozenset(stands_for(word, word in said, language) for word in question.clause),
        around=around,
        figure=None if quantity is None else (quantity.low, quantity.high),
        published=article.published,
        size=None if quantity is None else middle_of((quantity.low, quantity.high)),
        day=_day(claim, article),
        supposed=not claim.status.answers,
        ahead=question.ahead,
        earlier=question.earlier
        or ((question.dated or quantity is None) and long_before(claim.when, article.published)),
        drawn=is_drawn(claim, article),
        bound=question.bound,
    )
    _fill_counted(one, language)
    _fill_measured(one, language)
    _fill_predicate(one, said, language)
    if kind is not None:
        _fill_kind(one, kind.data, lead, language)
    return one


def _named_place(place: Sequence[str], language: str) -> frozenset[str]:
    """What distinguishes a place: "Halden district" by its name, "the border" by its noun."""
    words = frozenset(place)
    return words - clause_lexicon(language).place_nouns or words


def _fill_counted(one: Features, language: str) -> None:
    """Fill in the counted noun and its modifiers."""
    claim, question, known = one.claim, one.claim.question, synonyms(language)
    counted = _of_whom(question)
    head = None if counted is None else known.noun(counted)
    participants = claim.participants if isinstance(claim, EventDate | EventTime) else ()
    # "police officers" is one word of the story, not two
    modifiers = frozenset(map(known.noun, (*question.modifiers, *participants)))
    one.head, one.broader = head, known.broader.get(head or "")
    one.generic = counted in known.people or (head is None and _person(claim))
    one.modifiers = modifiers - {head} - known.unrestricting


def _of_whom(question: Question) -> str | None:
    """The counted noun, or for a "member" of what is counted as a whole that: "24 [crew] members"
    are a crew of 24."""
    member = question.head == "member" and question.modifiers
    return (
        question.modifiers[-1]
        if member and question.modifiers[-1] in _AS_A_WHOLE
        else question.head
    )


_AS_A_WHOLE = frozenset({"crew", "staff"})  # "27 crew": also counted without a noun for one of them


def _fill_measured(one: Features, language: str) -> None:
    """Fill in the measured noun, and the origin and direction of a distance."""
    question, known = one.claim.question, synonyms(language)
    extents = _extents(language)
    things = [known.noun(word) for word in question.measured if word not in extents]
    one.measured, one.measured_head = frozenset(things), things[0] if things else None
    one.measured_frames = frames_of(one.measured_head, language=language)
    one.anybodys = bool(question.measured) and is_person(question.measured[0], quantity_lexicon())
    one.extents = extents & set(question.measured) | _words_of_unit(one.claim)
    one.origin = frozenset(map(known.noun, question.origin))
    names = set(question.names) - clause_lexicon(language).place_nouns
    one.origin_names = frozenset(known.noun(word) for word in question.origin if word in names)
    one.bearing = question.bearing


@cache
def _extents(language: str) -> frozenset[str]:
    """The names of all extents of a language."""
    return frozenset(extent.name for extent in attributes(language))


def _fill_predicate(one: Features, said: frozenset[str], language: str) -> None:
    """Fill in the predicate and its sorts of event."""
    question, verbs, dated = (
        one.claim.question,
        clause_lexicon(language),
        one.claim.quantity is None,
    )
    predicate = question.predicate
    # "the cuts were announced": an act with an object, and not what somebody said
    act = dated and question.patient and predicate in verbs.reporting
    # "The strike began on Monday": a verb that is light beside a figure may state an event.
    light = predicate in verbs.light and not act and not (dated and predicate in verbs.beginnings)
    if predicate is not None and not light:
        one.predicate = stands_for(predicate, not dated or predicate in said, language)
    one.event_noun = predicate not in said
    one.speech = predicate in verbs.reporting - verbs.outcomes and not act
    one.frames = frames_of(predicate, language=language)
    one.frames_around = frames_of(*question.clause, language=language)


def _fill_kind(one: Features, data: KindData, lead: Period | None, language: str) -> None:
    """Fill in what the kind says of all its claims. `lead` is the day of those without one whose
    kind is the question."""
    one.label, one.shared_bits = data.label, data.shared_bits
    one.is_the_question = data.is_the_question
    one.plain = not data.frames
    one.open = one.plain or data.by_noun
    one.may_be = frozenset(data.may_be)
    one.moves = data.movement is not Movement.FIXED
    one.rises = data.movement is Movement.RISING
    one.of_a_body = data.is_the_question and data.movement is Movement.MOVING
    lasting = data.movement in (Movement.RISING, Movement.SLOW)
    one.outcome = data.counts_people and data.is_the_question and lasting
    if data.of_victims:
        one.perpetrators = one.head in synonyms(language).perpetrators
    if data.is_the_question and one.day is None:
        one.day = lead


def _day(claim: Claim, article: Article) -> Period | None:
    """The day that a claim is about. A time long past that only the sentence before names is left
    with that sentence: "A march in 2016 drew 900. The crowd today …"."""
    passed = not claim.question.dated and long_before(claim.when, article.published)
    return None if passed and claim.quantity is not None else claim.when


def _words_of_unit(claim: Claim) -> frozenset[str]:
    """The words for what a unit measures, where these are the whole measured noun: "45 degrees" is
    a temperature."""
    named = None if claim.quantity is None else claim.quantity.dimension.value
    return frozenset({named}) if named is not None and is_implied(named) else frozenset()


def _person(claim: Claim) -> bool:
    """Whether a claim counts people."""
    return claim.quantity is not None and claim.quantity.unit == "person"
