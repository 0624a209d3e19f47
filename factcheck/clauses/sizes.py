"""Verbs that only give a noun its figure: "put the cost at $2 million", "totals", "rose to"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factcheck.clauses.arguments import nouns_before, object_of, phrase_from, subject_of
from factcheck.clauses.lexicon import ClauseLexicon
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.tagging import Tag, Word
from factcheck.lexicon import Lexicon, load
from factcheck.models import Span

_FURTHEST = 16  # words between an appraising verb and its figure
_BETWEEN = (Tag.ADVERB, Tag.DETERMINER)
_ENDS_CLAUSE = (Tag.BREAK, Tag.SUBORDINATOR, Tag.AUXILIARY)


class _Verbs(Lexicon):
    """A list of verbs in `sizes.toml`."""

    verbs: frozenset[str]


class _Sizes(Lexicon):
    """The shape of `sizes.toml`."""

    appraised_at: frozenset[str]
    appraised_as: frozenset[str]
    kept_at: frozenset[str]
    worth: frozenset[str]
    held: frozenset[str]
    shared: frozenset[str]
    composing: frozenset[str]
    implied: frozenset[str]
    measures: dict[str, tuple[str, ...]]
    levels: dict[str, tuple[str, ...]]
    changes: _Verbs
    differences: dict[str, str]
    named: dict[str, str]


@dataclass(frozen=True, slots=True)
class Size:
    """The word that gives a figure to a noun (its index and the base form of its verb), and the
    span of that noun; `states_change` says that the word is itself the event ("a rise of 8%")."""

    verb: int
    lemma: str
    of: Span | None
    states_change: bool = False


@cache
def _lexicon(language: str) -> _Sizes:
    data: _Sizes = load("sizes", _Sizes, language)
    return data


def size(
    sentence: ParsedSentence,
    mention: range,
    lexicon: ClauseLexicon,
    *,
    count: bool,
    things: bool,
    language: str = "en",
) -> Size | None:
    """Find the verb or noun that only gives the figure at `mention` to what it measures; `None`
    without one.

    `count` says that the figure is a number without a unit, `things` that the counted noun stands
    behind it and names no people: "placed guards at 40 gates" is an act, "put the crowd at 3,000
    people" is none.
    """
    words, known = sentence.words, _lexicon(language)
    end = mention.start
    while end > 0 and words[end - 1].tag in _BETWEEN:
        end -= 1
    if end == 0:
        return None
    lead = words[end - 1].lower
    verb = None
    if not things and lead in ("at", "as"):
        at = known.appraised_at if count else known.appraised_at | known.kept_at
        verb = _verb_of(sentence, end - 1, known.appraised_as if lead == "as" else at)
    if verb is None and lead in ("to", "from"):
        verb = _verb_of(sentence, end - 1, known.changes.verbs)
        if verb is not None and things and object_of(sentence, verb, end - 1) is not None:
            return None  # "moved families to 40 shelters"
    if verb is not None:
        return Size(verb, words[verb].lemma, changed(sentence, verb, end - 1, lexicon))
    verb = _measuring(sentence, end, known.measures if things else _all_levels(known))
    if verb is not None:
        return Size(verb, words[verb].lemma, subject_of(sentence, verb, lexicon))
    return _difference(sentence, mention, end, known, lexicon)


def _difference(
    sentence: ParsedSentence, mention: range, end: int, known: _Sizes, lexicon: ClauseLexicon
) -> Size | None:
    """A change stated by a noun: "a [rise] of 8 percent in fares", "an 8 percent [rise] in fares",
    or by a word before the figure: "fares were [up] 8 percent"."""
    words = sentence.words
    last, stop = words[mention.stop - 1 : mention.stop], mention.stop
    if words[end - 1].lower in ("up", "down") and end > 1 and words[end - 2].lemma == "be":
        verb = known.differences[words[end - 1].lower]
        return Size(end - 2, verb, subject_of(sentence, end - 2, lexicon), states_change=True)
    if words[end - 1].lower == "of" and end > 1:
        noun = end - 2
    elif last and last[0].lemma in known.differences:  # "an 8 percent rise" may be one mention
        noun = stop - 1
    else:
        noun, stop = stop, stop + 1
    found = known.differences.get(words[noun].lemma) if noun < len(words) else None
    if found is None or words[noun].tag is not Tag.NOUN:
        return None
    if stop >= len(words) or words[stop].lower not in ("in", "of", "to"):
        return None
    return Size(noun, found, phrase_from(sentence, stop + 1), states_change=True)


def is_worth(lemma: str, language: str = "en") -> bool:
    """Whether the subject of a verb is what a sum of money measures: "the pier cost $2 million"."""
    return lemma in _lexicon(language).worth


def is_shared(lemma: str | None, language: str = "en") -> bool:
    """Whether the subject of a verb holds the share: "[Ada Ruse] won 63 percent of the vote"."""
    return lemma in _lexicon(language).shared


def is_composing(lemma: str | None, language: str = "en") -> bool:
    """Whether a verb only links a share with its holder: "women [make up] 30 percent of the
    staff"."""
    return lemma in _lexicon(language).composing


