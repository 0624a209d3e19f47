"""What a desk editor reads on a terminal, and what an article cannot do to that terminal."""

from __future__ import annotations

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from factcheck.decisions import Decision, Ruling
from factcheck.models import Claim, Period, Span
from factcheck.report import print_claims, print_report
from factcheck.report.printable import printable
from factcheck.results import Confidence, Link, Possible, Report, Verdict


def lines_of(report: Report, width: int = 80) -> list[str]:
    console = Console(file=io.StringIO(), width=width, highlight=False)
    print_report(report, console)
    assert isinstance(console.file, io.StringIO)
    lines = console.file.getvalue().splitlines()
    assert [line for line in lines if line != line.rstrip()] == []
    return lines


def test_the_report_is_conflicts_in_full_and_the_rest_a_line_each(report: Report) -> None:
    assert lines_of(report) == [
        "2 articles, 6 claims; 1 conflict, 1 update, 1 agreement.",
        "",
        "Conflict 1: homes flooded " + "─" * 54,
        "  answer         reported by                                      as of  origins",
        "  nearly 300     Valley Gazette                             17 Feb 2024        1",
        "  more than 450  Hill Herald, quoting Mayor Ines Roth       18 Feb 2024        1",
        "",
        "  Valley Gazette: “Nearly 300 homes were flooded.”",
        "    in “River at four metres”, paragraph 1",
        "  Hill Herald: “More than 450 homes were flooded, Mayor Ines Roth said.”",
        "    paragraph 1",
        "  Why: nothing lies in both.",
        "  Same question: sure.",
        "  Whom to ask: Mayor Ines Roth (more than 450, in Hill Herald).",
        "",
        "Updates " + "─" * 72,
        "question and answers                                                       as of",
        "people killed",
        "  2: Valley Gazette                                                  17 Feb 2024",
        "  “Two people died”",
        "  → 5: Hill Herald                                                   18 Feb 2024",
        "  “The toll has since risen to five people”",
        "",
        "Agreements " + "─" * 69,
        "question and answers                                            outlets  origins",
        "day the river broke its banks",
        "  16 February 2024                                                    2        2",
        "",
        "Articles " + "─" * 71,
        "outlet          title                                                  published",
        "Valley Gazette  River at four metres                                 17 Feb 2024",
        "                with material of Reuters",
        "Hill Herald     no title                                             18 Feb 2024",
        "",
        "What the words mean: factcheck words",
        "",
        "Note: The Gazette gives no country.",
    ]


def test_what_is_told_as_change_is_set_apart_from_what_contradicts(change: Report) -> None:
    lines = lines_of(change)
    assert lines[3 : lines.index("Articles " + "─" * 71) - 1] == [
        "  answer  reported by                                             as of  origins",
        "  300     Valley Gazette (later)                            17 Feb 2024        1",
        "  900     Valley Gazette (at first)                         17 Feb 2024        1",
        "  500     Hill Herald (at first)                            18 Feb 2024        1",
        "",
        "  Valley Gazette: “At first 900 people marched.”",
        "    in “River at four metres”, paragraph 1",
        "  Hill Herald: “The march began with 500 people.”",
        "    paragraph 1",
        "  Why: nothing lies in both.",
        "  Contradict each other: 900 and 500.",
        "  Reported as a change: 900 → 300 (Valley Gazette).",
        "  Same question: sure.",
        "  Other quotes:",
        "    Valley Gazette: “Later it was 300.”",
        "      in “River at four metres”, paragraph 1",
    ]


def test_a_sentence_that_gives_two_answers_is_quoted_once(change: Report) -> None:
    (conflict, *rest), text = change.groups, "At first 900 people marched. Later it was 300."
    whole = {
        claim.id: claim.model_copy(update={"sentence": Span(start=0, end=len(text))})
        for claim in conflict.claims
        if claim.article_id == conflict.claims[0].article_id
    }
    claims = tuple(whole.get(claim.id, claim) for claim in conflict.claims)
    groups = (conflict.model_copy(update={"claims": claims}), *rest)
    lines = lines_of(change.model_copy(update={"groups": groups}))
    assert sum("At first 900 people" in line for line in lines) == 1
    assert "  Other quotes:" not in lines


