"""The verb that governs a figure, and the figure's role in its clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from factcheck.clauses.lexicon import ClauseLexicon
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.tagging import Tag, Word, is_relative_subject
from factcheck.quantities.lexicon import quantity_lexicon
from factcheck.quantities.subjects import is_person

_PAST_PARTICIPLES = frozenset({"shot", "hurt", "held", "slain", "struck", "hit", "lost", "found"})
_DEGREE = (Tag.ADVERB, Tag.NUMBER)
_PERCENT = frozenset({"percent", "per", "cent", "fully", "%"})
_PHRASAL = frozenset({"up", "off", "out", "down"})
_SUBJECT = 9  # words between a subject and its verb
_TOGETHER = frozenset({"crew", "staff", "crowd", "body"})  # of these all are meant
_BEFORE_WHOM = frozenset({"before", "beside", "opposite"})
_PARTICLES = frozenset({"to", "by", "from", "of", "in", "with", "at", "for", "on", "than"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """`verb` in its base form; `patient` whether it is done to the figure; the `preposition`
    before the figure and the noun before that (`head`), where it stands in a phrase of one; `own`
    whether the counted phrase itself states it ("31 dead")."""

    verb: str | None
    patient: bool
    preposition: str | None
    head: int | None
    at: int | None = None
    own: bool = False


def predicate(
    sentence: ParsedSentence, mention: range, lexicon: ClauseLexicon, *, people: bool = True
) -> Predicate:
    """The predicate of the words at `mention`. Only `people` can be the object of a verb such as
    "order": "ordered 40 planes to replace old ones" is to order."""
    governing = _governing(sentence, mention, lexicon)
    return _embedded(sentence.words, mention, governing, lexicon, people=people)


def _governing(sentence: ParsedSentence, mention: range, lexicon: ClauseLexicon) -> Predicate:
    """The predicate of the verb that governs a figure, before its negation and modals are
    considered."""
    words = sentence.words
    preposition, head = _phrase(words, mention.start)
    if preposition == "of" and _belongs_to_one(words, mention, head, lexicon):
        return Predicate(None, False, preposition, head)
    left = _verb_left(sentence, mention.start)
    right = _verb_right(sentence, mention.stop)
    if right == mention.stop and _is_part(words, mention):
        right = _outcome_behind(words, right, lexicon)
    if _outcome_in_modifier(words, mention.stop, left, right, lexicon) and right is not None:
        return _as_subject(words, right, preposition, head, lexicon)
    if left is not None and right is not None and takes_until(words, left, mention, right):
        return Predicate(words[right].lemma, True, None, None, left)
    own = _verb_right_before(words, mention.start)
    if own is not None:
        # "rescuers said [179 passengers] were hurt": what is said has a verb of its own
        if right is None or words[own].lemma not in lexicon.reporting:
            return Predicate(words[own].lemma, True, None, None, own)
        return _as_subject(words, right, preposition, head, lexicon)
    if right is not None and (preposition is None or left is None):
        return _as_subject(words, right, preposition, head, lexicon)
    if left is not None and _stands_by(words, mention.start):
        return Predicate(None, False, preposition, head)
    if left is not None:
        by_agent = preposition == "by" and is_passive(words, left)
        return Predicate(words[left].lemma, not by_agent, preposition, head, left)
    found = _main_verb(sentence, sentence.verb_range(mention.start))
    if found is not None and found >= mention.stop and preposition is None:
        # "12 men, hurt in the crash,", "12 men, one of them a guard, were hurt"
        return _as_subject(words, found, preposition, head, lexicon)
    lemma = None if found is None else words[found].lemma
    return Predicate(lemma, found is not None and found < mention.start, preposition, head, found)


def _belongs_to_one(
    words: tuple[Word, ...], mention: range, head: int | None, lexicon: ClauseLexicon
) -> bool:
    """Whether a figure only says whose relation somebody is, and what happens to him does not
    happen to them: "a [mother] of three children was killed", "the [mayor] of a city of 300,000
    people"; but not "a [crew] of 12", nor "the mother of three children who were killed"."""
    behind = words[mention.stop] if mention.stop < len(words) else None
    if behind is not None and (behind.tag is Tag.VERB or behind.lower in lexicon.grammar.relatives):
        return False
    preposition: str | None = "of"
    while preposition == "of" and head is not None:
        if is_person(words[head].lower, quantity_lexicon()):
            return words[head].lemma not in _TOGETHER
        start = head
        while start > 0 and words[start - 1].tag is Tag.NOUN:
            start -= 1
        preposition, head = _phrase(words, start)
    return False


def _is_part(words: tuple[Word, ...], mention: range) -> bool:
    """Whether a figure is some of a number: "[two of the 12 people] hurt in the crash"."""
    inside = words[mention.start : mention.stop]
    return any(one.lower == "of" and other.tag is Tag.DETERMINER for one, other in pairwise(inside))


