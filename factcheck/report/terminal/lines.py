"""Elements of the terminal view: headings, quotes in their sentence, names of claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.console import Group as Lines
from rich.padding import Padding
from rich.rule import Rule
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from factcheck.judge.phrasing import answer
from factcheck.models import Article, Claim
from factcheck.narrowing import outlet_of
from factcheck.report.printable import printable
from factcheck.report.standing import around, where

_RULE = 3  # characters at least of the rule behind a heading
_INDENT = 2
EXCERPT = 120  # characters kept on each side of a figure


def heading(title: str, style: str) -> RenderableType:
    """A title with a rule to the end of the line."""
    return _Heading(Text(title, style=f"bold {style}"))


@dataclass(frozen=True)
class _Heading:
    """A title with a rule behind its last line; a long one wraps."""

    title: Text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        *before, last = self.title.wrap(console, max(1, options.max_width - _RULE))
        yield from before
        yield Rule(last, align="left", style="dim")


def print_lines(console: Console, *shown: RenderableType) -> None:
    """Print without the spaces that fill a table up to the edge; a pipe would keep them."""
    for each in shown:
        console.print(_Trimmed(each))


@dataclass(frozen=True)
class _Trimmed:
    """A renderable without spaces at the ends of its lines."""

    shown: RenderableType

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in console.render_lines(self.shown, options, pad=False):
            segments = list(line)
            while segments and not segments[-1].text.strip():
                segments.pop()
            if segments:
                last = segments.pop()
                yield from segments
                yield Segment(last.text.rstrip(), last.style, last.control)
            yield Segment.line()


def table(left: str, middle: str, *right: str) -> Table:
    """A table as wide as the terminal, whose middle column takes what the others leave."""
    made = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, expand=True, header_style="dim")
    made.add_column(left, max_width=30)
    made.add_column(middle, ratio=1)
    for name in right:
        made.add_column(name, justify="right", no_wrap=True)
    return made


def named_columns(*right: str) -> Table:
    """A line of names for the columns of the blocks below it."""
    made = _beside(right)
    made.add_row(*(Text(name, style="dim") for name in ("question and answers", *right)))
    return made


def block(label: str, rows: Iterable[Sequence[Text | str]], *right: str) -> RenderableType:
    """A question over the whole width, and its answers below it, each beside narrow columns, which
    have the names `right`."""
    made = _beside(right)
    for row in rows:
        made.add_row(*row)
    return Lines(Text(label), Padding(made, (0, 0, 0, _INDENT)))


def _beside(right: Sequence[str]) -> Table:
    made = Table.grid(padding=(0, 2, 0, 0), pad_edge=False, expand=True)
    made.add_column(ratio=1)
    for name in right:
        width = len("12 Sep 2018") if name == "as of" else len(name)
        made.add_column(justify="right", no_wrap=True, min_width=width)
    return made


def names(claims: Iterable[Claim]) -> Text:
    """The name of each claim above its words. A name is never wrapped, so that it can be copied."""
    lines = Text(no_wrap=True, overflow="ignore")
    for claim in claims:
        lines.append(f"  {printable(claim.name)}\n", style="bold")
        lines.append(f"    {printable(answer(claim))}: “{printable(claim.quote)}”\n", style="dim")
    lines.rstrip()
    return lines


def excerpt(claim: Claim, article: Article) -> RenderableType:
    """The claim's words in bold in a part of their sentence, and its location."""
    before, after = around(claim, article.part(claim.part), EXCERPT)
    quoted = Text(f"{printable(outlet_of(article))}: ", style="dim")
    quoted.append("“" + _spaced(before), style="not dim")
    quoted.append(printable(claim.quote), style="not dim bold")
    quoted.append(_spaced(after).rstrip() + "”", style="not dim")
    return Lines(quoted, Padding(Text(printable(where(claim, article))), (0, 0, 0, 2)))


def _spaced(text: str) -> str:
    """`printable` text with its spaces at either end, where other words follow."""
    inner = printable(text)
    return " " * text[:1].isspace() + inner + " " * (bool(inner) and text[-1:].isspace())


def count(number: int, name: str) -> str:
    """A number with its noun: "1 claim", "2 claims"."""
    return f"{number} {name}" if number == 1 else f"{number} {name}s"
