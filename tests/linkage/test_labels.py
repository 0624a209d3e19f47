"""The question of a group in plain words: what a desk reads in its heading."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from factcheck import Article, extract, reconcile
from factcheck.kinds import Kind, installed_kinds
from factcheck.linkage.label_words import commonest
from factcheck.linkage.labels import label_of
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
        ("Michelle Ward, 54, was found near the weir.", "54",
         "age of Michelle Ward"),
        # The full name stands elsewhere in the article.
        ("Police found Michelle Ward. Ward, 54, was unhurt.", "54",
         "age of Michelle Ward"),
        ("Eighteen children were among the passengers.", "Eighteen",
         "number of children among the passengers"),
        ("Some 60 percent of voters backed the bridge.", "60",
         "share: “___ of voters backed the bridge”"),
        ("The bank holds 30 percent of the ferry line.", "30",
         "share: “The bank holds ___ of the ferry line”"),
        ("Some 4,000 workers on strike were at the gate.", "4,000",
         "number of workers on strike"),
        ("The fire killed 12 people.", "12",
         "number of people killed"),
        ("The fire killed 12 firefighters.", "12",
         "number of firefighters killed"),
        ("The bodies of 12 victims were found.", "12",
         "number of people killed"),
        # What the text says of them is more than the kind says.
        ("Divers found 12 bodies in the river.", "12",
         "number of people found dead"),
        ("The storm flattened 40 barns near Tarn.", "40",
         "number of barns destroyed"),
        ("The river flooded 300 cellars in Tarn.", "300",
         "number of cellars flooded"),
        ("Rioters burned 20 cars in the capital.", "20",
         "number of cars burned"),
        ("In the quake 60 houses collapsed.", "60",
         "number of houses that collapsed"),
        ("The storm damaged 40 barns near Tarn.", "40",
         "number of barns damaged"),
        ("Some 9,000 residents were ordered to leave.", "9,000",
         "number of residents told to leave"),
        ("Soldiers evacuated 9,000 people from the valley.", "9,000",
         "number of people evacuated"),
        ("About 9,000 miners fled the fighting.", "9,000",
         "number of miners who fled"),
        ("The flood left 9,000 people homeless.", "9,000",
         "number of people made homeless"),
        ("Police detained 30 men in Oster.", "30",
         "number of men detained"),
        ("Agents apprehended 30 men at the border.", "30",
         "number of men arrested or stopped"),
        ("Four people were shot in the square.", "Four",
         "number of people shot"),
        ("Dale W. Orrin, 38, was held.", "38",
         "age of Dale W. Orrin"),
        # The name behind the figure is that of its bearer.
        ("Three brothers were held: 50-year-old Dale Orrin and 54-year-old Pedro Orrin.", "54",
         "age of Pedro Orrin"),
        # A name keeps its capital, and "the more" is nobody.
        ("The blast killed 40 Norlanders.", "40",
         "number of Norlanders killed"),
        ("Dozens of children are among the more than 130 miners who died.", "Dozens",
         "number: “___ children are among the more than 130 miners who died”"),
        # A sentence without a verb leans on the one before it.
        ("Ada Voss passed her test. Three down, two to go.", "Three",
         "number: “Ada Voss passed her test. ___ down, two to go”"),
        ("Ada Voss passed her test.\n\nThree down, two to go.", "Three",
         "number: “___ down, two to go”"),
        # What is counted in many places is named with the words around its figure.
        ("The search went on with three aircraft.", "three",
         "number: “The search went on with ___ aircraft”"),
        ("A five-member panel heard the case.", "five",
         "number: “A ___-member panel heard the case”"),
        ("Among the passengers was one infant.", "one",
         "number: “Among the passengers was ___ infant”"),
        # A bare figure keeps the noun that it is of, and a quotation stands whole.
        (("Roe told how she made all nine rafts that were found by the quay - five that sank, one "
         "that burned and a last one that she kept."), "five",
         ("number: “Roe told how she made all nine rafts that were found by the quay - ___ that "
         "sank”")),
        ("Roe may be tied by one of five “Mind the dog, children” plates that she bought in Tarn.",
         "five",
         ("number: “Roe may be tied by one of ___ ‘Mind the dog, children’ plates that she bought "
         "in Tarn”")),
        ("As of Sunday, all but five of the rafts had been towed from the quay.", "five",
         "number: “As of Sunday, all but ___ of the rafts had been towed from the quay”"),
        # A clause without its "before" does not run into the next.
        ("In the days before Ada Voss fell ill, she went on a 3-mile walk.", "3-mile",
         "length or distance: “In the days before Ada Voss fell ill, she went on a ___ walk”"),
        # So is what is measured, up to where the words pause.
        ("Officers stopped the van about 12 miles north of Lindow, Ada Voss said.", "12",
         "length or distance: “Officers stopped the van ___ north of Lindow”"),
        ("The mast stood in winds of 110 mph.", "110",
         "speed: “The mast stood in winds of ___”"),
        ("And the bridge was closed for three weeks from the day on which the crane fell.", "three",
         "duration: “the bridge was closed for ___ from the day on which the crane fell”"),
        # A clause that stands alone within a long sentence.
        (("It was the third such loss of the year up north after a ferry with 40 planks of oak "
          "sank in heavy seas."), "40",
         "number: “a ferry with ___ planks of oak sank in heavy seas”"),
        (("The vote split the five-member panel of the court which had sat through the whole "
          "winter in Tarn."), "five",
         ("number: “The vote split the ___-member panel of the court which had sat through the "
          "whole winter in Tarn”")),
        ("Searchers found a raft, which carried 12 crates of tea.", "12",
         "number: “Searchers found a raft, which carried ___ crates of tea”"),
        # Each figure of a list has its own gap.
        ("The town sent seven boats and three tugs to the wreck.", "three",
         "number: “The town sent seven boats and ___ tugs to the wreck”"),
        ("The captain said that 12 boats, five barges and a crane were at work.", "12",
         "number: “___ boats, five barges and a crane were at work”"),
        ("The captain said that 12 boats, five barges and a crane were at work.", "five",
         "number: “12 boats, ___ barges and a crane were at work”"),
        ("The plane was to climb to 9,000 feet from 6,000 feet.", "9,000",
         "length or distance: “The plane was to climb to ___ from 6,000 feet”"),
        # No stretch begins behind an "and" that no comma parts: it may join names or one subject.
        ("A hunt between Tarn, Orrin, and Lindow found a camp for 30 goats.", "30",
         "number: “A hunt between Tarn, Orrin, and Lindow found a camp for ___ goats”"),
        # Nor behind an insertion, nor with what only goes on with a clause.
        (("A merged Tarn Rail and Orrin Bus would own more cars and would run 38 percent of the "
          "lines."), "38",
         ("share: “A merged Tarn Rail and Orrin Bus would own more cars and would run ___ of "
          "the lines”")),
        ("The old quay, which is closed, was sold for $3 million.", "3 million",
         "sum: “The old quay, which is closed, was sold for ___”"),
        ("Ten boats were hit when a hillside in Orrin, a town 15 miles east of it, gave way.", "15",
         ("length or distance: “Ten boats were hit when a hillside in Orrin, a town ___ east of"
          " it, gave way”")),
        ("The storm was 40 miles south of Tarn, and moving north at 16 mph.", "16",
         "speed: “The storm was 40 miles south of Tarn, and moving north at ___”"),
        ("A ferry was hit off the coast of Tarn in heavy rain, losing 40 crates of tea.", "40",
         "number: “A ferry was hit off the coast of Tarn in heavy rain, losing ___ crates of tea”"),
        ("Crews left the car at a hotel in Lindow, about 20 miles north of Tarn.", "20",
         "length or distance: “Crews left the car at a hotel in Lindow, ___ north of Tarn”"),
        # Nor inside a subject.
        ("Officials said 12 goats and a dog were lost.", "12",
         "number: “Officials said ___ goats and a dog were lost”"),
        ("The inn where a guest died and two cooks fell ill is closed.", "two",
         "number: “The inn where a guest died and ___ cooks fell ill is closed”"),
        ("The town lies about 12 miles (19 km) south of Tarn.", "12",
         "length or distance: “The town lies about ___ south of Tarn”"),
        ("Only nine drivers broke the strike.", "nine",
         "number: “Only ___ drivers broke the strike”"),
        ("In a letter of 30 pages he tells how he built the mill.", "30",
         "number: “In a letter of ___ pages he tells how he built the mill”"),
        # A pronoun has its name where the sentences before leave no doubt of it.
        ("Ada Voss came home. She ran 12 miles in the park.", "12",
         "length or distance: “She [Ada Voss] ran ___ in the park”"),
        ("Ada Voss came home. She was well. She ran 12 miles in the park.", "12",
         "length or distance: “She [Ada Voss] ran ___ in the park”"),
        ("Ada Voss came home. The mayor spoke. She ran 12 miles in the park.", "12",
         "length or distance: “She ran ___ in the park”"),
        ("Police were on the road. He ran 12 miles. He met police.", "12",
         "length or distance: “He ran ___”"),
        # A measure keeps what it is of; marks around the gap alone are left out.
        ("He has 30 hours of practice too.", "30",
         "duration: “He has ___ of practice too”"),
        ("The road is “about 12 miles” long from Tarn to the coast.", "12",
         "length or distance: “The road is ___ long from Tarn to the coast”"),
        ("He said half of those found were women.", "half",
         "share: “He said ___ of those found were women”"),
        # An age that no name bears is named by the words around it too.
        ("Raiders seized nine boys — aged 11 to 14 — at the mill.", "11 to 14",
         "age: “Raiders seized nine boys — aged ___”"),
        # Where the paper prints its place and agency, the sentence begins behind that.
        ("LINDOW, May 3 (Echo) — Divers raised 12 crates of tea.", "12",
         "number: “Divers raised ___ crates of tea”"),
        # Who says it is left out where the rest stands alone, and a condition is not.
        ("“The pier lost 40 planks of oak in the storm,” said Ada Voss.", "40",
         "number: “The pier lost ___ planks of oak in the storm”"),
        ("The town will pay if the crews raise 40 crates of tea.", "40",
         "number: “The town will pay if the crews raise ___ crates of tea”"),
        # A vague figure goes with its "of"; one in two units is one gap.
        ("Dozens of goats strayed on the quay.", "Dozens",
         "number: “___ goats strayed on the quay”"),
        ("The quay, 12 miles (19 km) from Tarn, is shut.", "19",
         "length or distance: “The quay, ___ from Tarn, is shut”"),
        # A long sentence is cut where a phrase ends, not before "to", "of" or a verb.
        (("The council of the old town on the western coast agreed to pay the crews of the ferry "
          "line some $3 million for the months that they had spent on the quay in the cold of "
          "last winter."), "3 million",
         ("sum: “The council of the old town on the western coast agreed to pay the crews of "
          "the ferry line ___”")),
        # What only goes on with a clause far off has the opening of its sentence.
        (("A ferry was hit off the coast of Tarn long before the first of the crews from the towns"
          " around it had come to the quay of Lindow, losing 40 crates of tea."), "40",
         "number: “A ferry was hit off the coast of Tarn long … losing ___ crates of tea”"),
    ],
)  # fmt: skip
def test_a_label_names_what_is_asked(text: str, figure: str, label: str) -> None:
    assert labelled(text, figure) == label


@pytest.mark.parametrize(
    ("text", "day", "label"),
    [
        ("Rain fell and the search resumed on Monday.", "Monday",
         "day: “Rain fell and the search resumed on ___”"),
        ("The mayor said that the dam broke on Friday.", "Friday",
         "day: “The mayor said that the dam broke on ___”"),
        # A day may open the clause.
        ("On Tuesday, divers reached the wreck.", "Tuesday",
         "day: “On ___, divers reached the wreck”"),
        ("Rescuers reached the three climbers who vanished on Sunday.", "Sunday",
         "day: “Rescuers reached the three climbers who vanished on ___”"),
        ("The board met in the U.S. on Monday.", "Monday",
         "day: “The board met in the U.S. on ___”"),
        # The gap is where the day stands.
        ("The mayor offered comfort on Sunday to the survivors.", "Sunday",
         "day: “The mayor offered comfort on ___ to the survivors”"),
        ("The court on Monday ruled that the bridge is unsafe.", "Monday",
         "day: “The court on ___ ruled that the bridge is unsafe”"),
        ("The crane blew up on Friday as guests arrived.", "Friday",
         "day: “The crane blew up on ___ as guests arrived”"),
        ("The mayor spoke at a Monday briefing.", "Monday",
         "day: “The mayor spoke at a ___ briefing”"),
        # Who tells it stays.
        ("The line says controllers lost contact on Friday.", "Friday",
         "day: “The line says controllers lost contact on ___”"),
        ("Mayor Ada Voss said she fell ill on Friday.", "Friday",
         "day: “Mayor Ada Voss said she fell ill on ___”"),
        ("The dam is shut, said Mayor Ada Voss on Friday.", "Friday",
         "day: “The dam is shut, said Mayor Ada Voss on ___”"),
        ("Irma Roth, who lives by the weir, posted a picture of him on Monday.", "Monday",
         "day: “Irma Roth, who lives by the weir, posted a picture of him on ___”"),
        ("Dale Orrin, 26, was named by police on Monday.", "Monday",
         "day: “Dale Orrin, 26, was named by police on ___”"),
        ("Friday’s meeting ended on Monday.", "Monday",
         "day: “Friday’s meeting ended on ___”"),
        # All who do it.
        ("Heavy rain and winds hampered the search on Monday.", "Monday",
         "day: “Heavy rain and winds hampered the search on ___”"),
        ("She went for a swim, bought a paper and, on Monday, rode to town.", "Monday",
         "day: “She went for a swim, bought a paper and, on ___, rode to town”"),
        # What is inserted stays.
        ("Dale Orrin, 24, who is accused of a raid, will be charged next Monday.", "Monday",
         "day: “Dale Orrin, 24, who is accused of a raid, will be charged ___”"),
        ("A man who police say sold the boat wounded nine guests on Saturday.", "Saturday",
         "day: “A man who police say sold the boat wounded nine guests on ___”"),
        (("The man accused of a long series of daring night raids at the old mill of Tarn "
          "appeared in court on Monday."), "Monday",
         ("day: “The man accused of a long series of daring night raids at the old mill of Tarn"
          " appeared in court on ___”")),
        (("Ten boats were hit when a hillside in Orrin, a town east of Lindow, gave way on "
          "Monday."), "Monday",
         ("day: “Ten boats were hit when a hillside in Orrin, a town east of Lindow, gave way "
          "on ___”")),
        ("Police found the car and moved it on Monday.", "Monday",
         "day: “Police found the car and moved it on ___”"),
        ("Last summer, Ada Voss left the board.", "summer",
         "day: “___, Ada Voss left the board”"),
        ("Work stopped on Monday as the crews left the quay.", "Monday",
         "day: “Work stopped on ___ as the crews left the quay”"),
        ("The shop sold the paper, printed on Monday.", "Monday",
         "day: “The shop sold the paper, printed on ___”"),
        ("The vote, held on Friday, is a defeat for the mayor.", "Friday",
         "day: “The vote, held on ___, is a defeat for the mayor”"),
        ("The boss of the Northern Front (NF) met Capital One Trust on Friday.", "Friday",
         "day: “The boss of the Northern Front (NF) met Capital One Trust on ___”"),
        ("Police said Dale Orrin, 58, of Lindow, will be charged on Friday.", "Friday",
         "day: “Police said Dale Orrin, 58, of Lindow, will be charged on ___”"),
        ("The council said in a statement two boats had sunk on Monday.", "Monday",
         "day: “The council said in a statement two boats had sunk on ___”"),
        ("The clerk was beaten and robbed on Monday.", "Monday",
         "day: “The clerk was beaten and robbed on ___”"),
        ("Ada Voss, head of the inn, said she fell ill on Monday.", "Monday",
         "day: “Ada Voss, head of the inn, said she fell ill on ___”"),
        ("A bar owner in Lindow, NJ saw the raft on Monday.", "Monday",
         "day: “A bar owner in Lindow, NJ saw the raft on ___”"),
        # What is said stands beside a "said".
        ("The council said late on Friday that at least 30 barns were lost.", "Friday",
         "day: “The council said ___ that at least 30 barns were lost”"),
        ("Ada Voss told the Echo on Tuesday: “We will sell the quay.”", "Tuesday",
         "day: “Ada Voss told the Echo on ___: ‘We will sell the quay.’”"),
        ("“We will sell the quay,” said Ada Voss on Monday.", "Monday",
         "day: “‘We will sell the quay,’ said Ada Voss on ___”"),
        # Who says "we" stands beside it.
        ("“We shut the quay of Tarn on Monday,” the owner wrote.", "Monday",
         "day: “‘We shut the quay of Tarn on ___,’ the owner wrote”"),
        # A clause that is opened has its verb.
        (("The panel heard on Monday that the agent, Dale Roe, hired crews to fill in ballots for "
         "voters who had moved to Lindow, Oster or Velm."), "Monday",
         ("day: “The panel heard on ___ that the agent, Dale Roe, hired crews to fill in ballots "
         "for voters who had moved to Lindow”")),
        ("LINDOW ― The mayor of Tarn flew into a rage on Monday.", "Monday",
         "day: “The mayor of Tarn flew into a rage on ___”"),
        # A noun that a day stands before stays behind the gap.
        ("The list names the 1911 Tarn Park fire of Lindow as the last one.", "1911",
         "day: “The list names the ___ Tarn Park fire of Lindow as the last one”"),
        # Of two days in a clause each has its own gap.
        ("Ada Voss felt tired Wednesday but not ill until Thursday.", "Thursday",
         "day: “Ada Voss felt tired Wednesday but not ill until ___”"),
        ("Ada Voss was hurt on Wednesday and may be home by Thursday.", "hurt on Wednesday",
         "day: “Ada Voss was hurt on ___ and may be home by Thursday”"),
        ("The bridge is to stay shut until Friday.", "Friday",
         "day: “The bridge is to stay shut until ___”"),
        ("In the latest such raid on Monday, rebels burned a mill in Tarn.", "Monday",
         "day: “In the latest such raid on ___, rebels burned a mill in Tarn”"),
        # A noun that a preposition or a verb leads to does nothing itself.
        ("In a note sent by the mayor on Monday, Ada Voss called the quay lost.", "Monday",
         "day: “In a note sent by the mayor on ___, Ada Voss called the quay lost”"),
        (("The rafter whose dives amazed Lindow, Tarn, for years left a map found after he drowned "
         "on Monday."), "Monday",
         ("day: “The rafter whose dives amazed Lindow, Tarn, for years left a map found after he "
         "drowned on ___”")),
        # "Led by" is no act of the team.
        ("A team led by Ada Voss had searched the wreck of the ferry on Monday.", "Monday",
         "day: “A team led by Ada Voss had searched the wreck of the ferry on ___”"),
        # The name stands behind "she" wherever she is the first subject.
        ("Ada Voss, 41, came home on 3 May 2019. The next day, she sold the quay.", "next day",
         "day: “___, she [Ada Voss] sold the quay”"),
        ("Ada Voss came home. According to her page, she sold the quay in June 2019.", "June",
         "day: “According to her page, she [Ada Voss] sold the quay in ___”"),
        ("On Monday, Ada Voss came home. She sold the quay in June 2019.", "June",
         "day: “She [Ada Voss] sold the quay in ___”"),
        ("The mayor, a baker, came home. She sold the quay in June 2019.", "June",
         "day: “She sold the quay in ___”"),
        ("Divers found the raft of Tarn on Sunday evening ET near the quay.", "Sunday",
         "day: “Divers found the raft of Tarn on ___ near the quay”"),
        # Where an hour stands beside it, the day alone.
        ("The bell rang at 7:24 a.m. Sunday.", "7:24 a.m. Sunday",
         "day: “The bell rang at 7:24 a.m. ___”"),
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
    assert label_of(days, KINDS["event_date"], {}) == "day: On Tuesday, divers reached the wreck"
    assert label_of(claims, None, {}).startswith("count")


@pytest.mark.parametrize(
    ("texts", "label"),
    [
        # A bare saying names nothing, where another paper tells what happened then.
        (["The dam broke on Monday.", "It was shut on Monday, the board said on Monday."],
         "day: “The dam broke on ___”"),
        # A headline stands whole, and a pronoun gives way to the name.
        (["Ada Voss came home. On Monday she sold the quay.", "Ada Voss sold the quay on Monday."],
         "day: “Ada Voss sold the quay on ___”"),
        # What ends without a stop is a line of the page, with another line before it; or the
        # headline, where it comes first.
        (["Voss in Tarn\nTop stories Ada Voss sold the quay on Monday",
          "Mayor Ada Voss sold the quay on Monday."],
         "day: “Mayor Ada Voss sold the quay on ___”"),
        (["Ada Voss sold the quay on Monday", "The mayor, Ada Voss, sold the quay on Monday."],
         "day: “Ada Voss sold the quay on ___”"),
        # A name that can be added to "she" costs less than none.
        (["It sold the quay on Monday.", "Ada Voss came home. On Monday, she sold the whole quay."],
         "day: “On ___, she [Ada Voss] sold the whole quay”"),
        # Words that the other paper has too come before those that it has not.
        (["The mill of Tarn burned on Monday.", "The mill of Tarn burned to ashes on Monday."],
         "day: “The mill of Tarn burned on ___”"),
    ],
)  # fmt: skip
def test_the_paper_whose_words_lack_least_speaks(texts: list[str], label: str) -> None:
    articles = {str(at): Article(id=str(at), text=text) for at, text in enumerate(texts)}
    days = [c for one in articles.values() for c in extract(one) if c.kind == "event_date"]
    assert label_of(days, KINDS["event_date"], articles) == label


def test_a_day_behind_a_mark_that_ends_another_time_does_not_speak() -> None:
    texts = (
        "Divers resumed the search at dawn on Monday — early Sunday evening in Tarn.",
        "Waves kept all divers of the coast of Tarn away from the search on Sunday.",
    )
    articles = {str(at): Article(id=str(at), text=text) for at, text in enumerate(texts)}
    days = [
        claim
        for article in articles.values()
        for claim in extract(article)
        if claim.kind == "event_date" and "Sunday" in claim.quote
    ]
    assert label_of(days, KINDS["event_date"], articles).startswith("day: “Waves kept all divers")


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
    assert label_of(days, KINDS["event_date"], articles) == (
        "day: “Mayor Dale Orrin opened the mill on ___”"
    )


FIRE = ("The fire in Oster killed 40 people on Monday.", "A fire killed 52 people in Oster.")
FLOOD = ("The flood in Tillby killed 9 people.", "In Tillby a flood killed 12 people.")


def tolls(*texts: str) -> set[str]:
    report = reconcile(Article(id=f"{at}", text=text) for at, text in enumerate(texts))
    return {group.label for group in report.groups if group.kind == "deaths"}


def test_two_tolls_of_one_story_are_told_apart_by_the_words_around_them() -> None:
    plain = "number of people killed"
    assert tolls(*FIRE) == {plain}
    assert tolls(*(f"{fire} {flood}" for fire, flood in zip(FIRE, FLOOD, strict=True))) == {
        f"{plain}: “A fire killed ___ people in Oster”",
        f"{plain}: “In Tillby a flood killed ___ people”",
    }
    # What one paper alone tells in one way is no question that could be mistaken.
    assert plain in tolls(f"{FIRE[0]} {FLOOD[0]}", FIRE[1])
    # Of "people" here and of "miners" there, they are two tolls all the same.
    miners = [text.replace("people", "miners") for text in FLOOD]
    assert tolls(*(f"{fire} {flood}" for fire, flood in zip(FIRE, miners, strict=True))) == {
        f"{plain}: “A fire killed ___ people in Oster”",
        "number of miners killed: “In Tillby a flood killed ___ miners”",
    }


def test_a_kind_that_few_claims_give_does_not_name_the_question() -> None:
    reports = [
        "Police in Oster arrested his two roommates, Ulla Roe and Per Voss, on Monday.",
        "Orrin shared the house in Oster with his two roommates, Ulla Roe and Per Voss.",
        "The two roommates, Ulla Roe and Per Voss, shared the house in Oster with Orrin.",
    ]
    report = reconcile(Article(id=f"{at}", text=text) for at, text in enumerate(reports))
    (label,) = {
        group.label for group in report.groups if len(group.claims) == 3
        and all("two roommates" in claim.quote for claim in group.claims)
    }  # fmt: skip
    assert "arrested" not in label.split("“")[0]


def test_a_count_of_something_else_does_not_speak_for_a_kind() -> None:
    texts = {
        "a": Article(id="a", text="The ferry that went missing near Tarn on Monday had 90 aboard."),
        "b": Article(id="b", text="The raft holds 90 people."),
        "c": Article(id="c", text="Some 90 people were missing off the quay of Tarn on Monday."),
    }
    figures = [c for one in texts.values() for c in extract(one) if c.quantity is not None]
    label = label_of(figures, KINDS["missing"], texts)
    assert "raft" not in label


def test_what_may_be_one_question_is_put_in_the_words_of_those_that_fit_best() -> None:
    texts = (
        "Rebels attacked the quay of Tarn in April. Divers searched a wreck on Monday.",
        "Rebels burned a quay at Tarn on Tuesday 7 May 2019. They burned the mill in April 2019.",
    )
    report = reconcile(
        Article(id=f"{at}", text=text, published=date(2019, 5, 8)) for at, text in enumerate(texts)
    )
    (asked,) = report.possible
    assert asked.question == "day: “Rebels burned a quay at Tarn on ___”"
    assert {"Tuesday" in claim.quote for claim in asked.claims[:2]} == {True, False}


def test_a_kind_of_half_of_the_answers_does_not_ask_for_all() -> None:
    """That ten died does not make a question about the dead of eleven who were saved."""
    texts = (
        "Eleven miners were brought out alive from the Husan gold mine on Sunday.",
        "Ten miners died in the Husan gold mine, rescuers said on Monday, and one is missing.",
    )
    report = reconcile(
        Article(id=f"{at}", text=text, published=date(2021, 1, 25)) for at, text in enumerate(texts)
    )
    [asked] = [one for one in report.possible if one.claims[0].quantity is not None]
    assert {claim.kind for claim in asked.claims} == {"count", "deaths"}
    assert "killed" not in asked.question
    assert "died" not in asked.question
