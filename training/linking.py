"""Fits the weights of linking, and says how well they do on news that was left out.

    python training/linking.py BUNDLES [BUNDLES …] [--pairs FILE] [--write]
        [--corrections FILE --in PATH [PATH …]]

`BUNDLES` is a folder of bundles: each a folder with `gold.json` (claims with their place in the
text, and the groups of those that answer one question) and the texts it names. `--pairs` adds
labelled pairs of short reports (`tests/linkage/pairs.toml`), `--corrections` those pairs of claims
of which an editor decided, in the articles that `--in` names. With `--write` the fitted model goes
to `factcheck/linkage/model.json`, with its provenance; else the figures are only printed.

Each pair of claims whose answers may both hold is one example: same question or not. A logistic
regression (scikit-learn, L2) weighs the levels that the pair reaches. Each bundle is left out in
turn, and its claims are clustered with weights fitted on the others: the figures printed first are
of those. Average link asks for the mean of all pairs of two clusters, which lies below that of the
telling ones; so a lean is added to the constants, the smallest that comes near the best B-cubed on
what was left out. Then each level is left out, to see which earn their place (`--ablate`). Of pairs
whose answers differ only this is fitted here, by maximum likelihood: how far the figures of one
question lie apart. What else speaks for their identity `training/identity.py` fits.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from factcheck import Article, Claim, extract
from factcheck.corrections import applied, load_corrections, resolve
from factcheck.decisions import Ruling
from factcheck.kinds import EventDate, installed_kinds
from factcheck.linkage.answer_relation import AnswerRelation, answers_of
from factcheck.linkage.batch_features import features
from factcheck.linkage.cannot_link import cannot_link
from factcheck.linkage.cluster import agglomerate
from factcheck.linkage.compare import levels
from factcheck.linkage.features import Features
from factcheck.linkage.figures import Gap, closeness, gap
from factcheck.linkage.model import link_model
from factcheck.loading import load_articles

MODEL = Path(__file__).parent.parent / "factcheck" / "linkage" / "model.json"
STRENGTH = 0.3  # scikit-learn's C: the smaller, the nearer the weights stay to nought
NEAR = 0.005  # B-cubed that a smaller lean may lack: groups that hold two questions mislead
LEANS = (0.0, 0.8, 1.6)  # no finer: B-cubed of neighbours would differ by less than chance
NEVER = -1e7  # what keeps two claims out of one cluster
LABELLED = "pairs"  # the bundle of what is always fitted on, and never left out
LINKED = {Ruling.SAME: True, Ruling.EARLIER: True, Ruling.DIFFERENT: False}
SPREADS = tuple(round(0.05 * step, 2) for step in range(2, 21))  # no finer than their error
STRAYS = tuple(round(0.05 * step, 2) for step in range(1, 11))
TRIFLING = 0.05  # weights below this are left out of the file


@dataclass(frozen=True)
class Example:
    """One pair of claims: the bundle it is of, its sort, its levels, and whether it is linked in
    the gold; `pair` names the two claims."""

    bundle: str
    sort: str
    levels: Mapping[str, float]
    linked: bool
    pair: tuple[str, str]


def annotated(folder: Path) -> tuple[dict[str, Any], list[Article]]:
    """What is annotated of a bundle, and its articles."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return gold, [
        Article(
            id=one["id"],
            text=(folder / f"{one['id']}.txt").read_text(encoding="utf-8"),
            publisher=one.get("publisher"),
            published=date.fromisoformat(one["published"][:10]) if one.get("published") else None,
        )
        for one in gold["articles"]
    ]


def of_bundle(folder: Path) -> Iterator[Example | Gap]:
    """The pairs of one bundle whose answers may both hold, and the gaps between figures of one
    question that may not."""
    gold, articles = annotated(folder)
    claims = [claim for article in articles for claim in extract(article)]
    group = {name: one["id"] for one in gold["groups"] for name in one["claims"]}
    place = places_of(gold["claims"], claims)
    made, words = features(articles, claims, {kind.name: kind for kind in installed_kinds()})
    for one, other in combinations(sorted(place), 2):
        left, right = made[place[one]], made[place[other]]
        if left is right or left.blocking_key != right.blocking_key or cannot_link(left, right):
            continue
        linked = one in group and group[one] == group.get(other)
        if answers_of(left, right) is AnswerRelation.DIFFERENT:
            found = gap(left, right) if linked else None
            if found is not None and left.claim.article_id != right.claim.article_id:
                yield found
            continue
        reached = _levels(levels(left, right, words))
        yield Example(folder.name, _sort(left), reached, linked, (one, other))


def _sort(one: Features) -> str:
    return "days" if one.figure is None else "figures"


def _levels(found: Iterable[Any]) -> dict[str, float]:
    amounts: defaultdict[str, float] = defaultdict(float)
    for level in found:
        amounts[level.name] += level.amount
    return dict(amounts)


