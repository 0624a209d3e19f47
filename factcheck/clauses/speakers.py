"""The speakers whom a sentence quotes.

A speaker is the subject of a finite, active verb of saying, and a person, an institution, or a
name. An event says nothing, nor does a statement: "the blast claimed 12 lives", "local reports".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from factcheck.clauses.lexicon import ClauseLexicon
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.tagging import Tag, Word
from factcheck.models import Span
from factcheck.quantities.lexicon import quantity_lexicon
from factcheck.quantities.subjects import is_person
from factcheck.text.inflection import singular, verb_forms

_LONGEST_NAME = 12
_ASKING = frozenset({"what", "which", "whose", "that"})
# A clause behind one of these says something of its own.
_BESIDE = frozenset({"and", "but", "or", "while", "whereas", "though", "although"})
# ... and of somebody else behind one of these.
_AGAINST = _BESIDE - {"and", "or"}
_LEADERS = frozenset({"head"})  # "head" is a verb of moving as well
_OBJECT = 6  # words in which the object of a verb stands
_JOINTS = frozenset({"of", "for", "in", "and"})  # between the nouns of one phrase
_SAID = frozenset({"say", "tell"})  # what a thing is seldom: "a man said to be 37" has its "to"
_TIMES = frozenset({
    "last", "this", "next", "week", "weekend", "month", "year", "night", "morning", "afternoon",
    "evening", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "today", "yesterday", "earlier", "late", "early",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Saying:
    """A speaker, the first word of the clause that quotes whom, and whether that clause stands
    behind what is said: "12 people died, [police said]". Without a name it is of a subject that
    names nobody: "police said 12 had died, but [records of the court show] 15"."""

    name: Span | None
    start: int
    behind: bool


def speaker(
    sentence: ParsedSentence, text: str, lexicon: ClauseLexicon, at: int = 0
) -> Span | None:
    """The span of the words that name the speaker of the word at `at`, or `None` where nobody is
    named.

    "according to the agency", "police said", "said Irina Petrov, a lawyer". A pronoun ("he said")
    names nobody here. Of two speakers the last before the word says it: "organisers said 500 came,
    but [police] said 300". Where both stand behind what they say, it is the next: "12 died, police
    said, and 40 were hurt, [the mayor] said".
    """
    sayings = sentence.once(_sayings, text, lexicon)
    if not sayings:
        return None
    later = bisect_right(sayings, at, key=attrgetter("start"))
    said, following = sayings[max(0, later - 1)], sayings[later : later + 1]
    if said.behind and following and following[0].behind and later:
        return following[0].name
    return said.name


def _sayings(sentence: ParsedSentence, text: str, lexicon: ClauseLexicon) -> tuple[_Saying, ...]:
    """The speaker behind "according to", or else those of the verbs of saying that have one. One
    whose clause only depends on another's is quoted by that: "police said the mayor told them"."""
    cue, span = lexicon.according_to, sentence.span
    cited = cue.pattern.search(text, span.start, span.end) if sentence.may_say(cue) else None
    if cited is not None:
        source = _name_after(sentence.words, sentence.index(cited.end()), lexicon)
        return () if source is None else (_Saying(source, 0, False),)
    saying = [
        i
        for i in sentence.verbs()
        if (word := sentence.words[i]).lemma in lexicon.reporting
        and word.tag is Tag.VERB
        and not text[word.start : word.end].isupper()  # in capitals nothing marks a name
    ]
    # "Crews found a raft, Ada Voss [said]": who finds something may be reported by another
    finding = [i for i in saying if sentence.words[i].lemma in lexicon.finding]
    telling = [i for i in saying if sentence.words[i].lemma not in lexicon.finding]
    return _speaking(sentence, telling, lexicon) or _speaking(sentence, finding, lexicon)


def _speaking(
    sentence: ParsedSentence, verbs: Sequence[int], lexicon: ClauseLexicon
) -> tuple[_Saying, ...]:
    """The first of some verbs of saying that has a speaker, and those after it whose clause stands
    beside it."""
    found: list[_Saying] = []
    for verb in verbs:
        name = _of_verb(sentence.words, verb, lexicon)
        if name is None:
            if found and (opens := _unnamed(sentence, verb, lexicon)) is not None:
                found.append(_Saying(None, opens, behind=False))
            continue
        subject = min(verb, sentence.index(name.start))
        start = sentence.segment(subject).start
        if not found or (start > found[-1].start and _is_beside(sentence.words[start:subject])):
            found.append(_Saying(name, start, _stands_behind(sentence, verb)))
    return tuple(found)


