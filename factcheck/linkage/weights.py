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
    event_prior: float = -3.1
    rivals: float = -0.17
    kind_bits: float = 1.0
    plain_kind: float = -1.7
    other_kind: float = -3.8
    same_head: float = 1.25
    generic_heads: float = 0.5
    related_head: float = -1.02
    different_head: float = -1.4
    same_predicate: float = 1.54
    different_predicate: float = -0.88
    unknown_event: float = -2.0
    other_event: float = -3.9
    other_role: float = -2.1
    same_measured: float = 0.46
    shared_measured: float = 0.14
    other_measured: float = -0.9
    other_rate: float = -3.8
    other_dimension: float = -1.52
    people_beside_things: float = -1.55
    shared_names: float = 0.1
    other_names: float = -2.15
    shared_participants: float = 0.6
    shared_modifiers: float = 0.76
    other_modifiers: float = -1.7
    shared_clause: float = 9.0
    nothing_shared: float = -1.75
    shared_around: float = 13.0
    shared_place: float = 0.1
    other_place: float = -1.8
    other_scope: float = -7.3
    others_beside: float = -1.9
    other_outlook: float = -2.8
    same_figure: float = 2.25
    near_figure: float = 0.6
    # Crying conflict over two questions is worse than missing one: figures that cannot both
    # hold need more evidence than figures that can.
    disagree: float = -3.3
    same_article_other_figure: float = -3.9
    same_article_other_day: float = -5.0
    other_day: float = -6.6
    event_days_apart: float = -3.2
    event_weeks_apart: float = -7.3
    speech: float = -2.7
    other_count_day: float = -1.52
    other_time: float = -8.8
    unknown_head: float = -2.02
    other_season: float = -7.6
    veto: float = -1000.0

    def of(self, level: str) -> float:
        """The weight of a level by its name."""
        return float(getattr(self, level))
