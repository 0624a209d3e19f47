"""The features of the claims of a batch: those of each claim, and those that depend on the
others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import datetime, time, timedelta, timezone
from decimal import Decimal
from functools import cached_property
from itertools import chain

from factcheck.answers.comparable import answer_of
from factcheck.answers.zones import minutes_ahead
from factcheck.clauses.tagging import Word
from factcheck.interval import Interval
from factcheck.kinds import EventDate, EventTime, Kind
from factcheck.linkage.block import text_of
from factcheck.linkage.context import (
    SentenceKey,
    added_on_condition,
    answer_key,
    bag_of,
    blocking_key_of,
    counted_besides,
    counted_by_sorts,
    counted_with,
    foreign_names,
    is_definite,
    lead_days,
    sentence_key,
    sets_beside,
    sorts_of,
    themes_of,
    whole_of,
)
from factcheck.linkage.contrast import Token, content_of
from factcheck.linkage.features import Beside, Features, WordWeights, features_of
from factcheck.linkage.given_names import given_names_of
from factcheck.linkage.model import context_bounds
from factcheck.linkage.nearby import in_bits, nearness, stems_of
from factcheck.linkage.profiles import text_words
from factcheck.linkage.referents import referents
from factcheck.linkage.tagged_sentences import sentence_words
from factcheck.models import Article, Claim, Part, Phase, Section, Span, Status
from factcheck.policy import DEFAULT
from factcheck.provenance.origins import masked_sentence, runs
from factcheck.text.rarity import rarity


def features(
    articles: Sequence[Article], claims: Sequence[Claim], kinds: Mapping[str, Kind]
) -> tuple[tuple[Features, ...], WordWeights]:
    """The features of each claim, in order, and the weight of each word."""
    by_id = {article.id: article for article in articles}
    words = WordWeights(articles[0].language if articles else "en")
    sentences = {sentence_key(c): c.sentence.of(by_id[c.article_id].part(c.part)) for c in claims}
    tags = {key: sentence_words(text, by_id[key[0]].language) for key, text in sentences.items()}
    stems = {key: stems_of(tagged, by_id[key[0]].language) for key, tagged in tags.items()}
    bags = {key: bag_of(tagged, by_id[key[0]].language) for key, tagged in tags.items()}
    referred = referents(tags, by_id)
    leads = lead_days(claims, by_id)
    run, lead = context_bounds().run, context_bounds().lead
    answers = [answer_of(claim, DEFAULT) for claim in claims]
    given = Counter(map(answer_key, claims))
    shingles = {key: runs(masked_sentence(text), run) for key, text in sentences.items()}
    besides = _figures_of_sentences(claims)
    added = {
        key: added_on_condition(text, by_id[key[0]].language) for key, text in sentences.items()
    }
    others = {key: sets_beside(tagged, by_id[key[0]].language) for key, tagged in tags.items()}
    sorts = counted_by_sorts(claims, by_id)
    by_span = {(c.article_id, c.part, c.span): c for c in claims if c.quantity is not None}
    moments = _moments(claims)
    themes = themes_of(bags)
    article_words = {article.id: _ArticleWords(article) for article in articles}
    leads_of = {a.id: f"{a.title}\n{a.text[:lead]}".lower() for a in articles}
    made = []
    for i, claim in enumerate(claims):
        key = sentence_key(claim)
        article = by_id[claim.article_id]
        one = features_of(
            claim, i, *bags[key], article, leads.get(claim.article_id), kinds.get(claim.kind)
        )
        one.answer = answers[i]
        if isinstance(claim, EventDate):
            one.moment = moments.get((claim.article_id, claim.part, claim.span))
        one.definite = is_definite(claim, article)
        one.lead = claim.section is Section.HEADLINE or claim.span.start < lead
        one.given = given[answer_key(claim)]
        one.sentence = shingles[key]
        one.beside = besides[key]
        place = _in_sentence(claim)
        one.nearby = in_bits(nearness(stems[key], place), words)
        one.referents = referred.get(key, frozenset())
        one.whole = whole_of(claim, article, by_span)
        one.one_of_sorts = claim.id in sorts
        one.takes_in, one.leaves_out = counted_with(claim, article)
        one.counts_besides = counted_besides(one.takes_in, added[key])
        one.sorts = sorts_of(claim, article.language)
        one.another = others[key]
        one.themes = themes[claim.article_id]
        one.content = _content(one, place, tags[key], article.language)
        one.article_words = article_words[claim.article_id]
        _fill_names(one, article, leads_of[article.id])
        made.append(one)
    _set_parts(made, by_span)
    _set_totals(made)
    _set_sizes(made)
    return tuple(made), words


class _ArticleWords(Container[str]):
    """Every word of an article, read when first asked for: the names of most pairs need none."""

    def __init__(self, article: Article) -> None:
        self._article = article

    def __contains__(self, word: object) -> bool:
        return word in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        title = text_words(self._article.title, self._article.language)
        language, text = text_of(self._article)  # as its profile has it, which was read already
        return frozenset(chain(title, text_words(text, language)))


def _figures_of_sentences(claims: Iterable[Claim]) -> Mapping[SentenceKey, frozenset[Beside]]:
    """The figures of each sentence that has a claim, each with its blocking key."""
    found: defaultdict[SentenceKey, set[Beside]] = defaultdict(set)
    for claim in claims:
        figures = found[sentence_key(claim)]
        if claim.quantity is not None:
            figures.add((blocking_key_of(claim), (claim.quantity.low, claim.quantity.high)))
    return {key: frozenset(figures) for key, figures in found.items()}


def _moments(claims: Iterable[Claim]) -> dict[tuple[str, Part, Span], datetime]:
    """The moments given by a day and a clock time of a known zone, by article, part and span of the
    day."""
    found = {}
    for claim in claims:
        days = None if claim.when is None else claim.when.days()
        if not isinstance(claim, EventTime) or days is None or days.low is None:
            continue
        ahead = minutes_ahead(claim.zone or "")
        if ahead is not None and days.low == days.high and claim.clock != _END_OF_DAY:
            zone = timezone(timedelta(minutes=ahead))
            clock = time.fromisoformat(claim.clock)
            found[claim.article_id, claim.part, claim.span] = datetime.combine(
                days.low, clock, zone
            )
    return found


_END_OF_DAY = "24:00"


def _content(one: Features, place: Span, words: Sequence[Word], language: str) -> tuple[Token, ...]:
    """The content words of the sentence in which a claim stands at a place."""
    counted = one.modifiers | one.clause | ({one.head} if one.head else set())
    return content_of(words, place, counted, one.claim.attribution or "", language)


def _in_sentence(claim: Claim) -> Span:
    """Where a claim stands in its sentence. A figure may begin before it."""
    start = claim.sentence.start
    return Span(start=max(claim.span.start - start, 0), end=max(claim.span.end - start, 0))


def _fill_names(one: Features, article: Article, lead: str) -> None:
    """Fill in the names of a claim's clause and sentence, those that its article's lead has not,
    and the given names of a bearer that has none beside it."""
    claim = one.claim
    if claim.kind == "age" and one.measured_head is not None:
        one.given_elsewhere = given_names_of(one.measured_head, article.text)
    one.clause_names = _clause_names(one, claim)
    one.sentence_names = _sentence_names(one, claim)
    one.foreign = foreign_names(one.clause_names, claim, lead)


def _clause_names(one: Features, claim: Claim) -> frozenset[str]:
    """The names in a claim's own clause, without its speaker and common words."""
    said_by, least = (claim.attribution or "").lower(), context_bounds().name
    own = one.clause | one.modifiers | one.place | one.measured
    return frozenset(n for n in one.names & own if n not in said_by and rarity(n) >= least)


