"""A claim as a quote: its figure marked in a part of its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.judge.speaking import inside
from factcheck.models import Article, Claim, Status
from factcheck.narrowing import outlet_of
from factcheck.report.standing import around, where
from factcheck.report.wording import PHASES

_EXCERPT = 200  # characters kept on each side of a figure


@dataclass(frozen=True)
class Quote:
    """A claim with the part of its sentence around it."""

    claim: str
    outlet: str
    before: str
    figure: str
    after: str
    colour: int | None
    remark: str
    where: str


def quote_of(claim: Claim, article: Article | None, colour: int | None) -> Quote:
    """The quote of a claim in its sentence; its bare words without an article."""
    text = "" if article is None else article.part(claim.part)
    before, after = around(claim, text, _EXCERPT)
    return Quote(
        claim=claim.id,
        outlet=claim.article_id if article is None else outlet_of(article),
        before=before,
        figure=claim.quote,
        after=after.rstrip(),
        colour=colour,
        remark=remark(claim, article),
        where="" if article is None else where(claim, article),
    )


def remark(claim: Claim, article: Article | None) -> str:
    """A remark on a claim: who is quoted, and what the text says of the figure: "quoting police,
    later"."""
    texts = [] if article is None else [article.text]
    quoting = f"quoting {inside(claim.attribution, texts)}" if claim.attribution else ""
    phase = "" if claim.phase is None else PHASES[claim.phase]
    status = "" if claim.status is Status.ASSERTED else claim.status.value
    return ", ".join(filter(None, (quoting, phase, status)))
