"""What newsrooms have on disk: each format as a small file, loaded with all that it says."""

from __future__ import annotations

import gzip
import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from factcheck import Article, InputError, reconcile
from factcheck.cli import app
from factcheck.loading import as_articles, load_articles
from factcheck.loading.office import joined_lines
from factcheck.loading.records import article_from, day_of

INPUTS = Path(__file__).with_name("inputs")
TITLE, OUTLET, DAY, LATER = (
    "Ferry sinks off Skarvik", "Skarvik Herald", date(2024, 2, 17), date(2024, 2, 18),
)  # fmt: skip
WORDS = (
    "The ferry Halden sank off Skarvik on Friday. Eleven people drowned, the harbour master "
    "said. Forty were brought ashore."
)
SPOKEN = WORDS.partition(" Forty")[0]
# The outlet, the day of a later version, and the address, where the file tells it.
URL = "https://herald.example/ferry"
TOLD: dict[str, tuple[str | None, date | None, str | None]] = {
    "newsapi.json": (OUTLET, None, URL),
    "guardian.json": (OUTLET, LATER, URL),
    "schema-org.json": (OUTLET, LATER, URL),
    "schema-org-graph.json": (OUTLET, None, URL),
    "wordpress.json": (
        "skarvik-herald.example", LATER, "https://skarvik-herald.example/ferry",
    ),
    "feed.json": (OUTLET, LATER, URL),
    "event-registry.json": (OUTLET, None, URL),
    "ninjs-1.json": (OUTLET, None, None),
    "ninjs-2.json": (OUTLET, None, None),
    "ninjs-3.json": (OUTLET, None, None),
    "epoch.json": (OUTLET, None, URL),
    "table.csv": (OUTLET, None, URL),
    "semicolons.csv": (OUTLET, None, None),
    "table.parquet": (OUTLET, None, None),
    "story.md.gz": (OUTLET, None, None),
    "letter.eml": (OUTLET, None, None),
    "report.docx": (OUTLET, None, None),
    "report.pdf": (OUTLET, None, None),
}  # fmt: skip


def test_every_file_has_its_expectation() -> None:
    spoken = {"bulletin.srt", "bulletin.vtt"}
    assert {path.name for path in INPUTS.iterdir()} == set(TOLD) | spoken


@pytest.mark.parametrize("name", TOLD)
def test_title_day_outlet_and_text_are_right(name: str) -> None:
    loaded = load_articles(INPUTS / name)
    assert loaded.errors == ()
    assert loaded.notes == ()
    (article,) = loaded.articles
    outlet, revised, url = TOLD[name]
    assert " ".join(article.text.split()) == WORDS
    assert article.title == TITLE
    assert article.published == DAY
    assert (article.publisher, article.revised, article.url) == (outlet, revised, url)
    assert article.language == "en"


@pytest.mark.parametrize("wrapper", ["articles", "results", "items"])
def test_what_is_no_article_among_those_of_a_service_costs_only_itself(
    tmp_path: Path, wrapper: str
) -> None:
    path = tmp_path / "wire.json"
    path.write_text(json.dumps({wrapper: [{"text": "Five died."}, None, {"text": "Six died."}]}))
    loaded = load_articles(path)
    assert [article.text for article in loaded.articles] == ["Five died.", "Six died."]
    assert [str(error) for error in loaded.errors] == [
        f'{path.as_posix()}#2: holds a NoneType where an article is expected: {{"text": "…"}}'
    ]


def test_a_graph_of_schema_org_holds_other_things_too(tmp_path: Path) -> None:
    path = tmp_path / "page.json"
    nodes = [{"@type": "Organization"}, "#crumbs", {"articleBody": "Five died."}]
    path.write_text(json.dumps({"@graph": nodes}))
    loaded = load_articles(path)
    assert [article.text for article in loaded.articles] == ["Five died."]
    assert loaded.errors == ()


@pytest.mark.parametrize("name", ["bulletin.srt", "bulletin.vtt"])
def test_subtitles_are_what_was_said(name: str) -> None:
    (article,) = load_articles(INPUTS / name).articles
    assert article.text == SPOKEN


@pytest.mark.parametrize("name", TOLD)
def test_the_command_line_reads_them_too(name: str) -> None:
    done = CliRunner().invoke(app, ["reconcile", "--csv", str(INPUTS / name)])
    assert (done.exit_code, done.stderr) == (0, "")
    assert TITLE in done.stdout
    assert "Eleven people" in done.stdout


@pytest.mark.parametrize("name", ["table.parquet", "report.docx", "report.pdf", "letter.eml"])
def test_a_broken_file_is_one_line(name: str, tmp_path: Path) -> None:
    cut = tmp_path / name
    cut.write_bytes((INPUTS / name).read_bytes()[:40])
    for path in (cut, tmp_path / f"empty{cut.suffix}"):
        path.touch()
        (error,) = load_articles(path).errors
        assert "should not be" not in error.cause
        assert "\n" not in str(error)


