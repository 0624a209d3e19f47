"""A report that is updated again and again is the one that reconciling all at once would give."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from factcheck import Article, InputError, Report, reconcile
from factcheck.report import report_json
from factcheck.testing import articles, generate_bundle

SEEDS = st.integers(min_value=0, max_value=40)


class Updating(RuleBasedStateMachine):
    """A desk that gets articles one batch at a time, and compares with the whole pile."""

    def __init__(self) -> None:
        super().__init__()
        self.pile: list[Article] = []
        self.report: Report = reconcile([])

    @initialize(seed=SEEDS)
    def opens(self, seed: int) -> None:
        self._take(generate_bundle(seed).articles[:2])

    @rule(seed=SEEDS, number=st.integers(min_value=1, max_value=3))
    def news_comes_in(self, seed: int, number: int) -> None:
        self._take(generate_bundle(seed).articles[:number])

    @rule(article=articles())
    def any_article_comes_in(self, article: Article) -> None:
        self._take([article])

    @rule()
    def nothing_comes_in(self) -> None:
        before = self.report
        self._take([])
        assert self.report == before

    @precondition(lambda self: self.pile)
    @rule(data=st.data())
    def a_known_article_comes_in_again(self, data: st.DataObject) -> None:
        known = data.draw(st.sampled_from(self.pile))
        before = self.report
        with pytest.raises(InputError, match="second article has the id"):
            self.report.update([known])
        assert self.report == before

    @precondition(lambda self: self.pile)
    @rule(data=st.data())
    def a_copy_comes_in(self, data: st.DataObject) -> None:
        self._take([data.draw(st.sampled_from(self.pile))])

    @rule()
    def the_report_is_put_away_and_read_back(self) -> None:
        self.report = Report.model_validate_json(report_json(self.report))

    def _take(self, coming: list[Article] | tuple[Article, ...]) -> None:
        fresh = [
            article.model_copy(update={"id": f"{len(self.pile) + at:02}"})
            for at, article in enumerate(coming)
        ]
        self.pile += fresh
        self.report = self.report.update(fresh)

    @invariant()
    def is_the_report_on_the_pile(self) -> None:
        whole = reconcile(self.pile)
        assert self.report.groups == whole.groups
        assert self.report.claims == whole.claims
        assert set(self.report.notes) == set(whole.notes)


TestUpdating = Updating.TestCase
TestUpdating.settings = settings(max_examples=8, stateful_step_count=6, deadline=None)


def test_an_update_tells_a_note_once() -> None:
    german = Article(id="a", text="The city council passed a budget.", language="de")
    report = reconcile([german])
    assert len(report.notes) == 1
    assert report.update([]) == report
