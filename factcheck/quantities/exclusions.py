"""Figures that are no quantities: dates, clock times, names, addresses, page furniture.

Each rule says where the text goes on being no quantity, so that what belongs to it ("29
December 2023", "(203) 555-0142") is passed over in one step.
"""

from __future__ import annotations

from factcheck.quantities import addresses, calendar, glued, hedges, names, subjects
from factcheck.quantities.amounts import Amount, Form
from factcheck.quantities.lexicon import QuantityLexicon
from factcheck.quantities.measures import currency_before
from factcheck.text.inflection import verb_forms
from factcheck.text.phrases import Phrase, counted_phrase
from factcheck.text.tokens import Tokens

_SHORT_LINE = 7
_LONGEST_INSERTION = 12
_LONGEST_VERB = 5  # words: "had later been found dead"
_LONGEST_CURRENCY = 4  # tokens: "1 Australian dollar ="
_WIDEST_RANGE = 25
_MIXED = 4  # tokens of "3-1/2", but for the last
_PUNCTUATION = frozenset(".,:;/-()[]#*|")
_CHAINS = frozenset(":/.,-")
# Signs behind which a word belongs to no chain, with a second figure before them and without.
_CLOSING = frozenset(".,")
_CLOSING_ONE = frozenset(".,-/")


