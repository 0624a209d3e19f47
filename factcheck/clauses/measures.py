"""The measured noun of a figure in base forms, and the extent of a distance.

`measured` finds the words; here the dimension decides which of them count. A share has a whole
behind it and a holder before it, a sum its own noun, a distance a length or a depth.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from factcheck.clauses.arguments import phrase_from, subject_of
from factcheck.clauses.attributes import AWAY, attribute, lying, without_attribute
from factcheck.clauses.distances import bearer_of, origin_of
from factcheck.clauses.lexicon import ClauseLexicon, Punishment
from factcheck.clauses.measured import measured
from factcheck.clauses.predicate import Predicate, is_passive
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.sizes import Size, changed, is_held, is_implied, is_shared
from factcheck.clauses.tagging import Tag
from factcheck.clauses.words import head_and_modifiers
from factcheck.models import Dimension, Span


@dataclass(frozen=True)
class MentionContext:
    """A figure (the words at `mention`) in its sentence, with its predicate and its verb of
    size."""

    text: str
    sentence: ParsedSentence
    mention: range
    verb: Predicate
    given: Size | None
    lexicon: ClauseLexicon
    language: str

    def verb_before(self) -> int | None:
        """The index of the verb, where it stands before the figure."""
        at = self.verb.at
        return at if at is not None and at < self.mention.start else None

    @cached_property
    def extent(self) -> str | None:
        """The extent of a distance, such as its height; one with an origin or a bearing gives how
        far away something is."""
        named = attribute(self.sentence, self.mention, self.verb, self.language)
        if named is None and self.origin != (None, None):
            return AWAY
        return named

    @cached_property
    def origin(self) -> tuple[Span | None, str | None]:
        """The origin of a distance, and the direction from it."""
        return origin_of(self.sentence, self.mention, self.lexicon)

    @cached_property
    def bearer(self) -> Span | None:
        """The noun that a distance modifies, right behind it: "a [village] 9 miles from Orrin"."""
        if self.extent is None:
            return None
        verbs = frozenset(lying(self.language).verbs)
        return bearer_of(self.sentence, self.mention, verbs, self.lexicon)

    def is_aside(self) -> bool:
        """Whether a distance only modifies a noun, and the clause is about something else: "two men
        drowned in Hale, 9 miles from Orrin", but not "Hale lies 9 miles from Orrin"."""
        return self.verb.verb not in lying(self.language).verbs and self.bearer is not None

    def words_of(self, phrase: Span | None) -> tuple[str, ...]:
        """The head of a phrase and its modifiers, in base forms."""
        return _words_of(None if phrase is None else phrase.of(self.text), self.language)


def measured_words(
    context: MentionContext, dimension: Dimension, subject: str | None
) -> tuple[str, ...]:
    """The base forms of the measured noun of a figure, last the extent of a distance; of a count,
    whose noun is its `subject`, its holder."""
    if dimension in (Dimension.COUNT, Dimension.RATE):
        return _holder(context, subject)
    if dimension is Dimension.DISTANCE:
        return _with_extent(context, subject)
    if dimension is Dimension.DURATION and _is_punishment(context, subject):
        return (_SENTENCE, *_of_whom(context))
    if dimension is Dimension.PERCENT:
        found = _of_share(context, subject)
    elif subject is not None and (context.given is None or not context.given.states_change):
        # "$2 million in damage", "27 weeks of pay", "a 30-year-old ship"
        found = _words_of(subject, context.language)
    else:
        found = _found(context, dimension)
    named = tuple(word for word in found if not is_implied(word, context.language))
    specific = tuple(word for word in named if word not in context.lexicon.measure_nouns)
    return specific or named


_SENTENCE = "sentence"


def _is_punishment(context: MentionContext, subject: str | None) -> bool:
    """Whether a stretch of time is that of a sentence, whatever it is called: "jailed for [18
    years]", "given [16 years] in prison", "an [18-year] sentence"; time that somebody has spent in
    a cell is none."""
    known, words = context.lexicon.punishment, context.sentence.words
    start, stop = context.mention.start, context.mention.stop
    if context.sentence.once(_first_asking, known) < start:
        return False  # "prosecutors asked for a sentence of 12 years"
    head, modifiers = head_and_modifiers(subject, context.language)
    if head is not None:
        named = not {head, *modifiers}.isdisjoint(known.nouns)
        return named and (head in known.nouns or head == "term")
    behind = [word.lower for word in words[stop : stop + 2]]
    if context.verb.verb in known.punishing:
        return context.verb.preposition in ("to", "for") and behind[:1] != ["ago"]
    return context.verb.verb in known.receiving and not set(behind).isdisjoint(known.nouns)


