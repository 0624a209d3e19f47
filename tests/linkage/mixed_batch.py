"""All texts of the labelled pairs as one batch: do strangers' figures stay apart?

    python -m tests.linkage.mixed_batch         every group that joins unrelated stories

A newsroom reconciles a day's wire, not two reports. A thousand short texts of hundreds of
stories hold many figures of one kind (some people died) that have nothing to do with each
other. Two texts are taken to tell one story when they share a name, or stand in pairs whose ids
begin with one word; a group is mixed when its texts do not hang together so. That is generous
(every quake's id begins with "quake"): what it finds is wrong, but it does not find all.
"""

from __future__ import annotations

import calendar
import re
import sys
from collections.abc import Iterable, Mapping, Sequence

from factcheck import Article, Group, reconcile
from tests.linkage.bench import Pair, load_pairs

NAME = re.compile(r"(?<=[a-z0-9,;] )[A-Z][\w'’]+")
CALENDAR = frozenset([*calendar.day_name, *calendar.month_name])


def batch(pairs: Iterable[Pair]) -> dict[str, Article]:
    """The texts of the pairs, each once, by the id of its first pair and its side."""
    articles: dict[tuple[str, object], Article] = {}
    for pair in pairs:
        for side in (pair.left, pair.right):
            key = (side.article.text, side.article.published)
            named = side.article.model_copy(update={"id": f"{pair.id} ({side.article.id})"})
            articles.setdefault(key, named)
    return {article.id: article for article in articles.values()}


def names(text: str) -> frozenset[str]:
    """Words with a capital inside a sentence, without those of the calendar."""
    return frozenset(re.sub(r"['’]s?$", "", name) for name in NAME.findall(text)) - CALENDAR


def stories(pairs: Iterable[Pair]) -> dict[str, frozenset[str]]:
    """What ties a text to others, by text: the names in it, the first words of its pairs' ids."""
    ties: dict[str, frozenset[str]] = {}
    for pair in pairs:
        for side in (pair.left, pair.right):
            text = side.article.text
            ties[text] = ties.get(text, names(text)) | {pair.id.partition("-")[0]}
    return ties


def mixed(
    group: Group, articles: Mapping[str, Article], ties: Mapping[str, frozenset[str]]
) -> bool:
    """Whether the group's texts fall into parts that no tie joins."""
    parts: list[frozenset[str]] = []
    for name in {claim.article_id for claim in group.claims}:
        joined = ties[articles[name].text]
        apart = []
        for part in parts:
            if part & joined:
                joined |= part
            else:
                apart.append(part)
        parts = [*apart, joined]
    return len(parts) > 1


def mixed_groups(pairs: Sequence[Pair]) -> list[Group]:
    """The groups that join unrelated stories when all texts are reconciled at once."""
    articles = batch(pairs)
    ties = stories(pairs)
    report = reconcile(articles.values())
    return [group for group in report.groups if mixed(group, articles, ties)]


def told(group: Group) -> str:
    """A line about a group: its verdict, and each claim with the text it stands in."""
    claims = "; ".join(f"{claim.article_id} “{claim.quote}”" for claim in group.claims)
    return f"{group.verdict.value} {group.kind}: {claims}"


if __name__ == "__main__":
    found = mixed_groups(load_pairs())
    print("\n".join([*map(told, found), f"{len(found)} groups join unrelated stories"]))
    sys.exit(bool(found))
