"""The words of quantities as classes: one character for each token of a sentence.

Beside the classes of the lexicon a token has those of its shape (`LETTERS`, `CAPITAL`, `DIGITS`).
What touches the token before it has a character of its own for the same classes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import product

from factcheck.text.inflection import verb_forms
from factcheck.text.tokens import Tokens, spelt
from factcheck.text.word_classes import WordClasses

BREAK = "|"
_FIRST = 0x4000
_TIED = 0x1000  # how far above the character of its classes that of a touching token is
_EVERY = "".join(map(chr, range(_FIRST, _FIRST + _TIED)))
_NONE: frozenset[str] = frozenset()
_ENDINGS = {"ed": "IN_ED", "fold": "IN_FOLD", "ly": "IN_LY", "s": "IN_S"}
_SMALL, _CAPITAL = "-", "A-"  # words as written that are none: only how they begin counts
_SHORT = 4
_MOST_KNOWN = 1 << 16
# What a word may be beside others, or only a word.
_MAY_BE = [("WORD", *_ENDINGS.values()), *(("WORD", n) for n in ("LETTERS", "VERB", "CAPITAL"))]
# One of each shape that a number can have, a letter of no class and other signs.
_SHAPES = (
    *("5", "05", "012", "0735", "00735", "45", "345", "1730", "12345", "1.5", "1,200"),
    *("ж", "½", "%", ""),
)


class TokenClasses:
    """The classes of one language; `exact` are those of words as they are written, as signs are."""

    def __init__(
        self,
        classes: Mapping[str, Iterable[str]],
        exact: Mapping[str, Iterable[str]],
        capital: Iterable[str],
        language: str,
    ) -> None:
        self._verbs = verb_forms(language)
        self._capital = frozenset(capital)
        self._small, self._exact = _by_word(classes), _by_word(exact)
        self._sets = WordClasses({}, {"BREAK": BREAK}, _FIRST)
        # Patterns are compiled against the sets of classes that there can be.
        for word in (*self._small, *_SHAPES):
            for written in (_SMALL, _CAPITAL):
                self._sets.character(self._classes(word, written))
        for sign in self._exact:
            self._sets.character(self._classes(spelt(sign), sign))
        for shape in product(*_MAY_BE):
            self._sets.character({"WORD", *shape})
        self._known = _Known(lambda written: self._both(self._classes(spelt(written), written)))
        self._several = self._both({"SEVERAL"})

    def characters(self, name: str) -> str:
        """The characters of a class, `ANY` of all; those of `~NAME` touch the token before them."""
        bare = name.removeprefix("~")
        plain = _EVERY if bare == "ANY" else self._sets.characters(bare)
        tied = "".join(chr(ord(c) + _TIED) for c in plain if c != BREAK)
        return tied if name[0] == "~" else plain + tied

    def read(self, tokens: Tokens) -> str:
        """The characters of the tokens of a sentence, with a break at either end."""
        text, known = tokens.text, self._known
        each = zip(tokens.starts[:-1], tokens.ends, [-1, *tokens.ends], strict=False)
        return BREAK + "".join([known[text[s:e]][s == last] for s, e, last in each]) + BREAK

    def several(self, first: str) -> str:
        """The character of a figure of several tokens, given that of the first."""
        return self._several[ord(first) >= _FIRST + _TIED]

    def _both(self, classes: Iterable[str]) -> tuple[str, str]:
        """The characters of a set of classes: where a space stands before the word, and none."""
        plain = self._sets.character(classes)
        return plain, chr(ord(plain) + _TIED)

    def _classes(self, word: str, written: str) -> frozenset[str]:
        classes = self._small.get(word, _NONE) | self._exact.get(written, _NONE) | _shape(word)
        if word in self._verbs:
            classes |= {"VERB"}
        return classes | {"CAPITAL"} if written[:1].isupper() else classes - self._capital


class _Known(dict[str, tuple[str, str]]):
    """The characters of words met before; texts are endless, so all are forgotten at times."""

    def __init__(self, read: Callable[[str], tuple[str, str]]) -> None:
        self._read = read

    def __missing__(self, written: str) -> tuple[str, str]:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        return self.setdefault(written, self._read(written))


def _by_word(classes: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """The classes of each word."""
    found: dict[str, set[str]] = {}
    for name, words in classes.items():
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def _shape(word: str) -> set[str]:
    """What a word is by its letters and digits alone."""
    if word[:1].isdecimal() or (word[:1] == "." and word[1:2].isdecimal()):
        return {"DIGITS"} | _number(word)
    if not word[:1].isalpha():
        return {"SIGN"}
    shape = {"WORD"} | ({"LETTERS"} if word.isalpha() else set())
    if len(word) == 1:
        return shape | {"LETTER"}
    return shape | {name for ending, name in _ENDINGS.items() if word.endswith(ending)}


def _number(word: str) -> set[str]:
    """What a number can be by how it is written: an hour, the number of a note."""
    size, whole = len(word), word.isdecimal()
    shape = {"SHORT"} if size <= _SHORT else set()
    if whole:
        shape |= {"WHOLE"} | ({"NOUGHT"} if word[0] == "0" and size > 1 else set())
        shape |= {"FOUR_DIGITS"} if size == _SHORT else set()
    note = size == 1 or (whole and 2 < size <= _SHORT)  # in parentheses, two digits are an age
    return shape | ({"NOTE"} if note else set())
