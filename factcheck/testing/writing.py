"""Write an answer in the style of one paper, with the offsets of each figure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal
from random import Random
from string import Formatter

from factcheck.testing.answers import AnswerForm, NewsAnswer, converted
from factcheck.testing.topics import Fact, Outlet, Sort, month_of, weekday_of, words


@dataclass(frozen=True)
class Mark:
    """The place of a claim in a text, the group of the claim and its answer."""

    start: int
    end: int
    group: str
    answer: NewsAnswer
    restated: bool = False

    def moved(self, by: int) -> Mark:
        """The mark when `by` characters are put in front of the text."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True)
class Passage:
    """A stretch of text with its marks."""

    text: str
    marks: tuple[Mark, ...] = ()

    def then(self, other: Passage, between: str = " ") -> Passage:
        """Both passages, one after the other."""
        by = len(self.text) + len(between)
        marks = self.marks + tuple(mark.moved(by) for mark in other.marks)
        return Passage(self.text + between + other.text, marks)


@dataclass(frozen=True)
class Desk:
    """The context of a writer: the paper, its day of print, the names of the event, the
    currency."""

    outlet: Outlet
    published: date
    setting: Mapping[str, str]
    currency: str


@dataclass(frozen=True)
class Slot:
    """The content of a slot of a wording: an answer, and the group that it belongs to."""

    answer: NewsAnswer
    group: str


def fits(wording: str, answer: NewsAnswer) -> bool:
    """Whether an answer can stand in a wording: no bare "dozens", no "at at least"."""
    if answer.form is AnswerForm.VAGUE:
        return "{figure} {things}" in wording
    if answer.form is AnswerForm.AT_LEAST and " at {figure}" in wording:
        return False
    if "{bare}" in wording and answer.form is not AnswerForm.EXACT:
        return False
    opens = wording.startswith(("{figure}", "{bare}"))
    # A sentence does not open with digits, and nobody spells out 4,850.
    spelled = answer.low is None or answer.low < 100
    return not (opens and answer.form in (AnswerForm.EXACT, AnswerForm.RANGE) and not spelled)


def write(
    wording: str,
    fact: Fact,
    slots: Mapping[str, Slot],
    desk: Desk,
    random: Random,
    *,
    headline: bool = False,
) -> Passage:
    """The wording with its slots filled, and the marks of its figures."""
    text = ""
    marks: list[Mark] = []
    for literal, name, _, _ in Formatter().parse(wording):
        # "at 5 a.m." at the end of a sentence has one stop, not two.
        text += literal[1:] if text.endswith(".") and literal.startswith(".") else literal
        if name is None:
            continue
        if name not in slots:
            text += random.choice(fact.things) if name == "things" else desk.setting[name]
            continue
        slot = slots[name]
        opens = not text and not headline
        before, figure, after = _written(slot.answer, fact, desk, random, opens, headline)
        start = len(text) + len(before)
        marks.append(Mark(start, start + len(figure), slot.group, slot.answer))
        text += before + figure + after
        if fact.sort is Sort.MEASURE and not headline and random.randrange(6) == 5:
            again = _restated(slot.answer, desk, random)
            if again is not None:
                other, figure, unit = again
                at = len(text) + len(" (")
                text += f" ({figure}{unit})"
                marks.append(Mark(at, at + len(figure), slot.group, other, restated=True))
    if headline and desk.outlet.title:
        text = " ".join(_title(word) for word in text.split(" "))
    return Passage(text[:1].upper() + text[1:], tuple(marks))


def attributed(passage: Passage, desk: Desk, random: Random) -> Passage:
    """The sentence with its speaker and day of speech, unless it has one already.

    "The trains collided on Monday, officials said on Tuesday."
    """
    written = set(re.findall(r"[a-z]+", passage.text.lower()))
    if not written.isdisjoint(words().reporting):
        return passage
    before, day = _day(desk.published, desk, random)
    said = f", {random.choice(words().speakers)} said {before}{day}."
    return Passage(_without_stop(passage.text) + said, passage.marks)


def _without_stop(sentence: str) -> str:
    """The sentence without its full stop; that of "a.m." stays."""
    return sentence if re.search(r"[ap]\.m\.$", sentence) else sentence.removesuffix(".")


