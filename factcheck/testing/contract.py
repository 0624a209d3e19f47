"""The contract of a kind: its data file reads what it promises and skips what it must.

A package that installs a kind runs this in its own tests::

    from factcheck.testing import check_kind


    def test_kind() -> None:
        check_kind(FLOOD_LEVEL)
"""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from factcheck.clauses.words import words_of
from factcheck.extract import extract
from factcheck.kinds import Kind, installed_kinds
from factcheck.kinds.frame import Example
from factcheck.models import Article, Claim
from factcheck.text.inflection import singular, verb_forms


def check_kind(kind: Kind) -> None:
    """Runs every example of a kind, in both directions.

    Raises `AssertionError` that names the example: a text from which the claim is not read, or
    not with the quote and figures given; a text from which a claim is read that must not be; a
    word that no example uses.
    """
    for example in kind.data.reads:
        _must_read(kind, example)
    for text in kind.data.skips:
        found = [claim.quote for claim in _claims(kind, text)]
        assert not found, f"{kind.name} must read nothing from {text!r}, but reads {found}"
    _every_word_is_used(kind)


def _claims(kind: Kind, text: str) -> list[Claim]:
    others = [other for other in installed_kinds() if other.name != kind.name]
    rank = next((i for i, k in enumerate(installed_kinds()) if k.name == kind.name), 0)
    kinds = [*others[:rank], kind, *others[rank:]]
    article = Article(id="example", text=text, published=date(2021, 6, 30))
    return [claim for claim in extract(article, kinds) if claim.kind == kind.name]


def _must_read(kind: Kind, example: Example) -> None:
    found = _claims(kind, example.text)
    matching = [claim for claim in found if claim.quote == example.quote]
    quotes = [claim.quote for claim in found]
    assert matching, f"{kind.name} must read {example.quote!r} from {example.text!r}, not {quotes}"
    claim = matching[0]
    if claim.quantity is not None:
        read = (claim.quantity.low, claim.quantity.high)
        assert read == (example.low, example.high), (
            f"{kind.name} reads {example.quote!r} as {read}, not {(example.low, example.high)}"
        )
    if example.when is not None:
        assert claim.when is not None, f"{kind.name} reads no time from {example.text!r}"
        days = tuple(day and day.isoformat() for day in (claim.when.start, claim.when.end))
        assert days == example.when, f"{kind.name} reads {example.text!r} as {days}"
    assert type(claim).model_validate_json(claim.model_dump_json()) == claim


def _every_word_is_used(kind: Kind) -> None:
    forms = verb_forms()
    used: set[str] = set()
    for text in (*(example.text for example in kind.data.reads), *kind.data.skips):
        words = words_of(text)
        used.update(words)
        raw = re.findall(r"[\w'-]+", text.lower())
        used.update(raw, map(singular, raw))
        used.update(" ".join(pair) for pair in pairwise(words))
    for name, words in kind.data.words.items():
        for word in words:
            assert word in used or forms.get(word) in used, (
                f"{kind.name}: no example uses {word!r} of the word list {name!r}"
            )
