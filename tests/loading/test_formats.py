"""Pages, feeds and ninjs: what is taken from each, and how each is recognised."""

from __future__ import annotations

import io
import json
import re
import socket
import sys
import time
from datetime import date
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from factcheck import reconcile
from factcheck.loading import Loaded, load_articles
from factcheck.loading.markup import fragment_text
from factcheck.models import Article

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>River peaks at four metres | Valley Gazette</title>
<meta property="og:site_name" content="Valley Gazette">
<meta property="og:title" content="River peaks at four metres">
<meta property="article:published_time" content="2024-02-17T09:00:00+00:00">
<link rel="canonical" href="https://gazette.example/flood"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a> 21 views</nav>
<article><h1>River peaks at four metres</h1>
<p>The river crested at 4.2 metres on Friday, Mayor Ines Roth said at the town hall.</p>
<p>Two people died when a footbridge gave way in the old town on 12 March 1987.</p>
</article><footer>Shared 400 times. Get breaking news.</footer></body></html>"""

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Valley Gazette</title><link>https://gazette.example/</link>
<item><title>Bridge &amp;amp; road shut</title><link>https://gazette.example/bridge</link>
<guid>gazette-7</guid><pubDate>Sat, 17 Feb 2024 23:30:00 -0800</pubDate>
<description>Two bridges shut.</description>
<content:encoded><![CDATA[<p>Two bridges were shut.</p><p>Five people were hurt.</p>]]>
</content:encoded></item>
<item><title>Short</title><link>https://gazette.example/short</link>
<description>Nobody was &lt;b&gt;hurt&lt;/b&gt;.</description></item>
<item><title>Empty</title><link>https://gazette.example/empty</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Hill Herald</title>
<entry><id>urn:x:1</id><title>Fire</title><link href="https://herald.example/fire"/>
<published>2024-02-18T01:00:00Z</published><updated>2024-02-19T01:00:00Z</updated>
<content type="html">&lt;p&gt;The fire killed three people.&lt;/p&gt;</content></entry></feed>"""

NINJS_2 = {
    "uri": "urn:newsml:gazette.example:20240217:river",
    "type": "text",
    "versioncreated": "2024-02-18T08:00:00Z",
    "firstcreated": "2024-02-17T22:00:00Z",
    "language": "en-GB",
    "copyrightholder": "Valley Gazette",
    "headlines": [{"role": "short", "value": "River"}, {"role": "main", "value": "River peaks"}],
    "bodies": [
        {"role": "teaser", "value": "The river crested."},
        {"role": "main", "contenttype": "text/html", "value": "<p>Two people died.</p>"},
        {"role": "main", "contenttype": "text/plain", "value": "Two people died.\nFive were hurt."},
    ],
}
NINJS_3 = {
    "uri": "https://herald.example/items/8",
    "versionCreated": "2024-02-18T08:00:00Z",
    "infoSources": [{"name": "Hill Herald"}],
    "headlines": [{"value": "Fire &amp; smoke", "contentType": "text/html"}],
    "bodies": [{"contentType": "text/html", "value": "<p>Three died.</p><p>One was hurt.</p>"}],
}


def loaded_from(path: Path, text: str, encoding: str = "utf-8") -> Loaded:
    path.write_bytes(text.encode(encoding))
    return load_articles(path)


def test_of_a_page_the_article_is_read_and_no_furniture(tmp_path: Path) -> None:
    (article,) = loaded_from(tmp_path / "flood.html", PAGE).articles
    assert article.title == "River peaks at four metres"
    assert article.publisher == "Valley Gazette"
    assert article.published == date(2024, 2, 17)
    assert article.url == "https://gazette.example/flood"
    assert "The river crested at 4.2 metres" in article.text
    assert "gave way in the old town" in article.text
    for furniture in ("views", "Sport", "breaking news", "400"):
        assert furniture not in article.text


@pytest.mark.parametrize("day", ["12 March 1987", "3 May 2021", "May 3, 2021"])
def test_a_page_that_tells_no_date_has_none(tmp_path: Path, day: str) -> None:
    """A day that the story tells of is no day of publication."""
    undated = re.sub("<meta.*published_time.*>", "", PAGE).replace("12 March 1987", day)
    (article,) = loaded_from(tmp_path / "flood.html", undated).articles
    assert article.published is None


