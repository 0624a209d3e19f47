"""Which decisions hold, and what is told of the others."""

from __future__ import annotations

import pytest

from factcheck import Decision, Report, Ruling, reconcile

from .newsstand import claim_of, corrections, decided, group_of, newsstand, together

NEVER = "valley-gazette:99-cows:00000000"


@pytest.fixture(scope="module")
def before() -> Report:
    return reconcile(newsstand())


def names(report: Report) -> tuple[str, str, str]:
    """Three claims of one group."""
    return (
        claim_of(report, "Valley Gazette", "14 people").name,
        claim_of(report, "Hill Herald", "55 people").name,
        claim_of(report, "Island Post", "14 people").name,
    )


def held(*decisions: Decision) -> tuple[list[Ruling], tuple[str, ...]]:
    report = reconcile(newsstand(), corrections=corrections(*decisions))
    return [decision.ruling for decision in report.decisions], report.notes


@pytest.mark.parametrize(
    "last", [Ruling.SAME, Ruling.DIFFERENT, Ruling.EARLIER, Ruling.NOT_A_CLAIM]
)
@pytest.mark.parametrize(
    "first", [Ruling.SAME, Ruling.DIFFERENT, Ruling.EARLIER, Ruling.NOT_A_CLAIM]
)
def test_of_two_that_contradict_each_other_the_later_holds(
    before: Report, first: Ruling, last: Ruling
) -> None:
    a, b, _ = names(before)
    rulings, notes = held(decided(first, a, b), decided(last, a, b))
    both = first is last or {first, last} == {Ruling.SAME, Ruling.EARLIER}
    assert rulings == ([first, last] if both else [last])
    overruled = [note for note in notes if "contradicted by a later decision" in note]
    assert len(overruled) == (0 if both else 1)


def test_a_later_decision_overrules_what_follows_from_others(before: Report) -> None:
    a, b, c = names(before)
    rulings, notes = held(
        decided(Ruling.SAME, a, b), decided(Ruling.SAME, b, c), decided(Ruling.DIFFERENT, a, c)
    )
    assert rulings == [Ruling.SAME, Ruling.DIFFERENT]
    assert f"“same” of {a}, {b}" in notes[0]


def test_apart_from_one_is_apart_from_all_that_are_one_with_it(before: Report) -> None:
    a, b, c = names(before)
    given = corrections(decided(Ruling.SAME, a, b), decided(Ruling.DIFFERENT, b, c))
    report = reconcile(newsstand(), corrections=given)
    assert group_of(report, a).id == group_of(report, b).id != group_of(report, c).id
    rulings, _ = held(
        decided(Ruling.DIFFERENT, b, c), decided(Ruling.SAME, a, c), decided(Ruling.SAME, a, b)
    )
    assert rulings == [Ruling.SAME, Ruling.SAME]


def test_states_are_not_decided_in_both_orders(before: Report) -> None:
    a, b, _ = names(before)
    rulings, notes = held(decided(Ruling.EARLIER, a, b), decided(Ruling.EARLIER, b, a))
    assert rulings == [Ruling.EARLIER]
    assert len(notes) == 1


def test_the_later_reading_holds(before: Report) -> None:
    _, many, _ = names(before)
    report = reconcile(
        newsstand(),
        corrections=corrections(
            decided(Ruling.MISREAD, many, figure="15"),
            decided(Ruling.MISREAD, many, day=newsstand()[0].published),
            decided(Ruling.MISREAD, many, figure="16"),
        ),
    )
    claim = claim_of(report, "Hill Herald", "55 people")
    assert claim.quantity is not None
    assert claim.quantity.low == 16
    assert claim.as_of is not None
    assert len(report.decisions) == 2


def test_states_are_not_decided_in_a_circle(before: Report) -> None:
    a, b, c = names(before)
    circle = [
        decided(Ruling.EARLIER, a, b), decided(Ruling.EARLIER, b, c), decided(Ruling.EARLIER, c, a),
    ]  # fmt: skip
    rulings, notes = held(*circle)
    assert rulings == [Ruling.EARLIER, Ruling.EARLIER]
    overruled = [note for note in notes if "contradicted by a later decision" in note]
    assert len(overruled) == 1
    assert f"“earlier” of {a}, {b}" in overruled[0]
    rulings, _ = held(decided(Ruling.EARLIER, c, b), decided(Ruling.EARLIER, a, b, c))
    assert rulings == [Ruling.EARLIER]
    rulings, notes = held(*circle[:2], decided(Ruling.EARLIER, a, c))
    assert (rulings, notes) == ([Ruling.EARLIER] * 3, ())


def test_an_editor_goes_before_a_program_in_any_order(before: Report) -> None:
    a, b, _ = names(before)
    editor = decided(Ruling.SAME, a, b)
    program = decided(Ruling.DIFFERENT, a, b, program=True, by="oracle")
    for order in ([editor, program], [program, editor]):
        rulings, _ = held(*order)
        assert rulings == [Ruling.SAME]


def test_what_is_one_by_way_of_a_claim_that_is_gone_stays_one(before: Report) -> None:
    a, b = (
        claim_of(before, "Valley Gazette", "300 homes"),
        claim_of(before, "Island Post", "900 homes"),
    )
    given = corrections(decided(Ruling.SAME, a, NEVER), decided(Ruling.SAME, NEVER, b))
    report = reconcile(newsstand(), corrections=given)
    assert together(report, [a, b])
    assert len(report.decisions) == 2


def test_a_decision_that_matches_nothing_is_told(before: Report) -> None:
    rulings, notes = held(decided(Ruling.NOT_A_CLAIM, NEVER))
    assert not rulings
    assert notes == (
        (
            "corrections: R. Calloway (19 February 2024) decided “not-a-claim” of "
            f"{NEVER}, which names no claim of these articles"
        ),
    )


def test_the_nearest_name_is_told_where_a_sentence_was_edited(before: Report) -> None:
    few = claim_of(before, "Valley Gazette", "14 people")
    _, notes = held(decided(Ruling.NOT_A_CLAIM, few.name[:-8] + "00000000"))
    assert notes[0].endswith(f"was its sentence edited? The nearest is {few.name}")


def test_many_that_match_nothing_are_counted(before: Report) -> None:
    unknown = [decided(Ruling.NOT_A_CLAIM, f"hill-herald:{n}-cows:0") for n in range(100)]
    _, notes = held(*unknown)
    assert len(notes) == 6
    assert notes[-1] == "corrections: 95 more decisions match no claim of these articles"


def test_one_that_matches_in_part_holds_for_that_part(before: Report) -> None:
    a, b, _ = names(before)
    rulings, notes = held(decided(Ruling.DIFFERENT, a, b, NEVER))
    assert rulings == [Ruling.DIFFERENT]
    assert not notes


def test_a_day_and_a_figure_are_never_one_question(before: Report) -> None:
    few = claim_of(before, "Valley Gazette", "14 people")
    day = claim_of(before, "Valley Gazette", "killed 14 people on Sunday")
    rulings, notes = held(decided(Ruling.SAME, few, day))
    assert not rulings
    assert "gives a day and a figure one question" in notes[0]


def test_many_without_effect_are_counted(before: Report) -> None:
    few = claim_of(before, "Valley Gazette", "14 people")
    rulings, notes = held(*(decided(Ruling.MISREAD, few, figure=str(n)) for n in range(10)))
    assert len(rulings) == 1
    assert len(notes) == 6
    assert notes[-1] == "corrections: 4 more decisions have no effect"
