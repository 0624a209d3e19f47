"""The rules of `docs/verdicts.md`, one pair at a time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from factcheck import reconcile
from factcheck.kinds import EventDate, Movement
from factcheck.models import (
    AsOf,
    Change,
    Dimension,
    Period,
    Phase,
    Quantity,
    Section,
    Span,
    Status,
)
from factcheck.policy import Policy
from factcheck.results import Relation, Verdict

from .newsroom import (
    Told,
    about,
    at_least,
    between,
    claim,
    exactly,
    group_of,
    judged,
    measured,
    more_than,
    nearly,
    paper,
    up_to,
    vague,
)

MONDAY, TUESDAY, SUNDAY = date(2024, 3, 4), date(2024, 3, 5), date(2024, 3, 10)
MILE = measured(Dimension.DISTANCE, "mile")
KILOMETRE = measured(Dimension.DISTANCE, "kilometre")
PERCENT = measured(Dimension.PERCENT, "percent")
DOLLAR = measured(Dimension.MONEY, "USD")
EURO = measured(Dimension.MONEY, "EUR")


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        # Rule 1: nothing ties the units.
        (exactly(5, **DOLLAR), exactly(9, **EURO), Relation.NOT_COMPARED),
        # Rule 2: the same figure, hedged in the same way or in one that adds nothing.
        (exactly(13), exactly(13), Relation.SAME_FIGURE),
        (more_than(32000), more_than(32000), Relation.SAME_FIGURE),
        (about(11, **PERCENT), about(11, **PERCENT), Relation.SAME_FIGURE),
        (exactly(1000, **MILE), about(1000, **MILE), Relation.SAME_FIGURE),
        # Rule 3: the same in another unit.
        (exactly(1000, **MILE), exactly(1600, **KILOMETRE), Relation.SAME_CONVERTED),
        (exactly(7, **KILOMETRE), exactly(4, **MILE), Relation.SAME_CONVERTED),
        # Rule 4: inside the bound, hedge or range.
        (at_least(2), exactly(2), Relation.WITHIN),
        (at_least(7), at_least(6), Relation.WITHIN),
        (at_least(5), exactly(8), Relation.WITHIN),
        (more_than(100), about(100), Relation.WITHIN),
        (more_than(150), about(200), Relation.WITHIN),
        (more_than(75, **PERCENT), nearly(80, **PERCENT), Relation.WITHIN),
        (between(150, 200), about(200), Relation.WITHIN),
        (exactly(13), about(13), Relation.WITHIN),
        (vague(40), about(100), Relation.WITHIN),
        (vague(40), vague(36), Relation.WITHIN),
        (up_to(10000), exactly(9000), Relation.WITHIN),
        (
            between(18, 24, dimension=Dimension.AGE),
            Quantity(low=exactly(18).low, high=exactly(24).low, approximate=True,
                     dimension=Dimension.AGE),
            Relation.WITHIN,
        ),
        # Rule 5: one is the other rounded.
        (exactly(680000), exactly(683412), Relation.SAME_ROUNDED),
        (nearly(10000), exactly(10000), Relation.SAME_ROUNDED),
        (exactly(5, **DOLLAR), exactly("5.2", **DOLLAR), Relation.SAME_ROUNDED),
        (vague(300), about(230), Relation.SAME_ROUNDED),
        (more_than(50), exactly(50), Relation.SAME_ROUNDED),
        # Rule 12: both possible, read differently.
        (more_than(2000), exactly(10000), Relation.READ_APART),
        (up_to(10000), exactly(2000), Relation.READ_APART),
        (vague(24), exactly(4000), Relation.READ_APART),
        # Rule 13: bounds that just miss each other.
        (more_than(10000), up_to(10000), Relation.JUST_MISSED),
        (more_than(10000), nearly(10000), Relation.JUST_MISSED),
        (more_than(23), exactly(23), Relation.JUST_MISSED),
        # Rule 17: contradictions.
        (about(6000), about(5000), Relation.CONTRADICTION),
        (nearly(10000), about(6000), Relation.CONTRADICTION),
        (exactly(23), exactly(24), Relation.CONTRADICTION),
        (exactly(129), exactly(130), Relation.CONTRADICTION),
        (exactly(40), nearly(50), Relation.CONTRADICTION),
        (about(150), about(200), Relation.CONTRADICTION),
        (exactly("5.2", dimension=Dimension.MAGNITUDE),
         exactly("5.4", dimension=Dimension.MAGNITUDE), Relation.CONTRADICTION),
        (exactly(45, **PERCENT), exactly(47, **PERCENT), Relation.CONTRADICTION),
        (exactly(100, **MILE), exactly(62, **KILOMETRE), Relation.CONTRADICTION),
    ],
)  # fmt: skip
def test_a_pair_of_answers(left: Quantity, right: Quantity, relation: Relation) -> None:
    for one, other in ((left, right), (right, left)):
        group = group_of(Told(one), Told(other))
        # Claims that say the same in the same way are one stance, and compared with nothing.
        found = {pair.relation for pair in group.pairs} or {Relation.SAME_FIGURE}
        assert found == {relation}


def days(first: date, last: date | None = None) -> Period:
    return Period(start=first, end=last or first)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (days(MONDAY), days(MONDAY), Verdict.AGREE),
        (days(MONDAY), days(date(2024, 3, 1), date(2024, 3, 31)), Verdict.COMPATIBLE),
        (days(MONDAY), days(TUESDAY), Verdict.CONFLICT),
        (days(TUESDAY), days(date(2024, 3, 9), SUNDAY), Verdict.CONFLICT),
    ],
)
def test_days_are_answers_too(left: Period, right: Period, verdict: Verdict) -> None:
    assert group_of(Told(left), Told(right)).verdict is verdict


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (Period(pattern="XXXX-WXX-2"), Period(pattern="XXXX-WXX-2"), Verdict.AGREE),
        (Period(pattern="XXXX-WXX-2"), Period(pattern="XXXX-12-26"), Verdict.COMPATIBLE),
        (Period(pattern="XXXX-WXX-2"), Period(pattern="XXXX-WXX-3"), Verdict.CONFLICT),
        (Period(pattern="XXXX-WXX-2"), days(TUESDAY), Verdict.COMPATIBLE),
        (Period(pattern="XXXX-WXX-2"), days(MONDAY), Verdict.CONFLICT),
    ],
)
def test_partial_dates_conflict_where_no_calendar_fits_both(
    left: Period, right: Period, verdict: Verdict
) -> None:
    assert group_of(Told(left), Told(right)).verdict is verdict


@pytest.mark.parametrize(
    ("left", "right", "hedged", "verdict"),
    [
        ("01:27", "01:30", True, Verdict.COMPATIBLE),
        ("07:35", "07:40", True, Verdict.COMPATIBLE),
        ("17:06", "17:06", False, Verdict.AGREE),
        ("17:06", "17:11", False, Verdict.CONFLICT),
        ("09:00", "12:00", True, Verdict.CONFLICT),
    ],
)
def test_clocks_are_rounded_to_their_own_scale(
    left: str, right: str, hedged: bool, verdict: Verdict
) -> None:
    assert group_of(Told(left), Told(right, approximate=hedged)).verdict is verdict


def relation_of(left: Told, right: Told, movement: Movement = Movement.FIXED) -> Relation:
    (pair,) = group_of(left, right, movement=movement).pairs
    (turned,) = group_of(right, left, movement=movement).pairs
    assert pair.relation is turned.relation
    return pair.relation


def test_rule_6_a_text_withdraws_a_figure() -> None:
    told = (
        Told(exactly(62), published=MONDAY),
        Told(exactly(62), status=Status.RETRACTED, published=TUESDAY),
    )
    assert relation_of(*told) is Relation.CORRECTED


def test_rule_7_a_start_and_what_became_of_it() -> None:
    start, now = Told(about(1200), phase=Phase.START), Told(about(400))
    assert relation_of(start, now, Movement.MOVING) is Relation.TOLD_CHANGE
    later = Told(about(400), phase=Phase.LATER, change=Change.DOWN)
    assert relation_of(start, later, Movement.MOVING) is Relation.TOLD_CHANGE


def test_rule_7_silence_is_no_phase() -> None:
    # "Had shrunk to 400" tells a change, but not that it was one from this paper's 1,200.
    later = Told(about(400), phase=Phase.LATER, change=Change.DOWN)
    assert relation_of(Told(about(1200)), later, Movement.MOVING) is Relation.ORDER_UNKNOWN
    # "Are still 400" tells none at all.
    still = Told(about(400), phase=Phase.LATER)
    assert relation_of(Told(about(1200)), still, Movement.MOVING) is Relation.CONTRADICTION


def test_rule_7_a_start_is_of_a_time_before_its_own_story() -> None:
    start = Told(about(1200), phase=Phase.START, published=TUESDAY)
    for day, relation in (
        (MONDAY, Relation.CONTRADICTION), (TUESDAY, Relation.TOLD_CHANGE),
        (SUNDAY, Relation.TOLD_CHANGE),
    ):  # fmt: skip
        other = Told(about(400), published=day)
        assert relation_of(start, other, Movement.MOVING) is relation


def test_rule_7_not_against_the_direction_that_is_told() -> None:
    shrunk = Told(about(1200), phase=Phase.LATER, change=Change.DOWN)
    assert relation_of(Told(about(400)), shrunk, Movement.MOVING) is Relation.CONTRADICTION


def test_rule_7_two_starts_contradict_each_other() -> None:
    one, other = (Told(about(size), phase=Phase.START) for size in (5000, 6000))
    assert relation_of(one, other, Movement.MOVING) is Relation.CONTRADICTION


def test_rule_7_what_moves_needs_words_that_tell_it() -> None:
    sizes = Told(about(1200), published=MONDAY), Told(about(400), published=SUNDAY)
    assert relation_of(*sizes, Movement.MOVING) is Relation.CONTRADICTION


def test_rule_8_a_rising_figure_is_higher_later() -> None:
    first, second = Told(exactly(7), published=MONDAY), Told(exactly(31), published=TUESDAY)
    assert relation_of(first, second, Movement.RISING) is Relation.LATER_COUNT
    assert relation_of(first, second, Movement.FIXED) is Relation.CONTRADICTION


def test_rule_8_the_day_of_the_count_outweighs_the_day_of_print() -> None:
    early = Told(exactly(7), as_of=MONDAY, published=SUNDAY)
    late = Told(exactly(31), as_of=TUESDAY, published=TUESDAY)
    assert relation_of(early, late, Movement.RISING) is Relation.LATER_COUNT


def on(day: date, figure: int, by: AsOf = AsOf.STATE, **more: Any) -> Told:
    return Told(exactly(figure), as_of=day, as_of_by=by, published=SUNDAY, **more)


def test_rule_8_a_falling_figure_is_lower_later() -> None:
    assert relation_of(on(MONDAY, 31), on(TUESDAY, 7), Movement.FALLING) is Relation.LATER_COUNT
    assert relation_of(on(MONDAY, 7), on(TUESDAY, 31), Movement.FALLING) is Relation.CONTRADICTION


@pytest.mark.parametrize(
    ("movement", "by", "relation"),
    [
        # Prices and outages are others another day, whatever tells the day apart.
        (Movement.VOLATILE, AsOf.PRINTED, Relation.MOVED_ON),
        (Movement.SLOW, AsOf.PRINTED, Relation.MOVED_ON),
        # A crowd may have been counted badly, unless the texts date the sizes themselves.
        (Movement.MOVING, AsOf.PRINTED, Relation.CONTRADICTION),
        (Movement.MOVING, AsOf.SAID, Relation.CONTRADICTION),
        (Movement.MOVING, AsOf.STATE, Relation.MOVED_ON),
        (Movement.MOVING, AsOf.TOLD, Relation.MOVED_ON),
        (Movement.FIXED, AsOf.PRINTED, Relation.CONTRADICTION),
        (Movement.FIXED, AsOf.TOLD, Relation.MOVED_ON),
    ],
)
def test_rule_9_figures_of_different_days(movement: Movement, by: AsOf, relation: Relation) -> None:
    for first, second in ((400, 900), (900, 400)):
        assert relation_of(on(MONDAY, first, by), on(TUESDAY, second, by), movement) is relation


def test_rule_9_a_later_size_said_on_a_day_is_dated() -> None:
    before = on(MONDAY, 900)
    shrunk = on(TUESDAY, 400, AsOf.SAID, phase=Phase.LATER, change=Change.DOWN)
    assert relation_of(before, shrunk, Movement.MOVING) is Relation.MOVED_ON


@pytest.mark.parametrize(
    ("early", "late", "relation"),
    [
        ("14:00", "23:00", Relation.MOVED_ON),
        ("MO", "AF", Relation.MOVED_ON),
        ("MO", "15:30", Relation.MOVED_ON),
        # An evening may reach into the night; two clocks of two zones are not compared.
        ("EV", "NI", Relation.ORDER_UNKNOWN),
        ("14:00Z", "23:00-04:00", Relation.ORDER_UNKNOWN),
        ("14:00", "23:00Z", Relation.MOVED_ON),
        (None, "23:00", Relation.ORDER_UNKNOWN),
        (None, None, Relation.ORDER_UNKNOWN),
        ("14:00", "14:00", Relation.CONTRADICTION),
        ("XX", "YY", Relation.ORDER_UNKNOWN),
    ],
)
def test_rule_9_hours_of_one_day(early: str | None, late: str | None, relation: Relation) -> None:
    first = on(MONDAY, 400, as_of_time=early)
    second = on(MONDAY, 280, as_of_time=late)
    assert relation_of(first, second, Movement.VOLATILE) is relation


def test_rule_9_how_far_a_count_has_come() -> None:
    half, whole = on(MONDAY, 400, progress=50), on(MONDAY, 280, progress=100)
    assert relation_of(half, whole, Movement.SLOW) is Relation.MOVED_ON
    assert relation_of(half, on(MONDAY, 280, progress=50), Movement.SLOW) is Relation.CONTRADICTION
    assert relation_of(half, on(MONDAY, 280), Movement.SLOW) is Relation.CONTRADICTION
    # The share counted tells more than the day: a paper may print an old count late.
    assert relation_of(on(TUESDAY, 400, progress=50), whole, Movement.RISING) is (
        Relation.CONTRADICTION
    )


MARCH = Period(start=date(2024, 3, 1), end=date(2024, 3, 31))
APRIL = Period(start=date(2024, 4, 1), end=date(2024, 4, 30))


def test_rule_11_two_periods_are_two_questions() -> None:
    march, april = (Told(exactly(n), reference=p) for n, p in ((34, MARCH), (32, APRIL)))
    assert relation_of(march, april) is Relation.OTHER_PERIOD
    assert relation_of(march, Told(exactly(32), reference=MARCH)) is Relation.CONTRADICTION
    assert relation_of(march, Told(exactly(32))) is Relation.CONTRADICTION


def test_rule_11_what_happened_on_two_days_is_counted_twice() -> None:
    monday, tuesday = (Told(exactly(n), when=days(d)) for n, d in ((22, MONDAY), (57, TUESDAY)))
    assert relation_of(monday, tuesday) is Relation.OTHER_PERIOD
    assert relation_of(monday, Told(exactly(57), when=days(MONDAY))) is Relation.CONTRADICTION
    week = Period(start=MONDAY, end=SUNDAY)
    assert relation_of(monday, Told(exactly(57), when=week)) is Relation.CONTRADICTION
    # "Stood at 57 on Tuesday" dates the count, and not what is counted.
    stood = Told(exactly(57), when=days(TUESDAY), as_of_by=AsOf.STATE)
    assert relation_of(monday, stood) is Relation.CONTRADICTION


def test_rule_11_a_day_of_a_count_is_no_day_of_an_event() -> None:
    articles = paper("left", "It stood at 61 on Monday."), paper("right", "The dam broke Tuesday.")
    counted = claim(articles[0], "on Monday", EventDate, when=days(MONDAY), of_count=True)
    broke = claim(articles[1], "broke Tuesday", EventDate, when=days(TUESDAY))
    (pair,) = judged(articles, counted, broke).pairs
    assert pair.relation is Relation.OTHER_PERIOD
    event = counted.model_copy(update={"of_count": False})
    (pair,) = judged(articles, event, broke).pairs
    assert pair.relation is Relation.CONTRADICTION


def test_one_sentence_means_one_day_wherever_it_is_printed() -> None:
    words = "The boats sail on Thursday"
    wednesday, friday = date(2024, 3, 6), date(2024, 3, 8)
    early = paper("early", f"Ice melts. “{words},” she wrote.", wednesday)
    late = paper("late", f"Gulls cry. “{words},” she wrote.", friday)
    first = claim(early, "sail on Thursday", EventDate, when=days(date(2024, 3, 7)))
    again = claim(late, "sail on Thursday", EventDate, when=days(date(2024, 3, 14)))
    for claims in ((first, again), (again, first)):
        group = judged([late, early], *claims)
        assert group.verdict is Verdict.AGREE
        assert [position.low for position in group.positions] == [date(2024, 3, 7)]
    other = paper("other", f"Gulls cry. “{words} at noon,” she wrote.", friday)
    another = claim(other, "sail on Thursday", EventDate, when=days(date(2024, 3, 14)))
    assert judged([early, other], first, another).verdict is Verdict.CONFLICT


def test_two_figures_of_one_day_say_so() -> None:
    (pair,) = group_of(on(MONDAY, 30), on(MONDAY, 18, AsOf.SAID)).pairs
    assert pair.reason == "18 and 30 are both for Monday 4 March 2024"
    (pair,) = group_of(on(MONDAY, 30), on(MONDAY, 18, AsOf.PRINTED)).pairs
    assert pair.reason == "18 and 30 cannot both be right"


def test_rule_14_not_for_sizes_that_the_texts_date_to_one_day() -> None:
    one, other = (on(MONDAY, size, phase=Phase.LATER) for size in (1600, 400))
    assert relation_of(one, other, Movement.MOVING) is Relation.CONTRADICTION


def test_rule_8_a_daily_rate_does_not_add_up() -> None:
    daily = {"dimension": Dimension.RATE, "per": "day"}
    first = Told(up_to(300, **daily), published=MONDAY)
    second = Told(more_than(300, **daily), published=TUESDAY)
    assert relation_of(first, second, Movement.RISING) is Relation.JUST_MISSED


@pytest.mark.parametrize(
    ("lower", "higher"),
    [(MONDAY, MONDAY), (None, None), (TUESDAY, MONDAY), (MONDAY, None)],
)
def test_rule_8_neither_the_same_day_nor_a_later_fall(
    lower: date | None, higher: date | None
) -> None:
    told = Told(exactly(7), published=lower), Told(exactly(31), published=higher)
    assert relation_of(*told, Movement.RISING) is Relation.CONTRADICTION


def test_rule_10_the_lower_count_calls_itself_preliminary() -> None:
    lower = Told(exactly(7), published=MONDAY, words="Seven are dead so far.")
    higher = Told(exactly(31), published=MONDAY)
    assert relation_of(lower, higher, Movement.RISING) is Relation.PRELIMINARY
    assert relation_of(lower, higher, Movement.FIXED) is Relation.CONTRADICTION


@pytest.mark.parametrize("movement", Movement)
def test_rule_10_a_figure_that_is_itself_called_preliminary(movement: Movement) -> None:
    first = Told(exactly(79), published=MONDAY, words="A preliminary count gave 79.")
    assert relation_of(first, Told(exactly(78), published=MONDAY), movement) is Relation.PRELIMINARY
    earlier = Told(exactly(78), published=date(2024, 3, 1))
    assert relation_of(first, earlier, Movement.FIXED) is Relation.CONTRADICTION


def test_rule_10_a_start_is_no_estimate() -> None:
    words = "It initially had that many members."
    estimate, other = Told(about(5000), words=words), Told(about(6000))
    assert relation_of(estimate, other, Movement.MOVING) is Relation.PRELIMINARY
    start = Told(about(5000), words=words, phase=Phase.START, published=MONDAY)
    shrinking = Told(about(900), phase=Phase.LATER, change=Change.DOWN)
    verdicts = {
        (pair.left[:6], pair.right[:6]): pair.relation
        for pair in group_of(start, other, shrinking, movement=Movement.MOVING).pairs
    }
    assert verdicts["paper0", "paper1"] is Relation.CONTRADICTION


def test_rule_10_does_not_excuse_a_lower_count_that_came_later() -> None:
    lower = Told(exactly(7), published=TUESDAY, words="Seven are dead so far.")
    higher = Told(exactly(31), published=MONDAY)
    assert relation_of(lower, higher, Movement.RISING) is Relation.CONTRADICTION


def test_rule_10_nor_the_higher_count() -> None:
    higher = Told(exactly(31), published=MONDAY, words="The dead number 31 so far.")
    lower = Told(exactly(7), published=MONDAY)
    assert relation_of(lower, higher, Movement.RISING) is Relation.CONTRADICTION


def test_rule_14_two_later_sizes_in_no_known_order() -> None:
    one, other = (Told(about(size), phase=Phase.LATER) for size in (1600, 400))
    assert relation_of(one, other, Movement.MOVING) is Relation.ORDER_UNKNOWN


def test_rule_14_a_figure_altered_in_a_copied_sentence() -> None:
    words = (
        "Wardens pulled {} stranded walkers off the frozen lake before the ice gave way at dusk."
    )
    one, other = (Told(exactly(n), words=words.format(n)) for n in (14, 41))
    assert relation_of(one, other) is Relation.ALTERED_COPY
    assert "was altered" in group_of(one, other).explanation


def test_what_is_only_supposed_is_compared_with_nothing() -> None:
    supposed = Told(exactly(500), status=Status.HYPOTHETICAL)
    assert group_of(Told(exactly(3)), supposed, Told(exactly(3))).verdict is Verdict.AGREE


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        (exactly(5, **DOLLAR), exactly(9, **EURO),
         "they are given in units that cannot be converted into each other"),
        (exactly(1000, **MILE), exactly(1600, **KILOMETRE),
         "both give the same, in different units"),
        (exactly(680000), exactly(683412), "one is the other rounded"),
        (at_least(5), exactly(8), "a bound, hedge or range of one leaves room for the other"),
        (vague(40), about(100), "a vague word leaves room for the other"),
        (vague(300), about(230), "a vague word leaves room for the other"),
        (more_than(2000), exactly(10000),
         "both can be true, but a reader takes them for different figures"),
        (more_than(10000), up_to(10000),
         "the bounds meet at one figure and miss each other by a hair"),
        (exactly(23), exactly(24), "23 and 24 cannot both be right"),
        (days(MONDAY), days(TUESDAY),
         "Monday 4 March 2024 and Tuesday 5 March 2024 cannot both be the day"),
        (days(date(2023, 5, 1), date(2023, 5, 31)), days(date(2023, 6, 1), date(2023, 6, 30)),
         "May 2023 and June 2023 cannot both be the time"),
        (days(MONDAY), days(date(2023, 6, 1), date(2023, 6, 30)),
         "June 2023 and Monday 4 March 2024 cannot both be the time"),
        ("17:06", "17:11", "17:06 and 17:11 cannot both be the time"),
    ],
)  # fmt: skip
def test_a_relation_gives_its_reason(
    left: Quantity | Period | str, right: Quantity | Period | str, reason: str
) -> None:
    for one, other in ((left, right), (right, left)):
        (pair,) = group_of(Told(one), Told(other)).pairs
        assert pair.reason == reason


@pytest.mark.parametrize(
    ("left", "right", "movement", "reason"),
    [
        (Told(about(1200), phase=Phase.START), Told(about(400)), Movement.MOVING,
         "the text states one figure for an earlier time"),
        (Told(about(1200), phase=Phase.START), Told(about(400), phase=Phase.LATER),
         Movement.MOVING, "the text states what one figure changed to"),
        (Told(exactly(7), published=MONDAY), Told(exactly(31), published=TUESDAY), Movement.RISING,
         "the higher figure is the later one, and the figure can rise"),
        (Told(exactly(7), words="Seven are dead so far."), Told(exactly(31)), Movement.RISING,
         "the report of the lower figure says that the count may rise"),
        (Told(exactly(79), words="A preliminary count gave 79."), Told(exactly(78)),
         Movement.FIXED, "the report of one figure calls it preliminary"),
        (Told(about(1600), phase=Phase.LATER), Told(about(400), phase=Phase.LATER),
         Movement.MOVING, "both are stated as later sizes, in no stated order"),
        (Told(exactly(62)), Told(exactly(62), status=Status.RETRACTED), Movement.FIXED,
         "the text itself withdraws one of the two figures"),
    ],
)  # fmt: skip
def test_what_time_explains_is_told(
    left: Told, right: Told, movement: Movement, reason: str
) -> None:
    for told in ((left, right), (right, left)):
        (pair,) = group_of(*told, movement=movement).pairs
        assert pair.reason == reason


@pytest.mark.parametrize(
    ("printed", "relation"),
    [
        (SUNDAY, Relation.CONTRADICTION),  # after the correction it should be known
        (MONDAY, Relation.CORRECTED),
        (date(2024, 3, 1), Relation.CORRECTED),
        (None, Relation.CORRECTED),
    ],
)
def test_rule_6_a_withdrawal_excuses_no_later_report(
    printed: date | None, relation: Relation
) -> None:
    corrected = paper("gazette", "The dead number 59, it says now. It had said 62.", MONDAY)
    said = claim(corrected, "59", quantity=exactly(59))
    gone = claim(corrected, "62", quantity=exactly(62), status=Status.RETRACTED)
    other = paper("herald", "We hear of 62 victims.", printed)
    repeated = claim(other, "62 victims", quantity=exactly(62))
    pairs = judged([corrected, other], said, gone, repeated).pairs
    (found,) = (p for p in pairs if {p.left, p.right} == {said.id, repeated.id})
    assert found.relation is relation


def test_rule_8_the_policy_says_how_much_later_is_later() -> None:
    told = Told(exactly(7), published=MONDAY), Told(exactly(31), published=TUESDAY)
    slow = Policy(later_days=2)
    assert group_of(*told, movement=Movement.RISING, policy=slow).verdict is Verdict.CONFLICT
    later = Told(exactly(31), published=date(2024, 3, 6))
    assert group_of(told[0], later, movement=Movement.RISING, policy=slow).verdict is Verdict.UPDATE


def test_rule_10_the_policy_may_excuse_nothing() -> None:
    strict = Policy(preliminary_excuses=False)
    first = Told(exactly(79), words="A preliminary count gave 79.")
    for movement in set(Movement) - {Movement.VOLATILE}:  # which is another by the hour
        group = group_of(first, Told(exactly(78)), movement=movement, policy=strict)
        assert group.verdict is Verdict.CONFLICT


def test_rule_10_excuses_no_story_that_gives_both() -> None:
    article = paper("gazette", "A preliminary count gave 79 boats. Others count 78 of them.")
    one = claim(article, "79 boats", quantity=exactly(79), attribution="the harbour")
    other = claim(article, "78 of them", quantity=exactly(78), attribution="the ferrymen")
    (pair,) = judged([article], one, other).pairs
    assert pair.relation is Relation.CONTRADICTION


@pytest.mark.parametrize(
    ("movement", "relation"),
    [
        (Movement.MOVING, Relation.ORDER_UNKNOWN),
        (Movement.FIXED, Relation.CONTRADICTION),
    ],
)
def test_rule_14_is_for_what_moves(movement: Movement, relation: Relation) -> None:
    one, other = (Told(about(size), phase=Phase.LATER) for size in (1600, 400))
    assert relation_of(one, other, movement) is relation


@pytest.mark.parametrize(
    ("fields", "relation"),
    [
        (({}, {}), Relation.ONE_STORY),
        (({"attribution": "Ann"}, {"attribution": "Ben"}), Relation.CONTRADICTION),
        (({"attribution": "Ann"}, {"attribution": "ANN"}), Relation.ONE_STORY),
        (({"section": Section.HEADLINE}, {}), Relation.CONTRADICTION),
        (({}, {"section": Section.HEADLINE}), Relation.CONTRADICTION),
        (
            ({"section": Section.HEADLINE}, {"section": Section.HEADLINE}),
            Relation.ONE_STORY,
        ),
        (({}, {"restates": Span(start=9, end=17)}), Relation.CONTRADICTION),
        (({}, {"restates": Span(start=0, end=4)}), Relation.ONE_STORY),
    ],
)
def test_rule_15_what_sets_two_figures_of_a_story_against_each_other(
    fields: tuple[dict[str, Any], dict[str, Any]], relation: Relation
) -> None:
    article = paper("gazette", "They met 20 boats by noon. By dusk it was 31 boats.")
    assert article.text.index("20 boats") == 9
    claims = [
        claim(article, f"{boats} boats", quantity=exactly(boats), **more)
        for boats, more in zip((20, 31), fields, strict=True)
    ]
    (pair,) = judged([article], *claims).pairs
    assert pair.relation is relation


def test_rule_15_needs_one_claim_that_is_set_against_another() -> None:
    """The paper gives 20 twice, and once in the words of somebody whom another contradicts."""
    article = paper("gazette", "Ann met 20 boats. It was 20 boats at noon. Ben saw 31 boats.")
    told = claim(article, "20 boats", quantity=exactly(20), attribution="Ann")
    again = claim(article, "20 boats at noon", quantity=exactly(20))
    other = claim(article, "31 boats", quantity=exactly(31), attribution="Ben")
    for claims in ([told, again, other], [again, told, other]):
        assert {pair.relation for pair in judged([article], *claims).pairs} == {
            Relation.CONTRADICTION
        }
    (pair,) = judged([article], again, other).pairs
    assert pair.relation is Relation.ONE_STORY


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (
            "Wardens pulled {} stranded walkers off the frozen lake before dusk.",
            "Wardens pulled {} stranded walkers off the frozen lake before dusk.",
            Relation.ALTERED_COPY,
        ),
        (
            "Wardens pulled {} stranded walkers off the frozen lake before dusk.",
            "Far out, men pulled {} stranded walkers off that melting pond on Sunday.",
            Relation.CONTRADICTION,
        ),
        # Too short to tell a copy by.
        ("Wardens pulled {} walkers out.", "Wardens pulled {} walkers out.",
         Relation.CONTRADICTION),
    ],
)  # fmt: skip
def test_rule_14_needs_a_sentence_that_is_otherwise_the_same(
    left: str, right: str, relation: Relation
) -> None:
    one = Told(exactly(14), words=left.format(14))
    other = Told(exactly(41), words=right.format(41))
    assert relation_of(one, other) is relation


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("from 1972 to 1990", "between 1969 and 1990", Verdict.CONFLICT),
        ("from 1972 to 1990", "from 1972 to 1991", Verdict.CONFLICT),
        ("from 1972 to 1990", "between 1972 and 1990", Verdict.AGREE),
        # What lies inside a stretch does not contradict it.
        ("from 1972 to 1990", "in 1985", Verdict.COMPATIBLE),
    ],
)
def test_a_stretch_of_time_has_two_ends(left: str, right: str, verdict: Verdict) -> None:
    articles = [f"Ruth Calloway taught in Ardmore {when}." for when in (left, right)]
    (group,) = (g for g in reconcile(articles).groups if len(g.claims) > 1)
    assert group.verdict is verdict


def test_two_clocks_of_two_zones_are_eight_hours_apart() -> None:
    told = (Told("20:10", zone="Z"), Told("20:10", zone="+08:00"))
    assert relation_of(*told) is Relation.CONTRADICTION
    assert relation_of(Told("20:10", zone="Z"), Told("04:10", zone="+08:00")) is (
        Relation.SAME_FIGURE
    )


def test_one_clock_in_two_zones_is_two_positions() -> None:
    group = group_of(Told("20:10", zone="+09:00"), Told("20:10", zone="+08:00"))
    assert len(group.positions) == 2
