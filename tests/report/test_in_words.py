"""Reports in an editor's words: whoever is quoted, the order of time, long headings."""

from __future__ import annotations

import io
from datetime import date

import pytest
from rich.console import Console

from factcheck import Article, Report, extract, reconcile
from factcheck.judge.speaking import in_small, inside
from factcheck.report import print_report
from factcheck.report.html.view import page_of
from factcheck.report.standing import whom_to_ask
from factcheck.report.wording import in_time
from factcheck.results import Verdict

DAY = date(2024, 3, 6)


def printed(report: Report) -> str:
    console = Console(file=io.StringIO(), width=60)
    print_report(report, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize(
    ("speaker", "text", "shown"),
    [
        ("Police", "Later the police said more.", "police"),
        ("The U.N.", "", "the U.N."),
        ("Police Chief Ada Voss", "The police said so.", "Police Chief Ada Voss"),
        ("Mayor Ines Roth", "The mayor said so.", "Mayor Ines Roth"),
        ("Lindow council", "The council met.", "Lindow council"),
        ("officials", "", "officials"),
    ],
)
def test_a_speaker_inside_a_sentence(speaker: str, text: str, shown: str) -> None:
    assert inside(speaker, [text]) == shown


def test_a_title_is_read_without_its_capitals() -> None:
    text = "Nineteen firefighters died in Lindow."
    assert in_small("Firefighters of Lindow", text) == "firefighters of Lindow"


def test_no_explanation_has_a_capital_inside_a_sentence() -> None:
    texts = [
        f"Police said the fire in Lindow killed {dead} people on Sunday. The police left."
        for dead in (14, 17)
    ]
    report = reconcile(
        Article(id=f"{n}", publisher=f"Paper {n}", text=text, published=DAY)
        for n, text in enumerate(texts)
    )
    (conflict,) = report.conflicts
    assert "quoting police" in conflict.explanation
    assert "quoting Police" not in conflict.explanation


def test_words_in_capitals_name_no_speaker() -> None:
    shouted = Article(id="a", text="WORST CASE DRILL OF CATEGORY 4 STORM SHOWS WIDE RUIN")
    assert [claim.attribution for claim in extract(shouted)] == [None]


def test_one_who_is_quoted_for_several_answers_is_named_once() -> None:
    change = (
        "The mill is 38 metres high, up from 32 metres before it was rebuilt, builder Ada Voss "
        "told the Echo."
    )
    other = "The mill is 34 metres high, builder Ada Voss said."
    report = reconcile(
        Article(id=name, publisher=name, text=text, published=DAY)
        for name, text in (("Echo", change), ("Post", other))
    )
    articles = {article.id: article for article in report.articles}
    for group in report.groups:
        assert whom_to_ask(group, articles).count("Ada Voss") <= 1


def test_figures_of_one_day_stand_in_the_order_of_its_hours() -> None:
    afternoon = (
        "The storm has now sustained winds of 125 mph, the weather office said in its 2 p.m. "
        "bulletin on Wednesday."
    )
    night = "The storm was packing sustained winds of 110 mph late on Wednesday night."
    report = reconcile(
        Article(id=name, publisher=name, text=text, published=DAY)
        for name, text in (("Post", night), ("Echo", afternoon))
    )
    (group,) = (g for g in report.groups if len(g.positions) == 2)
    assert group.verdict is Verdict.UPDATE
    steps = [position.answer for position in in_time(group.positions, group)]
    assert steps == ["125 miles per hour", "110 miles per hour"]
    assert "(later)" not in printed(report)


def test_a_long_heading_is_printed_whole(report: Report) -> None:
    label = "number of homes: “the old mill by the river was shut after … had been flooded”"
    first = report.groups[0].model_copy(update={"label": label})
    lines = printed(report.model_copy(update={"groups": (first, *report.groups[1:])}))
    head = lines[lines.index("Conflict 1:") : lines.index("─" * 3)]
    assert " ".join(head.split()) == f"Conflict 1: {label}"


def test_the_filter_of_the_page_names_kinds_as_a_desk_would(report: Report) -> None:
    kinds = dict(page_of(report).kinds)
    assert kinds["event_date"] == "day"
    assert not any("_" in name for name in kinds.values())


def test_measures_far_apart_are_not_asked_about() -> None:
    """The speeds of two things."""
    search = "Ships searched the bay off Lindow."
    texts = (
        f"{search} Some 12 rescue ships were in the search. The storm brought winds of 125 mph.",
        f"{search} In all 30 ships were in the search. The storm was moving at 16 mph.",
    )
    report = reconcile(
        Article(id=f"{n}", publisher=f"Paper {n}", text=text, published=DAY)
        for n, text in enumerate(texts)
    )
    asked = {frozenset(claim.quote for claim in each.claims) for each in report.possible}
    assert frozenset({"125 mph", "16 mph"}) not in asked