def _first_asking(sentence: ParsedSentence, known: Punishment) -> int:
    """The index of the first verb that only asks for something, or the number of words."""
    words = sentence.words
    return next((at for at, word in enumerate(words) if word.lemma in known.asking), len(words))


def _of_whom(context: MentionContext) -> tuple[str, ...]:
    """The words for who is sentenced: the subject of a passive or of a verb of getting; empty for
    another."""
    verb, known = context.verb.at, context.lexicon.punishment
    if verb is None or verb > context.mention.start:
        return ()
    suffers = is_passive(context.sentence.words, verb) or context.verb.verb in known.receiving
    return context.words_of(subject_of(context.sentence, verb, context.lexicon)) if suffers else ()


def _of_share(context: MentionContext, whole: str | None) -> tuple[str, ...]:
    """The holder of a share, where the clause names one: "[women] make up 30 percent of the staff",
    "30 percent of the staff are [women]"; else the whole: "rebuilt 90 percent of [the wall]", "[the
    wall] is 90 percent rebuilt"."""
    sentence, verb, stop = context.sentence, context.verb, context.mention.stop
    if context.given is not None:
        return _found(context, Dimension.PERCENT)
    if verb.at is not None and verb.at >= stop:
        of_whole = whole is not None or sentence.words[stop].lower == "of"
        member = _member(context, verb.at) if of_whole else None
        if member is not None:
            return context.words_of(member)
        if whole is not None and not is_shared(verb.verb, context.language):
            return _words_of(whole, context.language)
        if whole is None and verb.patient and verb.at == stop:
            return context.words_of(subject_of(sentence, verb.at, context.lexicon))
    worked_on = context.verb_before() is not None and verb.preposition is None
    if whole is not None and worked_on and not is_shared(verb.verb, context.language):
        return _words_of(whole, context.language)
    found = _found(context, Dimension.PERCENT)
    behind = sentence.words[stop].tag is Tag.NOUN if stop < len(sentence.words) else False
    if behind and verb.verb == "be" and verb.at == context.mention.start - 1:
        # "the wall is 90 percent complete": the adjective says what holds of a part of the wall
        found = (*found, *context.words_of(subject_of(sentence, verb.at, context.lexicon)))
    return found


def _member(context: MentionContext, verb: int) -> Span | None:
    """The noun phrase that states who makes up the share of a whole, or where they come from: "are
    [women]", "come from [Peru]"."""
    words = context.sentence.words
    at = verb + 1
    while at < len(words) and words[at].tag is Tag.ADVERB:
        at += 1
    origin = at < len(words) and words[at].lower == "from"
    if words[verb].lemma not in ("be", "come") or (words[verb].lemma == "come" and not origin):
        return None
    return phrase_from(context.sentence, at + origin)


def _found(
    context: MentionContext, dimension: Dimension, *, behind: bool = True
) -> tuple[str, ...]:
    """The words of the measured noun that the clause gives a figure of this dimension."""
    return context.words_of(
        measured(
            context.sentence,
            context.mention,
            context.verb,
            context.given,
            context.lexicon,
            age=dimension is Dimension.AGE,
            money=dimension is Dimension.MONEY,
            behind=behind,
        )
    )


def _with_extent(context: MentionContext, subject: str | None) -> tuple[str, ...]:
    """The words of the thing that a length measures, last its extent: ("wall", "height")."""
    language = context.language
    named, phrase = context.extent, context.bearer
    if subject is not None and named != AWAY:
        found = _words_of(subject, language)  # "9 inches of rain", "a 9-foot high wall"
    elif phrase is not None:
        found = context.words_of(phrase)
    else:
        found = _found(context, Dimension.DISTANCE, behind=named is None)
    thing, of = without_attribute(found, language)
    extent = named or of
    if extent is None:
        return thing
    verb = context.verb_before()
    if not thing and verb is not None:  # "the shock struck at a depth of 7 miles"
        doer = context.words_of(subject_of(context.sentence, verb, context.lexicon))
        thing, _ = without_attribute(doer, language)
    return (*thing, extent)


def _holder(context: MentionContext, subject: str | None) -> tuple[str, ...]:
    """The words of the holder of votes or seats: "[Ada Ruse] received 3,000 votes", "gave [Ada
    Ruse] 3,000"."""
    head, _ = head_and_modifiers(subject, context.language)
    verb = context.verb_before()
    if verb is None or not is_held(head, context.language):
        return ()
    if context.verb.verb in context.lexicon.reporting:
        return ()
    return context.words_of(changed(context.sentence, verb, context.mention.start, context.lexicon))


def _words_of(phrase: str | None, language: str) -> tuple[str, ...]:
    """The base forms of a phrase's head and modifiers, the head first; none without a head."""
    head, modifiers = head_and_modifiers(phrase, language)
    return (head, *modifiers) if head else modifiers
