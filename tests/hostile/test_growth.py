"""Time grows with the text and not with its square, also where the text means harm.

What is asserted is an exponent, never a number of seconds: the slope of work over size in
logarithms. 1 is linear, 2 quadratic. Work is measured in two ways. The calls that are made are the
same in each run, so little room is left above 1; but they do not see a pattern that tries
again and again. Processor time sees everything, and on a machine that is busy with other things a
little more: so the short text is read as often as makes up for the long one, both are measured
for as long, the best of several is taken, some seconds apart, and 1.3 is let pass.
"""

from __future__ import annotations

import gc
import io
import math
import sys
import time
from collections.abc import Callable
from types import FrameType

import pytest

from factcheck import Article, extract, find_quantities, find_times, reconcile
from factcheck.linkage import block, block_splitting
from factcheck.linkage.model import blocking
from factcheck.loading import load_articles

LARGEST_EXPONENT = 1.3
LARGEST_EXPONENT_OF_CALLS = 1.1
LARGEST_EXPONENT_IN_A_SENTENCE = 1.5  # of which each figure reads the words around it
SHORTEST = 0.004  # seconds: below, the clock measures itself


FEWEST = 10_000  # calls: below, what is done once for any text counts for too much
ATTEMPTS = 8
PAUSE = 0.3  # seconds, longer with each attempt: what else a machine is busy with lasts a while
Sizes = tuple[int, int]


def seconds(work: Callable[[str], object], text: str, times: int = 1) -> float:
    """The processor time of one run, taken over several in a row."""
    began = time.process_time()
    for _ in range(times):
        work(text)
    return max((time.process_time() - began) / times, SHORTEST)


