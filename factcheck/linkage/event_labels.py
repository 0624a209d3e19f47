"""The clause that stands for an event in the label of a group of days, without the day itself.

"and the search resumed after dawn on Monday" is "the search resumed after dawn".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from factcheck.lexicon import Lexicon, any_of, load
from factcheck.mentions import TimeType
from factcheck.models import Article, Claim
from factcheck.text.inflection import Grammar, verb_forms
from factcheck.times import find_times

_EDGES = ' \t\n,;:-–—()"“”‘'
_WORD = re.compile(r"[^\W_][\w.'’-]*")
_LAST_WORDS = re.compile(r"(?:[\w'’-]+ ){0,4}[\w'’-]+$")
_PAUSE = re.compile(r"[,;:()—]|[.!?]\W*$")
_FEWEST = 2  # words that still tell an event


class LabelWords(Lexicon):
    """The shape of `labels.toml`."""

    openers: tuple[str, ...]
    relatives: tuple[str, ...]
    determiners: tuple[str, ...]
    states: tuple[str, ...]


@cache
def label_words(language: str = "en") -> LabelWords:
    """The words of `labels.toml`."""
    words: LabelWords = load("labels", LabelWords, language)
    return words


def told_event(claims: Sequence[Claim], articles: Mapping[str, Article]) -> str:
    """The clause of the claim that tells the event most completely, the first of several; "" where
    no claim has one."""
    # Those that tell it by the verb that most of them use.
    verbs = Counter(claim.question.predicate for claim in claims if claim.subject)
    verb = max(verbs, key=verbs.__getitem__, default=None)
    alike = [claim for claim in claims if claim.subject and claim.question.predicate == verb]
    found = [_clause(claim, articles.get(claim.article_id)) for claim in alike]
    fullest = min(found, key=lambda told: told[0], default=(0, ""))[1]
    return " ".join(_without_times(fullest).strip(_EDGES).split())


def _clause(claim: Claim, article: Article | None) -> tuple[int, str]:
    """What a label says of the event, and how much it lacks."""
    told, before = _as_written(claim, article)
    lacks = 0
    while (first := _first(told)) in label_words().openers and not _goes_on(told, claim):
        told = told.lstrip(_EDGES)[len(first) :]
        lacks = 1
    if first in label_words().relatives or first == "that":
        told, lacks = f"{_noun_before(before)} {told.lstrip(_EDGES)}".strip(), 1
    elif first in _grammar().auxiliaries or verb_forms().get(first) == claim.question.predicate:
        lacks = 3
    elif first in _grammar().pronouns:
        lacks = 2
    return lacks, told


def _as_written(claim: Claim, article: Article | None) -> tuple[str, str]:
    """The clause with what its sentence says before it. A stop inside a sentence ends a shortened
    word ("since Sept. 15", "told Mr. Roe"): the clause goes on."""
    subject = claim.subject or ""
    text = "" if article is None else article.part(claim.part)
    start = text.find(subject, claim.sentence.start, claim.sentence.end)
    if start < 0:
        return subject, ""
    end = start + len(subject)
    if text[end : end + 1] == "." and end + 1 < claim.sentence.end:
        goes_on = _PAUSE.search(text, end + 1, claim.sentence.end)
        end = goes_on.start() if goes_on else claim.sentence.end
    elif text[end : end + 1] == "." and "." in subject.split()[-1]:
        end += 1
    return text[start:end], text[claim.sentence.start : start]


def _first(told: str) -> str:
    found = _WORD.search(told)
    return found.group().lower() if found else ""


def _goes_on(told: str, claim: Claim) -> bool:
    """Whether "that" stands for a noun: "the bill [that] passed", not "said [that] the bill …"."""
    words = [word.group().lower() for word in _WORD.finditer(told)][:2]
    if len(words) < 2 or words[0] != "that":
        return False
    does = verb_forms().get(words[1])
    return words[1] in _grammar().auxiliaries or (does == claim.question.predicate and bool(does))


def _noun_before(before: str) -> str:
    """The noun that a relative clause goes on about, with what stands before it from its article
    on: "rescuers reached [the three women]"."""
    found = _LAST_WORDS.search(" ".join(before.rstrip(_EDGES).split()))
    words = found.group().split() if found else []
    small = [word.lower() for word in words]
    for at in range(len(words) - 1, -1, -1):
        if small[at] in label_words().determiners:
            return " ".join(words[at:])
    at = len(words)
    while at and (words[at - 1][:1].isupper() or words[at - 1].isdigit()):
        at -= 1
    return " ".join(words[at:] or words[-1:])


@lru_cache(maxsize=1 << 10)
def _without_times(told: str) -> str:
    """The clause without the days that open and end it: the label asks for them. Kept, since a
    sentence of many days is the clause of each."""
    start, end = 0, len(told)
    times = [t.span for t in find_times(told) if t.type in (TimeType.DATE, TimeType.TIME)]
    for span in times:
        opening = told[start : span.start].strip(_EDGES)
        if not _before_a_time().sub("", opening) and not told[span.end :].startswith(("'", "’")):
            start = span.end
    for span in reversed(times):
        if span.start >= start and not told[span.end : end].strip(_EDGES + "."):
            end = start + len(_before_a_time().sub("", told[start : span.start]))
    kept = told[start:end]
    if kept.count(")") > kept.count("("):  # "(… ET on Saturday), the airline said"
        kept = kept.partition(")")[2]
    return kept if len(_WORD.findall(kept)) >= _FEWEST else told


@cache
def _before_a_time() -> re.Pattern[str]:
    """What leads to a day and dangles without it: "set [for] Tuesday", "[early on] Monday"."""
    words = (*_grammar().prepositions, "after", "before", "early", "late", "the", "and", "this")
    return re.compile(rf"(?:(?:^|(?<=\W)){any_of(words)}\s*)*$", re.IGNORECASE)


@cache
def _grammar() -> Grammar:
    words: Grammar = load("grammar", Grammar)
    return words
