"""Figures inside names of several words: "Title 42", "the Group of 20", "a 9mm pistol"."""

from __future__ import annotations

from factcheck.models import Dimension
from factcheck.quantities.addresses import street_in_words
from factcheck.quantities.amounts import Amount, is_multiple, is_whole
from factcheck.quantities.glued import has_unit
from factcheck.quantities.lexicon import QuantityLexicon
from factcheck.quantities.measures import currency_before
from factcheck.quantities.subjects import is_person, shows_count
from factcheck.quantities.titles import has_small_words, shouting, verb_of_title
from factcheck.text.inflection import verb_forms
from factcheck.text.phrases import counted_phrase
from factcheck.text.tokens import Tokens

_QUOTES = frozenset('"“”')
_LAST_OF_A_SERIES = 9
_SHORTEST_ACRONYM = 3
_CATEGORIES = range(1, 6)


def _begins_a_score(tokens: Tokens, amount: Amount) -> bool:
    """Whether a figure is the first of a score: "[3]-1"."""
    end = amount.end
    joined = tokens.words[end] == "-" and tokens.touches(end) and tokens.touches(end + 1)
    return joined and tokens.digits(end + 1) and amount.value < 100


def name(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The end of a name that the figure belongs to, "Title 42", "Flight 370", "S&P 500", "Apple
    Watch 5"; else `None`."""
    before = tokens.word(amount.first - 1)
    index = amount.first - 1
    if _numbers_an_acronym(tokens, amount, index, lexicon):
        return amount.end
    if before == "category" and of_a_storm(tokens, amount, lexicon):
        return None
    if _has_letter_in_name(tokens, amount, before, lexicon):
        return amount.end
    if (
        not before[:1].isalpha()
        or not amount.bare
        or currency_before(tokens, amount.first, lexicon)
        or (before in lexicon.contexts.sports.contests and _begins_a_score(tokens, amount))
        or (before == "numbers" and _numbers_is_verb(tokens, amount, index, lexicon))
    ):
        return None
    if _model_of(tokens, amount, index, lexicon):
        return amount.end
    return _behind_a_noun(tokens, amount, lexicon)


def _behind_a_noun(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The end of a name of a noun and a figure, "Flight 370", "Apple Watch 5", "Euronext 100 rose";
    `None` where the figure counts: "in May 30 people"."""
    index = amount.first - 1
    before, leads, behind = tokens.words[index], tokens.classes[index], tokens.words[amount.end]
    listed = before in lexicon.contexts.names and not _verb_here(tokens, amount, index, lexicon)
    capital = tokens.capital(index) and not verb_of_title(tokens, index)
    if not (listed or capital or "BEFORE_A_MODEL" in leads):
        return None
    counts = "ROOMS" not in leads and shows_count(tokens, amount, lexicon)
    if listed:
        named = (
            tokens.raw(index) != before and (index > 0 or "NAMES_BEFORE_COUNTS" not in leads)
        ) or not counts
        if named and not (counts and "NAMES_BEFORE_COUNTS" in leads):
            return _name_end(tokens, amount.end)
    goes_on = capital and _continues_behind(tokens, amount, before, lexicon)
    if goes_on and (index > 0 or _has_singular_verb(tokens, amount.end, lexicon)):
        return amount.end
    if _begins_a_score(tokens, amount):
        return None  # "beat Chile 3-1"
    if (
        capital
        and (index > 0 or behind in lexicon.changes or "SAID" in tokens.classes[amount.end])
        and before not in lexicon.contexts.never_names
        and not before.endswith("'s")
        and not counts
        and not shouting(tokens)
    ):
        return _name_end(tokens, amount.end)
    if (
        "BEFORE_A_MODEL" in leads
        and not counts
        and amount.value >= 100
        and tokens.capital(amount.end)
        and not shouting(tokens)
    ):
        return amount.end  # "its 787 Dreamliner", "a 911 Turbo"
    return None


def _has_letter_in_name(
    tokens: Tokens, amount: Amount, before: str, lexicon: QuantityLexicon
) -> bool:
    """Whether the letter behind a number is part of a name, not a magnitude: "Apartment 3B"."""
    letter = amount.end - 1
    if letter != amount.first + 1 or not tokens.touches(letter) or len(tokens.words[letter]) > 1:
        return False
    return tokens.capital(letter) and before in lexicon.contexts.names


def broadcast(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The end of the title of a broadcast, "He told 60 Minutes in 2006": a span of time with a
    capital. `None` elsewhere, and in a headline, where every word has a capital."""
    after = amount.end
    if not tokens.capital(after) or shouting(tokens):
        return None
    found = lexicon.units.get(tokens.words[after], ())
    spans = any(unit.dimension is Dimension.DURATION for words, unit in found if len(words) == 1)
    behind = tokens.words[after + 1]
    if not spans or behind in lexicon.contexts.ages.old or behind == "-":
        return None
    quoted = {tokens.word(amount.first - 1), behind} <= _QUOTES
    return after + 1 if quoted or has_small_words(tokens) else None


def _numbers_an_acronym(
    tokens: Tokens, amount: Amount, index: int, lexicon: QuantityLexicon
) -> bool:
    """Whether a small number belongs to the letters before it: "The HIV 2 drug", "RSV 2 cases"; not
    "in the US 2 cases", "UK 2 deaths"."""
    if amount.value > _LAST_OF_A_SERIES:
        return False
    letters = tokens.raw(index)
    if len(letters) < _SHORTEST_ACRONYM or not letters.isupper() or shouting(tokens):
        return False
    if not letters.isalpha() or "PLACES" in tokens.classes[index]:
        return False
    lead = index - 1 - (tokens.word(index - 1) == "the")
    counts = "BEFORE_PLACES_NAMED" in tokens.classes[lead] or has_unit(tokens, amount, lexicon)
    return not counts and tokens.words[amount.end] != "times" and is_whole(amount.value)


def of_a_storm(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> bool:
    """Whether a category is a storm's, one to five of the Saffir-Simpson scale: "a Category 3
    hurricane", "weakened to a Category 2"."""
    if amount.value not in _CATEGORIES or not tokens.capital(amount.first - 1):
        return False
    after = tokens.words[amount.end + (tokens.words[amount.end] == "-")]
    before = tokens.words[max(0, amount.first - 6) : amount.first]
    storms = lexicon.contexts.storms
    return after in storms.nouns or not (storms.verbs | storms.nouns).isdisjoint(before)


def in_a_counted_phrase(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The end of a figure inside a noun phrase that may have one count only, and so part of a name:
    "Two new 727 Max jets", "two Kestrel 700 missiles", "a Kestrel 700 missile". Else `None`."""
    if not amount.bare or "," in tokens.words[amount.first] or amount.value < 100:
        return None
    before = amount.first - 1
    if "BEFORE_A_MODEL" in tokens.classes[before] and tokens.word(before) != "the":
        before -= 1
    cardinals = lexicon.numerals.cardinals
    while tokens.capital(before) and not (
        tokens.word(before) in cardinals or "ARTICLES" in tokens.classes[before]
    ):
        before -= 1
    single = before < amount.first - 1 and "ARTICLES" in tokens.classes[before]
    counts = single or cardinals.get(tokens.word(before), 0) > 1
    if not counts or has_unit(tokens, amount, lexicon):
        return None
    return amount.end if counted_phrase(tokens, amount.end, plural=not single) is not None else None


def _continues_behind(
    tokens: Tokens, amount: Amount, before: str, lexicon: QuantityLexicon
) -> bool:
    """Whether a capitalised name continues behind its figure: "Fox 10 News", "the Big 12
    Conference"; not "in Kabul 40 Afghans", nor a title, where every word has a capital."""
    if before in lexicon.contexts.never_names or not tokens.capital(amount.end) or shouting(tokens):
        return False
    after = tokens.words[amount.end]
    person = is_person(after, lexicon, capital=True) or is_person(
        after + "s", lexicon, capital=True
    )
    return has_small_words(tokens) and not person and not has_unit(tokens, amount, lexicon)


def _model_of(tokens: Tokens, amount: Amount, index: int, lexicon: QuantityLexicon) -> bool:
    """Whether a number is the model of a maker, since a name follows: "Boeing's 737 Max jets". A
    round one counts what the maker has: "Boeing's 300 Seattle plants"."""
    maker = tokens.words[index]
    if not maker.endswith("'s") or maker.removesuffix("'s") not in lexicon.contexts.names:
        return False
    exact = amount.value >= 100 and not is_multiple(amount.value, 10)
    return exact and tokens.capital(index) and _continues_behind(tokens, amount, maker, lexicon)


def _has_singular_verb(tokens: Tokens, index: int, lexicon: QuantityLexicon) -> bool:
    """Whether the capitals before the figure are one name, since a verb in the singular follows:
    "Fox 5 DC has". What is counted takes a plural: "Police 40 Miles off have"."""
    while tokens.capital(index):
        index += 1
    return "SINGULAR_VERBS" in tokens.classes[index]


def _numbers_is_verb(
    tokens: Tokens, amount: Amount, numbers: int, lexicon: QuantityLexicon
) -> bool:
    """Whether "numbers" is the verb: "the crew numbers 34"; "rooms numbers 12 and 14" lists
    names."""
    subject = tokens.word(numbers - 1)
    lists = "LIST_JOINTS" in tokens.classes[amount.end] and tokens.digits(amount.end + 1)
    return subject.isalpha() and not subject.endswith("s") and len(subject) > 3 and not lists


def _verb_here(tokens: Tokens, amount: Amount, index: int, lexicon: QuantityLexicon) -> bool:
    """Whether a word that may come before a number is a verb: "to train 5,000", "will order 40"."""
    if "," in tokens.words[amount.first]:
        return True  # no name has a comma
    leads = "BEFORE_INFINITIVE" in tokens.classes[index - 1]
    return leads and not tokens.capital(index) and tokens.words[index] in verb_forms()


def _name_end(tokens: Tokens, index: int) -> int:
    """The end of a numbered name, with a second number where it has one: "Flights 370 and 371"."""
    joined = tokens.words[index] in {"and", "or"} or (
        tokens.words[index] == "-" and tokens.touches(index) and tokens.touches(index + 1)
    )
    if joined and tokens.digits(index + 1):
        return index + 2
    return index


def compound(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The end of a compound that only names something, "a six-speed gearbox", "three-way talks",
    "10-K"; `None` for a unit or a counted noun behind the hyphen, which make a quantity."""
    hyphen, after = amount.end, tokens.words[amount.end + 1]
    if tokens.words[hyphen] != "-" or not tokens.touches(hyphen) or not tokens.touches(hyphen + 1):
        return None
    if tokens.digits(amount.first) and after in lexicon.starters and tokens.capital(hyphen + 1):
        return None if shouting(tokens) else hyphen + 2  # "7-Eleven"
    known = (
        after in lexicon.unit_words
        or tokens.raw(hyphen + 1) in lexicon.signs
        or after in lexicon.contexts.hyphenated
    )
    if (
        known
        or "," in tokens.words[amount.first]  # "a 100,000-signature petition": no name has one
        or not after.isalpha()
        or "TIED_TO_FIGURES" in tokens.classes[hyphen + 1]
        or after in lexicon.starters
        or after in lexicon.states
    ):
        return None
    return (
        None
        if after in lexicon.contexts.quakes.after or after in lexicon.contexts.calibres
        else amount.end
    )


def name_in_words(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> int | None:
    """The end of a name with a number word, or `None`: "Formula One", "the Big Three", "Group of
    Seven"; within a sentence, where only a name has a capital, "the Four Seasons hotel", "near
    Three Mile Island"."""
    first, end = amount.first, amount.end
    numbered = lexicon.fit("numbered_noun", tokens, first, end)
    if numbered is not None and not shows_count(tokens, amount, lexicon):
        return end
    if not tokens.capital(amount.first) or shouting(tokens):
        return None
    if street_in_words(tokens, amount, lexicon):
        return amount.end
    if amount.first == 0:
        return None
    before = tokens.word(first - 1)
    if before.isalpha() and tokens.capital(amount.end) and has_small_words(tokens):
        person = is_person(tokens.words[amount.end], lexicon, capital=True)
        return None if person else amount.end
    named = tokens.capital(amount.first - 1) and before not in lexicon.contexts.never_names
    named = named or (before == "of" and tokens.word(amount.first - 2) == "group")
    return end if named and not shows_count(tokens, amount, lexicon) else None