def exponent(work: Callable[[str], object], make: Callable[[int], str], sizes: Sizes) -> float:
    """The slope of time between two sizes, each the best of as many runs as it takes to come
    below the limit, up to a few."""
    few, many = make(sizes[0]), make(sizes[1])
    work(make(sizes[0] // 4))  # what is read once is read now
    best = math.inf, math.inf
    slope = math.inf
    gc.collect()
    gc.disable()
    try:
        for attempt in range(ATTEMPTS):
            # As much work at a time for either: else only the shorter finds a quiet moment. At
            # first once, since most machines are quiet most of the time.
            short = seconds(work, few, times=sizes[1] // sizes[0] if attempt else 1)
            best = min(best[0], short), min(best[1], seconds(work, many))
            slope = _slope(best, sizes)
            if slope <= LARGEST_EXPONENT:
                break
            time.sleep(PAUSE * attempt)
    finally:
        gc.enable()
    return slope


def exponent_of_calls(
    work: Callable[[str], object], make: Callable[[int], str], sizes: Sizes
) -> float:
    """The slope of the number of calls, of Python and of C, between two sizes."""
    few, many = (max(_calls(work, make(size)), FEWEST) for size in sizes)
    return _slope((few, many), sizes)


def _calls(work: Callable[[str], object], text: str) -> int:
    made = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work(text)
    finally:
        sys.setprofile(before)
    return made


def _slope(work: tuple[float, float], sizes: Sizes) -> float:
    return math.log(work[1] / work[0]) / math.log(sizes[1] / sizes[0])


@pytest.mark.measured
def test_the_measures_see_the_square_of_the_size() -> None:
    """Else all below would pass whatever it measures."""
    sizes = (400, 1600)
    square = lambda text: [a.upper() for a in text for _ in text]  # noqa: E731
    line = lambda text: [a.upper() for a in text for _ in range(400)]  # noqa: E731
    assert exponent_of_calls(square, lambda size: "a" * size, sizes) > 1.9
    assert exponent_of_calls(line, lambda size: "a" * size, sizes) < 1.01
    assert exponent(square, lambda size: "a" * size, sizes) > 1.6
    assert exponent(line, lambda size: "a" * size, sizes) < 1.2


def repeated(piece: str) -> Callable[[int], str]:
    """So many characters of one piece over and over."""
    return lambda size: (piece * (size // len(piece) + 1))[:size]


# Each is the worst of a family that was tried: figures without words, nesting, runs that a
# pattern could start at anywhere, words that open something and never close it.
PIECES = [
    "5 ", "1", "1,0", "1-", "(", "“", " ", "\n", "a", "a hundred and ", "twenty ", "5% of ",
    "from 5 to ", "from Monday to ", "Monday, Tuesday and ", "January 1, ", "two days after ",
    "including 5 ", "Smith, 45, ", "U.S.", "“5 people,” he said, ", "٣ ", "e\u0301", "\u200b",
    "\u202e", "😀", "十二", "12 400 ", "1/2/", "$", "5 people and ", "5\u00a0", "5\u00ad", "5;",
    "two days before the ", "• 5 men\n", "死者5人", "hundred ", "5 boats, 6 men, ", "a-5 ", "1’234",
]  # fmt: skip
READERS: dict[str, tuple[Callable[[str], object], Sizes]] = {
    "find_quantities": (find_quantities, (2_500, 10_000)),
    "find_times": (find_times, (5_000, 20_000)),
    "extract": (lambda text: extract(Article(id="a", text=text)), (1_500, 6_000)),
}


@pytest.mark.parametrize("piece", PIECES[::6], ids=repr)
def test_the_calls_that_extract_makes_are_linear_in_the_text(piece: str) -> None:
    """A quick look at what the next test measures in full."""
    work, (few, many) = READERS["extract"]
    slope = exponent_of_calls(work, repeated(piece), (few // 2, many // 2))
    assert slope <= LARGEST_EXPONENT_OF_CALLS


@pytest.mark.measured
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_readers_are_linear_in_the_text(reader: str, piece: str) -> None:
    work, sizes = READERS[reader]
    assert exponent(work, repeated(piece), sizes) <= LARGEST_EXPONENT
    assert exponent_of_calls(work, repeated(piece), sizes) <= LARGEST_EXPONENT_OF_CALLS


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


def test_the_days_of_a_clause_are_found_once() -> None:
    """Each day of a clause has the clause for its label, so that to look for the days of it for
    each of them costs the square of its days (a slope of 1.8 at this length)."""
    years = "".join(f"in {year}, in the year {year + 7} and " for year in range(1700, 1800))

    def work(text: str) -> object:
        return reconcile([Article(id="a", text=text)])

    work(years[:240])  # what is read once is read now
    assert (
        exponent_of_calls(work, lambda size: years[:size], (240, 960))
        <= LARGEST_EXPONENT_IN_A_SENTENCE
    )


def _with_small_blocks(monkeypatch: pytest.MonkeyPatch, **bounds: int) -> None:
    small = blocking().model_copy(update=bounds)
    monkeypatch.setattr(block_splitting, "blocking", lambda: small)
    monkeypatch.setattr(block, "blocking", lambda: small)


@pytest.mark.measured
@pytest.mark.parametrize("kind", ARTICLES)
def test_reconcile_is_linear_in_the_claims_of_an_article(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Up to the largest block every pair is compared, so growth shows beyond it. A smaller block
    # shows the same growth sooner.
    _with_small_blocks(monkeypatch, largest_block=24, most_of_article=24, largest_table=12)
    work = lambda text: reconcile([Article(id="a", text=text)])  # noqa: E731
    assert exponent(work, ARTICLES[kind], (72, 288)) <= LARGEST_EXPONENT


@pytest.mark.measured
def test_reconcile_is_linear_in_the_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    # The patterns of a text are measured above, and a text here is a sentence: so calls are
    # counted. Of some hundred texts each takes memory of its own, which a busy machine gives at
    # such different speeds that seconds once grew by 1.5.
    _with_small_blocks(monkeypatch, largest_block=24, crowd=8)

    def work(number: str) -> object:
        return reconcile(
            Article(id=str(n), text=f"A fire in Town{chr(65 + n % 26)}{n // 26} hurt {n} people.")
            for n in range(len(number))
        )

    slope = exponent_of_calls(work, lambda size: "." * size, (120, 480))
    assert slope <= LARGEST_EXPONENT_OF_CALLS


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


@pytest.mark.measured
@pytest.mark.parametrize(("opening", "piece"), FILES, ids=repr)
def test_loaders_are_linear_in_the_file(opening: str, piece: str) -> None:
    def work(text: str) -> object:
        return load_articles("-", stdin=io.BytesIO(text.encode()))

    def make(size: int) -> str:
        return opening + repeated(piece)(size)

    assert exponent(work, make, (16_000, 64_000)) <= LARGEST_EXPONENT
