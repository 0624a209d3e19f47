"""What stands around a figure and changes what it commits to: "about", "more than", "or so"."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.models import Side
from factcheck.quantities.lexicon import QuantityLexicon
from factcheck.text.inflection import singular, verb_forms
from factcheck.text.tokens import Tokens

_MOST_HEDGES = 3
_SCOPE = 12
_FAILURE = 3  # words: "unable to slip below", "failed to get above"
_OPPOSITE = {"over": "most", "least": "under", "under": "least", "most": "over"}


@dataclass(frozen=True, slots=True)
class Hedge:
    """The effects of the hedges around a figure."""

    approximate: bool = False
    side: Side | None = None
    bound: str | None = None


def before(tokens: Tokens, first: int, lexicon: QuantityLexicon) -> tuple[int, tuple[str, ...]]:
    """Where the hedges in front of token `first` begin, and their effects, the nearest first."""
    effects: list[str] = []
    start = first
    for _ in range(_MOST_HEDGES):
        found = _one_before(tokens, start, lexicon)
        if found is None:
            break
        start, effect = found
        effects.append(effect)
        if tokens.words[start] == "within" or tokens.word(start - 1) == "the":
            break  # "passed within 200 miles", "less than the more than $30 it was before"
    return start, tuple(effects)


def _one_before(tokens: Tokens, first: int, lexicon: QuantityLexicon) -> tuple[int, str] | None:
    index = first
    if (
        tokens.word(index - 1) == "-"
        and tokens.touches(index)
        and tokens.word(index - 2) in lexicon.contexts.prefixes
    ):
        index -= 1  # "sub-500 sq m offices"
    for _ in range(3):
        for words, effect in lexicon.hedges_before.get(tokens.word(index - 1), ()):
            begin = index - len(words)
            if (
                begin >= 0
                and tuple(tokens.words[begin:index]) == words
                and _fits(tokens, begin, index, effect, lexicon)
            ):
                return begin, _in_scope(tokens, begin, effect, lexicon)
        if tokens.word(index - 1) not in lexicon.skipped:
            return None  # so is "of": "some of the 32" says nothing of how many the 32 are
        index -= 1
    return None


def _fits(tokens: Tokens, begin: int, index: int, effect: str, lexicon: QuantityLexicon) -> bool:
    """Whether the words are a hedge here: "passed 200" is, "over the past two years" is not."""
    word = tokens.words[begin]
    if tokens.words[begin - 1] == "-" and tokens.touches(begin):
        return False  # "a 7-under 65"
    if index - begin == 1 and _particle(tokens, begin, lexicon):
        return False
    if effect in {"over", "under"} and not lexicon.cues.failures.isdisjoint(
        tokens.words[max(0, begin - _FAILURE) : begin]
    ):
        return False  # "was unable to slip below 8 percent"
    if tokens.words[begin:index] == ["up", "to"]:
        return not _climbs(tokens, begin, lexicon)
    if index - begin > 1:
        return True
    if tokens.words[index] == "the":
        return word not in lexicon.cues.loose_bounds
    if word in lexicon.cues.bounds_or_places:
        return (
            tokens.words[index] not in lexicon.cues.after_bound_article
            or tokens.words[index + 1] in lexicon.numerals.magnitudes
            or tokens.words[index + 1] in lexicon.unit_words
            or tokens.words[index + 1] in lexicon.cues.article_figures
        )
    return True


def _particle(tokens: Tokens, begin: int, lexicon: QuantityLexicon) -> bool:
    """Whether "over" or "about" belongs to the verb or noun before it: "turn over $50,000", "pass
    over two plants", "lying about $3 million", "a row over two books"."""
    governors = lexicon.cues.verbs_with.get(tokens.words[begin], ())
    at = begin - 1 - tokens.word(begin - 1).endswith("ly")  # "pass directly over two plants"
    word = tokens.word(at)
    if verb_forms().get(word) in governors:
        return True
    if singular(word) not in lexicon.cues.nouns_with.get(tokens.words[begin], ()):
        return False
    # "They control over 40 percent", "the blast claims about 40 lives": these are verbs.
    particle = at == 0 or tokens.word(at - 1) in lexicon.cues.before_a_noun
    return particle or word not in verb_forms()


def _climbs(tokens: Tokens, begin: int, lexicon: QuantityLexicon) -> bool:
    """Whether "up to" is where something climbed: "inched back up to 4.8 percent"; not "buy back
    up to $40 million"."""
    word = tokens.word(begin - 1)
    if verb_forms().get(tokens.word(begin - 2)) in lexicon.cues.phrasal.get(word, ()):
        return False
    return word in lexicon.cues.climbing or word in lexicon.changes


def _in_scope(tokens: Tokens, begin: int, effect: str, lexicon: QuantityLexicon) -> str:
    """A bound under a negation of its clause is its opposite: "may not hold more than 90"."""
    if effect not in {"over", "least"} or tokens.words[begin] in lexicon.cues.settled_bounds:
        return effect
    for index in range(begin - 1, max(-1, begin - _SCOPE), -1):
        word = tokens.words[index]
        if word in lexicon.clause_openers or not (word[:1].isalpha() or word == "'"):
            return effect
        if word in lexicon.negations:
            return _OPPOSITE[effect]
    return effect


def after(tokens: Tokens, end: int, lexicon: QuantityLexicon) -> tuple[int, str] | None:
    """Where the hedge behind token `end` ends, and its effect: "or so", "or more", "-plus", "+"."""
    index = end
    if tokens.words[index] == "-" and tokens.words[index + 1] in lexicon.cues.tied_to_figures:
        index += 1
    for words, effect in lexicon.hedges_after.get(tokens.words[index], ()):
        if tuple(tokens.words[index : index + len(words)]) == words:
            if words[0] in lexicon.cues.after_hedge_words and tokens.words[index + 1][:1].isalnum():
                return None
            if (
                words == ("plus",)
                and index == end
                and (
                    tokens.words[index + 1] in lexicon.cues.after_plus
                    or tokens.digits(index + 2)  # "€60m plus €10m in add-ons"
                )
            ):
                return None
            if words == ("and", "up") and tokens.words[index + 2] == "to":
                return None  # "between 3 and up to 5"
            if words == ("and", "more") and tokens.words[index + 2][:1].isalpha():
                return None
            if tokens.digits(index + len(words)):
                return None  # "under 20 or over 80 square metres"
            return index + len(words), effect
    return None


def combined(effects: tuple[str, ...]) -> Hedge:
    """One hedge of all the effects, the outermost bound deciding."""
    approximate, side, bound = False, None, None
    for effect in effects:
        if effect in {"around", "below", "above"}:
            approximate = True
            side = (
                {"around": Side.AROUND, "below": Side.BELOW, "above": Side.ABOVE}[effect]
                if side is None
                else side
            )
        else:
            bound = effect
    return Hedge(approximate, side, bound)
