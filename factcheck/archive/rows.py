"""Conversion of claims, groups and articles to rows of the archive, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter

from factcheck.exports.rows import Cell, answer_cells, context_cells, group_cells
from factcheck.judge import Gravity
from factcheck.kinds import AnyClaim
from factcheck.linkage.profiles import Profile
from factcheck.models import Article, Claim
from factcheck.naming import printed_words
from factcheck.results import Group, Possible

Row = Mapping[str, Cell]
_CLAIM: TypeAdapter[Claim] = TypeAdapter(AnyClaim)
_CELLS = (
    "low", "high", "unit", "when_start", "when_end", "as_of_start", "place", "attribution",
)  # fmt: skip
ARTICLE = "id, title, publisher, published, revised, url, country, language, text"


def article_of(fields: Sequence[Any]) -> Article:
    """The article of a row with the columns of `ARTICLE`."""
    return Article(**dict(zip(ARTICLE.split(", "), fields, strict=True)))


def article_row(article: Article) -> Row:
    """The row of an article."""
    return article.model_dump(mode="json")


def claim_row(claim: Claim, article: Article) -> Row:
    """The row of a claim of `article`: its main fields, and all of it as JSON."""
    cells = {**answer_cells(claim), **context_cells(claim)}
    return {
        "id": claim.id,
        "kind": claim.kind,
        "quote": claim.quote,
        "sentence": claim.sentence.of(article.part(claim.part)),
        **{name: cells[name] for name in _CELLS},
        "name": claim.name,
        "words": printed_words(claim.name),
        "record": claim_record(claim),
    }


def claim_record(claim: Claim) -> str:
    """The JSON of a claim without its default values, which takes half the space; but with its
    kind, which parsing needs."""
    rest = claim.model_dump_json(exclude_defaults=True)
    return f'{{"kind":{json.dumps(claim.kind)},{rest[1:]}'


def claim_of(record: str) -> Claim:
    """The claim of a row."""
    return _CLAIM.validate_json(record)


def group_row(group: Group, gravity: Gravity) -> Row:
    """The row of a group: its claims by their ids, and the rest as JSON."""
    return {
        **group_cells(group),
        "answers": " / ".join(position.answer for position in group.positions),
        "gravity": json.dumps([str(one) if isinstance(one, Decimal) else one for one in gravity]),
        "members": json.dumps([claim.id for claim in group.claims]),
        "told": json.dumps(answers_of(group)),
        "record": group.model_dump_json(exclude={"claims"}, exclude_defaults=True),
    }


def answers_of(group: Group) -> dict[str, str | None]:
    """The answer of each claim of a group, by the name of the claim."""
    held = {claim: one.answer for one in group.positions for claim in one.claims}
    return {claim.name: held.get(claim.id) for claim in group.claims}


def group_of(record: str, members: str, claims: Mapping[str, Claim]) -> Group:
    """The group of a row, with its claims."""
    bare = Group.model_validate_json(f'{{"claims": [], {record[1:]}')
    return bare.model_copy(update={"claims": tuple(claims[one] for one in json.loads(members))})


def gravity_of(record: str) -> Gravity:
    """The gravity of a group from its JSON."""
    verdict, inside, doubt, weight, gap, support, depth, group = json.loads(record)
    return Gravity(verdict, inside, doubt, weight, Decimal(gap), support, depth, group)


def possible_row(possible: Possible) -> Row:
    """The row of a possible question; its claims by their ids."""
    return {
        "question": possible.question,
        "kind": possible.kind,
        "fits": json.dumps(possible.fits),
        "open": json.dumps(possible.open),
        "members": json.dumps([claim.id for claim in possible.claims]),
    }


def possible_of(fields: Sequence[Any], claims: Mapping[str, Claim]) -> Possible:
    """The possible question of a row with question, kind, fits, open and members."""
    question, kind, fits, against, members = fields
    return Possible(
        question=question,
        kind=kind,
        claims=tuple(claims[one] for one in json.loads(members)),
        fits=tuple(json.loads(fits)),
        open=tuple(json.loads(against)),
    )


def profile_of(record: str) -> Profile:
    """The profile of a text from its JSON."""
    return Profile.of(json.loads(record))
