"""How fast times are found, beside the free-text search of dateparser on the same texts.

    python benchmarks/times.py [FILE ...] [--characters N] [--least RATIO]

The texts are those of the files, or else sentences of the test corpus in ever new order, among
plain ones. Both
systems take turns lap by lap, so that a busy machine slows both alike, and no lap sees a text
that an earlier one has seen. Prints thousand characters a second for each and their ratio; ends
with 1 where the ratio lies below `--least`.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tomllib
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from time import perf_counter

from factcheck import find_times

CORPUS = Path(__file__).parent.parent / "tests" / "times" / "corpus.toml"
# News names a time about every 300 characters; the sentences of the corpus name one each.
PLAIN = (
    "The herders said they would rather wait for the ferry than walk around the lake.",
    "The owner of the boat wanted more money than they had brought from the hills.",
    "A spokeswoman for the district called the road safe and asked drivers to be patient.",
    "Shopkeepers along the square complained that nobody had told them of the closure.",
    "Both sides blamed each other for the delay, and neither named a figure.",
)
PUBLISHED = date(2023, 12, 28)
LAPS = 3


def main() -> int:
    """Runs both and prints the figures; 1 where the ratio asked for is missed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("files", nargs="*", type=Path, help="texts to read")
    parser.add_argument("--characters", type=int, default=20_000, help="length of a made text")
    parser.add_argument("--least", type=float, default=10.0, help="least ratio to dateparser")
    arguments = parser.parse_args()
    systems = {"factcheck": _ours, "dateparser": _search()}
    seconds: dict[str, list[float]] = {name: [] for name in systems}
    characters = 0
    for system in systems.values():
        # What is compiled and imported at first use is not measured.
        system(_texts([], arguments.characters, -1)[0] + " They met on Thanksgiving.")
    for lap in range(LAPS):
        for text in _texts(arguments.files, arguments.characters, lap):
            characters += len(text)
            for name, system in systems.items():
                began = perf_counter()
                system(text)
                seconds[name].append(perf_counter() - began)
    rates = {name: characters / sum(taken) / 1000 for name, taken in seconds.items()}
    for name, rate in rates.items():
        median = 1000 * statistics.median(seconds[name])
        print(f"{name:12s}{rate:10.1f} kchar/s   median {median:8.2f} ms a text")
    ratio = rates["factcheck"] / rates["dateparser"]
    print(f"ratio {ratio:.1f}")
    return 0 if ratio >= arguments.least else 1


def _ours(text: str) -> object:
    return find_times(text, PUBLISHED)


def _search() -> Callable[[str], object]:
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime(2023, 12, 28, 12), "PREFER_DATES_FROM": "past"}

    def search(text: str) -> object:
        return search_dates(text, languages=["en"], settings=settings)

    return search


def _texts(files: list[Path], characters: int, lap: int) -> list[str]:
    """The texts of one lap, each with an end of its own so that no cache knows it."""
    if files:
        return [file.read_text(encoding="utf-8") + "\n" + "q" * (lap + 1) for file in files]
    entries = tomllib.loads(CORPUS.read_text(encoding="utf-8"))["expression"]
    phrases = [phrase for entry in entries for phrase in entry["phrases"]]
    picked = random.Random(lap)
    text: list[str] = []
    while sum(map(len, text)) < characters:
        text.append(picked.choice(phrases).replace("{", "").replace("}", ""))
        text += picked.sample(PLAIN, 3)
    return [" ".join(text)]


if __name__ == "__main__":
    sys.exit(main())
