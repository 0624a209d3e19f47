"""Every kind of the package keeps the contract that plug-in kinds must keep."""

import pytest

from factcheck.errors import ConfigurationError
from factcheck.kinds import Kind, installed_kinds
from factcheck.kinds.caravan_size import CaravanSize
from factcheck.testing.contract import check_kind


@pytest.mark.parametrize("kind", installed_kinds(), ids=lambda kind: kind.name)
def test_kind_keeps_the_contract(kind: Kind) -> None:
    check_kind(kind)


def test_a_kind_without_its_data_file_says_so() -> None:
    lost = Kind(CaravanSize, "factcheck.kinds", "no_such.toml")
    with pytest.raises(ConfigurationError, match=r"factcheck\.kinds/no_such\.toml.*cannot be read"):
        _ = lost.data