def test_a_name_does_not_make_a_format(tmp_path: Path) -> None:
    shutil.copy(INPUTS / "report.pdf", tmp_path / "report.txt")
    assert load_articles(tmp_path / "report.txt").articles[0].title == TITLE
    (tmp_path / "report.docx").write_text("Eleven people drowned.")
    (error,) = load_articles(tmp_path / "report.docx").errors
    assert error.cause == "is no Word file, whatever it is called"


def test_what_gzip_packs_is_read_to_the_limit_only(tmp_path: Path) -> None:
    bomb = tmp_path / "wire.txt.gz"
    bomb.write_bytes(gzip.compress(b"a" * 5_000_000))
    (error,) = load_articles(bomb, largest=1_000_000).errors
    assert "holds more than 1,000,000 bytes" in error.cause
    bomb.write_bytes(bomb.read_bytes()[:100])
    (error,) = load_articles(bomb).errors
    assert "cannot be read as gzip" in error.cause


@pytest.mark.parametrize(
    ("written", "day"),
    [
        (1708160400, DAY),
        (1708160400.5, DAY),
        (1708160400000, DAY),
        ("1708160400", DAY),
        ("20240217", DAY),
        (datetime(2024, 2, 17, 23, tzinfo=UTC), DAY),
        (20240217, None),
        (2024, None),
        (True, None),
        pytest.param(10**400, None, id="googol"),
    ],
)
def test_days_are_read_in_one_way_only(written: object, day: date | None) -> None:
    if day is not None:
        assert day_of(written) == day
        return
    with pytest.raises(ValueError, match="no date"):
        day_of(written)


def test_names_of_fields_are_one_however_they_are_spelled() -> None:
    for name in ("published_at", "publishedAt", "Published At", "PUBLISHED-AT"):
        assert article_from({"Text": "x", name: "2024-02-17"}, "a").published == DAY
    both = {"TEXT": "theirs", "text": "ours"}
    assert article_from(both, "a").text == "ours"
    # A field of ours is taken as it stands; one of theirs may be markup.
    assert article_from({"text": "<p>x</p>"}, "a").text == "<p>x</p>"
    assert article_from({"content": "<p>x</p>"}, "a").text == "x"


def test_an_article_takes_days_and_languages_as_they_are_written() -> None:
    day = {"published": "2024-02-17", "revised": "2024-02-18T10:00:00+01:00"}
    article = Article.model_validate({"id": "a", "text": "x", "language": "en-US", **day})
    assert (article.published, article.revised, article.language) == (DAY, LATER, "en")
    with pytest.raises(ValueError, match="published"):
        Article.model_validate({"id": "a", "text": "x", "published": "17/02/2024"})


def test_a_data_frame_alone_is_taken_and_names_of_files_say_what_to_write() -> None:
    frame = pd.DataFrame({"title": [TITLE], "source": [OUTLET], "body": [WORDS]})
    (article,) = reconcile(frame).articles
    assert (article.title, article.publisher, article.text) == (TITLE, OUTLET, WORDS)
    with pytest.raises(InputError, match=r"write Path\('monday.md'\)"):
        reconcile(["monday.md", "tuesday.md"])
    (article,) = as_articles(["She read it in wire. It said so in story.md"])
    assert article.text.endswith("story.md")


def test_what_a_file_does_not_tell_and_a_folder_holds_besides_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "wire.json").write_text(
        json.dumps([{"text": "One died."}, {"text": "Two died.", "publisher": "Echo"}])
    )
    for name in ("song.mp3", "photo.jpg", "run.py", "run.sh", "other.py", "run.c"):
        (tmp_path / name).write_bytes(b"\xff\xd8")
    lacking, besides = load_articles(tmp_path).notes
    assert lacking == (
        f"{tmp_path.as_posix()}/wire.json: 2 of 2 articles name no day of publication, so their "
        "weekdays have no date (give 'published'); 1 of 2 articles name no outlet, so they go "
        "by the name of the file (give 'publisher')"
    )
    assert besides == (
        f"{tmp_path}: 6 files are left out, since their format is not read: 1 × .c, 1 × .jpg, "
        "1 × .mp3, 2 × .py, 1 × .sh"
    )


def test_lines_that_a_printer_broke_are_joined() -> None:
    lines = ["Eleven people drowned off the coast of Skar-", "vik on Friday, and it was the worst",
             "day since 1927.", "", "Forty were brought ashore by the life-", "boats."]  # fmt: skip
    assert joined_lines(lines) == [
        (
            "Eleven people drowned off the coast of Skarvik on Friday, and it was the worst day "
            "since 1927."
        ),
        "Forty were brought ashore by the lifeboats.",
    ]
