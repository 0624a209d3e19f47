"""The context of a claim in its article: its story, its lead, what was said before."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from factcheck.clauses.frames import frames_of
from factcheck.clauses.joint import outcomes_of
from factcheck.clauses.lexicon import clause_lexicon
from factcheck.clauses.predicate import is_past
from factcheck.clauses.tagging import Tag, Word
from factcheck.clauses.words import classed_words, head_and_modifiers
from factcheck.kinds import EventDate, EventTime
from factcheck.linkage.model import context_bounds
from factcheck.linkage.synonyms import synonyms
from factcheck.models import Article, Claim, Dimension, Part, Period, Section, Span
from factcheck.quantities.lexicon import quantity_lexicon
from factcheck.text.inflection import singular
from factcheck.text.rarity import rarity

SentenceKey = tuple[str, Part, int, int]  # article, part, and where the sentence starts and ends


def whole_of(
    claim: Claim, article: Article, by_span: Mapping[tuple[str, Part, Span], Claim]
) -> str | None:
    """The noun of the whole that a figure is a part of: "155 [passengers], including 16 children",
    "18 children are among the [passengers]"."""
    known = synonyms(article.language)
    if claim.part_of is not None:
        whole = by_span.get((claim.article_id, claim.part, claim.part_of))
        head = None if whole is None else whole.question.head
        return None if head is None else known.noun(head)
    behind = _AMONG.match(article.part(claim.part), claim.span.end, claim.sentence.end)
    return None if behind is None else known.noun(singular(behind["whole"].lower()))


def is_drawn(claim: Claim, article: Article) -> bool:
    """Whether a figure is stated with a set that it is drawn from: "four of the raiders"; but
    not "four of them", which is a part of a count, nor "four of the raiders killed", who died
    anyhow."""
    behind = _WORD.search(article.part(claim.part), claim.span.end, claim.sentence.end)
    *_, last = claim.quote.split()
    beside = {last.lower(), "" if behind is None else behind.group().lower()}
    return _DRAWN.search(claim.quote) is not None and not any(
        word in clause_lexicon().grammar.relatives or is_past(word) for word in beside
    )


_DRAWN = re.compile(r"\bof (?:the|his|her|its|their|our|these|those) (?!\d)", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_AMONG = re.compile(
    r"[^.;]{0,40}?\b(?:among|of|aboard|on board) (?:the|those|these) (?P<whole>[a-z]{3,})\b"
)


def counted_with(claim: Claim, article: Article) -> tuple[frozenset[str], frozenset[str]]:
    """The nouns that a figure explicitly includes, and those that it excludes: "12 dead, including
    the [gunman]"."""
    known = clause_lexicon(article.language)
    takes_in, leaves_out = (
        _head_behind(cue, claim, article) for cue in (known.taking_in, known.leaving_out)
    )
    return takes_in - leaves_out, leaves_out


def counted_besides(takes_in: frozenset[str], added: frozenset[str]) -> frozenset[str]:
    """The nouns of those whom a figure counts and others would not: who did it beside whom he did
    it to ("six dead, including the [gunman]"), and what is only added on a condition."""
    known = synonyms()
    return takes_in & frozenset(map(known.noun, known.perpetrators)) | added


def sorts_of(claim: Claim, language: str) -> frozenset[str]:
    """All that a count of people counts: the outcomes that it joins ("40 killed or wounded") or its
    one, else the nouns that it joins ("242 passengers and crew") or its one."""
    if claim.quantity is None or claim.quantity.unit != "person":
        return frozenset()
    predicate, head = claim.question.predicate or "", claim.question.head
    if outcomes := outcomes_of(predicate, clause_lexicon(language)):
        return outcomes
    known, people = synonyms(language), quantity_lexicon(language).people
    joined = [part.split() for part in (claim.subject or "").split(" and ")]
    nouns = [singular(words[-1].lower()) for words in joined if words]
    if head in nouns and all(noun in people for noun in nouns):
        return frozenset(map(known.noun, nouns))
    return frozenset() if head is None else frozenset({known.noun(head)})


