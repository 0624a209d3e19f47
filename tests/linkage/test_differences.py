"""What tells the answers of two sentences apart: each slot by name, "!" where it is enough alone,
"?" where it is only asked about.

Read by hand: of what the two sentences say, in which thing they differ.
"""

from __future__ import annotations

import pytest

from factcheck.linkage.differences import are_two, differences
from tests.linkage.newsdesk import marked

PAIRS = [
    (("The fire killed [12] people.", "The fire injured [40] people."), "kind! predicate", True),
    (
        ("The fire killed [12] people.", "A fire killed [14] people a year earlier."),
        "earlier!",
        True,
    ),
    (("The mill lost [$4 million].", "The mill lost [$4 million] a day."), "per!", False),
    (("Divers found [40] boats.", "Divers sank [55] boats."), "predicate", False),
    (("The port holds [40] boats.", "The port holds [90] crates."), "contrast! head!", True),
    (("The trench is [40 metres] deep.", "The trench is [90 metres] long."), "", False),
    (
        ("Ada Ruse, [45], was elected.", "Bo Ruse, [47], was elected."),
        "contrast! names!",
        False,
    ),
    (
        ("The fleet has [12] navy ships.", "The fleet has [30] cargo ships."),
        "contrast! modifiers",
        False,
    ),
    (("The fleet has [12] navy ships.", "The fleet has [30] ships."), "modifiers", False),
    # a crew is counted by its members too
    (("The tug has [24] crew members.", "The tug has a crew of [27]."), "", False),
    (("The firm has [24] staff members.", "The firm has a staff of [27]."), "", False),
    # two people's sentences
    (
        ("Ada Ruse was sentenced to [9] years.", "Bo Kray got [14] years in prison."),
        "names!",
        False,
    ),
    (("Ada Ruse was sentenced to [9] years.", "Ruse got [14] years in prison."), "", False),
    # two nations
    (
        ("A Syrian man of [45] died.", "An Iraqi man of [38] died."),
        "contrast! sentence_names names!",
        False,
    ),
    # a surname, and the given name that the rest of the article has for it
    (
        ("Voters chose Ada Ruse. Ruse, [45], won.", "Bo Ruse, [47], the brother, sang."),
        "names!",
        False,
    ),
    (("Voters chose Ada Ruse. Ruse, [45], won.", "Ada Ruse, [47], the mayor, sang."), "", False),
    (("The officer spoke. Officer Ruse, [45], won.", "Bo Ruse, [47], sang."), "", False),
    # a second event
    (("Roe got [12] years in a second trial.", "Roe got [9] years in a trial."), "times?", False),
    # who did it beside whom he did it to, and what is added on a condition
    (("[Six] died, including the gunman.", "[Five] people died."), "part!", False),
    (("[Six] died, including the gunman.", "[Five] died, including the gunman."), "", False),
    (("[Six] died, including the mayor.", "[Five] people died."), "", False),
    (("[79] died if suspected cases are included.", "[63] died."), "certainty? part!", False),
    (("With those missing counted in, [79] died.", "[63] died."), "part!", False),
    (("When all those missing are added, [79] died.", "[63] died."), "part!", False),
    # who has died was of that age then
    (("Ada Ruse died at the age of [54].", "Ada Ruse was [57]."), "", False),
    (("Ada Ruse vanished at the age of [54].", "Ada Ruse is [57]."), "kind!", False),
    (
        ("Hale lies [9 miles] from Orrin.", "Hale lies [14 miles] from Tarn."),
        "contrast! names! origin! place",
        False,
    ),
    (
        ("Hale lies [9 miles] north of Orrin.", "Hale lies [14 miles] south of Orrin."),
        "origin!",
        False,
    ),
    (
        (
            "The crash killed [12] people, four of them boys.",
            "The crash killed 40 people, [15] of them boys.",
        ),
        "part! total",
        False,
    ),
    (
        ("The crash killed [12] people.", "The crash killed 40 people, [15] of them boys."),
        "part! total",
        False,
    ),
    (("The crash killed [12] people.", "The crash killed [11] others."), "others!", False),
    (
        ("The fire burned [12] homes in Upper Tarn.", "The fire burned [30] homes in Lower Tarn."),
        "contrast! place!",
        False,
    ),
    (
        ("The fire burned [12] homes in Oster.", "The fire burned [30] homes in Velm."),
        "contrast! names! place",
        False,
    ),
    (
        ("It was [31 degrees] in Oster on Monday.", "It was [25 degrees] in Oster on Tuesday."),
        "days!",
        False,
    ),
    (
        ("In March 2023 the port handled [40] boxes.", "In May 2023 the port handled [60] boxes."),
        "period!",
        False,
    ),
    (
        ("The fire killed [12] people.", "[1,500] people have died in fires since January."),
        "earlier period!",
        False,
    ),
    (
        ("Hail broke [12] windows in May 2021.", "Hail broke [40] windows on Monday."),
        "times!",
        False,
    ),
    (
        ("Police arrested [22] men on Monday night.", "Police arrested [57] men on Tuesday night."),
        "days!",
        False,
    ),
    (
        ("The fire killed [12] people on Monday.", "The fire killed [14] people on Tuesday."),
        "days!",
        False,
    ),
    (("The choir sang on [Monday].", "The choir has sung since [Tuesday]."), "bound!", True),
    (("The choir sang on [Monday].", "The choir left on [Tuesday]."), "predicate", False),
    (("Ada Ruse left on [Monday].", "Bo Kray left on [Tuesday]."), "doer", False),
    (("The choir left on [Monday].", "The crew left on [Tuesday]."), "doer", False),
    (("The bridge fell in [March 2021].", "The bridge fell in [July 2021]."), "", False),
    (("The bridge fell on [May 3].", "The bridge fell on [May 30]."), "weeks", False),
    (
        ("Police arrested 22 men on [Monday].", "Police arrested 57 men on [Tuesday]."),
        "figures?",
        False,
    ),
    (
        ("The choir sang in Oster on [Monday].", "The choir sang in Velm on [Tuesday]."),
        "contrast! names! place",
        False,
    ),
    (("The fire killed [12] people.", "The fire killed [14] people."), "", False),
    (("The bank lost [$4 million].", "The bank lost [$6 million]."), "", False),
    (
        ("Some [40] percent of nurses left.", "Some [60] percent of teachers left."),
        "measured",
        False,
    ),
    (("The storm is moving at [16 mph].", "The storm had winds of [125 mph]."), "measured", False),
    (("The raid killed [12] gunmen.", "The raid by [30] gunmen killed nobody."), "role!", False),
    (
        (
            "Workers at the mill want [4] percent more.",
            "Workers at the mine want [9] percent more.",
        ),
        "contrast!",
        False,
    ),
    (("The choir sang at [7 p.m.]", "The choir sang at [9 p.m.]"), "", False),
    (
        ("The first blast injured [12] people.", "The second blast injured [31] people."),
        "contrast!",
        False,
    ),
    # Each sentence names what the other article never mentions.
    (
        (
            "The drug Relivane cut attacks by [40] percent.",
            "Patients given the older drug, Topadril, had [22] percent fewer attacks.",
        ),
        "sentence_names measured",
        False,
    ),
    (("The flight left at [20:00 UTC].", "The flight left at [18:00 GMT]."), "", False),
    # A feast is no name of anybody.
    (
        ("The caravan left Tarn on [Tuesday].", "On [Christmas Eve] the caravan left."),
        "earlier weeks",
        False,
    ),
    # Another event than the one that the other speaks of.
    (
        ("The storm left [900] homes dark.", "Another storm left [700] homes dark."),
        "times?",
        False,
    ),
    (("The quake hurt [40] people.", "An aftershock hurt [30] people."), "times?", False),
    # Who only reports a rumour.
    (
        ("Rumours put the price of the mill at [$30 million].", "The mill cost [$22 million]."),
        "certainty?",
        False,
    ),
    # Whoever is counted out by one and in by the other.
    (
        (
            "The blast killed [7] people, including the man who had opened the valve.",
            "Not counting the man suspected of causing it, the blast killed [6] people.",
        ),
        "part!",
        False,
    ),
    # Of 22 of whom none was hurt, nobody was.
    (
        ("None of the [22] guests was hurt in the fire.", "[Four] guests were hurt in the fire."),
        "part!",
        False,
    ),
    (("The pier was due to cost [$3 million].", "The pier cost [$5 million]."), "outlook?", False),
]


