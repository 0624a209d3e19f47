"""From claims to clusters that answer one question: block, compare, join."""

from factcheck.linkage.block import Stories
from factcheck.linkage.cluster import (
    Linked,
    compared_articles,
    linked,
    rank_of_possible,
    stories_of,
)
from factcheck.linkage.model import blocking

__all__ = [
    "Linked",
    "Stories",
    "blocking",
    "compared_articles",
    "linked",
    "rank_of_possible",
    "stories_of",
]
