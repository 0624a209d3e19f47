"""The event that a time dates: its predicate and participants."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.clauses.arguments import subject_of
from factcheck.clauses.lexicon import ClauseLexicon
from factcheck.clauses.predicate import is_passive
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.tagging import Tag, Word
from factcheck.clauses.words import base_form, content
from factcheck.models import Span

_FINITE = frozenset({Tag.VERB, Tag.AUXILIARY})
_PHRASE = 5  # words of "the 2012 gun control law"
_LEADING = 3  # at most two words between a noun and its time: "the deadline [on the] 14th"
_ON = frozenset({"on", "in", "at", "the"})
_BESIDE = frozenset({"after", "before", "since", "following", "including"})
_WITHIN = frozenset({"in", "during"})
_DIRECTIONS = frozenset({"north", "south", "east", "west", "home"})


@dataclass(frozen=True, slots=True)
class Event:
    """An event: its `predicate` in its base form, the nouns that take part, and the words they
    stand in.

    `patient` says that the predicate is done to one of them, `subject` are the words of who does
    it, and `bound` that the time only bounds it ("until Monday", "since 2011").
    """

    predicate: str | None
    participants: tuple[str, ...]
    clause: tuple[str, ...]
    span: Span
    patient: bool = False
    subject: tuple[str, ...] = ()
    bound: bool = False


def event_at(sentence: ParsedSentence, time: range, span: Span, lexicon: ClauseLexicon) -> Event:
    """The event dated by the time at the words `time` (text at `span`)."""
    words = sentence.words
    if time.start and words[time.start - 1].lower == "of":
        # "one of the largest of the year", "the war of 1914": the time of a noun, not of an act
        return Event(None, (), (), span)
    bound = time.start > 0 and words[time.start - 1].lower in lexicon.grammar.bounds
    named = _possessed_by_time(sentence, time)
    if named is None:
        named = _attributive(sentence, time, lexicon)
    where = sentence.segment(named) if named is not None else _clause(sentence, time)
    if named is None:
        verb = _predicate(sentence, time, where, lexicon)
        noun = _noun_before(sentence, time, verb, lexicon)
        found = verb if noun is None else noun
    else:
        found = named
    inside = [i for i in where if i not in time]
    antecedent = _antecedent(sentence, where)
    nouns = dict.fromkeys(
        base_form(words[i].lemma)
        for i in (*antecedent, *inside)
        if words[i].tag is Tag.NOUN and i != found and words[i].lemma not in lexicon.no_place
    )
    if found is None:
        return Event(None, tuple(nouns), content(sentence, (*antecedent, *inside), lexicon), span)
    subject = _subject(sentence, found, time, lexicon)
    reach = Span(start=min(span.start, words[found].start), end=max(span.end, words[found].end))
    return Event(
        base_form(words[found].lemma),
        tuple(dict.fromkeys((*nouns, *subject))),
        content(sentence, (*antecedent, *inside), lexicon),
        reach,
        _has_patient(words, found, where, time, lexicon),
        subject,
        bound,
    )


def _subject(
    sentence: ParsedSentence, verb: int, time: range, lexicon: ClauseLexicon
) -> tuple[str, ...]:
    """The base forms of the agent of a verb; empty for a pronoun and for a passive."""
    if sentence.words[verb].tag is not Tag.VERB or is_passive(sentence.words, verb):
        return ()
    found = subject_of(sentence, verb, lexicon)
    if found is None:
        return tuple(
            base_form(sentence.words[i].lemma) for i in _before_insertions(sentence, verb, lexicon)
        )
    return tuple(
        base_form(sentence.words[i].lemma)
        for i in sentence.inside(found)
        if sentence.words[i].tag is Tag.NOUN and i not in time
    )


def _before_insertions(
    sentence: ParsedSentence, verb: int, lexicon: ClauseLexicon
) -> tuple[int, ...]:
    """The indices of the subject of a verb that stands behind an insertion: "[Mila Strand], the
    actress, passed away"; empty where the verb's own segment begins the sentence."""
    words, bounds = sentence.words, sentence.bounds
    at = first = next(i for i, start in enumerate(bounds[1:]) if verb < start)
    relatives = lexicon.grammar.relatives
    while at > 0 and (not sentence.verbal[at - 1] or words[bounds[at - 1]].lower in relatives):
        at -= 1
    inserted = at < first and words[bounds[first]].lower == ","
    if not inserted:
        return ()
    nouns: list[int] = []
    for i in range(bounds[at], bounds[at + 1]):
        if words[i].tag is Tag.NOUN:
            nouns.append(i)
        elif nouns:
            break
    return tuple(nouns)


