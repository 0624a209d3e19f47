"""One figure for two outcomes: "killed or wounded" counts no dead alone."""

from __future__ import annotations

import pytest

from factcheck import Article, Report, extract, reconcile
from factcheck.results import Verdict

Expected = tuple[str, str | None]
DEAD_OR_HURT, DEAD_OR_MISSING = ("count", "die or injure"), ("count", "die or disappear")


def people_in(text: str) -> Expected:
    """The kind and predicate of the only figure of a text."""
    (found,) = (c for c in extract(Article(id="a", text=text)) if c.quantity is not None)
    return found.kind, found.question.predicate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast left 40 dead and wounded.", DEAD_OR_HURT),
        ("About 40 people were killed or wounded.", DEAD_OR_HURT),
        ("About 40 people were killed or seriously hurt.", DEAD_OR_HURT),
        ("The blast killed or maimed 40 people.", DEAD_OR_HURT),
        ("The army has lost 40,000 killed and wounded.", DEAD_OR_HURT),
        ("Some 40 people were wounded or slain.", DEAD_OR_HURT),
        ("At least 300 people are dead or missing.", DEAD_OR_MISSING),
        ("The flood left 300 people dead and missing.", DEAD_OR_MISSING),
        ("In the flood, 300 people drowned or vanished.", DEAD_OR_MISSING),
        # one outcome each
        ("Two men were shot and killed.", ("deaths", "kill")),
        ("Two men were shot and wounded.", ("injured", "shoot")),
        ("Forty people were killed and mourned.", ("deaths", "kill")),
        ("Forty people were killed and injured survivors were flown out.", ("deaths", "kill")),
        ("Forty people were killed and several wounded.", ("deaths", "kill")),
    ],
)
def test_what_a_figure_counts(text: str, expected: Expected) -> None:
    assert people_in(text) == expected


@pytest.mark.parametrize(
    "words",
    [
        *(f"{died} or injured" for died in ("died", "killed", "drowned", "perished", "murdered")),
        *(f"slain or {hurt}" for hurt in ("injured", "wounded", "hurt", "maimed")),
    ],
)
def test_the_words_for_who_died_or_was_hurt(words: str) -> None:
    assert people_in(f"Some 40 people were {words}.") == DEAD_OR_HURT


@pytest.mark.parametrize("words", ["disappeared", "vanished", "went missing"])
def test_the_words_for_who_is_missing(words: str) -> None:
    assert people_in(f"Some 40 people died or {words}.") == DEAD_OR_MISSING


def test_each_outcome_with_a_figure_of_its_own_is_counted_alone() -> None:
    claims = extract(Article(id="a", text="The blast killed 12 people and wounded 30."))
    assert [(claim.kind, claim.quote) for claim in claims] == [
        ("deaths", "12 people"), ("injured", "30"),
    ]  # fmt: skip


def of_two(one: str, other: str) -> Report:
    return reconcile([Article(id="a", text=one), Article(id="b", text=other)])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The blast at the Orrin mill killed 12 people on Monday.",
            "The blast at the Orrin mill left 40 people dead or wounded on Monday.",
        ),
        (
            "The train was carrying 230 passengers when it derailed outside Corvo.",
            "There were 242 passengers and crew on the train that derailed outside Corvo.",
        ),
    ],
)
def test_more_is_counted_where_others_are_counted_too(one: str, other: str) -> None:
    assert not of_two(one, other).conflicts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The blast at the Orrin mill killed or injured 52 people on Monday.",
            "The blast at the Orrin mill left 40 people dead or wounded on Monday.",
        ),
        # a part is no larger than its whole
        (
            "The train was carrying 250 passengers when it derailed outside Corvo.",
            "There were 242 passengers and crew on the train that derailed outside Corvo.",
        ),
    ],
)
def test_two_figures_of_the_same_people_contradict(one: str, other: str) -> None:
    verdicts = {group.verdict for group in of_two(one, other).groups if len(group.claims) > 1}
    assert Verdict.CONFLICT in verdicts
