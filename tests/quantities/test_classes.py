"""Each word of a class is needed: taken out of it, some sentence is read otherwise, or some rule
no longer fits its example.

The sentences are those of `words.tsv` and of the tests beside it, the examples those of the rules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from inspect import unwrap

import pytest

from factcheck.lexicon import load
from factcheck.quantities import find_quantities
from factcheck.quantities.lexicon import QuantityLexicon, quantity_lexicon
from factcheck.quantities.vocabulary import TokenClasses, WrittenClasses
from factcheck.text.inflection import plural, verb_forms
from factcheck.text.tokeniser import TextTokens
from factcheck.text.tokens import Tokens
from tests.quantities import test_rules
from tests.quantities.test_words import CHANGES, QUOTES, SUBJECTS, rows

WRITTEN = load("quantity_classes", WrittenClasses, "en")
SENTENCES = [
    *(text for text, _ in rows()),
    *(text for text, _ in SUBJECTS),
    *(text for text, _, _ in QUOTES),
    *(text for text, _ in CHANGES),
]
TABLES = {**WRITTEN.words, **WRITTEN.names, **WRITTEN.nouns, **WRITTEN.verbs}


class LessOne(TokenClasses):
    """Classes that can do without a word: patterns foresee each word without each class."""

    def _foreseen(self) -> Iterator[frozenset[str]]:
        yield from super()._foreseen()
        for word, names in self._words.items():
            for written in (word, word.title()):
                yield from (self._classes(word, written) - {name} for name in names)

    def take(self, name: str, forms: set[str]) -> None:
        self._set({form: self._words[form] - {name} for form in forms})

    def give_back(self, name: str, forms: set[str]) -> None:
        self._set({form: self._words[form] | {name} for form in forms})

    def _set(self, words: dict[str, frozenset[str]]) -> None:
        self._words.update(words)
        self._known.clear()
        self._outside = [self.of("")] * len(self._outside)


@pytest.fixture
def lexicon(monkeypatch: pytest.MonkeyPatch) -> QuantityLexicon:
    monkeypatch.setattr("factcheck.quantities.lexicon.TokenClasses", LessOne)
    changed: QuantityLexicon = unwrap(quantity_lexicon)("en")
    monkeypatch.setattr("factcheck.quantities.quantity_lexicon", lambda language: changed)
    monkeypatch.setattr(test_rules, "quantity_lexicon", lambda: changed)
    test_rules.alone.cache_clear()
    return changed


def words_of(text: str) -> set[str]:
    tokens = Tokens(TextTokens(text))
    return {*tokens.words[: tokens.size], ""}


def forms_of(name: str, word: str) -> set[str]:
    """The words that stand in a class by one of it."""
    if name in WRITTEN.verbs:
        return {form for form, base in verb_forms().items() if base == word}
    return {word, plural(word)} if name in WRITTEN.nouns else {word}


@pytest.mark.slow
def test_each_word_of_a_class_is_needed(lexicon: QuantityLexicon) -> None:
    classes = lexicon.classes
    assert isinstance(classes, LessOne)
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    for sentence in SENTENCES:
        for word in words_of(sentence):
            by_word[word].append(sentence)
    read = {sentence: repr(find_quantities(sentence)) for sentence in SENTENCES}
    examples = [
        (rule, phrase, key == "fits", words_of(phrase.replace("{", " ").replace("}", " ")))
        for rule in test_rules.DATA["rule"]
        for key in ("fits", "fails")
        for phrase in rule.get(key, ())
    ]
    idle = []
    for name, words in TABLES.items():
        for word in words:
            forms = forms_of(name, word)
            near = [sentence for form in forms for sentence in by_word[form]]
            classes.take(name, forms)
            if not any(repr(find_quantities(s)) != read[s] for s in reversed(near)) and not any(
                test_rules.fits(rule, phrase) != expected
                for rule, phrase, expected, around in examples
                if not around.isdisjoint(forms)
            ):
                idle.append(f"{name}: {word!r}")
            classes.give_back(name, forms)
    assert sorted(idle) == []
