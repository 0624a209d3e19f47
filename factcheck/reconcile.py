"""The facade: articles in, report out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from factcheck.arithmetic import in_own_context
from factcheck.errors import InputError
from factcheck.extract import extract
from factcheck.findings import Report
from factcheck.judge import judge
from factcheck.kinds import Kind, installed_kinds
from factcheck.linkage import linked
from factcheck.loading import taken
from factcheck.models import Article, Claim
from factcheck.policy import Policy
from factcheck.times import infer_published


@in_own_context
def reconcile(
    articles: Iterable[object],
    *,
    policy: Policy | None = None,
    kinds: Sequence[Kind] | None = None,
    watch: Callable[[str, int, int | None], None] | None = None,
    workers: int = 1,
) -> Report:
    """Groups what the articles claim by the question it answers, and judges each group.

    `articles` may mix `Article`, `str` (a text), `Mapping` (the fields of an article), data
    frames, objects with the attributes of an article and `Path` (a file or folder). `policy`
    holds every constant of judging, `kinds` are the kinds of claims to look for, by default
    every installed one.

    An article without a date of publication gets the one that its own date line tells; the
    report's `notes` say so, and in which encoding a file was read that names none. `watch` is
    told the stage of the work, how many articles are read, and of how many (`None` where the
    stage is not counted). No articles give an empty report. Raises `InputError` for two
    articles of one id, an unknown type or a URL; no text raises.

    With `workers` above 1 the articles are read in so many processes; the report is the same.
    The processes are started afresh, so a script that asks for them needs the guard
    `if __name__ == "__main__":`, and given `kinds` must pickle.
    """
    if type(workers) is not int or workers < 1:
        raise InputError(f"workers is {workers!r}: give the number of processes, 1 or more")
    known = installed_kinds() if kinds is None else tuple(kinds)
    loaded = taken(articles)
    dated, notes = _dated(loaded.articles)
    tell = watch or _unwatched
    claims: list[Claim] = []
    tell("reading articles", 0, len(dated))
    for number, found in enumerate(_read(dated, None if kinds is None else known, workers), 1):
        claims += found
        tell("reading articles", number, len(dated))
    tell("comparing claims", len(dated), None)
    links = linked(dated, claims, known)
    movements = {kind.name: kind.data.movement for kind in known}
    groups = judge(links.clusters, dated, movements, policy or Policy())
    return Report(
        articles=dated,
        claims=tuple(claims),
        groups=groups,
        possible=links.possible,
        notes=(*loaded.notes, *notes),
    )


def _read(
    articles: Sequence[Article], kinds: Sequence[Kind] | None, workers: int
) -> Iterator[tuple[Claim, ...]]:
    """The claims of each article, in the order of the articles."""
    read = partial(extract, kinds=kinds)
    workers = min(workers, len(articles))
    if workers < 2:
        yield from map(read, articles)
        return
    # Only here: most callers never start a process.
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Not forked: a fork of a program that runs threads may wait for a lock for ever.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        # A few chunks for each worker: one long article does not keep all others waiting.
        yield from pool.map(read, articles, chunksize=max(1, len(articles) // (workers * 8)))


def _unwatched(stage: str, done: int, total: int | None) -> None:
    """Tells nobody."""


def _dated(articles: Sequence[Article]) -> tuple[tuple[Article, ...], tuple[str, ...]]:
    """The articles, each with the date that its own date line tells where none was given."""
    found: list[Article] = []
    notes: list[str] = []
    for article in articles:
        inferred = None
        if article.published is None:
            inferred = infer_published(article.text, article.title, language=article.language)
        if inferred is None or inferred.start is None:
            found.append(article)
            continue
        found.append(article.model_copy(update={"published": inferred.start}))
        notes.append(
            f"{article.id}: no date of publication was given; {inferred.start.isoformat()} was "
            f"taken from its date line “{inferred.quote}”"
        )
    return tuple(found), tuple(notes)
