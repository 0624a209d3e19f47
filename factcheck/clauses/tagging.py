"""Part-of-speech tags of the words of a sentence, as far as a clause needs them.

No model: closed classes and known verbs come from the lexicon, and the few words that can be
noun or verb ("attack", "shot", "report") are tagged by the word before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import ClassVar

from factcheck.clauses.lexicon import clause_lexicon
from factcheck.lexicon import for_each_language, load
from factcheck.models import Span
from factcheck.text.inflection import FunctionWords, singular, unlisted_base, verb_forms
from factcheck.text.tokeniser import JOINT, LETTER, LETTERS, NUMBER, WORD, TextTokens


class Tag:
    """The parts of speech that matter for finding a clause's verb and its arguments.

    No `Enum`, whose members Python 3.11 looks up at five times the cost: to read a short article
    takes a thousand of these. Compared by identity.
    """

    __slots__ = ("_name",)

    DETERMINER: ClassVar[Tag]
    PREPOSITION: ClassVar[Tag]
    CONJUNCTION: ClassVar[Tag]
    SUBORDINATOR: ClassVar[Tag]
    PRONOUN: ClassVar[Tag]
    AUXILIARY: ClassVar[Tag]
    ADVERB: ClassVar[Tag]
    VERB: ClassVar[Tag]
    NUMBER: ClassVar[Tag]
    NOUN: ClassVar[Tag]  # nouns and adjectives alike
    BREAK: ClassVar[Tag]  # a comma, dash, bracket, colon, semicolon
    QUOTE: ClassVar[Tag]

    def __init__(self, name: str) -> None:
        self._name = name

    def __repr__(self) -> str:
        return f"Tag.{self._name}"


for _each in Tag.__annotations__:
    setattr(Tag, _each, Tag(_each))


@dataclass(slots=True)  # frozen would take three times as long to make, and it is made most often
class Word:
    """One word or mark: its offsets, its small-letter and base form, its part of speech.
    Immutable."""

    start: int
    end: int
    lower: str
    lemma: str
    tag: Tag
    capitalised: bool


# What clauses take as one: "18,000", "cease-fire", "U.S.-backed"; the "'s" behind a bracket, which
# is no word; and dashes.
_TIES = re.compile(
    rf"{JOINT}(?:(?P<{NUMBER}>\d(?:[.,/:]+\d)*%?)"
    rf"|(?P<{WORD}>{LETTERS}(?:\w|[.'’-](?=\w)|(?<=\.{LETTER})\.)+)"
    r"|(?P<possessive>['’]s(?!\w))"
    r"|(?P<dash>--+|\s-\s))"
)
_SIGNS = {
    NUMBER: Tag.NUMBER,
    **dict.fromkeys('"“”‘', Tag.QUOTE),
    **dict.fromkeys((*",;:()[]—–.!?…", "dash"), Tag.BREAK),
}
_AUXILIARIES = {
    **dict.fromkeys(("is", "are", "was", "were", "been", "being", "am", "'s", "'re"), "be"),
    **dict.fromkeys(("has", "had", "having", "'ve"), "have"),
    **dict.fromkeys(("does", "did"), "do"),
    "got": "get",
}
_PHRASE = 7  # words between "see" and its infinitive
_HEDGE = 3  # words before a figure: "[at least] 20"
_CLAUSE = 16  # words in which the verb of a clause is looked for
_END = Word(0, 0, "", "", Tag.BREAK, False)


@cache
def _closed_classes(language: str) -> dict[str, Tag]:
    """The tag of each word of a closed class."""
    grammar = load("grammar", FunctionWords, language)
    classes: dict[str, Tag] = {}
    # The first class that lists a word wins; context may overrule it below.
    for tag, words in (
        (Tag.AUXILIARY, grammar.auxiliaries),
        (Tag.PREPOSITION, grammar.prepositions),
        (Tag.PRONOUN, grammar.pronouns),
        (Tag.DETERMINER, grammar.determiners),
        (Tag.SUBORDINATOR, grammar.subordinators),
        (Tag.CONJUNCTION, grammar.conjunctions),
        (Tag.ADVERB, grammar.adverbs),
    ):
        for word in words:
            classes.setdefault(word, tag)
    classes.update(dict.fromkeys(grammar.relatives, Tag.SUBORDINATOR))
    return classes


@for_each_language
def _same_in_the_past(language: str) -> frozenset[str]:
    """Verbs whose past is their base form: "a spokesman put the number at 400"."""
    irregular = load("grammar", FunctionWords, language).irregular
    return frozenset(base for base, forms in irregular.items() if base in forms)


def tagged(tokens: TextTokens, sentence: Span, language: str = "en") -> tuple[Word, ...]:
    """The words of one sentence, in order, tagged."""
    closed, fixed = _closed_classes(language), _fixed(language)
    verbs = verb_forms(language)
    reporting = clause_lexicon(language).reporting
    found: list[Word] = []
    text, cut = tokens.text, tokens.joined(_TIES, sentence)
    titled = _is_title((text[start:end] for kind, start, end in cut if kind == WORD), closed)
    for kind, start, end in cut:
        surface = text[start:end]
        if kind != WORD:
            if kind in _SIGNS:
                lower = small(surface)
                found.append(Word(start, end, lower, lower, _SIGNS[kind], False))
            continue
        if surface in fixed:  # in small letters, as half of all words are
            tag, lemma = fixed[surface]
            found.append(Word(start, end, surface, lemma, tag, False))
            continue
        lower, capital = small(surface), surface[0].isupper()
        if lower in fixed and surface not in _NAMES_TOO:
            tag, lemma = fixed[lower]
            found.append(Word(start, end, lower, lemma, tag, capital))
            continue
        tag = _tag(lower, found, closed, verbs, reporting, titled or len(found) == 1)
        if capital:
            tag = _of_capital(surface, lower, tag, found, closed, titled)
        found.append(Word(start, end, lower, _lemma(lower, tag, verbs), tag, capital))
    if len(found) > 1 and _opens_with_its_verb(found, verbs):
        found[1] = replace(found[1], tag=Tag.VERB, lemma=verbs[found[1].lower])
    _mark_plural_subjects(found, verbs)
    _mark_infinitives(found, verbs, clause_lexicon(language).perceiving)
    following = (*found[1:], _END)
    return tuple(
        _disambiguated(word, following[at], language) if word.tag is Tag.VERB else word
        for at, word in enumerate(found)
    )


def words_in(tokens: TextTokens, within: Span | None = None) -> list[str]:
    """Every word of a text or of a part of it, as written, hyphened ones as one."""
    text = tokens.text
    return [text[start:end] for kind, start, end in tokens.joined(_TIES, within) if kind == WORD]


def small(surface: str) -> str:
    """A word in small letters, with a straight apostrophe."""
    return surface.lower().replace("’", "'")


_NAMES_TOO = ("US", "May")
_OPEN_TOO = ("like", "past", "down", "near", "following")  # verbs or nouns too


@cache
def _fixed(language: str) -> dict[str, tuple[Tag, str]]:
    """The tag and base form of the words that have the same everywhere: half of all."""
    return {
        word: (tag, _lemma(word, tag, {}))
        for word, tag in _closed_classes(language).items()
        if word not in _OPEN_TOO
    }


def _of_capital(
    surface: str, lower: str, tag: Tag, before: list[Word], closed: dict[str, Tag], titled: bool
) -> Tag:
    """The tag of a word with a capital. `tag` is what it would be without, `before` are the words
    of the sentence up to it, `titled` says that the sentence is in title case."""
    if surface == "US" or (surface == "May" and before):
        return Tag.NOUN
    if titled:
        return tag
    if tag is Tag.ADVERB and lower not in closed and before:
        return Tag.NOUN  # "in Italy", "Billy said"
    return Tag.NOUN if tag is Tag.VERB and _is_name(surface, before) else tag


def _opens_with_its_verb(words: list[Word], verbs: dict[str, str]) -> bool:
    """Whether a bare figure opens the sentence as the subject of its verb: "9,000 march in Rome",
    but "12 attack helicopters"."""
    figure, verb, follower = words[0], words[1], (*words[2:3], _END)[0]
    plain = verbs.get(verb.lower) == verb.lower and verb.tag is Tag.NOUN
    return figure.tag is Tag.NUMBER and plain and follower.tag is Tag.PREPOSITION


def _mark_plural_subjects(words: list[Word], verbs: dict[str, str]) -> None:
    """Tag the verb of a headline whose subject looks like a verb: "Air strikes [kill] at least 20",
    where two verbs in a row would be one too many."""
    for i, (subject, verb) in enumerate(pairwise(words)):
        if subject.tag is not Tag.VERB or subject.lower != subject.lemma + "s":
            continue
        plain = verb.tag is Tag.NOUN and verbs.get(verb.lower) == verb.lower
        hedged = range(i + 2, i + 2 + _HEDGE)
        if plain and any(_before_figure(words, at) and _hedges(words[i + 2 : at]) for at in hedged):
            words[i] = replace(subject, tag=Tag.NOUN, lemma=singular(subject.lower))
            words[i + 1] = replace(verb, tag=Tag.VERB, lemma=verb.lower)


def _hedges(words: list[Word]) -> bool:
    """Whether all words may belong to a hedge before a figure."""
    return all(word.tag in (Tag.PREPOSITION, Tag.ADVERB, Tag.DETERMINER) for word in words)


def _mark_infinitives(words: list[Word], verbs: dict[str, str], perceiving: frozenset[str]) -> None:
    """Tag the bare infinitive before a figure behind "see", "let" and the like: "let fares [rise]
    by 5 percent", "saw petrol prices [fall] 3 percent", where the prices are no verb either."""
    for i, word in enumerate(words):
        if word.lemma not in perceiving or word.tag is not Tag.VERB:
            continue
        at = i + 1
        while at < min(len(words), i + _PHRASE) and _is_in_phrase(words[at]):
            bare = verbs.get(words[at].lower) == words[at].lower
            if bare and at > i + 1 and _before_figure(words, at + 1):
                for j in range(i + 1, at):
                    if words[j].tag is Tag.VERB:
                        words[j] = replace(words[j], tag=Tag.NOUN, lemma=singular(words[j].lower))
                words[at] = replace(words[at], tag=Tag.VERB, lemma=verbs[words[at].lower])
                break
            at += 1