def _attributive(sentence: ParsedSentence, time: range, lexicon: ClauseLexicon) -> int | None:
    """The noun that a time restricts: "the 1992 federal [law]", "the Sunday [incident]", "a 5 p.m.
    [deadline] Thursday"."""
    words = sentence.words
    opens = words[time.start - 1 : time.start + 1] if time.start else words[:1]
    if not any(word.tag is Tag.DETERMINER or word.lower.endswith("'s") for word in opens):
        return None
    last = None
    for i in range(time.stop, min(len(words), time.stop + _PHRASE)):
        if words[i].tag is not Tag.NOUN or words[i].lemma in lexicon.no_place:
            break
        last = i
    return last


def _noun_before(
    sentence: ParsedSentence, time: range, verb: int | None, lexicon: ClauseLexicon
) -> int | None:
    """The noun before a time that names the event instead of the verb: the subject of a verb behind
    the time ("the [raid] on Monday left two dead"), what the act was set beside ("left after a
    [meeting] on Monday"), or what a light verb was part of ("made off in a [heist] Monday"). For an
    act done to something the verb is the event: "condemned the raid on Monday"."""
    words = sentence.words
    if verb is None or verb > time.start:
        subject = _first_nouns(words, sentence.segment(time.start).start, time.start)
        if subject is not None and words[subject.stop - 1].lemma in lexicon.happenings:
            return subject.stop - 1
    if verb is not None and words[verb].lemma in lexicon.reporting:
        return None  # "said after a meeting on Monday"
    noun = time.start - 1
    while noun > time.start - _LEADING and words[noun].lower in _ON:
        noun -= 1
    opens = _opening(words, noun, lexicon)
    lead = words[opens - 1].lower if opens else ""
    if lead in _BESIDE:
        return noun
    no_content = verb is None or words[verb].lemma in lexicon.light
    happens = lead in _WITHIN and no_content and words[noun].lemma in lexicon.happenings
    return noun if happens else None


def _opening(words: tuple[Word, ...], noun: int, lexicon: ClauseLexicon) -> int | None:
    """The index of the article that the phrase of a noun begins with: "a daring [heist]"."""
    if noun < 1 or words[noun].tag is not Tag.NOUN or words[noun].lemma in lexicon.no_place:
        return None
    first = noun
    while first and words[first - 1].tag in (Tag.NOUN, Tag.NUMBER):
        first -= 1
    return first - 1 if first and words[first - 1].tag is Tag.DETERMINER else None


def _has_patient(
    words: tuple[Word, ...], verb: int, where: range, time: range, lexicon: ClauseLexicon
) -> bool:
    """Whether a verb is done to a thing: "announced the [cuts] on Monday", "the [cuts] were
    announced". A verb of saying with only a clause ("said on Monday that …", "it was announced
    that") is not, and the hearer of one is no such thing."""
    if words[verb].lemma in lexicon.to_hearers:
        return False
    for last in (verb - 1, verb - 2):  # "were announced", "was first reported"
        if last in where and words[last].tag is Tag.AUXILIARY and words[last].lemma == "be":
            return any(words[i].tag is Tag.NOUN for i in range(where.start, last))
    rest = [words[i].tag for i in where if i > verb and i not in time]
    object_follows = bool(rest) and rest[0] in (Tag.DETERMINER, Tag.NUMBER, Tag.NOUN)
    return object_follows and verb + 1 not in time and not _FINITE & set(rest)


def _antecedent(sentence: ParsedSentence, where: range) -> tuple[int, ...]:
    """The noun that a relative clause refers to: "A [caravan] that began its journey"."""
    words = sentence.words
    if not where or words[where.start].lower not in ("that", "who", "which") or not where.start:
        return ()
    before = where.start - 1
    if words[before].lower == "," and before:
        before -= 1
    return (before,) if words[before].tag is Tag.NOUN else ()


