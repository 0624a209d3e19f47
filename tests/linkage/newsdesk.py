"""Two short reports made ready to be compared, for the tests of linking's parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from factcheck import Article, extract
from factcheck.kinds import installed_kinds
from factcheck.linkage.batch_features import features
from factcheck.linkage.features import Features, WordWeights

DAY = date(2021, 3, 5)
MARK = re.compile(r"\[([^\[\]]+)\]")


def marked(*texts: str, days: Sequence[date | None] = ()) -> tuple[list[Features], WordWeights]:
    """The claims whose figures stand in square brackets, in the order of the texts and in them.

    A text is an article of its own, printed on one day unless `days` tells others.
    """
    articles, wanted = [], []
    for at, text in enumerate(texts):
        printed = days[at] if days else DAY
        articles.append(Article(id=f"r{at}", text=MARK.sub(r"\1", text), published=printed))
        for shift, found in enumerate(MARK.finditer(text)):
            wanted.append((f"r{at}", found.start() - 2 * shift, len(found[1])))
    claims = [claim for article in articles for claim in extract(article)]
    made, words = features(articles, claims, {kind.name: kind for kind in installed_kinds()})
    picked = []
    for article, start, length in wanted:
        hits = [
            one for one in made
            if one.claim.article_id == article
            and one.claim.span.start < start + length and start < one.claim.span.end
        ]  # fmt: skip
        assert hits, f"no claim at {start} of {article}"
        picked.append(min(hits, key=lambda one: one.claim.span.end - one.claim.span.start))
    return picked, words