def places_of(gold: Sequence[Mapping[str, Any]], claims: Sequence[Claim]) -> dict[str, int]:
    """For each claim of the gold the library's claim at its figure, by its index."""
    by_article: defaultdict[str, list[int]] = defaultdict(list)
    for at, claim in enumerate(claims):
        by_article[claim.article_id].append(at)
    found = {}
    for one in gold:
        start = one["number_start"]
        stop = start + len(one["number"])
        day = one["kind"] == "date"
        hits = [
            at for at in by_article[one["article"]]
            if claims[at].span.start < stop and claims[at].span.end > start
            and (isinstance(claims[at], EventDate) if day else claims[at].quantity is not None)
        ]  # fmt: skip
        if hits:
            found[one["id"]] = hits[0]
    return found


def of_marked(file: Path) -> Iterator[tuple[str, list[Article], list[int], list[str]]]:
    """The labelled pairs: the name of each, its two reports, where their figures stand, and what is
    expected of them."""
    for pair in tomllib.loads(file.read_text(encoding="utf-8"))["pair"]:
        marked = [_marked(pair[side], side) for side in ("left", "right")]
        expected = pair["expect"]
        wanted = [expected] if isinstance(expected, str) else expected
        yield pair["id"], [article for article, _ in marked], [at for _, at in marked], wanted


def of_pairs(file: Path) -> Iterator[Example]:
    """The labelled pairs whose answers may both hold."""
    kinds = {kind.name: kind for kind in installed_kinds()}
    for _, articles, places, expected in of_marked(file):
        claims = [claim for article in articles for claim in extract(article)]
        at = [_nearest(claims, *place) for place in zip(articles, places, strict=True)]
        if None in at:
            continue
        made, words = features(articles, claims, kinds)
        left, right = (made[i] for i in at if i is not None)
        if _may_both_hold(left, right):
            reached = _levels(levels(left, right, words))
            linked = "apart" not in expected
            yield Example(LABELLED, _sort(left), reached, linked, ("left", "right"))


def of_corrections(file: Path, places: Sequence[Path]) -> Iterator[Example]:
    """The pairs of claims of which an editor decided, and whose answers may both hold.

    Claims are taken as corrected; of decisions that contradict each other the later holds, and
    what a program decided teaches nothing.
    """
    articles = load_articles(places).articles
    every = [claim for article in articles for claim in extract(article)]
    by_editor = [one for one in load_corrections(file).decisions if not one.program]
    decided = resolve(by_editor, every)
    claims, _ = applied(every, articles, decided)
    kinds = {kind.name: kind for kind in installed_kinds()}
    made, words = features(articles, claims, kinds)
    place = {claim.name: at for at, claim in enumerate(claims)}
    for decision in decided.of(*LINKED):
        for pair in combinations(decision.claims, 2):
            if not place.keys() >= set(pair):
                continue
            left, right = (made[place[name]] for name in pair)
            if _may_both_hold(left, right):
                reached = _levels(levels(left, right, words))
                yield Example(LABELLED, _sort(left), reached, LINKED[decision.ruling], pair)


def _may_both_hold(left: Features, right: Features) -> bool:
    return (
        left.blocking_key == right.blocking_key
        and answers_of(left, right) is not AnswerRelation.DIFFERENT
    )


def _marked(side: Mapping[str, Any], name: str) -> tuple[Article, int]:
    text = side["text"]
    start = text.index("[")
    clean = text.replace("[", "").replace("]", "")
    return Article(id=name, text=clean, publisher=name, published=side.get("day")), start


def _nearest(claims: Sequence[Claim], article: Article, place: int) -> int | None:
    """The claim whose words hold the place most closely: "killed 19 people on Saturday" also names
    a day."""
    hits = [
        (claim.span.end - claim.span.start, at) for at, claim in enumerate(claims)
        if claim.article_id == article.id and claim.span.start <= place + 1 < claim.span.end
    ]  # fmt: skip
    return min(hits)[1] if hits else None


@dataclass(frozen=True)
class Fit:
    """A logistic model over named levels."""

    names: tuple[str, ...]
    constant: float
    weights: Mapping[str, float]

    def log_odds(self, levels: Mapping[str, float]) -> float:
        """Of one pair."""
        return self.constant + sum(
            self.weights.get(name, 0.0) * amount for name, amount in levels.items()
        )


def fit(examples: Sequence[Example], without: str | None = None) -> Fit:
    """The weights of the levels, fitted on these examples."""
    names = tuple(sorted({n for one in examples for n in one.levels if n != without}))
    matrix = np.array([[one.levels.get(name, 0.0) for name in names] for one in examples])
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    model.fit(
        matrix,
        np.array([one.linked for one in examples]),
    )
    weights = dict(zip(names, map(float, model.coef_[0]), strict=True))
    return Fit(names, float(model.intercept_[0]), weights)


