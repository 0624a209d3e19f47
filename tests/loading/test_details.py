"""Details of loading that standards settle: what a page declares, what a feed names."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import reconcile
from factcheck.loading import Loaded, load_articles

BODY = (
    "<p>The caf\xe9 burned down on Friday, and \x93three\x94 people died in it, the mayor said.</p>"
)


def loaded(path: Path, content: bytes) -> Loaded:
    path.write_bytes(content)
    return load_articles(path)


def page(charset: str, before: int) -> bytes:
    """A page whose declaration stands behind so many bytes of a comment."""
    filler = f"<!--{'-' * (before - 21)}-->"
    head = f"<html><head>{filler}<meta charset={charset}></head><body><article>{BODY}</article>"
    return head.encode("latin-1")


# HTML standard, 13.2.3.2: the first 1024 bytes are looked through.
@pytest.mark.parametrize("before", [30, 400, 900])
def test_a_declaration_in_the_first_kilobyte_is_obeyed(tmp_path: Path, before: int) -> None:
    found = loaded(tmp_path / "a.html", page("windows-1257", before))
    assert "caf\u00e9" in found.articles[0].text  # 0xE9 is é in windows-1257 too
    assert not any("was read as" in note for note in found.notes)


def test_a_declaration_behind_the_first_kilobyte_is_none(tmp_path: Path) -> None:
    found = loaded(tmp_path / "a.html", page("iso-8859-5", 1100))
    assert all("caf\u0449" not in article.text for article in found.articles)


# Encoding Standard, 4.2: these labels mean windows-1252, whose 0x93 and 0x94 are curly quotes.
@pytest.mark.parametrize("label", ["iso-8859-1", "latin1", "us-ascii", "windows-1252"])
def test_latin_1_is_read_with_curly_quotes(tmp_path: Path, label: str) -> None:
    found = loaded(tmp_path / "a.html", page(label, 30))
    assert "\u201cthree\u201d" in found.articles[0].text


def test_comments_of_a_page_are_not_read(tmp_path: Path) -> None:
    story = "<p>Three people died in the fire on Friday, the mayor of Ardmore said at noon.</p>" * 2
    content = (
        f"<html><body><article><!-- <p>Nineteen people died.</p> -->{story}</article>"
        '<div id="comments" class="comments"><h3>Comments</h3><div class="comment">'
        "<p>I heard that ninety people died there, and nobody tells us.</p></div></div>"
        "</body></html>"
    )
    text = loaded(tmp_path / "a.html", content.encode()).articles[0].text
    assert "Three people" in text
    assert "Nineteen" not in text
    assert "ninety" not in text


def test_comments_inside_a_feed_are_not_read(tmp_path: Path) -> None:
    content = (
        "<rss version='2.0'><channel><title>Wire</title><item><title>Fire</title><description>"
        "&lt;p&gt;Three died.&lt;!-- Nineteen &lt;p&gt; died. --&gt; They slept.&lt;/p&gt;"
        "</description></item></channel></rss>"
    )
    (article,) = loaded(tmp_path / "a.rss", content.encode()).articles
    assert article.text == "Three died. They slept."


def test_an_aggregator_is_not_the_publisher(tmp_path: Path) -> None:
    """RSS 2.0, `source`: the channel that the item came from."""
    item = "<item><title>Fire</title>{}<description>Three died.</description></item>"
    source = '<source url="https://gazette.example/rss">Valley Gazette</source>'
    content = (
        "<rss version='2.0'><channel><title>All The News</title>"
        f"{item.format(source)}{item.format('')}</channel></rss>"
    )
    found = loaded(tmp_path / "a.rss", content.encode())
    assert [article.publisher for article in found.articles] == ["Valley Gazette", "All The News"]


def test_the_whole_story_of_an_item_is_taken_before_its_summary(tmp_path: Path) -> None:
    content = (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        "<title>Wire</title><item><title>Fire</title><description>Dead in fire.</description>"
        "<content:encoded>Three people died in the fire. They slept.</content:encoded></item>"
        "</channel></rss>"
    )
    (article,) = loaded(tmp_path / "a.rss", content.encode()).articles
    assert article.text == "Three people died in the fire. They slept."


def test_what_was_concluded_of_an_encoding_is_told_by_the_report(tmp_path: Path) -> None:
    old = tmp_path / "old.txt"
    old.write_bytes("Prezydent Łodzi powiedział, że w pożarze zginęło 14 osób.".encode("cp1250"))
    note = next(note for note in reconcile([old]).notes if "was read as" in note)
    assert "names no encoding" in note


def test_folders_that_are_hidden_are_passed_over_and_others_sorted(tmp_path: Path) -> None:
    for name in (".git/a.md", "c.md", "b/z.md", "b/.cache/x.md", "a.md", "B.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Nine died.")
    names = [Path(a.id).relative_to(tmp_path).as_posix() for a in load_articles(tmp_path).articles]
    assert names == ["B.md", "a.md", "b/z.md", "c.md"]


def test_tables_of_a_page_are_not_read(tmp_path: Path) -> None:
    story = "<p>Three people died in the fire on Friday, the mayor of Ardmore said at noon.</p>" * 3
    table = (
        "<table><tr><th>Town</th><th>Dead</th></tr><tr><td>Alba</td><td>ninety</td></tr></table>"
    )
    content = f"<html><body><article><h1>Fire</h1>{story}{table}{story}</article></body></html>"
    text = loaded(tmp_path / "a.html", content.encode()).articles[0].text
    assert "Three people" in text
    assert "ninety" not in text
