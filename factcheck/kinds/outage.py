"""How many homes or customers are said to be without power."""

from __future__ import annotations

from typing import Literal

from factcheck.kinds.frame import Kind
from factcheck.models import Claim


class Outage(Claim):
    """A number of homes, customers or people without power; it falls as lines are mended."""

    kind: Literal["outage"] = "outage"


OUTAGE = Kind(Outage, __package__, "outage.toml")
