"""What a clause tells of its figure: what befell the counted, whom it counts, how sure it is."""

import pytest

from factcheck import Article, Claim, extract


def claim_of(text: str, quote: str) -> Claim:
    found = [claim for claim in extract(Article(id="a", text=text)) if claim.quote == quote]
    assert len(found) == 1, f"{quote!r} is read {len(found)} times"
    return found[0]


@pytest.mark.parametrize(
    ("text", "quote", "kind", "predicate"),
    [
        ("Officials said 20 people attending a party were killed.", "20 people", "deaths", "kill"),
        ("Some 20 people attending a party left.", "Some 20 people", "count", "attend"),
        ("The 25 people already confirmed killed were guests.", "25 people", "deaths", "kill"),
        ("It printed the names of 94 people confirmed as missing.", "94 people", "missing", "miss"),
        ("Air strikes kill at least 20 in Velm", "at least 20", "deaths", "kill"),
        ("The bus carried 40 people, 12 of whom were killed.", "12", "deaths", "kill"),
        ("The bus carried 40 people, 12 of whom were killed.", "40 people", "aboard", "carry"),
        (
            "Doctors treated 12 people, at least four of whom died.",
            "at least four",
            "deaths",
            "die",
        ),
        ("The mill employs 90 men, 40 of whom live in Leeds.", "40", "count", "live"),
        ("Some 12 miners, none of whom was hurt, walked out.", "Some 12 miners", "count", "walk"),
        ("Some 12 men, two of whom had been hurt, left.", "Some 12 men", "count", "leave"),
        ("Raids leave 12 homes empty", "12 homes", "count", "leave"),
        ("The court orders stay of 12 executions", "12 executions", "count", None),
        ("The train, with 330 passengers, left Orrin.", "330 passengers", "aboard", "leave"),
        ("A boat carrying 40 people lay off the sea wall.", "40 people", "aboard", "carry"),
    ],
)
def test_what_befell_those_counted(text: str, quote: str, kind: str, predicate: str | None) -> None:
    claim = claim_of(text, quote)
    assert (claim.kind, claim.question.predicate) == (kind, predicate)


@pytest.mark.parametrize(
    ("text", "quote", "head"),
    [
        ("The trawler had a crew of eight.", "eight", "crew"),
        ("The arena has a capacity of 94,000.", "94,000", "capacity"),
        ("It has an average of 40 in a good week.", "40", None),
        ("A total of 40 came.", "40", None),
        ("Five gunmen stormed the hall, and two of them were killed.", "two", "gunman"),
        ("Of the 132 inmates, 86 were awaiting trial.", "86", "inmate"),
        ("Some 40 people were killed, 12 of them in Velm.", "12", None),
    ],
)
def test_whom_a_figure_without_a_noun_counts(text: str, quote: str, head: str | None) -> None:
    assert claim_of(text, quote).question.head == head


def test_the_whole_in_front_suffers_nothing_of_its_part() -> None:
    whole = claim_of("Of the 132 inmates, 86 were awaiting trial.", "132 inmates")
    assert whole.question.predicate is None


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Two of the 300 residents voted.", "300 residents"),
        ("None of the 300 members voted.", "300 members"),
        ("Five of the 20 houses were sold.", "20 houses"),
        ("In a village of 300 people, 12 died.", "300 people"),
        ("On Friday, in a village of 300 people, at least 12 died.", "300 people"),
        ("From a crew of 40, three drowned.", "40"),
    ],
)
def test_what_is_said_of_a_part_is_not_said_of_the_whole(text: str, quote: str) -> None:
    whole = claim_of(text, quote)
    assert (whole.kind, whole.question.predicate) == ("count", None)


@pytest.mark.parametrize(
    ("text", "quote", "predicate"),
    [
        ("Four of the 12 mills that closed were in Hale.", "12 mills", "close"),
        ("A crew of 40, three of them cooks, drowned.", "40", "drown"),
        ("In the village of Hale, 300 people died.", "300 people", "die"),
        ("In 300 villages, people fled.", "300 villages", "flee"),
    ],
)
def test_what_is_said_of_a_whole_stays(text: str, quote: str, predicate: str) -> None:
    assert claim_of(text, quote).question.predicate == predicate


def test_who_a_crowd_was_is_known_where_some_of_it_were_hurt() -> None:
    claim = claim_of("In a caravan of 6,000 people, 12 were hurt.", "6,000 people")
    assert claim.kind == "caravan_size"


