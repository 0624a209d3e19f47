"""Names that differ by a letter or two: Dargahan and Dargehan, Obrador and Obradór.

rapidfuzz measures how much two spellings share; only this module asks it.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz, process

_ALIKE = 84.0  # per cent; "Koohi" and "Kavouhi" stay apart, "Zinbi" and "Zinabieh" too
_SHORTEST = 6  # letters: in shorter names one letter makes another name (Iran, Iraq)


@lru_cache(maxsize=1 << 16)
def shared_names(left: frozenset[str], right: frozenset[str]) -> frozenset[str]:
    """The names of `left` that `right` has too, up to their spelling."""
    shared = left & right
    ours = [name for name in left - shared if len(name) >= _SHORTEST]
    theirs = [name for name in right - shared if len(name) >= _SHORTEST]
    if not ours or not theirs:
        return shared
    alike = {
        name for name in ours
        if process.extractOne(name, theirs, scorer=fuzz.ratio, score_cutoff=_ALIKE) is not None
    }  # fmt: skip
    return shared | alike
