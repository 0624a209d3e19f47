"""Whose age a figure is: wordings with the bearer they name, and wordings that name none."""

from __future__ import annotations

import pytest

from factcheck import Article, Claim, extract
from factcheck.models import Dimension

NAMED = [
    ("The clerk Ruth Castellan is now 45.", 45, "castellan"),
    ("Ruth Castellan, 45, said the barn was safe.", 45, "castellan"),
    ("Ruth Castellan (45) said the barn was safe.", 45, "castellan"),
    ("Ruth Castellan, now 45, was found on a barge.", 45, "castellan"),
    ("The 45-year-old Ruth Castellan left the hall.", 45, "castellan"),
    ("Ruth Castellan, a 45-year-old weaver, left the hall.", 45, "castellan"),
    ("Ruth Castellan is now 45.", 45, "castellan"),
    ("Ruth Castellan vanished at age 14.", 14, "castellan"),
    ("Ruth Castellan, aged 45, chairs the board.", 45, "castellan"),
    ("Ruth Castellan was found and is 45 years old.", 45, "castellan"),
    ("Ruth Castellan, the weaver, has died aged 79.", 79, "castellan"),
    ("Ruth Castellan retired aged 61.", 61, "castellan"),
    ("The crew was led by Ruth Castellan, a 45-year-old weaver.", 45, "castellan"),
    ("It went with Ruth Castellan, a 45-year-old weaver.", 45, "castellan"),
    ("They voted for Ruth Castellan, a 45-year-old weaver.", 45, "castellan"),
    ("They voted against Ruth Castellan, a 45-year-old weaver.", 45, "castellan"),
    ("Ruth Castellan, the singer whose voice filled Weaver Hall, has died at the age of 54.",
     54, "castellan"),
    # A number that is stated of one person is an age
    ("Ruth Castellan was 24.", 24, "castellan"),
    ("Ruth Castellan is only 24, her mother said.", 24, "castellan"),
    ("Police said Ruth Castellan was 24.", 24, "castellan"),
    # "She" at the head of a sentence, where the text before leaves one name
    ("Ruth Castellan died at home in Oster on Tuesday. She was 57.", 57, "castellan"),
    ("OSTER — Ruth Castellan, who wove for kings, has died. She was 57.", 57, "castellan"),
    ("Ruth Castellan left in May. She wove. She is 57.", 57, "castellan"),
]  # fmt: skip
UNNAMED = [
    "A 45-year-old man left the hall.",
    "The mill is 45 years old.",
    "A local man, 23, left the hall.",
    "In Oster, a 45-year-old man left the hall.",
    # ... and where it leaves two, or none
    "Ruth Castellan left with Ada Kray. She was 57.",
    "Ruth Castellan married Ada Kray. She was 57.",
    "Weavers said Ruth Castellan left. She was 57.",
    "She was 57.",
    "The victim was 58.",
    "The driver was 58 and the groom a year older.",
    "Police said their driver was only 58, but ill.",
    "His sister is 31.",
    "His younger sister is now 31.",
    "The teacher was 41 when she died.",
    "The teacher was 41 at the time.",
]
NO_AGE = [
    pytest.param(
        "In Dunholm, 27, mostly weavers, were hurt.",
        marks=pytest.mark.xfail(reason="the reader of figures takes a town for a person"),
    ),
    "Ruth Castellan, 45 votes short, gave up.",
    "On Tuesday, 45 left the hall.",
    "Ruth Castellan scored 45 points.",
    "The crew was 12.",
    "The staff is 45.",
    "The crowd was 80.",
    "The dead was 80.",
    "The wounded was 80.",
    "The injured was 80.",
    "The missing was 80.",
    "The police was 45 when it began.",
    "The toll was 58.",
    "Attendance was 45 when the doors shut.",
    "Oster was 58.",
    "The town was 58.",
    "The price of Ruth Castellan was 45.",
    "The victim was 58th.",
    "The teacher was 41 votes short.",
    "The victims were 58.",
    "The victim had 58.",
    "The personnel was 45.",
    "The number of the injured was 45.",
    "Of the missing was 45.",
]


