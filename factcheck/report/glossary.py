"""What the words of a report mean."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.lexicon import Lexicon, load


class _Glossary(Lexicon):
    terms: dict[str, str]


def glossary() -> Mapping[str, str]:
    """Each word of a report that has a meaning of its own, and what it means."""
    known: _Glossary = load("glossary", _Glossary)
    return known.terms