def test_each_item_of_a_feed_is_an_article(tmp_path: Path) -> None:
    path = tmp_path / "feed.rss"
    loaded = loaded_from(path, RSS)
    assert loaded.articles == (
        Article(
            id="gazette-7",
            text="Two bridges were shut.\n\nFive people were hurt.",
            title="Bridge & road shut",
            publisher="Valley Gazette",
            published=date(2024, 2, 17),  # the paper's own day; in Greenwich it is the 18th
            url="https://gazette.example/bridge",
        ),
        Article(
            id="https://gazette.example/short",
            text="Nobody was hurt.",
            title="Short",
            publisher="Valley Gazette",
            url="https://gazette.example/short",
        ),
    )
    (error,) = loaded.errors
    assert (error.source, error.cause) == (f"{path}#3", "holds no text")


def test_an_atom_feed(tmp_path: Path) -> None:
    (article,) = loaded_from(tmp_path / "feed.xml", ATOM).articles
    assert article.id == "urn:x:1"
    assert article.publisher == "Hill Herald"
    assert article.published == date(2024, 2, 18)
    assert article.text == "The fire killed three people."


def ninjs_schema(content_type: str, version_created: str) -> Draft202012Validator:
    """What the published schemas of ninjs 2.1 and 3.0 say of the properties used here: in
    `$defs/ninjsType`, the property `uri` is required, `bodies` and `headlines` are lists of
    objects that require `value` and allow no other names. The two differ in spelling."""
    content = {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["value"],
            "additionalProperties": False,
            "properties": {name: {"type": "string"} for name in ("role", content_type, "value")},
        },
    }
    return Draft202012Validator(
        {
            "type": "object",
            "required": ["uri"],
            "properties": {
                "uri": {"type": "string"},
                "type": {"enum": ["text", "audio", "video", "picture", "graphic", "composite"]},
                version_created: {"type": "string"},
                "pubstatus": {"enum": ["usable", "withheld", "canceled"]},
                "bodies": content,
                "headlines": content,
            },
        }
    )


def test_ninjs_2_and_3(tmp_path: Path) -> None:
    ninjs_schema("contenttype", "versioncreated").validate(NINJS_2)
    ninjs_schema("contentType", "versionCreated").validate(NINJS_3)
    assert loaded_from(tmp_path / "two.json", json.dumps([NINJS_2, NINJS_3])).articles == (
        Article(
            id="urn:newsml:gazette.example:20240217:river",
            text="Two people died.\nFive were hurt.",
            title="River peaks",
            publisher="Valley Gazette",
            published=date(2024, 2, 18),
        ),
        Article(
            id="https://herald.example/items/8",
            text="Three died.\n\nOne was hurt.",
            title="Fire & smoke",
            publisher="Hill Herald",
            published=date(2024, 2, 18),
        ),
    )


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_what_is_not_for_publication_claims_nothing(tmp_path: Path, status: str) -> None:
    item = NINJS_2 | {"pubstatus": status}
    ninjs_schema("contenttype", "versioncreated").validate(item)
    loaded = loaded_from(tmp_path / "one.json", json.dumps(item))
    assert loaded.articles == ()
    assert f"the item is {status}" in loaded.errors[0].cause


LINES = '{"text": "Two people died."}\n{"text": "Five people were hurt."}\n'
ONE_TEXT = ["Two people died."]


@pytest.mark.parametrize(
    ("name", "content", "texts"),
    [
        ("story.php", PAGE, None),
        ("story.txt", "\n<!-- saved from url=(0029) -->\n" + PAGE, None),
        ("-", PAGE, None),
        ("feed.html", ATOM, ["The fire killed three people."]),
        ("feed", ATOM, ["The fire killed three people."]),
        ("wire.json", LINES, ["Two people died.", "Five people were hurt."]),
        ("wire.txt", LINES, ["Two people died.", "Five people were hurt."]),
        ("wire.jsonl", '[\n{"text": "Two people died."}]', ONE_TEXT),
        ("wire.jsonl", '{\n"text": "Two people died."\n}', ONE_TEXT),
        ("story.txt", '{"text": "Two people died."}', ONE_TEXT),
        ("story.md", "[Update] Two people died.", ["[Update] Two people died."]),
        ("story.md", "<p>Two people died.</p>", ["<p>Two people died.</p>"]),
        ("body.html", "<p>Two people died.</p>", ONE_TEXT),
        ("note", "Two people died.", ONE_TEXT),
    ],
)
def test_content_overrules_the_name(
    tmp_path: Path, name: str, content: str, texts: list[str] | None
) -> None:
    if name == "-":
        loaded = load_articles("-", stdin=io.BytesIO(content.encode()))
    else:
        loaded = loaded_from(tmp_path / name, content)
    assert loaded.errors == ()
    if texts is None:
        assert [article.publisher for article in loaded.articles] == ["Valley Gazette"]
    else:
        assert [article.text for article in loaded.articles] == texts


