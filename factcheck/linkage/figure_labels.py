"""What a figure is of, in the words around it with a gap for the figure itself.

"The road is closed for 12 kilometres north of Lindow" is "The road is closed for … north of
Lindow": "distance: road" would name nothing that can be looked up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.clauses.arguments import past_restatement
from factcheck.clauses.segments import Parsed
from factcheck.clauses.tagging import Tag, Word
from factcheck.linkage.clause_verbs import MARKS, RELATIVES, is_number, is_participle
from factcheck.linkage.clause_words import ClauseWords, clause_around, sentence_of, written
from factcheck.linkage.label_words import closing, is_pronoun, leading_words
from factcheck.linkage.pronouns import with_name
from factcheck.models import Article, Claim, Dimension, Span

_MOST_BEFORE, _MOST_BEHIND, _STRETCH = 22, 8, 3  # words, and how many more to where a phrase ends
_ENOUGH = 10  # words that say as much as more of them
_FEWEST = 2
_LOOSE = 7  # words on each side, where the figure stands between marks
_EDGES = " .,!?'‘’“”\"-–—(\n"
_MARKS = _EDGES.replace(",", "")
_JOINING = (",", "and", "or")
_NAMED = (Dimension.COUNT, Dimension.PERCENT)  # whose noun stands in the label before these words
_LEADING = (Tag.PREPOSITION, Tag.CONJUNCTION, Tag.SUBORDINATOR, Tag.DETERMINER)
# How many words less a label with such an end is worth.
_CUT, _NO_CLAUSE, _PRONOUN, _BARE, _OTHER = 5, 6, 8, 3, 2


class _Around(NamedTuple):
    """The words around a figure, and how much less they say for what they lack."""

    words: str = ""
    lacks: int = 0

    def worth(self) -> int:
        return min(len(self.words.split()), _ENOUGH) - self.lacks


def figure_words(claims: Sequence[Claim], articles: Mapping[str, Article]) -> str:
    """The clause around the figure of the claim that tells most, the first of several, as "The
    bridge is … long"."""
    known = [(c, articles[c.article_id]) for c in claims if c.article_id in articles]
    for those in (_with_the_noun(known), known):
        best = _Around()
        for around in (_around(claim, article) for claim, article in those):
            if around.words and (not best.words or around.worth() > best.worth()):
                best = around
            if best.words and best.worth() == _ENOUGH:
                break  # nothing is worth more
        if best.words:
            return best.words
    return _loosely(*known[0]) if known else ""


def _with_the_noun(known: Sequence[tuple[Claim, Article]]) -> list[tuple[Claim, Article]]:
    """The claims of what the label names, the commonest of their nouns."""
    nouns = Counter(c.subject for c, _ in known if c.subject and _dimension(c) in _NAMED)
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
    before, cut = _before(sentence, clause, figure)
    behind = _behind(sentence, clause, figure)
    left = written(text, sentence.words, before)
    left = left.strip(_EDGES) + "," * left.rstrip(_MARKS).endswith(",")
    right = f"{_noun_kept(claim)} {written(text, sentence.words, behind)}"
    right = closing(right).strip(" ").rstrip(_EDGES)
    telling = sum(map(_tells, f"{left} {right}".split()))
    if not telling or len(f"{left} {right}".split()) < _FEWEST:
        return _Around()
    parted = behind[:1] > [figure.stop] and sentence.words[figure.stop].lower == ","
    gap = "…," if left and parted and not _noun_kept(claim) else "…"
    lacks = cut * _CUT + (clause is None) * _NO_CLAUSE + (telling == 1) * _BARE
    lacks += any(_another(sentence.words, i) for i in before) * _OTHER
    lacks += _nobody(sentence.words, clause, before) * _PRONOUN
    return _Around(with_name(" ".join(filter(None, (left, gap, right))), claim, article), lacks)


def _tells(word: str) -> bool:
    """Whether a word says anything alone, unlike those of "among the"."""
    return word.lower().strip(",") not in leading_words() and not is_pronoun(word)


def _noun_kept(claim: Claim) -> str:
    """What the words of the claim say behind the figure and its unit, where the label does not say
    it: "20 to 30 inches [of rain]", "the fourth [case]". A count names its noun."""
    dimension = _dimension(claim)
    if dimension in (*_NAMED, None):
        return ""
    mark = " " if dimension in (Dimension.ORDINAL, Dimension.MAGNITUDE) else " of "
    _, found, rest = claim.quote.partition(mark)
    return "" if any(map(str.isdigit, rest)) else f"{found}{rest}"


def _nobody(words: Sequence[Word], clause: ClauseWords | None, before: Sequence[int]) -> bool:
    """Whether nothing but a pronoun is told to do what the words tell."""
    if clause is None or not before or before[0] not in (*clause.subject, *clause.predicate):
        return False
    return not any(words[i].tag is Tag.NOUN or is_number(words[i]) for i in clause.subject)


