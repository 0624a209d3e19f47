"""The words of quantities, loaded once for a language and put into the shape the readers use."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from factcheck.lexicon import load
from factcheck.models import Change, Dimension
from factcheck.quantities.cues import Cues
from factcheck.quantities.currencies import of_our_century
from factcheck.quantities.shapes import (
    Contexts,
    Currencies,
    Hedges,
    NoneOfThem,
    Numerals,
    People,
    Units,
)
from factcheck.text.tokens import Tokens

_GREEK_MU, _MICRO = "\u03bc", "\u00b5"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure or currency: its name, what it measures, its size in the base unit.

    Of one that is `asked`, only a form is known here: the rest is for the ontology to say.
    """

    name: str
    dimension: Dimension
    si: Decimal | None = None
    zero: Decimal = Decimal(0)
    asked: bool = False


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
    raising: frozenset[str]
    moving: frozenset[str]
    between: frozenset[str]
    units: Unitbook
    sized: dict[str, Unit]
    unit_words: frozenset[str]
    before_units: frozenset[str]
    before_durations: frozenset[str]
    signs: Unitbook
    in_context: dict[str, tuple[tuple[frozenset[str], Unit], ...]]
    unsure_signs: frozenset[str]
    price_words: frozenset[str]
    money_words: frozenset[str]
    currency_signs: Unitbook
    codes: frozenset[str]
    periods: Phrasebook
    people: frozenset[str]
    people_endings: tuple[str, ...]
    demonyms: tuple[str, ...]
    not_demonyms: frozenset[str]
    not_people: frozenset[str]
    states: frozenset[str]
    people_verbs: frozenset[str]
    predicates: frozenset[str]
    none: NoneOfThem
    zeros: frozenset[str]
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


def _spelt(sign: str) -> tuple[str, ...]:
    """A sign with either mu: the micro sign and the Greek letter look alike."""
    return (sign, sign.replace(_MICRO, _GREEK_MU)) if _MICRO in sign else (sign,)


def _singular_and_plural(form: str) -> tuple[str, str]:
    return form, form + ("es" if form.endswith("s") else "s")


def _in_context(
    measures: Units, sums: Currencies, known: dict[str, Unit]
) -> dict[str, tuple[tuple[frozenset[str], Unit], ...]]:
    """The signs that need certain words beside them; the ontology has the units not known here."""
    book: dict[str, tuple[tuple[frozenset[str], Unit], ...]] = {}
    for entry in measures.in_context:
        unit = known.get(entry.unit) or Unit(entry.unit, Dimension.MEASURE, asked=True)
        for sign in entry.signs:
            book[sign] = (*book.get(sign, ()), (entry.near, unit))
    for sign, code in sums.signs_beside_prices.items():
        book[sign] = (*book.get(sign, ()), (sums.price_words, known[code]))
    return book


@cache
def lexis(language: str = "en") -> Lexis:
    """The words of `language`. Raises `ConfigurationError` where a lexicon cannot be used."""
    written = load("quantity_numerals", Numerals, language)
    numerals = written.model_copy(
        update={"magnitudes": written.magnitudes | written.short_magnitudes}
    )
    hedges = load("quantity_hedges", Hedges, language)
    measures = load("quantity_units", Units, language)
    units = measures.unit
    asked = [Unit(w, Dimension.MEASURE, asked=True) for w in measures.asked.words]
    asked_signs = [Unit(s, Dimension.MEASURE, asked=True) for s in measures.asked.signs]
    sums = load("quantity_currencies", Currencies, language)
    currencies = of_our_century(sums, language)
    people = load("quantity_people", People, language)
    contexts = load("quantity_contexts", Contexts, language)
    vague = numerals.vague
    money = {c.code: Unit(c.code, Dimension.MONEY) for c in currencies}
    measured = {u.name: Unit(u.name, u.dimension, u.si, u.zero) for u in units}
    in_context = _in_context(measures, sums, measured | money)
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
        skipped=hedges.words.skipped,
        over_bounds=hedges.words.over_bounds,
        negations=hedges.words.negations,
        clause_openers=hedges.words.clause_openers,
        changes={
            **dict.fromkeys(hedges.change.up, Change.UP),
            **dict.fromkeys(hedges.change.down, Change.DOWN),
        },
        raising=hedges.change.raising,
        moving=hedges.change.moving,
        between=hedges.change.between,
        units=_unit_book(
            [(_words(form), measured[u.name]) for u in units for form in u.forms]
            + [(_words(form), money[c.code]) for c in currencies for form in c.words]
            + [(_words(form), unit) for unit in asked for form in _singular_and_plural(unit.name)]
        ),
        sized={name: unit for name, unit in measured.items() if unit.si is not None},
        before_units=measures.national,
        before_durations=measures.between,
        unit_words=frozenset(
            [_words(form)[0] for u in units for form in u.forms]
            + [form for c in currencies for form in c.words if " " not in form]
            + [f for unit in asked for f in _singular_and_plural(unit.name) if f.isalpha()]
        ),
        signs=_unit_book(
            [(_raw(s), measured[u.name]) for u in units for sign in u.signs for s in _spelt(sign)]
            + [(_raw(s), money[c.code]) for c in currencies for s in c.signs if not s[0].isalpha()]
            + [(_raw(s), money[c.code]) for c in currencies for s in c.behind]
            + [(_raw(unit.name), unit) for unit in asked_signs]
        ),
        in_context=in_context,
        unsure_signs=frozenset(("in", '"', "'", *map(str.lower, in_context))),
        price_words=sums.price_words,
        money_words=frozenset(word for c in currencies for word in c.words),
        currency_signs=_unit_book(
            [(_sign_words(sign), money[c.code]) for c in currencies for sign in c.signs],
            by_last=True,
        ),
        codes=frozenset(c.code.lower() for c in currencies),
        periods=_book([(_words(p), p) for p in contexts.rates.periods]),
        people=frozenset(people.nouns.split()),
        people_endings=people.endings,
        demonyms=people.demonyms,
        not_demonyms=people.not_demonyms,
        not_people=people.not_people,
        states=people.states,
        people_verbs=people.verbs,
        predicates=people.predicates,
        none=people.none,
        zeros=people.none.pronouns | people.none.determiners,
        starters=_starters(written),
        after_article=frozenset(
            ("half", *numerals.magnitudes, *numerals.dozens, *numerals.shares, *vague.quantifiers)
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
