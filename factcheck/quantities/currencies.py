"""The currencies in force, by the Common Locale Data Repository that `babel` carries.

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

from factcheck.quantities.shapes import Currencies, Currency

_DOLLARS = ("dollar", "peso")  # written with a "$" behind the country: "MXN$20", "FJ$20"
_LONE = 2  # "NZ $5" is a sum in New Zealand's money, "A $5 fee" is none of Australia's


def in_force(told: Currencies, language: str) -> tuple[Currency, ...]:
    """The currencies of today with their signs and words; those that `told` names come first."""
    symbols = Locale(language).currency_symbols
    known = {word for currency in told.currency for word in currency.words}
    taken = {sign for currency in told.currency for sign in currency.signs}
    names = {code: _names(code, language) for code in sorted(_codes())}
    short = _unique_last_words(names, told.words_also_others)
    found = list(told.currency)
    for code, (one, many) in names.items():
        words = [one, many, *short[code]]
        words += map(_plain, list(words))
        plain = code.lower() not in told.codes_also_words
        signs = [code.lower()] if plain else []
        if one.endswith(_DOLLARS):
            signs += [f"{code}$".lower(), f"{code[:2]}$".lower()]
        symbol = symbols.get(code, "").lower()
        if symbol and symbol != "$" and not symbol.isalpha():
            signs += [symbol, symbol.replace("$", " $")] if len(symbol) > _LONE else [symbol]
        found.append(
            Currency(
                code=code,
                signs=tuple(dict.fromkeys(s for s in signs if s not in taken)),
                words=tuple(dict.fromkeys(w for w in words if w not in known)),
                behind=(code,) if plain else (),
            )
        )
    return tuple(found)


@cache
def sign_of(code: str) -> str | None:
    """The sign of a currency that stands before the figure: "€", "$", "A$"; `None` where papers
    write a code or a word."""
    if code == "dollar":
        return "$"  # whose is left open
    sign = get_currency_symbol(code, "en") if code.isupper() else code
    return None if sign == code else sign


def _codes() -> set[str]:
    """The codes of what is legal tender somewhere today."""
    places: Iterable[list[tuple[str, object, object, bool]]]
    places = get_global("territory_currencies").values()
    return {code for uses in places for code, _, until, tender in uses if tender and until is None}


def _names(code: str, language: str) -> tuple[str, str]:
    one, many = (get_currency_name(code, count, language).lower() for count in (1, 2))
    return one, many


def _plain(word: str) -> str:
    """The word without its accents, as papers print it: "bolivars"."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _unique_last_words(
    names: dict[str, tuple[str, str]], others: frozenset[str]
) -> dict[str, tuple[str, ...]]:
    """The last words of the names that one currency alone has: "zloty", "zlotys"; not "pesos", nor
    what is another word too ("marks")."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for code, wordings in names.items():
        for wording in wordings:
            owners[wording.split()[-1]].add(code)
    return {
        code: tuple(
            word
            for word in (wording.split()[-1] for wording in wordings)
            if owners[word] == {code} and _plain(word) not in others
        )
        for code, wordings in names.items()
    }
