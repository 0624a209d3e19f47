"""Names of claims: they outlive another folder, another order and an edit elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Article, extract
from factcheck.naming import named, printed_words
from factcheck.testing import generate_bundle

TEXT = "The fire killed 14 people. It destroyed 300 homes in Ardmore on Sunday."


def names(text: str, publisher: str | None = "Valley Gazette", id: str = "a") -> list[str]:
    return [claim.name for claim in extract(Article(id=id, text=text, publisher=publisher))]


def test_a_name_begins_with_the_outlet_and_the_figure() -> None:
    assert [name.rpartition(":")[0] for name in names(TEXT)] == [
        "valley-gazette:14-people",
        "valley-gazette:destroyed-300-homes-in",
        "valley-gazette:300-homes",
    ]


def test_the_place_of_the_article_makes_no_other_name() -> None:
    assert names(TEXT, id="elsewhere/fire.md#2") == names(TEXT)


def test_an_edit_elsewhere_makes_no_other_name() -> None:
    edited = f"Corrected: 9 engines came.\n\n{TEXT} The mayor thanked 20 volunteers."
    assert set(names(TEXT)) < set(names(edited))


@pytest.mark.parametrize(
    "alike",
    ["The fire killed 14 people!", "THE FIRE, KILLED 14 PEOPLE", "The  fire killed 14 people."],
)
def test_points_capitals_and_spaces_make_no_other_name(alike: str) -> None:
    assert names(alike) == names("The fire killed 14 people.")


def test_another_figure_outlet_or_sentence_makes_another_name() -> None:
    (name,) = names("The fire killed 14 people.")
    assert name not in names("The fire killed 15 people.")
    assert name not in names("The fire killed 14 people.", "Hill Herald")
    assert name not in names("The old fire killed 14 people.")


def test_a_reprint_in_another_outlet_differs_in_the_outlet_only() -> None:
    (here,), (there,) = (
        names("The fire killed 14 people."),
        names("The fire killed 14 people.", "Z"),
    )
    assert printed_words(here) == printed_words(there)


def test_twins_of_one_article_are_counted() -> None:
    first, second = names("Fire killed 14 people.\n\nFire killed 14 people.")
    assert second == f"{first}-2"


@pytest.mark.parametrize(
    ("publisher", "begins"),
    [
        (None, "unnamed:"),
        ("…", "unnamed:"),
        ("Правда", "правда:"),
        (
            "A Very Long Name of a Weekly for All the Valley",
            "a-very-long-name-of-a-weekly-for-all:",
        ),
    ],
)
def test_any_outlet_has_a_readable_name(publisher: str | None, begins: str) -> None:
    (name,) = names("The fire killed 14 people.", publisher)
    assert name.startswith(begins)


@given(st.integers(0, 400))
def test_names_are_unique_in_an_article_and_do_not_look_at_ids(seed: int) -> None:
    for article in generate_bundle(seed).articles:
        claims = extract(article)
        assert len({claim.name for claim in claims}) == len(claims)
        moved = extract(article.model_copy(update={"id": "moved"}))
        assert [claim.name for claim in moved] == [claim.name for claim in claims]


@given(st.text(min_size=1), st.text())
def test_any_outlet_gives_a_name_of_three_parts(outlet: str, words: str) -> None:
    article = Article.model_construct(**(Article(id="a", text="14 dead.").model_dump()))
    article = article.model_copy(update={"publisher": outlet, "text": f"14 dead. {words}"})
    (claim, *_) = extract(Article(id="a", text="14 dead."))
    (again,) = named([claim], article)
    assert again.name.count(":") == 2
    assert " " not in again.name


def test_a_copy_of_a_claim_that_stands_elsewhere_has_an_id_of_its_own() -> None:
    (claim,) = extract(Article(id="a", text="The fire killed 14 people."))
    assert claim.id == "a:16-25:deaths"
    assert claim.model_copy(update={"article_id": "b"}).id == "b:16-25:deaths"
    assert claim.model_copy() == claim
    assert "id" not in claim.model_dump()
