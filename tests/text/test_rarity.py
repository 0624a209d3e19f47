"""Rarity of words from the fixed table."""

from __future__ import annotations

import string

import pytest
import wordfreq
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.rarity import CEILING, _table, rarity


@pytest.mark.parametrize(
    ("common", "rare"),
    [
        ("the", "people"), ("people", "police"), ("police", "ferry"), ("say", "evacuate"),
        ("town", "lighthouse"), ("fire", "blaze"), ("london", "galveston"),
        ("galveston", "tapachula"), ("year-old", "mine-rescue"), ("troop", "trooper"),
    ],
)  # fmt: skip
def test_a_rarer_word_says_more(common: str, rare: str) -> None:
    assert rarity(common) < rarity(rare)


def test_bits_double_where_the_share_halves() -> None:
    # "the" is about one word in twenty of English, "people" about one in six hundred.
    assert rarity("the") == pytest.approx(4.3, abs=0.5)
    assert rarity("people") == pytest.approx(9.2, abs=0.5)


def test_what_the_table_lacks_is_as_rare_as_its_rarest_word() -> None:
    assert rarity("oxmeredeane") == CEILING
    assert rarity("qeshm") < CEILING


def test_a_compound_is_as_rare_as_its_rarest_part() -> None:
    assert rarity("ferry-timetable") == max(rarity("ferry"), rarity("timetable"))
    assert rarity("ferry-oxmeredeane") == CEILING


def test_a_base_form_is_as_common_as_what_is_formed_from_it() -> None:
    assert rarity("injure") < rarity("injured")
    assert rarity("texa") == pytest.approx(rarity("texas"), abs=0.1)
    assert rarity("verletz", "de") > rarity("verletzt", "de")  # no endings of English


def test_a_language_has_its_own_table() -> None:
    assert rarity("feuer", "de") < rarity("feuer", "en")


@pytest.mark.parametrize("language", ["zz", "no table", ""])
def test_a_language_without_a_table_weighs_all_words_alike(language: str) -> None:
    assert rarity("the", language) == CEILING


@given(st.text(), st.text(string.ascii_lowercase, max_size=2))
def test_any_word_of_any_language_has_bits(word: str, language: str) -> None:
    assert 0 < rarity(word, language) <= CEILING


@pytest.mark.parametrize("language", ["en", "de", "da", "fil"])
def test_the_table_is_the_best_that_the_package_has(language: str) -> None:
    assert _table(language) == wordfreq.get_frequency_dict(language, "best")


@pytest.mark.parametrize("language", ["../data/large_en", "zz", "", "xxx_en"])
def test_what_is_no_language_has_no_table(language: str) -> None:
    assert _table(language) == {}
