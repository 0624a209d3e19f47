"""Which claims answer one question: block, compare, cluster."""

from factcheck.linkage.cluster import linked
from factcheck.linkage.compare import LinkWeights

__all__ = ["LinkWeights", "linked"]
