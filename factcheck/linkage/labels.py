"""The question of a group in words: "age of Michelle Ward", "number of workers on strike".

The words are the article's own, not the base forms that claims are linked by. Where the claims of a
group word it differently, the commonest wording stands for it, the first of those as common.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache

from factcheck.clauses.lexicon import clause_lexicon
from factcheck.kinds import Kind
from factcheck.lexicon import any_of, load
from factcheck.linkage.as_written import measured_as_written, small_words
from factcheck.linkage.gapped import gapped
from factcheck.linkage.given_names import given_names_in
from factcheck.linkage.label_words import commonest, label_words
from factcheck.linkage.synonyms import synonyms
from factcheck.models import Article, Claim
from factcheck.results import Cluster
from factcheck.text.inflection import FunctionWords, plural, singular, verb_forms

_WORD = re.compile(r"[^\W_](?:[\w.&'’-]*[\w])?")
_MEASURES = {"mass": "weight", "data": "amount of data"}
_OF_WHOM = re.compile(
    r"[^.;:()]{0,40}?\b(?:among|aboard|on board) (?P<whole>(?:the|those|these) [a-z]{3,})\b"
)


def label_of(
    claims: Sequence[Claim],
    kind: Kind | None,
    articles: Mapping[str, Article],
    speaking: Sequence[Claim] = (),
) -> str:
    """The question that the claims answer, in the words around those that are `speaking`, or around
    any. `articles`, by id, hold these words; one that is missing only makes the label shorter."""
    base = kind.data.label if kind else claims[0].kind.replace("_", " ")
    if kind is not None and kind.data.frames:
        base = kind.label_for(claims)
        return _of_these_people(_of_these_things(base, claims), claims, articles)
    name = kind.name if kind else claims[0].kind
    if name == "age" and any(map(str.isupper, age := _age(base, claims, articles))):
        return age
    subject = commonest(claim.subject for claim in claims)
    if singular(subject.lower()) in clause_lexicon().number_nouns:
        subject = ""  # "the number rose from 205 to 245" does not say of what
    counted = _plural(subject, claims) if name == "count" else ""
    if counted and (among := _among(claims, articles)):
        return f"{base} of {counted}{among}"
    base = _measured_by(base, claims)
    label = in_context(base, speaking or claims, articles)
    if label != base:
        return label  # its words have the noun
    subject = counted or subject or commonest(measured_as_written(c, articles) for c in claims)
    link = " of " if name in ("count", "percent") else ": "
    return f"{base}{link}{subject}" if subject else base


def in_context(label: str, claims: Sequence[Claim], articles: Mapping[str, Article]) -> str:
    """A label with the words around the figure, which name the event: "number of people
    killed: “the fire of 1933, which killed …”"."""
    words = "" if label.endswith("”") else gapped(claims, articles)
    return f"{label}: “{words}”" if words else label


def named_by_context(
    found: Sequence[Cluster],
    differing: Collection[str],
    story_of: Mapping[str, int],
    texts: Mapping[str, Article],
    special: Collection[str],
) -> list[Cluster]:
    """The clusters, with the words around their figures in those labels that several questions of
    one story would share, or that are of one kind that tells what became of somebody (`special`):
    two tolls are those of two events, be it of "people" or of "miners". Those are counted that
    several texts answer, or one in several ways (`differing`); `texts` are no reprints."""

    def shown(cluster: Cluster) -> tuple[int, str] | None:
        """The story and the kind or label of a cluster; `None` where it is not shown, or is of
        days."""
        answering = sorted({claim.article_id for claim in cluster.claims} & texts.keys())
        figures = cluster.claims[0].quantity is not None
        if not figures or (len(answering) < 2 and cluster.id not in differing):
            return None
        return story_of[answering[0]], cluster.kind if cluster.kind in special else cluster.label

    shared = Counter(key for key in map(shown, found) if key is not None)
    return [
        cluster
        if (key := shown(cluster)) is None or shared[key] < 2
        else cluster.model_copy(update={"label": in_context(cluster.label, cluster.claims, texts)})
        for cluster in found
    ]


def _measured_by(base: str, claims: Sequence[Claim]) -> str:
    """What the figures measure, where the kind is of several measures: "speed", not "measure"."""
    quantity = claims[0].quantity
    if quantity is None or base not in ("measure", "magnitude"):
        return base
    dimension = quantity.dimension.value
    return "category" if quantity.unit == "category" else _MEASURES.get(dimension, dimension)


def _of_these_people(base: str, claims: Sequence[Claim], articles: Mapping[str, Article]) -> str:
    """The name of a kind with those who are counted: "number of [firefighters] killed". What no
    text writes in small letters is a name: "number of [Norlanders] killed"."""
    general = synonyms().people - {"woman", "man", "passenger", "migrant", "civilian", "resident"}
    common = commonest(_sort(claim, general) for claim in claims)
    often = sum(_sort(claim, general) == common for claim in claims)
    if not common or 2 * often <= len(claims) or " people " not in base:
        return base
    texts = {claim.article_id for claim in claims} & articles.keys()
    if not any(common.split()[-1] in small_words(articles[each].text) for each in texts):
        common = commonest(c.subject for c in claims if c.subject and c.subject.lower() == common)
    return base.replace(" people ", f" {common} ", 1)


