"""No contradiction without identity: what joins two differing answers, and what parts them."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.linkage.identity import apart, differences, identity
from factcheck.linkage.model import Strength, link_model
from tests.linkage.newsdesk import DAY, marked

WEIGHTS = link_model().identity
ONE = [
    # what an event has but one of
    ("The flood in Oster killed [40] people.", "The flood in Oster killed [52] people."),
    # a named bearer
    ("Ruth Castellan, [45], was elected.", "Ruth Castellan, [47], was elected."),
    # what befalls one thing once
    ("The ferry sank [on Monday].", "The ferry sank [on Tuesday]."),
    ("Mila Castellan died [on Monday].", "Mila Castellan, the actor, died [on Tuesday]."),
    # a copied sentence with one figure changed
    ("Engineers counted [320] cracked tiles on the roof of the town library this week.",
     "Engineers counted [230] cracked tiles on the roof of the town library this week."),
]  # fmt: skip
TWO = {
    "contrast": ("Hail broke [40] windows in Oster.", "Hail broke [95] windows in Tillby."),
    "kind": ("The blast killed [4] miners.", "The blast injured [9] miners."),
    "head": ("The council bought [12] lorries.", "The council bought [30] tents."),
    "part": ("The crash hurt 30 people, including [12] children.", "The crash hurt [19] people."),
    "per": ("The plant makes [300] bicycles.", "The plant makes [40] bicycles a day."),
    "outlook": ("The mill hired [30] weavers.", "The mill will hire [50] weavers."),
}


@pytest.mark.parametrize(("left", "right"), ONE)
def test_positive_identity_joins_differing_answers(left: str, right: str) -> None:
    (one, other), words = marked(left, right)
    assert identity(one, other, words, WEIGHTS).strength >= Strength.LIKELY
    assert identity(one, other, words, WEIGHTS).fits


@pytest.mark.parametrize("slot", TWO)
def test_a_slot_that_differs_makes_two_questions(slot: str) -> None:
    (one, other), words = marked(*TWO[slot])
    assert slot in {found.slot for found in differences(one, other) if found.hard}
    found = identity(one, other, words, WEIGHTS)
    assert found.strength is Strength.DIFFERENT
    assert found.against


def test_one_more_death_may_be_that_of_another() -> None:
    (one, other), words = marked("A man died [on Monday].", "A man died [on Tuesday].")
    assert identity(one, other, words, WEIGHTS).strength < Strength.LIKELY


def test_what_merely_sounds_alike_is_no_contradiction() -> None:
    (one, other), words = marked(
        "Divers searched the lake with [12] boats.", "The harbour of Vesta has [90] boats."
    )
    assert identity(one, other, words, WEIGHTS).strength < Strength.LIKELY


def test_figures_told_a_year_apart_are_of_two_times() -> None:
    texts = "The shelter housed [40] cats on Monday.", "The shelter housed [70] cats on Monday."
    (one, other), words = marked(*texts, days=(DAY, date(2022, 3, 5)))
    assert identity(one, other, words, WEIGHTS).strength is Strength.DIFFERENT


def test_two_currencies_and_two_ways_of_a_distance_never_meet() -> None:
    (pounds, euros), _ = marked("The barn cost [£40,000].", "The barn cost [€52,000].")
    assert apart(pounds, euros)
    (long, deep), _ = marked("The trench is [40 metres] long.", "The trench is [9 metres] deep.")
    assert apart(long, deep)


def test_figures_of_one_sentence_are_two_unless_they_are_told_in_turn() -> None:
    (boats, nets), _ = marked("The storm wrecked [12] boats and [90] boats were moved.")
    assert apart(boats, nets)
    (before, after), _ = marked("The herd fell from [900] cows to [300] cows.")
    assert not apart(before, after)
