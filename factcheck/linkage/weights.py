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
    kind_bits: float = 1.25
    plain_kind: float = -2.2
    other_deed: float = -4.0
    other_kind: float = -5.3
    same_head: float = 1.25
    generic_heads: float = 0.55
    related_head: float = -0.77
    different_head: float = -2.9
    same_predicate: float = 1.54
    different_predicate: float = -1.38
    unknown_event: float = -2.45
    other_event: float = -3.9
    other_role: float = -2.1
    same_measured: float = 0.46
    shared_measured: float = 0.51
    other_measured: float = -0.7
    other_holder: float = -5.0
    other_rate: float = -4.8
    other_dimension: float = -1.02
    people_beside_things: float = -1.55
    shared_names: float = 0.1
    other_names: float = -1.65
    shared_participants: float = 0.71
    shared_modifiers: float = 1.26
    other_modifiers: float = -1.7
    shared_clause: float = 8.0
    nothing_shared: float = -4.4
    shared_around: float = 14.9
    shared_place: float = 0.1
    other_place: float = -2.3
    other_scope: float = -5.3
    others_beside: float = -8.8
    other_outlook: float = -2.3
    other_world: float = -3.0
    same_figure: float = 2.75
    near_figure: float = 1.1
    # Crying conflict over two questions is worse than missing one: figures that cannot both
    # hold need more evidence than figures that can.
    disagree: float = -3.3
    same_article_other_figure: float = -4.4
    same_article_other_day: float = -8.5
    other_day: float = -4.6
    event_days_apart: float = -2.2
    event_weeks_apart: float = -7.3
    speech: float = -1.7
    other_count_day: float = -2.05
    other_time: float = -7.0
    best_match: float = 1.0  # for each bit of lead over the next best
    nothing_tells: float = -1.05
    unknown_head: float = -2.05
    other_season: float = -10.6
    # So low that no mean over a block of the largest size makes up for it.
    veto: float = -1e7

    def of(self, level: str) -> float:
        """The weight of a level by its name."""
        return float(getattr(self, level))
