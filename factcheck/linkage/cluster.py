"""Claims to clusters, in two steps: answers first, then questions.

First the claims that give one answer are joined, by the evidence that they answer one question:
average-link agglomeration (single-link chains, complete-link drops a claim for one word the text
left out). Two claims that cannot both hold are never joined in this step. Then the answers are
joined to questions, where their identity is positive (`identity.py`).
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, combinations, combinations_with_replacement, product

from factcheck.kinds import Kind
from factcheck.linkage.answer_relation import AnswerRelation, answers_of
from factcheck.linkage.as_written import as_written
from factcheck.linkage.batch_features import features
from factcheck.linkage.block import Stories, stories, text_of
from factcheck.linkage.block_splitting import SubBlock, split_block
from factcheck.linkage.cannot_link import cannot_link
from factcheck.linkage.compare import levels
from factcheck.linkage.differences import of_two_happenings
from factcheck.linkage.evidence import Evidence
from factcheck.linkage.features import Features, WordWeights
from factcheck.linkage.labels import label_of, named_by_context
from factcheck.linkage.model import LinkModel, Strength, comparison, link_model
from factcheck.linkage.questions import AnswerLink, joined_answers
from factcheck.models import Article, Claim
from factcheck.results import Cluster, Confidence, Link, Possible


@dataclass(frozen=True, slots=True)
class Linked:
    """The result of linking: each of `clusters` answers one question, each of `possible` may, the
    likeliest first; `scores` say how likely."""

    clusters: tuple[Cluster, ...]
    possible: tuple[Possible, ...]
    scores: tuple[float, ...]


NEVER = -math.inf  # no mean makes up for it


def linked(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    kinds: Sequence[Kind],
    story_of: Mapping[str, int],
) -> Linked:
    """Link claims: the clusters that answer one question, in the order of their first claims, and
    those that only may, the likeliest first. `story_of` gives the story of each article id; claims
    of two stories are not compared. A claim repeated word for word from another article brings no
    evidence and joins the cluster of the first, whatever headline, day and byline stand above it.
    Only the order of the result depends on the order of the articles.
    """
    by_name = {kind.name: kind for kind in kinds}
    sorted_claims = _in_order_of_texts(articles, claims)
    twins = _twins(articles, sorted_claims)
    firsts = _firsts(twins)
    distinct = [article for article in articles if article.id in firsts]
    compared = [claim for claim in sorted_claims if claim.article_id in firsts]
    made, words = features(distinct, compared, by_name)
    order = {claim.id: at for at, claim in enumerate(claims)}
    model = link_model()
    texts = {article.id: article for article in articles}
    found: list[Cluster] = []
    differing: set[str] = set()
    possible: dict[int, list[tuple[AnswerLink, tuple[Claim, ...]]]] = defaultdict(list)
    leading = [one for one in made if one.claim.id in twins]
    for part in (part for block in _blocks(story_of, leading) for part in split_block(block)):
        evidence = agreement_of(part.members, words, model)
        bits = {pair: one.bits for pair, one in evidence.items()}
        answers = agglomerate([one.position for one in part.members], bits)

        def claims_of(members: Iterable[int], part: SubBlock = part) -> list[Claim]:
            """The claims of the members, with those that say the same and those of reprints."""
            alike = [one.claim for i in members for one in part.followers[i]]
            every = [claim for one in alike for claim in twins[one.id]]
            return sorted(every, key=lambda claim: order[claim.id])

        questions, asked = joined_answers(answers, made, words, model.identity, evidence)
        for question in questions:
            joined = [made[i] for i in question.members]
            whole = claims_of(question.members)
            found.append(_cluster(whole, joined, evidence, question.links, by_name, texts))
            if question.links:
                differing.add(found[-1].id)
        story = story_of[part.members[0].claim.article_id]
        for one in asked:
            # Those that fit best come first: a report shows the answers in this order.
            best = [best.claim for best in one.answers.values()]
            sides = dict.fromkeys(chain(best, *map(claims_of, one.answers)))
            possible[story].append((one.likeliest, tuple(sides)))
    special = {kind.name for kind in kinds if kind.data.frames}
    by_id = {one.id: one for one in distinct}
    named = named_by_context(found, differing, story_of, by_id, special)
    clusters = tuple(sorted(named, key=lambda cluster: order[cluster.claims[0].id]))
    ranked = _likeliest(possible, model.identity.most_possible)
    return Linked(
        clusters,
        tuple(_possible(link, sides, by_name, texts) for link, sides in ranked),
        tuple(link.identity.score for link, _ in ranked),
    )


def stories_of(articles: Sequence[Article], claims: Sequence[Claim]) -> Stories:
    """The story of each article with claims. Stories are found from the articles whose claims are
    compared; reprints belong to the stories of their originals."""
    compared = compared_articles(articles, claims)
    found = stories([article for article in articles if article.id in compared])
    texts = {one.id: text_of(one) for one in articles}
    story_of = {texts[one.id]: found.of[one.id] for one in articles if one.id in compared}
    of = {one.id: story_of[texts[one.id]] for one in articles if texts[one.id] in story_of}
    return Stories(of, found.divided)


def compared_articles(articles: Sequence[Article], claims: Sequence[Claim]) -> set[str]:
    """The ids of the articles whose claims are compared: all but reprints."""
    return _firsts(_twins(articles, _in_order_of_texts(articles, claims)))


def rank_of_possible(score: float, claims: Sequence[Claim]) -> tuple[float, str, str]:
    """The sort key of a possible question, the likeliest first."""
    return -score, claims[0].id, claims[-1].id


def _in_order_of_texts(articles: Sequence[Article], claims: Sequence[Claim]) -> list[Claim]:
    """The claims in an order given by the texts alone, so that ties do not depend on ids."""
    ranks = {article.id: rank for rank, article in enumerate(sorted(articles, key=_standing))}
    return sorted(claims, key=lambda c: (ranks[c.article_id], c.span.start, c.id))


def _firsts(twins: Mapping[str, Sequence[Claim]]) -> set[str]:
    return {claim.article_id for claim, *_ in twins.values()}


def _likeliest(
    found: Mapping[int, Sequence[tuple[AnswerLink, tuple[Claim, ...]]]], most: int
) -> list[tuple[AnswerLink, tuple[Claim, ...]]]:
    """The `most` likeliest possible questions of each story, the likeliest of all first."""

    def rank(one: tuple[AnswerLink, tuple[Claim, ...]]) -> tuple[float, str, str]:
        return rank_of_possible(one[0].identity.score, one[1])

    every = [one for links in found.values() for one in sorted(links, key=rank)[:most]]
    return sorted(every, key=rank)


def _possible(
    link: AnswerLink,
    claims: tuple[Claim, ...],
    kinds: Mapping[str, Kind],
    texts: Mapping[str, Article],
) -> Possible:
    """The question that answers may share, and what speaks for and against it as articles say. It
    is put in the words of the two claims that fit best, or of others of the same act and noun:
    further answers may be to another one."""
    names = [claim.kind for claim in claims]
    kind = _kind_of(names, kinds)
    # "The dead" may not be asked for where as many claims only count the team that was sent.
    plain = [name for name in names if name in kinds and not kinds[name].data.frames]
    named = kind if 2 * names.count(kind) > len(names) or not plain else _commonest(plain)
    best = (link.left.claim, link.right.claim)
    acts = {_act(claim) for claim in best} - {(None, None)}
    speaking = dict.fromkeys((*best, *(claim for claim in claims if _act(claim) in acts)))
    neutral = [claim for claim in speaking if named == kind or claim.kind == named]
    return Possible(
        question=label_of(claims, kinds.get(named), texts, neutral),
        kind=kind,
        claims=claims,
        fits=as_written(link.reasons, link.left.claim, link.right.claim, texts),
        open=as_written(link.identity.against, link.left.claim, link.right.claim, texts),
    )


def _act(claim: Claim) -> tuple[str | None, str | None]:
    """What a claim counts, and the verb that governs it."""
    return claim.question.head, claim.question.predicate


def agreement_of(
    members: Sequence[Features], words: WordWeights, model: LinkModel
) -> dict[tuple[int, int], Evidence]:
    """The evidence for each pair whose answers may both hold."""
    found: dict[tuple[int, int], Evidence] = {}
    for left, right in of_answers_that_may_both_hold(members):
        if cannot_link(left, right):
            continue
        weights = model.days if left.figure is None else model.figures
        evidence = weights.evidence(levels(left, right, words), model.comparison.shown)
        if of_two_happenings(left, right):
            evidence = replace(evidence, bits=evidence.bits - model.identity.happenings)
        found[left.position, right.position] = evidence
    return found


def of_answers_that_may_both_hold(
    members: Sequence[Features],
) -> Iterator[tuple[Features, Features]]:
    """The pairs of members whose answers may both hold, each pair in order. Most do not, and many
    members give one answer, so each pair of answers is compared once."""
    by_answer: defaultdict[object, list[Features]] = defaultdict(list)
    for one in members:
        by_answer[one.answer, one.figure].append(one)
    for some, others in combinations_with_replacement(by_answer.values(), 2):
        if answers_of(some[0], others[0]) in _DIFFERING:
            continue
        pairs = combinations(some, 2) if some is others else product(some, others)
        for left, right in pairs:
            yield (left, right) if left.position < right.position else (right, left)


_DIFFERING = (AnswerRelation.DIFFERENT, AnswerRelation.ROOM)


def _standing(article: Article) -> tuple[str, date, str, str]:
    return article.text, article.published or date.max, article.title, article.id


def _twins(articles: Sequence[Article], claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Group reprints: for each claim that is the first at its place of a text, by its id, the claim
    itself and its copies. A "Friday" that is printed again a week later is that of the first print;
    a "$5" that another country reads in its own dollars is another claim."""
    by_id = {article.id: article for article in articles}
    printed = Counter(article.text for article in articles)
    first: dict[tuple[object, ...], str] = {}
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        article = by_id[claim.article_id]
        if printed[article.text] == 1:
            found[claim.id] = [claim]
            continue
        text = article.text, article.part(claim.part), article.language
        place = (*text, claim.span, claim.kind, claim.quantity)
        found.setdefault(first.setdefault(place, claim.id), []).append(claim)
    return found


