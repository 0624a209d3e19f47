"""Every value that the page shows of a report, by hand: nothing left out and nothing twice."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.models import Part, Span
from factcheck.report.html import report_html
from factcheck.report.html.marking import MarkedPiece
from factcheck.report.html.quotes import Quote
from factcheck.report.html.view import Card, Chapter, Holder, PositionView, card_of, page_of
from factcheck.results import Confidence, Group, Possible, Relation, Report, Verdict

from .conftest import ECHO, GAZETTE, HERALD, pair_of, position_of

OUTLETS = ("Valley Gazette", "Hill Herald", "Hill Echo")


def card(report: Report, group: Group | None = None) -> Card:
    articles = {article.id: article for article in report.articles}
    return card_of(group or report.groups[0], articles, 7, OUTLETS)


def test_all_that_a_card_shows_of_a_conflict(march: Report) -> None:
    first, later, many, _, copied, _ = march.claims
    shown = card(march)
    assert shown == Card(
        number=7,
        group=march.groups[0],
        heading="size of the march",
        kind="number",
        outlets=(0, 1, 2),
        figures="6.7 times apart, 2 origins",
        positions=(
            PositionView(
                0,
                "more than 2,000",
                (Holder("Hill Herald", many.id), Holder("Hill Echo", copied.id)),
                "",
                "",
                "17 Feb 2024",
                "one origin",
            ),
            PositionView(
                1,
                "about 900",
                (Holder("Valley Gazette", first.id),),
                "",
                "at first",
                "17 Feb 2024",
                "one origin",
            ),
            PositionView(
                2,
                "300",
                (Holder("Valley Gazette", later.id),),
                "police",
                "later",
                "17 Feb 2024",
                "one origin",
            ),
        ),
        reasons=(
            "Why: nothing lies in both.",
            "Contradict each other: more than 2,000 and about 900.",
            "Reported as a change: about 900 → 300 (Valley Gazette).",
        ),
        quotes=(
            Quote(
                first.id,
                "Valley Gazette",
                "At first ",
                "about 900 people",
                " marched.",
                1,
                "at first",
                "in “March on the harbour”, paragraph 1",
            ),
            Quote(
                many.id,
                "Hill Herald",
                "",
                "More than 2,000 people",
                " marched on Friday.",
                0,
                "",
                "in “Thousands in the streets”, paragraph 1",
            ),
        ),
        claims=((first.id, 1), (later.id, 2), (many.id, 0), (copied.id, 0)),
        sure="Same question: likely (both of march).",
        sources="",
        weaker=("one text in Hill Herald and Hill Echo, from Northern Wire (the same sentence)",),
        places=(),
    )
    assert shown.full


def test_all_that_a_card_shows_of_an_agreement(march: Report) -> None:
    """There is nothing to compare: no reason but what was decided, and the first claim speaks."""
    one, other = march.groups[1].claims
    shown = card(march, march.groups[1])
    assert shown == Card(
        number=7,
        group=march.groups[1],
        heading="day of the march",
        kind="day",
        outlets=(1, 2),
        figures="one origin",
        positions=(
            # The day on which a date was printed says nothing of the date.
            PositionView(
                0,
                "Friday 16 February 2024",
                (Holder("Hill Herald", one.id), Holder("Hill Echo", other.id)),
                "",
                "",
                "",
                "one origin",
            ),
        ),
        reasons=(),
        quotes=(
            Quote(
                one.id,
                "Hill Herald",
                "More than ",
                "2,000 people marched on Friday",
                ".",
                0,
                "",
                "in “Thousands in the streets”, paragraph 1",
            ),
        ),
        claims=((one.id, 0), (other.id, 0)),
        sure="Same question: sure.",
        sources="",
        weaker=("one text in Hill Herald and Hill Echo",),
        places=(),
    )
    assert not shown.full


def test_the_card_of_a_possible_agreement_has_the_words_of_each_article(march: Report) -> None:
    unsure = march.groups[1].model_copy(update={"confidence": Confidence.POSSIBLE})
    shown = card(march, unsure)
    assert shown.heading == "day: Friday 16 February 2024, perhaps of different things"
    assert [quote.outlet for quote in shown.quotes] == ["Hill Herald", "Hill Echo"]
    assert [quote.figure for quote in shown.quotes] == ["2,000 people marched on Friday"] * 2
    page = report_html(march.model_copy(update={"groups": (unsure,)}))
    assert "Possible agreements" in page
    assert page.count("<mark") == 2


def test_without_its_articles_a_card_has_the_bare_words(march: Report) -> None:
    first, _, many, *_ = march.claims
    bare = card_of(march.groups[0], {})
    assert bare.quotes == (
        Quote(first.id, "gazette", "", "about 900 people", "", 1, "at first", ""),
        Quote(many.id, "herald", "", "More than 2,000 people", "", 0, "", ""),
    )
    assert (bare.number, bare.outlets, bare.sources, bare.weaker) == (0, (), "", ())
    assert [holder.claim for each in bare.positions for holder in each.holders] == [None] * 4
    assert [each.speakers for each in bare.positions] == ["", "", "police"]


@pytest.mark.parametrize(
    ("spread", "figures"),
    [
        (None, "2 origins"),
        (Decimal("1.04"), "2 origins"),
        (Decimal("1.05"), "1.1 times apart, 2 origins"),
        (Decimal("3"), "3 times apart, 2 origins"),
    ],
)
def test_a_spread_is_told_from_a_twentieth_on(
    march: Report, spread: Decimal | None, figures: str
) -> None:
    group = march.groups[0].model_copy(update={"spread": spread})
    assert card(march, group).figures == figures


def test_of_an_update_the_first_figure_stands_first_and_keeps_its_colour(march: Report) -> None:
    update = march.groups[0].model_copy(update={"verdict": Verdict.UPDATE})
    found = [(each.answer, each.colour) for each in card(march, update).positions]
    assert found == [("about 900", 1), ("more than 2,000", 0), ("300", 2)]


def test_from_the_eighth_position_on_one_colour_serves_all(march: Report) -> None:
    claims = march.groups[0].claims
    positions = tuple(
        position_of(str(at), claims[0], outlets=("Valley Gazette",)) for at in range(10)
    )
    many = march.groups[0].model_copy(update={"positions": positions})
    found = [each.colour for each in card(march, many).positions]
    assert found == [0, 1, 2, 3, 4, 5, 6, 7, 7, 7]


def test_places_are_told_once_in_small_letters(march: Report) -> None:
    group = march.groups[0]
    placed = [
        claim.model_copy(update={"place": place})
        for claim, place in zip(group.claims, ("Oster", None, "OSTER", "Velm"), strict=True)
    ]
    shown = card(march, group.model_copy(update={"claims": tuple(placed)}))
    assert shown.places == ("oster", "velm")


def chapters(report: Report) -> list[tuple[str, list[tuple[int, str]]]]:
    """Each chapter of the page in order, with the numbers and the groups of its cards."""
    page = page_of(report)
    every: list[Chapter] = [*page.urgent, *page.settled, *([page.single] if page.single else [])]
    return [(one.title, [(c.number, c.group.id) for c in one.cards]) for one in every]


def test_each_group_stands_once_in_the_chapter_of_its_verdict(march: Report) -> None:
    verdicts = [
        Verdict.SINGLE, Verdict.AGREE, Verdict.COMPATIBLE, Verdict.TENSION, Verdict.UPDATE,
        Verdict.CONFLICT, Verdict.CONFLICT,
    ]  # fmt: skip
    groups = [
        march.groups[0].model_copy(
            update={"id": f"g{at}", "verdict": verdict, "inside_one_story": at == 5}
        )
        for at, verdict in enumerate(verdicts)
    ]
    report = march.model_copy(update={"groups": tuple(groups)})
    assert chapters(report) == [
        ("Conflicts", [(1, "g6")]),
        ("Inside one article", [(2, "g5")]),
        ("Updates", [(3, "g4")]),
        ("Tensions", [(4, "g3")]),
        ("Compatible", [(5, "g2")]),
        ("Agreements", [(6, "g1")]),
        ("Reported by one article only", [(7, "g0")]),
    ]
    page = page_of(report)
    assert [one.title for one in page.urgent] == ["Conflicts", "Inside one article"]
    assert page.verdicts == ("conflict", "update", "tension", "compatible", "agree", "single")
    assert page.summary == (
        "3 articles, 6 claims, 7 questions: one conflict, one update, one tension, "
        "one compatible answer, one agreement, one conflict inside one article."
    )
    # A claim of several groups leads to the gravest of them.
    assert {one.group.id for one in page.cards.values()} == {"g6"}


def test_all_that_the_page_shows_beside_its_cards(march: Report) -> None:
    first, later, many, day, copied, other = march.claims
    page = page_of(march)
    assert page.title == "What 3 articles claim"
    assert page.summary == "3 articles, 6 claims, 2 questions: one conflict, one agreement."
    assert page.kinds == (("event_date", "day"), ("count", "number"))
    assert page.verdicts == ("conflict", "agree")
    assert page.publishers == OUTLETS
    assert page.notes == ("The Echo gives no day.",)
    assert page.single is None
    assert page.possible == ()
    assert page.anchors == {
        first.id: "claim-1", later.id: "claim-2", many.id: "claim-3", day.id: "claim-4",
        copied.id: "claim-5", other.id: "claim-6",
    }  # fmt: skip
    assert {name: one.number for name, one in page.cards.items()} == {
        first.id: 1, later.id: 1, many.id: 1, copied.id: 1, day.id: 2, other.id: 2,
    }  # fmt: skip
    gazette, herald, echo = page.articles
    assert [each.number for each in page.articles] == [1, 2, 3]
    assert [each.article for each in page.articles] == [GAZETTE, HERALD, ECHO]
    assert tuple(each.outlet for each in page.articles) == OUTLETS
    assert [each.published for each in page.articles] == [
        "Saturday 17 February 2024", "Sunday 18 February 2024", "",
    ]  # fmt: skip
    assert [each.link for each in page.articles] == [GAZETTE.url, None, None]
    assert [each.claims for each in page.articles] == ["2 claims"] * 3
    assert [each.credited for each in page.articles] == [""] * 3
    assert gazette.pieces == (
        MarkedPiece("At first "),
        MarkedPiece("about 900 people", first, first=True),
        MarkedPiece(" marched.\n\nBy evening "),
        MarkedPiece("300", later, first=True),
        MarkedPiece(" were left, police said."),
    )
    assert gazette.title == (MarkedPiece("March on the harbour"),)
    assert "".join(piece.text for piece in herald.pieces) == HERALD.text
    assert [piece.claim for piece in echo.pieces if piece.first] == [copied, other]


def test_a_claim_of_the_title_is_marked_there_alone(march: Report) -> None:
    first = march.claims[0]
    titled = GAZETTE.model_copy(update={"title": GAZETTE.text, "text": "No more is known."})
    moved = first.model_copy(update={"part": Part.TITLE})
    (own,) = [group for group in march.groups if first in group.claims]
    single = own.model_copy(update={"claims": (moved,), "positions": (), "deciding": ()})
    report = Report(articles=(titled,), claims=(moved,), groups=(single,))
    (shown,) = page_of(report).articles
    assert [piece.text for piece in shown.title if piece.claim] == ["about 900 people"]
    assert [piece.claim for piece in shown.pieces] == [None]
    assert shown.claims == "one claim"


def test_a_mark_leads_to_a_group_or_else_to_a_question_and_there_is_none_without(
    march: Report,
) -> None:
    first, _, many, *_ = march.claims
    one = Possible(question="number of people", kind="count", claims=(first, many), fits=("so",))
    bare = march.model_copy(update={"groups": (), "possible": (one,)})
    page = page_of(bare)
    marked = [piece.claim for article in page.articles for piece in article.pieces if piece.claim]
    assert marked == [first, many]
    assert page.lead(first.id) == ("possible", "ask-1", 1)
    assert '<a class="claim possible" id="claim-1" href="#ask-1">' in report_html(bare)
    assert page_of(march).lead(first.id)[1].startswith("group-")


def test_all_that_a_question_to_the_desk_shows(march: Report) -> None:
    first, _, many, _, copied, _ = march.claims
    placed = first.model_copy(update={"place": "Oster"})
    one = Possible(
        question="number of people in the square",
        kind="march_size",
        claims=(placed, many, copied),
        fits=("both count person",),
        open=("different days",),
    )
    silent = one.model_copy(update={"fits": ()})
    page = page_of(march.model_copy(update={"possible": (silent, one)}))
    assert ("march_size", "march size") in page.kinds  # of no kind that is installed
    (shown,) = page.possible
    assert shown.number == 1
    assert shown.kind == "march_size"
    assert shown.outlets == (0, 1, 2)
    assert shown.question == (
        "about 900 (Valley Gazette) or more than 2,000 (two others): the same count?"
    )
    assert shown.about == "number of people in the square"
    assert [(quote.claim, quote.outlet, quote.colour) for quote in shown.quotes] == [
        (first.id, "Valley Gazette", None), (many.id, "Hill Herald", None),
    ]  # fmt: skip
    assert shown.claims == ((first.id, None), (many.id, None), (copied.id, None))
    assert shown.reasons == ("Fits: both count person.", "Open: different days.")
    assert shown.places == ("oster",)
    assert page.summary.endswith("one conflict, one agreement, one question to ask.")


def test_an_outlet_leads_to_its_first_claim_of_a_position(march: Report) -> None:
    """Of two claims of one paper the first; a paper that prints none leads nowhere."""
    first, later, many, *_ = march.claims
    position = position_of("900", first, later, many, outlets=("Valley Gazette", "Shore Post"))
    group = march.groups[0].model_copy(update={"positions": (position,)})
    (shown,) = card(march, group).positions
    assert shown.holders == (Holder("Valley Gazette", first.id), Holder("Shore Post", None))


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        # Each word is nine letters and a space: two hundred characters are twenty of them.
        ("abcdefghi " * 20, " bcdefghij" * 20, ("abcdefghi " * 20, " bcdefghij" * 20)),
        ("x" * 16 + "abcdefghi " * 20, "", ("…" + "abcdefghi " * 19, "")),
        ("", " bcdefghij" * 20 + "x" * 16, ("", " bcdefghij" * 19 + " …")),
    ],
)
def test_a_quote_is_cut_at_a_word_two_hundred_characters_from_its_figure(
    march: Report, before: str, after: str, kept: tuple[str, str]
) -> None:
    text = f"{before}900{after}"
    claim = march.claims[0].model_copy(
        update={
            "span": Span(start=len(before), end=len(before) + 3),
            "sentence": Span(start=0, end=len(text)),
            "quote": "900",
        }
    )
    group = march.groups[0].model_copy(
        update={"claims": (claim,), "deciding": (claim.id,), "positions": ()}
    )
    (quote,) = card_of(group, {"gazette": GAZETTE.model_copy(update={"text": text})}).quotes
    assert (quote.before, quote.after) == kept


def test_a_stated_change_is_told_once_however_many_pairs_state_it(march: Report) -> None:
    first, later, *_ = march.claims
    told = pair_of(later, first, Relation.TOLD_CHANGE, Verdict.UPDATE, "the text tells it")
    group = march.groups[0]
    twice = group.model_copy(update={"pairs": (*group.pairs, told)})
    assert card(march, twice).reasons == card(march).reasons
