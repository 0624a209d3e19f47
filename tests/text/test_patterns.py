"""Patterns over classes of words: what they stand for, and what is wrong with one."""

import re

import pytest

from factcheck.errors import ConfigurationError
from factcheck.text.patterns import (
    Patterns,
    _ranges,
    alternatives,
    beginnings_of,
    expanded,
    literals,
    of_one_length,
)
from factcheck.text.word_classes import WordClasses


@pytest.fixture
def classes() -> WordClasses:
    """Words that are a day, a day and an hour, "of", and none of these."""
    made = WordClasses({"TIME": ("DAY", "HOUR")}, {"OTHER": "x"}, 0x61)
    for names in ({"DAY"}, {"DAY", "HOUR"}, {"=of"}):
        made.character(names)
    return made


def made(pattern: str, classes: WordClasses) -> re.Pattern[str]:
    return Patterns(classes.characters, "rules.toml").checked(pattern, "rule").regex


def test_a_set_of_classes_has_one_character(classes: WordClasses) -> None:
    assert classes.character({"HOUR", "DAY"}) == classes.character(["DAY", "HOUR"])
    assert classes.character({"HOUR"}) not in classes.characters("DAY")
    assert set(classes.characters("TIME")) == set("bcde") - {"d"}


@pytest.mark.parametrize(
    ("pattern", "codes", "fits"),
    [
        ("DAY", "b", True),
        ("DAY", "c", True),
        ("HOUR", "b", False),
        ("DAY 'of' DAY", "bdc", True),
        ("DAY 'of'? DAY", "bc", True),
        ("OTHER/HOUR", "x", True),
        ("OTHER/HOUR", "b", False),
        ("DAY (?!'of')", "bd", False),
    ],
)
def test_a_pattern_reads_words(pattern: str, codes: str, fits: bool, classes: WordClasses) -> None:
    assert (made(pattern, classes).match(codes) is not None) is fits


def test_a_label_hands_over_its_word(classes: WordClasses) -> None:
    match = made("DAY 'of' second:DAY", classes).match("bdc")
    assert match is not None
    assert match.start("second") == 2


@pytest.mark.parametrize("pattern", ["WEEK", "DAY (", "'on'"])
def test_a_pattern_that_cannot_be_read_is_an_error(pattern: str, classes: WordClasses) -> None:
    with pytest.raises(ConfigurationError, match=r"rules\.toml: rule rule: "):
        made(pattern, classes)


def test_a_pattern_that_cannot_be_read_is_an_error_before_it_is_compiled(
    classes: WordClasses,
) -> None:
    patterns = Patterns(classes.characters, "rules.toml")
    for pattern in ("WEEK", "DAY (", "second:DAY second:DAY", "(?<= DAY+ ) DAY"):
        with pytest.raises(ConfigurationError, match=r"rules\.toml: rule rule: "):
            patterns.checked(pattern, "rule")


def test_a_pattern_that_is_compiled_late_knows_the_words_of_when_it_was_checked(
    classes: WordClasses,
) -> None:
    patterns = Patterns(classes.characters, "rules.toml")
    day = patterns.checked("one:DAY", "rule")
    late = classes.character({"DAY", "WEEK"})
    assert day.regex.match(late) is None


def test_what_has_one_length_can_be_looked_for_behind_a_place() -> None:
    assert of_one_length("DAY 'of' (?: DAY | HOUR )")
    assert not of_one_length("DAY 'of'? DAY")
    assert not of_one_length("DAY (")


def test_parts_are_put_in_also_where_they_hold_parts() -> None:
    parts = {"day": "DAY {dot}", "dot": "'.'?"}
    assert expanded("{day} DAY{0,2}", parts, "rule", "rules.toml") == "DAY '.'? DAY{0,2}"
    with pytest.raises(ConfigurationError, match=r"rules\.toml: rule rule: no such part: 'week'"):
        expanded("{week}", parts, "rule", "rules.toml")


def test_quoted_words_and_labels_are_found() -> None:
    assert literals("DAY 'of' | ''' 'the'") == {"of", "'", "the"}


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        ("[ab][c]", "ab"),
        ("[a-c]", "abc"),
        ("[a]?[b]", "ab"),
        ("[a]+[b]", "a"),
        ("[a]{0,2}[b]*[c]", "abc"),
        ("[a]{1,2}[b]", "a"),
        ("(?:[a]|[b][c])[d]", "ab"),
        ("(?:[a]?|[b])[d]|[e]", "abde"),
        ("(?P<one>(?:[a][b])?)[c]", "ac"),
        ("(?<=[x])(?![y])[a](?=[b]|$)", "a"),
        ("(?:(?<![x])[a]?)?[b]", "ab"),
    ],
)
def test_what_a_match_begins_with(pattern: str, first: str) -> None:
    assert beginnings_of(pattern) == frozenset(first)
    for character in "abcdexy":
        begins = any(
            match.group()[:1] == character
            for before in ("x", "z")
            for behind in ("", "a", "b", "c", "d", "bc", "bd", "cd", "abd", "bbc")
            if (match := re.compile(pattern).match(f"{before}{character}{behind}", 1))
        )
        assert begins == (character in first)


@pytest.mark.parametrize("pattern", ["a", ".[a]", "[^a]", "\\w[a]"])
def test_of_other_patterns_it_is_not_known(pattern: str) -> None:
    assert beginnings_of(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        ("A1", ["A1"]),
        ("A1 | B1", ["A1 ", " B1"]),
        ("A1 (?: B1 | C1 ) | (?<!D1) E1", ["A1 (?: B1 | C1 ) ", " (?<!D1) E1"]),
    ],
)
def test_alternatives_are_those_outside_parentheses(pattern: str, parts: list[str]) -> None:
    assert alternatives(pattern) == parts


@pytest.mark.parametrize(
    ("characters", "ranges"),
    [("", ""), ("a", "a"), ("ba", "a-b"), ("cabz", "a-cz"), ("azyb", "a-by-z"), ("aab", "a-b"),
     ("acegb", "a-ceg")],
)  # fmt: skip
def test_neighbours_among_characters_are_one_range(characters: str, ranges: str) -> None:
    assert _ranges(characters) == ranges
