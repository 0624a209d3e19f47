"""How a made-up paper writes: numbers, days, hours and titles in its style, at their offsets."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from factcheck.testing.answers import AnswerForm, NewsAnswer
from factcheck.testing.topics import Fact, Outlet
from factcheck.testing.writing import (
    Desk,
    Mark,
    Passage,
    Slot,
    _clock,
    _day,
    _title,
    attributed,
    fits,
    number,
    write,
)

PRINTED = date(2023, 5, 10)  # a Wednesday
FACT: dict[str, Any] = {
    "asks": "?", "figures": (1, 9), "things": ("boats",), "wordings": ("a", "b", "c", "d"),
}  # fmt: skip


def desk(**changes: object) -> Desk:
    style: dict[str, object] = {
        "name": "Olm Echo", "english": "us", "spell_below": 10, "day": "bare", "title": False,
        **changes,
    }  # fmt: skip
    return Desk(Outlet.model_validate(style), PRINTED, {"town": "Olm"}, "GBP")


def fact(**changes: object) -> Fact:
    return Fact.model_validate({**FACT, **changes})


def exact(figure: str, unit: str | None = None) -> NewsAnswer:
    return NewsAnswer.exact(Decimal(figure), unit)


@pytest.mark.parametrize(
    ("figure", "below", "written"),
    [
        ("9", 10, "nine"), ("10", 10, "10"), ("10", 100, "ten"), ("19", 100, "nineteen"),
        ("20", 100, "twenty"), ("21", 100, "twenty-one"), ("99", 100, "ninety-nine"),
        ("100", 100, "100"), ("0", 1, "zero"), ("0", 0, "0"), ("3.5", 10, "3.5"),
        ("3.50", 0, "3.5"), ("1234", 10, "1,234"), ("1234.5", 10, "1,234.5"),
        ("999999", 10, "999,999"), ("1000000", 10, "1 million"), ("2300000", 10, "2.3 million"),
        ("2340000", 10, "2.34 million"), ("2345000", 10, "2,345,000"),
        ("40000000", 10, "40 million"), ("400000000", 10, "400 million"),
        ("1000000000", 10, "1 billion"), ("1250000000", 10, "1.25 billion"),
        ("999000000", 10, "999 million"),
    ],
)  # fmt: skip
def test_a_number_in_words_or_digits(figure: str, below: int, written: str) -> None:
    assert number(Decimal(figure), below) == written


@pytest.mark.parametrize(
    ("clock", "us", "uk"),
    [
        (time(0, 5), "12:05 a.m.", "12.05am"), (time(1), "1 a.m.", "1am"),
        (time(11, 59), "11:59 a.m.", "11.59am"), (time(12), "12 p.m.", "12pm"),
        (time(13, 30), "1:30 p.m.", "1.30pm"), (time(23), "11 p.m.", "11pm"),
    ],
)  # fmt: skip
def test_an_hour_on_either_side_of_the_sea(clock: time, us: str, uk: str) -> None:
    assert (_clock(clock, "us"), _clock(clock, "uk")) == (us, uk)


@pytest.mark.parametrize(
    ("style", "ago", "us", "uk"),
    [
        ("bare", 1, "Tuesday", "Tuesday"), ("bare", 6, "Thursday", "Thursday"),
        ("bare", 7, "on May 3", "on 3 May"), ("weekday", 1, "on Tuesday", "on Tuesday"),
        ("weekday", 7, "on May 3", "on 3 May"),
        ("weekday_date", 1, "on Tuesday, May 9", "on Tuesday, 9 May"),
        ("weekday_date", 7, "on May 3", "on 3 May"), ("date", 1, "on May 9", "on 9 May"),
        ("yesterday", 0, "on Wednesday", "on Wednesday"),
        ("yesterday", 1, "yesterday", "yesterday"),
        ("yesterday", 2, "on Monday", "on Monday"),
    ],
)  # fmt: skip
def test_a_day_in_the_style_of_a_paper(style: str, ago: int, us: str, uk: str) -> None:
    day = date(2023, 5, 10 - ago)
    for english, written in (("us", us), ("uk", uk)):
        paper = desk(day=style, english=english)
        assert "".join(_day(day, paper, Random(1))) == written


@pytest.mark.parametrize(
    ("wording", "form", "low", "fit"),
    [
        ("It has {figure} {things}.", "vague", 24, True),
        ("It has {figure} dead.", "vague", 24, False),
        ("It was put at {figure} {things}.", "at_least", 24, False),
        ("It was put at {figure} {things}.", "over", 24, True),
        ("It has {figure} {things}.", "at_least", 24, True),
        ("The {bare} {things} sank.", "exact", 24, True),
        ("The {bare} {things} sank.", "about", 24, False),
        ("{figure} sank.", "exact", 99, True), ("{figure} sank.", "exact", 100, False),
        ("{bare} sank.", "exact", 100, False), ("{figure} sank.", "range", 100, False),
        ("{figure} sank.", "range", 99, True), ("{figure} sank.", "about", 100, True),
        ("It sank {figure}.", "exact", 100, True),
    ],
)  # fmt: skip
def test_what_a_wording_can_hold(wording: str, form: str, low: int, fit: bool) -> None:
    answer = NewsAnswer(AnswerForm(form), Decimal(low), Decimal(low))
    assert fits(wording, answer) is fit


def written(wording: str, answer: NewsAnswer, paper: Desk, seed: int = 1, **of: Any) -> Passage:
    headline = bool(of.pop("headline", False))
    slots = dict.fromkeys(("figure", "bare", "day", "clock"), Slot(answer, "?"))
    return write(wording, fact(**of), slots, paper, Random(seed), headline=headline)


@pytest.mark.parametrize(
    ("wording", "answer", "of", "text", "marked"),
    [
        ("In {town} {figure} {things} sank.", exact("4"), {}, "In Olm four boats sank.", "four"),
        ("In {town} {figure} {things} sank.", exact("14"), {}, "In Olm 14 boats sank.", "14"),
        ("{figure} {things} sank.", exact("14"), {}, "Fourteen boats sank.", "Fourteen"),
        ("{figure} {things} sank.", exact("4"), {"headline": True}, "4 boats sank.", "4"),
        ("It cost {figure}.", exact("4"), {"sort": "money"}, "It cost £4.", "4"),
        ("It shook at {figure}.", exact("7.0"), {"sort": "bare"}, "It shook at 7.0.", "7.0"),
        ("It sank {clock}.", NewsAnswer(clock=time(5)), {"sort": "clock"}, "It sank 5 a.m.",
         "5 a.m."),
        ("It sank {day}.", NewsAnswer(day=date(2023, 5, 9)), {"sort": "day"}, "It sank Tuesday.",
         "Tuesday"),
        ("It hit {figure} {things}.", NewsAnswer(AnswerForm.VAGUE, Decimal(24)), {},
         "It hit dozens of boats.", "dozens"),
        ("It runs {figure}.", exact("4", "mile"), {"sort": "measure", "unit": "mile"},
         "It runs 4 miles.", "4"),
    ],
)  # fmt: skip
def test_a_figure_is_written_and_marked(
    wording: str, answer: NewsAnswer, of: dict[str, Any], text: str, marked: str
) -> None:
    made = written(wording, answer, desk(), **of)
    assert made.text == text
    (mark,) = made.marks
    assert text[mark.start : mark.end] == marked
    assert (mark.group, mark.answer, mark.restated) == ("?", answer, False)


def test_a_range_is_written_in_two_ways_and_at_the_head_in_one() -> None:
    answer = NewsAnswer(AnswerForm.RANGE, Decimal(20), Decimal(30))
    seen = {written("It has {figure}.", answer, desk(), seed).text for seed in range(40)}
    assert seen == {"It has between 20 and 30.", "It has 20 to 30."}
    heads = {written("{figure} sank.", answer, desk(), seed).text for seed in range(40)}
    assert heads == {"Between twenty and thirty sank."}


def test_one_measure_in_six_is_given_again() -> None:
    answer, again = exact("20", "mile"), 0
    for seed in range(300):
        made = written("It ran {figure}.", answer, desk(), seed, sort="measure", unit="mile")
        if len(made.marks) == 1:
            assert made.text == "It ran 20 miles."
            continue
        again += 1
        assert made.text == "It ran 20 miles (32 kilometers)."
        _, mark = made.marks
        assert made.text[mark.start : mark.end] == "32"
        assert (mark.answer, mark.restated) == (exact("32", "kilometre"), True)
    assert 30 < again < 70
    for of in ({"sort": "measure", "unit": "mile", "headline": True}, {"sort": "count"}):
        made_all = [written("It ran {figure}.", answer, desk(), n, **of) for n in range(60)]
        assert {len(made.marks) for made in made_all} == {1}


def test_a_title_has_capitals_but_for_small_words() -> None:
    title = written("{figure} {things} lost in {town} storm", exact("4"), desk(title=True),
                    headline=True)  # fmt: skip
    assert title.text == "4 Boats Lost in Olm Storm"
    plain = written("{figure} {things} lost in storm", exact("4"), desk(), headline=True)
    assert plain.text == "4 boats lost in storm"
    assert [_title(word) for word in ("of", "boats", "A", "")] == ["of", "Boats", "A", ""]


def test_a_speaker_is_named_once() -> None:
    marks = (Mark(3, 4, "?", exact("4")),)
    seen = {
        attributed(Passage("It 4 sank.", marks), desk(), Random(seed)).text for seed in range(40)
    }
    speakers = ("officials", "authorities", "a spokesman", "a spokeswoman")
    assert seen == {f"It 4 sank, {who} said Wednesday." for who in speakers}
    early = attributed(Passage("It sank at 5 a.m.", marks), desk(), Random(1))
    assert early.text.startswith("It sank at 5 a.m., ")
    assert early.marks == marks
    for known in ("Police said it sank.", "According to the crew it sank."):
        assert attributed(Passage(known), desk(), Random(1)).text == known


def test_marks_move_with_their_text() -> None:
    one = Passage("It 4 sank.", (Mark(3, 4, "?", exact("4")),))
    both = one.then(one, "\n\n")
    assert [both.text[mark.start : mark.end] for mark in both.marks] == ["4", "4"]
    assert one.then(one).text == "It 4 sank. It 4 sank."
