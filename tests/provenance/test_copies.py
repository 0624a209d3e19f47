"""Copies found from the text: whole stories, abridged ones, paragraphs and single sentences."""

from __future__ import annotations

import random
import time
from decimal import Decimal

import pytest

from factcheck.kinds import Count
from factcheck.models import Article, Claim, Quantity, Span
from factcheck.policy import DEFAULT, Policy
from factcheck.provenance.origins import (
    find_copies,
    masked_words,
    origins_of,
)
from factcheck.text.sentences import sentences

STORY = (
    "A landslide buried the lower half of Castelmare before dawn on Friday. "
    "Rescue teams dug 14 people out of the mud with shovels and their bare hands. "
    "The mayor asked the province for lamps, blankets and two more excavators. "
    "Geologists had warned the council of loose slopes above the chapel in the spring. "
    "Schools will stay closed until the road along the river has been cleared of rubble. "
    "Shepherds on the far ridge heard the hill give way and rang the bell of their hut. "
)
OWN = (
    "Our reporter reached the village on foot, over the old mule track from the east. "
    "Most doors stood open, and hens were walking through the kitchens. "
    "Nobody in the square could say when the power would come back to the valley. "
    "An old man was sorting roof tiles by colour, as if somebody had asked him to. "
    "By noon the baker had bread again, and gave it away from the back of a van. "
)
OTHER = (
    "The finance committee put off its vote on the harbour loan for a third time. "
    "Members of both parties said they wanted to see the contract with the dredging firm. "
    "The minister is to answer their questions in a closed session next month. "
)


def article(name: str, text: str) -> Article:
    return Article(id=name, text=text, publisher=name.title())


def claims_at(one: Article, *quotes: str) -> list[Claim]:
    found: list[Claim] = []
    for quote in quotes:
        start = one.text.index(quote)
        span = Span(start=start, end=start + len(quote))
        around = next(s for s in sentences(one.text) if s.covers(span))
        figure = Decimal(next(word for word in quote.split() if word.isdigit()))
        found.append(
            Count(
                article_id=one.id,
                span=span,
                quote=quote,
                sentence=around,
                quantity=Quantity(low=figure, high=figure),
                rule="by hand",
            )
        )
    return found


def test_words_are_compared_without_case_and_digits() -> None:
    assert masked_words("In 2019, 1,204 Nuns’ bells rang.") == (
        "in", "#", "#", "nuns", "bells", "rang",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "one_story", "paragraph"),
    [
        (STORY, True, True),
        (STORY.replace("14", "19").upper(), True, True),
        (" ".join(STORY.split(". ")[:3]), True, True),  # cut after three sentences
        (OTHER + ". ".join(STORY.split(". ")[1:3]) + ". " + OWN, False, True),  # a paragraph
        (OWN, False, False),
        (OTHER, False, False),
        ("", False, False),
    ],
)
def test_an_abridged_story_is_one_voice_and_a_paragraph_is_shared(
    text: str, one_story: bool, paragraph: bool
) -> None:
    copies = find_copies([article("wire", STORY), article("paper", text)], DEFAULT)
    assert (copies.story_id["wire"] == copies.story_id["paper"]) is one_story
    assert copies.share_a_paragraph("wire", "paper") is paragraph


def test_word_for_word_is_more_than_abridged() -> None:
    papers = [
        article("wire", STORY),
        article("mirror", STORY.replace(". ", ".\n")),
        article("short", ". ".join(STORY.split(". ")[:4])),
    ]
    copies = find_copies(papers, DEFAULT)
    assert copies.same_text == {"wire": "mirror", "mirror": "mirror", "short": "short"}
    assert set(copies.story_id.values()) == {"mirror"}


def origins(*papers: Article, policy: Policy = DEFAULT) -> list[set[str]]:
    copies = find_copies(papers, policy)
    claims = [
        claim
        for one in papers
        for claim in claims_at(one, *(q for q in ("14 people", "19 people") if q in one.text))
    ]
    return [set(origin.articles) for origin in origins_of(claims, copies, policy)]


SENTENCE = "Rescue teams dug 14 people out of the mud with shovels and their bare hands. "


