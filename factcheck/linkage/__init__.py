"""Which claims answer one question: block, compare, cluster."""

from factcheck.linkage.cluster import linked
from factcheck.linkage.weights import LinkWeights

__all__ = ["LinkWeights", "linked"]
