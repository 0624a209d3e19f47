"""The clause that stands for an event in the label of a group of days, without the day itself.

"and the search resumed after dawn on Monday" is "the search resumed after dawn".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from textwrap import shorten
from typing import NamedTuple

from factcheck.clauses.lexicon import clause_lexicon
from factcheck.linkage.as_written import measured_as_written
from factcheck.linkage.event_days import NO_DAY, dated, times_in
from factcheck.linkage.label_words import (
    EDGES,
    WORD,
    closing,
    first_word,
    function_words,
    is_pronoun,
    label_words,
    leading_words,
    reporting,
)
from factcheck.models import Article, Claim
from factcheck.text.inflection import singular, verb_forms

_LAST_WORDS = re.compile(r"(?:[\w'’-]+ ){0,4}[\w'’-]+$")
_PAUSE = re.compile(r"[,;:()—]|[.!?]\W*$")
_NAME_BEHIND = re.compile(r"\s+(?:of|in|at|on|near)(?: (?:the )?[A-Z][\w'’-]*)+")
_NAME_BEFORE = re.compile(r"[A-Z][\w'’-]*,\s*$")
_FEWEST = 2  # words that still tell an event
_FEWEST_KEPT = 5  # words of a clause that is cut
_LONGEST, _STRETCH = 80, 20  # characters of a clause that stand for the event, and how many more
_LONGEST_SAID = 60  # characters of what somebody said
_NONE = NO_DAY  # a clause that lacks as much as this tells no event


def event_words(claims: Sequence[Claim], articles: Mapping[str, Article]) -> str:
    """The clause of the claim that tells the event most completely, the first of several, cut where
    a phrase ends; "" where no claim has one. Of those as good, one with the verb that most use."""
    worded = [claim for claim in claims if claim.subject]
    verbs = Counter(claim.question.predicate for claim in worded)
    found = [(_wording(claim, articles), verbs[claim.question.predicate]) for claim in worded]
    best = min(found, key=lambda one: (one[0].lacks >= _NONE, -one[1], one[0].lacks), default=None)
    return "" if best is None else " ".join(filter(None, (best[0].words, best[0].said)))


class _Wording(NamedTuple):
    """What a label says of an event, what was said of it, and how much it lacks."""

    words: str
    lacks: int = 0
    said: str = ""


def _wording(claim: Claim, articles: Mapping[str, Article]) -> _Wording:
    article = articles.get(claim.article_id)
    if noun := _event_noun(claim, article):
        return _Wording(noun, 0 if len(noun.split()) > _FEWEST else _NONE)
    clause, before, behind = _as_written(claim, article)
    clause, lacks = dated(clause, claim)
    clause, restored = _with_all_doers(clause, before)
    while not restored and (first := first_word(clause)) in label_words().openers:
        if _goes_on(clause, claim):
            break
        clause = clause.lstrip(EDGES)[len(first) :]
        lacks = max(lacks, 1)
    verb, first = claim.question.predicate, first_word(clause)
    if first in ("said", "says"):
        clause, lacks = _after_teller(clause), max(lacks, 1)
    elif first in label_words().relatives or first == "that":
        clause, lacks = f"{noun_before(before)} {clause.lstrip(EDGES)}".strip(), 1
    elif first in function_words().auxiliaries or verb_forms().get(first) == verb:
        clause, lacks = _with_doer(clause, before, claim, articles)
    elif first in label_words().determiners and _NAME_BEFORE.search(before):
        lacks = max(lacks, 1)  # "Ada Voss, [the mother of two boys hurt on Monday]"
    clause = _without_report(clause, verb)
    if is_pronoun(first_word(clause)):
        lacks = max(lacks, _NONE)
    kept = _without_setting(" ".join(clause.strip(EDGES).split()))
    if kept.count(")") > kept.count("("):  # "(… ET on Saturday), the airline said"
        kept = kept.partition(")")[2].strip(EDGES)
    lacks += claim.question.bound + (len(kept) > _LONGEST + _STRETCH)
    return _with_what_is_said(_shortened(kept), lacks, before, behind)


def _event_noun(claim: Claim, article: Article | None) -> str:
    """The noun that a day stands before: "the 1933 [Griffith Park fire]", "last month’s
    [abduction]"; "" where a verb tells the event."""
    if article is None:
        return ""
    times = list(times_in(claim.quote))
    if not times or claim.quote[: times[0][0]].strip().lower() not in ("", "the"):
        return ""
    noun = re.sub("^['’]s? |^,", "", claim.quote[times[0][1] :]).strip()
    words = noun.lower().split()
    if not words or singular(words[-1]) != claim.question.predicate:
        return ""
    if not leading_words().isdisjoint(words):
        return ""  # "Easter when four more strikes"
    text = article.part(claim.part)
    name = _NAME_BEHIND.match(text, claim.span.end, claim.sentence.end)
    return f"the {noun}{' '.join(['', *name.group().split()]) if name else ''}"


