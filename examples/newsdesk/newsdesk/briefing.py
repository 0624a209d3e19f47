"""The briefing for the desk, and clips of single figures for its chat."""

from __future__ import annotations

from factcheck import Article, Claim, Report

# What a line of the chat can show.
WIDTH = 120


def briefing(report: Report) -> str:
    """One line for each question on which the papers contradict each other, gravest first.

    "number of people killed: 23 (Harbor Ledger) against 41 (Plains Tribune)"
    """
    names = {article.id: article.publisher or article.id for article in report.articles}
    lines = []
    for group in report.conflicts:
        told: dict[str, list[str]] = {}
        for claim in group.claims:
            papers = told.setdefault(_one_line(claim.quote), [])
            name = _one_line(names[claim.article_id])
            if name not in papers:
                papers.append(name)
        answers = " against ".join(f"{quote} ({', '.join(by)})" for quote, by in told.items())
        lines.append(f"{_one_line(group.label)}: {answers}")
    return "\n".join(lines)


def clip(article: Article, claim: Claim) -> str:
    """The claim in its sentence, marked by brackets, cut to the width of a line.

    Raises `ValueError` for a claim of another article.
    """
    if claim.article_id != article.id:
        raise ValueError(f"the claim is of article {claim.article_id!r}, not {article.id!r}")
    words = article.part(claim.part)
    before = _one_line(words[claim.sentence.start : claim.span.start], strip=False)
    after = _one_line(words[claim.span.end : claim.sentence.end], strip=False)
    marked = f"[{_one_line(claim.quote)}]"
    room = max(WIDTH - len(marked), 0) // 2
    if len(before) > room:
        before = "…" + before[len(before) - room + 1 :] if room else ""
    if len(after) > room:
        after = after[: room - 1] + "…" if room else ""
    return before + marked + after


def _one_line(text: str, *, strip: bool = True) -> str:
    """The text without line breaks and without characters that steer a terminal."""
    plain = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(plain.split()) if strip else plain
