"""Qualifiers of a figure: withdrawn, supposed, planned, a part, a start, a later state."""

from __future__ import annotations

from factcheck.clauses.denial import is_corrected, is_denied, is_negated
from factcheck.clauses.lexicon import ClauseLexicon
from factcheck.clauses.predicate import Predicate, beside
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.tagging import Tag
from factcheck.models import Change, Phase, Scope, Span, Status

_STRETCH = 4  # words of "came some three days"
_TO = 2  # words back from an infinitive to what leads to it
_AROUND = 2  # words beside a figure and its verb
_REPORTED = 2  # words of "15 [first reported]"
_NEAR = 60  # characters before or after a figure in which a cue still speaks of it


def phase(
    sentence: ParsedSentence, mention: range, verb: Predicate, text: str, lexicon: ClauseLexicon
) -> Phase | None:
    """The phase of the event that the words give the figure, or `None`.

    "had shrunk to about 1,600" and "has now reached" are later; "initially", "once numbered" and
    the first of "from 5,000 to 2,000" are the start.
    """
    if verb.verb in lexicon.change:
        if verb.preposition == "from":
            return Phase.START
        if verb.preposition == "to":
            return Phase.LATER
    where = sentence.opened_range(mention.start)
    if sentence.says(lexicon.connecting, range(where.start, where.start + 1), text):
        where = sentence.verb_range(mention.start)
    if sentence.says(lexicon.phase_start, where, text):
        return Phase.START
    if sentence.says(lexicon.phase_later, where, text):
        return Phase.LATER
    return None


def direction(verb: Predicate, lexicon: ClauseLexicon) -> Change | None:
    """The direction of change that the verb gives the figure: "rose to 61" up, "had shrunk to
    1,600" down."""
    return lexicon.change.get(verb.verb or "") if verb.preposition in ("from", "to") else None


def status(
    sentence: ParsedSentence,
    span: Span,
    text: str,
    lexicon: ClauseLexicon,
    verb: Predicate | None = None,
) -> Status:
    """Whether the text asserts, withdraws, denies or only supposes the figure. `verb` is given
    where its negation denies the figure."""
    if _is_taken_back(sentence, span, text, lexicon) or is_corrected(sentence, span, text):
        return Status.RETRACTED
    if is_denied(sentence, span, text) or (
        verb is not None and is_negated(sentence, sentence.inside(span), verb, lexicon)
    ):
        return Status.DENIED
    index = sentence.index(span.start)
    clause = sentence.segment(index)
    if sentence.says(lexicon.hypothetical_before, clause, text):  # asked once of all its figures
        start = sentence.words[clause.start].start
        if lexicon.hypothetical_before.pattern.search(text, start, span.start):
            return Status.HYPOTHETICAL
    if _depends_on_a_condition(sentence, clause, index):
        return Status.HYPOTHETICAL
    return Status.ASSERTED


def _is_taken_back(sentence: ParsedSentence, span: Span, text: str, lexicon: ClauseLexicon) -> bool:
    """Whether the words before a figure take it back: "it was not [two] but three", "12 died, not
    the [15] first reported". "Not the [40] families" only names others, and in "did not [exceed
    40]" it is the verb that is negated."""
    if not sentence.may_say(lexicon.retracted_before):
        return False
    before = text[max(sentence.span.start, span.start - _NEAR) : span.start]
    found = lexicon.retracted_before.pattern.search(before)
    words = sentence.inside(span)
    if found is None or sentence.words[words.start].tag is Tag.VERB:
        return False
    behind = sentence.words[words.stop : words.stop + _REPORTED]
    said = lexicon.reporting | lexicon.believing
    return found["article"] is None or any(
        word.tag is Tag.VERB and word.lemma in said for word in behind
    )


def _depends_on_a_condition(sentence: ParsedSentence, clause: range, index: int) -> bool:
    """Whether a clause says what would be, if what the clause before it says were so: "if they had
    slept another hour, [I'd be talking about 300 dead]"."""
    if sentence.once(_first_if) >= clause.start:
        return False
    words = sentence.words[clause.start : index]
    return any(word.lower == "would" or word.lower.endswith("'d") for word in words)


def _first_if(sentence: ParsedSentence) -> int:
    """The index of the first "if", or the number of words."""
    words = sentence.words
    return next((at for at, word in enumerate(words) if word.lower == "if"), len(words))


def ahead(
    sentence: ParsedSentence, where: range, verb: Predicate, text: str, lexicon: ClauseLexicon
) -> bool:
    """Whether a clause says what is planned, forecast or expected, or only tried: "was due to
    [cost] 70 million", "is rushing to [rescue] 40 people", "was sent to [free] 40 people"."""
    return sentence.says(lexicon.ahead, where, text) or _not_done(sentence, verb, lexicon)


