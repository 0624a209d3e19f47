"""The words of quantities, loaded once for a language and put into the shape the readers use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from factcheck.lexicon import Lexicon, for_each_language, load
from factcheck.models import Change, Dimension
from factcheck.quantities.asked import CLASSES, check_needed
from factcheck.quantities.currencies import dollars_of, of_our_century
from factcheck.quantities.rules import (
    Fit,
    QuantityRules,
    WrittenRules,
    classes_in,
    literals_in,
)
from factcheck.quantities.shapes import (
    ChangeVerbs,
    Contexts,
    Hedges,
    NoneOfThem,
    Numerals,
    People,
)
from factcheck.quantities.unit_shapes import Currencies, Currency, Units
from factcheck.quantities.vocabulary import TokenClasses, WrittenClasses
from factcheck.text.inflection import verb_forms
from factcheck.text.tokeniser import TextTokens
from factcheck.text.tokens import Tokens

GREEK_MU, MICRO = "\u03bc", "\u00b5"


@dataclass(frozen=True, slots=True)
class MeasureUnit:
    """A unit of measure or currency: its name, its dimension, its size on its scale.

    Most stand on that of the International System. A month has no fixed length there, but a year is
    twelve: the calendar is a scale of its own. Only units of one dimension and scale can be
    converted into each other.
    Of one that is `asked`, only a form is known here: the ontology has the rest.
    """

    name: str
    dimension: Dimension
    size: Decimal | None = None
    zero: Decimal = Decimal(0)
    asked: bool = False
    scale: str = "si"

    @property
    def scaled(self) -> tuple[Dimension, str]:
        """The dimension and scale."""
        return self.dimension, self.scale


Entry = TypeVar("Entry", str, MeasureUnit)
Phrasebook = dict[str, tuple[tuple[tuple[str, ...], str], ...]]
Unitbook = dict[str, tuple[tuple[tuple[str, ...], MeasureUnit], ...]]


@dataclass(frozen=True, slots=True)
class QuantityLexicon:
    """Everything the readers look up. Books are keyed by the first word of a phrase, hedges
    that stand before a figure by their last, the longest phrase first."""

    numerals: Numerals
    contexts: Contexts
    articles: frozenset[str]
    hedges_before: Phrasebook
    hedges_after: Phrasebook
    skipped: frozenset[str]
    over_bounds: frozenset[str]
    negations: frozenset[str]
    changes: dict[str, Change]
    raising: frozenset[str]
    moving: frozenset[str]
    between: frozenset[str]
    units: Unitbook
    sized: dict[str, MeasureUnit]
    unit_words: frozenset[str]
    before_units: frozenset[str]
    before_durations: frozenset[str]
    signs: Unitbook
    in_context: dict[str, tuple[tuple[frozenset[str], MeasureUnit], ...]]
    unsure_signs: frozenset[str]
    price_words: frozenset[str]
    money_words: frozenset[str]
    currency_signs: Unitbook
    nations: Unitbook
    codes: frozenset[str]
    periods: Phrasebook
    people: frozenset[str]
    people_endings: tuple[str, ...]
    demonyms: tuple[str, ...]
    not_demonyms: frozenset[str]
    not_people: frozenset[str]
    states: frozenset[str]
    people_verbs: frozenset[str]
    state_words: frozenset[str]  # with those of a predicate: "26 were [dead]"
    none: NoneOfThem
    zeros: frozenset[str]
    starters: frozenset[str]
    after_article: frozenset[str]
    classes: TokenClasses
    rules: QuantityRules

    def fit(self, rule: str, tokens: Tokens, first: int, end: int) -> Fit | None:
        """The match of a rule around the figure from token `first` to before `end`, or `None`."""
        return self.rules.fit(rule, tokens, first, end)


def _words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase in the spelling of tokens, so that the two can be compared."""
    tokens = Tokens(TextTokens(phrase))
    return tuple(tokens.words[: tokens.size])


