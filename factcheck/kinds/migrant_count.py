"""How many migrants are said to have come, crossed or been sent back."""

from __future__ import annotations

from typing import Literal

from factcheck.kinds.frame import Kind
from factcheck.models import Claim


class MigrantCount(Claim):
    """A number of migrants, refugees or asylum seekers."""

    kind: Literal["migrant_count"] = "migrant_count"


MIGRANT_COUNT = Kind(MigrantCount, __package__, "migrant_count.toml")
