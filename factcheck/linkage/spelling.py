"""Names whose spellings differ by a letter or two: Dargahan and Dargehan, Obrador and Obradór.

rapidfuzz measures how much two spellings share; only this module uses it.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz, process

from factcheck.linkage.model import context_bounds


@lru_cache(maxsize=1 << 10)
def shared_names(left: frozenset[str], right: frozenset[str]) -> frozenset[str]:
    """The names of `left` that `right` has too, allowing for small differences of spelling."""
    shared, bounds = left & right, context_bounds()
    ours = [name for name in left - shared if len(name) >= bounds.spelt_in]
    theirs = [name for name in right - shared if len(name) >= bounds.spelt_in]
    if not ours or not theirs:
        return shared
    least = bounds.spelt_alike
    alike = {
        name for name in ours
        if process.extractOne(name, theirs, scorer=fuzz.ratio, score_cutoff=least) is not None
    }  # fmt: skip
    return shared | alike