def _not_done(sentence: ParsedSentence, verb: Predicate, lexicon: ClauseLexicon) -> bool:
    """Whether a verb is led to by one of trying, by a modal or by what stands for a modal."""
    if verb.at is None or verb.at < _TO:
        return False
    before = sentence.words[verb.at - 1].lower
    if before != "to":
        return before in lexicon.possible_modals
    if sentence.words[verb.at].lemma != verb.verb:
        return False  # "vowed to sell 40 kidnapped girls": they are kidnapped
    led_by = sentence.words[verb.at - _TO]
    if led_by.lemma in lexicon.refusing:
        return False  # "refused to pay" denies
    if led_by.lemma in lexicon.conative or led_by.lower in lexicon.semi_auxiliaries:
        return True
    return _is_asked_for(sentence, verb.at - _TO, lexicon)


def _is_asked_for(sentence: ParsedSentence, end: int, lexicon: ClauseLexicon) -> bool:
    """Whether somebody is asked to do what an infinitive behind the words up to `end` says:
    "[asked] the court to jail him for ten years". Of "asked 900 people to leave" the figure is in
    between, and those who are asked are counted."""
    for at in range(end, sentence.segment(end).start - 1, -1):
        word = sentence.words[at]
        if word.tag in (Tag.VERB, Tag.AUXILIARY):
            return word.lemma in lexicon.requesting
        if word.tag is Tag.NUMBER:
            return False
    return False


def presumed(
    sentence: ParsedSentence, mention: range, verb: Predicate, text: str, lexicon: ClauseLexicon
) -> bool:
    """Whether the predicate of a figure is only feared or thought: "400 people were [feared]
    drowned", "the quake [may have] killed 400"."""
    at = mention.start if verb.at is None else verb.at
    near = range(
        max(0, min(at, mention.start) - _AROUND),
        min(len(sentence.words), max(at + 1, mention.stop) + _AROUND),
    )
    return sentence.says(lexicon.presuming, near, text)


def earlier(sentence: ParsedSentence, where: range, text: str, lexicon: ClauseLexicon) -> bool:
    """Whether a clause is about an earlier time than the story's, given to compare: "a year
    before", "the attack came three days after [50 people were killed in Orrin]"."""
    return sentence.says(lexicon.earlier, where, text) or _only_dates_another(
        sentence, where, lexicon
    )


def _only_dates_another(sentence: ParsedSentence, where: range, lexicon: ClauseLexicon) -> bool:
    """Whether a clause behind "after" only dates the event of another: "the attack came three days
    after [50 people were killed]". "Three days after the quake killed 50 people, rescuers gave up"
    reports the quake itself."""
    words = sentence.words
    if not where or where.start < _STRETCH or words[where.start].lower != "after":
        return False
    stretch = words[where.start - _STRETCH : where.start]
    came = any(word.lemma in lexicon.arising for word in stretch)
    return came and stretch[-1].lemma in lexicon.stretches


def scope(
    sentence: ParsedSentence,
    span: Span,
    number: Span,
    text: str,
    lexicon: ClauseLexicon,
    *,
    share: bool = False,
    zero: bool = False,
) -> Scope | None:
    """Whether the figure is a part of something counted before, or comes in addition to it; else
    `None`. Of a `share` the "of" names the whole, "a third of the workers" like "33 percent of the
    workers", and "all 735 of its shops" are every one."""
    clause = sentence.opened_range(sentence.index(span.start))
    before = text[max(sentence.span.start, span.start - _NEAR) : span.start]
    after = text[number.end : min(sentence.span.end, number.end + _NEAR)]
    if zero and lexicon.part_after.match(after):
        return None  # "none of the 22 guests was hurt" is a zero of all of them
    if lexicon.others.search(text, span.start, span.end) or lexicon.others.search(before[-12:]):
        return Scope.OTHERS
    if lexicon.others_after.match(after):
        return Scope.OTHERS
    if sentence.says(lexicon.part_in_clause, clause, text):
        return Scope.PART
    counted = lexicon.part_after.match(after) and not lexicon.whole_before.search(before)
    after_figure = counted and not share
    if after_figure or lexicon.part_before.search(before):
        return Scope.PART
    return None


def degree(
    sentence: ParsedSentence, mention: range, verb: Predicate, lexicon: ClauseLexicon
) -> tuple[str, ...]:
    """The words beside a figure or its verb for how badly people were hurt, as adjectives, so that
    "injured 140 people [seriously]" and "[serious] injuries" are equal; mostly empty."""
    found = (word.lower for word in beside(sentence.words, mention, verb))
    return tuple(word.removesuffix("ly") for word in found if word in lexicon.degrees)
