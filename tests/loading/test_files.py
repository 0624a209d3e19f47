"""Files, folders and standard input: what is read, in which order, and what a broken one costs."""

import codecs
import io
import json
from datetime import date
from pathlib import Path

import pytest

from factcheck.loading import load_articles

BODY = "The river crested at 4.2 metres on Friday.\n\nTwo bridges were shut.\n"


def test_front_matter_becomes_the_fields_and_the_text_is_what_stands_below(tmp_path: Path) -> None:
    path = tmp_path / "flood.md"
    path.write_text(
        "---\n"
        "id: flood-1\n"
        "title: 'River peaks: the night shift'\n"
        "publisher: Valley Gazette\n"
        "published: 2024-02-17\n"
        "url: https://example.org/flood\n"
        "country: gb\n"
        "language: en-GB\n"
        "mood: grim\n"
        "---\n" + BODY,
        encoding="utf-8",
    )
    loaded = load_articles(path)
    assert loaded.errors == ()
    (article,) = loaded.articles
    assert article.id == "flood-1"
    assert article.title == "River peaks: the night shift"
    assert article.publisher == "Valley Gazette"
    assert article.published == date(2024, 2, 17)
    assert article.url == "https://example.org/flood"
    assert article.country == "GB"
    assert article.language == "en"
    assert article.text == BODY


@pytest.mark.parametrize(
    "written",
    [
        "2024-02-17",
        "'2024-02-17'",
        "2024-02-17T23:10:00Z",
        "'2024-02-17T23:10:00+01:00'",
        "17 February 2024",
        "'February 17, 2024'",
        "'Sat, 17 Feb 2024 23:10:00 GMT'",
    ],
)
def test_a_day_of_publication_in_every_form_that_can_be_read_in_one_way(
    tmp_path: Path, written: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"---\npublished: {written}\n---\n{BODY}", encoding="utf-8")
    (article,) = load_articles(path).articles
    assert article.published == date(2024, 2, 17)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "A headline\n---\nand its story: 3 dead\n---\n",
        "---\nBREAKING\n---\nTwo bridges were shut.\n",
        "--- a dash opens this sentence",
        "---\nThe fire: it killed 14 people.\n---\nTwo bridges were shut.\n",
        "---\nWhat: a fire\nWhere it was: Ardmore\n---\nTwo bridges were shut.\n",
    ],
)
def test_text_without_front_matter_is_not_touched(tmp_path: Path, text: str) -> None:
    path = tmp_path / "plain.txt"
    path.write_text(text, encoding="utf-8", newline="")
    loaded = load_articles(path)
    assert [article.text for article in loaded.articles] == [text]
    assert [article.id for article in loaded.articles] == [path.as_posix()]