def _blocks(story: Mapping[str, int], made: Sequence[Features]) -> Iterable[list[Features]]:
    """The blocks of a story: claims with one blocking key."""
    blocks: dict[tuple[object, ...], list[Features]] = defaultdict(list)
    for one in made:
        blocks[(story[one.claim.article_id], *one.blocking_key)].append(one)
    return blocks.values()


def agglomerate(
    items: Sequence[int], bits: Mapping[tuple[int, int], float]
) -> list[tuple[int, ...]]:
    """Cluster `items` by average link, each cluster in order: the pair of clusters with the highest
    mean is joined first, as long as that is above 0. `bits` has no pair of items that cannot be
    joined.

    Ties are broken by the items, so the result does not depend on the order of anything.
    """
    known = {(min(pair), max(pair)): value for pair, value in bits.items()}
    friends: defaultdict[int, list[int]] = defaultdict(list)
    for (a, b), value in known.items():
        if value > 0:
            friends[a].append(b)
            friends[b].append(a)
    found: list[tuple[int, ...]] = []
    left = set(items)
    while left:  # only what a chain of friends joins can come into one cluster
        met = [left.pop()]
        for one in met:
            new = left.intersection(friends[one])
            left -= new
            met += new
        found += _agglomerated(sorted(met), known) if len(met) > 1 else [(met[0],)]
    return sorted(found)


