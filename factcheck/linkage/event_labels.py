"""The clause that stands for an event in the label of a group of days, without the day itself.

"and the search resumed after dawn on Monday" is "the search resumed after dawn".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from textwrap import shorten
from typing import NamedTuple

from factcheck.clauses.lexicon import clause_lexicon
from factcheck.clauses.segments import Parsed
from factcheck.clauses.tagging import Tag, Word
from factcheck.clauses.words import base_form
from factcheck.linkage.clause_verbs import RELATIVES, main_verb, opened
from factcheck.linkage.clause_words import ClauseWords, clause_around, sentence_of, written
from factcheck.linkage.event_days import dated, times_in
from factcheck.linkage.label_words import (
    EDGES,
    closing,
    first_word,
    function_words,
    is_pronoun,
    label_words,
    leading_words,
    reporting,
)
from factcheck.linkage.pronouns import with_name
from factcheck.models import Article, Claim, Span
from factcheck.text.inflection import singular, verb_forms

_NAME_BEHIND = re.compile(r"\s+(?:of|in|at|on|near)(?: (?:the )?[A-Z][\w'’-]*)+")
_DATELINE = re.compile(r"^[A-Z]{3,}[^—–]{0,60}\s?[—–]+[\s—–-]+")  # "TARN, May 3 (Echo) — "
_FEWEST = 2  # words that still tell an event
_FEWEST_KEPT = 5  # words of a clause that is cut
_LONGEST, _STRETCH = 80, 20  # characters of a clause that stand for the event, and how many more
_LONGEST_SAID = 60  # characters of what somebody said
# How much less a label says: one that is cut or of a part, one without a verb, one that lacks who
# does it.
_CUT, _NOBODY, _NO_CLAUSE = 1, 3, 4


def event_words(claims: Sequence[Claim], articles: Mapping[str, Article]) -> str:
    """The clause of the claim that tells the event most completely, the first of several, cut where
    a phrase ends; "" where no claim has one. Of those as good, one with the verb that most use."""
    worded = [claim for claim in claims if claim.subject]
    verbs = Counter(claim.question.predicate for claim in worded)
    best: tuple[tuple[bool, int, int], str] | None = None
    for claim in sorted(worded, key=lambda one: -verbs[one.question.predicate]):
        words, lacks = _wording(claim, articles.get(claim.article_id))
        poverty = lacks >= _NOBODY, -verbs[claim.question.predicate], lacks
        if best is None or poverty < best[0]:
            best = poverty, words
        if not lacks:
            break  # those after it have no commoner verb
    return best[1] if best else ""


class _Wording(NamedTuple):
    """What a label says of an event, and how much it lacks."""

    words: str
    lacks: int = 0


def _wording(claim: Claim, article: Article | None) -> _Wording:
    if article is None:
        text, language, start = claim.subject or "", "en", None
    elif noun := _event_noun(claim, article):
        return _Wording(noun, 0 if len(noun.split()) > _FEWEST else _NO_CLAUSE)
    else:
        text, language = claim.sentence.of(article.part(claim.part)), article.language
        start = claim.sentence.start
    sentence = sentence_of(text, language)
    day = _day_in(sentence, text, claim, start)
    clause = clause_around(sentence, day, day=True)
    if clause is None:
        kept = [*opened(sentence.words, sentence.segment(day.start))]
        return _cut(dated(written(text, sentence.words, kept), claim), _NO_CLAUSE)
    if clause.ahead:
        clause = replace(clause, beside=range(0))
    words = dated(written(text, sentence.words, clause.kept()), claim).lstrip(EDGES)
    if len(words) > _LONGEST:
        clause = clause.narrowed(sentence.words, day)
        words = dated(written(text, sentence.words, clause.kept()), claim).lstrip(EDGES)
    lacks = _lacking(sentence.words, clause, claim)
    if sentence.words[main_verb(sentence.words, clause.predicate.start)].lemma in reporting():
        return _with_what_is_said(words, lacks, text, sentence.words, clause)
    return _cut(words if article is None else with_name(words, claim, article), lacks)


def _lacking(words: Sequence[Word], clause: ClauseWords, claim: Claim) -> int:
    """How much a clause lacks: who does it, the verb that is dated, a clause of its own."""
    lacks = claim.question.bound * _CUT
    acts = {base_form(words[i].lemma) for i in clause.predicate}
    nouns = {base_form(word.lemma) for word in words if word.tag is Tag.NOUN}
    if claim.question.predicate not in acts | nouns:
        lacks += 2 * _CUT  # the verb is of another event
    named = any(words[i].tag in (Tag.NOUN, Tag.NUMBER) for i in clause.subject)
    relatives = {i for i in clause.subject if words[i].lower in RELATIVES}
    inside = [i for i in clause.subject if i not in relatives and not words[i].capitalised]
    pronoun = any(is_pronoun(words[i].lower) for i in (*clause.subject[:1], *inside))
    if not named or pronoun:
        return lacks + _NOBODY  # "he left", "the mill, which he opened"
    return lacks + bool(relatives) * _CUT


def _day_in(sentence: Parsed, text: str, claim: Claim, start: int | None) -> range:
    """The words of the day that a claim is of: those that open what it quotes, or the last ones.
    `start` is where the text begins, `None` where it is not known."""
    low, high = (
        (0, len(text)) if start is None else (claim.span.start - start, claim.span.end - start)
    )
    own = [time for time in times_in(text) if low <= time[0] < high]
    if not own:
        return sentence.inside(Span(start=max(low, 0), end=max(high, 1)))
    opens = text[max(low, 0) : own[0][0]].strip().lower() in ("", "late", "early", "the")
    first, last = own[0] if opens else own[-1]
    return sentence.inside(Span(start=first, end=last))


def _event_noun(claim: Claim, article: Article) -> str:
    """The noun that a day stands before: "the 1933 [Griffith Park fire]", "last month’s
    [abduction]"; "" where a verb tells the event."""
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


