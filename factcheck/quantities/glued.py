"""Figures glued to letters or marks in a name: "Covid-19", "G20", "the 1990s", "a 401(k) plan"."""

from __future__ import annotations

from factcheck.quantities.amounts import Amount, is_multiple
from factcheck.quantities.lexicon import QuantityLexicon
from factcheck.quantities.measures import currency_before
from factcheck.quantities.signs import in_context
from factcheck.text.tokens import Tokens

_MARKS = frozenset("'#@_")
_LONGEST_IN_SECONDS = 99  # what "s" is glued to; more are given in minutes


def glued(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The end of a name that the figure is glued to, "Covid-19", "G20", "F-16", "5G", "1990s",
    "737s", "'89"; else `None`."""
    end = _glued_in_front(tokens, amount, lexicon)
    return _glued_behind(tokens, amount, lexicon) if end is None else end


def _glued_in_front(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The end of a name that begins before its figure, "Covid-19", "G20", "F-16", "'89"; else
    `None`."""
    first, end = amount.first, amount.end
    before = tokens.word(first - 1)
    if before == "+" and tokens.touches(first):
        if tokens.touches(first - 1) and tokens.word(first - 2)[:1].isalnum():
            return end  # "the P5+1"
        if tokens.digits(end):
            while tokens.digits(end):
                end += 1
            return end  # "+44 20 5550 0142"
    if tokens.touches(first) and before:
        if before in _MARKS:
            return end
        if before == "-" and tokens.touches(first - 1) and tokens.word(first - 2)[:1].isalnum():
            if tokens.word(first - 2) not in lexicon.contexts.prefixes and not tokens.digits(
                first - 2
            ):
                return end
            plural = tokens.words[end] == "s" and tokens.touches(end)
            if "BEFORE_AGE_GROUPS" in tokens.classes[first - 2] and (
                plural or not has_unit(tokens, amount, lexicon)
            ):
                return end  # "the under-21s", "an under-21 side"; "sub-500 sq m offices"
        elif (
            before == "-"
            and tokens.word(first - 2) in lexicon.contexts.names
            and not has_unit(tokens, amount, lexicon)
        ):
            return end  # "COVID -19 tests"; "FTSE -0.6%" fell
        elif before[0].isalpha() and not currency_before(tokens, first, lexicon):
            while tokens.words[end] == "-" and tokens.touches(end) and tokens.touches(end + 1):
                end += 2  # "an A330-200"
            return end
        elif (
            before == "."
            and tokens.touches(first - 1)
            and tokens.word(first - 2)[:1].isalnum()
            and not currency_before(tokens, first, lexicon)  # "Rs.500"
        ):
            return end
    return None


def _glued_behind(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The end of a name that goes on behind its figure, "5G", "1990s", "737s", "a 401(k) plan";
    else `None`."""
    first, end = amount.first, amount.end
    if tokens.touches(end) and amount.bare:
        after = tokens.words[end]
        if after == "(" and tokens.words[end + 2] == ")" and tokens.touches(end + 2):
            while tokens.words[end] == "(" and tokens.touches(end):
                end += 3
            return end  # "a 401(k) plan", "501(c)(3) groups"
        year = looks_like_year(tokens.words[first])
        tens = is_multiple(amount.value, 10) and "," not in tokens.words[first]
        if after == "s" and (year or tens or amount.value > _LONGEST_IN_SECONDS):
            return end  # "the 1990s", "in her 40s", "2018s best-selling class", "two 737s"
        if after == "k" or (after == "p" and tokens.words[first] in lexicon.contexts.video):
            return end  # "a 4K screen": as thousands it would belong to the figure
        paid = currency_before(tokens, first, lexicon) is not None  # "£900pcm"
        if (
            after[:1].isalpha()
            and not _suffix_known(tokens, end, lexicon)
            and not (paid and after in lexicon.contexts.rates.short)
        ):
            return end
        letter = len(after) == 1 and tokens.capital(end)
        if letter and tokens.digits(end + 1) and tokens.touches(end + 1):
            return end + 2  # "flight 2L789"
        if after in {"'", "′"} and tokens.words[end + 1] == "s":
            return end
    return None


def looks_like_year(word: str) -> bool:
    """Whether a token is four digits that a year of news or its history is written in."""
    return len(word) == 4 and word.isdecimal() and "1500" <= word <= "2100"


def _suffix_known(tokens: Tokens, index: int, lexicon: QuantityLexicon) -> bool:
    """Whether what touches a figure from behind is a known unit, sign or ending, and so no name."""
    word = tokens.words[index]
    return (
        word in lexicon.unit_words
        or tokens.raw(index) in lexicon.signs
        or in_context(tokens, index, lexicon) is not None
        or "FIGURE_ENDINGS" in tokens.classes[index]
        or (word in lexicon.numerals.magnitude_letters and word != "t")
    )


def has_unit(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> bool:
    """Whether a unit follows a figure, tied by a hyphen or not."""
    after = tokens.words[amount.end]
    tied = tokens.words[amount.end + 1] if after == "-" else after
    return tied in lexicon.unit_words or tokens.raw(amount.end + (after == "-")) in lexicon.signs
