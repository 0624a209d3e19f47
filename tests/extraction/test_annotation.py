"""An article is read sentence by sentence, and only as far as its claims ask."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.clauses.segments import ParsedSentence, parsed
from factcheck.extraction.extract import extract
from factcheck.models import Article, Span
from factcheck.text.inflection import beginnings
from factcheck.text.tokeniser import TextTokens

QUIET = "The valley was quiet. Shops kept their shutters down. A dog barked at the gate. "


def parsed_in(text: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sentences of a text that are parsed while its claims are read."""
    seen: list[str] = []

    def spy(tokens: TextTokens, sentence: Span, language: str = "en") -> ParsedSentence:
        seen.append(sentence.of(tokens.text))
        return parsed(tokens, sentence, language)

    monkeypatch.setattr("factcheck.extraction.annotation.parsed", spy)
    assert extract(Article(id="one", text=text))
    return seen


def test_sentences_that_give_nothing_are_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = parsed_in(QUIET * 3 + "It cost $4 million to clear the road.", monkeypatch)
    assert seen == ["It cost $4 million to clear the road."]


def test_no_sentence_is_parsed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = parsed_in(
        "Brandt, 45, sold 30 boats on Monday. Neighbours said Brandt had owned 40 boats.",
        monkeypatch,
    )
    assert len(seen) == len(set(seen))


def test_the_first_word_is_a_name_where_a_quiet_sentence_has_it_inside() -> None:
    """ "Brandt" might be any noun at the head of its sentence; another sentence, that gives no
    figure, tells that it is a name."""
    told = "Brandt sold 30 boats. " + QUIET
    [claim] = extract(Article(id="one", text=told))
    assert "brandt" not in claim.question.names
    [claim] = extract(Article(id="one", text=told + "Neighbours of Brandt’s shrugged."))
    assert "brandt" in claim.question.names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lidden Bank lost 30 clerks.", {"lidden", "bank"}),
        ("Roe lost 30 clerks.", set()),
        ("Lenders of Tarn lost 30 clerks.", {"tarn"}),
        ("The Tarn mill lost 30 clerks.", {"tarn"}),
    ],
)
def test_the_first_word_is_a_name_before_another(text: str, names: set[str]) -> None:
    [claim] = extract(Article(id="one", text=text))
    assert set(claim.question.names) == names


def test_a_body_named_in_a_quiet_sentence_is_found() -> None:
    told = "Nobody had forgotten the rallies. It numbered 4,000."
    [claim] = extract(Article(id="one", text=told))
    assert claim.question.body == "rally"


@pytest.mark.parametrize(
    ("noun", "form"), [("rally", "rallies"), ("march", "marches"), ("person", "people")]
)
def test_each_form_of_a_noun_begins_like_it(noun: str, form: str) -> None:
    assert form.startswith(beginnings(noun))
    assert noun.startswith(beginnings(noun))


@pytest.mark.parametrize(
    "time",
    [
        "On Christmas Eve", "On Labor Day", "On Good Friday", "On Oct. 3",
        "On Monday, Sept. 4, 2023", "At 3 p.m. EST", "Every Sunday",
    ],
)  # fmt: skip
def test_a_time_is_no_name(time: str) -> None:
    text = f"It rained. {time} a crane in the port of Oster fell on 30 cars, Roe told Radio Tarn."
    article = Article(id="a", text=text, published=date(2024, 1, 8))
    names = {name for claim in extract(article) for name in claim.question.names}
    assert names == {"oster", "roe", "radio", "tarn"}