@pytest.mark.parametrize(("pair", "slots", "two"), PAIRS, ids=[" / ".join(p) for p, _, _ in PAIRS])
def test_in_what_two_sentences_differ(pair: tuple[str, str], slots: str, two: bool) -> None:
    (one, other, *_), _ = marked(*pair)
    for left, right in ((one, other), (other, one)):
        found = {
            f"{each.slot}{'!' * each.hard}{'?' * each.asked}" for each in differences(left, right)
        }
        assert found == set(slots.split())
        assert are_two(left, right) is two


@pytest.mark.parametrize(
    ("left", "right", "two"),
    [
        ("in March 2021", "in May 2021", True), ("in March 2021", "on May 4, 2021", False),
        ("on March 4, 2021", "in May 2021", False), ("in March 2021", "in March 2021", False),
        ("in 2019", "in 2021", True), ("in 2019", "in May 2019", False),
    ],
)  # fmt: skip
def test_figures_of_two_months_are_of_two_periods(left: str, right: str, two: bool) -> None:
    """A month beside a day far off is another time, and no other period."""
    (one, other, *_), _ = marked(
        f"Hail killed [12] cows {left}.", f"Hail killed [14] cows {right}."
    )
    for sides in ((one, other), (other, one)):
        assert ("period" in {found.slot for found in differences(*sides)}) is two


