"""No contradiction without identity: what joins two differing answers, and what parts them."""

from __future__ import annotations

import math
from datetime import date

import pytest

from factcheck import Article, extract, reconcile
from factcheck.kinds import EventDate, EventTime
from factcheck.linkage.batch_features import features
from factcheck.linkage.cannot_link import cannot_link
from factcheck.linkage.differences import are_two, differences, of_two_happenings
from factcheck.linkage.happenings import of_one_event
from factcheck.linkage.identity import identity, own_levels
from factcheck.linkage.model import Strength, link_model
from factcheck.results import Verdict
from tests.linkage.newsdesk import DAY, marked

WEIGHTS = link_model().identity
ONE = [
    # what an event has but one of
    ("The flood in Oster killed [40] people.", "The flood in Oster killed [52] people."),
    # a named bearer
    ("Ruth Castellan, [45], was elected.", "Ruth Castellan, [47], was elected."),
    # what befalls one thing once
    ("The ferry sank [on Monday].", "The ferry sank [on Tuesday]."),
    ("Mila Castellan died [on Monday].", "Mila Castellan, the actor, died [on Tuesday]."),
    # the only deadline that either tells of
    ("Weavers went home after a deadline [on Monday].",
     "The mill gave its weavers a deadline [Tuesday]."),
    # a copied sentence with one figure changed
    ("Engineers counted [320] cracked tiles on the roof of the town library this week.",
     "Engineers counted [230] cracked tiles on the roof of the town library this week."),
]  # fmt: skip
TWO = {
    "contrast": ("Hail broke [40] windows in Oster.", "Hail broke [95] windows in Tillby."),
    "kind": ("The blast killed [4] miners.", "The blast injured [9] miners."),
    "head": ("The council bought [12] lorries.", "The council bought [30] tents."),
    "part": ("The crash hurt 30 people, including [12] children.", "The crash hurt [19] people."),
    "earlier": ("The raid came two days after [50] people were killed.", "It killed [9] people."),
    "per": ("The plant makes [300] bicycles.", "The plant makes [40] bicycles a day."),
    "period": ("In the 1990s, [12] jets crashed.", "In the 1980s, [19] jets crashed."),
    "days": ("Police arrested [22] men on Monday.", "Police arrested [57] men on Tuesday."),
    "place": ("The flood shut [9] roads in Upper Tarn.", "In Lower Tarn, it shut [21] roads."),
    "others": ("The flood hurt [20] pupils.", "The flood hurt 9 men. It hurt [2] more pupils."),
    "modifiers": ("The war caused [900] deaths.", "The war caused [177] battle deaths."),
}
# Pairs of which a slot that looks different is none.
OPEN = {
    # those taken off a ship are rescued and evacuated; migrants may have met any fate
    "kind": ("The trawler rescued [51] men.", "The trawler evacuated [55] men."),
    "what they are": ("The town fed [51] men.", "The town housed [55] migrants."),
    # a set that they are drawn from, and an adjective of doubt
    "drawn": ("Guards killed [four] of the looters.", "Guards killed [five] looters."),
    "doubt": ("Guards killed [four] suspected looters.", "Guards killed [five] looters."),
    # a score counts votes
    "tally": ("The council passed the plan [54] to 41.", "The plan won [56] votes."),
}
# ... and of which a slot makes two questions though kind and noun are one.
NEVER = {
    "those who did it": ("The raid killed [four] gunmen.", "The raid killed [nine] people."),
    "for and against": ("The council passed it 54 to [41].", "The council passed it [56] to 40."),
    "part": ("Raids killed [nine] men.", "[Five] of the men killed in raids were executed."),
    "fate": ("The storm killed [nine] men.", "[Four] men are under arrest."),
}
# Two sides of one slot of scope, and what tells them apart.
PARTS = {
    "only one counts": (
        "The blast killed [11] people, not counting the gunman.",
        "The blast killed [12] people, including the gunman.",
    ),
    "sorts": (
        "The ferry carried [181 passengers] and eight crew.",
        "There were [189 people] on board the ferry.",
    ),
}


