"""How many people are said to have been on board."""

from __future__ import annotations

from typing import Literal

from factcheck.kinds.frame import Kind
from factcheck.models import Claim


class Aboard(Claim):
    """How many people were on board a ship, aircraft, train or bus."""

    kind: Literal["aboard"] = "aboard"


ABOARD = Kind(Aboard, __package__, "aboard.toml")
