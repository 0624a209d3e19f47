"""Signs of units behind digits: letters that may be something else, and marks that quote."""

from __future__ import annotations

from factcheck.quantities.lexicon import MeasureUnit, QuantityLexicon
from factcheck.text.phrases import counted_phrase
from factcheck.text.tokens import Tokens

_NEAR = 16
_PARAGRAPH = 600


def fits(tokens: Tokens, index: int, end: int, lexicon: QuantityLexicon) -> bool:
    """Whether the sign from token `index` to `end` can be the unit of the figure before it. One
    letter can only where it touches the figure or stands alone: "5m", "5 m wide"."""
    raw = tokens.raw(index)
    if len(raw) > 1 or not raw.isalpha() or not raw.isascii() or tokens.touches(index):
        return True
    if _has_slash(tokens, end):
        return True
    # "It hit 40 C." ends a sentence; "40 C-130 planes" and "4 F. Lanz prints" are no degrees.
    last = end == tokens.size - 1 or tokens.words[end] in {",", ";", ")"}
    return "LONE_SIGNS" in tokens.classes[index] and (last or not tokens.touches(end))


def in_context(tokens: Tokens, index: int, lexicon: QuantityLexicon) -> MeasureUnit | None:
    """The unit of a sign that is one only beside certain words: "a charge of 5 C"."""
    meanings = lexicon.in_context.get(tokens.raw(index))
    if meanings is None or (tokens.words[index + 1] == "." and index + 2 < tokens.size):
        return None  # "40 C. Diaz prints"
    if _has_slash(tokens, index + 1):
        return meanings[0][1]  # "5 A/cm2"
    near = tokens.words[max(0, index - _NEAR) : index + _NEAR]
    return next((unit for words, unit in meanings if not words.isdisjoint(near)), None)


def priced(tokens: Tokens, index: int, lexicon: QuantityLexicon) -> bool:
    """Whether a word of prices stands near: "a fare of R5", but "an R2 unit"."""
    near = tokens.words[max(0, index - _NEAR) : index + _NEAR]
    return not lexicon.price_words.isdisjoint(near)


def _has_slash(tokens: Tokens, index: int) -> bool:
    """Whether a slash joins a sign to the next one: "5 m/s2"."""
    return tokens.words[index] == "/" and tokens.touches(index) and tokens.touches(index + 1)


def mark(tokens: Tokens, index: int, lexicon: QuantityLexicon) -> tuple[MeasureUnit, int] | None:
    """The unit of a mark or word for feet or inches, and its end: 24" long, a 24" screen, 6' tall,
    30in, 12 in. of snow. The marks are quotation marks too, and "in" is a preposition."""
    word, after = tokens.words[index], tokens.words[index + 1]
    if word == "in":
        stop = after == "."
        of = tokens.words[index + 1 + stop] == "of"
        if not (tokens.touches(index) or of):
            return None  # "30in", "12 in of snow", "12 in. of snow"
        return lexicon.sized["inch"], index + 1 + (stop and of)
    name = {'"': "inch", "'": "foot"}.get(word)
    if name is None or not tokens.touches(index):
        return None
    if name == "foot" and tokens.digits(index + 1) and tokens.words[index + 2] == '"':
        return lexicon.sized[name], index + 1  # 6'2"
    if tokens.touches(index + 1):
        return None
    if "EXTENTS" in tokens.classes[index + 1] or (
        name == "inch" and _measures_a_noun(tokens, index, lexicon)
    ):
        return lexicon.sized[name], index + 1
    return None


def _measures_a_noun(tokens: Tokens, index: int, lexicon: QuantityLexicon) -> bool:
    """Whether a mark of inches is followed by the noun it measures, and is no end of a quotation: a
    24" screen; not "We won 24" quoted of a coach, nor "I have 24" before "he said"."""
    if counted_phrase(tokens, index + 1, plural=False) is None or tokens.capital(index + 1):
        return False
    here = tokens.starts[index]
    opened = tokens.text.count('"', max(0, here - _PARAGRAPH), here)
    said = any("SAID" in classes for classes in tokens.classes[index + 1 : index + 4])
    return opened % 2 == 0 and not said
