"""The location of a claim in its article, and the quoted sources that can be called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from factcheck.judge.phrasing import A_WORD_OR_TWO, listed
from factcheck.judge.speaking import inside, is_named
from factcheck.models import Article, Claim, Part, Section
from factcheck.narrowing import outlet_of
from factcheck.provenance.credits import credits_of
from factcheck.results import Group, Position

_BLANK = re.compile(r"\n[ \t\r]*\n\s*")
_LINE = re.compile(r"\n\s*")
_LONGEST_TITLE = 90


def first_of_each_article(group: Group) -> tuple[Claim, ...]:
    """The first claim that each article has in a group, in the order of the claims."""
    first = {claim.article_id: claim for claim in reversed(group.claims)}
    return tuple(claim for claim in group.claims if first[claim.article_id] is claim)


def material_of(article: Article) -> tuple[str, ...]:
    """The agencies that an article credits; one that published it is none of them."""
    return tuple(agency for agency in credits_of(article) if agency != outlet_of(article))


def around(claim: Claim, text: str, most: int) -> tuple[str, str]:
    """The words of its sentence before and behind a claim, each cut at a space where it has more
    than `most` characters; not for a word or two."""
    before = text[claim.sentence.start : claim.span.start]
    after = text[claim.span.end : claim.sentence.end]
    if len(before) > most + A_WORD_OR_TWO:
        before = "…" + before[-most:].partition(" ")[2]
    if len(after) > most + A_WORD_OR_TWO:
        after = after[:most].rpartition(" ")[0] + " …"
    return before, after


def where(claim: Claim, article: Article) -> str:
    """The location of a claim: "in “River peaks at four metres”, paragraph 3", or without a title
    that is not known."""
    if claim.part is Part.TITLE:
        return "in the title"
    titled = article.title.strip()
    return (
        f"in “{short(article.title)}”, {place(claim, article)}" if titled else place(claim, article)
    )


def place(claim: Claim, article: Article) -> str:
    """The location of a claim inside its article: "paragraph 3", "headline", "caption" or "the
    title"."""
    if claim.part is Part.TITLE:
        return "the title"
    return {Section.HEADLINE: "headline", Section.CAPTION: "caption"}.get(
        claim.section, f"paragraph {paragraph(claim, article)}"
    )


def short(title: str) -> str:
    """A title shortened to fit on a line."""
    words = " ".join(title.split())
    if len(words) <= _LONGEST_TITLE:
        return words
    return words[:_LONGEST_TITLE].rpartition(" ")[0] + " …"


def paragraph(claim: Claim, article: Article) -> int:
    """The number of the paragraph of a claim, from 1. Blank lines divide paragraphs, or ends of
    lines in a text that has none."""
    text = article.part(claim.part)
    start = len(text) - len(text.lstrip())
    ends = _BLANK if _BLANK.search(text, start) else _LINE
    return 1 + sum(1 for _ in ends.finditer(text, start, claim.span.start))


def whom_to_ask(group: Group, articles: Mapping[str, Article]) -> str:
    """The named source behind each answer: "Ines Roth (more than 450, in the Hill Herald)"; one who
    is quoted for several answers is named once.

    Empty where nobody is named. "Officials" cannot be called, a mayor can.
    """
    said: dict[tuple[str, ...], dict[tuple[str, ...], list[str]]] = {}
    for position in group.positions:
        if named := named_sources(position, group, articles):
            answers = said.setdefault(named, {}).setdefault(position.publishers, [])
            answers.append(position.answer)
    return "; ".join(f"{listed(named)} ({_answers(given)})" for named, given in said.items())


def _answers(given: Mapping[tuple[str, ...], Sequence[str]]) -> str:
    """Answers with their outlets: "more than 450, in the Hill Herald"."""
    return "; ".join(f"{listed(answers)}, in {listed(where)}" for where, answers in given.items())


def named_sources(
    position: Position, group: Group, articles: Mapping[str, Article]
) -> tuple[str, ...]:
    """The speakers with a name who are quoted for an answer, as inside a sentence."""
    texts = [articles[c.article_id].text for c in group.claims if c.article_id in articles]
    named = (speaker for speaker in position.speakers if is_named(speaker, texts))
    return tuple(inside(speaker, texts) for speaker in named)


def dependence(group: Group, articles: Mapping[str, Article]) -> Iterator[str]:
    """Notes that several answers are fewer witnesses than outlets: one text, or one source.

    "one source in both: Ines Roth; not corroborated".
    """
    for origin in group.origins:
        outlets = dict.fromkeys(outlet_of(articles[a]) for a in origin.articles if a in articles)
        if len(outlets) > 1:
            credited = f", from {listed(origin.credits)}" if origin.credits else ""
            evidence = f" ({origin.evidence})" if origin.evidence else ""
            yield f"one text in {listed(list(outlets))}{credited}{evidence}"
    speakers = [{s.casefold(): s for s in origin.speakers} for origin in group.origins]
    shared = set.intersection(*map(set, speakers)) if len(speakers) > 1 else set()
    texts = [articles[c.article_id].text for c in group.claims if c.article_id in articles]
    for name in sorted(shared):
        if is_named(speakers[0][name], texts):
            every = "both" if len(speakers) == 2 else "all"
            yield f"one source in {every}: {inside(speakers[0][name], texts)}; not corroborated"
