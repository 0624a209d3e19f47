"""From clusters of claims to verdicts: what agrees, what changed, what contradicts what."""

from factcheck.judge.groups import judge

__all__ = ["judge"]
