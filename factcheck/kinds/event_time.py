"""The time of day at which something is said to have happened."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from factcheck.kinds.frame import Kind
from factcheck.models import Claim


class EventTime(Claim):
    """The clock time of an event: `clock` is HH:MM on the 24-hour clock.

    `zone` is the zone named, as written, or `None`; `approximate` is true for "about 5 p.m." and
    `of_count` for the hour of a figure ("at 5 p.m. the storm was 90 miles off").
    """

    kind: Literal["event_time"] = "event_time"
    clock: Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-4]):[0-5]\d$")] = "00:00"
    zone: str | None = None
    approximate: bool = False
    participants: tuple[str, ...] = ()
    of_count: bool = False


EVENT_TIME = Kind(EventTime, __package__, "event_time.toml")
