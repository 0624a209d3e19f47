"""The report on a terminal: conflicts in full, then the rest in short.

Possible questions come after the conflicts, before what needs no answer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from rich.console import Console, RenderableType
from rich.console import Group as Lines
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.judge.phrasing import answer, listed, quoted
from factcheck.models import Article, Claim, Part, Span
from factcheck.narrowing import outlet_of
from factcheck.report.asking import (
    PossibleAnswer,
    agreed,
    asked,
    fits_and_open,
    foremost,
    left_out,
    sides_of,
    worth_asking,
)
from factcheck.report.printable import printable
from factcheck.report.standing import (
    dependence,
    first_of_each_article,
    material_of,
    short,
    whom_to_ask,
)
from factcheck.report.terminal.lines import (
    block,
    count,
    excerpt,
    heading,
    named_columns,
    print_lines,
    table,
)
from factcheck.report.terminal.lines import names as listed_names
from factcheck.report.wording import (
    PHASES,
    day_of,
    decided,
    heading_of,
    in_time,
    phase_of,
    reasons,
    short_day,
    speakers,
    sureness,
    without_restated,
)
from factcheck.results import Group, Position, Report, Verdict

MOST_ASKED = 10  # questions that a desk can still be asked
Articles = Mapping[str, Article]


def print_report(report: Report, console: Console | None = None, *, names: bool = False) -> None:
    """Prints conflicts with their positions, quotes and reason, then the rest in short.

    What is possibly the same is asked in one line, with the words of each answer below. With
    `names`, the claims of conflicts and of these questions are given by the names that decisions
    go by. Without a `console` it goes to standard output.
    """
    console = console or Console(highlight=False)
    articles = {article.id: article for article in report.articles}
    print_lines(console, _summary(report))
    for number, group in enumerate(report.conflicts, 1):
        print_lines(
            console,
            Text(),
            heading(_title(number, group, articles), "red"),
            *_conflict(group, articles, names=names),
        )
    if worth_asking(report.possible):
        asks = _questions(report, articles, names=names)
        print_lines(console, Text(), heading("Possibly the same", "magenta"), asks)
    for noun, style, shows, view in SHORTER:
        if groups := [group for group in report.groups if shows(group)]:
            title = f"{noun}s".capitalize()
            print_lines(console, Text(), heading(title, style), view(groups, articles))
    if report.articles:
        print_lines(console, Text(), heading("Articles", "bold"), _listed(report.articles))
        print_lines(console, Text(), Text("What the words mean: factcheck words", style="dim"))
    for note in report.notes:
        print_lines(console, Text(), Text(f"Note: {printable(note)}", style="dim"))


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
    by_article: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article_id].append(claim)
    for position, article in enumerate(articles):
        if position:
            print_lines(console, Text())
        found = by_article[article.id]
        print_lines(
            console,
            heading(f"{printable(outlet_of(article))}: {count(len(found), 'claim')}", "bold"),
        )
        listing = Table.grid(padding=(0, 2))
        listing.add_column(no_wrap=True, style="dim")
        listing.add_column(max_width=26)
        listing.add_column(ratio=1)
        for claim in found:
            listing.add_row(
                Text(claim.kind), Text(printable(answer(claim))), Text(printable(claim.quote))
            )
        print_lines(console, listed_names(found) if names else listing)


def _summary(report: Report) -> Text:
    """The first lines of a report: how many articles and claims, and how many of each verdict."""
    verdicts = Counter(group.verdict for group in report.groups)
    inside = sum(group.inside_one_story for group in report.conflicts)
    across = len(report.conflicts) - inside
    named = [count(across, "conflict")] if across else []
    if inside:
        more = f"{inside} more" if across else count(inside, "conflict")
        named.append(f"{more} inside one article")
    shorter = ((noun, sum(map(shows, report.groups))) for noun, _, shows, _ in SHORTER)
    named += [count(number, noun) for noun, number in shorter if number]
    if asks := worth_asking(report.possible):
        named.append(f"{count(len(asks), 'question')} to ask")
    size = [count(len(report.articles), "article"), count(len(report.claims), "claim")]
    lines = [", ".join(size) + "; " + (", ".join(named) or "nothing to compare") + "."]
    if verdicts[Verdict.SINGLE]:
        lines.append(f"{count(verdicts[Verdict.SINGLE], 'question')} answered by one article only.")
    return Text("\n".join(lines))


def _title(number: int, group: Group, articles: Articles) -> str:
    """The heading of a conflict; with its outlets if it is inside one story."""
    inside = ""
    if group.inside_one_story:
        deciding = [c for c in group.claims if c.id in group.deciding] or group.claims
        outlets = dict.fromkeys(outlet_of(articles[c.article_id]) for c in deciding)
        inside = f", inside {listed(list(outlets))}"
    return printable(f"Conflict {number}{inside}: {group.label}")


def _conflict(group: Group, articles: Articles, *, names: bool) -> Iterator[RenderableType]:
    """The lines of a conflict: the answers, the two quotes that decide, the reason, whom to ask,
    and all other quotes."""
    claims = {claim.id: claim for claim in group.claims}
    deciding = [claims[name] for name in group.deciding if name in claims]

    def indented(shown: RenderableType) -> RenderableType:
        """A renderable with a margin on the left."""
        return Padding(shown, (0, 0, 0, 2))

    yield Padding(_positions(group, articles), (0, 0, 1, 2))
    yield from (indented(each) for each in _excerpts(deciding, articles))
    yield from (indented(Text(printable(line))) for line in reasons(group))
    yield indented(Text(printable(sureness(group)), style="dim"))
    if sources := whom_to_ask(group, articles):
        yield indented(Text(printable(f"Whom to ask: {sources}.")))
    if others := _other_quotes(group, deciding, articles):
        yield indented(Text("Other quotes:", style="dim"))
        yield from (
            indented(indented(excerpt(claim, articles[claim.article_id]))) for claim in others
        )
    if names:
        yield listed_names(group.claims)


def _excerpts(claims: Sequence[Claim], articles: Articles) -> Iterator[RenderableType]:
    """Each claim in its sentence; of two that share one, the sentence once."""
    shown = {_sentence_of(claim): claim for claim in reversed(claims)}
    for claim in reversed(shown.values()):
        yield excerpt(claim, articles[claim.article_id])


def _other_quotes(group: Group, deciding: Sequence[Claim], articles: Articles) -> list[Claim]:
    """The first claim of each outlet for each answer, but for those whose words are quoted
    already: a sentence that gives two answers is read once."""
    claims = {claim.id: claim for claim in group.claims}
    read = {_sentence_of(claim) for claim in deciding}
    found: list[Claim] = []
    for position in group.positions:
        seen = {outlet_of(articles[c.article_id]) for c in deciding if c.id in position.claims}
        for claim in (claims[name] for name in position.claims if name in claims):
            if (outlet := outlet_of(articles[claim.article_id])) not in seen:
                seen.add(outlet)
                if _sentence_of(claim) not in read:
                    read.add(_sentence_of(claim))
                    found.append(claim)
    return found


def _sentence_of(claim: Claim) -> tuple[str, Part, Span]:
    """The sentence in which a claim stands, as a key."""
    return claim.article_id, claim.part, claim.sentence


def _questions(report: Report, articles: Articles, *, names: bool) -> Table:
    """A table of the likeliest possible questions: what to ask, and dimmed the evidence."""
    asks = Table.grid(padding=(0, 1), expand=True)
    asks.add_column(justify="right", no_wrap=True)
    asks.add_column(ratio=1)
    shown = worth_asking(report.possible)[:MOST_ASKED]
    agreements = agreed(report.groups)
    for number, each in enumerate(shown, 1):
        sides = sides_of(each, articles, agreements)
        lines = [Text(printable(asked(each, sides)), style="bold")]
        below = [each.question]
        below += [_words(side, articles) for side in foremost(sides)]
        below.append(" ".join((*fits_and_open(each), left_out(sides))).rstrip())
        lines += [Text(printable(line), style="dim") for line in below if line]
        asks.add_row(f"{number}.", Lines(*lines, *([listed_names(each.claims)] if names else [])))
    if rest := len(report.possible) - len(shown):
        asks.add_row("", Text(f"--json lists {rest} more, less likely", style="dim"))
    return asks


def _words(side: PossibleAnswer, articles: Articles) -> str:
    """The words of one of the claims that give an answer, with those around it."""
    claim = side.claims[0]
    article = articles[claim.article_id]
    return f"{outlet_of(article)}: {quoted(claim, article.part(claim.part))}"


def _positions(group: Group, articles: Articles) -> Table:
    """A table with a row for each answer: who gives it, for which day, and its number of
    origins."""
    # The day on which a date was printed says nothing of the date.
    figures = any(claim.quantity for claim in group.claims)
    rows = table("answer", "reported by", *(["as of"] if figures else []), "origins")
    for position in group.positions:
        rows.add_row(
            Text(printable(position.answer), style="bold"),
            _holders(position, group, articles),
            *([day_of(position, group)] if figures else []),
            str(position.origins),
        )
    return rows


def _holders(position: Position, group: Group, articles: Articles) -> Text:
    """The holders of a position: its outlets, whom they quote, and the phase of the event."""
    holders = Text(printable(", ".join(position.publishers)))
    if position.speakers:
        quoted_in = f", quoting {speakers(position, group, articles)}"
        holders.append(printable(quoted_in), style="italic")
    if (phase := phase_of(position, group)) is not None:
        holders.append(f" ({PHASES[phase]})")
    return holders


def _steps(groups: Iterable[Group], articles: Articles) -> Lines:
    """Figures that changed, step by step: the day, the figure, who gives it."""
    shown: list[RenderableType] = [named_columns("as of")]
    for group in groups:
        steps = in_time(without_restated(group), group)
        rows = _spoken_rows(steps, group, articles, arrow=True)
        rows += [(_dimmed(line), "") for line in decided(group)]
        shown.append(block(printable(group.label), rows, "as of"))
    return Lines(*shown)


def _spoken_rows(
    positions: Sequence[Position], group: Group, articles: Articles, *, arrow: bool = False
) -> list[tuple[Text, str]]:
    """For each answer a row of who gives it, for which day, and a row of its words."""
    rows = []
    for number, position in enumerate(positions):
        step = Text("→ " if number and arrow else "")
        step.append(printable(position.answer), style="bold").append(": ")
        rows.append((step.append(_holders(position, group, articles)), day_of(position, group)))
        rows.append((_spoken(position, group, articles), ""))
    return rows


def _dimmed(line: str) -> Text:
    return Text(printable(line), style="dim")


def _spoken(position: Position, group: Group, articles: Articles) -> Text:
    """The words of the first claim that gives an answer, with its outlet if there are several."""
    claims = {claim.id: claim for claim in group.claims}
    claim = next((claims[name] for name in position.claims if name in claims), None)
    if claim is None or claim.article_id not in articles:
        return Text()
    article = articles[claim.article_id]
    outlet = f"{outlet_of(article)}: " if len(position.publishers) > 1 else ""
    words = quoted(claim, article.part(claim.part))
    return Text(printable(f"{outlet}{words}"), style="dim")


def _beside(groups: Iterable[Group], articles: Articles) -> Lines:
    """Answers that are compatible and yet mislead: who gives each, and in what words."""
    shown: list[RenderableType] = [named_columns("as of")]
    for group in groups:
        rows = _spoken_rows(without_restated(group), group, articles)
        rows += [(_dimmed(line), "") for line in (*dependence(group, articles), *decided(group))]
        shown.append(block(printable(group.label), rows, "as of"))
    return Lines(*shown)


def _in_short(groups: Iterable[Group], articles: Articles) -> Lines:
    """Questions with their answers in a line, for verdicts that are not shown in full."""
    numbers = ("outlets", "origins")
    shown: list[RenderableType] = [named_columns(*numbers)]
    for group in groups:
        outlets = {outlet for position in group.positions for outlet in position.publishers}
        answers = " / ".join(position.answer for position in without_restated(group))
        rows: list[tuple[Text | str, ...]] = [
            (Text(printable(answers), style="bold"), str(len(outlets)), str(len(group.origins)))
        ]
        rows += [(_dimmed(line), "", "") for line in dependence(group, articles)]
        rows += [(_dimmed(line), "", "") for line in decided(group)]
        shown.append(block(printable(group.label), rows, *numbers))
    return Lines(*shown)


def _quoted(groups: Iterable[Group], articles: Articles) -> Lines:
    """Possible agreements: what the claims share, and the sentence of each article, by which a
    reader sees whether they speak of one thing."""
    shown: list[RenderableType] = []
    for group in groups:
        rows = [excerpt(one, articles[one.article_id]) for one in first_of_each_article(group)]
        rows += [_dimmed(line) for line in decided(group)]
        shown += [Text(printable(heading_of(group))), Padding(Lines(*rows), (0, 0, 0, 2))]
    return Lines(*shown)


def _agreed(group: Group) -> bool:
    return group.verdict in (Verdict.AGREE, Verdict.COMPATIBLE) and not group.unsure


SHORTER: tuple[
    tuple[str, str, Callable[[Group], bool], Callable[[Sequence[Group], Articles], Lines]], ...
] = (
    ("update", "cyan", lambda group: group.verdict is Verdict.UPDATE, _steps),
    ("tension", "yellow", lambda group: group.verdict is Verdict.TENSION, _beside),
    ("agreement", "green", _agreed, _in_short),
    ("possible agreement", "green", lambda group: group.unsure, _quoted),
)


def _listed(articles: Sequence[Article]) -> Table:
    """A table of the articles that were read: the outlet, the title and the agencies it credits,
    and the day."""
    rows = table("outlet", "title", "published")
    for article in articles:
        credited = material_of(article)
        title = Text(printable(short(article.title)) or "no title")
        title.append(f"\nwith material of {listed(credited)}" if credited else "", style="dim")
        day = "no day" if article.published is None else short_day(article.published)
        if article.revised is not None and article.revised != article.published:
            title.append(f"\nrevised {short_day(article.revised)}", style="dim")
        rows.add_row(Text(printable(outlet_of(article))), title, day)
    return rows