def _unnamed(sentence: ParsedSentence, verb: int, lexicon: ClauseLexicon) -> int | None:
    """The first word of a clause that stands beside another and whose own subject says what
    follows, though it names no speaker: "police said 12 died, [but papers] seen by the Gazette
    show"."""
    words, start = sentence.words, sentence.segment(verb).start
    opening = words[start:verb]
    subject = [word for word in opening if word.tag in (Tag.NOUN, Tag.PRONOUN, Tag.VERB)]
    beside = bool(opening) and opening[0].lower in _AGAINST and opening[-1].lower != "to"
    if not beside or not subject or subject[0].tag is Tag.PRONOUN:
        return None
    acts = _is_finite(words, verb, lexicon) and not _is_passive(words, verb)
    return start if acts and not _means_to_kill(words, verb) else None


def _is_beside(opening: Sequence[Word]) -> bool:
    """Whether a clause that begins with these words before its subject depends on no other."""
    first = opening[0] if opening else None
    beside = first is not None and (first.tag is Tag.BREAK or first.lower in _BESIDE)
    return beside and not any(word.tag is Tag.VERB for word in opening)


def _stands_behind(sentence: ParsedSentence, verb: int) -> bool:
    """Whether what is said stands before its verb, since nothing follows that could be said: ",
    police said on Monday,"."""
    words, stop = sentence.words, sentence.segment(verb).stop
    states = (Tag.VERB, Tag.AUXILIARY, Tag.NUMBER)
    ends = stop >= len(words) or words[stop].tag is Tag.BREAK
    return ends and not any(word.tag in states for word in words[verb + 1 : stop])


def _of_verb(words: tuple[Word, ...], verb: int, lexicon: ClauseLexicon) -> Span | None:
    """The speaker of one verb of saying, before it or behind it."""
    if (
        _is_passive(words, verb)
        or not _is_finite(words, verb, lexicon)
        or _means_to_kill(words, verb)
    ):
        return None
    if verb + 1 < len(words) and words[verb + 1].tag is Tag.VERB:
        return None  # "public [records] showed"
    before = (
        None if _is_reduced_participle(words, verb, lexicon) else _name_before(words, verb, lexicon)
    )
    return before or _inverted(words, verb, lexicon)


def _auxiliary_of(words: tuple[Word, ...], verb: int) -> Word | None:
    """The auxiliary before a verb, across adverbs: "police [have] now confirmed"."""
    before = verb - 1
    while before > 0 and words[before].tag is Tag.ADVERB:
        before -= 1
    return words[before] if before >= 0 else None


def _is_passive(words: tuple[Word, ...], verb: int) -> bool:
    """Whether a verb is passive: "two bodies were not found", "he was told"."""
    helper = _auxiliary_of(words, verb)
    return helper is not None and helper.lemma == "be" and not words[verb].lower.endswith("ing")


def _is_finite(words: tuple[Word, ...], verb: int, lexicon: ClauseLexicon) -> bool:
    """Whether a verb asserts something of its subject: not behind a modal, and no participle that
    only accompanies a clause, as in "the firm entered liquidation, [putting] 900 jobs at risk";
    "with officials [saying] that" does."""
    helper = _auxiliary_of(words, verb)
    if helper is not None and helper.lower in lexicon.grammar.modals:
        return False  # "travellers must report in", "nobody could say": nothing is said yet
    if not words[verb].lower.endswith("ing") or (helper and helper.tag is Tag.AUXILIARY):
        return True
    start = verb
    while start > 0 and _is_nominal(words[start - 1]):
        start -= 1
    return 0 < start < verb and words[start - 1].lower == "with"


def _means_to_kill(words: tuple[Word, ...], verb: int) -> bool:
    """Whether "claim" or "take" means to kill: "the mudslide claimed the [life] of", "claimed 12
    [lives]"."""
    return words[verb].lemma == "claim" and any(
        word.lemma == "life" for word in words[verb + 1 : verb + _OBJECT]
    )


