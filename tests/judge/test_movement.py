"""What the figures of plain kinds move with: the examples of `movement.toml`, and its words."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from factcheck import Article, extract
from factcheck.judge.movement import movement_of
from factcheck.kinds import Movement
from factcheck.policy import DEFAULT

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
