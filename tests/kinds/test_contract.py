"""Every kind of the package keeps the contract that plug-in kinds must keep."""

from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace
from typing import Literal

import pytest

import factcheck.kinds
from factcheck.errors import ConfigurationError
from factcheck.kinds import CaravanSize, Count, Deaths, Kind, Missing, installed_kinds, table
from factcheck.models import Claim
from factcheck.testing.contract import check_kind


@pytest.mark.parametrize("kind", installed_kinds(), ids=lambda kind: kind.name)
def test_kind_keeps_the_contract(kind: Kind) -> None:
    check_kind(kind)


def test_a_table_names_a_data_file_for_each_class() -> None:
    kinds = table("riverdesk", Deaths, Count, folder="news/")
    assert [(kind.name, kind.package, kind.file) for kind in kinds] == [
        ("deaths", "riverdesk", "news/deaths.toml"),
        ("count", "riverdesk", "news/count.toml"),
    ]


def test_an_entry_point_may_lead_to_several_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    class Flood(Claim):
        kind: Literal["flood"] = "flood"

    class Drought(Claim):
        kind: Literal["drought"] = "drought"

    point = SimpleNamespace(
        name="desk", value="desk:KINDS", load=lambda: table("desk", Flood, Drought)
    )
    monkeypatch.setattr(factcheck.kinds, "entry_points", lambda group: [point])
    first, second, *others = installed_kinds.__wrapped__()
    assert (first.claim, second.claim) == (Flood, Drought)
    assert len(others) == len(installed_kinds())


def test_a_kind_without_its_data_file_says_so() -> None:
    lost = Kind(CaravanSize, "factcheck.kinds", "no_such.toml")
    with pytest.raises(ConfigurationError, match=r"factcheck\.kinds/no_such\.toml.*cannot be read"):
        _ = lost.data


def test_a_label_asks_only_for_words_of_its_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "seadesk"
    package.mkdir()
    (package / "__init__.py").touch()
    known = files("factcheck.kinds").joinpath("missing.toml").read_text(encoding="utf-8")
    label = '[[labels]]\nsaid = ["vanish", "vanished"]\nlabel = "vessels that vanished"\n'
    (package / "missing.toml").write_text(f"{known}\n{label}", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ConfigurationError, match="'vessels that vanished' has 'vanished', which"):
        _ = Kind(Missing, "seadesk", "missing.toml").data
