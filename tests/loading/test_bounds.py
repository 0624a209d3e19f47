"""What is read and what is not, on either side of each bound: sizes, names, days, letters."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factcheck import InputError, reconcile
from factcheck.loading import load_articles
from factcheck.loading.decoding import _mostly_utf8, decoded
from factcheck.loading.json_records import unwrapped
from factcheck.loading.ninjs import fields_of, is_ninjs
from factcheck.loading.office import joined_lines
from factcheck.loading.records import day_of

STORY = b"Nine people died in the fire."


def read(path: Path, largest: int) -> bool:
    return len(load_articles(path, largest=largest).articles) == 1


def test_a_file_of_just_so_many_bytes_is_read(tmp_path: Path) -> None:
    plain, packed = tmp_path / "a.txt", tmp_path / "b.txt.gz"
    plain.write_bytes(STORY)
    packed.write_bytes(gzip.compress(STORY * 9, mtime=0))
    assert [read(plain, len(STORY) + more) for more in (-1, 0, 1)] == [False, True, True]
    # What counts of a packed file is both: how large it is, and how large it was.
    assert [read(packed, 9 * len(STORY) + more) for more in (-1, 0, 1)] == [False, True, True]
    assert not read(packed, packed.stat().st_size - 1)
    streams = [io.BytesIO(STORY) for _ in range(2)]
    found = [
        load_articles("-", stream, largest=len(STORY) + more)
        for stream, more in zip(streams, (-1, 0), strict=True)
    ]
    assert [len(one.articles) for one in found] == [0, 1]
    assert f"more than {len(STORY) - 1:,} bytes" in str(found[0].errors[0])


@pytest.mark.parametrize(
    ("words", "is_path"),
    [
        ("story.md", True), ("story.md.gz", True), (f"{'a' * 252}.md", True),
        (f"{'a' * 253}.md", False), ("It stands in story.md", False), ("story.exe", False),
        ("", False),
    ],
)  # fmt: skip
def test_one_word_that_could_be_a_file_is_no_text(words: str, is_path: bool) -> None:
    if is_path:
        with pytest.raises(InputError, match="is the name of a file"):
            reconcile([words])
    else:
        assert len(reconcile([words]).articles) == 1


@pytest.mark.parametrize(
    ("value", "day"),
    [
        # The first and the last second that can be meant, and those beside them.
        (631_152_000, date(1990, 1, 1)), (631_151_999, None),
        (4_102_444_799, date(2099, 12, 31)), (4_102_444_800, None),
        (631_152_000_000, date(1990, 1, 1)), (631_151_999_999, None),
        (4_102_444_799_999, date(2099, 12, 31)), (4_102_444_800_000, None),
        ("1700000000", date(2023, 11, 14)), ("1700000000000", date(2023, 11, 14)),
        ("170000000", None), ("17000000000", None), (True, None),
        ("29 Dec 2023", date(2023, 12, 29)), ("December 29, 2023", date(2023, 12, 29)),
        ("2023/12/29", date(2023, 12, 29)), ("Fri, 29 Dec 2023 10:00:00 GMT", date(2023, 12, 29)),
        ("03/04/2023", None),
    ],
)  # fmt: skip
def test_a_day_is_read_where_it_can_be_read_in_one_way(value: object, day: date | None) -> None:
    if day is None:
        with pytest.raises(ValueError, match="in one way only"):
            day_of(value)
    else:
        assert day_of(value) == day


@pytest.mark.parametrize(("ends", "found"), [(1023, True), (1024, True), (1025, False)])
def test_a_page_names_its_encoding_in_its_first_1024_bytes(ends: int, found: bool) -> None:
    declared = b'<html><head><meta charset="koi8-r'
    head = declared.replace(b"<head>", b"<head>" + b" " * (ends - len(declared)))
    page = head + b'"></head><p>' + "Café, naïve, coöperate, Zoë said “no”. ".encode("cp1252") * 9
    assert page.index(b"koi8-r") + len(b"koi8-r") == ends
    assert (decoded(page).encoding == "koi8-r") is found


@pytest.mark.parametrize(
    ("good", "broken", "is_utf8"),
    [(1, 0, True), (2, 1, True), (1, 1, False), (2, 2, False), (0, 1, False), (0, 0, False)],
)
def test_what_is_mostly_utf_8(good: int, broken: int, is_utf8: bool) -> None:
    """Where more letters beyond ASCII are such than are not."""
    assert _mostly_utf8(b"Caf\xe9 " * broken + "Zoë ".encode() * good) is is_utf8


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        # The longest line has twenty characters: one of seventeen is not short, of sixteen it is.
        (["x" * 20, "y" * 16 + ".", "z"], ["x" * 20 + " " + "y" * 16 + ". z"]),
        (["x" * 20, "y" * 15 + ".", "z"], ["x" * 20 + " " + "y" * 15 + ".", "z"]),
        (["x" * 20, "y" * 16, "z"], ["x" * 20 + " " + "y" * 16 + " z"]),
        (["x" * 20, 'y".', "", "", "z"], ["x" * 20 + ' y".', "z"]),
        (["co-", "operate", "- no", "12-", "14"], ["cooperate - no 12- 14"]),
        ([], []),
    ],
)
def test_where_a_paragraph_ends_whose_lines_were_broken(
    lines: list[str], paragraphs: list[str]
) -> None:
    assert joined_lines(lines) == paragraphs


ONE, TWO = {"text": "Nine died."}, {"text": "Ten died."}


@pytest.mark.parametrize(
    ("content", "inside"),
    [
        ([ONE, TWO], [ONE, TWO]),
        (ONE, ONE),
        ("words", "words"),
        ({"articles": [ONE, TWO]}, [ONE, TWO]),
        ({"articles": [ONE, None]}, [ONE, None]),
        # A list without an object holds no articles.
        ({"articles": ["a", "b"], "text": "x"}, {"articles": ["a", "b"], "text": "x"}),
        ({"articles": [], "text": "x"}, {"articles": [], "text": "x"}),
        ({"response": {"results": [ONE]}}, [ONE]),
        ({"response": {"content": ONE}}, ONE),
        ({"articles": {"results": [ONE]}}, [ONE]),
        ({"content": {"rendered": "words"}}, {"content": {"rendered": "words"}}),
        ({"items": [ONE], "title": "Wire"}, [{"publisher": "Wire", **ONE}]),
        ({"items": [{"publisher": "Post"}, 7], "title": "Wire"}, [{"publisher": "Post"}, 7]),
        ({"items": [ONE], "title": ""}, [ONE]),
        ({"@graph": [{"articleBody": "x"}, {"name": "Crumbs"}]}, [{"articleBody": "x"}]),
        ({"fields": {"body": "x", "id": "1"}, "id": "2"},
         {"fields": {"body": "x", "id": "1"}, "id": "2", "body": "x"}),
        ({"fields": "x", "id": "2"}, {"fields": "x", "id": "2"}),
    ],
)  # fmt: skip
def test_where_the_articles_are_in_what_services_hand_out(content: object, inside: object) -> None:
    assert unwrapped(content) == inside


def test_an_item_that_is_no_object_costs_itself(tmp_path: Path) -> None:
    path = tmp_path / "wire.json"
    path.write_text(json.dumps({"articles": [ONE, None, TWO]}))
    found = load_articles(path)
    assert [article.text for article in found.articles] == ["Nine died.", "Ten died."]
    assert [str(error) for error in found.errors] == [
        f'{path.as_posix()}#2: holds a NoneType where an article is expected: {{"text": "…"}}'
    ]
    path.write_text("7")
    assert "holds a int" in str(load_articles(path).errors[0])


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"uri": "u", "bodies": []}, True), ({"uri": "u", "headlines": []}, True),
        ({"uri": "u", "body_text": "x"}, True), ({"uri": "u", "body_html": "x"}, True),
        ({"uri": "u", "body_xhtml": "x"}, True), ({"uri": "u"}, False),
        ({"uri": 7, "bodies": []}, False), ({"bodies": []}, False),
        ({"uri": "u", "bodies": "x"}, False), ({"uri": "u", "body_text": ["x"]}, False),
    ],
)  # fmt: skip
def test_what_is_a_news_object(record: dict[str, object], expected: bool) -> None:
    assert is_ninjs(record) is expected


def body(value: str, role: str = "", contenttype: str = "") -> dict[str, str]:
    return {"value": value, "role": role, "contentType": contenttype}


@pytest.mark.parametrize(
    ("bodies", "text"),
    [
        ([body("a"), body("b", "main")], "b"),
        ([body("a", "", "text/plain"), body("b", "main", "text/html")], "b"),
        ([body("<p>a</p>", "main", "text/html"), body("b", "main", "text/plain")], "b"),
        ([body("<p>a</p>", "", "text/html"), body("b", "", "text/plain")], "b"),
        ([body("a"), body("b")], "a"),
        # Plain text that holds a bracket stays as it is; what does not say is looked at.
        ([body("1 <p> 2", "", "text/plain")], "1 <p> 2"),
        ([body("<p>a</p>")], "a"),
        ([body("a & b")], "a & b"),
        ([body("a", "", "text/html")], "a"),
        ([{"role": "main"}, "x", body("b")], "b"),
    ],
)
def test_the_body_that_is_taken(bodies: list[Any], text: str) -> None:
    assert fields_of({"uri": "u", "bodies": bodies})["text"] == text


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        ({"body_html": "<p>h</p>", "body_text": "t"}, "text", "t"),
        ({"body_html": "<p>h</p>", "body_xhtml": "<p>x</p>"}, "text", "h"),
        ({"body_text": "<p>"}, "text", "<p>"),
        ({"headlines": [{"value": "a"}, {"value": "b", "role": "main"}]}, "title", "b"),
        ({"headline": "a", "title": "b"}, "title", "a"),
        ({"title": "b"}, "title", "b"),
        ({"copyrightHolder": "H", "source": "S"}, "publisher", "H"),
        ({"infosources": ["x", {"name": ""}, {"name": "I"}], "source": "S"}, "publisher", "I"),
        ({"infosources": "x", "source": "S"}, "publisher", "S"),
        ({"firstcreated": "1", "versionCreated": "2"}, "published", "2"),
        ({"firstcreated": "1", "versioncreated": ""}, "published", "1"),
        ({}, "published", None),
        ({"pubStatus": "usable"}, "publisher", None),
    ],
)
def test_the_fields_of_a_news_object(record: dict[str, Any], field: str, value: object) -> None:
    assert fields_of({"uri": "u", **record})[field] == value


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_what_is_not_published_claims_nothing(status: str) -> None:
    with pytest.raises(InputError, match=f"the item is {status}"):
        fields_of({"uri": "u", "pubStatus": status, "body_text": "Nine died."})


def test_a_reader_is_told_how_far_it_is(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_bytes(STORY)
    (tmp_path / "c.json").write_text("{")
    told: list[tuple[str, int, int | None]] = []
    watch: Callable[[str, int, int | None], None] = lambda *so_far: told.append(so_far)  # noqa: E731
    found = load_articles(tmp_path, watch=watch, leave_out=lambda path: path.name == "b.md")
    assert (len(found.articles), len(found.errors)) == (1, 1)
    assert told == [("reading files", 1, None)]
