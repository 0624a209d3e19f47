"""The context of a group that all its pairs share, and the signature of the rules on pairs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.answers.comparable import ComparableAnswer
from factcheck.judge.moments import Moment
from factcheck.judge.reported import ReportedValue, WrittenFigure
from factcheck.kinds import Movement
from factcheck.models import Change
from factcheck.policy import Policy
from factcheck.results import Relation


@dataclass(frozen=True)
class GroupContext:
    """The context of one group for the comparison of its pairs.

    `movement` is how its figure moves, `directions` which ways the texts say that it went,
    `changed_to` the figures that they say it changed to, each with those that it is said to have
    changed from, `held` what each story asserts, `story` which story an article prints, and
    `first_given` as of when each figure was given first.
    """

    movement: Movement
    directions: frozenset[Change]
    policy: Policy
    changed_to: Mapping[WrittenFigure, Sequence[ComparableAnswer]] = field(default_factory=dict)
    held: Mapping[str, Sequence[ComparableAnswer]] = field(default_factory=dict)
    story: Mapping[str, str] = field(default_factory=dict)
    first_given: Mapping[WrittenFigure, Moment] = field(default_factory=dict)
    # Which story says what a reported value says: every pair of a group asks it again.
    _said: dict[tuple[object, ...], bool] = field(default_factory=dict, repr=False, compare=False)

    def says(
        self,
        story_id: str,
        value: ReportedValue,
        gives: Callable[[ComparableAnswer, ComparableAnswer], bool],
    ) -> bool:
        """Whether the story `story_id` holds an answer that `gives` that of the reported value."""
        asked = (story_id, value.answer, gives)
        if asked not in self._said:
            held = self.held.get(story_id, ())
            self._said[asked] = any(gives(answer, value.answer) for answer in held)
        return self._said[asked]


# The relation of two reported values and its reason in words, or nothing where the rule does not
# hold.
Rule = Callable[[ReportedValue, ReportedValue, GroupContext], tuple[Relation, str] | None]
