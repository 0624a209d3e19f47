"""What every view tells of a group, case by case: the odd one out, changes, the order of time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import permutations

import pytest

from factcheck import Decision, Ruling, reconcile
from factcheck.kinds import Count
from factcheck.models import Article, Claim, Period, Phase, Section, Span
from factcheck.report.standing import paragraph, place, short, where
from factcheck.report.strips import course_of
from factcheck.report.wording import (
    day_of,
    in_time,
    in_words,
    odd_one_out,
    outlets_that_state,
    phase_of,
    reasons,
    short_day,
    sureness,
    without_restated,
)
from factcheck.results import Confidence, Group, Link, Pair, Position, Relation, Verdict

from .conftest import count


def held(answer: str, origins: int, *outlets: str) -> Position:
    return Position(
        answer=answer, low=None, high=None, claims=(f"{answer}:0-1:count",), publishers=outlets,
        origins=origins,
    )  # fmt: skip


ODD = held("Friday", 1, "Gazette")
TWO = held("Monday", 2, "Herald", "Post")


@pytest.mark.parametrize(
    ("competing", "told"),
    [
        ([ODD, TWO], "Odd one out: Gazette, Friday; two others say Monday."),
        ([TWO, ODD], "Odd one out: Gazette, Friday; two others say Monday."),
        ([held("Friday", 1, "Gazette", "Mirror"), held("Monday", 3, "A", "B", "C")],
         "Odd one out: Gazette and Mirror, Friday; three others say Monday."),
        # An outlet that prints both is no other one.
        ([ODD, held("Monday", 3, "Gazette", "Herald", "Post")],
         "Odd one out: Gazette, Friday; two others say Monday."),
        ([ODD, held("Monday", 2, "Gazette", "Herald")], ""),
        ([ODD, held("Monday", 2, "Herald")], ""),
        # Nobody stands alone, two do, or several answers are held by several.
        ([TWO], ""),
        ([ODD], ""),
        ([TWO, held("Tuesday", 2, "Gazette", "Echo")], ""),
        ([ODD, held("Monday", 1, "Herald", "Post")], ""),
        ([ODD, held("Tuesday", 1, "Echo"), TWO], ""),
        ([ODD, TWO, held("Tuesday", 2, "Echo", "Mirror")], ""),
        ([], ""),
    ],
)  # fmt: skip
def test_the_odd_one_out(competing: Sequence[Position], told: str) -> None:
    assert odd_one_out(competing) == told


def figure(answer: str, phase: Phase | None = None, hour: str | None = None) -> Claim:
    return Count(
        article_id=answer, span=Span(start=0, end=1), quote="x", sentence=Span(start=0, end=1),
        quantity=count(int(answer), int(answer)), phase=phase, as_of_time=hour, rule="by hand",
        name=f"a:{answer}-x:0",
        as_of=None if hour is None else Period(start=date(2024, 2, 17), end=date(2024, 2, 17)),
    )  # fmt: skip


def pair(left: str, right: str, relation: Relation = Relation.CONTRADICTION) -> Pair:
    verdict = Verdict.UPDATE if relation is Relation.TOLD_CHANGE else Verdict.CONFLICT
    return Pair(
        left=f"{left}:0-1:count", right=f"{right}:0-1:count", relation=relation, verdict=verdict,
        reason=f"{left} and {right} differ",
    )  # fmt: skip


def group(
    claims: Sequence[Claim],
    *pairs: Pair,
    days: Mapping[str, int] | None = None,
    outlets: Mapping[str, tuple[str, ...]] | None = None,
    decisions: tuple[Decision, ...] = (),
    gone: Sequence[str] = (),
) -> Group:
    """A group in which each figure is a position of its own, but for those that are `gone`."""
    positions = []
    for claim in claims:
        answer = claim.article_id
        day = (days or {}).get(answer)
        known = (outlets or {}).get(answer, ("Gazette",))
        one = held(answer, len(known), *known)
        as_of = None if day is None else date(2024, 2, day)
        if answer not in gone:
            positions.append(one.model_copy(update={"as_of": as_of}))
    deciding = (pairs[0].left, pairs[0].right) if pairs else ()
    return Group(
        id="g", label="size of the march", kind="count", claims=tuple(claims), origins=(),
        verdict=Verdict.CONFLICT, explanation="They differ.", positions=tuple(positions),
        pairs=pairs, deciding=deciding, decisions=decisions,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("hours", "days", "told"),
    [
        # Two steps of one day are told apart by their hours, as far as they are stated.
        (("14:00", "23:00-04:00"), (17, 17), ["17 Feb 2024, 14:00", "17 Feb 2024, 23:00"]),
        (("AF", "NI"), (17, 17), ["17 Feb 2024, afternoon", "17 Feb 2024, night"]),
        (("14:00", None), (17, 17), ["17 Feb 2024, 14:00", "17 Feb 2024"]),
        # Days tell steps of two days apart, and an hour of another day is not that of the step.
        (("14:00", "23:00"), (17, 18), ["17 Feb 2024", "18 Feb 2024"]),
        (("14:00", None), (18, 18), ["18 Feb 2024", "18 Feb 2024"]),
        (("14:00", None), (None, None), ["", ""]),
    ],
)
def test_a_step_tells_its_hour_where_another_is_of_its_day(
    hours: Sequence[str | None], days: Sequence[int | None], told: Sequence[str]
) -> None:
    claims = [figure(name, hour=hour) for name, hour in zip(("900", "300"), hours, strict=True)]
    known = {n: day for n, day in zip(("900", "300"), days, strict=True) if day is not None}
    change = group(claims, pair("900", "300"), days=known)
    assert [day_of(position, change) for position in change.positions] == told


BOTH = {"900": ("Gazette", "Herald"), "300": ("Herald", "Post")}


def test_who_tells_a_change_prints_both_figures_of_it() -> None:
    claims = [figure("900"), figure("300")]
    told, other = pair("900", "300", Relation.TOLD_CHANGE), pair("900", "300")
    assert outlets_that_state(told, group(claims, told, outlets=BOTH)) == ["Herald"]
    assert outlets_that_state(other, group(claims, other, outlets=BOTH)) == []
    for gone in ("900", "300"):
        assert outlets_that_state(told, group(claims, told, outlets=BOTH, gone=[gone])) == []


def test_the_first_figure_is_called_so_and_a_later_one_only_beside_a_change() -> None:
    first, later, plain = figure("900", Phase.START), figure("300", Phase.LATER), figure("500")
    told = pair("900", "300", Relation.TOLD_CHANGE)
    for pairs, phase in (((told,), Phase.LATER), ((pair("900", "300"),), None), ((), None)):
        whole = group([first, later, plain], *pairs)
        found = [phase_of(position, whole) for position in whole.positions]
        assert found == [Phase.START, phase, None]
    # The change of another figure is none of this one.
    whole = group([later, plain, figure("7")], pair("500", "7", Relation.TOLD_CHANGE))
    assert phase_of(whole.positions[0], whole) is None


def answers(whole: Group) -> list[str]:
    return [position.answer for position in in_time(whole.positions, whole)]


@pytest.mark.parametrize("order", [*permutations(range(4))])
def test_positions_as_time_brought_them(order: tuple[int, ...]) -> None:
    """The first figure, what has no day, then by the day; of one day by the hour, and a later
    figure last."""
    claims = [figure("900", Phase.START), figure("500"), figure("400"), figure("300", Phase.LATER)]
    told = pair("900", "300", Relation.TOLD_CHANGE)
    days = {"900": 19, "400": 17, "300": 17}
    assert answers(group([claims[at] for at in order], told, days=days)) == [
        "900", "500", "400", "300",
    ]  # fmt: skip


@pytest.mark.parametrize("order", [*permutations(range(3))])
def test_of_one_day_the_hour_tells(order: tuple[int, ...]) -> None:
    claims = [figure("900", hour="08:00"), figure("500", hour="09:30"), figure("400", hour="17:00")]
    days = dict.fromkeys(("900", "500", "400"), 17)
    assert answers(group([claims[at] for at in order], days=days)) == ["900", "500", "400"]


def test_what_was_decided_goes_before_the_days() -> None:
    claims = [figure("900"), figure("500"), figure("400")]
    days = {"900": 17, "500": 18, "400": 19}

    def earlier(*names: str, ruling: Ruling = Ruling.EARLIER) -> tuple[Decision, ...]:
        given = tuple(f"a:{name}-x:0" for name in names)
        return (Decision(ruling=ruling, claims=given, by="R. C.", on=date(2024, 3, 1)),)

    in_order = ["900", "500", "400"]
    whole = earlier("400", "900", "500")
    assert answers(group(claims, days=days, decisions=whole)) == ["400", "900", "500"]
    # A decision on some of them, or of another sort, leaves the days in force.
    for decisions in (earlier("400", "900"), earlier("400", "900", "500", ruling=Ruling.SAME)):
        assert answers(group(claims, days=days, decisions=decisions)) == in_order


def test_why_two_answers_or_more_contradict_each_other() -> None:
    claims = [figure("900"), figure("500"), figure("400")]
    two, three = pair("900", "500"), pair("900", "400")
    assert [*reasons(group(claims[:2], two))] == ["Why: 900 and 500 differ."]
    assert [*reasons(group(claims, two, three))] == [
        "Why: 900, 500 and 400 cannot all be right.",
    ]
    # The answers are named beside a third one, where the reason does not name them.
    vague = two.model_copy(update={"reason": "both cannot be right."})
    assert [*reasons(group(claims, vague))] == [
        "Why: both cannot be right.", "Contradict each other: 900 and 500.",
    ]  # fmt: skip
    assert [*reasons(group(claims, two))] == ["Why: 900 and 500 differ."]
    assert [*reasons(group(claims[:2], vague))] == ["Why: both cannot be right."]
    # A figure that its text withdraws contradicts nothing.
    assert [*reasons(group(claims, two, three, gone=["400"]))] == ["Why: 900 and 500 differ."]
    changed = pair("900", "400", Relation.TOLD_CHANGE)
    days = {"900": 17, "400": 18}
    assert [*reasons(group(claims, two, changed, changed, days=days))] == [
        "Why: 900 and 500 differ.", "Reported as a change: 900 → 400 (Gazette).",
    ]  # fmt: skip


def test_a_figure_moves_by_way_of_those_between() -> None:
    """From the first count to the third by way of the second: two strokes, and not three."""
    claims = [figure("900"), figure("500"), figure("400")]
    days = {"900": 17, "500": 18, "400": 19}
    every = [
        pair(left, right, Relation.LATER_COUNT)
        for left, right in (("400", "900"), ("900", "500"), ("500", "400"))
    ]
    course = course_of(group(claims, *every, days=days))
    assert course is not None
    assert [(a.row.answer, b.row.answer) for a, b in course.moves] == [
        ("900", "500"), ("500", "400"),
    ]  # fmt: skip
    assert [moment.day for moment in course.moments] == [
        (date(2024, 2, day) - date(1970, 1, 1)).days * 86_400_000.0 for day in (17, 18, 19)
    ]
    straight = course_of(group(claims, every[0], days=days))
    assert straight is not None
    assert [(a.row.answer, b.row.answer) for a, b in straight.moves] == [("900", "400")]
    assert course_of(group(claims, pair("900", "400"), days=days)) is None


@pytest.mark.parametrize(
    ("number", "word"), [(0, "no"), (1, "one"), (9, "nine"), (10, "ten"), (11, "11"), (12, "12")]
)
def test_small_numbers_are_words(number: int, word: str) -> None:
    assert in_words(number) == word


@pytest.mark.parametrize(
    ("day", "told"),
    [(date(2023, 12, 27), "27 Dec 2023"), (date(2024, 1, 1), "1 Jan 2024"),
     (date(2024, 9, 30), "30 Sep 2024")],
)  # fmt: skip
def test_a_day_in_short(day: date, told: str) -> None:
    assert short_day(day) == told


@pytest.mark.parametrize(
    ("because", "told"),
    [
        ((), "Same question: likely."),
        (("both count child (+2.1)",), "Same question: likely (both count child)."),
        (("both count child (+2.1)", "of two days (-0.4)"),
         "Same question: likely (both count child)."),
        (("both count child (+2.1)", "… 4 in all"), "Same question: likely (both count child)."),
        (("both count child (+2.1)", "both count child (+0.3)"),
         "Same question: likely (both count child)."),
        (("both mention a, b (+1.0)", "both say “die”", "both mention b, c"),
         "Same question: likely (both mention a, b and c; both say “die”)."),
        (("decided by R. C. on 1 March 2024",),
         "Same question: likely (decided by R. C. on 1 March 2024)."),
    ],
)  # fmt: skip
def test_how_sure_a_question_is(because: tuple[str, ...], told: str) -> None:
    tie = Link(left="a", right="b", weight=1.0, reasons=because)
    whole = group([figure("900")]).model_copy(
        update={"confidence": Confidence.LIKELY, "weakest_link": tie}
    )
    assert sureness(whole) == told
    assert sureness(whole.model_copy(update={"weakest_link": None})) == "Same question: likely."


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("One x.", 1),
        ("\n\n  One x.", 1),
        ("One.\n\nTwo x.", 2),
        ("One.\n \t\r\n\n\nTwo x.\n\nThree.", 2),
        ("One.\nstill one.\n\nTwo\nx.", 2),
        ("One.\nTwo x.", 2),
        ("One.\nTwo.\n  Three x.", 3),
    ],
)
def test_paragraphs_count_from_one(text: str, number: int) -> None:
    article, at = Article(id="a", text=text, title="A title"), text.index("x")
    claim = figure("1").model_copy(update={"span": Span(start=at, end=at + 1)})
    assert paragraph(claim, article) == number
    assert where(claim, article) == f"in “A title”, paragraph {number}"
    untitled = article.model_copy(update={"title": " "})
    assert where(claim, untitled) == place(claim, untitled) == f"paragraph {number}"
    caption = claim.model_copy(update={"section": Section.CAPTION})
    assert place(caption, article) == "caption"


def test_a_title_is_cut_where_it_is_longer_than_a_line() -> None:
    whole = "x" * 44 + " " + "y" * 45  # ninety characters
    assert short(whole) == whole
    assert short(f"{whole}y") == "x" * 44 + " …"
    assert short(" a \n b ") == "a b"


def test_a_figure_in_another_unit_is_told_once() -> None:
    text = "The fire burned 2,000 acres (800 hectares). It had burned 900 acres by noon."
    article = Article(id="a", publisher="Echo", text=text)
    report = reconcile([article, Article(id="b", publisher="Post", text=text[44:])])
    claims = tuple(claim for claim in report.claims if claim.kind == "burned_area")
    positions = tuple(
        Position(
            answer=claim.quote, low=None, high=None, claims=(claim.id,), publishers=(), origins=1
        )
        for claim in claims
    )
    group = report.groups[0].model_copy(update={"claims": claims, "positions": positions})
    assert [each.answer for each in positions][:2] == ["2,000 acres", "800 hectares"]
    assert "800 hectares" not in [each.answer for each in without_restated(group)]
    assert len(without_restated(group)) == len(positions) - 1
