"""How many people are said to have gathered or marched."""

from __future__ import annotations

from typing import Literal

from factcheck.kinds.frame import Kind
from factcheck.models import Claim


class CrowdSize(Claim):
    """How many people came to a march, rally or protest."""

    kind: Literal["crowd_size"] = "crowd_size"


CROWD_SIZE = Kind(CrowdSize, __package__, "crowd_size.toml")