def _agglomerated(
    items: Sequence[int], bits: Mapping[tuple[int, int], float]
) -> Iterable[tuple[int, ...]]:
    """Average-linkage clustering: joins the best two while their mean of bits is above 0."""
    members: dict[int, tuple[int, ...]] = {item: (item,) for item in items}
    total = {pair: bits.get(pair, NEVER) for pair in combinations(items, 2)}
    queue = [(-value, a, b) for (a, b), value in total.items() if value > 0]
    heapq.heapify(queue)
    while queue:
        negative, a, b = heapq.heappop(queue)
        if a not in members or b not in members:
            continue
        mean = total[a, b] / (len(members[a]) * len(members[b]))
        if mean != -negative:
            continue
        members[a] = tuple(sorted(members[a] + members.pop(b)))
        for other in members:
            if other == a:
                continue
            joined = total[min(a, other), max(a, other)] + total[min(b, other), max(b, other)]
            total[min(a, other), max(a, other)] = joined
            mean = joined / (len(members[a]) * len(members[other]))
            if mean > 0:
                heapq.heappush(queue, (-mean, min(a, other), max(a, other)))
    return members.values()


def _cluster(
    claims: Sequence[Claim],
    members: Sequence[Features],
    evidence: Mapping[tuple[int, int], Evidence],
    links: Sequence[AnswerLink],
    kinds: Mapping[str, Kind],
    texts: Mapping[str, Article],
) -> Cluster:
    """The `Cluster` of `members`, which were compared, and of their reprints."""
    weakest = _weakest(members, evidence, links, texts)
    # By those compared, not by those that print them again: a reprint is no vote.
    names = [one.claim.kind for one in members]
    kind = _kind_of(names, kinds)
    # "two roommates" of one paper are not "arrested" since another one's are
    named = kind if 2 * names.count(kind) >= len(names) else _commonest(names)
    return Cluster(
        id=claims[0].id,
        label=label_of([one.claim for one in members], kinds.get(named), texts),
        kind=kind,
        claims=tuple(claims),
        confidence=_confidence(members, evidence, links),
        weakest_link=weakest,
    )


