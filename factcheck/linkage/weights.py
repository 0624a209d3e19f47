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

    prior: float = -2.25
    event_prior: float = -2.1
    rivals: float = -0.88
    kind_bits: float = 1.25
    plain_kind: float = -1.1
    other_deed: float = -6.2
    other_kind: float = -1.4
    other_question: float = -9.3
    same_head: float = 1.75
    generic_heads: float = 0.25
    related_head: float = -1.8
    different_head: float = -1.9
    same_predicate: float = 1.29
    different_predicate: float = -2.5
    unknown_event: float = -3.3
    other_event: float = -1.4
    other_role: float = -5.6
    same_measured: float = 0.57
    shared_measured: float = 0.36
    other_measured: float = -2.65
    other_holder: float = -5.75
    other_rate: float = -3.9
    other_dimension: float = -1.55
    people_beside_things: float = -2.05
    shared_names: float = 0.1
    other_names: float = -4.15
    shared_participants: float = 0.57
    shared_modifiers: float = 1.28
    other_modifiers: float = -4.15
    shared_clause: float = 9.0
    nothing_shared: float = -2.4
    shared_around: float = 12.9
    shared_place: float = 0.1
    other_place: float = -2.05
    other_scope: float = -8.8
    others_beside: float = -6.8
    other_outlook: float = -3.05
    other_world: float = -3.55
    same_figure: float = 2.75
    near_figure: float = 1.76
    # Crying conflict over two questions is worse than missing one: figures that cannot both
    # hold need more evidence than figures that can.
    disagree: float = -2.55
    same_article_other_figure: float = -3.4
    same_article_other_day: float = -5.5
    other_day: float = -3.6
    event_days_apart: float = -1.2
    event_weeks_apart: float = -5.3
    speech: float = -1.95
    other_count_day: float = -0.77
    other_time: float = -6.5
    best_match: float = 0.28  # for each bit of lead over the next best
    nothing_tells: float = -0.35
    unknown_head: float = -2.3
    other_season: float = -12.1
    # So low that no mean over a block of the largest size makes up for it.
    veto: float = -1e7

    def of(self, level: str) -> float:
        """The weight of a level by its name."""
        return float(getattr(self, level))
