"""Differing answers joined to one question, and what weakens the link."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from factcheck import reconcile
from factcheck.linkage import questions
from factcheck.linkage.cluster import agreement_of
from factcheck.linkage.competing import AnswerClaims, Identities
from factcheck.linkage.evidence import Evidence
from factcheck.linkage.features import Features, WordWeights
from factcheck.linkage.identity import Identity
from factcheck.linkage.model import IdentityWeights, Strength, link_model
from factcheck.linkage.questions import (
    AnswerLink,
    Comparison,
    LinkedQuestion,
    PossibleQuestion,
    compared,
    dating_other_events,
    joined_answers,
)
from factcheck.testing import generate_bundle
from tests.linkage.newsdesk import marked

WEIGHTS = link_model().identity
# Nothing is joined, so that all that may be one question is asked about.
UNJOINED = WEIGHTS.model_copy(update={"likely": 90.0, "sure": 99.0})
FLOOD = "The flood in Oster killed [{}] people."


def test_differing_tolls_of_one_flood_are_one_question() -> None:
    made, words = marked(FLOOD.format(40), FLOOD.format(52))
    found, possible = _join(made, words)
    assert [question.members for question in found] == [tuple(one.position for one in made)]
    assert len(found[0].links) == 1
    assert possible == []


def test_answers_in_contrast_stay_two_questions_and_are_not_asked_about() -> None:
    made, words = marked(FLOOD.format(40), FLOOD.format(52).replace("Oster", "Tillby"))
    found, possible = _join(made, words)
    assert len(found) == 2
    assert possible == []


def test_answers_that_may_be_one_are_asked_about_at_once() -> None:
    made, words = marked(
        "Police counted [200] trucks at the border.",
        "The union spoke of [350] trucks.",
        "Some [500] trucks blocked the road, a witness said.",
    )
    answers = [(one.position,) for one in made]
    found, possible = _join(made, words, UNJOINED)
    assert len(found) == 3
    (asked,) = possible
    assert set(asked.answers) == set(answers)
    assert [*asked.answers.values()][:2] == [asked.likeliest.left, asked.likeliest.right]


def test_a_question_holds_so_many_answers_and_the_next_one_the_rest() -> None:
    reports = [f"Some [{900 + 70 * at}] trucks were seen." for at in range(5)]
    made, words = marked(*reports)
    answers = [(one.position,) for one in made]
    for most in (2, 3, 5):
        weights = UNJOINED.model_copy(update={"most_answers": most})
        _, possible = _join(made, words, weights)
        assert max(len(one.answers) for one in possible) == most
        assert min(len(one.answers) for one in possible) >= 2
        assert {answer for one in possible for answer in one.answers} == set(answers)
        scores = [one.likeliest.identity.score for one in possible]
        assert scores == sorted(scores, reverse=True)


def test_figures_that_may_be_roundings_of_one_are_asked_about_where_they_stay_apart() -> None:
    made, words = marked(
        "The breach hit [about 150 million] users.", "It touched [147 million] users."
    )
    for likely, asked in ((-5.0, []), (90.0, [2])):
        weights = WEIGHTS.model_copy(update={"likely": likely, "sure": 99.0})
        _, possible = _join(made, words, weights)
        assert [len(one.answers) for one in possible] == asked


def test_bounds_that_leave_room_for_each_other_are_not_asked_about() -> None:
    made, words = marked("[More than 2,000] users were hit.", "It touched [9,000] users.")
    _, possible = _join(made, words)
    assert possible == []


def test_two_figures_that_nothing_ties_are_kept_without_a_reason() -> None:
    made, words = marked("It cost [42 euros].", "The lease runs to [600 dollars].")
    (only,) = _join(made, words)[1]
    assert only.likeliest.reasons == ()
    score = only.likeliest.identity.score
    for by, kept in ((-0.01, 1), (0.01, 0)):  # not where they are too unlikely to be possible
        weights = WEIGHTS.model_copy(update={"possible": score + by})
        assert len(_join(made, words, weights)[1]) == kept


def test_counts_of_two_sizes_are_not_asked_about() -> None:
    made, words = marked("The father of [two] girls spoke.", "Rebels took [276] girls.")
    assert _join(made, words)[1] == []


def test_a_day_in_its_month_leaves_nothing_to_ask() -> None:
    made, words = marked("The ferry sank [on 2 June 2019].", "The ferry sank [in June 2019].")
    _, possible = _join(made, words, UNJOINED)
    assert possible == []


@pytest.mark.parametrize(("day", "asked"), [("9 June", 1), ("20 June", 0)])
def test_days_more_than_a_week_apart_are_those_of_two_events(day: str, asked: int) -> None:
    made, words = marked(
        "The crew left Tarn by ferry [on 2 June 2019].",
        f"It was [on {day} 2019] that the crew left Tarn by ferry.",
    )
    _, possible = _join(made, words, UNJOINED)
    assert len(possible) == asked


@pytest.mark.parametrize(("age", "asked"), [(40, 1), (61, 0)])
def test_ages_that_are_not_close_are_of_two_persons(age: int, asked: int) -> None:
    made, words = marked("Dale Roe, [38], was held.", f"The suspect is [{age}] years old.")
    _, possible = _join(made, words)
    assert len(possible) == asked


def test_what_has_a_reason_is_asked_with_what_only_its_sort_ties_to_it() -> None:
    made, words = marked(
        "Police counted [200] trucks at the border.",
        "The union spoke of [350] trucks.",
        "The total was [900].",
    )
    _, (asked,) = _join(made, words, UNJOINED)
    assert asked.likeliest.reasons
    assert [*asked.answers] == [(0,), (1,), (2,)]  # those of the likeliest link come first


def test_two_days_are_likelier_one_in_the_leads_where_a_verb_is_missing() -> None:
    later = 40 * "The choir sang, and the band played on.\n\n"
    texts = (
        "A blast at the mill in Orrin [on Friday] hurt a guard.",
        "The mill in Orrin [on Sunday].",
    )
    scores = []
    for filler in ("", later):
        made, words = marked(texts[0], filler + texts[1])
        assert made[1].predicate is None
        (asked,) = _join(made, words, UNJOINED)[1]
        scores.append(asked.likeliest.identity.score)
    assert scores[0] > scores[1] + 0.2


def test_an_article_that_gives_both_answers_weakens_the_tie() -> None:
    both = f"{FLOOD.format(40)} Rain went on all night in the hills. {FLOOD.format(52)}"
    (first, second), words = marked(FLOOD.format(40), FLOOD.format(52))
    alone = _link([first], [second], words)
    (one, other, own_first, own_second), words = marked(FLOOD.format(40), FLOOD.format(52), both)
    together = _link([one, own_first], [other, own_second], words)
    assert alone is not None
    assert alone.identity.strength >= Strength.LIKELY
    assert together is None or together.identity.score < alone.identity.score
    whole = _compare([one, own_first], [other, own_second], words)
    assert whole.own == 1
    assert whole.best is not None
    weakened = whole.link(WEIGHTS)
    assert weakened is None or weakened.identity.score < whole.best.identity.score


def test_two_currencies_have_no_tie() -> None:
    (pounds, euros), words = marked("The barn cost [£40,000].", "The barn cost [€52,000].")
    assert _link([pounds], [euros], words) is None


def test_a_question_is_compared_as_a_whole() -> None:
    """The second report counts two things, so only one of its figures is that of the first."""
    both = f"{FLOOD.format(52)} Rain went on all night in the hills. {FLOOD.format(30)}"
    made, words = marked(FLOOD.format(40), both)
    lenient, strict = (WEIGHTS.model_copy(update={"both_given": own}) for own in (0.0, 30.0))
    for weights, sizes in ((lenient, [3]), (strict, [2, 1])):
        found, _ = _join(made, words, weights)
        assert [len(question.members) for question in found] == sizes


def test_of_two_days_in_one_article_the_other_event_noun_is_another_question() -> None:
    """What the guild said on Tuesday only shares its day with the heist of the third report."""
    (heist, said, later), words = marked(
        "Two clerks stole the cups of Oster in a heist [on Monday], the guild said [Tuesday].",
        "Two clerks stole the cups of Oster in a heist [on Tuesday].",
    )
    link = _link([heist], [said, later], words)
    assert link is not None
    assert link.strays == {said.position}
    answers = [(heist.position,), (said.position, later.position)]
    found, _ = _join([heist, said, later], words, answers=answers)
    assert [question.members for question in found] == [
        (heist.position, later.position),
        (said.position,),
    ]


def test_a_day_of_the_event_of_either_end_is_no_stray() -> None:
    """The column left, says one end of the link; it headed north, says the other."""
    (left, reached, headed, set_out), _ = marked(
        "A column of 900 pilgrims left Tarn [on Monday]. Pilgrims reached Oster [on Thursday].",
        "A column of pilgrims headed north from Tarn [on Monday].",
        "A column of some 900 pilgrims left Tarn [on Thursday].",
    )
    best = AnswerLink(headed, set_out, Identity(Strength.SURE))
    assert dating_other_events([left, headed], [reached, set_out], best) == {reached.position}


def test_what_dates_another_event_does_not_speak_against_two_days() -> None:
    """The bell of the chapel and the guild's clerk have their own days."""
    days = (
        "Divers raised the barge Ulla from the Orrin [on Monday].",
        "Divers raised the barge Ulla from the Orrin [on Tuesday].",
        "The bell of Velm chapel cracked [on Tuesday], as Dale Roe wrote in the Herald.",
    )
    (first, second, cracked), words = marked(*days)
    two, three = _compare([first], [second], words), _compare([first], [second, cracked], words)
    assert (two.hard, three.hard, three.pairs) == (0, 0, 2)
    assert _compare([first], [cracked], words).hard == 1


