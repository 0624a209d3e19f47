"""Time zones of clocks: as ISO 8601 writes their offsets, or as a text words them."""

from __future__ import annotations

import re

_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")
_UNIVERSAL = frozenset({"z", "gmt", "utc"})


def is_universal(zone: str) -> bool:
    """Whether a zone is UTC or GMT, and so no local time."""
    return zone.casefold() in _UNIVERSAL


def minutes_ahead(zone: str) -> int | None:
    """How many minutes the clocks of a zone are ahead of UTC; `None` where that is not known."""
    if is_universal(zone):
        return 0
    found = _OFFSET.fullmatch(zone)
    if found is None:
        return None
    minutes = int(found[2]) * 60 + int(found[3])
    return -minutes if found[1] == "-" else minutes


def zone_in_words(zone: str) -> str:
    """The zone in words: "UTC", "UTC+8", "UTC-3:30"; what the text says where it gives no offset:
    "local time"."""
    ahead = minutes_ahead(zone)
    if ahead is None or (is_universal(zone) and zone != "Z"):
        return zone
    hours, minutes = divmod(abs(ahead), 60)
    offset = f"{hours}:{minutes:02d}" if minutes else f"{hours}"
    return "UTC" if ahead == 0 else f"UTC{'-' if ahead < 0 else '+'}{offset}"
