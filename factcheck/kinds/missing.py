"""How many people are said to be missing."""

from __future__ import annotations

from typing import Literal

from factcheck.kinds.frame import Kind
from factcheck.models import Claim


class Missing(Claim):
    """A number of people whose fate nobody knows; it falls as they are found."""

    kind: Literal["missing"] = "missing"


MISSING = Kind(Missing, __package__, "missing.toml")
