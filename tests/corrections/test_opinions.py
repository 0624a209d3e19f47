"""A second opinion: asked where the rules may be wrong, and recorded as a decision."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck import Article, InputError, Opinion, OpinionQuestion, Ruling, Verdict, reconcile
from factcheck.corrections import Answer, load_corrections, record
from factcheck.results import Confidence

from .newsstand import DAY, claim_of, corrections, decided, group_of, newsstand, together


class Oracle:
    """Answers what it was made to, and keeps what it was asked."""

    def __init__(self, answer: Answer = Answer.UNSURE) -> None:
        self.answer = answer
        self.seen: list[OpinionQuestion] = []

    def __call__(self, question: OpinionQuestion) -> Opinion:
        self.seen.append(question)
        return Opinion(answer=self.answer, reason="as ever")


def test_it_is_asked_about_conflicts_and_what_is_possible_only() -> None:
    before, oracle = reconcile(newsstand()), Oracle()
    reconcile(newsstand(), second_opinion=oracle)
    assert [one.about for one in oracle.seen] == ["conflict"] * 3 + ["possible"]
    assert len(oracle.seen) == len(before.conflicts) + len(before.possible)


def test_it_sees_both_sentences_with_their_context_outlet_and_day() -> None:
    oracle = Oracle()
    reconcile(newsstand(), second_opinion=oracle)
    sides = {side.outlet: side for side in (oracle.seen[0].left, oracle.seen[0].right)}
    side = sides["Hill Herald"]
    assert side.quote == "55 people"
    assert side.sentence == "On Sunday 55 people died in a fire in Ardmore, the governor said."
    assert side.context == newsstand()[1].text
    assert side.published == DAY


def test_different_divides_and_is_told_as_a_second_opinion() -> None:
    report = reconcile(newsstand(), second_opinion=Oracle(Answer.DIFFERENT))
    few = claim_of(report, "Valley Gazette", "14 people")
    many = claim_of(report, "Hill Herald", "55 people")
    assert not together(report, [few, many])
    assert not report.conflicts
    (left,) = report.possible  # it was asked about 900 and 300, not about 900 and 450
    assert [claim.quote for claim in left.claims] == ["900 homes", "450 homes"]
    assert "Second opinion: this is not the question of" in group_of(report, many).explanation
    assert {(d.by, d.on, d.program) for d in report.decisions} == {("Oracle", date.today(), True)}


def test_same_is_likely_and_never_sure() -> None:
    report = reconcile(newsstand(), second_opinion=Oracle(Answer.SAME))
    homes = claim_of(report, "Valley Gazette", "300 homes")
    group = group_of(report, homes)
    assert together(report, [homes, claim_of(report, "Island Post", "900 homes")])
    assert group.confidence is Confidence.LIKELY
    assert group.verdict is Verdict.CONFLICT


def test_unsure_changes_nothing_and_is_noted() -> None:
    before, report = reconcile(newsstand()), reconcile(newsstand(), second_opinion=Oracle())
    assert report.groups == before.groups
    assert not report.decisions
    assert len(report.notes) == 4
    assert all("Oracle is unsure whether" in note for note in report.notes)


def test_it_is_asked_so_many_times_at_most() -> None:
    oracle = Oracle()
    reconcile(newsstand(), second_opinion=oracle, ask_at_most=2)
    assert len(oracle.seen) == 2
    with pytest.raises(InputError, match="ask_at_most is -1: give a number"):
        reconcile([], second_opinion=oracle, ask_at_most=-1)


def test_what_it_raises_costs_that_question_only() -> None:
    def flaky(question: OpinionQuestion) -> Opinion:
        if question.about == "conflict":
            raise TimeoutError("no answer")
        return Opinion(answer=Answer.DIFFERENT)

    report = reconcile(newsstand(), second_opinion=flaky)
    assert len(report.conflicts) == 3
    assert not report.possible
    assert [note.rpartition(": TimeoutError")[2] for note in report.notes] == [": no answer"] * 3


def test_an_answer_of_another_type_is_noted() -> None:
    report = reconcile(newsstand(), second_opinion=lambda _: "same")  # type: ignore[arg-type,return-value]
    assert "gave a str on" in report.notes[0]
    assert not report.decisions


def test_an_editor_is_not_asked_again_nor_overruled() -> None:
    before, oracle = reconcile(newsstand()), Oracle(Answer.DIFFERENT)
    few = claim_of(before, "Valley Gazette", "14 people")
    many = claim_of(before, "Hill Herald", "55 people")
    given = corrections(decided(Ruling.SAME, few, many))
    report = reconcile(newsstand(), corrections=given, second_opinion=oracle)
    assert together(report, [few, many])
    assert len(oracle.seen) == 3


def test_its_answers_can_be_kept(tmp_path: Path) -> None:
    report = reconcile(newsstand(), second_opinion=Oracle(Answer.DIFFERENT))
    path = record(report.decisions, tmp_path / "opinions.toml")
    again, oracle = load_corrections(path), Oracle()
    kept = reconcile(newsstand(), corrections=again, second_opinion=oracle)
    assert [(one.left.quote, one.right.quote) for one in oracle.seen] == [
        ("900 homes", "450 homes")  # what is left to ask
    ]
    assert kept.groups == report.groups


def test_a_sum_that_fails_is_no_question() -> None:
    oracle = Oracle()
    sums = Article(id="sums", text="A total of 13 people died: 7 men and 5 women.")
    report = reconcile([sums], second_opinion=oracle)
    assert report.conflicts
    assert not oracle.seen