def _sentence_names(one: Features, claim: Claim) -> frozenset[str]:
    """The names of a sentence but the speaker's."""
    said_by = (claim.attribution or "").lower()
    return frozenset(name for name in one.names if name not in said_by)


def _set_parts(made: Sequence[Features], by_span: Mapping[tuple[str, Part, Span], Claim]) -> None:
    """Sets `part_kinds` of the wholes that are only that, and `drawn` of their parts: of "none of
    the 22 guests was hurt" the 22 are not hurt, and nobody else of them is."""
    parts: defaultdict[tuple[str, Part, Span], set[str]] = defaultdict(set)
    for one in made:
        claim = one.claim
        if claim.part_of is None:
            continue
        place = (claim.article_id, claim.part, claim.part_of)
        whole = by_span.get(place)
        if whole is not None and whole.question.predicate is None and whole.kind != claim.kind:
            one.drawn = True
            parts[place].add(claim.kind)
    for one in made:
        place = (one.claim.article_id, one.claim.part, one.claim.span)
        one.part_kinds = frozenset(parts.get(place, ()))


def _set_totals(made: Sequence[Features]) -> None:
    """Set `total`: whether the claim's article gives no larger figure of the same sort. 11 hurt in
    the legs of 13 hurt are a part of them, whatever the words say."""
    largest: dict[tuple[object, ...], dict[Phase | None, Interval[Decimal]]] = defaultdict(dict)
    for one in made:
        if one.figure is None or one.answer is None or one.claim.status is not Status.ASSERTED:
            continue
        by_phase, implied = largest[_sort(one), one.answer.key], one.answer.implied
        most = by_phase.get(one.claim.phase)
        if implied.low is not None and (most is None or _floor(most) < _floor(implied)):
            by_phase[one.claim.phase] = implied
    for one in made:
        if one.figure is not None and one.answer is not None:
            one.total = not _exceeded(one, largest[_sort(one), one.answer.key])


