"""The noun phrase that a figure counts: "12 *Border Patrol agents* were hurt".

No parser: a counted noun stands in the plural, so the phrase runs over whatever may modify a
noun up to the first plural, and a plural subject takes a verb without s, so an s behind it is
a noun still ("arms dealers"). Closed classes and known verbs end a phrase.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factcheck.lexicon import Lexicon, load
from factcheck.text.inflection import FunctionWords, singular, verb_forms
from factcheck.text.tokens import Tokens

_LONGEST = 9


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first` up to `end` name what is counted; `head` is the token of its noun."""

    first: int
    end: int
    head: int


class _Words(Lexicon):
    """The shape of `phrases.toml`."""

    plurals: tuple[str, ...]
    not_plurals: tuple[str, ...]
    may_end: tuple[str, ...]
    nations: tuple[str, ...]
    attributive: tuple[str, ...]
    outcomes: frozenset[str]
    inside: tuple[str, ...]
    containers: tuple[str, ...]
    stops: tuple[str, ...]
    numbers: tuple[str, ...]
    articles: tuple[str, ...]
    reporting: tuple[str, ...]
    before_figures: tuple[str, ...]
    having: tuple[str, ...]
    finite: tuple[str, ...]
    open_times: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _PhraseLexicon:
    """The sets of words that bound and continue a noun phrase."""

    plurals: frozenset[str]
    not_plurals: frozenset[str]
    may_end: frozenset[str]
    nations: frozenset[str]
    attributive: frozenset[str]
    containers: frozenset[str]
    articles: frozenset[str]
    stops: frozenset[str]
    adverbs: frozenset[str]
    verbs: frozenset[str]
    reporting: frozenset[str]
    outcomes: frozenset[str]
    bases: frozenset[str]  # of verbs, but for those that are past forms too: "the storm [hit]"
    before_figures: frozenset[str]  # between what governs a figure and the figure
    governing: frozenset[str]  # what a counted phrase is the object of
    finite: frozenset[str]  # auxiliaries of a plural subject


@cache
def _phrase_lexicon(language: str) -> _PhraseLexicon:
    """The sets of words at which a noun phrase ends or goes on, for a language."""
    words = load("phrases", _Words, language)
    grammar = load("grammar", FunctionWords, language)
    inside = frozenset(words.inside)
    nouns = inside | frozenset(words.plurals)
    closed = {
        *grammar.prepositions, *grammar.conjunctions, *grammar.subordinators,
        *grammar.pronouns, *grammar.auxiliaries, *grammar.determiners, *words.stops, *words.numbers,
    }  # fmt: skip
    return _PhraseLexicon(
        plurals=frozenset(words.plurals + words.nations),
        not_plurals=frozenset(words.not_plurals),
        may_end=frozenset(words.may_end + words.nations),
        nations=frozenset(words.nations),
        attributive=frozenset(words.attributive + words.nations),
        containers=frozenset(words.containers),
        articles=frozenset(words.articles),
        reporting=frozenset(words.reporting),
        outcomes=words.outcomes,
        bases=frozenset(grammar.verbs.split()).difference(*grammar.irregular.values()),
        before_figures=frozenset(words.before_figures + words.numbers + words.articles)
        - {*grammar.subordinators},
        governing=(frozenset(verb_forms(language)) | {*grammar.prepositions, *words.having})
        - {*grammar.subordinators, *words.reporting, *words.before_figures},
        finite=frozenset(words.finite + grammar.modals),
        stops=frozenset(closed) - {"other", "such", "most", "more", "one", "on"} | {"on"},
        adverbs=frozenset((*grammar.adverbs, *words.open_times)) - inside,
        # Participles are modifiers: "40 stolen cars", "40 burned cars".
        verbs=frozenset(form for form in verb_forms(language) if not form.endswith(("ed", "ing")))
        - {form for verb, forms in grammar.irregular.items() for form in forms[1:] if form != verb}
        - nouns,
    )


def is_plural(word: str, language: str = "en") -> bool:
    """Whether a word in small letters looks like a noun in the plural."""
    return _plural_form(word, _phrase_lexicon(language))


def counted_phrase(
    tokens: Tokens, first: int, *, plural: bool = True, language: str = "en"
) -> Phrase | None:
    """The noun phrase that begins at token `first`, or `None`.

    With `plural` it must end in a plural ("six *foot hedges*"); without, the last word that
    can be a noun ends it ("one *armed man* fled", "two-hour *meeting*").
    """
    lexicon = _phrase_lexicon(language)
    found = _plural(tokens, first, lexicon) if plural else _singular(tokens, first, lexicon)
    if found is None:
        return None
    return _with_complement(tokens, _with_partner(tokens, found, lexicon, plural), lexicon)


def after_article(tokens: Tokens, index: int, language: str = "en") -> int:
    """Where a phrase begins behind its articles and possessives ("of *all its* forces")."""
    articles = _phrase_lexicon(language).articles
    for _ in range(3):
        if tokens.words[index] in articles:
            index += 1
    return index


