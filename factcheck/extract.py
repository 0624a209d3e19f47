"""From an article to its claims: every figure and date, with what the text says around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from factcheck.clauses.bodies import bodies, body_of, sized
from factcheck.clauses.counted import counted_before, measured_of
from factcheck.clauses.events import event_at
from factcheck.clauses.lexis import Lexis, lexis
from factcheck.clauses.measures import Setting, measured_words
from factcheck.clauses.nominal import befallen, of_deed, of_measured
from factcheck.clauses.places import place_of
from factcheck.clauses.predicate import Predicate, predicate
from factcheck.clauses.segments import Parsed, parsed
from factcheck.clauses.sizes import Size, is_composing, size
from factcheck.clauses.speakers import speaker
from factcheck.clauses.tagging import Tag
from factcheck.clauses.wording import ahead, earlier, phase, scope, status
from factcheck.clauses.words import content, head_and_modifiers, names
from factcheck.further import beyond_a_first
from factcheck.kinds import EventDate, EventTime, Kind, Slots, installed_kinds
from factcheck.models import (
    Article,
    Claim,
    Dimension,
    Period,
    Quantity,
    QuantityMention,
    Question,
    Section,
    Span,
    TimeExpression,
    TimeType,
)
from factcheck.quantities import find_quantities
from factcheck.quantities.lexis import lexis as quantity_lexis
from factcheck.restated import told_alike
from factcheck.text.sections import sections
from factcheck.text.sentences import sentences
from factcheck.times import find_times, infer_published

# A day may be named with a part of it ("Sunday night" is a time in TIMEX3); a clock time has a
# kind of its own.
_DAYS = (TimeType.DATE, TimeType.TIME)
_HEDGED = ("about", "almost")


@dataclass(frozen=True)
class _Reading:
    """An article with everything that was found in it before claims are made."""

    article: Article
    spans: tuple[Span, ...]
    sections: tuple[Section, ...]
    mentions: tuple[QuantityMention, ...]
    times: tuple[TimeExpression, ...]
    dateline: Span | None
    lexis: Lexis

    @cached_property
    def parsed(self) -> tuple[Parsed, ...]:
        """Every sentence with its words and segments."""
        return tuple(parsed(self.article.text, s, self.article.language) for s in self.spans)

    @cached_property
    def bodies(self) -> tuple[str | None, ...]:
        """For each sentence the body of people last named."""
        return bodies(self.parsed, self.lexis)

    @cached_property
    def governing(self) -> tuple[TimeExpression | None, ...]:
        """For each sentence the time that governs it: the main one of the last sentence before it
        in its paragraph that has one. The main time comes first ("jolted the isle on Sunday,
        followed by aftershocks on Monday")."""
        found: list[TimeExpression | None] = []
        last: TimeExpression | None = None
        for i, first in enumerate(self._paragraphs):
            if i == first:
                last = None
            found.append(last)
            last = next(iter(self.dates_in(i)), last)
        return tuple(found)

    @cached_property
    def _dates(self) -> dict[int, list[TimeExpression]]:
        by_sentence: dict[int, list[TimeExpression]] = {}
        for time in self.times:
            at = self.sentence_at(time.span)
            if at is not None and time.type in _DAYS and time.period() is not None:
                by_sentence.setdefault(at, []).append(time)
        return by_sentence

    def dates_in(self, sentence: int) -> list[TimeExpression]:
        """The dates named in a sentence that the calendar can place."""
        return self._dates.get(sentence, [])

    @cached_property
    def _paragraphs(self) -> tuple[int, ...]:
        """For each sentence the index of the first sentence of its paragraph."""
        firsts: list[int] = []
        for i, span in enumerate(self.spans):
            new = i == 0 or "\n" in self.article.text[self.spans[i - 1].end : span.start]
            firsts.append(i if new else firsts[-1])
        return tuple(firsts)

    def context(self, sentence: int) -> frozenset[str]:
        """The base forms of the words of a sentence and of the few before it."""
        if sentence not in self._contexts:
            around = self.parsed[max(0, sentence - 3) : sentence + 1]
            found = frozenset(word.lemma for one in around for word in one.words)
            self._contexts[sentence] = found
        return self._contexts[sentence]

    @cached_property
    def _contexts(self) -> dict[int, frozenset[str]]:
        return {}

    def names_in(self, sentence: int) -> tuple[str, ...]:
        """The names in a sentence, which every figure in it asks for."""
        if sentence not in self._names:
            self._names[sentence] = names(self.parsed[sentence], self.lexis)
        return self._names[sentence]

    @cached_property
    def _names(self) -> dict[int, tuple[str, ...]]:
        return {}

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.spans]

    def sentence_at(self, span: Span) -> int | None:
        """The index of the sentence that a span begins in; `None` inside page furniture."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or self.sections[at] is Section.FURNITURE or span.start >= self.spans[at].end:
            return None
        return at


def extract(article: Article, kinds: Sequence[Kind] | None = None) -> tuple[Claim, ...]:
    """Every claim of an article, in the order of the text.

    `kinds` are asked in order who claims a figure; by default every installed kind. A text of
    any length and script gives claims or none and never raises.
    """
    asked = installed_kinds() if kinds is None else tuple(kinds)
    reading = _read(article)
    found = [
        *(_figure_claim(reading, mention, asked) for mention in reading.mentions),
        *(_time_claim(reading, time) for time in reading.times),
    ]
    claims = told_alike([claim for claim in found if claim is not None])
    in_order = sorted(claims, key=lambda c: (c.span.start, c.span.end, c.kind))
    return tuple(beyond_a_first(in_order, asked))


def _read(article: Article) -> _Reading:
    text = article.text
    spans = sentences(text, article.language)
    printed = infer_published(text, language=article.language)
    return _Reading(
        article=article,
        spans=spans,
        sections=sections(text, spans, article.title, article.language),
        mentions=find_quantities(text),
        times=find_times(
            text, article.published, country=article.country, language=article.language
        ),
        dateline=None if printed is None else printed.span,
        lexis=lexis(article.language),
    )


@dataclass(frozen=True, slots=True)
class _Counted:
    """A quantity with what its clause tells: whom it counts, what befell them, how many."""

    quantity: Quantity
    subject: str | None
    head: str | None
    modifiers: tuple[str, ...]
    measured: tuple[str, ...]
    verb: Predicate
    given: Size | None
    body: str | None


def _counted(reading: _Reading, mention: QuantityMention, at: int, words: range) -> _Counted:
    """What the figure counts and what is told of it, from the words of the mention."""
    sentence, language = reading.parsed[at], reading.article.language
    people = mention.quantity.unit == "person"
    verb = predicate(sentence, words, reading.lexis, people=people)
    given = _size(mention, sentence, words, reading)
    if given is not None:
        verb = replace(verb, verb=given.lemma, patient=True, at=given.verb)
    subject = _subject(mention, sentence, words, verb, given, reading)
    if mention.quantity.dimension is Dimension.COUNT:
        verb = of_deed(sentence, verb, reading.lexis, language)
    phrase, verb = befallen(subject, verb, sentence, words, reading.lexis, language)
    head, modifiers = head_and_modifiers(phrase, language)
    body = body_of(sentence, words, verb, reading.bodies[at], reading.lexis)
    share = mention.quantity.dimension is Dimension.PERCENT
    if body is None and (mention.subject is None or share):
        body = sized(head, reading.bodies[at], reading.lexis)
    if body is not None and head in reading.lexis.groups:
        head, modifiers = None, ()  # whom a crowd consists of is left unsaid
    measured, verb = of_measured(
        measured_words(
            Setting(reading.article.text, sentence, words, verb, given, reading.lexis, language),
            mention.quantity.dimension,
            subject,
        ),
        verb,
        given,
        mention.quantity.dimension,
        reading.lexis,
        language,
    )
    return _Counted(
        quantity=_of_people(mention.quantity, head, body, verb, reading),
        subject=subject,
        head=head,
        modifiers=modifiers,
        measured=measured,
        verb=verb,
        given=given,
        body=body,
    )


def _slots(told: _Counted, words_around: Sequence[str], context: frozenset[str]) -> Slots:
    named = (*told.modifiers, told.head) if told.head else told.modifiers
    return Slots(
        dimension=told.quantity.dimension,
        unit=told.quantity.unit,
        per=told.quantity.per,
        head=told.head,
        subject=frozenset(named),
        measured=frozenset(told.measured),
        verb=told.verb.verb,
        patient=told.verb.patient,
        preposition=told.verb.preposition,
        body=told.body,
        clause=frozenset(words_around),
        context=context,
    )


def _figure_claim(
    reading: _Reading, mention: QuantityMention, kinds: Sequence[Kind]
) -> Claim | None:
    at = reading.sentence_at(mention.span)
    if at is None:
        return None
    sentence, text = reading.parsed[at], reading.article.text
    words = sentence.inside(mention.span)
    told = _counted(reading, mention, at, words)
    where = sentence.verb_range(max(words.start, words.stop - 1))  # "between 20 and 30 guards"
    around = (*range(where.start, words.start), *range(words.stop, where.stop))
    clause = content(sentence, around, reading.lexis)
    lemmas = sentence.lemmas()
    # "31 dead and 1,000 injured": what the figure's own phrase tells leaves nothing to the clause
    near = () if told.verb.own else (*clause, *(lemmas[i] for i in around))
    slots = _slots(told, near, reading.context(at))
    chosen = next((kind for kind in kinds if kind.claims(slots)), None)
    if chosen is None:
        return None
    verb = told.verb
    quantity = _with_people(told.quantity) if chosen.data.counts_people else told.quantity
    place = place_of(sentence, words, reading.lexis)
    when, dated = _when(reading, at, mention.span)
    said_by = speaker(sentence, text, reading.lexis)
    return chosen.claim(
        article_id=reading.article.id,
        span=mention.span,
        quote=mention.quote,
        sentence=sentence.span,
        quantity=quantity,
        subject=told.subject,
        place=None if place is None else place.of(text),
        when=when,
        as_of=_said_on(reading, at, sentence) or _as_of(reading.article),
        attribution=None if said_by is None else said_by.of(text),
        change=mention.change,
        phase=phase(sentence, words, verb, text, reading.lexis),
        scope=scope(sentence, mention.span, mention.figure, text, reading.lexis),
        part_of=mention.part_of,
        restates=mention.restates,
        status=status(sentence, mention.span, text, reading.lexis),
        section=reading.sections[at],
        question=Question(
            head=told.head,
            modifiers=told.modifiers,
            measured=told.measured,
            names=reading.names_in(at),
            predicate=_deed(told),
            patient=verb.patient,
            place=() if place is None else _place_words(place.of(text), reading),
            body=told.body,
            clause=clause,
            ahead=ahead(sentence, where, text, reading.lexis),
            dated=dated,
            earlier=earlier(sentence, where, text, reading.lexis),
        ),
        rule=mention.rule,
        **chosen.fields(slots),
    )


def _deed(told: _Counted) -> str | None:
    """The verb that tells what happened; `None` where it only gives a figure."""
    verb, given = told.verb.verb, told.given
    only = given is not None and not given.tells and verb == given.lemma
    share = told.quantity.dimension is Dimension.PERCENT and is_composing(verb)
    return None if only or share else verb


def _size(
    mention: QuantityMention, sentence: Parsed, words: range, reading: _Reading
) -> Size | None:
    quantity = mention.quantity
    count = quantity.dimension is Dimension.COUNT
    return size(
        sentence,
        words,
        reading.lexis,
        count=count,
        things=count and mention.subject is not None and quantity.unit != "person",
        language=reading.article.language,
    )


def _subject(
    mention: QuantityMention,
    sentence: Parsed,
    words: range,
    verb: Predicate,
    given: Size | None,
    reading: _Reading,
) -> str | None:
    """What is counted: the noun behind the figure, else the one that its clause names elsewhere."""
    if mention.subject is not None:
        return mention.subject
    if mention.quantity.dimension is Dimension.COUNT:
        found = counted_before(sentence, words, verb, reading.lexis)
        if found is None and given is not None:
            found = given.of  # "the crowd numbered 3,000"
    else:
        found = measured_of(sentence, words)
    return None if found is None else found.of(reading.article.text)


def _of_people(
    quantity: Quantity, head: str | None, body: str | None, verb: Predicate, reading: _Reading
) -> Quantity:
    """The quantity with the unit `person` where what its clause counts are people: by its
    noun, or where that is left out by the body they are part of or by what only people do or
    suffer ("5,000 flee")."""
    known = quantity_lexis(reading.article.language)
    of_body = head is None or head in reading.lexis.groups
    people = body is not None if of_body else head in known.people
    unsaid = head is None and verb.verb in reading.lexis.human
    return _with_people(quantity) if people or unsaid else quantity


def _with_people(quantity: Quantity) -> Quantity:
    if quantity.unit is None and quantity.dimension is Dimension.COUNT:
        return quantity.model_copy(update={"unit": "person"})
    return quantity


def _place_words(place: str, reading: _Reading) -> tuple[str, ...]:
    head, modifiers = head_and_modifiers(place, reading.article.language)
    return (*modifiers, head) if head else modifiers


def _when(reading: _Reading, at: int, span: Span) -> tuple[Period | None, bool]:
    """The time of the figure's own clause, else of its sentence, else the last that governs; and
    whether its own sentence names it."""
    sentence = reading.parsed[at]
    dates = reading.dates_in(at)
    if not dates:
        governing = reading.governing[at]
        return None if governing is None else governing.period(), False
    clause = sentence.verb_range(sentence.index(span.start))
    inside = [t for t in dates if sentence.index(t.span.start) in clause]
    told = inside or [t for t in dates if not _of_speech(reading, sentence, t)]
    if not told:
        return None, False
    return min(told, key=lambda t: abs(t.span.start - span.start)).period(), True


def _of_speech(reading: _Reading, sentence: Parsed, time: TimeExpression) -> bool:
    """Whether a time is that of what was said: "40 people left, officials said on Thursday"."""
    segment = sentence.segment(min(sentence.index(time.span.start), len(sentence.words) - 1))
    return any(sentence.words[i].lemma in reading.lexis.reporting for i in segment)


def _said_on(reading: _Reading, at: int, sentence: Parsed) -> Period | None:
    """The day on which the sentence says that it was said, where it names a single day."""
    for time in reading.dates_in(at):
        one_day = time.start is not None and time.start == time.end
        if one_day and _of_speech(reading, sentence, time):
            return time.period()
    return None


def _as_of(article: Article) -> Period | None:
    day = article.published
    return None if day is None else Period(start=day, end=day)


def _time_claim(reading: _Reading, time: TimeExpression) -> Claim | None:
    at = reading.sentence_at(time.span)
    period = time.period()
    clock = _clock(time)
    if reading.dateline is not None and time.span.overlaps(reading.dateline):
        return None  # the day of the article is no claim about the world
    if at is None or (clock is None and (period is None or time.type not in _DAYS)):
        return None
    sentence, text = reading.parsed[at], reading.article.text
    event = event_at(sentence, sentence.inside(time.span), time.span, reading.lexis)
    said_by = speaker(sentence, text, reading.lexis)
    place = place_of(sentence, sentence.inside(time.span), reading.lexis)
    shared = {
        "article_id": reading.article.id,
        "span": event.span,
        "quote": event.span.of(text),
        "sentence": sentence.span,
        "subject": _told(sentence, sentence.inside(event.span), text),
        "place": None if place is None else place.of(text),
        "when": period,
        "as_of": _as_of(reading.article),
        "attribution": None if said_by is None else said_by.of(text),
        "section": reading.sections[at],
        "question": Question(
            names=reading.names_in(at),
            predicate=event.predicate,
            patient=event.patient,
            place=() if place is None else _place_words(place.of(text), reading),
            clause=event.clause,
        ),
        "participants": event.participants,
        "rule": time.rule,
    }
    if clock is None:
        return EventDate.model_validate(shared)
    return EventTime.model_validate(
        shared | {"clock": clock[0], "zone": clock[1], "approximate": time.modifier in _HEDGED}
    )


def _told(sentence: Parsed, event: range, text: str) -> str | None:
    """The words of the clause that an event is told in, as written."""
    where = sentence.verb_range(event.start) if event else range(0)
    words = [w for w in (sentence.words[i] for i in where) if w.tag is not Tag.BREAK]
    return text[words[0].start : words[-1].end] if words else None


def _clock(time: TimeExpression) -> tuple[str, str | None] | None:
    """HH:MM and the zone of a clock time, from its TIMEX3 value; `None` for a part of a day."""
    if time.type is not TimeType.TIME or time.value is None or "T" not in time.value:
        return None
    hours = time.value.split("T", 1)[1]
    if len(hours) < 5 or hours[2] != ":" or not (hours[:2] + hours[3:5]).isdigit():
        return None
    return hours[:5], hours[5:].strip() or None