LOOKED_AT = [
    *ONE, *OPEN.values(), *PARTS.values(),
    # days of two acts that a figure beside them ties
    ("The strike of 900 miners began [on Monday].", "900 miners were praised [on Tuesday]."),
    # an act among the words of another one's clause
    ("The ferry sank [on Monday].", "Divers searched for the ferry that sank, [on Tuesday]."),
    ("The mayor said [on Monday] that rain came.", "The mayor said [on Tuesday] that rain came."),
    # a lead without an act, and somebody who takes part in both
    ("It was [Monday].", "The ferry sank [on Tuesday]."),
    ("Ruth Castellan sang [on Monday].", "Police questioned Ruth Castellan [on Tuesday]."),
]  # fmt: skip
PASSED_OVER = [
    TWO["kind"], TWO["head"], TWO["earlier"],
    ("The ferry sank [on Monday].", "The ferry ran [until Tuesday]."),
]  # fmt: skip
UNLIKE = [
    ("The ferry sank [on Monday].", "The mayor resigned [on Tuesday]."),
    ("It was quiet in the hills. " * 30 + "It was [Monday].", "The ferry sank [on Tuesday]."),
]


@pytest.mark.parametrize(("left", "right"), LOOKED_AT)
def test_a_first_look_passes_over_nothing_that_may_be_one(left: str, right: str) -> None:
    (one, other), _ = marked(left, right)
    assert not are_two(one, other)
    assert not are_two(other, one)


@pytest.mark.parametrize(("left", "right"), PASSED_OVER)
def test_what_a_first_look_passes_over_is_two_questions(left: str, right: str) -> None:
    (one, other), words = marked(left, right)
    for sides in ((one, other), (other, one)):
        assert are_two(*sides)
        found = identity(*sides, words, WEIGHTS)
        assert found.strength is Strength.DIFFERENT
        assert not found.fits
        assert found.score == -math.inf


@pytest.mark.parametrize(("left", "right"), UNLIKE)
def test_days_of_two_acts_that_share_nothing_fit_nothing(left: str, right: str) -> None:
    (one, other), words = marked(left, right)
    found = identity(one, other, words, WEIGHTS)
    assert found.strength <= Strength.POSSIBLE
    assert not found.fits


@pytest.mark.parametrize(("left", "right"), ONE)
def test_positive_identity_joins_differing_answers(left: str, right: str) -> None:
    (one, other), words = marked(left, right)
    assert identity(one, other, words, WEIGHTS).strength >= Strength.LIKELY
    assert identity(one, other, words, WEIGHTS).fits


@pytest.mark.parametrize("slot", TWO)
def test_a_slot_that_differs_makes_two_questions(slot: str) -> None:
    (one, other), words = marked(*TWO[slot])
    assert slot in {found.slot for found in differences(one, other) if found.hard}
    found = identity(one, other, words, WEIGHTS)
    assert found.strength is Strength.DIFFERENT
    assert found.against


def test_a_toll_since_january_is_not_that_of_a_boat() -> None:
    (one, other), words = marked(
        "[1,500] people have drowned off Oster since the start of the year.",
        "[24] people drowned off Oster.",
    )
    assert identity(one, other, words, WEIGHTS).strength is Strength.DIFFERENT


def test_temperatures_of_two_days_are_two() -> None:
    (one, other), words = marked(
        "It was [49 degrees] in Oster on Tuesday.", "It was [47 degrees] in Oster on Monday."
    )
    assert identity(one, other, words, WEIGHTS).strength is Strength.DIFFERENT


def test_two_counts_that_share_their_place_alone_are_asked_about() -> None:
    (one, other), words = marked(
        "The gate of Sunday's regatta at Oster Strand Quay was [74,519].",
        "[71,320] spectators watched the regatta at Oster Strand Quay on Sunday.",
    )
    found = identity(one, other, words, WEIGHTS)
    assert found.score >= WEIGHTS.likely
    assert found.strength is Strength.POSSIBLE


