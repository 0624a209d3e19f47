"""Plans of made-up news: for each way to answer, all that chance may make of it.

A way is taken so often that each outcome comes up, and the outcomes are those of a list made here
by hand: so a figure too few is noticed like one too many.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from random import Random
from typing import TypeVar

import pytest

from factcheck.kinds.frame import Movement
from factcheck.models import Change
from factcheck.results import Verdict
from factcheck.testing import plans
from factcheck.testing.answers import AnswerForm, NewsAnswer, answers_to, converted, rounded
from factcheck.testing.plans import AskedFact, Plan, another, plan, true_answer
from factcheck.testing.topics import Fact, Sort

MONDAY, TUESDAY, FRIDAY = date(2023, 5, 1), date(2023, 5, 2), date(2023, 5, 5)
Made = TypeVar("Made")
WORDINGS = ("One.", "Two.", "Three.", "Four.")
TIMES = 400


def fact(**changes: object) -> Fact:
    made: dict[str, object] = {
        "asks": "How many sank?", "figures": (Decimal(40), Decimal(60)), "step": Decimal(5),
        "wordings": WORDINGS, **changes,
    }  # fmt: skip
    return Fact.model_validate(made)


def asked(figure: int | str, *days: date, **changes: object) -> AskedFact:
    of = fact(**changes)
    return AskedFact(of, NewsAnswer.exact(Decimal(figure), of.unit), days or (MONDAY, TUESDAY))


def drawn(make: Callable[[Random], Made]) -> list[Made]:
    return [make(Random(seed)) for seed in range(TIMES)]


def exact(*figures: int | str, unit: str | None = None) -> set[NewsAnswer]:
    return {NewsAnswer.exact(Decimal(figure), unit) for figure in figures}


def answers(made: Plan) -> list[NewsAnswer]:
    return [statement.answer for statement in made.statements]


def figures_of(answer: NewsAnswer) -> tuple[str, int | None, int | None]:
    low, high = (None if end is None else int(end) for end in (answer.low, answer.high))
    return answer.form.value, low, high


@pytest.mark.parametrize(
    ("figure", "unit", "found"),
    [
        # Nobody rounds below twenty.
        (19, None, [("exact", 19, 19)]),
        (20, None, [("exact", 20, 20)]),  # and nobody rounds a round figure
        (21, None, [("exact", 21, 21), ("about", 20, 20), ("over", 20, None),
                    ("at_least", 20, None), ("range", 20, 25)]),
        # Half a step up at most: 29 is not "up to 40", but nearly 30.
        (29, None, [("exact", 29, 29), ("about", 30, 30), ("over", 25, None),
                    ("at_least", 25, None), ("nearly", 30, 30), ("up_to", None, 30),
                    ("range", 20, 30)]),
        (30, None, [("exact", 30, 30), ("vague", 24, None)]),
        (90, None, [("exact", 90, 90), ("vague", 24, None)]),
        (517, None, [("exact", 517, 517), ("about", 500, 500), ("over", 500, None),
                     ("at_least", 500, None), ("nearly", 520, 520), ("up_to", None, 520),
                     ("range", 500, 600), ("vague", 200, None)]),
        (517, "mile", [("exact", 517, 517), ("about", 500, 500), ("over", 500, None),
                       ("at_least", 500, None), ("nearly", 520, 520), ("up_to", None, 520),
                       ("range", 500, 600)]),
        (901, None, [("exact", 901, 901), ("about", 900, 900), ("over", 900, None),
                     ("at_least", 900, None), ("range", 900, 1000)]),
    ],
)  # fmt: skip
def test_all_ways_to_state_a_figure(
    figure: int, unit: str | None, found: list[tuple[str, int | None, int | None]]
) -> None:
    """About and nearly within 7 percent, a bound within 15, a range within 35."""
    ways = answers_to(Decimal(figure), unit)
    assert sorted(map(figures_of, ways), key=str) == sorted(found, key=str)
    assert figures_of(ways[0]) == ("exact", figure, figure)
    assert {way.unit for way in ways} == {unit}


@pytest.mark.parametrize(
    ("figure", "near"),
    [(999, None), (1000, None), (1030, 1000), (1031, 1030), (1004, 1000), (6517, 6500),
     (81_234, 80_000), (97_100, 100_000), (97_000, None), (96_999, 97_000)],
)  # fmt: skip
def test_large_figures_are_rounded_by_three_percent(figure: int, near: int | None) -> None:
    found = rounded(Decimal(figure), "mile")
    assert found == (None if near is None else NewsAnswer.exact(Decimal(near), "mile"))


@pytest.mark.parametrize(
    ("figure", "unit", "near", "other"),
    [
        # 9.9 kilometres and 10: one place below ten, none from there on.
        ("6.2", "mile", "10", "kilometre"), ("6", "mile", "9.7", "kilometre"),
        ("100", "mile", "161", "kilometre"), ("10", "foot", "3.0", "metre"),
        ("40", "foot", "12", "metre"), ("100", "acre", "40", "hectare"),
    ],
)  # fmt: skip
def test_a_measure_in_the_other_unit(figure: str, unit: str, near: str, other: str) -> None:
    assert converted(Decimal(figure), unit) == NewsAnswer.exact(Decimal(near), other)
    assert converted(Decimal(figure), other) is None


def test_true_answers() -> None:
    truths = drawn(lambda random: true_answer(fact(), MONDAY, random))
    assert set(truths) == exact(40, 45, 50, 55, 60)
    measure = fact(sort=Sort.MEASURE, unit="mile", figures=(1, 2), step="0.5")
    truths = drawn(lambda random: true_answer(measure, MONDAY, random))
    assert set(truths) == exact(1, "1.5", 2, unit="mile")
    assert true_answer(fact(sort=Sort.DAY), MONDAY, Random(1)) == NewsAnswer(day=MONDAY)
    clocks = [true_answer(fact(sort=Sort.CLOCK), MONDAY, Random(seed)) for seed in range(4000)]
    assert {answer.clock for answer in clocks} == {
        time(hour, minute) for hour in range(1, 24) for minute in range(0, 60, 5)
    }


def test_another_day_is_one_or_two_days_earlier() -> None:
    told = AskedFact(fact(sort=Sort.DAY), NewsAnswer(day=FRIDAY), (FRIDAY,))
    found = drawn(lambda random: another(told, random))
    assert set(found) == {NewsAnswer(day=date(2023, 5, n)) for n in (3, 4)}


@pytest.mark.parametrize(
    ("hour", "others"), [(1, {3, 4, 5, 6}), (20, {22, 23, 1}), (22, {1, 2, 3}), (23, {1, 2, 3, 4})]
)
def test_another_hour_is_two_to_five_hours_later(hour: int, others: set[int]) -> None:
    """At night the first hour is one, since "12.05" has two readings."""
    told = AskedFact(fact(sort=Sort.CLOCK), NewsAnswer(clock=time(hour, 35)), (MONDAY,))
    found = drawn(lambda random: another(told, random))
    assert {answer.clock for answer in found} == {time(other, 35) for other in others}


@pytest.mark.parametrize(
    ("told", "others"),
    [
        # 1.6, 2 and 2.7 times, in whole steps and one more, and two steps at least.
        (asked(50), (85, 105, 140)),
        (asked(50, step=Decimal(100)), (250,)),
        (asked(1000, step=Decimal(1000)), (3000,)),
        # Of shares and magnitudes three steps, or so many tenths.
        (asked("6.1", sort=Sort.BARE, step="0.1"), ("6.4", "6.5", "6.6", "6.7", "6.8", "6.9",
                                                   "7.0")),
        (asked(40, sort=Sort.MEASURE, unit="percent", step="1"), (43,)),
    ],
)  # fmt: skip
def test_another_figure_is_far_above(told: AskedFact, others: tuple[int | str, ...]) -> None:
    found = drawn(lambda random: another(told, random))
    assert set(found) == exact(*others, unit=told.fact.unit)


def test_one_outlet_tells_what_is_true() -> None:
    truth = NewsAnswer.exact(Decimal(50))
    made = plan(fact(), truth, [MONDAY], Random(1))
    assert (made.relation, answers(made), made.verdict) == ("told once", [truth], Verdict.SINGLE)


def test_all_ways_are_taken() -> None:
    told = fact(figures=(5000, 6000), movement=Movement.RISING, grew=("Grew.",))
    truth = NewsAnswer.exact(Decimal(5170))
    found = drawn(lambda random: plan(told, truth, [MONDAY, TUESDAY], random).relation)
    assert set(found) == {
        "the same", "hedged or bounded", "rounded", "contradicted", "risen since", "change told",
    }  # fmt: skip
    moving = fact(sort=Sort.MEASURE, unit="mile", figures=(5000, 6000))
    truth = NewsAnswer.exact(Decimal(5170), "mile")
    found = drawn(lambda random: plan(moving, truth, [MONDAY, TUESDAY], random).relation)
    assert set(found) == {
        "the same", "hedged or bounded", "rounded", "contradicted", "converted",
        "far above the bound",
    }  # fmt: skip


def test_agreement_is_one_answer_for_all() -> None:
    for made in drawn(lambda random: plans._agree(asked(517), random)):
        assert len(set(answers(made))) == 1
        assert made.verdict is Verdict.AGREE
        plain = answers(made)[0] == NewsAnswer.exact(Decimal(517))
        assert made.also_right == (() if plain else (Verdict.COMPATIBLE,))
    found = drawn(lambda random: answers(plans._agree(asked(517), random))[0])
    assert set(found) == set(answers_to(Decimal(517)))
    assert found.count(NewsAnswer.exact(Decimal(517))) > TIMES / 2  # two in three, and an eighth


@pytest.mark.parametrize(
    "changes",
    [{"sort": Sort.BARE}, {"sort": Sort.MEASURE, "unit": "percent"}],
    ids=["magnitude", "percent"],
)
def test_shares_and_magnitudes_are_not_rounded(changes: dict[str, object]) -> None:
    told = asked(5170, **changes)
    assert plans._hedge_others(told, Random(1)) is None
    assert plans._rounded(told, Random(1)) is None
    assert plans._leave_open(told, Random(1)) is None
    found = drawn(lambda random: answers(plans._agree(told, random))[0])
    assert set(found) == exact(5170, unit=told.truth.unit)


def test_others_hedge_bound_or_round() -> None:
    days = (MONDAY, TUESDAY, FRIDAY)
    truth = NewsAnswer.exact(Decimal(517))
    seen = set()
    for made in drawn(lambda random: plans._hedge_others(asked(517, *days), random)):
        assert made is not None
        assert (made.relation, made.verdict) == ("hedged or bounded", Verdict.COMPATIBLE)
        assert answers(made).count(truth) == 1
        seen |= {(answers(made).index(truth), answer) for answer in answers(made)}
    assert seen == {(at, answer) for at in range(3) for answer in answers_to(Decimal(517))}
    assert plans._hedge_others(asked(19), Random(1)) is None
    made = plans._rounded(asked(5170, *days), Random(1))
    assert made is not None
    assert (made.relation, made.verdict) == ("rounded", Verdict.COMPATIBLE)
    assert answers(made) == [NewsAnswer.exact(Decimal(n)) for n in (5170, 5200, 5200)]
    assert plans._rounded(asked(999), Random(1)) is None


def test_a_measure_is_told_in_two_units() -> None:
    told = asked(100, MONDAY, TUESDAY, FRIDAY, sort=Sort.MEASURE, unit="mile")
    both = exact(100, unit="mile") | exact(161, unit="kilometre")
    seen = set()
    for made in drawn(lambda random: plans._converted(told, random)):
        assert made is not None
        assert (made.relation, made.verdict) == ("converted", Verdict.AGREE)
        assert made.also_right == (Verdict.COMPATIBLE,)
        assert set(answers(made)) == both
        seen.add(tuple(answer.unit for answer in answers(made)))
    assert len(seen) == 6  # all orders of three outlets of which one or two write miles
    assert plans._converted(asked(100), Random(1)) is None
    assert plans._converted(asked(9, sort=Sort.MEASURE, unit="kilometre"), Random(1)) is None


@pytest.mark.parametrize("movement", Movement)
def test_a_contradiction_has_two_answers(movement: Movement) -> None:
    told = asked(50, MONDAY, TUESDAY, FRIDAY, movement=movement)
    orders = set()
    for made in drawn(lambda random: plans._contradict(told, random)):
        assert made is not None
        assert (made.relation, made.verdict) == ("contradicted", Verdict.CONFLICT)
        moved = movement is Movement.MOVING
        assert made.also_right == ((Verdict.UPDATE,) if moved else ())
        lows = [answer.low for answer in answers(made)]
        assert None not in lows
        orders.add(tuple((low or 0) > 65 for low in lows))
    falling = {(True, False, False), (True, True, False)}
    if movement is Movement.RISING:
        assert orders == falling  # the lower is not the earlier, or it could have risen since
    else:
        assert len(orders) == 6
        assert orders > falling


def test_both_sides_of_a_contradiction_may_be_hedged() -> None:
    """Of 517 "about 500", and of the other also "at least": 830, 1035 and 1400 in steps of five."""
    made = drawn(lambda random: plans._contradict(asked(517), random))
    found = {answer for one in made if one is not None for answer in answers(one)}
    assert {figures_of(answer) for answer in found if (answer.low or 0) < 600} == {
        ("exact", 517, 517), ("about", 500, 500),
    }  # fmt: skip
    forms = {answer.form for answer in found if (answer.low or 0) > 600}
    assert forms == {AnswerForm.EXACT, AnswerForm.ABOUT, AnswerForm.AT_LEAST}


def test_a_count_rises_with_the_days() -> None:
    days = (MONDAY, TUESDAY, TUESDAY, FRIDAY)
    seen = set()
    for made in drawn(lambda random: plans._rise(asked(50, *days, movement="rising"), random)):
        assert made is not None
        assert (made.relation, made.verdict) == ("risen since", Verdict.UPDATE)
        seen.add(tuple(int(answer.low or 0) for answer in answers(made)))
    assert seen == {
        turned for high in (85, 105, 140) for turned in ((50, high, high, high), (50, 50, 50, high))
    }  # fmt: skip
    assert plans._rise(asked(50, MONDAY, MONDAY, movement="rising"), Random(1)) is None
    assert plans._rise(asked(50, movement="moving"), Random(1)) is None


@pytest.mark.parametrize(
    ("grew", "shrank", "changes"),
    [
        ((), (), set()), (("Grew.",), (), {Change.UP}), ((), ("Shrank.",), {Change.DOWN}),
        (("Grew.",), ("Shrank.",), {Change.UP, Change.DOWN}),
    ],
)  # fmt: skip
def test_the_last_outlet_tells_the_change(
    grew: tuple[str, ...], shrank: tuple[str, ...], changes: set[Change]
) -> None:
    told = asked(50, MONDAY, TUESDAY, FRIDAY, grew=grew, shrank=shrank)
    seen, firsts = set(), set()
    for made in drawn(lambda random: plans._state_change(told, random)):
        if made is None:
            continue
        assert (made.relation, made.verdict) == ("change told", Verdict.UPDATE)
        *others, last = made.statements
        assert last.change is not None
        assert last.before is not None
        ends = [last.before.low, last.answer.low]
        assert (ends[0] == 50, ends[1] == 50) == (
            last.change is Change.UP,
            last.change is Change.DOWN,
        )
        assert all((one.before, one.change) == (None, None) for one in others)
        assert len(others) == 2
        seen.add(last.change)
        firsts |= {(last.change, one.answer == last.answer) for one in others}
        assert {one.answer.low for one in others} <= set(ends)
    assert seen == changes
    assert firsts == {(change, side) for change in changes for side in (True, False)}


def test_a_bound_leaves_a_far_figure_open() -> None:
    days = (MONDAY, TUESDAY, FRIDAY)
    seen = set()
    for made in drawn(lambda random: plans._leave_open(asked(517, *days), random)):
        assert made is not None
        assert (made.relation, made.verdict) == ("far above the bound", Verdict.TENSION)
        bound, *far = map(figures_of, answers(made))
        assert bound == ("over", 500, None)
        assert len(far) == 2
        assert len(set(far)) == 1
        seen.add(far[0])
    assert seen == {("exact", 517 * times, 517 * times) for times in (4, 5, 6)}
    assert plans._leave_open(asked(517, movement="rising"), Random(1)) is None
    assert plans._leave_open(asked(19), Random(1)) is None
    moving = plans._leave_open(asked(517, movement="moving"), Random(1))
    assert moving is not None
    assert moving.also_right == (Verdict.UPDATE,)
    one_day = plans._leave_open(asked(517, MONDAY, MONDAY, movement="moving"), Random(1))
    assert one_day is not None
    assert one_day.also_right == ()
