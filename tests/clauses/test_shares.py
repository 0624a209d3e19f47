"""A share told in many ways: what it is a share of, who has it, and what was done to it."""

import pytest

from factcheck import Article, extract
from factcheck.models import Claim, Dimension


def only(sentence: str) -> Claim:
    (found,) = (
        claim
        for claim in extract(Article(id="note", text=sentence))
        if claim.quantity is not None and claim.restates is None
    )
    return found


@pytest.mark.parametrize(
    ("sentence", "measured", "predicate"),
    [
        ("Masons have rebuilt 90 percent of the wall.", ("wall",), "rebuild"),
        ("About 90 percent of the wall has been rebuilt.", ("wall",), "rebuild"),
        ("The wall was 90 percent rebuilt.", ("wall",), "rebuild"),
        ("The wall is 90 percent complete.", ("complete", "wall"), "be"),
        ("Vaccination of the herd stood at 60 percent.", ("herd",), "vaccinate"),
        ("The herd is 60 percent vaccinated.", ("herd",), "vaccinate"),
        ("Completion was 60 percent.", (), "complete"),
    ],
)
def test_a_part_of_a_deed_is_done(sentence: str, measured: tuple[str, ...], predicate: str) -> None:
    question = only(sentence).question
    assert (question.measured, question.predicate) == (measured, predicate)
    assert predicate == "be" or question.patient


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Women make up 30 percent of the choir.", "woman"),
        ("Women account for 30 percent of the choir.", "woman"),
        ("Some 30 percent of the choir are women.", "woman"),
        ("Some 30 percent of the choir are now mostly women.", "woman"),
        ("Peruvians make up 30 percent of the crew.", "peruvian"),
        ("Some 30 percent of the sailors come from Peru.", "peru"),
        ("Some 30 percent of those in the caravan are from Honduras.", "honduras"),
    ],
)
def test_who_has_a_share_is_measured(sentence: str, who: str) -> None:
    claim = only(sentence)
    assert claim.quantity is not None
    assert claim.quantity.dimension is Dimension.PERCENT
    assert claim.question.measured == (who,)


@pytest.mark.parametrize("end", ["are", "are mostly", "come from", "come mostly"])
def test_a_sentence_may_break_off_before_it_tells_who_they_are(end: str) -> None:
    assert only(f"Some 30 percent of the choir {end}").question.measured == ()


def test_a_caravan_is_no_thing_that_is_counted() -> None:
    question = only("Hondurans make up 30 percent of the caravan.").question
    assert question.head is None
    assert question.body == "caravan"
    assert question.predicate is None


@pytest.mark.parametrize(
    ("sentence", "measured"),
    [
        ("The bank lost $3 million in May.", ("loss",)),
        ("The bank reported a loss of $3 million.", ("loss",)),
        ("The bank offered the widow $3 million.", ("offer",)),
        ("It rained 4 inches in the hills.", ("rain",)),
        ("About 4 inches of rain fell in the hills.", ("rain",)),
        ("The gauge showed 4 inches (10 cm) of rain.", ("rain",)),
    ],
)
def test_a_verb_names_what_its_noun_names(sentence: str, measured: tuple[str, ...]) -> None:
    assert only(sentence).question.measured == measured


@pytest.mark.parametrize(
    ("sentence", "measured", "predicate"),
    [
        ("Tenants will see their rent go up 9.3%.", ("rent",), "rise"),
        ("The plan lets bus fares rise by 5 percent.", ("fare", "bus"), "rise"),
        ("Drivers saw petrol prices fall 3 percent.", ("price", "petrol"), "fall"),
        ("The board saw a rise of 5 percent in fares.", ("fare",), "rise"),
    ],
)
def test_what_is_seen_to_change(sentence: str, measured: tuple[str, ...], predicate: str) -> None:
    question = only(sentence).question
    assert (question.measured, question.predicate) == (measured, predicate)


def test_a_participle_unknown_to_the_list_is_a_verb_behind_be() -> None:
    assert only("Some 300 monks were battling the flames.").question.predicate == "battle"