def _outcome_behind(words: tuple[Word, ...], participle: int, lexicon: ClauseLexicon) -> int:
    """The verb that tells what became of some of those whom a participle describes: "two of the 12
    people hurt in the crash have [died]"; else the participle."""
    for at in range(participle + 1, min(len(words), participle + _SUBJECT)):
        if words[at].tag in (Tag.BREAK, Tag.CONJUNCTION, Tag.SUBORDINATOR):
            break
        if words[at].tag is Tag.VERB:
            return at if words[at].lemma in lexicon.outcomes else participle
    return participle


def _stands_by(words: tuple[Word, ...], start: int) -> bool:
    """Whether a figure is of those before whom something is done, and who take no part in it: "was
    killed in front of [300 people]"."""
    at = _leading(words, start)
    lower = [word.lower for word in words[max(0, at - 2) : at + 1]]
    return bool(lower) and (lower[-1] in _BEFORE_WHOM or lower == ["in", "front", "of"])


def _verb_right_before(words: tuple[Word, ...], start: int) -> int | None:
    """The verb whose object begins at `start`, with its particle: "picked up [51 people] thought to
    be lost"."""
    at = start - 2 if start > 1 and words[start - 1].lower in _PHRASAL else start - 1
    found = at >= 0 and words[at].tag is Tag.VERB and words[at].lower != "including"
    return at if found else None


def takes_until(words: tuple[Word, ...], take: int, mention: range, verb: int) -> bool:
    """Whether a figure is the time that an act takes: "it took the crew [nine days] to clear the
    road"."""
    infinitive = verb == mention.stop + 1 and words[mention.stop].lower == "to"
    return infinitive and words[take].lemma in ("take", "need")


def _outcome_in_modifier(
    words: tuple[Word, ...], stop: int, left: int | None, right: int | None, lexicon: ClauseLexicon
) -> bool:
    """Whether a relative clause or participle right behind the counted noun states an outcome, and
    the main verb does not: "visited 12 officers who were hurt", but not "arrested 40 people who had
    been hurt"."""
    if left is None or right is None or words[right].lemma not in lexicon.outcomes:
        return False
    opener = words[stop]
    relative = opener.lower in ("who", "that", "which") or (
        opener.tag is Tag.VERB and right == stop
    )
    return relative and words[left].lemma not in lexicon.outcomes


def _embedded(
    words: tuple[Word, ...],
    mention: range,
    governing: Predicate,
    lexicon: ClauseLexicon,
    *,
    people: bool,
) -> Predicate:
    """The predicate with the embedded verb, where the governing one only reports it or makes
    somebody do it: "281 people are now known to have been [killed]", "12 were reported [injured]",
    "the 12 already confirmed [killed]", "ordered 900 people to [leave]", "900 people were told to
    [leave]"; else the predicate itself.

    A passive before "to be" or "to have" is a raising verb, whatever it is: its subject is that of
    the infinitive (Huddleston and Pullum 2002, chapter 14).
    """
    if governing.at is None:
        return governing
    reduced = mention.stop <= governing.at <= mention.stop + 1 and is_past(
        words[governing.at].lower
    )
    if not governing.patient and not reduced:
        return governing
    at = mention.stop if governing.at < mention.start else governing.at + 1
    passive = is_passive(words, governing.at) or reduced
    reported = passive and (
        governing.verb in lexicon.reporting or governing.verb in lexicon.believing
    )
    first = words[at : at + 2]
    if [word.lower for word in first[:1]] == ["to"] and len(first) == 2:
        raised = reported or (passive and first[1].lower in ("be", "have"))
        below = at + 1
        ordered = people and governing.verb in lexicon.control
        if first[1].tag is Tag.AUXILIARY:
            below = _lexical(words, below)
        if first[1].tag not in (Tag.VERB, Tag.AUXILIARY) or not (raised or ordered):
            return governing
        return _as_subject(words, below, governing.preposition, governing.head, lexicon)
    if reported and first and first[0].lemma in lexicon.outcomes and is_past(first[0].lower):
        return Predicate(first[0].lemma, True, governing.preposition, governing.head, at)
    return governing


def _as_subject(
    words: tuple[Word, ...],
    verb: int,
    preposition: str | None,
    head: int | None,
    lexicon: ClauseLexicon,
) -> Predicate:
    """The predicate of a verb whose subject holds the figure."""
    lemma = words[verb].lemma
    passive = (
        (lemma in lexicon.done_to and _headline_passive(words, verb))
        or (lemma in lexicon.ergative and not _object_follows(words, verb))
        or is_passive(words, verb)
    )
    return Predicate(lemma, passive, preposition, head, verb)


def _object_follows(words: tuple[Word, ...], verb: int) -> bool:
    """Whether the verb has an object: "12 guards closed [the gate]", but "12 mills closed"."""
    following = words[verb + 1 : verb + 2]
    return bool(following) and following[0].tag in (
        Tag.DETERMINER, Tag.PRONOUN, Tag.NOUN, Tag.NUMBER,
    )  # fmt: skip


