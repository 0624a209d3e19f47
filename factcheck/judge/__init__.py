"""From clusters of claims to verdicts: what agrees, what changed, what contradicts what."""

from factcheck.judge.groups import Gravity, judge, ranked

__all__ = ["Gravity", "judge", "ranked"]
