"""Every constant of judging, in one object, each with its reason.

Rounding follows the pragmatics of number words: a figure is as coarse as the scale its last
significant digit stands on (Krifka 2007, "Approximate interpretation of number words"), and
"more than N" is taken to stop about where the next round number would have been used
(Cummins, Sauerland and Solt 2012, "Granularity and scalar implicature in numerical
expressions"). Copy thresholds were measured on wire stories copied whole, abridged and in
part; that true copies look quite unlike one another was found by NEWS-COPY (Silcock et al.
2023: a mean Jaccard of about .3), hence containment.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from factcheck.errors import ConfigurationError

Share = Annotated[Decimal, Field(ge=0, lt=1, allow_inf_nan=False)]
Whole = Annotated[int, Field(ge=1)]


class Policy(BaseModel):
    """The constants of judging: how wide hedges are, which differences time explains, what is a
    copy.

    Shares are parts of the figure itself, from 0 up to but not including 1. A value out of range,
    or one that contradicts another, raises `ConfigurationError`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    # How wide "about" is. Half of the scale the figure stands on (Krifka 2007): "about 6,000"
    # reaches from 5,500 to 6,500. The scale of 10,000 is not 10,000, so the reach is capped at
    # a share of the figure; and a hedge that allowed nothing would not have been written, so
    # it has a floor too ("about 1,234").
    hedge_share: Share = Decimal("0.10")
    hedge_floor: Share = Decimal("0.01")

    # When an unhedged figure counts as rounded. A count does if it stands on a scale of at least
    # this step: 150, 1,600 and 680,000 may be rounded, 23 dead and 130 dead are not (multiples
    # of ten are common as exact counts; Jansen and Pollmann 2001, "On round numbers", on which
    # numbers are used as round). What is measured is always rounded, to the last digit written.
    # The share caps the rounding of "10,000".
    rounded_step: Annotated[Decimal, Field(ge=1, allow_inf_nan=False)] = Decimal(50)
    rounding_share: Share = Decimal("0.05")

    # How far beyond "more than N" a reader looks, and how far below "as many as N", where the
    # scale of N itself is finer (Cummins, Sauerland and Solt 2012: the enriched reading ends at
    # the next round number, and the rounder N, the further off that is). "At least N" says that
    # the speaker does not know (Geurts and Nouwen 2007, "At least et al."), and is read up to
    # twice N.
    bound_share: Share = Decimal("0.25")
    least_share: Annotated[Decimal, Field(ge=0, le=10, allow_inf_nan=False)] = Decimal(1)

    # How much a vague word may fall short of the figure that stands for it: 210 can pass for
    # "several hundred", 18 for "dozens". It ends where the next word takes over, at a power of
    # ten: nobody says "dozens" of a hundred.
    vague_share: Share = Decimal("0.30")

    # Clock times stand on scales of an hour, half, quarter, five minutes (Krifka 2007). A hedge
    # covers one step, at most this many minutes; an unhedged time half a step, at most this.
    clock_hedge: Annotated[int, Field(ge=0, le=120)] = 15
    clock_rounding: Annotated[int, Field(ge=0, le=60)] = 5

    # What time excuses. A rising figure that is higher in a report at least so many days later
    # is an update; on one day only if the lower report says that the count goes on. A figure that
    # is itself called preliminary may be replaced by any other.
    later_days: Whole = 1
    preliminary_excuses: bool = True

    # Within one article: so many percentage points a share may be off from the counts beside it,
    # beyond the rounding of all three, before that is called a mistake.
    percent_slack: Annotated[Decimal, Field(ge=0, le=100, allow_inf_nan=False)] = Decimal(1)
    # Figures that restate each other or add up stand within so many characters, and nobody sums up
    # as many figures as this in a sentence.
    restated_within: Whole = 60
    most_terms: Whole = 7
    # Characters around a claim's sentence that still speak of its figure: a sentence or two.
    around: Whole = 300

    # Copies. Five-word shingles with digits masked; containment in the shorter text.
    shingle_words: Annotated[int, Field(ge=2, le=20)] = 5
    abridged: Share = Decimal("0.50")
    lifted: Share = Decimal("0.15")
    # Around the claim: a sentence counts as printed twice from this containment on (less where
    # the articles share a lifted paragraph anyway), if it has enough shingles to decide by.
    sentence_copied: Share = Decimal("0.40")
    sentence_lifted: Share = Decimal("0.25")
    sentence_shingles: Whole = 4
    # From here on a copied sentence whose figure differs is one that was altered.
    sentence_altered: Share = Decimal("0.70")
    # A shingle is looked up in at most this many articles, so that the search stays linear
    # when a thousand outlets print one story.
    postings: Whole = 48

    if not TYPE_CHECKING:  # type checkers keep the signature that the fields make

        def __init__(self, **values: Any) -> None:
            try:
                super().__init__(**values)
            except ValidationError as error:
                first = error.errors()[0]
                where = ".".join(map(str, first["loc"])) or "the values"
                raise ConfigurationError("Policy", f"{where}: {first['msg']}") from error

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        """Checks bounds that depend on each other."""
        if self.lifted > self.abridged:
            raise ValueError(
                f"lifted ({self.lifted}) must not exceed abridged ({self.abridged}): "
                "an abridged story shares more than a lifted paragraph"
            )
        if self.rounding_share > self.hedge_share:
            raise ValueError(
                f"rounding_share ({self.rounding_share}) must not exceed hedge_share "
                f"({self.hedge_share}): a hedge widens a figure"
            )
        if self.hedge_floor > self.hedge_share:
            raise ValueError(
                f"hedge_floor ({self.hedge_floor}) must not exceed hedge_share ({self.hedge_share})"
            )
        return self


DEFAULT = Policy()
