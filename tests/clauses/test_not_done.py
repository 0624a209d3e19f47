"""What is planned, allowed or possible is not done: figures that lie ahead, and others."""

from __future__ import annotations

import pytest

from factcheck import Article, extract
from factcheck.clauses.lexicon import clause_lexicon

LEADING = [
    "about", "bound", "due", "going", "likely", "meant", "set", "slated", "supposed", "designed",
    "expected", "intended", "planned", "scheduled", "able", "allowed", "authorised", "authorized",
    "entitled", "licensed", "obliged", "permitted", "ready", "required", "willing",
]  # fmt: skip
MODALS = ["can", "could", "may", "might", "should"]


def lies_ahead(text: str) -> bool:
    (found,) = (c for c in extract(Article(id="a", text=text)) if c.quantity is not None)
    return found.question.ahead


@pytest.mark.parametrize("word", LEADING)
def test_what_leads_to_an_act_leaves_it_undone(word: str) -> None:
    assert lies_ahead(f"The ferry was {word} to carry 120 people.")


@pytest.mark.parametrize("word", MODALS)
def test_what_is_possible_is_not_done(word: str) -> None:
    assert lies_ahead(f"The ferry {word} carry 120 people.")


def test_each_word_of_the_lexicon_has_its_example() -> None:
    assert clause_lexicon().semi_auxiliaries == frozenset(LEADING)
    assert clause_lexicon().possible_modals == frozenset(MODALS)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry carried 120 people.",
        "The delay of the ferry, due to fog, cost 120 people their beds.",
        "The ferry must pay $120 million.",  # a judgment orders it
        "The ferry, ready since May, carried 120 people.",
    ],
)
def test_what_is_done_does_not_lie_ahead(text: str) -> None:
    assert not lies_ahead(text)
