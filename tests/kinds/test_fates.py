"""Two fates in one sentence: each figure has its own kind, whichever comes first."""

from itertools import permutations

import pytest

from factcheck import Article, extract

# How a figure's own words tell each kind.
FATES = {
    "deaths": ["dead", "killed", "people dead", "people killed"],
    "injured": ["injured", "hurt", "wounded", "people injured"],
    "missing": ["missing", "people missing"],
    "rescued": ["rescued", "people rescued"],
    "arrests": ["arrested", "people detained"],
    "displaced": ["homeless", "people homeless", "displaced"],
}
PAIRS = [
    (first, second, one, other)
    for first, second in permutations(FATES, 2)
    for one, other in zip(FATES[first], FATES[second], strict=False)
]
FRAMES = [
    "The night in Orrin left 31 {0} and more than 1,000 {1}.",
    "The night in Orrin left 31 {0}, 1,000 {1}.",
    "31 {0}, 1,000 {1} in Orrin",
    "31 {0} and 1,000 {1} after night in Orrin",
    "31 {0}; 1,000 {1}",
]


def kinds_of(text: str) -> list[str]:
    return [claim.kind for claim in extract(Article(id="a", text=text))]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(("first", "second", "one", "other"), PAIRS)
def test_each_figure_tells_its_own_fate(
    frame: str, first: str, second: str, one: str, other: str
) -> None:
    assert kinds_of(frame.format(one, other)) == [first, second]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed 31 and left 1,000 hurt.", ["deaths", "injured"]),
        ("The blast injured 1,000 and left 31 dead.", ["injured", "deaths"]),
        ("Police shot dead two men and arrested 12.", ["deaths", "arrests"]),
        ("Nine miners are presumed to be dead.", ["deaths"]),
        ("The toll of Orrin's helicopter crash climbed to seven.", ["deaths"]),
        ("The death toll of the crash rose to 40.", ["deaths"]),
        ("The toll of injured reached 300.", ["injured"]),
        ("The total number of deaths reached 88.", ["deaths"]),
        ("Two men were shot dead and 12 were shot.", ["deaths", "injured"]),
        ("Five people were killed and 20 missing.", ["deaths", "missing"]),
        ("Some 20 people were feared dead, and nine found alive.", ["deaths", "count"]),
        ("The storm left 300 cows dead.", ["count"]),
        ("Winter nears, and 900 villagers are without a roof.", ["displaced"]),
        ("Police said 90 people were killed, up from 40 at first.", ["deaths", "deaths"]),
        ("The storm left 40 people homeless, up from 12.", ["displaced", "displaced"]),
        ("Nine sailors, hurt in the crash, were flown out.", ["injured"]),
        # the result counts, whatever the verb
        ("Guards fatally shot nine looters and wounded 12.", ["deaths", "injured"]),
        ("Nine traders were fatally stabbed in Orrin.", ["deaths"]),
        ("The blast mortally wounded nine men.", ["deaths"]),
        ("Bandits hacked nine traders to death.", ["deaths"]),
        ("Nine traders stoned to death by a mob were buried.", ["deaths"]),
        ("Nine climbers were beaten to death Friday.", ["deaths", "event_date"]),
        ("Nine others are under arrest.", ["arrests"]),
        ("Police took nine men into custody and keep 12 behind bars.", ["arrests", "arrests"]),
        ("Nine men are in custody.", ["arrests"]),
        ("Medics counted a total of nine hikers with injuries and 12 with wounds.",
         ["injured", "injured"]),
        ("Nine hikers could not be located and 12 were never found.", ["missing", "missing"]),
        ("Nine hikers were not traced.", ["missing"]),
        # no result, and a result of somebody else
        ("A court sentenced nine men to death.", ["count"]),
        ("Nine looters were condemned to death.", ["count"]),
        ("The film frightened nine boys to death.", ["count"]),
        ("Two gunmen fatally shot the mayor.", ["count"]),
        ("Three men beat a guard to death.", ["count"]),
        ("Nine of the guns were not found.", ["count"]),
        ("Nine hikers were found.", ["count"]),
        # what befell one of them befell no count of them
        ("One of the nine sailors died later.", ["deaths", "count"]),
        ("Most of the nine sailors died later.", ["count"]),
        ("All of the nine sailors died later.", ["deaths"]),
        # an object with a particle before it, and a clause with the counted set off by commas
        ("A ferry picked up nine people thought to be guests.", ["rescued"]),
        ("Nine sailors, among them a cook, were picked up by a ferry.", ["rescued"]),
    ],
)  # fmt: skip
def test_in_sentences(text: str, expected: list[str]) -> None:
    assert kinds_of(text) == expected
