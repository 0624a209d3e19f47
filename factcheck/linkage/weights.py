"""Every constant of linking, in bits: positive speaks for one question, negative against."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class LinkWeights(BaseModel):
    """The weight of each level of comparison.

    A weight is multiplied by the amount of its level: 1 for a plain yes, bits of rarity for
    words that are shared, bits of improbability for an equal figure. The defaults were
    estimated from labelled pairs of reports on invented events and rounded.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    prior: float = -1.75
    event_prior: float = -2.0
    rivals: float = -0.2
    kind_bits: float = 1.0
    plain_kind: float = -0.5
    other_kind: float = -7.25
    same_head: float = 1.0
    generic_heads: float = 0.5
    related_head: float = -0.75
    different_head: float = -1.5
    same_predicate: float = 1.5
    different_predicate: float = -1.0
    other_event: float = -4.5
    other_role: float = -4.5
    same_measured: float = 0.2
    shared_measured: float = 0.5
    other_measured: float = -1.25
    other_rate: float = -5.0
    other_dimension: float = -1.5
    people_beside_things: float = -2.0
    shared_names: float = 0.2
    other_names: float = -4.25
    shared_modifiers: float = 0.3
    other_modifiers: float = -1.0
    shared_clause: float = 7.5
    nothing_shared: float = -2.25
    shared_around: float = 10.5
    shared_place: float = 0.1
    other_place: float = -1.0
    other_scope: float = -8.25
    others_beside: float = -3.5
    other_outlook: float = -1.75
    same_figure: float = 2.75
    near_figure: float = 0.5
    # Crying conflict over two questions is worse than missing one: figures that cannot both
    # hold need more evidence than figures that can.
    disagree: float = -2.5
    same_article_other_figure: float = -3.0
    same_article_other_day: float = -7.5
    other_day: float = -6.5
    event_days_apart: float = -2.75
    event_weeks_apart: float = -5.25
    speech: float = -3.5
    other_count_day: float = -1.25
    other_time: float = -7.75
    unknown_head: float = -1.0
    other_season: float = -7.5
    veto: float = -1000.0

    def of(self, level: str) -> float:
        """The weight of a level by its name."""
        return float(getattr(self, level))
