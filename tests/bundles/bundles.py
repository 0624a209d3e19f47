"""Four reports of one event each, of the length of news, with the contradictions between them.

    python -m tests.bundles.bundles                    the totals of both halves
    python -m tests.bundles.bundles --missed           and what is missed of `look`
    python -m tests.bundles.bundles --update-known     rewrite known.toml

Writers who had not seen the library listed every contradiction (`conflicts`), pairs that look like
one and are none (`decoys`), and pairs that agree or follow each other (`same`). `look/` may be read
while the library is developed. `held/` shows whether what was learned there holds elsewhere: its
texts are not read, and only its totals are printed.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from factcheck import Article, Claim, Group, Report, reconcile
from factcheck.results import Verdict

HERE = Path(__file__).parent
KNOWN = HERE / "known.toml"
Half = Literal["look", "held"]
HALVES: tuple[Half, ...] = ("look", "held")
# More is better of the first, fewer of the others.
GAINS = ("flagged", "real groups")
LOSSES = ("other groups", "decoys flagged", "same flagged")


KEEP = "Keep it with: python -m tests.bundles.bundles --update-known"


class Gained(UserWarning):
    """A total is better than is known."""


class Place(BaseModel):
    """The words of a figure or day, in a sentence of one of the articles."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    article: int
    sentence: str
    figure: str


class Told(BaseModel):
    """One of the articles."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    publisher: str
    title: str
    published: date
    text: str


class Pair(BaseModel):
    """Two places, and what they are."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    left: Place
    right: Place
    question: str = ""
    why: str = ""
    verdict: str = ""


class Bundle(BaseModel):
    """The articles on one event, and the pairs of places in them whose relation is known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    articles: tuple[Told, ...]
    conflicts: tuple[Pair, ...]
    decoys: tuple[Pair, ...]
    same: tuple[Pair, ...]

    def news(self) -> list[Article]:
        """The articles, with ids by their number."""
        return [Article(id=str(n), **told.model_dump()) for n, told in enumerate(self.articles)]


@dataclass
class Score:
    """Totals, by name, and messages on what is missed."""

    totals: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)


def bundles(half: Half) -> list[Bundle]:
    """The bundles of one half, in order of their names."""
    files = sorted((HERE / half).glob("*.json"))
    return [Bundle.model_validate_json(file.read_text(encoding="utf-8")) for file in files]


def claims_at(place: Place, told: Told, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims whose span touches the words of a place."""
    text = told.text if place.sentence in told.text else told.title
    start = text.index(place.figure, text.index(place.sentence))
    for claim in claims:
        inside = claim.span.start < start + len(place.figure) and claim.span.end > start
        if inside and claim.article_id == str(place.article) and told_in(claim, told) is text:
            yield claim


def told_in(claim: Claim, told: Told) -> str:
    """The text that the span of a claim refers to."""
    return told.title if claim.part.value == "title" else told.text


def contradict(group: Group, left: Claim, right: Claim) -> bool:
    """Whether a group is a conflict and two of its claims stand on different sides."""
    sides = [
        [n for n, side in enumerate(group.positions) if claim.id in side.claims]
        for claim in (left, right)
    ]
    stated = {
        frozenset((pair.left, pair.right)): pair.verdict is Verdict.CONFLICT for pair in group.pairs
    }
    flagged = stated.get(frozenset((left.id, right.id)), sides[0] != sides[1])
    return group.verdict is Verdict.CONFLICT and flagged


def score(bundle: Bundle) -> Score:
    """How the report on one bundle compares with what is known of it."""
    report = reconcile(bundle.news())
    claims = [claim for group in report.groups for claim in group.claims]
    found = Score()

    def outcome(pair: Pair) -> tuple[str, Group | None]:
        """What the report makes of a pair: "flagged" with its group, "asked" or "apart"."""
        sides = [
            list(claims_at(place, bundle.articles[place.article], claims))
            for place in (pair.left, pair.right)
        ]
        for group in report.groups:
            ids = {claim.id for claim in group.claims}
            for left in (one for one in sides[0] if one.id in ids):
                for right in (one for one in sides[1] if one.id in ids):
                    if contradict(group, left, right):
                        return "flagged", group
        return ("asked" if asked(report, sides) else "apart"), None

    real = set()
    for name, pairs in (
        ("conflicts", bundle.conflicts),
        ("decoys", bundle.decoys),
        ("same", bundle.same),
    ):
        for pair in pairs:
            what, group = outcome(pair)
            found.totals[name] += 1
            found.totals[what if name == "conflicts" else f"{name} {what}"] += 1
            if name == "conflicts" and group is not None:
                real.add(group.id)
            if (name == "conflicts") != (what == "flagged"):
                found.missed.append(message(bundle, name, what, pair))
    for group in report.groups:
        if group.verdict is Verdict.CONFLICT:
            found.totals["real groups" if group.id in real else "other groups"] += 1
            if group.id not in real:
                found.missed.append(f"{bundle.id}: other conflict: {group.label}")
    found.missed = [one for one in found.missed if " apart" not in one or "conflicts" in one]
    return found


def asked(report: Report, sides: Sequence[Sequence[Claim]]) -> bool:
    """Whether a possible question holds a claim of each side."""
    for question in report.possible:
        ids = {claim.id for claim in question.claims}
        if all(any(claim.id in ids for claim in side) for side in sides):
            return True
    return False


def message(bundle: Bundle, name: str, what: str, pair: Pair) -> str:
    """A line on a pair that did not come out as it should."""
    told = pair.question or pair.why or pair.verdict
    return f"{bundle.id}: {name} {what}: {told}: {pair.left.figure} / {pair.right.figure}"


def totals(half: Half) -> Score:
    """The totals of one half."""
    every = Score()
    for bundle in bundles(half):
        one = score(bundle)
        every.totals.update(one.totals)
        every.missed += one.missed
    return every


def known() -> dict[str, dict[str, int]]:
    """The totals of each half that are known."""
    return tomllib.loads(KNOWN.read_text(encoding="utf-8"))


def main() -> int:
    """Print the totals, what is missed of `look`, or write what is known."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--update-known", action="store_true")
    options = parser.parse_args()
    lines = ["# Totals of the two halves; see bundles.py.\n"]
    for half in HALVES:
        found = totals(half)
        print(half, ", ".join(f"{name} {n}" for name, n in sorted(found.totals.items())))
        if options.missed and half == "look":
            print("\n".join(f"  {line}" for line in found.missed))
        lines += [f"\n[{half}]\n", *(f'"{n}" = {found.totals[n]}\n' for n in (*GAINS, *LOSSES))]
    if options.update_known:
        KNOWN.write_text("".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