SORTS = [
    ("girls", "boys"), ("women", "men"), ("wives", "husbands"), ("mothers", "fathers"),
    ("daughters", "sons"), ("sisters", "brothers"), ("adults", "children"),
    ("imports", "exports"), ("buyers", "sellers"), ("winners", "losers"),
    ("male guests", "female guests"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SORTS)
def test_figures_of_opposite_sorts_are_asked_about(one: str, other: str) -> None:
    (left, right, *_), _ = marked(
        f"Among {one} the clerk counted [40] percent.", f"Of {other} she found [52] percent."
    )
    for sides in ((left, right), (right, left)):
        assert any(found.slot == "sorts" and found.asked for found in differences(*sides))


def test_the_noun_that_is_counted_is_of_a_sort_too() -> None:
    (left, right, *_), _ = marked("The ship had [40] crew aboard.", "It carried [52] passengers.")
    assert ("sorts", True) in {(each.slot, each.asked) for each in differences(left, right)}


def test_a_figure_of_both_sorts_is_not() -> None:
    (left, right, *_), _ = marked(
        "Among girls and boys the clerk counted [40] percent.", "Of girls she found [52] percent."
    )
    assert not any(found.slot in {"modifiers", "sorts"} for found in differences(left, right))


@pytest.mark.parametrize(
    "noun", ["aftershock", "foreshock", "rematch", "replay", "rerun", "runoff"]
)
def test_what_follows_or_precedes_an_event_is_another(noun: str) -> None:
    (left, right, *_), _ = marked(
        "The quake hurt [40] people in Oster.", f"The {noun} hurt [52] people in Oster."
    )
    assert ("times", True) in {(each.slot, each.asked) for each in differences(left, right)}


@pytest.mark.parametrize(
    "hearsay",
    ["Rumours", "Rumors", "Speculation", "A rumoured bid", "A rumored bid"],
)
def test_a_price_by_hearsay_is_asked_about(hearsay: str) -> None:
    (left, right, *_), _ = marked(
        f"{hearsay} put the price of the mill at [$30 million].", "The mill cost [$22 million]."
    )
    assert ("certainty", True) in {(each.slot, each.asked) for each in differences(left, right)}
