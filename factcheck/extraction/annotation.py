"""An article with everything that was found in it before claims are made."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from factcheck.clauses.collectives import collective_nouns
from factcheck.clauses.denial import corrects
from factcheck.clauses.lexicon import ClauseLexicon, clause_lexicon
from factcheck.clauses.segments import ParsedSentence, parsed
from factcheck.clauses.tagging import Tag, small, words_in
from factcheck.clauses.words import base_form, names
from factcheck.mentions import QuantityMention, TimeCaution, TimeExpression, TimeType
from factcheck.models import Article, Dimension, Section, Span
from factcheck.quantities import quantities_in
from factcheck.text.sections import repeats, sections
from factcheck.text.sentences import sentences
from factcheck.text.tokeniser import TextTokens
from factcheck.times.dateline import day_in
from factcheck.times.find import times_in

_CORRECTED = 80  # characters between a figure and the one that corrects it
_SCORE = 4  # characters of " to "
_NEAR = 60  # characters between a figure and its earlier state
# A day may be named with a part of it ("Sunday night" is a time in TIMEX3); a clock time has a
# kind of its own.
DAYS = (TimeType.DATE, TimeType.TIME)
# Times of which nothing happened: a limit, and what is only compared with.
_NO_EVENT = (TimeCaution.BOUND, TimeCaution.COMPARED)


@dataclass(frozen=True)
class AnnotatedArticle:
    """An article with everything that was found in it before claims are made."""

    article: Article
    tokens: TextTokens
    spans: tuple[Span, ...]
    sections: tuple[Section, ...]
    mentions: tuple[QuantityMention, ...]
    times: tuple[TimeExpression, ...]
    lexicon: ClauseLexicon

    def parsed(self, sentence: int) -> ParsedSentence:
        """A sentence with its words and segments. Parsed on demand, since half of the sentences of
        news have no figure and no day."""
        found = self._parsed.get(sentence)
        if found is None:
            found = parsed(self.tokens, self.spans[sentence], self.article.language)
            self._parsed[sentence] = found
        return found

    @cached_property
    def _parsed(self) -> dict[int, ParsedSentence]:
        return {}

    @cached_property
    def dateline(self) -> Span | None:
        """Where the text prints the day of the article."""
        printed = day_in(self.article.text, self.article.language)
        return None if printed is None else printed.span

    @cached_property
    def collectives(self) -> tuple[str | None, ...]:
        """For each sentence the collective noun last mentioned."""
        begun = self.lexicon.begun_groups
        naming = (
            self.parsed(at)
            if any(word.startswith(begun) for word in self.tokens.letter_runs(span))
            else None
            for at, span in enumerate(self.spans)
        )
        return collective_nouns(naming, self.lexicon)

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
            dates = (t for t in self.dates_in(i) if t.caution not in _NO_EVENT)
            last = next(dates, last)
        return tuple(found)

    @cached_property
    def _dates(self) -> dict[int, list[TimeExpression]]:
        """The days in each sentence, by its number."""
        by_sentence: dict[int, list[TimeExpression]] = {}
        for time in self.times:
            at = self.sentence_at(time.span)
            if at is not None and time.type in DAYS and time.period() is not None:
                by_sentence.setdefault(at, []).append(time)
        return by_sentence

    @cached_property
    def _clocks(self) -> dict[int, list[TimeExpression]]:
        """The clock times without a day in each sentence, by its number."""
        by_sentence: dict[int, list[TimeExpression]] = {}
        for time in self.times:
            at = self.sentence_at(time.span)
            if at is not None and time.type is TimeType.TIME and time.period() is None:
                by_sentence.setdefault(at, []).append(time)
        return by_sentence

    def clocks_in(self, sentence: int) -> list[TimeExpression]:
        """The times of day in a sentence that have no day: "as of 2 p.m."."""
        return self._clocks.get(sentence, [])

    @cached_property
    def _percents(self) -> dict[int, list[QuantityMention]]:
        """The percentages in each sentence, by its number."""
        by_sentence: dict[int, list[QuantityMention]] = {}
        for mention in self.mentions:
            at = self.sentence_at(mention.span)
            if at is not None and mention.quantity.dimension is Dimension.PERCENT:
                by_sentence.setdefault(at, []).append(mention)
        return by_sentence

    def percents_in(self, sentence: int) -> list[QuantityMention]:
        """The percentages in a sentence."""
        return self._percents.get(sentence, [])

    def dates_in(self, sentence: int) -> list[TimeExpression]:
        """The dates in a sentence that the calendar can place."""
        return self._dates.get(sentence, [])

    @cached_property
    def _paragraphs(self) -> tuple[int, ...]:
        """For each sentence the index of the first sentence of its paragraph."""
        firsts: list[int] = []
        for i, span in enumerate(self.spans):
            new = i == 0 or "\n" in self.article.text[self.spans[i - 1].end : span.start]
            firsts.append(i if new else firsts[-1])
        return tuple(firsts)

    def context(self, sentence: int) -> Set[str]:
        """The base forms of the words of a sentence and of the few before it, computed on
        demand."""
        return _Context(self, sentence)

    def names_in(self, sentence: int) -> tuple[str, ...]:
        """The names in a sentence. Its first word is one if it is a name elsewhere in the article:
        "[Roe], 45, was found. Police said Roe …"."""
        found = self._inner_names(sentence)
        words = self.parsed(sentence).words
        if not words or words[0].tag is not Tag.NOUN:
            return found
        first = base_form(words[0].lower)
        return (first, *found) if first not in found and self._is_name(first) else found

    def _inner_names(self, sentence: int) -> tuple[str, ...]:
        """The names in a sentence but for its first word; a time has none: "Christmas Eve", "3 p.m.
        EST"."""
        found = self.parsed(sentence).once(names, self.lexicon)
        times = self._times.get(sentence, ()) if found else ()
        if not times:
            return found
        starts = [span.start for span in times]
        of_times = {
            base_form(word.lower)
            for word in self.parsed(sentence).words
            if (before := bisect_right(starts, word.start)) and word.start < times[before - 1].end
        }
        return tuple(name for name in found if name not in of_times)

    @cached_property
    def _times(self) -> dict[int, list[Span]]:
        """Where the times of each sentence stand, by its number."""
        by_sentence: dict[int, list[Span]] = {}
        for time in self.times:
            at = self.sentence_at(time.span)
            if at is not None:
                by_sentence.setdefault(at, []).append(time.span)
        return by_sentence

    def _is_name(self, word: str) -> bool:
        """Whether a word is written with a capital inside some sentence of the article."""
        known = self._names.get(word)
        if known is None:
            places = self._capitalised.get(word, ())
            known = any(word in self._inner_names(sentence) for sentence in places)
            self._names[word] = known
        return known

    @cached_property
    def _names(self) -> dict[str, bool]:
        return {}

    @cached_property
    def _capitalised(self) -> dict[str, list[int]]:
        """For each word that has a capital somewhere the sentences it has it in."""
        places: dict[str, list[int]] = {}
        for at, span in enumerate(self.spans):
            if at in self._parsed:  # its words need not be cut again
                words = [word.lower for word in self._parsed[at].words if word.capitalised]
            else:
                cut = words_in(self.tokens, span)
                words = [small(word) for word in cut if word[0].isupper()]
            for word in words:
                places.setdefault(base_form(word), []).append(at)
        return places

    def later_of_change(self, mention: QuantityMention) -> QuantityMention | None:
        """The later figure of a change whose earlier one is bare: "the storm killed [230 people],
        up from 85". What is said of the one holds for the other."""
        before = self._before.get(mention.span.start)
        own = mention.subject_span is not None and mention.subject_span.overlaps(mention.span)
        if before is None or own or before.quantity.dimension is not mention.quantity.dimension:
            return None
        between = self.article.text[before.span.end : mention.span.start]
        changed = len(between) <= _NEAR and self.lexicon.changed_from.search(between) is not None
        same = self.sentence_at(before.span) == self.sentence_at(mention.span)
        return before if changed and same else None

    def corrected_by(self, mention: QuantityMention) -> QuantityMention | None:
        """The figure that a bare one corrects, in its sentence or the one before: "had reported [12
        dead]; it corrected the figure to two". What is said of the one holds for the other."""
        before = self._before.get(mention.span.start)
        if before is None or mention.subject is not None:
            return None
        between = self.article.text[before.span.end : mention.span.start]
        near = len(between) <= _CORRECTED and corrects(between, self.article.language)
        return before if near and before.quantity.dimension is mention.quantity.dimension else None

    def summed_up_by(self, mention: QuantityMention) -> QuantityMention | None:
        """The figure of its sentence that a bare total includes: "recovered [two more bodies],
        bringing the total to 39"."""
        before = self._before.get(mention.span.start)
        if before is None or mention.subject is not None:
            return None
        between = self.article.text[before.span.end : mention.span.start]
        summed = len(between) <= _NEAR and self.lexicon.adding_up.search(between) is not None
        same = self.sentence_at(before.span) == self.sentence_at(mention.span)
        return before if summed and same else None

    def is_second_of_score(self, mention: QuantityMention) -> bool:
        """Whether a figure is the second of a score: "54 to [41]"."""
        before = self._before.get(mention.span.start)
        if before is None or before.quantity.dimension is not Dimension.SCORE:
            return False
        return mention.span.start - before.span.end <= _SCORE

    def counts_back(self, mention: QuantityMention) -> bool:
        """Whether a length of time says how long ago something happened: "the attack happened
        [three days] ago" is no attack of three days."""
        if mention.quantity.dimension is not Dimension.DURATION:
            return False
        spans = self._long_ago
        at = bisect_right(spans, mention.span.end, key=lambda span: span.start) - 1
        return at >= 0 and spans[at].overlaps(mention.span)

    @cached_property
    def _long_ago(self) -> list[Span]:
        """The spans of times counted back from publication, in order: "three days ago"."""
        return [time.span for time in self.times if time.rule == "ago"]

    @cached_property
    def wholes(self) -> frozenset[Span]:
        """The spans of the figures that a part is taken from by "of": "two of the [40 passengers]".
        What is said of the part is not said of them."""
        return frozenset(
            m.part_of for m in self.mentions if m.part_of is not None and m.span.covers(m.part_of)
        )

    def figure_before(self, offset: int) -> QuantityMention | None:
        """The last figure that begins before an offset."""
        at = bisect_left(self.mentions, offset, key=lambda mention: mention.span.start)
        return self.mentions[at - 1] if at else None

    def is_next(self, mention: QuantityMention, sentence: ParsedSentence, at: int) -> bool:
        """Whether the next figure begins with the word at `at` of the sentence."""
        here = sentence.words[at : at + 1]
        return bool(here) and self._before.get(here[0].start) is mention

    @cached_property
    def _before(self) -> dict[int, QuantityMention]:
        """For each mention by its start, the mention before it."""
        return {later.span.start: earlier for earlier, later in pairwise(self.mentions)}

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.spans]

    def sentence_at(self, span: Span) -> int | None:
        """The index of the sentence that a span begins in; `None` inside page furniture."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or self.sections[at] is Section.FURNITURE or span.start >= self.spans[at].end:
            return None
        return at


class _Context(Set[str]):
    """The base forms of the words of a sentence and of the few before it, as a set computed on
    demand."""

    def __init__(self, annotated: AnnotatedArticle, sentence: int) -> None:
        self._reading, self._sentence = annotated, sentence

    @cached_property
    def _words(self) -> frozenset[str]:
        """The base forms of the words of these sentences, computed once."""
        around = range(max(0, self._sentence - 3), self._sentence + 1)
        return frozenset(lemma for at in around for lemma in self._reading.parsed(at).lemmas())

    def __contains__(self, word: object) -> bool:
        return word in self._words

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)


def read_title(article: Article) -> AnnotatedArticle | None:
    """Annotate a title that the text does not repeat: its figures and times; `None` without one."""
    title = article.title
    if not title.strip() or repeats(article.text, title):
        return None
    return read(article.model_copy(update={"text": title, "title": ""}))


def read(article: Article) -> AnnotatedArticle:
    """Annotate an article of plain text: its sentences, figures and times, found once for all its
    claims."""
    text = article.text
    tokens = TextTokens(text)
    spans = sentences(text, article.language)
    return AnnotatedArticle(
        article=article,
        tokens=tokens,
        spans=spans,
        sections=sections(text, spans, article.title, article.language),
        mentions=quantities_in(tokens, spans, article.language),
        times=times_in(
            tokens, article.published, country=article.country, language=article.language
        ),
        lexicon=clause_lexicon(article.language),
    )
