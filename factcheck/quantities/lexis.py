"""The words of quantities, loaded once for a language and put into the shape the readers use."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from factcheck.lexicon import Lexicon, load
from factcheck.models import Change, Dimension
from factcheck.text.tokens import Tokens


class _Vague(Lexicon):
    plurals: dict[str, Decimal]
    multipliers: dict[str, Decimal]
    quantifiers: dict[str, Decimal]


class _Metres(Lexicon):
    nouns: frozenset[str]


class Numerals(Lexicon):
    """The shape of `quantity_numerals.toml`."""

    cardinals: dict[str, Decimal]
    magnitudes: dict[str, Decimal]
    magnitude_letters: dict[str, Decimal]
    metres: _Metres
    dozens: dict[str, Decimal]
    vague: _Vague
    shares: dict[str, Decimal]
    ordinals: dict[str, Decimal]
    multiples: dict[str, Decimal]


class _HedgesBefore(Lexicon):
    around: tuple[str, ...]
    below: tuple[str, ...]
    above: tuple[str, ...]
    over: tuple[str, ...]
    least: tuple[str, ...]
    most: tuple[str, ...]
    under: tuple[str, ...]


class _HedgesAfter(Lexicon):
    around: tuple[str, ...]
    least: tuple[str, ...]
    most: tuple[str, ...]


class _HedgeWords(Lexicon):
    over_bounds: frozenset[str]
    skipped: tuple[str, ...]
    negations: tuple[str, ...]
    clause_openers: tuple[str, ...]


class _Change(Lexicon):
    up: tuple[str, ...]
    down: tuple[str, ...]
    neutral: tuple[str, ...]
    between: tuple[str, ...]


class _Hedges(Lexicon):
    before: _HedgesBefore
    after: _HedgesAfter
    words: _HedgeWords
    change: _Change


class _Unit(Lexicon):
    name: str
    dimension: Dimension
    si: Decimal | None = None
    zero: Decimal = Decimal(0)
    forms: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


class _Units(Lexicon):
    between: frozenset[str]
    national: frozenset[str]
    unit: tuple[_Unit, ...]


class _Currency(Lexicon):
    code: str
    signs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()


class _Currencies(Lexicon):
    currency: tuple[_Currency, ...]


class _People(Lexicon):
    nouns: str
    endings: tuple[str, ...]
    demonyms: tuple[str, ...]
    not_demonyms: tuple[str, ...]
    not_people: frozenset[str]
    states: tuple[str, ...]
    verbs: tuple[str, ...]
    predicates: tuple[str, ...]


class _Sports(Lexicon):
    verbs: frozenset[str]


class _Ages(Lexicon):
    before: frozenset[str]
    old: frozenset[str]
    stands_for_age: frozenset[str]


class _Quakes(Lexicon):
    after: frozenset[str]
    before: frozenset[str]
    scale: frozenset[str]


class _Rates(Lexicon):
    openers: frozenset[str]
    adverbs: dict[str, str]
    periods: tuple[str, ...]
    names: dict[str, str]


class Contexts(Lexicon):
    """The shape of `quantity_contexts.toml`."""

    months: frozenset[str]
    weekdays: frozenset[str]
    names: frozenset[str]
    never_names: frozenset[str]
    streets: frozenset[str]
    clocks: frozenset[str]
    calibres: frozenset[str]
    guns: frozenset[str]
    coordinates: frozenset[str]
    furniture: frozenset[str]
    furniture_ends: frozenset[str]
    versions: frozenset[str]
    hyphenated: frozenset[str]
    prefixes: frozenset[str]
    idioms: frozenset[str]
    anaphoric: frozenset[str]
    sports: _Sports
    ages: _Ages
    quakes: _Quakes
    rates: _Rates


class Cues(Lexicon):
    """The shape of `quantity_cues.toml`, where each set is explained."""

    after_half: frozenset[str]
    after_half_determiner: frozenset[str]
    before_half_time: frozenset[str]
    after_a_share: frozenset[str]
    after_one_share: frozenset[str]
    before_share: frozenset[str]
    after_share: frozenset[str]
    after_small_fraction: frozenset[str]
    after_doubled: frozenset[str]
    after_double: frozenset[str]
    after_twice: frozenset[str]
    after_times: frozenset[str]
    bounds_on_a_unit: frozenset[str]
    article_figures: frozenset[str]
    after_bound_article: frozenset[str]
    loose_bounds: frozenset[str]
    after_spatial_bound: frozenset[str]
    climbing: frozenset[str]
    after_hedge_words: frozenset[str]
    after_plus: frozenset[str]
    before_clock: frozenset[str]
    capital_clocks: frozenset[str]
    before_count_like_a_year: frozenset[str]
    before_year: frozenset[str]
    before_a_model: frozenset[str]
    names_before_counts: frozenset[str]
    not_names: frozenset[str]
    tied_to_figures: frozenset[str]
    furniture_units: frozenset[str]
    before_pronoun_one: frozenset[str]
    possessives: frozenset[str]
    one_compounds: frozenset[str]
    currencies_also_words: frozenset[str]
    after_rank_second: frozenset[str]
    after_american_sum: frozenset[str]
    rate_adverbs: frozenset[str]
    after_rate_adverb: frozenset[str]
    rate_adjectives: frozenset[str]
    after_rate_noun: frozenset[str]
    attributive_rates: frozenset[str]
    rate_periods: frozenset[str]
    after_period_no_rate: frozenset[str]
    before_period_no_rate: frozenset[str]
    clause_breaks: frozenset[str]
    finite: frozenset[str]
    auxiliaries: frozenset[str]
    after_people_unsaid: frozenset[str]
    before_fate_object: frozenset[str]
    weak_states: frozenset[str]
    headline_states: frozenset[str]
    conditions: frozenset[str]
    whole_pronouns: frozenset[str]
    families: frozenset[str]
    groups: frozenset[str]
    blocs: frozenset[str]
    between_ages: frozenset[str]
    of_an_age: frozenset[str]
    aged_people: frozenset[str]
    after_apposed_age: frozenset[str]
    after_stated_age: frozenset[str]
    copulas: frozenset[str]
    superlatives: frozenset[str]
    before_rank: frozenset[str]
    after_rank: frozenset[str]
    not_infinitives: frozenset[str]
    breaks_rank: frozenset[str]
    loose_results: frozenset[str]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure or currency: its name, what it measures, its size in the base unit."""

    name: str
    dimension: Dimension
    si: Decimal | None = None
    zero: Decimal = Decimal(0)


