"""Narrow a report to what a desk wants to look at: some kinds, outlets, a place, the surest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from itertools import chain

from factcheck.errors import InputError
from factcheck.kinds import installed_kinds
from factcheck.models import Article, Claim
from factcheck.results import Confidence, Group, Report


def narrowed(
    report: Report,
    *,
    kinds: Sequence[str] = (),
    outlets: Sequence[str] = (),
    place: str | None = None,
    confidence: Confidence | None = None,
    across_outlets: bool = False,
) -> Report:
    """The report with only the groups, questions and claims that match all arguments, which are
    those of `Report.only`; every article and note stays."""
    kinds, outlets = _names("kinds", kinds), _names("outlets", outlets)
    if confidence is not None:
        confidence = _confidence(confidence)
    articles = {article.id: article for article in report.articles}
    known = {kind.name for kind in installed_kinds()} | {group.kind for group in report.groups}
    _check("kind", kinds, known)
    _check("outlet", outlets, {outlet_of(article) for article in report.articles})

    def fits(claims: Sequence[Claim], kind: str) -> bool:
        """Whether a group of these claims matches the arguments."""
        by = {outlet_of(articles[claim.article_id]) for claim in claims}
        return (
            (not kinds or kind in kinds)
            and (not outlets or not by.isdisjoint(outlets))
            and (place is None or any(is_at(claim, place) for claim in claims))
            and (not across_outlets or len(by) > 1)
        )

    groups = tuple(
        group
        for group in report.groups
        if fits(group.claims, group.kind) and _is_sure(group, confidence, across_outlets)
    )
    asks = confidence in (None, Confidence.POSSIBLE)
    possible = tuple(p for p in report.possible if asks and fits(p.claims, p.kind))
    # A question may be about the claim of a group that is left out.
    answers = chain((group.claims for group in groups), (one.claims for one in possible))
    kept = {claim.id for claims in answers for claim in claims}
    return report.model_copy(
        update={
            "groups": groups,
            "possible": possible,
            "claims": tuple(claim for claim in report.claims if claim.id in kept),
        }
    )


def outlet_of(article: Article) -> str:
    """The publisher of an article; its id where none is named."""
    return article.publisher or article.id


def is_at(claim: Claim, place: str) -> bool:
    """Whether the claim is about the place, which may be given by some of its words."""
    return claim.place is not None and place.casefold() in claim.place.casefold()


def _is_sure(group: Group, least: Confidence | None, across_outlets: bool) -> bool:
    """Whether a group is as sure as asked, and across outlets if asked."""
    sure = least is None or group.confidence.doubt <= least.doubt
    return sure and not (across_outlets and group.inside_one_story)


def _names(argument: str, given: Sequence[str]) -> Sequence[str]:
    """The names of an argument. Raises `InputError` for one name alone, which Python would take
    for a list of letters."""
    if isinstance(given, str):
        raise InputError(f"{argument} is a str: write {argument}=[{given!r}]")
    return given


def _confidence(given: str) -> Confidence:
    """A confidence, of which its word will do. Raises `InputError` for anything else."""
    try:
        return Confidence(given)
    except ValueError as error:
        known = ", ".join(Confidence)
        raise InputError(f"confidence is {given!r}: give one of {known}") from error


def _check(name: str, asked: Iterable[str], known: Iterable[str]) -> None:
    """Raise `InputError` for a name that is not in the report, since it is probably misspelt."""
    names = sorted(known)
    for each in asked:
        if each not in names:
            near = get_close_matches(each, names, n=1)
            meant = f"did you mean {near[0]!r}?" if near else f"it has {', '.join(names) or 'none'}"
            raise InputError(f"{name}: the report has no {each!r}: {meant}")
