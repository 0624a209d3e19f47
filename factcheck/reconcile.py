"""The facade: articles in, report out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.extract import extract
from factcheck.findings import Report
from factcheck.judge import judge
from factcheck.kinds import Kind, installed_kinds
from factcheck.linkage import LinkWeights, linked
from factcheck.loading import as_articles
from factcheck.models import Article
from factcheck.policy import Policy
from factcheck.times import infer_published


def reconcile(
    articles: Iterable[object],
    *,
    policy: Policy | None = None,
    kinds: Sequence[Kind] | None = None,
) -> Report:
    """Groups what the articles claim by the question it answers, and judges each group.

    `articles` may mix `Article`, `str` (a text), `Mapping` (the fields of an article) and
    `Path` (a file or folder). `policy` holds every constant of judging, `kinds` are the kinds
    of claims to look for, by default every installed one.

    An article without a date of publication gets the one that its own date line tells; the
    report's `notes` say so. No articles give an empty report. Raises `InputError` for two
    articles of one id, an unknown type or a URL; no text raises.
    """
    known = installed_kinds() if kinds is None else tuple(kinds)
    dated, notes = _dated(as_articles(articles))
    claims = tuple(claim for article in dated for claim in extract(article, known))
    clusters = linked(dated, claims, known, LinkWeights())
    movements = {kind.name: kind.data.movement for kind in known}
    groups = judge(clusters, dated, movements, policy or Policy())
    return Report(articles=dated, claims=claims, groups=groups, notes=notes)


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