def _stops(tokens: Tokens, index: int, lexicon: _PhraseLexicon) -> bool:
    """Whether a word of a closed class, which ends a phrase, stands at `index`; "US" is a country,
    "us" a pronoun, and the "A" of "50 A320 jets" no article."""
    word = tokens.words[index]
    if word not in lexicon.stops or (word == "us" and tokens.raw(index) == "US"):
        return False
    return not (tokens.digits(index + 1) and tokens.touches(index + 1))


def _wordlike(word: str) -> bool:
    """Whether a token is a word and no number or sign."""
    return bool(word) and (word[0].isalpha() or word[0] == "'")


def _plural(
    tokens: Tokens, first: int, lexicon: _PhraseLexicon, begins: int | None = None
) -> Phrase | None:
    """The phrase at token `first` up to its plural. Its figure stands before token `begins`."""
    head = None
    verb_first = False
    index = first
    while index < min(first + _LONGEST, tokens.size):
        word = tokens.words[index]
        if word == "-" and tokens.touches(index) and index > first:
            index += 1
            continue
        if (
            word in {",", "and"}
            and head is None
            and index > first
            and _modifier_follows(tokens, index, lexicon)
        ):
            index += 1
            continue
        if word[:1].isdecimal() and tokens.words[index - 1] == "-" and index > first:
            if tokens.words[index + 1] == "s" and tokens.touches(index + 1):
                head, index = index + 1, index + 1  # "four AK-47s"
            index += 1  # "15 M-16 rifles"
            continue
        named = word.isdecimal() and head is None and _name_before(tokens, index)
        if word[:1].isdecimal() and (index == first or named):
            index += 1  # "three 18-year-old men", "two 50kg bags", "two Boeing 737 jets"
            continue
        before = tokens.words[index - 1]
        # "Burned-out cars", "off-duty officers": what a hyphen ties is one modifier.
        hyphened = before == "-" or (tokens.words[index + 1] == "-" and tokens.touches(index + 1))
        if not _wordlike(word) or (_stops(tokens, index, lexicon) and not hyphened):
            break
        if head is not None and word in lexicon.outcomes:
            break
        if word in lexicon.verbs and not (hyphened or _no_verb_behind(before, word, lexicon)):
            if head is not None or not _may_be_noun(word, lexicon):
                break
            verb_first |= index == first and _only_by_place(word, lexicon)
        ends_it = tokens.words[index + 1] not in {"-"} or not tokens.touches(index + 1)
        if ends_it and (
            not _plural_ahead(tokens, index + 1, lexicon, reach=2 + (word in lexicon.nations))
            if word in lexicon.may_end
            else _plural_form(word, lexicon)
        ):
            if _is_possessive(tokens, index):
                index += 2
                continue
            head = index
        elif head is not None:
            break
        index += 1
    begins = first if begins is None else begins
    if head is None or (verb_first and not _is_noun_phrase(tokens, begins, head + 1, lexicon)):
        return None
    return Phrase(first, head + 1, head)


def _is_possessive(tokens: Tokens, plural: int) -> bool:
    """Whether a plural is only a possessive before the head: "two [boys'] bikes"."""
    mark = tokens.words[plural + 1] == "'" and tokens.touches(plural + 1)
    return mark and _wordlike(tokens.words[plural + 2][:1].strip("'"))


def _may_be_noun(word: str, lexicon: _PhraseLexicon) -> bool:
    """Whether a word that may be a verb may be a noun before the head: "two [rights] groups", "15
    evening [centre] wardens"."""
    return _plural_form(word, lexicon) or word in lexicon.may_end or word in lexicon.bases


def _no_verb_behind(before: str, word: str, lexicon: _PhraseLexicon) -> bool:
    """Whether the word before shows that a possible verb is a noun or adjective: "its [total]
    forces", "newly [built] homes", "police [raids]", since a plural subject takes a verb without
    s."""
    return (
        before == "of"
        or before in lexicon.articles
        or (before.endswith("ly") and word not in lexicon.bases)
        or (before in lexicon.attributive and _plural_form(word, lexicon))
    )


def _only_by_place(word: str, lexicon: _PhraseLexicon) -> bool:
    """Whether a word right behind a figure may be its verb: "15 [seek] posts"."""
    return not (_plural_form(word, lexicon) or word in lexicon.may_end)


def _is_noun_phrase(tokens: Tokens, first: int, end: int, lexicon: _PhraseLexicon) -> bool:
    """Whether a phrase that begins with a noun or a verb is a noun phrase, since its verb stands
    elsewhere: "saw 15 [board] members", "15 [board] members were there"; "15 [face] charges" is a
    clause."""
    if tokens.words[end] in lexicon.finite:
        return True
    at = first - 1
    while at >= 0 and (tokens.digits(at) or tokens.words[at] in lexicon.before_figures):
        at -= 1
    return tokens.word(at) in lexicon.governing


def _name_before(tokens: Tokens, index: int) -> bool:
    """Whether the word before token `index` is a name that a number may belong to."""
    return tokens.capital(index - 1) and not tokens.words[index - 1].endswith("'s")


