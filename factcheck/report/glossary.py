"""The glossary of the words of a report."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.lexicon import Lexicon, load


class _Glossary(Lexicon):
    terms: dict[str, str]


def glossary() -> Mapping[str, str]:
    """Each word of a report with a special meaning, and its definition."""
    known: _Glossary = load("glossary", _Glossary)
    return known.terms