def test_one_sentence_in_three_stories_is_one_origin() -> None:
    first = article("first", OWN + SENTENCE)
    second = article("second", "On Friday, rescue crews " + SENTENCE[13:] + OTHER)
    third = article("third", OTHER[::-1] + " Relief: " + SENTENCE.replace("people", "persons"))
    assert origins(first, second) == [{"first", "second"}]
    third = article("third", "Lamps were lit. " + SENTENCE)
    assert origins(first, second, third) == [{"first", "second", "third"}]


@pytest.mark.parametrize(
    "word", ["mud", "clay", "silt", "rubble", "debris", "earth", "sand", "ice"]
)
def test_the_closest_copy_of_a_sentence_is_told(word: str) -> None:
    """In whatever order copies are found, which hashes of words decide: of 15 runs of five words
    14 stand in the second sentence, nine in the third."""
    words = f"Teams from four towns dug 14 people alive out of the {word} with spades before the"
    first = article("first", f"{OWN}{words} rain came back.")
    second = article("second", f"{OTHER}{words} rain came again.")
    third = article(
        "third", f"{STORY}{words.removesuffix(' spades before the')} all they had there."
    )
    claims = [claims_at(one, "14 people alive")[0] for one in (first, second, third)]
    copies = find_copies([first, second, third], DEFAULT)
    [origin] = origins_of(claims, copies, DEFAULT)
    assert origin.evidence == "the same sentence"


def test_a_figure_altered_in_the_sentence_does_not_hide_the_copy() -> None:
    first = article("first", OWN + SENTENCE)
    second = article("second", OTHER + SENTENCE.replace("14", "19"))
    assert origins(first, second) == [{"first", "second"}]


def test_a_few_words_that_anybody_would_choose_are_no_copy() -> None:
    first = article("first", OWN + "They saved 14 people from the mud.")
    second = article("second", OTHER + "They saved 14 people from the mud.")
    assert origins(first, second) == [{"first"}, {"second"}]


def test_own_words_about_one_event_are_independent() -> None:
    first = article("first", OWN + SENTENCE)
    second = article("second", "Firemen have pulled 14 people alive from under the slide so far.")
    assert origins(first, second) == [{"first"}, {"second"}]


def test_an_article_can_speak_for_itself_and_for_an_agency() -> None:
    mixed = article("mixed", OWN + SENTENCE + "Later our reporter counted 19 people in the tent.")
    other = article("other", OTHER + SENTENCE)
    assert origins(mixed, other) == [{"mixed", "other"}, {"mixed"}]


def test_an_origin_tells_its_evidence_and_keeps_credits_apart() -> None:
    first = article("first", "LUNDE (AFP) - " + SENTENCE + OWN)
    second = article("second", OTHER + SENTENCE + "\nWith files from Reuters")
    copies = find_copies([first, second], DEFAULT)
    claims = claims_at(first, "14 people") + claims_at(second, "14 people")
    (origin,) = origins_of(claims, copies, DEFAULT)
    assert origin.evidence == "the same sentence"
    assert origin.credits == ("AFP", "Reuters")


def test_nothing_depends_on_the_order_of_the_batch() -> None:
    papers = [
        article("a", STORY),
        article("b", OWN + SENTENCE),
        article("c", OTHER),
        article("d", STORY + OTHER),
        article("e", ". ".join(STORY.split(". ")[1:])),
    ]
    expected = find_copies(papers, DEFAULT)
    for seed in range(5):
        random.Random(seed).shuffle(papers)
        found = find_copies(papers, DEFAULT)
        assert (found.story_id, found.lifted) == (expected.story_id, expected.lifted)


def test_a_story_that_everybody_prints_is_found_in_linear_time() -> None:
    def seconds(number: int) -> float:
        papers = [article(f"{n:04}", STORY + f"Edition {'x' * n}.") for n in range(number)]
        start = time.process_time()
        copies = find_copies(papers, DEFAULT)
        assert len(set(copies.story_id.values())) == 1
        return time.process_time() - start

    # Ten times the outlets: far from a hundred times the work.
    assert seconds(400) < 40 * max(seconds(40), 0.005)