Phrasebook = dict[str, tuple[tuple[tuple[str, ...], str], ...]]
Unitbook = dict[str, tuple[tuple[tuple[str, ...], Unit], ...]]


@dataclass(frozen=True, slots=True)
class Lexis:
    """Everything the readers look up. Books are keyed by the first word of a phrase, hedges
    that stand before a figure by their last, the longest phrase first."""

    numerals: Numerals
    contexts: Contexts
    cues: Cues
    hedges_before: Phrasebook
    hedges_after: Phrasebook
    skipped: frozenset[str]
    over_bounds: frozenset[str]
    negations: frozenset[str]
    clause_openers: frozenset[str]
    changes: dict[str, Change]
    neutral: frozenset[str]
    between: frozenset[str]
    units: Unitbook
    sized: dict[str, Unit]
    unit_words: frozenset[str]
    before_units: frozenset[str]
    before_durations: frozenset[str]
    signs: Unitbook
    currency_signs: Unitbook
    periods: Phrasebook
    people: frozenset[str]
    people_endings: tuple[str, ...]
    demonyms: tuple[str, ...]
    not_demonyms: frozenset[str]
    not_people: frozenset[str]
    states: frozenset[str]
    people_verbs: frozenset[str]
    predicates: frozenset[str]
    starters: frozenset[str]
    after_article: frozenset[str]


def _words(phrase: str) -> tuple[str, ...]:
    tokens = Tokens(phrase)
    return tuple(tokens.words[: tokens.size])


def _raw(phrase: str) -> tuple[str, ...]:
    tokens = Tokens(phrase)
    return tuple(tokens.raw(index) for index in range(tokens.size))


def _sign_words(sign: str) -> tuple[str, ...]:
    """A sign as it is cut in front of a figure: "Y=" is one token where digits follow."""
    tokens = Tokens(f"{sign.upper()}{'' if sign.endswith('=') else ' '}1")
    return tuple(tokens.words[: tokens.size - 1])


