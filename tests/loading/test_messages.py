"""What is said of each thing that cannot be read, word for word: a reader has to act on it.

The words are those of a letter to the reader. A file is written with its name, its content and
the line that is told.
"""

from __future__ import annotations

import gzip
import io
import json
from datetime import date
from pathlib import Path

import pytest

from factcheck import reconcile
from factcheck.errors import InputError
from factcheck.loading import load_articles
from factcheck.loading.coercion import taken
from factcheck.loading.records import article_from, day_of

WORDS = "Nine people died in the fire."
WAY = "that can be read in one way only: write it as 2023-12-29"
FILES = [
    ("a.txt", b"Nine \x00 died.", ("holds NUL characters: it is no text, or UTF-16 or UTF-32 "
     "without a byte order mark; save it as UTF-8")),
    ("a.txt", b"\xc3\xa9\xc3\xa9\xc3\xa9 \xff", ("is not text in UTF-8, nor in another encoding "
     "that can be detected (byte 0xff at offset 7): save it as UTF-8")),
    ("a.txt", b" \n", "holds no text"),
    ("a.json", b"[]", "holds no article"),
    ("a.json", b"{", "is not JSON: Expecting property name enclosed in double quotes (column 2)"),
    ("a.json", b'{\n"text" 1}', "is not JSON: Expecting ':' delimiter (line 2, column 8)"),
    ("a.json", b"[" * 100_000, "is not read: JSON nested too deeply"),
    ("a.json", b"7", 'holds a int where an article is expected: {"text": "\u2026"}'),
    ("a.json", b'{"text": "\\ud83d"}',
     "holds half a character (a lone surrogate): export it again"),
    ("a.json", b'{"text": 7}', "text: 7 is no str: give the words of the article"),
    ("a.json", b'{"title": "A"}', "text: is missing: give the words of the article"),
    ("a.json", b'{"text": "A.", "title": ["A"]}', "title: ['A'] is no text: write it in quotes"),
    ("a.json", b'{"text": "A.", "country": "Peru"}',
     "country: is no ISO 3166 code: write two letters, such as 'MX', in quotes"),
    ("a.json", b'{"text": "A.", "language": "e"}',
     "language: is no ISO 639 code: write two letters, such as 'en'"),
    ("a.json", b'{"text": "A.", "published": "03/04/2023"}',
     f"published: '03/04/2023' is no date {WAY}"),
    ("a.json", b'{"uri": "u", "bodies": [{"value": "A."}], "pubstatus": "withheld"}',
     "pubstatus: the item is withheld, so nothing is claimed by it"),
    ("a.md", b"---\ntitle: A\nNine died.",
     "front matter is opened by '---' and never closed: add a second '---'"),
    ("a.rss", b"<rss><channel></channel></rss>", "cannot be read as a feed: it holds no entry"),
    ("a.rss", b'<!DOCTYPE r [<!ENTITY a "b">]><rss><channel></channel></rss>',
     "declares XML entities, which are not resolved here"),
    ("a.pdf", b"Nine died.", "is no PDF file, whatever it is called"),
    ("a.docx", b"Nine died.", "is no Word file, whatever it is called"),
    ("a.parquet", b"Nine died.", "is no Parquet file, whatever it is called"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    FILES,
    ids=[f"{name} {problem[:40]}" for name, _, problem in FILES],
)
def test_what_is_told_of_a_file(tmp_path: Path, name: str, content: bytes, problem: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    loaded = load_articles(path)
    assert loaded.articles == ()
    (error,) = loaded.errors
    assert str(error) == f"{path.as_posix()}: {problem}" or (
        error.source.startswith(path.as_posix()) and str(error).endswith(f": {problem}")
    )


def test_what_is_told_of_paths_and_streams(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "large.txt").write_text("Nine died.")
    (tmp_path / "a.xyz").write_text("Nine died.")
    monkeypatch.chdir(tmp_path)
    for source, problem in (
        ("none.txt", "there is no such file or folder"),
        ("", "is an empty path: give '.' for the working folder"),
        ("https://a.example/b", ("is an address, and nothing is fetched: save the page and "
         "give its file")),
        ("empty", "the folder holds no file of articles"),
        ("large.txt", "holds more than 9 bytes: divide it, or set a larger limit"),
    ):  # fmt: skip
        (error,) = load_articles(source, largest=9).errors
        assert str(error) == f"{source or repr('')}: {problem}"
    assert [a.text for a in load_articles("large.txt", largest=10).articles] == ["Nine died."]
    for stream, largest in ((b"Nine died.", 9), (gzip.compress(b"Nine" * 900), 3599)):
        (error,) = load_articles("-", io.BytesIO(stream), largest=largest).errors
        told = f"-: holds more than {largest:,} bytes: divide it, or set a larger limit"
        assert str(error) == told
    (read,) = load_articles("-", io.BytesIO(gzip.compress(b"Nine" * 900)), largest=3600).articles
    assert read.text == "Nine" * 900
    (error,) = load_articles("a.xyz").errors
    assert str(error).startswith("a.xyz: '.xyz' files are not read: give one of .")
    monkeypatch.setattr("sys.stdin", None)
    (error,) = load_articles("-").errors
    assert str(error) == "-: standard input is closed: give a file"


@pytest.mark.parametrize(
    ("items", "problem"),
    [
        (
            "Nine died.",
            "a list of articles is expected, not one str: write reconcile([article, …])",
        ),
        (7, "a list of articles is expected, not one int: write reconcile([article, …])"),
        (
            [{"id": "a", "text": "A."}, {"id": "a", "text": "B."}],
            "item 2: a second article has the id 'a': give each article an id of its own",
        ),
        (
            [" https://a.example/b "],
            (
                "item 1 is a URL ('https://a.example/b') and nothing is fetched here: fetch the "
                "page and pass Article(id=…, text=its text, url=its URL)"
            ),
        ),
        (
            ["Nine died.", "fire.txt"],
            (
                "item 2 is the name of a file ('fire.txt'), and a str is the text of an "
                "article: write Path('fire.txt')"
            ),
        ),
        (
            [7],
            (
                "item 1 is a int: pass an Article, a str that holds the text, a Mapping with "
                "the fields of an article, a data frame with a row for each, or a Path to a file"
            ),
        ),
        ([{"title": "A"}], "item 1: text: is missing: give the words of the article"),
    ],
    ids=["a text", "a number", "one id", "an address", "a name", "another type", "no text"],
)
def test_what_is_told_of_items(items: object, problem: str) -> None:
    with pytest.raises(InputError) as raised:
        taken(items)  # type: ignore[arg-type]
    assert str(raised.value) == problem


def test_an_object_of_another_type_is_told_by_its_place() -> None:
    with pytest.raises(InputError) as raised:
        load_articles([{"text": "A."}, 7])
    assert str(raised.value).startswith("source 2 is a int: pass an Article, a str that holds")
    with pytest.raises(InputError, match=r"^largest is 0: give a number of bytes, 1 or more$"):
        load_articles("-", largest=0)
    assert reconcile([]).articles == ()


# RFC 3339, RFC 5322, words, and seconds or milliseconds since 1970.
DAY = date(2023, 12, 29)
EPOCH = 1_703_808_000  # 2023-12-29T00:00Z


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2023-12-29", DAY), ("20231229", DAY), ("2023-12-29T23:59:59-05:00", DAY),
        (" 2023-12-29 ", DAY), ("2023/12/29", DAY), ("29 Dec 2023", DAY), ("29 December 2023", DAY),
        ("Dec 29, 2023", DAY), ("December 29, 2023", DAY), ("Fri, 29 Dec 2023 23:59:59 -0500", DAY),
        (EPOCH, DAY), (EPOCH - 1, date(2023, 12, 28)), (EPOCH * 1000, DAY), (f"{EPOCH}", DAY),
        (f"{EPOCH}000", DAY), (float(EPOCH), DAY), ("", None), (None, None),
    ],
)  # fmt: skip
def test_a_day_in_every_form(written: object, day: date | None) -> None:
    assert day_of(written) == day