@pytest.mark.parametrize(
    ("name", "content", "package", "extra"),
    [("a.html", PAGE, "trafilatura", "html"), ("a.rss", RSS, "feedparser", "feeds")],
)
def test_a_missing_extra_is_one_line_that_names_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    content: str,
    package: str,
    extra: str,
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    (tmp_path / "good.txt").write_text("Nobody was hurt.")
    (tmp_path / name).write_text(content)
    loaded = load_articles(tmp_path)
    assert [article.text for article in loaded.articles] == ["Nobody was hurt."]
    (error,) = loaded.errors
    assert f"pip install 'factcheck-reconcile[{extra}]'" in error.cause
    assert "\n" not in str(error)


# Eight names, each of ten of the one before: a hundred million words in half a kilobyte.
TENFOLD = [(name, f"&{before};" * 10) for before, name in pairwise("abcdefghi")]
BOMB = "<!DOCTYPE rss [<!ENTITY a 'ha'>" + "".join(f"<!ENTITY {n} '{v}'>" for n, v in TENFOLD)
SECRET = "<!DOCTYPE rss [<!ENTITY i SYSTEM 'file:///etc/hostname'>"


@pytest.mark.parametrize("head", [BOMB, SECRET])
def test_xml_entities_do_not_bite(tmp_path: Path, head: str) -> None:
    feed = f"{head}]>" + RSS.partition("?>")[2].replace("Two bridges", "&i; bridges")
    loaded = loaded_from(tmp_path / "feed.rss", feed)
    assert loaded.articles == ()
    assert "declares XML entities" in loaded.errors[0].cause
    page = f"{head.replace('rss', 'html')}]>" + PAGE.partition(">")[2].replace("Two", "&i; two")
    (article,) = loaded_from(tmp_path / "page.html", page).articles
    assert "&i; two people died" in article.text


# Five kilobytes that a thousand references make five megabytes of.
LONG = '<!ENTITY i "' + "9 men died. " * 400 + '">'


# What a pattern takes for the end of the document type, or for none, and a parser does not; and
# what no parser of XML takes for a declaration, and a reader of broken feeds may.
@pytest.mark.parametrize(
    "prolog",
    [
        f"<!DOCTYPE rss [<!-- ]> -->{LONG}]>",
        f"<!DOCTYPE rss [<?style ]> ?>{LONG}]>",
        f'<!DOCTYPE rss [<!ATTLIST rss a CDATA "]>">{LONG}]>',
        f"<!DOCTYPE rss [<!ELEMENT rss ANY>\n{LONG}]>",
        f"<!-- <rss> -->\n<!DOCTYPE rss [\n{LONG}]>",
        f"<!DOCTYPE rss [\n{LONG}\n",
        f"<!--\n{LONG}\n-->",
        f"<?style \n{LONG}\n?>",
        f'<!DOCTYPE rss SYSTEM "rss.dtd">\n{LONG}\n',
        f"\x01<!DOCTYPE rss [\n{LONG}]>",
        f'<?xml version="1.1"?><!DOCTYPE rss [\n{LONG}]>',
    ],
)
def test_no_entity_unfolds_however_it_is_hidden(tmp_path: Path, prolog: str) -> None:
    story = "<item><description>" + "&i;" * 1000 + "</description></item>"
    for head in (prolog, f'<?xml version="1.0"?>{prolog}'):
        loaded = loaded_from(
            tmp_path / "feed.rss", f"{head}<rss version='2.0'><channel>{story}</channel></rss>"
        )
        assert len(loaded.articles) + len(loaded.errors) == 1
        assert all(len(article.text) <= 3000 for article in loaded.articles)
        if "declares XML entities" not in str(loaded.errors):
            assert "<!ENTITY" not in str(loaded.articles)


def test_a_feed_with_a_document_type_that_declares_no_entity_is_read(tmp_path: Path) -> None:
    head = "<?xml version='1.0'?><!-- ours --><?style x?><!DOCTYPE rss [<!ELEMENT rss ANY>]>"
    plain = loaded_from(tmp_path / "feed.rss", RSS)
    typed = loaded_from(tmp_path / "feed.rss", head + RSS.partition("?>")[2].lstrip())
    assert typed.articles == plain.articles


def test_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    linked = PAGE.replace("</article>", '<img src="https://x.example/a.png"></article>')
    assert loaded_from(tmp_path / "a.html", linked).articles
    assert loaded_from(tmp_path / "a.rss", RSS).articles
    (error,) = load_articles("https://gazette.example/flood").errors
    assert "nothing is fetched" in error.cause
    address = tmp_path / "address.html"
    assert loaded_from(address, "https://gazette.example/flood").articles[0].text.startswith("http")


