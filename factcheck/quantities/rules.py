"""What stands around a figure, by the rules of `quantity_rules.toml`.

A rule is a pattern of `text.patterns` over the words of one sentence, where `#` marks the figure:
`#.` is any figure, `#DIGITS` one of a single token of that class. `~` before a word says that it
touches the token before it. Several patterns of one name are alternatives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from factcheck.errors import ConfigurationError
from factcheck.lexicon import Lexicon
from factcheck.quantities.vocabulary import TokenClasses
from factcheck.text.inflection import plural, verb_forms
from factcheck.text.patterns import alternatives, compiled, expanded, literal, literals
from factcheck.text.tokens import Tokens

_BEFORE, _BEHIND = 12, 16  # tokens that a pattern can reach
_NEVER = "(?!)"
_NAME = re.compile(r"\b[A-Z][A-Z_0-9]+\b")


class Rule(Lexicon):
    """A pattern, and phrases with their figure in braces that it fits and does not fit."""

    name: str
    pattern: str
    fits: tuple[str, ...]
    fails: tuple[str, ...] = ()


class Classes(Lexicon):
    """Sets of words that only patterns ask for: `names` need their capital, `nouns` stand for
    their plurals too, `verbs` for all their forms."""

    words: dict[str, frozenset[str]]
    names: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]
    verbs: dict[str, frozenset[str]]


class WrittenRules(Lexicon):
    """The shape of `quantity_rules.toml`."""

    classes: Classes
    parts: dict[str, str]
    rule: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """Words around a figure that fit a rule."""

    _match: re.Match[str]
    _mark: int  # where in what was matched the sign stands that marks the figure
    _first: int
    _end: int

    @property
    def end(self) -> int:
        """The token behind all that fits."""
        return self._token(self._match.end())

    def at(self, label: str) -> int | None:
        """The token with that label, or `None`."""
        at = self._match.start(label)
        return None if at < 0 else self._token(at)

    def _token(self, at: int) -> int:
        return self._first + at - self._mark if at < self._mark else self._end + at - self._mark - 2


class QuantityRules:
    """The rules of one language, ready to be laid over the words around a figure.

    Of the classes that the lexicons name, those are known that a pattern asks for.
    """

    def __init__(
        self,
        rules: WrittenRules,
        classes: Mapping[str, Set[str]],
        exact: Mapping[str, Iterable[str]],
        language: str,
    ) -> None:
        self._source = f"lexicons/{language}/quantity_rules.toml"
        patterns: dict[str, list[str]] = {}
        for rule in rules.rule:
            pattern = expanded(rule.pattern, rules.parts, self._source)
            patterns.setdefault(rule.name, []).append(pattern)
        self._patterns = patterns
        every = " ".join(pattern for some in patterns.values() for pattern in some)
        named = set(_NAME.findall(every))
        known = {
            name: words
            for name, words in {**classes, **_own(rules.classes, language)}.items()
            if name in named
        }
        known |= {literal(word): {word} for word in literals(every)}
        self._words = TokenClasses(known, exact, rules.classes.names, language)
        self._compiled: dict[str, tuple[re.Pattern[str], ...]] = {}

    def fit(self, name: str, tokens: Tokens, first: int, end: int) -> Fit | None:
        """What fits a rule around the figure from token `first` to before `end`."""
        at_figure, *from_before = self._compiled.get(name) or self._compile(name)
        codes = tokens.codes = tokens.codes or self._words.read(tokens)
        at = first + 1
        before = codes[at - _BEFORE : at] if at > _BEFORE else codes[:at]
        own = codes[at] if end == at else self._words.several(codes[at])
        around = f"{before}#{own}{codes[end + 1 : end + 1 + _BEHIND]}"
        match = at_figure.match(around, len(before))
        for pattern in from_before:
            match = match or pattern.search(around)
        return None if match is None else Fit(match, len(before), first, end)

    def _compile(self, name: str) -> tuple[re.Pattern[str], ...]:
        """The patterns of a rule: first one of all that can be tried at the figure alone, then each
        that has to be searched for, since it may begin anywhere before it."""
        at_figure: list[str] = []
        from_before: list[re.Pattern[str]] = []
        for pattern in (p for some in self._patterns[name] for p in alternatives(some)):
            before, mark, rest = pattern.partition("#")
            if not mark:
                raise ConfigurationError(self._source, f"rule {name}: no # marks the figure")
            try:
                self._pattern(name, f"(?<={before})")
            except ConfigurationError:  # not of one length
                from_before.append(self._pattern(name, pattern))
            else:
                at_figure.append(f"(?<={before}){mark}{rest}")
        both = (self._pattern(name, "|".join(at_figure) or _NEVER), *from_before)
        return self._compiled.setdefault(name, both)

    def _pattern(self, name: str, pattern: str) -> re.Pattern[str]:
        return compiled(pattern, self._words.characters, name, self._source)


def _own(classes: Classes, language: str) -> dict[str, Set[str]]:
    """The classes of the rules themselves, with all forms of their words."""
    forms = verb_forms(language).items()
    return {
        **classes.words,
        **classes.names,
        **{name: words | set(map(plural, words)) for name, words in classes.nouns.items()},
        **{
            name: {f for f, base in forms if base in words} for name, words in classes.verbs.items()
        },
    }
