"""The clause around a figure or a day, in the words of its sentence: who does it, the verb, and
what goes with it.

"…, killing seven people and injuring [40]" is read with what did it: "a quake struck the coast,
killing seven people and injuring …". What stands between is left out, and nothing is put into
other words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from factcheck.clauses.lexicon import clause_lexicon
from factcheck.clauses.segments import Parsed, parsed
from factcheck.clauses.tagging import Tag, Word
from factcheck.linkage.clause_verbs import (
    MARKS,
    RELATIVES,
    SUBJECTS,
    begins_with_as,
    first_of,
    has_verb,
    is_finite,
    is_main,
    is_named,
    is_number,
    is_participle,
    is_relative,
    may_be_reduced,
    opened,
    opened_behind,
    opens_clause,
    segment_of,
    two_clauses,
    verb_of,
)
from factcheck.models import Span
from factcheck.text.tokeniser import TextTokens

_TIES = frozenset({"of", "in", "at"})  # inside the noun of a relative clause: "a hotel in Lindow"
_LONGEST_NOUN = 9  # words of it
_INNER_STOP = re.compile(r"\.(?=['’]s|\s+\S)")
_DASHES = ("—", "–", "-", "--", ")")
_TAILS = (Tag.VERB, Tag.BREAK, Tag.SUBORDINATOR)


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The places of the words of a clause in its sentence: its subject, its verb with what goes
    with it, and the segment of what is asked for where that is another one: ", about 20 miles north
    of Lindow". `ahead` tells that this segment leads up to the clause."""

    subject: range
    predicate: range
    beside: range = range(0)
    ahead: bool = False

    def kept(self) -> list[int]:
        """All of them, in the order of the sentence."""
        return sorted({*self.subject, *self.predicate, *self.beside})

    def narrowed(self, words: Sequence[Word], target: range) -> ClauseWords:
        """The same with less of its subject: "a quake [with a magnitude of 6.1] struck", "the man
        [accused of a raid at the mill] appeared"."""
        subject = self.subject
        if not any(words[i].lower in RELATIVES for i in subject[1:]):
            nouns = [i for i in subject if words[i].tag is Tag.NOUN and i not in target]
            behind = range(nouns[0] + 1, subject.stop) if nouns else range(0)
            ends = (i for i in behind if _hangs_on(words, i))
            subject = range(subject.start, next(ends, subject.stop))
        return replace(self, subject=subject)


def _hangs_on(words: Sequence[Word], at: int) -> bool:
    """Whether what a noun can do without begins at a word: "a quake [with a magnitude]", but not
    "a man [close to] the mayor", "the Centers [for] Disease Control"."""
    named = words[at - 1].capitalised and words[min(at + 1, len(words) - 1)].capitalised
    if words[at].tag is Tag.PREPOSITION:
        return not named and words[at].lower not in ("of", "to")
    return words[at].tag in _TAILS or words[at].lower == "as"


@lru_cache(maxsize=1 << 9)
def sentence_of(text: str, language: str) -> Parsed:
    """The words of a sentence that is given as a text of its own. A stop inside it ends a shortened
    word ("Ada W. Voss", "since Sept. 15") and no clause."""
    return parsed(TextTokens(_INNER_STOP.sub(" ", text)), Span(start=0, end=len(text)), language)


def written(text: str, words: Sequence[Word], kept: Sequence[int]) -> str:
    """The words at these places, as the text has them where they stand together."""
    found, at = "", 0
    while at < len(kept):
        stop = at + 1
        while stop < len(kept) and kept[stop] == kept[stop - 1] + 1:
            stop += 1
        piece = text[words[kept[at]].start : words[kept[stop - 1]].end]
        found += piece if piece[0] in ",;:" else f" {piece}"
        at = stop
    return " ".join(re.sub('[“”"]', "", found).split())


