"""Conflicts as JSON Lines, for a job that notifies a desk of new ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.exports.escaping import json_text
from factcheck.models import Article, Claim
from factcheck.results import Group


def conflicts_json_lines(groups: Iterable[Group], articles: Iterable[Article]) -> str:
    """Conflicts as JSON Lines, one on each line: its question and reason, the answers with their
    outlets, and the two sentences that decide."""
    by_id = {article.id: article for article in articles}
    return "".join(f"{json_text(_record(group, by_id), indent=None)}\n" for group in groups)


def _record(group: Group, articles: Mapping[str, Article]) -> dict[str, object]:
    """One conflict: its answers with their outlets, and the claims that decide it."""
    kept = {"id", "label", "kind", "verdict", "confidence", "explanation"}
    return {
        **group.model_dump(mode="json", include=kept),
        "positions": [
            {"answer": one.answer, "publishers": list(one.publishers), "origins": one.origins}
            for one in group.positions
        ],
        "deciding": list(_deciding(group, articles)),
    }


def _deciding(group: Group, articles: Mapping[str, Article]) -> Iterator[dict[str, object]]:
    """The two claims that make a conflict, with their sentences and articles."""
    claims: dict[str, Claim] = {claim.id: claim for claim in group.claims}
    for claim in (claims[one] for one in group.deciding):
        article = articles[claim.article_id]
        yield {
            "claim": claim.name,
            "quote": claim.quote,
            "sentence": claim.sentence.of(article.part(claim.part)),
            "article": article.model_dump(mode="json", exclude={"text"}),
        }
