"""Every string of the golden reports, read for mistakes that an editor once marked."""

from __future__ import annotations

import io
import json
import re
import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from factcheck import Article, Quantity, Report, reconcile
from factcheck.cli import app
from factcheck.exports import report_schema, write_sqlite
from factcheck.judge.phrasing import amount, answer
from factcheck.kinds import Count
from factcheck.models import Dimension, Side, Span
from factcheck.report import print_report, report_json
from factcheck.report.asking import asked, fits_and_open, sides_of, worth_asking
from factcheck.report.glossary import glossary
from factcheck.report.html import report_html
from factcheck.report.html.view import card_of
from factcheck.report.standing import dependence, whom_to_ask
from factcheck.report.wording import reasons, speakers, sureness

DAY = date(2024, 3, 6)
# One event in the words of a few papers, with what editors marked in reports: ages, sums, shares,
# hedges, storms by category, sources that are none.
FIRST = (
    "The hurricane, then of Category 4, killed nearly 90 people in Lindow on Tuesday. Ines Roth, "
    "54, said so at midnight. The storm cost $2.10 a share, €3 billion and 34 pence. Some "
    "three-quarters of the town had no power, their children said."
)
SECOND = (
    "The hurricane, a Category 3 storm, killed almost 120 people in Lindow on Monday, Mayor Ada "
    "Voss said. Ines Roth, 56, said so. The storm cost €2.5 billion. Half of the town had no "
    "power."
)
THIRD = "The hurricane killed 41 men and 78 women in Lindow on Tuesday, Mayor Ada Voss said."
PAPERS = (FIRST, SECOND, THIRD)
HEADING = "^heading: "
DAY_OF = HEADING + "(?:day|hour): "
DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
MISTAKES = {
    "a unit of age behind its figure": r"\d years? of ages?|of ages\b",
    "more decimals than anybody writes": r"\d\.\d{4,}",
    "a plural that is none": r"[^aeiou\W]ys\b(?<!\bdays)",
    "a heading that ends at an abbreviation": r"(?:U\.S|Mr|Dr|St|Sen|Gov|Gen)\.?$",
    "a word that is no value": r"\bNone\b|\bnan\b|Decimal\(",
    "a kind with its underline": r"\b[a-z]+_[a-z]+\b",
    "a source that is nobody": r"quoting (?:their|his|her|its) ",
    "a space before a comma": r" ,|\(\s|\s\)",
    "a heading that names nothing": HEADING + r"(?:number|rate|rank|share|sum|measure|distance"
    r"|duration|area|multiple|score|magnitude|speed|category|damage|age|day|hour)(?:: [a-z]+)?$",
    "a count that only names its noun": HEADING + r"number of (?!people|migrants|troops)[a-z]+$",
    "the dimension of the tool": HEADING + r"measure\b",
    "a day that asks for itself": DAY_OF + rf"(?:[^“]* )?(?:on|last|this) (?:{DAYS})$",
    "who tells it, in the name of what happened": DAY_OF + r"(?:said\b|[^“]*\bsays\b)",
    "a clause that is cut inside a phrase": DAY_OF + r".*\b(?:and|the|a|of|to|on|in)$",
    "a heading that opens inside a word": HEADING + r"[^:]+: [’']s\b",
    "a comma that stands apart": r"\w ,",
    "a weight in bits": r"\([+-]\d",
    "a quote that is not closed": r"“[^”]*$|^[^“]*”",
    "figures that are not apart": r"(?<![.\d])1 times apart",
    "a sort of quake for a storm": r"quake.*Category|Category.*quake",
    "a change that nobody tells": r"no change is told",
    "a reason that needs explaining": r"told with|either tells|may tell one|restricted"
    r"|an event has but|dates another|beside something unnamed|is not “",
    "a verb without its subject": r"both “",
    "a base form for a word": r"“(?:brussel|rescuer|child|ship|person|passenger|migrant)”",
    "a name without its capital": r"“(?:orrin|lindow|florence|roth|voss|austin)”",
    "a thing that speaks": r"quoting (?:debris|local|public|reports?|a statement|the blast)\b",
    "a capital inside a sentence": r"(?:quoting|and) (?:The|A|An|Police|Authorities|Officials)\b",
    "one hedge for another": r"approaching the\b|at most \d+ feet",
    "a place in a row as a figure": r"rank: .*\b\d+$",
    "days with what they share": r"\w+day \d+ (\w+ \d{4}) to \w+day \d+ \1",
    "a year by its first and last day": r"1 January \d{4} to (?:\w+ )?31 December",
    "outlets that are one": r"(\([^)]+\)) or [^(]+\1: the same",
    "a reason told twice": r"(?:\(|; )([^;()]+); (?:.*; )?\1[;)]",
}  # fmt: skip


FOLDERS = {"seeds": "seeds", "plane": "docs/screens/plane", "bombs": "docs/screens/bombs"}


@pytest.fixture(scope="module", params=[*FOLDERS, "papers"])
def golden(request: pytest.FixtureRequest) -> Report:
    if request.param in FOLDERS:
        return reconcile([Path(__file__).parents[2] / FOLDERS[request.param]])
    outlets = ("Gazette", "Herald", "Echo")
    return reconcile(
        Article(id=name.lower(), publisher=name, text=text, published=DAY)
        for name, text in zip(outlets, PAPERS, strict=True)
    )


