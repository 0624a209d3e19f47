"""The content words of a clause or a phrase, in base forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from factcheck.clauses.lexicon import ClauseLexicon
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.tagging import Tag, Word, small, words_in
from factcheck.lexicon import load
from factcheck.text.inflection import FunctionWords, singular, verb_forms
from factcheck.text.tokeniser import TextTokens

_CONTENT = (Tag.NOUN, Tag.VERB)
_OPEN = frozenset({Tag.NOUN, Tag.VERB, Tag.ADVERB})
# A phrase is split at the first of these: "members [of the news media]" has the head "member".
_HEAD_ENDS = re.compile(
    r"\s+(?:of|in|on|at|from|for|with|to|by|who|that|which|between|among|near|under|without|as)\b",
    re.IGNORECASE,
)


def content(
    sentence: ParsedSentence, where: Iterable[int], lexicon: ClauseLexicon
) -> tuple[str, ...]:
    """The base forms of the content nouns and verbs at these indices."""
    known = sentence.once(_content, lexicon)
    return tuple(dict.fromkeys([known[i] for i in where if i in known]))


def _content(sentence: ParsedSentence, lexicon: ClauseLexicon) -> Mapping[int, str]:
    """The base form of each content word of a sentence, by its index."""
    return {
        i: _ABOARD if _on_board(sentence.words, i) else base_form(word.lemma)
        for i, word in enumerate(sentence.words)
        if word.tag in _CONTENT and not _says_little(word, lexicon)
    }


_ABOARD = "aboard"


def _on_board(words: Sequence[Word], at: int) -> bool:
    """Whether a word ends "on board", which is one word of two: "had 400 people on board"."""
    return words[at].lower == "board" and at > 0 and words[at - 1].lower == "on"


def names(sentence: ParsedSentence, lexicon: ClauseLexicon) -> tuple[str, ...]:
    """The capitalised nouns of a sentence, in base forms. Its first word, which has a capital in
    any case, is one only before another: "[Lidden Bank] set aside". Empty where more than half of
    all words have a capital, as in a headline."""
    words = sentence.words
    capitals = [word for word in words if word.capitalised]
    if 2 * len(capitals) > sum(word.lower[:1].isalpha() for word in words):
        return ()
    goes_on = len(words) > 1 and words[1].capitalised and words[1].tag is Tag.NOUN
    first = words[0].start if words and not goes_on else -1
    found = (
        base_form(word.lower)
        for word in capitals
        if word.tag is Tag.NOUN and word.start > first and word.lower not in lexicon.no_place
    )
    return tuple(dict.fromkeys(found))


def _says_little(word: Word, lexicon: ClauseLexicon) -> bool:
    """Whether a word is too general to describe anything: a light verb, a letter, a generic word of
    places."""
    return word.lemma in lexicon.light or len(word.lower) < 2 or word.lemma in lexicon.no_place


@lru_cache(maxsize=1 << 14)
def base_form(lemma: str) -> str:
    """The form under which a word is compared: no possessive, no inner stops ("U.S." is "us"), and
    one spelling of "centre" and "center"."""
    return _BRITISH.sub(r"\1er", lemma.removesuffix("'s").replace(".", ""))


# An ending that differs by country, of all words, so that no list has to know which. Not so "-our":
# "harbour" is "harbor", but "downpour" and "devour" are no others.
_BRITISH = re.compile(r"(?<=\w\w)([bt])re$")


@cache
def _function_words(language: str) -> frozenset[str]:
    """The words of a language that name neither things nor acts."""
    grammar = load("grammar", FunctionWords, language)
    return frozenset(
        (*grammar.determiners, *grammar.prepositions, *grammar.conjunctions, *grammar.pronouns,
         *grammar.subordinators, *grammar.auxiliaries)
    )  # fmt: skip


@cache
def _adverbs(language: str) -> frozenset[str]:
    return frozenset(load("grammar", FunctionWords, language).adverbs)


@lru_cache(maxsize=1 << 14)
def head_and_modifiers(
    phrase: str | None, language: str = "en"
) -> tuple[str | None, tuple[str, ...]]:
    """The head noun of a phrase and the words that restrict it, in base forms and text order."""
    if not phrase:
        return None, ()
    written = small(phrase)
    core = _HEAD_ENDS.split(written, maxsplit=1)[0]
    in_core = _bases(core, language)
    if not in_core:
        return None, ()
    head = in_core[-1]
    rest = dict.fromkeys(word for word in _bases(written, language) if word != head)
    return head, tuple(rest)


def _bases(phrase: str, language: str) -> list[str]:
    """The base forms of the content words of a phrase, in order."""
    drop = _function_words(language) | _adverbs(language)  # "two [still] missing": no sort of them
    words = words_in(TextTokens(phrase))
    return [base_form(singular(word.removesuffix("'s"))) for word in words if word not in drop]


def words_of(tokens: TextTokens, language: str = "en") -> tuple[str, ...]:
    """The base form of each word of a text that is no function word, verbs included."""
    found = [content_base(word, language) for word in words_in(tokens)]
    return tuple([word for word in found if word])


@lru_cache(maxsize=1 << 16)
def content_base(written: str, language: str) -> str:
    """The base form of a word of any text; empty for a function word."""
    word = small(written)
    if word in _function_words(language):
        return ""
    return verb_forms(language).get(word) or base_form(singular(word.removesuffix("'s")))


def classed_words(words: Iterable[Word]) -> tuple[tuple[str, bool], ...]:
    """The base form of each word of a tagged sentence that is of no closed class, and whether it is
    a verb there."""
    return tuple(
        (base_form(word.lemma), word.tag is Tag.VERB) for word in words if word.tag in _OPEN
    )
