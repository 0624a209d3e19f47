"""Outcomes that one figure counts together: "40 killed or wounded", "300 dead and missing"."""

from __future__ import annotations

from factcheck.clauses.lexicon import ClauseLexicon
from factcheck.clauses.predicate import Predicate
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.tagging import Tag, Word

_CONJUNCTIONS = ("and", "or")
_BETWEEN = (Tag.ADVERB, Tag.AUXILIARY)  # "killed or [seriously] wounded", "died or [were] hurt"
_MOST_BETWEEN = 2
_DEATH = "die"
_OR = " or "


def joint_outcome(
    sentence: ParsedSentence, mention: range, verb: Predicate, lexicon: ClauseLexicon
) -> str | None:
    """The outcomes that share a figure, of which each person has one only, as one predicate:
    "die or injure"; `None` where it has fewer than two of its own. Of "12 killed and 30 wounded"
    each figure has one, and who was "shot and killed" died."""
    words = sentence.words
    places = [mention.stop - 1, mention.stop]  # "40 dead and missing", "left 40 people dead and"
    if verb.at is not None:
        places += verb.at, verb.at + 1  # "were killed or", "are dead or"
    for at in places:
        one = _outcome(words[at], lexicon) if at < len(words) else None
        if one is None:
            continue
        for other in (_behind(words, at, lexicon), _before(words, at, lexicon)):
            if other is not None and other != one:
                return _OR.join(sorted((one, other)))
    return None


def outcomes_of(predicate: str, lexicon: ClauseLexicon) -> frozenset[str]:
    """The outcomes that a predicate states, one or several: "die" for "kill", "die" and "injure"
    for "die or injure"; none for another verb."""
    known = lexicon.exclusive_outcomes
    return frozenset(known[verb] for verb in predicate.split(_OR) if verb in known)


def ends_in_death(sentence: ParsedSentence, verb: Predicate, lexicon: ClauseLexicon) -> bool:
    """Whether those to whom a verb was done also died, by a verb joined to it: "two men were shot
    [and killed]"."""
    if verb.at is None or _outcome(sentence.words[verb.at], lexicon) is not None:
        return False
    return _behind(sentence.words, verb.at, lexicon) == _DEATH


def _behind(words: tuple[Word, ...], at: int, lexicon: ClauseLexicon) -> str | None:
    """The outcome that is joined to the one at an index, behind it: "killed [or wounded]". It has
    no object or figure of its own: "killed 12 [and injured others]"."""
    if at + 2 >= len(words) or words[at + 1].lower not in _CONJUNCTIONS:
        return None
    behind = at + 2
    last = min(behind + _MOST_BETWEEN, len(words) - 1)
    while behind < last and words[behind].tag in _BETWEEN and not _outcome(words[behind], lexicon):
        behind += 1
    following = words[behind + 1 : behind + 2]
    if following and following[0].tag in (Tag.NOUN, Tag.NUMBER, Tag.DETERMINER):
        return None
    return _outcome(words[behind], lexicon)


def _before(words: tuple[Word, ...], at: int, lexicon: ClauseLexicon) -> str | None:
    """The outcome before the one at an index: "[killed or] wounded 40 people"."""
    if at < 2 or words[at - 1].lower not in _CONJUNCTIONS:
        return None
    return _outcome(words[at - 2], lexicon)


def _outcome(word: Word, lexicon: ClauseLexicon) -> str | None:
    """The outcome that a word states, by the verb that stands for it; `None` for another word."""
    lemma = lexicon.states.get(word.lower, word.lemma)
    return lexicon.exclusive_outcomes.get(lemma)