def _is_in_phrase(word: Word) -> bool:
    """Whether a word may be inside a noun phrase."""
    plural = word.tag is Tag.VERB and word.lower.endswith("s")
    return plural or word.tag in (Tag.DETERMINER, Tag.NOUN, Tag.PRONOUN)


def _before_figure(words: list[Word], at: int) -> bool:
    """Whether a figure follows, with no more than a direction before it: "fall [by about] 5"."""
    if at < len(words) and words[at].lower in ("up", "down", "by", "to", "from"):
        at += 1
    if at < len(words) and words[at].lower in ("by", "to", "from"):
        at += 1
    return at < len(words) and words[at].tag is Tag.NUMBER


def _disambiguated(word: Word, following: Word, language: str) -> Word:
    """The word with its tag or base form corrected by the word behind it: in "the root causes of" a
    noun, "set out" is to leave."""
    if following.lower == "of" and _noun_before_of(word):
        return replace(word, tag=Tag.NOUN, lemma=singular(word.lower))
    phrasal = load("grammar", FunctionWords, language).phrasal.get(
        f"{word.lemma} {following.lower}"
    )
    return word if phrasal is None else replace(word, lemma=phrasal)


def _noun_before_of(word: Word) -> bool:
    """Whether a verb form before "of" is a noun: "the root causes of". Some verbs do take "of"."""
    present = word.lower in (word.lemma, word.lemma + "s")
    return present and word.lemma not in ("consist", "die", "hear", "speak", "think", "know")


