"""How time grows with the length of text that means harm, and what the longest texts cost.

    python benchmarks/hostile.py [--functions 'find_quantities;extract, endless'] [--match REGEX]
    python benchmarks/hostile.py --functions= --megabytes 10 --numbers 1000000

For each function the exponent of processor time on every family of texts: 1 is linear, 2
quadratic. A family is a piece over and over, or nesting, or signs from all of Unicode; the sizes
stand in `FUNCTIONS`. With --megabytes and --numbers also seconds and peak of memory of `extract`
and `reconcile` on one article of so much news or of so many numbers. Each function, and each of
the long texts, runs in a process of its own.
"""

from __future__ import annotations

import argparse
import gc
import io
import math
import random
import re
import sys
from collections.abc import Callable
from time import process_time

from growth import alone, long_article, peak

from factcheck import Article, extract, find_quantities, find_times, reconcile
from factcheck.loading import load_articles

LARGEST_EXPONENT = 1.1
SHORTEST = 0.02  # seconds: what takes less is too short for an exponent, and no harm

PIECES = (
    # figures, with and without spaces, names of units, words that wait for one
    "5 ", "5", "12 ", "12,345 ", "12 400 ", "000 ", "1,0", "1-", "1/2/", "1½ ", "1 1/2 ", "5.\n",
    "5. ", "5% of ", "% ", "$", "$5 million ", "5 km ", "5-year-old ", "twenty ", "half ", "one ",
    "a hundred and ", "from 5 to ", "between ", "more than ", "including 5 ", "5 people and ",
    "٣ ", "１２ ", "十二", "½", "Rs", "no. ",
    # times
    "Monday ", "Monday, Tuesday and ", "from Monday to ", "January 1, ", "two days after ",
    "at 5 p.m. ", "of ", "to ", "“today ", "today (@a) ", "In 2018, May ", "the day before ",
    "will Tuesday ", "that same day ",
    # sentences, headings, names, speech
    "5 died.\n", "He ran. ", "The flood killed 5 people. ", "# 5 dead\n", "HEADING\n\n",
    "John Smith ", "Smith, 45, ", "John Smith said 5 died. ", "“5 people,” he said, ",
    '"5 died," he said. ', "U.S.", "Mr. ", "AT&", "A", "a", "a.", "and ", ", ",
    # brackets and quotes that nothing closes
    "(", ")", "[", "{", "“", '"', "'s", "(5 ", "“5 ", "-", "--", ".", "...",
    # space, breaks, accents, direction, signs without width or beyond 16 bits
    " ", "\t", "\n", "\r\n", "\u2028", "e\u0301", "x\u0301\u0302", "\u200b", "\u202e", "😀",
)  # fmt: skip


def repeated(piece: str) -> Callable[[int], str]:
    """So many characters of one piece over and over."""
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def unicode_text(size: int) -> str:
    """Signs from all of Unicode but half characters, the same for one size in every run."""
    draw = random.Random(size)
    signs = (chr(draw.choice((draw.randrange(0xD800), draw.randrange(0xE000, 0x110000)))) for _ in
             range(size))  # fmt: skip
    return "".join(signs)


