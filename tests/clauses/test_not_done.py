"""What is planned, allowed or possible is not done: figures that lie ahead, and others."""

from __future__ import annotations

import pytest

from factcheck import Article, extract
from factcheck.clauses.lexicon import clause_lexicon
from factcheck.times.direction import plans

LEADING = [
    "was bound", "was going", "was meant", "was supposed", "was designed", "was intended",
    "was able", "was allowed", "was authorised", "was authorized", "was entitled", "was licensed",
    "was obliged", "was permitted", "was required", "was willing", "has yet",
]  # fmt: skip
PLANNED = [
    "threatened", "vowed", "agreed", "decided", "hopes", "is due", "is likely",
    "is about", "was set", "was expected", "was scheduled", "was slated", "was planned",
    "was ready",
]  # fmt: skip
MODALS = ["can", "could", "may", "might", "should"]


def lies_ahead(text: str) -> bool:
    (found,) = (c for c in extract(Article(id="a", text=text)) if c.quantity is not None)
    return found.question.ahead


@pytest.mark.parametrize("words", [*LEADING, *PLANNED])
def test_what_leads_to_an_act_leaves_it_undone(words: str) -> None:
    assert lies_ahead(f"The ferry {words} to carry 120 people.")


@pytest.mark.parametrize("word", MODALS)
def test_what_is_possible_is_not_done(word: str) -> None:
    assert lies_ahead(f"The ferry {word} carry 120 people.")


def test_each_word_of_the_lexicon_has_its_example() -> None:
    leading = {words.split()[-1] for words in LEADING}
    assert clause_lexicon().semi_auxiliaries == leading | plans()
    assert clause_lexicon().possible_modals == frozenset(MODALS)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry carried 120 people.",
        "The delay of the ferry, due to fog, cost 120 people their beds.",
        "The ferry must pay $120 million.",  # a judgment orders it
        "The ferry was ordered to pay $120 million.",
        "Some 120 people were told to leave.",  # and are taken to have left
        "The ferry came to carry 120 people.",
        "The gang vowed to sell 120 kidnapped girls.",  # who are kidnapped
        "The court refused to certify the result, won by 905 votes.",
        "The ferry, ready since May, carried 120 people.",
    ],
)
def test_what_is_done_does_not_lie_ahead(text: str) -> None:
    assert not lies_ahead(text)
