"""Sentences that break off at their figure, or begin with it, as captions and live blogs do.

What looks at the word before or behind a figure finds the edge of its sentence there. The examples
of the kinds and lexicons and the labelled pairs are cut at each edge of their figures, each piece a
paragraph of its own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from factcheck import Article, Claim, extract
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


def quantities() -> list[str]:
    """Every other phrasing of the corpora of figures."""
    corpora = sorted((Path(__file__).parents[1] / "quantities" / "corpus").glob("*.toml"))
    data = (tomllib.loads(path.read_text(encoding="utf-8")) for path in corpora)
    return [text for each in data for text in strings(each) if " " in text][::2]


# Verbs that tell an event by their object, where a day stands before them.
SUPPORT = [
    "On Monday the mill gave its weavers a deadline.",
    "On Monday the town held a vote.",
    "On Monday the mayor made three of them an offer.",
]
TEXTS = {
    "denials": DENIALS,
    "support": SUPPORT,
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


def check(text: str) -> tuple[Claim, ...]:
    """The claims of a text, of each of which all that is as written stands in its own sentence, and
    begins and ends where words do."""
    claims = extract(Article(id="cut", text=text, published=DAY))
    spans = {claim.span for claim in claims}
    for claim in claims:
        span, within = claim.span, claim.sentence.of(text)
        assert text[span.start : span.end] == claim.quote
        assert claim.sentence.start <= span.start < span.end <= claim.sentence.end
        assert (claim.quote, within) == (claim.quote.strip(), within.strip())
        assert "\n" not in within
        for end in (span.start, span.end):
            assert not text[max(0, end - 1) : end + 1].isalnum() or end in (0, len(text))
        for words in (claim.subject, claim.place, claim.attribution):
            assert words is None or (words in within and words == words.strip(" ,;:"))
        for other in (claim.part_of, claim.restates):
            assert other is None or other in spans
    return claims


def one_by_one(pieces: Iterable[str]) -> str:
    """Each piece once and without its last mark, a paragraph of its own."""
    return "\n\n".join(sorted({piece.rstrip(".!?") for piece in pieces}))


def test_a_sentence_on_a_day_may_begin_and_break_off_at_any_word() -> None:
    """A day is told with its verb, its subject and its place, and any of them may be cut away."""
    (days,) = (kind for kind in installed_kinds() if kind.name == "event_date")
    texts = [text for example in days.data.reads for text in example.texts()] + [*days.data.skips]
    cut = []
    for words in map(str.split, texts):
        cut += [" ".join(words[:stop]) for stop in range(1, len(words) + 1)]
        cut += [" ".join(words[start:]) for start in range(1, len(words))]
    check(one_by_one(cut))


@pytest.mark.slow
@pytest.mark.parametrize("source", [*TEXTS, "quantities"])
def test_a_sentence_may_break_off_at_any_word(source: str) -> None:
    texts = TEXTS.get(source) or quantities()
    words = map(str.split, texts)
    assert check(one_by_one(" ".join(w[:stop]) for w in words for stop in range(1, len(w) + 1)))


@pytest.mark.parametrize("source", TEXTS)
def test_a_sentence_may_end_or_begin_with_its_figure(source: str) -> None:
    cut = sorted({piece for text in TEXTS[source] for piece in pieces(text)})
    assert check("\n\n".join(cut))