def test_a_day_of_the_same_event_noun_is_no_stray() -> None:
    both = "Divers raised the barge [on Monday]. Divers raised the barge [on Tuesday]."
    (first, second, third), words = marked(both, "Divers raised the barge [on Monday].")
    found = _compare([second], [first, third], words)
    assert found.own == 1
    assert not found.strays


def test_a_question_keeps_the_claims_it_rests_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """What another link would put aside stays where it is the pair that joins."""
    made, words = marked(FLOOD.format(40), FLOOD.format(52))
    places = tuple(one.position for one in made)
    told = Comparison(_link(made[:1], made[1:], words), 1, 0, 0, strays=frozenset(places))
    monkeypatch.setattr("factcheck.linkage.questions.compared", lambda *_: told)
    found, _ = _join(made, words)
    assert [question.members for question in found] == [places]


def _link(left: list[Features], right: list[Features], words: WordWeights) -> AnswerLink | None:
    return _compare(left, right, words).link(WEIGHTS)


def _compare(left: list[Features], right: list[Features], words: WordWeights) -> Comparison:
    """The comparison of two answers, of which the articles give no other."""
    answers = [tuple(one.position for one in side) for side in (left, right)]
    made = [*left, *right]
    return compared(
        left, right, Identities(answers, _all(made), words, WEIGHTS, _agreement(made, words))
    )


