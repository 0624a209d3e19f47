"""Credits to agencies, and names of agencies that credit nothing."""

from __future__ import annotations

import pytest

from factcheck.models import Article
from factcheck.provenance.credits import credits_of


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("OSLO, 3 May (AFP) -- A ferry ran aground.", ("AFP",)),
        ("OSLO (AP) — A ferry ran aground.", ("AP",)),
        ("A ferry ran aground.\nWith EFE, Reuters, AFP and AP", ("AFP", "AP", "EFE", "Reuters")),
        ("A ferry ran aground.\n—With files from the Associated Press and Reuters",
         ("AP", "Reuters")),
        ("A ferry ran aground.\nSource: Xinhua", ("Xinhua",)),
        ("“We felt a bump,” a deckhand told the AP.", ("AP",)),
        ("A bump was felt, Reuters reported.", ("Reuters",)),
        ("All are safe, according to Agence France-Presse.", ("AFP",)),
        # Not credits: a photo, an advertisement, other words in the same letters.
        ("The ferry on Monday. REUTERS – JO LIND", ()),
        ("Read more at https://apnews.com/hub/ferries", ()),
        ("Get the AP newsletter every morning.", ()),
        ("The ferry (PA 117) ran aground.", ()),
        ("They told the apiarist.", ()),
        ("With the wind came rain and the boats stayed in.", ()),
        ("", ()),
    ],
)  # fmt: skip
def test_an_agency_is_credited_where_the_text_says_so(text: str, agencies: tuple[str, ...]) -> None:
    assert credits_of(Article(id="a", text=text)) == agencies


def test_an_agency_that_publishes_credits_itself() -> None:
    assert credits_of(Article(id="a", text="Rain.", publisher="Associated Press")) == ("AP",)


def test_no_agencies_are_known_in_a_language_that_is_not_read() -> None:
    text = "OSLO (AFP) -- Eine Fähre ist gesunken."
    assert credits_of(Article(id="a", text=text, language="de")) == ()
    assert credits_of(Article(id="a", text=text, language="en")) == ("AFP",)


def test_a_text_of_nothing_but_openers_takes_no_time() -> None:
    assert credits_of(Article(id="a", text="with the and " * 20000)) == ()
    assert credits_of(Article(id="a", text="with the and \n" * 20000)) == ()