def _is_name(surface: str, before: list[Word]) -> bool:
    """Whether a capital inside a sentence marks a name: "the United States", not "13 SHOT"."""
    return bool(before) and before[-1].capitalised and not surface.isupper()


def _is_title(words: Iterable[str], closed: dict[str, Tag]) -> bool:
    """Whether the words of a sentence are in title case: "About 90 Homes Destroyed by Fire".

    Every one but those of the closed classes has a capital, and so a capital marks no name.
    """
    capitals = 0
    for word in words:
        if len(word) < 2 or not word[:2].isalpha():
            continue  # "a.m.", "M23"
        if word[0].isupper():
            capitals += small(word) not in closed
        elif small(word) not in closed:
            return False
    return capitals > 2


def _lemma(lower: str, tag: Tag, verbs: dict[str, str]) -> str:
    """The base form of a word, given its tag."""
    if tag is Tag.VERB:
        return verbs.get(lower) or unlisted_base(lower)
    if tag is Tag.AUXILIARY:
        return _AUXILIARIES.get(lower, lower)
    return singular(lower.removesuffix("'s"))


def _tag(
    lower: str,
    before: list[Word],
    closed: dict[str, Tag],
    verbs: dict[str, str],
    reporting: frozenset[str],
    titled: bool,
) -> Tag:
    """The tag of a word in small letters, given the words before it."""
    previous = before[-1] if before else None
    known = closed.get(lower)
    if known is not None and lower not in _OPEN_TOO:
        return known
    if lower in verbs and _reads_as_verb(lower, before, verbs, titled):
        return Tag.NOUN if _is_object(lower, before, verbs, reporting) else Tag.VERB
    if known is not None:
        return known
    if lower.endswith("ly") and len(lower) > 4:
        return Tag.ADVERB
    if lower.endswith("ing") and previous is not None and previous.lemma == "be":
        return Tag.VERB  # "crews were battling"
    if lower.endswith("ed") and len(lower) > 4 and previous is not None:
        # a past form that the list does not know: "the trains collided", "it was centred"
        after = (Tag.AUXILIARY, Tag.NOUN, Tag.PRONOUN, Tag.ADVERB)
        return Tag.VERB if previous.tag in after else Tag.NOUN
    return Tag.NOUN