def _phrase(words: tuple[Word, ...], start: int) -> tuple[str | None, int | None]:
    """The preposition right before a word, and the index of the noun before it: "a caravan of
    [6,000]"."""
    at = _leading(words, start)
    if at < 0 or words[at].lower not in _PARTICLES:
        return None, None
    noun = at - 1
    has_noun = noun >= 0 and words[noun].tag is Tag.NOUN
    return words[at].lower, noun if has_noun else None


def _leading(words: tuple[Word, ...], start: int) -> int:
    """The index of the word that leads to a phrase, before its article and adverbs: "a caravan [of]
    about 6,000"; -1 where none does."""
    at = start - 1
    while at >= 0 and words[at].tag in (Tag.DETERMINER, Tag.ADVERB):
        at -= 1
    return at


def is_past(word: str) -> bool:
    """Whether a verb form in small letters looks like a past participle by its ending."""
    return word.endswith("ed") or word in _PAST_PARTICIPLES


def beside(words: tuple[Word, ...], mention: range, verb: Predicate) -> Iterator[Word]:
    """The words among which an adverb of the verb may stand: "injured 140 people [seriously]", "140
    people were [seriously] injured"."""
    near = {mention.stop} if verb.at is None else {mention.stop, verb.at - 1, verb.at + 1}
    return (words[i] for i in sorted(near) if 0 <= i < len(words))


def _verb_left(sentence: ParsedSentence, start: int) -> int | None:
    """The nearest verb before, in the same segment."""
    segment = sentence.segment(max(0, start - 1)) if start else range(0)
    verbs = sentence.verbs()
    for at in range(bisect_left(verbs, start) - 1, bisect_left(verbs, segment.start) - 1, -1):
        i = verbs[at]
        if sentence.words[i].tag is Tag.VERB or not _followed_by_verb(sentence.words, i):
            return i
    return None


def _verb_right(sentence: ParsedSentence, stop: int) -> int | None:
    """The verb whose subject ends before `stop`: "20 people attending a party were [killed]", and
    without such a verb the participle behind it: "20 people [attending] a party"."""
    words = sentence.words
    at_it = None
    for i in range(stop, min(len(words), stop + _SUBJECT)):
        word = words[i]
        if word.tag is Tag.AUXILIARY:
            return _lexical(words, i)
        if word.tag is Tag.VERB and i == stop and word.lower.endswith("ing"):
            at_it = i
        elif word.tag is Tag.VERB and at_it is None:
            return i
        relative = i <= stop + 1 and is_relative_subject(words, i)
        if word.tag in (Tag.BREAK, Tag.CONJUNCTION, Tag.SUBORDINATOR) and not relative:
            break
    return at_it


def _lexical(words: tuple[Word, ...], auxiliary: int) -> int:
    """The main verb behind an auxiliary: "have been [released]", also in quotation marks: 'were
    "[removed]"'; the auxiliary itself if none."""
    for i in range(auxiliary + 1, min(len(words), auxiliary + 5)):
        if words[i].tag is Tag.VERB:
            return i
        if words[i].tag not in (Tag.AUXILIARY, Tag.ADVERB, Tag.QUOTE):
            break
    return auxiliary


def _followed_by_verb(words: tuple[Word, ...], auxiliary: int) -> bool:
    """Whether an auxiliary has a main verb behind it."""
    return _lexical(words, auxiliary) != auxiliary


def is_passive(words: tuple[Word, ...], verb: int) -> bool:
    """Whether a verb is passive, a participle behind a form of be: "were arrested", "has been
    killed", "was 75 percent repaired"."""
    if words[verb].lower.endswith("ing") or words[verb].lower == words[verb].lemma + "s":
        return False
    at = verb - 1
    while at >= 0 and (words[at].tag in _DEGREE or words[at].lower in _PERCENT):
        at -= 1
    return at >= 0 and words[at].lower in (
        "is", "are", "was", "were", "be", "been", "being", "get", "got",
    )  # fmt: skip


def _headline_passive(words: tuple[Word, ...], verb: int) -> bool:
    """Whether a verb of a headline is passive, a participle without an object: "13 shot at party",
    "five people injured"."""
    word = words[verb]
    if word.lower == word.lemma + "s" or word.lower.endswith("ing"):
        return False
    if not word.lower.endswith("ed") and word.lower not in _PAST_PARTICIPLES:
        return False
    follower = words[verb + 1] if verb + 1 < len(words) else None
    return follower is None or follower.tag in (
        Tag.BREAK, Tag.PREPOSITION, Tag.CONJUNCTION, Tag.ADVERB, Tag.SUBORDINATOR,
    )  # fmt: skip


def _main_verb(sentence: ParsedSentence, where: range) -> int | None:
    """The first verb of a stretch of words, behind its auxiliaries, before that of a clause about a
    part; `None` where it has none."""
    first = sentence.main_verb_in(where)
    if first is None:
        verbs = sentence.verbs()
        at = bisect_left(verbs, where.start)
        if at == len(verbs) or verbs[at] not in where:
            return None
        first = verbs[at]
    return first if sentence.words[first].tag is Tag.VERB else _lexical(sentence.words, first)
