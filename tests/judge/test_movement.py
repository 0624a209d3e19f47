"""What the figures of plain kinds move with: the examples of `movement.toml`, and its words."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from importlib.resources import files
from types import SimpleNamespace
from typing import Any, cast

import pytest

from factcheck import Article, extract
from factcheck.interval import Interval
from factcheck.judge.batch import Batch
from factcheck.judge.moments import moment_of
from factcheck.judge.movement import movement_of
from factcheck.kinds import Movement
from factcheck.models import AsOf, Period, Question
from factcheck.policy import DEFAULT

from .newsroom import claim, paper

CARRIERS: list[dict[str, Any]] = tomllib.loads(
    files("factcheck").joinpath("lexicons/en/movement.toml").read_text(encoding="utf-8")
)["carriers"]


def movements(text: str) -> set[Movement]:
    """How each figure of the text moves by what carries it, whatever its kind."""
    article = Article(id="a", text=text)
    return {
        movement_of([claim], {}, {"a": article}, DEFAULT)
        for claim in extract(article)
        if claim.quantity is not None
    }


@pytest.mark.parametrize("carrier", CARRIERS, ids=[one["what"] for one in CARRIERS])
def test_a_carrier_reads_its_examples(carrier: dict[str, Any]) -> None:
    for text in carrier["reads"]:
        assert carrier["movement"] in movements(text), text
    for text in carrier["skips"]:
        assert movements(text) == {Movement.FIXED}, text


def test_a_kind_that_moves_says_so_itself() -> None:
    article = Article(id="a", text="The storm was 90 miles off the port.")
    claims = [claim for claim in extract(article) if claim.quantity is not None]
    assert (
        movement_of(claims, {"distance": Movement.RISING}, {"a": article}, DEFAULT)
        is Movement.RISING
    )
    assert (
        movement_of(claims, {"distance": Movement.FIXED}, {"a": article}, DEFAULT)
        is Movement.VOLATILE
    )
    assert movement_of([], {}, {}, DEFAULT) is Movement.FIXED


def test_one_claim_speaks_for_the_others_of_its_question() -> None:
    storm = Article(id="s", text="The storm was 90 miles off the port.")
    bare = Article(id="b", text="It is 60 miles off now.")
    claims = [c for a in (bare, storm) for c in extract(a) if c.quantity is not None]
    assert movement_of(claims, {}, {"s": storm, "b": bare}, DEFAULT) is Movement.VOLATILE


def test_what_is_given_for_a_part_of_a_count_moves_with_the_next_batch() -> None:
    assert movements("With half the ballots counted, Ruiz led by 410 votes.") == {Movement.SLOW}
    assert movements("Ruiz led by 410 votes.") == {Movement.FIXED}


def test_of_two_kinds_that_move_the_first_by_its_place_speaks_in_any_order() -> None:
    article = Article(id="a", text="The storm was 90 miles off. The storm was 60 miles away.")
    claims = [claim for claim in extract(article) if claim.quantity is not None]
    first, second = (
        one.model_copy(update={"kind": kind})
        for one, kind in zip(claims, ("distance", "measure"), strict=True)
    )
    moving = {"distance": Movement.RISING, "measure": Movement.FALLING}
    for order in ([first, second], [second, first]):
        assert movement_of(order, moving, {"a": article}, DEFAULT) is Movement.RISING


PRINTED, EVENT = (Interval.point(date(2024, 3, day)) for day in (8, 5))


@pytest.mark.parametrize(
    ("movement", "dated", "by", "days"),
    [
        # A crowd is as large as it was at its event, unless the text dates the figure itself.
        (Movement.MOVING, True, AsOf.PRINTED, EVENT), (Movement.MOVING, True, AsOf.SAID, EVENT),
        (Movement.MOVING, True, None, EVENT), (Movement.MOVING, True, AsOf.TOLD, PRINTED),
        (Movement.MOVING, True, AsOf.STATE, PRINTED),
        (Movement.MOVING, False, AsOf.PRINTED, PRINTED),
        # A toll is counted later.
        (Movement.RISING, True, AsOf.PRINTED, PRINTED), (Movement.FIXED, True, AsOf.SAID, PRINTED),
    ],
)  # fmt: skip
def test_as_of_when_a_figure_holds(
    movement: Movement, dated: bool, by: AsOf | None, days: Interval[date]
) -> None:
    batch = cast("Batch", SimpleNamespace(counted_on=lambda _: PRINTED))
    told = claim(paper("a", "Some 900 people set out."), "900", question=Question(dated=dated))
    held = told.model_copy(update={"as_of_by": by, "when": Period(start=EVENT.low, end=EVENT.low)})
    assert moment_of(held, movement, batch).days == days
    assert moment_of(held.model_copy(update={"when": None}), movement, batch).days == PRINTED


@pytest.mark.parametrize(
    ("time", "minutes", "zone"),
    [
        ("14:00", 840, ""), ("14:30", 870, ""), ("00:01", 1, ""), ("14:00Z", 840, "Z"),
        ("14:00+05:30", 840, "+05:30"),
    ],
)  # fmt: skip
def test_at_which_minute_a_figure_holds(time: str, minutes: int, zone: str) -> None:
    batch = cast("Batch", SimpleNamespace(counted_on=lambda _: PRINTED))
    told = claim(paper("a", "Some 900 people set out."), "900").model_copy(
        update={"as_of_time": time}
    )
    moment = moment_of(told, Movement.FIXED, batch)
    assert (moment.minutes, moment.zone) == (Interval.point(Decimal(minutes)), zone)
    assert moment_of(told.model_copy(update={"as_of_time": None}), Movement.FIXED, batch).zone == ""


def test_a_headline_is_read_where_it_stands() -> None:
    article = Article(id="a", title="Hurricane Ida is 90 miles off", text="Shops are shut.")
    [told] = [claim for claim in extract(article) if claim.quantity is not None]
    assert movement_of([told], {}, {"a": article}, DEFAULT) is Movement.VOLATILE
