"""How many people are said to have been arrested, detained or stopped."""

from __future__ import annotations

from typing import Literal

from factcheck.kinds.frame import Kind
from factcheck.models import Claim


class Arrests(Claim):
    """A number of arrests, detentions or apprehensions, often by the day."""

    kind: Literal["arrests"] = "arrests"


ARRESTS = Kind(Arrests, __package__, "arrests.toml")
