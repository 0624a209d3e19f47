"""`Archive`: articles that are added one by one, with the groups of their stories so far."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.metadata import version
from itertools import chain
from os import PathLike
from types import TracebackType
from typing import Self

from factcheck.archive.changes import ArchiveChange, ArchiveStatus
from factcheck.archive.database import WAIT, migrations
from factcheck.archive.incoming import free_id, identified, is_same, latest
from factcheck.archive.judging import judged
from factcheck.archive.opening import opened
from factcheck.archive.placing import reassign_stories
from factcheck.archive.store import Store, StoredArticle
from factcheck.arithmetic import in_own_context
from factcheck.corrections import ResolvedCorrections, applied, as_corrections, resolve
from factcheck.decisions import Corrections, Decision
from factcheck.extraction.extract import extract
from factcheck.linkage.block import digest_of
from factcheck.loading import taken
from factcheck.models import Article, Claim
from factcheck.policy import Policy
from factcheck.processes import ParallelMap, one_by_one, processes
from factcheck.reconcile import remarks_on, with_days
from factcheck.results import Group, Report, Verdict
from factcheck.stories import Rules, Ties, is_divided, tied

_FIRST, _LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


class Archive:
    """Articles kept in one database, with the groups and verdicts of all their stories.

    >>> from factcheck import Article
    >>> with Archive(":memory:") as archive:
    ...     _ = archive.add([Article(id="a", text="A caravan of about 6,000 people left.")])
    ...     change = archive.add([Article(id="b", text="The caravan has almost 10,000 people.")])
    >>> [group.label for group in change.conflicts]
    ['size of the caravan']

    `path` is a file of SQLite, which is made where there is none, or the URL of a PostgreSQL
    database ("postgresql://desk@server/storm"), which needs the extra `server`. `policy` holds
    every constant of judging; the kinds of claims are the installed ones. A writer waits up to
    `wait` seconds for another one. Raises `InputError` where `path` is something else or of a later
    version, and `OSError`, here and in every method, where it cannot be read or written.
    """

    def __init__(
        self, path: str | PathLike[str], *, policy: Policy | None = None, wait: float = WAIT
    ) -> None:
        self._policy = policy or Policy()
        self._store = Store(opened(path, wait))

    def close(self) -> None:
        """Closes the database."""
        self._store.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @in_own_context
    def add(
        self,
        articles: Iterable[object],
        *,
        corrections: Corrections | str | PathLike[str] | None = None,
        workers: int = 1,
        watch: Callable[[int, int], None] | None = None,
    ) -> ArchiveChange:
        """Adds articles, and judges anew the stories that they touch: all of them, or none.

        Takes what `reconcile` takes. An article of an address, or else of an id, that is there
        already is a later version of it, takes its place and keeps its id; the former version is
        kept beside it. What stands there word for word is left alone; of several of one address the
        last counts. `corrections` replace the decisions of an editor as in `decide`, in the same
        step. `workers` processes read the articles and judge the stories, and `watch` gets how many
        are read, and of how many. Raises `InputError` as `reconcile` does, and for an article with
        neither id nor address.
        """
        loaded = taken(articles)
        decisions = None if corrections is None else as_corrections(corrections).decisions
        last, left_out = latest(identified(loaded))
        dated, notes = with_days(last)
        with self._store.reading():
            elders = [self._store.elder(article) for article in dated]
        fresh: list[Article] = []
        unchanged: list[str] = []
        for article, elder in zip(dated, elders, strict=True):
            if elder is not None and is_same(elder.article, article):
                unchanged.append(elder.article.id)
            else:
                fresh.append(article)
        with processes(workers, len(fresh)) as parallel_map:
            read = _read(fresh, parallel_map, watch)
            with self._store.writing():
                change = self._added(list(zip(fresh, read, strict=True)), decisions, parallel_map)
        remarks = remarks_on(fresh, list(chain.from_iterable(read)))
        return change.model_copy(
            update={
                "unchanged": (*unchanged, *change.unchanged),
                "notes": (*loaded.notes, *left_out, *notes, *remarks, *change.notes),
            }
        )

    @in_own_context
    def reread(
        self, *, workers: int = 1, watch: Callable[[int, int], None] | None = None
    ) -> ArchiveChange:
        """Reads every article again and judges all stories anew, by the rules of the version of
        the package that is installed now; as `add`, all or none."""
        with self._store.reading():
            before = self._store.articles()
        with processes(workers, len(before)) as parallel_map:
            found = _read([kept.article for kept in before], parallel_map, watch)
            read = dict(zip(before, found, strict=True))
            with self._store.writing():
                decided = self._resolved(self._store.decisions())
                ties = tied(decided, self._store.stories_of)
                # Those that came in meanwhile were read by the rules of now.
                kept = [one for one in self._store.articles() if one in read]
                texts = {one.text for one in kept}
                for one in kept:
                    self._store.put_claims(one, read[one], _version())
                for text in texts:
                    self._store.take_off(text)
                return self._judged(texts, decided, ties, _moment(now()), parallel_map)

    @in_own_context
    def decide(self, corrections: Corrections | str | PathLike[str] | None) -> ArchiveChange:
        """Replaces the decisions of an editor by these, or by those of a file, and judges the
        claims that they concern again.

        They apply to articles to come as well. Raises `ConfigurationError` for a file that cannot
        be used as it stands.
        """
        decisions = as_corrections(corrections).decisions
        with self._store.writing():
            before = self._resolved(self._store.decisions())
            ties = tied(before, self._store.stories_of)
            self._store.decide(decisions)
            change = self._judged((), before, ties, _moment(now()), one_by_one)
            return change.model_copy(
                update={"notes": (*self._resolved(decisions).notes, *change.notes)}
            )

    def report(self, *, since: date | datetime | None = None) -> Report:
        """The report on every article, or on the stories where a verdict was reached at that time
        or later: what `reconcile` would give for these articles in the order of their arrival."""
        with self._store.reading():
            stories = None if since is None else self._store.turned_since(None, _moment(since))
            return self._report(stories)

    def conflicts(self, *, since: date | datetime | None = None) -> tuple[Group, ...]:
        """The conflicts, gravest first; only those reached at that time or later, if it is
        given."""
        at = "" if since is None else _moment(since)
        with self._store.reading():
            stories = self._store.turned_since(Verdict.CONFLICT, at)
            _, claims, _ = self._claims(stories)
            found = self._store.groups(stories, {claim.id: claim for claim in claims})
            return tuple(
                group
                for _, turned, group in found
                if group.verdict is Verdict.CONFLICT and turned >= at
            )

    def articles(self, ids: Iterable[str] | None = None) -> tuple[Article, ...]:
        """The articles of these ids, or all, in their latest versions and in the order in which
        they were first added."""
        with self._store.reading():
            found = self._store.articles() if ids is None else self._store.articles_of(ids)
            return tuple(kept.article for kept in found)

    def status(self) -> ArchiveStatus:
        """How much the archive holds."""
        store = self._store
        with store.reading():
            [(stories,)] = store.rows("SELECT count(DISTINCT story) FROM texts")
            [(latest,)] = store.rows("SELECT max(added) FROM articles")
            read_by = store.rows("SELECT DISTINCT read_by FROM articles WHERE current")
            return ArchiveStatus(
                articles=store.count("articles", "current"),
                versions=store.count("articles"),
                stories=stories,
                claims=store.count("claims"),
                groups=store.count("groups"),
                conflicts=store.count("groups", "verdict = 'conflict'"),
                decisions=store.count("decisions"),
                latest=latest,
                read_by=tuple(sorted(version for (version,) in read_by)),
                version=len(migrations()),
            )

    def _added(
        self,
        read: Iterable[tuple[Article, Sequence[Claim]]],
        decisions: Sequence[Decision] | None,
        parallel_map: ParallelMap,
    ) -> ArchiveChange:
        """Store articles and their claims, and judge the stories that they touch; under other
        decisions, if there are any. An article that is stored already word for word is left as it
        is."""
        store, at = self._store, _moment(now())
        before = self._resolved(store.decisions())
        ties = tied(before, store.stories_of)
        if decisions is not None:
            store.decide(decisions)
        touched: set[int] = set()
        outcomes: dict[str, list[str]] = {"added": [], "replaced": [], "unchanged": []}
        for article, claims in read:
            elder = store.elder(article)
            if elder is not None and is_same(elder.article, article):  # by another one meanwhile
                outcomes["unchanged"].append(elder.article.id)
                continue
            # An earlier version lends its id, so that claims and groups keep theirs.
            name = elder.article.id if elder else free_id(article, store.is_taken)
            named = article.model_copy(update={"id": name})
            kept = store.put(named, digest_of(named), at, elder)
            own = [claim.model_copy(update={"article_id": named.id}) for claim in claims]
            store.put_claims(kept, own, _version())
            touched |= {kept.text} if elder is None else {kept.text, elder.text}
            outcomes["added" if elder is None else "replaced"].append(named.id)
        change = self._judged(touched, before, ties, at, parallel_map)
        notes = () if decisions is None else self._resolved(decisions).notes
        found = {name: tuple(ids) for name, ids in outcomes.items()}
        return change.model_copy(update={**found, "notes": (*notes, *change.notes)})

    def _judged(
        self,
        touched: Collection[int],
        before: ResolvedCorrections,
        ties: Ties,
        at: str,
        parallel_map: ParallelMap,
    ) -> ArchiveChange:
        """Judge the stories that were touched, and those for which other decisions hold than
        before."""
        decided = self._resolved(self._store.decisions())
        other = set(before.decisions) ^ set(decided.decisions)
        concerned = self._store.texts_with({name for one in other for name in one.claims})
        stories = reassign_stories(self._store, {*touched, *concerned}, decided)
        again = {story for one in stories.old for story in ties.get(one, ())}
        rules = Rules(policy=self._policy, decided=decided)
        change = judged(self._store, stories.new | again, stories.old, rules, at, parallel_map)
        divided = self._store.articles_at(stories.divided)
        return change.model_copy(update={"notes": tuple(is_divided(one.id) for one in divided)})

    def _resolved(self, decisions: Sequence[Decision]) -> ResolvedCorrections:
        """The decisions that hold, given the stored claims that they name."""
        names = {name for decision in decisions for name in decision.claims}
        return resolve(decisions, self._store.claims_named(names))

    def _claims(
        self, stories: Collection[int] | None
    ) -> tuple[list[StoredArticle], list[Claim], ResolvedCorrections]:
        """The articles of some stories, or of all, and their claims with decisions applied."""
        texts = None if stories is None else set().union(*self._store.texts_of(stories).values())
        kept, claims = self._store.articles(texts), self._store.claims(texts)
        decided = self._resolved(self._store.decisions())
        found, _ = applied(claims, [one.article for one in kept], decided)
        return kept, found, decided

    def _report(self, stories: Collection[int] | None) -> Report:
        """A report on some stories, or on all."""
        kept, claims, decided = self._claims(stories)
        by_id = {claim.id: claim for claim in claims}
        names = {claim.name for claim in claims}
        articles = tuple(one.article for one in kept)
        return Report(
            articles=articles,
            claims=tuple(claims),
            groups=tuple(group for _, _, group in self._store.groups(stories, by_id)),
            possible=tuple(self._store.possible(stories, by_id)),
            decisions=tuple(
                one for one in decided.decisions
                if stories is None or not names.isdisjoint(one.claims)
            ),
            notes=(*remarks_on(articles, claims), *(decided.notes if stories is None else ())),
        )  # fmt: skip


def _read(
    articles: Sequence[Article], parallel_map: ParallelMap, watch: Callable[[int, int], None] | None
) -> list[tuple[Claim, ...]]:
    """The claims of each article, in their order."""
    found = []
    for claims in parallel_map(extract, articles):
        found.append(claims)
        if watch is not None:
            watch(len(found), len(articles))
    return found


@cache
def _version() -> str:
    """The installed version of the package; reading it takes as long as a sentence."""
    return version("factcheck-reconcile")


def now() -> datetime:
    """The current time in UTC."""
    return datetime.now(UTC)


def _moment(when: date | datetime) -> str:
    """A time in UTC as text, as the archive stores it; a date stands for its midnight in the local
    zone. A time before the first year or after the last stands for its bound."""
    if not isinstance(when, datetime):
        when = datetime.combine(when, time())
    try:
        moment = when.astimezone(UTC)
    except (OverflowError, ValueError):
        moment = _FIRST if when.year == _FIRST.year else _LAST
    return moment.isoformat(timespec="seconds")
