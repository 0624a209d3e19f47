"""The shapes of `quantity_units.toml` and `quantity_currencies.toml`."""

from __future__ import annotations

from decimal import Decimal

from factcheck.lexicon import Lexicon
from factcheck.models import Dimension


class UnitEntry(Lexicon):
    """One unit of measure: words, signs behind digits, size in the base unit, or in `months` where
    the calendar gives it one."""

    name: str
    dimension: Dimension
    si: Decimal | None = None
    months: Decimal | None = None
    zero: Decimal = Decimal(0)
    forms: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


class OntologyUnits(Lexicon):
    """Units that the ontology is asked for: words in the singular, signs behind digits."""

    words: tuple[str, ...]
    signs: tuple[str, ...]


class InContext(Lexicon):
    """Signs that are one unit or currency only beside certain words."""

    signs: tuple[str, ...]
    unit: str
    near: frozenset[str]


class Units(Lexicon):
    """The shape of `quantity_units.toml`."""

    asked: OntologyUnits
    in_context: tuple[InContext, ...]

    between: frozenset[str]
    national: frozenset[str]
    unit: tuple[UnitEntry, ...]


class Currency(Lexicon):
    """One currency: signs before a figure, words and signs behind it. A hundred of a minor one make
    one of that in `hundredth_of`."""

    code: str
    signs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    hundredth_of: str | None = None


class Currencies(Lexicon):
    """The shape of `quantity_currencies.toml`.

    `codes_also_words` are codes that are no signs by themselves, `words_also_others` words that are
    no names without a country; `signs_beside_prices` are letters that are a sign only beside one of
    `price_words`.
    """

    price_words: frozenset[str]
    signs_beside_prices: dict[str, str]

    codes_also_words: frozenset[str]
    words_also_others: frozenset[str]
    currency: tuple[Currency, ...]
