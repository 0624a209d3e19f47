"""The small words around a figure: each one that decides is asked for, in a sentence of its own.

A row of `words.tsv` is a sentence with a gap, the words that may fill it, and what is read then:
the figure or its two ends, its unit and what it measures.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.mentions import QuantityMention
from factcheck.quantities import find_quantities


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"


def shown(mention: QuantityMention) -> str:
    """One quantity in short: "40 person count", "~2 day duration", "3 /day rate".

    Bounds are "40.. count" for at least, ">40.. count" for more than, "?40.. count" for a vague
    word; "..40 count" for at most, "..<40 count" for less than.
    """
    quantity = mention.quantity
    low, high = _number(quantity.low), _number(quantity.high)
    marks = "~" * quantity.approximate + "?" * quantity.vague + ">" * (not quantity.low_inclusive)
    ends = low if low == high else f"{low}..{'<' * (not quantity.high_inclusive)}{high}"
    parts = [
        marks + ends,
        quantity.unit or "",
        "" if quantity.per is None else f"/{quantity.per}",
        quantity.dimension.value,
    ]
    return " ".join(part for part in parts if part)


def rows() -> list[tuple[str, str]]:
    """Each sentence of the table with one word in its gap, and what is read."""
    with (Path(__file__).parent / "words.tsv").open(encoding="utf-8", newline="") as file:
        return [
            (row["sentence"].format(word), row["read"])
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            for word in row["words"].split("|")
        ]


SUBJECTS = [
    # The noun with what belongs to it, and nothing of what follows.
    ("They saw 12 grey whales off Olm.", "grey whales"),
    ("They saw 12 more whales.", "whales"),
    ("They saw 12 other whales.", "other whales"),
    ("They saw 12 of the 30 whales.", "whales"),
    ("They saw 12 of their last five games.", "games"),
    ("They saw 12 of them.", None),
    ("They saw 12.", None),
    ("It has 12 kg of flour.", "flour"),
    ("It has a 12-inch blade.", "blade"),
    ("It used 12 kg of flour again.", "flour"),
    ("It used 12 kg of flour last week.", "flour"),
    ("It uses 12 kg of flour next week.", "flour"),
    ("It razed one hill just as we left.", "hill"),
    ("Half an hour passed.", None),
    ("It used a third of a ton again.", None),
    ("It lies within 12 miles of Olm.", None),
    ("It put $12 million in bonds.", "bonds"),
    ("It put $12 million in Olm.", None),
    ("The 14-year-old girl fled.", "girl"),
    ("The 14-year-old fled.", None),
    ("The 14-year-old armed man fled.", "armed man"),
    ("One in five children fled.", "children"),
    ("The second-largest peak fell.", "peak"),
    ("It is the second-most popular song.", "song"),
    ("It is the second-largest old tower.", "old tower"),
    ("They saw 1,200 - boats and all - sink.", None),
    ("He wrote a 12 page letter.", "page"),
    ("He wrote a 2 page letter.", "page"),
    ("They drove 12 team cars.", "team cars"),
    ("It has a 12-inch-thick wall.", "thick wall"),
    ("They saw 12 red foxes.", "red foxes"),
    ("The 12,000-strong crowd marched.", "crowd"),
    ("They saw 12 injured passengers.", "injured passengers"),
    ("They saw 12 burned-out cars.", "burned-out cars"),
    ("The third storm to hit us passed.", "storm"),
    # A noun that may be a verb, behind a figure that is an object or has a verb elsewhere.
    *(
        (f"They saw {hedge} 12 board members.", "board members")
        for hedge in (
            "about",
            "almost",
            "another",
            "around",
            "as many as",
            "at least",
            "close to",
            "fewer than",
            "less than",
            "more than",
            "nearly",
            "only",
            "over",
            "roughly",
            "some",
            "the",
            "under",
            "up to",
            "at most",
            "an additional",
            "twenty-five of the",
        )
    ),
    *((f"They {verb} 12 board members.", "board members") for verb in ("have", "had", "hurt")),
    ("It has 12 board members.", "board members"),
    *(
        (f"12 board members {verb} go.", "board members")
        for verb in (
            "are",
            "can",
            "could",
            "did",
            "do",
            "had",
            "have",
            "may",
            "might",
            "must",
            "should",
            "were",
            "will",
            "would",
        )
    ),
    ("They lost 12 shops and call centres.", "shops and call centres"),
    ("12 seek posts.", None),
    ("Police said 12 seek posts.", None),
    ("They know that 12 seek posts.", None),
    ("They saw 12 stolen cars.", "stolen cars"),
    ("12 become members.", None),
    ("They saw 12 newly built homes.", "newly built homes"),
    ("12 stole cars.", None),
    *(
        (f"They saw 12 {kind} claims.", f"{kind} claims")
        for kind in ("arms", "crew", "data", "media", "news", "police", "sports", "staff", "Swiss")
    ),
    ("The row over 12 people claims lives.", "people"),
    ("They saw 12 second-hand cars.", "second-hand cars"),
    ("They saw a 12 second-long clip.", "long clip"),
]


@pytest.mark.parametrize(("text", "subject"), SUBJECTS)
def test_what_is_counted(text: str, subject: str | None) -> None:
    assert find_quantities(text)[0].subject == subject


@pytest.mark.parametrize(
    "text",
    [
        *(f"It hurt 50 men, {w} 11 of the guards." for w in ("including", "among them")),
        *(f"It hurt 50 men, 11 {w} badly." for w in ("of them", "of whom", "of those")),
        *(f"It hurt 50 men, {w} 11 badly." for w in ("of whom", "of which")),
        "It hurt 50 men, among those 11 guards.",
        "It has 50 boats, 11 of which sank.",
        "Of the 50 boats, 11 sank.",
        "Of 50 boats, 11 sank.",
        "Of the 50 boats, 40% sank.",
    ],
)
def test_a_part_is_tied_to_its_whole(text: str) -> None:
    whole, part = find_quantities(text)[:2]
    assert part.part_of == whole.span
    assert whole.part_of is None


@pytest.mark.parametrize(
    "text",
    [
        "It hurt 50 men and 11 boys.",
        "It hurt 11 men, including 50 of the guards.",  # no part is larger than its whole
        "It hurt 50 men, then 11 boys.",
        "It cost 50 dollars, including 11 spoons.",
        "They saw the 50 boats, 11 rafts sailing.",
        "He said 50 boats, 11 rafts and a tug sank.",
    ],
)
def test_what_only_stands_beside_is_no_part(text: str) -> None:
    assert [mention.part_of for mention in find_quantities(text)[:2]] == [None, None]


def test_a_part_may_stand_before_its_whole() -> None:
    part, whole = find_quantities("It hurt 4 of the 9 suspects.")
    assert part.part_of == whole.span


@pytest.mark.parametrize(
    ("between", "tied"),
    [
        (" (1,600 kilometers)", True),
        (" [1,600 kilometers]", True),
        (" / 1,600 kilometers", True),
        (" or 1,600 kilometers", True),
        (", or 1,600 kilometers", True),
        (" (or 1,600 kilometers)", True),
        (" and 1,600 kilometers", False),
        (", 1,600 kilometers", False),
        (" (1,600 tonnes)", False),
        (" or 1,600 miles", False),
        (" (1,600 kilometers by the long old road)", False),
    ],
)
def test_a_measure_may_be_given_again_in_another_unit(between: str, tied: bool) -> None:
    text = f"It runs 1,000 miles{between} north."
    assert any(m.restates is not None for m in find_quantities(text)) is tied


def test_a_span_of_time_is_not_given_again() -> None:
    assert all(m.restates is None for m in find_quantities("It took 3 days (72 hours)."))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("It saw 40 boats.", "figure"),
        ("It is the second-largest peak.", "rank"),
        ("Olm won 3-1.", "score"),
        ("She is 45.", "age"),
        ("A 5.6 magnitude quake struck.", "magnitude"),
        ("It is three times as large.", "multiple"),
        ("It is twice as large as Olm.", "multiple"),
    ],
)
def test_the_rule_is_named_that_read_a_figure(text: str, rule: str) -> None:
    assert find_quantities(text)[0].rule == rule


QUOTES = [
    ("Dozens of boats sank.", "Dozens of boats", "Dozens"),
    ("Half a million boats sank.", "Half a million boats", "Half a million"),
    ("About 40 or so boats sank.", "About 40 or so boats", "40"),
    ("Between 40 and 50 boats sank.", "Between 40 and 50 boats", "40 and 50"),
    ("From 40 to 50 boats sank.", "From 40 to 50 boats", "40 to 50"),
    ("It cost more than US$40 million.", "more than US$40 million", "US$40 million"),
    ("It makes 300 tonnes a day now.", "300 tonnes a day", "300"),
    ("A 5.6 magnitude quake struck.", "5.6 magnitude quake", "5.6"),
    ("A 5.6-magnitude quake struck.", "5.6-magnitude quake", "5.6"),
    ("A quake of magnitude 5.6 struck.", "5.6", "5.6"),
    ("The second-largest peak fell.", "second-largest peak", "second"),
    ("It fell for the third time.", "third time", "third"),
    ("A 14-year-old girl fled.", "14-year-old girl", "14"),
    ("She is 45 years old.", "45 years old", "45"),
    ("It has 12 kg of flour in it.", "12 kg of flour", "12"),
    ("At least 12 of them fled.", "At least 12", "12"),
    ("It was minus 20 degrees outside.", "minus 20 degrees", "20"),
    ("It lost -1.3% in May.", "-1.3%", "1.3"),
    ("One in five children fled.", "One in five children", "One in five"),
    ("It saw a couple of boats.", "a couple of boats", "a couple of"),
    ("It has a 12-member panel.", "12-member", "12"),
    ("Hundreds more fled.", "Hundreds", "Hundreds"),
    ("It is three times as large.", "three times", "three"),
    ("It saw 40-odd boats.", "40-odd boats", "40"),
    ("Half were tired.", "Half", "Half"),
    ("From about 40 to 50 boats sank.", "From about 40 to 50 boats", "40 to 50"),
    ("It paid $40 US for it.", "$40 US", "$40"),
    ("It took a day or two.", "a day or two", "two"),
    ("It makes 300 tonnes daily now.", "300 tonnes daily", "300"),
    ("It lies one half mile off.", "one half mile", "one half"),
    ("He saw a 1,000 boats.", "a 1,000 boats", "a 1,000"),
    ("It was the second one to hit us.", "second one", "second"),
    ("It hit several hundred boats.", "several hundred boats", "several hundred"),
    ("It hit tens of thousands of boats.", "tens of thousands of boats", "tens of thousands"),
]


@pytest.mark.parametrize(("text", "quote", "figure"), QUOTES)
def test_a_quantity_reaches_over_hedge_figure_unit_and_noun(
    text: str, quote: str, figure: str
) -> None:
    (mention,) = find_quantities(text)
    assert (mention.quote, mention.figure.of(text)) == (quote, figure)


PHRASAL_UP = (
    "back", "buy", "eat", "free", "give", "hold", "make", "open", "pick", "snap", "take", "turn",
    "use",
)  # fmt: skip
PHRASAL_DOWN = (
    "break", "bring", "burn", "cut", "hunt", "knock", "pay", "pull", "shoot", "strike", "take",
    "tear", "track", "turn", "write",
)  # fmt: skip
CHANGES = [
    *(
        (f"Sales {verb} 5 percent.", ["up"])
        for verb in ("ballooned", "escalated", "mounted", "mushroomed", "widened")
    ),
    *((f"Sales are {verb} 5 percent.", ["up"]) for verb in ("ballooning", "widening")),
    *(
        (f"Sales {verb} 5 percent.", ["down"])
        for verb in ("cratered", "dwindled", "eroded", "slackened", "tanked")
    ),
    *((f"Sales are {verb} 5 percent.", ["down"]) for verb in ("dwindling", "tanking")),
    ("The gap widens 5 points.", ["up"]),
    ("The stock tanks 5 percent.", ["down"]),
    ("It costs a quarter more than in May.", ["up"]),
    ("It sold 10% fewer cars.", ["down"]),
    ("It is a third less.", ["down"]),
    *((f"They {verb} up 12 percent.", [None]) for verb in PHRASAL_UP),
    *((f"They {verb} down 12 trees.", [None]) for verb in PHRASAL_DOWN),
    ("It lost 190 points or 0.6%.", ["down", "down"]),
    ("It lost 190 points, or 0.6%.", ["down", "down"]),
    ("It lost 190 points (0.6%).", ["down", "down"]),
    ("It lost 190 points and 0.6%.", ["down", None]),
    ("It rose as high as 40 points.", [None]),
    ("It fell as low as 40 points.", [None]),
    ("Sales doubled to a record.", ["up"]),
    ("Sales are doubling to a record.", ["up"]),
    ("It costs twice as much.", [None]),
    ("It rose as much as 40 points.", ["up"]),
    ("It rose from 40 to 50 points.", [None, None]),
    ("It rose from 40-50 points.", [None]),
    ("It rose twofold.", ["up"]),
    ("It rose to 40 points from 30.", [None, None]),
    ("It rose 7 percent, or 8 points to 40.", ["up", "up", None]),
    ("He dropped a 40-pound sack.", [None]),  # the sack moved, and not its weight
    ("They lost a 12-point lead.", [None]),
    ("It lost a 1,000 points.", ["down"]),
    ("It lost 12 points of its lead.", ["down"]),
    # When and where something moved is no measure of the move.
    *(
        (f"It crashed 12 miles {where}.", [None])
        for where in (
            "inland",
            "off Olm",
            "offshore",
            "outside Olm",
            "from Olm",
            "from the Olm coast",
            "from the coast",
            "from the shore",
        )
    ),
    *(
        (f"It crashed 12 minutes {when}.", [None])
        for when in ("after dawn", "ago", "before dawn", "earlier", "into the race", "later")
    ),
    ("It rose 12 feet from Monday.", ["up"]),
    ("It fell 12 points after noon.", ["down"]),
    ("It saw a 3 percent drop.", [None]),
]


@pytest.mark.parametrize(("text", "changes"), CHANGES)
def test_what_a_verb_moves(text: str, changes: list[str | None]) -> None:
    assert [mention.change for mention in find_quantities(text)] == changes


def test_a_measure_given_again_is_of_the_same_thing() -> None:
    forest, again = find_quantities("It has 1,000 acres of forest (400 hectares).")
    assert forest.subject == again.subject == "forest"


@pytest.mark.parametrize(("text", "read"), rows())
def test_a_small_word_decides_what_is_read(text: str, read: str) -> None:
    assert "|".join(shown(mention) for mention in find_quantities(text)) == read


def sentences() -> list[list[tuple[str, str]]]:
    """The lines of `sentences.tsv`, fifty at a time: a sentence, and all that is read in it."""
    lines = (Path(__file__).parent / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    every = [(text, read) for _, text, read in (line.split("\t") for line in lines[1:])]
    return [every[at : at + 50] for at in range(0, len(every), 50)]


def told(mention: QuantityMention) -> str:
    """One quantity with what it counts and where it moves: "5 percent percent of boats (up)"."""
    of = "" if mention.subject is None else f" of {mention.subject}"
    return shown(mention) + of + ("" if mention.change is None else f" ({mention.change.value})")


@pytest.mark.parametrize("expected", sentences(), ids=lambda some: f"{some[0][0]} …")
def test_a_sentence_has_these_quantities_and_no_others(expected: list[tuple[str, str]]) -> None:
    found = [(text, "; ".join(map(told, find_quantities(text)))) for text, _ in expected]
    assert found == expected
