"""The currencies of our century, by the Common Locale Data Repository that `babel` carries.

Codes of ISO 4217, names in the language and signs come from there; what news adds ("bucks", "Rs",
"RMB") and which country a bare "dollar" leaves open stand in `quantity_currencies.toml`, which has
the last word. Loaded once, with the other words of quantities.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_currency_symbol

from factcheck.quantities.unit_shapes import Currencies, Currency

_SINCE = (2003, 1, 1)  # with what later gave way to another: the kuna, the lev, the litas
_DOLLARS = ("dollar", "peso")  # written with a "$" behind the country: "MXN$20", "FJ$20"
_OF_A_NATION = " dollars"
_LONE = 2  # "NZ $5" is a sum in New Zealand's money, "A $5 fee" is none of Australia's


def of_our_century(shape: Currencies, language: str) -> tuple[Currency, ...]:
    """The currencies with their signs and words; those that `shape` names come first. A name that
    several share, such as krone or shilling, is a currency of that name."""
    known = {word for currency in shape.currency for word in currency.words}
    taken = {sign for currency in shape.currency for sign in currency.signs}
    codes, locale = _codes(), Locale(language)
    names = {code: _names(code, locale) for code in sorted(codes)}
    owners = _currencies_of_word(names, codes, shape.words_also_others)
    found = list(shape.currency)
    for code, phrases in names.items():
        last = [w.split()[-1] for w in phrases]
        words = [*phrases, *(w for w in last if owners.get(_plain(w)) == {code})]
        words += map(_plain, list(words))
        plain = code.lower() not in shape.codes_also_words
        signs = _signs(code, "".join(phrases[:1]), locale, code_too=plain)
        found.append(
            Currency(
                code=code,
                signs=tuple(dict.fromkeys(s for s in signs if s not in taken)),
                words=tuple(dict.fromkeys(w for w in words if w not in known)),
                behind=(code,) if plain else (),
            )
        )
    found += _shared(names, owners, known)
    return (*found, _cents(found))


@cache
def sign_of(code: str) -> str | None:
    """The sign of a currency that stands before the figure: "€", "$", "A$"; `None` where papers
    write a code or a word."""
    if code == "dollar":
        return "$"  # whose is left open
    sign = get_currency_symbol(code, "en") if code.isupper() else code
    return None if sign == code else sign


def _signs(code: str, name: str, locale: Locale, *, code_too: bool) -> list[str]:
    """The signs that a currency is written with in front of a figure, in small letters."""
    signs = [code.lower()] if code_too else []
    if name.endswith(_DOLLARS):
        signs += [f"{code}$".lower(), f"{code[:2]}$".lower()]
    symbol = locale.currency_symbols.get(code, "").lower()
    if symbol and symbol != "$" and not symbol.isalpha():
        signs += [symbol, symbol.replace("$", " $")] if len(symbol) > _LONE else [symbol]
    if code_too and name.endswith(_DOLLARS):
        signs.append(f"{code} $".lower())  # "AUD $40"
    return signs


def _codes() -> dict[str, bool]:
    """The codes of what is or was legal tender somewhere, and whether it still is."""
    codes: dict[str, bool] = {}
    places: Iterable[list[tuple[str, object, tuple[int, int, int] | None, bool]]]
    places = get_global("territory_currencies").values()
    for code, _, until, tender in (use for uses in places for use in uses):
        if tender and (until is None or until >= _SINCE):
            codes[code] = codes.get(code, False) or until is None
    return codes


def _names(code: str, locale: Locale) -> tuple[str, ...]:
    """The names of a currency in the singular and plural; none with years in it, which an older
    currency has."""
    names = (get_currency_name(code, count, locale).lower() for count in (1, 2))
    return tuple(name for name in names if "(" not in name)


def _plain(word: str) -> str:
    """The word without its accents, as papers print it: "bolivars"."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _currencies_of_word(
    names: dict[str, tuple[str, ...]], codes: dict[str, bool], others: frozenset[str]
) -> dict[str, set[str]]:
    """The last words of the names, each with the currencies that have it: "zloty" has one, "kroner"
    two, a word with another meaning ("marks") none. Current money has precedence over what it
    replaced."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for today in (True, False):
        older = {} if today else dict.fromkeys(owners)
        for code, phrases in names.items():
            for word in (_plain(phrase.split()[-1]) for phrase in phrases):
                if codes[code] is today and word not in others and word not in older:
                    owners[word].add(code)
    return dict(owners)


def _cents(currencies: Iterable[Currency]) -> Currency:
    """The cents of dollars that are named with their nation: "US cents", "72 Canadian cents"."""
    nations = dict.fromkeys(nation for currency in currencies for nation in dollars_of(currency))
    words = (f"{nation} {cents}" for nation in nations for cents in ("cent", "cents"))
    return Currency(code="cent", words=tuple(words), hundredth_of="dollar")


def dollars_of(currency: Currency) -> list[str]:
    """The nations whose dollar a currency is: "hong kong", "us", "u.s."."""
    return [
        word.removesuffix(_OF_A_NATION) for word in currency.words if word.endswith(_OF_A_NATION)
    ]


def _shared(
    names: dict[str, tuple[str, ...]], owners: dict[str, set[str]], known: set[str]
) -> tuple[Currency, ...]:
    """The currencies of bare names that several nations share: "krone", "shilling"."""
    shared: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for phrases in names.values():
        last = [_plain(phrase.split()[-1]) for phrase in phrases]
        for word in last:
            if len(owners.get(word, ())) > 1 and word not in known:
                shared[last[0]][word] = None
    return tuple(Currency(code=name, words=tuple(words)) for name, words in shared.items())