def _possessed_by_time(sentence: ParsedSentence, time: range) -> int | None:
    """The noun behind a time in the possessive: "Wednesday's two-hour [meeting]"."""
    words = sentence.words
    if not time or not words[time.stop - 1].lower.endswith("'s"):
        return None
    noun = None
    for i in range(time.stop, min(len(words), time.stop + 4)):
        if words[i].tag is Tag.NOUN or words[i].lower.endswith("ing"):
            noun = i
        elif words[i].tag is not Tag.NUMBER:
            break
    return noun


def _clause(sentence: ParsedSentence, time: range) -> range:
    """The clause with the event: for "Tuesday, when guards …" the one behind "when", for "It was on
    Tuesday that guards …" the one behind "that". "The bomb went off on Saturday, when many people
    were at the market": what only was so then is no event, where the time's own clause has one."""
    words = sentence.words
    after = time.stop
    if after < len(words) and words[after].lower == ",":
        after += 1
    cleft = bool(time) and [word.lower for word in words[:2]] in (["it", "was"], ["it", "is"])
    if after + 1 < len(words) and words[after].lower in (("when", "that") if cleft else ("when",)):
        behind, own = sentence.verb_range(after + 1), sentence.segment(time.start)
        if cleft or not _acts(words, own) or _acts(words, behind):
            return behind
    return sentence.verb_range(time.start) if time else range(len(words))


def _acts(words: tuple[Word, ...], where: range) -> bool:
    """Whether a clause has a verb and not only an auxiliary."""
    return any(words[i].tag is Tag.VERB for i in where)


def _continues_nouns(word: Word) -> bool:
    """Whether a word continues a run of nouns: a noun that is no direction."""
    return word.tag is Tag.NOUN and (word.capitalised or word.lower not in _DIRECTIONS)


def _predicate(
    sentence: ParsedSentence, time: range, where: range, lexicon: ClauseLexicon
) -> int | None:
    """The index of the verb nearest before the time in its clause, else of the first verb of the
    clause; for a light verb the noun that names the event."""
    words = sentence.words
    verbs = [i for i in where if words[i].tag is Tag.VERB and i not in time]
    before = [i for i in verbs if i < time.start]
    found = before[-1] if before else verbs[0] if verbs else None
    return found if found is None else _event_verb(sentence, found, time, lexicon)


def _first_nouns(words: tuple[Word, ...], start: int, stop: int) -> range | None:
    """The first run of nouns between two indices."""
    first = next((i for i in range(start, stop) if words[i].tag is Tag.NOUN), None)
    if first is None:
        return None
    last = next((i for i in range(first, stop) if words[i].tag is not Tag.NOUN), stop)
    return range(first, last)


def _what_occurred(sentence: ParsedSentence, verb: int, time: range) -> int:
    """The index of the noun before a verb of happening: "the fatal [collision] of two trains
    happened", "a [shooting] which occurred", "police say the [theft] occurred", "the [vote] was
    held"."""
    words, segment = sentence.words, sentence.segment(verb)
    before = [i for i in segment if i < verb - 1 and words[i].tag is Tag.VERB]
    nouns = _first_nouns(words, before[-1] if before else segment.start, verb)
    if nouns is None:
        return next(iter(_antecedent(sentence, segment)), verb)
    return verb if nouns.stop - 1 in time else nouns.stop - 1


def _event_verb(sentence: ParsedSentence, verb: int, time: range, lexicon: ClauseLexicon) -> int:
    """The index of the noun that a light verb supports: "began its [journey]", "made no [attempt]",
    "held a [meeting]", "the [collision] happened"; else of the verb itself."""
    words = sentence.words
    if words[verb].lemma in lexicon.occurring:
        return _what_occurred(sentence, verb, time)
    if words[verb].lemma in lexicon.support and is_passive(words, verb):
        held = _what_occurred(sentence, verb, time)  # "the [vote] was held", but "Roe was held"
        return held if words[held].lemma in lexicon.happenings else verb
    if words[verb].lemma not in lexicon.support:
        return verb
    at = verb + 1
    noun = verb
    while at < len(words) and words[at].tag in (Tag.DETERMINER, Tag.NUMBER):
        # "gave [the crew] [a deadline]": the last of two objects
        while at < len(words) and words[at].tag in (Tag.DETERMINER, Tag.NUMBER):
            at += 1
        if at == len(words) or words[at].tag is not Tag.NOUN or at in time:
            break
        noun = at
        while noun + 1 < len(words) and _continues_nouns(words[noun + 1]) and noun + 1 not in time:
            noun += 1
        at = noun + 1
    return noun
