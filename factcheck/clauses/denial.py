"""Figures that a text denies or corrects itself.

A denial embeds its figure: it governs a clause ("denied that 40 were killed"), an act ("denied
killing 40") or a report by name ("dismissed reports of 40 dead"). What it merely touches stays
asserted: "denied 40 people entry", "denied that the 40 dead were civilians" (a definite noun is
presupposed, and presuppositions survive negation: Karttunen 1973). So does the negation of a verb:
"did not kill 40 people".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from factcheck.clauses.cues import Cue, cue
from factcheck.clauses.lexicon import ClauseLexicon
from factcheck.clauses.negation import is_undone
from factcheck.clauses.predicate import Predicate
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.tagging import Tag
from factcheck.lexicon import Lexicon, any_of, beginning, load
from factcheck.models import Span

_REACH = 100  # characters before a figure in which its denial begins
# Between a verb and its objects: "did not pay its workers or owners a further $4 million".
_OF_OBJECTS = (Tag.DETERMINER, Tag.ADVERB, Tag.NOUN, Tag.NUMBER, Tag.PRONOUN)
_JOINING = frozenset({"and", "or", "nor"})
_LATER = 160  # characters behind it in which a correction follows


class _Words(Lexicon):
    """The shape of `denials.toml`."""

    deny: tuple[str, ...]
    deny_acts: tuple[str, ...]
    reports: tuple[str, ...]
    no_ground: tuple[str, ...]
    unfounded: tuple[str, ...]
    negations: tuple[str, ...]
    definite: frozenset[str]
    breaks: tuple[str, ...]
    mistaken: tuple[str, ...]
    said_before: tuple[str, ...]
    corrected: tuple[str, ...]
    earlier: tuple[str, ...]
    estimates: tuple[str, ...]
    revised: tuple[str, ...]
    corrected_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Patterns of denial. `any` finds whether a sentence has a cue at all; the others end at or
    begin behind a figure."""

    any: Cue
    denied: re.Pattern[str]
    report: re.Pattern[str]
    unfounded: re.Pattern[str]
    mistaken: re.Pattern[str]
    said_before: re.Pattern[str]
    corrected: re.Pattern[str]
    earlier: re.Pattern[str]
    revised: re.Pattern[str]
    corrected_to: re.Pattern[str]
    definite: frozenset[str]


@cache
def _patterns(language: str) -> _Patterns:
    """The patterns of denial of a language."""
    words = load("denials", _Words, language)
    deny, no_ground, reports = map(any_of, (words.deny, words.no_ground, words.reports))
    # Within one clause: "denied that 40 had died but said [six] had" breaks at "but".
    rest = rf"(?:(?!\b{any_of(words.breaks)}\b)[^;:.!?,])*$"
    # "Revised its count of [250 homes] to 50" takes back the first of the two.
    first = rf"(?:(?!\b(?:{any_of(words.breaks)}|to)\b)[^;:.!?,\d])*$"
    named = rf"(?:[\w']+\s+){{0,3}}?{reports}\b[^;:.!?]*?\b(?:that|of|about)\b"
    act = rf"{any_of(words.deny_acts)}\s+(?:ever\s+)?\w+ing\s+(?:\w+(?:ed|en)\s+)?$"
    cues = (
        *words.deny,
        *words.no_ground,
        *words.unfounded,
        *words.mistaken,
        *words.said_before,
        *words.revised,
    )
    flags = re.IGNORECASE
    return _Patterns(
        any=cue(rf"{beginning(cues)}\b{any_of(cues)}\b", cues),
        denied=re.compile(
            rf"(?P<not>\b{any_of(words.negations)}\s+)?\b(?:{act}"
            rf"|{deny}\s+(?:that\b|{named}){rest}|{no_ground}\s+(?:that\b|of\b|{named}){rest})",
            flags,
        ),
        report=re.compile(rf"\b{reports}\s+(?:that|of)\b{rest}", flags),
        unfounded=re.compile(
            rf"^[^;:.!?]*?\b(?:is|are|was|were|as)\s+(?:\w+\s+)?{any_of(words.unfounded)}\b", flags
        ),
        mistaken=re.compile(rf"\b{any_of(words.mistaken)}\b[^;:.!?,]*$", flags),
        said_before=re.compile(rf"\b{any_of(words.said_before)}\b[^;:.!?,]*$", flags),
        corrected=re.compile(rf"\b{any_of(words.corrected)}\b", flags),
        # "A revision of its earlier estimate of [250 homes]", "their earlier estimate of
        # [250 homes] was withdrawn".
        earlier=re.compile(
            rf"(?P<revised>\b{any_of(words.revised)}\s+(?:\w+\s+){{0,3}}?)?\b{any_of(words.earlier)}"
            rf"\s+(?:\w+\s+){{0,2}}?{any_of(words.estimates)}\s+(?:that|of)\b{first}",
            flags,
        ),
        revised=re.compile(
            rf"^[^;:.!?,]*?\b(?:is|are|was|were|been|being)\s+(?:\w+ly\s+)?{any_of(words.revised)}\b",
            flags,
        ),
        corrected_to=re.compile(
            rf"\b{any_of(words.corrected_to)}\s+(?:\w+\s+){{0,4}}?to\s*$", flags
        ),
        definite=words.definite,
    )


