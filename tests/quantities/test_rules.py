"""The rules of what stands around a figure: each with its examples, each asked for by a reader."""

from __future__ import annotations

import re
import tomllib
from copy import copy
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import factcheck
from factcheck.errors import ConfigurationError
from factcheck.quantities.lexicon import quantity_lexicon
from factcheck.quantities.rules import QuantityRules
from factcheck.text.patterns import expanded
from factcheck.text.tokeniser import TextTokens
from factcheck.text.tokens import Tokens
from tests.quantities.test_words import rows

PACKAGE = Path(factcheck.__file__).parent
TEXT = (PACKAGE / "lexicons" / "en" / "quantity_rules.toml").read_text(encoding="utf-8")
DATA = tomllib.loads(TEXT)
CODE = "".join(path.read_text("utf-8") for path in (PACKAGE / "quantities").glob("*.py"))
PATTERNS = " ".join([*(rule["pattern"] for rule in DATA["rule"]), *DATA["parts"].values()])


def examples(key: str) -> list[Any]:
    return [
        pytest.param(rule, phrase, id=f"{rule['name']}: {phrase}")
        for rule in DATA["rule"]
        for phrase in rule.get(key, ())
    ]


@cache
def alone(pattern: str) -> QuantityRules:
    """A rule without the others of its name."""
    rules = copy(quantity_lexicon().rules)
    rules._patterns = {"alone": [expanded(pattern, DATA["parts"], "")]}
    rules._compiled = {}
    return rules


def fits(rule: dict[str, Any], phrase: str) -> bool:
    """Whether one rule alone fits the figure that stands in braces in a phrase."""
    before, figure, behind = re.split(r"[{}]", phrase)
    tokens = Tokens(TextTokens(before + figure + behind))
    first = tokens.starts.index(len(before))
    end = tokens.ends.index(len(before) + len(figure)) + 1
    return alone(rule["pattern"]).fit("alone", tokens, first, end) is not None


@pytest.mark.parametrize(("rule", "phrase"), examples("fits"))
def test_a_rule_fits_its_examples(rule: dict[str, Any], phrase: str) -> None:
    assert fits(rule, phrase)


@pytest.mark.parametrize(("rule", "phrase"), examples("fails"))
def test_a_rule_does_not_fit_what_only_looks_like_them(rule: dict[str, Any], phrase: str) -> None:
    assert not fits(rule, phrase)


def test_every_rule_has_an_example_of_either_sort() -> None:
    names = {rule["name"] for rule in DATA["rule"]}
    refused = {rule["name"] for rule in DATA["rule"] if rule.get("fails")}
    assert all(rule["fits"] for rule in DATA["rule"])
    assert names == refused


def test_every_rule_is_asked_for_and_every_one_asked_for_is_there() -> None:
    asked = set(re.findall(r"fit\(\s*\"(\w+)\"", CODE))
    assert {rule["name"] for rule in DATA["rule"]} == asked


def test_every_class_of_words_and_every_part_is_used() -> None:
    named = set(re.findall(r"\b[A-Z][A-Z_0-9]+\b", PATTERNS))
    assert {name for table in DATA["classes"].values() for name in table} <= named
    assert set(DATA["parts"]) == set(re.findall(r"\{([a-z]\w*)\}", PATTERNS))


def test_a_class_that_is_not_known_is_an_error() -> None:
    with pytest.raises(ConfigurationError, match=r"_rules\.toml.*rule alone: no such class"):
        alone("#BOATS").fit("alone", Tokens(TextTokens("12 boats")), 0, 1)


def test_a_pattern_that_marks_no_figure_is_an_error() -> None:
    with pytest.raises(ConfigurationError, match="rule alone: no # marks the figure"):
        alone("UNIT").fit("alone", Tokens(TextTokens("12 miles")), 0, 1)


def test_patterns_know_each_set_of_classes_that_a_word_can_have() -> None:
    words = quantity_lexicon().rules._words
    known = len(words._sets)
    for text in (
        *_sentences(),
        "MW cSt HRs Zebra-like ROMOLD fly's Threefold ½ 0x1F İstanbul ٣٤ -- ’s U.S. a.m.",
    ):
        words.read(Tokens(TextTokens(text)))
    assert len(words._sets) == known


def _sentences() -> list[str]:
    return [sentence for sentence, _ in rows()]
