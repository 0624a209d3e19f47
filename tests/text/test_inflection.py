"""Forms of words against a dictionary: each row is an entry of one, copied by hand."""

from __future__ import annotations

import pytest

from factcheck.text.inflection import beginnings, plural, singular, unlisted_base, verb_forms


@pytest.mark.parametrize(
    ("form", "base"),
    [
        # a doubled consonant that only the ending doubles, and one that the verb has itself
        ("jogged", "jog"), ("sobbing", "sob"), ("tugged", "tug"), ("snapped", "snap"),
        ("jelled", "jell"), ("hissed", "hiss"), ("fizzed", "fizz"), ("sniffing", "sniff"),
        # an "e" that the ending took, and none
        ("carved", "carve"), ("dislodged", "dislodge"), ("ensued", "ensue"), ("reduced", "reduce"),
        ("bottled", "bottle"), ("dazzled", "dazzle"),
        ("vented", "vent"), ("herded", "herd"), ("peeling", "peel"),
        # a "y" that became an "i"
        ("hurried", "hurry"), ("carried", "carry"),
    ],
)  # fmt: skip
def test_the_base_of_a_verb_that_no_list_has(form: str, base: str) -> None:
    assert unlisted_base(form) == base


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("bury", "buries buried burying"), ("stop", "stops stopped stopping"),
        ("open", "opens opened opening"), ("release", "releases released releasing"),
        ("agree", "agrees agreed agreeing"), ("crush", "crushes crushed crushing"),
        ("die", "dies died dying"), ("stay", "stays stayed staying"), ("tax", "taxes taxed taxing"),
        ("break", "breaks broke broken breaking"), ("begin", "begins began begun beginning"),
        ("organize", "organizes organised organising organized"),
    ],
)  # fmt: skip
def test_every_form_of_a_verb_is_known(base: str, forms: str) -> None:
    known = verb_forms()
    assert {form: known.get(form) for form in forms.split()} == dict.fromkeys(forms.split(), base)


@pytest.mark.parametrize(
    ("plural", "noun"),
    [
        ("schoolchildren", "schoolchild"), ("lawmen", "lawman"), ("townspeople", "townsperson"),
        ("policewomen", "policewoman"), ("housewives", "housewife"), ("specimen", "specimen"),
        ("omen", "omen"), ("geese", "goose"), ("oxen", "ox"),
        ("houses", "house"), ("churches", "church"), ("boxes", "box"), ("heroes", "hero"),
        ("shoes", "shoe"), ("cities", "city"), ("ties", "tie"), ("days", "day"), ("mice", "mouse"),
        ("leaves", "leaf"), ("crises", "crisis"), ("aircraft", "aircraft"), ("bus", "bus"),
        ("glass", "glass"), ("virus", "virus"), ("gas", "gas"), ("dishes", "dish"), ("cars", "car"),
    ],
)  # fmt: skip
def test_the_singular_of_a_noun(plural: str, noun: str) -> None:
    assert singular(plural) == noun


@pytest.mark.parametrize(
    ("noun", "several"),
    [
        ("city", "cities"), ("day", "days"), ("church", "churches"), ("dish", "dishes"),
        ("box", "boxes"), ("bus", "buses"), ("car", "cars"),
        ("child", "children"), ("mouse", "mice"), ("leaf", "leaves"), ("crisis", "crises"),
        ("MP", "MPs"), ("lawman", "lawmen"), ("schoolchild", "schoolchildren"),
        ("salesperson", "salespeople"), ("German", "Germans"), ("human", "humans"),
    ],
)  # fmt: skip
def test_the_plural_of_a_noun(noun: str, several: str) -> None:
    assert plural(noun) == several


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("rally", "rally rallies"), ("man", "man men"), ("child", "child children"),
        ("mouse", "mouse mice"), ("barge", "barge barges"), ("key", "key keys"),
    ],
)  # fmt: skip
def test_each_form_of_a_noun_begins_with_one_of_its_beginnings(noun: str, forms: str) -> None:
    begun = beginnings(noun)
    assert all(form.startswith(begun) for form in forms.split())
    assert not any(other.startswith(begun) for other in ("geese", "ferry", "teeth"))
