"""The facade: articles in, report out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from factcheck.extract import extract
from factcheck.findings import Report
from factcheck.judge import judge
from factcheck.kinds import Kind, installed_kinds
from factcheck.linkage import LinkWeights, linked
from factcheck.loading import taken
from factcheck.models import Article, Claim
from factcheck.policy import Policy
from factcheck.times import infer_published


def reconcile(
    articles: Iterable[object],
    *,
    policy: Policy | None = None,
    kinds: Sequence[Kind] | None = None,
    watch: Callable[[str, int, int | None], None] | None = None,
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
    """
    known = installed_kinds() if kinds is None else tuple(kinds)
    loaded = taken(articles)
    dated, notes = _dated(loaded.articles)
    tell = watch or _unwatched
    claims: list[Claim] = []
    for number, article in enumerate(dated):
        tell("reading articles", number, len(dated))
        claims += extract(article, known)
    tell("comparing claims", len(dated), None)
    clusters = linked(dated, claims, known, LinkWeights())
    movements = {kind.name: kind.data.movement for kind in known}
    groups = judge(clusters, dated, movements, policy or Policy())
    return Report(
        articles=dated, claims=tuple(claims), groups=groups, notes=(*loaded.notes, *notes)
    )


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
