"""From an article to its claims: every figure and date, with the slots that the text fills."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from typing import Any

from factcheck.arithmetic import in_own_context
from factcheck.clauses import ages
from factcheck.clauses.distances import origin_of
from factcheck.clauses.events import event_at
from factcheck.clauses.places import place_of
from factcheck.clauses.predicate import Predicate
from factcheck.clauses.qualifiers import (
    ahead,
    degree,
    direction,
    earlier,
    phase,
    presumed,
    scope,
    status,
)
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.speakers import speaker
from factcheck.clauses.tagging import Tag
from factcheck.clauses.words import content, head_and_modifiers
from factcheck.extraction.annotation import DAYS, AnnotatedArticle, read, read_title
from factcheck.extraction.asof import of_counts, printed, times_of
from factcheck.extraction.further import beyond_a_first, of_their_own
from factcheck.extraction.happened import compared_at
from factcheck.extraction.restated import with_shared_slots
from factcheck.extraction.slots import FigureSlots, fill_slots, predicate_of, with_people
from factcheck.kinds import EventDate, EventTime, Kind, Slots, installed_kinds
from factcheck.mentions import QuantityMention, TimeCaution, TimeExpression, TimeType
from factcheck.models import (
    Article,
    Claim,
    Dimension,
    Part,
    Phase,
    Quantity,
    Question,
    Section,
    Span,
)
from factcheck.naming import named
from factcheck.text.languages import why_unread
from factcheck.text.plain import moved_back, plain

_HEDGED = ("about", "almost")
_NO_TIME = {"when": None, "when_in": None, "reference": None}
# Days that may not be those of the sentence's event: limits, and "today" in a quotation.
_NO_DAY_OF_IT = (TimeCaution.BOUND, TimeCaution.COMPARED, TimeCaution.QUOTED)


@in_own_context
def extract(article: Article, kinds: Sequence[Kind] | None = None) -> tuple[Claim, ...]:
    """Every claim of an article, in the order of title and text.

    `kinds` are asked in order who claims a figure; by default every installed kind. A text of
    any length and script gives claims or none and never raises; one in another language than
    English gives none.
    """
    if why_unread(article) is not None:
        return ()
    asked = installed_kinds() if kinds is None else tuple(kinds)
    text, title = plain(article.text), plain(article.title)
    seen = article.model_copy(update={"text": text.text, "title": title.text})
    headline = read_title(seen)
    above = [] if headline is None else _claims(headline, asked)
    in_title = {"part": Part.TITLE, "section": Section.HEADLINE}
    found = (
        *(moved_back(c.model_copy(update=in_title), title) for c in above),
        *(moved_back(c, text) for c in _claims(read(seen), asked)),
    )
    return named(found, article)


def _claims(annotated: AnnotatedArticle, asked: Sequence[Kind]) -> list[Claim]:
    """The claims of one part of an article, in its order."""
    found = [
        *(_figure_claim(annotated, mention, asked) for mention in annotated.mentions),
        *(claim for time in annotated.times for claim in _time_claims(annotated, time)),
    ]
    claims = with_shared_slots(
        of_counts([c for c in found if c is not None], annotated.article.language)
    )
    in_order = sorted(claims, key=lambda c: (c.span.start, c.span.end))
    return of_their_own(beyond_a_first(in_order, asked, annotated.article.text))


def _slots(filled: FigureSlots, words_around: Sequence[str], context: Set[str]) -> Slots:
    """The slots that a kind looks at, from the slots of a figure and the words around it."""
    named = (*filled.modifiers, filled.head) if filled.head else filled.modifiers
    return Slots(
        dimension=filled.quantity.dimension,
        unit=filled.quantity.unit,
        per=filled.quantity.per,
        head=filled.head,
        subject=frozenset(named),
        measured=frozenset(filled.measured),
        verb=filled.verb.verb,
        patient=filled.verb.patient,
        preposition=filled.verb.preposition,
        body=filled.body,
        clause=frozenset(words_around),
        context=context,
    )


def _figure_claim(
    annotated: AnnotatedArticle, mention: QuantityMention, kinds: Sequence[Kind]
) -> Claim | None:
    """The claim of a quantity: its slots, the kind that takes them, its question and its times;
    `None` where no kind takes it."""
    at = annotated.sentence_at(mention.span)
    if at is None:
        return None
    sentence, text = annotated.parsed(at), annotated.article.text
    later = annotated.later_of_change(mention)
    source, home = _figure_with_question(annotated, mention, at)
    own = annotated.parsed(home)
    words = own.inside(source.span)
    filled = _with_quantity_of(mention, source, fill_slots(annotated, source, home, words))
    where = _own_clause(own, source)
    clause, others = _words_around(own, where, words, annotated)
    # "31 dead and 1,000 injured": a figure whose own phrase says what happened needs no clause
    near = () if filled.verb.own else (*clause, *others)
    slots = _slots(filled, near, annotated.context(home))
    chosen = next((kind for kind in kinds if kind.claims(slots)), None)
    if chosen is None:
        return None
    verb = filled.verb
    quantity = with_people(filled.quantity) if chosen.data.counts_people else filled.quantity
    place = place_of(own, words, annotated.lexicon)
    lies_ahead = _lies_ahead(own, words, verb, quantity, annotated)
    times = times_of(annotated, at, mention.span, quantity, ahead=lies_ahead)
    if quantity.dimension is Dimension.AGE and (verb.verb is None or times["when_in"] != "clause"):
        times |= _NO_TIME  # "Roe, now 45, vanished in 2002": the age is that of today
    return chosen.claim(
        article_id=annotated.article.id,
        sentence=sentence.span,
        quantity=quantity,
        subject=filled.subject,
        place=None if place is None else place.of(text),
        phase=Phase.START if later else phase(own, words, verb, text, annotated.lexicon),
        section=annotated.sections[at],
        question=Question(
            head=filled.head,
            modifiers=(*filled.modifiers, *degree(own, words, verb, annotated.lexicon)),
            measured=filled.measured,
            names=annotated.names_in(at),
            predicate=predicate_of(filled),
            patient=verb.patient,
            place=() if place is None else _place_words(place.of(text), annotated),
            body=filled.body,
            clause=clause,
            **_origin_fields(own, words, quantity, annotated),
            ahead=lies_ahead,
            dated=times["when_in"] in ("clause", "sentence"),
            presumed=presumed(own, words, verb, text, annotated.lexicon),
            earlier=_is_earlier(sentence, mention, annotated),
        ),
        **_place_fields(mention),
        **_qualifier_fields(sentence, mention, verb, annotated),
        **times,
        **chosen.fields(slots),
    )


def _is_earlier(
    sentence: ParsedSentence, mention: QuantityMention, annotated: AnnotatedArticle
) -> bool:
    """Whether a figure is given for an earlier time, by its own words or those of its clause."""
    clause = sentence.opened_range(_last_word(sentence, mention))
    return annotated.counts_back(mention) or earlier(
        sentence, clause, annotated.article.text, annotated.lexicon
    )


def _lies_ahead(
    own: ParsedSentence,
    words: range,
    verb: Predicate,
    quantity: Quantity,
    annotated: AnnotatedArticle,
) -> bool:
    """Whether a figure is of what is planned, forecast, asked for or yet to come."""
    lexicon, dimension = annotated.lexicon, quantity.dimension
    if dimension is Dimension.AGE and verb.verb is None:
        return ages.lies_ahead(own.words, words)
    if dimension is Dimension.DURATION and verb.verb in lexicon.punishment.asking:
        return True  # "prosecutors asked for a sentence of 12 years"
    where = own.verb_range(max(words.start, words.stop - 1))
    # "will help 400 striking nurses": they strike already
    return not verb.own and ahead(own, where, verb, annotated.article.text, lexicon)


def _with_quantity_of(
    mention: QuantityMention, source: QuantityMention, filled: FigureSlots
) -> FigureSlots:
    """The slots of `source`, with the quantity of the figure that shares them."""
    if source is mention:
        return filled
    people = filled.quantity.unit == "person"
    return replace(filled, quantity=with_people(mention.quantity) if people else mention.quantity)


def _words_around(
    own: ParsedSentence, where: range, words: range, annotated: AnnotatedArticle
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The content words of the clause at `where` without those of the figure, and all its other
    words; what is said of a part of the figure is not said of it."""
    around = (*range(where.start, words.start), *range(words.stop, where.stop))
    aside = own.about_a_part()
    if aside and words.start not in aside:
        around = tuple(i for i in around if i not in aside)
    lemmas = own.lemmas()
    return content(own, around, annotated.lexicon), tuple(lemmas[i] for i in around)


