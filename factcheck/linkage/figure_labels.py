"""What a figure is of, in the words around it with a gap for the figure itself.

"The road is closed for 12 kilometres north of Lindow" is "The road is closed for … north of
Lindow": "distance: road" would name nothing that can be looked up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.clauses.segments import Parsed
from factcheck.clauses.tagging import Tag, Word
from factcheck.linkage.clause_verbs import is_number
from factcheck.linkage.clause_words import ClauseWords, clause_around, sentence_of, written
from factcheck.linkage.label_words import closing, is_pronoun, leading_words
from factcheck.models import Article, Claim, Dimension, Span

_MOST_BEFORE, _MOST_BEHIND = 22, 8  # words
_ENOUGH = 10  # words that say as much as more of them
_FEWEST = 2
_LOOSE = 7  # words on each side, where the figure stands between marks
_EDGES = " .,!?'‘’“”\"-–—(\n"
_JOINING = (",", "and", "or")
# How many words less a label with such an end is worth.
_CUT, _NO_CLAUSE, _PRONOUN, _BARE, _OTHER = 5, 6, 8, 3, 2


class _Around(NamedTuple):
    """The words around a figure, and how much less they say for being cut."""

    words: str = ""
    lacks: int = 0

    def rank(self) -> int:
        return min(len(self.words.split()), _ENOUGH) - self.lacks


def figure_words(claims: Sequence[Claim], articles: Mapping[str, Article]) -> str:
    """The clause around the figure of the claim that tells most, the first of several, as "The
    bridge is … long"."""
    known = [(c, articles[c.article_id]) for c in claims if c.article_id in articles]
    for those in (_with_the_noun(known), known):
        found = [around for claim, article in those if (around := _around(claim, article)).words]
        if found:
            return max(found, key=_Around.rank).words
    return _loosely(*known[0]) if known else ""


def _with_the_noun(known: Sequence[tuple[Claim, Article]]) -> list[tuple[Claim, Article]]:
    """The claims of what the label names, the commonest of their nouns."""
    named = (Dimension.COUNT, Dimension.PERCENT)
    nouns = Counter(c.subject for c, _ in known if c.subject and _dimension(c) in named)
    noun = max(nouns, key=nouns.__getitem__, default=None)
    return [(claim, article) for claim, article in known if noun is None or claim.subject == noun]


def _dimension(claim: Claim) -> Dimension | None:
    return None if claim.quantity is None else claim.quantity.dimension


def _around(claim: Claim, article: Article) -> _Around:
    """The clause of a claim with the gap; nothing where the figure stands almost alone."""
    text = claim.sentence.of(article.part(claim.part))
    sentence = sentence_of(text, article.language)
    start = claim.span.start - claim.sentence.start
    figure = sentence.inside(Span(start=start, end=start + len(claim.quote)))
    if not figure:
        return _Around()
    clause = clause_around(sentence, figure)
    words = sentence.words
    kept = [*sentence.segment(figure.start)] if clause is None else clause.kept()
    if clause is not None and sum(i < figure.start for i in kept) > _MOST_BEFORE:
        kept = clause.narrowed(words, figure).kept()
    before = _without_list(words, [i for i in kept if i < figure.start])
    before, cut = _from_an_opening(words, before, figure.start)
    other = any(_another(words, i) for i in before)
    verb = -1 if clause is None else clause.predicate.start
    behind = _up_to_an_end(words, [i for i in kept if i >= figure.stop], verb)
    sides = written(text, words, before).strip(_EDGES), written(text, words, behind)
    told = closing(f"{_noun_kept(claim)} {sides[1]}".strip(" ")).rstrip(_EDGES)
    telling = sum(map(_tells, f"{sides[0]} {told}".split()))
    if not telling or len(f"{sides[0]} {told}".split()) < _FEWEST:
        return _Around()
    lacks = (_NO_CLAUSE if clause is None else 0) + (_BARE if telling == 1 else 0) + cut + other * _OTHER
    lacks += _PRONOUN if _nobody(words, clause, before) else 0
    gap = "…," if not _noun_kept(claim) and behind[:1] > [figure.stop] and words[figure.stop].lower == "," else "…"
    return _Around(" ".join(filter(None, (sides[0], gap, told))), lacks)


def _nobody(words: Sequence[Word], clause: ClauseWords | None, before: Sequence[int]) -> bool:
    """Whether nothing but a pronoun is told to do what the words tell."""
    if clause is None or not before or before[0] not in (*clause.subject, *clause.predicate):
        return False
    return not any(words[i].tag is Tag.NOUN or is_number(words[i]) for i in clause.subject)


def _tells(word: str) -> bool:
    """Whether a word says anything alone, unlike those of "among the"."""
    return word.lower().strip(",") not in leading_words() and not is_pronoun(word)


