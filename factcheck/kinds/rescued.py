"""How many people are said to have been rescued."""

from __future__ import annotations

from typing import Literal

from factcheck.kinds.frame import Kind
from factcheck.models import Claim


class Rescued(Claim):
    """A number of people saved from danger."""

    kind: Literal["rescued"] = "rescued"


RESCUED = Kind(Rescued, __package__, "rescued.toml")
