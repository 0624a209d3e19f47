"""How many soldiers or guards are said to be somewhere."""

from __future__ import annotations

from typing import Literal

from factcheck.kinds.frame import Kind
from factcheck.models import Claim


class TroopCount(Claim):
    """A number of soldiers, marines or members of a guard."""

    kind: Literal["troop_count"] = "troop_count"


TROOP_COUNT = Kind(TroopCount, __package__, "troop_count.toml")
