"""Three papers on one fire, for the tests of corrections."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck import Article, Claim, Corrections, Decision, Group, Report, Ruling

DAY = date(2024, 2, 19)
GAZETTE = (
    "The fire in Ardmore killed 14 people on Sunday. It destroyed 300 homes in the town. "
    "In all, 31 people were injured in the fire. Twelve engines fought it through the night."
)
HERALD = (
    "On Sunday 55 people died in a fire in Ardmore, the governor said. The fire destroyed 450 "
    "homes. It injured 48 people, doctors said. A score of crews from three counties fought it."
)
POST = "The fire in Ardmore killed 14 people on Sunday, police said. The town has 900 homes."


def newsstand(folder: str = "") -> list[Article]:
    papers = (("Valley Gazette", GAZETTE), ("Hill Herald", HERALD), ("Island Post", POST))
    return [
        Article(id=f"{folder}{number}", text=text, publisher=publisher, published=DAY)
        for number, (publisher, text) in enumerate(papers, 1)
    ]


def decided(ruling: Ruling, *claims: Claim | str, **more: object) -> Decision:
    names = tuple(one if isinstance(one, str) else one.name for one in claims)
    values = {"by": "R. Calloway", "on": DAY} | more
    return Decision.model_validate({"ruling": ruling, "claims": names} | values)


def corrections(*decisions: Decision) -> Corrections:
    return Corrections(decisions=decisions)


def claim_of(report: Report, outlet: str, quote: str) -> Claim:
    """The claim with these words in an article of the outlet."""
    articles = {article.id for article in report.articles if article.publisher == outlet}
    found = [c for c in report.claims if c.quote == quote and c.article_id in articles]
    assert found, [c.quote for c in report.claims if c.article_id in articles]
    return found[0]


def group_of(report: Report, claim: Claim | str) -> Group:
    name = claim if isinstance(claim, str) else claim.name
    return next(g for g in report.groups if any(c.name == name for c in g.claims))


def together(report: Report, claims: Sequence[Claim]) -> bool:
    return len({group_of(report, claim).id for claim in claims}) == 1
