"""Patterns over classes of words, as they stand in the lexicons, and what they compile to.

A pattern is a regular expression over words: a NAME in capitals stands for one word of that
class or union, NAME/NAME for one of either, 'quoted words' for themselves, `label:NAME` hands
the word to the reader under that label, `{part}` puts in a part defined once. Spaces mean nothing.
A reader may mark words that touch the one before them: `~NAME`, `~'word'`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from factcheck.errors import ConfigurationError

_LITERAL = r"'([^' ]+|')'"
_CLASSES = r"[A-Z][A-Z_0-9]+(?:/[A-Z][A-Z_0-9]+)*"
_WORD = re.compile(rf"(?:(\w+):)?(~?)(?:\b({_CLASSES})\b|{_LITERAL})")
_QUOTED = re.compile(_LITERAL)
_LABEL = re.compile(r"\b\w+:(?=~?[A-Z])")
_PART = re.compile(r"\{([a-z]\w*)\}")
_DEEPEST = 5  # parts may hold parts, a few levels deep


def literal(word: str) -> str:
    """The class of a word that a pattern names itself."""
    return f"={word}"


def literals(pattern: str) -> set[str]:
    """The words that a pattern names themselves."""
    return set(_QUOTED.findall(pattern))


def unlabelled(pattern: str) -> str:
    """The pattern without its labels, so that it can stand beside others in one."""
    return _LABEL.sub("", pattern)


def alternatives(pattern: str) -> list[str]:
    """What the strokes of a pattern part, but for those within parentheses."""
    found, depth = [""], 0
    for sign in pattern:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            found.append("")
        else:
            found[-1] += sign
    return found


def expanded(pattern: str, parts: Mapping[str, str], rule: str, source: str) -> str:
    """The pattern with its parts put in.

    Raises `ConfigurationError` that names the file, the rule and the part it does not have.
    """
    for _ in range(_DEEPEST):
        try:
            pattern = _PART.sub(lambda match: parts[match.group(1)], pattern)
        except KeyError as error:
            raise ConfigurationError(source, f"rule {rule}: no such part: {error}") from error
    return pattern


def compiled(
    pattern: str, characters: Callable[[str], str], rule: str, source: str
) -> re.Pattern[str]:
    """The regular expression of a pattern; `characters` knows those of a class or quoted word.

    Raises `ConfigurationError` that names the file and the rule.
    """

    def one_word(match: re.Match[str]) -> str:
        """A word of a rule as a group of characters, one for each class that it may have."""
        label, mark, classes, word = match.groups()
        names = [literal(word)] if word is not None else classes.split("/")
        found = "".join(characters(mark + name) for name in names)
        if not found:
            problem = f"no such class: {match.group()}; a word by itself stands in quotes"
            raise ConfigurationError(source, f"rule {rule}: {problem}")
        return f"(?P<{label}>[{_ranges(found)}])" if label else f"[{_ranges(found)}]"

    try:
        return re.compile("".join(_WORD.sub(one_word, pattern).split()))
    except re.error as error:
        raise ConfigurationError(source, f"rule {rule}: {error}") from error


@lru_cache(maxsize=512)
def _ranges(characters: str) -> str:
    """Characters as a set of a regular expression names them, neighbours as one range: the
    compiler reads them one by one."""
    runs: list[list[str]] = []
    for character in sorted(set(characters)):
        if runs and ord(runs[-1][-1]) + 1 == ord(character):
            runs[-1][1:] = [character]
        else:
            runs.append([character])
    return "".join("-".join(run) for run in runs)
