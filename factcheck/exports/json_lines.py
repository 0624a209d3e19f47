"""The claims as JSON Lines: an object on each line, complete in itself."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.exports.escaping import json_text
from factcheck.exports.rows import ClaimInReport, placed
from factcheck.exports.schema import SCHEMA_VERSION
from factcheck.models import Claim
from factcheck.results import Possible, Report


def claims_json_lines(report: Report) -> str:
    """Every claim of the report, in its order, each on a line that ends in "\\n".

    A line holds `schema_version`, the whole `claim`, the words of its `sentence`, its `article`
    without the text, and its `group`: id, label, kind, verdict and confidence. `possible` lists the
    questions that it may answer besides, with the ids of the other claims. `claim` reads back to a
    claim through `Report`'s own types.
    """
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    for found in placed(report):
        yield json_text(_record(found, report), indent=None)


def _record(found: ClaimInReport, report: Report) -> dict[str, object]:
    """One claim with its sentence, its article and its group, as an object."""
    claim, article, group, possible = found
    return {
        "schema_version": SCHEMA_VERSION,
        "claim_id": claim.id,
        "claim": claim.model_dump(mode="json"),
        "sentence": claim.sentence.of(article.part(claim.part)),
        "article": article.model_dump(mode="json", exclude={"text"}),
        "group": group
        and group.model_dump(mode="json", include={"id", "label", "kind", "verdict", "confidence"}),
        "possible": [_asked(number, report.possible[number - 1], claim) for number in possible],
    }


def _asked(number: int, possible: Possible, claim: Claim) -> dict[str, object]:
    """A possible question of a claim, with what speaks for it and against it."""
    return {
        "number": number,
        "question": possible.question,
        "others": [other.id for other in possible.claims if other.id != claim.id],
        "fits": list(possible.fits),
        "open": list(possible.open),
    }
