"""Zero, denial and correction from the text to the report."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import Article, Claim, Verdict, extract, reconcile
from factcheck.models import Status

DAY = date(2024, 3, 4)


def claims_of(text: str) -> tuple[Claim, ...]:
    return extract(Article(id="a", text=text, published=DAY))


def told(text: str) -> list[tuple[str, str, int]]:
    figures = [(c.kind, c.quote, c.quantity) for c in claims_of(text)]
    return [(kind, quote, int(q.low or 0)) for kind, quote, q in figures if q is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "None of the 31 trainees was hurt.",
            [("injured", "None of the 31 trainees", 0), ("count", "31 trainees", 31)],
        ),
        (
            "Four of the 31 trainees were arrested.",
            [("arrests", "Four of the 31 trainees", 4), ("count", "31 trainees", 31)],
        ),
        ("No deaths or injuries were reported.",
         [("deaths", "No deaths", 0), ("injured", "No deaths or injuries", 0)]),
        ("Nobody died.", [("deaths", "Nobody", 0)]),
        ("None of the 40 was hurt.", [("injured", "None", 0), ("count", "40", 40)]),
        ("None of the forty was hurt.", [("injured", "None", 0), ("count", "forty", 40)]),
        (
            "Neither of the two guards was hurt.",
            [("injured", "Neither of the two guards", 0), ("count", "two guards", 2)],
        ),
        ("Not a single guard was hurt.", [("injured", "Not a single guard", 0)]),
        ("Nobody said 12 people died.", [("deaths", "12 people", 12)]),
        ("Not one but two guards were hurt.", [("injured", "two guards", 2)]),
        ("Police have made no arrests.", [("arrests", "no arrests", 0)]),
    ],
)  # fmt: skip
def test_what_befell_none_or_some_of_them_is_not_told_of_all(
    text: str, expected: list[tuple[str, str, int]]
) -> None:
    assert told(text) == expected


def test_what_a_whole_suffered_is_told_of_it() -> None:
    whole = claims_of("Two of the 31 people killed were cooks.")[-1]
    assert (whole.quote, whole.question.predicate) == ("31 people", "kill")


@pytest.mark.parametrize(
    "text",
    [
        "The paper had reported 12 dead; it corrected the figure to two.",
        "The paper had earlier reported 12 dead. It has since corrected that to two.",
    ],
)
def test_a_correction_takes_the_question_of_what_it_corrects(text: str) -> None:
    first, second = claims_of(text)
    assert (first.kind, first.status) == ("deaths", Status.RETRACTED)
    assert (second.kind, second.quote, second.status) == ("deaths", "two", Status.ASSERTED)


def test_a_denied_figure_is_grouped_with_nobodys_answer() -> None:
    denied = Article(
        id="a", text="The mayor denied that 90 people died in the Elm Street fire.", published=DAY
    )
    said = Article(id="b", text="Six people died in the Elm Street fire.", published=DAY)
    report = reconcile([denied, said])
    assert not report.conflicts
    assert all(len({c.status for c in group.claims}) == 1 for group in report.groups)


def test_zero_contradicts_three() -> None:
    none = Article(id="a", text="No one was hurt in the Elm Street fire.", published=DAY)
    three = Article(id="b", text="Three people were hurt in the Elm Street fire.", published=DAY)
    (group,) = reconcile([none, three]).groups
    assert group.verdict is Verdict.CONFLICT
