"""Fits how sure it is that two differing answers answer one question.

    python -m training.identity PLACE [PLACE …] [--pairs FILE] [--contrast FOLDER] [--write]

Each `PLACE` is a folder of bundles, of either of two sorts: folders with `gold.json`, real articles
in which each claim and group is annotated, or files of JSON such as `tests/bundles/look` holds, in
which each contradiction is listed. `--pairs` and `--contrast` add pairs of short reports
(`tests/linkage/pairs.toml`, `tests/contrast/look`). With `--write` the weights go to
`factcheck/linkage/model.json`; else the figures are only printed.

Each pair of claims whose answers differ and whose questions no slot tells apart is one example. A
logistic regression weighs its levels, penalized towards what is expected of them. Then a second one
(scikit-learn), of three terms, weighs that sum beside the matches that compete with the pair
(`linkage/competing.py`); it is fitted on sums that come from weights of other bundles. What is
printed is of bundles that were left out: the average precision of pairs of answers, and how many of
the contradictions, and how many other pairs, stand above the bound from which on a conflict is
reported.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from factcheck.linkage.model import link_model
from training.differing import Example, of_contrast, of_pairs, of_places
from training.linking import MODEL, TRIFLING

STRENGTH = 0.3  # scikit-learn's C: the smaller, the nearer the weights stay to nought
FOLDS = 8  # each bundle is left out in one of them
REAL = 3.0  # what a pair of real articles weighs beside one of articles made up
# What a level is expected to weigh before any news is seen: some are too rare to be learned of.
EXPECTED = {
    "figures": {
        "named_bearer": 3.0, "one_extent": 2.5, "only_one": 3.0, "same_origin": 3.5,
        "same_speaker": 1.5, "same_whole": 2.5, "same_words": 2.5, "size_of_a_body": 3.0,
        "stated_as_changed": 1.5, "stated_in_turn": 6.0, "two_speakers": 1.5,
    },
    "days": {
        "happens_once": 3.6, "one_hour": 1.5, "only_one": 3.0, "same_event_noun": 3.6,
        "same_statement": 2.0, "same_verb": 1.5, "verb_around": 1.5,
    },
}  # fmt: skip
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Fit:
    """The weights of one sort of answers, as `DifferingWeights` has them."""

    constant: float
    levels: Mapping[str, float]
    base: float
    own: float
    margin: float
    agreement: float

    def sums(self, examples: Sequence[Example]) -> Floats:
        """The log-odds of examples before competing matches are seen."""
        weigh = self.levels.get
        return np.array([
            self.constant + sum(weigh(name, 0.0) * amount for name, amount in one.levels.items())
            for one in examples
        ])  # fmt: skip

    def log_odds(self, examples: Sequence[Example]) -> Floats:
        """The log-odds of examples, which are all those of their bundles."""
        terms = beside_competing(examples, self.sums(examples))
        return np.asarray(self.base + terms @ np.array([self.own, self.margin, self.agreement]))


def fit(examples: Sequence[Example]) -> Fit:
    """The weights that fit examples best."""
    linked = np.array([one.linked for one in examples])
    weight = np.array([REAL if one.source == "real" else 1.0 for one in examples])
    constant, levels = _first(examples, linked, weight)
    fold = _folds(examples)
    sums = np.zeros(len(examples))
    for left_out in range(FOLDS):
        kept = fold != left_out
        if kept.all() or len(set(linked[kept])) < 2:
            continue  # one sort of examples tells nothing
        others = _first([e for e, k in zip(examples, kept, strict=True) if k],
                        linked[kept], weight[kept])  # fmt: skip
        here = [one for one, k in zip(examples, kept, strict=True) if not k]
        sums[~kept] = Fit(*others, 0.0, 1.0, 0.0, 0.0).sums(here)
    terms = beside_competing(examples, sums)
    second = LogisticRegression(C=STRENGTH, max_iter=5000).fit(terms, linked, weight)
    return Fit(constant, levels, float(second.intercept_[0]), *map(float, second.coef_[0]))


def _first(
    examples: Sequence[Example], linked: NDArray[np.bool_], weight: Floats
) -> tuple[float, dict[str, float]]:
    """The constant and the weights of a penalized logistic regression, which stay near what
    `EXPECTED` has where few examples tell of a level, and there where none does."""
    prior = EXPECTED[examples[0].sort]
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([one.levels for one in examples])
    names = vectors.get_feature_names_out()
    expected = np.array([prior.get(name, 0.0) for name in names])
    sign = np.where(linked, 1.0, -1.0)

    def loss(weights: Floats) -> tuple[float, Floats]:
        """The penalized negative log-likelihood, and its gradient."""
        margins = sign * (matrix @ weights[1:] + weights[0])
        off = weights[1:] - expected
        slope = -weight * sign * expit(-margins)
        value = weight @ np.logaddexp(0.0, -margins) + off @ off / (2 * STRENGTH)
        return float(value), np.array([slope.sum(), *(matrix.T @ slope + off / STRENGTH)])

    best = minimize(loss, np.array([0.0, *expected]), jac=True, method="L-BFGS-B").x
    return float(best[0]), {**prior, **dict(zip(names, map(float, best[1:]), strict=True))}


def beside_competing(examples: Sequence[Example], sums: Floats) -> Floats:
    """The three terms of each example: its sum, its margin over the best competing match, the
    agreement."""
    known = link_model().identity
    best: defaultdict[tuple[str, int, str], dict[frozenset[str], float]] = defaultdict(dict)
    for one, score in zip(examples, sums, strict=True):
        for claim, article in one.ends:
            of_claim = best[one.bundle, claim, article]
            of_claim[one.answers] = max(of_claim.get(one.answers, -math.inf), score)
    terms = []
    for one, score in zip(examples, sums, strict=True):
        competing = max(
            (other for claim, article in one.ends
             for answers, other in best[one.bundle, claim, article].items()
             if answers != one.answers),
            default=-math.inf,
        )  # fmt: skip
        margin = min(max(score - competing, -known.clear), known.clear)
        agreed = min(max(one.agreed, known.agreeing_from), known.agreeing_to)
        terms.append((score, margin, agreed - known.agreeing_from))
    return np.array(terms).reshape(-1, 3)


def _folds(examples: Sequence[Example]) -> NDArray[np.int64]:
    """The fold of each example: bundles are dealt out in order of their names."""
    names = {name: n % FOLDS for n, name in enumerate(sorted({one.bundle for one in examples}))}
    return np.array([names[one.bundle] for one in examples])


def left_out(examples: Sequence[Example]) -> dict[str, dict[str, float]]:
    """How well bundles do that were left out, by their source: average precision of pairs of
    answers, how many of those linked stand above the bound of a conflict, and how many others."""
    fold, odds = _folds(examples), np.zeros(len(examples))
    for out in range(FOLDS):
        here = [one for one, at in zip(examples, fold, strict=True) if at == out]
        if not here:
            continue
        fitted = fit([one for one, at in zip(examples, fold, strict=True) if at != out])
        odds[fold == out] = fitted.log_odds(here)
    found: dict[str, dict[str, float]] = {}
    for source in sorted({one.source for one in examples}):
        best: dict[tuple[str, frozenset[str]], tuple[float, bool]] = {}
        for one, score in zip(examples, odds, strict=True):
            if one.source == source:
                key = one.bundle, one.answers
                before = best.get(key, (-math.inf, False))
                best[key] = max(before[0], float(score)), before[1] or one.linked
        scores, linked = map(np.array, zip(*best.values(), strict=True))
        likely = scores >= link_model().identity.likely
        found[source] = {
            "pairs": len(best),
            "average_precision": round(float(average_precision_score(linked, scores)), 3),
            "linked": int(linked.sum()),
            "linked_found": int((likely & linked).sum()),
            "others_found": int((likely & ~linked).sum()),
        }
    return found


def main(arguments: Sequence[str]) -> int:
    """Fit, print the figures of what was left out, and write the weights if asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("places", type=Path, nargs="+")
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--contrast", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args(arguments)
    examples = [*of_places(given.places)]
    examples += of_pairs(given.pairs) if given.pairs else ()
    examples += of_contrast(given.contrast) if given.contrast else ()
    model = json.loads(MODEL.read_text(encoding="utf-8"))
    figures: dict[str, Any] = {}
    for sort in ("figures", "days"):
        own = [one for one in examples if one.sort == sort]
        figures[sort] = left_out(own)
        print(sort, json.dumps(figures[sort], indent=1))
        model["identity"][sort] = written(fit(own))
    model["provenance"]["identity"] = {
        "script": "training/identity.py",
        "bundles": sorted({one.bundle for one in examples if one.source in ("real", "listed")}),
        "short_pairs": sum(one.source == "short" for one in examples),
        "left_out": figures,
    }
    if given.write:
        MODEL.write_text(json.dumps(model, indent=2) + "\n", encoding="utf-8")
    return 0


def written(fitted: Fit) -> dict[str, Any]:
    """The weights as the model file has them, without those that change nothing."""
    kept = {name: round(w, 2) for name, w in fitted.levels.items() if abs(w) >= TRIFLING}
    return {
        "constant": round(fitted.constant, 2),
        "levels": kept,
        "base": round(fitted.base, 2),
        "own": round(fitted.own, 2),
        "margin": round(fitted.margin, 2),
        "agreement": round(fitted.agreement, 2),
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
