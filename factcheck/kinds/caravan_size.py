"""The number of people in a caravan."""

from __future__ import annotations

from typing import Literal

from factcheck.kinds.frame import Kind, Slots
from factcheck.models import Claim


class CaravanSize(Claim):
    """The size of a caravan; `body` is the word for it."""

    kind: Literal["caravan_size"] = "caravan_size"
    body: str = "caravan"


def _fields(slots: Slots) -> dict[str, str]:
    """The collective noun of a caravan; "caravan" where the text has none."""
    return {"body": slots.body or "caravan"}


CARAVAN_SIZE = Kind(CaravanSize, __package__, "caravan_size.toml", _fields)
