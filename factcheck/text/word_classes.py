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
        self.unions = unions
        self._first = first
        self._characters = {frozenset({name}): character for name, character in fixed.items()}

    def __len__(self) -> int:
        return len(self._characters)

    def character(self, classes: Iterable[str]) -> str:
        """The character of a set of classes, a new one where it has none yet."""
        key = frozenset(classes)
        if key not in self._characters:
            self._characters[key] = chr(self._first + len(self._characters))
        return self._characters[key]

    def characters(self, name: str) -> str:
        """The characters of all words that belong to a class or union."""
        wanted = set(self.unions.get(name, (name,)))
        return "".join(c for classes, c in self._characters.items() if classes & wanted)
