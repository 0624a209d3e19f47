"""What an editor reads: the words for each way in which a group can stand."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.judge import judge
from factcheck.kinds import CaravanSize, Deaths, Movement
from factcheck.models import Article, AsOf, Change, Dimension, Phase, Section, Span, Status
from factcheck.results import Cluster, Group, Link, Verdict

from .newsroom import (
    MOVEMENTS,
    Told,
    about,
    at_least,
    claim,
    cluster,
    exactly,
    group_of,
    judged,
    measured,
    paper,
)

MILE = measured(Dimension.DISTANCE, "mile")
KILOMETRE = measured(Dimension.DISTANCE, "kilometre")
MONDAY, TUESDAY = date(2024, 3, 4), date(2024, 3, 5)


def test_one_story_in_several_outlets() -> None:
    article = paper("gazette", "The bridge has 12 arches.")
    copy = paper("mirror", article.text)
    claims = [claim(one, "12 arches", quantity=exactly(12)) for one in (article, copy)]
    group = judged([article, copy], *claims)
    assert group.verdict is Verdict.SINGLE
    assert group.explanation == (
        "Only one story reports it, in several outlets (Gazette and Mirror): 12."
    )


def test_what_is_only_supposed_gives_no_figure() -> None:
    supposed = Told(exactly(500), status=Status.HYPOTHETICAL)
    assert group_of(supposed).explanation == "Only one article speaks of it (Paper0): no figure."
    assert group_of(supposed, supposed).explanation == (
        "All give no figure: Paper0 and Paper1, with 2 independent origins."
    )


def test_many_answers_are_cut_short() -> None:
    group = group_of(*(Told(exactly(n)) for n in range(11, 19)))
    assert group.explanation.startswith(
        "8 answers, 1.6 times apart: 18 (Paper7); 17 (Paper6); 16 (Paper5); 15 (Paper4); "
        "14 (Paper3); 13 (Paper2); 2 more. “"
    )
    assert "12 (Paper1)" not in group.explanation
    six = group_of(*(Told(exactly(n)) for n in range(11, 17))).explanation
    assert six.startswith("6 answers, 1.5 times apart: 16 (Paper5); ")
    assert "11 (Paper0)" in six
    assert "more" not in six


def test_a_small_spread_is_not_told() -> None:
    assert group_of(Told(exactly(100)), Told(exactly(104))).explanation.startswith("2 answers: ")
    assert group_of(Told(exactly(100)), Told(exactly(105))).explanation.startswith(
        "2 answers, 1.1 times apart: "
    )


def test_which_of_several_answers_contradict_each_other_is_told() -> None:
    told = Told(exactly(23)), Told(exactly(24)), Told(at_least(20))
    assert " 24 and 23 contradict each other. “" in group_of(*told).explanation
    # Where all do, the opening has said so.
    assert "contradict" not in group_of(Told(exactly(23)), Told(exactly(24))).explanation


def test_sources_that_agree_in_different_words() -> None:
    group = group_of(Told(exactly(1000, **MILE)), Told(exactly(1600, **KILOMETRE)))
    # A thousand miles are the larger of the two.
    assert group.explanation == (
        "The sources agree, in different words: 1,000 miles (Paper0); 1,600 kilometres (Paper1)."
    )


def test_only_two_of_those_quoted_are_named() -> None:
    article = paper("gazette", "Ann saw 9 deer. Ben saw nine deer. Cal saw 9 of the deer.")
    other = paper("herald", "We met 14 deer.")
    quotes = zip(("9 deer", "nine deer", "9 of the deer"), ("Ann", "Ben", "Cal"), strict=True)
    claims = [
        claim(article, quote, quantity=exactly(9), attribution=speaker) for quote, speaker in quotes
    ]
    group = judged([article, other], *claims, claim(other, "14 deer", quantity=exactly(14)))
    assert "9 (Gazette, quoting Ann and Ben)" in group.explanation
    nine = next(position for position in group.positions if position.low == 9)
    assert nine.speakers == ("Ann", "Ben", "Cal")


def test_a_figure_that_is_withdrawn_is_told_as_such() -> None:
    group = group_of(
        Told(exactly(62), published=MONDAY),
        Told(exactly(62), status=Status.RETRACTED, published=TUESDAY),
    )
    assert group.verdict is Verdict.UPDATE
    assert group.explanation.startswith("One answer: 62 (Paper0). ")
    assert group.explanation.endswith("Reported as a change: 62 is withdrawn by Paper1.")


def test_one_sentence_that_gives_both() -> None:
    article = paper("gazette", "Herds of 20 or 31 passed.")
    told = [
        claim(article, "20", quantity=exactly(20), section=Section.HEADLINE),
        claim(article, "31", quantity=exactly(31)),
    ]
    group = judged([article], *told)
    assert group.verdict is Verdict.CONFLICT
    assert (
        "“Herds of 20 or 31 passed” (Gazette) gives both: 20 and 31 cannot both be right."
        in group.explanation
    )


@pytest.mark.parametrize(
    ("left", "right", "link"),
    [(exactly(23), exactly(24), "against"), (exactly(23), about(23), "beside")],
)
def test_two_quotes_stand_against_or_beside_each_other(
    left: object, right: object, link: str
) -> None:
    explanation = group_of(Told(left), Told(right)).explanation  # type: ignore[arg-type]
    assert f"(Paper0) {link} “" in explanation


def test_a_change_is_told_from_before_to_after_with_who_tells_it() -> None:
    article = paper("gazette", "The column began with 900 heads and has shrunk to 300 heads.")
    other = paper("herald", "Wardens met 300 marchers.")
    start = claim(article, "900 heads", CaravanSize, quantity=about(900), phase=Phase.START)
    now = claim(
        article, "300 heads", CaravanSize, quantity=about(300), phase=Phase.LATER,
        change=Change.DOWN, attribution="Ada Voss",
    )  # fmt: skip
    met = claim(other, "300 marchers", CaravanSize, quantity=about(300))
    group = judged([article, other], start, now, met)
    assert group.verdict is Verdict.UPDATE
    assert "Reported as a change: from about 900 to about 300 (Gazette, quoting Ada Voss)." in (
        group.explanation
    )


def test_no_more_than_three_changes_are_told() -> None:
    articles, claims = [], []
    for place in range(4):
        article = paper(f"p{place}", f"Wardens of post {place} saw {20 + place} shrink to {9}.")
        shared = {"kind": CaravanSize}
        claims += [
            claim(article, str(20 + place), quantity=exactly(20 + place), phase=Phase.START,
                  **shared),
            claim(article, "to 9", quantity=exactly(9), phase=Phase.LATER, **shared),
        ]  # fmt: skip
        articles.append(article)
    told = judged(articles, *claims).explanation.partition("Reported as a change: ")[2]
    assert told.count("from ") == 3


def test_a_toll_is_counted_in_turn_only_where_two_days_are_known() -> None:
    told = Told(exactly(7), published=MONDAY), Told(exactly(31), published=TUESDAY)
    rising = group_of(*told, movement=Movement.RISING)
    assert rising.explanation.endswith("In turn: 7 (Monday) → 31 (Tuesday).")
    withdrawn = (
        Told(exactly(59), published=MONDAY),
        Told(exactly(62), status=Status.RETRACTED, published=TUESDAY),
    )
    assert "In turn" not in group_of(*withdrawn, movement=Movement.RISING).explanation


def steps(*told: Told, movement: Movement) -> str:
    """What the explanation says of the order of figures, without the words before and behind."""
    return group_of(*told, movement=movement).explanation.partition("In turn: ")[2].rstrip(".")


def test_figures_of_one_day_are_told_with_their_hours() -> None:
    def on(day: date, figure: int, time: str | None) -> Told:
        return Told(exactly(figure), as_of=day, as_of_by=AsOf.STATE, as_of_time=time)

    assert steps(
        on(TUESDAY, 300, "09:00"), on(MONDAY, 800, "MO"), on(MONDAY, 500, "14:30"),
        movement=Movement.VOLATILE,
    ) == "800 (Monday morning) → 500 (Monday 14:30) → 300 (Tuesday)"  # fmt: skip
    # An hour that tells nothing apart is not told.
    told = on(TUESDAY, 300, "09:00"), on(MONDAY, 800, "14:30")
    assert steps(*told, movement=Movement.VOLATILE) == "800 (Monday) → 300 (Tuesday)"


def test_figures_of_one_count_are_told_by_how_much_was_counted() -> None:
    def at(share: int, figure: int) -> Told:
        return Told(exactly(figure), as_of=MONDAY, as_of_by=AsOf.STATE, progress=share)

    assert steps(at(100, 410), at(50, 900), movement=Movement.SLOW) == (
        "900 (Monday, 50 percent counted) → 410 (Monday, 100 percent counted)"
    )


def test_of_many_steps_the_first_seven_and_the_last_are_told() -> None:
    days = [date(2024, 3, number) for number in range(1, 10)]
    told = [Told(exactly(10 * place), published=day) for place, day in enumerate(days, 1)]
    eight = steps(*told[:8], movement=Movement.RISING).split(" → ")
    assert eight == [f"{10 * n} ({n} March)" for n in range(1, 9)]
    nine = steps(*told, movement=Movement.RISING).split(" → ")
    assert nine == [*eight[:7], "…", "90 (9 March)"]


def test_an_altered_figure_is_pointed_out() -> None:
    words = (
        "Wardens pulled {} stranded walkers off the frozen lake before the ice gave way at dusk."
    )
    group = group_of(*(Told(exactly(n), words=words.format(n)) for n in (14, 41)))
    assert group.explanation.endswith(
        "Paper0 and Paper1 print one sentence with 14 in the one and 41 in the other: the figure "
        "was altered."
    )
    assert group.explanation.count("altered") == 1


def test_arithmetic_inside_a_group_is_told() -> None:
    article = paper("gazette", "Forty sailors were hurt, among them 52 sailors.")
    whole = claim(article, "Forty sailors", quantity=exactly(40))
    part = claim(article, "52 sailors", quantity=exactly(52), part_of=whole.span)
    other = paper("herald", "We heard of 40 sailors.")
    third = claim(other, "40 sailors", quantity=exactly(40))
    group = judged([article, other], whole, part, third)
    assert (
        "Within one article, 52 cannot be a part of 40: a part is never more than its whole."
        in group.explanation
    )


def test_an_outlet_without_a_publisher_goes_by_its_id() -> None:
    article = Article(id="desk-7", text="The bridge has 12 arches.")
    group = judged([article], claim(article, "12 arches", quantity=exactly(12)))
    assert group.positions[0].publishers == ("desk-7",)
    assert "(desk-7)" in group.explanation


# So that none is a copy of another.
_TELLINGS = (
    "By dawn {} were gone.",
    "Old hands speak of {} in all.",
    "Nobody here counts more than those {}, they say.",
    "We heard from the pier that the storm took {}.",
)


def clusters_apart(*figures: tuple[str, int, tuple[int, ...]]) -> list[Group]:
    """Groups by name: one paper gives a figure, and one each of the others another."""
    texts: dict[str, str] = {}
    for name, first, others in figures:
        for place, figure in enumerate((first, *others)):
            told = _TELLINGS[place].format(f"{figure} {name}")
            texts[f"p{place}"] = f"{texts.get(f'p{place}', '')} {told}".strip()
    articles = {name: paper(name, text) for name, text in texts.items()}
    clusters = [
        cluster(
            *(
                claim(articles[f"p{place}"], f"{figure} {name}", quantity=exactly(figure))
                for place, figure in enumerate((first, *others))
            ),
            name=name,
        )
        for name, first, others in figures
    ]
    return list(judge(clusters, list(articles.values()), MOVEMENTS))


def test_of_two_equal_gaps_the_better_supported_comes_first() -> None:
    # Both lie two times apart; of the second, two papers stand on either side.
    groups = clusters_apart(("nets", 10, (20,)), ("boats", 10, (10, 20, 20)))
    assert [group.id for group in groups] == ["boats", "nets"]
    # It takes two to contradict: three papers against one count as one.
    groups = clusters_apart(("nets", 10, (20,)), ("boats", 10, (10, 10, 20)))
    assert [group.id for group in groups] == ["nets", "boats"]


def test_the_widest_gap_decides() -> None:
    (group,) = clusters_apart(("nets", 11, (12, 33)))
    by_id = {claim.id: claim for claim in group.claims}
    figures = {q.low for side in group.deciding if (q := by_id[side].quantity) is not None}
    assert figures == {11, 33}


def test_what_links_a_cluster_is_handed_on() -> None:
    left, right = paper("left", "Six boats sank."), paper("right", "Lost: 6 boats.")
    claims = (
        claim(left, "Six boats", Deaths, quantity=exactly(6)),
        claim(right, "6 boats", Deaths, quantity=exactly(6)),
    )
    link = Link(left=claims[0].id, right=claims[1].id, weight=2.5, reasons=("one noun",))
    tied = Cluster(id="q7", label="boats lost", kind="deaths", claims=claims, weakest_link=link)
    (group,) = judge([tied], [left, right], MOVEMENTS)
    assert (group.id, group.label, group.kind) == ("q7", "boats lost", "deaths")
    assert group.weakest_link == link
    assert group.claims == claims


def test_a_slip_between_two_kinds_goes_by_the_first_figure() -> None:
    article = paper("gazette", "Forty sailors drowned, among them 52 cadets.")
    whole = claim(article, "Forty sailors", Deaths, quantity=exactly(40))
    part = claim(article, "52 cadets", quantity=exactly(52), part_of=whole.span)
    slip = judge([cluster(whole, name="a"), cluster(part, name="b")], [article], MOVEMENTS)[0]
    assert slip.kind == "deaths"
    assert slip.label == "figures that do not add up"
    assert slip.id == f"sum-{whole.id}+{part.id}"
    assert slip.claims == (whole, part)
    assert slip.deciding == (whole.id, part.id)
    assert Span(start=0, end=13) == whole.span