def _raw(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as written."""
    tokens = Tokens(TextTokens(phrase))
    return tuple(tokens.raw(index) for index in range(tokens.size))


def _sign_words(sign: str) -> tuple[str, ...]:
    """A currency sign as it is split into tokens in front of a figure: "Y=" is one token where
    digits follow."""
    tokens = Tokens(TextTokens(f"{sign.upper()}{'' if sign.endswith('=') else ' '}1"))
    return tuple(tokens.words[: tokens.size - 1])


def _book(
    entries: Iterable[tuple[tuple[str, ...], Entry]], *, by_last: bool = False
) -> dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]:
    """Phrases by their first or last word, the longest first: "no more than" before "more than"."""
    book: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for words, entry in entries:
        book.setdefault(words[-1 if by_last else 0], []).append((words, entry))
    return {key: tuple(sorted(values, key=lambda v: -len(v[0]))) for key, values in book.items()}


def _spelt(sign: str) -> tuple[str, ...]:
    """The spellings of a sign with "µ": the micro sign and the Greek letter look alike."""
    return (sign, sign.replace(MICRO, GREEK_MU)) if MICRO in sign else (sign,)


def _singular_and_plural(form: str) -> tuple[str, str]:
    """A noun for a unit in both numbers."""
    return form, form + ("es" if form.endswith("s") else "s")


def _currency(currency: Currency) -> MeasureUnit:
    """A currency as a unit; a minor one has its size on the scale of its major one."""
    if currency.hundredth_of is None:
        return MeasureUnit(currency.code, Dimension.MONEY)
    return MeasureUnit(currency.code, Dimension.MONEY, Decimal("0.01"), scale=currency.hundredth_of)


class _KnownUnits:
    """The units and currencies of two lexicons, and the words and signs that stand for each."""

    def __init__(self, measures: Units, sums: Currencies, language: str) -> None:
        self._measures, self._sums = measures, sums
        self.currencies = of_our_century(sums, language)
        self.money = {c.code: _currency(c) for c in self.currencies}
        self.measured = {
            u.name: MeasureUnit(u.name, u.dimension, u.si, u.zero)
            if u.months is None
            else MeasureUnit(u.name, u.dimension, u.months, scale="months")
            for u in measures.unit
        }
        self._asked = [MeasureUnit(w, Dimension.MEASURE, asked=True) for w in measures.asked.words]
        self._forms = [(_words(form), u.name) for u in measures.unit for form in u.forms]

    def sized(self) -> dict[str, MeasureUnit]:
        """The units that have a size, by name."""
        known = self.measured | self.money
        return {name: unit for name, unit in known.items() if unit.size is not None}

    def words(self) -> Unitbook:
        """Each form of a unit or currency in words."""
        return _book(
            [(words, self.measured[name]) for words, name in self._forms]
            + [(_words(form), self.money[c.code]) for c in self.currencies for form in c.words]
            + [(_words(f), unit) for unit in self._asked for f in _singular_and_plural(unit.name)]
        )

    def first_words(self) -> frozenset[str]:
        """The first word of each form of a unit."""
        return frozenset(words[0] for words, _ in self._forms)

    def single_words(self) -> frozenset[str]:
        """The words that a figure may be glued to: "5km"."""
        return self.first_words().union(
            (form for c in self.currencies for form in c.words if " " not in form),
            (f for u in self._asked for f in _singular_and_plural(u.name) if f.isalpha()),
        )

    def signs(self) -> Unitbook:
        """The signs behind a figure."""
        units, money, measured = self._measures.unit, self.money, self.measured
        asked = [MeasureUnit(s, Dimension.MEASURE, asked=True) for s in self._measures.asked.signs]
        paid = self.currencies
        return _book(
            [(_raw(s), measured[u.name]) for u in units for sign in u.signs for s in _spelt(sign)]
            + [(_raw(s), money[c.code]) for c in paid for s in c.signs if not s[0].isalpha()]
            + [(_raw(s), money[c.code]) for c in paid for s in c.behind]
            + [(_raw(unit.name), unit) for unit in asked]
        )

    def currency_signs(self) -> Unitbook:
        """The signs in front of a figure."""
        signs = [(_sign_words(s), self.money[c.code]) for c in self.currencies for s in c.signs]
        return _book(signs, by_last=True)

    def nations(self) -> Unitbook:
        """The words of a nation behind a sum, with its dollar: "$40 Canadian"."""
        return _book(
            [(_words(n), self.money[c.code]) for c in self.currencies for n in dollars_of(c)]
        )

    def signs_in_context(self) -> dict[str, tuple[tuple[frozenset[str], MeasureUnit], ...]]:
        """The signs that are units only beside certain words, each with these words and its
        unit."""
        known = self.measured | self.money
        book: dict[str, tuple[tuple[frozenset[str], MeasureUnit], ...]] = {}
        for entry in self._measures.in_context:
            unit = known.get(entry.unit) or MeasureUnit(entry.unit, Dimension.MEASURE, asked=True)
            for sign in entry.signs:
                book[sign] = (*book.get(sign, ()), (entry.near, unit))
        for sign, code in self._sums.signs_beside_prices.items():
            book[sign] = (*book.get(sign, ()), (self._sums.price_words, known[code]))
        return book


def _hedges_before(hedges: Hedges, language: str) -> Phrasebook:
    """The hedges that stand before a figure with their effects, by their last word: phrases and all
    forms of verbs."""
    phrases = [(_words(each), effect) for effect, some in hedges.before for each in some]
    forms = verb_forms(language).items()
    verbs = [((f,), effect) for effect, some in hedges.verbs for f, base in forms if base in some]
    return _book([*phrases, *verbs], by_last=True)


def _hedges_after(by_effect: Lexicon) -> Phrasebook:
    """The hedges behind a figure with their effects, by their first word."""
    return _book([(_words(phrase), effect) for effect, some in by_effect for phrase in some])


def _changes(verbs: ChangeVerbs, language: str) -> dict[str, Change]:
    """The direction of change for each form of the verbs and words of change."""
    ways = dict.fromkeys(verbs.up, Change.UP) | dict.fromkeys(verbs.down, Change.DOWN)
    forms = verb_forms(language).items()
    return {form: ways[base] for form, base in forms if base in ways} | ways


@for_each_language
def quantity_lexicon(language: str) -> QuantityLexicon:
    """The words of `language`. Raises `ConfigurationError` where a lexicon cannot be used."""
    written = load("quantity_numerals", Numerals, language)
    numerals = written.model_copy(
        update={"magnitudes": written.magnitudes | written.short_magnitudes}
    )
    hedges = load("quantity_hedges", Hedges, language)
    measures = load("quantity_units", Units, language)
    sums = load("quantity_currencies", Currencies, language)
    people = load("quantity_people", People, language)
    contexts = load("quantity_contexts", Contexts, language)
    units = _KnownUnits(measures, sums, language)
    in_context, unit_words, signs = units.signs_in_context(), units.single_words(), units.signs()
    changes = _changes(hedges.change, language)
    sets = _sets_of_words(numerals, hedges, people, contexts)
    past = {form for form, base in verb_forms(language).items() if _is_past(form, base)}
    sets |= {"CHANGE": changes.keys(), "UNIT": unit_words, "PAST": past}
    written_classes = load("quantity_classes", WrittenClasses, language)
    classes, rules = _classes_and_rules(written_classes, sets, signs, language)
    return QuantityLexicon(
        numerals=numerals,
        contexts=contexts,
        articles=written_classes.words["ARTICLES"],
        hedges_before=_hedges_before(hedges, language),
        hedges_after=_hedges_after(hedges.after),
        skipped=hedges.words.skipped,
        over_bounds=hedges.words.over_bounds,
        negations=hedges.words.negations,
        changes=changes,
        raising=hedges.change.raising,
        moving=hedges.change.moving,
        between=hedges.change.between,
        units=units.words(),
        sized=units.sized(),
        before_units=measures.national,
        before_durations=measures.between,
        unit_words=unit_words,
        signs=signs,
        in_context=in_context,
        unsure_signs=frozenset(("in", '"', "'", *map(str.lower, in_context))),
        price_words=sums.price_words,
        money_words=frozenset(word for c in units.currencies for word in c.words),
        currency_signs=units.currency_signs(),
        nations=units.nations(),
        codes=frozenset(code.lower() for code in units.money),
        periods=_book([(_words(p), p) for p in contexts.rates.periods]),
        people=frozenset(people.nouns.split()),
        people_endings=people.endings,
        demonyms=people.demonyms,
        not_demonyms=people.not_demonyms,
        not_people=people.not_people,
        states=people.states,
        people_verbs=people.verbs,
        state_words=people.states | people.predicates,
        none=people.none,
        zeros=people.none.first_words(),
        starters=_starters(written) | written_classes.words["ARTICLES"],
        after_article=_after_article(numerals) | units.first_words() | unit_words,
        classes=classes,
        rules=rules,
    )


def _classes_and_rules(
    written: WrittenClasses, sets: Mapping[str, Set[str]], signs: Iterable[str], language: str
) -> tuple[TokenClasses, QuantityRules]:
    """The classes of tokens and the rules that name them; `sets` are classes of other lexicons."""
    source = f"lexicons/{language}/quantity_rules.toml"
    patterns = load("quantity_rules", WrittenRules, language).patterns(source)
    named = classes_in(patterns)
    others = {**sets, **literals_in(patterns)}
    classes = TokenClasses(
        written, others, {"UNIT_SIGN": signs}, in_patterns=named, language=language
    )
    rules = QuantityRules(patterns, classes, source)
    check_needed("class", written.all_names(), named | CLASSES, classes.source)
    return classes, rules


def _is_past(form: str, base: str) -> bool:
    """Whether a form of a verb is its past tense or past participle."""
    return form != base and not form.endswith(("s", "ing"))


def _sets_of_words(
    numerals: Numerals, hedges: Hedges, people: People, contexts: Contexts
) -> dict[str, Set[str]]:
    """The sets of words of the lexicons as classes that patterns and readers can name."""
    return {
        "CARDINAL": numerals.cardinals.keys(),
        "MAGNITUDE": numerals.magnitudes.keys(),
        "ORDINAL": numerals.ordinals.keys(),
        "RAISING": hedges.change.raising,
        **_sets(hedges.words),
        **_sets(people, "people_"),
        **_sets(contexts),
    }


def _sets(lexicon: Lexicon, prefix: str = "") -> dict[str, Set[str]]:
    """The sets of words of a lexicon as classes, each named after its field."""
    found: dict[str, Set[str]] = {}
    for name, value in lexicon:
        if isinstance(value, Lexicon):
            found |= _sets(value, f"{prefix}{name}_")
        elif isinstance(value, frozenset):
            found[f"{prefix}{name}".upper()] = value
    return found


def _starters(numerals: Numerals) -> frozenset[str]:
    """The words that a figure in words may begin with."""
    return frozenset(
        {
            *numerals.cardinals, *numerals.magnitudes, *numerals.dozens, *numerals.vague.plurals,
            *numerals.vague.multipliers, *numerals.vague.quantifiers, *numerals.ordinals,
            *numerals.multiples, "half",
        }
    )  # fmt: skip


def _after_article(numerals: Numerals) -> frozenset[str]:
    """The words of numbers that "a" may stand before: "a dozen", "a third", "a few hundred"."""
    return frozenset(
        {
            "half", *numerals.magnitudes, *numerals.dozens, *numerals.shares,
            *numerals.vague.quantifiers,
        }
    )  # fmt: skip
