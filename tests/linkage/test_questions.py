"""Differing answers joined to one question, and what weakens the tie."""

from __future__ import annotations

from factcheck.linkage.features import Features
from factcheck.linkage.model import Strength, link_model
from factcheck.linkage.questions import best_tie, joined_answers
from tests.linkage.newsdesk import marked

WEIGHTS = link_model().identity
FLOOD = "The flood in Oster killed [{}] people."


def test_differing_tolls_of_one_flood_are_one_question() -> None:
    made, words = marked(FLOOD.format(40), FLOOD.format(52))
    found, possible = joined_answers([(one.position,) for one in made], _all(made), words, WEIGHTS)
    assert [question.members for question in found] == [tuple(one.position for one in made)]
    assert len(found[0].ties) == 1
    assert possible == []


def test_answers_in_contrast_stay_two_questions_and_are_not_asked_about() -> None:
    made, words = marked(FLOOD.format(40), FLOOD.format(52).replace("Oster", "Tillby"))
    found, possible = joined_answers([(one.position,) for one in made], _all(made), words, WEIGHTS)
    assert len(found) == 2
    assert possible == []


def test_an_article_that_gives_both_answers_weakens_the_tie() -> None:
    both = f"{FLOOD.format(40)} Rain went on all night in the hills. {FLOOD.format(52)}"
    (first, second), words = marked(FLOOD.format(40), FLOOD.format(52))
    alone = best_tie([first], [second], words, WEIGHTS)
    (one, other, own_first, own_second), words = marked(FLOOD.format(40), FLOOD.format(52), both)
    together = best_tie([one, own_first], [other, own_second], words, WEIGHTS)
    assert alone is not None
    assert alone.identity.strength >= Strength.LIKELY
    assert together is None or together.identity.score < alone.identity.score


def test_two_currencies_have_no_tie() -> None:
    (pounds, euros), words = marked("The barn cost [£40,000].", "The barn cost [€52,000].")
    assert best_tie([pounds], [euros], words, WEIGHTS) is None


def _all(made: list[Features]) -> list[Features]:
    """A row in which each claim stands at its position."""
    row = [made[0]] * (max(one.position for one in made) + 1)
    for one in made:
        row[one.position] = one
    return row
