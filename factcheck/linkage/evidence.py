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
    """The log-odds that a pair answers one question, with the reasons in words."""

    bits: float
    reasons: tuple[str, ...]