def test_a_conflict_says_how_sure_its_question_is(report: Report) -> None:
    conflict = report.groups[0]
    tie = Link(
        left=conflict.claims[0].id, right=conflict.claims[1].id, weight=2, reasons=("both flood",)
    )
    doubtful = conflict.model_copy(update={"confidence": Confidence.LIKELY, "weakest_link": tie})
    lines = lines_of(report.model_copy(update={"groups": (doubtful,)}))
    assert "  Same question: likely (both flood)." in lines


def test_what_is_possibly_the_same_is_asked_before_what_agrees(report: Report) -> None:
    few, day, _, many, other_day, _ = report.claims
    possible = (
        Possible(
            question="number of homes",
            kind="count",
            claims=(few, many),
            fits=("both count home", "both flood"),
            open=("different days",),
        ),
        Possible(
            question="day: the river broke its banks",
            kind="event_date",
            claims=(day, later_day(other_day)),
            fits=("both flood",),
        ),
        Possible(question="homes", kind="count", claims=(few, many)),
    )
    lines = lines_of(report.model_copy(update={"possible": possible}))
    assert lines[0] == (
        "2 articles, 6 claims; 1 conflict, 1 update, 1 agreement, 2 questions to ask."
    )
    start = lines.index("Possibly the same " + "─" * 62)
    assert lines[start - 1] == ""
    assert lines[start + 1 : start + 14] == [
        "1. nearly 300 (Valley Gazette) or more than 450 (Hill Herald): the same count?",
        "   number of homes",
        "   Valley Gazette: “Nearly 300 homes were flooded”",
        "   Hill Herald: “More than 450 homes were flooded, Mayor Ines Roth said”",
        "   Fits: both count home; both flood. Open: different days.",
        "2. Friday 16 February 2024 (Valley Gazette) or Saturday 17 February 2024 (Hill",
        "   Herald): the day of one event?",
        "   day: the river broke its banks",
        "   Valley Gazette: “The river broke its banks on Friday”",
        "   Hill Herald: “The river broke its banks on Friday”",
        "   Fits: both flood.",
        "   --json lists 1 more, less likely",
        "",
    ]
    assert start < lines.index("Updates " + "─" * 72) < lines.index("Agreements " + "─" * 69)


def later_day(claim: Claim) -> Claim:
    """The claim with another day; of another place, since its own is part of an agreement."""
    saturday = Period(start=date(2024, 2, 17), end=date(2024, 2, 17))
    span = Span(start=claim.span.start, end=claim.span.end + 1)
    return claim.model_copy(update={"when": saturday, "span": span})


def test_no_more_than_ten_questions_are_asked(report: Report) -> None:
    claims = report.claims[0], report.claims[3]
    one = Possible(question="homes", kind="count", claims=claims, fits=("both count home",))
    lines = lines_of(report.model_copy(update={"possible": (one,) * 12}))
    asked = [line for line in lines if line.endswith("the same count?")]
    assert len(asked) == 10
    assert "    --json lists 2 more, less likely" in lines
    assert "12 questions to ask" in " ".join(lines[:2])


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(report: Report, width: int) -> None:
    asked = Possible(
        question="number of homes under water in the lower town",
        kind="count",
        claims=(report.claims[0], report.claims[3]),
        fits=("both count home",),
        open=("one is told of an earlier time",),
    )
    report = report.model_copy(update={"possible": (asked,)})
    assert max(map(len, lines_of(report, width))) <= width


def test_claims_are_listed_by_article(report: Report) -> None:
    console = Console(file=io.StringIO(), width=80, highlight=False)
    print_claims(report.articles, report.claims, console)
    assert isinstance(console.file, io.StringIO)
    lines = console.file.getvalue().splitlines()
    assert lines[:4] == [
        "Valley Gazette: 3 claims " + "─" * 55,
        "count       nearly 300               Nearly 300 homes",
        "event_date  Friday 16 February 2024  on Friday",
        "deaths      2                        Two people",
    ]
    assert "count       more than 450            More than 450 homes" in lines


