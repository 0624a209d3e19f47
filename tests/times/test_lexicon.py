"""The lexicon and the code hang together: no rule without a reader, none without an example."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import factcheck
from factcheck.errors import ConfigurationError
from factcheck.lexicon import Shape, parse
from factcheck.times import find_times
from factcheck.times.find import READERS
from factcheck.times.grammar import TimeGrammar, time_grammar

LEXICONS = Path(factcheck.__file__).parent / "lexicons" / "en"
RULES = tomllib.loads((LEXICONS / "time_rules.toml").read_text(encoding="utf-8"))
WORDS = tomllib.loads((LEXICONS / "time_words.toml").read_text(encoding="utf-8"))
CORPUS = tomllib.loads((Path(__file__).parent / "corpus.toml").read_text(encoding="utf-8"))


def test_every_rule_has_a_reader_and_every_reader_a_rule() -> None:
    assert {rule["read"] for rule in RULES["rule"]} == set(READERS)


def test_every_class_of_words_is_used() -> None:
    patterns = " ".join(
        [*(rule["pattern"] for rule in RULES["rule"]), *RULES["parts"].values()]
    ) + " ".join(name for names in WORDS["unions"].values() for name in names)
    code = " ".join(
        path.read_text(encoding="utf-8")
        for path in (Path(factcheck.__file__).parent / "times").glob("*.py")
    )
    used = set(re.findall(r"\b[A-Z][A-Z_0-9]+\b", patterns + code))
    assert set(WORDS["classes"]) <= used


def test_every_rule_reads_a_phrase_of_the_corpus() -> None:
    read = {
        time.rule
        for entry in CORPUS["expression"]
        for phrase in entry["phrases"]
        for time in find_times(
            phrase.replace("{", "").replace("}", ""), entry.get("published", CORPUS["published"])
        )
    }
    assert {rule["name"] for rule in RULES["rule"]} - read == set()


def test_a_language_without_a_lexicon_is_an_error() -> None:
    with pytest.raises(ConfigurationError, match=r"lexicons/xx/time_rules\.toml"):
        find_times("On Tuesday.", language="xx")


@pytest.mark.parametrize(
    ("written", "instead", "message"),
    [
        ("WEEKDAY_SHORT", "WEEKDAY_BRIEF", "rule .*: no such class: .*WEEKDAY_BRIEF"),
        ('"wd:WEEKDAY_SHORT', '". wd:WEEKDAY_SHORT', "rule .*: has more than words and groups"),
        ("triggers = [", 'triggers = ["WEEKEND_DAY", ', "triggers: no such class: WEEKEND_DAY"),
    ],
)
def test_what_is_wrong_in_the_rules_is_an_error_when_they_are_loaded(
    monkeypatch: pytest.MonkeyPatch, written: str, instead: str, message: str
) -> None:
    text = (LEXICONS / "time_rules.toml").read_text(encoding="utf-8")
    assert written in text

    def load_changed(name: str, shape: type[Shape], language: str) -> Shape:
        return parse(text.replace(written, instead), shape, "time_rules.toml")

    monkeypatch.setattr("factcheck.times.grammar.load", load_changed)
    with pytest.raises(ConfigurationError, match=rf"time_rules\.toml: {message}"):
        TimeGrammar("en")


def test_every_rule_compiles() -> None:
    """Most are compiled only when a text needs them."""
    grammar = time_grammar("en")
    patterns = {name: found for rules in grammar._beginning.values() for name, _, found in rules}
    alone = [grammar._years, grammar._from_now]
    assert patterns.keys() == {rule["name"] for rule in RULES["rule"]}
    assert all(isinstance(p.regex, re.Pattern) for p in (*patterns.values(), *alone))


def test_the_grammar_is_loaded_once() -> None:
    assert time_grammar("en") is time_grammar("en")
    assert isinstance(time_grammar("en"), TimeGrammar)
