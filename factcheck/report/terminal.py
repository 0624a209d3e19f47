"""The report as a desk reads it on a terminal: conflicts in full, the rest a line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from rich.console import Console, RenderableType
from rich.console import Group as Lines
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from factcheck.findings import Group, Position, Report, Verdict
from factcheck.judge.wording import answer, period
from factcheck.models import Article, Claim, Period
from factcheck.report.printable import printable

EXCERPT = 120  # characters kept on each side of a figure
SHORT_SECTIONS = (
    ("Updates", "cyan", (Verdict.UPDATE,)),
    ("Tensions", "yellow", (Verdict.TENSION,)),
    ("Agreements", "green", (Verdict.AGREE, Verdict.COMPATIBLE)),
)
COUNTED = (
    ("conflict", (Verdict.CONFLICT,)),
    ("update", (Verdict.UPDATE,)),
    ("tension", (Verdict.TENSION,)),
    ("agreement", (Verdict.AGREE, Verdict.COMPATIBLE)),
)


def print_report(report: Report, console: Console) -> None:
    """Prints conflicts with their positions, deciding quotes and reason, then the rest in short."""
    articles = {article.id: article for article in report.articles}
    console.print(_summary(report))
    for number, group in enumerate(report.conflicts, 1):
        console.print()
        console.print(_heading(f"Conflict {number}: {printable(group.label)}", "red"))
        console.print(_conflict(group, articles))
    for title, style, verdicts in SHORT_SECTIONS:
        groups = [group for group in report.groups if group.verdict in verdicts]
        if groups:
            console.print()
            console.print(_heading(title, style))
            console.print(_in_short(groups))
    for note in report.notes:
        console.print()
        console.print(Text(f"Note: {printable(note)}", style="dim"))


def print_claims(articles: Sequence[Article], claims: Iterable[Claim], console: Console) -> None:
    """Prints the claims of each article: kind, figures or days as read, and the words."""
    by_article = {
        article: list(found) for article, found in groupby(claims, key=lambda c: c.article_id)
    }
    for position, article in enumerate(articles):
        if position:
            console.print()
        found = by_article.get(article.id, [])
        console.print(_heading(f"{_outlet(article)}: {_count(len(found), 'claim')}", "bold"))
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True, style="dim")
        table.add_column(max_width=24)
        table.add_column(ratio=1)
        for claim in found:
            table.add_row(
                Text(claim.kind), Text(printable(answer(claim))), Text(printable(claim.quote))
            )
        console.print(table)


def _summary(report: Report) -> Text:
    verdicts = Counter(group.verdict for group in report.groups)
    named = [
        _count(number, name)
        for name, of in COUNTED
        if (number := sum(verdicts[verdict] for verdict in of))
    ]
    size = [_count(len(report.articles), "article"), _count(len(report.claims), "claim")]
    lines = [", ".join(size) + "; " + (", ".join(named) or "nothing to compare") + "."]
    if verdicts[Verdict.SINGLE]:
        lines.append(
            f"{_count(verdicts[Verdict.SINGLE], 'question')} answered by one article only."
        )
    return Text("\n".join(lines))


def _heading(title: str, style: str) -> RenderableType:
    return Rule(Text(title, style=f"bold {style}"), align="left", style="dim")


def _conflict(group: Group, articles: Mapping[str, Article]) -> RenderableType:
    claims = {claim.id: claim for claim in group.claims}
    quotes = [
        _excerpt(claims[name], articles[claims[name].article_id])
        for name in group.deciding
        if name in claims
    ]
    return Lines(
        Text(printable(group.explanation)),
        Padding(_positions(group.positions), (1, 0, 1, 2)),
        *(Padding(quote, (0, 0, 0, 2)) for quote in quotes),
    )


def _positions(positions: Iterable[Position]) -> Table:
    """One row for each answer: the answer, who gives it, and on how many origins it rests."""
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(max_width=26)
    table.add_column(ratio=1)
    table.add_column(justify="right", no_wrap=True, style="dim")
    for position in positions:
        table.add_row(
            Text(printable(position.answer), style="bold"),
            _holders(position),
            _count(position.origins, "origin"),
        )
    return table


def _holders(position: Position) -> Text:
    holders = Text(printable(", ".join(position.publishers)))
    if position.speakers:
        holders.append(printable(f", quoting {' and '.join(position.speakers)}"), style="italic")
    if position.as_of is not None:
        day = period(Period(start=position.as_of, end=position.as_of), "")
        holders.append(f" (as of {day})", style="dim")
    return holders


def _in_short(groups: Iterable[Group]) -> Table:
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(max_width=30)
    table.add_column(ratio=1)
    table.add_column(justify="right", no_wrap=True, style="dim")
    for group in groups:
        answers = " / ".join(position.answer for position in group.positions)
        support = (
            f"{_count(len(_outlets(group)), 'outlet')}, {_count(len(group.origins), 'origin')}"
        )
        table.add_row(Text(printable(group.label)), Text(printable(answers)), support)
    return table


def _outlets(group: Group) -> set[str]:
    return {claim.article_id for claim in group.claims}


def _excerpt(claim: Claim, article: Article) -> Text:
    """The claim's words in bold, in as much of their sentence as helps, and where they stand."""
    text = article.text
    before = text[claim.sentence.start : claim.span.start]
    after = text[claim.span.end : claim.sentence.end]
    if len(before) > EXCERPT:
        before = "…" + before[-EXCERPT:].partition(" ")[2]
    if len(after) > EXCERPT:
        after = after[:EXCERPT].rpartition(" ")[0] + " …"
    excerpt = Text(f"{_outlet(article)}: ", style="dim")
    excerpt.append("“" + _spaced(before), style="not dim")
    excerpt.append(printable(claim.quote), style="not dim bold")
    excerpt.append(_spaced(after).rstrip() + "”", style="not dim")
    return excerpt


def _spaced(text: str) -> str:
    """`printable`, but a space at either end stays: the words go on there."""
    inner = printable(text)
    return " " * text[:1].isspace() + inner + " " * (bool(inner) and text[-1:].isspace())


def _outlet(article: Article) -> str:
    return printable(article.publisher or article.title or article.id)


def _count(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"
