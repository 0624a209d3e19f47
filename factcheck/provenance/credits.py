"""The news agencies that an article credits as its source.

Only credits count: a dateline, a line at the foot, "told the AP". An agency's name under a photo
or in an advertisement for its newsletter credits no text.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.lexicon import Lexicon, any_of, load
from factcheck.models import Article
from factcheck.text.languages import READ


class _CreditLines(Lexicon):
    """Words of lines that credit an agency."""

    openers: tuple[str, ...]
    joiners: tuple[str, ...]


class _Passing(Lexicon):
    """Words around an agency that is only mentioned."""

    before: tuple[str, ...]
    after: tuple[str, ...]


class _Agencies(Lexicon):
    """The shape of `agencies.toml`."""

    agencies: dict[str, tuple[str, ...]]
    credit_lines: _CreditLines
    passing: _Passing


def credits_of(article: Article) -> tuple[str, ...]:
    """The agencies that `article` credits, by their short names, in alphabetical order.

    An agency that published the article itself is among them. None are known in other languages
    than English.
    """
    if article.language not in READ:
        return ()
    names, dateline, line, passing = _patterns(article.language)
    found: set[str] = set()
    text = article.text
    for pattern in (dateline, passing):
        for match in pattern.finditer(text):
            found |= {names[name] for name in match.groups() if name is not None}
    for candidate in text.splitlines():
        # A credit line holds nothing else; a paragraph that begins with "With" is no credit.
        if (credit := line.fullmatch(candidate)) is not None:
            named = _named(article.language).findall(credit["names"])
            found |= {names[name] for name in named}
    if article.publisher is not None and article.publisher.strip() in names:
        found.add(names[article.publisher.strip()])
    return tuple(sorted(found))


@cache
def _named(language: str) -> re.Pattern[str]:
    """A pattern that finds the name of any agency."""
    data = load("agencies", _Agencies, language)
    every = [name for names in data.agencies.values() for name in names]
    return re.compile(rf"(?<!\w){any_of(every)}(?!\w)")


@cache
def _patterns(
    language: str,
) -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The short name of each agency, and the patterns of a dateline, of a credit line and of a
    mention in passing."""
    data = load("agencies", _Agencies, language)
    names = {name: short for short, all_names in data.agencies.items() for name in all_names}
    name = any_of(names)
    # "LIMA, 4 May (AFP) --": a bracket with nothing but the name, and a dash behind it.
    dateline = re.compile(rf"\(({name})\)\s{{0,3}}[-–—]")
    opener = any_of(data.credit_lines.openers)
    joiner = any_of(data.credit_lines.joiners)
    line = re.compile(
        rf"[\s—–(-]{{0,4}}(?i:{opener})[:\s]{{1,3}}"
        rf"(?P<names>(?:(?i:{joiner})\s|{name}|[,\s]){{1,24}})[.)\s]{{0,4}}"
    )
    before = any_of(data.passing.before)
    after = any_of(data.passing.after)
    passing = re.compile(
        rf"(?<!\w)(?i:{before})\s({name})(?!\w)|(?<!\w)({name})\s(?i:{after})(?!\w)"
    )
    return names, dateline, line, passing