def passes_over(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The token at which reading goes on behind what is no quantity, or `None` where `amount` may
    be one."""
    if amount.form is Form.DIGITS and tokens.digits(amount.first):
        for rule in (
            _chain,
            _equation,
            calendar.date,
            _ruled_out,
            glued.glued,
            names.broadcast,
            _furniture,
            addresses.place,
            calendar.year,
            addresses.telephone,
            names.in_a_counted_phrase,
            names.name,
            names.compound,
        ):
            end = rule(tokens, amount, lexicon)
            if end is not None:
                return end
        return None
    if amount.form is Form.ORDINAL:
        return calendar.ordinal_of_date(tokens, amount, lexicon)
    if amount.form is Form.SHARE and tokens.word(amount.first - 1) == "/":
        return amount.end
    if amount.form is Form.WORDS:
        for rule in (
            _ruled_out_in_words,
            _zero_without_count,
            _one_without_count,
            names.name_in_words,
            _set_phrase,
            names.compound,
        ):
            end = rule(tokens, amount, lexicon)
            if end is not None:
                return end
    return None


def _end_of_fit(rule: str, tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The end of the words that fit a rule around a figure, or `None`."""
    fit = lexicon.fit(rule, tokens, amount.first, amount.end)
    return None if fit is None else fit.end


def _ruled_out(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The end of a clock time, weapon, footnote or the like in digits, by the rule `no_quantity`;
    else `None`."""
    return _end_of_fit("no_quantity", tokens, amount, lexicon)


def _ruled_out_in_words(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The end of number words that are no quantity, parts of other words or "one" as a pronoun, by
    the rule `no_quantity_in_words`; else `None`."""
    return _end_of_fit("no_quantity_in_words", tokens, amount, lexicon)


def _chain(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The end of figures joined by signs, "17:06", "26/12/2023", "555-0142", "10.3.1", "2014-15";
    `None` for another figure."""
    if amount.end > amount.first + _MIXED:
        return None  # "3-1/2 years"
    index, links = amount.first + 1, 0
    if not tokens.touches(index) and not tokens.touches(amount.first):
        return None
    joints: set[str] = set()
    while (
        tokens.words[index] in _CHAINS
        and tokens.touches(index)
        and tokens.touches(index + 1)
        and tokens.words[index + 1][:1].isalnum()
    ):
        closing = _CLOSING if links else _CLOSING_ONE
        if tokens.words[index] in closing and not tokens.digits(index + 1):
            break
        joints.add(tokens.words[index])
        links += 1
        index += 2
    if not links:
        tied = tokens.word(amount.first - 1) == "/" and tokens.touches(amount.first)
        return index if tied and not _sum_or_measure(tokens, amount, lexicon) else None
    if joints != {"-"} or links > 1:
        return index
    left, right = tokens.words[amount.first], tokens.words[amount.first + 2]
    if (
        glued.looks_like_year(left)
        and (len(right) == 2 or glued.looks_like_year(right))
        and tokens.words[index] != "%"
        and not calendar.pair_counts(tokens, amount, index, lexicon)
    ):
        return index
    if _is_telephone(tokens, amount.first, index):
        return index
    if addresses.street_ahead(tokens, index, lexicon):
        return index
    if _is_identifier(left, right) and counted_phrase(tokens, index) is None:
        return index
    if f"{left}-{right}" in lexicon.contexts.numbered:
        return index  # "a 50-50 chance"
    if right == "1" and "ODDS" in tokens.classes[index]:
        return index  # "a 33-1 outsider"
    return None


def _equation(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The end of a conversion of currency, "($1 = 0.92 euros)", which nobody claims; `None` for
    another figure."""
    sides = tokens.words[amount.end : amount.end + _LONGEST_CURRENCY]
    if "=" not in sides:
        return None
    index = amount.end + sides.index("=") + 1
    index += not tokens.digits(index)  # the sign of a currency
    return index + 1 if tokens.digits(index) else None


def _sum_or_measure(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> bool:
    """Whether a slash before a figure is part of a currency sign or ends a measure: "S/500", "5km/3
    miles"."""
    last = amount.first - 2
    measure = tokens.word(last) in lexicon.unit_words or tokens.raw(last) in lexicon.signs
    return measure or currency_before(tokens, amount.first, lexicon) is not None


def _is_identifier(left: str, right: str) -> bool:
    """Whether two numbers with a hyphen are an identifier and no range, since the second is far
    larger: "18-1234" is the number of a case."""
    plain = left.isdecimal() and right.isdecimal() and len(left) > 1
    return plain and int(right) > _WIDEST_RANGE * int(left)


def _is_telephone(tokens: Tokens, first: int, end: int) -> bool:
    """Whether "555-0142" is a number to call, also in groups: "(255-2) 555-014"."""
    left, right, before = tokens.words[first], tokens.words[first + 2], tokens.word(first - 1)
    if not (left.isdecimal() and right.isdecimal()):
        return False
    if before == "(" and tokens.words[end] == ")" and tokens.digits(end + 1):
        return True
    return len(left) == 3 and (len(right) == 4 or (len(right) == 3 and before == ")"))


def _furniture(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The end of a line of site furniture, "21 views", "3 min read", "1 of 5"; `None` for another
    line."""
    words = tokens.words
    if tokens.size <= _SHORT_LINE and all(
        tokens.digits(i) or words[i] in _PUNCTUATION for i in range(tokens.size)
    ):
        return tokens.size
    if "STAMPS" in tokens.classes[0] and "ago" in words[amount.end : amount.end + 3]:
        return tokens.size  # "Updated 5 hours ago"
    after = words[amount.end].rstrip("0123456789")  # "21 views0 comments"
    kinds = lexicon.classes.of(after)
    if (
        tokens.size <= _SHORT_LINE
        and after in lexicon.contexts.furniture
        and words[tokens.size - 1] != "."
        and (
            "FURNITURE_UNITS" not in kinds
            or words[amount.end + 1] in lexicon.contexts.furniture_ends | lexicon.contexts.furniture
        )
    ):
        return tokens.size
    if after == "of" and tokens.digits(amount.end + 1) and tokens.size <= _SHORT_LINE:
        others = [w for w in words[: tokens.size] if w.isalpha() and w != "of"]
        plain = not others or "PAGE_WORDS" in tokens.classes[0]
        return amount.end + 2 if plain else None
    return None


def _zero_without_count(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The end of a zero that counts nothing, "The risk is not zero", "isn't zero", "practically
    zero"; `None` where it measures: "almost zero degrees"."""
    if amount.value != 0 or subjects.shows_count(tokens, amount, lexicon):
        return None
    before = tokens.words[max(0, amount.first - 3) : amount.first]
    denied = any(w in lexicon.negations or w.endswith("n't") for w in before)
    _, effects = hedges.before(tokens, amount.first, lexicon)
    return amount.end if denied or "below" in effects else None


def _one_without_count(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The end of "one" as a pronoun or in a set phrase, or `None`.

    It counts in "one man was killed" and "one remains critical".
    """
    if amount.end != amount.first + 1 or tokens.words[amount.first] != "one":
        return None
    before, after, third = (
        tokens.word(amount.first - 1),
        tokens.words[amount.end],
        tokens.words[amount.end + 1],
    )
    follows = tokens.classes[amount.end]
    if after in lexicon.unit_words and "LOOSE_UNITS" not in follows:
        return None
    joined = "RANGE_WORDS" in follows or (before, after) == ("between", "and")
    if joined and lexicon.numerals.cardinals.get(third, 0) > 1:
        return None  # "one or two people", "one to three weeks"
    if _end_of_fit("any_one", tokens, amount, lexicon):
        return amount.end
    if after == "of" and _one_of_them_suffers(tokens, amount, lexicon):
        return None
    window = tokens.words[amount.end : amount.end + 4]
    if any(w in lexicon.state_words for w in window[:3]) and "AFTER_PRONOUN_ONE" not in follows:
        return None
    if after == "-" and tokens.touches(amount.end):
        compound = "ONE_COMPOUNDS" in tokens.classes[amount.end + 1]
        return None if third in lexicon.unit_words or compound else amount.end
    if f"one {after}" in lexicon.contexts.idioms:
        return amount.end
    phrase = counted_phrase(tokens, amount.end, plural=False)
    if _is_article(tokens, amount, phrase, lexicon) or _only_introduces(
        tokens, amount, phrase, lexicon
    ):
        return amount.end
    return amount.end if phrase is None and after not in lexicon.unit_words else None


def _one_of_them_suffers(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> bool:
    """Whether "one of" several is a count of one, since something happened to that person: "one of
    the 12 later died"; not "one of the dead was a nurse", "one of the worst to die"."""
    of = subjects.behind(tokens, amount.end, lexicon)
    if of is None:
        return False
    first = of.end + 2 * of.unsaid  # "of them"
    verb = "FINITE" in tokens.classes[first] or "DEATHS" in tokens.classes[first]
    if of.unsaid and not verb:
        return False  # "met one of those hurt", "one of those who were hurt"
    for index in range(first, first + _LONGEST_VERB):
        word = tokens.words[index]
        if word in lexicon.state_words:
            return True
        goes_on = "AUXILIARIES" in tokens.classes[index] or word.endswith("ly") or word == "later"
        if not goes_on:
            return False
    return False


def _is_article(
    tokens: Tokens, amount: Amount, phrase: Phrase | None, lexicon: QuantityLexicon
) -> bool:
    """Whether "one" works as an article and counts nothing: "one witness said", "one said", "one
    survivor, Jo Roe,", "one parent, who would not be named, told", "from one base to another"."""
    after = tokens.words[amount.end]
    if "SAID" in tokens.classes[amount.end] or (after.endswith("ed") and after in verb_forms()):
        return True
    if phrase is None:
        return False
    end = phrase.end
    if tokens.words[end] == ",":
        if tokens.capital(end + 1) and tokens.capital(end + 2):
            return True
        if tokens.words[end + 1] == "who":
            inserted = tokens.words[end + 2 : end + 2 + _LONGEST_INSERTION]
            end += 3 + inserted.index(",") if "," in inserted else 0
    return "SAID" in tokens.classes[end] or tokens.words[end + 1] == "another"


def _only_introduces(
    tokens: Tokens, amount: Amount, phrase: Phrase | None, lexicon: QuantityLexicon
) -> bool:
    """Whether a sentence only introduces one of several: "One guest hid in a cupboard." It counts
    where something happened to the one: "One guest was hurt", "One guest suffered burns"."""
    if amount.first > 0 or phrase is None or tokens.words[amount.end] in lexicon.before_units:
        return False
    end = phrase.end
    for index in range(end, min(end + _LONGEST_INSERTION, tokens.size)):
        word = tokens.words[index]
        passive = word.endswith("ed") and "BEING" in tokens.classes[index - 1]
        happens = word in lexicon.state_words or word in lexicon.people_verbs
        if happens or passive or "CONDITIONS" in tokens.classes[index]:
            return False
    return True


def _set_phrase(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The end of a set phrase that counts nothing, "the two countries", "ten commandments", "on
    cloud nine", "ran to seven figures"; else `None`."""
    if amount.end != amount.first + 1:
        return None
    word, after = tokens.words[amount.first], tokens.words[amount.end]
    before = tokens.word(amount.first - 1)
    third = tokens.words[amount.end + 1]
    for phrase in (f"{before} {word}", f"{word} {after}", f"{word} {after} {third}"):
        if word != "one" and phrase in lexicon.contexts.idioms:
            return amount.end + (phrase.endswith(third) and third in lexicon.numerals.cardinals) * 2
    return None
