"""From claims to clusters that answer one question: block, compare, join."""

from factcheck.linkage.cluster import compared_articles, linked, rank_of_possible

__all__ = ["compared_articles", "linked", "rank_of_possible"]
