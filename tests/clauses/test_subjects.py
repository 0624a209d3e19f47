"""Whose figure it is where the subject does not stand right before its verb."""

from __future__ import annotations

import pytest

from factcheck import Article, extract

HOLDERS = [
    # an apposition between them
    ("Pavel Rusk, the incumbent, finished with 39 percent.", "rusk"),
    ("Harbour Steel, the chain maker, held 39 percent.", "steel"),
    # a relative pronoun
    ("The cup went to Jutta Brand, who crossed the line after 27 minutes.", "brand"),
    ("The prize is for Orrin Steel, which holds 39 percent.", "steel"),
    # right before it, as ever
    ("Pavel Rusk finished with 39 percent.", "rusk"),
]
NOBODY = [
    "On Monday, 39 percent finished.",
    "He ran and, tired, finished with 39 percent.",
    "In May, a wet month, finished goods cost $4 million.",
]


def holders(text: str) -> set[str]:
    return {
        word
        for claim in extract(Article(id="a", text=text))
        if claim.quantity is not None
        for word in claim.question.measured[:1]
    }


@pytest.mark.parametrize(("text", "holder"), HOLDERS)
def test_the_subject_is_found_beyond_what_stands_between(text: str, holder: str) -> None:
    assert holders(text) == {holder}


@pytest.mark.parametrize("text", NOBODY)
def test_no_subject_is_made_up(text: str) -> None:
    assert holders(text).isdisjoint({"month", "monday", "may", "he"})


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The mayor was shot dead in front of 300 mourners.", "count"),
        ("The mayor was killed before 300 mourners.", "count"),
        ("A guard was injured beside 300 mourners.", "count"),
        ("Rovers lost at home on Saturday in front of about 300 mourners.", "count"),
        # who takes part in it
        ("The blast killed 300 mourners.", "deaths"),
        ("The mayor died with 300 mourners.", "deaths"),
        ("The mayor was killed before 300 mourners were injured.", "injured"),
        ("In front of the hall 300 mourners were killed.", "deaths"),
    ],
)
def test_who_only_stands_by_takes_no_part(text: str, kind: str) -> None:
    [found] = [claim for claim in extract(Article(id="a", text=text)) if claim.quantity is not None]
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # whose relation somebody is
        ("A mother of three children was killed.", ["count"]),
        ("Roe, a father of two, was killed.", ["count"]),
        ("The killer of 12 people was jailed.", ["count"]),
        ("Parents of 40 children were arrested.", ["count"]),
        ("Police arrested the leader of 300 rebels.", ["count"]),
        ("The mayor of a city of 300,000 people was killed.", ["count"]),
        ("A member of a group of 40 people was arrested.", ["count"]),
        # all of whom are meant
        ("A group of 40 people was arrested.", ["arrests"]),
        ("A crew of 12 was rescued.", ["rescued"]),
        ("A family of five was killed.", ["deaths"]),
        ("The bodies of 12 people were found.", ["deaths"]),
        ("The mother of three children who were killed wept.", ["deaths"]),
        ("The father of three children killed in the blast wept.", ["deaths"]),
        # what became of some of those whom a participle describes
        ("Two of the 12 people hurt in the crash have died.", ["deaths", "injured"]),
        ("Three of the 40 people injured in the blast died later.", ["deaths", "injured"]),
        ("Six of the 30 miners trapped underground were rescued.", ["rescued", "count"]),
        ("Three of the 40 people injured in the blast wept.", ["injured", "injured"]),
        # of all of whom nothing is said
        ("Nobody among the 300 guests was hurt.", ["injured", "count"]),
        ("No one among the 300 guests was hurt.", ["injured", "count"]),
    ],
)
def test_what_happens_to_one_does_not_happen_to_all(text: str, kinds: list[str]) -> None:
    found = extract(Article(id="a", text=text))
    assert [claim.kind for claim in found if claim.quantity is not None] == kinds
