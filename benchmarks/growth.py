"""How time and memory grow with the number of articles and with the length of one.

    python benchmarks/growth.py [--sizes 100,1000,10000] [--megabytes 10] [--repeats 20]

Reconciles so many generated articles on many events and prints the exponent of time: 1 is
linear, 2 quadratic. Then the peak of memory of the largest batch, of `extract` on one long
article, and what is left behind by repeated calls. Each measurement runs in a process of its
own, so that none inherits what another has cached.
"""

from __future__ import annotations

import argparse
import calendar
import gc
import math
import re
import resource
import sys
import tracemalloc
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from time import process_time
from typing import TypeVar

from factcheck import Article, extract, reconcile
from factcheck.testing import generate_bundle

LARGEST_EXPONENT = 1.15
Result = TypeVar("Result")
CALENDAR = {*calendar.day_name, *calendar.month_name, "Reuters"}


def news(number: int) -> list[Article]:
    """So many articles, from two to five on each of many events.

    Generated news knows a few hundred names. Each event gets its own, as in the world, where
    two floods are seldom in one town.
    """
    found: list[Article] = []
    seed = 0
    while len(found) < number:
        articles = generate_bundle(seed).articles
        own = names_in(" ".join(article.text for article in articles))
        pattern = re.compile(rf"\b(?:{'|'.join(sorted(own))})\b") if own else re.compile("(?!)")
        for at, article in enumerate(articles):
            text, title = (
                pattern.sub(rf"\g<0>{letters(seed)}", words)
                for words in (article.text, article.title)
            )
            changes = {"id": f"{seed}-{at}", "text": text, "title": title}
            found.append(article.model_copy(update=changes))
        seed += 1
    return found[:number]


def names_in(text: str) -> set[str]:
    """The words that are written with a capital inside a sentence, and never without."""
    capital = set(re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}", text)) - CALENDAR
    return capital - {word.capitalize() for word in re.findall(r"\b[a-z]+\b", text)}


def letters(number: int) -> str:
    """A number as an ending that no other number has: "ba", "dako"."""
    syllables = ""
    while number or not syllables:
        number, rest = divmod(number, 80)
        syllables += "bdfgklmnprstvzhj"[rest // 5] + "aeiou"[rest % 5]
    return syllables


def long_article(megabytes: float) -> Article:
    """One article made of the texts of many."""
    texts: list[str] = []
    size = seed = 0
    while size < megabytes * 1e6:
        for article in generate_bundle(seed % 2000).articles:
            texts.append(article.text)
            size += len(article.text) + 2
        seed += 1
    published = generate_bundle(0).articles[0].published
    return Article(id="long", text="\n\n".join(texts), published=published)


def peak() -> float:
    """The most memory the process has held, in megabytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)


def batch(number: int) -> tuple[float, float, float, int]:
    """Seconds to reconcile, memory before and at the peak, and how many claims were found."""
    reconcile(news(20))
    articles = news(number)
    gc.collect()
    before, began = peak(), process_time()
    report = reconcile(articles)
    return process_time() - began, before, peak(), len(report.claims)


def long(megabytes: float) -> tuple[float, float, float, int]:
    """The same for `extract` on one article of so many megabytes."""
    extract(long_article(0.01))
    article = long_article(megabytes)
    gc.collect()
    before, began = peak(), process_time()
    claims = extract(article)
    return process_time() - began, before, peak(), len(claims)


def left_behind(repeats: int) -> float:
    """Kilobytes that each of so many calls leaves allocated, after as many to warm the caches."""
    articles = news(30)
    tracemalloc.start()
    held = []
    for _ in range(2):
        for _ in range(repeats):
            reconcile(articles)
        gc.collect()
        held.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    return (held[1] - held[0]) / 1e3 / repeats


def alone(work: Callable[..., Result], *arguments: object) -> Result:
    """What `work` gives in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


def main() -> int:
    """Measures and prints; 1 where the exponent is above the limit."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--sizes", default="100,1000,10000")
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--repeats", type=int, default=20)
    arguments = parser.parse_args()
    sizes = [int(size) for size in arguments.sizes.split(",")]
    seconds = []
    for size in sizes:
        taken, before, after, claims = alone(batch, size)
        seconds.append(taken)
        print(
            f"reconcile {size:6} articles {claims:7} claims {taken:8.1f} s "
            f"{taken / size * 1000:6.1f} ms each   "
            f"peak {after:6.0f} MB ({after - before:.0f} more)",
            flush=True,
        )
    exponent = math.log(seconds[-1] / seconds[0]) / math.log(sizes[-1] / sizes[0])
    print(f"exponent from {sizes[0]} to {sizes[-1]} articles: {exponent:.2f}", flush=True)
    if arguments.megabytes:
        taken, before, after, claims = alone(long, arguments.megabytes)
        print(
            f"extract on {arguments.megabytes:g} MB: {claims} claims, {taken:.0f} s, "
            f"peak {after:.0f} MB ({after - before:.0f} more)",
            flush=True,
        )
    if arguments.repeats:
        left = alone(left_behind, arguments.repeats)
        print(f"left behind by each of {arguments.repeats} calls: {left:.2f} kB")
    return 0 if exponent <= LARGEST_EXPONENT else 1


if __name__ == "__main__":
    sys.exit(main())