def test_an_article_cannot_steer_the_terminal(report: Report) -> None:
    evil = "\x1b]0;owned\x07\x1b[2J[bold red]\x9b31m\u202e\u061c\u200f\u200e\u2068"
    groups = tuple(
        group.model_copy(
            update={
                "label": evil + group.label,
                "pairs": tuple(pair.model_copy(update={"reason": evil}) for pair in group.pairs),
                "positions": tuple(
                    each.model_copy(
                        update={"answer": evil, "publishers": (evil,), "speakers": (evil,)}
                    )
                    for each in group.positions
                ),
            }
        )
        for group in report.groups
    )
    articles = tuple(
        article.model_copy(update={"publisher": evil, "text": article.text.replace(" ", "\x1b")})
        for article in report.articles
    )
    asked = Possible(
        question=evil, kind="count", claims=report.claims[::3], fits=(evil,), open=(evil,)
    )
    steered = {
        "articles": articles, "groups": groups, "possible": (asked,), "notes": (evil,),
    }  # fmt: skip
    shown = "\n".join(lines_of(report.model_copy(update=steered)))
    assert not set(shown) & set("\x1b\x07\x9b\u202e\u061c\u200f\u200e\u2068")
    assert "[bold red]" in shown  # words, not markup


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_printable_text_is_one_line_that_any_stream_can_take(text: str) -> None:
    shown = printable(text)
    shown.encode()
    assert all(character.isprintable() or not character.isascii() for character in shown)
    assert len(shown.splitlines()) <= 1
    assert printable(shown) == shown


def test_a_report_without_groups_says_so() -> None:
    assert lines_of(Report(articles=(), claims=(), groups=())) == [
        "0 articles, 0 claims; nothing to compare."
    ]


def test_questions_that_one_article_answers_are_only_counted(report: Report) -> None:
    alone = report.groups[0].model_copy(update={"verdict": Verdict.SINGLE})
    assert lines_of(report.model_copy(update={"groups": (alone,), "notes": ()}))[:4] == [
        "2 articles, 6 claims; nothing to compare.",
        "1 question answered by one article only.",
        "",
        "Articles " + "─" * 71,
    ]


def test_a_conflict_inside_one_article_is_counted_apart_and_says_whose_it_is(
    report: Report,
) -> None:
    slip = report.groups[0].model_copy(
        update={"inside_one_story": True, "claims": report.groups[0].claims[:1]}
    )
    lines = lines_of(report.model_copy(update={"groups": (report.groups[0], slip), "notes": ()}))
    assert lines[0] == "2 articles, 6 claims; 1 conflict, 1 more inside one article."
    assert any(
        line.startswith("Conflict 2, inside Valley Gazette: homes flooded") for line in lines
    )


def test_a_sentence_that_gives_both_figures_is_quoted_once(report: Report) -> None:
    group = report.groups[0]
    first, third = group.claims[0], group.claims[-1]
    words = Span(start=first.sentence.start, end=first.sentence.start + 3)
    article = next(a for a in report.articles if a.id == first.article_id)
    second = first.model_copy(update={"span": words, "quote": words.of(article.text)})
    inside = group.model_copy(
        update={
            "claims": (first, second, third),
            "deciding": (first.id, second.id),
            "inside_one_story": True,
        }
    )
    lines = lines_of(report.model_copy(update={"groups": (inside,)}), width=200)
    sentence = first.sentence.of(article.text)
    assert sum(sentence in line for line in lines) == 1
    # A paper that only agrees with one of the two is not the one that contradicts itself.
    assert first.article_id != third.article_id
    assert any(line.startswith(f"Conflict 1, inside {article.publisher}: ") for line in lines)


def test_a_tension_is_told_with_each_quote_and_with_what_was_decided(report: Report) -> None:
    group = report.groups[0].model_copy(
        update={
            "verdict": Verdict.TENSION,
            "decisions": (
                Decision(
                    ruling=Ruling.SAME,
                    claims=(report.claims[0].name or "a:1-x:0", "b:2-y:0"),
                    by="R. Ode",
                    on=date(2024, 3, 1),
                    note="seen",
                ),
            ),
        }
    )
    lines = lines_of(report.model_copy(update={"groups": (group,)}))
    assert lines[:10] == [
        "2 articles, 6 claims; 1 tension.",
        "",
        "Tensions " + "─" * 71,
        "question and answers                                                       as of",
        "homes flooded",
        "  nearly 300: Valley Gazette                                         17 Feb 2024",
        "  “Nearly 300 homes were flooded”",
        "  more than 450: Hill Herald, quoting Mayor Ines Roth                18 Feb 2024",
        "  “More than 450 homes were flooded, Mayor Ines Roth said”",
        "  Editor’s decision: these answer one question (seen); R. Ode, 1",
    ]
    assert lines[10:12] == ["  March 2024.", ""]


