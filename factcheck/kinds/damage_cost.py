"""What damage is said to cost."""

from __future__ import annotations

from typing import Literal

from factcheck.kinds.frame import Kind
from factcheck.models import Claim


class DamageCost(Claim):
    """The damage done by a disaster or a riot, as a sum of money."""

    kind: Literal["damage_cost"] = "damage_cost"


DAMAGE_COST = Kind(DamageCost, __package__, "damage_cost.toml")