@pytest.mark.parametrize(
    ("text", "quote", "presumed"),
    [
        ("Some 500 people are feared dead.", "Some 500 people", True),
        ("The slide may have killed 500 people.", "500 people", True),
        ("Up to 500 people could have been buried.", "Up to 500 people", True),
        ("Hundreds are thought to have died.", "Hundreds", True),
        (
            "The slide killed 350 people and left hundreds of others feared dead.",
            "350 people",
            False,
        ),
        ("Some 350 people were confirmed dead.", "Some 350 people", False),
    ],
)
def test_what_is_only_feared(text: str, quote: str, presumed: bool) -> None:
    assert claim_of(text, quote).question.presumed is presumed


@pytest.mark.parametrize(
    ("text", "quote", "ahead"),
    [
        ("Divers were rushing to rescue 40 people.", "40 people", True),
        ("Four men were sent to free 12 hostages.", "12 hostages", True),
        ("The mill offered to hire 40 weavers.", "40 weavers", True),
        ("The mill offers to hire 40 weavers.", "40 weavers", True),
        ("The mill hired 40 weavers on offer.", "40 weavers", False),
        ("Divers managed to rescue 40 people.", "40 people", False),
        ("About 400 people trying to reach Orrin were rescued.", "About 400 people", False),
        ("The state asked the court to jail him for 12 years.", "12 years", True),
        ("The union urged the mill to hire 40 weavers.", "40 weavers", True),
        ("The union begged the mill to hire 40 weavers.", "40 weavers", True),
        ("Ann Roe pleaded with the mill to hire 40 weavers.", "40 weavers", True),
        ("The mill requested a permit to hire 40 weavers.", "40 weavers", True),
        ("The mill asked to hire 40 weavers.", "40 weavers", True),
        ("The mayor asked 900 people to leave.", "900 people", False),  # those asked
    ],
)
def test_what_is_only_tried_or_offered_lies_ahead(text: str, quote: str, ahead: bool) -> None:
    assert claim_of(text, quote).question.ahead is ahead


@pytest.mark.parametrize(
    ("text", "quote", "earlier"),
    [
        ("The raid came three days after 50 people were killed in Orrin.", "50 people", True),
        ("Three days after the quake killed 50 people, rescuers gave up.", "50 people", False),
        ("The raid came after 50 people were killed in Orrin.", "50 people", False),
        ("A year earlier, 50 people were killed in Orrin.", "50 people", True),
        ("Last summer, 50 people were killed in Orrin.", "50 people", True),
    ],
)
def test_an_event_that_another_is_dated_by_is_an_earlier_one(
    text: str, quote: str, earlier: bool
) -> None:
    assert claim_of(text, quote).question.earlier is earlier


def test_the_year_of_a_noun_dates_no_deed() -> None:
    text = "The court sentenced 161 people in the 2009 mutiny case."
    found = extract(Article.model_validate({"id": "a", "text": text, "published": "2013-11-05"}))
    assert [c.when for c in found if c.quote == "161 people"] == [None]


@pytest.mark.parametrize(
    ("text", "quote", "punished"),
    [
        ("Roe was jailed for 18 years.", "18 years", True),
        ("Roe was imprisoned for 18 years.", "18 years", True),
        ("Roe was on Friday sentenced to 16 years.", "16 years", True),
        ("A judge imposed an 18-year sentence on Roe.", "18-year sentence", True),
        ("Roe got five years' imprisonment.", "five years", True),
        ("Roe got a five-year prison term.", "five-year prison term", True),
        ("Roe got a five-year jail term.", "five-year jail term", True),
        ("Roe was given 12 years in prison.", "12 years", True),
        ("Roe received 12 years in jail.", "12 years", True),
        # time that is spent, begged or of something else
        ("Roe spent 12 years in prison.", "12 years", False),
        ("Roe was jailed 12 years ago.", "12 years", False),
        ("Roe was elected to a four-year term.", "four-year term", False),
        ("Roe was sentenced after a trial of three weeks.", "three weeks", False),
        ("Lawyers asked the court to jail Roe for 12 years.", "12 years", False),
        ("Lawyers sought to have Roe jailed for 12 years.", "12 years", False),
        ("They demand that Roe be jailed for 12 years.", "12 years", False),
        ("They request that Roe be jailed for 12 years.", "12 years", False),
        ("They recommend that Roe be jailed for 12 years.", "12 years", False),
        ("They want Roe jailed for 12 years.", "12 years", False),
    ],
)
def test_the_length_of_a_sentence_has_one_name(text: str, quote: str, punished: bool) -> None:
    assert (claim_of(text, quote).question.measured[:1] == ("sentence",)) is punished


def test_a_sentence_that_is_asked_for_lies_ahead() -> None:
    asked = claim_of("Lawyers asked for a sentence of 12 years.", "12 years")
    laid_down = claim_of("Roe was sentenced to seven years.", "seven years")
    assert (asked.question.ahead, laid_down.question.ahead) == (True, False)