def added_on_condition(sentence: str, language: str) -> frozenset[str]:
    """The nouns of what a sentence adds to its figures on a condition: "79 if suspected [cases] are
    included"."""
    found = _CONDITION.search(sentence)
    head, _ = head_and_modifiers("" if found is None else found["whom"], language)
    return frozenset() if head is None else frozenset({synonyms(language).noun(head)})


def _head_behind(cue: re.Pattern[str], claim: Claim, article: Article) -> frozenset[str]:
    """The head of the phrase behind a cue that stands soon behind a figure, or opens its sentence:
    "Not counting the [gunman], six died"."""
    text, end = article.part(claim.part), claim.sentence.end
    found = cue.search(text, claim.span.end, min(end, claim.span.end + context_bounds().behind))
    found = found or cue.match(text, claim.sentence.start)
    phrase = None if found is None else _TO_A_STOP.match(text, found.end(), end)
    if phrase is None:
        return frozenset()
    head, _ = head_and_modifiers(phrase.group(), article.language)
    return frozenset() if head is None else frozenset({synonyms(article.language).noun(head)})


def counted_by_sorts(claims: Sequence[Claim], articles: Mapping[str, Article]) -> frozenset[str]:
    """The ids of the counts of one kind that one sentence lists by sort: "[181 passengers] and
    [eight crew]"."""
    found: set[str] = set()
    counts = sorted(
        (claim for claim in claims if claim.quantity is not None and claim.scope is None),
        key=lambda claim: (claim.article_id, claim.part, claim.span.start),
    )
    for one, other in pairwise(counts):
        if sentence_key(one) != sentence_key(other) or not _count_the_same(one, other):
            continue
        between = articles[one.article_id].part(one.part)[one.span.end : other.span.start]
        heads = {one.question.head, other.question.head}
        if len(heads) == 2 and None not in heads and _AND.fullmatch(between):
            found |= {one.id, other.id}
    return frozenset(found)


def _count_the_same(one: Claim, other: Claim) -> bool:
    """Whether two counts are of one kind, or both of people with one predicate: of "with 330
    passengers and seven crew" only the first stands right behind the "with" of people aboard."""
    if one.kind == other.kind:
        return True
    people = all(c.quantity is not None and c.quantity.unit == "person" for c in (one, other))
    return people and one.question.predicate == other.question.predicate


def sets_beside(words: Sequence[Word], language: str) -> bool:
    """Whether a sentence brings in an event beside a first: "[another storm] cut off", "a separate
    fire", "in a second trial", "a second helicopter"; "another 30 homes" are others of the same."""
    return any(word.lemma in _SECOND for word in words) or any(
        behind.tag is Tag.NOUN
        and (
            (word.lower in _BESIDE_A_FIRST and bool(frames_of(behind.lemma, language=language)))
            or (word.lower == "second" and at > 0 and words[at - 1].lower == "a")
        )
        for at, (word, behind) in enumerate(pairwise(words))
    )


_SECOND = frozenset({"aftershock", "foreshock", "rematch", "replay", "rerun", "runoff"})
_BESIDE_A_FIRST = frozenset({"another", "other", "separate", "different"})
_AND = re.compile(r"(?:,|,? and|,? as well as|,? plus)\s+")
# Which condition a figure holds under, and not what it is of: "if those missing are included".
_CONDITION = re.compile(
    r"\b(?:if|when|once|with) (?P<whom>[^,.;:()]{3,60}?) (?:(?:is|are|were|was) )?"
    r"(?:included|counted in|added|taken into account)\b",
    re.IGNORECASE,
)
# "the man | who had opened the valve", "the man | suspected of causing it"
_TO_A_STOP = re.compile(
    r"(?:(?!\b(?:who|whom|whose|that|which|of|in|on|at|from|with|by|for|to)\b|\w+(?:ed|ing) of\b)"
    r"[^,.;:()\u2013\u2014])*",
    re.IGNORECASE,
)