def _is_reduced_participle(words: tuple[Word, ...], verb: int, lexicon: ClauseLexicon) -> bool:
    """Whether a form that may be a participle is one, since no statement follows it: "The names
    [disclosed] by police", "a ransom [reported] to be large", "three women [found] alive"."""
    helper = _auxiliary_of(words, verb)
    lemma, form = words[verb].lemma, words[verb].lower
    if form in (lemma, f"{lemma}s") or (helper is not None and helper.tag is Tag.AUXILIARY):
        return False
    after = words[verb + 1] if verb + 1 < len(words) else None
    behind = words[verb + 2 : verb + 3]
    if (
        after is not None
        and after.lower == "as"
        and behind
        and not lexicon.states.keys().isdisjoint({behind[0].lemma, behind[0].lower})
    ):
        return True  # "the names of 94 people confirmed as missing"
    if after is None or after.lower == "to" or after.lemma in lexicon.states:
        return True
    if lemma in _SAID:
        return False  # "said by telephone", "told in May"
    if after.lower == "by":
        return True
    if lemma in lexicon.finding:
        return after.tag in (Tag.PREPOSITION, Tag.BREAK)
    # "the agency reported in May that", "cases reported in May"
    if after.tag is not Tag.PREPOSITION or verb == 0:
        return False
    before = words[verb - 1]
    several = singular(before.lower) != before.lower and not before.capitalised
    return several and not is_person(before.lower, quantity_lexicon())


def _is_nominal(word: Word) -> bool:
    """Whether a word can be inside a noun phrase."""
    return word.tag in (Tag.NOUN, Tag.DETERMINER, Tag.NUMBER) or word.lower in _JOINTS


def _name_before(words: tuple[Word, ...], verb: int, lexicon: ClauseLexicon) -> Span | None:
    """The noun phrase that ends right before the verb, over an adverb or an apposition."""
    stop = verb
    while stop > 0 and (
        words[stop - 1].tag in (Tag.ADVERB, Tag.AUXILIARY) or _is_first(words[stop - 1])
    ):
        stop -= 1
    if stop > 1 and words[stop - 1].lower == ",":
        opening = _appositive_start(words, stop - 1)
        stop = stop if opening is None else opening
    if stop > 0 and words[stop - 1].tag is not Tag.NOUN:
        return None  # "shock over the fire and announced", whose subject stands before "shock"
    start = stop
    while start > 0 and stop - start < _LONGEST_NAME:
        if words[start - 1].lower == ")":
            opens = (i for i in range(start - 1, -1, -1) if words[i].lower == "(")
            start = next(opens, start - 1)  # "the National Front (NF) [delegation] said"
        elif _is_nominal(words[start - 1]) or _inside_name(words, start - 1):
            start -= 1
        else:
            break
    while start < stop and words[start].tag not in (Tag.NOUN, Tag.DETERMINER):
        start += 1
    return _span(words, start, stop, lexicon, subject=True)


def _is_first(word: Word) -> bool:
    """Whether a word is "first", which before a verb says when: "police [first] said". In capitals
    it is of a name."""
    return word.lower == "first" and not word.capitalised


def _appositive_start(words: tuple[Word, ...], comma: int) -> int | None:
    """The index at which an apposition begins, given its closing comma: ", the secretary of foreign
    affairs,"."""
    for i in range(comma - 1, max(-1, comma - 14), -1):
        if words[i].lower == ",":
            return i
        if words[i].tag in (Tag.VERB, Tag.QUOTE):
            return None
    return None


def _inverted(words: tuple[Word, ...], verb: int, lexicon: ClauseLexicon) -> Span | None:
    """The speaker behind an inverted verb: "…," said Irina Petrov. Only after a quotation or a
    comma."""
    if verb == 0 or words[verb - 1].tag not in (Tag.QUOTE, Tag.BREAK):
        return None
    if words[verb].lemma in lexicon.finding:
        return None  # "the crew of the Nadir, a boat, found 61 people"
    if verb + 1 < len(words) and words[verb + 1].tag is Tag.PREPOSITION:
        return None  # "…, said in a statement on Friday"
    stop = _phrase_end(words, verb + 1)
    if stop < len(words) and words[stop].tag in (Tag.AUXILIARY, Tag.VERB):
        return None  # "The bank, which is based in Lindow, said the theft [is] small"
    return _name_after(words, verb + 1, lexicon)


