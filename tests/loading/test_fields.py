"""Each field where it may be written otherwise: in letters, feeds, tables, pages and records."""

from __future__ import annotations

import json
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from factcheck.errors import InputError, SourceError
from factcheck.loading import load_articles
from factcheck.loading.documents import cause
from factcheck.loading.formats import _has_lines_of_json, _is_json
from factcheck.loading.front_matter import fields_and_text
from factcheck.loading.markup import fragment_text, is_markup, root_element
from factcheck.loading.records import article_from
from factcheck.models import Article

PUBLISHED = '<meta property="article:published_time" content="2023-12-28T08:00:00Z">'
MODIFIED = '<meta property="article:modified_time" content="2023-12-30T08:00:00Z">'


def only(path: Path, content: bytes | str) -> Article:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    found = load_articles(path)
    assert found.errors == ()
    (article,) = found.articles
    return article


# RFC 5322, 3.4: an address stands alone or in angle brackets behind a name.
@pytest.mark.parametrize(
    ("sender", "publisher"),
    [
        ("Harbour Desk <desk@harbour.example>", "Harbour Desk"),
        ("<desk@harbour.example>", "harbour.example"),
        ("desk@harbour.example", "harbour.example"),
        ('"Roe, Ana" <ana@mail.harbour.example>', "Roe, Ana"),
        ("desk", "desk"),
        (None, None),
    ],
)
def test_who_sent_a_letter(tmp_path: Path, sender: str | None, publisher: str | None) -> None:
    head = "" if sender is None else f"From: {sender}\n"
    article = only(tmp_path / "a.eml", f"{head}Subject: Fire\n\nThree people died.\n")
    assert (article.publisher, article.title) == (publisher, "Fire")


def test_a_letter_of_two_bodies_is_read_as_plain_text_and_of_one_as_it_is(tmp_path: Path) -> None:
    letter = EmailMessage()
    letter["Subject"] = "Fire in the harbour"
    letter["Message-ID"] = "<one@harbour.example>"
    letter["Date"] = "Fri, 29 Dec 2023 23:30:00 -0500"
    letter.set_content("Three people died. a < b\n\nThey slept.\n")
    letter.add_alternative("<p>Nineteen people died.</p>", subtype="html")
    article = only(tmp_path / "a.eml", letter.as_bytes())
    assert article.text.strip() == "Three people died. a < b\n\nThey slept."
    assert article.id == "one@harbour.example"
    assert article.published == date(2023, 12, 29)  # the sender's own
    page = EmailMessage()
    page.set_content("<p>Three people died.</p><p>They slept.</p>", subtype="html")
    assert only(tmp_path / "b.eml", page.as_bytes()).text == "Three people died.\n\nThey slept."


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Fri, 29 Dec 2023 23:30:00 -0500", date(2023, 12, 29)),
        ("2023-12-29T23:30:00-05:00", date(2023, 12, 29)),
        # No standard, but feedparser reads it.
        ("Fri Dec 29 23:30:00 GMT 2023", date(2023, 12, 29)),
        ("2023-363", date(2023, 12, 29)),  # the 363rd day of the year, as ISO 8601 has it too
        ("some day", None),
    ],
)
@pytest.mark.parametrize("element", ["pubDate", "dc:date"])
def test_the_day_of_an_item(tmp_path: Path, written: str, day: date | None, element: str) -> None:
    content = (
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>W</title>'
        f"<item><title>Fire</title><{element}>{written}</{element}>"
        "<description>Three died.</description></item></channel></rss>"
    )
    assert only(tmp_path / "a.rss", content).published == day


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_by_its_delimiter_without_its_empty_rows(tmp_path: Path, delimiter: str) -> None:
    lines = [["id", " title ", "text"], ["", "", ""], ["a", "Fire, again; a|b", "Nine died."],
             [" ", "", "  "], ["", "Flood", "Two died."]]  # fmt: skip
    rows = [delimiter.join(f'"{cell}"' for cell in row) for row in lines]
    path = tmp_path / "a.csv"
    path.write_text("\n".join(rows))
    found = load_articles(path)
    assert [(a.title, a.text) for a in found.articles] == [
        ("Fire, again; a|b", "Nine died."), ("Flood", "Two died."),
    ]  # fmt: skip
    # The rows are numbered from the first below the header.
    assert [article.id for article in found.articles] == ["a", f"{path}#4"]


def found_in(tmp_path: Path, table: str) -> tuple[list[str], list[str]]:
    """The texts of a table, and its errors without the name of the file."""
    path = tmp_path / "a.csv"
    path.write_text(table, encoding="utf-8", newline="")
    found = load_articles(path)
    errors = [str(error).removeprefix(str(path)) for error in found.errors]
    return [article.text for article in found.articles], errors


