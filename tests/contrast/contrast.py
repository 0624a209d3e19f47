"""Pairs of short reports, each with the verdicts that a careful fact-checker would accept.

    python -m tests.contrast.contrast                   right of all per kind, and what is missed
    python -m tests.contrast.contrast --update-known    rewrite known.toml, show what changed

`look/` may be read while the library is developed. `held/` shows whether what was learned there
holds elsewhere: its misses are counted and never listed. Each pair whose number, modulo 5, is 2
or 4 is held.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from factcheck import Article, Claim, Group, Report, reconcile

HERE = Path(__file__).parent
KNOWN = HERE / "known.toml"
KEEP = "Keep it with: python -m tests.contrast.contrast --update-known"
KINDS = (
    *("place", "period", "occasion", "bearer", "scope"),
    *("status", "clash", "same", "later"),
)
HALVES = ("look", "held")

Outcome = Literal["apart", "agree", "compatible", "tension", "update", "conflict"]
GRAVITY: tuple[Outcome, ...] = ("apart", "agree", "compatible", "tension", "update", "conflict")


class Gained(UserWarning):
    """Pairs come out right that are known to be missed."""


class Told(BaseModel):
    """One report of a pair: its text, its day, and the words of the figures that are compared."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    published: date
    figures: tuple[str, ...] = ()

    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where the compared figures stand; each is found once in the text, as whole words."""
        return tuple(found.span() for figure in self.figures for found in whole(figure, self.text))


class Pair(BaseModel):
    """Two or three reports; `want` holds each outcome that is right, "apart" for no common group.

    `possible` marks figures that fit but lack positive identity: a careful reader would ask
    whether they are one count, and would not call them a contradiction.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    want: tuple[Outcome, ...]
    possible: bool = False
    articles: tuple[Told, ...]

    @property
    def kind(self) -> str:
        """What the pair is about; the id begins with it."""
        return self.id.rpartition("-")[0]

    @property
    def number(self) -> int:
        """The number of the pair within its kind."""
        return int(self.id.rpartition("-")[2])


class Result(BaseModel):
    """What came of one pair; `cause` is empty where it came out right."""

    model_config = ConfigDict(frozen=True)

    pair: Pair
    got: Outcome
    cause: Literal["", "unread", "unlinked", "joined", "alarm", "verdict"]
    groups: tuple[str, ...]
    asked: bool

    def message(self) -> str:
        """The texts, what was wanted, what came of it and in which groups."""
        lines = [f"{self.pair.id}: want {' or '.join(self.pair.want)}, got {self.got}"]
        lines[0] += f" ({self.cause})" if self.cause else ""
        lines += [f"    {told.published} {told.text}" for told in self.pair.articles]
        return "\n".join([*lines, *(f"      {group}" for group in self.groups)])


def whole(figure: str, text: str) -> Iterator[re.Match[str]]:
    """Every place where the words of a figure stand as words of their own."""
    return re.finditer(rf"(?<!\w){re.escape(figure)}(?!\w)", text)


def half(pair: Pair) -> str:
    """The half that a pair belongs to: two of five are held."""
    return "held" if pair.number % 5 in (2, 4) else "look"