def _with_all_doers(clause: str, before: str) -> tuple[str, bool]:
    """A clause that opens with the last of several doers, behind the others, and whether it does:
    "[Heavy rain] and winds hampered the search"."""
    words = _PAUSE.split(" ".join(before.split()))[-1].split()
    joined = first_word(clause) in ("and", "or") and 0 < len(words) <= _FEWEST_KEPT
    if not joined or not before.rstrip().endswith(words[-1]) or any(map(_is_finite, words)):
        return clause, False
    while words and words[0].lower() in label_words().openers:
        del words[0]
    return (f"{' '.join(words)} {clause.lstrip(EDGES)}", True) if words else (clause, False)


def _is_finite(word: str) -> bool:
    """Whether a word is the verb of a clause, rather than a noun like "waves" or "fire"."""
    small = word.lower()
    base = verb_forms().get(small)
    noun = small.endswith("s") or small == base
    return small in function_words().auxiliaries or (base is not None and not noun)


def _without_setting(clause: str) -> str:
    """The clause without what leads up to it: "[In the latest such raid,] rebels burned a mill"."""
    opening, comma, rest = clause.partition(", ")
    led = first_word(opening) in function_words().prepositions
    tells = any(_is_finite(word.group()) for word in WORD.finditer(rest))
    return rest if comma and led and tells and len(rest.split()) > _FEWEST else clause


def _with_what_is_said(clause: str, lacks: int, before: str, behind: str) -> _Wording:
    """A clause that only says that somebody said something, with what: "Ada Voss said: “the dam is
    shut”"."""
    words = clause.split()
    verbs = [at for at, word in enumerate(words) if verb_forms().get(word.lower()) in reporting()]
    if not verbs or _acts(words[verbs[-1] + 1 :]) or _acts(words[: verbs[0]]):
        return _Wording(clause, lacks)
    rest = words[verbs[0] + 1 :]
    if rest and rest[0].lower() == "that":
        clause = " ".join(words[: verbs[0] + 1])
    elif rest and rest[0].lower() not in function_words().prepositions:
        return _Wording(clause, lacks)
    said = before if len(before.split()) > len(behind.split()) else behind
    content = re.sub('[“”"]', "", " ".join(said.split())).strip(EDGES + ".!?")
    while (first := first_word(content)) in label_words().openers:
        content = content[len(first) :].lstrip(EDGES)
    if len(content.split()) < _FEWEST:
        return _Wording(clause, max(lacks, _NONE))
    said = f"“{shorten(content, _LONGEST_SAID, placeholder=' …')}”"
    return _Wording(f"{clause}:", max(lacks, 1), said)


def _acts(words: Sequence[str]) -> bool:
    return any(_is_finite(word) for word in words)


def _after_teller(clause: str) -> str:
    """ "said the mayor" is "the mayor said", and "said rain had come" that it had."""
    verb, _, rest = " ".join(clause.split()).lstrip(EDGES).partition(" ")
    acts = any(word.group() in _acting() for word in WORD.finditer(rest))  # no "State" of a name
    return rest if acts or not rest else f"{rest} {verb}"


@cache
def _acting() -> frozenset[str]:
    """Words that show that a clause has a verb of its own."""
    return frozenset((*verb_forms(), *function_words().auxiliaries))


def _with_doer(
    clause: str, before: str, claim: Claim, articles: Mapping[str, Article]
) -> tuple[str, int]:
    """A clause that opens with its verb, behind who does it: "[Ada Voss] posted a photo", "[Dale
    Orrin], 26, was named by police"."""
    doer = measured_as_written(claim, articles)
    if not doer and before.rstrip().endswith(","):
        named, _, inserted = before.rstrip().rstrip(",").rpartition(",")
        doer = "" if _acts(inserted.split()[1:]) or _acts(named.split()) else noun_before(named)
    if doer and doer[:1].islower() and first_word(doer) not in label_words().determiners:
        doer = f"the {doer}"
    return (f"{doer} {clause.lstrip(EDGES)}", 1) if doer else (clause, 3)


