"""Words in contrast in parallel sentences, and sentences that are not parallel."""

from __future__ import annotations

import pytest

from factcheck.linkage.contrast import contrasts
from tests.linkage.newsdesk import marked

APART = [
    ("Hail broke [40] windows in Oster.", "Hail broke [95] windows in Tillby."),
    ("Exports of barley rose [3.1] percent.", "Exports of oats rose [4.6] percent."),
    ("Rents in Dunholm climbed [4] percent.", "Rents in Vesta climbed [9] percent."),
    ("The first blast injured [12] people.", "The second blast injured [31] people."),
    ("The quake felled [30] walls in Oster.", "The quake felled [41] walls in Oster and Tillby."),
    ("Ward nine lost [12] beds.", "Ward seven lost [31] beds."),
    ("Since the truce, [1,259] people have died.", "Since the war began, [70,112] people died."),
    ("During the flood [12] cows drowned.", "During the frost the farm lost [40] cows."),
    ("The north mill employs [310] weavers.", "The south mill employs [190] weavers."),
    # One may go on, as long as what they share frames what stands in one place of both.
    (
        "Snow cut off [6] farms in Oster on Monday, and a bus stuck.",
        "Snow cut off [15] farms in Tillby on Monday.",
    ),
    ("The clerk asked for [20] years for Dolan.", "The clerk asked for [6] years for Dolan's son."),
    ("Income before tax was [$14 million].", "After tax, the mill's income was [$11 million]."),
    ("The pier costs [$3 million] with gates.", "The pier costs [$2 million] without gates."),
    ("The first night drew [900] guests.", "On the closing night [400] people filled the barn."),
    ("The opening round took [40] minutes.", "In the final round she needed [52] minutes."),
    ("The first debate drew [210] people.", "Just [148] turned up for the second mayoral debate."),
    ("In the 2010 census Pellow had [1,120] people.", "It had [864] at the 2020 census."),
    ("Before the merger it employed [340].", "It has had [590] people since its merger."),
]
TOGETHER = [
    ("Hail broke [40] windows in Oster.", "Hail broke [95] windows in Oster."),
    ("The quake killed [40] people.", "The tremor killed [52] people."),
    ("Police said [12] houses burned.", "Firefighters said [19] houses burned."),
    # The town is named in one by what its police are called.
    (
        "[45] people are missing after the flood at Oster, police said.",
        "Police in Oster said [17] people are missing after the flood, as cows were found.",
    ),
    # An ordinal and a year belong to their own phrase only.
    (
        "Ruse won a third term in 2010 with [54] percent of the vote.",
        "Ruse was returned to a third term with [61] percent of the vote.",
    ),
    # What else is counted is another figure; a "ward nine" would be another ward.
    ("The fire killed [19] people, nine of them boys.", "The fire killed [17] people, eight boys."),
    # The one may be a description of what the other names, or of another sort of phrase.
    ("The flood wrecked [30] houses in Oster.", "The flood wrecked [41] houses in the valley."),
    ("Hail broke [30] windows in Oster.", "Hail broke [41] windows after an hour of rain."),
    ("The quake felled [30] walls in Oster.", "The quake felled [41] walls."),
    ("The storm wrecked [30] houses on Monday.", "The storm wrecked [41] houses on Tuesday."),
    ("Since the war broke out, [900] people have died.", "Since the war began, [700] died."),
    ("Hail broke [40] windows in Oster.", "Goats ate the hedges of [95] gardens near Tillby."),
    ("Voss died at home at the age of [84].", "Voss has died aged [79]."),
    ("Some [340] people were still missing.", "The number of missing fell to [95]."),
    ("In 2010 the mill had [1,120] people.", "The mill had [864] people in 2010 and 20 carts."),
    ("For the first time [900] people came.", "The fair drew [700] people for the third time."),
    # What stands at the end of one that goes on need not be in the place of anything.
    (
        "The choir left Oster on [Monday] behind a cross.",
        "The choir left Oster on [Friday], a boy who ran with it said.",
    ),
    ("Rents before May rose [4] percent.", "Rents before May rose [9] percent."),
]


@pytest.mark.parametrize(("left", "right"), APART)
def test_what_stands_in_place_of_another_tells_two_things_apart(left: str, right: str) -> None:
    (one, other), _ = marked(left, right)
    assert contrasts(one.content, other.content)
    assert contrasts(other.content, one.content)


@pytest.mark.parametrize(("left", "right"), TOGETHER)
def test_synonyms_speakers_times_and_other_sentences_are_no_contrast(left: str, right: str) -> None:
    (one, other), _ = marked(left, right)
    assert contrasts(one.content, other.content) == ()


def test_a_contrast_names_both_words() -> None:
    (one, other), _ = marked(*APART[0])
    assert contrasts(one.content, other.content) == (("oster", "tillby"),)