def _noun_kept(claim: Claim) -> str:
    """What the words of the claim say behind the figure and its unit, where the label does not say
    it: "20 to 30 inches [of rain]", "the fourth [case]". A count names its noun."""
    dimension = _dimension(claim)
    if dimension in (Dimension.COUNT, Dimension.PERCENT, None):
        return ""
    mark = " " if dimension in (Dimension.ORDINAL, Dimension.MAGNITUDE) else " of "
    _, found, rest = claim.quote.partition(mark)
    return "" if any(map(str.isdigit, rest)) else f"{found}{rest}"


def _without_list(words: Sequence[Word], before: list[int]) -> list[int]:
    """The words without the items of a list that lead to the figure, which may be answers too: "a
    crew of [seven sailors and] 20 guests"."""
    at = len(before)
    while at and words[before[at - 1]].lower in _JOINING:
        item = at - 1
        while item and (words[before[item - 1]].tag is Tag.NOUN and not is_number(words[before[item - 1]]) or words[before[item - 1]].lower in _JOINING):
            item -= 1
        if not item or item == at - 1 or not is_number(words[before[item - 1]]):
            break
        at = item - 1
    return before[:at]


def _from_an_opening(
    words: Sequence[Word], before: list[int], figure: int
) -> tuple[list[int], int]:
    """The words before a figure, of too many the last ones from where a noun opens, and how much
    they lack for it."""
    marks = (Tag.BREAK, Tag.QUOTE, Tag.CONJUNCTION)
    first = next((n for n, i in enumerate(before) if words[i].tag not in marks), len(before))
    before = before[first:]
    while before and is_number(words[before[-1]]) and before[-1] == figure - 1:
        del before[-1]  # the first of a score
    if len(before) <= _MOST_BEFORE:
        return before, 0
    last = range(len(before) - _MOST_BEFORE, len(before) - _FEWEST)
    opening = (n for n in last if _opens(words, before[n]))
    return before[next(opening, last.start) :], _CUT


def _opens(words: Sequence[Word], at: int) -> bool:
    before = words[at - 1].tag if at else Tag.BREAK
    if words[at].tag is Tag.DETERMINER:
        return before is not Tag.DETERMINER
    if words[at].tag is Tag.VERB and words[at].lower.endswith("ing"):
        return True
    return words[at].tag is Tag.NOUN and before not in (Tag.NOUN, Tag.DETERMINER, Tag.NUMBER)


def _up_to_an_end(words: Sequence[Word], behind: list[int], verb: int) -> list[int]:
    """The words behind a figure up to another figure, a mark, or where a phrase ends before they
    are too many, and not before the verb."""
    found: list[int] = []
    for i in behind:
        told = i > verb or not found
        dropped = found and found[-1] < 0
        if i < verb and (_another(words, i) or words[i].tag is Tag.BREAK or dropped):
            found.append(-1)  # "12 ships[, five planes] were at work"
            continue
        bare = bool(found) and found[-1] == verb  # "the … of raids killed [161 people]"
        if told and (words[i].tag in (Tag.BREAK, Tag.QUOTE) or (_goes_on(words, i) and not bare)):
            break
        found.append(i)
    found = [i for i in found if i >= 0]
    most = _MOST_BEHIND + sum(i <= verb for i in found)
    if len(found) <= most:
        return found
    leading = (Tag.PREPOSITION, Tag.CONJUNCTION, Tag.SUBORDINATOR)
    ends = [n for n in range(2, most + 1) if words[found[n]].tag in leading]
    return found[: ends[-1] if ends else most]


def _another(words: Sequence[Word], at: int) -> bool:
    """Whether a word is another figure, and none of a name or a day: "March 27", "Flight 370"."""
    return is_number(words[at]) and not (at and words[at - 1].capitalised)


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether another figure stands at a place, or another clause opens there: "150 miles an hour
    on Monday [and weakened]"."""
    if _another(words, at):
        return True
    if words[at].tag is not Tag.CONJUNCTION or words[at].lower == "as":
        return False
    after = words[at + 1 : at + 4]
    opens = (Tag.VERB, Tag.AUXILIARY, Tag.PRONOUN, Tag.PREPOSITION)
    return not after or after[0].tag in opens or any(is_number(word) for word in after)


def _loosely(claim: Claim, article: Article) -> str:
    """A few words on each side, whatever marks stand between them."""
    text = article.part(claim.part)
    before = text[claim.sentence.start : claim.span.start].split()[-_LOOSE:]
    behind = closing(" ".join(text[claim.span.end : claim.sentence.end].split()[:_LOOSE]))
    words = " ".join([*before, "…", behind])
    return re.sub(r"\s+(?=[,;:.])|\s+[—–-]+(?=\s)|(?<=…),|[“”\"()]", "", words).strip(_EDGES)