def clause_around(sentence: Parsed, target: range, *, day: bool = False) -> ClauseWords | None:
    """The clause that tells of the words at `target`; `None` where no verb does. A `day` right
    behind a verb of saying is that of the saying: "said [Friday] the road was shut"."""
    at = next(n for n, stop in enumerate(sentence.bounds[1:]) if target.start < stop)
    behind, time = opened_behind(sentence, at), target if day else range(0)
    found = verb_of(sentence, at, target, day=day)
    if found is None or target.start in behind:
        own = behind if target.start in behind else segment_of(sentence, at)
        return _borrowed(sentence, at, own, time, day=day)
    start, verb = found
    if _goes_on(sentence, at, verb):
        return _borrowed(sentence, at, segment_of(sentence, at), time, day=day)
    subject = _subject(sentence, at, start, verb, time)
    helper = _shared_helper(sentence, at, verb)
    return ClauseWords(subject, range(verb, _stop(sentence, at, verb, target)), helper)


def _shared_helper(sentence: Parsed, at: int, verb: int) -> range:
    """The helper that a verb behind "and" shares with the one before: "the lion [was] shot and
    skinned on Monday"."""
    words, segment = sentence.words, segment_of(sentence, at)
    joined = words[segment.start].tag is Tag.CONJUNCTION and verb == segment.start + 1 and at > 0
    before = verb_of(sentence, at - 1) if joined and may_be_reduced(words, verb) else None
    shared = before is not None and words[before[1]].tag is Tag.AUXILIARY
    return range(before[1], before[1] + 1) if before is not None and shared else range(0)


def _stop(sentence: Parsed, at: int, verb: int, target: range) -> int:
    """Where a clause ends: before the verb that has the noun around it for its subject, "the man
    who robbed the bank [fled]", "the inn where a guest died and two fell ill [is shut]"."""
    words, segment = sentence.words, segment_of(sentence, at)
    behind = (i for i in range(verb + 1, segment.stop) if i not in target)
    following = next((i for i in behind if is_finite(words, i)), None)
    if following is None or verb == segment.start or may_be_reduced(words, verb):
        return segment.stop
    nominal = words[following - 1].tag in SUBJECTS
    ends = is_relative(sentence, at) or (words[following].tag is Tag.AUXILIARY and not nominal)
    return min(two_clauses(words, verb, following), segment.stop) if ends else segment.stop


def subject_words(sentence: Parsed, stop: int) -> list[range]:
    """The subjects of the main clauses that begin before a place in the text, in order."""
    found: list[range] = []
    for at in range(len(sentence.bounds) - 1):
        end = segment_of(sentence, at).stop
        for target in (range(0), range(end, end + 1)):  # "police said [Roe] fled" has two
            verb = verb_of(sentence, at, target)
            if verb is None or is_relative(sentence, at) or sentence.words[verb[1]].start >= stop:
                continue
            subject = _subject(sentence, at, *verb, range(0))
            if subject and subject not in found:
                found.append(subject)
    return found


def _goes_on(sentence: Parsed, at: int, verb: int) -> bool:
    """Whether a segment opens with a participle that only goes on with the clause before it: "a
    quake struck the coast, [followed by aftershocks on Monday]"."""
    words = sentence.words
    opens = words[sentence.bounds[at]].lower == "," and verb == sentence.bounds[at] + 1
    follows = words[verb].lemma == "follow"
    return opens and at > 0 and follows and is_main(sentence, at - 1)


def _borrowed(
    sentence: Parsed, at: int, own: range, time: range, *, day: bool
) -> ClauseWords | None:
    """The clause that words without a finite verb belong to: that on their left, but that on their
    right where a clause opens with them: "[On Monday,] crews left", "that [six ships, two tugs] and
    a crane were at work"."""
    words, first = sentence.words, at
    if words[own.start].lower == "with" and any(is_participle(words[i]) for i in own):
        return ClauseWords(range(0), range(own.start + 1, own.stop))
    while first and not opens_clause(sentence, first) and not has_verb(sentence, first - 1):
        first -= 1
    ahead = first == 0 or opens_clause(sentence, first) or own != segment_of(sentence, at)
    ahead = ahead or bool(opened_behind(sentence, first - 1))
    lenders = range(at + 1, len(sentence.bounds) - 1) if ahead else range(first - 1, first)
    for lender in (n for n in lenders if is_main(sentence, n)):
        stop = segment_of(sentence, lender).stop
        found = verb_of(sentence, lender, range(0) if ahead else range(stop, stop + 1))
        assert found is not None
        start, verb = found
        subject = _subject(sentence, lender, start, verb, time)
        if ahead and subject and words[subject.start].tag is Tag.PREPOSITION:
            continue
        counted = is_named(words, opened(words, own)) and words[own[-1]].tag is Tag.NOUN
        if ahead and not day and counted and own.start < subject.start:
            subject = range(0)  # "[six ships,] two tugs and a crane were at work"
        acts = is_participle(words[first_of(words, own)]) or may_be_reduced(
            words, first_of(words, own)
        )
        joined = words[first_of(words, own)].tag is Tag.CONJUNCTION
        if not ahead and (acts or (joined and any(is_participle(words[i]) for i in own))):
            own = opened(words, own) if joined else own
            stop = _shortened(words, verb, stop, joined=joined)
        return ClauseWords(subject, range(verb, stop), own, ahead)
    return None


