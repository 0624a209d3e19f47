"""Time grows with the text and not with its square, also where the text means harm.

What is asserted is an exponent, never a number of seconds: the slope of time over size in
logarithms, each time the best of several runs. 1 is linear, 2 quadratic; 1.3 leaves room for a
machine that is busy with other things.
"""

from __future__ import annotations

import gc
import io
import math
import time
from collections.abc import Callable

import pytest

from factcheck import Article, extract, find_quantities, find_times, reconcile
from factcheck.linkage import block, division
from factcheck.loading import load_articles

LARGEST_EXPONENT = 1.3
SHORTEST = 0.004  # seconds: below, the clock measures itself


def seconds(work: Callable[[], object], runs: int) -> float:
    """The processor time of the best of several runs."""
    best = math.inf
    for _ in range(runs):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def exponent(work: Callable[[str], object], make: Callable[[int], str], sizes: list[int]) -> float:
    """The slope of time over size, by least squares over their logarithms."""
    work(make(sizes[0]))
    points = []
    gc.collect()
    gc.disable()
    try:
        for size in sizes:
            text = make(size)
            taken = seconds(lambda text=text: work(text), 2)  # type: ignore[misc]
            points.append((math.log(size), math.log(max(taken, SHORTEST))))
    finally:
        gc.enable()
    middle = sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
    above = sum((x - middle[0]) * (y - middle[1]) for x, y in points)
    return above / sum((x - middle[0]) ** 2 for x, _ in points)


def repeated(piece: str) -> Callable[[int], str]:
    """So many characters of one piece over and over."""
    return lambda size: (piece * (size // len(piece) + 1))[:size]


# Each is the worst of a family that was tried: figures without words, nesting, runs that a
# pattern could start at anywhere, words that open something and never close it.
PIECES = [
    "5 ", "1", "1,0", "1-", "(", "“", " ", "\n", "a", "a hundred and ", "twenty ", "5% of ",
    "from 5 to ", "from Monday to ", "Monday, Tuesday and ", "January 1, ", "two days after ",
    "including 5 ", "Smith, 45, ", "U.S.", "“5 people,” he said, ", "٣ ", "e\u0301", "\u200b",
    "\u202e", "😀", "十二", "12 400 ", "1/2/", "$", "5 people and ",
]  # fmt: skip
READERS: dict[str, tuple[Callable[[str], object], list[int]]] = {
    "find_quantities": (find_quantities, [2_000, 6_000, 18_000]),
    "find_times": (find_times, [4_000, 12_000, 36_000]),
    "extract": (lambda text: extract(Article(id="a", text=text)), [1_500, 3_000, 6_000]),
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_readers_are_linear_in_the_text(reader: str, piece: str) -> None:
    work, sizes = READERS[reader]
    if reader == "extract" and piece in ("5 ", "5% of ", "12 400 ", "twenty "):
        sizes = [1_500, 3_000]  # dense figures cost about a millisecond each
    assert exponent(work, repeated(piece), sizes) <= LARGEST_EXPONENT


def distinct(number: int) -> str:
    """Sentences of one article that all tell another figure."""
    return "\n".join(
        f"{'Police' if n % 2 else 'Doctors'} counted {n * 37 + 13} {THINGS[n % 5]} in the harbour."
        for n in range(number)
    )


THINGS = ("boats", "crates", "sailors", "lorries", "sheep")
ARTICLES: dict[str, Callable[[int], str]] = {
    "other figures": distinct,
    "one sentence": lambda number: "The flood killed 5 people. " * number,
    "parts": lambda number: "Storms hurt 50 people, including 52 children.\n" * number,
    "conversions": lambda number: "The wall is 50 miles (60 kilometres) long.\n" * number,
    "speakers": lambda number: "“5 died,” police said. “9 died,” doctors said.\n" * number,
    "days": lambda number: "\n".join(
        f"The ferry sailed on {n % 28 + 1} May {1900 + n % 120}." for n in range(number)
    ),
    "start and end": lambda number: "At first 50 men came. Later 600 men came.\n" * number,
}


@pytest.mark.parametrize("kind", ARTICLES)
def test_reconcile_is_linear_in_the_claims_of_an_article(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Up to the largest block every pair is compared, so growth shows beyond it. A smaller block
    # shows the same growth sooner.
    monkeypatch.setattr(division, "LARGEST_BLOCK", 24)
    work = lambda text: reconcile([Article(id="a", text=text)])  # noqa: E731
    assert exponent(work, ARTICLES[kind], [96, 192, 384]) <= LARGEST_EXPONENT


def test_reconcile_is_linear_in_the_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(division, "LARGEST_BLOCK", 24)
    monkeypatch.setattr(block, "_CROWD", 8)

    def work(number: str) -> object:
        return reconcile(
            Article(id=str(n), text=f"A fire in Town{chr(65 + n % 26)}{n // 26} hurt {n} people.")
            for n in range(len(number))
        )

    assert exponent(work, lambda size: "." * size, [60, 180, 540]) <= LARGEST_EXPONENT


# An opening that chooses the reader, and what is repeated behind it.
FILES = [
    ("[", "["), ("[", '{"text":"5 men"},'), ("{", '{"a":'), ("", '{"text":"5 men"}\n'),
    ("<!DOCTYPE html><body>", "<"), ("<!DOCTYPE html><body>", "<div>"),
    ("<!DOCTYPE html><body>", "<p>5 men died."), ("<!DOCTYPE html><body>", "<a b='"),
    ("<!DOCTYPE html><body>", "<!--"), ("<!DOCTYPE html><body>", "&amp;"),
    ("<rss><channel>", "<item>"), ("<rss><channel><item><description>", "&lt;p&gt;5 "),
    ("<rss><channel>", "<item><description>5 men died.</description></item>"),
    ("---\na: ", "["), ("---\na: ", "- "), ("---\n", "a: b\n"), ("", "---\n"), ("", "5 men\n"),
]  # fmt: skip


@pytest.mark.parametrize(("opening", "piece"), FILES, ids=repr)
def test_loaders_are_linear_in_the_file(opening: str, piece: str) -> None:
    def work(text: str) -> object:
        return load_articles("-", stdin=io.BytesIO(text.encode()))

    def make(size: int) -> str:
        return opening + repeated(piece)(size)

    assert exponent(work, make, [8_000, 24_000, 72_000]) <= LARGEST_EXPONENT