@pytest.mark.parametrize(
    "data",
    [
        "Lluvia en Málaga: 3 heridos".encode(),
        codecs.BOM_UTF8 + "Lluvia en Málaga: 3 heridos".encode(),
        "Lluvia en Málaga: 3 heridos".encode("utf-16"),
        codecs.BOM_UTF16_BE + "Lluvia en Málaga: 3 heridos".encode("utf-16-be"),
    ],
)
def test_encodings_that_say_what_they_are(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    (article,) = load_articles(path).articles
    assert article.text == "Lluvia en Málaga: 3 heridos"


def test_a_json_object_a_json_list_and_json_lines(tmp_path: Path) -> None:
    one = tmp_path / "one.json"
    one.write_text(json.dumps({"text": "One dead.", "title": "A"}), encoding="utf-8")
    several = tmp_path / "several.json"
    several.write_text(json.dumps([{"text": "Two dead."}, {"id": "b", "text": "Three dead."}]))
    lines = tmp_path / "lines.jsonl"
    # U+2028 is allowed inside a JSON string and ends no line.
    lines.write_text('{"text": "Four\u2028dead."}\n\n{"text": "Five dead."}\n', encoding="utf-8")
    loaded = load_articles([one, several, lines])
    assert loaded.errors == ()
    assert [(article.id, article.text) for article in loaded.articles] == [
        (one.as_posix(), "One dead."),
        (f"{several.as_posix()}#1", "Two dead."),
        ("b", "Three dead."),
        (f"{lines.as_posix()}#1", "Four\u2028dead."),
        (f"{lines.as_posix()}#3", "Five dead."),
    ]


def test_a_folder_is_read_to_the_bottom_in_sorted_order_and_each_file_once(tmp_path: Path) -> None:
    for name in ["b.txt", "a/z.md", "a/c/y.json", ".hidden.txt", ".venv/x.txt", "map.png"]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('{"text": "Nobody was hurt."}', encoding="utf-8")
    loaded = load_articles([tmp_path, tmp_path / "b.txt"])
    assert loaded.errors == ()
    names = [Path(article.id).relative_to(tmp_path).as_posix() for article in loaded.articles]
    assert names == ["a/c/y.json", "a/z.md", "b.txt"]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"---\ntitle: T\n---\nOne dead.", "One dead."),
        (b"One dead.", "One dead."),
        (b'{"text": "One dead."}', "One dead."),
        (b'[{"text": "One dead."}]', "One dead."),
        (b'{"text": "One dead."}\n{"id": "z", "text": "Two dead."}\n', "One dead."),
    ],
)
def test_standard_input_is_recognised_by_its_content(data: bytes, text: str) -> None:
    loaded = load_articles("-", stdin=io.BytesIO(data))
    assert loaded.errors == ()
    assert loaded.articles[0].text == text


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("latin.txt", "Málaga".encode("latin-1"), "byte 0xe1 at offset 1"),
        ("naked.txt", "flood".encode("utf-16-le"), "NUL characters"),
        ("half.json", b'{"text": "x"', "is not JSON"),
        ("number.json", b"42", "holds a int where an article is expected"),
        ("deep.json", b"[" * 200_000, "nested too deeply"),
        ("long.json", b"9" * 5_000, "is not read"),
        ("no-text.json", b'{"title": "x"}', "text: is missing"),
        ("list-text.json", b'{"text": ["x", 4]}', "text: ['x', 4] is no str"),
        ("half-pair.json", rb'{"text": "\ud83d"}', "lone surrogate"),
        ("blank.txt", b" \n", "holds no text"),
        ("head.md", b"---\ntitle: x\n---\n", "holds no text"),
        ("page.html", b"<!doctype html><title>Menu</title>", "no text of an article was found"),
        ("prices.xlsm", b"place,dead\nArdmore,3\n", "'.xlsm' files are not read"),
        ("open.md", b"---\ntitle: x\nThree dead.", "never closed"),
        ("yaml.md", b"---\na: 1\ntitle: [x\n---\nThree dead.", "front matter is not YAML, line"),
        # the line of the file, whose first is the rule
        ("at.md", b"---\na: 1\nby: @x\n---\nThree dead.", "front matter is not YAML, line 3:"),
        ("deep.md", b"---\na: " + b"[" * 100_000 + b"\n---\nx", "front matter is not YAML"),
        ("month.md", b"---\npublished: 2024-13-45\n---\nx", "front matter is not YAML: month must"),
        ("day.md", b"---\npublished: 03/04/2024\n---\nx", "published: '03/04/2024' is no date"),
        ("norway.md", b"---\ncountry: [NO]\n---\nx", "country: ['NO'] is no text"),
        ("where.md", b"---\ncountry: Norway\n---\nx", "country: is no ISO 3166 code"),
        ("title.md", b"---\ntitle: [a, b]\n---\nx", "title: ['a', 'b'] is no text"),
    ],
)
def test_a_broken_file_costs_only_itself_and_names_its_cause(
    tmp_path: Path, name: str, data: bytes, cause: str
) -> None:
    broken = tmp_path / name
    broken.write_bytes(data)
    (tmp_path / "good.txt").write_text("Nobody was hurt.")
    loaded = load_articles([broken, tmp_path / "good.txt"])
    assert [article.text for article in loaded.articles] == ["Nobody was hurt."]
    (error,) = loaded.errors
    assert error.source == broken.as_posix()
    assert cause in error.cause
    assert "\n" not in str(error)


def test_a_broken_line_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text('{"text": "One dead."}\n{"text": \n{"title": "no text"}\n{"text": "Two."}\n')
    loaded = load_articles(path)
    assert [article.text for article in loaded.articles] == ["One dead.", "Two."]
    assert [error.source for error in loaded.errors] == [f"{path}, line 2", f"{path}#3"]


def test_what_is_not_there_or_holds_nothing(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    missing = tmp_path / "missing.txt"
    loaded = load_articles([missing, empty])
    assert loaded.articles == ()
    assert [(error.source, error.cause) for error in loaded.errors] == [
        (missing.as_posix(), "there is no such file or folder"),
        (empty.as_posix(), "the folder holds no file of articles"),
    ]


def test_two_files_of_one_id_keep_the_first(tmp_path: Path) -> None:
    for name, text in [("a.md", "first"), ("b.md", "second")]:
        (tmp_path / name).write_text(f"---\nid: same\n---\n{text}")
    loaded = load_articles(tmp_path)
    assert [article.text for article in loaded.articles] == ["first"]
    (error,) = loaded.errors
    assert error.source == (tmp_path / "b.md").as_posix()
    assert f"the id 'same' is taken by {(tmp_path / 'a.md').as_posix()}" in error.cause


def test_it_says_how_many_articles_are_read(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("Forty people left.", encoding="utf-8")
    said: list[tuple[str, int, int | None]] = []
    load_articles(tmp_path, watch=lambda *told: said.append(told))
    assert said == [("reading files", 1, None), ("reading files", 2, None)]