def load_pairs(part: str) -> tuple[Pair, ...]:
    """The pairs of one half, by kind."""
    return tuple(
        Pair.model_validate_json(line)
        for kind in KINDS
        for line in (HERE / part / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    )


def marked(claim: Claim, pair: Pair) -> bool:
    """Whether a claim is of a figure that the pair compares."""
    told = pair.articles[int(claim.article_id)]
    return any(claim.span.start < end and start < claim.span.end for start, end in told.spans())


def sides(claims: Sequence[Claim], pair: Pair) -> frozenset[str]:
    """The reports whose compared figures are among the claims."""
    return frozenset(claim.article_id for claim in claims if marked(claim, pair))


def judge(pair: Pair) -> Result:
    """Reconcile the reports of a pair and compare what comes of it with what is wanted.

    Only groups that hold compared figures of two reports count: days and other figures may agree.
    Where no conflict is wanted, there must be none at all, of whatever figures.
    """
    report = reconcile(
        [
            Article(id=str(i), text=told.text, published=told.published, publisher=f"Paper {i}")
            for i, told in enumerate(pair.articles)
        ]
    )
    shared = [group for group in report.groups if len(sides(group.claims, pair)) > 1]
    got = gravest(shared)
    others = [group for group in report.conflicts if group not in shared]
    return Result(
        pair=pair,
        got=got,
        cause=cause(pair, got, report),
        groups=tuple(described(group) for group in [*shared, *others]),
        asked=any(len(sides(asked.claims, pair)) > 1 for asked in getattr(report, "possible", ())),
    )


def gravest(groups: Sequence[Group]) -> Outcome:
    """The gravest verdict among groups; "apart" where there is none."""
    words = {group.verdict.value for group in groups}
    return next((word for word in reversed(GRAVITY) if word in words), "apart")


def cause(
    pair: Pair, got: Outcome, report: Report
) -> Literal["", "unread", "unlinked", "joined", "alarm", "verdict"]:
    """Why a pair is missed, in one word; empty where it is not."""
    if got in pair.want:
        return "alarm" if report.conflicts and "conflict" not in pair.want else ""
    if got == "apart":
        reached = len(sides(report.claims, pair))
        return (
            "unlinked"
            if reached == sum(map(bool, (t.figures for t in pair.articles)))
            else ("unread")
        )
    return "joined" if pair.want == ("apart",) else "verdict"


def described(group: Group) -> str:
    """One line on a group: its verdict, its label and the words of its figures."""
    quotes = " | ".join(claim.quote for claim in group.claims)
    return f"{group.verdict.value}: {group.label}: {quotes}"


def load_known() -> tuple[dict[str, str], dict[str, int]]:
    """The pairs of `look/` known to be missed, with the cause; of `held/`, how many of a kind."""
    known = tomllib.loads(KNOWN.read_text(encoding="utf-8"))
    return dict(known["look"]), dict(known["held"])


def misses(results: Sequence[Result]) -> tuple[dict[str, str], dict[str, int]]:
    """The missed pairs of these results, in the form of `load_known`."""
    look = {r.pair.id: str(r.cause) for r in results if r.cause and half(r.pair) == "look"}
    held = Counter(r.pair.kind for r in results if r.cause and half(r.pair) == "held")
    return look, {kind: held[kind] for kind in KINDS}


def written(look: Mapping[str, str], held: Mapping[str, int]) -> str:
    """The text of `known.toml`."""
    return "\n".join(
        [
            "# Pairs that come out wrong today; one that comes out right is a gain. Written by",
            "# python -m tests.contrast.contrast --update-known",
            "# unread: a figure is no claim. unlinked: no common group. joined: a common group.",
            "# verdict: another verdict. alarm: a conflict of something else.",
            "",
            "[look]",
            *(f'{name} = "{word}"' for name, word in look.items()),
            "",
            "# How many are missed; which, nobody is told.",
            "[held]",
            *(f"{kind} = {count}" for kind, count in held.items()),
            "",
        ]
    )


def compared(results: Sequence[Result]) -> tuple[list[str], bool]:
    """What these results gained and lost against `known.toml`; whether some kind got worse."""
    look, held = misses(results)
    known_look, known_held = load_known() if KNOWN.exists() else (look, held)
    lines = [f"gained {name}" for name in known_look if name not in look]
    lines += [f"lost {name} ({word})" for name, word in look.items() if name not in known_look]
    worse = False
    for kind in KINDS:
        before, now = known_held.get(kind, 0), held[kind]
        if before != now:
            lines.append(f"held {kind}: {before} missed before, {now} now")
        look_before = sum(name.rpartition("-")[0] == kind for name in known_look)
        look_now = sum(name.rpartition("-")[0] == kind for name in look)
        worse |= now > before or look_now > look_before
    return lines, worse


def totals(results: Sequence[Result]) -> Iterator[str]:
    """Right of all, per half and kind, then for each half."""
    for part in HALVES:
        of_half = [r for r in results if half(r.pair) == part]
        for kind in KINDS:
            of_kind = [r for r in of_half if r.pair.kind == kind]
            yield f"{part} {kind:9} {sum(not r.cause for r in of_kind):3}/{len(of_kind)}"
        right = sum(not r.cause for r in of_half)
        yield f"{part} all       {right:3}/{len(of_half)} = {right / len(of_half):.3f}"
        maybe = [r for r in of_half if r.pair.possible]
        yield f"{part} asked about {sum(r.asked for r in maybe)}/{len(maybe)} possible"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print totals and misses; with --update-known, rewrite the list unless a kind got worse."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--update-known", action="store_true", help="rewrite known.toml")
    parser.add_argument(
        "--accept-losses", action="store_true", help="rewrite it even where a kind got worse"
    )
    parser.add_argument("--json", action="store_true", help="totals per half as JSON, nothing else")
    options = parser.parse_args(arguments)
    results = [judge(pair) for part in HALVES for pair in load_pairs(part)]
    if options.json:
        right = Counter(half(r.pair) for r in results if not r.cause)
        asked = Counter(half(r.pair) for r in results)
        print(json.dumps({part: [right[part], asked[part]] for part in HALVES}))
        return 0
    for result in results:
        if result.cause and half(result.pair) == "look":
            print(result.message())
    print(*totals(results), sep="\n")
    lines, worse = compared(results)
    print(*lines, sep="\n")
    if not options.update_known:
        return 0
    if worse and not options.accept_losses:
        print("known.toml stays: a kind is missed more often than before (--accept-losses)")
        return 1
    KNOWN.write_text(written(*misses(results)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