def _with_what_is_said(
    words: str, lacks: int, text: str, places: Sequence[Word], clause: ClauseWords
) -> _Wording:
    """A clause that says that somebody said something, with what: "Ada Voss said: “the dam is
    shut”"."""
    kept = clause.kept()
    before, behind = text[: places[kept[0]].start], text[places[kept[-1]].end :]
    if not clause.subject:  # "…, said Foreign Minister Dale Orrin"
        verb, _, who = words.partition(" ")
        words = f"{who} {verb}".strip()
        lacks -= _NOBODY * bool(who)
    every = words.split()
    forms = [verb_forms().get(word) for word in every]  # no "State" of a name
    said = next((at for at, form in enumerate(forms) if form in reporting()), len(every))
    rest = every[said + 1 :]
    to_somebody = not clause_lexicon().to_hearers.isdisjoint(forms[said : said + 1])
    hearer = to_somebody and not _acts(" ".join(rest))  # "told CNN"
    if rest and not hearer and rest[0].lower() not in function_words().prepositions:
        whole = _acts(" ".join(rest)) or first_word(behind) != "and"
        if whole and len(words) <= _LONGEST and rest[0] != "that":
            return _cut(words, lacks)  # "Ada Voss said she fell ill"
        words, before, behind = " ".join(every[: said + 1]), "", " ".join([*rest, behind])
    opens = len(before.split()) > len(behind.split()) and first_word(behind) != "that"
    content = before if opens else behind
    content = re.sub('[“”"]', "", " ".join(content.split())).strip(EDGES + ".!?")
    content = _DATELINE.sub("", content)
    while (opener := first_word(content)) in label_words().openers:
        content = content[len(opener) :].lstrip(EDGES)
    if len(content.split()) < _FEWEST:
        return _cut(words, lacks)
    content = shorten(content, _LONGEST_SAID, placeholder=" …")
    return _Wording(f"{words}: “{content}”", lacks + _CUT)


def _cut(clause: str, lacks: int) -> _Wording:
    """A clause that fits on a line or two, cut before what leads to its last phrases: "a plane that
    dropped off radar [over the sea north of …]"."""
    clause = closing(clause.strip(EDGES))
    begun = clause.lower().rpartition(" that ")
    if len(begun[0].split()) > _FEWEST and not _acts(begun[2]):
        clause = clause[: len(begun[0])]  # "crews were considering [that six ships]"
    if clause.count("(") > clause.count(")"):
        clause = clause.partition("(")[0].strip(EDGES)
    if len(clause) <= _LONGEST:
        return _Wording(clause, lacks)
    words = clause.split()
    found = {}
    for at in range(_FEWEST_KEPT, len(words) + 1):
        kept = closing(" ".join(words[:at])).rstrip(EDGES)
        if len(kept.split()) >= _FEWEST_KEPT and _phrase_ends(words, at):
            found[abs(len(kept) - _LONGEST)] = kept
    near = min(found, default=_LONGEST)
    lacks += _CUT * (len(clause) > _LONGEST + _STRETCH)
    if near <= _LONGEST // 2 and len(found[near]) <= _LONGEST + _STRETCH:
        return _Wording(_without_a_clause_begun(found[near]), lacks)
    return _Wording(clause[:_LONGEST].rpartition(" ")[0] + " …", lacks)


def _without_a_clause_begun(clause: str) -> str:
    """The words without a last clause whose verb was cut off: "crews went home [as managers]"."""
    words = clause.split()
    opens = (at for at, word in enumerate(words) if word.lower() in label_words().openers)
    last = max((at for at in opens if at >= _FEWEST_KEPT), default=None)
    if last is None or words[last].lower() in ("and", "or", "with"):
        return clause
    rest = " ".join(words[last:])
    return clause if _acts(rest) else " ".join(words[:last]).rstrip(EDGES)


def _acts(words: str) -> bool:
    known = {*verb_forms(), *function_words().auxiliaries}
    return any(word in known for word in words.split())  # no "Echo" of a name


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
