"""A story from its claims to its groups: linked, regrouped as decided, and judged as a whole.

Stories do not influence each other, unless an editor's decision ties claims of two. So each is
concluded by itself, in the same way in a batch, in an archive and on a cluster of computers, and
in any process.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck.arithmetic import in_own_context
from factcheck.corrections import ResolvedCorrections, regrouped
from factcheck.judge import Gravity, ranked
from factcheck.kinds import Kind, installed_kinds
from factcheck.linkage import Stories, blocking, linked, rank_of_possible
from factcheck.models import Article, Claim
from factcheck.policy import DEFAULT, Policy
from factcheck.results import Group, Possible

Ties = Mapping[int, Collection[int]]


class StoriesToJudge(NamedTuple):
    """The input of `conclude`: one story, or several that decisions tie. `story_of` gives the story
    of each of the articles, by its id; `claims` are theirs, as decided."""

    stories: frozenset[int]
    articles: Sequence[Article]
    claims: Sequence[Claim]
    story_of: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Rules:
    """The policy, kinds and decisions by which stories are concluded; no `kinds` are the installed
    ones."""

    kinds: tuple[Kind, ...] | None = None
    policy: Policy = DEFAULT
    decided: ResolvedCorrections = field(default_factory=ResolvedCorrections)


class JudgedStories(NamedTuple):
    """The groups of some stories, each with its gravity, and the possible questions, each with its
    score."""

    groups: Sequence[tuple[Gravity, Group]]
    possible: Sequence[tuple[float, Possible]]


@in_own_context
def conclude(unit: StoriesToJudge, rules: Rules) -> JudgedStories:
    """Link and judge some stories. Copies of one text are looked for among their articles."""
    kinds = installed_kinds() if rules.kinds is None else rules.kinds
    found = linked(unit.articles, unit.claims, kinds, unit.story_of)
    links = regrouped(found, rules.decided, unit.claims, unit.articles, kinds)
    groups = ranked(
        links.clusters,
        unit.articles,
        {kind.name: kind.data.movement for kind in kinds},
        rules.policy,
        rules.decided.decisions,
        {kind.name: kind.data.weight for kind in kinds},
    )
    return JudgedStories(groups, list(zip(links.scores, links.possible, strict=True)))


def in_order(found: Iterable[JudgedStories]) -> tuple[tuple[Group, ...], tuple[Possible, ...]]:
    """The groups of all stories, the gravest first, and the possible questions, the likeliest
    first."""
    every = list(found)
    groups = sorted((one for some in every for one in some.groups), key=lambda one: one[0])
    possible = sorted(
        (one for some in every for one in some.possible),
        key=lambda one: rank_of_possible(one[0], one[1].claims),
    )
    return tuple(group for _, group in groups), tuple(one for _, one in possible)


def units(
    articles: Sequence[Article], claims: Sequence[Claim], story_of: Mapping[str, int], ties: Ties
) -> list[StoriesToJudge]:
    """The stories of some articles to be concluded, tied ones together, those with most claims
    first. An article without a story has no claims."""
    home = {
        story: at
        for at, some in enumerate(together(set(story_of.values()), ties))
        for story in some
    }
    texts: defaultdict[int, list[Article]] = defaultdict(list)
    stated: defaultdict[int, list[Claim]] = defaultdict(list)
    for article in articles:
        if article.id in story_of:
            texts[home[story_of[article.id]]].append(article)
    for claim in claims:
        stated[home[story_of[claim.article_id]]].append(claim)
    found = []
    for at in sorted(texts, key=lambda at: -len(stated[at])):
        own = {article.id: story_of[article.id] for article in texts[at]}
        found.append(StoriesToJudge(frozenset(own.values()), texts[at], stated[at], own))
    return found


def together(stories: Iterable[int], ties: Ties) -> Iterator[set[int]]:
    """The sets of stories that are concluded together: one by one, unless they are tied."""
    left = set(stories)
    while left:
        unit, new = set[int](), {left.pop()}
        while new:
            unit |= new
            new = {other for one in new for other in ties.get(one, ())} - unit
        left -= unit
        yield unit


def tied(
    decided: ResolvedCorrections, stories_of: Callable[[Iterable[str]], Mapping[str, int]]
) -> Ties:
    """For each story those that a decision ties it to; `stories_of` gives the stories of articles,
    by their ids."""
    claims = [c for some in decided.claims.values() for c in some if decided.ties(c)]
    if not claims:
        return {}
    home = stories_of(claim.article_id for claim in claims)
    by_root: defaultdict[str, set[int]] = defaultdict(set)
    for claim in claims:
        if claim.article_id in home:
            by_root[decided.root(claim)].add(home[claim.article_id])
    found: defaultdict[int, set[int]] = defaultdict(set)
    for some in by_root.values():
        for story in some:
            found[story] |= some
    return found


def too_large(stories: Stories, articles: Sequence[Article]) -> Iterator[str]:
    """A note on each part of a story that is too large for one."""
    first: dict[int, str] = {}
    for article in articles:
        if (story := stories.of.get(article.id)) in stories.divided:
            first.setdefault(story, article.id)
    yield from map(is_divided, first.values())


def is_divided(article_id: str) -> str:
    """A note that an article's story has more texts than are compared."""
    return (
        f"{article_id}: more than {blocking().largest_story} texts are on its story, which was "
        "divided: claims of two parts are not compared"
    )
