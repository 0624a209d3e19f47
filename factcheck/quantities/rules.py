"""What stands around a figure, by the rules of `quantity_rules.toml`.

A rule is a pattern of `text.patterns` over the words of one sentence, where `#` marks the figure:
`#.` is any figure, `#DIGITS` one of a single token of that class. `~` before a word says that it
touches the token before it. Several patterns of one name are alternatives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factcheck.errors import ConfigurationError
from factcheck.lexicon import Lexicon
from factcheck.quantities import asked
from factcheck.quantities.vocabulary import TokenClasses
from factcheck.text.patterns import (
    Pattern,
    Patterns,
    alternatives,
    expanded,
    literal,
    literals,
    of_one_length,
)
from factcheck.text.tokens import Tokens

_BEFORE, _BEHIND = 12, 16  # tokens that a pattern can reach
_NEVER = "(?!)"
_NAME = re.compile(r"\b[A-Z][A-Z_0-9]+\b")


class Rule(Lexicon):
    """A pattern, with phrases that it fits and phrases that it does not, the figure in braces."""

    name: str
    pattern: str
    fits: tuple[str, ...]
    fails: tuple[str, ...] = ()


class WrittenRules(Lexicon):
    """The shape of `quantity_rules.toml`."""

    parts: dict[str, str]
    rule: tuple[Rule, ...]

    def patterns(self, source: str) -> dict[str, list[str]]:
        """The patterns of each rule with their parts put in."""
        found: dict[str, list[str]] = {}
        for rule in self.rule:
            pattern = expanded(rule.pattern, self.parts, rule.name, source)
            found.setdefault(rule.name, []).append(pattern)
        return found


@dataclass(frozen=True, slots=True)
class Fit:
    """The words around a figure that match a rule."""

    _match: re.Match[str]
    _mark: int  # where in what was matched the sign stands that marks the figure
    _first: int
    _end: int

    @property
    def end(self) -> int:
        """The index behind the match."""
        return self._token(self._match.end())

    def at(self, label: str) -> int | None:
        """The index of the token under that label, or `None`."""
        at = self._match.start(label)
        return None if at < 0 else self._token(at)

    def _token(self, at: int) -> int:
        """The index of a token, given its place in the text that a pattern reads."""
        return self._first + at - self._mark if at < self._mark else self._end + at - self._mark - 2


class QuantityRules:
    """The rules of one language, ready to be laid over the words around a figure.

    Raises `ConfigurationError` for a pattern that cannot be read, a rule that is missing and one
    that nobody asks for.
    """

    def __init__(
        self, patterns: Mapping[str, Iterable[str]], classes: TokenClasses, source: str
    ) -> None:
        self._classes, self._source = classes, source
        self._written = Patterns(classes.characters, source)
        asked.check_complete("rule", patterns.keys(), asked.RULES, source)
        asked.check_needed("rule", patterns.keys(), asked.RULES, source)
        self._patterns = {name: self._checked(name, some) for name, some in patterns.items()}

    def fit(self, name: str, tokens: Tokens, first: int, end: int) -> Fit | None:
        """The match of a rule around the figure from token `first` to before `end`, or `None`."""
        at_figure, *from_before = self._patterns[name]
        codes, at = tokens.codes, first + 1
        before = codes[at - _BEFORE : at] if at > _BEFORE else codes[:at]
        own = codes[at] if end == at else self._classes.several(codes[at])
        around = f"{before}#{own}{codes[end + 1 : end + 1 + _BEHIND]}"
        match = at_figure.regex.match(around, len(before))
        for pattern in from_before:
            match = match or pattern.regex.search(around)
        return None if match is None else Fit(match, len(before), first, end)

    def _checked(self, name: str, patterns: Iterable[str]) -> tuple[Pattern, ...]:
        """The patterns of a rule: first one of all that can be tried at the figure alone, then each
        that has to be searched for, since it may begin anywhere before it."""
        at_figure: list[str] = []
        from_before: list[str] = []
        for pattern in (p for some in patterns for p in alternatives(some)):
            before, mark, rest = pattern.partition("#")
            if not mark:
                raise ConfigurationError(self._source, f"rule {name}: no # marks the figure")
            if of_one_length(before):
                at_figure.append(f"(?<={before}){mark}{rest}")
            else:
                from_before.append(pattern)
        every = ("|".join(at_figure) or _NEVER, *from_before)
        return tuple(self._written.checked(pattern, name) for pattern in every)


def classes_in(patterns: Mapping[str, Iterable[str]]) -> set[str]:
    """The classes that patterns name, those of quoted words among them."""
    names = {name for some in patterns.values() for p in some for name in _NAME.findall(p)}
    return names | literals_in(patterns).keys()


def literals_in(patterns: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    """The words that patterns quote, each as a class of its own."""
    quoted = {word for some in patterns.values() for p in some for word in literals(p)}
    return {literal(word): {word} for word in quoted}