def fit_gaps(gaps: Iterable[Gap]) -> dict[str, float]:
    """How the figures of one question stray, each gap counted once: the `spread` and `stray` of
    `figures.closeness` under which those of the gold are likeliest. What a figure of something else
    does is not fitted, so this maximizes the mean of that log of the odds."""
    each = sorted(set(gaps), key=lambda one: (one.width, one.room))
    if not each:
        kept = link_model().identity
        return {"spread": kept.spread, "stray": kept.stray}
    spread, stray = max(
        product(SPREADS, STRAYS), key=lambda pair: sum(closeness(one, *pair) for one in each)
    )
    print("figures of one question:", len(each), {"spread": spread, "stray": stray})
    return {"spread": spread, "stray": stray}


def left_out(examples: Sequence[Example], without: str | None = None) -> dict[str, float]:
    """Precision and recall of pairs, each bundle linked with weights fitted on the others."""
    right = flagged = there = 0.0
    loss = total = 0.0
    for bundle in sorted({one.bundle for one in examples}):
        if bundle == LABELLED:
            continue
        model = fit([one for one in examples if one.bundle != bundle], without)
        for one in examples:
            if one.bundle != bundle:
                continue
            odds = model.log_odds(one.levels)
            flagged += odds > 0
            right += odds > 0 and one.linked
            there += one.linked
            loss += float(np.logaddexp(0.0, -odds if one.linked else odds))
            total += 1
    return {
        "precision": round(right / max(flagged, 1e-9), 3),
        "recall": round(right / max(there, 1e-9), 3),
        "loss": round(loss / max(total, 1e-9), 4),
    }


def b_cubed(examples: Sequence[Example], lean: float) -> float:
    """B-cubed F1 of the clusters of what was left out, over the claims that the gold links."""
    precision = recall = claims = 0.0
    for bundle in sorted({one.bundle for one in examples} - {LABELLED}):
        model = fit([one for one in examples if one.bundle != bundle])
        own = [one for one in examples if one.bundle == bundle]
        names = sorted({name for one in own for name in one.pair})
        place = {name: at for at, name in enumerate(names)}
        bits = dict.fromkeys(combinations(range(len(names)), 2), NEVER)
        gold: defaultdict[str, set[str]] = defaultdict(set)
        for one in own:
            bits[place[one.pair[0]], place[one.pair[1]]] = model.log_odds(one.levels) + lean
            if one.linked:
                gold[one.pair[0]] |= set(one.pair)
                gold[one.pair[1]] |= set(one.pair)
        for cluster in agglomerate(range(len(names)), bits):
            inside = {names[at] for at in cluster}
            for name in inside & gold.keys():
                claims += 1
                precision += len(inside & gold[name]) / len(inside)
                recall += len(inside & gold[name]) / len(gold[name])
    if not claims:
        return 0.0
    return 2 * precision * recall / (claims * (precision + recall))


def main(arguments: Sequence[str]) -> int:
    """Fits, prints the figures of what was left out, and writes the model if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("bundles", type=Path, nargs="+")
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--corrections", type=Path)
    parser.add_argument("--in", dest="places", type=Path, nargs="+", default=[])
    parser.add_argument("--ablate", action="store_true")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args(arguments)
    folders = sorted(
        gold.parent for folder in given.bundles for gold in folder.glob("**/gold.json")
    )
    found = [one for folder in folders for one in of_bundle(folder)]
    examples = [one for one in found if isinstance(one, Example)]
    gaps = [one for one in found if isinstance(one, Gap)]
    if given.pairs:
        examples += of_pairs(given.pairs)
    if given.corrections:
        examples += of_corrections(given.corrections, given.places)
    model: dict[str, Any] = {}
    figures: dict[str, Any] = {}
    for sort in ("figures", "days"):
        own = [one for one in examples if one.sort == sort]
        figures[sort] = {"pairs": len(own), **left_out(own)}
        print(sort, figures[sort])
        fitted = fit(own)
        by_lean = {lean: b_cubed(own, lean) for lean in LEANS}
        best = max(by_lean.values())
        lean = min(one for one, reached in by_lean.items() if reached >= best - NEAR)
        figures[sort] |= {"lean": lean, "b_cubed": round(by_lean[lean], 3)}
        print("  B-cubed left out:", {one: round(f, 3) for one, f in by_lean.items()})
        if given.ablate:
            for name in fitted.names:
                without, weight = left_out(own, name), fitted.weights[name]
                print(f"  without {name:22} {without} (weight {weight:+.2f})")
        kept = {n: round(w, 2) for n, w in fitted.weights.items() if abs(w) >= TRIFLING}
        model[sort] = {"constant": round(fitted.constant + lean, 2), "levels": kept}
    set_by_hand = json.loads(MODEL.read_text(encoding="utf-8"))
    model["identity"] = set_by_hand["identity"] | fit_gaps(gaps)
    model |= {part: set_by_hand[part] for part in ("blocking", "context", "comparison")}
    model["provenance"] = {
        "identity": set_by_hand["provenance"].get("identity"),
        "script": "training/linking.py",
        "bundles": [folder.name for folder in folders],
        "labelled_pairs": sum(one.bundle == LABELLED for one in examples),
        "left_out": figures,
    }
    if given.write:
        MODEL.write_text(json.dumps(model, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
