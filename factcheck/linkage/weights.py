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
    rivals: float = -0.17
    kind_bits: float = 1.25
    plain_kind: float = -0.45
    other_deed: float = -5.5
    other_kind: float = -4.3
    other_question: float = -9.0
    same_head: float = 1.5
    generic_heads: float = 0.17
    related_head: float = -0.77
    different_head: float = -3.9
    same_predicate: float = 1.54
    different_predicate: float = -1.88
    unknown_event: float = -1.3
    other_event: float = -5.4
    other_role: float = -2.1
    same_measured: float = 0.21
    shared_measured: float = 0.58
    other_measured: float = -2.45
    other_holder: float = -5.5
    other_rate: float = -4.3
    other_dimension: float = -1.52
    people_beside_things: float = -1.05
    shared_names: float = 0.1
    other_names: float = -0.7
    shared_participants: float = 0.71
    shared_modifiers: float = 1.76
    other_modifiers: float = -0.7
    shared_clause: float = 8.5
    nothing_shared: float = -4.4
    shared_around: float = 14.4
    shared_place: float = 0.26
    other_place: float = -2.05
    other_scope: float = -6.8
    others_beside: float = -5.3
    other_outlook: float = -0.77
    other_world: float = -3.0
    same_figure: float = 2.75
    near_figure: float = 1.76
    # Crying conflict over two questions is worse than missing one: figures that cannot both
    # hold need more evidence than figures that can.
    disagree: float = -3.3
    same_article_other_figure: float = -3.9
    same_article_other_day: float = -8.0
    other_day: float = -6.1
    event_days_apart: float = -3.2
    event_weeks_apart: float = -8.3
    speech: float = -2.95
    other_count_day: float = -1.3
    other_time: float = -6.5
    best_match: float = 0.75  # for each bit of lead over the next best
    nothing_tells: float = -1.35
    unknown_head: float = -2.27
    other_season: float = -13.6
    # So low that no mean over a block of the largest size makes up for it.
    veto: float = -1e7

    def of(self, level: str) -> float:
        """The weight of a level by its name."""
        return float(getattr(self, level))