def ages(text: str) -> list[Claim]:
    return [
        claim for claim in extract(Article(id="a", text=text))
        if claim.quantity is not None and claim.quantity.dimension is Dimension.AGE
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "age", "surname"), NAMED)
def test_the_bearer_of_an_age_is_the_name_it_is_told_of(text: str, age: int, surname: str) -> None:
    (found,) = ages(text)
    assert found.quantity is not None
    assert found.quantity.low == age
    assert surname in found.question.measured


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("The 45-year-old Ruth Mary Castellan left.", ("castellan", "ruth", "mary")),
        ("A 45-year-old weaver, Ruth Castellan, left.", ("castellan", "ruth")),
        # Without a second comma it may be another one that leaves.
        ("A 45-year-old weaver, Ruth Castellan left.", ("weaver",)),
        ("A 45-year-old weaver, Ruth", ("weaver",)),
        ("A 45-year-old weaver,", ("weaver",)),
        ("A boy, 4, was found.", ("boy",)),
        ("The woman, 62 years old, lives alone.", ("woman",)),
        ("A baker from Oster, Jane Roe, 45, said so.", ("roe", "jane")),
        ("Lucy, 7, sang.", ("lucy",)),
    ],
)
def test_a_bearer_is_named_whole_and_by_nothing_more(text: str, bearer: tuple[str, ...]) -> None:
    (found,) = ages(text)
    assert found.question.measured == bearer


@pytest.mark.parametrize("text", UNNAMED)
def test_an_age_of_somebody_unnamed_has_no_name_as_its_bearer(text: str) -> None:
    (found,) = ages(text)
    assert not set(found.question.measured) & set(found.question.names)


@pytest.mark.parametrize("text", NO_AGE)
def test_a_number_beside_a_name_is_no_age_unless_it_stands_like_one(text: str) -> None:
    assert ages(text) == []


@pytest.mark.parametrize("end", ["", ".", ", said so.", " now."])
def test_the_name_before_an_age_is_whole_also_at_the_very_end_of_a_text(end: str) -> None:
    comma = "" if end == " now." else ","
    verb = " is" if end == " now." else ""
    text = f"The winner of the race, Ann Marie Roe{verb}{comma} 45{end}"
    (claim,) = (c for c in extract(Article(id="a", text=text)) if c.kind == "age")
    assert {"ann", "marie", "roe"} <= set(claim.question.measured)


def test_the_age_at_an_earlier_deed_is_told_of_that_deed() -> None:
    (then,) = ages("Ruth Castellan vanished at age 14.")
    (now,) = ages("Ruth Castellan, 24, left the hall.")
    assert then.question.predicate == "vanish"
    assert now.question.predicate != "vanish"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Ruth Castellan has died aged 79.", "die"),
        ("Ruth Castellan died at the age of 79.", "die"),
        ("Ruth Castellan married aged 24.", "marry"),
        ("Ruth Castellan, aged 45, chairs the board.", None),
    ],
)
def test_an_age_at_an_act_is_of_that_time(text: str, act: str | None) -> None:
    (found,) = ages(text)
    assert found.question.predicate == act


def test_a_bare_age_has_the_unit_of_an_age() -> None:
    units = {
        age.quantity.unit
        for text in ("Ruth Castellan, 45, left.", "The clerk, Ruth Castellan, is now 45.")
        for age in ages(text)
        if age.quantity is not None
    }
    assert units == {"year of age"}


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("Ruth Castellan, 44, would be the first woman to lead the guild.", False),
        ("Ruth Castellan, 44, will lead the guild.", False),
        ("Ruth Castellan, who turns 71 on Sunday, left.", True),
        ("Ruth Castellan will be 71 years old on Sunday.", True),
        ("Ruth Castellan would soon turn 71.", True),
        ("Ruth Castellan turned 71 on Sunday.", False),
        ("Ruth Castellan is 71.", False),
    ],
)
def test_an_age_to_come(text: str, ahead: bool) -> None:
    (found,) = ages(text)
    assert found.question.ahead is ahead


def test_the_age_of_the_dead_is_not_of_a_day_elsewhere_in_the_sentence() -> None:
    (found,) = ages("Ruth Castellan, who sang in the 1990s, has died at the age of 54.")
    assert found.when is None
