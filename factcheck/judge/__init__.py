"""From clusters of claims to verdicts: agreements, changes and contradictions."""

from factcheck.judge.groups import Gravity, judge, ranked

__all__ = ["Gravity", "judge", "ranked"]