def is_relative_subject(words: Sequence[Word], at: int) -> bool:
    """Whether a word is a relative pronoun that can be the subject of its clause, alone or with the
    part that it is the whole of: "[who] march", "40 of [whom] live in Leeds"."""
    if words[at].lower == "whom":
        return at > 0 and words[at - 1].lower == "of"
    return words[at].lower in ("who", "that", "which")


def _is_object(
    lower: str, before: list[Word], verbs: dict[str, str], reporting: frozenset[str]
) -> bool:
    """Whether a form that may be a plural or a verb is a noun, since its clause has a verb: "sets
    aside a sum for road [repairs]", but "the price of oil [rises]"."""
    if lower == verbs[lower] or not lower.endswith("s") or before[-1].tag is not Tag.NOUN:
        return False
    phrase, behind = False, ""
    for word in reversed(before[-_CLAUSE:]):
        finite = word.tag is Tag.VERB and not word.lower.endswith("ing")
        if finite and not (behind == "of" and _noun_before_of(word)):  # "a list of the missing"
            return phrase and word.lemma not in reporting  # "said the price of oil rises"
        if word.tag in (Tag.BREAK, Tag.SUBORDINATOR, Tag.CONJUNCTION, Tag.AUXILIARY, Tag.QUOTE):
            return False
        phrase, behind = phrase or word.tag is Tag.PREPOSITION, word.lower
    return False


def _reads_as_verb(lower: str, before: list[Word], verbs: dict[str, str], titled: bool) -> bool:
    """Whether a form that may be a verb is one, judged by the word before it."""
    base, previous = verbs[lower], before[-1] if before else None
    participle = (
        lower in _same_in_the_past()
        or lower.endswith(("ed", "ing"))
        or (lower != base and not lower.endswith("s"))
    )
    if previous is None:
        return lower.endswith("ing")
    tag = previous.tag
    if previous.lower == "to" or tag in (Tag.AUXILIARY, Tag.PRONOUN, Tag.ADVERB):
        return True
    if tag is Tag.SUBORDINATOR:
        # "who march north", but "when guards let them pass"
        return participle or is_relative_subject(before, len(before) - 1)
    if tag in (Tag.DETERMINER, Tag.NUMBER):
        # "the attack", "13 shot": after a figure a past form is a verb, after "the" a noun.
        return tag is Tag.NUMBER and participle
    if previous.lower.endswith("'s"):
        return False
    if tag is Tag.PREPOSITION:
        return lower.endswith("ing")
    if participle:
        return True
    if tag is Tag.NOUN:
        # Number agrees: "migrants leave", "the surge continues", but "the United States".
        plural = previous.lemma != previous.lower and (titled or not previous.capitalised)
        plural = plural or previous.lower in ("police", "people")
        return plural if lower == base else not plural
    # Behind a verb an "s" is a plural: "cut costs", "posted gains".
    return tag in (Tag.CONJUNCTION, Tag.QUOTE) and lower != base
