"""The date that an article prints of itself, and single dates in the ways of pages and files."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.times import infer_published, parse_date


@pytest.mark.parametrize(
    ("text", "words", "day", "rule"),
    [
        (
            "SANTA RITA, Peru, Dec 26, 2023 (Reuters) - A group of herders left.",
            "Dec 26, 2023",
            date(2023, 12, 26),
            "date_line",
        ),
        ("SANTA RITA, 6 DEC 89 (AFP) -- A STORM HIT", "6 DEC 89", date(1989, 12, 6), "date_line"),
        (
            "A storm\nPublished: 29 December 2023\nIt hit.",
            "29 December 2023",
            date(2023, 12, 29),
            "labelled_date",
        ),
        (
            "Updated: 2 January 2024\nPublished: 29 December 2023\nIt hit.",
            "29 December 2023",
            date(2023, 12, 29),
            "labelled_date",
        ),
        (
            "Fecha de publicación:\n29 December 2023\nIt hit.",
            "29 December 2023",
            date(2023, 12, 29),
            "labelled_date",
        ),
        # What looks like an empty line is none: pages leave indented ones.
        (
            "Published:\n  \n\t\n29 December 2023\nIt hit.",
            "29 December 2023",
            date(2023, 12, 29),
            "labelled_date",
        ),
        (
            "A storm\n29 December 2023\nIt hit.",
            "29 December 2023",
            date(2023, 12, 29),
            "date_alone",
        ),
    ],
)
def test_an_article_tells_its_own_date(text: str, words: str, day: date, rule: str) -> None:
    found = infer_published(text)
    assert found is not None
    assert (found.quote, found.start, found.end, found.rule) == (words, day, day, rule)
    assert text[found.span.start : found.span.end] == words


def test_a_label_without_a_date_takes_none_from_the_story() -> None:
    assert infer_published("Published: by our staff\nThe ferry sank on 3 May 2012.") is None


def test_the_title_may_hold_the_date() -> None:
    found = infer_published("It hit at dawn.", "A storm | 29 December 2023")
    assert found is not None
    assert (found.quote, found.start) == ("29 December 2023", date(2023, 12, 29))
    assert found.rule == "title_date"


@pytest.mark.parametrize(
    "text",
    [
        "SANTA RITA, Dec 26 (Reuters) - Without a year no day is told.",
        "He was born on 3 May 1998 - the day of the great flood.",
        "Published 3 hours ago\nIt hit.",
        "It hit on 29 December 2023, and nobody was hurt in the village by the lake.",
        "",
    ],
)
def test_what_is_no_date_of_its_own_is_left_alone(text: str) -> None:
    assert infer_published(text) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2023-12-29", date(2023, 12, 29)),
        ("2023-12-29T08:15:00Z", date(2023, 12, 29)),
        ("Fri, 29 Dec 2023 10:00:00 +0000", date(2023, 12, 29)),
        ("29.12.2023", date(2023, 12, 29)),
        ("05.04.2023", date(2023, 4, 5)),
        ("20231229", None),
        ("Tuesday", None),
        ("December 2023", None),
        ("yesterday", None),
        ("2023-02-30", None),
        ("", None),
    ],
)
def test_a_date_is_parsed_whole_or_not_at_all(words: str, day: date | None) -> None:
    assert parse_date(words) == day


def test_a_date_is_parsed_in_the_language_given() -> None:
    assert parse_date("29 de diciembre de 2023", "es") == date(2023, 12, 29)
    assert parse_date("29. Dezember 2023", "de") == date(2023, 12, 29)
