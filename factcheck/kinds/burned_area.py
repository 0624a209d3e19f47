"""How much land a fire is said to have burned."""

from __future__ import annotations

from typing import Literal

from factcheck.kinds.frame import Kind
from factcheck.models import Claim


class BurnedArea(Claim):
    """An area of land burned; it grows until the fire is out."""

    kind: Literal["burned_area"] = "burned_area"


BURNED_AREA = Kind(BurnedArea, __package__, "burned_area.toml")