def _shortened(words: Sequence[Word], verb: int, stop: int, *, joined: bool) -> int:
    """Where a main clause is cut that a participle goes on: "a quake struck the coast [in May near
    the port], killing …", and of one that "and" joins to it only the helper: "it was [north of
    Lindow, and] moving at …"."""
    if joined:
        return verb + (words[verb].tag is Tag.AUXILIARY)
    phrases = [i for i in range(verb + 2, stop) if words[i].tag is Tag.PREPOSITION]
    if len(phrases) > 1 and phrases[1] == phrases[0] + 1:
        return phrases[0] + 1  # "was shot down [over the sea]"
    return phrases[0] if phrases else stop


def _subject(sentence: Parsed, at: int, start: int, verb: int, time: range) -> range:
    """The words of who or what the verb of a clause is said of, wherever they stand."""
    words, segment = sentence.words, segment_of(sentence, at)
    own = _past_setting(words, opened(words, range(start, verb)), reported=start > segment.start)
    relative = first_of(words, segment) if is_relative(sentence, at) else None
    if relative is not None and start == segment.start:
        return range(_antecedent(words, relative).start, verb)
    acts = bool(own) and is_participle(words[own.start])  # "the jury, [weighing 18 counts], sat"
    if not acts and any(words[i].tag in SUBJECTS and i not in time for i in own):
        whole = _all_of_them(sentence, at, own) if start == segment.start else own
        begun = [i for i in whole[:-1] if begins_with_as(words, i) and 0 < time.start < i]
        return range(begun[-1] + 1, verb) if begun else whole
    if relative is not None:  # "[The man] who robbed the bank fled"
        return _antecedent(words, relative)
    if _is_inverted(words, verb, segment):
        return range(0)
    return _with_participle(sentence, at, verb, time) or _subject_before(sentence, at, time)


def _past_setting(words: Sequence[Word], own: range, *, reported: bool) -> range:
    """What is told, without how: "said [in a statement] two boats had sunk"."""
    if not reported or not own or words[own.start].tag is not Tag.PREPOSITION:
        return own
    opens = (Tag.DETERMINER, Tag.NUMBER)
    starts = (
        i
        for i in own[2:]
        if words[i - 1].tag is Tag.NOUN and (words[i].tag in opens or is_number(words[i]))
    )
    return range(next(starts, own.start), own.stop)


def _is_inverted(words: Sequence[Word], verb: int, segment: range) -> bool:
    """Whether a verb of saying has its subject behind it ("…, said Foreign Minister Dale Orrin"),
    and not what is said: "…, said the road was shut"."""
    lexicon = clause_lexicon()
    said = words[verb].lemma in lexicon.reporting - lexicon.to_hearers
    marked = verb > 0 and words[verb - 1].tag in MARKS
    behind = range(verb + 1, segment.stop)
    clause = any(is_finite(words, i) for i in behind)
    return said and marked and not clause and is_named(words, behind)


