"""Sentences that break off at their figure, or begin with it, as captions and live blogs do.

What looks at the word before or behind a figure finds the edge of its sentence there. The examples
of the kinds and lexicons and the labelled pairs are cut at each edge of their figures, each piece a
paragraph of its own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from importlib.resources import files

import pytest

from factcheck import Article, extract
from factcheck.kinds import installed_kinds
from tests.linkage.bench import load_pairs

DAY = date(2021, 6, 30)
DENIALS = [
    "Forty people died, reports said, but they were wrong.",
    "Forty dead is what the paper had reported; it corrected the figure to two.",
    "Reports that forty people had died are unfounded.",
    "The mayor denied that the fire had killed forty people.",
]


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)


def examples(lexicon: str) -> list[str]:
    """The sentences of a lexicon, without the marks around their figures."""
    data = files("factcheck").joinpath(f"lexicons/en/{lexicon}.toml").read_text(encoding="utf-8")
    found = (one.replace("[", "").replace("]", "") for one in strings(tomllib.loads(data)))
    return [one for one in found if one.endswith(".")]


TEXTS = {
    "denials": DENIALS,
    "attributes": examples("attributes"),
    "movement": examples("movement"),
    "pairs": [pair.left.article.text for pair in load_pairs()[::9]],
    **{
        kind.name: [text for one in kind.data.reads for text in one.texts()] + [*kind.data.skips]
        for kind in installed_kinds()
    },
}


def pieces(text: str) -> set[str]:
    """The text as it is and without its last mark, up to the end of each figure or day, from the
    start of each on, and each alone."""
    found = {text, text.rstrip(".!?")}
    for claim in extract(Article(id="whole", text=text, published=DAY)):
        start, end = claim.span.start, claim.span.end
        found |= {text[:end], text[claim.sentence.start : end], claim.quote}
        found |= {text[start:], text[start : claim.sentence.end].rstrip(".!?")}
    return found


def test_a_sentence_may_break_off_at_any_word() -> None:
    """A day is told with its verb, its subject and its place, and any of them may be cut away."""
    (days,) = (kind for kind in installed_kinds() if kind.name == "event_date")
    texts = [text for example in days.data.reads for text in example.texts()] + [*days.data.skips]
    cut = []
    for words in map(str.split, texts):
        cut += [" ".join(words[:stop]) for stop in range(1, len(words) + 1)]
        cut += [" ".join(words[start:]) for start in range(1, len(words))]
    whole = "\n\n".join(sorted({piece.rstrip(".!?") for piece in cut}))
    for claim in extract(Article(id="cut", text=whole, published=DAY)):
        assert whole[claim.span.start : claim.span.end] == claim.quote
        assert "\n\n" not in claim.quote


@pytest.mark.parametrize("source", TEXTS)
def test_a_sentence_may_end_or_begin_with_its_figure(source: str) -> None:
    cut = sorted({piece for text in TEXTS[source] for piece in pieces(text)})
    whole = "\n\n".join(cut)
    claims = extract(Article(id="cut", text=whole, published=DAY))
    assert claims
    for claim in claims:
        assert whole[claim.span.start : claim.span.end] == claim.quote
        assert "\n\n" not in claim.quote
