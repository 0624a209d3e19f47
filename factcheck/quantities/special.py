"""Figures of a sort of their own: ranks, scores and votes, magnitudes of quakes and storms."""

from __future__ import annotations

from decimal import Decimal

from factcheck.models import Dimension
from factcheck.quantities.amounts import Amount, Form, is_whole
from factcheck.quantities.lexicon import MeasureUnit, QuantityLexicon
from factcheck.quantities.parsed import ParsedQuantity
from factcheck.text.phrases import Phrase, counted_phrase
from factcheck.text.tokens import Tokens

_SCORE_WINDOW = 7
_STRONGEST = Decimal(10)


def rank(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> list[ParsedQuantity]:
    """An ordinal that ranks: "the world's fourth-largest", "the second one to hit"."""
    index = amount.end + (tokens.words[amount.end] == "-")
    word = tokens.words[index]
    superlative = (len(word) > 4 and word.endswith("est")) or word in lexicon.cues.superlatives
    superlative = superlative and not word.endswith(lexicon.cues.not_superlatives)
    behind = counted_phrase(tokens, amount.end, plural=False)
    if not (
        superlative
        or _unique(tokens, amount, lexicon)
        or _in_a_series(tokens, amount, behind, lexicon)
    ):
        return []
    end = index + 1 if superlative else amount.end
    if word in lexicon.cues.most_or_least:
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
    elif tokens.words[amount.end] in lexicon.cues.unique:
        parsed.end = amount.end + 1
    return [parsed]


def _in_a_series(
    tokens: Tokens, amount: Amount, phrase: Phrase | None, lexicon: QuantityLexicon
) -> bool:
    """Whether an ordinal numbers what has happened so far: "the third crash since December", "the
    fourth person diagnosed", "its second recall in six months"; not "the third quarter"."""
    if tokens.words[amount.end] in lexicon.cues.series and tokens.word(amount.first - 1) == "the":
        return amount.value >= 2  # "the fourth diagnosed in the country"
    if amount.value < 2 or phrase is None or tokens.words[phrase.head] in lexicon.unit_words:
        return False
    if tokens.word(amount.first - 1) == "a" or _ascribed(tokens, amount, lexicon):
        return _one_more(tokens, amount, phrase, lexicon)
    after, then = tokens.words[phrase.end : phrase.end + 2]
    if after in lexicon.cues.series or after in lexicon.states:
        return True
    if (after, then) == ("to", "be") or (after == "this" and then in lexicon.unit_words):
        return True
    first = phrase.end + 1 + (tokens.words[phrase.end + 1] in lexicon.cues.before_period)
    number = tokens.digits(first) or tokens.words[first] in lexicon.numerals.cardinals
    return after == "in" and number and tokens.words[first + 1] in lexicon.unit_words


def _ascribed(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> bool:
    """Whether a clause says of its subject that it is one more of a sort: "the blast was the third
    attack", "it marks their second defeat"; "the third attack was" only tells it from others."""
    determiner, verb = tokens.word(amount.first - 1), tokens.word(amount.first - 2)
    return determiner in lexicon.cues.possessives and verb in lexicon.cues.ascribing


def _one_more(tokens: Tokens, amount: Amount, phrase: Phrase, lexicon: QuantityLexicon) -> bool:
    """Whether "a" or a verb brings in one more of a sort: "a fifth guard is on the run", so there
    are five. "The fifth guard" is only told from the others; "a second later" and "a second
    opinion" number nothing."""
    noun = tokens.words[phrase.head]
    number = tokens.words[amount.first]
    return noun not in lexicon.cues.no_nouns and f"{number} {noun}" not in lexicon.contexts.idioms


def _unique(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> bool:
    """Whether the ordinal counts events: "the second quake to hit", "the third time"."""
    before = tokens.word(amount.first - 1)
    if before in lexicon.cues.before_rank and tokens.words[amount.end] in lexicon.cues.after_rank:
        return True
    if before not in lexicon.cues.before_unique or amount.value < 2:
        return False
    if tokens.words[amount.end] == "time" and tokens.words[amount.end + 1] != "out":
        return True
    for index in range(amount.end + 1, amount.end + 4):
        word = tokens.words[index]
        if (
            word == "to"
            and tokens.words[index + 1].isalpha()
            and tokens.words[index + 1] not in lexicon.cues.not_infinitives
        ):
            return before == "the" and not tokens.capital(index + 1)
        if not word.isalpha() or word in lexicon.cues.breaks_rank:
            return False
    return False


def is_score(
    tokens: Tokens,
    left: Amount,
    right: Amount,
    joint: str,
    has_unit: bool,
    lexicon: QuantityLexicon,
) -> bool:
    """Whether two figures are a result: "won 3-1", "134 to 63"; not "150-200 people"."""
    if has_unit or joint not in {"-", "to"} or not (left.bare and right.bare):
        return False
    if (
        max(left.value, right.value) > 700
        or not is_whole(left.value)
        or not is_whole(right.value)
        or min(left.value, right.value) < 0
    ):
        return False
    context = False
    for index in [
        *range(left.first - 1, max(-1, left.first - 1 - _SCORE_WINDOW), -1),
        *range(right.end, right.end + 4),
    ]:
        if tokens.word(index) in lexicon.contexts.sports.verbs:
            context = True
            break
    if left.value >= right.value:
        if joint == "to":
            return context and tokens.word(left.first - 1) != "from"
        return True
    if counted_phrase(tokens, right.end) is not None:
        return False
    if tokens.word(left.first - 1) == "(" and tokens.words[right.end] == ")":
        return joint == "-"  # "the Bears (4-8)"
    if (
        joint == "-"
        and tokens.word(left.first - 1) == ","
        and tokens.word(left.first - 3) == "-"
        and tokens.digits(left.first - 2)
    ):
        return True  # the second set of "6-4, 3-6"
    nearer = any(
        tokens.word(i) in lexicon.contexts.sports.verbs - lexicon.cues.loose_results
        for i in [*range(left.first - 4, left.first), right.end, right.end + 1]
    )
    return nearer and joint == "-"


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
    """Mark a magnitude: "magnitude 6.1", "a 5.6 quake", "5.6 on the Richter", "Category 3"."""
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
    before = [tokens.word(i) for i in range(parsed.first - 3, parsed.first)]
    scale = any(w in quakes.scale for w in words[end : end + 4]) and "scale" in words[end : end + 6]
    measured = before[-1] in quakes.before and any(
        w in quakes.after for w in tokens.words[max(0, parsed.first - 8) : parsed.first]
    )
    stated = measured or "magnitude" in before or "magnitudes" in before
    stated = stated or (
        before[-1] in quakes.links
        and "magnitude" in tokens.words[max(0, parsed.first - 8) : parsed.first]
        and counted_phrase(tokens, parsed.end) is None
    )  # "put the magnitude of the quake at 6.7", "its magnitude was revised to 6.5"
    if not (scale or stated or words[behind] in quakes.after):
        return False
    parsed.unit, parsed.dimension, parsed.rule = None, Dimension.MAGNITUDE, "magnitude"
    if words[behind] in quakes.after:
        phrase = counted_phrase(tokens, behind, plural=False)
        parsed.end = behind + 1 if phrase is None else phrase.end
        noun = behind + (words[behind] == "magnitude")
        if phrase is not None and noun < phrase.end:
            parsed.subject = (noun, phrase.end)
    return True
