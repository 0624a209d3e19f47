"""The special kinds, for outcomes of people and things and for what they are: a class and a data
file each.

A kind with fields or code of its own has a module of its own.
"""

from __future__ import annotations

from typing import Literal

from factcheck.kinds.caravan_size import CARAVAN_SIZE
from factcheck.kinds.frame import table
from factcheck.models import Claim


class Injured(Claim):
    """A number of people hurt, wounded or shot."""

    kind: Literal["injured"] = "injured"


class Deaths(Claim):
    """A death toll, or a part of one."""

    kind: Literal["deaths"] = "deaths"


class Arrests(Claim):
    """A number of arrests, detentions or apprehensions, often by the day."""

    kind: Literal["arrests"] = "arrests"


class Missing(Claim):
    """A number of people whose whereabouts are unknown; it falls as they are found."""

    kind: Literal["missing"] = "missing"


class Rescued(Claim):
    """A number of people saved from danger."""

    kind: Literal["rescued"] = "rescued"


class TroopCount(Claim):
    """A number of soldiers, marines or members of a guard."""

    kind: Literal["troop_count"] = "troop_count"


class MigrantCount(Claim):
    """A number of migrants, refugees or asylum seekers."""

    kind: Literal["migrant_count"] = "migrant_count"


class Displaced(Claim):
    """A number of people evacuated, displaced or left homeless."""

    kind: Literal["displaced"] = "displaced"


class Damage(Claim):
    """A number of things damaged, destroyed or lost; it grows while the damage is counted."""

    kind: Literal["damage"] = "damage"


class DamageCost(Claim):
    """The damage done by a disaster or a riot, as a sum of money."""

    kind: Literal["damage_cost"] = "damage_cost"


class CrowdSize(Claim):
    """How many people came to a march, rally or protest."""

    kind: Literal["crowd_size"] = "crowd_size"


class Aboard(Claim):
    """How many people were on board a ship, aircraft, train or bus."""

    kind: Literal["aboard"] = "aboard"


class Outage(Claim):
    """A number of homes, customers or people without power; it falls as lines are mended."""

    kind: Literal["outage"] = "outage"


class BurnedArea(Claim):
    """An area of land burned; it grows until the fire is out."""

    kind: Literal["burned_area"] = "burned_area"


# In the order in which they are asked: the first whose frame holds claims the mention. What
# happened to people comes before what they are: "five soldiers were killed" counts deaths, and no
# troops.
SPECIAL = (
    *table(__package__, Injured, Deaths, Arrests, Missing, Rescued),
    CARAVAN_SIZE,
    *table(
        __package__,
        TroopCount, MigrantCount, Displaced, Damage, DamageCost, CrowdSize, Aboard, Outage,
        BurnedArea,
    ),
)  # fmt: skip