def _confidence(
    members: Sequence[Features],
    evidence: Mapping[tuple[int, int], Evidence],
    links: Sequence[AnswerLink],
) -> Confidence:
    """How sure it is that a cluster has one question: by the surest identity between its answers,
    or else by the mean evidence between the claims of one answer."""
    if links:
        sure = max(link.identity.strength for link in links) is Strength.SURE
        return Confidence.SURE if sure else Confidence.LIKELY
    pairs = [
        evidence[left.position, right.position].bits
        for i, left in enumerate(members) for right in members[i + 1 :]
    ]  # fmt: skip
    known = comparison()
    mean = sum(pairs) / len(pairs) if pairs else known.sure
    if mean >= known.sure:
        return Confidence.SURE
    return Confidence.LIKELY if mean >= known.likely else Confidence.POSSIBLE


def _weakest(
    members: Sequence[Features],
    evidence: Mapping[tuple[int, int], Evidence],
    links: Sequence[AnswerLink],
    texts: Mapping[str, Article],
) -> Link | None:
    """The weakest link between two answers, or else between two claims of one answer."""
    if links:
        link = min(
            links, key=lambda one: (one.identity.strength, one.left.claim.id, one.right.claim.id)
        )
        return Link(
            left=link.left.claim.id,
            right=link.right.claim.id,
            weight=float(link.identity.strength),
            reasons=as_written(link.identity.fits, link.left.claim, link.right.claim, texts),
        )
    found: tuple[float, Claim, Claim, Evidence] | None = None
    for i, former in enumerate(members):
        for latter in members[i + 1 :]:
            one = evidence[former.position, latter.position]
            if found is None or one.bits < found[0]:
                found = (one.bits, former.claim, latter.claim, one)
    if found is None:
        return None
    bits, left, right, one = found
    written = as_written(one.reasons, left, right, texts)
    return Link(left=left.id, right=right.id, weight=round(bits, 1), reasons=written)


def _kind_of(names: Sequence[str], kinds: Mapping[str, Kind]) -> str:
    """The commonest kind of a group, preferably a special one."""
    special = [name for name in names if name in kinds and kinds[name].data.frames]
    return _commonest(special or names)


def _commonest(values: Iterable[str]) -> str:
    counted = Counter(values)
    return max(counted, key=lambda value: (counted[value], value))
