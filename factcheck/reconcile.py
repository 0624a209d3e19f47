"""The facade: articles in, report out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from os import PathLike

from factcheck.arithmetic import in_own_context
from factcheck.corrections import ResolvedCorrections, applied, as_corrections, asked, resolve
from factcheck.corrections.opinions import SecondOpinion
from factcheck.decisions import Corrections
from factcheck.errors import InputError
from factcheck.extraction.extract import extract
from factcheck.judge.phrasing import day
from factcheck.kinds import Kind
from factcheck.linkage import stories_of
from factcheck.loading import taken
from factcheck.models import Article, Claim
from factcheck.policy import DEFAULT, Policy
from factcheck.processes import ParallelMap, processes
from factcheck.results import Report
from factcheck.stories import JudgedStories, Rules, conclude, in_order, tied, too_large, units
from factcheck.text.languages import why_unread
from factcheck.times import infer_published, story_now


@in_own_context
def reconcile(
    articles: Iterable[object],
    *,
    policy: Policy | None = None,
    kinds: Sequence[Kind] | None = None,
    watch: Callable[[str, int, int | None], None] | None = None,
    workers: int = 1,
    corrections: Corrections | str | PathLike[str] | None = None,
    second_opinion: SecondOpinion | None = None,
    ask_at_most: int = 20,
) -> Report:
    """Groups what the articles claim by the question it answers, and judges each group.

    `articles` may mix `Article`, `str` (a text), `Mapping` (the fields of an article), data
    frames, objects with the attributes of an article and `Path` (a file or folder). `policy`
    holds every constant of judging, `kinds` are the kinds of claims to look for, by default
    every installed one.

    An article without a date of publication gets the one of its own date line; the
    report's `notes` say so, and in which encoding a file was read that names none. An article in
    another language than English gives a note and no claims. `watch` is called with
    the stage of the work, how many articles are read, and of how many (`None` where the
    stage is not counted). No articles give an empty report. Raises `InputError` for two
    articles of one id, an unknown type or a URL; no text raises.

    With `workers` above 1 so many processes read the articles, then link and judge the stories;
    the report is the same.
    The processes are started afresh, so a script that asks for them needs the guard
    `if __name__ == "__main__":`, and given `kinds` must pickle.

    `corrections` are the decisions of an editor, or the path of the TOML file that holds them
    (docs/corrections.md): they win over every rule. `second_opinion` is asked about conflicts and
    what is possibly one question, `ask_at_most` times; its answers are decisions with its name,
    and an editor's go before them. Raises `ConfigurationError` for a file of corrections that
    cannot be used as it stands.
    """
    if type(ask_at_most) is not int or ask_at_most < 0:
        raise InputError(f"ask_at_most is {ask_at_most!r}: give a number of questions, 0 or more")
    given = as_corrections(corrections).decisions
    known = None if kinds is None else tuple(kinds)
    loaded = taken(articles)
    dated, notes = with_days(loaded.articles)
    notify = watch or _unwatched
    with processes(workers, len(dated)) as parallel_map:
        claims = _claims_in(dated, parallel_map(partial(extract, kinds=known), dated), notify)
        notify("comparing claims", len(dated), None)
        decided = resolve(given, claims)
        batch = _Batch(dated, claims, decided, Rules(known, policy or DEFAULT), parallel_map)
        remarks = (*loaded.notes, *notes, *remarks_on(dated, claims))
        report = batch.report(decided, remarks)
        if second_opinion is None:
            return report
        opinions, unsure = asked(second_opinion, report, decided, ask_at_most, batch.rules.policy)
        return batch.report(resolve((*opinions, *given), claims), (*remarks, *unsure))


def _claims_in(
    articles: Sequence[Article],
    read: Iterable[Sequence[Claim]],
    notify: Callable[[str, int, int | None], None],
) -> list[Claim]:
    """The claims of all articles, which are read one after the other."""
    claims: list[Claim] = []
    notify("reading articles", 0, len(articles))
    for number, found in enumerate(read, 1):
        claims += found
        notify("reading articles", number, len(articles))
    return claims


class _Batch:
    """Articles that were read, with their judged stories so far."""

    def __init__(
        self,
        articles: Sequence[Article],
        claims: Sequence[Claim],
        decided: ResolvedCorrections,
        rules: Rules,
        parallel_map: ParallelMap,
    ) -> None:
        self.rules, self._parallel_map = rules, parallel_map
        self._articles, self._before = tuple(articles), decided
        self._claims, self._left_out = applied(claims, articles, decided)
        self._stories = stories_of(self._articles, self._claims)
        self._concluded: dict[frozenset[int], JudgedStories] = {}

    def report(self, decided: ResolvedCorrections, notes: Sequence[str]) -> Report:
        """The report under these decisions. Stories that the decisions do not change are not judged
        again."""
        stories = self._stories
        ties = tied(decided, lambda ids: stories.of)
        every = units(self._articles, self._claims, stories.of, ties)
        changed = set(decided.decisions) ^ set(self._before.decisions)
        names = {name for decision in changed for name in decision.claims}
        again = [
            unit for unit in every
            if unit.stories not in self._concluded
            or any(claim.name in names for claim in unit.claims)
        ]  # fmt: skip
        work = partial(conclude, rules=replace(self.rules, decided=decided))
        for unit, found in zip(again, self._parallel_map(work, again), strict=True):
            self._concluded[unit.stories] = found
        self._before = decided
        groups, possible = in_order(self._concluded[unit.stories] for unit in every)
        return Report(
            articles=self._articles,
            claims=tuple(self._claims),
            groups=groups,
            possible=possible,
            decisions=decided.decisions,
            notes=(
                *notes, *too_large(stories, self._articles), *decided.notes, *self._left_out,
            ),
        )  # fmt: skip


def _unwatched(stage: str, done: int, total: int | None) -> None:
    """No-op progress callback."""


def with_days(articles: Sequence[Article]) -> tuple[tuple[Article, ...], tuple[str, ...]]:
    """The articles, each with the date of its own date line where none was given, and notes on
    these."""
    found: list[Article] = []
    notes: list[str] = []
    for article in articles:
        inferred = None
        if article.published is None and why_unread(article) is None:
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


def remarks_on(articles: Sequence[Article], claims: Sequence[Claim]) -> Iterator[str]:
    """Notes on articles that are not read, or whose text is later than their date."""
    stating = {claim.article_id for claim in claims}
    yield from unread([article for article in articles if article.id not in stating])
    yield from later_than_dated(articles, claims)


def unread(articles: Sequence[Article]) -> Iterator[str]:
    """A note on each article in another language than English."""
    for article in articles:
        if (reason := why_unread(article)) is not None:
            yield f"{article.id}: {reason}, and only English is read: no claims are taken from it"


def later_than_dated(articles: Sequence[Article], claims: Sequence[Claim]) -> Iterator[str]:
    """A note on each article that puts a day after its day of publication in the past: its text is
    of a later version, and other dates in it may be too."""
    last: dict[str, date] = {}
    for claim in claims:
        if claim.when is not None and claim.when.start is not None:
            last[claim.article_id] = max(claim.when.start, last.get(claim.article_id, date.min))
    for article in articles:
        published = article.published
        # Days ahead are mostly plans: the text is read again only where it has one at all.
        if published is None or last.get(article.id, date.min) <= published:
            continue
        now = story_now(article.text, published, country=article.country, language=article.language)
        if now > published:
            outlet = article.publisher or ""
            known = outlet.casefold() in ("", article.id.casefold())
            named = article.id if known else f"{article.id} ({outlet})"
            yield (
                f"{named}: its text is later than its date: it speaks of {day(now)} as past, "
                f"and is dated {day(published)}"
            )
