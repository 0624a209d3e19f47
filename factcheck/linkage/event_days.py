"""A clause without the day that is asked for.

"The search resumed after dawn on Monday" is "The search resumed after dawn"; where a second day
stands beside it, or a limit before it, a gap is left: "it is to rain until …".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from factcheck.lexicon import any_of
from factcheck.linkage.label_words import (
    EDGES,
    PARTICLES,
    WORD,
    closing,
    first_word,
    function_words,
    leading_words,
)
from factcheck.mentions import TimeType
from factcheck.models import Claim
from factcheck.text.inflection import verb_forms
from factcheck.times import find_times

_STOPS = ",;:-–—()"
_FEWEST = 2  # words that still tell an event
_LONGEST = 80  # characters of a quote that are looked for
_TWO_DAYS = re.compile(r"\band\b")  # "on Sunday [and] Monday", no "between 1 [and] 2 p.m."
_BETWEEN = re.compile(r"\bbetween\s*$", re.IGNORECASE)
_BOUNDS = ("since", "until", "till", "by")


def dated(clause: str, claim: Claim) -> str:
    """The clause without the day that is asked for, up to any later day: of "he felt tired
    Wednesday but not ill until Thursday" the first is "he felt tired"."""
    quoted = claim.quote.strip()
    start = clause.find(quoted[:_LONGEST])
    end = start + len(quoted)
    times = times_in(clause)
    own = [time for time in times if start <= time[0] < end] if start >= 0 else []
    if not own or end > len(clause):
        return _without_times(clause)
    opens = claim.quote[: own[0][0] - start].strip().lower() in ("", "late", "early", "the")
    mine = own[0] if opens else own[-1]
    ahead = ((at, clause[stop:]) for at, stop in times if at > mine[1])
    later = next((at for at, behind in ahead if _stands_alone(behind, True)), None)
    if later is not None and later >= end:
        clause = clause[:later]
    earlier = [stop for _, stop in times if stop <= mine[0]]
    return _with_gap(clause, mine, earlier[-1] if earlier else None)


def _with_gap(clause: str, mine: tuple[int, int], earlier: int | None) -> str:
    """The clause without its day; a gap stands for one that another day or "until" leads to: "it is
    to rain until Friday or [Saturday]"."""
    before, behind = clause[: mine[0]], clause[mine[1] :]
    led = _before_a_time().sub("", before).rstrip()
    lead = before[len(led) :].split()
    joins = earlier is not None and not _connecting().sub("", clause[earlier : mine[0]]).strip()
    if joins and earlier is not None and len(WORD.findall(clause[:earlier])) <= _FEWEST:
        return _without_times(clause)  # "[Late Monday and early Tuesday,] crews searched the weir"
    if joins or (lead and lead[-1].lower() in _BOUNDS):
        return f"{before}…{behind if joins else ''}"
    return _removed(clause, [mine])


@lru_cache(maxsize=1 << 10)
def _without_times(clause: str) -> str:
    """The clause without its days and hours, and what leads to them: the label asks for them. A
    time that another noun goes on stays: "a [Monday] briefing", "the [2017] breach"."""
    return _removed(clause, times_in(clause))


def _removed(clause: str, times: Iterable[tuple[int, int]]) -> str:
    kept, end = "", 0
    for start, stop in times:
        before, behind = clause[end:start], clause[stop:]
        led = _before_a_time().sub("", before).rstrip()
        opening = not (kept + led).strip(EDGES)
        if behind.startswith(("'", "’")):
            continue  # "[Wednesday]'s meeting"
        if opening or _stands_alone(behind, led != before.rstrip()):
            kept += led + ("" if behind[:1] in _STOPS else " ")
            end = stop
    kept += clause[end:]
    kept = closing(kept)
    return kept if len(WORD.findall(kept)) >= _FEWEST else clause


@lru_cache(maxsize=1 << 10)
def times_in(clause: str) -> tuple[tuple[int, int], ...]:
    """Where the days and hours of a clause stand, those that only a word parts as one: "[between
    9 a.m. and 11 a.m. on Tuesday]"."""
    found: list[tuple[int, int]] = []
    for time in find_times(clause):
        if time.type not in (TimeType.DATE, TimeType.TIME):
            continue
        between = clause[found[-1][1] : time.span.start] if found else "."
        two_days = _TWO_DAYS.search(between) and not _BETWEEN.search(clause[: found[-1][0]])
        if not two_days and not _before_a_time().sub("", between).strip():
            found[-1] = (found[-1][0], time.span.end)
        else:
            found.append((time.span.start, time.span.end))
    return tuple(found)


def _stands_alone(behind: str, led_to: bool) -> bool:
    """Whether no noun goes on with a time, given what stands behind it, and whether a preposition
    leads to it: "The court [on Monday] ruled", "rain fell [Sunday] on the coast"."""
    if behind.startswith(("'", "’", "-")):
        return False
    first = first_word(behind)
    if not behind.strip(EDGES + ".") or behind.lstrip()[:1] in _STOPS or first in leading_words():
        return True
    return first in verb_forms() and (led_to or first.endswith("ed"))


@cache
def _connecting() -> re.Pattern[str]:
    """What stands between two days of one phrase: "late Thursday [or early] Friday"."""
    words = (*function_words().prepositions, "and", "or", "early", "late", "the")
    return re.compile(rf"\b{any_of(words)}\b", re.IGNORECASE)


@cache
def _before_a_time() -> re.Pattern[str]:
    """What leads to a day and dangles without it: "set [for] Tuesday", "[early on] Monday"."""
    leading = {*function_words().prepositions} - PARTICLES
    words = (*sorted(leading), "after", "before", "early", "late", "the", "and", "this")
    return re.compile(rf"(?:(?:^|(?<=\W)){any_of(words)}\s*)*$", re.IGNORECASE)
