"""Reasons for a link in the words of the articles.

Claims are compared by base forms that stand for sets of synonyms: "brussel", "rescuer". A reader
who asks why two claims were linked sees what the sentences have in that place: "Brussels",
"firefighters".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.clauses.words import base_form
from factcheck.lexicon import load
from factcheck.linkage.context import stands_for
from factcheck.linkage.synonyms import synonyms
from factcheck.models import Article, Claim
from factcheck.text.inflection import FunctionWords, singular, verb_forms

_LINKS = frozenset({"of", "the", "and", "for"})  # inside a name: "Bank of the West"
_BREAK = re.compile(r"(?<!\b[A-Z])\.|[,;:()“”\"]")  # not in "Ada W. Voss"
_MARKED = re.compile("“([^“”]+)”")
_WORD = re.compile(r"[^\W_](?:[\w.&'’-]*[\w])?")


def as_written(
    reasons: Iterable[str], left: Claim, right: Claim, articles: Mapping[str, Article]
) -> tuple[str, ...]:
    """Replace each quoted base form in the reasons by the word of the sentence of `left`, or else
    of `right`; a base form that neither sentence has stays."""

    def written(word: re.Match[str]) -> str:
        found = (_nearest(word[1], claim, articles) for claim in (left, right))
        return f"“{next(filter(None, found), word[1])}”"

    return tuple(_MARKED.sub(written, reason) for reason in reasons)


def _nearest(compared: str, claim: Claim, articles: Mapping[str, Article]) -> str | None:
    """The written form of a compared word in a claim's sentence, the nearest to the figure if there
    are several: "[planes] and ships in the search for the airliner"."""
    article = articles.get(claim.article_id)
    if article is None:
        return None
    sentence = claim.sentence.of(article.part(claim.part))
    start, end = (at - claim.sentence.start for at in (claim.span.start, claim.span.end))
    places = _by_compared(sentence, article.language).get(compared, ())
    nearest = min(places, key=lambda p: max(start - p.end, p.start - end, 0), default=None)
    if nearest is None:
        return None
    small = nearest.surface.lower()  # "Killed" in a title, "Dead" where it opens a sentence
    return small if small in small_words(article.text) else nearest.surface


class _Place(NamedTuple):
    """A word of a sentence as written, and its offset."""

    start: int
    end: int
    surface: str


@lru_cache(maxsize=1 << 6)
def _by_compared(sentence: str, language: str) -> Mapping[str, Sequence[_Place]]:
    """The words of a sentence by the base form that each is compared as. Cached, since all figures
    of a sentence need it."""
    found: defaultdict[str, list[_Place]] = defaultdict(list)
    known = synonyms(language)
    for word in _WORD.finditer(sentence):
        surface = word.group()
        if surface.endswith(("'s", "’s")):
            surface = surface[:-2]
        small = surface.lower().replace("’", "'")
        noun, verb = base_form(singular(small)), verb_forms(language).get(small)
        stands = {noun, known.noun(noun), stands_for(noun, False, language)}
        if verb is not None:
            stands |= {verb, stands_for(verb, True, language)}
        for each in stands:
            found[each].append(_Place(word.start(), word.end(), surface))
    return found


@lru_cache(maxsize=1 << 8)
def small_words(text: str) -> frozenset[str]:
    """The words that a text writes in small letters somewhere, and which are therefore no names."""
    return frozenset(word for word in _WORD.findall(text) if word[0].islower())


def measured_as_written(claim: Claim, articles: Mapping[str, Article]) -> str | None:
    """The measured noun as its sentence writes it, given that `question.measured` holds base forms:
    the longest run of these words, the nearest to the figure."""
    article, wanted = articles.get(claim.article_id), set(claim.question.measured)
    if article is None or not wanted:
        return None
    text = article.part(claim.part)
    runs: list[list[re.Match[str]]] = []
    runs_on = False
    for word in _WORD.finditer(text, claim.sentence.start, claim.sentence.end):
        small = word.group().lower().replace("’", "'")
        if base_form(singular(small.removesuffix("'s"))) in wanted:
            if runs_on and not _BREAK.search(text, runs[-1][-1].end(), word.start()):
                runs[-1].append(word)
            else:
                runs.append([word])
            runs_on = True
        elif small not in _LINKS:
            runs_on = False
    runs = [run for run in runs if not _is_nothing(run, claim)]
    if not runs:
        return None
    best = max(runs, key=lambda run: (len(run), -abs(run[0].start() - claim.span.start)))
    return re.sub(r"['’]s$", "", " ".join(text[best[0].start() : best[-1].end()].split()))


def _is_nothing(run: Sequence[re.Match[str]], claim: Claim) -> bool:
    """Whether a run is only "I've" or a word of the figure itself."""
    word = run[0].group().lower().replace("’", "'")
    own = claim.span.start <= run[0].start() < claim.span.end
    return len(run) == 1 and (own or word.split("'")[0] in _grammar().pronouns)


@cache
def _grammar() -> FunctionWords:
    words: FunctionWords = load("grammar", FunctionWords)
    return words