@pytest.mark.parametrize(
    ("left", "right", "enough"),
    [
        # Both count firemen, or only people.
        ("Police in Oster traced [46] firemen.", "[52] firemen in Oster rest.", True),
        ("Police in Oster traced [46] people.", "[52] people in Oster rest.", False),
        # Figures of one question are seldom five times apart.
        ("Boats pulled [118] people from the sea.", "A fisherman saved [24] people.", True),
        ("Boats pulled [118] people from the sea.", "A fisherman saved [23] people.", False),
    ],
)  # fmt: skip
def test_what_is_too_little_for_a_contradiction(left: str, right: str, enough: bool) -> None:
    (one, other), words = marked(left, right)
    found = identity(one, other, words, WEIGHTS)
    assert found.score >= WEIGHTS.likely  # so it is the rule that holds it back
    assert found.strength >= Strength.POSSIBLE
    assert (found.strength >= Strength.LIKELY) is enough


def test_a_noun_that_is_counted_and_measured_speaks_once() -> None:
    (one, other), words = marked("He is a [9-year veteran].", "She is a [17-year veteran].")
    fits = identity(one, other, words, WEIGHTS).fits
    assert len([reason for reason in fits if "veteran" in reason]) == 1


@pytest.mark.parametrize("slot", OPEN)
def test_one_thing_told_in_two_ways_is_no_difference(slot: str) -> None:
    (one, other), _ = marked(*OPEN[slot])
    assert not [found for found in differences(one, other) if found.hard]


@pytest.mark.parametrize("slot", NEVER)
def test_two_sets_of_one_noun_are_two_questions(slot: str) -> None:
    (one, other), words = marked(*NEVER[slot])
    assert identity(one, other, words, WEIGHTS).strength is Strength.DIFFERENT


@pytest.mark.parametrize("reason", PARTS)
def test_a_count_that_leaves_some_out_is_no_count_of_all(reason: str) -> None:
    (one, other), _ = marked(*PARTS[reason])
    told = [found.reason for found in differences(one, other) if found.hard]
    assert [found for found in told if reason in found]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # Two sorts of the same name are compared, and so are two that nobody opposes.
        ("The ferry carried [181 passengers] and eight crew.",
         "The ferry carried [175 passengers] and nine crew."),
        ("The blast killed [11] people, including the gunman.", "The blast killed [12] people."),
        ("The fire burned [90 huts] in Upper Tarn.", "The fire burned [70 huts] in Tarn."),
        ("Police arrested [22] men on Monday.", "Police arrested [57] men."),
    ],
)  # fmt: skip
def test_what_one_report_leaves_open_is_no_difference(left: str, right: str) -> None:
    (one, other), _ = marked(left, right)
    assert not [found for found in differences(one, other) if found.hard]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The mill in Oster hired [30] weavers.", "The mill in Oster will hire [50] weavers."),
        ("The flood in Oster killed [40] people.",
         "The flood in Oster could have killed [900] people."),
        ("The flood in Oster killed [40] people.",
         "In Oster [900] people are feared dead after the flood."),
        ("Divers freed [40] men.", "Divers were sent to free [60] men."),
    ],
)  # fmt: skip
def test_a_plan_or_a_supposition_is_asked_about_and_never_flagged(left: str, right: str) -> None:
    (one, other), words = marked(left, right)
    assert [found for found in differences(one, other) if found.asked]
    found = identity(one, other, words, WEIGHTS)
    assert found.strength is Strength.POSSIBLE
    assert found.weakened(-100.0, WEIGHTS).strength is Strength.POSSIBLE


def test_one_weekday_may_be_of_two_happenings() -> None:
    shares = (
        "The mayor sold 200 shares [on Monday].",
        "The treasurer sold 1,500 shares [on Monday].",
    )
    (mayor, treasurer), _ = marked(*shares)
    assert of_two_happenings(mayor, treasurer)
    (one, other), _ = marked(shares[0], "The mayor sold 200 shares in the tram firm [on Monday].")
    assert not of_two_happenings(one, other)


@pytest.mark.parametrize(
    ("left", "right", "two"),
    [
        ("The ferry sank and [11] people died.", "A tug rescued [11] people.", True),
        ("The quake injured [90] people.", "The quake killed [90] people.", True),
        ("The trawler rescued [51] men.", "The trawler evacuated [51] men.", False),
        ("The jet had [162] people on board.", "All [162] people died.", False),
        ("The quake killed [90] people.", "The quake killed [90] children.", False),
        ("The quake killed [90] people.", "They buried [90] people.", False),
    ],
)
def test_one_figure_of_two_outcomes_is_of_two_counts(left: str, right: str, two: bool) -> None:
    """Who died was not rescued, whereas all who were on board may have died."""
    (one, other), _ = marked(left, right)
    assert of_two_happenings(one, other) is two
    assert of_two_happenings(other, one) is two


