"""How many people are said to have been driven from their homes."""

from __future__ import annotations

from typing import Literal

from factcheck.kinds.frame import Kind
from factcheck.models import Claim


class Displaced(Claim):
    """A number of people evacuated, displaced or left homeless."""

    kind: Literal["displaced"] = "displaced"


DISPLACED = Kind(Displaced, __package__, "displaced.toml")
