"""A report as one self-contained page of HTML, and as fragments for notebooks.

All that articles contain is untrusted: templates escape it, only addresses of the web become
links, and the page's own policy lets the browser run the one script of the page and load nothing.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.arithmetic import in_own_context
from factcheck.errors import MissingExtraError
from factcheck.files import write_text
from factcheck.judge.phrasing import answer, number_of
from factcheck.models import Claim
from factcheck.report.charts import GRID, INK, MUTED, PALETTE, PAPER, strip_plot, time_line
from factcheck.report.extras import needed_for
from factcheck.report.glossary import glossary
from factcheck.report.html.folded import claims_of, folded
from factcheck.report.html.questions import questions_to_ask
from factcheck.report.html.view import Page, card_of, page_of, summary
from factcheck.report.printable import inert
from factcheck.report.strips import course_of, strip_of
from factcheck.report.wording import kind_in_words
from factcheck.results import Group, Report

if TYPE_CHECKING:
    import altair
    from jinja2 import Environment

Watch = Callable[[str, int, int | None], None]  # a stage, how much of it is done, of how much
MARK = '<meta name="generator" content="factcheck">'  # of a page that may be written over
_SCRIPTS = ("drawing.js", "page.js", "corrections.js")  # one script on the page
_WORTH_DRAWING = 3  # answers
# Cards with charts: a chart takes a tenth of a second, and the list beside it says the same. A
# page of 800 articles would be drawn for half a minute, down to where nobody looks.
_MOST_DRAWN = 24
# What the drawing says to no reader of the page: names of marks for scripts, roles beside that of
# the figure, empty paths. A third of its size.
_NOISE = re.compile(
    r'<path class="(?:background|foreground)" [^>]*/>'
    r'| (?:class|role|aria-[a-z]+|pointer-events|xmlns:xlink|version)="[^"<>]*"(?=[^<>]*>)'
)
_SIZE = re.compile(r'^<svg([^>]*?) width="[\d.]+" height="[\d.]+"')
# The colours of the page at night: those of a chart by day, and what stands for them.
_NIGHT = {
    INK: "#eceef1", MUTED: "#b4bac4", GRID: "#3a3f47", PAPER: "#1d2025",
    **dict(zip(PALETTE, (
        "#79b8ff", "#ff9d6c", "#63cf9b", "#dba2e4", "#e0c050", "#52cfda", "#ff8cb4", "#b7bfca",
    ), strict=True)),
}  # fmt: skip


@in_own_context
def report_html(report: Report, watch: Watch | None = None) -> str:
    """The whole report as one page; `watch` is called with how many of its charts are drawn.

    Raises `MissingExtraError` without the extra `report`.
    """
    page = page_of(report)
    environment = _environment()
    style = environment.get_template("style.css.jinja").render(night=_NIGHT, palette=PALETTE)
    script = "\n".join((files(__package__) / name).read_text(encoding="utf-8") for name in _SCRIPTS)
    return inert(
        environment.get_template("page.html.jinja").render(
            page=page,
            glossary=glossary(),
            # Both stand in the page unescaped: they are ours, and the policy knows their hashes.
            style=_unescaped(style),
            script=_unescaped(script),
            data=_unescaped(folded(report, page)),
            style_hash=_digest(style),
            script_hash=_digest(script),
            drawings=_first_drawings(page, watch),
        )
    )


def _first_drawings(page: Page, watch: Watch | None) -> dict[int, tuple[tuple[str, str], ...]]:
    """The charts of the first cards that have any, by the number of the card."""
    cards = [c for chapter in (*page.urgent, *page.settled) for c in chapter.cards if c.full]
    found: dict[int, tuple[tuple[str, str], ...]] = {}
    for card in cards:
        if len(found) == _MOST_DRAWN:
            break
        if drawn := drawings(card.group):
            found[card.number] = drawn
            if watch is not None:
                watch("drawing charts", len(found), min(_MOST_DRAWN, len(cards)))
    return found


def write_html(report: Report, path: str | PathLike[str], watch: Watch | None = None) -> Path:
    """Writes the page to `path` in UTF-8 and returns the path; `watch` as for `report_html`.

    Raises `MissingExtraError` without the extra `report`, and `OSError` where it cannot write.
    """
    return write_text(report_html(report, watch), path, "<!doctype html>", MARK)


def report_fragment(report: Report) -> str | None:
    """The summary, the questions with more than one answer and those to ask, for a notebook.

    `None` without the extra `report`: the notebook then shows the plain text.
    """
    articles = {article.id: article for article in report.articles}
    cards = [card_of(group, articles) for group in report.groups]
    compared = [card for card in cards if card.full]
    return _fragment(
        "report",
        cards=compared,
        possible=questions_to_ask(report),
        summary=summary(report),
        notes=report.notes,
        glossary=glossary(),
    )


def group_fragment(group: Group) -> str | None:
    """The positions, the reason and the charts of one group, for a notebook."""
    return _fragment("group", card=card_of(group, {}), drawings=lambda: drawings(group))


def claim_fragment(claim: Claim) -> str | None:
    """The words of one claim and its parsed value, for a notebook."""
    read = {
        "kind": kind_in_words(claim.kind),
        "read as": answer(claim),
        "subject": claim.subject,
        "place": claim.place,
        "quoting": claim.attribution,
        "article": f"{claim.article_id}, characters {claim.span.start} to {claim.span.end}",
        "found by": claim.rule,
    }
    return _fragment("claim", claim=claim, read={k: v for k, v in read.items() if v})


def _fragment(name: str, **shown: Any) -> str | None:
    """A part of a report as HTML for a notebook; `None` if Jinja is not installed."""
    try:
        return inert(_environment().get_template("fragment.html.jinja").render(shown=name, **shown))
    except MissingExtraError:
        return None


@in_own_context
def drawings(group: Group) -> tuple[tuple[str, str], ...]:
    """The charts of a group as SVG, each with a description: the positions on a line where there
    are three or more, and the course of a change. Empty where none is drawn."""
    found = []
    # Two answers are seen at a glance in the list beside the chart.
    if len(group.positions) >= _WORTH_DRAWING and (strip := strip_of(group)):
        answers = "; ".join(
            f"{position.answer} ({number_of(position.origins, 'origin')})"
            for position in group.positions
        )
        found.append((_svg(strip_plot(strip)), f"The positions on a line: {answers}."))
    if course := course_of(group):
        moves = "; ".join(f"{a.row.answer} became {b.row.answer}" for a, b in course.moves)
        found.append((_svg(time_line(course)), f"The figure over time: {moves}."))
    return tuple(found)


def _svg(chart: altair.LayerChart) -> str:
    """A chart as SVG that scales with the page, without script and external resources."""
    with needed_for("A drawing", "report"):
        from vl_convert import vegalite_to_svg
    # Altair's check of the whole chart would take as long again as drawing it.
    svg: str = vegalite_to_svg(chart.to_dict(validate=False), allowed_base_urls=[])
    slim = _NOISE.sub("", svg)
    return _unescaped(_SIZE.sub(r'<svg aria-hidden="true"\1', slim, count=1))


@cache
def _environment() -> Environment:
    """The Jinja environment of a page: its templates, escaping and filters. Raises
    `MissingExtraError` if Jinja is not installed."""
    with needed_for("A page", "report"):
        from jinja2 import Environment, PackageLoader, StrictUndefined
    environment = Environment(
        loader=PackageLoader(__package__, "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["claims_of"] = claims_of
    environment.filters["sentence"] = _sentence
    return environment


def _sentence(words: str) -> str:
    """Words as a sentence: a capital and a full stop."""
    return f"{words[:1].upper()}{words[1:]}."


def _unescaped(text: str) -> str:
    """Mark markup of our own as safe, so that templates do not escape it."""
    with needed_for("A page", "report"):
        from markupsafe import Markup
    return Markup(text)


def _digest(text: str) -> str:
    """The digest of a script for the page's Content Security Policy."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