@pytest.mark.parametrize(
    ("text", "encoding", "read_as"),
    [
        ("“The river’s highest level,” Mayor José Roth said – £5m of damage.", "cp1252", "cp1252"),
        ("Der Bürgermeister sprach von drei Toten, fünf Häuser stürzten ein.", "cp1252", "cp1252"),
        ("Prezydent Łodzi powiedział, że w pożarze zginęło 14 osób w środę.", "cp1250", "cp1250"),
        ("Число погибших выросло до 14 человек, сообщили власти.", "cp1251", "cp1251"),
    ],
)
def test_an_encoding_that_is_not_told_is_detected_and_reported(
    tmp_path: Path, text: str, encoding: str, read_as: str
) -> None:
    path = tmp_path / "old.txt"
    loaded = loaded_from(path, text, encoding)
    assert [article.text for article in loaded.articles] == [text]
    (note,) = (note for note in loaded.notes if "was read as" in note)
    assert note.startswith(f"{path}: names no encoding and was read as {read_as}")


def test_broken_utf_8_is_not_taken_for_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "joined.txt"
    words = "Mayor José López said the fire in Málaga killed 14 people. "
    path.write_bytes(words.encode() + b"\xff" + words.encode())
    loaded = load_articles(path)
    assert loaded.articles == ()
    assert f"byte 0xff at offset {len(words.encode())}" in loaded.errors[0].cause


def test_a_page_and_a_feed_may_declare_their_encoding(tmp_path: Path) -> None:
    page = PAGE.replace("<title>", '<meta charset="iso-8859-2"><title>').replace("Ines", "Łucja")
    loaded = loaded_from(tmp_path / "a.html", page, "iso-8859-2")
    assert "Mayor Łucja Roth" in loaded.articles[0].text
    feed = RSS.replace("utf-8", "ISO-8859-1").replace("Valley", "Málaga – “Vale”")
    loaded = loaded_from(tmp_path / "a.rss", feed, "cp1252")
    # The Encoding Standard reads the label ISO-8859-1 as windows-1252.
    assert loaded.articles[0].publisher == "Málaga – “Vale” Gazette"
    assert not any("was read as" in note for note in loaded.notes)


PIECES = (
    b"<!doctype html>", b"<html>", b"<p>", b"</p>", b"<rss>", b"<feed>", b"<entry>", b"<content>",
    b"<item>", b"<?xml version='1.0' encoding='utf-16'?>", b"<meta charset=x-none>", b"<![CDATA[",
    b"<!--", b"]]>", b'{"uri": "x", "bodies": [{"value": "<p>"}]}', b"{", b"[", b'"', b"\n", b"---",
    b"\xff\xfe", b"\xef\xbb\xbf", b"\x00", b"\xe9", b"&#xd800;", b"&#0;", b"14 people died.",
)  # fmt: skip
SUFFIXES = st.sampled_from(["", ".html", ".xml", ".json", ".jsonl", ".md", ".php"])


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=8), max_size=8), SUFFIXES)
def test_no_file_raises_and_what_is_read_can_be_compared(pieces: list[bytes], suffix: str) -> None:
    """A file gives articles or an error, whatever is in it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"hostile{suffix}"
        path.write_bytes(b"".join(pieces))
        loaded = load_articles(path)
    assert loaded.articles or loaded.errors
    assert all("\n" not in str(error) for error in loaded.errors)
    reconcile(loaded.articles)


@given(st.text())
def test_the_text_of_any_fragment_holds_its_words(words: str) -> None:
    fragment_text(words)
    plain = "".join(c for c in words if c not in "<>&")
    assert fragment_text(f"<div><p>{plain}</p></div>") == " ".join(plain.split())


@pytest.mark.measured
@pytest.mark.parametrize(
    "piece", ["<a b='", "<![x[", "<!--", "</", "<script>", "<p>", "&", "<a", "<!doctype [", "{'"]
)
def test_time_is_linear_in_a_hostile_file(tmp_path: Path, piece: str) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(piece * 20_000)
    started = time.process_time()
    load_articles(path)
    fragment_text(piece * 20_000)
    assert time.process_time() - started < 10  # measured: less than one second


def test_what_trafilatura_itself_returns_in_each_form() -> None:
    """The installed release, so that a change of its names shows here."""
    from trafilatura import bare_extraction, extract

    found = bare_extraction(PAGE, with_metadata=True)
    assert found is not None
    assert not isinstance(found, dict)
    written = extract(PAGE, output_format="json", with_metadata=True)
    assert written is not None
    for item in (found, found.as_dict(), json.loads(written)):
        (article,) = load_articles([item]).articles
        assert article.title == "River peaks at four metres"
        assert article.publisher == "Valley Gazette"
        assert article.published == date(2024, 2, 17)
        assert article.url == "https://gazette.example/flood"
        assert "Two people died" in article.text
