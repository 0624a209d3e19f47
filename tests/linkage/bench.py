"""The bench of labelled pairs: two short reports, one figure each, one question or two?

    python tests/linkage/bench.py               figures by topic and relation, then every miss
    python tests/linkage/bench.py --topic money --relation rounding
    python tests/linkage/bench.py ID [ID …]     how the library reads the pairs named
    python tests/linkage/bench.py --check       pairs lost and gained since the reference; exit 1
                                                where one is lost
    python tests/linkage/bench.py --refresh     today's outcomes become the reference

Pairs stand in `pairs.toml`, the outcomes last accepted in `pairs_reference.toml`. Only the
public interface is used. A claim stands for a figure when its span fits the figure's words
best; a pair is linked when one group holds a claim for each of its figures, and its outcome is
that group's verdict, else `apart`, or `unread` where no claim overlaps one of the figures.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

from factcheck import Article, Claim, Report, Span, Verdict, reconcile

PAIRS = Path(__file__).with_name("pairs.toml")
REFERENCE = Path(__file__).with_name("pairs_reference.toml")
REFRESH = "python tests/linkage/bench.py --refresh"

APART = "apart"
UNREAD = "unread"
VERDICTS = frozenset(verdict.value for verdict in Verdict if verdict is not Verdict.SINGLE)
MARK = re.compile(r"\[([^\[\]]+)\]")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Gained(UserWarning):
    """Pairs come out right that did not in the reference."""


@dataclass(frozen=True)
class Excerpt:
    """One side of a pair: an article's text without the marks, and where the figure stands."""

    article: Article
    figure: Span


@dataclass(frozen=True)
class Pair:
    """Two excerpts and the verdicts that are right for them; none where they stay apart."""

    id: str
    topic: str
    relation: str
    left: Excerpt
    right: Excerpt
    verdicts: frozenset[str]
    reason: str

    @property
    def same(self) -> bool:
        """Whether the two figures answer one question."""
        return bool(self.verdicts)

    def accepts(self, outcome: str) -> bool:
        """Whether the outcome is right: figures to be kept apart need not be read."""
        return outcome in self.verdicts if self.same else outcome in (APART, UNREAD)

    @property
    def expected(self) -> str:
        """The right outcome in words, for a reader."""
        return " or ".join(sorted(self.verdicts)) or APART


def load_pairs(path: Path = PAIRS) -> tuple[Pair, ...]:
    """The pairs of the file, in its order.

    Raises `ValueError` naming the pair where a field is missing, unknown or malformed, a text
    does not mark exactly one figure, or two pairs share an id.
    """
    pairs: dict[str, Pair] = {}
    for number, entry in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["pair"], 1):
        where = f"pair {number} ({entry.get('id', 'no id')})"
        try:
            pair = _pair(entry)
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"{where}: {error!r}") from error
        if pair.id in pairs:
            raise ValueError(f"{where}: there is another pair of this id")
        pairs[pair.id] = pair
    return tuple(pairs.values())


def _pair(entry: Mapping[str, object]) -> Pair:
    fields = {"id", "topic", "relation", "left", "right", "expect", "reason"}
    if set(entry) != fields:
        raise ValueError(f"fields missing or unknown: {sorted(fields ^ set(entry))}")
    words = {name: str(entry[name]) for name in ("id", "topic", "relation", "reason")}
    if not all(words.values()) or not ID.fullmatch(words["id"]):
        raise ValueError("id is lower-case words with hyphens; topic, relation, reason are text")
    expect = entry["expect"]
    expected = frozenset(expect if isinstance(expect, list) else [expect])
    if expected != {APART} and not (expected and expected <= VERDICTS):
        raise ValueError(f"expect is {APART!r} or of {sorted(VERDICTS)}, not {expect!r}")
    return Pair(
        **words,
        left=_excerpt("left", entry["left"]),
        right=_excerpt("right", entry["right"]),
        verdicts=expected - {APART},
    )


def _excerpt(side: str, entry: object) -> Excerpt:
    if not isinstance(entry, dict) or not set(entry) <= {"day", "text"}:
        raise ValueError(f"{side} is {{ day = …, text = … }}, day may be left out")
    marked: str = entry["text"]
    marks = list(MARK.finditer(marked))
    if len(marks) != 1:
        raise ValueError(f"{side}.text must mark one figure [so], not {len(marks)}")
    day = entry.get("day")
    if day is not None and not isinstance(day, date):
        raise ValueError(f"{side}.day is a date such as 2024-03-05, not {day!r}")
    mark = marks[0]
    text = marked[: mark.start()] + mark[1] + marked[mark.end() :]
    article = Article(id=side, text=text, published=day)
    return Excerpt(article, Span(start=mark.start(), end=mark.start() + len(mark[1])))