def themes_of(
    bags: Mapping[SentenceKey, tuple[frozenset[str], frozenset[str]]],
) -> dict[str, frozenset[str]]:
    """For each article the words that several of its sentences have: they identify its story, and
    nothing inside it."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (article, *_), (words, _) in bags.items():
        counts[article].update(words)
    often = context_bounds().throughout
    return {
        article: frozenset(word for word, number in found.items() if number >= often)
        for article, found in counts.items()
    }


def foreign_names(names: frozenset[str], claim: Claim, lead: str) -> frozenset[str]:
    """The names of a claim's sentence that are rare, not in the lead of its article, and not the
    name of its speaker."""
    said_by, least = (claim.attribution or "").lower(), context_bounds().name
    return frozenset(
        name for name in names if name not in lead and name not in said_by and rarity(name) >= least
    )


_DEFINITE = re.compile(
    r"(?:\b(?:the|all|these|those|both|his|her|their|its|our|my)(?: of (?:the|them|those))?\s*$)",
    re.IGNORECASE,
)


def is_definite(claim: Claim, article: Article) -> bool:
    """Whether the figure has a definite article or the like: "the 12 dead"."""
    if _DEFINITE.search(article.part(claim.part), claim.sentence.start, claim.span.start):
        return True
    return claim.quote.split(" ", 1)[0].lower() in ("the", "all", "both", "these", "those")


def answer_key(claim: Claim) -> tuple[object, ...]:
    """A key that claims of one article share if they repeat one answer: kind or blocking key, and
    value."""
    if claim.quantity is None:
        clock = claim.clock if isinstance(claim, EventTime) else None
        return (claim.article_id, claim.kind, claim.when, clock)
    return (claim.article_id, blocking_key_of(claim), claim.quantity.low, claim.quantity.high)


def sentence_key(claim: Claim) -> SentenceKey:
    """The key of a claim's sentence: article, part and offsets."""
    return claim.article_id, claim.part, claim.sentence.start, claim.sentence.end


def bag_of(words: Sequence[Word], language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a sentence, and the verbs among them."""
    found = classed_words(words)
    bag = frozenset(stands_for(word, verb, language) for word, verb in found)
    return bag, frozenset(word for word, verb in found if verb)


def stands_for(word: str, verb: bool, language: str) -> str:
    """The canonical word of the set of synonyms of a verb or noun; the word itself if it is in no
    set.

    Verbs and nouns are looked up separately: "posted" is not "a post", which is a job. An event
    noun is looked up as its verb: "evacuation" as "evacuate".
    """
    known = synonyms(language)
    if verb:
        return known.verb(word)
    noun, event_nouns = known.noun(word), clause_lexicon(language).event_nouns
    event = event_nouns.get(word) or event_nouns.get(noun)
    return noun if event is None else known.verb(event)


def lead_days(claims: Sequence[Claim], articles: Mapping[str, Article]) -> dict[str, Period]:
    """The first day that each article gives an event, but for captions and times long past. It
    dates claims of the article that have no day."""
    days: dict[str, Period] = {}
    for claim in claims:
        dates = isinstance(claim, EventDate) and claim.section is not Section.CAPTION
        past = long_before(claim.when, articles[claim.article_id].published)
        if dates and claim.when is not None and not past:
            days.setdefault(claim.article_id, claim.when)
    return days


def long_before(when: Period | None, published: date | None) -> bool:
    """Whether a period ends long before publication, by the bounds of the model; one that goes on
    ("since 2010"), whether it began so."""
    last = None if when is None else when.end or when.start
    if last is None or published is None:
        return False
    return (published - last).days > context_bounds().long_before


# Dimensions whose figures may answer one question: 129 votes and 129 deputies, six years of
# age and six years.
_COMPARABLE = {
    Dimension.RATE: "count",
    Dimension.SCORE: "count",
    Dimension.AGE: "duration",
    Dimension.PERCENTAGE_POINT: "percent",
}


def blocking_key_of(claim: Claim) -> tuple[str, ...]:
    """The blocking key of a claim, which two claims must share to be compared: the sort of answer,
    and its scope."""
    quantity = claim.quantity
    if quantity is None:
        return (claim.kind,)
    dimension = _COMPARABLE.get(quantity.dimension, quantity.dimension.value)
    unit = quantity.unit if quantity.dimension is Dimension.MEASURE else None
    return (dimension, unit or "")
