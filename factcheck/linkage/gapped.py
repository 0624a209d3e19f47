"""A question in the words of an article, with a gap where the answer stands.

"The storm was ___ north of Lindow" asks how far, and "Crews found the raft on ___" asks when. The
words stand together in one sentence and none is put into others, so that they can be long or short
but not wrong. What is chosen is whose sentence speaks, and where the stretch of it begins and ends:
the stretch with the least penalty is taken: the one closest to a clause that stands alone.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, count, takewhile
from operator import itemgetter
from typing import NamedTuple

from factcheck.clauses.lexicon import clause_lexicon
from factcheck.clauses.segments import ParsedSentence, parsed
from factcheck.clauses.tagging import Tag, Word
from factcheck.linkage.gaps import gap_of
from factcheck.linkage.label_words import commonest
from factcheck.linkage.pronouns import with_name
from factcheck.linkage.stretches import (
    NOUN,
    beginnings,
    bracket_places,
    content_places,
    dateline,
    endings,
    is_content_word,
    is_finite,
    is_personal,
    is_pronoun,
    opening,
    quote_places,
    subject_places,
    verb_places,
)
from factcheck.models import Article, Claim, Part, Span
from factcheck.text.tokeniser import TextTokens

GAP = "___"
_FAR, _MOST = 160, 8  # characters and places on either side of the gap that are looked at
# Penalties are counted in words: one for so many characters, more beyond a length, more where
# few content words (none, one, two, …).
_PER_WORD, _LONG, _PER_WORD_BEYOND = 25, 110, 4
_TOO_FEW = (10, 6, 3, 1, 0)
# Without a verb, who does it, his name, or what is said; with a hole, half of a bracket, or in a
# dateline; of another act or noun than most claims; in words that no other claim has.
_NO_VERB, _NO_SUBJECT, _PRONOUN, _NOTHING_SAID = 7, 6, 5, 10
_HOLE, _HALF_BRACKET, _DATED, _RUNS_ON, _NOTHING_COUNTED = 6, 4, 8, 6, 6
_OTHER_ACT, _OTHER_NOUN, _RARE = 3, 6, 3

_PLACE = itemgetter(0)
_COUNTING = ("count", "percent")  # the kinds that may be of anything
_OPENS_CLAUSE = frozenset({"that", "which", "who", "when", "where", "while", "because"})
_NOMINAL = (Tag.NOUN, Tag.NUMBER, Tag.DETERMINER, Tag.PREPOSITION, Tag.ADVERB)
_EDGES = " \t\n.,;:!?-–—'‘’|"
_INNER_STOP = re.compile(r"\.(?=['’]s|\s+\S)")
_QUOTED = re.compile('[“"]([^“”"]*)[”"]')


class _Stretch(NamedTuple):
    """Indices of some words in their sentence (`kept`), their penalty, and how many stretches came
    before; so the first of those with the least penalty is the smallest."""

    penalty: float
    rank: int
    kept: Sequence[int]


@dataclass(frozen=True, slots=True)
class _Source:
    """A claim in its sentence: the words of its answer there, and of all that it counts."""

    claim: Claim
    text: str
    sentence: ParsedSentence
    gap: Span
    answer: range
    counted: range

    def lemmas(self) -> frozenset[str]:
        return self.sentence.once(_lemmas)


def _lemmas(sentence: ParsedSentence) -> frozenset[str]:
    return frozenset(sentence.words[at].lemma for at in sentence.once(content_places))


def gapped(claims: Sequence[Claim], articles: Mapping[str, Article]) -> str:
    """The stretch with the least penalty over all claims, the first of several; "" where no article
    is at hand."""
    topic = "" if any(map(_tells_sort, claims)) else commonest(map(_topic, claims))
    known = [
        (claim, articles[claim.article_id]) for claim in claims if claim.article_id in articles
    ]
    sources = [_source(claim, article) for claim, article in known]
    common = Counter(chain.from_iterable(source.lemmas() for source in sources))
    least, best = math.inf, None
    for source, (claim, article) in zip(sources, known, strict=True):
        other = _OTHER_ACT if claim.quantity is None else _OTHER_NOUN
        penalty = other * ((_topic(claim) or "") != topic)
        if found := _best(source, least - penalty, common, len(known) - 1):
            least, best = penalty + found.penalty, (source, found.kept, article)
    if best is None:
        return ""
    source, kept, article = best
    return with_name(_written(source, kept), source.claim, article)


def _topic(claim: Claim) -> str | None:
    """What a claim is of, where it has a name that its kind does not tell: the noun that it counts,
    or its act."""
    if claim.quantity is None:
        return claim.question.predicate
    return claim.subject.lower() if claim.subject and not _tells_sort(claim) else None


def _tells_sort(claim: Claim) -> bool:
    """Whether the kind of a figure tells of what it is: where some claims are of people missing,
    the heading is theirs, and not that of one which counts the seats of a plane."""
    return claim.quantity is not None and claim.kind not in _COUNTING


def _source(claim: Claim, article: Article) -> _Source:
    text = claim.sentence.of(article.part(claim.part))
    sentence, gap = sentence_of(text, article.language), gap_of(claim, text)
    start = max(claim.span.start - claim.sentence.start, 0)
    whole = sentence.inside(Span(start=start, end=start + len(claim.quote)))
    answer = sentence.inside(gap)
    return _Source(claim, text, sentence, gap, answer, answer if claim.quantity is None else whole)


def _best(source: _Source, most: float, common: Mapping[str, int], others: int) -> _Stretch | None:
    """The stretch around a gap with the least penalty, if that is below `most`; the first of
    several. They are plain tuples until then: of a list of figures there are sixty for each."""
    best, always = None, _always_clause_penalty(source)
    for penalty, rank, kept in sorted(_stretches(source)):
        if penalty + always > most:
            break  # what it has is looked at only if it can be the best
        whole = (
            penalty + _clause_penalty(source, kept) + _word_penalty(source, kept, common, others)
        )
        if whole < most or (best is not None and whole == most and rank < best.rank):
            best, most = _Stretch(whole, rank, kept), whole
    return best


def _always_clause_penalty(source: _Source) -> int:
    """The penalty of every stretch of a sentence without a verb; 0 where it has one."""
    verbs, answer, counted = source.sentence.once(verb_places), source.answer, source.counted
    has_verb = any(at not in answer and at not in counted for at in verbs)
    return 0 if has_verb or source.claim.part is Part.TITLE else _NO_VERB


def _stretches(source: _Source) -> Iterator[tuple[float, int, Sequence[int]]]:
    """The stretches around a gap, and the nearest of them with the opening of the sentence before
    it: "A quake struck the coast … injuring ___"; with the penalties of their ends and length."""
    text, sentence, words = source.text, source.sentence, source.sentence.words
    first, gap = source.answer.start, source.gap
    if not source.answer:
        return
    begins = sentence.once(beginnings, text)
    until = bisect_right(begins, first, key=_PLACE)
    starts, stops = begins[max(until - _MOST, 0) : until], list(_stops(source))
    head = sentence.once(opening, text)
    dated = _DATED * (gap.start < dateline(text))
    last = max((at for at, penalty in starts if penalty < NOUN), default=starts[-1][0])
    rank = count()
    for start, beginning in starts:
        ahead = gap.start - words[start].start
        if start != last and ahead > _FAR:
            continue
        for stop, ending, after in stops:
            kept, penalty = range(start, stop), float(ending + dated)
            yield penalty + beginning + _length(ahead + after), next(rank), kept
            if start == last and head and head.stop < start and _content(source, kept):
                opened = words[head[-1]].end - words[head[0]].start
                penalty += _HOLE + _length(opened + ahead + after)
                yield penalty, next(rank), (*head, *kept)


def _stops(source: _Source) -> Iterator[tuple[int, int, int]]:
    """End indices of a stretch around a gap, each with its penalty and the number of characters
    behind the gap."""
    words, behind = source.sentence.words, source.answer.stop
    ends = source.sentence.once(endings)
    since = bisect_left(ends, behind, key=_PLACE)
    for stop, ending in ends[since : since + _MOST]:
        after = max(words[stop - 1].end - source.gap.end, 0)
        nearest = stop == ends[since][0]
        if not nearest and (after > _FAR or _leaves_quote(words, behind, stop)):
            return
        yield stop, ending, after


def _length(characters: int) -> float:
    """What so many characters beside the gap cost."""
    return characters / _PER_WORD + max(0, characters - _LONG) / _PER_WORD_BEYOND


def _leaves_quote(words: Sequence[Word], start: int, stop: int) -> bool:
    """Whether what is quoted ends among some words, and who says it follows: "…,” [Roe said]"."""
    pairs = zip(words[start : stop - 1], words[start + 1 : stop], strict=True)
    return any(one.lower in ",.!?" and two.tag is Tag.QUOTE for one, two in pairs)


def _word_penalty(
    source: _Source, kept: Sequence[int], common: Mapping[str, int], others: int
) -> float:
    """The penalty of a stretch with few content words, with words that no other sentence of the
    question has, or with half of a bracket or quotation."""
    content, words = _content(source, kept), source.sentence.words
    penalty: float = _TOO_FEW[min(len(content), len(_TOO_FEW) - 1)]
    marks = source.sentence.once(bracket_places)
    held = [words[at].lower for at in marks if at in kept and at not in source.answer]
    penalty += _HALF_BRACKET * (held.count("(") != held.count(")"))
    quotes = [at for at in source.sentence.once(quote_places) if at in kept and at != kept[0]]
    penalty += _HALF_BRACKET * (len(quotes) % 2)  # "signs that say ‘Caution[, children’]"
    if content and others:
        shared = sum(common[lemma] - 1 for lemma in content) / len(content) / others
        penalty += _RARE * (1 - shared)
    return penalty


def _content(source: _Source, kept: Sequence[int]) -> list[str]:
    """The content words of a stretch without the answer, in base forms."""
    words, places = source.sentence.words, source.sentence.once(content_places)
    return [words[at].lemma for at in kept if at in places and at not in source.answer]


def _written(source: _Source, kept: Sequence[int]) -> str:
    """The words at these places with the gap, and "…" where some are left out."""
    text, words, gap = source.text, source.sentence.words, source.gap
    hole = next((at for at, place in enumerate(kept) if place - at != kept[0]), 0)
    before = text[words[kept[hole]].start : gap.start].lstrip(_EDGES)
    if hole:
        before = f"{text[words[kept[0]].start : words[kept[hole - 1]].end]} … {before}"
    behind = text[gap.end : max(gap.end, words[kept[-1]].end)].rstrip(_EDGES)
    quoted = _QUOTED.sub(r"‘\1’", f"{before}{GAP}{behind}").replace(f"‘{GAP}’", GAP)
    return " ".join(re.sub('[“”"]', "", quoted).split())


def _clause_penalty(source: _Source, kept: Sequence[int]) -> int:
    """The penalty of a stretch that is no whole clause: without its verb, its subject, or what is
    said."""
    words, titled = source.sentence.words, source.claim.part is Part.TITLE
    day = source.claim.quantity is None
    others, finite = (
        [at for at in kept if at not in source.answer],
        source.sentence.once(verb_places),
    )
    verbs = [at for at in others if at in finite and at not in source.counted]
    if not verbs or verbs[-1] < _opened(source, kept) or (not day and _cuts_verb(source, kept)):
        return 0 if titled else _NO_VERB
    ahead = [words[at] for at in others if at < verbs[0] and words[at].tag is not Tag.QUOTE]
    counted = not day and source.answer.start < verbs[0]
    penalty = 0
    doers = (word for word in reversed(ahead) if word.tag is not Tag.ADVERB)
    if ahead and (is_pronoun(ahead[0]) or is_personal(next(doers, ahead[0]))):
        penalty = _PRONOUN  # "[she] left", "the next day, [she] left"
    elif not counted and source.sentence.once(subject_places).isdisjoint(
        at for at in others if at < verbs[-1]
    ):
        penalty = _PRONOUN if any(map(is_pronoun, ahead)) else 0 if titled else _NO_SUBJECT
    said = [at for at in others if at not in source.counted]
    penalty += _RUNS_ON * _runs_on(source, kept)
    penalty += _NOTHING_COUNTED * _counts_nothing(source, kept)
    return penalty + _NOTHING_SAID * _says_nothing(words, verbs, said)


def _opened(source: _Source, kept: Sequence[int]) -> int:
    """The word before the gap that a clause with a verb is to follow: "said [that] by Monday the
    bridge was open", and before a day also "and, on Monday, left"; -1 where none is."""
    words, day = source.sentence.words, source.claim.quantity is None
    opens = _OPENS_CLAUSE | {"and", "but"} if day else _OPENS_CLAUSE
    ahead = (at for at in kept if at < source.answer.start and words[at].lower in opens)
    return max(ahead, default=-1)


