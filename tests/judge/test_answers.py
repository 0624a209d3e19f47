"""A bench of labelled pairs: two sentences on one thing that stays fixed, and the verdict on them.

The sentences go the whole way from words to verdict. `MISSED` is the frozen reference: a change
that wins or loses a pair shows here.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from factcheck import Article, extract, reconcile
from factcheck.answers.comparable import answer_of
from factcheck.models import Quantity
from factcheck.policy import DEFAULT
from factcheck.quantities import find_quantities
from factcheck.results import Verdict

from .newsroom import Told, group_of

PAIRS = Path(__file__).with_name("answers.tsv")
MISSED: frozenset[tuple[str, str]] = frozenset()


def quantity_in(text: str) -> Quantity:
    (mention,) = find_quantities(text)
    return mention.quantity


def test_about_an_hour_and_that_hour_leave_room_for_each_other() -> None:
    told = "The ferry Halden sank {}5 p.m. on Monday off Skarvik."
    articles = [
        Article(id=outlet, publisher=outlet, text=told.format(hedge), published=date(2024, 5, 15))
        for outlet, hedge in (("Gazette", "at about "), ("Herald", "at "))
    ]
    (hour,) = [group for group in reconcile(articles).groups if group.kind == "event_time"]
    assert hour.verdict is Verdict.COMPATIBLE
    assert [position.answer for position in hour.positions] == ["about 17:00"]


@pytest.mark.parametrize(
    ("told", "verdict", "answers"),
    [
        ("October 18", Verdict.AGREE, ["Saturday 18 October 2014"]),
        ("October 17", Verdict.COMPATIBLE,
         ["Friday 17 or Saturday 18 October 2014", "Friday 17 October 2014"]),
        ("October 16", Verdict.CONFLICT,
         ["Friday 17 or Saturday 18 October 2014", "Thursday 16 October 2014"]),
        ("October 19", Verdict.CONFLICT,
         ["Sunday 19 October 2014", "Friday 17 or Saturday 18 October 2014"]),
    ],
)  # fmt: skip
def test_a_day_counted_back_may_be_counted_from_the_day_before_print(
    told: str, verdict: Verdict, answers: list[str]
) -> None:
    """Printed on the 24th, "six days ago" is the 18th, or the 17th where the reporter wrote on the
    23rd; a text is not written after its print."""
    sentence = "The nurse Ada Roe flew home from Tarnby {}, {} said."
    articles = [
        Article(id=outlet, text=sentence.format(day, who), published=date(2014, 10, 24))
        for outlet, day, who in (
            ("Gazette", f"on {told}", "the hospital"),
            ("Herald", "six days ago", "her sister"),
        )
    ]
    (day,) = [group for group in reconcile(articles).groups if group.kind == "event_date"]
    assert day.verdict is verdict
    assert [position.answer for position in day.positions] == answers


def test_a_day_in_an_old_letter_is_in_its_month_and_is_not_the_month() -> None:
    text = "Her aunt posted a photo in May 2013. “Ada left school on Friday,” the post reads."
    claims = extract(Article(id="a", text=text, published=date(2018, 3, 21)))
    posted, left = (claim for claim in claims if claim.kind == "event_date")
    assert posted.when == left.when
    one, other = answer_of(posted, DEFAULT), answer_of(left, DEFAULT)
    assert one is not None
    assert other is not None
    assert one.named != other.named
    assert one.asserted.overlaps(other.asserted)


def test_the_verdicts_on_labelled_pairs() -> None:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    missed = {}
    for row in rows:
        left, right = (Told(quantity_in(row[side])) for side in ("left", "right"))
        for one, other in ((left, right), (right, left)):
            verdict = group_of(one, other).verdict
            if verdict is not Verdict(row["verdict"]):
                missed[row["left"], row["right"]] = (row["verdict"], verdict.value, row["reason"])
    assert missed.keys() == MISSED, missed
    assert len(rows) >= 160