def _written(
    answer: NewsAnswer, fact: Fact, desk: Desk, random: Random, opens: bool, headline: bool
) -> tuple[str, str, str]:
    """The words before the figure, the figure, and the words behind it."""
    if answer.day is not None:
        before, day = _day(answer.day, desk, random)
        return before, day, ""
    if answer.clock is not None:
        return "", _clock(answer.clock, desk.outlet.english), ""
    spell_below = 100 if opens else 1 if headline else desk.outlet.spell_below
    if fact.sort is not Sort.COUNT and not opens:
        spell_below = 0
    hedge = _hedge(answer.form, random, headline)
    sign = words().currencies[desk.currency] if fact.sort is Sort.MONEY else ""
    behind = ""
    if answer.unit is not None:
        names = words().units[answer.unit]
        name = random.choice(names.us if desk.outlet.english == "us" else names.uk)
        # "Twelve %" is nobody's style.
        name = names.us[0] if name == "%" and opens else name
        behind = name if name == "%" else f" {name}"
    if answer.form is AnswerForm.VAGUE:
        vague = next(vague for vague in words().vague if vague.low == answer.low)
        return "", vague.word.removesuffix(" of"), " of"
    if answer.form is AnswerForm.RANGE:
        assert answer.low is not None
        assert answer.high is not None
        low, high = (sign + number(end, spell_below) for end in (answer.low, answer.high))
        if random.randrange(2) or opens:
            return "between ", f"{low} and {high}", behind
        return "", f"{low} to {high}", behind
    figure = answer.low if answer.low is not None else answer.high
    assert figure is not None
    if fact.sort is Sort.BARE and figure.as_tuple().exponent == -1:
        # A quake of 7.0 is not one of 7.
        return "", f"{figure:f}", ""
    return hedge + sign, number(figure, 0 if hedge and spell_below == 100 else spell_below), behind


def _restated(answer: NewsAnswer, desk: Desk, random: Random) -> tuple[NewsAnswer, str, str] | None:
    """The figure restated in the other unit, as in "20 miles (32 kilometers)", with its words."""
    if answer.form is not AnswerForm.EXACT or answer.low is None or answer.unit is None:
        return None
    other = converted(answer.low, answer.unit)
    if other is None or other.low is None or other.unit is None:
        return None
    names = words().units[other.unit]
    name = random.choice(names.us if desk.outlet.english == "us" else names.uk)
    return other, number(other.low, 0), f" {name}"


def _hedge(form: AnswerForm, random: Random, headline: bool) -> str:
    """The words of a form before its figure; empty without any."""
    table = words().headline_hedges if headline else words().hedges
    return random.choice(table[form.value]) + " " if form.value in table else ""


def number(figure: Decimal, spell_below: int) -> str:
    """A figure in words below `spell_below` (at most 100), else in digits; "2.3 million"."""
    whole = figure == figure.to_integral_value()
    if whole and figure < spell_below:
        return _spelled(int(figure))
    for size, name in ((10**9, "billion"), (10**6, "million")):
        if figure >= size and (figure / size).normalize().as_tuple().exponent in (0, -1, -2, 1, 2):
            return f"{(figure / size).normalize():f} {name}"
    return f"{int(figure):,}" if whole else f"{figure.normalize():,f}"


def _spelled(figure: int) -> str:
    """A number below 100 in words."""
    if figure < 20:
        return words().ones[figure]
    tens, ones = divmod(figure, 10)
    return words().tens[tens] + (f"-{words().ones[ones]}" if ones else "")


def _day(day: date, desk: Desk, random: Random) -> tuple[str, str]:
    """A day as the house style of an outlet writes it, and the preposition before it."""
    style, english = desk.outlet.day, desk.outlet.english
    ago = (desk.published - day).days
    if style == "yesterday" and ago == 1:
        return "", "yesterday"
    month, weekday = month_of(day), weekday_of(day)
    on_date = f"{month} {day.day}" if english == "us" else f"{day.day} {month}"
    # A weekday alone is that of the last seven days.
    if style == "date" or ago > 6:
        return "on ", on_date
    if style == "weekday_date":
        return "on ", f"{weekday}, {on_date}"
    return "" if style == "bare" else "on ", weekday


def _clock(clock: time, english: str) -> str:
    """A clock time as British or American papers write it."""
    hour = (clock.hour - 1) % 12 + 1
    minutes = f"{clock.minute:02d}"
    if english == "uk":
        half = "am" if clock.hour < 12 else "pm"
        return f"{hour}.{minutes}{half}" if clock.minute else f"{hour}{half}"
    half = "a.m." if clock.hour < 12 else "p.m."
    return f"{hour}:{minutes} {half}" if clock.minute else f"{hour} {half}"


def _title(word: str) -> str:
    """A word in title case; small words stay small."""
    return word if word in words().small else word[:1].upper() + word[1:]
