"""The parts of a comparison: levels, and the evidence that they sum to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.models import Dimension


@dataclass(slots=True)  # not frozen: a pair makes a dozen of them
class Level:
    """One feature of a pair: the level it reached, its amount, and its reason in words."""

    name: str
    amount: float
    reason: str


@dataclass(slots=True)
class Difference:
    """A slot in which two claims differ, with the difference in words. A `hard` one excludes one
    question; another may be only a different wording. One that is only to be `asked` about may be
    one question, and is never flagged."""

    slot: str
    reason: str
    hard: bool = False
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """The log-odds that a pair answers one question, with its parts in `weighed`: the weight of
    each reason and the reason in words."""

    bits: float
    weighed: Sequence[tuple[float, str]] = ()

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons that are worth stating, the weightiest first. Built on demand, since one of a
        hundred pairs is shown."""
        ranked = sorted(self.weighed, key=lambda one: -abs(one[0]))
        return tuple(f"{reason} ({weight:+.1f})" for weight, reason in ranked)


# What two claims may reach (`compare.py`).
PAIR_LEVELS = frozenset(
    f"of_{one.value}" for one in Dimension if one is not Dimension.COUNT
) | frozenset({
    "anybody", "beside_predicate", "both_definite", "both_earlier", "both_lead", "coincidence",
    "contrast", "copied", "copy", "different_head", "frame_around", "given_often", "kind_bits",
    "names_apart", "near", "no_participant", "no_predicate", "odd_minute", "of_clock",
    "of_month", "of_year", "one_bound", "one_definite", "one_predicate", "other_count_day",
    "other_day", "other_event_noun", "other_dimension", "other_doer", "other_holder", "other_kind",
    "other_measured", "other_modifiers", "other_names", "other_outlook", "other_period",
    "other_place", "other_predicate", "other_question", "other_rate", "other_role",
    "other_scope", "other_season", "other_time", "other_world", "others_beside",
    "people_beside_things", "plain_kind", "related_head", "room", "same_article", "same_doer",
    "vague",
    "same_frame", "same_head", "same_kind", "same_measured", "same_predicate",
    "share_of_participants", "shared_clause", "shared_measured", "shared_modifiers",
    "shared_names", "shared_participants", "shared_place", "shared_sentence", "speech",
    "tied_by_figure", "two_groups", "unknown_head",
})  # fmt: skip

# What else two differing answers may reach (`identity.py`).
IDENTITY_LEVELS = frozenset({
    "both_dated", "closeness", "days_between", "few_of_sort", "figure_beside", "happens_once",
    "later_larger", "measured_frame", "named_bearer", "near_bits", "near_words", "next_day",
    "one_extent", "one_hour", "one_of_its_kind", "only_one", "ratio", "ratio_room",
    "same_day", "same_event_noun", "same_origin", "same_speaker", "same_statement", "same_verb",
    "same_whole", "same_words", "shared_referent", "size_of_a_body", "stated_as_changed",
    "stated_in_turn", "two_speakers", "verb_around",
})  # fmt: skip

# The slots in which they may differ.
SLOTS = frozenset({
    "bound", "certainty", "contrast", "days", "doer", "earlier", "figures", "foreign", "head",
    "kind", "measured", "modifiers", "names", "origin", "others", "outlook", "part", "per",
    "period", "place", "predicate", "role", "sentence_names", "sorts", "status", "times", "total",
    "weeks", "whole",
})  # fmt: skip
DIFFERENCE_LEVELS = frozenset(f"differs_{slot}" for slot in SLOTS)
