"""How much two texts share, counted out by hand: n words have n - 4 runs of five."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations, permutations

import pytest

from factcheck.kinds import Count, EventDate
from factcheck.models import Article, Claim, Period, Quantity, Span
from factcheck.policy import DEFAULT
from factcheck.provenance.origins import (
    _DisjointSets,
    find_copies,
    masked_words,
    origins_of,
    runs,
)
from factcheck.results import Origin
from factcheck.text.sentences import sentences


def words(start: int, number: int) -> str:
    """So many different words; those of another start share none with them."""
    letters = "abcdefghij"
    return " ".join(
        "q" + "".join(letters[int(d)] for d in f"{start + n:04}") for n in range(number)
    )


def article(name: str, *parts: str) -> Article:
    return Article(id=name, text=" ".join(f"{part.capitalize()}." for part in parts))


def sentence_of(one: Article, quote: str) -> tuple[Span, Span]:
    start = one.text.index(quote)
    span = Span(start=start, end=start + len(quote))
    return span, next(s for s in sentences(one.text) if s.covers(span))


def counted(one: Article, number: int = 14) -> Claim:
    span, around = sentence_of(one, f"{number} hens")
    return Count(
        article_id=one.id,
        span=span,
        quote=f"{number} hens",
        sentence=around,
        quantity=Quantity(low=Decimal(number), high=Decimal(number)),
        rule="by hand",
    )


def origins(papers: Sequence[Article], claims: Sequence[Claim] = ()) -> tuple[Origin, ...]:
    copies = find_copies(papers, DEFAULT)
    return origins_of(claims or [counted(one) for one in papers], copies, DEFAULT)


def told_by(papers: Sequence[Article]) -> list[set[str]]:
    return [set(origin.articles) for origin in origins(papers)]


def with_figure(shared: int, own: int, start: int) -> str:
    """A sentence of so many words that both stories have, the figure first, and more of its own."""
    return f"14 hens {words(9000, shared - 2)} {words(start, own)}"


@pytest.mark.parametrize(("length", "number"), [(4, 0), (5, 1), (6, 2), (24, 20)])
def test_a_text_has_so_many_runs_of_five(length: int, number: int) -> None:
    assert len(runs(masked_words(words(0, length)), 5)) == number


@pytest.mark.parametrize(
    ("shared", "paragraph", "one"),
    [
        # Of twenty runs eight are two fifths, seven are less; five are a quarter, four are less.
        (12, False, True), (11, False, False),
        (11, True, True), (9, True, True), (8, True, False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("printed", [1, 2])
def test_how_much_of_a_sentence_is_a_copy(
    shared: int, paragraph: bool, one: bool, printed: int
) -> None:
    """Less where the stories share a paragraph anyway, whoever prints them."""
    both = words(7000, 44) if paragraph else ""  # 40 runs of some 250 in each
    left = [with_figure(shared, 24 - shared, 1000), both or words(3000, 9), words(2000, 180)]
    right = [with_figure(shared, 24 - shared, 4000), both or words(6000, 9), words(5000, 180)]
    papers = [article(f"left{n}", *left) for n in range(printed)]
    papers += [article(f"right{n}", *right) for n in range(printed)]
    copies = find_copies(papers, DEFAULT)
    assert copies.share_a_paragraph("left0", "right0") is paragraph
    assert copies.share_a_paragraph("right0", "left0") is paragraph
    assert len(set(copies.story_id.values())) == 2
    found = told_by(papers)
    lefts, rights = ({f"{side}{n}" for n in range(printed)} for side in ("left", "right"))
    assert found == ([lefts | rights] if one else [lefts, rights])


def test_a_paragraph_that_one_of_those_who_print_a_story_shares_is_enough() -> None:
    both = words(7000, 44)
    left, right = ([with_figure(11, 13, start), words(start + 1000, 180)] for start in (1000, 4000))
    papers = [article("left", *left, both), article("short", *left), article("right", *right, both)]
    copies = find_copies(papers, DEFAULT)
    assert copies.story_id["left"] == copies.story_id["short"]
    assert not copies.share_a_paragraph("short", "right")
    assert told_by(papers) == [{"left", "short", "right"}]


@pytest.mark.parametrize(("length", "one"), [(7, False), (8, True)])
def test_a_sentence_of_seven_words_is_no_evidence(length: int, one: bool) -> None:
    sentence = with_figure(length, 0, 0)
    papers = [article(name, words(n * 1000, 60), sentence) for n, name in enumerate("ab", start=1)]
    assert told_by(papers) == ([{"a", "b"}] if one else [{"a"}, {"b"}])


@pytest.mark.parametrize(
    ("shared", "evidence"), [(18, "the same sentence"), (17, "parts of one sentence")]
)
def test_from_seven_tenths_on_it_is_the_same_sentence(shared: int, evidence: str) -> None:
    papers = [
        article("a", words(1000, 90), with_figure(shared, 24 - shared, 2000)),
        article("b", words(3000, 90), with_figure(shared, 24 - shared, 4000)),
    ]
    (origin,) = origins(papers)
    assert origin.evidence == evidence


def test_a_short_sentence_within_a_long_one_is_told_by_its_own_length() -> None:
    papers = [
        article("a", words(1000, 90), with_figure(10, 0, 0)),
        article("b", words(3000, 90), with_figure(10, 60, 4000)),
    ]
    assert told_by(papers) == [{"a", "b"}]


@pytest.mark.parametrize(
    ("shared", "story", "paragraph"),
    [
        # Of a hundred runs fifty are half a story; fifteen are a paragraph.
        (54, True, True), (53, False, True), (19, False, True), (18, False, False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("longer", [0, 300])
def test_how_much_of_a_text_is_a_story_or_a_paragraph(
    shared: int, story: bool, paragraph: bool, longer: int
) -> None:
    """Of the shorter text, however long the other one is."""
    left = article("left", f"{words(0, shared)} {words(1000, 104 - shared)}")
    right = article("right", f"{words(0, shared)} {words(2000, 104 - shared + longer)}")
    copies = find_copies([left, right], DEFAULT)
    assert (copies.story_id["left"] == copies.story_id["right"]) is story
    assert copies.share_a_paragraph("left", "right") is paragraph
    assert copies.share_a_paragraph("right", "left") is paragraph


def test_a_story_goes_by_the_least_of_its_names() -> None:
    names = ["e", "b", "d", "a", "c"]
    texts = [words(30 * n, 80) for n in range(5)]  # each shares more than half with the one before
    for order in list(permutations(range(5)))[::7]:
        papers = [article(names[n], texts[n]) for n in order]
        assert find_copies(papers, DEFAULT).story_id == dict.fromkeys(names, "a")


def test_sets_are_joined_alike_in_any_order() -> None:
    """The head of a set is its least member: checked against sets merged one by one."""
    draw, names = random.Random(7), "abcdefghijkl"
    for _ in range(200):
        pairs = [(draw.choice(names), draw.choice(names)) for _ in range(draw.randrange(14))]
        joined = _DisjointSets(names)
        merged = [{name} for name in names]
        for left, right in pairs:
            assert joined.head(left) == min(next(s for s in merged if left in s))
            joined.join(left, right)
            both = [s for s in merged if left in s or right in s]
            merged = [s for s in merged if s not in both] + [set[str]().union(*both)]
        for one, other in combinations(names, 2):
            together = any({one, other} <= s for s in merged)
            assert (joined.head(one) == joined.head(other)) is together


def test_a_headline_with_the_answer_of_a_copied_sentence_is_no_second_source() -> None:
    """Whether it is a figure or a day that it repeats; another one is the paper's own."""
    copied = with_figure(20, 0, 0)
    wire = article("wire", words(1000, 90), copied)
    for number, alone in ((14, False), (15, True)):
        paper = article("paper", f"{number} hens lost", words(3000, 90), copied.capitalize())
        claims = [counted(wire), counted(paper, number)]
        span, around = sentence_of(paper, copied[:7])
        if number == 14:
            start = paper.text.rindex("14 hens")
            span = Span(start=start, end=start + 7)
            around = next(s for s in sentences(paper.text) if s.covers(span))
        claims.append(claims[1].model_copy(update={
            "span": span, "sentence": around, "quote": "14 hens", "quantity": claims[0].quantity
        }))  # fmt: skip
        found = [set(origin.articles) for origin in origins([wire, paper], claims)]
        assert found == ([{"paper", "wire"}, {"paper"}] if alone else [{"paper", "wire"}])


