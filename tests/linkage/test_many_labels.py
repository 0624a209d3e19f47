"""What a desk reads above each claim of many sentences (`labels.txt`), judged line by line as
English. What is clumsy or wrong is left out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from factcheck import Article, Claim, extract
from factcheck.kinds import installed_kinds
from factcheck.linkage.labels import label_of

KINDS = {kind.name: kind for kind in installed_kinds()}


def written(name: str) -> list[tuple[str, list[str]]]:
    """The sentences of a file, each with the lines below it."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return [(first, rest) for first, *rest in map(str.splitlines, text.split("\n\n"))]


def told(sentence: str, lines: list[str]) -> Iterator[tuple[Claim, Article, str]]:
    """Each claim that a line is about, with what the line says of it."""
    article = Article(id="a", text=sentence, published=date(2024, 5, 15))
    claims = {(claim.quote, claim.kind): claim for claim in extract(article)}
    for line in lines:
        quote, kind, label = line.strip().split(" : ", 2)
        yield claims[quote, kind], article, label


@pytest.mark.parametrize(("sentence", "lines"), written("labels.txt"))
def test_the_label_of_each_claim(sentence: str, lines: list[str]) -> None:
    for claim, article, label in told(sentence, lines):
        assert label_of([claim], KINDS[claim.kind], {"a": article}) == label
