"""Where the answer of a claim stands in its sentence, for a heading that leaves it out."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.kinds import EventDate, EventTime
from factcheck.mentions import TimeExpression, TimeType
from factcheck.models import Claim, Span
from factcheck.times import find_times

_DETERMINERS = "the|its|their|his|her|those|these|all"
_OF_A_WHOLE = re.compile(rf"\s+of\s+(?:{_DETERMINERS}|them)\b.*", re.DOTALL)  # "four[ of the crew]"
_LEADS_ON = re.compile(rf"(?:\s+(?:of|in|from|{_DETERMINERS}))+$")  # "92%[ of the] staff"
_RESTATED = re.compile(r"\s?\([^()]{1,24}\)")  # "12 miles[ (19 km)]"
_ZONE = re.compile(r"\s(?:[A-Z]{1,3}T|UTC)\b")  # "Sunday evening[ ET]"
_SHORTENED = re.compile(r"\.(?=,?\s[a-z(])")  # "11 a.m[.] on the quay"
_BEFORE_A_TIME = ("", "late", "early", "the")


def gap_of(claim: Claim, text: str) -> Span:
    """The span, in the text of its sentence, of the time or figure that a claim answers with:
    without the noun counted, which the heading keeps, but with the same in another unit."""
    start = claim.span.start - claim.sentence.start
    place = Span(start=max(start, 0), end=max(start, 0) + len(claim.quote))
    if isinstance(claim, EventDate | EventTime):
        return _time(claim, text, place)
    first = claim.restates
    if first is not None and claim.sentence.start <= first.start < claim.span.start:
        closes = text.find(")", place.end) + 1  # "[12 miles (19 km)]"
        return Span(start=first.start - claim.sentence.start, end=max(closes, place.end))
    end = place.start + len(_figure(claim))
    restated = _RESTATED.match(text, end)
    return Span(start=place.start, end=restated.end() if restated else end)


def _figure(claim: Claim) -> str:
    """What a claim quotes, without what is counted; a vague figure keeps its "of": "dozens of"."""
    figure = claim.quote
    if claim.subject and figure.lower().endswith(claim.subject.lower()):
        figure = figure[: -len(claim.subject)].rstrip(" -") or figure
        vague = claim.quantity is not None and claim.quantity.vague
        figure = figure if vague else _LEADS_ON.sub("", figure)
    return _OF_A_WHOLE.sub("", figure)


def _time(claim: Claim, text: str, place: Span) -> Span:
    """The time in what a claim quotes, which it opens or closes: the hour of "at 7 a.m. on Monday",
    or its day."""
    inside = [time for time in times_in(text) if place.start <= time.span.start < place.end]
    sort = [time for time in inside if _is_hour(time) is isinstance(claim, EventTime)]
    times = [time.span for time in sort or inside]
    if not times:
        return place
    opens = text[place.start : times[0].start].strip().lower() in _BEFORE_A_TIME
    time = times[0] if opens else times[-1]
    behind = _SHORTENED.match(text, time.end) or _ZONE.match(text, time.end)
    return Span(start=time.start, end=behind.end() if behind else time.end)


def _is_hour(time: TimeExpression) -> bool:
    return time.type is TimeType.TIME and any(map(str.isdigit, time.quote))


@lru_cache(maxsize=1 << 10)
def times_in(text: str) -> tuple[TimeExpression, ...]:
    """The days and hours of a text, which all claims of a sentence ask for."""
    kinds = (TimeType.DATE, TimeType.TIME)
    return tuple(time for time in find_times(text) if time.type in kinds)
