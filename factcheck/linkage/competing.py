"""What else could be meant: a claim of one article answers one question, and of another article at
most one figure belongs to it.

Two articles of one event give many figures that resemble each other a little. So a pair counts for
less where one of its claims fits another figure of the other article as well, and where the other
article agrees with it elsewhere: of "54 hurt" beside "54 hurt, 19 of them badly" the 19 is of
something else. This is the constraint of one-to-one assignment in record linkage (Jaro 1989),
taken as evidence and not as a rule, since an article does give a figure twice. Only claims of the
two articles compete, so that a third article changes nothing.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from factcheck.linkage.answer_relation import AnswerRelation, answers_of
from factcheck.linkage.differences import are_two_at_a_look
from factcheck.linkage.evidence import Evidence
from factcheck.linkage.features import Features, WordWeights
from factcheck.linkage.identity import Identity, Resemblance, identity_of, resemblance
from factcheck.linkage.model import IdentityWeights

AnswerClaims = tuple[int, ...]

# Of two claims that are on two questions at a look; in which slots they differ, nobody is told.
_OF_TWO = Resemblance(-math.inf, (), (), differ=True)


class Identities:
    """The identities of the claims of one block, each pair compared once.

    `answers` are the positions of the claims of each answer in `made`, `agreement` the evidence
    between claims whose answers may both hold, by their positions.
    """

    def __init__(
        self,
        answers: Sequence[AnswerClaims],
        made: Sequence[Features],
        words: WordWeights,
        weights: IdentityWeights,
        agreement: Mapping[tuple[int, int], Evidence],
    ) -> None:
        self._made, self._words, self._weights = made, words, weights
        self._answer_of = {i: at for at, answer in enumerate(answers) for i in answer}
        self._of_article: defaultdict[str, list[int]] = defaultdict(list)
        for i in sorted(self._answer_of):
            self._of_article[made[i].claim.article_id].append(i)
        self._agreed: defaultdict[tuple[int, str], float] = defaultdict(lambda: -math.inf)
        for pair, evidence in agreement.items():
            for one, other in (pair, pair[::-1]):
                at = one, made[other].claim.article_id
                self._agreed[at] = max(self._agreed[at], evidence.bits)
        self._pairs: dict[tuple[int, int], Resemblance] = {}
        self._best: dict[tuple[int, str], tuple[tuple[float, int], ...]] = {}

    def of(self, left: Features, right: Features) -> Identity:
        """The identity of two claims with differing answers."""
        pair = self.pair(left.position, right.position)
        one, other = left.claim.article_id, right.claim.article_id
        if pair.differ or one == other:
            return identity_of(pair, left, self._weights)
        here, there = (left.position, other), (right.position, one)
        best = max(
            self._competing(*here, self._answer_of[right.position]),
            self._competing(*there, self._answer_of[left.position]),
        )
        agreed = max(self._agreed.get(here, -math.inf), self._agreed.get(there, -math.inf))
        return identity_of(pair, left, self._weights, pair.score - best, agreed)

    def pair(self, one: int, other: int) -> Resemblance:
        """How well two claims fit one question, by their positions."""
        key = (one, other) if one < other else (other, one)
        if key not in self._pairs:
            left, right = (self._made[i] for i in key)
            self._pairs[key] = (
                _OF_TWO if are_two_at_a_look(left, right)
                else resemblance(left, right, self._words, self._weights)
            )  # fmt: skip
        return self._pairs[key]

    def _competing(self, position: int, article: str, answer: int) -> float:
        """How well the claim at a position fits the best claim of an article with an answer other
        than this one."""
        key = position, article
        if key not in self._best:
            self._best[key] = self._best_answers(position, article)
        for score, at in self._best[key]:
            if at != answer:
                return score
        return -math.inf

    def _best_answers(self, position: int, article: str) -> tuple[tuple[float, int], ...]:
        """The scores of the two best answers of an article beside the claim at a position, the best
        first."""
        scores: dict[int, float] = {}
        own = self._answer_of[position]
        for other in self._of_article[article]:
            answer = self._answer_of[other]
            if answer == own or not self._differ(position, other):
                continue
            score = self.pair(position, other).score
            scores[answer] = max(scores.get(answer, -math.inf), score)
        ranked = sorted(((score, at) for at, score in scores.items()), reverse=True)
        return tuple(ranked[:2])

    def _differ(self, one: int, other: int) -> bool:
        return answers_of(self._made[one], self._made[other]) is AnswerRelation.DIFFERENT
