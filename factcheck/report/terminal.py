"""The report as a desk reads it on a terminal: conflicts in full, then the rest in short.

What may be one question is asked after updates and tensions, before what needs no look.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby

from rich.console import Console, RenderableType
from rich.console import Group as Lines
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from factcheck.findings import Group, Position, Possible, Report, Verdict
from factcheck.judge.wording import answer, quoted
from factcheck.models import Article, Claim, Phase
from factcheck.report.asking import Side, asked, fits_and_open, outlet, sides_of
from factcheck.report.printable import printable
from factcheck.report.telling import (
    PHASES,
    decided,
    in_time,
    phase_of,
    reasons,
    short_day,
    sureness,
)

EXCERPT = 120  # characters kept on each side of a figure
MOST_ASKED = 10  # questions that a desk can still be asked
CHANGES = (
    ("Updates", "cyan", (Verdict.UPDATE,)),
    ("Tensions", "yellow", (Verdict.TENSION,)),
)
AGREEMENTS = (("Agreements", "green", (Verdict.AGREE, Verdict.COMPATIBLE)),)
COUNTED = (
    ("conflict", (Verdict.CONFLICT,)),
    ("update", (Verdict.UPDATE,)),
    ("tension", (Verdict.TENSION,)),
    ("agreement", (Verdict.AGREE, Verdict.COMPATIBLE)),
)


def print_report(report: Report, console: Console | None = None, *, names: bool = False) -> None:
    """Prints conflicts with their positions, deciding quotes and reason, then the rest in short.

    What is possibly the same is asked in one line, with the words of each answer below. With
    `names`, the claims of conflicts and of these questions are given by the names that decisions
    go by. Without a `console` it goes to standard output.
    """
    console = console or Console(highlight=False)
    articles = {article.id: article for article in report.articles}
    console.print(_summary(report))
    for number, group in enumerate(report.conflicts, 1):
        console.print()
        console.print(_heading(f"Conflict {number}: {printable(group.label)}", "red"))
        console.print(_conflict(group, articles))
        if names:
            console.print(_names(group.claims))
    _print_in_short(report, CHANGES, console)
    if report.possible:
        console.print()
        console.print(_heading("Possibly the same", "magenta"))
        console.print(_questions(report.possible, articles, names=names))
    _print_in_short(report, AGREEMENTS, console)
    for note in report.notes:
        console.print()
        console.print(Text(f"Note: {printable(note)}", style="dim"))


def print_claims(
    articles: Sequence[Article],
    claims: Iterable[Claim],
    console: Console | None = None,
    *,
    names: bool = False,
) -> None:
    """Prints the claims of each article: kind, figures or days as read, and the words.

    With `names`, each with the name that decisions go by. Without a `console` it goes to standard
    output.
    """
    console = console or Console(highlight=False)
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
        table.add_column(max_width=26)
        table.add_column(ratio=1)
        for claim in found:
            table.add_row(
                Text(claim.kind), Text(printable(answer(claim))), Text(printable(claim.quote))
            )
        if names:
            console.print(_names(found))
        else:
            console.print(table)


@contextmanager
def progress(console: Console | None = None) -> Iterator[Callable[[str, int, int | None], None]]:
    """A bar on standard error that shows how far `reconcile(…, watch=…)` is, and goes with the
    work. Nothing is written where standard error is no terminal."""
    console = console or Console(stderr=True)
    # Not is_terminal: FORCE_COLOR makes that true for a file as well.
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=console,
        transient=True,
        disable=not console.file.isatty(),
    )
    with bar:
        task = bar.add_task("", total=None)
        yield lambda stage, done, total: bar.update(
            task, description=stage, completed=done, total=total
        )


def _summary(report: Report) -> Text:
    verdicts = Counter(group.verdict for group in report.groups)
    named = [
        _count(number, name)
        for name, of in COUNTED
        if (number := sum(verdicts[verdict] for verdict in of))
    ]
    if report.possible:
        named.append(f"{_count(len(report.possible), 'question')} to ask")
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
        Padding(_excerpt(claims[name], articles[claims[name].article_id]), (0, 0, 0, 2))
        for name in group.deciding
        if name in claims
    ]
    return Lines(
        Padding(_positions(group), (0, 0, 1, 2)),
        *quotes,
        *(Padding(Text(printable(line)), (0, 0, 0, 2)) for line in reasons(group)),
        Padding(Text(printable(sureness(group)), style="dim"), (0, 0, 0, 2)),
    )


def _names(claims: Iterable[Claim]) -> Text:
    """The name of each claim above its words: a name is never broken, so that it can be copied."""
    lines = Text(no_wrap=True, overflow="ignore")
    for claim in claims:
        lines.append(f"  {printable(claim.name)}\n", style="bold")
        lines.append(f"    {printable(answer(claim))}: “{printable(claim.quote)}”\n", style="dim")
    lines.rstrip()
    return lines


def _questions(
    possible: Sequence[Possible], articles: Mapping[str, Article], *, names: bool
) -> Table:
    """The likeliest of what may be one question: what to ask, and dimmed what to go by."""
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=1)
    for number, each in enumerate(possible[:MOST_ASKED], 1):
        sides = sides_of(each, articles)
        lines = [Text(printable(asked(each, sides)), style="bold")]
        # A day is asked for by the words of the event, which stand in the quotes.
        dates = each.claims[0].quantity is None
        below = [] if dates else [each.question]
        below += [_words(side, articles) for side in sides]
        below.append(" ".join(fits_and_open(each)))
        lines += [Text(printable(line), style="dim") for line in below if line]
        table.add_row(f"{number}.", Lines(*lines, *([_names(each.claims)] if names else [])))
    if len(possible) > MOST_ASKED:
        table.add_row("", Text(f"and {len(possible) - MOST_ASKED} more", style="dim"))
    return table


def _words(side: Side, articles: Mapping[str, Article]) -> str:
    """One of the claims that give an answer, with the words around it."""
    claim = side.claims[0]
    article = articles[claim.article_id]
    return f"{outlet(article)}: {quoted(claim, article.part(claim.part))}"


def _print_in_short(
    report: Report, sections: Sequence[tuple[str, str, tuple[Verdict, ...]]], console: Console
) -> None:
    for title, style, verdicts in sections:
        groups = [group for group in report.groups if group.verdict in verdicts]
        if groups:
            console.print()
            console.print(_heading(title, style))
            console.print(_in_short(groups))


def _positions(group: Group) -> Table:
    """One row for each answer: who gives it, for which day, and on how many origins it rests."""
    # The day on which a date was printed says nothing of the date.
    figures = any(claim.quantity for claim in group.claims)
    table = _table("answer", "told by", *(["as of"] if figures else []), "origins")
    for position in group.positions:
        table.add_row(
            Text(printable(position.answer), style="bold"),
            _holders(position, phase_of(position, group)),
            *([_day(position)] if figures else []),
            str(position.origins),
        )
    return table


def _day(position: Position) -> str:
    return "" if position.as_of is None else short_day(position.as_of)


def _holders(position: Position, phase: Phase | None) -> Text:
    holders = Text(printable(", ".join(position.publishers)))
    if position.speakers:
        holders.append(printable(f", quoting {' and '.join(position.speakers)}"), style="italic")
    if phase is not None:
        holders.append(f" ({PHASES[phase]})")
    return holders


def _in_short(groups: Iterable[Group]) -> Table:
    table = _table("question", "answers", "outlets", "origins")
    for group in groups:
        outlets = {outlet for position in group.positions for outlet in position.publishers}
        table.add_row(
            Text(printable(group.label)),
            Text(printable(_answers(group))).append(
                "".join(f"\n{printable(line)}" for line in decided(group)), style="dim"
            ),
            str(len(outlets)),
            str(len(group.origins)),
        )
    return table


def _answers(group: Group) -> str:
    if group.verdict is not Verdict.UPDATE:
        return " / ".join(position.answer for position in group.positions)
    return " → ".join(position.answer for position in in_time(group.positions, group))


def _table(left: str, middle: str, *right: str) -> Table:
    """A table as wide as the terminal, whose middle column takes what the others leave."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, expand=True, header_style="dim")
    table.add_column(left, max_width=30)
    table.add_column(middle, ratio=1)
    for name in right:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _excerpt(claim: Claim, article: Article) -> Text:
    """The claim's words in bold, in as much of their sentence as helps, and where they stand."""
    text = article.part(claim.part)
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
    return printable(outlet(article))


def _count(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"