def test_a_text_is_not_cut_at_a_comma_that_no_quotes_hold(tmp_path: Path) -> None:
    table = "outlet,text\nGazette,The fire killed 14, police said.\nHerald,Nine died.,\n"
    texts, (error,) = found_in(tmp_path, table)
    assert texts == ["Nine died."]  # behind which an empty cell is nothing
    assert error == (
        "#1: line 2: has 3 cells, and the table 2 columns: put a text that holds ',' in quotes"
    )


@pytest.mark.parametrize(
    "broken",
    [
        'Gazette,"The fire killed 14 people.',  # to the end of the file, or the next quotes
        'Gazette,"The fire" killed 14 people.',
        'Gazette,"The fire" ,and more',
    ],
)
@pytest.mark.parametrize("after", ['Herald,"Nine died."', "Herald,Nine died."])
def test_quotes_that_are_not_closed_cost_their_own_row(
    tmp_path: Path, broken: str, after: str
) -> None:
    before = 'Echo,"Two\ndied."'
    texts, (error,) = found_in(tmp_path, "\n".join(["outlet,text", before, broken, after, ""]))
    assert texts == ["Two\ndied.", "Nine died."]
    assert error.startswith("#2: line 4: ")
    assert error.endswith("close the quotes, and double those inside a text")


def test_a_header_that_is_broken_is_told(tmp_path: Path) -> None:
    texts, (error,) = found_in(tmp_path, 'outlet,"text\nGazette,Nine died.\n')
    assert (texts, error) == ([], ": cannot be read as CSV: line 1: unexpected end of data")


@pytest.mark.parametrize("name", ["text", "body", "articleBody", "content"])
def test_a_text_in_paragraphs_is_whole(name: str) -> None:
    record = {name: ["Nine died.", "Two were hurt."]}
    assert article_from(record, "a").text == "Nine died.\n\nTwo were hurt."


@pytest.mark.parametrize("parts", [["Nine died.", {"type": "image"}], [4], []])
def test_a_list_of_other_things_is_no_text(parts: list[object]) -> None:
    with pytest.raises(InputError, match="give the words of the article"):
        article_from({"body": parts}, "a")
    with pytest.raises(InputError, match="give the words of the article"):
        article_from({"text": parts}, "a")


def test_what_services_hand_out_is_read_line_by_line_too(tmp_path: Path) -> None:
    guardian = {
        "webTitle": "Fire", "fields": {"bodyText": "Nine died."}, "id": "world/fire",
    }  # fmt: skip
    newsapi = {"status": "ok", "articles": [{"content": "Two died."}, {"content": "Six died."}]}
    path = tmp_path / "wire.jsonl"
    lines = [guardian, newsapi, {"response": {"results": [guardian | {"id": "b"}]}}, {"text": "x"}]
    path.write_text("\n".join(map(json.dumps, lines)))
    found = load_articles(path)
    assert found.errors == ()
    assert [(article.id, article.text) for article in found.articles] == [
        ("world/fire", "Nine died."),
        (f"{path}#2.1", "Two died."),
        (f"{path}#2.2", "Six died."),
        ("b", "Nine died."),
        (f"{path}#4", "x"),
    ]


@pytest.mark.parametrize(
    ("meta", "day"),
    [
        # The day of publication is before that of the last change.
        (MODIFIED + PUBLISHED, date(2023, 12, 28)),
        (PUBLISHED + MODIFIED, date(2023, 12, 28)),
        # What the story tells of is none.
        ("", None),
    ],
)  # fmt: skip
def test_the_day_of_a_page(tmp_path: Path, meta: str, day: date | None) -> None:
    story = "<p>Three people died on 4 May 2019, the mayor of Ardmore said to the council.</p>" * 3
    content = (
        f"<html><head>{meta}<title>Fire</title></head><body><article><h1>Fire</h1>{story}"
        "</article></body></html>"
    )
    assert only(tmp_path / "a.html", content).published == day


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("<p>One</p><p>two</p>", "One\n\ntwo"),
        ("One<br>two", "One\n\ntwo"),
        ("One <b>two</b> <i>three</i>", "One two three"),
        ("One<script>var two = '<p>';</script> three", "One three"),
        ("One<SCRIPT type='x'>two</SCRIPT > three", "One three"),
        ("One<style>p { }</style>two", "Onetwo"),
        ("One<!-- <p>two</p> -->three", "Onethree"),
        ("One<!-- two", "One"),
        ("One<script>two", "One"),
        ("One</script>two", "Onetwo"),
        ("One &lt; two &amp; three&nbsp;four", "One < two & three four"),
        ("One\n\n\ntwo", "One two"),
        ("<p> </p><p></p>One", "One"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("", ""),
    ],
)
def test_the_words_of_a_fragment(fragment: str, text: str) -> None:
    assert fragment_text(fragment) == text


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("<html><p>", "html"), ("<!DOCTYPE html><p>", "html"), ("<!doctype HTML><p>", "html"),
        ("<!-- x --><rss version='2.0'>", "rss"), ("<?xml version='1.0'?>\n<FEED>", "feed"),
        ("<!DOCTYPE rss><rss>", "rss"), ("<p>One</p>", "p"), ("One <p>", ""), ("", ""),
        ("<!DOCTYPE><p>", "p"),
    ],
)  # fmt: skip
def test_the_first_element_of_a_document(content: str, name: str) -> None:
    assert root_element(content) == name


