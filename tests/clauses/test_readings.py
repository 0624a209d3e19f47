"""Sentences as the news has them with all that is read of each, judged line by line by what the
English says; a reading that is wrong is left out (`readings.txt`).

What a line does not name is not told, unless it ends with "…".
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck import Article, Claim, extract
from factcheck.models import AsOf, Period, Status

PRINTED = date(2024, 5, 15)  # a Wednesday
TEXT = Path(__file__).with_name("readings.txt").read_text(encoding="utf-8")
READINGS = [(first, rest) for first, *rest in map(str.splitlines, TEXT.split("\n\n"))]


def days(period: Period | None) -> str:
    if period is None or period.start is None:
        return ""
    ends = period.start.isoformat(), period.end.isoformat() if period.end else ""
    return ends[0] if ends[0] == ends[1] else "/".join(ends)


def fields(claim: Claim, article: Article) -> dict[str, str]:
    """All that a claim tells, by the names of `readings.txt`; what is empty is left out."""
    asked, text = claim.question, article.part(claim.part)
    told = {
        "does": "" if asked.patient else asked.predicate,
        "done": asked.predicate if asked.patient else "",
        "noun": asked.head,
        "modifiers": " ".join(asked.modifiers),
        "measured": " ".join(asked.measured),
        "names": " ".join(asked.names),
        "subject": claim.subject,
        "place": claim.place,
        "attribution": claim.attribution,
        "where": " ".join(asked.place),
        "body": asked.body,
        "clause": " ".join(sorted(asked.clause)),
        "origin": " ".join(asked.origin),
        "bearing": asked.bearing,
        "scope": claim.scope,
        "phase": claim.phase,
        "change": claim.change,
        "status": "" if claim.status is Status.ASSERTED else claim.status,
        "part_of": claim.part_of and claim.part_of.of(text),
        "restates": claim.restates and claim.restates.of(text),
        "when": days(claim.when),
        "as_of": "" if claim.as_of_by is AsOf.PRINTED else days(claim.as_of),
    }
    flags = ("bound", "ahead", "earlier", "presumed", "dated")
    told |= {flag: "yes" if getattr(asked, flag) else "" for flag in flags}
    return {name: str(value) for name, value in told.items() if value}


@pytest.mark.parametrize(("sentence", "lines"), READINGS, ids=[first for first, _ in READINGS])
def test_all_that_is_read_of_a_sentence(sentence: str, lines: list[str]) -> None:
    article = Article(id="a", text=sentence, published=PRINTED)
    claims = {(claim.quote, claim.kind): claim for claim in extract(article)}
    for line in lines:
        quote, _, said = line.strip().partition(" : ")
        kind, *parts = said.split("; ")
        expected = dict(part.partition("=")[::2] for part in parts)
        expected = {name: value or "yes" for name, value in expected.items()}
        found = fields(claims[quote, kind], article)
        if expected.pop("…", ""):
            found = {name: value for name, value in found.items() if name in expected}
        assert found == expected, line
