"""What a figure counts: the noun behind it, or people left unsaid ("wounding 13")."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.quantities.amounts import Amount
from factcheck.quantities.lexicon import QuantityLexicon
from factcheck.text.inflection import singular, verb_forms
from factcheck.text.phrases import Phrase, after_article, counted_phrase
from factcheck.text.tokens import Tokens

_STATE_WINDOW = 4


@dataclass(frozen=True, slots=True)
class Subject:
    """What is counted: tokens `first` up to `end`, none where it is left unsaid."""

    first: int
    end: int
    people: bool

    @property
    def unsaid(self) -> bool:
        """Whether the noun is left unsaid."""
        return self.first == self.end


def are_people(tokens: Tokens, phrase: Phrase, lexicon: QuantityLexicon) -> bool:
    """Whether the head of a phrase, or the noun behind its "of", names people."""
    if phrase.end - 1 > phrase.head and "GROUPS" in tokens.classes[phrase.head]:
        return False
    word = tokens.words[phrase.head]
    number = phrase.head - 1
    letter = number - 1 - (tokens.word(number - 1) == "-")
    if tokens.digits(number) and tokens.touches(number) and tokens.word(letter)[:1].isalpha():
        return False  # "six B-52 bombers", "12 F16 fighters"
    if is_person(word, lexicon, capital=tokens.capital(phrase.head)):
        return True
    return (
        tokens.word(phrase.head - 1) == "-"
        and f"{tokens.word(phrase.head - 2)}-{singular(word)}" in lexicon.people
    )


def is_person(word: str, lexicon: QuantityLexicon, *, capital: bool = False) -> bool:
    """Whether a noun names people: "nurses", "gunmen", with a capital "Hondurans"."""
    base = singular(word)
    if base in lexicon.people or word in lexicon.people or base.removesuffix("-") in lexicon.people:
        return True
    if base in lexicon.not_people:
        return False
    if base.endswith(lexicon.people_endings):
        return True
    return (
        capital
        and word not in lexicon.not_demonyms
        and len(word) > 4
        and word.endswith(lexicon.demonyms)
    )


def in_compound(tokens: Tokens, index: int, lexicon: QuantityLexicon) -> bool:
    """Whether the noun of a compound names people: "a 12-member jury", "a 900-strong crowd".

    The members of a bloc are states.
    """
    word = tokens.words[index]
    if word == "member" and "BLOCS" in tokens.classes[index + 1]:
        return False
    return word == "strong" or is_person(word, lexicon)


def behind(
    tokens: Tokens, end: int, lexicon: QuantityLexicon, *, plural: bool = False
) -> Subject | None:
    """The counted noun behind a figure: "12 nurses", "hundreds of nurses", "eight of them"."""
    index = end
    if tokens.words[index] == "of":
        if "PERSONAL_PRONOUNS" in tokens.classes[index + 1]:
            return Subject(index, index, True)
        start = after_article(tokens, index + 1)
        named = (
            start > index + 1 and counted_phrase(tokens, start) is not None
        )  # "two of those ships"
        if "NEUTRAL_PRONOUNS" in tokens.classes[index + 1] and not named:
            return Subject(index, index, False)
        index = start + ("ORDERS" in tokens.classes[start])  # "four of their last five games"
        number = tokens.digits(index) or tokens.words[index] in lexicon.numerals.cardinals
        if number and not (tokens.words[index + 1] == "-" and tokens.touches(index + 1)):
            index += 1  # "4 of the 9 suspects"; not "six of his 3-point attempts"
        phrase = counted_phrase(tokens, index) or counted_phrase(tokens, index, plural=False)
    else:
        index += "COMPARATIVES" in tokens.classes[index] and tokens.words[index + 1] != "-"
        phrase = counted_phrase(tokens, index, plural=plural)
    if phrase is None:
        return None
    return Subject(phrase.first, phrase.end, are_people(tokens, phrase, lexicon))


def state(tokens: Tokens, end: int, lexicon: QuantityLexicon) -> Subject | None:
    """The people of a state or outcome without a noun: "13 wounded", "26 were dead"."""
    words = tokens.words
    if words[end + 1] == "-" and tokens.touches(end + 1):
        return None  # "12 burned-out cars"
    if words[end] in lexicon.states and "WEAK_STATES" not in tokens.classes[end]:
        following = None if "DEATHS" in tokens.classes[end] else counted_phrase(tokens, end + 1)
        if following is None or (
            "HEADLINE_STATES" in tokens.classes[end] and tokens.capital(end + 1)
        ):
            return Subject(end, end + 1, True)
        return None  # "450 injured passengers": a noun follows, which says who is counted
    if "WEAK_STATES" in tokens.classes[end] and counted_phrase(tokens, end + 1) is not None:
        return None  # "eight suspected smugglers"
    auxiliary = "AUXILIARIES" in tokens.classes[end]
    state_words = lexicon.state_words
    for index in range(end, min(end + _STATE_WINDOW, tokens.size)):
        word = words[index]
        if not word[:1].isalpha():
            break
        if lexicon.fit("outcome_of_things", tokens, index, index + 1):
            return None
        if word in state_words and (auxiliary or index == end):
            return Subject(end, end, True)
        if (
            "BEFORE_CONDITION" in tokens.classes[index]
            and "CONDITIONS" in tokens.classes[index + 1]
            and auxiliary
        ):
            return Subject(end, end, True)
    return None


def outcome_before(tokens: Tokens, first: int, lexicon: QuantityLexicon) -> bool:
    """Whether a verb of harm to people governs the figure: "injuring almost 50"."""
    return lexicon.fit("outcome_before", tokens, first, first + 1) is not None


def shows_count(tokens: Tokens, amount: Amount, lexicon: QuantityLexicon) -> bool:
    """Whether a unit, a counted noun or a predicate behind a figure shows that it counts."""
    end = amount.end
    after, classes = tokens.words[end], tokens.classes[end]
    if (
        after in lexicon.unit_words
        or tokens.raw(end) in lexicon.signs
        or (after == "-" and tokens.words[end + 1] in lexicon.unit_words)
    ):
        return True
    if after in lexicon.states or ("RANGE_WORDS" in classes and tokens.digits(end + 1)):
        return True
    if "PLURAL_VERBS" in classes:
        return True
    return counted_phrase(tokens, end) is not None and not _singular_verb(tokens, end, lexicon)


def _singular_verb(tokens: Tokens, index: int, lexicon: QuantityLexicon) -> bool:
    """Whether what looks like a plural is a verb in the singular, by the sum or article behind it:
    "the Marlin 3 costs £20,000", "the Marlin 300 starts at $40,000"."""
    word, after = tokens.words[index : index + 2]
    verb = word.endswith("s") and verb_forms().get(word, word) != word
    figure = tokens.digits(index + 1) or (
        tokens.digits(index + 2) and after in lexicon.currency_signs
    )
    return verb and (figure or after == "at" or "ARTICLES" in tokens.classes[index + 1])
