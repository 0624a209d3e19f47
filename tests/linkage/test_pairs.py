"""The labelled pairs: the file is sound, the bench counts rightly, nothing is lost unnoticed."""

from __future__ import annotations

import warnings
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from factcheck import Article, Claim, Span
from tests.linkage import bench

WELL_FORMED = """
[[pair]]
id = "{id}"
topic = "ships"
relation = "rounding"
left = {{ day = 2021-03-04, text = "{left}" }}
right = {{ text = "The barge had [about 40] sheep aboard." }}
expect = {expect}
reason = "39 is about 40"
"""


def entry(
    id: str = "sheep-aboard",
    left: str = "The barge carried [39] sheep and 12 goats.",
    expect: str = '"compatible"',
) -> str:
    """One pair as it stands in the file."""
    return WELL_FORMED.format(id=id, left=left, expect=expect)


def load(tmp_path: Path, text: str) -> tuple[bench.Pair, ...]:
    path = tmp_path / "pairs.toml"
    path.write_text(text, encoding="utf-8")
    return bench.load_pairs(path)


def labelled(name: str, *verdicts: str) -> bench.Pair:
    """A pair of which only the id and the right verdicts matter."""
    side = bench.Excerpt(Article(id="left", text="40 sheep"), Span(start=0, end=2))
    return bench.Pair(name, "ships", "rounding", side, side, frozenset(verdicts), "because")


@pytest.mark.filterwarnings("default::tests.linkage.bench.Gained")
def test_no_pair_is_lost_since_the_reference() -> None:
    """A gain is told in the summary of warnings, and fails nothing."""
    pairs = bench.load_pairs()
    outcomes = {pair.id: bench.outcome(pair) for pair in pairs}
    lost, gained = bench.differences(pairs, outcomes, bench.load_reference())
    if gained:
        told = "\n".join([*gained, f"Keep it with: {bench.REFRESH}"])
        warnings.warn(told, bench.Gained, stacklevel=1)
    if lost:
        pytest.fail(
            "\n".join([*lost, f"If this is meant, accept it with: {bench.REFRESH}"]), pytrace=False
        )


def test_the_pairs_cover_what_they_should() -> None:
    pairs = bench.load_pairs()
    assert len(pairs) >= 330
    assert 0.5 <= sum(pair.same for pair in pairs) / len(pairs) <= 0.6
    verdicts = Counter(verdict for pair in pairs for verdict in pair.verdicts)
    assert set(verdicts) == bench.VERDICTS
    # A topic or relation of one or two pairs is a slip of the pen.
    for names in (
        Counter(pair.topic for pair in pairs),
        Counter(pair.relation for pair in pairs),
    ):
        assert [name for name, count in names.items() if count < 3] == []
    migration = sum(pair.topic == "migration" for pair in pairs)
    assert migration < len(pairs) / 10


def test_no_text_stands_for_two_different_pairs() -> None:
    pairs = bench.load_pairs()
    seen = Counter(
        (side.article.text, side.figure.start, other.article.text, other.figure.start)
        for pair in pairs
        for side, other in ((pair.left, pair.right), (pair.right, pair.left))
    )
    assert [key for key, count in seen.items() if count > 1] == []


def test_the_mark_is_taken_out_and_the_figure_kept(tmp_path: Path) -> None:
    (pair,) = load(tmp_path, entry())
    assert pair.left.article.text == "The barge carried 39 sheep and 12 goats."
    assert pair.left.figure.of(pair.left.article.text) == "39"
    assert pair.right.figure.of(pair.right.article.text) == "about 40"
    assert pair.right.article.published is None


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (entry(left="The barge carried 39 sheep."), "not 0"),
        (entry(left="The barge carried [39] sheep and [12] goats."), "not 2"),
        (entry(expect='"same"'), "expect"),
        (entry(expect='["compatible", "apart"]'), "expect"),
        (entry(expect="[]"), "expect"),
        (entry(id="Sheep aboard"), "id"),
        (entry() + entry(), "another pair of this id"),
        (entry().replace("reason", "why"), "reason"),
    ],
)
def test_a_malformed_pair_is_refused_by_name(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=f"pair [12] .*{complaint}"):
        load(tmp_path, text)


def test_figures_to_be_kept_apart_need_not_be_read() -> None:
    assert labelled("a").accepts(bench.APART)
    assert labelled("a").accepts(bench.UNREAD)
    assert not labelled("a").accepts("agree")
    assert labelled("a", "agree", "update").accepts("update")
    assert not labelled("a", "agree").accepts(bench.UNREAD)


def test_the_claim_that_fits_the_figure_best_stands_for_it() -> None:
    text = "The bomb killed 19 people on the bridge on Saturday."
    excerpt = bench.Excerpt(Article(id="left", text=text), Span(start=16, end=25))
    assert excerpt.figure.of(text) == "19 people"

    def claim(start: int, end: int, article: str = "left") -> Claim:
        span = Span(start=start, end=end)
        whole = Span(start=0, end=len(text))
        return Claim(
            kind="count",
            article_id=article,
            span=span,
            quote=span.of(text),
            sentence=whole,
            rule="by hand",
        )

    dated, counted = claim(9, 51), claim(16, 18)
    elsewhere, other_text = claim(40, 51), claim(16, 25, article="right")
    found = bench.claims_for(excerpt, [dated, counted, elsewhere, other_text])
    assert found == {counted.id}
    assert bench.claims_for(excerpt, [dated, counted, claim(16, 25)]) == {claim(16, 25).id}
    assert bench.claims_for(excerpt, [dated, elsewhere]) == {dated.id}
    assert bench.claims_for(excerpt, [elsewhere, other_text]) == frozenset()


def test_differences_are_told_by_name() -> None:
    pairs = [labelled(name, "agree", "compatible") for name in ("kept", "lost", "gained", "new")]
    outcomes = {"kept": "compatible", "lost": "apart", "gained": "agree", "new": "conflict"}
    reference = {"kept": "agree", "lost": "agree", "gained": "unread", "gone": "agree"}
    lost, gained = bench.differences(pairs, outcomes, reference)
    assert [line.split(",")[0] for line in lost] == [
        "lost: lost: apart",
        "new: new: conflict",
        "gone: gone",
    ]
    assert [line.split(",")[0] for line in gained] == ["gained: gained: agree"]


def test_wrong_in_another_way_is_no_news() -> None:
    pairs = [labelled("a", "agree")]
    assert bench.differences(pairs, {"a": "conflict"}, {"a": "unread"}) == ([], [])


def test_the_reference_survives_being_written(tmp_path: Path) -> None:
    path = tmp_path / "reference.toml"
    bench.write_reference({"sheep-aboard": "compatible", "goats": "apart"}, path)
    assert bench.load_reference(path) == {"sheep-aboard": "compatible", "goats": "apart"}


def test_scores_are_counted_by_hand() -> None:
    pairs = [
        labelled("right", "agree"),
        labelled("wrong-verdict", "agree"),
        labelled("missed", "update"),
        labelled("unread", "update"),
        labelled("apart"),
        labelled("merged"),
    ]
    outcomes = {
        "right": "agree",
        "wrong-verdict": "conflict",
        "missed": "apart",
        "unread": "unread",
        "apart": "apart",
        "merged": "conflict",
    }
    score = bench.score(pairs, outcomes)
    assert (score.pairs, score.right) == (6, 2)
    assert score.precision == Fraction(2, 3)
    assert score.recall == Fraction(2, 4)
    assert score.verdicts == Fraction(1, 2)