def is_denied(sentence: ParsedSentence, span: Span, text: str, language: str = "en") -> bool:
    """Whether the sentence denies the figure at `span`."""
    patterns = _patterns(language)
    if not sentence.says(patterns.any, range(len(sentence.words)), text):
        return False
    before = text[max(sentence.span.start, span.start - _REACH) : span.start]
    if before.split()[-1:] and before.split()[-1].lower() in patterns.definite:
        return False
    found = patterns.denied.search(before)
    if found is not None:
        return found["not"] is None
    after = text[span.end : min(sentence.span.end, span.end + _LATER)]
    return (
        patterns.report.search(before) is not None and patterns.unfounded.match(after) is not None
    )


def is_negated(
    sentence: ParsedSentence,
    mention: range,
    verb: Predicate,
    lexicon: ClauseLexicon,
    language: str = "en",
) -> bool:
    """Whether the verb of a figure is negated, and with it the figure as an answer: "the strike did
    not kill [12] people", "the [two] others were not hurt".

    Only of an outcome is it the subject that is denied: "40 percent did not vote" gives a share. A
    definite object is there whatever the verb says: "did not name the [12] guests".
    """
    at = verb.at
    if at is None or verb.own or verb.preposition is not None:
        return False
    if sentence.words[at].lemma != verb.verb or verb.verb in lexicon.leaving_object:
        return False
    if verb.verb not in lexicon.outcomes:
        before = sentence.words[max(0, mention.start - 1) : mention.start]
        definite = any(word.lower in _patterns(language).definite for word in before)
        if definite or at >= mention.stop:
            return False
    between = sentence.words[at + 1 : mention.start]
    objects = all(word.tag in _OF_OBJECTS or word.lower in _JOINING for word in between)
    return objects and is_undone(sentence, at, lexicon)


def is_corrected(sentence: ParsedSentence, span: Span, text: str, language: str = "en") -> bool:
    """Whether the text withdraws the figure at `span`, in its sentence or in what follows."""
    patterns = _patterns(language)
    if not sentence.says(patterns.any, range(len(sentence.words)), text):
        return False
    before = text[max(sentence.span.start, span.start - _REACH) : span.start]
    if patterns.mistaken.search(before):
        return True
    after = text[span.end : span.end + _LATER]
    if (earlier := patterns.earlier.search(before)) is not None:
        return earlier["revised"] is not None or patterns.revised.match(after) is not None
    return patterns.said_before.search(before) is not None and bool(
        patterns.corrected.search(after)
    )


def corrects(between: str, language: str = "en") -> bool:
    """Whether the words between two figures replace the first by the second: "had reported 12 dead;
    it [corrected the figure to] two"."""
    return _patterns(language).corrected_to.search(between) is not None