def _origin_fields(
    own: ParsedSentence, words: range, quantity: Quantity, annotated: AnnotatedArticle
) -> dict[str, Any]:
    """The origin of a distance, and its direction, as fields of a question."""
    if quantity.dimension is not Dimension.DISTANCE:
        return {}
    origin, bearing = origin_of(own, words, annotated.lexicon)
    named = () if origin is None else _place_words(origin.of(annotated.article.text), annotated)
    return {"origin": named, "bearing": bearing}


def _place_fields(mention: QuantityMention) -> dict[str, Any]:
    """The fields of a claim with the place of a figure and the other figures it is linked with."""
    return {
        "span": mention.span,
        "quote": mention.quote,
        "part_of": mention.part_of,
        "restates": mention.restates,
        "rule": mention.rule,
    }


def _qualifier_fields(
    sentence: ParsedSentence, mention: QuantityMention, verb: Predicate, annotated: AnnotatedArticle
) -> dict[str, Any]:
    """The fields of a claim with the qualifiers of a figure, and who says it."""
    text, lexicon = annotated.article.text, annotated.lexicon
    said_by = speaker(sentence, text, lexicon, sentence.inside(mention.span).start)
    share, zero = mention.quantity.dimension is Dimension.PERCENT, mention.quantity.high == 0
    return {
        "attribution": None if said_by is None else said_by.of(text),
        "change": mention.change or direction(verb, lexicon),
        "scope": scope(
            sentence, mention.span, mention.figure, text, lexicon, share=share, zero=zero
        ),
        "status": status(sentence, mention.span, text, lexicon, _deniable(mention, verb)),
    }


