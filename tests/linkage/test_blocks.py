"""Which claims meet at all: tables are divided."""

from __future__ import annotations

from factcheck import Article, extract
from factcheck.kinds import installed_kinds
from factcheck.linkage.batch_features import features
from factcheck.linkage.block_splitting import LARGEST_TABLE, split_block


def test_a_table_is_divided_and_no_claim_is_lost() -> None:
    article = Article(id="table", text=" ".join(str(number) for number in range(3000, 3600)))
    claims = extract(article)
    assert len(claims) > 256
    made, _ = features([article], claims, {kind.name: kind for kind in installed_kinds()})
    parts = list(split_block(made))
    assert max(len(part.members) for part in parts) <= LARGEST_TABLE
    met = [one.position for part in parts for all_ in part.followers.values() for one in all_]
    assert sorted(met) == list(range(len(claims)))
