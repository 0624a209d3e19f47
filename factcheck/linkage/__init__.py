"""From claims to clusters that answer one question: block, compare, join."""

from factcheck.linkage.cluster import linked

__all__ = ["linked"]
