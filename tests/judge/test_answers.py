"""A bench of labelled pairs: two sentences on one thing that stays fixed, and the verdict on them.

The sentences go the whole way from words to verdict. `MISSED` is the frozen reference: a change
that wins or loses a pair shows here.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from factcheck import Article, reconcile
from factcheck.models import Quantity
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
