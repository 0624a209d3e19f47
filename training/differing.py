"""The examples that identity is fitted on: pairs of claims with differing answers, each with the
levels that it reaches and whether the two are of one question.

They come from real articles in which each claim is annotated, from made-up bundles in which each
contradiction is listed, and from pairs of short reports whose outcome is known.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from factcheck import Article, Claim, extract
from factcheck.kinds import installed_kinds
from factcheck.linkage.answer_relation import AnswerRelation, answers_of
from factcheck.linkage.batch_features import features
from factcheck.linkage.cluster import agreement_of
from factcheck.linkage.features import Features
from factcheck.linkage.identity import differing_levels, resemblance
from factcheck.linkage.model import link_model
from training.linking import annotated, of_marked, places_of

UPDATE = "other_count_day"  # the level of two figures that move, counted on two days
Linked = Callable[[int, int], bool | None]  # whether two claims are of one question, if known


@dataclass(frozen=True)
class Example:
    """One pair of claims with differing answers: `ends` are each claim with the article of the
    other, `answers` name its answers, `agreed` is the best evidence that either article agrees with
    the claim of the other."""

    bundle: str
    source: str
    sort: str
    levels: Mapping[str, float]
    linked: bool
    ends: tuple[tuple[int, str], tuple[int, str]]
    answers: frozenset[str]
    agreed: float


def of_places(places: Sequence[Path]) -> Iterator[Example]:
    """The examples of all bundles of some folders."""
    for place in places:
        for gold in sorted(place.glob("**/gold.json")):
            yield from of_annotated(gold.parent)
        for file in sorted(place.glob("*.json")):
            if file.name != "gold.json":
                yield from of_listed(file)


def of_annotated(folder: Path) -> Iterator[Example]:
    """The examples of real articles in which each claim is annotated."""
    gold, articles = annotated(folder)
    claims = [claim for article in articles for claim in extract(article)]
    place = places_of(gold["claims"], claims)
    group = {place[c]: g["id"] for g in gold["groups"] for c in g["claims"] if c in place}

    def linked(one: int, other: int) -> bool:
        return one in group and group[one] == group.get(other)

    yield from _examples(folder.name, "real", articles, claims, linked)


def of_listed(file: Path) -> Iterator[Example]:
    """The examples of a made-up bundle in which each contradiction is listed. What contradicts and
    what is listed as the same is of one question, and so are two figures that contradict a third
    one."""
    told = json.loads(file.read_text(encoding="utf-8"))
    articles = [
        Article(id=str(n), text=one["text"], title=one["title"], publisher=one["publisher"],
                published=date.fromisoformat(one["published"]))
        for n, one in enumerate(told["articles"])
    ]  # fmt: skip
    claims = [claim for article in articles for claim in extract(article)]
    question: dict[int, int] = {}
    for pair in (*told["conflicts"], *told["same"]):
        sides = [[*_at(pair[side], articles, claims)] for side in ("left", "right")]
        for one in sides[0]:
            for other in sides[1]:
                if (claims[one].quantity is None) == (claims[other].quantity is None):
                    _join(question, one, other)

    def linked(one: int, other: int) -> bool:
        return one in question and question[one] == question.get(other)

    yield from _examples(file.stem, "listed", articles, claims, linked)


def _at(
    place: Mapping[str, Any], articles: Sequence[Article], claims: Sequence[Claim]
) -> Iterator[int]:
    """The claims that touch the words of a listed place, by their index."""
    article = articles[place["article"]]
    inside = place["sentence"] in article.text
    text = article.text if inside else article.title
    start = text.index(place["figure"], text.index(place["sentence"]))
    for i, claim in enumerate(claims):
        here = claim.article_id == article.id and (claim.part.value == "title") != inside
        if here and claim.span.start < start + len(place["figure"]) and claim.span.end > start:
            yield i


def _join(question: dict[int, int], one: int, other: int) -> None:
    """Put two claims on one question, with all that are on theirs."""
    new, old = question.setdefault(one, one), question.setdefault(other, other)
    question.update({i: new for i, at in question.items() if at == old})


def of_contrast(folder: Path) -> Iterator[Example]:
    """The examples of pairs of short reports whose outcome is known."""
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            pair = json.loads(line)
            if "apart" in pair["want"] and len(pair["want"]) > 1:
                continue  # either is right
            articles = [
                Article(id=str(n), text=one["text"], publisher=str(n),
                        published=date.fromisoformat(one["published"]))
                for n, one in enumerate(pair["articles"])
            ]  # fmt: skip
            spans = [
                (str(n), found, found + len(figure))
                for n, one in enumerate(pair["articles"]) for figure in one.get("figures", ())
                if (found := one["text"].find(figure)) >= 0
            ]  # fmt: skip
            wanted = "apart" not in pair["want"]
            yield from _of_short(f"contrast {pair['id']}", articles, spans, wanted)


def of_pairs(file: Path) -> Iterator[Example]:
    """The examples of labelled pairs of short reports."""
    for name, articles, marked, expected in of_marked(file):
        if "apart" in expected and len(expected) > 1:
            continue  # either is right
        spans = [(article.id, at, at + 1) for article, at in zip(articles, marked, strict=True)]
        yield from _of_short(f"pair {name}", articles, spans, "apart" not in expected)


def _of_short(
    name: str, articles: Sequence[Article], spans: Sequence[tuple[str, int, int]], wanted: bool
) -> Iterator[Example]:
    """The examples among the claims at some places of short reports; of others nothing is known."""
    claims = [claim for article in articles for claim in extract(article)]
    marked = {
        i for i, claim in enumerate(claims) for article, start, end in spans
        if claim.article_id == article and claim.span.start < end and start < claim.span.end
    }  # fmt: skip

    def linked(one: int, other: int) -> bool | None:
        return wanted if {one, other} <= marked else None

    yield from _examples(name, "short", articles, claims, linked)


def _examples(
    bundle: str, source: str, articles: Sequence[Article], claims: Sequence[Claim], linked: Linked
) -> Iterator[Example]:
    """The pairs of claims of two articles whose answers differ and that no slot tells apart."""
    made, words = features(articles, claims, {kind.name: kind for kind in installed_kinds()})
    blocks: defaultdict[tuple[str, ...], list[Features]] = defaultdict(list)
    for one in made:
        blocks[one.blocking_key].append(one)
    model = link_model()
    for block in blocks.values():
        agreed: defaultdict[tuple[int, str], float] = defaultdict(lambda: -math.inf)
        for pair, evidence in agreement_of(block, words, model).items():
            for here, there in (pair, pair[::-1]):
                at = here, made[there].claim.article_id
                agreed[at] = max(agreed[at], evidence.bits)
        for left, right in combinations(block, 2):
            known = linked(left.position, right.position)
            if known is None or left.claim.article_id == right.claim.article_id:
                continue
            if answers_of(left, right) is not AnswerRelation.DIFFERENT:
                continue
            if resemblance(left, right, words, model.identity).differ:
                continue
            levels: defaultdict[str, float] = defaultdict(float)
            for level, amount in differing_levels(left, right, words, model.identity):
                levels[level] += amount
            if source == "listed" and not known and UPDATE in levels:
                continue  # contradictions are listed, and updates only in part
            ends = (left.position, right.claim.article_id), (right.position, left.claim.article_id)
            yield Example(
                bundle=bundle,
                source=source,
                sort="days" if left.figure is None else "figures",
                levels=dict(levels),
                linked=known,
                ends=ends,
                answers=frozenset((str(left.answer), str(right.answer))),
                agreed=max(agreed[end] for end in ends),
            )
