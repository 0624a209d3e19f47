"""Reasons in the words of the articles.

Claims are compared by base forms that stand for sets of synonyms: "brussel", "rescuer". Whoever
reads why two claims were linked is shown what the sentences have in that place: "Brussels",
"firefighters".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from factcheck.clauses.words import base_form
from factcheck.linkage.context import stands_for
from factcheck.linkage.synonyms import synonyms
from factcheck.models import Article, Claim
from factcheck.text.inflection import singular, verb_forms

_MARKED = re.compile("“([^“”]+)”")
_WORD = re.compile(r"[^\W_](?:[\w.&'’-]*[\w])?")


def as_written(
    reasons: Iterable[str], left: Claim, right: Claim, articles: Mapping[str, Article]
) -> tuple[str, ...]:
    """Each reason with its words between “ and ” as the sentence of `left` writes them, or else
    that of `right`; what neither has stays as it is."""
    found: dict[str, str] | None = None
    told = []
    for reason in reasons:
        if "“" in reason and found is None:
            found = {**_written(right, articles), **_written(left, articles)}
        known = found or {}
        told.append(_MARKED.sub(lambda word: f"“{known.get(word[1], word[1])}”", reason))
    return tuple(told)


def _written(claim: Claim, articles: Mapping[str, Article]) -> dict[str, str]:
    """The words of a claim's sentence by what they are compared as, of each the nearest to the
    figure: "[planes] and ships in the search for the airliner"."""
    article = articles.get(claim.article_id)
    if article is None:
        return {}
    found: dict[str, str] = {}
    text = article.part(claim.part)
    words = _WORD.finditer(text, claim.sentence.start, claim.sentence.end)
    for word in sorted(words, key=lambda word: _distance(word, claim)):
        surface = re.sub("['’]s$", "", word.group())
        small = surface.lower().replace("’", "'")
        noun, verb = base_form(singular(small)), verb_forms(article.language).get(small)
        known = synonyms(article.language)
        stands = {noun, known.noun(noun), stands_for(noun, False, article.language)}
        if verb is not None:
            stands |= {verb, stands_for(verb, True, article.language)}
        for each in stands:
            found.setdefault(each, surface)
    return found


def _distance(word: re.Match[str], claim: Claim) -> int:
    """How many characters lie between a word and the figure, if any."""
    return max(claim.span.start - word.end(), word.start() - claim.span.end, 0)
