"""What a desk reads above each claim of many sentences (`labels.txt`), judged line by line as
English; a label that is clumsy or wrong is left out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck import Article, extract
from factcheck.kinds import installed_kinds
from factcheck.linkage.labels import label_of

KINDS = {kind.name: kind for kind in installed_kinds()}
TEXT = Path(__file__).with_name("labels.txt").read_text(encoding="utf-8")
LABELS = [(first, rest) for first, *rest in map(str.splitlines, TEXT.split("\n\n"))]


@pytest.mark.parametrize(("sentence", "lines"), LABELS, ids=[first for first, _ in LABELS])
def test_the_label_of_each_claim(sentence: str, lines: list[str]) -> None:
    article = Article(id="a", text=sentence, published=date(2024, 5, 15))
    claims = {(claim.quote, claim.kind): claim for claim in extract(article)}
    for line in lines:
        quote, kind, label = line.strip().split(" : ", 2)
        assert label_of([claims[quote, kind]], KINDS[kind], {"a": article}) == label
