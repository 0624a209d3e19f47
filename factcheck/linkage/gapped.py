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
from itertools import chain, count
from operator import itemgetter
from typing import NamedTuple

from factcheck.clauses.tagging import Tag, Word
from factcheck.linkage.gaps import gap_of, times_in
from factcheck.linkage.label_words import commonest
from factcheck.linkage.pronouns import sentence_before, with_name
from factcheck.linkage.stretches import (
    NOUN,
    beginnings,
    bracket_places,
    content_places,
    dateline,
    endings,
    first_person_places,
    is_relative,
    opening,
    quote_places,
)
from factcheck.linkage.tagged_sentences import parsed_sentence
from factcheck.linkage.wholeness import COUNTING, Source, clause_penalty, least_penalty
from factcheck.models import Article, Claim, Part, Span

GAP = "___"
_FAR, _MOST = 160, 8  # characters and places on either side of the gap that are looked at
# Penalties are counted in words: one for so many characters, more beyond a length, more where
# few content words (none, one, two, …).
_PER_WORD, _LONG, _PER_WORD_BEYOND = 25, 110, 4
_TOO_FEW = (10, 6, 3, 1, 0)
# With a hole, half of a bracket or quotation, in a dateline, or behind a mark that ends the same
# time; of another act or noun than most claims; in words that no other claim has; of a line
# without a stop.
_HOLE, _HALF_BRACKET, _HALF_QUOTE, _DATED, _RESTATED = 6, 4, 6, 8, 8
_OTHER_ACT, _OTHER_NOUN, _RARE, _NO_STOP = 3, 6, 3, 2

_PLACE = itemgetter(0)
_EDGES = " \t\n.,;:!?-–—'‘’|"
_QUOTED = re.compile('[“"]([^“”"]*)[”"]')
_STOPPED = re.compile(r"[.!?…][\W]*$")
_MARK = re.compile(r"\s*(?:--?|[–—―,(])\s*")


class _Stretch(NamedTuple):
    """Indices of some words in their sentence (`kept`), their penalty, and how many stretches came
    before; so the first of those with the least penalty is the smallest."""

    penalty: float
    rank: int
    kept: Sequence[int]


def gapped(claims: Sequence[Claim], articles: Mapping[str, Article]) -> str:
    """The stretch with the least penalty over all claims, the first of several; "" where no article
    is at hand."""
    topic = "" if any(map(_tells_sort, claims)) else commonest(map(_topic, claims))
    sources = [
        _source(claim, articles[claim.article_id])
        for claim in claims
        if claim.article_id in articles
    ]
    common = Counter(chain.from_iterable(source.lemmas() for source in sources))
    least, best = math.inf, None
    for source in sources:
        other = _OTHER_ACT if source.claim.quantity is None else _OTHER_NOUN
        penalty = float(other * ((_topic(source.claim) or "") != topic))
        penalty += _NO_STOP * _is_line_of_page(source)
        if found := _best(source, least - penalty, common, len(sources) - 1):
            least, best = penalty + found.penalty, (source, found.kept)
    if best is None:
        return ""
    source, kept = best
    return f"{_leaned_on(source)}{with_name(_written(source, kept), source.claim, source.article)}"


def _is_line_of_page(source: Source) -> bool:
    """Whether a text without a stop stands below the headline: a line of the page, which may have
    other lines before it: "Story highlights Roe came back on Monday"."""
    claim, text = source.claim, source.article.text
    headline = claim.part is Part.TITLE or "\n" not in text[: claim.sentence.start].lstrip()
    return not headline and not _stops_at_end(source)


def _stops_at_end(source: Source) -> bool:
    return bool(_STOPPED.search(source.text))


def _leaned_on(source: Source) -> str:
    """The sentence before one that has no verb and leans on it: "[She passed on Friday.] ___ down,
    three to go"; "" where none does."""
    if not least_penalty(source) or not _stops_at_end(source):
        return ""
    before = _plain(sentence_before(source.claim, source.article))
    return f"{before} " if 0 < len(before) <= _LONG else ""


def _topic(claim: Claim) -> str | None:
    """What a claim is of, where it has a name that its kind does not tell: the noun that it counts,
    or its act."""
    if claim.quantity is None:
        return claim.question.predicate
    return claim.subject.lower() if claim.subject and not _tells_sort(claim) else None


def _tells_sort(claim: Claim) -> bool:
    """Whether the kind of a figure tells of what it is: where some claims are of people missing,
    the heading is theirs, and not that of one which counts the seats of a plane."""
    return claim.quantity is not None and claim.kind not in COUNTING


def _source(claim: Claim, article: Article) -> Source:
    text = claim.sentence.of(article.part(claim.part))
    sentence, gap = parsed_sentence(text, article.language), gap_of(claim, text)
    start = max(claim.span.start - claim.sentence.start, 0)
    whole = sentence.inside(Span(start=start, end=start + len(claim.quote)))
    answer = sentence.inside(gap)
    counted = answer if claim.quantity is None else whole
    return Source(claim, article, text, sentence, gap, answer, counted)