def _counts_nothing(source: _Source, kept: Sequence[int]) -> bool:
    """Whether a stretch opens with a bare figure and so without the noun that it is of: "[he made
    seven bombs,] ___ that went off"."""
    claim = source.claim
    bare = claim.kind in _COUNTING and claim.subject is None
    return bare and source.answer.start - 1 not in kept


def _runs_on(source: _Source, kept: Sequence[int]) -> bool:
    """Whether a clause that has lost its "before" or "when" is followed by the one it led to:
    "[before] Roe fell ill, he ran ___"."""
    words, start = source.sentence.words, kept[0]
    led = start > 0 and words[start - 1].tag is Tag.SUBORDINATOR
    ahead = range(start, source.answer.start)
    return led and words[start - 1].lower != "that" and any(words[a].lower == "," for a in ahead)


def _cuts_verb(source: _Source, kept: Sequence[int]) -> bool:
    """Whether words end before the verb whose subject is in the gap: "said ___ fans [from the
    north died]"."""
    words = source.sentence.words
    behind = range(max(source.counted.stop, source.answer.stop), len(words))
    nominal = sum(1 for _ in takewhile(lambda at: words[at].tag in _NOMINAL, behind))
    verb = behind.start + nominal
    return kept[-1] < verb < len(words) and is_finite(words, verb)


def _says_nothing(words: Sequence[Word], acts: Sequence[int], kept: Sequence[int]) -> bool:
    """Whether words report that somebody said something, but not what: "police said ___"."""
    lexicon = clause_lexicon()
    reporting = lexicon.reporting - lexicon.finding
    says = [at for at in kept if words[at].tag is Tag.VERB and words[at].lemma in reporting]
    if not says or len(acts) > len(says):
        return False
    behind = (words[at] for at in kept if at > says[-1])
    what = takewhile(lambda word: word.tag is not Tag.PREPOSITION, behind)
    return words[says[-1]].lemma in lexicon.to_hearers or not any(map(is_content_word, what))


@lru_cache(maxsize=1 << 9)
def sentence_of(text: str, language: str) -> ParsedSentence:
    """The words of a sentence that is given as a text of its own. A stop inside it ends a shortened
    word ("Ada W. Voss", "since Sept. 15") and no clause."""
    return parsed(TextTokens(_INNER_STOP.sub(" ", text)), Span(start=0, end=len(text)), language)
