"""Sets of synonyms of news, each with one canonical word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.errors import ConfigurationError
from factcheck.lexicon import Lexicon, for_each_language, load


class _Synonyms(Lexicon):
    """The shape of `synonyms.toml`."""

    nouns: tuple[tuple[str, ...], ...]
    verbs: tuple[tuple[str, ...], ...]
    people: tuple[str, ...]
    anyone: tuple[str, ...]
    perpetrators: str
    unrestricting: str
    once: tuple[str, ...]
    opposites: tuple[tuple[str, ...], ...]
    broader: Mapping[str, str]
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Synonyms:
    """The sets of synonyms of a language. `noun` and `verb` map a word to the first of its set;
    `people` are words for people of any sort, `anyone` those of them for people as such, `broader`
    gives for a noun a wider one, `titles` stand before surnames, and `once` holds the verbs, as
    `verb` gives them, of events that happen to one thing once; two of a set of `opposites`
    distinguish places of one name."""

    nouns: dict[str, str]
    verbs: dict[str, str]
    people: frozenset[str]
    anyone: frozenset[str]
    perpetrators: frozenset[str]
    unrestricting: frozenset[str]
    broader: Mapping[str, str]
    titles: frozenset[str]
    once: frozenset[str]
    opposites: tuple[frozenset[str], ...]

    def noun(self, word: str) -> str:
        """The canonical word for a noun; the noun itself if it is in no set."""
        return self.nouns.get(word, word)

    def verb(self, word: str) -> str:
        """The canonical word for a verb; the verb itself if it is in no set."""
        return self.verbs.get(word, word)


@for_each_language
def synonyms(language: str) -> Synonyms:
    """The sets of synonyms of a language. Raises `ConfigurationError` for a word in two sets."""
    data = load("synonyms", _Synonyms, language)
    verbs = _first_of_set(data.verbs, language)
    return Synonyms(
        _first_of_set(data.nouns, language), verbs,
        frozenset(data.people),
        frozenset(data.anyone),
        frozenset(data.perpetrators.split()),
        frozenset(data.unrestricting.split()),
        {word: broad for broad, words in data.broader.items() for word in words.split()},
        frozenset(data.titles["before"].split()),
        frozenset(verbs.get(verb, verb) for verb in data.once),
        tuple(map(frozenset, data.opposites)),
    )  # fmt: skip


@for_each_language
def opposed(language: str) -> frozenset[str]:
    """Every word of the sets of opposites."""
    return frozenset().union(*synonyms(language).opposites)


def _first_of_set(sets: tuple[tuple[str, ...], ...], language: str) -> dict[str, str]:
    """The first word of each word's set. Raises `ConfigurationError` for a word in two sets."""
    first: dict[str, str] = {}
    for words in sets:
        for word in words:
            if word in first:
                raise ConfigurationError(
                    f"lexicons/{language}/synonyms.toml", f"{word!r} stands in two sets: keep one"
                )
            first[word] = words[0]
    return first