def _best(source: Source, most: float, common: Mapping[str, int], others: int) -> _Stretch | None:
    """The stretch around a gap with the least penalty, if that is below `most`; the first of
    several. They are plain tuples until then: of a list of figures there are sixty for each."""
    best, always = None, least_penalty(source)
    for penalty, rank, kept in sorted(_stretches(source)):
        if penalty + always > most:
            break  # what it has is looked at only if it can be the best
        whole = penalty + clause_penalty(source, kept) + _word_penalty(source, kept, common, others)
        if whole < most or (best is not None and whole == most and rank < best.rank):
            best, most = _Stretch(whole, rank, kept), whole
    return best


def _stretches(source: Source) -> Iterator[tuple[float, int, Sequence[int]]]:
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
    dated = _DATED * (gap.start < dateline(text)) + _RESTATED * _restates(source)
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
                penalty += _HOLE * (1 + is_relative(words[start])) + _length(opened + ahead + after)
                yield penalty, next(rank), (*head, *kept)


def _stops(source: Source) -> Iterator[tuple[int, int, int]]:
    """End indices of a stretch around a gap, each with its penalty and the number of characters
    behind the gap."""
    words, behind = source.sentence.words, source.answer.stop
    ends = source.sentence.once(endings)
    since = bisect_left(ends, behind, key=_PLACE)
    first_person = source.sentence.once(first_person_places)  # who says it is told behind
    for stop, ending in ends[since : since + _MOST]:
        after = max(words[stop - 1].end - source.gap.end, 0)
        nearest = stop == ends[since][0]
        if not nearest and (
            after > _FAR or (not first_person and _leaves_quote(words, behind, stop))
        ):
            return
        yield stop, ending, after


def _restates(source: Source) -> bool:
    """Whether a day follows another time that a mark ends: "resumed after dawn on Monday — ___"."""
    if source.claim.quantity is not None:
        return False
    ends = (time.span.end for time in times_in(source.text) if time.span.end < source.gap.start)
    return any(_MARK.fullmatch(source.text, end, source.gap.start) for end in ends)


def _length(characters: int) -> float:
    """What so many characters beside the gap cost."""
    return characters / _PER_WORD + max(0, characters - _LONG) / _PER_WORD_BEYOND


def _leaves_quote(words: Sequence[Word], start: int, stop: int) -> bool:
    """Whether what is quoted ends among some words, and who says it follows: "…,” [Roe said]"."""
    pairs = zip(words[start : stop - 1], words[start + 1 : stop], strict=True)
    return any(one.lower in ",.!?" and two.tag is Tag.QUOTE for one, two in pairs)


def _word_penalty(
    source: Source, kept: Sequence[int], common: Mapping[str, int], others: int
) -> float:
    """The penalty of a stretch with few content words, with words that no other sentence of the
    question has, or with half of a bracket or quotation."""
    content, words = _content(source, kept), source.sentence.words
    penalty: float = _TOO_FEW[min(len(content), len(_TOO_FEW) - 1)]
    marks = source.sentence.once(bracket_places)
    held = [words[at].lower for at in marks if at in kept and at not in source.answer]
    penalty += _HALF_BRACKET * (held.count("(") != held.count(")"))
    quotes = [at for at in source.sentence.once(quote_places) if at in kept]
    penalty += _HALF_QUOTE * (
        len(quotes) % 2 and quotes != [kept[0]]
    )  # "signs that say ‘Caution[, children’]"
    if content and others:
        shared = sum(common[lemma] - 1 for lemma in content) / len(content) / others
        penalty += _RARE * (1 - shared)
    return penalty


def _content(source: Source, kept: Sequence[int]) -> list[str]:
    """The content words of a stretch without the answer, in base forms."""
    words, places = source.sentence.words, source.sentence.once(content_places)
    return [words[at].lemma for at in kept if at in places and at not in source.answer]


def _written(source: Source, kept: Sequence[int]) -> str:
    """The words at these places with the gap, and "…" where some are left out."""
    text, words, gap = source.text, source.sentence.words, source.gap
    hole = next((at for at, place in enumerate(kept) if place - at != kept[0]), 0)
    before = text[words[kept[hole]].start : gap.start].lstrip(_EDGES)
    if hole:
        before = f"{text[words[kept[0]].start : words[kept[hole - 1]].end]} … {before}"
    behind = text[gap.end : max(gap.end, words[kept[-1]].end)].rstrip(_EDGES)
    return _plain(f"{before}{GAP}{behind}")


def _plain(words: str) -> str:
    """Words to stand in a quotation: what they quote stands in single marks, half of a quotation in
    none."""
    quoted = _QUOTED.sub(r"‘\1’", words).replace(f"‘{GAP}’", GAP)
    return " ".join(re.sub('[“”"]', "", quoted).split())