def _with_participle(sentence: Parsed, at: int, verb: int, time: range) -> range:
    """The noun before a comma that a participle goes with, up to this: "[a call,] made on Monday",
    "[the vote,] held on Monday, was close"; none where the verb is no such participle."""
    words, segment = sentence.words, segment_of(sentence, at)
    marked = words[segment.start].lower == "," and verb == segment.start + 1 and at > 0
    said = words[verb].lemma in clause_lexicon().reporting
    if not marked or said or not may_be_reduced(words, verb):
        return range(0)
    if is_main(sentence, at - 1):
        return range(_antecedent(words, segment.start).start, verb)
    before, behind = opened(words, segment_of(sentence, at - 1)), segment.stop + 1
    goes_on = behind < len(words) and is_finite(words, behind)
    named = is_named(words, before) and before.start not in time
    return range(before.start, verb) if named and goes_on else range(0)


def _all_of_them(sentence: Parsed, at: int, own: range) -> range:
    """A subject with all that stands before an "and" inside it: "[heavy rain and] winds hampered",
    "[a hunt between Tarn, Orrin, and] Lindow found"."""
    words, first = sentence.words, at
    segment = segment_of(sentence, at)
    if words[first_of(words, segment)].lower not in ("and", "or"):
        return _with_place(sentence, at, own)
    if at and (behind := opened_behind(sentence, at - 1)):
        return range(behind.start, own.stop)  # "said [the mayor] and her aides were there"
    verbs = (Tag.VERB, Tag.AUXILIARY)
    while first and not any(words[i].tag in verbs for i in segment_of(sentence, first - 1)):
        first -= 1
    joined = first < at and (first == 0 or has_verb(sentence, first - 1))
    before = opened(words, range(sentence.bounds[first], own.start)) if joined else own
    return range(before.start, own.stop)


def _with_place(sentence: Parsed, at: int, own: range) -> range:
    """A subject whose last words are a place behind a comma: "[a bar owner in Lindow,] NJ said"."""
    words = sentence.words
    if at == 0 or has_verb(sentence, at - 1) or words[sentence.bounds[at]].lower != ",":
        return own
    before = opened(words, segment_of(sentence, at - 1))
    place = all(words[i].capitalised for i in (*before[-1:], *own)) and len(own) == 1
    return range(before.start, own.stop) if place and is_named(words, before) else own


def _subject_before(sentence: Parsed, at: int, time: range) -> range:
    """The subject of a verb that opens its segment: behind what is inserted ("[Dale Orrin], 26,
    who had fled, was named"), or that of the clause before "and" ("[crews] found it and left")."""
    words = sentence.words
    before, named = at - 1, range(0)
    joins = words[first_of(words, segment_of(sentence, at))].tag is Tag.CONJUNCTION
    own = words[sentence.bounds[at]].lower
    while before >= 0 and not is_main(sentence, before):
        segment = segment_of(sentence, before)
        part = opened(words, segment)
        if joins and is_relative(sentence, before) and words[segment.start].tag is not Tag.BREAK:
            return range(_antecedent(words, segment.start).start, segment.start + 1)
        if named and words[named.start - 1].lower in _DASHES and own not in _DASHES:
            break  # "QUITO, Sept 4 — [Crews], some of them tired, left"
        noun = any(words[i].tag is Tag.NOUN and i not in time for i in part)
        if noun and is_named(words, part) and not is_relative(sentence, before):
            named = part
        before -= 1
    behind = range(0) if before < 0 or joins else opened_behind(sentence, before, reported=True)
    if before < 0 or behind or (named and not joins):
        return behind or named
    found = verb_of(sentence, before)
    return named if found is None else _subject(sentence, before, *found, time)


def _antecedent(words: Sequence[Word], relative: int) -> range:
    """The noun that a relative clause goes on about: "[a hotel in Lindow] which"."""
    stop = relative
    while stop and words[stop - 1].tag in (Tag.BREAK, Tag.PREPOSITION):
        stop -= 1
    first = stop
    while first and stop - first < _LONGEST_NOUN:
        before = words[first - 1]
        tied = before.lower in _TIES and first < stop and words[max(first - 2, 0)].tag is Tag.NOUN
        opens = words[first].tag is Tag.DETERMINER and first < stop
        if opens and not tied and (before.tag is not Tag.DETERMINER and not is_number(before)):
            break
        if not tied and before.tag not in (Tag.NOUN, Tag.NUMBER, Tag.DETERMINER):
            break
        if before.lower == "whether":
            break
        first -= 2 if tied else 1
    return range(first, stop)