@pytest.mark.parametrize(
    ("text", "markup"),
    [("a <b>c</b>", True), ("a &amp; b", True), ("a & b", False), ("1 < 2", False), ("", False)],
)
def test_what_holds_markup(text: str, markup: bool) -> None:
    assert is_markup(text) is markup


@pytest.mark.parametrize(
    ("text", "fields", "below"),
    [
        ("---\ntitle: Fire\n---\nNine died.", {"title": "Fire"}, "Nine died."),
        ("---\ntitle: Fire\n---\n\nNine died.", {"title": "Fire"}, "Nine died."),
        ("---\n---\nNine died.", {}, "Nine died."),
        ("---\n# nothing\n---\nNine died.", {}, "Nine died."),
        ("-----\ntitle: Fire\n----\nNine\n---\ndied.", {"title": "Fire"}, "Nine\n---\ndied."),
        ("---\nFire in the harbour\n---\nNine died.", {}, None),
        ("---\n- Fire\n- Flood\n---\nNine died.", {}, None),
        ("---\nFire\n\nNine died.", {}, None),
        ("Nine died.\n---\ntitle: Fire\n---\n", {}, None),
        ("", {}, None),
    ],
)
def test_what_is_front_matter(text: str, fields: dict[str, str], below: str | None) -> None:
    assert fields_and_text(text, "a.md") == (fields, text if below is None else below)


@pytest.mark.parametrize(
    ("text", "line"),
    [("---\ntitle: [\n---\nNine", "line"), ("---\ntitle: Fire\n", "never closed"),
     ("---\ntitle: Fire\nday: {a\n---\n", "line")],
)  # fmt: skip
def test_what_is_broken_front_matter(text: str, line: str) -> None:
    with pytest.raises(SourceError, match=line):
        fields_and_text(text, "a.md")


@pytest.mark.parametrize(
    ("content", "json", "lines"),
    [
        ('{"a": 1}', True, False), ('[{"a": 1}]', True, False), ('{"a": 1}\n{"b": 2}', False, True),
        ('\n{"a": 1}\n\n  {"b": 2}  \nx', False, True), ('{\n"a": 1\n}', True, False),
        ('{"a":\n{}}', True, False), ('{"a": 1}\n', True, False), ("[Update] Rain", False, False),
        ("{a}", False, False), ("[]", True, False), ("[[]]", True, False), ("{}", True, False),
        ("[1]", False, False), ("{}\n{}", False, True),
    ],
)  # fmt: skip
def test_one_document_of_json_or_one_in_each_line(content: str, json: bool, lines: bool) -> None:
    assert (_is_json(content), _has_lines_of_json(content)) == (json, lines)


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        # An address as publisher is that of its host.
        ({"publisher": "https://www.gazette.example/news"}, "publisher", "gazette.example"),
        ({"publisher": "gazette.example"}, "publisher", "gazette.example"),
        ({"publisher": "www.gazette.example"}, "publisher", "www.gazette.example"),
        ({"source": "Harbour Post"}, "publisher", "Harbour Post"),
        ({"source": "https://post.example/a"}, "publisher", None),
        ({"source": "https://post.example/a"}, "url", "https://post.example/a"),
        ({"source": "Harbour Post"}, "url", None),
        ({"link": "https://post.example/a"}, "url", "https://post.example/a"),
        ({"link": "a-fire"}, "url", None),
        ({"source": {"id": None, "name": "Post"}}, "publisher", "Post"),
        ({"publisher": [{"name": "Post"}, {"name": "Radio"}]}, "publisher", "Post"),
        ({"publisher": {"name": " "}}, "publisher", None),
        ({"title": {"rendered": "Fire &amp; <i>flood</i>"}}, "title", "Fire & flood"),
        ({"title": {"name": "Fire &amp; flood"}}, "title", "Fire &amp; flood"),
        ({"title": 1984}, "title", "1984"),
        ({"title": "  "}, "title", ""),
        ({"language": "en-GB"}, "language", "en"), ({"language": "eng"}, "language", "en"),
        ({"language": "deu"}, "language", "de"), ({"language": "fr_CA"}, "language", "fr"),
        ({"language": "pt"}, "language", "pt"), ({"language": None}, "language", "en"),
        ({"content": "Nine died… [+2841 chars]"}, "text", "Nine died"),
        ({"content": "Nine died. [+1 chars]"}, "text", "Nine died."),
        ({"content": "<p>Nine</p><p>died.</p>"}, "text", "Nine\n\ndied."),
        ({"text": "<p>Nine</p>"}, "text", "<p>Nine</p>"),  # our own name: as it is
        ({"pubDate": 1703822400}, "published", date(2023, 12, 29)),
        ({"published": "29 December 2023", "updated": "often"}, "revised", None),
        ({"published": "2023-12-29", "updated": "2023-12-30"}, "revised", date(2023, 12, 30)),
    ],
)  # fmt: skip
def test_a_field_however_it_is_written(
    record: dict[str, object], field: str, value: object
) -> None:
    article = article_from({"id": "a", "text": "Nine died.", **record} if "content" not in record
                           else {"id": "a", **record}, "name")  # fmt: skip
    assert getattr(article, field) == value


