"""The contract of a kind: its data file reads what it promises and skips what it must.

A package that installs a kind runs this in its own tests::

    from factcheck.testing import check_kind


    def test_kind() -> None:
        check_kind(FLOOD_LEVEL)
"""

from __future__ import annotations

from datetime import date
from functools import cached_property

from factcheck.extraction.extract import extract
from factcheck.kinds import Kind, Slots, installed_kinds
from factcheck.kinds.frame import Example
from factcheck.models import Article, Claim

Word = tuple[str, str]  # the name of a list, and a word of it


def check_kind(kind: Kind) -> None:
    """Runs every example of a kind, in both directions.

    Raises `AssertionError` that names the example: a text from which the claim is not read, or
    not with the quote and figures given; a text from which a claim is read that must not be; a
    word without which every example is read all the same.
    """
    for example in kind.data.reads:
        for text in example.texts():
            _must_read(kind, example, text)
    for text in kind.data.skips:
        found = [claim.quote for claim in _claims(kind, text)]
        assert not found, f"{kind.name} must read nothing from {text!r}, but reads {found}"
    idle = sorted(_words(kind) - _needed(kind))
    assert not idle, f"{kind.name}: without these words no example fails: {idle}"


def _claims(kind: Kind, text: str) -> list[Claim]:
    """The claims of a kind in a text, with all installed kinds active."""
    others = [other for other in installed_kinds() if other.name != kind.name]
    rank = next((i for i, k in enumerate(installed_kinds()) if k.name == kind.name), 0)
    kinds = [*others[:rank], kind, *others[rank:]]
    article = Article(id="example", text=text, published=date(2021, 6, 30))
    return [claim for claim in extract(article, kinds) if claim.kind == kind.name]


def _must_read(kind: Kind, example: Example, text: str) -> None:
    """Assert that a kind reads the claim of an example from its text, and that it survives JSON."""
    found = _claims(kind, text)
    matching = [claim for claim in found if claim.quote == example.quote]
    quotes = [claim.quote for claim in found]
    assert matching, f"{kind.name} must read {example.quote!r} from {text!r}, not {quotes}"
    claim = matching[0]
    if claim.quantity is not None:
        read = (claim.quantity.low, claim.quantity.high)
        assert read == (example.low, example.high), (
            f"{kind.name} reads {example.quote!r} as {read}, not {(example.low, example.high)}"
        )
    if example.when is not None:
        assert claim.when is not None, f"{kind.name} reads no time from {text!r}"
        days = tuple(day and day.isoformat() for day in (claim.when.start, claim.when.end))
        assert days == example.when, f"{kind.name} reads {text!r} as {days}"
    assert type(claim).model_validate_json(claim.model_dump_json()) == claim


def _words(kind: Kind) -> set[Word]:
    """The words of a kind, each with the name of its list."""
    return {(name, word) for name, words in kind.data.words.items() for word in words}


def _needed(kind: Kind) -> set[Word]:
    """The words that an example needs: without one of them its claim is not read.

    Only a word that the slots of an example hold can be needed by it, so only those are tried.
    """
    needed: set[Word] = set()
    for example in kind.data.reads:
        for text in example.texts():
            seen = _Watched(kind.claim, kind.package, kind.file, kind.fields)
            _claims(seen, text)
            for name, word in _words(kind) - needed:
                if word in seen.words and not _reads(kind.without(name, word), example, text):
                    needed.add((name, word))
    return needed


def _reads(kind: Kind, example: Example, text: str) -> bool:
    """Whether a kind reads the quote of an example from a text."""
    return any(claim.quote == example.quote for claim in _claims(kind, text))


class _Watched(Kind):
    """A kind that records the words of every mention that it claims."""

    @cached_property
    def words(self) -> set[str]:
        return set()

    def claims(self, slots: Slots) -> bool:
        """Whether the kind takes the slots; records their words if it does."""
        claimed = super().claims(slots)
        if claimed:
            single = (slots.head, slots.verb, slots.body)
            self.words.update(word for word in single if word is not None)
            self.words.update(slots.subject, slots.measured, slots.clause, slots.context)
        return claimed
