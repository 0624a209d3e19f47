"""What the words around a figure do to it: taken back, supposed, a part, a start, a later state."""

from __future__ import annotations

import re

from factcheck.clauses.lexis import Lexis
from factcheck.clauses.predicate import Predicate
from factcheck.clauses.segments import Parsed
from factcheck.models import Phase, Scope, Span, Status

_NEAR = 60  # characters before or after a figure in which a cue still speaks of it


def phase(
    sentence: Parsed, mention: range, verb: Predicate, text: str, lexis: Lexis
) -> Phase | None:
    """Where in the course of events the words put the figure.

    "had shrunk to about 1,600" and "has now reached" are later; "initially", "once numbered"
    and the first of "from 5,000 to 2,000" are the start.
    """
    words = sentence.words
    if verb.verb in lexis.change:
        if verb.preposition == "from":
            return Phase.START
        if verb.preposition == "to":
            return Phase.LATER
    where = sentence.verb_range(mention.start)
    clause = Span(start=words[where.start].start, end=words[where.stop - 1].end)
    if lexis.phase_start.search(text, clause.start, clause.end):
        return Phase.START
    if lexis.phase_later.search(text, clause.start, clause.end):
        return Phase.LATER
    return None


def status(sentence: Parsed, span: Span, text: str, lexis: Lexis) -> Status:
    """Whether the text asserts the figure, takes it back, or only supposes it."""
    before = text[max(sentence.span.start, span.start - _NEAR) : span.start]
    if lexis.retracted_before.search(before):
        return Status.RETRACTED
    clause = sentence.segment(sentence.index(span.start))
    start = sentence.words[clause.start].start if len(clause) else span.start
    if lexis.hypothetical_before.search(text, start, span.start):
        return Status.HYPOTHETICAL
    return Status.ASSERTED


def ahead(sentence: Parsed, where: range, text: str, lexis: Lexis) -> bool:
    """Whether a clause tells what is planned, forecast or expected."""
    return _says(lexis.ahead, sentence, where, text)


def earlier(sentence: Parsed, where: range, text: str, lexis: Lexis) -> bool:
    """Whether a clause tells of an earlier time, to compare the story's own with."""
    return _says(lexis.earlier, sentence, where, text)


def _says(pattern: re.Pattern[str], sentence: Parsed, where: range, text: str) -> bool:
    if not where:
        return False
    start, end = sentence.words[where.start].start, sentence.words[where.stop - 1].end
    return pattern.search(text, start, end) is not None


def scope(sentence: Parsed, span: Span, figure: Span, text: str, lexis: Lexis) -> Scope | None:
    """Whether the figure is a part of something counted before, or beyond it."""
    clause = sentence.verb_range(sentence.index(span.start))
    before = text[max(sentence.span.start, span.start - _NEAR) : span.start]
    after = text[figure.end : min(sentence.span.end, figure.end + _NEAR)]
    if lexis.others.search(text, span.start, span.end) or lexis.others.search(before[-12:]):
        return Scope.OTHERS
    if _says(lexis.part_in_clause, sentence, clause, text):
        return Scope.PART
    if lexis.part_after.match(after) or lexis.part_before.search(before):
        return Scope.PART
    return None
