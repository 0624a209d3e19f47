"""What bears on every pair of a group, and the shape of the rules that compare two stances."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.findings import Relation
from factcheck.judge.answers import Answer
from factcheck.judge.stances import Stance
from factcheck.kinds import Movement
from factcheck.models import Change
from factcheck.policy import Policy


@dataclass(frozen=True)
class Question:
    """What bears on every pair of one group.

    `movement` is how its figure moves, `told` which ways the texts say that it went, `held` what
    each story asserts, and `story` which story an article prints.
    """

    movement: Movement
    told: frozenset[Change]
    policy: Policy
    held: Mapping[str, Sequence[Answer]] = field(default_factory=dict)
    story: Mapping[str, str] = field(default_factory=dict)
    # Which story says what a stance says: every pair of a group asks it again.
    _said: dict[tuple[str, int], bool] = field(default_factory=dict, repr=False, compare=False)

    def says(self, voice: str, stance: Stance, gives: Callable[[Answer, Answer], bool]) -> bool:
        """Whether an answer that the story `voice` holds `gives` that of the stance."""
        asked = (voice, id(stance))
        if asked not in self._said:
            held = self.held.get(voice, ())
            self._said[asked] = any(gives(answer, stance.answer) for answer in held)
        return self._said[asked]


# The relation of two stances and its reason in words, or nothing where the rule does not hold.
Rule = Callable[[Stance, Stance, Question], tuple[Relation, str] | None]
