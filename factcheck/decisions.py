"""Decisions of an editor on claims, which override every rule."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from factcheck.models import Dimension, Quantity
from factcheck.quantities import find_quantities
from factcheck.record import Name, Record, Whole

# How the notes of a report begin that are about decisions.
NOTE = "corrections: "


class Ruling(StrEnum):
    """What is decided. *Same*: the claims answer one question. *Different*: each answers another.
    *Not a claim*: leave it out. *Misread*: its figure or day is another. *Earlier*: the claims
    are states of one figure in the order of time, and so updates."""

    SAME = "same"
    DIFFERENT = "different"
    NOT_A_CLAIM = "not-a-claim"
    MISREAD = "misread"
    EARLIER = "earlier"


LEAST_CLAIMS = {
    Ruling.SAME: 2,
    Ruling.DIFFERENT: 2,
    Ruling.NOT_A_CLAIM: 1,
    Ruling.MISREAD: 1,
    Ruling.EARLIER: 2,
}


class Decision(Record):
    """One decision, by whom and on which day. `claims` are names of claims (`Claim.name`).

    For `misread`, `figure` is the right one in words ("1,600", "more than £2 million") and `day`
    the right day, up to `last_day` for several: of a figure, the day as of which it holds.
    `program` says that a program answered, and no editor: an editor's decision goes before it.
    """

    ruling: Ruling
    claims: Annotated[tuple[Annotated[Name, Whole], ...], Field(min_length=1)]
    by: Annotated[Name, Whole]
    on: date
    note: Annotated[str, Whole] = ""
    figure: Annotated[str, Whole] | None = None
    day: date | None = None
    last_day: date | None = None
    program: bool = False

    @model_validator(mode="after")
    def _complete(self) -> Self:
        """Checks that a decision has what its ruling needs and nothing else."""
        least = LEAST_CLAIMS[self.ruling]
        if len(self.claims) < least:
            raise ValueError(f"“{self.ruling}” needs {least} claims or more: name the others too")
        if len(set(self.claims)) < len(self.claims):
            raise ValueError("a claim is named twice: name each once")
        given = (self.figure, self.day, self.last_day)
        if self.ruling is not Ruling.MISREAD and given != (None, None, None):
            raise ValueError(
                f"“{self.ruling}” takes no figure and no day: write them with “misread”"
            )
        if self.ruling is Ruling.MISREAD and self.figure is None and self.day is None:
            raise ValueError(
                '“misread” needs what is right: write figure = "1,600" or day = 2024-02-17'
            )
        if self.last_day is not None and (self.day is None or self.last_day < self.day):
            raise ValueError(
                "last_day comes after day: write the first as day, the last as last_day"
            )
        if self.figure is not None:
            figure_in(self.figure)
        return self


class Corrections(Record):
    """Decisions in the order in which they were made; `source` names where they stand."""

    decisions: tuple[Decision, ...] = ()
    source: Name = "corrections"


def figure_in(text: str) -> Quantity:
    """Parse the one figure of `text` as in an article; a bare one counts without a unit.

    Raises `ValueError` where there is none, or more than one.
    """
    if text.strip().isdecimal():  # "2019", which an article would mean as a year
        value = Decimal(text.strip())
        return Quantity(low=value, high=value)
    # A bare "1,600" is no figure of an article's: it is read as one of something.
    found = find_quantities(text) or find_quantities(f"{text} items")
    if len(found) != 1:
        number = "no figure" if not found else f"{len(found)} figures"
        raise ValueError(f"“{text}” holds {number}: write one, such as “1,600” or “about 6,000”")
    return found[0].quantity


def corrected(quantity: Quantity, figure: str) -> Quantity:
    """The quantity that `figure` gives; without a unit in `figure`, in the unit of the original."""
    right = figure_in(figure)
    if right.unit is not None or right.dimension is not Dimension.COUNT:
        return right
    kept = {"unit": quantity.unit, "per": quantity.per, "dimension": quantity.dimension}
    return right.model_copy(update=kept)