def strings(report: Report) -> list[str]:
    """What the report says of itself, without the words of the articles."""
    found: list[str] = []
    articles = {article.id: article for article in report.articles}
    for group in report.groups:
        found += [group.label, f"heading: {group.label}"]
        if group.verdict.value == "single":
            continue
        found += [sureness(group), *dependence(group, articles), whom_to_ask(group, articles)]
        found.append(card_of(group, articles).figures)
        for position in group.positions:
            found.append(position.answer)
            told_by = speakers(position, group, articles)
            found += [f"quoting {told_by}"] if told_by else []
        found += [*(pair.reason for pair in group.pairs), *reasons(group)]
    for possible in worth_asking(report.possible):
        found += [possible.question, f"heading: {possible.question}"]
        found += [asked(possible, sides_of(possible, articles)), *fits_and_open(possible)]
    return found


@pytest.mark.parametrize("mistake", MISTAKES)
def test_no_string_has_a_known_mistake(golden: Report, mistake: str) -> None:
    read = strings(golden)
    assert len(read) > 5
    assert [text for text in read if re.search(MISTAKES[mistake], text)] == []


def test_the_glossary_is_linked_from_the_view_and_stands_on_the_page(golden: Report) -> None:
    console = Console(file=io.StringIO(), width=80)
    print_report(golden, console)
    assert isinstance(console.file, io.StringIO)
    assert "What the words mean: factcheck words" in console.file.getvalue()
    page = report_html(golden)
    document = (Path(__file__).parents[2] / "docs" / "glossary.md").read_text(encoding="utf-8")
    printed = CliRunner().invoke(app, ["words"]).stdout
    for term, meaning in glossary().items():
        assert f"<dt>{term}</dt>" in page
        assert f"**{term}**  \n{meaning}" in document
        assert f"{term}: {meaning}" in printed
    assert len(glossary()) == document.count("**") // 2


def test_every_output_leads_to_the_glossary(golden: Report, tmp_path: Path) -> None:
    terms = dict(glossary())
    notebook = golden._repr_html_()
    assert notebook is not None
    assert all(f"<dt>{term}</dt>" in notebook for term in terms)
    with closing(sqlite3.connect(write_sqlite(golden, tmp_path / "golden.db"))) as database:
        assert dict(database.execute("SELECT term, meaning FROM glossary")) == terms
    assert report_schema()["glossary"] == terms
    assert json.loads(report_json(golden))["glossary"] == "factcheck words"
    assert "factcheck words" in " ".join(
        CliRunner().invoke(app, ["reconcile", "--help"]).stdout.split()
    )
    # The values that tables and JSON hold are words of it too.
    assert {
        "sure",
        "likely",
        "possible",
        "conflict",
        "update",
        "tension",
        "compatible",
        "single",
    } <= {*terms}


@pytest.mark.parametrize(
    ("quote", "side", "told"),
    [
        ("nearly 90 people", Side.BELOW, "nearly 90"),
        ("Just under 90 people", Side.BELOW, "just under 90"),
        ("close to ninety people", Side.BELOW, "almost 90"),
        ("roughly 90 people", Side.AROUND, "about 90"),
        ("a little over 90", Side.ABOVE, "a little over 90"),
        ("slightly above 90", Side.ABOVE, "slightly above 90"),
    ],
)
def test_a_hedge_is_the_one_of_the_text(quote: str, side: Side, told: str) -> None:
    claim = Count(
        article_id="a",
        span=Span(start=0, end=len(quote)),
        quote=quote,
        sentence=Span(start=0, end=len(quote)),
        quantity=Quantity(low=Decimal(90), high=Decimal(90), approximate=True, side=side),
        rule="by hand",
    )
    assert answer(claim) == told


@pytest.mark.parametrize(
    ("quote", "low", "high", "inclusive", "told"),
    [
        ("as many as 300 people", None, 300, True, "as many as 300"),
        ("up to 300 people", None, 300, True, "up to 300"),
        ("No fewer than three hundred people", 300, None, True, "no fewer than 300"),
        ("over 300 people", 300, None, False, "over 300"),
        # Words that cannot stand before a figure alone, and those that are no hedge of this sort.
        ("topped 300 people", 300, None, False, "more than 300"),
        ("the 300 or more people", 300, None, True, "at least 300"),
        ("as many as 300 people", 300, None, True, "at least 300"),
    ],
)
def test_a_bound_is_the_one_of_the_text(
    quote: str, low: int | None, high: int | None, inclusive: bool, told: str
) -> None:
    claim = Count(
        article_id="a",
        span=Span(start=0, end=len(quote)),
        quote=quote,
        sentence=Span(start=0, end=len(quote)),
        quantity=Quantity(
            low=None if low is None else Decimal(low),
            high=None if high is None else Decimal(high),
            low_inclusive=inclusive,
            high_inclusive=inclusive,
        ),
        rule="by hand",
    )
    assert answer(claim) == told


@pytest.mark.parametrize(
    ("figure", "told"),
    [(1, "first"), (4, "fourth"), (10, "tenth"), (11, "11th"), (22, "22nd"), (113, "113th")],
)
def test_a_place_in_a_row_is_told_as_one(figure: int, told: str) -> None:
    place = Decimal(figure)
    quantity = Quantity(low=place, high=place, unit=None, dimension=Dimension.ORDINAL)
    assert amount(quantity) == told


@pytest.mark.parametrize(
    ("figure", "unit", "told"),
    [
        (4, "category", "Category 4"),
        (2, "penny", "2 pennies"),
        (2, "day", "2 days"),
        (15, "month of age", "15 months old"),
    ],
)
def test_units_stand_where_and_as_they_should(figure: int, unit: str, told: str) -> None:
    quantity = Quantity(
        low=Decimal(figure), high=Decimal(figure), unit=unit, dimension=Dimension.MAGNITUDE
    )
    assert amount(quantity) == told