TEXTS: dict[str, Callable[[int], str]] = {
    **{repr(piece): repeated(piece) for piece in PIECES},
    "nested brackets": lambda size: "(" * (size // 2) + "9 died" + ")" * (size // 2),
    "nested quotes": lambda size: "“5 ‘6 " * (size // 12) + "’ ”" * (size // 12),
    "all of Unicode": unicode_text,
    "other numbers": lambda size: " ".join(str(n) for n in range(size // 6)),
    "other figures": lambda size: "\n".join(
        f"Police counted {n} {'boats' if n % 2 else 'crates'} in the harbour."
        for n in range(size // 42)
    ),
}
# Text that reads like news and goes on without end: lists in one sentence, chains of clauses that
# each look back, bullets, brackets, other scripts, what pages leave between words.
PHRASES = (
    "hundred ", "million ", "none of the ", "denied that 5 ", "$5m-", "5 to 10 to ", "5–10 men, ",
    "between 5 and ", "at least 5 of the ", "up from 5 men ", "the death toll of 5 ", "said that ",
    "2020-", "5:30 ", "week of the ", "years ago ", "every Monday ", "two days before the ",
    "• 5 men\n", "5\u00a0000 men ", "死者5人伤者300人", "5th man of ", "5% of the ",
    "who was 5 and ", "5 km (3 miles) ", "killing 5, ", "5\u00ad000 ", "1’234 men, ", "5\t12 men\t",
)  # fmt: skip
THINGS = ("boats", "crates", "men", "women", "children", "lorries", "sheep", "homes")


def _counted(sentence: str, join: str = " ") -> Callable[[int], str]:
    """So many characters of a sentence in which every figure, year, thing and name is another."""

    def make(size: int) -> str:
        number = size // (len(sentence) + len(join)) + 1
        filled = (
            sentence.format(n=n, m=n * 7 + 3, y=1700 + n % 400, thing=THINGS[n % 8])
            for n in range(number)
        )
        return join.join(filled)[:size]

    return make


ENDLESS: dict[str, Callable[[int], str]] = {
    **{repr(piece): repeated(piece) for piece in PHRASES},
    "a sentence of counts": _counted("{m} {thing}", ", "),
    "a sentence of deeds": _counted("killed {m} {thing}", " and "),
    "speakers": _counted("“{m} {thing} died,” said Smith{n}.", "\n"),
    "people with ages": _counted("Ann Smith{n}, {n},"),
    "places": _counted("In Town{n} {m} {thing} burned."),
    "parts": _counted("{m} of them {thing}", ", "),
    "sums": _counted("${m}.5m for {thing}"),
    "conversions": _counted("{m} miles ({n} km)", ", "),
    "changes": _counted("The toll rose from {n} to {m}."),
    "denials": _counted("Police denied that {m} {thing} had sunk."),
    "one line of news": _counted("The flood in Alba{n} killed {m} people on Monday."),
}
# What a desk, a table or a page of another sort leaves in an article, again and again: each of its
# figures, days, names and places another one.
CHAINS: dict[str, str] = {
    # times
    "holidays": "Easter {y} and Labor Day weekend, ",
    "clocks": "at {n}:30 p.m. EST ({m} GMT) and ",
    "dates in figures": "on {y}-12-17, 12/17/{y} and 17.12.{y} ",
    "years": "in {y}, in the year {y} and ",
    "decades": "in the early {y}s and the {n}th century, ",
    "stretches": "from Monday 6 May {y} to Friday, 7 June, and ",
    "relative days": "{n} days after the week before the month of ",
    "quoted days": "“We came today,” Ann{n} said on Monday. ",
    "datelines": "TOWN{n}, May 6, {y} (Reuters) - {n} {thing}.\n",
    "parts of days": "Tuesday morning, 6 May {y} at noon, that night, ",
    # figures
    "ages": "a {n}-year-old boy, Ann, {m}, and ",
    "fractions": "two-thirds of {n} {thing}, {n} 1/2 and ",
    "movements": "rose {n}% to {m}% from {n}.5% and ",
    "prices": "€{n}m to £{m}bn, Rs {n} crore or ",
    "degrees": "{n}°C ({m}°F), {n}°12′N and ",
    "telephones": "+44 20 {n} 0958, call 0800-{m} or ",
    "ordinals": "the {n}th of the {m}rd, first, second, ",
    "scores": "won {n}-{m}, lost 3-{n} and ",
    "numbers in words": "twenty-one hundred and five thousand {n} ",
    "chained numbers": "five-{n}-and-a-half-",
    "opposites": "not {n} but {m} {thing}, never more than ",
    "parts of parts": "{n} {thing}, {m} of whom were {n}, of which ",
    "rates": "{n} per {m} a day for every {n} {thing} ",
    "sizes": "a {n}-foot by {m}-metre wall of {n} hectares ",
    "units apart": "{n} kg and {m} g, {n} ft {m} in, ",
    "addresses": "{n} Main Street, Flight {m}, Boeing 7{n}, ",
    # clauses
    "brackets in brackets": "{n} {thing} ({m} dead ([{n} hurt ",
    "dashes": "{n} {thing} — {m} dead – ",
    "sources on sources": "according to Smith{n}, said Jones{m}, ",
    "places in places": "in Town{n}, near Lake{m}, north of ",
    "shouting": "{n} PEOPLE DIED IN TOWN{m} AND ",
    "no verbs": "The {n} {thing} of the {m} {thing} of ",
    "relative clauses": "{n} {thing} that killed {m} who ",
    "questions": "Did {n} {thing} die? No: {m}! ",
    # what is no prose
    "addresses of pages": "https://a.example/2023/12/{n}?m={m}&amp;x ",
    "tables": "| {n} | {thing} | {m} dead |\n",
    "posts": "#{n}dead @ann{m} {n}😀{thing}😀 RT: ",
    "entities": "&nbsp;{n}&nbsp;{thing}&mdash;{m}\u00a0",
    "two directions": "قتل {n} شخصا و{m} \u202b{thing} ",
    "semicolons": "{n};{m};{thing};",
}  # fmt: skip
FURTHER = {name: _counted(piece, "") for name, piece in CHAINS.items()}
FILES = (
    ("[", "["), ("[", '{"text":"5 men"},'), ("{", '{"a":'), ("", '{"text":"5 men"}\n'),
    ("<!DOCTYPE html><body>", "<"), ("<!DOCTYPE html><body>", "<div>"),
    ("<!DOCTYPE html><body>", "<p>5 men died."), ("<!DOCTYPE html><body>", "<a b='"),
    ("<!DOCTYPE html><body>", "<!--"), ("<!DOCTYPE html><body>", "&amp;"),
    ("<rss><channel>", "<item>"), ("<rss><channel><item><description>", "&lt;p&gt;5 "),
    ("<rss><channel>", "<item><description>5 men died.</description></item>"),
    ("---\na: ", "["), ("---\na: ", "- "), ("---\n", "a: b\n"), ("", "---\n"), ("", "5 men\n"),
)  # fmt: skip


def _file(opening: str, piece: str) -> Callable[[int], str]:
    return lambda size: opening + repeated(piece)(size)


def _extract(text: str) -> object:
    return extract(Article(id="a", text=text))


def _reconcile(text: str) -> object:
    return reconcile([Article(id="a", text=text)])


def _load(text: str) -> object:
    return load_articles("-", stdin=io.BytesIO(text.encode()))


# What is called, on which texts, and of how many characters.
FUNCTIONS: dict[str, tuple[Callable[[str], object], dict[str, Callable[[int], str]], list[int]]] = {
    "find_quantities": (find_quantities, TEXTS, [20_000, 60_000, 180_000]),
    "find_times": (find_times, TEXTS, [20_000, 60_000, 180_000]),
    "extract": (_extract, TEXTS, [10_000, 30_000, 90_000]),
    # Up to 256 claims of a block are compared each with each, so growth shows beyond.
    "reconcile": (_reconcile, TEXTS, [20_000, 40_000, 80_000]),
    **{f"{name}, {of}": (work, texts, [2_000, 8_000, 32_000, 64_000])
       for of, texts in (("endless", ENDLESS), ("chains", FURTHER)) for name, work in (
        ("find_quantities", find_quantities), ("find_times", find_times), ("extract", _extract),
        ("reconcile", _reconcile),
    )},
    "loaders": (
        _load, {opening + piece: _file(opening, piece) for opening, piece in FILES},
        [50_000, 150_000, 450_000],
    ),
}  # fmt: skip


def exponents(function: str, match: str) -> list[tuple[float, float, str]]:
    """For each family whose name matches and that takes long enough its exponent, its longest
    time and its name."""
    work, texts, sizes = FUNCTIONS[function]
    work("Nine people died on Monday.")
    found = []
    for name, make in texts.items():
        if not re.search(match, name):
            continue
        seconds = [_seconds(work, make(size)) for size in sizes]
        if seconds[0] >= SHORTEST:
            found.append((_slope(sizes, seconds), seconds[-1], name))
        elif seconds[-1] >= SHORTEST * sizes[-1] / sizes[0]:
            found.append((_slope(sizes, [max(s, SHORTEST) for s in seconds]), seconds[-1], name))
    return sorted(found, reverse=True)


def _seconds(work: Callable[[str], object], text: str) -> float:
    """Processor time, the collector of garbage at work as ever; of what is short the best of
    three runs."""
    best = math.inf
    for _ in range(3):
        gc.collect()
        began = process_time()
        work(text)
        best = min(best, process_time() - began)
        if best > 1:
            break
    return best


def _slope(sizes: list[int], seconds: list[float]) -> float:
    points = [(math.log(size), math.log(taken)) for size, taken in zip(sizes, seconds, strict=True)]
    across, along = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    return sum((x - across) * (y - along) for x, y in points) / sum(
        (x - across) ** 2 for x, _ in points
    )


def numbers(many: float) -> Article:
    """So many numbers from 0 on, one after the other, without a stop."""
    return Article(id="numbers", text=" ".join(str(n) for n in range(int(many))))


LONG: dict[str, Callable[[float], Article]] = {"megabytes": long_article, "numbers": numbers}


def long_text(name: str, size: float, function: str) -> tuple[int, float, float, float]:
    """Claims, seconds, and the peak of memory before and after."""
    article = LONG[name](size)
    gc.collect()
    before, began = peak(), process_time()
    claims = len(extract(article)) if function == "extract" else len(reconcile([article]).claims)
    return claims, process_time() - began, before, peak()


def main() -> int:
    """Measures and prints; 1 where an exponent is above the limit."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--functions", default=";".join(FUNCTIONS))
    parser.add_argument("--match", default="", help="families whose names match this pattern")
    parser.add_argument("--worst", type=int, default=5, help="families printed for each function")
    parser.add_argument("--megabytes", type=float, default=0, help="of news in one article")
    parser.add_argument("--numbers", type=float, default=0, help="in one article")
    parser.add_argument("--only", default="extract,reconcile", help="what reads the long articles")
    arguments = parser.parse_args()
    largest = 0.0
    for function in filter(None, arguments.functions.split(";")):
        found = alone(exponents, function, arguments.match)
        sizes = FUNCTIONS[function][2]
        print(f"{function}, {sizes[0]:,} to {sizes[-1]:,} characters, {len(found)} families")
        for exponent, seconds, name in found[: arguments.worst]:
            print(f"   {exponent:5.2f}  {seconds:8.2f} s  {name}", flush=True)
        longest = max(found, key=lambda family: family[1], default=(0.0, 0.0, "none"))
        print(f"   the longest took {longest[1]:.2f} s: {longest[2]}", flush=True)
        largest = max([largest, *(exponent for exponent, _, _ in found)])
    for name in LONG:
        size = getattr(arguments, name)
        for function in arguments.only.split(",") if size else ():
            claims, seconds, before, after = alone(long_text, name, size, function)
            print(
                f"{function} on {size:,g} {name}: {claims:,} claims, {seconds:.0f} s, "
                f"peak {after:.0f} MB ({after - before:.0f} more)",
                flush=True,
            )
    return 0 if largest <= LARGEST_EXPONENT else 1


if __name__ == "__main__":
    sys.exit(main())
