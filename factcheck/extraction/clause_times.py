"""How a time stands to the clauses of its sentence: its verb, what brings it in, what it frames."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from factcheck.clauses.lexicon import ClauseLexicon
from factcheck.clauses.predicate import is_passive, is_past
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.tagging import Tag, Word
from factcheck.extraction.annotation import AnnotatedArticle
from factcheck.lexicon import Lexicon, any_of, load
from factcheck.mentions import TimeExpression
from factcheck.models import Span

_BEFORE = 60  # characters before a time in which a word can still bring it in
_REACH = 40  # words behind a figure among which the main verb of its sentence is looked for
_SKIPPED = (Tag.AUXILIARY, Tag.ADVERB, Tag.QUOTE)


class _AsOf(Lexicon):
    before: tuple[str, ...]
    between: tuple[str, ...]
    counts: tuple[str, ...]
    given: tuple[str, ...]
    given_on: tuple[str, ...]
    states: tuple[str, ...]
    compared: tuple[str, ...]
    changed_from: tuple[str, ...]
    placed: tuple[str, ...]
    since: tuple[str, ...]
    meanwhile: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Patterns:
    before: re.Pattern[str]
    compared: re.Pattern[str]
    compared_before: re.Pattern[str]
    from_before: re.Pattern[str]
    on: re.Pattern[str]
    since: re.Pattern[str]
    count_before: re.Pattern[str]
    count_after: re.Pattern[str]
    states: frozenset[str]
    meanwhile: frozenset[str]


def stands_with(sentence: ParsedSentence, time: TimeExpression, clause: range) -> bool:
    """Whether a time stands in a clause or is set in front of it and holds for all of it: "In 2023,
    the bank reported a loss of …"."""
    around = sentence.verb_range(sentence.index(time.span.start))
    inside = sentence.index(time.span.start) in clause
    return inside or (around.start <= clause.start and clause.stop <= around.stop)


def opens_sentence(sentence: ParsedSentence, time: TimeExpression) -> bool:
    """Whether a time opens its sentence: "[By late Monday] 12 people had died and …"."""
    before = islice(sentence.words, sentence.index(time.span.start))
    return not any(word.tag in (Tag.VERB, Tag.AUXILIARY, Tag.NOUN) for word in before)


def is_introduced(annotated: AnnotatedArticle, time: TimeExpression) -> bool:
    """Whether the words around a time say that a figure holds as of it."""
    text, words = annotated.article.text, patterns(annotated.article.language)
    before = text[max(0, time.span.start - _BEFORE) : time.span.start]
    after = text[time.span.end : time.span.end + _BEFORE]
    return (
        words.before.search(before) is not None
        or words.count_before.search(before) is not None
        or words.count_after.match(after) is not None
    )


def is_since(annotated: AnnotatedArticle, time: TimeExpression) -> bool:
    """Whether a time is the first day of a period that goes on: "since January"."""
    text, words = annotated.article.text, patterns(annotated.article.language)
    before = text[max(0, time.span.start - _BEFORE) : time.span.start]
    return words.since.search(before) is not None


def of_speech(annotated: AnnotatedArticle, sentence: ParsedSentence, time: TimeExpression) -> bool:
    """Whether a time is that of a statement: "40 people left, officials said on Thursday"."""
    at = verb_of(sentence, time.span)
    if at is None or sentence.words[at].lemma not in annotated.lexicon.reporting:
        return False
    # "The outbreak, [declared on Monday], has killed 61 people"
    inserted = at > 0 and sentence.words[at - 1].lower == "," and sentence.words[at].lower != "said"
    return not (inserted and sentence.index(time.span.start) in (at + 1, at + 2))


def verb_of(sentence: ParsedSentence, span: Span) -> int | None:
    """The verb of a time or figure: the last before it in its clause, else the first behind it."""
    index = min(sentence.index(span.start), len(sentence.words) - 1)
    clause, verbs = sentence.verb_range(index), sentence.verbs()
    after = bisect_left(verbs, index)
    for at in reversed(verbs[bisect_left(verbs, clause.start) : after]):
        if not _attributive(sentence.words, at):
            return at
    if after < len(verbs) and verbs[after] < clause.stop:
        return _main(sentence.words, verbs[after])
    return None


def of_the_main_verb(
    sentence: ParsedSentence, figure: Span, time: TimeExpression, annotated: AnnotatedArticle
) -> bool:
    """Whether a time is that of the main verb, where the figure stands in what says who or what:
    "The gunman who killed 12 people [was sentenced on Monday]", "[was charged on Monday] with
    killing 12 people"."""
    words, lexicon = sentence.words, annotated.lexicon
    at, day = sentence.index(figure.start), sentence.index(time.span.start)
    opener = _embedding(sentence, at, lexicon)
    if opener is None:
        return False
    gerund = words[opener].tag is Tag.PREPOSITION
    if day < at:
        # "succeeded on Monday in freeing 12 hostages"
        meanwhile = words[opener].lower in patterns(annotated.article.language).meanwhile
        verb = verb_of(sentence, time.span)
        beside = day < opener and day in sentence.segment(opener)
        return gerund and not meanwhile and beside and verb is not None and verb < opener
    main = _main_behind(sentence, opener, range(at + 1, min(day, at + _REACH)))
    if main is None:
        return False
    if gerund:
        return True
    # "The shooting that killed 12 people took place on Monday"
    noun = words[opener - 1 - (words[opener - 1].tag is Tag.BREAK and opener > 1)]
    return noun.lemma not in lexicon.happenings or is_passive(words, main)


