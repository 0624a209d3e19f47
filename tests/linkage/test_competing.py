"""What else could be meant: a pair beside the competing matches of its two claims.

How well each two claims fit is given by a case, and the weights are small numbers, so that each
score can be worked out by hand: 1, twice the fit, half of the lead over the best competing match
(from -3 to 3), less a quarter of what an agreement has beyond -2 (up to 4).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, permutations

import pytest

from factcheck.linkage import competing
from factcheck.linkage.cluster import agreement_of
from factcheck.linkage.competing import AnswerClaims, Identities
from factcheck.linkage.evidence import Evidence
from factcheck.linkage.features import Features, WordWeights
from factcheck.linkage.identity import Identity, Resemblance, identity
from factcheck.linkage.model import DifferingWeights, IdentityWeights, Strength, link_model
from tests.linkage.newsdesk import marked

Pair = tuple[int, int]
FITTED = DifferingWeights(constant=0.0, levels={}, base=1.0, own=2.0, margin=0.5, agreement=-0.25)
WEIGHTS = link_model().identity.model_copy(
    update={
        "figures": FITTED, "days": FITTED, "clear": 3.0, "agreeing_from": -2.0, "agreeing_to": 4.0,
        "possible": 2.0, "likely": 4.0, "sure": 6.0,
    }
)  # fmt: skip


class Desk:
    """Articles that each count so many boats, in one block. `fit` says how well two claims fit, by
    their positions; two that it does not name differ in a slot. `compared` are the pairs that were
    looked at, in turn."""

    def __init__(
        self,
        monkeypatch: pytest.MonkeyPatch,
        *articles: Sequence[int],
        fit: Mapping[Pair, float],
        answers: Sequence[AnswerClaims] | None = None,
        agreed: Mapping[Pair, float] | None = None,
    ) -> None:
        texts = [" ".join(f"Police counted [{n}] boats." for n in counts) for counts in articles]
        self.made, words = marked(*texts)
        assert [one.position for one in self.made] == [*range(len(self.made))]
        self.compared: list[Pair] = []

        def resemblance(
            left: Features, right: Features, words: WordWeights, weights: IdentityWeights
        ) -> Resemblance:
            pair = left.position, right.position
            self.compared.append(pair)
            if pair not in fit:
                return Resemblance(-float("inf"), (), ("of two places",), differ=True)
            return Resemblance(fit[pair], ("both count “boat”",), ())

        monkeypatch.setattr(competing, "resemblance", resemblance)
        agreement = {pair: Evidence(bits) for pair, bits in (agreed or {}).items()}
        alone = [(one.position,) for one in self.made]
        self._identities = Identities(answers or alone, self.made, words, WEIGHTS, agreement)

    def of(self, one: int, other: int) -> Identity:
        """The identity of two claims, which is the same whichever of them is the first."""
        found = self._identities.of(self.made[one], self.made[other])
        assert found == self._identities.of(self.made[other], self.made[one])
        return found

    def score(self, one: int, other: int) -> float:
        return self.of(one, other).score


def test_a_pair_with_nothing_beside_it_is_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(monkeypatch, [40], [52], fit={(0, 1): 0.5})
    found = desk.of(0, 1)
    assert found.score == 1 + 1 + 1.5
    assert (found.strength, found.fits, found.against) == (
        Strength.POSSIBLE, ("both count “boat”",), ()
    )  # fmt: skip


def test_a_pair_gains_by_its_lead_and_the_other_loses_by_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = Desk(monkeypatch, [40], [52, 300], fit={(0, 1): 2.0, (0, 2): 0.5})
    assert desk.score(0, 1) == 1 + 4 + 0.75
    assert desk.score(0, 2) == 1 + 1 - 0.75
    assert desk.of(0, 1).strength is Strength.LIKELY
    assert desk.of(0, 2).strength is Strength.OPEN


def test_two_that_fit_alike_gain_and_lose_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(monkeypatch, [40], [52, 300], fit={(0, 1): 2.0, (0, 2): 2.0})
    assert desk.score(0, 1) == desk.score(0, 2) == 1 + 4


def test_a_lead_counts_up_to_a_bound_on_either_side(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(monkeypatch, [40], [52, 300], fit={(0, 1): 2.0, (0, 2): -5.0})
    assert desk.score(0, 1) == 1 + 4 + 1.5
    assert desk.score(0, 2) == 1 - 10 - 1.5


def test_the_best_match_of_either_claim_competes(monkeypatch: pytest.MonkeyPatch) -> None:
    """40 may be 700 as well, by half, and 300 may be 52, by one."""
    fit = {(0, 2): 2.0, (0, 3): 0.5, (1, 2): 1.0, (1, 3): 0.0}
    desk = Desk(monkeypatch, [40, 300], [52, 700], fit=fit)
    assert desk.score(0, 2) == 1 + 4 + 0.5
    assert desk.score(1, 3) == 1 + 0 - 0.5  # behind by one
    assert desk.score(0, 3) == 1 + 1 - 0.75  # 52 fits 40 better by one and a half
    assert desk.score(1, 2) == 1 + 2 - 0.5  # 40 fits 52 better by one


def test_the_best_of_all_other_answers_competes(monkeypatch: pytest.MonkeyPatch) -> None:
    fit = {(0, 1): 0.5, (0, 2): 2.0, (0, 3): 1.0}
    desk = Desk(monkeypatch, [40], [52, 300, 700], fit=fit)
    assert desk.score(0, 2) == 1 + 4 + 0.5
    assert desk.score(0, 3) == 1 + 2 - 0.5
    assert desk.score(0, 1) == 1 + 1 - 0.75


def test_an_answer_given_twice_competes_by_the_better_claim(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = [(0,), (1,), (2, 3)]
    for better in ((2, 3), (3, 2)):
        fit = {(0, 1): 2.0, (0, better[0]): 1.5, (0, better[1]): 0.5}
        desk = Desk(monkeypatch, [40], [52, 300, 300], fit=fit, answers=answers)
        assert desk.score(0, 1) == 1 + 4 + 0.25


def test_a_claim_with_the_same_answer_does_not_compete(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other article gives 52 twice; the first would be behind by one and a half."""
    fit = {(0, 1): 0.5, (0, 2): 2.0}
    desk = Desk(monkeypatch, [40], [52, 52], fit=fit, answers=[(0,), (1, 2)])
    assert desk.score(0, 1) == 1 + 1 + 1.5
    assert desk.score(0, 2) == 1 + 4 + 1.5


