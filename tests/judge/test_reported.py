"""What each claim of a group holds: its place on the line, its phase, who tells it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from factcheck import extract
from factcheck.answers.comparable import ComparableAnswer, answer_of, change_between
from factcheck.interval import Interval
from factcheck.judge.batch import Batch
from factcheck.judge.moments import with_times_of_first_print
from factcheck.judge.relations import fit
from factcheck.judge.reported import (
    ReportedValue,
    first_given,
    reported_values,
    stated_directions,
)
from factcheck.kinds import CaravanSize, Count, Deaths, EventDate, EventTime
from factcheck.models import (
    Article,
    Change,
    Claim,
    Dimension,
    Period,
    Phase,
    Quantity,
    Side,
    Status,
)
from factcheck.policy import DEFAULT
from factcheck.provenance.origins import find_copies
from factcheck.results import Relation

from .newsroom import (
    MOVEMENTS,
    about,
    at_least,
    between,
    claim,
    exactly,
    just_over,
    measured,
    more_than,
    nearly,
    paper,
    up_to,
    vague,
)

CELSIUS = measured(Dimension.TEMPERATURE, "degree Celsius")
FAHRENHEIT = measured(Dimension.TEMPERATURE, "degree Fahrenheit")
KILOMETRE = measured(Dimension.DISTANCE, "kilometre")
METRE = measured(Dimension.DISTANCE, "metre")


def batch_of(*articles: Article) -> Batch:
    return Batch({a.id: a for a in articles}, find_copies(articles, DEFAULT), DEFAULT, MOVEMENTS)


def given(quantity: Quantity) -> ComparableAnswer:
    article = paper("gazette", "So many of them.")
    found = answer_of(claim(article, "So many of them", quantity=quantity), DEFAULT)
    assert found is not None
    return found


def at(clock: str, hedged: bool = False, zone: str | None = None) -> ComparableAnswer:
    article = paper("gazette", "It was then.")
    told = claim(article, "then", EventTime, clock=clock, approximate=hedged, zone=zone)
    found = answer_of(told, DEFAULT)
    assert found is not None
    return found


def within(low: int | str, high: int | str) -> Interval[Decimal]:
    return Interval(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("clock", "hedged", "asserted", "implied"),
    [
        # To the minute: nobody writes 17:06 for 17:05.
        ("17:06", False, within(1026, 1026), within(1026, 1026)),
        ("00:01", False, within(1, 1), within(1, 1)),
        # On the scale of fives half a step, on every coarser one five minutes at most.
        ("07:35", False, within(455, 455), within("452.5", "457.5")),
        ("07:45", False, within(465, 465), within(460, 470)),
        ("07:30", False, within(450, 450), within(445, 455)),
        ("09:00", False, within(540, 540), within(535, 545)),
        # A hedge covers a step of the scale, and a quarter of an hour at most.
        ("07:06", True, within(425, 427), within(425, 427)),
        ("07:35", True, within(450, 460), within(450, 460)),
        ("07:45", True, within(450, 480), within(450, 480)),
        ("07:30", True, within(435, 465), within(435, 465)),
        ("09:00", True, within(525, 555), within(525, 555)),
    ],
)
def test_a_clock_is_as_coarse_as_its_scale(
    clock: str, hedged: bool, asserted: Interval[Decimal], implied: Interval[Decimal]
) -> None:
    answer = at(clock, hedged)
    assert (answer.asserted, answer.implied) == (asserted, implied)
    assert not answer.names_a_figure


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (("20:00", "+08:00"), ("12:00", "Z"), Relation.SAME_FIGURE),
        (("23:30", "-05:00"), ("04:30", "GMT"), Relation.SAME_FIGURE),  # of the next day
        (("20:03", "+08:00"), ("12:04", "Z"), None),
        (("20:00", "+08:00"), ("20:00", "Z"), None),
        (("09:15", "+05:30"), ("09:30", "+05:45"), Relation.SAME_FIGURE),
    ],
)
def test_clocks_of_known_offsets_are_compared_as_one_clock(
    left: tuple[str, str], right: tuple[str, str], relation: Relation | None
) -> None:
    one, other = (at(clock, zone=zone) for clock, zone in (left, right))
    assert fit(one, other) is relation
    assert fit(other, one) is relation


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (None, None, Relation.SAME_FIGURE),
        # A time without a zone, or in one that moves with the place, is local time.
        ("local time", None, Relation.SAME_FIGURE),
        ("EST", None, Relation.SAME_FIGURE),
        ("GMT", "gmt", Relation.SAME_FIGURE),
        ("GMT", None, Relation.NOT_COMPARED),
        ("UTC", "local time", Relation.NOT_COMPARED),
        ("EST", "PST", Relation.NOT_COMPARED),  # whoever writes no offset leaves it open
        ("+08:00", "+09:00", None),
        ("+00:00", "Z", Relation.SAME_FIGURE),
    ],
)
def test_clocks_of_two_zones_are_not_compared(
    left: str | None, right: str | None, relation: Relation | None
) -> None:
    assert fit(at("17:06", zone=left), at("17:06", zone=right)) is relation
    assert fit(at("17:06", zone=right), at("17:06", zone=left)) is relation


@pytest.mark.parametrize(
    ("quantity", "hedge"),
    [
        (exactly(13), ""),
        (about(13), "around"),
        (about(600), ""),  # 600 is read as rounded anyway
        (nearly(600), "below"),
        (just_over(600), "above"),
        (vague(24), "vague"),
        (more_than(600), ""),
        # One end that is exact is enough for the hedge to say something.
        (Quantity(low=Decimal(13), high=Decimal(600), approximate=True), "around"),
        (Quantity(low=Decimal(500), high=Decimal(600), approximate=True), ""),
        (about(13, side=Side.AROUND), "around"),
    ],
)
def test_a_hedge_counts_where_it_adds_something(quantity: Quantity, hedge: str) -> None:
    assert given(quantity).hedge == hedge


@pytest.mark.parametrize(
    ("quantity", "adds_up"),
    [
        (exactly(5), True),
        (exactly(5, **measured(Dimension.MONEY, "USD")), True),
        (exactly(5, **measured(Dimension.AREA, "acre")), True),
        (exactly(5, per="day"), False),
        (exactly(5, **measured(Dimension.AREA, "acre"), per="day"), False),
        (exactly(5, **measured(Dimension.PERCENT, "percent")), False),
        (exactly(5, dimension=Dimension.AGE), False),
        (exactly(5, **KILOMETRE), False),
    ],
)
def test_what_can_grow_by_more_of_the_same(quantity: Quantity, adds_up: bool) -> None:
    assert given(quantity).cumulative is adds_up


def test_figures_stand_on_the_scale_of_their_dimension() -> None:
    far = given(more_than(5, **KILOMETRE))
    assert far.named == (Decimal(5000), None, True, False)
    assert far.unit == "kilometre"
    assert not far.bounded
    # A metre is what lengths are compared in, so nothing was converted.
    assert given(exactly(5, **METRE)).unit is None
    assert given(exactly(5)).unit is None
    assert given(up_to(5, **METRE)).named == (None, Decimal(5), False, False)


def test_a_converted_figure_keeps_its_ends() -> None:
    # Freezing is 32 degrees on the one scale and 0 on the other; both round to half a degree.
    cold, freezing = given(exactly(32, **FAHRENHEIT)), given(exactly(0, **CELSIUS))
    assert fit(cold, freezing) is Relation.SAME_CONVERTED
    assert cold.implied.high is not None
    assert freezing.implied.high is not None
    assert cold.implied.high < freezing.implied.high
    assert fit(given(exactly(34, **FAHRENHEIT)), freezing) is None


def test_dates_are_answers_on_the_line_of_days() -> None:
    article = paper("gazette", "It was then.")

    def day(when: Period | None) -> ComparableAnswer | None:
        return answer_of(claim(article, "then", EventDate, when=when), DEFAULT)

    one = day(Period(start=date(1, 1, 2), end=date(1, 1, 4)))
    assert one is not None
    # The first day of the first year is number one.
    assert one.asserted == one.implied == within(2, 4)
    assert not one.names_a_figure
    assert not one.partial
    since = day(Period(start=date(1, 1, 2)))
    until = day(Period(end=date(1, 1, 2)))
    assert since is not None
    assert until is not None
    assert since.asserted == Interval(Decimal(2), None)
    assert until.asserted == Interval(None, Decimal(2))
    tuesday = day(Period(pattern="XXXX-WXX-2"))
    assert tuesday is not None
    assert tuesday.partial
    assert day(None) is None


def told(*tellings: tuple[Quantity, Phase | None, Status]) -> tuple[ReportedValue, ...]:
    """The stances of one story that tells these sizes in turn."""
    words = [f"Here is size number {place}." for place in range(len(tellings))]
    article = paper("gazette", " ".join(words))
    claims = [
        claim(
            article,
            quote,
            CaravanSize,
            quantity=quantity,
            phase=phase,
            status=status,
            change=Change.DOWN if phase is Phase.LATER else None,
        )
        for quote, (quantity, phase, status) in zip(words, tellings, strict=True)
    ]
    return reported_values(claims, batch_of(article))


START, LATER = Phase.START, Phase.LATER
SAID, GONE, MAYBE = Status.ASSERTED, Status.RETRACTED, Status.HYPOTHETICAL


@pytest.mark.parametrize(
    ("tellings", "phases"),
    [
        # Beside a start the other is later, beside a size it shrank to the other came before;
        # but only one that is larger, and of several the nearest.
        ([(about(900), START, SAID), (about(300), None, SAID)], [START, LATER]),
        ([(about(300), LATER, SAID), (about(900), None, SAID)], [LATER, START]),
        ([(about(300), LATER, SAID), (about(100), None, SAID)], [LATER, None]),
        (
            [(about(700), None, SAID), (about(900), None, SAID), (about(300), LATER, SAID)],
            [None, START, LATER],
        ),
        # Where both are told, a third has no place; nor has what may be the same figure.
        (
            [(about(900), START, SAID), (about(300), LATER, SAID), (about(500), None, SAID)],
            [START, LATER, None],
        ),
        ([(about(900), START, SAID), (exactly(910), None, SAID)], [START, None]),
        ([(about(900), START, SAID), (exactly(300, **KILOMETRE), None, SAID)], [START, None]),
        # What is withdrawn neither has a place nor gives one.
        ([(about(900), START, SAID), (about(300), None, GONE)], [START, None]),
        ([(about(900), START, GONE), (about(300), None, SAID)], [START, None]),
        ([(about(900), None, SAID), (about(300), None, SAID)], [None, None]),
    ],
)
def test_a_story_that_tells_one_phase_tells_the_other(
    tellings: list[tuple[Quantity, Phase | None, Status]], phases: list[Phase | None]
) -> None:
    assert [value.phase for value in told(*tellings)] == phases


def test_words_of_now_alone_tell_no_change() -> None:
    article = paper("gazette", "Some 900 marched. About 300 are still there.")
    first = claim(article, "Some 900", CaravanSize, quantity=about(900))
    still = claim(article, "About 300", CaravanSize, quantity=about(300), phase=LATER)
    assert {value.phase for value in reported_values([first, still], batch_of(article))} == {
        None,
        LATER,
    }


def test_one_story_tells_nothing_of_the_phases_of_another() -> None:
    one, other = paper("one", "It began with 900 heads."), paper("other", "It has 300 heads.")
    start = claim(one, "900 heads", CaravanSize, quantity=about(900), phase=START)
    size = claim(other, "300 heads", CaravanSize, quantity=about(300))
    values = reported_values([start, size], batch_of(one, other))
    assert [value.phase for value in values] == [START, None]


def test_what_a_story_withdraws_is_known_to_all_it_says() -> None:
    said, gone = told((exactly(59), None, SAID), (exactly(62), None, GONE))
    assert said.withdrawn == gone.withdrawn == (given(exactly(62)),)
    assert told((exactly(59), None, SAID))[0].withdrawn == ()


def test_what_is_only_supposed_and_what_has_no_answer_is_no_stance() -> None:
    assert told((exactly(59), None, MAYBE)) == ()
    article = paper("gazette", "It was then.")
    assert reported_values([claim(article, "then", Count)], batch_of(article)) == ()


def test_claims_that_hold_the_same_are_one_stance() -> None:
    one, other = paper("one", "Wardens met 300 walkers."), paper("other", "On came 300 souls.")
    first = claim(one, "300 walkers", CaravanSize, quantity=exactly(300))
    second = claim(other, "300 souls", CaravanSize, quantity=exactly(300))
    (value,) = reported_values([second, first], batch_of(one, other))
    assert value.claims == (first, second)
    assert value.claim == first
    assert value.story_ids == {"one", "other"}
    assert value.sentences == {("wardens", "met", "#", "walkers"), ("on", "came", "#", "souls")}


@pytest.mark.parametrize(
    "second",
    [
        {"phase": LATER},
        {"status": GONE},
        {"as_of": Period(start=date(2024, 3, 4), end=date(2024, 3, 4))},
        {"quantity": about(13)},
    ],
)
def test_the_same_told_in_another_way_is_another_stance(second: dict[str, object]) -> None:
    one, other = paper("one", "Wardens met 13 walkers."), paper("other", "On came 13 souls.")
    plain: dict[str, object] = {"quantity": exactly(13)}
    claims = [
        claim(one, "13 walkers", CaravanSize, **plain),
        claim(other, "13 souls", CaravanSize, **(plain | second)),
    ]
    assert len(reported_values(claims, batch_of(one, other))) == 2


@pytest.mark.parametrize(
    ("text", "kind", "preliminary", "tentative"),
    [
        ("There are 13 dead.", Deaths, False, False),
        ("There are 13 dead so far.", Deaths, True, False),
        ("There are 13 dead SO FAR.", Deaths, True, False),
        ("There are 13 dead. The count could rise.", Deaths, True, False),
        ("The count could rise. There are 13 dead.", Deaths, True, False),
        # Said of other things, further down, it tells nothing about this figure.
        ("There are 13 dead. " + "Rain fell on the hills. " * 20 + "Rents could rise.", Deaths,
         False, False),
        ("Rents could rise. " + "Rain fell on the hills. " * 20 + "There are 13 dead.", Deaths,
         False, False),
        # News that is breaking says so once.
        ("There are 13 dead. " + "Rain fell on the hills. " * 20 + "It fell minutes ago.", Deaths,
         True, False),
        # A part of a word is not the word, and a fixed number goes on nowhere.
        ("There are 13 dead so farmers say.", Deaths, False, False),
        ("There are 13 boats so far.", Count, False, False),
        ("A preliminary count gives 13 dead.", Deaths, True, True),
        ("A preliminary count gives 13 boats.", Count, False, True),
        ("A count gives 13 boats. It is preliminary.", Count, False, False),
    ],
)  # fmt: skip
def test_a_count_that_goes_on_says_so(
    text: str, kind: type[Claim], preliminary: bool, tentative: bool
) -> None:
    article = paper("gazette", text)
    quote = "13 dead" if "13 dead" in text else "13 boats"
    (value,) = reported_values(
        [claim(article, quote, kind, quantity=exactly(13))], batch_of(article)
    )
    assert (value.preliminary, value.tentative) == (preliminary, tentative)


def test_a_count_stems_from_the_day_it_names_or_that_of_print() -> None:
    print_day, count_day = date(2024, 3, 5), date(2024, 3, 4)
    article = paper("gazette", "There are 13 dead.", print_day)

    def order(**fields: object) -> Interval[date] | None:
        told = claim(article, "13 dead", Deaths, quantity=exactly(13), **fields)
        return reported_values([told], batch_of(article))[0].moment.days

    assert order() == Interval(print_day, print_day)
    assert order(as_of=Period(start=count_day, end=count_day)) == Interval(count_day, count_day)
    # "As of Tuesday" without a date to read it by tells less than the day of print.
    assert order(as_of=Period(pattern="XXXX-WXX-2")) == Interval(print_day, print_day)


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (exactly(3), exactly(4), Change.UP),
        (exactly(4), exactly(3), Change.DOWN),
        (exactly(3), exactly(3), None),
        (exactly(600), exactly(610), None),  # 600 may be 610 rounded
        (exactly(3), exactly(4, **KILOMETRE), None),
        (up_to(100), at_least(200), Change.UP),
        (between(100, 110), nearly(90), Change.DOWN),
    ],
)
def test_which_way_a_reader_sees_a_figure_go(
    before: Quantity, after: Quantity, change: Change | None
) -> None:
    assert change_between(given(before), given(after)) is change


def directions(tellings: Sequence[tuple[str, int, Phase | None, Change | None]]) -> set[Change]:
    """The directions told by papers that each give sizes: paper, size, phase, verb."""
    texts: dict[str, str] = {}
    for name, size, _, _ in tellings:
        texts[name] = f"{texts.get(name, '')} {name.title()} counted {size} heads.".strip()
    articles = {name: paper(name, text) for name, text in texts.items()}
    claims = [
        claim(articles[name], f"{size} heads", CaravanSize, quantity=exactly(size), phase=phase,
              change=change)
        for name, size, phase, change in tellings
    ]  # fmt: skip
    return set(stated_directions(reported_values(claims, batch_of(*articles.values()))))


@pytest.mark.parametrize(
    ("tellings", "found"),
    [
        ([("one", 3, LATER, Change.DOWN)], {Change.DOWN}),
        ([("one", 3, LATER, None)], set()),
        ([("one", 3, None, Change.DOWN)], set()),
        ([("one", 9, START, None), ("one", 3, LATER, None)], {Change.DOWN}),
        ([("one", 3, START, None), ("one", 9, LATER, None)], {Change.UP}),
        # Two papers tell no change together.
        ([("one", 9, START, None), ("two", 3, LATER, None)], set()),
        ([("one", 9, START, None), ("one", 3, START, None)], set()),
        (
            [("one", 3, LATER, Change.DOWN), ("two", 3, START, None), ("two", 9, LATER, None)],
            {Change.DOWN, Change.UP},
        ),
    ],
)
def test_a_direction_is_told_by_a_verb_or_by_two_figures_in_turn(
    tellings: list[tuple[str, int, Phase | None, Change | None]], found: set[Change]
) -> None:
    assert directions(tellings) == found


def test_what_a_sentence_says_is_said_of_its_own_figures_only() -> None:
    """Each is asked twice, since the second figure of a sentence is answered from memory."""
    away = "The ferry left at noon, and nobody on the quay could see it any more. " * 6
    text = f"A preliminary 12 boats and 14 rafts sank. {away}In the end 20 boats had sunk."
    article, other = paper("gazette", text), paper("herald", text.replace("A preliminary", "All"))
    batch = batch_of(article, other)
    told = ["12 boats", "14 rafts", "20 boats"]
    for source, first in ((article, True), (other, False), (article, True)):
        claims = [claim(source, quote) for quote in told]
        assert [batch.is_tentative(one) for one in claims] == [first, first, False]
        # "Preliminary" speaks of a count for some three hundred characters.
        assert [batch.is_preliminary(one) for one in claims] == [first, first, False]


def test_when_a_figure_was_first_given_does_not_hang_on_an_undated_text() -> None:
    monday = date(2024, 5, 6)
    undated, dated = paper("a", "It has 40 rooms."), paper("b", "There are 40 beds.", monday)
    for articles in ((undated, dated), (dated, undated)):
        claims = [claim(one, "40", quantity=exactly(40)) for one in articles]
        values = reported_values(claims, batch_of(*articles))
        (moment,) = first_given(values, DEFAULT).values()
        assert moment.days == Interval.point(monday)


def test_a_headline_printed_again_is_of_the_day_of_its_first_print() -> None:
    """And what only opens with one dateline is no reprint."""
    days = [date(2024, 5, 6), date(2024, 5, 13)]
    pairs = [("30 boats sail today", "30 boats sail today"), ("30 men left", "30 men work")]
    found = []
    for titles in pairs:
        articles = [
            Article(id=name, title=title, text="TARN, May — The port was busy.", published=day)
            for name, title, day in zip("ab", titles, days, strict=True)
        ]
        claims = [
            next(one for one in extract(article) if one.quantity is not None)
            for article in articles
        ]
        times = with_times_of_first_print(claims, batch_of(*articles))
        found.append([one.as_of and one.as_of.start for one in times])
    assert found == [[days[0], days[0]], days]


def test_a_sentence_printed_again_keeps_the_hour_of_its_first_print() -> None:
    told = "As of 2 p.m. the flood had killed 30 people."
    first, again = paper("a", told, date(2024, 5, 6)), paper("b", told, date(2024, 5, 7))
    claims = [
        claim(first, "30 people", Deaths, quantity=exactly(30), as_of_time="14:00"),
        claim(again, "30 people", Deaths, quantity=exactly(30)),
    ]
    times = with_times_of_first_print(claims, batch_of(first, again))
    assert [one.as_of_time for one in times] == ["14:00", "14:00"]
