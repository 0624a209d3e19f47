"""Words as classes: a text becomes one character for each word, which patterns then read.

A word belongs to one class or several ("second" is a unit and an ordinal, "12" a number, a day,
a month and an hour). Each distinct set of classes has a character of its own, so that a pattern
over classes is a plain regular expression over these characters ([patterns](patterns.py)).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_PRIVATE_USE = 0xE000


class WordClasses:
    """The sets of classes that words have, and the character of each.

    `unions` are names for several classes; `fixed` are the characters of classes that stand alone.
    """

    def __init__(
        self,
        unions: Mapping[str, tuple[str, ...]],
        fixed: Mapping[str, str],
        first: int = _PRIVATE_USE,
    ) -> None:
        """Start with no sets but the `fixed` ones; new characters count from `first`."""
        self.unions = unions
        self._first = first
        self._characters: dict[frozenset[str], str] = {}
        self._of: dict[str, list[str]] = {}
        for name, character in fixed.items():
            self._add(frozenset({name}), character)

    def __len__(self) -> int:
        """The number of characters given so far."""
        return len(self._characters)

    def character(self, classes: Iterable[str]) -> str:
        """The character of a set of classes, a new one where it has none yet."""
        key = frozenset(classes)
        if key not in self._characters:
            self._add(key, chr(self._first + len(self._characters)))
        return self._characters[key]

    def characters(self, name: str) -> str:
        """The characters of all words that belong to a class or union."""
        return "".join(c for one in self.unions.get(name, (name,)) for c in self._of.get(one, ()))

    def _add(self, classes: frozenset[str], character: str) -> None:
        """Give a set of classes its character, and note it under each of its classes."""
        self._characters[classes] = character
        for name in classes:
            self._of.setdefault(name, []).append(character)
