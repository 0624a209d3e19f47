"""Bundles of articles whose truth is known because it was chosen before a word was written."""

from __future__ import annotations

from datetime import date

from factcheck.models import Article, Span
from factcheck.record import Figure, Name, Record
from factcheck.results import Verdict


class KnownClaim(Record):
    """One answer as it stands in an article.

    `span` holds the bare figure or day in `Article.text`: "6,000" of "about 6,000 people",
    "2.3 million" of "$2.3 million", "Tuesday" of "on Tuesday". `low` and `high` are the figures
    as written, `None` where unbounded; a date has `day`, a time of day has `clock` (HH:MM).
    `restated` marks "32 kilometers" of "20 miles (32 kilometers)".
    """

    article_id: Name
    span: Span
    low: Figure | None = None
    high: Figure | None = None
    day: date | None = None
    clock: str | None = None
    restated: bool = False


class KnownGroup(Record):
    """The claims that answer one question, and the verdict that must come of them.

    `question` says in words what is asked, `relation` how the answers were made to differ.
    `also_right` are verdicts that a careful reader could give as well. `origins` is the number
    of independent origins: outlets that print one wire sentence count once; `None` where
    readers could differ on it.
    """

    question: Name
    relation: Name
    claims: tuple[KnownClaim, ...]
    verdict: Verdict
    also_right: tuple[Verdict, ...] = ()
    origins: int | None = None


class KnownBundle(Record):
    """Articles on one event with the groups and verdicts that are right for them.

    `apart` are pairs of claims that look alike and answer two questions: a part and its whole,
    this year's toll and that of an earlier disaster. They must never be shown as a conflict.
    """

    topic: Name
    articles: tuple[Article, ...]
    groups: tuple[KnownGroup, ...]
    apart: tuple[tuple[KnownClaim, KnownClaim], ...] = ()