def test_a_day_repeated_above_a_copied_sentence_is_no_second_source() -> None:
    copied = f"friday {words(9000, 19)}"
    wire, paper = (
        article("wire", words(1000, 90), copied),
        article("paper", "lost on friday", words(3000, 90), copied),
    )

    def told(one: Article, quote: str, day: int) -> Claim:
        span, around = sentence_of(one, quote)
        when = date(2024, 3, day)
        return EventDate(
            article_id=one.id,
            span=span,
            quote=quote,
            sentence=around,
            when=Period(start=when, end=when),
            rule="by hand",
        )

    claims = [told(one, "Friday", 1) for one in (wire, paper)]
    claims.append(told(paper, "on friday", 1))
    assert [set(o.articles) for o in origins([wire, paper], claims)] == [{"paper", "wire"}]
    claims[2] = told(paper, "on friday", 8)
    assert [set(o.articles) for o in origins([wire, paper], claims)] == [
        *({"paper", "wire"}, {"paper"}),
    ]


def test_origins_are_told_by_the_number_of_their_papers_and_claims_in_their_order() -> None:
    copied = with_figure(20, 0, 0)
    papers = [article(name, words(1000 * n, 90), copied) for n, name in enumerate("dbc", start=1)]
    papers.append(article("a", f"14 hens {words(6000, 30)}"))
    claims = [counted(one) for one in papers]
    for order in permutations(claims):
        first, second = origins(papers, order)
        assert [claim.id for claim in order if claim.article_id != "a"] == [*first.claims]
        assert [*first.articles] == [c.article_id for c in order if c.article_id != "a"]
        assert second.articles == ("a",)


