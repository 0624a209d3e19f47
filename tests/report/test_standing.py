"""Where a quote stands, whom an editor can call, and what several outlets are worth."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import Article, Report, reconcile
from factcheck.judge.speaking import is_named
from factcheck.kinds import Count
from factcheck.models import Claim, Part, Section, Span
from factcheck.report.standing import dependence, material_of, where, whom_to_ask
from factcheck.results import Group, Origin


def claim(article: Article, quote: str, section: Section = Section.BODY) -> Claim:
    part = Part.TEXT if quote in article.text else Part.TITLE
    start = article.part(part).index(quote)
    span = Span(start=start, end=start + len(quote))
    return Count(
        article_id=article.id, part=part, span=span, quote=quote, sentence=span, section=section,
        rule="by hand",
    )  # fmt: skip


def test_paragraphs_are_parted_by_blank_lines_and_without_them_by_lines() -> None:
    blank = Article(id="a", text="\n\nOne\nline.\n \nTwo.\n\n\nThree.", title="Six  boats\nsank")
    assert where(claim(blank, "One"), blank) == "in “Six boats sank”, paragraph 1"
    assert where(claim(blank, "line"), blank) == "in “Six boats sank”, paragraph 1"
    assert where(claim(blank, "Three"), blank) == "in “Six boats sank”, paragraph 3"
    assert where(claim(blank, "Six"), blank) == "in the title"
    lines = Article(id="b", text="One.\nTwo.\nThree.")
    assert where(claim(lines, "Three"), lines) == "paragraph 3"
    assert where(claim(lines, "One", Section.HEADLINE), lines) == "headline"


@pytest.mark.parametrize(
    ("speaker", "text", "named"),
    [
        ("Mayor Ines Roth", "The mayor said so.", True),
        ("Authorities", "Later authorities said more.", False),
        ("The police", "The police said so.", False),
        ("debris", "debris was found", False),
        ("the U.N. refugee agency", "the agency", True),
        ("an FBI source", "", False),
        ("a spokeswoman for Hillgrove council", "", True),
        ("", "", False),
    ],
)
def test_a_name_has_a_capital_that_the_text_never_drops(
    speaker: str, text: str, named: bool
) -> None:
    assert is_named(speaker, [text]) is named


def test_whom_to_ask_is_whoever_is_quoted_by_name(report: Report) -> None:
    articles = {article.id: article for article in report.articles}
    assert whom_to_ask(report.groups[0], articles) == (
        "Mayor Ines Roth (more than 450, in Hill Herald)"
    )
    assert whom_to_ask(report.groups[1], articles) == ""


def test_one_text_and_one_source_are_told(report: Report) -> None:
    articles = {article.id: article for article in report.articles}
    agreed = report.groups[2]

    def told(*origins: Origin) -> list[str]:
        group: Group = agreed.model_copy(update={"origins": origins})
        return list(dependence(group, articles))

    def alone(article: str, *speakers: str) -> Origin:
        return Origin(articles=(article,), claims=("c",), speakers=speakers)

    both = Origin(articles=("gazette", "herald"), claims=("c",), credits=("Reuters",))
    assert told(alone("gazette"), alone("herald")) == []
    assert told(both) == ["one text in Valley Gazette and Hill Herald, from Reuters"]
    assert told(alone("gazette", "Ines Roth"), alone("herald", "Ines Roth")) == [
        "one source in both: Ines Roth; not corroborated"
    ]
    assert told(alone("gazette", "Ines Roth"), alone("herald")) == []
    # One origin alone has no source in common with itself.
    assert told(alone("gazette", "Ines Roth")) == []
    assert told() == []
    # The same name however it is written, and each shared one, by the alphabet.
    first = alone("gazette", "Roth", "Ana Li", "INES ROTH", "Bo Kray", "Cy Dunn", "Di Ness")
    second = alone("herald", "Di Ness", "Cy Dunn", "ines roth", "Bo Kray", "Ana Li")
    shared = ["Ana Li", "Bo Kray", "Cy Dunn", "Di Ness"]
    assert [line for line in told(first, second) if "ROTH" not in line] == [
        f"one source in both: {name}; not corroborated" for name in shared
    ]
    third = alone("herald", "Bo Kray")
    assert told(first, second, third) == ["one source in all: Bo Kray; not corroborated"]
    parts = both.model_copy(update={"evidence": "the same sentence", "credits": ("AFP", "AP")})
    assert told(parts) == [
        "one text in Valley Gazette and Hill Herald, from AFP and AP (the same sentence)"
    ]


def test_a_text_that_tells_of_a_later_day_than_its_date_is_told() -> None:
    text = "The bridge fell on Tuesday, killing four people, the council said." + (
        " It was built by the county when the old ferry was given up." * 12
    )
    late = Article(id="late", text=text, published=date(2024, 3, 4))  # a Monday
    punctual = Article(id="punctual", text=text, published=date(2024, 3, 5))
    assert reconcile([late, punctual]).notes == (
        (
            "late: its text is later than its date: it speaks of Tuesday 5 March 2024 as past, "
            "and is dated Monday 4 March 2024"
        ),
    )
    (named,) = reconcile([late.model_copy(update={"publisher": "Hill Herald"})]).notes
    assert named.startswith("late (Hill Herald): its text is later")


def test_an_agency_has_no_material_of_itself() -> None:
    text = "LINDOW (Reuters) - The bridge fell on Tuesday, killing four people."
    own = Article(id="a", text=text, publisher="Reuters")
    assert material_of(own) == ()
    assert material_of(own.model_copy(update={"publisher": "Hill Herald"})) == ("Reuters",)
