"""The ontology of units that quantulum3 carries: names and kinds of units rare in the news.

Asked only for the words and signs that `quantity_units.toml` lists under `asked`, and loaded at
the first of them. Only the ontology is read (its table of units and metric prefixes), never
quantulum3's parser, its classifier or its plurals: they take seconds to load, read nouns as
units and set the root logger.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from factcheck.models import Dimension
from factcheck.quantities.lexicon import GREEK_MU, MICRO, MeasureUnit
from factcheck.text.inflection import singular

_DIMENSIONS = {
    "length": Dimension.DISTANCE, "area": Dimension.AREA, "mass": Dimension.MASS,
    "volume": Dimension.VOLUME, "volume (lumber)": Dimension.VOLUME,
    "temperature": Dimension.TEMPERATURE, "speed": Dimension.SPEED, "energy": Dimension.ENERGY,
    "power": Dimension.POWER, "time": Dimension.DURATION, "data storage": Dimension.DATA,
    "data transfer rate": Dimension.DATA,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Ontology:
    """Units by their words and by their symbols, and the metric prefixes of either.

    `None` stands where several units share a form: "Gy" is a gray and a gigayear.
    """

    words: dict[str, MeasureUnit | None]
    symbols: dict[str, MeasureUnit | None]
    prefixes: dict[str, str]


@cache
def unit(form: str) -> MeasureUnit | None:
    """The unit that a word or sign names: its name, and what it measures.

    A metric prefix is taken off where the ontology has the unit without it ("terabecquerels").
    `None` where the ontology knows no unit of that form, or several.
    """
    form = form.replace(GREEK_MU, MICRO)
    ontology = _ontology()
    spelled = (form, " ".join(map(singular, form.split())))
    for word in spelled:
        if word in ontology.words:
            return ontology.words[word]
    if form in ontology.symbols:
        return ontology.symbols[form]
    for symbol, prefix in ontology.prefixes.items():
        bases = [ontology.words.get(word.removeprefix(prefix)) for word in spelled]
        bases.append(ontology.symbols.get(form.removeprefix(symbol)))
        base = next((base for base in bases if base is not None), None)
        if base is not None:
            return MeasureUnit(prefix + base.name, base.dimension)
    return None


@cache
def _ontology() -> _Ontology:
    """The units of `quantulum3` by word and sign, but for those that mean several."""
    from quantulum3 import load  # a tenth of a second: only for texts that need it

    words: dict[str, set[MeasureUnit]] = defaultdict(set)
    symbols: dict[str, set[MeasureUnit]] = defaultdict(set)
    table: dict[str, dict[str, Any]] = json.loads(
        load.GENERAL_UNITS_PATH.read_text(encoding="utf-8")
    )
    for base, entry in table.items():
        for name, each in load.Units.prefixed_units(base, entry):
            made = MeasureUnit(name, _DIMENSIONS.get(each["entity"], Dimension.MEASURE))
            for surface in each.get("surfaces", ()):
                words[surface.lower()].add(made)
            for symbol in each.get("symbols", ()):
                symbols[symbol].add(made)
    return _Ontology(_certain(words), _certain(symbols), dict(load.METRIC_PREFIXES))


def _certain(book: dict[str, set[MeasureUnit]]) -> dict[str, MeasureUnit | None]:
    """The unit of each form, `None` for a form of several units."""
    return {form: units.pop() if len(units) == 1 else None for form, units in book.items()}
