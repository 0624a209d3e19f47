"""The shapes of the `quantity_*.toml` lexicons, but for units and currencies."""

from __future__ import annotations

from decimal import Decimal

from factcheck.lexicon import Lexicon


class Vague(Lexicon):
    """Vague words: `plurals` alone, `multipliers` before "of", `quantifiers` before a magnitude."""

    plurals: dict[str, Decimal]
    multipliers: dict[str, Decimal]
    quantifiers: dict[str, Decimal]


class Metres(Lexicon):
    """Nouns of things so high or long that "2m" before them is in metres."""

    nouns: frozenset[str]


class Numerals(Lexicon):
    """The shape of `quantity_numerals.toml`; `magnitudes` take up the short ones when loaded."""

    cardinals: dict[str, Decimal]
    magnitudes: dict[str, Decimal]
    short_magnitudes: dict[str, Decimal]
    magnitude_letters: dict[str, Decimal]
    metres: Metres
    dozens: dict[str, Decimal]
    vague: Vague
    shares: dict[str, Decimal]
    ordinals: dict[str, Decimal]
    multiples: dict[str, Decimal]


class HedgesBefore(Lexicon):
    """Hedges in front of a figure, by what they do to it."""

    around: tuple[str, ...]
    below: tuple[str, ...]
    above: tuple[str, ...]
    over: tuple[str, ...]
    least: tuple[str, ...]
    most: tuple[str, ...]
    under: tuple[str, ...]


class HedgingVerbs(Lexicon):
    """Verbs that bound the figure they govern, by what they do to it."""

    over: frozenset[str]
    near: frozenset[str]
    reach: frozenset[str]


class HedgesAfter(Lexicon):
    """Hedges behind a figure, by what they do to it."""

    around: tuple[str, ...]
    least: tuple[str, ...]
    most: tuple[str, ...]


class HedgeWords(Lexicon):
    """Words between a hedge and its figure, and words that reverse a bound."""

    over_bounds: frozenset[str]
    skipped: frozenset[str]
    negations: frozenset[str]
    clause_openers: frozenset[str]


class ChangeVerbs(Lexicon):
    """Verbs of change, and what may stand between one and its figure."""

    up: tuple[str, ...]
    down: tuple[str, ...]
    raising: frozenset[str]
    moving: frozenset[str]
    between: frozenset[str]


class Hedges(Lexicon):
    """The shape of `quantity_hedges.toml`."""

    before: HedgesBefore
    verbs: HedgingVerbs
    after: HedgesAfter
    words: HedgeWords
    change: ChangeVerbs


class NoneOfThem(Lexicon):
    """Words that state a count of zero, explained in `quantity_people.toml`."""

    pronouns: frozenset[str]
    determiners: frozenset[str]
    emphatic: tuple[str, ...]
    skipped: frozenset[str]
    outcomes: frozenset[str]
    uncounted: frozenset[str]
    joints: frozenset[str]
    remainders: frozenset[str]
    auxiliaries: frozenset[str]
    finite: frozenset[str]
    breaks: frozenset[str]
    uncertain: frozenset[str]
    loose_verbs: frozenset[str]

    def first_words(self) -> frozenset[str]:
        """The words that a count of zero may begin with."""
        return self.pronouns | self.determiners | {words.split()[0] for words in self.emphatic}


class People(Lexicon):
    """The shape of `quantity_people.toml`."""

    nouns: str
    endings: tuple[str, ...]
    demonyms: tuple[str, ...]
    not_demonyms: frozenset[str]
    not_people: frozenset[str]
    states: frozenset[str]
    verbs: frozenset[str]
    predicates: frozenset[str]
    none: NoneOfThem


class Sports(Lexicon):
    """Words of contests and votes."""

    verbs: frozenset[str]
    contests: frozenset[str]


class Ages(Lexicon):
    """Words that make a figure an age."""

    before: frozenset[str]
    old: frozenset[str]
    stands_for_age: frozenset[str]


class Storms(Lexicon):
    """Words that make the number of a category a storm's."""

    nouns: frozenset[str]
    verbs: frozenset[str]


class Quakes(Lexicon):
    """Words that make a figure the magnitude of an earthquake."""

    after: frozenset[str]
    before: frozenset[str]
    scale: frozenset[str]
    links: frozenset[str]


class Telephones(Lexicon):
    """Numbers to call, and the words beside them."""

    numbers: frozenset[str]
    words: frozenset[str]


class Rates(Lexicon):
    """Words that make a rate."""

    openers: frozenset[str]
    adverbs: dict[str, str]
    short: dict[str, str]
    periods: tuple[str, ...]
    names: dict[str, str]


class Contexts(Lexicon):
    """The shape of `quantity_contexts.toml`."""

    numbered: frozenset[str]
    video: frozenset[str]

    months: frozenset[str]
    weekdays: frozenset[str]
    names: frozenset[str]
    never_names: frozenset[str]
    streets: frozenset[str]
    calibres: frozenset[str]
    coordinates: frozenset[str]
    furniture: frozenset[str]
    furniture_ends: frozenset[str]
    hyphenated: frozenset[str]
    prefixes: frozenset[str]
    idioms: frozenset[str]
    telephones: Telephones
    sports: Sports
    ages: Ages
    quakes: Quakes
    storms: Storms
    rates: Rates
