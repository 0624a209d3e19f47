"""A verb that is negated, and figures that it denies or leaves."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import Article, Claim, Verdict, extract, reconcile
from factcheck.clauses.lexicon import clause_lexicon
from factcheck.models import Status

DAY = date(2024, 3, 14)


def first_of(text: str) -> Claim:
    found = extract(Article(id="a", text=text, published=DAY))
    return next(claim for claim in found if claim.quantity is not None)


NEGATED = [
    "The strike did not kill 12 civilians, the army said.",
    "The strike didn't kill 12 civilians.",
    "The strike had not killed 12 civilians.",
    "The strike could never have killed 12 civilians.",
    "The two other occupants were not hurt.",
    "Some 300 homes were not damaged.",
    "Twelve people had not died in the flood.",
    "The bank never sacked 300 workers.",
    "The bank cannot pay its owners $4 million.",
    "The pilot did not kill 12 men and nine women.",
    "The gunman did not try to kill 40 people.",
    "The blast was not thought to have killed 12 people.",
    "The mill was found not to have sacked 300 workers.",
]
LEFT = [
    "The quake not only killed 12 people but buried a town.",
    "Two officers were not seriously hurt.",
    "Twelve people were not rescued until Sunday.",
    "He has not paid for 12 years.",  # so long
    "Some 40 percent did not vote.",  # a share of those who did not
    "The toll did not rise by more than 40.",
    "Police did not name the 12 guests.",
    "The 12 dead were not armed.",
    "The bill did not pass with 54 votes.",
    "The men could not help but blame one person.",
    "The girls have not been seen in Orrin, some 600 miles from here.",
    "The fire killed 12 people who could not leave.",
    "The clerk is not known in Hale, and 12 people were hurt.",
]


@pytest.mark.parametrize("text", NEGATED)
def test_the_negation_of_a_verb_denies_its_figure(text: str) -> None:
    assert first_of(text).status is Status.DENIED


@pytest.mark.parametrize("text", LEFT)
def test_what_is_not_negated_stays(text: str) -> None:
    assert first_of(text).status is Status.ASSERTED


REFUSING = {
    "fail": "failed", "refuse": "refused", "decline": "declined", "neglect": "neglected",
    "hesitate": "hesitated", "unable": "was unable",
}  # fmt: skip


@pytest.mark.parametrize("words", REFUSING.values())
def test_what_was_refused_is_not_done(words: str) -> None:
    assert first_of(f"The firm {words} to pay $4 million.").status is Status.DENIED


@pytest.mark.parametrize("verb", sorted(REFUSING.keys() - {"unable"}))
def test_what_was_not_refused_is_done(verb: str) -> None:
    assert first_of(f"The firm did not {verb} to pay $4 million.").status is Status.ASSERTED


LEAVING = {
    "include": "The toll does not include 40 suspected cases.",
    "count": "The toll does not count 40 suspected cases.",
    "cover": "The plan does not cover 40 mills.",
    "prevent": "Rain did not prevent 4,000 people from marching.",
    "stop": "Rain did not stop 4,000 people from marching.",
    "keep": "Rain did not keep 4,000 people from marching.",
    "deter": "Rain did not deter 4,000 people from marching.",
    "discourage": "Rain did not discourage 4,000 people from marching.",
    "hinder": "Rain did not hinder 4,000 people.",
}


@pytest.mark.parametrize("text", LEAVING.values())
def test_what_a_negated_verb_leaves_is_there(text: str) -> None:
    assert first_of(text).status is Status.ASSERTED


@pytest.mark.parametrize("word", ["until", "till"])
def test_who_was_not_found_until_a_day_was_found_then(word: str) -> None:
    assert first_of(f"Twelve hikers were not found {word} Sunday.").question.predicate == "find"


@pytest.mark.parametrize("words", ["were not", "were never", "cannot be", "have not been"])
def test_who_is_not_found_is_missing(words: str) -> None:
    claim = first_of(f"Twelve hikers {words} found.")
    assert (claim.question.predicate, claim.status) == ("miss", Status.ASSERTED)


def test_each_word_of_the_lexicon_has_its_example() -> None:
    lexicon = clause_lexicon()
    assert lexicon.refusing == REFUSING.keys()
    assert lexicon.leaving_object == LEAVING.keys()
    assert lexicon.negations == {"not", "never", "cannot"}
    assert lexicon.limits == {"until", "till"}


def test_a_negated_figure_does_not_agree_with_a_stated_one() -> None:
    stated = Article(id="a", text="Twelve people died in the Elm Street flood.", published=DAY)
    negated = Article(
        id="b",
        text="Twelve people had not died in the Elm Street flood; nine had.",
        published=DAY,
    )
    verdicts = [group.verdict for group in reconcile([stated, negated]).groups]
    assert Verdict.AGREE not in verdicts
