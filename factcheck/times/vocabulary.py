"""The words of times: a text becomes one character for each of its words and phrases.

The character stands for the classes of the word, which the patterns of `grammar` read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from factcheck.lexicon import Lexicon, load
from factcheck.text.patterns import literal
from factcheck.text.tokeniser import HALF_OF_DAY, JOINT, LINE, NUMBER, ORDINAL, TextTokens
from factcheck.text.word_classes import WordClasses

Value = str | int


class _Words(Lexicon):
    """The shape of `time_words.toml`."""

    need_capital: tuple[str, ...]
    unions: dict[str, tuple[str, ...]]
    classes: dict[str, dict[str, Value]]


class _Holidays(Lexicon):
    """The shape of `time_holidays.toml`."""

    fixed: dict[str, str]
    named: dict[str, str]
    easter: dict[str, int]
    national: dict[str, str]
    ruled: dict[str, tuple[int, int, int, int]]


OTHER = "x"
BREAK = "|"

# What times take as one: the shapes of dates, clock times and numbers.
_TIES = re.compile(
    rf"""
    {JOINT}(?:
      (?P<iso>4-2-2)                                                       # 2023-12-26
    | (?P<slashes>[0-4]/[12]/[0-4](?!/))                                     # 12/26/2023
    | (?P<clock12>[12](?:[:.]2)?\ ?
        (?:{HALF_OF_DAY}(?!\w) | [AaPp]\.\ ?[Mm](?!\w)\.?))                    # 5:30 p.m.
    | (?P<clock>[12]:2(?::2)?(?!:))                                        # 17:06
    | (?P<decade>['’]?[2340]s(?!\w))                                       # 1990s, '90s
    | (?P<ordinal>[12]{ORDINAL}(?!\w))                                     # 26th
    | \d(?:[.,]\d)+                                                       # 2,000, 1.5
    )
    """,
    re.VERBOSE,
)
# One of each set of classes that a number can have: the patterns are compiled against these.
_EVERY_SORT_OF_NUMBER = (
    *("0", "7", "28", "45", "00", "07", "12", "31", "99", "345", "0735", "0999", "1045", "1099"),
    *("1300", "1399", "1930", "1999", "2030", "2099", "2260", "2399", "9999", "12345"),
    *("2,000", "1.5", "5.30"),
)

_SHAPES = {
    "iso": frozenset({"ISO_DATE"}),
    "slashes": frozenset({"SLASH_DATE"}),
    "clock12": frozenset({"CLOCK12"}),
    "clock": frozenset({"CLOCK"}),
    "decade": frozenset({"DECADE"}),
}
# A line of at least so many characters was broken to fit a column, not to end a paragraph.
_WRAPPED_LINE = 40


@dataclass(frozen=True, slots=True)
class TimeTokens:
    """The words of a text: where each begins and ends, and one class character for each."""

    text: str
    starts: list[int]
    ends: list[int]
    codes: str

    def word(self, index: int) -> str:
        """The word as the lexicon spells it."""
        return " ".join(self.text[self.starts[index] : self.ends[index]].lower().split())

    def raw(self, index: int) -> str:
        """The word as written."""
        return self.text[self.starts[index] : self.ends[index]]


class Vocabulary:
    """The classes of one language, compiled for reading texts.

    `literals` are the words that patterns name one by one; each is a class of its own.
    """

    def __init__(self, words: _Words, holidays: Iterable[str], literals: Iterable[str]) -> None:
        self._values = dict(words.classes)
        self._classes = WordClasses(words.unions, {"OTHER": OTHER, "BREAK": BREAK})
        self._character = self._classes.character
        self.characters = self._classes.characters
        self._numbers: dict[str, str] = {}
        any_case: dict[str, set[str]] = {}
        capital: dict[str, set[str]] = {}
        for name, members in words.classes.items():
            table = capital if name in words.need_capital else any_case
            for word in members:
                table.setdefault(word, set()).add(name)
        for word in holidays:
            capital.setdefault(word, set()).add("HOLIDAY")
        for word in literals:
            any_case.setdefault(word, set()).add(literal(word))
        self._lower = {word: self._character(names) for word, names in any_case.items()}
        self._upper = {
            word: self._character(any_case.get(word, set()) | capital.get(word, set()))
            for word in any_case.keys() | capital.keys()
        }
        self._phrases: dict[str, list[tuple[str, ...]]] = {}
        for phrase in self._upper:
            parts = tuple(phrase[start:end] for _, start, end in TextTokens(phrase).joined(_TIES))
            if len(parts) > 1:
                self._phrases.setdefault(parts[0], []).append(parts)
        self._second_words = frozenset(
            parts[1] for longer in self._phrases.values() for parts in longer
        )
        for longer in self._phrases.values():
            longer.sort(key=len, reverse=True)
        for classes in _SHAPES.values():
            self._character(classes)
        for number in _EVERY_SORT_OF_NUMBER:
            self._numeral(number)
        self._ordinal = {
            fits: self._character({"ORDINAL", "DAY"} if fits else {"ORDINAL"})
            for fits in (True, False)
        }

    def find(self, word: str, *names: str) -> Value | None:
        """The value of a word in the first of several classes that has it, or `None`."""
        for name in names:
            for member in self._classes.unions.get(name, (name,)):
                if (found := self._values[member].get(word)) is not None:
                    return found
        return None

    def read(self, tokens: TextTokens) -> TimeTokens:
        """The words of a text with their classes. Linear in its length."""
        text = tokens.text
        starts: list[int] = []
        ends: list[int] = []
        codes: list[str] = []
        heads: list[int] = []
        lower, upper, seconds = self._lower, self._upper, self._second_words
        line_start = 0
        for kind, start, end in tokens.joined(_TIES):
            if kind in _SHAPES:
                code = self._character(_SHAPES[kind])
            elif kind == LINE:
                wrapped = _is_wrapped(text, line_start, start, end)
                line_start = end
                if wrapped:
                    continue
                code = BREAK
            elif kind == "ordinal":
                code = self._ordinal[1 <= int(text[start : end - 2]) <= 31]
            else:
                word = text[start:end]
                if kind == NUMBER:
                    key, code = word, self._numeral(word)
                else:
                    key = word.lower()
                    code = (lower if key == word else upper).get(key, OTHER)
                if key in seconds and codes:
                    heads.append(len(codes) - 1)  # "Q3"
            starts.append(start)
            ends.append(end)
            codes.append(code)
        found = TimeTokens(text, starts, ends, "".join(codes))
        return self._merge(found, heads) if heads else found

    def _merge(self, tokens: TimeTokens, heads: list[int]) -> TimeTokens:
        """The same words, with each phrase of the lexicon joined to one word."""
        starts, ends, codes = [], [], []
        done = 0
        for head in heads:
            if head < done:
                continue
            found = self._phrase_at(tokens, head)
            if found is None:
                continue
            size, code = found
            starts += [*tokens.starts[done:head], tokens.starts[head]]
            ends += [*tokens.ends[done:head], tokens.ends[head + size - 1]]
            codes += [tokens.codes[done:head], code]
            done = head + size
        starts += tokens.starts[done:]
        ends += tokens.ends[done:]
        codes.append(tokens.codes[done:])
        return TimeTokens(tokens.text, starts, ends, "".join(codes))

    def _phrase_at(self, tokens: TimeTokens, head: int) -> tuple[int, str] | None:
        """The phrase of several words that begins at a token: how many tokens it has, and its
        code."""
        first = tokens.raw(head)
        for parts in self._phrases.get(first.lower(), ()):
            last = head + len(parts) - 1
            if last >= len(tokens.codes):
                continue
            if all(tokens.word(head + i) == part for i, part in enumerate(parts)):
                key = " ".join(parts)
                key = self._joined(key, tokens.text[tokens.starts[head] : tokens.ends[last]])
                table = self._lower if first[0].islower() else self._upper
                if key in table:
                    return len(parts), table[key]
        return None

    def _joined(self, spaced: str, written: str) -> str:
        """The spelling of a phrase in the lexicon: "new year's", "mid-morning"."""
        tight = " ".join(written.lower().split())
        return tight if tight in self._upper else spaced

    def _numeral(self, word: str) -> str:
        """The code of a number in digits. Short ones are kept, as texts repeat them."""
        code = self._numbers.get(word)
        if code is None:
            code = self._character(_numeral_classes(word))
            if len(word) <= 4:  # every longer number is looked at afresh: texts are endless
                self._numbers[word] = code
        return code


@cache
def holidays(language: str) -> _Holidays:
    """The holidays of a language, by name."""
    names: _Holidays = load("time_holidays", _Holidays, language)
    return names


@cache
def vocabulary(language: str, literals: frozenset[str]) -> Vocabulary:
    """The vocabulary of a language."""
    days = holidays(language)
    names = [*days.fixed, *days.named, *days.easter, *days.national, *days.ruled]
    return Vocabulary(load("time_words", _Words, language), names, sorted(literals))


def _numeral_classes(word: str) -> set[str]:
    """The classes that a number in digits may belong to: a day, an hour, a year."""
    if not word.isascii() or not word.isdigit():
        whole, _, minutes = word.partition(".")
        is_clock = whole.isdigit() and int(whole) < 24 and len(minutes) == 2 and minutes < "60"
        return {"QUANTITY", "CLOCK_STOP"} if is_clock else {"QUANTITY"}
    if len(word) > 4:
        return {"QUANTITY"}
    number = int(word)
    classes = {"INTEGER", "QUANTITY"}
    if len(word) == 2:
        classes.add("SHORT_YEAR")
    if len(word) <= 2:
        classes |= {"DAY"} if 1 <= number <= 31 else set()
        classes |= {"HOUR"} if number <= 24 else set()
    if len(word) == 4:
        classes |= {"CLOCK4"} if number // 100 < 24 and number % 100 < 60 else set()
        classes |= {"YEAR"} if 1000 <= number < 2100 else set()
        classes |= {"NEAR_YEAR"} if 1900 <= number < 2060 else set()
    return classes


def _is_wrapped(text: str, line_start: int, start: int, end: int) -> bool:
    """Whether a line break only wraps a long line: no blank line, no end of a sentence."""
    last = text[max(0, start - 4) : start].rstrip()[-1:]
    return (
        text.count("\n", start, end) == 1
        and start - line_start >= _WRAPPED_LINE
        and last not in ".!?:;\"'”’)"
    )