def test_credits_and_speakers_stand_in_alphabetical_order() -> None:
    agencies = ["Xinhua", "EFE", "Reuters", "AFP", "AP"]
    names = ["Zoe", "Ana", "Mo", "Kit", "Bo"]
    copied = with_figure(20, 0, 0)
    papers = [
        Article(
            id=f"{n}",
            text=f"OSLO ({agency}) - {words(1000 * n, 90).capitalize()}. {copied.capitalize()}.",
        )
        for n, agency in enumerate(agencies, start=1)
    ]
    claims = [
        counted(one).model_copy(update={"attribution": name})
        for one, name in zip(papers, names, strict=True)
    ]
    (origin,) = origins(papers, claims)
    assert origin.credits == ("AFP", "AP", "EFE", "Reuters", "Xinhua")
    assert origin.speakers == ("Ana", "Bo", "Kit", "Mo", "Zoe")


@pytest.mark.parametrize("number", [47, 49, 60])
def test_a_story_that_more_print_than_are_looked_up_is_one_all_the_same(number: int) -> None:
    papers = [
        article(f"{n:02}", f"{words(0, 60)} {words(100 * n + 1000, 6)}") for n in range(number)
    ]
    copies = find_copies(papers, DEFAULT)
    assert set(copies.story_id.values()) == {"00"}
    papers.append(article("zz", words(9500, 60)))
    assert find_copies(papers, DEFAULT).story_id["zz"] == "zz"