def _join(
    made: list[Features],
    words: WordWeights,
    weights: IdentityWeights = WEIGHTS,
    answers: Sequence[AnswerClaims] = (),
) -> tuple[list[LinkedQuestion], list[PossibleQuestion]]:
    """The answers joined as `linked` joins them; each claim is an answer unless `answers` tells
    others."""
    each = answers or [(one.position,) for one in made]
    return joined_answers(each, _all(made), words, weights, _agreement(made, words))


def _agreement(made: list[Features], words: WordWeights) -> dict[tuple[int, int], Evidence]:
    return agreement_of(made, words, link_model())


def _certain(score: float) -> Comparison:
    """A comparison of one pair that an identity of this score joins."""
    made, _ = marked(FLOOD.format(40), FLOOD.format(52))
    found = Identity(WEIGHTS.strength(score), ("the same",), (), score)
    return Comparison(AnswerLink(made[0], made[1], found), 1, 0, 0)


@pytest.mark.parametrize(("own", "joined"), [(0, {0: [0, 1, 2]}), (1, {0: [0, 1], 2: [2]})])
def test_what_speaks_against_an_answer_is_looked_at_when_a_tie_would_join_it(
    own: int, joined: dict[int, list[int]]
) -> None:
    """The second and the third answer have no link; one article may give both."""
    asked: list[tuple[int, int]] = []

    def compare(a: int, b: int) -> Comparison:
        asked.append((a, b))
        return Comparison(None, 1, 0, own)

    between = {(0, 1): _certain(9.0), (0, 2): _certain(WEIGHTS.likely + 0.1)}
    members, held = questions._joined(3, between, WEIGHTS, compare)
    assert members == joined
    assert asked == [(1, 2)]
    assert [len(links) for links in held.values()] == [
        len(inside) - 1 for inside in joined.values()
    ]


def test_answers_without_a_tie_are_compared_no_further() -> None:
    def compare(a: int, b: int) -> Comparison:
        raise AssertionError(f"{a} and {b} need no look")

    members, _ = questions._joined(4, {(0, 1): _certain(9.0)}, WEIGHTS, compare)
    assert members == {0: [0, 1], 2: [2], 3: [3]}


@pytest.mark.parametrize("seed", [3, 8, 21])
def test_the_first_look_changes_no_report(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = generate_bundle(seed).articles
    looked = reconcile(articles)
    monkeypatch.setattr(questions, "are_two", lambda left, right: False)
    assert reconcile(articles) == looked


def _all(made: list[Features]) -> list[Features]:
    """A row in which each claim stands at its position."""
    row = [made[0]] * (max(one.position for one in made) + 1)
    for one in made:
        row[one.position] = one
    return row


def test_answers_are_asked_about_together_from_the_likeliest_tie_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Four tolls of one flood, of which each pair may be one question: 40 and 96 first, with them
    52, which is likelier that of 96, and then 71, which is likelier that of 40."""
    made, words = marked(*(FLOOD.format(toll) for toll in (40, 52, 71, 96)))
    scores = {(0, 1): 0.1, (0, 2): 0.3, (0, 3): 0.5, (1, 2): 0.2, (1, 3): 0.4, (2, 3): 0.05}
    places = {one.position: at for at, one in enumerate(made)}

    def compare(left: list[Features], right: list[Features], *_: object) -> Comparison:
        (one,), (other,) = left, right
        score = scores[places[one.position], places[other.position]]
        found = Identity(Strength.POSSIBLE, ("both count people",), score=score)
        return Comparison(AnswerLink(one, other, found), 1, 0, 0)

    monkeypatch.setattr("factcheck.linkage.questions.compared", compare)
    answers = [(one.position,) for one in made]
    _, (question,) = _join(made, words)
    assert question.likeliest.identity.score == 0.5
    first, second, third, fourth = answers
    assert [*question.answers] == [first, fourth, second, third]