# 1 January 1990 is 631152000 seconds after 1970 began, 1 January 2100 is 4102444800.
@pytest.mark.parametrize(
    ("number", "day"),
    [
        (631152000, date(1990, 1, 1)), (4102444799, date(2099, 12, 31)),
        (631152000000, date(1990, 1, 1)), (4102444799999, date(2099, 12, 31)),
        (631151999, None), (4102444800, None), (631151999999, None), (4102444800000, None),
        ("1703822400", date(2023, 12, 29)), ("1703822400000", date(2023, 12, 29)),
        ("631152000", None), ("17038224000", None), (True, None),
    ],
)  # fmt: skip
def test_a_number_is_a_day_from_1990_to_2099(number: object, day: date | None) -> None:
    record = {"id": "a", "text": "Nine died.", "published": number}
    if day is None:
        with pytest.raises(InputError, match="no date that can be read in one way"):
            article_from(record, "name")
    else:
        assert article_from(record, "name").published == day


@pytest.mark.parametrize("month", range(1, 13))
def test_a_month_by_its_name_is_the_one_of_that_number(month: int) -> None:
    name = date(2023, month, 1).strftime("%B")
    for written in (
        *(f"7 {name} 2023", f"{name} 7, 2023", f"7 {name[:3]} 2023", f"{name[:3].upper()} 7, 2023"),
        *(f"2023/{month:02d}/07", f"2023-{month:02d}-07", f"Fri, 07 {name[:3]} 2023 10:00:00 GMT"),
    ):
        record = {"id": "a", "text": "Nine died.", "published": written}
        assert article_from(record, "name").published == date(2023, month, 7)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError(), "there is no such file or folder"),
        (PermissionError(13, "Permission denied"), "may not be read: permission denied"),
        (MemoryError(), "takes more memory than there is"),
        (OSError(5, "Input/output Error"), "cannot be read: input/output error"),
        (OSError("odd"), "cannot be read: odd"),
        (ValueError("embedded null byte"), "cannot be read: embedded null byte"),
    ],
)
def test_why_a_file_could_not_be_read(error: OSError | ValueError, words: str) -> None:
    assert cause(error) == words


@pytest.mark.parametrize(
    ("record", "name"),
    [({"guid": 12}, "12"), ({"guid": "a-1"}, "a-1"), ({"guid": ""}, "name"), ({}, "name"),
     ({"id": 7, "guid": 12}, "7"), ({"guid": 1.5}, "name")],
)  # fmt: skip
def test_what_an_article_is_called(record: dict[str, object], name: str) -> None:
    assert article_from({"text": "Nine died.", **record}, "name").id == name


@pytest.mark.parametrize("before", [0, 9_000, 11_000, 30_000])
def test_an_encoding_is_told_by_the_letters_wherever_they_stand(
    tmp_path: Path, before: int
) -> None:
    """A long story may have its first letter beyond ASCII far down."""
    polish = (
        "Prezydent Łodzi powiedział, że w pożarze zginęło 14 osób, a mieszkańcy śpią w szkole. "
    )
    text = "Tu i tam pada. " * (before // 15) + polish * 99
    article = only(tmp_path / "a.txt", text.encode("cp1250"))
    assert article.text.strip() == text.strip()


@pytest.mark.parametrize("order", [1, -1])
def test_of_several_bodies_of_an_item_the_longest_is_read(tmp_path: Path, order: int) -> None:
    bodies = ["Three people died in the fire. They slept.", "Dead in fire.", ""][::order]
    contents = "".join(f'<content type="text">{body}</content>' for body in bodies)
    content = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><id>w</id>'
        f"<entry><title>Fire</title><id>a</id>{contents}<summary>Fire.</summary></entry></feed>"
    )
    assert only(tmp_path / "a.atom", content).text == "Three people died in the fire. They slept."
