"""Classes of words, and the rules of what stands around a figure: each with its examples, each
asked for by a reader."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterable
from copy import copy
from functools import cache
from inspect import unwrap
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

import factcheck
from factcheck.errors import ConfigurationError
from factcheck.lexicon import Shape, load, parse
from factcheck.quantities import asked
from factcheck.quantities.lexicon import _book, quantity_lexicon
from factcheck.quantities.rules import QuantityRules
from factcheck.text.patterns import expanded
from factcheck.text.tokeniser import TextTokens
from factcheck.text.tokens import Tokens
from tests.quantities.test_words import rows

PACKAGE = Path(factcheck.__file__).parent
LEXICONS = PACKAGE / "lexicons" / "en"
DATA = tomllib.loads((LEXICONS / "quantity_rules.toml").read_text(encoding="utf-8"))
PATTERNS = " ".join([*(rule["pattern"] for rule in DATA["rule"]), *DATA["parts"].values()])
READERS = [
    ast.parse(path.read_text(encoding="utf-8"))
    for path in (PACKAGE / "quantities").glob("*.py")
    if path.stem not in {"asked", "vocabulary"}
]


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
    rules._patterns = {
        "alone": rules._checked("alone", [expanded(pattern, DATA["parts"], "alone", "")])
    }
    return rules


def classified(text: str) -> Tokens:
    """The tokens of a sentence with their classes."""
    tokens = Tokens(TextTokens(text))
    quantity_lexicon().classes.classify(tokens)
    return tokens


def fits(rule: dict[str, Any], phrase: str) -> bool:
    """Whether one rule alone fits the figure that stands in braces in a phrase."""
    before, figure, behind = re.split(r"[{}]", phrase)
    tokens = classified(before + figure + behind)
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


def test_every_rule_compiles() -> None:
    """Most are compiled only when a text needs them."""
    patterns = [pattern for some in quantity_lexicon().rules._patterns.values() for pattern in some]
    assert all(isinstance(pattern.regex, re.Pattern) for pattern in patterns)


def strings(nodes: Iterable[ast.AST]) -> set[str]:
    constants = [node.value for node in nodes if isinstance(node, ast.Constant)]
    return {value for value in constants if isinstance(value, str)}


def test_what_the_readers_ask_for_is_listed_and_nothing_else() -> None:
    nodes = [node for tree in READERS for node in ast.walk(tree)]
    sought = [node.left for node in nodes if isinstance(node, ast.Compare)]
    names = {name for name in strings(sought) if re.fullmatch(r"[A-Z][A-Z_0-9]+", name)}
    assert names == asked.CLASSES
    assert strings(nodes) >= asked.RULES


def test_every_part_is_used() -> None:
    assert set(DATA["parts"]) == set(re.findall(r"\{([a-z]\w*)\}", PATTERNS))


@pytest.mark.parametrize(
    ("file", "written", "instead", "message"),
    [
        (
            "classes",
            "\nJOBS = ",
            "\nJOBZ = ",
            "add the class JOBS, which is asked for; or is it JOBZ?",
        ),
        ("classes", "\nJOBS = ", "\n# JOBS = ", "add the class JOBS, which is asked for"),
        (
            "classes",
            "\nJOBS = ",
            '\nCATS = ["cat"]\nJOBS = ',
            "take out the class CATS, which nobody asks for",
        ),
        (
            "rules",
            '"climbs"',
            '"climb"',
            "add the rule climbs, which is asked for; or is it climb?",
        ),
        ("rules", "CROWD 'of'", "CROWDS 'of'", "rule counts_like_a_year: no such class: CROWDS"),
        (
            "rules",
            "CROWD 'of' #.",
            "CROWD 'of' .",
            "rule counts_like_a_year: no # marks the figure",
        ),
        ("rules", "CROWD 'of' #.", "CROWD 'of' #(.", "rule counts_like_a_year: missing )"),
        ("rules", "#. {more}", "#. {moar}", "rule no_quantity: no such part: 'moar'"),
    ],
)
def test_what_is_wrong_in_a_file_is_an_error_when_it_is_loaded(
    monkeypatch: pytest.MonkeyPatch, file: str, written: str, instead: str, message: str
) -> None:
    name = f"quantity_{file}"
    text = (LEXICONS / f"{name}.toml").read_text(encoding="utf-8")
    assert written in text

    def load_changed(asked: str, shape: type[Shape], language: str) -> Shape:
        changed = text.replace(written, instead)
        return parse(changed, shape, name) if asked == name else load(asked, shape, language)

    monkeypatch.setattr("factcheck.quantities.lexicon.load", load_changed)
    with pytest.raises(ConfigurationError, match=rf"{name}\.toml: {re.escape(message)}"):
        unwrap(quantity_lexicon)("en")


def test_a_token_has_the_classes_of_its_word_and_the_ends_those_of_no_word() -> None:
    tokens = classified("An odd pier")
    assert "ARTICLES" in tokens.classes[0]
    assert "ARTICLES" not in tokens.classes[2]
    ends = {"AFTER_LEFT_OUT", "AFTER_NATION_OF_SUM", "AFTER_PEOPLE_UNSAID"}
    assert ends <= tokens.classes[3] == tokens.classes[-1]


@pytest.mark.parametrize(
    ("word", "name", "expected"),
    [
        ("C", "LONE_SIGNS", True),
        ("c", "LONE_SIGNS", False),  # a sign is as it is written
        ("widest", "IN_EST", True),
        ("Northwest", "NOT_SUPERLATIVES", True),
        ("est", "IN_EST", True),
        ("wide", "IN_EST", False),
    ],
)
def test_what_classes_a_word_has(word: str, name: str, expected: bool) -> None:
    assert (name in quantity_lexicon().classes.of(word)) is expected


def test_patterns_know_each_set_of_classes_that_a_word_can_have() -> None:
    classes = quantity_lexicon().classes
    known = len(classes._sets)
    for text in (
        *_sentences(),
        "MW cSt HRs Zebra-like ROMOLD fly's Threefold ½ 0x1F İstanbul ٣٤ -- ’s U.S. a.m.",
    ):
        classes.classify(Tokens(TextTokens(text)))
    assert len(classes._sets) == known


def _sentences() -> list[str]:
    return [sentence for sentence, _ in rows()]


@pytest.mark.parametrize("by_last", [False, True])
def test_of_phrases_that_begin_or_end_alike_the_longest_is_looked_at_first(by_last: bool) -> None:
    for order in permutations([("a",), ("a", "b", "a"), ("a", "a"), ("b", "a"), ("a", "b")]):
        found = _book([(words, "".join(words)) for words in order], by_last=by_last)
        assert set(found) == {"a", "b"}
        for key, entries in found.items():
            assert all(words[-1 if by_last else 0] == key for words, _ in entries)
            sizes = [len(words) for words, _ in entries]
            assert sizes == sorted(sizes, reverse=True)
        assert sum(map(len, found.values())) == 5
