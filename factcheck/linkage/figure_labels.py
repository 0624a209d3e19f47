"""What a figure is of, in the words around it with a gap for the figure itself.

"The road is closed for 12 kilometres north of Lindow" is "The road is closed for … north of
Lindow": "distance: road" would name nothing that can be looked up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from factcheck.linkage.event_labels import noun_before
from factcheck.linkage.label_words import (
    function_words,
    is_pronoun,
    label_words,
    leading_words,
    reporting,
)
from factcheck.models import Article, Claim, Dimension
from factcheck.quantities.lexicon import quantity_lexicon
from factcheck.text.inflection import verb_forms

_MOST_BEFORE, _MOST_BEHIND = 11, 8  # words
_FEWEST = 2
_FEWEST_BEFORE = 3  # words that a cut leaves before the figure
_LOOSE = 7  # words on each side, where the figure stands between marks
_BREAK = re.compile(r"[;:()“”\"—–…]|--|\s-\s|,(?=\s)")
_QUOTES = "“”\"'‘’"
_JOINING = ("and", "or")
_HOLDS = re.compile(r"\w")
_EDGES = " .,!?'‘’-\n"
# How many words less a label with such an end is worth.
_CUT_OPENING, _CUT_END, _PRONOUN, _BARE = 4, 2, 8, 3


class _Side(NamedTuple):
    """The words on one side of a figure, and how much less they say for being cut."""

    words: list[str]
    lacks: int = 0


def figure_words(claims: Sequence[Claim], articles: Mapping[str, Article]) -> str:
    """The words around the figure of the claim that has most of them, the first of several, as
    "The bridge is … long"; of one whose clause stands whole before one that is cut."""
    known = [(c, articles[c.article_id].part(c.part)) for c in claims if c.article_id in articles]
    for those in (_with_the_noun(known), known):
        found = [words for claim, text in those if (words := _around(claim, text)).words]
        if found:
            return " ".join(max(found, key=lambda side: len(side.words) - side.lacks).words)
    return _loosely(*known[0]) if known else ""


def _with_the_noun(known: Sequence[tuple[Claim, str]]) -> list[tuple[Claim, str]]:
    """The claims that count what the label names, the commonest of their nouns."""
    nouns = Counter(c.subject for c, _ in known if c.subject and _dimension(c) is Dimension.COUNT)
    noun = max(nouns, key=nouns.__getitem__, default=None)
    return [(claim, text) for claim, text in known if noun is None or claim.subject == noun]


def _dimension(claim: Claim) -> Dimension | None:
    return None if claim.quantity is None else claim.quantity.dimension


def _around(claim: Claim, text: str) -> _Side:
    """The words of a claim's clause with the gap; none where the figure stands almost alone."""
    before = _before(text[claim.sentence.start : claim.span.start])
    behind = _behind(_noun_kept(claim) + text[claim.span.end : claim.sentence.end])
    telling = sum(_tells(word) for word in (*before.words, *behind.words))
    if not telling or len(before.words) + len(behind.words) < _FEWEST:
        return _Side([])
    lacks = before.lacks + behind.lacks + (_BARE if telling == 1 else 0)
    return _Side([*before.words, "…", *behind.words], lacks)


def _tells(word: str) -> bool:
    """Whether a word says anything alone, unlike those of "among the"."""
    return word.lower().strip(",") not in _leading() and not is_pronoun(word)


def _noun_kept(claim: Claim) -> str:
    """What the words of the claim say behind the figure and its unit, where the label does not say
    it: "20 to 30 inches [of rain]", "the fourth [case]". A count names its noun."""
    dimension = _dimension(claim)
    if dimension in (Dimension.COUNT, Dimension.PERCENT, None):
        return ""
    mark = " " if dimension is Dimension.ORDINAL else " of "
    _, found, rest = claim.quote.partition(mark)
    return f"{found}{rest}"


def _before(text: str) -> _Side:
    """The clause up to the figure, from where it can be read alone."""
    every = text.rstrip(_QUOTES).split()
    pieces = _BREAK.split(" ".join(every[: _listed_before(every)]))
    rest, words = " ".join(pieces[:-1]), pieces[-1].split()
    of_a_list = _is_name(pieces[-2:-1])  # "between Tarn, Orrin, [and Lindow] began a search"
    listed = bool(words) and words[0].lower() in ("and", "or") and of_a_list
    while words and (words[0].lower() in label_words().openers or not _HOLDS.search(words[0])):
        del words[0]
    if words and verb_forms().get(words[0].lower()) in reporting():
        del words[: 2 if words[1:2] == ["that"] else 1]
    elif words and words[0].lower() in label_words().relatives and len(words) <= _MOST_BEFORE:
        return _Side([*noun_before(rest).split(), *words])
    if len(words) > _MOST_BEFORE or (listed and len(words) > 1):
        return _from_an_opening(words)
    return _Side(words, _lacks(words))


def _lacks(words: Sequence[str]) -> int:
    """How much less words say whose subject is a pronoun, or stands before a mark: "areas around
    Orrin, Lindow, [could see]"."""
    if not words:
        return 0
    cut = words[0].lower() in function_words().auxiliaries or any(map(_is_number, words))
    return _PRONOUN if is_pronoun(words[0]) else _CUT_OPENING if cut else 0