def examine(pair: Pair) -> Report:
    """What the library makes of the two texts."""
    return reconcile([pair.left.article, pair.right.article])


def outcome(pair: Pair) -> str:
    """The verdict on the group that holds both figures, or `apart`, or `unread`."""
    report = examine(pair)
    lefts, rights = (claims_for(side, report.claims) for side in (pair.left, pair.right))
    if not lefts or not rights:
        return UNREAD
    for group in report.groups:
        members = {claim.id for claim in group.claims}
        if lefts & members and rights & members:
            return group.verdict.value
    return APART


def claims_for(excerpt: Excerpt, claims: Iterable[Claim]) -> frozenset[str]:
    """The ids of the claims whose words fit the figure's best: shared over joint length.

    The best only, because "killed 19 people on Saturday" also names a day.
    """
    fits = {
        claim.id: _fit(claim.span, excerpt.figure)
        for claim in claims
        if claim.article_id == excerpt.article.id and claim.span.overlaps(excerpt.figure)
    }
    best = max(fits.values(), default=Fraction(0))
    return frozenset(name for name, fit in fits.items() if fit == best)


def _fit(span: Span, figure: Span) -> Fraction:
    shared = min(span.end, figure.end) - max(span.start, figure.start)
    return Fraction(shared, max(span.end, figure.end) - min(span.start, figure.start))


