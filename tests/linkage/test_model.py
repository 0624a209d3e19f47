"""The file of weights, and that its names are those of the code."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import factcheck.linkage
from factcheck.errors import ConfigurationError
from factcheck.linkage.evidence import (
    DIFFERENCE_LEVELS,
    IDENTITY_LEVELS,
    PAIR_LEVELS,
    SLOTS,
    Level,
)
from factcheck.linkage.model import Strength, link_model, read_model

FOLDER = Path(factcheck.linkage.__file__).parent
FILE = FOLDER / "model.json"


def named_in(module: str, made: str) -> set[str]:
    """The names that a module writes as the first argument of what it makes."""
    return set(re.findall(rf'\b{made}\(\s*"(\w+)"', (FOLDER / module).read_text(encoding="utf-8")))


def test_each_level_and_slot_written_in_the_code_is_known() -> None:
    assert named_in("compare.py", "Level") <= PAIR_LEVELS
    own = named_in("identity.py", "Level") | named_in("time_levels.py", "Level")
    assert own - PAIR_LEVELS == IDENTITY_LEVELS
    assert (
        named_in("differences.py", "Difference") | named_in("happenings.py", "Difference") == SLOTS
    )


def test_a_level_has_one_name() -> None:
    """A level of any pair that were one of differing answers too would weigh twice."""
    assert PAIR_LEVELS.isdisjoint(IDENTITY_LEVELS)
    assert DIFFERENCE_LEVELS.isdisjoint(PAIR_LEVELS | IDENTITY_LEVELS)
    assert len(DIFFERENCE_LEVELS) == len(SLOTS)


def test_each_level_that_is_known_is_written_in_the_code() -> None:
    # That two answers are near, or leave room for each other, is named by their relation.
    modules = "compare.py", "answer_relation.py"
    text = "".join((FOLDER / name).read_text(encoding="utf-8") for name in modules)
    assert {n for n in PAIR_LEVELS if not n.startswith("of_") and f'"{n}"' not in text} == set()


def test_the_model_that_ships_can_be_read() -> None:
    model = read_model(FILE.read_text(encoding="utf-8"))
    assert model == link_model()
    assert model.provenance["script"] == "training/linking.py"


def misspell(data: dict[str, Any]) -> None:
    data["figures"]["levels"]["same_haed"] = 1.0


def misplace(data: dict[str, Any]) -> None:
    """A level that only differing answers reach, among those of answers that may both hold."""
    data["days"]["levels"]["few_of_sort"] = 1.0


def add_a_slot(data: dict[str, Any]) -> None:
    data["identity"]["figures"]["levels"]["differs_weather"] = 1.0


def add_a_level(data: dict[str, Any]) -> None:
    data["identity"]["days"]["levels"]["same_weather"] = 1.0


def name_a_slot(data: dict[str, Any]) -> None:
    """A slot under its own name, and not under that of its level."""
    data["identity"]["days"]["levels"]["doer"] = 1.0


def leave_out_the_margin(data: dict[str, Any]) -> None:
    del data["identity"]["figures"]["margin"]


def leave_nothing_clear(data: dict[str, Any]) -> None:
    data["identity"]["clear"] = 0.0


def reach_nothing(data: dict[str, Any]) -> None:
    data["comparison"]["reach"] = 0.0


def add_a_bound(data: dict[str, Any]) -> None:
    data["identity"]["own"] = 6.0


def leave_out_days(data: dict[str, Any]) -> None:
    del data["days"]


def write_a_word(data: dict[str, Any]) -> None:
    data["days"]["constant"] = "much"


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (misspell, "same_haed"),
        (misplace, "no comparison reaches few_of_sort"),
        (add_a_slot, "no comparison reaches differs_weather"),
        (add_a_level, "no comparison reaches same_weather"),
        (name_a_slot, "no comparison reaches doer"),
        (leave_out_the_margin, "margin"),
        (leave_nothing_clear, "clear"),
        (reach_nothing, "reach"),
        (add_a_bound, "own"),
        (leave_out_days, "days"),
        (write_a_word, "constant"),
    ],
)
def test_a_spoilt_model_is_refused_by_name(
    spoil: Callable[[dict[str, Any]], None], told: str
) -> None:
    data = json.loads(FILE.read_text(encoding="utf-8"))
    spoil(data)
    with pytest.raises(ConfigurationError, match=told):
        read_model(json.dumps(data))


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(ConfigurationError, match=r"linkage/model\.json"):
        read_model("{")


def test_evidence_adds_what_the_levels_weigh_and_tells_the_heaviest_first() -> None:
    weights = link_model().figures.model_copy(
        update={"constant": 1.0, "levels": {"same_head": 2.0, "copy": -3.0, "near": 0.1}}
    )
    reached = [Level("same_head", 0.5, "both count goats"), Level("copy", 1.0, "a copy"),
               Level("near", 1.0, "nearly"), Level("room", 1.0, "of no weight")]  # fmt: skip
    found = weights.evidence(reached, 0.3)
    assert found.bits == pytest.approx(1.0 + 1.0 - 3.0 + 0.1)
    assert found.reasons == ("a copy (-3.0)", "both count goats (+1.0)")


def test_a_level_or_slot_without_a_weight_is_no_mistake() -> None:
    data = json.loads(FILE.read_text(encoding="utf-8"))
    for part in (data["figures"], data["identity"]["figures"], data["identity"]["days"]):
        part["levels"] = {}
    assert read_model(json.dumps(data)).identity.days.levels == {}


def test_each_slot_and_level_may_weigh_where_answers_differ() -> None:
    data = json.loads(FILE.read_text(encoding="utf-8"))
    every = dict.fromkeys(
        PAIR_LEVELS | IDENTITY_LEVELS | {f"differs_{slot}" for slot in SLOTS}, 1.0
    )
    data["identity"]["figures"]["levels"] = every
    assert read_model(json.dumps(data)).identity.figures.levels == every


def test_what_else_could_be_meant_speaks_against_a_pair() -> None:
    weights = link_model().identity
    for fitted in (weights.figures, weights.days):
        assert fitted.own > 0
        assert fitted.margin > 0
        assert fitted.agreement < 0
    assert weights.agreeing_from < weights.agreeing_to
    assert weights.possible < weights.likely < weights.sure


def test_strengths_stand_at_their_bounds() -> None:
    weights = link_model().identity.model_copy(
        update={"possible": -1.0, "likely": 2.0, "sure": 5.0}
    )
    scores = (-1.1, -1.0, 1.9, 2.0, 5.0)
    assert [weights.strength(score) for score in scores] == [
        Strength.OPEN, Strength.POSSIBLE, Strength.POSSIBLE, Strength.LIKELY, Strength.SURE,
    ]  # fmt: skip
