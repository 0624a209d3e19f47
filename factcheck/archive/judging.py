"""Link and judge stories of an archive again, and find what that changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial

from factcheck.archive.changes import ArchiveChange, VerdictChange
from factcheck.archive.rows import answers_of
from factcheck.archive.store import Store, StoredGroup
from factcheck.corrections import ResolvedCorrections, applied
from factcheck.judge import Gravity
from factcheck.processes import ParallelMap
from factcheck.results import Group, Verdict
from factcheck.stories import JudgedStories, Rules, StoriesToJudge, conclude, tied, together

_AT_ONCE = 512  # stories that are held in memory with the texts and claims of their articles


def judged(
    store: Store,
    stories: Collection[int],
    former: Collection[int],
    rules: Rules,
    at: str,
    parallel_map: ParallelMap,
) -> ArchiveChange:
    """Judge these stories, with those that an editor's decisions tie to them, and remove the groups
    of the `former` ones."""
    sets = [*together(stories, tied(rules.decided, store.stories_of))]
    before = store.take_groups(set().union(*sets, former))
    found: list[tuple[Gravity, Group, int]] = []
    for first in range(0, len(sets), _AT_ONCE):
        units = [
            _read_stories(store, some, rules.decided) for some in sets[first : first + _AT_ONCE]
        ]
        for unit, stated in zip(
            units, parallel_map(partial(conclude, rules=rules), units), strict=True
        ):
            found += _store_judged(store, unit, stated)
    found.sort(key=lambda one: one[0])
    known = _continued([group for _, group, _ in found], before)
    fought = [one.answers for one in before if one.verdict == Verdict.CONFLICT]
    new: list[Group] = []
    turned: list[VerdictChange] = []
    conflicts: list[Group] = []
    for gravity, group, story in found:
        was = known.get(group.id)
        fresh = group.verdict is Verdict.CONFLICT and not _was_in_conflict(group, fought)
        if was is None:
            new.append(group)
        elif was.verdict != group.verdict:
            turned.append(VerdictChange(group=group, before=Verdict(was.verdict)))
        if fresh:
            conflicts.append(group)
        stays = was is not None and was.verdict == group.verdict and not fresh
        times = (was.arose if was else at, was.turned if was and stays else at)
        store.put_group(group, gravity, story, *times)
    continued = {was.id for was in known.values()}
    return ArchiveChange(
        new=tuple(new),
        turned=tuple(turned),
        conflicts=tuple(conflicts),
        gone=tuple(sorted(was.id for was in before if was.id not in continued)),
    )


def _read_stories(
    store: Store, together: Collection[int], decided: ResolvedCorrections
) -> StoriesToJudge:
    """Read the articles and claims of some stories from the archive."""
    texts = {text: story for story, them in store.texts_of(together).items() for text in them}
    kept = store.articles(texts)
    articles = [one.article for one in kept]
    claims, _ = applied(store.claims(texts), articles, decided)
    story_of = {one.article.id: texts[one.text] for one in kept}
    return StoriesToJudge(frozenset(together), articles, claims, story_of)


def _store_judged(
    store: Store, unit: StoriesToJudge, found: JudgedStories
) -> Iterator[tuple[Gravity, Group, int]]:
    """Store possible questions and groups; yield the groups, each with its gravity and story."""
    for score, possible in found.possible:
        store.put_possible(possible, score, unit.story_of[possible.claims[0].article_id])
    for gravity, group in found.groups:
        if group.id == group.claims[0].id:  # figures that do not add up stand in their groups
            store.put_into(group)
        yield gravity, group, unit.story_of[group.claims[0].article_id]


def _continued(groups: Sequence[Group], before: Sequence[StoredGroup]) -> Mapping[str, StoredGroup]:
    """For each group its earlier state, by its id: the group of that name, or else the one it has
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


def _was_in_conflict(group: Group, conflicts: Iterable[Mapping[str, str | None]]) -> bool:
    """Whether the two answers that decide a conflict were in one before, with a claim of this
    group."""
    answers = answers_of(group)
    deciding = {answers[claim.name] for claim in group.claims if claim.id in group.deciding}
    return any(
        deciding <= set(known.values()) and not answers.keys().isdisjoint(known)
        for known in conflicts
    )
