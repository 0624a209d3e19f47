"""The noun phrase that a figure counts, in all its shapes: by hand, from what the English means.

A bracket holds the phrase and a star stands before its head; nothing is counted without a bracket.
"""

from __future__ import annotations

import pytest

from factcheck.text.phrases import after_article, counted_phrase, is_plural
from factcheck.text.tokeniser import TextTokens
from factcheck.text.tokens import Tokens

PLURAL = [
    # a noun, and what may stand before it
    "six [*hedges]", "six [foot *hedges] lay", "two [long-haired *women] sang",
    "twelve [Border Patrol *agents] were hurt", "nine [burned-out *cars] lay in the road",
    "three [off-duty *officers] helped", "four [two-seat *planes] landed", "two [women's *shoes]",
    "seven [large, noisy *dogs] barked",
    "seven [large, noisy *dogs] ran over the hill to the old mill by the river",
    "nine [black and white *dogs] barked",
    "three [18-year-old *men] left", "two [50kg *bags] fell", "two [Boeing 737 *jets] landed",
    "fifteen [M-16 *rifles]", "fifty [A320 *jets] landed", "nine [US *troops] left",
    "twelve [*people]", "forty [*aircraft] took off",
    "five [*Swiss] climbed", "six [Swiss tour company *staff] left", "two [rights *groups] wrote",
    "fifteen [evening centre *wardens] watched", "twelve [shot *putters] trained",
    "three [attack *helicopters] took off", "two [teachers' *unions] wrote",
    "three [arms *dealers] fled", "ten [*arms], and more", "two [gas *pipes] burst",
    "forty [*people] dead", "twelve [*people] injured in the crash", "three [*climbers] missing",
    "six [*sons] left",
    # what ends it: a verb, a mark, a closed class, another figure
    "fifteen die in fire", "fifteen [*guards] die in fire", "fifteen were hurt", "of them",
    "six [*inches of rain], flooding homes", "twelve, and the boats", "nine, officials said",
    "27 [*weeks], officials said", "six [*boats] and the ferry", "six [*boats] and two ferries",
    "eleven [*children] and two officers", "forty [*boats] (and a raft)", "six [*boats] each",
    "six [*boats] on the river", "twelve [*men] who fled", "ten [*buses] left", "ten us",
    "three [*buses]", "ten is", "ten [*fish]", "is it", "two [*oxen] fell",
    # one second noun
    "32 [nurses and *orderlies] left", "six [tables or *chairs] broke",
    "six [tables & *chairs] broke", "180 [*workers] and produces bread",
    "six [*men] and wounded others", "six [*men] and wounding two", "two [*men] and James Charles",
    "two [Swedes and *Danes] left", "twenty [*people] and officials said so",
    "six [*tables] and a chair", "six [*tables] and others", "six [*tables] and more",
    "six [*tables] and 12 chairs", "six [*men] or so",
    "six [*men] and their wives", "six [tables and *lamps]",
    # a container, and what it holds
    "nine [*bags of rice] fell", "nine [*bags of wet sand] fell", "twelve [*pairs of shoes]",
    "three [*members of parliament] left", "two [*teams of the best climbers] left",
    "two [*men] of Oster", "two [*bags] of the", "nine [*bags of all its flour]",
]  # fmt: skip
SINGULAR = [
    "one [armed *man] fled", "two-hour [*meeting] ended", "one [*man] is here",
    "27 [*pay] is due", "a 60-mph [top *speed] recorded", "one [*train] quickly left",
    "one [*seed] grew", "one [security *funding].",
    "one [*class] ended", "one [*man] says so", "one of them",
    "one can't", "one [*bag of flour] fell",
]  # fmt: skip


def assert_counted(words: str, *, plural: bool) -> None:
    """That the phrase in brackets is counted by the figure before it."""
    opened = words.find("[")
    if opened < 0:
        text, expected = words, None
    else:
        inside = words[opened + 1 : words.index("]")]
        text = words.replace("[", "").replace("]", "").replace("*", "")
        head = inside[inside.index("*") + 1 :].split()[0].rstrip(",")
        expected = inside.replace("*", ""), head
    tokens = Tokens(TextTokens(text))
    first = next(
        (n for n in range(tokens.size) if tokens.starts[n] == opened), 0 if opened == 0 else 1
    )
    found = counted_phrase(tokens, first, plural=plural)
    read = found and (tokens.quote(found.first, found.end), tokens.raw(found.head))
    assert read == expected, words


@pytest.mark.parametrize("words", PLURAL)
def test_what_several_are(words: str) -> None:
    assert_counted(words, plural=True)


@pytest.mark.parametrize("words", SINGULAR)
def test_what_one_is(words: str) -> None:
    assert_counted(words, plural=False)


@pytest.mark.parametrize("words", [words for words in PLURAL if "[" in words])
def test_the_phrase_is_the_same_at_the_end_of_a_longer_text_and_before_one(words: str) -> None:
    opened = words.index("[")
    plain = words.replace("[", "").replace("]", "").replace("*", "")
    alone = Tokens(TextTokens(plain))
    first = alone.starts.index(opened)
    found = counted_phrase(alone, first)
    assert found is not None
    for before, behind in (("", ". The rain went on."), ("The rain went on. Then ", "")):
        tokens = Tokens(TextTokens(f"{before}{plain}{behind}"))
        at = tokens.starts.index(opened + len(before))
        there = counted_phrase(tokens, at)
        assert there is not None
        assert tokens.quote(there.first, there.end) == alone.quote(found.first, found.end)


@pytest.mark.parametrize(
    ("word", "plural"),
    [
        ("boats", True), ("men", True), ("police", True), ("as", False), ("its", False),
        ("glass", False), ("virus", False), ("basis", False), ("boat's", False), ("gas", False),
        ("ms", False), ("abs", True), ("boat", False), ("s", False), ("", False), ("-s", False),
        ("a-s", False), ("xyzs", True), ("press", False),
    ],
)  # fmt: skip
def test_what_looks_like_a_plural(word: str, plural: bool) -> None:
    assert is_plural(word) is plural


@pytest.mark.parametrize(
    ("text", "begins"),
    [("all its forces", "forces"), ("the rain", "rain"), ("rain", "rain"),
     ("all of these", "of"), ("all these her own boats", "own")],
)  # fmt: skip
def test_a_phrase_begins_behind_its_articles(text: str, begins: str) -> None:
    tokens = Tokens(TextTokens(text))
    assert tokens.word(after_article(tokens, 0)) == begins