def load_reference(path: Path = REFERENCE) -> dict[str, str]:
    """The outcome last accepted for each pair, by id."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def write_reference(outcomes: Mapping[str, str], path: Path = REFERENCE) -> None:
    """Makes these outcomes the reference."""
    lines = (f'{name} = "{result}"\n' for name, result in outcomes.items())
    path.write_text(f"# Outcomes last accepted. Refresh: {REFRESH}\n" + "".join(lines), "utf-8")


def differences(
    pairs: Sequence[Pair], outcomes: Mapping[str, str], reference: Mapping[str, str]
) -> tuple[list[str], list[str]]:
    """What to tell a reviewer: pairs lost since the reference, and pairs gained.

    Pairs that are new or gone stand with those lost: the reference does not guard them. An
    outcome that was wrong and is wrong in another way, or right in another, is no news.
    """
    lost, gained, new = [], [], []
    for pair in pairs:
        now, before = outcomes[pair.id], reference.get(pair.id)
        if before is None:
            new.append(f"new: {pair.id}: {now}, expected {pair.expected}")
        elif pair.accepts(before) and not pair.accepts(now):
            lost.append(f"lost: {pair.id}: {now}, was {before}; {pair.reason}")
        elif pair.accepts(now) and not pair.accepts(before):
            gained.append(f"gained: {pair.id}: {now}, was {before}")
    gone = [f"gone: {name}" for name in reference if name not in outcomes]
    return lost + new + gone, gained


@dataclass(frozen=True)
class PairScore:
    """How well the pairs came out: links found, links that are right, verdicts, all in all."""

    pairs: int
    right: int
    same: int
    linked: int
    linked_rightly: int
    judged_rightly: int

    @property
    def precision(self) -> Fraction:
        """Of the pairs linked, the part that answers one question."""
        return Fraction(self.linked_rightly, self.linked or 1)

    @property
    def recall(self) -> Fraction:
        """Of the pairs that answer one question, the part linked."""
        return Fraction(self.linked_rightly, self.same or 1)

    @property
    def verdicts(self) -> Fraction:
        """Of the pairs linked rightly, the part with a right verdict."""
        return Fraction(self.judged_rightly, self.linked_rightly or 1)


def score(pairs: Iterable[Pair], outcomes: Mapping[str, str]) -> PairScore:
    """Counts the outcomes of these pairs."""
    results = [(pair, outcomes[pair.id]) for pair in pairs]
    linked = [(pair, result) for pair, result in results if result not in (APART, UNREAD)]
    return PairScore(
        pairs=len(results),
        right=sum(pair.accepts(result) for pair, result in results),
        same=sum(pair.same for pair, _ in results),
        linked=len(linked),
        linked_rightly=sum(pair.same for pair, _ in linked),
        judged_rightly=sum(pair.same and pair.accepts(result) for pair, result in linked),
    )


def summary(pairs: Sequence[Pair], outcomes: Mapping[str, str]) -> str:
    """The figures for all pairs, by topic and by relation, and every miss with its texts."""
    total = score(pairs, outcomes)
    lines = [
        f"{total.right} of {total.pairs} pairs right",
        f"same question: {float(total.precision):.3f} precision, {float(total.recall):.3f} recall",
        f"verdict of those linked rightly: {float(total.verdicts):.3f}",
        *_table("topic", pairs, outcomes, lambda pair: pair.topic),
        *_table("relation", pairs, outcomes, lambda pair: pair.relation),
        "",
    ]
    for pair in pairs:
        if not pair.accepts(outcomes[pair.id]):
            lines += _miss(pair, outcomes[pair.id])
    return "\n".join(lines)


def _table(
    title: str,
    pairs: Sequence[Pair],
    outcomes: Mapping[str, str],
    key: Callable[[Pair], str],
) -> list[str]:
    lines = ["", f"{title:<20} {'right':>9}  missed  merged  verdict"]
    for name in dict.fromkeys(map(key, pairs)):
        part = score((pair for pair in pairs if key(pair) == name), outcomes)
        missed, merged = part.same - part.linked_rightly, part.linked - part.linked_rightly
        wrong = part.linked_rightly - part.judged_rightly
        right = f"{part.right}/{part.pairs}"
        lines.append(f"{name:<20} {right:>9}  {missed or '':>6}  {merged or '':>6}  {wrong or ''}")
    return lines


def _miss(pair: Pair, result: str) -> list[str]:
    return [
        f"{pair.id}: {result}, expected {pair.expected} ({pair.topic}, {pair.relation})",
        *(f"    {_marked(side)}" for side in (pair.left, pair.right)),
        f"    {pair.reason}",
    ]


def _marked(side: Excerpt) -> str:
    text, figure = side.article.text, side.figure
    return f"{text[: figure.start]}[{figure.of(text)}]{text[figure.end :]}"


def reading(pair: Pair) -> str:
    """How the library reads a pair: each claim with what it was linked by, each group."""
    report = examine(pair)
    lines = _miss(pair, outcome(pair))
    for side in (pair.left, pair.right):
        own = claims_for(side, report.claims)
        for claim in report.claims:
            if claim.article_id == side.article.id:
                star = "*" if claim.id in own else " "
                asked = claim.question.model_dump(exclude_defaults=True)
                lines.append(f"  {star} {side.article.id:<5} {claim.kind} “{claim.quote}” {asked}")
    for group in report.groups:
        if len(group.claims) > 1:
            quotes = "; ".join(f"“{claim.quote}”" for claim in group.claims)
            lines.append(f"  {group.verdict.value}: {quotes}: {group.explanation}")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; 1 where `--check` finds a pair lost."""
    about, _, _ = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("ids", nargs="*", metavar="ID", help="show how these pairs are read")
    parser.add_argument("--topic", help="only pairs of this topic")
    parser.add_argument("--relation", help="only pairs of this relation")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--check", action="store_true", help="compare with the reference")
    mode.add_argument("--refresh", action="store_true", help="write the reference")
    chosen = parser.parse_args(arguments)
    every = load_pairs()
    if chosen.ids:
        unknown = set(chosen.ids) - {pair.id for pair in every}
        if unknown:
            parser.error(f"no such pair: {', '.join(sorted(unknown))}")
        print("\n\n".join(reading(pair) for pair in every if pair.id in chosen.ids))
        return 0
    if chosen.check or chosen.refresh:
        outcomes = {pair.id: outcome(pair) for pair in every}
        reference = load_reference() if REFERENCE.exists() else {}
        lost, gained = differences(every, outcomes, reference)
        print("\n".join([*lost, *gained]) or "nothing lost, nothing gained")
        if chosen.refresh:
            write_reference(outcomes)
        return bool(lost) and not chosen.refresh
    pairs = [
        pair
        for pair in every
        if chosen.topic in (None, pair.topic) and chosen.relation in (None, pair.relation)
    ]
    print(summary(pairs, {pair.id: outcome(pair) for pair in pairs}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