def test_an_answer_that_may_be_the_same_as_ones_own_does_not_compete(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """40 in the other article as well, whether or not it is taken for the same answer."""
    fit = {(0, 1): 0.5, (0, 2): 2.0, (1, 2): 9.0}
    for answers in ([(0,), (1,), (2,)], [(0, 2), (1,)]):
        desk = Desk(monkeypatch, [40], [52, 40], fit=fit, answers=answers)
        assert desk.score(0, 1) == 1 + 1 + 1.5


def test_a_claim_of_ones_own_answer_does_not_compete(monkeypatch: pytest.MonkeyPatch) -> None:
    """Positions 0 and 2 are one answer, although their figures differ."""
    fit = {(0, 1): 0.5, (0, 2): 2.0, (1, 2): 9.0}
    desk = Desk(monkeypatch, [40], [52, 300], fit=fit, answers=[(0, 2), (1,)])
    assert desk.score(0, 1) == 1 + 1 + 1.5


def test_a_claim_that_differs_in_a_slot_does_not_compete(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(monkeypatch, [40], [52, 300], fit={(0, 1): 0.5})
    assert desk.score(0, 1) == 1 + 1 + 1.5


def test_a_pair_that_differs_in_a_slot_is_of_two_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(monkeypatch, [40], [52, 300], fit={(0, 1): 0.5}, agreed={(0, 1): 3.0})
    found = desk.of(0, 2)
    assert (found.strength, found.fits, found.against) == (
        Strength.DIFFERENT, (), ("of two places",)
    )  # fmt: skip


def test_a_third_article_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    fit = {(0, 1): 2.0, (0, 2): 0.5}
    without = Desk(monkeypatch, [40], [52, 300], fit=fit)
    pairs = [*fit]
    scores = [without.score(*pair) for pair in pairs]
    fit |= {(0, 3): 9.0, (1, 3): 9.0, (2, 3): 9.0, (0, 4): 9.0, (1, 4): 9.0, (2, 4): 9.0}
    agreed = {(0, 3): 4.0, (1, 3): 4.0, (2, 4): 4.0}
    beside = Desk(monkeypatch, [40], [52, 300], [700, 900], fit=fit, agreed=agreed)
    assert [beside.score(*pair) for pair in pairs] == scores == [5.75, 1.25]


def test_two_claims_of_one_article_have_no_competing_match(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fit = {(0, 1): 0.5, (0, 2): 2.0, (1, 2): 2.0, (0, 3): 2.0, (1, 3): 2.0, (2, 3): 2.0}
    agreed = {(0, 2): 4.0, (1, 2): 4.0, (1, 3): 4.0}
    desk = Desk(monkeypatch, [40, 52, 300], [700], fit=fit, agreed=agreed)
    assert desk.score(0, 1) == 1 + 1 + 1.5


def test_an_agreement_in_the_other_article_lowers_the_score(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Both give 40, by 1, which is 3 beyond -2; so 52 is of something else."""
    fit = {(0, 1): 2.0, (1, 2): 2.0}
    for articles, pair, agreed in (
        ([[40], [52, 40]], (0, 1), (0, 2)),
        ([[40, 52], [40]], (1, 2), (0, 2)),
        # whichever way the pair is written
        ([[40], [52, 40]], (0, 1), (2, 0)),
        ([[40, 52], [40]], (1, 2), (2, 0)),
    ):
        for bits, less in ((1.0, 0.75), (-1.0, 0.25), (-2.0, 0.0), (4.0, 1.5)):
            desk = Desk(monkeypatch, *articles, fit=fit, agreed={agreed: bits})
            assert desk.score(*pair) == 1 + 4 + 1.5 - less


def test_an_agreement_counts_from_one_bound_to_another(monkeypatch: pytest.MonkeyPatch) -> None:
    for bits, less in ((-9.0, 0.0), (9.0, 1.5)):
        desk = Desk(monkeypatch, [40], [52, 40], fit={(0, 1): 2.0}, agreed={(0, 2): bits})
        assert desk.score(0, 1) == 1 + 4 + 1.5 - less


def test_the_best_agreement_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two for one claim, in either order, and of one for each claim of the pair."""
    for first, second in ((2.0, -1.0), (-1.0, 2.0)):
        agreed = {(0, 2): first, (0, 3): second}
        desk = Desk(monkeypatch, [40], [52, 40, 40], fit={(0, 1): 2.0}, agreed=agreed)
        assert desk.score(0, 1) == 1 + 4 + 1.5 - 1
        agreed = {(0, 3): first, (1, 2): second}
        desk = Desk(monkeypatch, [40, 52], [52, 40], fit={(0, 2): 2.0}, agreed=agreed)
        assert desk.score(0, 2) == 1 + 4 + 1.5 - 1


def test_a_lead_and_an_agreement_are_added(monkeypatch: pytest.MonkeyPatch) -> None:
    fit = {(0, 1): 2.0, (0, 2): 1.0}
    desk = Desk(monkeypatch, [40], [52, 300, 40], fit=fit, agreed={(0, 3): 2.0})
    assert desk.score(0, 1) == 1 + 4 + 0.5 - 1
    assert desk.score(0, 2) == 1 + 2 - 0.5 - 1


def test_claims_that_are_in_no_answer_do_not_compete(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of another block: `made` holds the claims of all."""
    fit = {(0, 1): 0.5, (0, 2): 2.0}
    desk = Desk(monkeypatch, [40], [52, 300], fit=fit, answers=[(0,), (1,)])
    assert desk.score(0, 1) == 1 + 1 + 1.5


def test_each_pair_is_compared_once_and_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    made = range(5)
    fit = dict.fromkeys(combinations(made, 2), 1.0)
    desk = Desk(monkeypatch, [40, 300], [52, 700, 900], fit=fit)
    for pair in permutations(made, 2):
        desk.score(*pair)
    assert sorted(desk.compared) == [*combinations(made, 2)]


def test_days_compete_by_weights_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    made, words = marked("The ferry sank [on Monday].", "The ferry sank [on Tuesday].")
    monkeypatch.setattr(competing, "resemblance", lambda *_: Resemblance(0.5, (), ()))
    for sort, expected in (("days", 10 + 1 + 1.5), ("figures", 1 + 1 + 1.5)):
        update = {sort: FITTED.model_copy(update={"base": 10.0})}
        weights = WEIGHTS.model_copy(update=update)
        found = Identities([(0,), (1,)], made, words, weights, {})
        assert found.of(made[0], made[1]).score == expected


def test_each_pair_of_real_reports_is_symmetrical() -> None:
    made, words = marked(
        "The crash in Oster hurt [54] people. Police held [3] men.",
        "The crash in Oster hurt [54] people, [19] of them badly. Police held [7] men.",
        "The crash near Oster hurt [61] people.",
    )
    model = link_model()
    every = sorted(made, key=lambda one: one.position)
    assert len({one.blocking_key for one in every}) == 1
    agreement = agreement_of(every, words, model)
    answers = [(one.position,) for one in every]
    there, back = (Identities(answers, every, words, model.identity, agreement) for _ in range(2))
    for one, other in combinations(every, 2):
        assert there.of(one, other) == back.of(other, one)


def test_a_pair_without_competing_match_is_as_sure_as_two_claims_alone() -> None:
    made, words = marked(
        "The flood in Oster killed [40] people.", "The flood in Oster killed [52] people."
    )
    weights = link_model().identity
    found = Identities([(0,), (1,)], made, words, weights, {}).of(made[0], made[1])
    assert found == identity(made[0], made[1], words, weights)


def test_what_both_articles_count_speaks_against_what_only_one_counts() -> None:
    """40 boats beside "40 boats, and later 52": the 52 are less likely a correction of the 40."""
    (ours, theirs, later), words = marked(
        "Police counted [40] boats.", "Police counted [40] boats. Fishermen counted [52] boats."
    )
    model = link_model()
    agreement = agreement_of([ours, theirs, later], words, model)
    assert [*agreement] == [(ours.position, theirs.position)]
    answers = [(ours.position, theirs.position), (later.position,)]
    made = sorted((ours, theirs, later), key=lambda one: one.position)
    found, alone = (
        Identities(answers, made, words, model.identity, known).of(ours, later)
        for known in (agreement, {})
    )
    ((_, evidence),) = agreement.items()
    weights = model.identity
    assert weights.agreeing_from < evidence.bits < weights.agreeing_to
    counted = evidence.bits - weights.agreeing_from
    assert found.score == pytest.approx(alone.score + weights.figures.agreement * counted)
    assert found.score < alone.score
