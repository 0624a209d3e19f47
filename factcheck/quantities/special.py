"""Figures of a sort of their own: ranks, scores and votes, magnitudes of quakes and storms."""

from __future__ import annotations

from decimal import Decimal

from factcheck.models import Dimension
from factcheck.quantities.amounts import Amount, Form, is_whole
from factcheck.quantities.lexicon import MeasureUnit, QuantityLexicon
from factcheck.quantities.parsed import ParsedQuantity
from factcheck.text.phrases import Phrase, counted_phrase
from factcheck.text.tokens import Tokens

_STRONGEST = Decimal(10)


def rank(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> list[ParsedQuantity]:
    """The quantity of an ordinal that ranks, or none: "the world's fourth-largest", "the second one
    to hit"."""
    index = amount.end + (tokens.words[amount.end] == "-")
    word, classes = tokens.words[index], tokens.classes[index]
    by_ending = "IN_EST" in classes and "NOT_SUPERLATIVES" not in classes and len(word) > 4
    superlative = by_ending or "SUPERLATIVES" in classes
    behind = counted_phrase(tokens, amount.end, plural=False)
    if not (
        superlative
        or _unique(tokens, amount, lexicon)
        or _in_a_series(tokens, amount, behind, lexicon)
    ):
        return []
    end = index + 1 if superlative else amount.end
    if "MOST_OR_LEAST" in classes:
        end += 1
    phrase = counted_phrase(tokens, end, plural=False)
    parsed = ParsedQuantity(
        amount.first,
        end,
        (amount.first, amount.end),
        amount.value,
        amount.value,
        Form.ORDINAL,
        "rank",
    )
    parsed.dimension = Dimension.ORDINAL
    if phrase is not None:
        parsed.subject, parsed.end = (phrase.first, phrase.end), phrase.end
    return [parsed]


def _in_a_series(
    tokens: Tokens, amount: Amount, phrase: Phrase | None, lexicon: QuantityLexicon
) -> bool:
    """Whether an ordinal numbers what has happened so far: "the third crash since December", "the
    fourth person diagnosed", "its second recall in six months"; not "the third quarter"."""
    if amount.value < 2:
        return False
    if lexicon.fit("diagnosed", tokens, amount.first, amount.end):
        return True  # "the fourth diagnosed in the country"
    if phrase is None or tokens.words[phrase.head] in lexicon.unit_words:
        return False
    if lexicon.fit("one_more", tokens, amount.first, amount.end):
        return _one_more(tokens, amount, phrase, lexicon)
    return lexicon.fit("in_a_series", tokens, amount.first, phrase.end) is not None


def _one_more(tokens: Tokens, amount: Amount, phrase: Phrase, lexicon: QuantityLexicon) -> bool:
    """Whether "a" or a verb introduces one more of a sort: "a fifth guard is on the run", so there
    are five. "The fifth guard" only identifies one; "a second later" and "a second opinion" number
    nothing."""
    if "NO_NOUNS" in tokens.classes[phrase.head]:
        return False
    number, noun = tokens.words[amount.first], tokens.words[phrase.head]
    return f"{number} {noun}" not in lexicon.contexts.idioms


def _unique(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> bool:
    """Whether an ordinal with "the" counts events: "the second quake to hit", "the third time"."""
    first, end = amount.first, amount.end
    ranked = lexicon.fit("ranked", tokens, first, end)
    unique = amount.value >= 2 and lexicon.fit("unique", tokens, first, end)
    return bool(ranked or unique)


def is_score(
    tokens: Tokens,
    left: Amount,
    right: Amount,
    joint: str,
    has_unit: bool,
    lexicon: QuantityLexicon,
) -> bool:
    """Whether two figures are the result of a match or vote: "won 3-1", "134 to 63"; not "150-200
    people"."""
    if has_unit or joint not in {"-", "to"} or not (left.bare and right.bare):
        return False
    if (
        max(left.value, right.value) > 700
        or not is_whole(left.value)
        or not is_whole(right.value)
        or min(left.value, right.value) < 0
    ):
        return False
    if left.value >= right.value:
        contest = lexicon.fit("contest", tokens, left.first, right.end)
        return joint == "-" or (contest is not None and tokens.word(left.first - 1) != "from")
    if joint != "-" or counted_phrase(tokens, right.end) is not None:
        return False
    return lexicon.fit("lower_first", tokens, left.first, right.end) is not None


def score(tokens: Tokens, left: Amount, right: Amount) -> list[ParsedQuantity]:
    """The two figures of a result, each a quantity of its own."""
    made = []
    for amount in (left, right):
        parsed = ParsedQuantity(
            amount.first,
            amount.end,
            (amount.first, amount.end),
            amount.value,
            amount.value,
            amount.form,
            "score",
        )
        parsed.dimension = Dimension.SCORE
        made.append(parsed)
    return made


def magnitude(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> bool:
    """Mark a quantity that is a magnitude, and return whether it is one: "magnitude 6.1", "a 5.6
    quake", "5.6 on the Richter", "Category 3"."""
    quakes = lexicon.contexts.quakes
    if tokens.word(parsed.number[0] - 1) == "category":
        parsed.unit, parsed.rule = MeasureUnit("category", Dimension.MAGNITUDE), "magnitude"
        parsed.dimension = Dimension.MAGNITUDE
        return True
    named = tokens.word(parsed.first - 1 - (tokens.word(parsed.first - 1) == "-")) == "magnitude"
    exact = parsed.form is Form.DIGITS or (parsed.form is Form.WORDS and named)
    if parsed.high >= _STRONGEST or parsed.low < 0 or not exact:
        return False
    if parsed.unit is not None and parsed.unit.name != "degree":
        return False
    words, end = tokens.words, parsed.end
    behind = end + (words[end] == "-" and not tokens.digits(end + 1))
    stated = (
        words[behind] in quakes.after
        or lexicon.fit("magnitude", tokens, parsed.first, end)
        or (
            lexicon.fit("magnitude_put_at", tokens, parsed.first, end)
            and counted_phrase(tokens, end) is None
        )
    )
    if not stated:
        return False
    parsed.unit, parsed.dimension, parsed.rule = None, Dimension.MAGNITUDE, "magnitude"
    if words[behind] in quakes.after:
        phrase = counted_phrase(tokens, behind, plural=False)
        parsed.end = behind + 1 if phrase is None else phrase.end
        noun = behind + (words[behind] == "magnitude")
        if phrase is not None and noun < phrase.end:
            parsed.subject = (noun, phrase.end)
    return True