def _plural_form(word: str, lexicon: _PhraseLexicon) -> bool:
    """Whether a word may be a plural noun, by its ending or by the lexicon."""
    if word in lexicon.plurals:
        return True
    return (
        len(word) > 2
        and word.endswith("s")
        and word not in lexicon.not_plurals
        and not word.endswith(("ss", "us", "is", "'s"))
        and word[-2].isalnum()
    )


def _plural_ahead(tokens: Tokens, index: int, lexicon: _PhraseLexicon, reach: int = 2) -> bool:
    """Whether a plural stands within the next two words, or `reach`, and so the phrase goes on:
    "two rights groups"."""
    for ahead in range(index, index + reach):
        word = tokens.words[ahead]
        if tokens.words[ahead - 1] in lexicon.attributive and _plural_form(word, lexicon):
            return True
        if not _wordlike(word) or _stops(tokens, ahead, lexicon) or word in lexicon.verbs:
            return False
        if _plural_form(word, lexicon) or word in lexicon.may_end:
            return True
    return False


def _modifier_follows(tokens: Tokens, index: int, lexicon: _PhraseLexicon) -> bool:
    """Whether a comma or "and" only joins two modifiers: "seven large, noisy dogs".

    Such a modifier is followed by a plural within two words and is no first word of a clause: "27
    weeks of pay, officials said", "six inches of rain, flooding homes".
    """
    before, after = tokens.words[index - 1], tokens.words[index + 1]
    if (
        not _wordlike(before)
        or not _wordlike(after)
        or after in lexicon.stops
        or after in lexicon.verbs
        or (tokens.words[index] == "," and _clause_follows(tokens, index + 1, lexicon))
    ):
        return False
    return _plural_ahead(tokens, index + 1, lexicon)


def _clause_follows(tokens: Tokens, index: int, lexicon: _PhraseLexicon) -> bool:
    """Whether what follows a comma is a clause: a participle, or somebody who is quoted."""
    if tokens.words[index].endswith("ing"):
        return True
    for word in tokens.words[index + 1 : index + _LONGEST]:
        if not _wordlike(word):
            return False
        if word in lexicon.reporting:
            return True
    return False


def _singular(tokens: Tokens, first: int, lexicon: _PhraseLexicon) -> Phrase | None:
    """A noun phrase up to the last noun of a run without a plural: "severance pay"."""
    head = None
    index = first
    while index < min(first + 5, tokens.size):
        word = tokens.words[index]
        if word == "-" and tokens.touches(index) and index > first:
            index += 1
            continue
        if not _wordlike(word) or _stops(tokens, index, lexicon) or word.endswith(("'s", "n't")):
            break
        # "27 weeks of severance pay": the verb of a singular would be "pays".
        if head is not None and (
            word in lexicon.adverbs
            or (word in lexicon.verbs and word not in lexicon.bases)
            or word.endswith("ly")
            or (word.endswith("ed") and not word.endswith("eed"))  # "a 60-mph top speed"
            or (word.endswith("ing") and _wordlike(tokens.words[index + 1]))  # "security funding."
            or (word.endswith("s") and not word.endswith("ss"))
        ):
            break
        head = index
        index += 1
    return None if head is None else Phrase(first, head + 1, head)


def _with_partner(tokens: Tokens, phrase: Phrase, lexicon: _PhraseLexicon, plural: bool) -> Phrase:
    """The phrase with a second noun that the same figure counts: "32 nurses and ward orderlies".

    A participle opens a clause of its own ("killed six men and wounded others").
    """
    second = phrase.end + 1
    if not plural or tokens.words[phrase.end] not in {"and", "or", "&"}:
        return phrase
    opener = tokens.words[second]
    if (
        tokens.digits(second)
        or opener in lexicon.articles
        or opener.endswith(("ed", "ing"))
        or opener in {"others", "more"}
    ):
        return phrase
    if opener in lexicon.verbs and _takes(tokens, second, lexicon):
        return phrase  # "180 workers and produces bread"
    partner = _plural(tokens, second, lexicon, phrase.first)
    if partner is None or tokens.words[partner.end] in lexicon.reporting:
        return phrase
    if tokens.capital(partner.head) and not tokens.capital(phrase.head):
        return phrase  # "two men and James Charles"
    return Phrase(phrase.first, partner.end, partner.head)


def _takes(tokens: Tokens, verb: int, lexicon: _PhraseLexicon) -> bool:
    """Whether a verb takes an object without an article behind it: "produces [bread]"; not "guards
    rallied"."""
    behind = tokens.words[verb + 1]
    noun = _wordlike(behind) and behind not in verb_forms()
    return noun and not _stops(tokens, verb + 1, lexicon)


def _with_complement(tokens: Tokens, phrase: Phrase, lexicon: _PhraseLexicon) -> Phrase:
    """The phrase with its complement in "of", which names what is really counted: "nine *bags of
    rice*"."""
    if (
        tokens.words[phrase.end] != "of"
        or singular(tokens.words[phrase.head]) not in lexicon.containers
    ):
        return phrase
    first = after_article(tokens, phrase.end + 1)
    inner = _plural(tokens, first, lexicon) or _singular(tokens, first, lexicon)
    return phrase if inner is None else Phrase(phrase.first, inner.end, phrase.head)
