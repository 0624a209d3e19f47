"""How many things are said to have been damaged or destroyed."""

from __future__ import annotations

from typing import Literal

from factcheck.kinds.frame import Kind
from factcheck.models import Claim


class Damage(Claim):
    """A number of things damaged, destroyed or lost; it grows while the damage is counted."""

    kind: Literal["damage"] = "damage"


DAMAGE = Kind(Damage, __package__, "damage.toml")
