"""The wording of times, compiled from `time_rules.toml`, and where it stands in a text.

The patterns are those of `text.patterns`. Of all rules that fit where an expression begins the
longest wins, and the earlier of two of one length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeVar

from factcheck.errors import ConfigurationError
from factcheck.lexicon import Lexicon, load
from factcheck.text.patterns import Pattern, Patterns, beginnings_of, expanded, literals
from factcheck.times.vocabulary import OTHER, TimeTokens, Vocabulary, vocabulary

Meaning = TypeVar("Meaning")
_Compiled = tuple[str, str, Pattern]  # the name of a rule, its reader and its pattern


class _Rule(Lexicon):
    """A rule of `time_rules.toml`: its pattern and examples."""

    name: str
    read: str
    pattern: str


class _Rules(Lexicon):
    """The shape of `time_rules.toml`."""

    triggers: tuple[str, ...]
    parts: dict[str, str]
    rule: tuple[_Rule, ...]


@dataclass(frozen=True, slots=True)
class RuleMatch:
    """A rule that fits the words from `first` to before `last`."""

    rule: str
    read: str
    tokens: TimeTokens
    words: Vocabulary
    match: re.Match[str]
    first: int
    last: int

    def at(self, label: str) -> int | None:
        """The index of the word with that label."""
        index = self.match.start(label) if label in self.match.re.groupindex else -1
        return None if index < 0 else index

    def word(self, label: str) -> str | None:
        """The word with that label, in small letters, or `None` where the text leaves it out."""
        index = self.at(label)
        return None if index is None else self.tokens.word(index)

    def raw(self, label: str) -> str:
        """The word with that label as written; empty where the text leaves it out."""
        index = self.at(label)
        return "" if index is None else self.tokens.raw(index)

    def number(self, label: str, *classes: str) -> int | None:
        """The number that the lexicon gives for the word with that label, or `None`."""
        word = self.word(label)
        found = None if word is None else self.words.find(word, *classes)
        return found if isinstance(found, int) else None

    def code(self, label: str, *classes: str) -> str | None:
        """The code that the lexicon gives for the word with that label, or `None`."""
        word = self.word(label)
        found = None if word is None else self.words.find(word, *classes)
        return found if isinstance(found, str) else None


class TimeGrammar:
    """The rules of one language, ready to be laid over the words of a text."""

    def __init__(self, language: str) -> None:
        rules = load("time_rules", _Rules, language)
        self.source = f"lexicons/{language}/time_rules.toml"
        patterns = [
            (rule, expanded(rule.pattern, rules.parts, rule.name, self.source))
            for rule in rules.rule
        ]
        quoted = frozenset().union(*(literals(pattern) for _, pattern in patterns))
        self.words = vocabulary(language, quoted)
        written = Patterns(self.words.characters, self.source)
        each = [(rule.name, rule.read, written.checked(p, rule.name)) for rule, p in patterns]
        self._beginning = self._by_first_word(each)
        self._triggers = frozenset("".join(map(self._characters, rules.triggers)))
        self._years = written.checked("YEAR", "years")
        self._from_now = written.checked(
            "WEEKDAY (?! ','? (?:DAY | ANY_MONTH)) | DEICTIC | (?<!'the') SHIFT UNIT | 'ago'", "now"
        )
        # Words of one run, without the plain words and line breaks that no pattern crosses.
        self._run = re.compile(f"[^{OTHER}]+")

    def _characters(self, name: str) -> str:
        """The characters of a class; `ConfigurationError` where no word has it."""
        found = self.words.characters(name)
        if not found:
            raise ConfigurationError(self.source, f"triggers: no such class: {name}")
        return found

    def find(
        self, tokens: TimeTokens, read: Callable[[RuleMatch], Meaning | None]
    ) -> Iterator[tuple[RuleMatch, Meaning]]:
        """Every expression in the words of a text, in order, with what `read` makes of it.

        Where `read` returns `None` the next longest rule is tried. Linear in the words.
        """
        for run in self._run.finditer(tokens.codes):
            if self._triggers.isdisjoint(run.group()):
                continue
            at = run.start()
            while at < run.end():
                for found in self._fitting(tokens, at):
                    meaning = read(found)
                    if meaning is not None:
                        yield found, meaning
                        at = found.last
                        break
                else:
                    at += 1

    def is_history(self, tokens: TimeTokens, published: date | None) -> bool:
        """Whether a text is history, whose times count from dates in it: it names old years, and
        hardly ever a "Tuesday" or "last week"."""
        old_before = 10_000 if published is None else published.year - 1
        years = sum(
            int(tokens.raw(match.start())) < old_before
            for match in self._years.regex.finditer(tokens.codes)
        )
        if years < _YEARS_OF_HISTORY:
            return False
        from_now = sum(1 for _ in self._from_now.regex.finditer(tokens.codes))
        return from_now * _YEARS_FOR_EACH_NOW < years

    def _fitting(self, tokens: TimeTokens, at: int) -> list[RuleMatch]:
        """The matches of all rules that begin at a word, the longest first."""
        fitting = [
            RuleMatch(name, read, tokens, self.words, match, at, match.end())
            for name, read, pattern in self._beginning.get(tokens.codes[at], ())
            if (match := pattern.regex.match(tokens.codes, at)) is not None and match.end() > at
        ]
        fitting.sort(key=lambda found: -found.last)
        return fitting

    def _by_first_word(self, rules: Iterable[_Compiled]) -> Mapping[str, Sequence[_Compiled]]:
        """The rules by each character that they can begin with: a word begins few of a hundred."""
        found: dict[str, list[_Compiled]] = {}
        for rule in rules:
            name, _, pattern = rule
            first = beginnings_of(pattern.expression)
            if first is None:
                raise ConfigurationError(
                    self.source, f"rule {name}: has more than words and groups"
                )
            for character in first:
                found.setdefault(character, []).append(rule)
        return found


# How many years of the past make a text history, and how many for each word that counts from
# the day of writing.
_YEARS_OF_HISTORY = 4
_YEARS_FOR_EACH_NOW = 8


@cache
def time_grammar(language: str) -> TimeGrammar:
    """The grammar of a language, loaded at first use.

    Raises `ConfigurationError` where its lexicon cannot be read.
    """
    return TimeGrammar(language)
