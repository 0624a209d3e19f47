"""Patterns over classes of words, as they stand in the lexicons, and what they compile to.

A pattern is a regular expression over words: a NAME in capitals stands for one word of that
class or union, NAME/NAME for one of either, 'quoted words' for themselves, `label:NAME` hands
the word to the reader under that label, `{part}` puts in a part defined once. Spaces mean nothing.
A reader may mark words that touch the one before them: `~NAME`, `~'word'`.

Of some hundred patterns most texts need a few. Each is checked when its file is loaded, and is
compiled when it is first laid over words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache

from factcheck.errors import ConfigurationError

_LITERAL = r"'([^' ]+|')'"
_CLASSES = r"[A-Z][A-Z_0-9]+(?:/[A-Z][A-Z_0-9]+)*"
_WORD = re.compile(rf"(?:(\w+):)?(~?(?:\b{_CLASSES}\b|{_LITERAL}))")
_QUOTED = re.compile(_LITERAL)
_PART = re.compile(r"\{([a-z]\w*)\}")
_DEEPEST = 5  # parts may hold parts, a few levels deep


def literal(word: str) -> str:
    """The name of the class that a quoted word of a pattern forms by itself."""
    return f"={word}"


def literals(pattern: str) -> set[str]:
    """The quoted words of a pattern."""
    return set(_QUOTED.findall(pattern))


def alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern: its parts between vertical bars, but for bars within
    parentheses."""
    found, depth = [""], 0
    for sign in pattern:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            found.append("")
        else:
            found[-1] += sign
    return found


def expanded(pattern: str, parts: Mapping[str, str], rule: str, source: str) -> str:
    """The pattern with each `{part}` replaced by its definition.

    Raises `ConfigurationError` with the file, the rule and the name of a part that is not defined.
    """
    for _ in range(_DEEPEST):
        try:
            pattern = _PART.sub(lambda match: parts[match.group(1)], pattern)
        except KeyError as error:
            raise ConfigurationError(source, f"rule {rule}: no such part: {error}") from error
    return pattern


def of_one_length(pattern: str) -> bool:
    """Whether all that a pattern fits has one length, so that it can be looked for behind a
    place."""
    try:
        re.compile(f"(?<={_shape(pattern)})")
    except re.error:
        return False
    return True


class Pattern:
    """A pattern that was checked; its regular expression is compiled when it is first asked for."""

    def __init__(self, written: str, sets: Mapping[str, str]) -> None:
        self._written, self._sets = written, sets

    @cached_property
    def expression(self) -> str:
        """The regular expression over the characters of words, as text."""
        return _expression(self._written, self._sets.__getitem__)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regular expression, compiled."""
        return re.compile(self.expression)


class Patterns:
    """The patterns of one file, checked against the words of one language.

    `characters` gives those of a class or quoted word. It is asked once for each, when a pattern
    that names it is checked: a set of classes that only comes up later is in no pattern.
    """

    def __init__(self, characters: Callable[[str], str], source: str) -> None:
        self._characters, self._source = characters, source
        self._sets: dict[str, str] = {}

    def checked(self, pattern: str, rule: str) -> Pattern:
        """A pattern of a rule. Raises `ConfigurationError` with the file and the rule where it
        cannot be compiled."""
        for match in _WORD.finditer(pattern):
            if match[2] not in self._sets:
                self._sets[match[2]] = self._set(match[2], rule)
        try:
            re.compile(_shape(pattern))
        except re.error as error:
            raise ConfigurationError(self._source, f"rule {rule}: {error}") from error
        return Pattern(pattern, self._sets)

    def _set(self, word: str, rule: str) -> str:
        """The characters of a class or quoted word, one for each set of classes with it."""
        bare = word.removeprefix("~")
        names = [literal(bare[1:-1])] if bare[0] == "'" else bare.split("/")
        tie = word.removesuffix(bare)
        found = "".join(self._characters(tie + name) for name in names)
        if not found:
            problem = f"no such class: {word}; a word by itself stands in quotes"
            raise ConfigurationError(self._source, f"rule {rule}: {problem}")
        return f"[{_ranges(found)}]"


def _expression(pattern: str, characters: Callable[[str], str]) -> str:
    """A pattern as a regular expression, with the `characters` of each class or quoted word."""

    def one_word(match: re.Match[str]) -> str:
        label, found = match[1], characters(match[2])
        return f"(?P<{label}>{found})" if label else found

    return "".join(_WORD.sub(one_word, pattern).split())


def _shape(pattern: str) -> str:
    """A pattern with any character for each word: it compiles where the pattern does, and fast."""
    return _expression(pattern, lambda _: ".")


@lru_cache(maxsize=512)
def _ranges(characters: str) -> str:
    """Characters as a set of a regular expression, neighbours joined to ranges, which compile
    faster."""
    runs: list[list[str]] = []
    for character in sorted(set(characters)):
        if runs and ord(runs[-1][-1]) + 1 == ord(character):
            runs[-1][1:] = [character]
        else:
            runs.append([character])
    return "".join("-".join(run) for run in runs)


def beginnings_of(pattern: str) -> frozenset[str] | None:
    """The characters that a match of a compiled pattern can begin with; `None` where anything but
    sets of characters, groups and what looks around stands in it."""
    pieces = _PIECE.findall(pattern)
    if "".join(pieces) != pattern:
        return None
    pieces.append(")")
    found, _ = _begins(pieces[::-1])
    return frozenset(found)


# A set of characters, what opens a group or looks around, and the rest of the grammar.
_PIECE = re.compile(r"\[[^\]^][^\]]*\]|\(\?(?:P<\w+>|<?[=!]|:)|[()|$?*+]|\{\d*,?\d*\}")
_SPAN = re.compile("(.)-(.)")
_REPEATS = ("?", "*", "+", "{")


def _begins(pieces: list[str]) -> tuple[set[str], bool]:
    """The characters that what stands before the next closing parenthesis can begin with, and
    whether it can be empty. The `pieces` are in reverse, and those read are taken off."""
    found: set[str] = set()
    some_empty, empty = False, True
    while (piece := pieces.pop()) != ")":
        if piece == "|":
            some_empty, empty = some_empty or empty, True
            continue
        own, nothing = set[str](), piece == "$"
        if piece[0] == "[":
            own = set(_SPAN.sub(_spelt_out, piece[1:-1]))
        elif piece[0] == "(":
            own, nothing = _begins(pieces)
        if piece[-1] in "=!":
            own, nothing = set(), True  # it looks around and takes nothing
        while pieces[-1].startswith(_REPEATS):
            nothing |= pieces.pop()[:2] in ("?", "*", "{0", "{,")
        if empty:
            found |= own
        empty = empty and nothing
    return found, some_empty or empty


def _spelt_out(run: re.Match[str]) -> str:
    """All characters of a range."""
    return "".join(map(chr, range(ord(run[1]), ord(run[2]) + 1)))
