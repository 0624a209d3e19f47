"""Sentences that break off at their figure, or begin with it, as captions and live blogs do.

What looks at the word before or behind a figure finds the edge of its sentence there. The
examples of every kind are cut at each edge of their figures, each piece a paragraph of its own.
"""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import Article, extract
from factcheck.kinds import Kind, installed_kinds

DAY = date(2021, 6, 30)


def pieces(text: str) -> set[str]:
    """The text as it is and without its last mark, up to the end of each figure or day, and from
    the start of each on."""
    found = {text, text.rstrip(".!?")}
    for claim in extract(Article(id="whole", text=text, published=DAY)):
        found |= {text[: claim.span.end], text[claim.span.start :], claim.quote}
        found |= {text[claim.span.start : claim.sentence.end], claim.quote.split()[0]}
    return found


@pytest.mark.parametrize("kind", installed_kinds(), ids=lambda kind: kind.name)
def test_a_sentence_may_end_or_begin_with_its_figure(kind: Kind) -> None:
    texts = [text for example in kind.data.reads for text in example.texts()] + [*kind.data.skips]
    cut = sorted({piece for text in texts for piece in pieces(text)})
    whole = "\n\n".join(cut)
    claims = extract(Article(id="cut", text=whole, published=DAY))
    assert claims
    for claim in claims:
        assert whole[claim.span.start : claim.span.end] == claim.quote
        assert "\n\n" not in claim.quote
