"""Documents that point at a server: it is never asked, nor is anything unpacked."""

from __future__ import annotations

import io
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.request import urlopen

import pytest
from typer.testing import CliRunner

from factcheck import Article, load_articles, reconcile
from factcheck.cli import app

WORDS = "The ferry sank on Monday, and nine people drowned."

# What a parser might follow: in a page, in a feed, in JSON and in front matter.
DOCUMENTS = {
    "page.html": """<!DOCTYPE html SYSTEM "{here}/page.dtd"><html manifest="{here}/m"><head>
<base href="{here}/"><link rel="stylesheet" href="style.css"><link rel="canonical" href="{here}/c">
<meta http-equiv="refresh" content="0; url={here}/next"><script src="a.js"></script></head><body>
<iframe src="frame"></iframe><article><h1>Ferry sinks</h1><p>{words}</p><img src="{here}/a.png">
<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{here}/part" parse="text"/>
<object data="o"></object></article></body></html>""",
    "xhtml.xhtml": """<?xml version="1.0"?><?xml-stylesheet href="{here}/style.xsl"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "{here}/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Ferry</title></head><body>
<p>{words}</p></body></html>""",
    "feed.rss": """<?xml version="1.0"?><?xml-stylesheet href="{here}/style.xsl"?>
<!DOCTYPE rss SYSTEM "{here}/rss.dtd"><rss version="2.0"><channel><title>Post</title>
<link>{here}/</link><cloud domain="127.0.0.1" port="{port}" path="/rpc"/><item>
<link>{here}/story</link><enclosure url="{here}/a.mp3" type="audio/mpeg" length="5"/>
<description>&lt;p&gt;{words}&lt;/p&gt;&lt;img src="{here}/b.png"&gt;</description></item>
</channel></rss>""",
    "feed.atom": """<feed xmlns="http://www.w3.org/2005/Atom"><link rel="next" href="{here}/2"/>
<link rel="hub" href="{here}/hub"/><entry><id>{here}/1</id><title>Ferry</title>
<content src="{here}/content" type="text/html"/><summary>{words}</summary></entry></feed>""",
    "wire.json": """{{"uri": "{here}/wire", "headlines": [{{"value": "Ferry"}}],
"bodies": [{{"contenttype": "text/html", "value": "<p>{words}</p><img src='{here}/b.png'>"}}],
"renditions": [{{"href": "{here}/a.jpg"}}], "$ref": "{here}/schema"}}""",
    "story.md": "---\nurl: {here}/story\ninclude: !include {here}/part\n---\n{words}\n",
    "plain.md": "---\nurl: {here}/story\n---\n{words} ![]({here}/a.png)\n",
}  # fmt: skip


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """The address of a server on this machine, and what it has been asked for."""
    paths: list[str] = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        do_POST = do_HEAD = do_GET

        def log_message(self, format: str, *arguments: object) -> None:
            """Standard error is for the tests."""

    with HTTPServer(("127.0.0.1", 0), Server) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", paths
        server.shutdown()
        thread.join()


def test_a_server_that_documents_point_at_is_never_asked(
    tmp_path: Path, asked: tuple[str, list[str]]
) -> None:
    here, paths = asked
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, content in DOCUMENTS.items():
        port = here.rpartition(":")[2]
        (folder / name).write_text(content.format(here=here, port=port, words=WORDS))
    loaded = load_articles([folder, f"{here}/story", {"text": WORDS, "url": f"{here}/object"}])
    # All are read but the one whose front matter has a tag of its own; the object is read too.
    assert [error.source.rpartition("/")[2] for error in loaded.errors] == ["story.md", "story"]
    assert len(loaded.articles) == len(DOCUMENTS)
    report = reconcile([*loaded.articles, Article(id="own", text=WORDS, url=f"{here}/own")])
    assert len(report.claims) >= len(loaded.articles)
    for written in (report.to_html, report.to_json_ld, report.to_annotations, report.to_sqlite):
        written(tmp_path / written.__name__)
    for group in report.groups:
        group._repr_html_()
    CliRunner().invoke(app, ["reconcile", str(folder), "--html", str(tmp_path / "page.html")])
    assert paths == []
    # That the server would have heard is shown by asking it.
    with pytest.raises(OSError, match="404"):
        urlopen(f"{here}/asked")
    assert paths == ["/asked"]


def test_an_archive_is_refused_and_nothing_is_unpacked(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("../../escaped.txt", WORDS)
        archive.writestr("story.txt", WORDS)
    folder = tmp_path / "one" / "two"
    folder.mkdir(parents=True)
    names = ("news.zip", "news.docx", "news.epub", "news.txt", "news.html", "news")
    for name in names:
        (folder / name).write_bytes(packed.getvalue())
    before = set(tmp_path.rglob("*"))
    for name in names:
        loaded = load_articles(folder / name)
        assert loaded.articles == ()
        assert len(loaded.errors) == 1
    assert load_articles(folder).articles == ()
    assert load_articles("-", stdin=io.BytesIO(packed.getvalue())).articles == ()
    assert set(tmp_path.rglob("*")) == before
