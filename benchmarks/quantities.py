"""How fast quantities are read, next to quantulum3 in the same run and on the same texts.

Run by hand:  python benchmarks/quantities.py TEXT_FILE ...

Each reader gets one warm-up pass over all the texts, then takes turns with the others for
several timed passes, so that a busy machine slows them alike. Reported are characters per
second of processor time (median of the passes) and the ratio to quantulum3.
"""

from __future__ import annotations

import argparse
import logging
import statistics
import time
import warnings
from collections.abc import Callable
from pathlib import Path

from factcheck import Article, extract, find_quantities

Reader = Callable[[str], object]


def readers() -> dict[str, Reader]:
    """The readers that are compared, by name."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its classifier is an extra that is not needed here
        from quantulum3 import parser
    logging.disable(logging.WARNING)
    return {
        "quantulum3.parser.parse": parser.parse,
        "factcheck.find_quantities": find_quantities,
        "factcheck.extract": lambda text: extract(Article(id="text", text=text)),
    }


def seconds(reader: Reader, texts: list[str]) -> float:
    """Processor time of one pass over the texts."""
    start = time.process_time()
    for text in texts:
        reader(text)
    return time.process_time() - start


def main() -> None:
    """Print one line for each reader."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("files", nargs="+", type=Path, help="UTF-8 texts, one article each")
    arguments.add_argument("--passes", type=int, default=5)
    options = arguments.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in options.files]
    length = sum(map(len, texts))
    compared = readers()
    for reader in compared.values():
        seconds(reader, texts)
    times: dict[str, list[float]] = {name: [] for name in compared}
    for _ in range(options.passes):
        for name, reader in compared.items():
            times[name].append(seconds(reader, texts))
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    base = medians["quantulum3.parser.parse"]
    print(f"{len(texts)} texts, {length:,} characters, {options.passes} passes")
    for name, taken in medians.items():
        print(f"{name:28} {length / taken:12,.0f} characters/s  {base / taken:6.1f} times")


if __name__ == "__main__":
    main()