@pytest.mark.parametrize(
    "written",
    [f"{EPOCH}0", "170380800", True, "12/29/2023", "Friday", "December 2023", 12, 4_102_444_800_000,
     631_151_999, ["2023-12-29"]],
)  # fmt: skip
def test_what_is_no_day_is_told(written: object) -> None:
    with pytest.raises(ValueError, match=WAY):
        day_of(written)


MINE = {"text": WORDS}


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        # Each name under which a field is found, where our own is not there or empty.
        *((({name: WORDS}), "text", WORDS) for name in (
            "text", "maintext", "articleBody", "body_text", "content_text", "body", "content",
            "content_html", "body_html", "Full Text")),
        *(({**MINE, name: "Fire"}, "title", "Fire") for name in ("title", "headline", "webTitle")),
        *(({**MINE, name: "Echo"}, "publisher", "Echo") for name in (
            "publisher", "outlet", "sitename", "site_name", "source-hostname", "publication",
            "source", "source_name", "source_domain", "domain", "hostname", "source_url")),
        *(({**MINE, name: "2023-12-29"}, "published", DAY) for name in (
            "published", "publishedAt", "datePublished", "date_publish", "publish_date", "pubDate",
            "publication_date", "webPublicationDate", "dateTime", "date", "timestamp")),
        *(({**MINE, name: "2023-12-29"}, "revised", DAY) for name in (
            "revised", "dateModified", "modified", "updated", "updated_at", "last_modified",
            "date_modify")),
        *(({**MINE, name: "https://a.example/b"}, "url", "https://a.example/b") for name in (
            "url", "link", "webUrl", "permalink", "source", "mainEntityOfPage")),
        *(({**MINE, name: "u1"}, "id", "u1") for name in ("id", "uri", "guid", "uuid")),
        *(({**MINE, name: "de"}, "language", "de") for name in (
            "language", "lang", "inLanguage", "meta_lang")),
        ({**MINE, "country": "mx"}, "country", "MX"),
        ({**MINE, "language": "en-GB"}, "language", "en"),
        ({**MINE, "language": "deu"}, "language", "de"),
        (MINE, "language", "en"), (MINE, "id", "it"), (MINE, "title", ""),
        (MINE, "publisher", None),
        ({**MINE, "title": " Fire "}, "title", "Fire"), ({**MINE, "title": 1984}, "title", "1984"),
        ({**MINE, "id": 7}, "id", "7"), ({**MINE, "guid": 7}, "id", "7"),
        ({**MINE, "title": "", "headline": "Fire"}, "title", "Fire"),
        ({**MINE, "title": "Fire", "headline": "No"}, "title", "Fire"),
        ({**MINE, "Title": "No", "title": "Fire"}, "title", "Fire"),
        ({**MINE, "title": {"rendered": "A &amp; B"}}, "title", "A & B"),
        ({**MINE, "publisher": {"name": "Echo"}}, "publisher", "Echo"),
        ({**MINE, "publisher": [{"name": "Echo"}, {"name": "No"}]}, "publisher", "Echo"),
        ({**MINE, "source": {"title": "Echo"}}, "publisher", "Echo"),
        ({**MINE, "publisher": "https://www.echo.example/a"}, "publisher", "echo.example"),
        ({**MINE, "source": "https://echo.example"}, "publisher", None),
        ({**MINE, "source": "Echo"}, "url", None), ({**MINE, "link": "Echo"}, "url", None),
        ({**MINE, "link": "https://www.echo.example/a"}, "publisher", "echo.example"),
        ({**MINE, "updated": "often"}, "revised", None),
        ({**MINE, "date": EPOCH}, "published", DAY),
        ({"content": "Nine died… [+2841 chars]"}, "text", "Nine died"),
        ({"content": "Nine died... [+1 chars]"}, "text", "Nine died"),
        ({"content": "<p>Nine died.</p>"}, "text", "Nine died."),
        ({"text": "<p>Nine died.</p>"}, "text", "<p>Nine died.</p>"),
    ],
    ids=lambda value: json.dumps(value, default=str)[:70],
)  # fmt: skip
def test_a_field_under_each_of_its_names(
    record: dict[str, object], field: str, value: object
) -> None:
    assert getattr(article_from(record, "it"), field) == value