def named_by(lemma: str | None, language: str = "en") -> str | None:
    """The noun for the object of a verb of gain or loss: who "lost $2 million" has a loss of $2
    million."""
    return None if lemma is None else _lexicon(language).named.get(lemma)


def verb_of_noun(noun: str, language: str = "en") -> str | None:
    """The verb of a noun that a sum is stated with: "a loss of $2 million" is that $2 million was
    lost."""
    named = _lexicon(language).named
    return next((verb for verb, own in named.items() if own == noun), None)


def is_implied(noun: str, language: str = "en") -> bool:
    """Whether a noun repeats what the unit of a measure says: the speed of 60 mph."""
    return noun in _lexicon(language).implied


def is_held(noun: str | None, language: str = "en") -> bool:
    """Whether somebody holds what is counted: votes, seats."""
    return noun in _lexicon(language).held


def changed(sentence: ParsedSentence, verb: int, stop: int, lexicon: ClauseLexicon) -> Span | None:
    """The noun phrase that a verb gives a figure or changes by it: its object, without one its
    subject.

    "the bank cut [its rate] by 2 percent"; "[the rate] fell by 2 percent"; "was cut by".
    """
    words = sentence.words
    before = words[verb - 1] if verb else None
    if words[verb].lower.endswith(("ed", "t", "n")) and before is not None:
        if before.tag is Tag.NOUN and _has_verb_before(sentence, verb):
            return nouns_before(words, verb)  # "stole [paintings] valued at $2 million"
        if before.lower == "," and verb > 1 and words[verb - 2].tag is Tag.NOUN:
            return nouns_before(words, verb - 1)  # "[the deficit], estimated at $2 million,"
    return object_of(sentence, verb, stop) or subject_of(sentence, verb, lexicon)


def _all_levels(known: _Sizes) -> dict[str, tuple[str, ...]]:
    """The verbs that give a level, those of measuring among them."""
    return {**known.levels, **known.measures}


def _verb_of(sentence: ParsedSentence, stop: int, verbs: frozenset[str]) -> int | None:
    """The index of the nearest of `verbs` before the preposition at `stop`, in its clause. At most
    an object stands between them, whose nouns may look like verbs ("put the damage to shops and bus
    stops at")."""
    words = sentence.words
    for i in range(stop - 1, max(-1, stop - _FURTHEST), -1):
        word = words[i]
        if word.tag is Tag.VERB and word.lemma in verbs:
            return i
        if word.tag in _ENDS_CLAUSE or (word.tag is Tag.VERB and not _like_noun(word)):
            return None
    return None


def _like_noun(word: Word) -> bool:
    """Whether a verb form may be a noun: "stops", "work"."""
    return word.lower in (word.lemma, word.lemma + "s", word.lemma + "es")


def _measuring(
    sentence: ParsedSentence, stop: int, verbs: dict[str, tuple[str, ...]]
) -> int | None:
    """The index of the measuring verb before a figure with nothing but its own particles
    between."""
    words = sentence.words
    particles: list[str] = []
    i = stop - 1
    while i >= 0 and words[i].tag in (Tag.PREPOSITION, Tag.ADVERB) and len(particles) < 3:
        if words[i].tag is Tag.PREPOSITION:
            particles.insert(0, words[i].lower)
        i -= 1
    if i < 0 or words[i].tag is not Tag.VERB:
        return None
    return i if " ".join(particles) in verbs.get(words[i].lemma, ()) else None


def _has_verb_before(sentence: ParsedSentence, verb: int) -> bool:
    """Whether the segment of a verb has another verb or auxiliary before it."""
    segment = sentence.segment(verb)
    tags = {word.tag for word in sentence.words[segment.start : verb - 1]}
    return not tags.isdisjoint({Tag.VERB, Tag.AUXILIARY})