def test_two_words_of_one_sort_may_tell_one_deed() -> None:
    (heist, theft, vigil), _ = marked(
        "Two clerks made off with the silver in a heist [on Monday].",
        "Two clerks stole the silver [on Tuesday].",
        "A vigil for the clerks was held [on Tuesday].",
    )
    assert of_one_event(heist, theft)
    assert "predicate" not in [found.slot for found in differences(heist, theft)]
    assert "predicate" in [found.slot for found in differences(heist, vigil)]


def test_a_year_that_a_noun_carries_tells_which_one() -> None:
    (one, other), _ = marked("Roe won the [2016] election.", "Roe won the [2018] election.")
    assert "weeks" in [found.slot for found in differences(one, other)]
    (one, other), _ = marked("The pact was signed [in March].", "The pact was signed [in May].")
    assert "weeks" not in [found.slot for found in differences(one, other)]


def test_one_more_death_fits_less_than_that_of_one_whom_both_name() -> None:
    (one, other, mila, actor), words = marked(
        "A man died [on Monday].", "A man died [on Tuesday].",
        "Mila Castellan died [on Monday].", "Mila Castellan, the actor, died [on Tuesday].",
    )  # fmt: skip
    found, named = identity(one, other, words, WEIGHTS), identity(mila, actor, words, WEIGHTS)
    assert not [reason for reason in found.fits if "happens once" in reason]
    assert [reason for reason in named.fits if "happens once" in reason]
    assert found.score < named.score
    assert found.strength < Strength.SURE


@pytest.mark.xfail(
    strict=True,
    reason="The fitted weights of days take two deaths of a man whom nobody names for one.",
)
def test_one_more_death_may_be_that_of_another() -> None:
    (one, other), words = marked("A man died [on Monday].", "A man died [on Tuesday].")
    assert identity(one, other, words, WEIGHTS).strength < Strength.LIKELY


def test_what_merely_sounds_alike_is_no_contradiction() -> None:
    (one, other), words = marked(
        "Divers searched the lake with [12] boats.", "The harbour of Vesta has [90] boats."
    )
    assert identity(one, other, words, WEIGHTS).strength < Strength.LIKELY


def test_figures_told_a_year_apart_are_of_two_times() -> None:
    texts = "The shelter housed [40] cats on Monday.", "The shelter housed [70] cats on Monday."
    (one, other), words = marked(*texts, days=(DAY, date(2022, 3, 5)))
    assert identity(one, other, words, WEIGHTS).strength is Strength.DIFFERENT


def test_two_currencies_and_two_ways_of_a_distance_never_meet() -> None:
    (pounds, euros), _ = marked("The barn cost [£40,000].", "The barn cost [€52,000].")
    assert cannot_link(pounds, euros)
    (long, deep), _ = marked("The trench is [40 metres] long.", "The trench is [9 metres] deep.")
    assert cannot_link(long, deep)


def test_figures_of_one_sentence_are_two_unless_they_are_stated_in_turn() -> None:
    (boats, nets), _ = marked("The storm wrecked [12] boats and [90] boats were moved.")
    assert cannot_link(boats, nets)
    (before, after), _ = marked("The herd fell from [900] cows to [300] cows.")
    assert not cannot_link(before, after)