def _without_report(clause: str, verb: str | None) -> str:
    """The clause without who tells it: "[the line says] controllers lost contact". What a pronoun
    opens stays behind the name that it stands for: "Ada Voss said she fell ill"."""
    words = list(WORD.finditer(clause))
    forms = [verb_forms().get(word.group().lower()) for word in words]
    if verb is None or verb in reporting() or verb not in forms:
        return clause
    telling = reporting() - clause_lexicon().to_hearers
    saying = [at for at in range(1, forms.index(verb)) if forms[at] in telling]
    if not saying or _PAUSE.search(clause[: words[saying[0]].start()]):
        return clause
    rest = clause[words[saying[0]].end() :].lstrip(EDGES).removeprefix("that ")
    opens = first_word(rest).partition("'")[0]
    return clause if opens in (*function_words().pronouns, *function_words().prepositions) else rest


def _as_written(claim: Claim, article: Article | None) -> tuple[str, str, str]:
    """The clause with what its sentence says before it and behind. A stop inside a sentence ends a
    shortened word ("since Sept. 15", "told Mr. Roe"): the clause goes on."""
    subject = claim.subject or ""
    text = "" if article is None else article.part(claim.part)
    start = text.find(subject, claim.sentence.start, claim.sentence.end)
    if start < 0:
        return subject, "", ""
    end = start + len(subject)
    if text[end : end + 1] == "." and end + 1 < claim.sentence.end:
        goes_on = _PAUSE.search(text, end + 1, claim.sentence.end)
        end = goes_on.start() if goes_on else claim.sentence.end
    elif text[end : end + 1] == "." and "." in subject.split()[-1]:
        end += 1
    sentence = claim.sentence
    return text[start:end], text[sentence.start : start], text[end : sentence.end]


def _goes_on(clause: str, claim: Claim) -> bool:
    """Whether "that" stands for a noun: "the bill [that] passed", not "said [that] the bill …"."""
    words = [word.group().lower() for word in WORD.finditer(clause)][:2]
    if len(words) < 2 or words[0] != "that":
        return False
    does = verb_forms().get(words[1])
    return words[1] in function_words().auxiliaries or (
        does == claim.question.predicate and bool(does)
    )


def noun_before(before: str) -> str:
    """The noun that a relative clause goes on about, with what stands before it from its article
    on: "rescuers reached [the three women]"."""
    found = _LAST_WORDS.search(" ".join(before.rstrip(EDGES).split()))
    words = found.group().split() if found else []
    small = [word.lower() for word in words]
    for at in range(len(words) - 1, -1, -1):
        if small[at] in label_words().determiners:
            return " ".join(words[at:])
    at = len(words)
    while at and (words[at - 1][:1].isupper() or words[at - 1].isdigit()):
        at -= 1
    return " ".join(words[at:] or words[-1:])


def _shortened(clause: str) -> str:
    """A clause that fits on a line or two, cut before what leads to its last phrases: "a plane that
    dropped off radar [over the sea north of …]"."""
    if len(clause) <= _LONGEST:
        return clause
    words = clause.split()
    found = {}
    for at in range(_FEWEST_KEPT, len(words) + 1):
        kept = closing(" ".join(words[:at])).rstrip(EDGES)
        if len(kept.split()) >= _FEWEST_KEPT and _phrase_ends(words, at):
            found[abs(len(kept) - _LONGEST)] = kept
    near = min(found, default=_LONGEST)
    if near <= _LONGEST // 2 and len(found[near]) <= _LONGEST + _STRETCH:
        return _without_a_clause_begun(found[near])
    return clause[:_LONGEST].rpartition(" ")[0] + " …"


def _without_a_clause_begun(clause: str) -> str:
    """The words without a last clause whose verb was cut off: "crews went home [as managers]"."""
    words = clause.split()
    opens = (at for at, word in enumerate(words) if word.lower() in label_words().openers)
    last = max((at for at in opens if at >= _FEWEST_KEPT), default=None)
    if last is None or words[last].lower() in ("and", "or", "with") or _acts(words[last:]):
        return clause
    return " ".join(words[:last]).rstrip(EDGES)


def _phrase_ends(words: Sequence[str], at: int) -> bool:
    """Whether a phrase ends before a word."""
    if at == len(words) or words[at - 1].endswith((",", ";")):
        return True
    before = words[at - 1].lower()
    following = ("to", *label_words().determiners)  # "attempted [to hold] the fire"
    object_of_a_verb = before in verb_forms() and words[at].lower() in following
    if object_of_a_verb and before not in label_words().determiners:
        return False
    inside = words[at - 1][:1].isupper() and words[at] in ("and", "of", "for")  # a name
    return words[at].lower() in leading_words() and not inside