def _deniable(mention: QuantityMention, verb: Predicate) -> Predicate | None:
    """The predicate, where its negation would deny the figure: no time is denied ("has not paid for
    12 years"), no bound ("did not exceed 40") and no zero."""
    quantity = mention.quantity
    measured = quantity.dimension not in (Dimension.DURATION, Dimension.AGE)
    return verb if measured and quantity.low else None


def _figure_with_question(
    annotated: AnnotatedArticle, mention: QuantityMention, at: int
) -> tuple[QuantityMention, int]:
    """The figure that a bare one takes its question from, and its sentence: the later state of a
    change, the figure that it corrects, or one that it sums up; else the figure itself."""
    source = (
        annotated.later_of_change(mention)
        or annotated.corrected_by(mention)
        or annotated.summed_up_by(mention)
    )
    home = None if source is None else annotated.sentence_at(source.span)
    return (mention, at) if source is None or home is None else (source, home)


def _own_clause(sentence: ParsedSentence, mention: QuantityMention) -> range:
    """The words of the clause around a figure."""
    return sentence.verb_range(_last_word(sentence, mention))


def _last_word(sentence: ParsedSentence, mention: QuantityMention) -> int:
    """The index of the last word of a figure, which its noun stands by: "between 20 and [30]"."""
    words = sentence.inside(mention.span)
    return max(words.start, words.stop - 1)


