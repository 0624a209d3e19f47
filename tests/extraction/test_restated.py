"""A figure in two units says one thing twice."""

from __future__ import annotations

from factcheck import Article, extract
from factcheck.models import Claim, Phase


def told_in(text: str) -> tuple[Claim, Claim]:
    first, again = (claim for claim in extract(Article(id="note", text=text)) if claim.quantity)
    assert again.restates == first.span
    return first, again


def test_the_bracket_takes_part_in_the_change() -> None:
    first, again = told_in("The Elm Gulch fire has grown to 900 acres (364 hectares).")
    assert first.phase is again.phase is Phase.LATER
    assert first.question == again.question
    assert "fire" in first.question.measured


def test_the_noun_behind_the_bracket_is_of_both() -> None:
    first, again = told_in("The storm left 4 inches (10 cm) of sleet on the pass.")
    for claim in (first, again):
        assert claim.question.head == "sleet"
        assert claim.question.measured == ("sleet",)
        assert claim.subject == "sleet"
