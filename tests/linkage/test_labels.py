"""The question of a group in plain words: what a desk reads in its heading."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck import Article, extract, reconcile
from factcheck.kinds import Kind, installed_kinds
from factcheck.linkage.event_days import _stands_alone
from factcheck.linkage.event_labels import _phrase_ends
from factcheck.linkage.labels import commonest, label_of
from factcheck.models import Claim

KINDS = {kind.name: kind for kind in installed_kinds()}


def labelled(text: str, figure: str) -> str:
    """The label of the one claim whose words hold `figure`."""
    article = Article(id="a", text=text)
    found = [claim for claim in extract(article) if figure in claim.quote]
    assert len(found) == 1, [claim.quote for claim in found]
    return label_of(found, KINDS[found[0].kind], {"a": article})


@pytest.mark.parametrize(
    ("text", "figure", "label"),
    [
        ("Michelle Ward, 54, was found near the weir.", "54", "age of Michelle Ward"),
        # The full name stands elsewhere in the article.
        ("Police found Michelle Ward. Ward, 54, was unhurt.", "54", "age of Michelle Ward"),
        ("Eighteen children were among the passengers.", "Eighteen",
         "number of children among the passengers"),
        ("Some 60 percent of voters backed the bridge.", "60",
         "share of voters: “… backed the bridge”"),
        ("The bank holds 30 percent of the ferry line.", "30",
         "share of the ferry line: “The bank holds …”"),
        ("Some 4,000 workers on strike were at the gate.", "4,000",
         "number of workers on strike"),
        ("The fire killed 12 people.", "12", "number of people killed"),
        ("The fire killed 12 firefighters.", "12", "number of firefighters killed"),
        ("The bodies of 12 victims were found.", "12", "number of people killed"),
        # What is counted in many places is named with the words around its figure.
        ("The search went on with three aircraft.", "three",
         "number of aircraft: “The search went on with …”"),
        ("A five-member panel heard the case.", "five",
         "number of members: “A … panel heard the case”"),
        ("Among the passengers was one infant.", "one",
         "number of infants: “Among the passengers was …”"),
        # A length is named by the words around it, up to where they pause.
        ("Officers stopped the van about 12 miles north of Lindow, Ada Voss said.", "12",
         "distance: “Officers stopped the van … north of Lindow”"),
        ("The mast stood in winds of 110 mph.", "110", "speed: “The mast stood in winds of …”"),
        ("And the bridge was closed for three weeks from the day on which the crane fell.", "three",
         "duration: “the bridge was closed for … from the day”"),
        # What is cut opens where a clause or a noun does, and ends where a phrase does.
        (("It was the third such loss of the year up north after a ferry with 40 planks of oak"
         " sank in heavy seas."), "40",
         "number of planks: “a ferry with … of oak sank in heavy seas”"),
        (("The vote split the five-member panel of the court which had sat through the whole winter"
         " in Tarn."), "five", "number of members: “The vote split the … panel of the court”"),
        ("Searchers found a raft, which carried 12 crates of tea.", "12",
         "number of crates of tea: “a raft, which carried …”"),
        # No other figure of a list, which may be an answer too.
        ("The town sent seven boats and three tugs to the wreck.", "three",
         "number of tugs: “The town sent … to the wreck”"),
        ("The captain said that 12 boats, five barges and a crane were at work.", "12",
         "number of boats: “… were at work”"),
        ("The captain said that 12 boats, five barges and a crane were at work.", "five",
         "number of barges: “… were at work”"),
        ("The plane was to climb to 9,000 feet from 6,000 feet.", "9,000",
         "distance: “The plane was to climb to …”"),
        # The last of several names is no doer.
        ("A hunt between Tarn, Orrin, and Lindow found a camp for 30 goats.", "30",
         "number of goats: “A hunt between Tarn, Orrin, and Lindow found a camp for …”"),
        # Who does it stands before an "and", a comma or an insertion; what only goes on with a
        # clause is told behind it.
        (("A merged Tarn Rail and Orrin Bus would own more cars and would run 38 percent of the"
          " lines."), "38", "share of the lines: “A merged Tarn Rail and Orrin Bus would run …”"),
        ("The old quay, which is closed, was sold for $3 million.", "3 million",
         "sum: “The old quay was sold for …”"),
        ("Ten boats were hit when a hillside in Orrin, a town 15 miles east of Lindow, gave way.",
         "15", "distance: “a hillside in Orrin, a town … east of Lindow gave way”"),
        ("The storm was 40 miles south of Tarn, and moving north at 16 mph.", "16",
         "speed: “The storm was moving north at …”"),
        ("A ferry was hit off the coast of Tarn in heavy rain, losing 40 crates of tea.", "40",
         "number of crates of tea: “A ferry was hit, losing …”"),
        ("Crews left the car at a hotel in Lindow, about 20 miles north of Tarn.", "20",
         "distance: “Crews left the car at a hotel in Lindow, … north of Tarn”"),
        # Who tells it is no doer, but where only a pronoun would be left.
        ("Officials said 12 goats and a dog were lost.", "12",
         "number of goats: “… and a dog were lost”"),
        ("The inn where a guest died and two cooks fell ill is closed.", "two",
         "number of cooks: “… fell ill is closed”"),
        ("The town lies about 12 miles (19 km) south of Tarn.", "12",
         "distance: “The town lies about … south of Tarn”"),
        ("Only nine drivers broke the strike.", "nine",
         "number of drivers: “Only … broke the strike”"),
        ("In a letter of 30 pages he tells how he built the mill.", "30",
         "number of pages: “In a letter of … he tells how he built the mill”"),
        # A pronoun has its name where the clauses before leave no doubt of it.
        ("Ada Voss came home. She ran 12 miles in the park.", "12",
         "distance: “She [Ada Voss] ran … in the park”"),
        ("Ada Voss came home. She was well. She ran 12 miles in the park.", "12",
         "distance: “She [Ada Voss] ran … in the park”"),
        ("Ada Voss came home. The mayor spoke. She ran 12 miles in the park.", "12",
         "distance: “She ran … in the park”"),
        ("Police were on the road. He ran 12 miles. He met police.", "12",
         "distance: “He ran …”"),
        # A measure keeps what it is of; marks of quotation are left out.
        ("He has 30 hours of practice too.", "30", "duration: “He has … of practice too”"),
        ("The road is “about 12 miles” long from Tarn to the coast.", "12",
         "distance: “The road is … long from Tarn to the coast”"),
        ("He said half of those found were women.", "half",
         "share of those found: “… of those found were women”"),
        # Who took them has another age.
        ("Raiders seized nine boys — aged 11 to 14 — at the mill.", "11 to 14",
         "age of the boys: “Raiders seized nine boys — aged …”"),
    ],
)  # fmt: skip
def test_a_label_names_what_is_asked(text: str, figure: str, label: str) -> None:
    assert labelled(text, figure) == label


@pytest.mark.parametrize(
    ("text", "day", "label"),
    [
        ("Rain fell and the search resumed on Monday.", "Monday", "day: the search resumed"),
        ("The mayor said that the dam broke on Friday.", "Friday", "day: the dam broke"),
        # Days that open the clause are what is asked.
        ("On Tuesday, divers reached the wreck.", "Tuesday", "day: divers reached the wreck"),
        ("Rescuers reached the three climbers who vanished on Sunday.", "Sunday",
         "day: the three climbers who vanished"),
        ("The board met in the U.S. on Monday.", "Monday", "day: The board met in the U.S."),
        # The day is asked for wherever it stands, but not where a noun goes on with it.
        ("The mayor offered comfort on Sunday to the survivors.", "Sunday",
         "day: The mayor offered comfort to the survivors"),
        ("The court on Monday ruled that the bridge is unsafe.", "Monday",
         "day: The court ruled"),
        ("The crane blew up on Friday as guests arrived.", "Friday",
         "day: The crane blew up as guests arrived"),
        ("The mayor spoke at a Monday briefing.", "Monday",
         "day: The mayor spoke at a Monday briefing"),
        # Who tells it is no part of the event.
        ("The line says controllers lost contact on Friday.", "Friday",
         "day: controllers lost contact"),
        ("Mayor Ada Voss said she fell ill on Friday.", "Friday",
         "day: Mayor Ada Voss said she fell ill"),
        ("The dam is shut, said Mayor Ada Voss on Friday.", "Friday",
         "day: Mayor Ada Voss said: “The dam is shut”"),
        ("Irma Roth, who lives by the weir, posted a picture of him on Monday.", "Monday",
         "day: Irma Roth posted a picture of him"),
        ("Dale Orrin, 26, was named by police on Monday.", "Monday",
         "day: Dale Orrin was named by police"),
        ("Friday’s meeting ended on Monday.", "Monday", "day: Friday’s meeting ended"),
        # All who do it, and nobody else.
        ("Heavy rain and winds hampered the search on Monday.", "Monday",
         "day: Heavy rain and winds hampered the search"),
        ("She went for a swim, bought a paper and, on Monday, rode to town.", "Monday",
         "day: She rode to town"),
        # Who does it, over what is inserted, and before "and".
        ("Dale Orrin, 24, who is accused of a raid, will be charged next Monday.", "Monday",
         "day: Dale Orrin will be charged"),
        ("A man who police say sold the boat wounded nine guests on Saturday.", "Saturday",
         "day: A man wounded nine guests"),
        (("The man accused of a long series of daring night raids at the old mill of Tarn appeared"
          " in court on Monday."), "Monday", "day: The man appeared in court"),
        ("Ten boats were hit when a hillside in Orrin, a town east of Lindow, gave way on Monday.",
         "Monday", "day: a hillside in Orrin gave way"),
        ("Police found the car and moved it on Monday.", "Monday", "day: Police moved it"),
        ("Last summer, Ada Voss left the board.", "summer", "day: Ada Voss left the board"),
        ("Work stopped on Monday as the crews left the quay.", "Monday",
         "day: Work stopped as the crews left the quay"),
        ("The shop sold the paper, printed on Monday.", "Monday", "day: the paper, printed"),
        ("The vote, held on Friday, is a defeat for the mayor.", "Friday", "day: The vote, held"),
        ("The boss of the Northern Front (NF) met Capital One Trust on Friday.", "Friday",
         "day: The boss of the Northern Front met Capital One Trust"),
        ("Police said Dale Orrin, 58, of Lindow, will be charged on Friday.", "Friday",
         "day: Dale Orrin will be charged"),
        ("The council said in a statement two boats had sunk on Monday.", "Monday",
         "day: two boats had sunk"),
        ("The clerk was beaten and robbed on Monday.", "Monday", "day: The clerk was robbed"),
        ("Ada Voss, head of the inn, said she fell ill on Monday.", "Monday",
         "day: Ada Voss said she fell ill"),
        ("A bar owner in Lindow, NJ saw the raft on Monday.", "Monday",
         "day: A bar owner in Lindow, NJ saw the raft"),
        # Nobody is left with a bare "said".
        ("The council said late on Friday that at least 30 barns were lost.", "Friday",
         "day: The council said: “at least 30 barns were lost”"),
        ("Ada Voss told the Echo on Tuesday: “We will sell the quay.”", "Tuesday",
         "day: Ada Voss told the Echo: “We will sell the quay”"),
        ("“We will sell the quay,” said Ada Voss on Monday.", "Monday",
         "day: Ada Voss said: “We will sell the quay”"),
        # A noun that a day stands before is the event; a clause around it is not.
        ("The list names the 1911 Tarn Park fire of Lindow as the last one.", "1911",
         "day: the Tarn Park fire of Lindow"),
        # Of two days in a clause each has its own words.
        ("Ada Voss felt tired Wednesday but not ill until Thursday.", "Thursday",
         "day: Ada Voss felt tired Wednesday but not ill until …"),
        ("Ada Voss was hurt on Wednesday and may be home by Thursday.", "hurt on Wednesday",
         "day: Ada Voss was hurt"),
        ("The bridge is to stay shut until Friday.", "Friday",
         "day: The bridge is to stay shut until …"),
        ("In the latest such raid on Monday, rebels burned a mill in Tarn.", "Monday",
         "day: rebels burned a mill in Tarn"),
    ],
)  # fmt: skip
def test_a_day_is_named_by_a_clause_that_stands_alone(text: str, day: str, label: str) -> None:
    assert labelled(text, day) == label


def test_no_label_ends_at_a_word_that_leads_on() -> None:
    text = (
        "The council meets again on Thursday. Talks had been scheduled for Wednesday. "
        "The pier was shut between 2012 and 2014. Workers who have gone unpaid since Sept. 15 "
        "walked out on Monday."
    )
    for group in reconcile([Article(id="a", text=text)]).groups:
        last = group.label.split()[-1].lower()
        assert last not in {"for", "on", "between", "since", "and", "that", "the", "sept"}


def test_the_commonest_wording_stands_for_a_group_and_the_first_of_those_as_common() -> None:
    assert commonest(["boats", "ships", None, "ships"]) == "ships"
    assert commonest(["boats", "ships"]) == "boats"
    assert commonest([None]) == ""


@pytest.fixture
def claims_of() -> Callable[[str], tuple[Claim, ...]]:
    return lambda text: extract(Article(id="a", text=text))


def test_a_label_needs_no_article(claims_of: Callable[[str], tuple[Claim, ...]]) -> None:
    """A claim whose article is not at hand is named by its own words."""
    kind: Kind | None = KINDS["count"]
    claims = [c for c in claims_of("Some 4,000 workers on strike voted.") if c.quantity]
    assert label_of(claims, kind, {}) == "number of workers"
    days = [c for c in claims_of("On Tuesday, divers reached the wreck.") if not c.quantity]
    assert label_of(days, KINDS["event_date"], {}) == "day: divers reached the wreck"
    assert label_of(claims, None, {}).startswith("count")


def test_a_long_clause_is_cut_where_a_phrase_ends() -> None:
    text = (
        "A plane of the northern line with all its passengers vanished over the bay near the old "
        "town of Lindow on Monday."
    )
    told = "A plane of the northern line vanished over the bay near the old town of Lindow"
    assert labelled(text, "Monday") == f"day: {told}"


def test_who_tells_something_last_monday_told_it() -> None:
    text = "“We will send a team,” said Foreign Minister Dale Orrin last Monday."
    told = "Foreign Minister Dale Orrin said: “We will send a team”"
    assert labelled(text, "Monday") == f"day: {told}"


def test_of_several_claims_the_one_whose_clause_stands_alone_names_the_event() -> None:
    pronoun = "He opened the mill on 3 May 2019."
    relative = "The mill, which he opened on 3 May 2019, is shut."
    whole = "Mayor Dale Orrin opened the mill on 3 May 2019."
    days = [
        claim
        for n, text in enumerate((pronoun, relative, whole))
        for claim in extract(Article(id=f"{n}", text=text))
        if claim.kind == "event_date"
    ]
    articles = {
        f"{n}": Article(id=f"{n}", text=text) for n, text in enumerate((pronoun, relative, whole))
    }
    assert label_of(days, KINDS["event_date"], articles) == "day: Mayor Dale Orrin opened the mill"


@pytest.mark.parametrize(
    ("behind", "led", "alone"),
    [
        # What stands behind a day; where a preposition leads to it, and where none does.
        ("", True, True), (".", True, True), (", it said", True, True), (" and", True, True),
        (" on the coast", True, True), (" ruled", True, True), (" hit", True, False),
        ("'s ruling", False, False), ("’s ruling", False, False), ("-long talks", False, False),
        (" kitchen", False, False),
    ],
)  # fmt: skip
def test_whether_a_noun_goes_on_with_a_day(behind: str, led: bool, alone: bool) -> None:
    assert (_stands_alone(behind, True), _stands_alone(behind, False)) == (led, alone)


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("the fire |", True),
        ("the fire, |which", True),
        ("attempted |to", False),
        ("attempted, |to", True),
        ("held |the", False),
        ("held; |the", True),
        ("the |fire", False),
        ("the fire, |flames", True),
        ("the fire; |flames", True),
        ("the fire |flames", False),
        ("fire |in", True),
        ("Oster |and", False),
        ("storms |and", True),
    ],
)
def test_where_a_phrase_may_be_cut(words: str, ends: bool) -> None:
    before, _, behind = words.partition("|")
    assert _phrase_ends([*before.split(), *behind.split()], len(before.split())) is ends


FIRE = ("The fire in Oster killed 40 people on Monday.", "A fire killed 52 people in Oster.")
FLOOD = ("The flood in Tillby killed 9 people.", "In Tillby a flood killed 12 people.")


def tolls(*texts: str) -> set[str]:
    report = reconcile(Article(id=f"{at}", text=text) for at, text in enumerate(texts))
    return {group.label for group in report.groups if group.kind == "deaths"}


def test_two_tolls_of_one_story_are_told_apart_by_the_words_around_them() -> None:
    plain = "number of people killed"
    assert tolls(*FIRE) == {plain}
    assert tolls(*(f"{fire} {flood}" for fire, flood in zip(FIRE, FLOOD, strict=True))) == {
        f"{plain}: “The fire in Oster killed … on Monday”",
        f"{plain}: “The flood in Tillby killed …”",
    }
    # What one paper alone tells in one way is no question that could be mistaken.
    assert plain in tolls(f"{FIRE[0]} {FLOOD[0]}", FIRE[1])
