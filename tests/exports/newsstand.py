"""Reports to export: one on a flood as papers print it, and any number on hostile articles."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from factcheck import reconcile
from factcheck.models import Article
from factcheck.results import Report

GAZETTE = Article(
    id="gazette",
    text="🌊 The flood in Ardmore killed 14 people on Sunday. Nearly 300 homes were flooded.",
    title="Ardmore under water",
    publisher="Valley Gazette",
    published=date(2024, 2, 20),
    url="https://gazette.example/flood",
)
HERALD = Article(
    id="herald",
    text=(
        "Mayor Ines Roth said 55 people died in the flood in Ardmore on Sunday. "
        "Water stood 2.50 metres high, and the night was -5 degrees cold."
    ),
    title="The night of the flood",
    publisher="Hill Herald",
    published=date(2024, 2, 19),
    url="https://herald.example/flood?page=1&print=yes",
)
UNDATED = Article(id="leaflet", text="The flood in Ardmore killed 14 people. 😀 14 people died.")
FLOOD = (GAZETTE, HERALD, UNDATED)

# What ends a script or a field, runs as a formula, or cannot be written at all.
NASTY = (
    "</script><script>alert(1)</script>", "<!--", "]]>", "&amp;", "\u2028", "\u2029", "=1+1",
    "+1", "-1", "@SUM(A1)", "\t=1", "\r", "\n", '"', "'", "'=1", ",", ";", "\0", "\x1b[2J",
    "\u202e", "\u061c", "\u200f", " =1", "\ufeff+1", "\x9b31m", "😀", "é", "\\",
    "javascript:alert(1)", "'; DROP TABLE claims; --",
)  # fmt: skip
words = st.one_of(st.sampled_from(NASTY), st.text(max_size=12))
nasty = st.lists(words, max_size=3).map("".join)
figures = st.integers(2, 90_000)


@st.composite
def articles(draw: st.DrawFn, number: int) -> Article:
    before, after, place = draw(nasty), draw(nasty), draw(nasty)
    return Article(
        id=f"{number}{draw(nasty)}",
        text=f"{before} The flood in {place} killed {draw(figures)} people on Sunday. {after}",
        title=draw(nasty),
        publisher=draw(st.none() | nasty),
        published=draw(st.none() | st.dates(date(2000, 1, 1), date(2030, 1, 1))),
        url=draw(st.none() | nasty | st.just("https://a.example/<x> y")),
    )


reports: st.SearchStrategy[Report] = st.builds(
    lambda *found: reconcile(found), *(articles(number) for number in range(3))
)