def _name_after(words: tuple[Word, ...], start: int, lexicon: ClauseLexicon) -> Span | None:
    """The speaker whose name begins at `start`, as behind "according to"."""
    stop = _phrase_end(words, start)
    noun = 0 < stop < len(words) and not words[stop].lower.endswith(("ed", "ing"))
    if noun and words[stop].lemma in lexicon.reporting and _is_last(words, stop):
        stop += 1  # "according to local [reports]", which end the phrase as nouns
    return _span(words, start, stop, lexicon)


def _is_last(words: tuple[Word, ...], at: int) -> bool:
    """Whether the clause ends at a word, so that its verb has no complement."""
    after = words[at + 1] if at + 1 < len(words) else None
    return after is None or after.tag in (Tag.BREAK, Tag.PREPOSITION, Tag.CONJUNCTION)


def _phrase_end(words: tuple[Word, ...], start: int) -> int:
    """The end of the noun phrase that begins at `start`."""
    stop = start
    while stop < len(words) and stop - start < _LONGEST_NAME:
        if not _is_nominal(words[stop]) and not _inside_name(words, stop):
            break
        stop += 1
    return stop


def _inside_name(words: tuple[Word, ...], at: int) -> bool:
    """Whether a word is part of a name, whatever it is elsewhere: "Capital [One] Trust", "Dr[.] Ada
    Voss"."""
    around = words[max(at - 1, 0) : at] + words[at + 1 : at + 2]
    titled = words[at].lower == "." and not (at > 1 and words[at - 2].capitalised)
    inside = words[at].capitalised or titled  # but "on Mill St. Police said"
    return inside and len(around) == 2 and all(word.capitalised for word in around)


def _is_time(word: Word) -> bool:
    """Whether a word belongs to an expression of time beside the name: "[Last week] the mayor
    said"."""
    return word.lower.removesuffix("'s") in _TIMES


def _span(
    words: tuple[Word, ...], start: int, stop: int, lexicon: ClauseLexicon, *, subject: bool = False
) -> Span | None:
    """The span of a speaker, without times and loose words at its ends; `None` for a pronoun."""
    while stop > start and (
        _is_time(words[stop - 1]) or _is_first(words[stop - 1]) or not _can_close(words[stop - 1])
    ):
        stop -= 1
    opening = (*_ASKING, "year-old", "-year-old")  # "the 37-[year-old] Dale Orrin"
    while start < stop and (_is_time(words[start]) or words[start].lower in opening):
        start += 1
    if start >= stop or not any(w.tag is Tag.NOUN for w in words[start:stop]):
        return None
    before = words[start - 1] if subject and start > 0 else None
    acts = stop < len(words) and words[stop].lower.endswith("ing")  # "with officials saying"
    if (
        before is not None
        and before.tag is Tag.PREPOSITION
        and not (acts and before.lower == "with")
    ):
        return None  # "a party in Lindow says": the subject stands further on the left
    if not _can_speak(words[start:stop], lexicon):
        return None
    return Span(start=words[start].start, end=words[stop - 1].end)


def _can_close(word: Word) -> bool:
    """Whether a phrase can end at a word: at a noun, also one that is elsewhere a verb."""
    return word.tag in (Tag.NOUN, Tag.VERB)


def _can_speak(phrase: tuple[Word, ...], lexicon: ClauseLexicon) -> bool:
    """Whether the head of a phrase can be a speaker: no event, statement, length of time, nor a
    number of them."""
    ends = (at for at, word in enumerate(phrase) if word.lower in _JOINTS)
    head = phrase[next(ends, len(phrase)) - 1]
    numerals = quantity_lexicon().numerals
    if head.capitalised and head.start > phrase[0].start:
        return True
    return not (
        (head.lemma in lexicon.happenings and head.lemma not in _LEADERS)
        or head.lemma in lexicon.stretches
        or head.lemma in lexicon.number_nouns
        or head.lower in numerals.cardinals
        or head.lower in numerals.dozens
        or (head.lower.endswith("ing") and head.lower in verb_forms())  # "the filing", "a ruling"
        or _is_saying(head.lemma, lexicon)
    )


def _is_saying(noun: str, lexicon: ClauseLexicon) -> bool:
    """Whether a noun is derived from a verb of saying: "report", "statement", "disclosure"."""
    stem = noun.removesuffix("ure")
    stems = (noun, noun.removesuffix("ment"), stem, f"{stem}e")
    return any(stem in lexicon.reporting for stem in stems)
