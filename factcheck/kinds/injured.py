"""How many people are said to have been hurt."""

from __future__ import annotations

from typing import Literal

from factcheck.kinds.frame import Kind
from factcheck.models import Claim


class Injured(Claim):
    """A number of people hurt, wounded or shot."""

    kind: Literal["injured"] = "injured"


INJURED = Kind(Injured, __package__, "injured.toml")