def _embedding(sentence: ParsedSentence, figure: int, lexicon: ClauseLexicon) -> int | None:
    """The index of the word that opens what only restricts a noun before a figure: the pronoun of a
    relative clause ("[who] killed 12 people"), the preposition of a gerund ("[with] killing");
    `None` where the figure stands in none."""
    words, segment, verbs = sentence.words, sentence.segment(figure), sentence.verbs()
    before = bisect_left(verbs, figure)
    if before == 0 or verbs[before - 1] not in segment:
        return None
    verb = verbs[before - 1]
    if words[verb].lemma in lexicon.reporting or words[verb].lemma in lexicon.believing:
        return None  # "who said 12 people were hurt on Monday"
    if words[verb].lower.endswith("ing"):
        if before > 1 and words[verb - 1].tag is Tag.CONJUNCTION:
            verb = verbs[before - 2]  # "with [killing] 12 people and wounding 40"
        # "a bus that was carrying 12 people": it did so when it crashed
        opens = verb > 0 and words[verb - 1].tag is Tag.PREPOSITION
        return verb - 1 if opens and words[verb].lower.endswith("ing") else None
    first = segment.start
    if first and words[first].tag is Tag.CONJUNCTION and first + 1 == verb:
        first = sentence.segment(first - 1).start  # "[who] killed 12 people and wounded 40"
    first += words[first].tag is Tag.BREAK
    opened = first < verb and words[first].lower in lexicon.grammar.relatives
    subject = opened and words[first + 1].tag in (Tag.VERB, Tag.AUXILIARY, Tag.ADVERB)
    return first if subject and first else None


def _main_behind(sentence: ParsedSentence, opener: int, where: range) -> int | None:
    """The index of the main verb among the words behind an embedded clause: an auxiliary, else,
    where the noun before the clause has no verb yet, the last verb that is no infinitive and no
    -ing form."""
    words, verbs = sentence.words, sentence.verbs()
    if any(_parts(words, i, opener) for i in where):
        return None
    inside = [
        i for i in verbs[bisect_left(verbs, where.start) : bisect_left(verbs, where.stop)]
        if words[i - 1].lower != "to"
        and words[i - 1].tag is not Tag.CONJUNCTION
        and not words[i].lower.endswith("ing")
    ]  # fmt: skip
    helped = next((i for i in inside if words[i].tag is Tag.AUXILIARY), None)
    if helped is not None:
        return _main(words, helped)
    before = bisect_left(verbs, opener)
    # "[A man charged] with killing 12 people pleaded guilty", but "blamed for leaving 12 injured"
    unused = before == 0 or (before == 1 and verbs[0] == opener - 1)
    # "The bus that left 12 injured on Monday [had] no brakes"
    behind = bisect_left(verbs, where.stop)
    after = verbs[behind : behind + 1]
    comes = bool(after) and after[0] in sentence.segment(max(where.start, where.stop - 1))
    return inside[-1] if inside and unused and not comes else None


def _parts(words: Sequence[Word], index: int, opener: int) -> bool:
    """Whether a word behind an embedded clause begins another than the one it stands in: a comma,
    unless it closes an inserted clause right before a verb, or a conjunction, unless a second verb
    without a subject follows ("and wounded 40")."""
    tag, behind = words[index].tag, words[index + 1 : index + 2]
    if tag is Tag.BREAK:
        closes = opener > 0 and words[opener - 1].tag is Tag.BREAK
        return not (closes and [w.tag for w in behind] in ([Tag.AUXILIARY], [Tag.VERB]))
    if tag is Tag.CONJUNCTION:
        return not (behind and behind[0].tag is Tag.VERB)
    return tag is Tag.SUBORDINATOR


def _attributive(words: Sequence[Word], verb: int) -> bool:
    """Whether a participle that is not the last word stands before its noun: "was driving
    [sustained] winds"."""
    if verb == 0 or words[verb].tag is not Tag.VERB:
        return False
    before, after = words[verb - 1].tag, words[verb + 1].tag
    opens = before in (Tag.VERB, Tag.DETERMINER, Tag.NUMBER, Tag.PREPOSITION)
    return opens and after is Tag.NOUN and is_past(words[verb].lower)


def _main(words: Sequence[Word], verb: int) -> int:
    """The index of the main verb of an auxiliary: "On Sunday 61 were [killed]"."""
    at = verb
    while at + 1 < len(words) and words[at].tag in _SKIPPED:
        at += 1
    return at if words[at].tag is Tag.VERB else verb


@cache
def patterns(language: str) -> _Patterns:
    """The patterns around days of a count and around progress, made from the words of a
    language."""
    words = load("asof", _AsOf, language)
    counts, given = any_of(words.counts), any_of(words.given)
    between, on = any_of(words.between), any_of(words.given_on)
    flags = re.IGNORECASE
    return _Patterns(
        compared=re.compile(rf"\b{any_of(words.compared)}\s", flags),
        compared_before=re.compile(rf"\b{any_of(words.compared)}\s+$", flags),
        from_before=re.compile(rf"\b{any_of(words.changed_from)}\s+$", flags),
        since=re.compile(rf"\b{any_of(words.since)}\s+(?:the\s+)?$", flags),
        on=re.compile(rf"\s+(?:{any_of(words.placed)}\s+)?(?:the\s+)?", flags),
        before=re.compile(rf"\b{any_of(words.before)}\s+(?:{between}\s+)?$", flags),
        count_before=re.compile(rf"\b{counts}\s+(?:{given}\s+)?(?:{on}\s+)?$", flags),
        count_after=re.compile(rf"(?:['’]s?\s+(?:[\w-]+\s+){{0,2}}|\s+){counts}\b", flags),
        states=frozenset(words.states),
        meanwhile=frozenset(words.meanwhile),
    )
