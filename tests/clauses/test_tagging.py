"""Words that may be a noun or a verb, by what stands around them, as a reader takes them.

A verb is written "word/v", with its base form where that is not told by the word; "word/n" is no
verb.
"""

from __future__ import annotations

import pytest

from factcheck.clauses.segments import parsed
from factcheck.clauses.tagging import Tag
from factcheck.models import Span
from factcheck.text.tokeniser import TextTokens

SENTENCES = [
    "The town sets/v:allot aside a sum for road repairs/n.",
    "The price of oil rises/v:rise.",
    "He said/v:say the price of oil rises/v:rise.",
    "Police published/v:publish a list of the missing/n.",
    "Air strikes/n kill/v:kill at least 20 in Velm",
    "9,000 march/v:march in Rome",
    "12 attack/n helicopters left/v:leave in March/n.",
    "The committee let/v:let fares/n rise/v:rise by 5 percent.",
    "It saw/v:see petrol prices/n fall/v:fall 3 percent.",
    "It saw/v:see prices/n fall/v:fall by 3 percent and fares/n rise/v:rise to 4 percent.",
    "The root causes/n of the fire are not known/v:know.",
    "They set/v:leave out for Hale on Monday.",
    "US/n troops left/v:leave us/n in May/n, and rain/n may fall/v:fall.",
    "She works/v:work at the mill and leaves/v:leave it at six.",
    "The firm plans/v:plan cuts/n.",
    "The cuts/n were planned/v:plan by the firm.",
    "Storms/n hit/v:hit the coast.",
    "A man was shot/v:shoot, left/v:leave for dead/n and found/v:find by police.",
    "The wounded/n were flown/v:fly out.",
    "Guards/n at the gate saw/v:see the men leave/v:leave.",
    "Sales/n of fish rose/v:rise.",
    "The bridge, built/v:build in 1951, is closed/v:close.",
    "The company reports/v:report a loss/n.",
    "Reports/n of a loss/n were denied/v:deny.",
    "The march/n was called/v:cancel off.",
    "Troops march/v:march on the town.",
    "It fell/v:fall early in Italy/n.",
    "Crews work/v:work in shifts/n, and the work/n goes/v:go on.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("around", [("", ""), ("It rained. ", " It rained.")])
def test_what_is_a_verb(sentence: str, around: tuple[str, str]) -> None:
    marks = [word.strip(".,") for word in sentence.split()]
    plain = " ".join(
        word.partition("/")[0] + (word[-1] if "/" in word and word[-1] in ".," else "")
        for word in sentence.split()
    )
    text = f"{around[0]}{plain}{around[1]}"
    within = Span(start=len(around[0]), end=len(around[0]) + len(plain))
    words = [word for word in parsed(TextTokens(text), within).words if word.tag is not Tag.BREAK]
    read = iter(words)
    for mark in marks:
        surface, _, told = mark.partition("/")
        word = next(one for one in read if text[one.start : one.end] == surface)
        if told == "n":
            assert word.tag not in (Tag.VERB, Tag.AUXILIARY), surface
        elif told:
            assert (word.tag, word.lemma) == (Tag.VERB, told.removeprefix("v:")), surface


@pytest.mark.parametrize(
    ("helper", "base"),
    [
        ("is", "be"), ("are", "be"), ("was", "be"), ("were", "be"), ("been", "be"),
        ("being", "be"), ("am", "be"), ("has", "have"), ("had", "have"), ("having", "have"),
        ("does", "do"), ("did", "do"),
    ],
)  # fmt: skip
def test_a_helper_by_its_base_form(helper: str, base: str) -> None:
    text = f"The dogs {helper} bitten the men."
    word = parsed(TextTokens(text), Span(start=0, end=len(text))).words[2]
    assert (word.lower, word.tag, word.lemma) == (helper, Tag.AUXILIARY, base)