def _from_an_opening(words: Sequence[str]) -> _Side:
    """The last words from where a clause or a noun opens: "the third such loss of the year after
    [a jet with] … on board"."""
    starts = range(max(1, len(words) - _MOST_BEFORE), len(words) - _FEWEST_BEFORE + 1)
    at = min(starts, key=lambda at: (_opens(words, at), at), default=max(0, len(words) - 1))
    lacks = 0 if _opens(words, at) == 0 else _CUT_OPENING
    while at < len(words) - 1 and words[at].lower() in function_words().auxiliaries:
        at += 1
    return _Side([*words[at:]], lacks + _lacks(words[at:]))


def _opens(words: Sequence[str], at: int) -> int:
    """How badly the words open at a place: 0 where a clause opens, 1 where a noun does."""
    before, word = words[at - 1].lower(), words[at]
    noun = word.lower() in label_words().determiners
    named = word[:1].isupper() and not words[at - 1][:1].isupper()
    named = named and before not in function_words().prepositions
    if before in label_words().openers and (noun or named or is_pronoun(word)):
        return 0
    return 1 if (noun or named) and before not in label_words().determiners else 2


def _behind(text: str) -> _Side:
    """The clause from the figure on, up to another figure or another verb, cut where a phrase
    ends."""
    every = text.lstrip(_QUOTES).split()
    end = _listed_behind(every)
    if end and every[end : end + 1] and every[end].lower() not in _JOINING:
        return _Side([])
    rest = " ".join(every[end:])
    words = _BREAK.split(f" {rest}")[0].strip(_EDGES).split()
    words = words[: next((at for at in range(len(words)) if _goes_on(words, at)), None)]
    lacks = 0
    if len(words) > _MOST_BEHIND:
        ends = [at for at in range(2, _MOST_BEHIND + 1) if words[at].lower() in _leading()]
        words, lacks = words[: ends[-1] if ends else _MOST_BEHIND], _CUT_END
        clauses = (at for at in range(2, len(words)) if words[at].lower() in _opening_a_clause())
        words = words[: next(clauses, None)]
    return _Side(_closed(words), lacks)


def _closed(words: list[str]) -> list[str]:
    """The words without those at the end that lead on."""
    while words and (words[-1].lower() in _leading() or not _HOLDS.search(words[-1])):
        del words[-1]
    return words


def _goes_on(words: Sequence[str], at: int) -> bool:
    """Whether another figure stands at a place, or another clause opens there: "150 miles an hour
    on Monday [and weakened]"."""
    if _is_number(words[at]):
        return not (at and words[at - 1][:1].isupper())  # no "March 27", "Flight 370"
    if words[at].lower() not in ("and", "but", "or", "so", "yet"):
        return False
    following = words[at + 1].lower() if at + 1 < len(words) else "and"
    opens = {*function_words().auxiliaries, *leading_words(), *function_words().pronouns}
    opens -= {*label_words().determiners}
    figure = any(map(_is_number, words[at + 1 : at + 4]))  # "and a further 55"
    return following in opens or following in verb_forms() or figure


def _loosely(claim: Claim, text: str) -> str:
    """A few words on each side, whatever marks stand between them."""
    before = text[claim.sentence.start : claim.span.start].split()[-_LOOSE:]
    behind = _closed(text[claim.span.end : claim.sentence.end].split()[:_LOOSE])
    words = " ".join([*before, "…", *behind])
    return re.sub(r"\s+(?=[,;:.])|\s+[—–-]+(?=\s)|(?<=…),|[“”\"()]", "", words).strip(_EDGES)


def _listed_before(words: Sequence[str]) -> int:
    """Where the list begins that leads to the figure: "a crew of [seven sailors and] 20 guests";
    the number of the words where it is in none."""
    at = len(words)
    while at and (words[at - 1].endswith(",") or words[at - 1].lower() in _JOINING):
        stop = at - (words[at - 1].lower() in _JOINING)
        counted = (stop - length for length in (2, 3) if stop >= length)
        start = next((start for start in counted if _is_number(words[start])), None)
        if start is None:
            break
        at = start
    return at


def _listed_behind(words: Sequence[str]) -> int:
    """Where the list ends that the figure leads: "12 ships[, five planes, two tugs] and a crane";
    0 where it is in none."""
    at = 0
    while at < len(words):
        start = at + (words[at].lower() in (",", *_JOINING))
        if start >= len(words) or not (start > at or at) or not _is_number(words[start]):
            break
        ends = (start + length for length in (1, 2) if start + length < len(words))
        stop = next((end for end in ends if _item_ends(words, end)), None)
        if stop is None:
            break
        at = stop + 1
    return at


def _item_ends(words: Sequence[str], at: int) -> bool:
    return words[at].endswith(",") or words[at + 1 : at + 2] in (["and"], ["or"])


@cache
def _cardinals() -> frozenset[str]:
    numerals = quantity_lexicon().numerals
    return frozenset((*numerals.cardinals, *numerals.shares))


def _is_number(word: str) -> bool:
    """Whether a word is a figure: "12", "$300", "seven"."""
    bare = word.lower().strip("$€£(),.")
    return bare[:1].isdigit() or bare in _cardinals()


def _is_name(pieces: Sequence[str]) -> bool:
    """Whether the last word is of a name."""
    words = " ".join(pieces).split()
    return bool(words) and words[-1][:1].isupper()


@cache
def _opening_a_clause() -> frozenset[str]:
    """Words that open a clause, where they lead to no noun: "aboard [as it flew]"."""
    words = frozenset((*label_words().openers, *label_words().relatives))
    return words - {*function_words().prepositions, *_JOINING}


@cache
def _leading() -> frozenset[str]:
    """Words that no label may end at: something comes behind them."""
    return frozenset((*leading_words(), *function_words().auxiliaries))