def _before(sentence: Parsed, clause: ClauseWords | None, figure: range) -> tuple[list[int], bool]:
    """The words of the clause before the figure, and whether they are cut: of too many the last
    ones are kept, from where a noun or an act opens."""
    words = sentence.words
    kept = clause.kept() if clause else list(sentence.segment(figure.start))
    if clause is not None and sum(i < figure.start for i in kept) > _MOST_BEFORE:
        kept = clause.narrowed(words, figure).kept()
    before = _without_list(words, [i for i in kept if i < figure.start])
    while before and words[before[0]].tag in (*MARKS, Tag.CONJUNCTION):
        del before[0]
    while before and before[-1] == figure.start - 1 and is_number(words[before[-1]]):
        del before[-1]  # the first figure of a score
    if len(before) <= _MOST_BEFORE:
        return before, False
    last = range(len(before) - _MOST_BEFORE // 2, len(before) - _FEWEST)
    return before[next((n for n in last if _opens(words, before[n])), last.start) :], True


def _without_list(words: Sequence[Word], before: list[int]) -> list[int]:
    """The words without the items of a list that lead to the figure, which may be answers too: "a
    crew of [seven sailors and] 20 guests"."""
    at = len(before)
    while at and words[before[at - 1]].lower in _JOINING:
        item = at - 1
        while item and _in_item(words[before[item - 1]]):
            item -= 1
        if not item or item == at - 1 or not is_number(words[before[item - 1]]):
            break
        at = item - 1
    return before[:at]


def _in_item(word: Word) -> bool:
    return (word.tag is Tag.NOUN and not is_number(word)) or word.lower in _JOINING


def _opens(words: Sequence[Word], at: int) -> bool:
    """Whether a noun or an act opens at a word."""
    before = words[at - 1].tag
    if words[at].tag is Tag.DETERMINER:
        return before is not Tag.DETERMINER
    nominal = before in (Tag.NOUN, Tag.DETERMINER, Tag.NUMBER)
    return is_participle(words[at]) or (words[at].tag is Tag.NOUN and not nominal)


def _behind(sentence: Parsed, clause: ClauseWords | None, figure: range) -> list[int]:
    """The words behind the figure: those before the verb but for the rest of a list, and those from
    it on up to a mark, another figure, or where a phrase ends when they are many."""
    words, verb = sentence.words, -1 if clause is None else clause.predicate.start
    kept = _reached(sentence, clause, figure)
    found = [i for i in kept if i < verb]
    listed = (n for n, i in enumerate(found) if words[i].tag is Tag.BREAK or _another(words, i))
    found = found[: next(listed, len(found))]  # "12 ships[, five planes] were at work"
    if len(found) < sum(i < verb for i in kept):
        while found and words[found[-1]].tag in _LEADING:
            del found[-1]
    most = len(found) + _MOST_BEHIND
    for i in (i for i in kept if i >= verb):
        bare = found[-1:] == [verb]  # "the … of raids killed [161 people]"
        if words[i].tag in MARKS or (_goes_on(words, i) and not bare):
            break
        found.append(i)
    ends = [n for n in range(2, len(found)) if _phrase_opens(words[found[n]])]
    near = min((*ends, len(found)), key=lambda end: abs(end - most))
    return found[: near if near <= most + _STRETCH else most]


def _reached(sentence: Parsed, clause: ClauseWords | None, figure: range) -> list[int]:
    """The words of the clause behind the figure, with what the last of them needs: "about 12 miles
    (19 km) [south of Tarn]", "12 men [who fled]", "he tells [how he built it]"."""
    words = sentence.words
    kept = clause.kept() if clause else list(sentence.segment(figure.start))
    kept = [i for i in kept if i >= figure.stop]
    after = past_restatement(words, figure.stop)
    if figure.stop < after < len(words):
        kept = list(range(after, sentence.segment(after).stop))
    last = kept[-1] if kept else figure.stop - 1
    follows = words[last + 1 : last + 2]
    relative = not kept and follows and follows[0].lower in RELATIVES
    bare = words[last].tag is Tag.VERB and follows and follows[0].tag is Tag.SUBORDINATOR
    if relative or bare:
        kept.extend(sentence.segment(last + 1))
    closes = figure.start > 0 and words[figure.start - 1].tag is Tag.QUOTE  # "“12 miles” long"
    return kept[1:] if closes and kept and words[kept[0]].tag is Tag.QUOTE else kept


def _phrase_opens(word: Word) -> bool:
    """Whether a phrase opens with a word that the one before can do without: "the life [of]"."""
    return word.tag in _LEADING and word.tag is not Tag.DETERMINER and word.lower != "of"


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
    return not after or after[0].tag in opens or any(map(is_number, after))


def _loosely(claim: Claim, article: Article) -> str:
    """A few words on each side, whatever marks stand between them."""
    text = article.part(claim.part)
    before = text[claim.sentence.start : claim.span.start].split()[-_LOOSE:]
    behind = closing(" ".join(text[claim.span.end : claim.sentence.end].split()[:_LOOSE]))
    words = " ".join([*before, "…", behind])
    return re.sub(r"\s+(?=[,;:.])|\s+[—–-]+(?=\s)|(?<=…),|[“”\"()]", "", words).strip(_EDGES)
