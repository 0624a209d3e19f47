"""Every claim is marked at its place, and the text stays what it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.models import Claim, Span
from factcheck.report.html.marking import MarkedPiece, pieces

TEXT = "10,000 migrants left the city on Tuesday"


def claim_at(start: int, end: int, text: str = TEXT, kind: str = "count") -> Claim:
    span = Span(start=start, end=end)
    return Claim(
        kind=kind, article_id="a", span=span, quote=span.of(text),
        sentence=Span(start=0, end=len(text)), rule="by hand",
    )  # fmt: skip


def test_a_claim_alone_is_one_piece() -> None:
    figure = claim_at(0, 15)
    assert pieces(TEXT, [figure]) == (
        MarkedPiece("10,000 migrants", figure, first=True),
        MarkedPiece(" left the city on Tuesday"),
    )


def test_the_shorter_claim_has_the_words_that_two_claims_share() -> None:
    figure, departure = claim_at(0, 15), claim_at(7, 40)
    assert pieces(TEXT, [departure, figure]) == (
        MarkedPiece("10,000 migrants", figure, first=True),
        MarkedPiece(" left the city on Tuesday", departure, first=True),
    )


def test_a_claim_around_another_goes_on_behind_it() -> None:
    whole, city = claim_at(0, 40), claim_at(21, 29)
    assert [(p.text, p.claim, p.first) for p in pieces(TEXT, [whole, city])] == [
        ("10,000 migrants left ", whole, True),
        ("the city", city, True),
        (" on Tuesday", whole, False),
    ]


def test_a_claim_with_the_very_same_words_is_called_behind_them() -> None:
    one, other = claim_at(0, 15), claim_at(0, 15, kind="event_date")
    assert pieces(TEXT, [one, other])[0] == MarkedPiece(
        "10,000 migrants", one, True, called=(other,)
    )


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Claim]]:
    text = draw(st.text(min_size=1, max_size=60))
    places = st.integers(0, len(text))
    ends = draw(st.lists(st.tuples(places, places), max_size=8))
    spans = [(min(pair), max(pair)) for pair in ends if pair[0] != pair[1]]
    return text, [claim_at(*span, text, f"kind_{n}") for n, span in enumerate(spans)]


@given(marked_texts())
def test_pieces_give_the_text_back_and_every_claim_its_own_place(
    marked: tuple[str, list[Claim]],
) -> None:
    text, claims = marked
    found = pieces(text, claims)
    assert "".join(piece.text for piece in found) == text
    place = 0
    for piece in found:
        end = place + len(piece.text)
        covering = [c for c in claims if c.span.start < end and place < c.span.end]
        lengths = [c.span.end - c.span.start for c in covering]
        assert (piece.claim is None) == (not covering)
        if piece.claim is not None:
            assert piece.claim.span.start <= place
            assert end <= piece.claim.span.end
            assert piece.claim.span.end - piece.claim.span.start == min(lengths)
        assert all(called.span.end == end for called in piece.called)
        place = end
    # Each claim can be linked to: at its first piece, or where it is called. Once.
    linked = [p.claim for p in found if p.first] + [c for p in found for c in p.called]
    assert sorted(c.kind for c in linked if c) == sorted(c.kind for c in claims)
