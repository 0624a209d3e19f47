"""Every constant of linking, in bits: positive speaks for one question, negative against."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class LinkWeights(BaseModel):
    """The weight of each level of comparison.

    A weight is multiplied by the amount of its level: 1 for a plain yes, bits of rarity for
    words that are shared, bits of improbability for an equal figure. The defaults were set by
    hand and then moved, within bounds, to fit labelled news (docs/decisions/0040).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    prior: float = -1.75
    event_prior: float = -2.1
    rivals: float = -0.25
    kind_bits: float = 1.0
    plain_kind: float = -1.6
    other_kind: float = -6.3
    same_head: float = 1.25
    generic_heads: float = 1.1
    related_head: float = -0.52
    different_head: float = -3.4
    same_predicate: float = 1.54
    different_predicate: float = -1.38
    unknown_event: float = -1.7
    other_event: float = -5.9
    other_role: float = -5.6
    same_measured: float = 0.46
    shared_measured: float = 0.88
    other_measured: float = -1.7
    other_rate: float = -4.8
    other_dimension: float = -1.05
    people_beside_things: float = -1.55
    shared_names: float = 0.1
    other_names: float = -4.2
    shared_participants: float = 0.46
    shared_modifiers: float = 1.03
    other_modifiers: float = -1.7
    shared_clause: float = 10.5
    nothing_shared: float = -3.7
    shared_around: float = 12.5
    shared_place: float = 0.21
    other_place: float = -1.27
    other_scope: float = -5.8
    others_beside: float = -2.9
    other_outlook: float = -1.55
    same_figure: float = 2.75
    near_figure: float = 0.35
    # Crying conflict over two questions is worse than missing one: figures that cannot both
    # hold need more evidence than figures that can.
    disagree: float = -3.3
    same_article_other_figure: float = -3.9
    same_article_other_day: float = -7.5
    other_day: float = -3.6
    event_days_apart: float = -1.7
    event_weeks_apart: float = -6.8
    speech: float = -2.4
    other_count_day: float = -1.02
    other_time: float = -7.3
    nothing_tells: float = -3.0
    unknown_head: float = -2.05
    other_season: float = -8.1
    veto: float = -1000.0

    def of(self, level: str) -> float:
        """The weight of a level by its name."""
        return float(getattr(self, level))
