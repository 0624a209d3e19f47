"""What stands around a figure and changes what it commits to: "about", "more than", "or so"."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.models import Side
from factcheck.quantities.lexicon import QuantityLexicon
from factcheck.text.tokens import Tokens

_MOST_HEDGES = 3
_OPPOSITE = {"over": "most", "least": "under"}
_VERBS = {"near": "below", "reach": None}  # what verbs do to their figure, unless they are negated


@dataclass(frozen=True, slots=True)
class Hedge:
    """The effects of the hedges around a figure."""

    approximate: bool = False
    side: Side | None = None
    bound: str | None = None


def before(tokens: Tokens, first: int, lexicon: QuantityLexicon) -> tuple[int, tuple[str, ...]]:
    """The index at which the hedges in front of token `first` begin, and their effects, the nearest
    first."""
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
    """The index of the hedge right in front of a token, and its effect; `None` without one."""
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
            if begin < 0 or tuple(tokens.words[begin:index]) != words:
                continue
            said = _in_scope(tokens, begin, index, effect, lexicon)
            if said is not None and _fits(tokens, begin, index, effect, lexicon):
                return begin, said
        if tokens.word(index - 1) not in lexicon.skipped:
            return None  # so is "of": "some of the 32" says nothing of how many the 32 are
        index -= 1
    return None


def _fits(tokens: Tokens, begin: int, index: int, effect: str, lexicon: QuantityLexicon) -> bool:
    """Whether the words are used as a hedge here: "passed 200", but not "over the past two
    years"."""
    if effect in {"over", "under"} and lexicon.fit("bound_not_passed", tokens, begin, index):
        return False  # "was unable to slip below 8 percent"
    if tokens.words[begin:index] == ["up", "to"] and lexicon.fit("climbs", tokens, begin, index):
        return False  # "inched back up to 4.8 percent"
    if lexicon.fit("compared_with_then", tokens, index - 1, index):
        return False  # "higher than three years ago"
    moves = tokens.words[begin] == "past" or "MARKING" in tokens.classes[begin]
    if moves and not (
        lexicon.fit("a_mark", tokens, begin, index)
        or lexicon.fit("of_a_number", tokens, begin, index)
    ):
        return False  # "crossed 12 borders"
    return lexicon.fit("no_hedge", tokens, begin, index) is None


def _in_scope(
    tokens: Tokens, begin: int, index: int, effect: str, lexicon: QuantityLexicon
) -> str | None:
    """The effect of a hedge, a bound reversed under a negation of its clause: "may not hold more
    than 90", "did not reach 500"; `None` for a verb that does nothing to its figure."""
    if effect in _VERBS:
        missed = lexicon.fit("negated_verb", tokens, begin, index) or lexicon.fit(
            "bound_not_passed", tokens, begin, index
        )
        return "under" if missed else _VERBS[effect]
    turns = effect in _OPPOSITE and "SETTLED_BOUNDS" not in tokens.classes[begin]
    turned = turns and lexicon.fit("negated_bound", tokens, begin, index)
    return _OPPOSITE[effect] if turned else effect


def after(tokens: Tokens, end: int, lexicon: QuantityLexicon) -> tuple[int, str] | None:
    """The end of the hedge behind token `end`, and its effect, "or so", "or more", "-plus", "+";
    `None` without one."""
    index = end
    if tokens.words[index] == "-" and "TIED_TO_FIGURES" in tokens.classes[index + 1]:
        index += 1
    for words, effect in lexicon.hedges_after.get(tokens.words[index], ()):
        if tuple(tokens.words[index : index + len(words)]) == words:
            behind = index + len(words)
            if tokens.digits(behind):
                return None  # "under 20 or over 80 square metres"
            if lexicon.fit("no_hedge_behind", tokens, end - 1, end):
                return None  # "the 3 maximum penalties", "12 plus two reserves"
            return behind, effect
    return None


def combined(effects: tuple[str, ...]) -> Hedge:
    """One hedge with all the effects. The outermost bound decides."""
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
