"""Whole groups: verdict, positions, origins and the words of the explanation."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from factcheck.errors import InputError
from factcheck.judge import judge
from factcheck.kinds import CaravanSize, Count, Deaths, EventDate, Money, Movement, Weight
from factcheck.models import Article, Change, Claim, Period, Phase, Quantity, Question, Section
from factcheck.results import Confidence, Group, Verdict

from .newsroom import (
    MOVEMENTS,
    about,
    between,
    claim,
    cluster,
    exactly,
    judged,
    more_than,
    nearly,
    paper,
)

# A march told by five papers, three of which print one agency's sentence.
_LIFTED = (
    "Wardens at the Skarn pass let through a column of about {wire} marchers, most of them from "
    "the mining towns of the upper valley, without asking anybody for papers"
)


def march(scale: Decimal) -> tuple[list[Article], list[Claim]]:
    """Start sizes of almost 10,000, 6,000 and 5,000; later 1,600 and more than 2,000."""

    def size(figure: int) -> str:
        return f"{figure * scale:,.0f}"

    first, wire, small = size(10000), size(6000), size(5000)
    later, latest = size(2000), size(1600)
    courier = paper(
        "courier",
        f"Nearly {first} people set out from Brevik on Tuesday. {_LIFTED.format(wire=wire)}.",
        date(2024, 9, 5),
    )
    agency = paper(
        "agency", f"{_LIFTED.format(wire=wire)}, a spokesman admitted.", date(2024, 9, 4)
    )
    herald = paper(
        "herald",
        f"{_LIFTED.format(wire=wire)} last weekend. By Thursday the column had dwindled to about "
        f"{latest} marchers, Premier Ada Voss said.",
        date(2024, 9, 5),
    )
    star = paper(
        "star",
        f"The column, which now counts more than {later} heads, at first held some {small} of "
        "them, the relief office said.",
        date(2024, 9, 5),
    )

    def told(article: Article, quote: str, quantity: Quantity, **more: object) -> Claim:
        return claim(article, quote, CaravanSize, quantity=quantity, **more)

    def figure(text: str) -> str:
        return text.replace(",", "")

    column = f"a column of about {wire} marchers"
    radio = paper("radio", f"A column of nearly {first} people has left the town.")
    return [courier, agency, herald, star, radio], [
        told(courier, f"Nearly {first} people", nearly(figure(first))),
        told(courier, column, about(figure(wire))),
        told(agency, column, about(figure(wire))),
        told(herald, column, about(figure(wire))),
        told(
            herald,
            f"dwindled to about {latest} marchers",
            about(figure(latest)),
            phase=Phase.LATER,
            change=Change.DOWN,
            attribution="Premier Ada Voss",
        ),
        told(star, f"more than {later} heads", more_than(figure(later))),
        told(star, f"some {small} of them", about(figure(small)), phase=Phase.START),
        told(radio, f"nearly {first} people", nearly(figure(first))),
    ]


@pytest.mark.parametrize("scale", [Decimal(1), Decimal("0.8"), Decimal("1.7")])
def test_starting_sizes_contradict_while_later_ones_are_told(scale: Decimal) -> None:
    articles, claims = march(scale)
    group = judged(articles, *claims)
    assert group.verdict is Verdict.CONFLICT
    assert group.spread == Decimal("6.25")
    by_figure = {position.low: position for position in group.positions}
    wire = by_figure[6000 * scale]
    assert wire.publishers == ("Courier", "Agency", "Herald")
    assert wire.origins == 1
    rivals = {
        frozenset((_figure(group, pair.left), _figure(group, pair.right)))
        for pair in group.pairs
        if pair.verdict is Verdict.CONFLICT
    }
    starts = [10000 * scale, 6000 * scale, 5000 * scale]
    assert rivals == {frozenset((a, b)) for a in starts for b in starts if a != b}


def _figure(group: Group, claim_id: str) -> Decimal | None:
    quantity = next(c.quantity for c in group.claims if c.id == claim_id)
    return None if quantity is None else quantity.low


def test_the_explanation_can_be_read_aloud() -> None:
    group = judged(*_with_claims())
    assert group.explanation == (
        "5 answers, 6.3 times apart: nearly 10,000 (Courier and Radio; 2 origins); about 6,000 "
        "(Courier, Agency and Herald; one origin); about 5,000 (Star); more than 2,000 (Star); "
        "about 1,600 (Herald, quoting Premier Ada Voss). As figures from before any change, nearly "
        "10,000, about 6,000 and about 5,000 contradict each other. “Nearly 10,000 people set out "
        "from Brevik on Tuesday” (Courier) against “… which now counts more than 2,000 heads, at "
        "first held some 5,000 of them, the relief office said” (Star): about 5,000 and "
        "nearly 10,000 differ, and no text says that the figure changed. Reported as a change: "
        "from about 6,000 to about 1,600 (Herald, quoting Premier Ada Voss); from about 5,000 to "
        "more than 2,000 (Star)."
    )
    assert group.median == 5000


def _with_claims() -> tuple[list[Article], *tuple[Claim, ...]]:
    articles, claims = march(Decimal(1))
    return articles, *claims


def test_a_toll_that_is_counted_from_day_to_day() -> None:
    days = [date(2024, 3, 4), date(2024, 3, 5), date(2024, 3, 7)]
    tolls = [3, 12, 14]
    articles = [
        paper(f"day{n}", f"{opener} {toll} villagers.", day)
        for n, (opener, toll, day) in enumerate(
            zip(("Flood kills", "Rescuers found", "Buried:"), tolls, days, strict=True)
        )
    ]
    claims = [
        claim(article, f"{toll} villagers", Deaths, quantity=exactly(toll))
        for article, toll in zip(articles, tolls, strict=True)
    ]
    group = judged(articles, *claims)
    assert group.verdict is Verdict.UPDATE
    assert "In turn: 3 (Monday) → 12 (Tuesday) → 14 (Thursday)." in group.explanation
    assert [position.as_of for position in group.positions] == [days[2], days[1], days[0]]


def test_one_article_is_single_unless_it_contradicts_itself() -> None:
    article = paper("gazette", "The bridge has 12 arches. Its twelve arches are old.")
    first, second = (
        claim(article, quote, quantity=exactly(12)) for quote in ("12 arches", "twelve arches")
    )
    assert judged([article], first, second).verdict is Verdict.SINGLE
    assert (
        judged([article], first, second).explanation
        == "Only one article speaks of it (Gazette): 12."
    )
    headline = claim(article, "12 arches", quantity=exactly(13), section=Section.HEADLINE)
    assert judged([article], headline, second).verdict is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("speakers", "verdict"),
    [
        ((None, None), Verdict.SINGLE),
        (("Mayor Ines Roth", None), Verdict.SINGLE),
        (("Mayor Ines Roth", "mayor Ines Roth"), Verdict.SINGLE),
        (("Mayor Ines Roth", "the fire brigade"), Verdict.CONFLICT),
    ],
)
def test_rule_15_two_speakers_contradict_each_other_in_one_story(
    speakers: tuple[str | None, str | None], verdict: Verdict
) -> None:
    article = paper("gazette", "Some saw 20 flooded homes. Others saw 31 flooded homes.")
    claims = [
        claim(article, f"{homes} flooded homes", quantity=exactly(homes), attribution=speaker)
        for homes, speaker in zip((20, 31), speakers, strict=True)
    ]
    assert judged([article], *claims).verdict is verdict


def test_rule_15_a_paper_is_not_contradicted_by_one_of_its_own_figures() -> None:
    both = paper("gazette", "Floods took 20 homes in Olm. In both villages 31 homes are lost.")
    total = paper("herald", "Some 31 homes have gone.")
    part = paper("courier", "The council counts 20 of them.")
    claims = [
        claim(both, "20 homes", quantity=exactly(20)),
        claim(both, "31 homes", quantity=exactly(31)),
        claim(total, "31 homes", quantity=exactly(31)),
    ]
    assert judged([both, total], *claims).verdict is Verdict.TENSION
    # A third paper has the one without the other: now somebody is contradicted.
    claims.append(claim(part, "20 of them", quantity=exactly(20)))
    assert judged([both, total, part], *claims).verdict is Verdict.CONFLICT


def test_rule_15_a_wider_answer_is_not_the_other_one() -> None:
    both = paper("gazette", "About 150 walkers set out. Of 150 to 200 who planned it, all came.")
    other = paper("herald", "The bridge shook under about 200 feet.")
    claims = [
        claim(both, "About 150 walkers", quantity=about(150)),
        claim(both, "150 to 200", quantity=between(150, 200)),
        claim(other, "about 200", quantity=about(200)),
    ]
    assert judged([both, other], *claims).verdict is Verdict.CONFLICT


def test_a_shared_agency_or_speaker_is_a_hint_and_merges_nothing() -> None:
    left = paper("left", "OLM (AFP) - Nine bridges are closed, Mayor Ines Roth said.")
    right = paper("right", "The mayor told AFP that she had shut 9 of them.")
    told = [
        claim(left, "Nine bridges", quantity=exactly(9), attribution="Mayor Ines Roth"),
        claim(right, "9 of them", quantity=exactly(9), attribution="the mayor Ines Roth"),
    ]
    group = judged([left, right], *told)
    assert len(group.origins) == 2
    assert group.explanation == (
        "All give 9: Left and Right, with 2 independent origins. The origins may share a source: "
        "credits to AFP in 2 of 2 and Mayor Ines Roth quoted in 2 of 2."
    )


def test_shared_sources_are_told_by_their_letters() -> None:
    texts = (
        "OLM (Reuters) - Nine bridges are closed, Zoe Voss said.",
        "OLM (AFP) - She had shut 9 of them, Reuters reported; 9 in all.",
        "The mayor told AFP that 9 were shut, and nobody was hurt in the floods of the night.",
    )
    articles = [paper(name, text) for name, text in zip("abc", texts, strict=True)]
    told = [
        claim(one, quote, quantity=exactly(9), attribution=speaker)
        for one, quote, speaker in zip(
            articles, ("Nine bridges", "9 of them", "9 were"), ("Zoe Voss", "Zoe Voss", "zoe voss"),
            strict=True,
        )
    ]  # fmt: skip
    assert judged(articles, *told).explanation.endswith(
        "The origins may share a source: credits to AFP in 2 of 3, credits to Reuters in 2 of 3 "
        "and Zoe Voss quoted in 3 of 3."
    )


def test_conflicts_come_gravest_first() -> None:
    texts = (
        "Rain hit 20 farms, 300 sheep drowned, 2 mills fell and the fair moved to Sunday.",
        "Farms: 30 under water; sheep lost: 900; mills gone: 2; new day of the fair: Monday.",
    )
    left, right = (paper(name, text) for name, text in zip(("left", "right"), texts, strict=True))
    sunday, monday = (Period(start=day, end=day) for day in (date(2024, 3, 3), date(2024, 3, 4)))
    clusters = [
        cluster(
            claim(left, "2 mills", quantity=exactly(2)),
            claim(right, "mills gone: 2", quantity=exactly(2)),
            name="mills",
        ),
        cluster(
            claim(left, "moved to Sunday", EventDate, when=sunday),
            claim(right, "Monday", EventDate, when=monday),
            name="fair",
        ),
        cluster(
            claim(left, "20 farms", quantity=exactly(20)),
            claim(right, "Farms: 30", quantity=exactly(30)),
            name="farms",
        ),
        cluster(
            claim(left, "300 sheep", quantity=exactly(300)),
            claim(right, "sheep lost: 900", quantity=exactly(900)),
            name="sheep",
        ),
    ]
    for order in (clusters, clusters[::-1]):
        groups = judge(order, [left, right], MOVEMENTS)
        assert [group.id for group in groups] == ["sheep", "farms", "fair", "mills"]


def test_prominence_settles_what_spread_and_support_leave_open() -> None:
    left = paper("left", "Six boats sank. Ten nets and ten lines were lost, the harbour said.")
    right = paper("right", "Nets lost: 20. Lines lost: 20. The night was clear and very cold.")
    nets = cluster(
        claim(left, "Ten nets", quantity=exactly(10)),
        claim(right, "Nets lost: 20", quantity=exactly(20)),
        name="nets",
    )
    lines = cluster(
        claim(left, "ten lines", quantity=exactly(10), section=Section.HEADLINE),
        claim(right, "Lines lost: 20", quantity=exactly(20)),
        name="lines",
    )
    assert [g.id for g in judge([nets, lines], [left, right], MOVEMENTS)] == ["lines", "nets"]


def told_by_three(elsewhere: int, phase: Phase | None = None) -> Verdict:
    """One paper tells a rise from 20 to 36; on its day two others print 36 and another figure."""
    day = date(2024, 9, 5)
    tells = paper("courier", "The count of the lost went from 20 up to 36, nurses said.", day)
    last = paper("herald", "Wardens spoke of 36 dead on the pass.", day)
    other = paper("star", f"The ministry gave {elsewhere} as the toll.", day)
    up: dict[str, Any] = {"kind": Deaths, "change": Change.UP}
    return judged(
        [tells, last, other],
        claim(tells, "20", quantity=exactly(20), phase=Phase.START, **up),
        claim(tells, "36", quantity=exactly(36), phase=Phase.LATER, **up),
        claim(last, "36 dead", Deaths, quantity=exactly(36)),
        claim(other, str(elsewhere), Deaths, quantity=exactly(elsewhere), phase=phase),
    ).verdict


def test_a_change_told_by_one_paper_explains_the_figures_of_others() -> None:
    assert told_by_three(20) is Verdict.UPDATE
    assert told_by_three(20, Phase.LATER) is Verdict.UPDATE  # "had reached 20 by noon"
    assert told_by_three(50) is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("asked", "rivals"),
    [("36", set()), ("30", set()), ("33", {frozenset((33, 36))})],
)
def test_a_change_told_from_end_to_end_explains_no_third_figure(
    asked: str, rivals: set[frozenset[int]]
) -> None:
    """ "To climb to 36 metres from 30" leaves no room for another paper's "to 33 metres" of the day
    before; and it is the end that is contradicted, the start being no rival."""
    text = "The crew asked to climb to 36 metres from 30 metres."
    tells = paper("tells", text, date(2024, 5, 3))
    other = paper("other", f"The pilots wanted to go up to {asked} metres.", date(2024, 5, 2))
    up = Change.UP
    group = judged(
        [tells, other],
        claim(tells, "36 metres", quantity=exactly(36), phase=Phase.LATER, change=up),
        claim(tells, "30 metres", quantity=exactly(30), phase=Phase.START, change=up),
        claim(other, f"{asked} metres", quantity=exactly(asked)),
    )
    found = {
        frozenset(int(_figure(group, side) or 0) for side in (pair.left, pair.right))
        for pair in group.pairs
        if pair.verdict is Verdict.CONFLICT
    }
    assert found == rivals
    assert group.verdict is (Verdict.CONFLICT if rivals else Verdict.UPDATE)


def test_a_claim_without_its_article_is_an_error() -> None:
    article = paper("gazette", "The bridge has 12 arches.")
    stray = cluster(claim(article, "12 arches", quantity=exactly(12)))
    with pytest.raises(InputError, match="gazette"):
        judge([stray], [], MOVEMENTS)


def test_no_clusters_no_groups() -> None:
    assert judge([], [], MOVEMENTS) == ()


def test_the_surest_conflicts_come_first_and_those_inside_one_story_last() -> None:
    left = paper("left", "The flood took 20 farms. Forty sailors drowned, among them 520 cadets.")
    right = paper("right", "Farms lost: 30. A mill fell: in all 2 mills.")
    wide = paper("wide", "Mills that fell: 90, from the bridge to the sea, the council said.")
    farms = cluster(
        claim(left, "20 farms", quantity=exactly(20)),
        claim(right, "Farms lost: 30", quantity=exactly(30)),
        name="farms",
    )
    mills = cluster(
        claim(right, "2 mills", quantity=exactly(2)),
        claim(wide, "Mills that fell: 90", quantity=exactly(90)),
        name="mills",
    ).model_copy(update={"confidence": Confidence.LIKELY})
    whole = claim(left, "Forty sailors", Deaths, quantity=exactly(40))
    part = claim(left, "520 cadets", quantity=exactly(520), part_of=whole.span)
    sums = [cluster(whole, name="sailors"), cluster(part, name="cadets")]
    groups = judge([*sums, mills, farms], [left, right, wide], MOVEMENTS)
    conflicts = [group.id for group in groups if group.verdict is Verdict.CONFLICT]
    # The farms lie 1.5 times apart, the mills 45 times and the sum 13 times; yet the farms are
    # surely one question, and the sum is one paper's own slip.
    assert conflicts == ["farms", "mills", f"sum-{whole.id}+{part.id}"]
    assert [group.inside_one_story for group in groups[:3]] == [False, False, True]


def test_the_dead_come_before_money_money_before_days_and_days_before_the_rest() -> None:
    left = paper("left", "Day 4. Paid 100. Dead 20. Dead in 1927 40. Boats 10.")
    right = paper("right", "Day 5. Paid 300. Dead 30. Dead in 1927 90. Boats 90.")
    first, second = (Period(start=date(2024, 3, n), end=date(2024, 3, n)) for n in (4, 5))
    then: dict[str, Any] = {"question": Question(earlier=True)}
    clusters = [
        cluster(
            claim(left, f"{word} {few}", kind, quantity=exactly(few), **more),
            claim(right, f"{word} {many}", kind, quantity=exactly(many), **more),
            name=name,
        )
        for name, word, few, many, kind, more in (
            ("boats", "Boats", 10, 90, Count, {}),
            ("dead of 1927", "Dead in 1927", 40, 90, Deaths, then),
            ("paid", "Paid", 100, 300, Money, {}),
            ("dead", "Dead", 20, 30, Deaths, {}),
        )
    ]
    days = cluster(
        claim(left, "Day 4", EventDate, when=first),
        claim(right, "Day 5", EventDate, when=second),
        name="day",
    )
    weights = {
        "deaths": Weight.VICTIMS, "money": Weight.DECISIONS, "event_date": Weight.DAYS,
    }  # fmt: skip
    fixed = dict.fromkeys(MOVEMENTS, Movement.FIXED)
    groups = judge([days, *clusters], [left, right], fixed, weights=weights)
    assert [group.verdict for group in groups] == [Verdict.CONFLICT] * 5
    # The boats lie nine times apart, the dead half as many again.
    assert [group.id for group in groups] == ["dead", "paid", "day", "boats", "dead of 1927"]
