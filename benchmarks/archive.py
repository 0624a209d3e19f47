"""How an archive grows: what a batch costs, what one more article costs, what its stories are.

    python benchmarks/archive.py [FOLDER …] [--sizes 1000,5000] [--one 100] [--length 5700]

Articles are those of the folders, in the order of their days, and beyond them generated ones: of
each event two to five within four days of a year, with names of their own, each made up to
`--length` characters with sentences of other events, told as if they were of this one. For each
size, in a process of its own, an archive is made in one call; the seconds of processor are those
of reading and of all the rest. Then so many more articles are added one by one. `share far` is
that of the groups of several articles that hold two printed more than 30 days apart.
"""

from __future__ import annotations

import argparse
import math
import re
import resource
import sqlite3
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from datetime import date, timedelta
from functools import cache
from itertools import count, pairwise
from multiprocessing import get_context
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, process_time
from typing import NamedTuple

from growth import letters, names_in

from factcheck import Article
from factcheck.archive import Archive
from factcheck.loading import load_articles
from factcheck.results import Report
from factcheck.testing import generate_bundle

FIRST_DAY = date(2023, 1, 1)
DAYS = 365
FAR = timedelta(days=30)
BUNDLES = 2000  # generated news repeats itself beyond
FILLS = 330  # characters that the sentences of another event add to each article
MOST_OF_ONE = 5  # articles of one event, which share no added sentence
SHORTEST = 20  # characters of such a sentence


class Measured(NamedTuple):
    """What one size gave: seconds of processor, sizes in megabytes, and seconds of the clock for
    each article that was added alone."""

    articles: int
    claims: int
    characters: int
    reading: float
    rest: float
    peak: float
    file: float
    largest: int
    far: float
    groups: int
    conflicts: int
    alone: tuple[float, ...]


def main() -> int:
    """Measures each size and prints a line for it."""
    arguments = _arguments()
    given = _given(arguments.folders)
    print(f"{len(given)} articles are given, the others are generated")
    print(
        "articles  claims  chars  reading s   rest s  peak MB  file MB  largest story  "
        "groups  share far  conflicts  one: median ms  99th  wall median  99th"
    )
    found = []
    for size in map(int, arguments.sizes.split(",")):
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            job = pool.submit(measured, arguments.folders, size, arguments.one, arguments.length)
            found.append(job.result())
        print(_line(found[-1]), flush=True)
    for before, after in pairwise(found):
        larger = math.log(after.articles / before.articles)
        reading, rest = (
            math.log(more / less) / larger
            for less, more in ((before.reading, after.reading), (before.rest, after.rest))
        )
        print(
            f"{before.articles} to {after.articles}: exponent of reading {reading:.2f}, "
            f"of the rest {rest:.2f}"
        )
    return 0


def measured(folders: list[str], size: int, one: int, length: int) -> Measured:
    """Makes an archive of so many articles, and adds some more one by one."""
    articles = _news(_given(folders), size + one, length)
    batch, later = articles[:size], articles[size:]
    read: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.db"
        with Archive(path) as archive:
            began = process_time()
            archive.add(batch, watch=lambda done, of: read.append(process_time()))
            reading, rest = read[-1] - began, process_time() - read[-1]
            claims = archive.status().claims
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            alone, clock = [], []
            for article in later:
                began, wall = process_time(), perf_counter()
                archive.add([article])
                alone.append(process_time() - began)
                clock.append(perf_counter() - wall)
            report = archive.report()
        largest = _largest(path)
        megabytes = path.stat().st_size / 1e6
    several, far = _far(report)
    return Measured(
        size,
        claims,
        sum(len(article.text) for article in batch) // size,
        reading,
        rest,
        peak,
        megabytes,
        largest,
        far / several if several else 0.0,
        several,
        len(report.conflicts),
        (*_quantiles(alone), *_quantiles(clock)),
    )


def _quantiles(seconds: list[float]) -> tuple[float, float]:
    if not seconds:
        return math.nan, math.nan
    ranked = sorted(seconds)
    return median(ranked), ranked[min(len(ranked) - 1, math.ceil(0.99 * len(ranked)) - 1)]


def _largest(path: Path) -> int:
    with closing(sqlite3.connect(path)) as file:
        (articles,) = file.execute("SELECT max(articles) FROM stories").fetchone()
    return articles or 0


def _far(report: Report) -> tuple[int, int]:
    """How many groups hold several articles, and how many of them two that are far apart."""
    days = {article.id: article.published for article in report.articles}
    several = far = 0
    for group in report.groups:
        articles = {claim.article_id for claim in group.claims}
        if len(articles) < 2:
            continue
        several += 1
        printed = [day for day in map(days.get, articles) if day is not None]
        far += bool(printed) and max(printed) - min(printed) > FAR
    return several, far


def _given(folders: list[str]) -> list[Article]:
    found = load_articles(folders).articles if folders else ()
    return sorted(found, key=lambda article: (article.published or date.max, article.id))


def _news(given: list[Article], size: int, length: int) -> list[Article]:
    """So many articles: those given, and generated ones in a shuffled order."""
    found: list[Article] = []
    random = Random(16)
    for event in count():
        if len(found) >= size - len(given):
            break
        began = FIRST_DAY + timedelta(days=random.randrange(DAYS))
        more = _article_text(event, range(1, 2 + length // FILLS))
        random.shuffle(more)
        for at, article in enumerate(_generated(event % BUNDLES)):
            text = _renamed(article.text, event)
            for sentence in more[at::MOST_OF_ONE]:
                if len(text) < length:
                    text += f" {sentence}"
            days = timedelta(days=min(at, 3))
            changes = {"id": f"{event}-{at}", "text": text, "published": began + days}
            found.append(article.model_copy(update={**changes, "title": ""}))
    random.shuffle(found)
    return [*given[:size], *found[: max(0, size - len(given))]]


@cache
def _generated(bundle: int) -> tuple[Article, ...]:
    return generate_bundle(bundle).articles


def _article_text(event: int, others: Iterable[int]) -> list[str]:
    """The sentences of other generated events, as if they were told of this one."""
    texts = (
        article.text for other in others for article in _generated((event + other * 97) % BUNDLES)
    )
    return [
        sentence
        for text in texts
        for sentence in re.split(r"(?<=[.!?])\s+", _renamed(text, event))
        if len(sentence) > SHORTEST
    ]


def _renamed(text: str, event: int) -> str:
    """The text with an ending to each name that no other event has."""
    ending = letters(event)
    return re.sub(
        "|".join(rf"\b{name}\b" for name in sorted(names_in(text))) or "(?!)",
        lambda name: name.group() + ending,
        text,
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folders", nargs="*", help="folders of articles, which come first")
    parser.add_argument("--sizes", default="1000,5000", help="articles in one batch")
    parser.add_argument("--one", type=int, default=100, help="articles added one by one")
    parser.add_argument("--length", type=int, default=5700, help="characters of generated ones")
    return parser.parse_args()


def _line(one: Measured) -> str:
    alone = "  ".join(f"{seconds * 1000:.0f}" for seconds in one.alone)
    return (
        f"{one.articles}  {one.claims}  {one.characters}  {one.reading:.1f}  {one.rest:.1f}  "
        f"{one.peak:.0f}  {one.file:.0f}  {one.largest}  {one.groups}  {one.far:.3f}  "
        f"{one.conflicts}  {alone}"
    )


if __name__ == "__main__":
    sys.exit(main())
