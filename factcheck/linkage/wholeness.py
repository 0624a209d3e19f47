"""What a stretch of a sentence lacks of a clause that stands alone: its verb, who does it, his
name, what is said, who says "I", or the end of a clause that it opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from factcheck.clauses.lexicon import clause_lexicon
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.tagging import Tag, Word
from factcheck.linkage.pronouns import PERSONAL, name_before
from factcheck.linkage.stretches import (
    content_places,
    first_person_places,
    is_content_word,
    is_finite,
    is_personal,
    is_pronoun,
    subject_places,
    verb_places,
)
from factcheck.models import Article, Claim, Part, Span

# Penalties, counted in words as in `gapped`: without a verb, who does it, or his name (less where
# it can be added); where nothing is said or counted, and where the clause runs on into the next.
_NO_VERB, _NO_SUBJECT, _PRONOUN, _NAMED, _NOTHING_SAID = 7, 6, 5, 4, 10
_RUNS_ON, _NOTHING_COUNTED = 6, 9

COUNTING = ("count", "percent")  # the kinds that may be of anything
_OPENS_CLAUSE = frozenset({"that", "which", "who", "when", "where", "while", "because"})
_NOMINAL = (Tag.NOUN, Tag.NUMBER, Tag.DETERMINER, Tag.PREPOSITION, Tag.ADVERB)


@dataclass(frozen=True, slots=True)
class Source:
    """A claim in its sentence: the words of its answer there, and of all that it counts."""

    claim: Claim
    article: Article
    text: str
    sentence: ParsedSentence
    gap: Span
    answer: range
    counted: range

    def lemmas(self) -> frozenset[str]:
        """The base forms of the content words."""
        return self.sentence.once(_lemmas)


def _lemmas(sentence: ParsedSentence) -> frozenset[str]:
    return frozenset(sentence.words[at].lemma for at in sentence.once(content_places))


def least_penalty(source: Source) -> int:
    """The penalty of every stretch of a sentence without a verb; 0 where it has one."""
    verbs, answer, counted = source.sentence.once(verb_places), source.answer, source.counted
    has_verb = any(at not in answer and at not in counted for at in verbs)
    return 0 if has_verb or source.claim.part is Part.TITLE else _NO_VERB


def clause_penalty(source: Source, kept: Sequence[int]) -> int:
    """The penalty of a stretch that is no whole clause: without its verb, its subject, or what is
    said."""
    words, titled = source.sentence.words, source.claim.part is Part.TITLE
    day = source.claim.quantity is None
    others, finite = (
        [at for at in kept if at not in source.answer],
        source.sentence.once(verb_places),
    )
    verbs = [at for at in others if at in finite and at not in source.counted]
    if not verbs or verbs[-1] < _opened(source, kept) or (not day and _cuts_verb(source, kept)):
        return 0 if titled else _NO_VERB
    penalty = _without_doer(source, others, verbs)
    said = [at for at in others if at not in source.counted]
    penalty += _RUNS_ON * _runs_on(source, kept)
    penalty += _NOTHING_COUNTED * _counts_nothing(source, kept)
    return penalty + _NOTHING_SAID * _says_nothing(words, verbs, said)


def _without_doer(source: Source, others: Sequence[int], verbs: Sequence[int]) -> int:
    """The penalty of a stretch that does not say whose act it is."""
    words, titled = source.sentence.words, source.claim.part is Part.TITLE
    if not source.sentence.once(first_person_places).isdisjoint(others):
        return _PRONOUN * (not names_speaker(words, others))
    ahead = [words[at] for at in others if at < verbs[0] and words[at].tag is not Tag.QUOTE]
    doers = [word for word in reversed(ahead) if word.tag is not Tag.ADVERB] or ahead
    stands = [word for word in ahead[:1] if is_pronoun(word)]
    stands += [word for word in doers[:1] if is_personal(word)]
    if stands:  # "[she] left", "the next day, [she] left"
        named = stands[0].lower in PERSONAL and name_before(source.article, source.claim)
        return _NAMED if named else _PRONOUN
    counted = source.claim.quantity is not None and source.answer.start < verbs[0]
    if not counted and source.sentence.once(subject_places).isdisjoint(
        at for at in others if at < verbs[-1]
    ):
        return _PRONOUN if any(map(is_pronoun, ahead)) else 0 if titled else _NO_SUBJECT
    return 0


def names_speaker(words: Sequence[Word], kept: Sequence[int]) -> bool:
    """Whether words tell who says them, behind what is quoted: "“I left on Monday,” [Roe said]"."""
    closing = [at for at in kept if at > kept[0] and words[at].tag is Tag.QUOTE]
    return bool(closing) and any(at > closing[-1] and is_finite(words, at) for at in kept)


def _opened(source: Source, kept: Sequence[int]) -> int:
    """The last word that a clause with a verb is to follow: "said [that] by Monday the bridge was
    open", "heard on Monday [that] the mayor"; before a day also "[and], on Monday, left". -1 where
    none is."""
    words, day = source.sentence.words, source.claim.quantity is None
    opens = _OPENS_CLAUSE | {"and", "but"} if day else _OPENS_CLAUSE
    ahead = [at for at in kept if at < source.answer.start and words[at].lower in opens]
    behind = [
        at
        for at in kept
        if at >= source.answer.stop
        and words[at].tag is not Tag.DETERMINER
        and words[at].lower in _OPENS_CLAUSE
    ]
    return max((*ahead, *behind), default=-1)


def _counts_nothing(source: Source, kept: Sequence[int]) -> bool:
    """Whether a stretch opens with a bare figure and so without the noun that it is of: "[he made
    seven bombs,] ___ that went off"."""
    claim = source.claim
    bare = claim.kind in COUNTING and claim.subject is None
    return bare and source.answer.start - 1 not in kept


def _runs_on(source: Source, kept: Sequence[int]) -> bool:
    """Whether a clause that has lost its "before" or "when" is followed by the one it led to:
    "[before] Roe fell ill, he ran ___"."""
    words, start = source.sentence.words, kept[0]
    led = start > 0 and words[start - 1].tag is Tag.SUBORDINATOR
    ahead = range(start, source.answer.start)
    return led and words[start - 1].lower != "that" and any(words[a].lower == "," for a in ahead)


def _cuts_verb(source: Source, kept: Sequence[int]) -> bool:
    """Whether words end before the verb whose subject is in the gap: "said ___ fans [from the
    north died]"."""
    words = source.sentence.words
    behind = range(max(source.counted.stop, source.answer.stop), len(words))
    nominal = sum(1 for _ in takewhile(lambda at: words[at].tag in _NOMINAL, behind))
    verb = behind.start + nominal
    return kept[-1] < verb < len(words) and is_finite(words, verb)


def _says_nothing(words: Sequence[Word], acts: Sequence[int], kept: Sequence[int]) -> bool:
    """Whether words report that somebody said something, but not what: "police said ___"."""
    lexicon = clause_lexicon()
    reporting = lexicon.reporting - lexicon.finding
    says = [at for at in kept if words[at].tag is Tag.VERB and words[at].lemma in reporting]
    if not says or len(acts) > len(says):
        return False
    behind = (words[at] for at in kept if at > says[-1])
    what = takewhile(lambda word: word.tag is not Tag.PREPOSITION, behind)
    return words[says[-1]].lemma in lexicon.to_hearers or not any(map(is_content_word, what))
