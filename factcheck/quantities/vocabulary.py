"""The words of quantities as classes: what each token of a sentence is.

A token has the classes of its word (`JOINTS`), of how it is written (`CAPITAL`) and of its shape
(`DIGITS`, `IN_S`). Patterns read one character for each token; readers ask a token for a class by
name. What touches the token before it has a character of its own for the same classes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from itertools import product
from operator import eq

from factcheck.lexicon import Lexicon
from factcheck.quantities import asked
from factcheck.text.inflection import plural, verb_forms
from factcheck.text.tokens import Tokens, spelt
from factcheck.text.word_classes import WordClasses

BREAK = "|"
_FIRST = 0x4000
_TIED = 0x1000  # how far above the character of its classes that of a touching token is
_EVERY = "".join(map(chr, range(_FIRST, _FIRST + _TIED)))
_NONE: frozenset[str] = frozenset()
_IN_CAPITALS = frozenset({"CAPITAL"})
_SHORT = 4
_WINDOW = 32  # as far behind the last token and before the first a token may be asked for
_MOST_KNOWN = 1 << 16
# One of each shape that a number can have, a letter of no class and other signs.
_SHAPES = (
    *("5", "05", "012", "0735", "00735", "45", "345", "1730", "12345"),
    *("1.5", "1,200", "10.30", "7.05"),
    *("ж", "½", "%", ""),
)


class WrittenClasses(Lexicon):
    """The shape of `quantity_classes.toml`: `names` need their capital, `nouns` stand for their
    plurals too, `verbs` for all their forms, `signs` are as they are written."""

    words: dict[str, frozenset[str]]
    names: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]
    verbs: dict[str, frozenset[str]]
    signs: dict[str, frozenset[str]]
    endings: dict[str, tuple[str, ...]]

    def all_names(self) -> set[str]:
        """The names of all classes of the file."""
        return {name for _, classes in self for name in classes}

    def in_small_letters(self, language: str) -> dict[str, Set[str]]:
        """The words of each class but the signs, with all their forms."""
        forms = verb_forms(language).items()
        nouns, verbs = self.nouns.items(), self.verbs.items()
        return {
            **self.words,
            **self.names,
            **{name: words | set(map(plural, words)) for name, words in nouns},
            **{name: {form for form, base in forms if base in words} for name, words in verbs},
        }


class TokenClasses:
    """The classes of the tokens of one language: those written for it, and `others`, which are sets
    of words of other lexicons; of `signs` as they are written.

    Patterns read the classes `in_patterns`, readers ask for `asked.CLASSES`. Raises
    `ConfigurationError` for one of these that is missing.
    """

    def __init__(
        self,
        written: WrittenClasses,
        others: Mapping[str, Set[str]],
        signs: Mapping[str, Iterable[str]],
        *,
        in_patterns: Set[str],
        language: str,
    ) -> None:
        words, signs = {**others, **written.in_small_letters(language)}, {**written.signs, **signs}
        self.source = f"lexicons/{language}/quantity_classes.toml"
        known = written.all_names() | others.keys() | signs.keys()
        asked.check_complete("class", known, asked.CLASSES, self.source)
        self._in_patterns = in_patterns
        self._words = _by_word(words, in_patterns | asked.CLASSES)
        self._signs = _by_word(signs, in_patterns | asked.CLASSES)
        self._endings = written.endings
        self._capital = written.names.keys()
        self._verbs = verb_forms(language)
        self._sets = WordClasses({}, {"BREAK": BREAK}, _FIRST)
        for classes in self._foreseen():
            self._character(classes)
        self._known = _Known(self._read)
        self._several = self._both({"SEVERAL"})
        self._outside = [self._words.get("", _NONE) & asked.CLASSES] * _WINDOW

    def characters(self, name: str) -> str:
        """The characters of a class, `ANY` of all; those of `~NAME` touch the token before them."""
        bare = name.removeprefix("~")
        plain = _EVERY if bare == "ANY" else self._sets.characters(bare)
        tied = "".join(chr(ord(c) + _TIED) for c in plain if c != BREAK)
        return tied if name[0] == "~" else plain + tied

    def of(self, word: str) -> frozenset[str]:
        """The classes of a word that readers ask for."""
        return self._known[word][2]

    def classify(self, tokens: Tokens) -> None:
        """Set the classes of the tokens of a sentence, and their characters between two breaks."""
        text, known, starts, ends = tokens.text, self._known, tokens.starts, tokens.ends
        read = [known[text[s:e]] for s, e in zip(starts[:-1], ends, strict=False)]
        tied = map(eq, starts, [-1, *ends])
        codes = [t if ties else p for (p, t, _), ties in zip(read, tied, strict=False)]
        tokens.codes = BREAK + "".join(codes) + BREAK
        tokens.classes = [classes for _, _, classes in read] + self._outside

    def several(self, first: str) -> str:
        """The character of a figure of several tokens, given that of the first."""
        return self._several[ord(first) >= _FIRST + _TIED]

    def _foreseen(self) -> Iterator[frozenset[str]]:
        """The sets of classes that a token can have. Patterns are compiled against them."""
        for word in (*self._words, *_SHAPES):
            classes = self._of_word(word)
            yield classes - self._capital
            yield classes | _IN_CAPITALS
        for sign in self._signs:
            yield self._classes(spelt(sign), sign)
        endings = [_NONE, *(self._ends(end) for ends in self._endings.values() for end in ends)]
        may_be = (("WORD", name) for name in ("LETTERS", "VERB", "CAPITAL"))
        for shape in product(*may_be):
            yield from (ending.union(shape) for ending in endings)

    def _read(self, written: str) -> tuple[str, str, frozenset[str]]:
        """The characters of a token as written, and the classes that readers ask for."""
        classes = self._classes(spelt(written), written)
        return *self._both(classes), classes & asked.CLASSES

    def _character(self, classes: Set[str]) -> str:
        """The character of a set of classes, those of patterns only."""
        return self._sets.character(classes & self._in_patterns)

    def _both(self, classes: Set[str]) -> tuple[str, str]:
        """The two characters of a set of classes: for a word behind a space, and for one that
        touches the token before."""
        plain = self._character(classes)
        return plain, chr(ord(plain) + _TIED)

    def _classes(self, word: str, written: str) -> frozenset[str]:
        """All classes of a word in small letters, given how it is written."""
        classes = self._of_word(word) | self._signs.get(written, _NONE)
        return classes | _IN_CAPITALS if written[:1].isupper() else classes - self._capital

    def _of_word(self, word: str) -> frozenset[str]:
        """The classes of a word in small letters however it is written, those of names too."""
        classes = self._words.get(word, _NONE) | _shape(word)
        if "WORD" in classes and len(word) > 1:
            classes |= self._ends(word)
        return classes | {"VERB"} if word in self._verbs else classes

    def _ends(self, word: str) -> frozenset[str]:
        """The classes that a word has by its ending."""
        return frozenset(name for name, ends in self._endings.items() if word.endswith(ends))


class _Known(dict[str, tuple[str, str, frozenset[str]]]):
    """A cache of what was read of words; it is emptied when it is full."""

    def __init__(self, read: Callable[[str], tuple[str, str, frozenset[str]]]) -> None:
        self._read = read

    def __missing__(self, written: str) -> tuple[str, str, frozenset[str]]:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        return self.setdefault(written, self._read(written))


def _by_word(classes: Mapping[str, Iterable[str]], needed: Set[str]) -> dict[str, frozenset[str]]:
    """The classes of each word, of those that are needed."""
    found: dict[str, set[str]] = {}
    for name in classes.keys() & needed:
        for word in classes[name]:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def _shape(word: str) -> set[str]:
    """The classes that a word has by its letters and digits alone."""
    if word[:1].isdecimal() or (word[:1] == "." and word[1:2].isdecimal()):
        return {"DIGITS"} | _number(word)
    if not word[:1].isalpha():
        return {"SIGN"}
    return (
        {"WORD"}
        | ({"LETTERS"} if word.isalpha() else set())
        | ({"LETTER"} if len(word) == 1 else set())
    )


def _number(word: str) -> set[str]:
    """The classes that a number has by how it is written: an hour, the number of a note."""
    size, whole = len(word), word.isdecimal()
    shape = {"SHORT"} if size <= _SHORT else set()
    if whole:
        shape |= {"WHOLE"} | ({"NOUGHT"} if word[0] == "0" and size > 1 else set())
        shape |= {"FOUR_DIGITS"} if size == _SHORT else set()
    hour, _, minutes = word.partition(".")
    if hour.isdecimal() and len(minutes) == 2 and minutes.isdecimal():
        shape |= {"HOUR_STOP"} if int(hour) < 24 and int(minutes) < 60 else set()
    note = size == 1 or (whole and 2 < size <= _SHORT)  # in parentheses, two digits are an age
    return shape | ({"NOTE"} if note else set())
