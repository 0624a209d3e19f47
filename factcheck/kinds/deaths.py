"""How many people are said to have died."""

from __future__ import annotations

from typing import Literal

from factcheck.kinds.frame import Kind
from factcheck.models import Claim


class Deaths(Claim):
    """A death toll, or a part of one."""

    kind: Literal["deaths"] = "deaths"


DEATHS = Kind(Deaths, __package__, "deaths.toml")