def test_a_speed_is_the_only_one_only_where_its_article_gives_no_other() -> None:
    (wind, way, alone, other), words = marked(
        "The storm had winds of [125 mph] and was moving northwest at [16 mph].",
        "The storm is trudging towards the coast at [17 mph].",
        "The storm is moving at [16 mph].",
    )
    sole = "each gives only one speed"
    assert sole in identity(alone, other, words, WEIGHTS).fits
    assert sole not in identity(way, alone, words, WEIGHTS).fits
    assert sole not in identity(wind, way, words, WEIGHTS).fits


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("at 02:00 UTC+8 on Saturday", "at 18:00 GMT on Friday", True),
        ("at 00:30 UTC+2 on Saturday", "at 23:00 GMT on Friday", True),
        ("at 20:00 UTC+8 on Friday", "at 18:00 GMT on Thursday", True),
        ("at 20:00 UTC+8 on Friday", "at 12:00 GMT on Thursday", False),
        ("at 20:00 GMT on Friday", "at 20:00 GMT on Thursday", False),
        ("at 20:00 UTC+8 on Friday", "on Thursday", False),
        ("at 8 p.m. on Friday", "at 18:00 GMT on Friday", False),
    ],
)
def test_days_of_two_clocks_are_compared_by_the_hour(left: str, right: str, apart: bool) -> None:
    wednesday = date(2021, 3, 10)
    articles = [
        Article(id=at, text=f"The rocket struck {at}.", published=wednesday) for at in (left, right)
    ]
    claims = [c for a in articles for c in extract(a) if isinstance(c, EventDate | EventTime)]
    made, _ = features(articles, claims, {})
    one, other = (one for one in made if isinstance(one.claim, EventDate))
    assert cannot_link(one, other) is cannot_link(other, one) is apart


def test_one_moment_of_two_zones_is_no_conflict_of_days() -> None:
    report = reconcile(
        Article(id=at, text=f"The rocket struck {at}.", published=date(2021, 3, 10))
        for at in ("at 02:00 UTC+8 on Saturday", "at 18:00 GMT on Friday")
    )
    assert not report.conflicts


def test_that_one_figure_is_larger_does_not_speak_against_what_two_are_quoted_for() -> None:
    """Of two figures that one article gives one is always the larger."""
    quoted = "Radio Oster said [8] women had died. Ada Ruse said [10] women had died."
    for text, told in (
        (quoted, False),
        ("The fire killed [8] women. It hurt many. In all it killed [10] women.", True),
    ):
        (one, other), _ = marked(text)
        assert ("total" in {found.slot for found in differences(one, other)}) is told, text
    apart = quoted.replace("[10]", "10"), "A priest said [12] women had died."
    (one, other), _ = marked(*apart)
    assert "total" in {found.slot for found in differences(one, other)}


def test_an_article_that_quotes_two_for_one_question_sets_them_against_each_other() -> None:
    def reached(text: str, *others: str) -> list[float]:
        (one, other, *_), words = marked(text, *others)
        found = own_levels(one, other, words, link_model().identity)
        return [level.amount for level in found if level.name == "two_speakers"]

    # Of its kind, of one counted noun, of one measured noun.
    for text in (
        "State television said [nine people] were killed. The mayor said that [seven people] died.",
        "Police counted [400 tents], officers said. Organisers said there were [900 tents].",
        "Poole won [49 percent], the commission said. Poole had [52 percent], her camp said.",
    ):
        assert reached(text) == [1.0], text
    # Two things; nobody quoted; one speaker; two articles.
    tents = "Organisers said there were [900 tents]."
    assert reached("Police counted [400 vans], officers said. " + tents) == []
    assert reached("There were [400 tents]. There are [900 tents].") == []
    assert reached("Organisers said there were [400 tents]. " + tents) == []
    assert reached("Police counted [400 tents], officers said.", tents) == []


def test_an_estimate_that_its_text_revises_is_replaced_and_agrees_with_nothing() -> None:
    """A careful reader takes 180 and "up to 220" for the count that the 40 replaces."""
    fire = "The gorse fire above Tarnby has destroyed 180 barns. Hundreds of people fled."
    sheriff = (
        "The sheriff of Tarnby said that 40 barns were destroyed by the gorse fire. That was a "
        "correction of an initial estimate that up to 220 barns might have been destroyed."
    )
    report = reconcile(
        [
            Article(id="fire", text=fire, published=date(2024, 7, 1)),
            Article(id="sheriff", text=sheriff, published=date(2024, 7, 1)),
        ]
    )
    barns = next(group for group in report.groups if "barns" in group.label)
    assert len(barns.claims) == 3
    assert [position.answer for position in barns.positions] == ["180", "40"]
    assert barns.verdict is Verdict.UPDATE
