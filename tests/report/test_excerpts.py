"""What is shown of a long sentence, the names of claims, and where a moment is drawn in time."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from rich.console import Console

from factcheck import Article, extract
from factcheck.errors import InputError
from factcheck.kinds import EventTime
from factcheck.models import Claim
from factcheck.report import print_claims, print_report
from factcheck.report.asking import _noun, _sort_in_words
from factcheck.report.charts import _Domain, _domain, _pixels, _ticks, _x_axis, chart, strip_plot
from factcheck.report.html.quotes import quote_of
from factcheck.report.html.view import summary
from factcheck.report.strips import Axis, Course, PlottedMoment, Row, Strip
from factcheck.report.terminal.lines import excerpt
from factcheck.report.terminal.view import _spoken
from factcheck.results import Report


def printed(value: object) -> str:
    console = Console(file=io.StringIO(), width=1000, highlight=False)
    console.print(value)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()[0].rstrip()


def article(before: int, behind: int) -> Article:
    """A sentence with so many characters on either side of its figure, "12 boats"."""
    words = "It rained so much " + "x" * 9 + " "
    lead = (words * 40)[-before:] if before else ""
    tail = (" sank off" * 40)[: behind - 1] + "." if behind else ""
    text = f"{lead}12 boats{tail}"
    return Article(id="a", text=text, publisher="Post")


def boats(one: Article) -> Claim:
    start = one.text.index("12 boats")
    found = next(c for c in extract(one) if c.span.start == start)
    end = start + len("12 boats")
    whole = {"start": 0, "end": len(one.text)}
    return found.model_copy(update={
        "sentence": found.sentence.model_copy(update=whole), "quote": "12 boats",
        "span": found.span.model_copy(update={"start": start, "end": end}),
    })  # fmt: skip


@pytest.mark.parametrize(
    ("before", "cut"), [(119, False), (120, False), (135, False), (136, True), (300, True)]
)
def test_the_terminal_shows_120_characters_before_a_figure(before: int, cut: bool) -> None:
    one = article(before, 20)
    shown = printed(excerpt(boats(one), one)).removeprefix("Post: “")
    lead = shown[: shown.index("12 boats")]
    whole = one.text[:before]
    assert lead.startswith("…") is cut
    assert whole.strip().endswith(lead.strip("… "))
    # Cut at a space: a word of it is lost at most.
    assert before - len(lead.strip()) <= (0 if not cut else before - 120 + 19) + 1


@pytest.mark.parametrize(
    ("behind", "cut"), [(119, False), (120, False), (135, False), (136, True), (300, True)]
)
def test_the_terminal_shows_120_characters_behind_a_figure(behind: int, cut: bool) -> None:
    one = article(20, behind)
    shown = printed(excerpt(boats(one), one))
    tail = shown[shown.index("12 boats") + 8 :].removesuffix("”")
    assert tail.endswith(" …") is cut
    assert one.text[28:].startswith(tail.removesuffix(" …"))
    assert 120 - 10 <= len(tail) <= 122 + (0 if cut else 15)


@pytest.mark.parametrize(
    ("side", "cut"), [(199, False), (200, False), (215, False), (216, True), (400, True)]
)
def test_the_page_shows_two_hundred_characters_on_each_side(side: int, cut: bool) -> None:
    one = article(side, side)
    quote = quote_of(boats(one), one, 3)
    assert (quote.figure, quote.colour, quote.outlet) == ("12 boats", 3, "Post")
    assert quote.before.startswith("…") is cut
    assert quote.after.endswith(" …") is cut
    assert one.text[:side].endswith(quote.before.removeprefix("…"))
    assert one.text[side + 8 :].startswith(quote.after.removesuffix(" …"))
    assert 180 <= len(quote.before) <= 201 + (0 if cut else 15)
    assert 190 <= len(quote.after) <= 202 + (0 if cut else 15)


def test_a_quote_without_its_article_is_its_bare_words() -> None:
    quote = quote_of(boats(article(20, 20)), None, None)
    assert (quote.before, quote.figure, quote.after) == ("", "12 boats", "")
    assert (quote.outlet, quote.colour) == ("a", None)


@pytest.mark.parametrize("names", [True, False])
def test_names_of_claims_are_printed_where_they_are_asked_for(report: Report, names: bool) -> None:
    named = report.model_copy(update={
        "groups": tuple(
            group.model_copy(update={"claims": tuple(
                claim.model_copy(update={"name": f"name/{claim.quote.replace(' ', '-')}"})
                for claim in group.claims)})
            for group in report.groups
        )
    })  # fmt: skip
    for width in (30, 80):  # a name is never broken, so that it can be copied
        console = Console(file=io.StringIO(), width=width, highlight=False)
        print_report(named, console, names=names)
        assert isinstance(console.file, io.StringIO)
        lines = [line.strip() for line in console.file.getvalue().splitlines()]
        assert ("name/Nearly-300-homes" in lines) is names
        assert ("name/More-than-450-homes" in lines) is names
        assert "name/Two-people" not in lines  # of no conflict
    claims = [claim for group in named.groups for claim in group.claims]
    console = Console(file=io.StringIO(), width=30, highlight=False)
    print_claims(named.articles, claims, console, names=names)
    assert isinstance(console.file, io.StringIO)
    assert ("name/Two-people" in console.file.getvalue()) is names


@pytest.mark.parametrize(("days", "told"), [(0, False), (1, True), (-1, True)])
def test_a_day_of_revision_is_told_where_it_is_another(
    report: Report, days: int, told: bool
) -> None:
    first, *others = report.articles
    assert first.published is not None
    revised = first.model_copy(update={"revised": first.published + timedelta(days)})
    console = Console(file=io.StringIO(), width=80, highlight=False)
    print_report(report.model_copy(update={"articles": (revised, *others)}), console)
    assert isinstance(console.file, io.StringIO)
    shown = f"{17 + days} Feb 2024"
    assert (f"revised {shown}" in console.file.getvalue()) is told


def test_conflicts_inside_one_article_are_summed_up_by_themselves(report: Report) -> None:
    assert summary(report) == (
        "2 articles, 6 claims, 3 questions: one conflict, one update, one agreement."
    )
    conflict, *others = report.groups
    inside = conflict.model_copy(update={"origins": conflict.origins[:1], "inside_one_story": True})
    again = report.model_copy(update={"groups": (inside, *others)})
    assert summary(again).endswith("one update, one agreement, one conflict inside one article.")


@pytest.mark.parametrize(
    ("text", "quote", "noun"),
    [
        ("Forty boats sank.", "Forty boats", "boats"),
        ("The number rose to 245.", "245", ""),
        ("Police shut a four-block radius.", "four-block", "blocks"),
        ("Dozens of boats sank.", "Dozens of boats", ""),
        ("It sells 40 boats a day.", "40 boats a day", ""),
        ("It cost $4 million.", "$4 million", ""),
    ],
)
def test_what_is_counted_is_named_unless_the_answer_does(text: str, quote: str, noun: str) -> None:
    one = Article(id="a", text=text)
    claim = next(c for c in extract(one) if c.quote == quote)
    assert _noun(claim, {"a": one}) == noun


def test_an_hour_is_asked_for_as_one() -> None:
    one = Article(id="a", text="The quake struck at 5:11 p.m.", published=date(2024, 5, 15))
    (claim,) = (c for c in extract(one) if isinstance(c, EventTime))
    assert _sort_in_words(claim) == "the hour of one event"


def row(at: float) -> Row:
    return Row(0, "answer", low=at, high=at, at=at, origins=1, copies=0)


# A line of time is 280 wide and 180 high, with forty pixels free at either side.
@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([0, 5, 10], [40, 140, 240]), ([3, 3], [40, 40]), ([2, 4, 3], [40, 240, 140]),
        # In steps where a day is not known: six tenths of a step at either side.
        ([None, None], [76.3636, 203.6363]), ([0, None, 2], [52.5, 140, 227.5]),
    ],
)  # fmt: skip
def test_where_a_moment_is_drawn(days: list[float | None], expected: list[float]) -> None:
    moments = tuple(
        PlottedMoment(row(10 * n), f"step {n}", day) for n, day in enumerate(days, start=1)
    )
    course = Course("", moments, ())
    found = [_pixels(moment, course, _Domain(0, 100)) for moment in moments]
    assert [x for x, _ in found] == pytest.approx(expected, abs=0.01)
    assert [y for _, y in found] == pytest.approx([180 - 18 * n for n, _ in enumerate(days, 1)])
    powers = [_pixels(moment, course, _Domain(1, 100, log=True))[1] for moment in moments[:1]]
    assert powers == pytest.approx([90])  # ten is half way from one to a hundred


@pytest.mark.parametrize(
    ("low", "high", "hours"),
    [
        (601, 620, [605, 610, 615, 620]), (600, 630, [600, 605, 610, 615, 620, 625, 630]),
        (600, 631, [600, 615, 630]), (590, 700, [600, 630, 660, 690]),
        (600, 960, [600, 660, 720, 780, 840, 900, 960]), (10, 1000, [180, 360, 540, 720, 900]),
    ],
)  # fmt: skip
def test_the_hours_of_a_day_are_named_in_steps_that_clocks_have(
    low: float, high: float, hours: list[int]
) -> None:
    strip = Strip(Axis.CLOCK, "", (row(low), row(high)))
    axis = _x_axis(strip, _Domain(low, high))
    assert axis.to_dict()["values"] == hours


@pytest.mark.parametrize(
    ("unit", "log", "title"),
    [("USD", False, "USD"), ("person", False, None), ("", False, None),
     ("USD", True, "USD, logarithmic scale"), ("person", True, "logarithmic scale")],
)  # fmt: skip
def test_an_axis_is_titled_by_its_unit_and_scale(unit: str, log: bool, title: str | None) -> None:
    axis = _x_axis(Strip(Axis.FIGURES, unit, (row(1), row(9))), _Domain(1, 9, log=log))
    assert axis.to_dict()["title"] == title
    assert log or axis.to_dict()["tickCount"] == 5


def test_few_figures_are_named_on_a_line() -> None:
    assert _ticks(_domain([row(1), row(9)], figures=True), 5) == {"tickCount": 5}


def test_a_line_of_time_is_drawn_where_a_change_is_told(change: Report, report: Report) -> None:
    (march,) = change.groups
    assert chart(march, over_time=True).to_dict() != chart(march).to_dict()
    homes, _, broke = report.groups
    with pytest.raises(InputError, match="no change over time is stated for 'homes flooded'"):
        chart(homes, over_time=True)
    with pytest.raises(InputError, match="fewer than two positions"):
        chart(broke)


def test_the_answer_of_a_row_stands_above_its_marks() -> None:
    """Rows are 46 high; the answer is written ten below the top of each, its marks 35."""
    rows = tuple(
        Row(n, f"answer {n}", low=n, high=n + 1, at=n, origins=1, copies=0) for n in range(3)
    )
    drawn = strip_plot(Strip(Axis.FIGURES, "", rows)).to_dict()
    assert (drawn["width"], drawn["height"]) == (330, 138)
    values = [
        drawn["datasets"].get(layer["data"].get("name"), layer["data"].get("values"))
        for layer in drawn["layer"]
    ]
    texts = [[one["y"] for one in layer] for layer in values if layer and "text" in layer[0]]
    assert texts == [[10, 56, 102]] * 2  # the rim, and the letters
    stretches = next(layer for layer in values if layer and "x2" in layer[0])
    assert [one["y"] for one in stretches] == [35, 81, 127]


def test_the_words_of_an_answer_whose_article_or_claim_is_not_there_are_left_out(
    report: Report,
) -> None:
    group, articles = report.groups[1], {article.id: article for article in report.articles}
    position = group.positions[0]
    assert _spoken(position, group, articles).plain.startswith("“The toll has")
    assert _spoken(position, group, {}).plain == ""
    lost = position.model_copy(update={"claims": ("herald:0-1:count",)})
    assert _spoken(lost, group, articles).plain == ""
