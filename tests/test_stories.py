"""Stories concluded by themselves: what ties them, how large one may be, and who concludes them."""

from __future__ import annotations

from datetime import date
from importlib import import_module

import pytest

from factcheck import (
    Article,
    Corrections,
    Decision,
    Opinion,
    OpinionQuestion,
    Report,
    Ruling,
    reconcile,
)
from factcheck.archive import Archive
from factcheck.corrections import Answer
from factcheck.linkage import block
from factcheck.stories import JudgedStories, Rules, StoriesToJudge, conclude, together

DAY = date(2024, 2, 19)


def article(name: str, text: str, **fields: object) -> Article:
    return Article.model_validate(
        {"id": name, "text": text, "publisher": name, "published": DAY, **fields}
    )


FIRE = [
    article("gazette", "The fire in Ardmore killed 14 people on Sunday."),
    article("herald", "On Sunday 55 people died in a fire in Ardmore, the governor said."),
    article("post", "A fire in Ardmore on Sunday left 14 people dead, police said."),
]
MILL = [
    article("mill-news", "Wexcombe council voted 7-4 to sell the old corn mill for £340,000."),
    article(
        "mill-times", "The old corn mill of Wexcombe goes for £430,000, the council voted 7-4."
    ),
]


@pytest.mark.parametrize(
    ("ties", "expected"),
    [
        ({}, [{1}, {2}, {3}, {4}]),
        ({1: {2}, 2: {1}}, [{1, 2}, {3}, {4}]),
        ({1: {2}, 2: {1, 4}, 4: {2}}, [{1, 2, 4}, {3}]),
    ],
)
def test_stories_that_are_tied_are_concluded_together(
    ties: dict[int, set[int]], expected: list[set[int]]
) -> None:
    assert sorted(together([1, 2, 3, 4], ties), key=min) == expected


def test_a_decision_joins_claims_of_two_stories() -> None:
    alone = reconcile([*FIRE, *MILL])
    names = {claim.quote: claim.name for claim in alone.claims}
    same = Decision(
        ruling=Ruling.SAME, claims=(names["55 people"], names["£340,000"]), by="A. Editor", on=DAY
    )
    report = reconcile([*FIRE, *MILL], corrections=Corrections(decisions=(same,)))
    (joined,) = [group for group in report.groups if group.decisions]
    assert {"55 people", "£340,000"} <= {claim.quote for claim in joined.claims}


ONE = (
    "The warehouse on Quay Street in Ardmore burned for nine hours before crews could enter its "
    "upper floors, where 14 people were found dead."
)
OTHER = (
    "Nobody had checked the stairs of the Ardmore warehouse since spring, and of those who slept "
    "above it in Quay Street the fire killed 14 people."
)


def test_copies_are_looked_for_inside_a_story_in_a_batch_and_in_an_archive() -> None:
    """A yearbook prints two reports whole among many others. It tells another story, so it makes
    no one origin of the two."""
    others = " ".join(
        f"{one}{two}{end}" for one in "bdfg" for two in "aeiou" for end in ("lomi", "v")
    )
    yearbook = article("yearbook", f"{others}. {ONE} {OTHER}", published=date(2025, 1, 3))
    articles = [article("gazette", ONE), article("herald", OTHER), yearbook]
    report = reconcile(articles)
    (toll,) = [group for group in report.groups if group.claims[0].quote == "14 people"][:1]
    assert [origin.articles for origin in toll.origins] == [("gazette",), ("herald",)]
    with Archive(":memory:") as archive:
        archive.add(articles)
        assert archive.report().groups == report.groups


def small(monkeypatch: pytest.MonkeyPatch, largest: int) -> None:
    """Lets no story hold more texts than that."""
    monkeypatch.setattr(block.agglomerated, "__defaults__", (largest,))


def stories_told(report: Report) -> set[frozenset[str]]:
    groups = [group for group in report.groups if len(group.claims) > 1]
    return {frozenset(claim.article_id for claim in group.claims) for group in groups}


def test_a_story_that_is_too_large_is_divided_and_a_note_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert stories_told(reconcile(FIRE)) == {frozenset({"gazette", "herald", "post"})}
    small(monkeypatch, 2)
    report = reconcile([*FIRE, *MILL])
    # the two most alike stay together, and so do the two of the mill, who are not too many
    assert {"gazette", "post"} in stories_told(report)
    assert {"mill-news", "mill-times"} in stories_told(report)
    told = [note.partition(":")[0] for note in report.notes]
    assert told == ["gazette", "herald"]
    assert "was divided" in report.notes[0]


def test_an_archive_divides_as_a_batch_does(monkeypatch: pytest.MonkeyPatch) -> None:
    small(monkeypatch, 2)
    with Archive(":memory:") as archive:
        changes = [archive.add([one]) for one in FIRE]
        assert archive.report().groups == reconcile(FIRE).groups
        assert [len(change.notes) for change in changes] == [0, 0, 2]


def test_reprints_of_one_text_are_no_larger_story(monkeypatch: pytest.MonkeyPatch) -> None:
    small(monkeypatch, 2)
    reprints = [FIRE[0].model_copy(update={"id": f"paper-{n}"}) for n in range(5)]
    report = reconcile([FIRE[0], *reprints, FIRE[2]])
    assert report.notes == ()
    assert max(len(found) for found in stories_told(report)) == 7


class Counting:
    """Tells how many stories are concluded, and of which articles."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seen: list[set[str]] = []

        def counted(unit: StoriesToJudge, rules: Rules) -> JudgedStories:
            self.seen.append({one.id for one in unit.articles})
            return conclude(unit, rules)

        # the package has a function of the name of this module
        monkeypatch.setattr(import_module("factcheck.reconcile"), "conclude", counted)


def test_a_second_opinion_has_its_own_story_alone_judged_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counting = Counting(monkeypatch)

    def fires_are_apart(question: OpinionQuestion) -> Opinion:
        fire = "Ardmore" in question.left.sentence
        return Opinion(answer=Answer.DIFFERENT if fire else Answer.UNSURE)

    report = reconcile([*FIRE, *MILL], second_opinion=fires_are_apart)
    fire, mill = {"gazette", "herald", "post"}, {"mill-news", "mill-times"}
    assert sorted(counting.seen, key=len) == [mill, fire, fire]
    assert {group.claims[0].article_id for group in report.conflicts} <= mill
