"""A report cut down to what a desk wants to look at."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factcheck import Article, InputError, Policy, Report, reconcile
from factcheck.results import Confidence

DAY = date(2024, 2, 19)


@pytest.fixture(scope="module")
def report() -> Report:
    return reconcile(
        [
            Article(id="a", publisher="Gazette", published=DAY,
                    text="The fire in Ardmore killed 14 people on Sunday. It cost $3 million."),
            Article(id="b", publisher="Herald", published=DAY,
                    text="On Sunday 55 people died in the fire in Ardmore, the governor said."),
            Article(id="c", publisher="Echo", published=DAY,
                    text="In Lindow 200 trees fell."),
        ]
    )  # fmt: skip


def kinds(report: Report) -> set[str]:
    return {group.kind for group in report.groups}


@pytest.fixture(scope="module")
def asking() -> Report:
    """A report that only asks: whether 46 and 52 people are one count no text says."""
    found = reconcile(
        [
            Article(id="a", publisher="Gazette", published=DAY,
                    text="Police in Oster traced 46 people."),
            Article(id="b", publisher="Herald", published=DAY,
                    text="Some 52 people in Oster rest."),
            Article(id="c", publisher="Echo", published=DAY,
                    text="In Lindow 200 trees fell."),
        ]
    )  # fmt: skip
    assert [one.kind for one in found.possible] == ["count"]
    return found


def test_what_is_only_asked_is_cut_down_too(asking: Report) -> None:
    assert len(asking.only(kinds=["count"]).possible) == 1
    assert len(asking.only(outlets=["Herald"]).possible) == 1
    assert len(asking.only(place="oster").possible) == 1
    assert len(asking.only(confidence=Confidence.POSSIBLE).possible) == 1
    assert asking.only(kinds=["deaths"]).possible == ()
    assert asking.only(outlets=["Echo"]).possible == ()
    assert asking.only(place="lindow").possible == ()
    assert asking.only(confidence=Confidence.SURE).possible == ()
    assert asking.only(confidence=Confidence.LIKELY).possible == ()


def test_a_report_that_goes_on_keeps_to_the_policy_it_is_given() -> None:
    first = Article(
        id="a",
        publisher="Gazette",
        published=DAY,
        text="The fire in Ardmore killed 14 people, and the toll could rise.",
    )
    second = Article(id="b", publisher="Herald", published=DAY,
                     text="The fire in Ardmore killed 20 people.")  # fmt: skip
    strict = Policy(preliminary_excuses=False)
    updated = reconcile([first]).update([second], policy=strict)
    assert updated == reconcile([first, second], policy=strict)
    assert updated != reconcile([first, second])


def test_nothing_asked_is_the_whole_report(report: Report) -> None:
    assert report.only() == report


def test_kinds_outlets_and_places(report: Report) -> None:
    assert kinds(report.only(kinds=["deaths", "money"])) == {"deaths", "money"}
    assert kinds(report.only(outlets=["Echo"])) == {"count"}
    assert kinds(report.only(place="lindow")) == {"count"}
    assert kinds(report.only(place="lind", kinds=["deaths"])) == set()


def test_across_outlets_leaves_what_two_of_them_answer(report: Report) -> None:
    across = report.only(across_outlets=True)
    assert "deaths" in kinds(across)
    assert kinds(across).isdisjoint({"money", "count"})
    assert across.articles == report.articles
    assert {c.id for c in across.claims} == {c.id for g in across.groups for c in g.claims}
    inside = report.groups[0].model_copy(update={"inside_one_story": True})
    assert report.model_copy(update={"groups": (inside,)}).only(across_outlets=True).groups == ()


def test_the_surest_have_no_questions_beside_them(report: Report) -> None:
    group = report.groups[0].model_copy(update={"confidence": Confidence.LIKELY})
    doubtful = report.model_copy(update={"groups": (group,)})
    assert doubtful.only(confidence=Confidence.SURE).groups == ()
    assert doubtful.only(confidence=Confidence.LIKELY).groups == (group,)
    assert doubtful.only(confidence=Confidence.POSSIBLE).groups == (group,)


def test_the_claims_of_a_question_stay_with_it(asking: Report, tmp_path: Path) -> None:
    """Their own groups are of one outlet each, and left out."""
    across = asking.only(across_outlets=True)
    assert (across.groups, len(across.possible)) == ((), 1)
    assert {c.id for c in across.claims} == {c.id for c in across.possible[0].claims}
    assert [c for c in asking.claims if c in across.claims] == list(across.claims)
    across.to_sqlite(tmp_path / "across.db")  # of which every key leads somewhere


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"confidence": "bad"}, "confidence is 'bad': give one of sure, likely, possible"),
        ({"confidence": 1}, "confidence is 1"),
        ({"kinds": "deaths"}, r"kinds is a str: write kinds=\['deaths'\]"),
        ({"outlets": "Herald"}, "outlets is a str"),
    ],
)
def test_what_cannot_be_meant_is_refused(report: Report, asked: dict[str, Any], told: str) -> None:
    with pytest.raises(InputError, match=told):
        report.only(**asked)


def test_a_confidence_may_be_its_word(report: Report) -> None:
    word: Any = "likely"
    assert report.only(confidence=word) == report.only(confidence=Confidence.LIKELY)


def test_a_slip_of_the_pen_is_an_error_and_a_kind_without_claims_is_none(report: Report) -> None:
    with pytest.raises(InputError, match="did you mean 'Herald'"):
        report.only(outlets=["Heralds"])
    with pytest.raises(InputError, match="did you mean 'deaths'"):
        report.only(kinds=["death"])
    assert report.only(kinds=["burned_area"]).groups == ()
