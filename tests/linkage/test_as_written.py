"""Reasons are shown in the words of the articles."""

from __future__ import annotations

from factcheck import Article, Claim, extract
from factcheck.linkage.as_written import as_written
from factcheck.linkage.synonyms import synonyms

PLANE = synonyms().noun("airliner")
TEXT = (
    "The airliner struck 11 sheds near the harbour, and by the evening 19 planes were on the way."
)
SHORT = "Police counted 30 boats."


def told(text: str, figure: str) -> Claim:
    (found,) = (claim for claim in extract(Article(id=text, text=text)) if figure in claim.quote)
    return found


def shown(left: Claim, right: Claim, reason: str) -> str:
    articles = {text: Article(id=text, text=text) for text in (TEXT, SHORT)}
    (found,) = as_written([reason], left, right, articles)
    return found


def test_each_figure_of_a_sentence_is_given_the_word_nearest_to_it() -> None:
    sheds, planes = told(TEXT, "11"), told(TEXT, "19")
    assert shown(sheds, planes, f"both mention “{PLANE}”") == "both mention “airliner”"
    assert shown(planes, sheds, f"both mention “{PLANE}”") == "both mention “planes”"


def test_the_second_sentence_is_asked_where_the_first_has_no_such_word() -> None:
    boats, planes = told(SHORT, "30"), told(TEXT, "19")
    assert shown(boats, planes, f"both mention “{PLANE}”") == "both mention “planes”"


def test_what_no_sentence_has_stays_as_it_is() -> None:
    boats, planes = told(SHORT, "30"), told(TEXT, "19")
    assert shown(boats, planes, "both count “wombat”") == "both count “wombat”"
    assert shown(boats, planes, "one is a rate") == "one is a rate"
