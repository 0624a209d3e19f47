"""What each kind of decision does to a report."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations

import pytest

from factcheck import Article, Report, Ruling, Verdict, reconcile
from factcheck.report.html.folded import claims_of, folded
from factcheck.report.html.view import page_of
from factcheck.report.wording import in_time, reasons
from factcheck.results import Confidence, Relation

from .newsstand import DAY, claim_of, corrections, decided, group_of, newsstand, together

AUTHOR = "R. Calloway, 19 February 2024."


@pytest.fixture(scope="module")
def before() -> Report:
    return reconcile(newsstand())


def after(*decisions: object) -> Report:
    return reconcile(newsstand("moved/"), corrections=corrections(*decisions))  # type: ignore[arg-type]


def with_text(stand: Sequence[Article], words: str, others: str) -> list[Article]:
    """The papers with other words in place of some."""
    return [one.model_copy(update={"text": one.text.replace(words, others)}) for one in stand]


def test_no_decisions_change_nothing(before: Report) -> None:
    assert reconcile(newsstand(), corrections=corrections()) == before


def test_same_joins_what_the_rules_only_ask_about(before: Report) -> None:
    few = claim_of(before, "Valley Gazette", "300 homes")
    all_homes = claim_of(before, "Island Post", "900 homes")
    assert not together(before, [few, all_homes])
    report = after(decided(Ruling.SAME, few, all_homes, note="asked the fire chief"))
    group = group_of(report, few)
    assert together(report, [few, all_homes])
    assert not report.possible
    assert group.explanation.endswith(
        f"Editor’s decision: these answer one question (asked the fire chief); {AUTHOR}"
    )
    assert group.decisions == report.decisions
    assert f"Editor’s decision: these answer one question (asked the fire chief); {AUTHOR}" in list(
        reasons(group)
    )


def test_same_makes_a_likely_question_sure() -> None:
    """Of figures that lie this far apart, linking is not sure."""
    apart = "450 homes", "1,400 homes"
    found = reconcile(with_text(newsstand(), *apart))
    left = claim_of(found, "Valley Gazette", "300 homes")
    right = claim_of(found, "Hill Herald", "1,400 homes")
    assert group_of(found, left).confidence is Confidence.LIKELY
    assert together(found, [left, right])
    given = corrections(decided(Ruling.SAME, left, right))
    moved = with_text(newsstand("moved/"), *apart)
    group = group_of(reconcile(moved, corrections=given), left)
    assert group.confidence is Confidence.SURE
    assert group.weakest_link is not None
    assert group.weakest_link.reasons == ("decided by R. Calloway on 19 February 2024",)
    assert {group.weakest_link.left, group.weakest_link.right} == {c.id for c in group.claims}
    assert len(group.claims) == 2


def test_what_is_left_alone_by_a_decision_is_a_sure_question_without_a_link(
    before: Report,
) -> None:
    left = claim_of(before, "Valley Gazette", "300 homes")
    right = claim_of(before, "Hill Herald", "450 homes")
    report = after(decided(Ruling.DIFFERENT, left, right))
    for claim in (left, right):
        group = group_of(report, claim)
        assert (len(group.claims), group.confidence) == (1, Confidence.SURE)
        assert group.weakest_link is None


def test_different_divides_and_a_third_paper_goes_with_its_figure(before: Report) -> None:
    few = claim_of(before, "Valley Gazette", "14 people")
    many = claim_of(before, "Hill Herald", "55 people")
    third = claim_of(before, "Island Post", "14 people")
    report = after(decided(Ruling.DIFFERENT, many, few))
    assert together(report, [few, third])
    assert not together(report, [few, many])
    assert group_of(report, few).verdict is Verdict.AGREE
    assert f"not the question of {few.name}; {AUTHOR}" in group_of(report, many).explanation


def test_a_question_that_is_left_without_one_claim_is_as_sure_as_it_was() -> None:
    """Of three that linking thinks likely one question, the two that stay were tied by that; the
    link that it rested on is told as long as both its ends are there."""
    post = newsstand()[2].model_copy(
        update={"text": "In Ardmore 1,300 homes were destroyed, police said."}
    )
    stand = with_text([*newsstand()[:2], post], "450 homes", "450 homes in two valleys")
    found = reconcile(stand)
    homes = group_of(found, claim_of(found, "Island Post", "1,300 homes"))
    assert (len(homes.claims), homes.confidence) == (3, Confidence.LIKELY)
    assert homes.weakest_link is not None
    ends = {homes.weakest_link.left, homes.weakest_link.right}
    links = []
    for one, other in combinations(homes.claims, 2):
        given = corrections(decided(Ruling.DIFFERENT, one, other))
        groups = [group_of(reconcile(stand, corrections=given), claim) for claim in (one, other)]
        (left,) = (group for group in groups if len(group.claims) == 2)
        assert left.confidence is Confidence.LIKELY
        stays = ends <= {claim.id for claim in left.claims}
        assert left.weakest_link == (homes.weakest_link if stays else None)
        links.append(left.weakest_link)
    assert homes.weakest_link in links
    assert None in links
    # Two of three answers that are decided to be to one question leave the third as it was.
    one, other, _ = homes.claims
    given = corrections(decided(Ruling.SAME, one, other))
    assert group_of(reconcile(stand, corrections=given), one).confidence is Confidence.LIKELY


def test_different_takes_a_question_off_the_list(before: Report) -> None:
    (possible,) = before.possible
    report = after(decided(Ruling.DIFFERENT, possible.claims[0], possible.claims[1]))
    assert not report.possible


def test_different_takes_one_answer_out_of_what_is_asked() -> None:
    """Three papers count people; one of the counts is decided to be of something else."""
    texts = (
        "Police counted 200 people at the border.",
        "The union spoke of 350 people.",
        "Some 500 people blocked the road, a witness said.",
    )
    articles = [Article(id=f"{at}", text=text, published=DAY) for at, text in enumerate(texts)]
    (asked,) = reconcile(articles).possible
    assert len(asked.claims) == 3
    first, second, third = asked.claims
    (left,) = reconcile(
        articles, corrections=corrections(decided(Ruling.DIFFERENT, first, third))
    ).possible
    assert [claim.name for claim in left.claims] == [first.name, second.name]
    assert (left.fits, left.open) == (asked.fits, asked.open)
    (others,) = reconcile(
        articles, corrections=corrections(decided(Ruling.DIFFERENT, first, second))
    ).possible
    assert [claim.name for claim in others.claims] == [first.name, third.name]
    assert others.fits == ("each was asked about beside an answer that was decided since",)
    assert not others.open
    pairs = ((first, second), (first, third), (second, third))
    every = corrections(*(decided(Ruling.DIFFERENT, *pair) for pair in pairs))
    assert not reconcile(articles, corrections=every).possible


def test_not_a_claim_leaves_it_out_and_says_so(before: Report) -> None:
    counties = claim_of(before, "Hill Herald", "three counties")
    report = after(decided(Ruling.NOT_A_CLAIM, counties))
    assert counties.name not in {claim.name for claim in report.claims}
    assert len(report.claims) == len(before.claims) - 1
    assert report.notes == (
        (
            "corrections: left out as no claim: “three counties” (Hill Herald); decided by "
            "R. Calloway on 19 February 2024"
        ),
    )


@pytest.mark.parametrize(
    ("figure", "low", "approximate"), [("300", 300, False), ("about 310", 310, True)]
)
def test_misread_gives_the_right_figure(
    before: Report, figure: str, low: int, approximate: bool
) -> None:
    many = claim_of(before, "Hill Herald", "450 homes")
    report = after(decided(Ruling.MISREAD, many, figure=figure))
    claim = claim_of(report, "Hill Herald", "450 homes")
    assert claim.quantity is not None
    assert many.quantity is not None
    assert (claim.quantity.low, claim.quantity.approximate) == (Decimal(low), approximate)
    assert claim.quantity.unit == many.quantity.unit
    assert claim.name == many.name
    group = group_of(report, many)
    assert group.verdict is not Verdict.CONFLICT
    assert f"Editor’s decision: “450 homes” read as {figure}; {AUTHOR}" in group.explanation


def test_misread_may_give_another_unit(before: Report) -> None:
    many = claim_of(before, "Hill Herald", "450 homes")
    report = after(decided(Ruling.MISREAD, many, figure="£450"))
    claim = claim_of(report, "Hill Herald", "450 homes")
    assert claim.quantity is not None
    assert claim.quantity.unit == "GBP"


def test_misread_gives_the_right_day(before: Report) -> None:
    sunday = claim_of(before, "Hill Herald", "Sunday 55 people died")
    day = date(2024, 2, 17)
    report = after(decided(Ruling.MISREAD, sunday, day=day))
    claim = claim_of(report, "Hill Herald", "Sunday 55 people died")
    assert claim.when is not None
    assert (claim.when.start, claim.when.end) == (day, day)


def test_the_day_of_a_figure_is_that_of_its_count(before: Report) -> None:
    toll = claim_of(before, "Hill Herald", "55 people")
    report = after(decided(Ruling.MISREAD, toll, day=date(2024, 2, 20), last_day=date(2024, 2, 21)))
    claim = claim_of(report, "Hill Herald", "55 people")
    assert claim.as_of is not None
    assert (claim.as_of.start, claim.as_of.end) == (date(2024, 2, 20), date(2024, 2, 21))
    assert group_of(report, claim).verdict is Verdict.UPDATE
    assert "as of Tuesday 20 February 2024" in group_of(report, claim).explanation


def test_a_day_has_no_figure_to_be_misread(before: Report) -> None:
    sunday = claim_of(before, "Hill Herald", "Sunday 55 people died")
    report = after(decided(Ruling.MISREAD, sunday, figure="3"))
    assert report.notes[0].startswith(f"corrections: {sunday.name} gives no figure")


def test_misread_holds_where_another_outlet_prints_the_sentence(before: Report) -> None:
    many = claim_of(before, "Hill Herald", "450 homes")
    decision = decided(Ruling.MISREAD, many, figure="300")
    reprint = newsstand()[1].model_copy(update={"id": "r", "publisher": "Coast Post"})
    report = reconcile([*newsstand(), reprint], corrections=corrections(decision))
    assert group_of(report, many).verdict is not Verdict.CONFLICT
    claim = claim_of(report, "Coast Post", "450 homes")
    assert claim.quantity is not None
    assert claim.quantity.low == 300


def test_not_a_claim_holds_for_reprints_but_for_one_that_is_spoken_of(before: Report) -> None:
    counties = claim_of(before, "Hill Herald", "three counties")
    reprint = newsstand()[1].model_copy(update={"id": "r", "publisher": "Coast Post"})
    there = counties.name.replace("hill-herald", "coast-post")
    none = decided(Ruling.NOT_A_CLAIM, counties)
    apart = decided(Ruling.DIFFERENT, there, claim_of(before, "Valley Gazette", "14 people"))
    for decisions, left in (((none,), set()), ((none, apart), {there})):
        report = reconcile([*newsstand(), reprint], corrections=corrections(*decisions))
        assert {counties.name, there} & {claim.name for claim in report.claims} == left


def test_earlier_makes_an_update_in_its_order(before: Report) -> None:
    first = claim_of(before, "Hill Herald", "48 people")
    then = claim_of(before, "Valley Gazette", "31 people")
    assert group_of(before, first).verdict is Verdict.CONFLICT
    group = group_of(after(decided(Ruling.EARLIER, first, then)), first)
    assert group.verdict is Verdict.UPDATE
    assert [pair.relation for pair in group.pairs] == [Relation.DECIDED]
    assert [position.answer for position in in_time(group.positions, group)] == ["48", "31"]
    assert f"earlier states first: 48 → 31; {AUTHOR}" in group.explanation


def test_earlier_joins_and_holds_for_those_who_give_the_same_figures(before: Report) -> None:
    few = claim_of(before, "Valley Gazette", "14 people")
    many = claim_of(before, "Hill Herald", "55 people")
    group = group_of(after(decided(Ruling.EARLIER, few, many)), few)
    assert {claim.name.partition(":")[0] for claim in group.claims} == {
        "valley-gazette", "hill-herald", "island-post"
    }  # fmt: skip
    assert group.verdict is Verdict.UPDATE


def test_a_later_return_to_the_earlier_figure_still_contradicts(before: Report) -> None:
    few = claim_of(before, "Valley Gazette", "14 people")
    many = claim_of(before, "Hill Herald", "55 people")
    late = Article(
        id="late",
        text="The fire in Ardmore killed 14 people on Sunday 18 February, the coroner found.",
        publisher="Coast Post",
        published=date(2024, 2, 22),
    )
    given = corrections(decided(Ruling.EARLIER, few, many))
    report = reconcile([*newsstand(), late], corrections=given)
    assert together(report, [few, claim_of(report, "Coast Post", "14 people")])
    assert group_of(report, few).verdict is Verdict.CONFLICT


def test_the_page_shows_decisions_and_names(before: Report) -> None:
    few = claim_of(before, "Valley Gazette", "14 people")
    many = claim_of(before, "Hill Herald", "55 people")
    report = after(decided(Ruling.DIFFERENT, few, many))
    page = page_of(report)
    card = page.cards[group_of(report, many).claims[0].id]
    assert any("Editor’s decision" in reason for reason in card.reasons)
    data = json.loads(folded(report, page))
    numbers = [int(float(each)) for each in claims_of(card.claims, page.anchors).split()]
    rows = [data["claims"][number - 1] for number in numbers]
    assert [f"{data['outlets'][row[0] - 1]}:{row[6]}" for row in rows] == [many.name]


def test_a_report_with_decisions_survives_json(before: Report) -> None:
    few = claim_of(before, "Valley Gazette", "14 people")
    many = claim_of(before, "Hill Herald", "55 people")
    report = after(decided(Ruling.EARLIER, few, many))
    assert Report.model_validate_json(report.model_dump_json()) == report


def test_adding_articles_tells_of_corrections_anew(before: Report) -> None:
    few = claim_of(before, "Valley Gazette", "14 people")
    many = claim_of(before, "Hill Herald", "55 people")
    given = corrections(decided(Ruling.DIFFERENT, few, many))
    first, *rest = newsstand()
    lacking = reconcile([first], corrections=given)
    assert "names no claim of these articles" in lacking.notes[0]
    whole = reconcile(newsstand(), corrections=given)
    assert lacking.update(rest, corrections=given) == whole
    assert not whole.notes