def _of_these_things(base: str, claims: Sequence[Claim]) -> str:
    """The name of a kind with the things that are counted: "number of [homes] destroyed"."""
    if " buildings " not in base:
        return base
    common = commonest(claim.subject and claim.subject.lower() for claim in claims)
    said = sum((claim.subject or "").lower() == common for claim in claims)
    several = _plural(common, claims) if 2 * said > len(claims) else ""
    return base.replace(" buildings ", f" {several} ", 1) if several else base


def _sort(claim: Claim, general: Collection[str]) -> str | None:
    """The noun of those counted, if it is one for people, in the plural and not for anybody."""
    subject, head = claim.subject, claim.question.head
    if claim.quantity is None or claim.quantity.unit != "person" or not subject or head is None:
        return None
    last = _WORD.findall(subject)[-1:]
    ends = bool(last) and singular(last[0].lower()) == head != last[0].lower()
    return subject.lower() if ends and head not in general else None


def _age(base: str, claims: Sequence[Claim], articles: Mapping[str, Article]) -> str:
    """ "age of Jane Roe"; where the text ties it to what she did then, "age at which Jane Roe
    married"."""
    bearer = _bearer(claims, articles)
    did = commonest(_verb(claim, articles) for claim in claims)
    if not bearer:
        return base
    return f"{base} at which {bearer} {did}" if did else f"{base} of {bearer}"


def _verb(claim: Claim, articles: Mapping[str, Article]) -> str | None:
    """The verb that governs the figure, as its sentence writes it; an auxiliary is none."""
    article, wanted = articles.get(claim.article_id), claim.question.predicate
    if article is None or wanted is None or wanted in _grammar().auxiliaries:
        return None
    words = _WORD.findall(claim.sentence.of(article.part(claim.part)).lower())
    return next((w for w in words if w.endswith("ed") and verb_forms().get(w) == wanted), None)


def _bearer(claims: Sequence[Claim], articles: Mapping[str, Article]) -> str:
    """Whose age it is: the fullest of the names that end in the commonest word. A name behind the
    figure is that of its bearer, whoever else is in the sentence: "54-year-old Pedro Roe"."""
    found = [
        claim.subject
        if claim.subject and claim.subject[0].isupper() and claim.quote.endswith(claim.subject)
        else measured_as_written(claim, articles) or claim.subject
        for claim in claims
    ]
    bearers = [bearer for bearer in found if bearer]
    last = commonest(bearer.split()[-1].lower() for bearer in bearers)
    alike = [bearer for bearer in bearers if bearer.split()[-1].lower() == last]
    bearer = max(alike, key=lambda bearer: len(bearer.split()), default="")
    if not bearer.split()[-1:] or not bearer.split()[-1][0].isupper():
        return f"the {bearer}" if bearer else ""
    return bearer if " " in bearer else _full_name(bearer, claims, articles)


def _full_name(surname: str, claims: Sequence[Claim], articles: Mapping[str, Article]) -> str:
    """The surname with the given name that the articles put before it most often."""
    texts = dict.fromkeys(claim.article_id for claim in claims if claim.article_id in articles)
    given: Counter[str] = Counter()
    for article in texts:
        given.update(given_names_in(articles[article].text).get(surname, {}))
    return f"{max(given, key=given.__getitem__)} {surname}" if given else surname


def _among(claims: Sequence[Claim], articles: Mapping[str, Article]) -> str:
    """Of whom or in which state they are: " among the passengers", " on strike"."""
    found = []
    for claim in claims:
        if claim.article_id in articles:
            text = articles[claim.article_id].part(claim.part)
            behind = text[claim.span.end : claim.sentence.end]
            whole, state = _OF_WHOM.match(behind), _states().match(behind)
            among = f" among {whole['whole']}" if whole and _is_noun(whole["whole"]) else None
            found.append(f" {state[1]}" if state else among)
    return commonest(found)


def _is_noun(whole: str) -> bool:
    """Whether words like "the passengers" have a noun: not "the more [than 40 passengers]"."""
    return whole.split()[-1] not in _grammar().determiners


def _plural(subject: str, claims: Iterable[Claim]) -> str:
    """The noun as it may follow "number of": in the plural, or counted as more than one ("three
    aircraft", "a five-member panel"); "" where it is neither."""
    last = _WORD.findall(subject)[-1:]
    if not last or singular(last[0].lower()) != last[0].lower():
        return subject if last else ""
    figures = [(claim.quantity.low, claim.quantity.high) for claim in claims if claim.quantity]
    if set(figures) == {(Decimal(1), Decimal(1))} and last[0].lower() not in _grammar().adverbs:
        return f"{subject.removesuffix(last[0])}{plural(last[0])}"  # "one infant"
    quotes = [
        claim.quote
        for claim in claims
        if claim.subject == subject
        and claim.quantity is not None
        and {claim.quantity.low, claim.quantity.high} != {1}
    ]
    in_compound = any(quote.endswith(f"-{subject}") for quote in quotes)
    several = f"{subject.removesuffix(last[0])}{plural(last[0])}"
    return several if in_compound else subject if quotes else ""


@cache
def _grammar() -> FunctionWords:
    words: FunctionWords = load("grammar", FunctionWords)
    return words


@cache
def _states() -> re.Pattern[str]:
    return re.compile(rf"\s+({any_of(label_words().states)})\b")
