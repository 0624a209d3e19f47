"""The kinds of claim: those of the package, and those that other packages install.

A package adds kinds by an entry point in the group `factcheck.kinds` that names a `Kind`, or a
tuple of them. Installed kinds are asked first, being the more special ones; the plain kinds
(count, money, distance, …) come last and take what nobody else claims.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from typing import Annotated, Any, Union

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from factcheck.errors import ConfigurationError
from factcheck.kinds.caravan_size import CaravanSize
from factcheck.kinds.event_date import EVENT_DATE, EventDate
from factcheck.kinds.event_time import EVENT_TIME, EventTime
from factcheck.kinds.frame import Kind, Movement, Slots, Weight, table
from factcheck.kinds.plain import (
    PLAIN,
    Age,
    Area,
    Count,
    Distance,
    Duration,
    Magnitude,
    Measure,
    Money,
    Multiple,
    Ordinal,
    Percent,
    Rate,
    Score,
)
from factcheck.kinds.special import (
    SPECIAL,
    Aboard,
    Arrests,
    BurnedArea,
    CrowdSize,
    Damage,
    DamageCost,
    Deaths,
    Displaced,
    Injured,
    MigrantCount,
    Missing,
    Outage,
    Rescued,
    TroopCount,
)
from factcheck.models import Claim

__all__ = [
    "Aboard", "Age", "AnyClaim", "Area", "Arrests", "BurnedArea", "CaravanSize", "Count",
    "CrowdSize", "Damage", "DamageCost", "Deaths", "Displaced", "Distance", "Duration",
    "EventDate", "EventTime", "Injured", "Kind", "Magnitude", "Measure", "MigrantCount",
    "Missing", "Money", "Movement", "Multiple", "Ordinal", "Outage", "Percent", "Rate",
    "Rescued", "Score", "Slots", "TroopCount", "Weight", "installed_kinds",
    "table",
]  # fmt: skip

ENTRY_POINTS = "factcheck.kinds"
_EVENTS = (EVENT_DATE, EVENT_TIME)


@cache
def installed_kinds() -> tuple[Kind, ...]:
    """Every kind there is, in the order in which they are asked.

    Raises `ConfigurationError` where an entry point does not lead to a `Kind`, or where two
    kinds bear one name.
    """
    kinds = (*_from_other_packages(), *SPECIAL, *_EVENTS, *PLAIN)
    names = [kind.name for kind in kinds]
    for name in names:
        if names.count(name) > 1:
            raise ConfigurationError(
                f"kind {name!r}", "is defined twice: give the installed one another name"
            )
    return kinds


def _from_other_packages() -> tuple[Kind, ...]:
    """The kinds that installed packages offer by an entry point. Raises `ConfigurationError` for
    one that is no kind."""
    found: list[Kind] = []
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda p: (p.name, p.value)):
        loaded = point.load()
        for kind in loaded if isinstance(loaded, tuple) else (loaded,):
            if not isinstance(kind, Kind):
                raise ConfigurationError(
                    f"entry point {point.name} = {point.value}",
                    f"leads to {type(kind).__name__}; it must lead to a factcheck.kinds.Kind, or "
                    "to a tuple of them",
                )
            found.append(kind)
    return tuple(found)


class _OneOfTheKinds:
    """The discriminated union of every installed kind, closed when the first report is built.

    An instance of any `Claim` class is valid, so that a kind passed for one call need not be
    installed; JSON is parsed to the class that its `kind` names.
    """

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        classes = tuple(kind.claim for kind in installed_kinds())
        union = handler.generate_schema(
            Annotated[Union[classes], Field(discriminator="kind")]  # noqa: UP007
        )
        return core_schema.json_or_python_schema(
            json_schema=union,
            python_schema=core_schema.union_schema(
                [core_schema.is_instance_schema(Claim), union], mode="left_to_right"
            ),
            serialization=core_schema.plain_serializer_function_ser_schema(
                _dumped, info_arg=True, is_field_serializer=False
            ),
        )


def _dumped(claim: Claim, info: core_schema.SerializationInfo[Any]) -> dict[str, Any]:
    """The JSON or Python form of a claim, with the fields of its own class."""
    return claim.model_dump(mode=info.mode)


AnyClaim = Annotated[Claim, _OneOfTheKinds()]
