"""The ontology behind the short list of units: what it knows, and that it costs nothing unasked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.lexicon import load
from factcheck.models import Dimension
from factcheck.quantities import find_quantities, ontology
from factcheck.quantities.unit_shapes import Units

_SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.mark.parametrize(
    ("text", "unit", "dimension"),
    [
        ("The lamp gives 400 lux.", "lux", Dimension.MEASURE),
        ("The lamp gives 400 lx.", "lux", Dimension.MEASURE),
        ("A bulb of 800 lumens burned.", "lumen", Dimension.MEASURE),
        ("The milk held 370 becquerels of iodine.", "becquerel", Dimension.MEASURE),
        ("The milk held 370 kBq of iodine.", "kilobecquerel", Dimension.MEASURE),
        ("The plant spilled 27 terabecquerels.", "terabecquerel", Dimension.MEASURE),
        ("The plant spilled 27 TBq.", "terabecquerel", Dimension.MEASURE),
        ("a 3-tesla magnet", "tesla", Dimension.MEASURE),
        ("a field of 50 µT", "microtesla", Dimension.MEASURE),
        ("a thrust of 90 kilonewtons", "kilonewton", Dimension.MEASURE),
        ("a race over six furlongs", "furlong", Dimension.DISTANCE),
        ("a wreck at 20 fathoms", "fathom", Dimension.DISTANCE),
        ("a 7-nanometre chip", "nanometre", Dimension.DISTANCE),
        ("30 microns wide", "micrometre", Dimension.DISTANCE),
        ("two astronomical units away", "astronomical unit", Dimension.DISTANCE),
        ("40 quintals of wheat", "quintal", Dimension.MASS),
        ("two teaspoons of salt", "teaspoon", Dimension.VOLUME),
        ("900 board feet of oak", "board-foot", Dimension.VOLUME),
        ("a leak of 14 gigajoules", "gigajoule", Dimension.ENERGY),
        ("beams of 7 TeV", "teraelectronvolt", Dimension.ENERGY),
        ("175 zettabytes by then", "zettabyte", Dimension.DATA),
        ("a pulse of 40 nanoseconds", "nanosecond", Dimension.DURATION),
        ("a pressure of 90 mmHg", "millimeter of mercury", Dimension.MEASURE),
    ],
)
def test_a_rare_unit_is_named_and_told_what_it_measures(
    text: str, unit: str, dimension: Dimension
) -> None:
    (mention,) = find_quantities(text)
    assert (mention.quantity.unit, mention.quantity.dimension) == (unit, dimension)


@pytest.mark.parametrize(
    "text",
    [
        "The firm sold 40 Teslas.",
        "The lake holds 12 gray whales.",
        "The street has 30 bars.",
        "They found two moles.",
        "They bought 15 Newtons at auction.",
        "The choir sang 12 hymns.",
    ],
)
def test_a_noun_is_no_unit_though_the_ontology_may_have_one(text: str) -> None:
    (mention,) = find_quantities(text)
    assert (mention.quantity.unit, mention.quantity.dimension) == (None, Dimension.COUNT)
    assert mention.subject is not None


def test_an_article_is_no_figure_of_a_rare_unit() -> None:
    assert find_quantities("A migrant, a furlong and a lux.") == ()


def test_the_ontology_knows_every_form_that_it_may_be_asked_for() -> None:
    asked = load("quantity_units", Units, "en").asked
    forms = asked.words + asked.signs
    assert [form for form in forms if ontology.unit(form) is None] == []
    assert len(forms) == len(set(forms))


def test_every_form_that_the_ontology_is_asked_for_is_read_behind_a_figure() -> None:
    asked = load("quantity_units", Units, "en").asked
    for form in (*asked.words, *asked.signs):
        (mention,) = find_quantities(f"It was put at 12 {form}.")
        unit = ontology.unit(form)
        assert unit is not None
        assert (mention.quantity.unit, form) == (unit.name, form)


def test_the_ontology_is_asked_for_nothing_that_the_own_list_has() -> None:
    units = load("quantity_units", Units, "en")
    own = {form for unit in units.unit for form in (*unit.forms, *unit.signs)}
    assert own.isdisjoint(units.asked.words + units.asked.signs)


@pytest.mark.parametrize("form", ["migrant", "Gy", "", "zorkmid", "second"])
def test_what_the_ontology_has_not_or_not_for_certain_is_no_unit(form: str) -> None:
    assert ontology.unit(form) is None


# Shorter, or with a capital: the rest is called as in the ontology, so that both lists have one way
# of naming ("light-year", "parts-per-million").
_OWN_NAMES = {
    "percent", "millilitre", "degree", "degree Fahrenheit", "British thermal unit",
    "revolution per minute",
}  # fmt: skip


def test_a_unit_of_the_own_list_is_called_as_the_ontology_calls_it() -> None:
    named: dict[str, set[str]] = {}
    for entry in load("quantity_units", Units, "en").unit:
        known = [ontology.unit(form) for form in entry.forms if len(form) > 3 or " " in form]
        named[entry.name] = {unit.name for unit in known if unit is not None}
    others = {name for name, called in named.items() if called and name not in called}
    assert others == _OWN_NAMES
    assert sum(map(bool, named.values())) > 90


def _run(code: str) -> list[str]:
    command = [sys.executable, "-W", "error", "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


def test_ordinary_news_never_loads_quantulum3() -> None:
    code = f"""
import sys, pathlib
from factcheck import find_quantities
texts = [p.read_text("utf-8") for p in pathlib.Path({str(_SEEDS)!r}).glob("*.md")]
print(len(texts), sum(len(find_quantities(t)) for t in texts) > 40, "quantulum3" in sys.modules)
"""
    assert _run(code) == ["5", "True", "False"]


def test_a_rare_unit_loads_the_ontology_alone_and_leaves_the_loggers() -> None:
    code = """
import logging, sys, warnings
from factcheck import find_quantities
def state():
    root = logging.getLogger()
    return root.level, tuple(root.handlers), logging.root.manager.disable, tuple(warnings.filters)
before = state()
(mention,) = find_quantities("It gave 400 lux.")
print(mention.quantity.unit, "quantulum3" in sys.modules, before == state())
print(any(f"quantulum3.{name}" in sys.modules for name in ("parser", "classifier")))
"""
    assert _run(code) == ["lux", "True", "True", "False"]
