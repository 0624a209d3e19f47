"""From claims to clusters that answer one question: block, compare, join."""

from factcheck.linkage.block import LARGEST_STORY, Stories
from factcheck.linkage.cluster import (
    Linked,
    compared_articles,
    linked,
    rank_of_possible,
    stories_of,
)

__all__ = [
    "LARGEST_STORY",
    "Linked",
    "Stories",
    "compared_articles",
    "linked",
    "rank_of_possible",
    "stories_of",
]