def test_of_an_agreement_what_makes_it_weaker_stands_below_its_answer(report: Report) -> None:
    days = report.groups[2]
    one = days.origins[0].model_copy(
        update={"articles": ("gazette", "herald"), "credits": ("Reuters",), "evidence": "copied"}
    )
    shared = days.model_copy(update={"origins": (one,), "verdict": Verdict.COMPATIBLE})
    lines = lines_of(report.model_copy(update={"groups": (shared,)}), width=100)
    assert lines[2:7] == [
        "Agreements " + "─" * 89,
        "question and answers" + " " * 64 + "outlets  origins",
        "day the river broke its banks",
        "  16 February 2024" + " " * 72 + "2        1",
        "  one text in Valley Gazette and Hill Herald, from Reuters (copied)",
    ]


def test_a_possible_agreement_is_told_by_the_words_of_each_article(report: Report) -> None:
    days = report.groups[2].model_copy(update={"confidence": Confidence.POSSIBLE})
    lines = lines_of(report.model_copy(update={"groups": (days,)}))
    assert lines[:10] == [
        "2 articles, 6 claims; 1 possible agreement.",
        "",
        "Possible agreements " + "─" * 60,
        "day: 16 February 2024, perhaps of different things",
        "  Valley Gazette: “The river broke its banks on Friday.”",
        "    in “River at four metres”, paragraph 1",
        "  Hill Herald: “The river broke its banks on Friday.”",
        "    paragraph 1",
        "",
        "Articles " + "─" * 71,
    ]


@pytest.mark.parametrize(
    ("verdict", "confidence", "unsure"),
    [
        (Verdict.AGREE, Confidence.POSSIBLE, True),
        (Verdict.COMPATIBLE, Confidence.POSSIBLE, True),
        (Verdict.AGREE, Confidence.LIKELY, False),
        (Verdict.TENSION, Confidence.POSSIBLE, False),
        (Verdict.SINGLE, Confidence.POSSIBLE, False),
    ],
)
def test_only_what_agrees_can_be_a_possible_agreement(
    report: Report, verdict: Verdict, confidence: Confidence, unsure: bool
) -> None:
    update = {"verdict": verdict, "confidence": confidence}
    assert report.groups[2].model_copy(update=update).unsure is unsure


def test_each_article_is_listed_with_its_days(report: Report) -> None:
    gazette, herald = report.articles
    again = gazette.model_copy(update={"revised": date(2024, 2, 19)})
    unmoved = herald.model_copy(update={"revised": herald.published})
    undated = herald.model_copy(
        update={"id": "c", "publisher": None, "published": None, "title": "A\n  flood"}
    )
    lines = lines_of(
        Report(articles=(again, unmoved, undated), claims=(), groups=(), notes=("One.", "Two."))
    )
    assert lines == [
        "3 articles, 0 claims; nothing to compare.",
        "",
        "Articles " + "─" * 71,
        "outlet          title                                                  published",
        "Valley Gazette  River at four metres                                 17 Feb 2024",
        "                with material of Reuters",
        "                revised 19 Feb 2024",
        "Hill Herald     no title                                             18 Feb 2024",
        "c               A flood                                                   no day",
        "",
        "What the words mean: factcheck words",
        "",
        "Note: One.",
        "",
        "Note: Two.",
    ]


def test_names_are_shown_of_conflicts_and_of_questions_where_they_are_asked_for(
    report: Report,
) -> None:
    few, many = (
        claim.model_copy(update={"name": f"{name}:0"})
        for claim, name in zip(report.groups[0].claims, ("a:300-x", "b:450-y"), strict=True)
    )
    group = report.groups[0].model_copy(update={"claims": (few, many)})
    asked = Possible(question="homes", kind="count", claims=(few, many), fits=("both count home",))
    shown = report.model_copy(update={"groups": (group,), "possible": (asked,)})
    console = Console(file=io.StringIO(), width=80, highlight=False)
    print_report(shown, console, names=True)
    assert isinstance(console.file, io.StringIO)
    lines = console.file.getvalue().splitlines()
    named = [
        "  a:300-x:0",
        "    nearly 300: “Nearly 300 homes”",
        "  b:450-y:0",
        "    more than 450: “More than 450 homes”",
    ]
    at = lines.index(named[0])
    assert lines[at : at + 4] == named
    again = lines.index("   " + named[0], at + 4)
    assert lines[again : again + 4] == ["   " + line for line in named]
    assert not any("a:300-x:0" in line for line in lines_of(shown))