def _book(entries: list[tuple[tuple[str, ...], str]], *, by_last: bool = False) -> Phrasebook:
    book: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, effect in entries:
        book.setdefault(words[-1 if by_last else 0], []).append((words, effect))
    return {key: tuple(sorted(values, key=lambda v: -len(v[0]))) for key, values in book.items()}


def _unit_book(entries: list[tuple[tuple[str, ...], Unit]], *, by_last: bool = False) -> Unitbook:
    book: dict[str, list[tuple[tuple[str, ...], Unit]]] = {}
    for words, unit in entries:
        book.setdefault(words[-1 if by_last else 0], []).append((words, unit))
    return {key: tuple(sorted(values, key=lambda v: -len(v[0]))) for key, values in book.items()}


@cache
def lexis(language: str = "en") -> Lexis:
    """The words of `language`. Raises `ConfigurationError` where a lexicon cannot be used."""
    numerals = load("quantity_numerals", Numerals, language)
    hedges = load("quantity_hedges", _Hedges, language)
    measures = load("quantity_units", _Units, language)
    units = measures.unit
    currencies = load("quantity_currencies", _Currencies, language).currency
    people = load("quantity_people", _People, language)
    contexts = load("quantity_contexts", Contexts, language)
    money = {c.code: Unit(c.code, Dimension.MONEY) for c in currencies}
    measured = {u.name: Unit(u.name, u.dimension, u.si, u.zero) for u in units}
    return Lexis(
        numerals=numerals,
        contexts=contexts,
        cues=load("quantity_cues", Cues, language),
        hedges_before=_book(
            [(_words(p), effect) for effect, phrases in hedges.before for p in phrases],
            by_last=True,
        ),
        hedges_after=_book(
            [(_words(p), effect) for effect, phrases in hedges.after for p in phrases]
        ),
        skipped=frozenset(hedges.words.skipped),
        over_bounds=hedges.words.over_bounds,
        negations=frozenset(hedges.words.negations),
        clause_openers=frozenset(hedges.words.clause_openers),
        changes={
            **dict.fromkeys(hedges.change.up, Change.UP),
            **dict.fromkeys(hedges.change.down, Change.DOWN),
        },
        neutral=frozenset(hedges.change.neutral),
        between=frozenset(hedges.change.between),
        units=_unit_book(
            [(_words(form), measured[u.name]) for u in units for form in u.forms]
            + [(_words(form), money[c.code]) for c in currencies for form in c.words]
        ),
        sized={name: unit for name, unit in measured.items() if unit.si is not None},
        before_units=measures.national,
        before_durations=measures.between,
        unit_words=frozenset(
            [_words(form)[0] for u in units for form in u.forms]
            + [form for c in currencies for form in c.words if " " not in form]
        ),
        signs=_unit_book(
            [(_raw(sign), measured[u.name]) for u in units for sign in u.signs]
            + [(_raw(s), money[c.code]) for c in currencies for s in c.signs if not s[0].isalpha()]
            + [(_raw(s), money[c.code]) for c in currencies for s in c.behind]
        ),
        currency_signs=_unit_book(
            [(_sign_words(sign), money[c.code]) for c in currencies for sign in c.signs],
            by_last=True,
        ),
        periods=_book([(_words(p), p) for p in contexts.rates.periods]),
        people=frozenset(people.nouns.split()),
        people_endings=people.endings,
        demonyms=people.demonyms,
        not_demonyms=frozenset(people.not_demonyms),
        not_people=people.not_people,
        states=frozenset(people.states),
        people_verbs=frozenset(people.verbs),
        predicates=frozenset(people.predicates),
        starters=_starters(numerals),
        after_article=frozenset(
            {*numerals.magnitudes, *numerals.dozens, *numerals.shares, *numerals.vague.quantifiers}
        )
        | {_words(form)[0] for u in units for form in u.forms},
    )


def _starters(numerals: Numerals) -> frozenset[str]:
    """The words that a figure in words may begin with."""
    return frozenset(
        {
            *numerals.cardinals, *numerals.magnitudes, *numerals.dozens, *numerals.vague.plurals,
            *numerals.vague.multipliers, *numerals.vague.quantifiers, *numerals.ordinals,
            *numerals.multiples, "half", "a", "an",
        }
    )  # fmt: skip
