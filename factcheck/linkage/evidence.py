"""The pieces that a comparison is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """One feature of a pair: the level it reached, how much of it there is, and why, in words."""

    name: str
    amount: float
    reason: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The bits for and against, with the reason for each in words, in the order compared."""

    bits: float
    reasons: tuple[str, ...]
