"""Stories linked and judged anew, and what that changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from factcheck.archive.changes import Change, Turned
from factcheck.archive.rows import answers_of
from factcheck.archive.store import Before, Store
from factcheck.corrections import Settled, applied, regrouped
from factcheck.findings import Group, Verdict
from factcheck.judge import Gravity, ranked
from factcheck.kinds import installed_kinds
from factcheck.linkage import linked
from factcheck.policy import Policy
from factcheck.text.languages import why_unread


def judged(
    store: Store,
    stories: Collection[int],
    former: Collection[int],
    decided: Settled,
    policy: Policy,
    at: str,
) -> Change:
    """Judges these stories, with those that an editor's decisions tie to them; the groups of the
    `former` ones stand no more."""
    units = list(_units(stories, tied(store, decided)))
    before = store.take_groups({story for unit in units for story in unit}.union(former))
    found: list[tuple[Gravity, Group, int]] = []
    for unit in units:
        found += _judge(store, unit, decided, policy)
    found.sort(key=lambda one: one[0])
    known = _continued([group for _, group, _ in found], before)
    fought = [one.answers for one in before if one.verdict == Verdict.CONFLICT]
    new: list[Group] = []
    turned: list[Turned] = []
    conflicts: list[Group] = []
    for gravity, group, story in found:
        was = known.get(group.id)
        fresh = group.verdict is Verdict.CONFLICT and not _fought(group, fought)
        if was is None:
            new.append(group)
        elif was.verdict != group.verdict:
            turned.append(Turned(group=group, before=Verdict(was.verdict)))
        if fresh:
            conflicts.append(group)
        stays = was is not None and was.verdict == group.verdict and not fresh
        times = (was.arose if was else at, was.turned if was and stays else at)
        store.put_group(group, gravity, story, *times)
    continued = {was.id for was in known.values()}
    return Change(
        new=tuple(new),
        turned=tuple(turned),
        conflicts=tuple(conflicts),
        gone=tuple(sorted(was.id for was in before if was.id not in continued)),
    )


def _units(stories: Collection[int], ties: Mapping[int, set[int]]) -> Iterator[set[int]]:
    """The stories in sets that are judged together: apart, unless a decision ties claims of two."""
    left = set(stories)
    while left:
        unit, new = set[int](), {left.pop()}
        while new:
            unit |= new
            new = {other for one in new for other in ties.get(one, ())} - unit
        left -= unit
        yield unit


def tied(store: Store, decided: Settled) -> Mapping[int, set[int]]:
    """For each story those that a decision of one question ties it to."""
    tied = [c for claims in decided.claims.values() for c in claims if decided.ties(c)]
    if not tied:
        return {}
    home = store.stories_of(claim.article_id for claim in tied)
    by_root: defaultdict[str, set[int]] = defaultdict(set)
    for claim in tied:
        if claim.article_id in home:
            by_root[decided.root(claim)].add(home[claim.article_id])
    found: defaultdict[int, set[int]] = defaultdict(set)
    for together in by_root.values():
        for story in together:
            found[story] |= together
    return found


def _judge(
    store: Store, unit: Collection[int], decided: Settled, policy: Policy
) -> list[tuple[Gravity, Group, int]]:
    """The groups of some stories, with the story of each; writes down what is possible besides."""
    texts = {text: story for story, them in store.texts_of(unit).items() for text in them}
    kept = store.articles(texts)
    articles = [one.article for one in kept if why_unread(one.article) is None]
    if not articles:
        return []
    story_of = {one.article.id: texts[one.text] for one in kept}
    kinds = installed_kinds()
    claims, _ = applied(store.claims(texts), articles, decided)
    links = linked(articles, claims, kinds, story_of)
    links = regrouped(links, decided, claims, articles, kinds)
    movements = {kind.name: kind.data.movement for kind in kinds}
    weights = {kind.name: kind.data.weight for kind in kinds}
    found = ranked(links.clusters, articles, movements, policy, decided.decisions, weights)
    questions = {cluster.id for cluster in links.clusters}
    for possible, score in zip(links.possible, links.scores, strict=True):
        store.put_possible(possible, score, story_of[possible.claims[0].article_id])
    for _, group in found:
        if group.id in questions:  # figures that do not add up stand in their groups already
            store.put_into(group)
    return [(gravity, group, story_of[group.claims[0].article_id]) for gravity, group in found]


def _continued(groups: Sequence[Group], before: Sequence[Before]) -> Mapping[str, Before]:
    """For each group what it was before, by its id: the group of that name, or else the one it has
    most claims in common with that no other group continues."""
    by_id = {was.id: was for was in before}
    found = {group.id: by_id[group.id] for group in groups if group.id in by_id}
    left = {was.id: was for was in before if was.id not in found}
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for was in left.values():
        for name in was.answers:
            holders[name].add(was.id)
    for group in groups:
        if group.id in found:
            continue
        names = {claim.name for claim in group.claims}
        near = {one for name in names for one in holders[name] if one in left}
        if near:
            best = max(near, key=lambda one: (len(names & left[one].answers.keys()), one))
            found[group.id] = left.pop(best)
    return found


def _fought(group: Group, conflicts: Iterable[Mapping[str, str | None]]) -> bool:
    """Whether the two answers that decide a conflict stood in one before, on one claim of its."""
    answers = answers_of(group)
    deciding = {answers[claim.name] for claim in group.claims if claim.id in group.deciding}
    return any(
        deciding <= set(known.values()) and not answers.keys().isdisjoint(known)
        for known in conflicts
    )