def _place_words(place: str, annotated: AnnotatedArticle) -> tuple[str, ...]:
    """The base forms of a place, its head last."""
    head, modifiers = head_and_modifiers(place, annotated.article.language)
    return (*modifiers, head) if head else modifiers


def _time_claims(annotated: AnnotatedArticle, time: TimeExpression) -> tuple[Claim, ...]:
    """The claims of an expression of time: the hour and the day: "struck at 7:10 a.m. on Monday"
    gives both, unless the day has an expression of its own."""
    at = annotated.sentence_at(time.span)
    period = time.period()
    clock = _clock(time)
    if at is None or (clock is None and (period is None or time.type not in DAYS)):
        return ()
    if time.caution is TimeCaution.STAMP:
        return ()  # "Updated 9:14 p.m. Sunday": a day of the page, and of nothing that happened
    if any(map(str.isdigit, time.quote)) and _is_dateline(annotated, time.span):
        return ()  # the day of the article, which has its year, is no claim about the world
    sentence, text = annotated.parsed(at), annotated.article.text
    event = event_at(sentence, sentence.inside(time.span), time.span, annotated.lexicon)
    said_by = speaker(sentence, text, annotated.lexicon, sentence.inside(time.span).start)
    place = place_of(sentence, sentence.inside(time.span), annotated.lexicon)
    own_day = printed(annotated.article)
    shared = {
        "article_id": annotated.article.id,
        "span": event.span,
        "quote": event.span.of(text),
        "sentence": sentence.span,
        "subject": _clause_of(sentence, sentence.inside(event.span), text),
        "place": None if place is None else place.of(text),
        "when": period,
        "as_of": own_day.days,
        "as_of_by": own_day.by,
        "attribution": None if said_by is None else said_by.of(text),
        "section": annotated.sections[at],
        "question": Question(
            names=annotated.names_in(at),
            measured=event.subject,
            predicate=event.predicate,
            patient=event.patient,
            bound=event.bound
            or time.caution in _NO_DAY_OF_IT
            or compared_at(annotated, at, time) is not None,
            place=() if place is None else _place_words(place.of(text), annotated),
            clause=event.clause,
        ),
        "participants": event.participants,
        "rule": time.rule,
    }
    own = clock is None or period not in [
        other.period() for other in annotated.dates_in(at) if _clock(other) is None
    ]
    day = (EventDate.model_validate(shared),) if period is not None and own else ()
    if clock is None:
        return day
    hour = {"clock": clock[0], "zone": clock[1], "approximate": time.modifier in _HEDGED}
    return (EventTime.model_validate(shared | hour), *day)


def _is_dateline(annotated: AnnotatedArticle, span: Span) -> bool:
    """Whether a time is the day that the article prints of itself."""
    return annotated.dateline is not None and span.overlaps(annotated.dateline)


def _clause_of(sentence: ParsedSentence, event: range, text: str) -> str | None:
    """The clause that has an event's verb, as written; `None` for an event without a clause."""
    where = sentence.verb_range(event.start) if event else range(0)
    words = sentence.words
    first = next((i for i in where if words[i].tag is not Tag.BREAK), None)
    if first is None:
        return None
    last = next(i for i in reversed(where) if words[i].tag is not Tag.BREAK)
    return text[words[first].start : words[last].end]


def _clock(time: TimeExpression) -> tuple[str, str | None] | None:
    """The clock time as HH:MM and its zone, from a TIMEX3 value; `None` for a part of a day."""
    if time.type is not TimeType.TIME or time.value is None or "T" not in time.value:
        return None
    hours = time.value.split("T", 1)[1]
    if len(hours) < 5 or hours[2] != ":" or not (hours[:2] + hours[3:5]).isdigit():
        return None
    return hours[:5], hours[5:].strip() or None
