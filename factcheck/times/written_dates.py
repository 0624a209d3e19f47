"""One date written out in whatever way a page or a file has it, as a day.

The package `dateparser` knows how dates are written in two hundred languages and in the
formats of machines. It is handed one date at a time, never a text: its free-text search reads
"we" as Wednesday.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from factcheck.times.find import find_times

_LONGEST = 80
# Nothing that is left out of a date may be filled in from the day the program runs.
_BASE = datetime(2000, 1, 1)


@lru_cache(maxsize=4096)
def parse_date(text: str, language: str = "en") -> date | None:
    """The day that `text` spells out, or `None` where it names no whole date.

    The text is one date ("29 December 2023", "2023-12-29T08:15:00Z", "29 de diciembre de
    2023"), in the language given or in English.
    """
    text = " ".join(text.split())
    if not any(sign.isdigit() for sign in text) or len(text) > _LONGEST:
        return None
    for found in find_times(text):
        if found.start is not None and found.start == found.end:
            return found.start
    return _parsed_elsewhere(text, language)


def _parsed_elsewhere(text: str, language: str) -> date | None:
    """The day of a whole date as the package `dateparser` reads it, or `None`."""
    import dateparser  # takes a quarter of a second to import

    moment = dateparser.parse(
        text,
        languages=[language] if language == "en" else [language, "en"],
        settings={
            "RELATIVE_BASE": _BASE,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "DATE_ORDER": "DMY" if "." in text else "MDY",
            "PARSERS": ["absolute-time", "custom-formats"],
        },
    )
    return None if moment is None else moment.date()