def _floor(implied: Interval[Decimal]) -> tuple[Decimal, bool]:
    """The lower end of an interval, and whether it is open."""
    assert implied.low is not None
    return implied.low, implied.low_open


def _exceeded(one: Features, largest: Mapping[Phase | None, Interval[Decimal]]) -> bool:
    """Whether one of the largest figures, by their phases, is larger than this one. A later figure
    is not the whole of one given as the start."""
    assert one.answer is not None
    if one.claim.change:
        return False  # "had shrunk to 1,600"
    implied, ends = one.answer.implied, {Phase.START, Phase.LATER}
    return any(
        {phase, one.claim.phase} != ends and implied.precedes(most)
        for phase, most in largest.items()
    )


def _set_sizes(made: Sequence[Features]) -> None:
    """Set how many different answers the claim's article gives of the same sort: where it counts
    ships only once, those are the ships in question."""
    sorts: dict[tuple[object, ...], set[object]] = defaultdict(set)
    for one in made:
        if one.claim.restates is not None:
            continue  # "20 inches (51 cm)" is one answer
        for key in _sorts(one):
            sorts[key].add(one.figure or str(one.claim.when))
        if one.extents:
            sorts[_extent(one)].add(one.figure)
        for key in _events(one):
            sorts[key].add(one.claim.span)
    for one in made:
        one.sort_size = max((len(sorts[key]) for key in _sorts(one)), default=0)
        one.extent_size = len(sorts[_extent(one)]) if one.extents else 0
        one.hours = max((len(sorts[key]) for key in _events(one)), default=0)


def _sorts(one: Features) -> list[tuple[object, ...]]:
    """The keys of the sorts of an answer: its counted noun, its measured noun, or the event of a
    day."""
    article = one.claim.article_id
    if one.figure is None:
        return (
            [] if one.predicate is None else [(article, one.blocking_key, "event", one.predicate)]
        )
    if one.is_the_question:
        return [(article, one.blocking_key, "kind", one.claim.kind)]
    if one.head is not None and not one.generic:
        return [(article, one.blocking_key, "head", one.head)]
    if one.measured_head is not None:
        return [(article, one.blocking_key, "measured", one.measured_head)]
    if one.extents:
        return [_extent(one)]
    return [(article, one.blocking_key, "open")]


def _events(one: Features) -> list[tuple[object, ...]]:
    """The keys of claims of one article that give the hour of one sort of event."""
    if not isinstance(one.claim, EventTime):
        return []
    return [(one.claim.article_id, "hour", frame) for frame in sorted(one.frames)]


def _extent(one: Features) -> tuple[object, ...]:
    """The key of claims of one article on one extent."""
    return one.claim.article_id, one.blocking_key, "extent", one.extents


def _sort(one: Features) -> tuple[object, ...]:
    """The key of claims of one article on one sort of answer."""
    what = one.claim.kind if one.is_the_question else (one.head, one.predicate)
    return one.claim.article_id, one.blocking_key, what, one.earlier
