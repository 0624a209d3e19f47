"""What a folder may hold by accident or malice: it costs itself, and nothing waits for ever."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import InputError
from factcheck.loading import load_articles
from factcheck.loading.articles import UNFORESEEN

GOOD = "Nobody was hurt."


def beside_a_good_one(broken: Path) -> str:
    """The cause of the only error; the good file beside it is read."""
    good = broken.parent / "good.txt"
    good.write_text(GOOD)
    loaded = load_articles([broken, good])
    assert [article.text for article in loaded.articles] == [GOOD]
    (error,) = loaded.errors
    assert "\n" not in str(error)
    assert UNFORESEEN not in str(error)
    return error.cause


# YAML 1.1 types (yaml.org/type) before words that are none of them, escapes beyond Unicode.
@pytest.mark.parametrize(
    "head",
    [
        "title: !!bool x", 'title: !!int ""', 'title: !!float ""', "published: !!timestamp x",
        'title: !!int "1:x"', "title: !!binary é", "a: !!set x", "a: !!omap x", "a: !!pairs [x]",
        r'title: "\UFFFFFFFF"', r'title: "\x"', "a: !!python/object/apply:os.getcwd []",
        "? [a]\n: b", "a: *nobody", "a: &x [*x", "title: !!int " + "1:" * 3000 + "x",
    ],
)  # fmt: skip
def test_front_matter_that_cannot_be_read_costs_its_file(tmp_path: Path, head: str) -> None:
    broken = tmp_path / "story.md"
    broken.write_text(f"---\n{head}\n---\nThree dead.", encoding="utf-8")
    assert beside_a_good_one(broken).startswith("front matter is not YAML")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("title: 10:30", "10:30"),
        ("title: 1984", "1984"),
        ("title: no", "no"),
        ("title: 0x1F", "0x1F"),
        ("title: 1_000", "1_000"),
        ("title: " + "59:" * 3000 + "59", "59:" * 3000 + "59"),
        ("title: " + "9" * 5000, "9" * 5000),
        ("title: ~", ""),
        ("title:", ""),
        ("~: 5\n2020-01-01: 6\ntitle: words", "words"),
        ("<<: {title: merged}\ntitle: own", "own"),
    ],
)
def test_plain_words_of_front_matter_stay_as_they_are_written(
    tmp_path: Path, head: str, title: str
) -> None:
    path = tmp_path / "story.md"
    path.write_text(f"---\n{head}\n---\nThree dead.")
    loaded = load_articles(path)
    assert loaded.errors == ()
    assert loaded.articles[0].title == title


def test_norway_is_a_country_in_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_text("---\ncountry: NO\n---\nThree dead.")
    assert load_articles(path).articles[0].country == "NO"


def test_front_matter_that_merges_itself_does_not_unfold(tmp_path: Path) -> None:
    lines = ["title: Fire", "a0: &a0 {x: 1}"]
    lines += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 12)]
    path = tmp_path / "story.md"
    path.write_text("---\n" + "\n".join(lines) + "\n---\nThree dead.")
    began = time.process_time()
    assert load_articles(path).articles[0].text == "Three dead."
    assert time.process_time() - began < 5


def test_ninjs_in_front_matter_may_have_keys_that_are_no_words() -> None:
    body = b"---\nuri: u\nbodies: [{value: Two dead.}]\n2020-01-01: x\n---\nThree dead."
    assert len(load_articles("-", stdin=io.BytesIO(body)).articles) == 1


@given(st.text(alphabet="abx:-'\"!&*<>{}[]|%@`#?~\\ \n0159_.,tnulifU", max_size=60))
@settings(max_examples=200)
def test_any_front_matter_gives_an_article_or_one_error(head: str) -> None:
    loaded = load_articles("-", stdin=io.BytesIO(f"---\na: {head}\n---\nThree dead.".encode()))
    assert len(loaded.articles) + len(loaded.errors) == 1
    assert all(UNFORESEEN not in str(error) for error in loaded.errors)


def test_links_that_lead_nowhere_or_to_themselves(tmp_path: Path) -> None:
    circle = tmp_path / "circle.md"
    circle.symlink_to(circle)
    assert "symbolic links" in beside_a_good_one(circle)
    (tmp_path / "nowhere.md").symlink_to(tmp_path / "missing.md")
    (tmp_path / "up").symlink_to(tmp_path)
    loaded = load_articles(tmp_path)
    assert [article.text for article in loaded.articles] == [GOOD]
    assert len(loaded.errors) == 2


@pytest.mark.parametrize(
    "name",
    ["a" * 300 + ".md", "b/" * 3000 + "c.md", "d\0e.md", "\udcff.md", "f.md/g.md", "good.txt/"],
)
def test_names_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    good = tmp_path / "good.txt"
    good.write_text(GOOD)
    loaded = load_articles([f"{tmp_path}/{name}", str(tmp_path / "good.txt")])
    assert GOOD in [article.text for article in loaded.articles]
    assert len(loaded.articles) + len(loaded.errors) <= 2


def test_an_empty_path_is_not_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "private.txt").write_text("Nine died.")
    monkeypatch.chdir(tmp_path)
    loaded = load_articles("")
    assert loaded.articles == ()
    assert "empty path" in loaded.errors[0].cause
    assert len(load_articles(".").articles) == 1


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/full", "/dev/urandom"])
def test_devices_are_not_read(tmp_path: Path, device: str) -> None:
    if not Path(device).exists():
        pytest.skip(f"no {device} here")
    link = tmp_path / "endless.md"
    link.symlink_to(device)
    for path in (device, str(link)):
        (error,) = load_articles(path).errors
        assert "is a device or a pipe" in error.cause


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    # In a process of its own: a fault would wait for ever.
    code = (
        f"from factcheck import load_articles as l; print(l({str(tmp_path)!r}), l({str(pipe)!r}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert done.stdout.count("is a device or a pipe") == 2


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="no /dev/fd here")
def test_a_pipe_that_a_shell_hands_over_is_read() -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as stream:
        stream.write(b"Nine died.")
    try:
        (article,) = load_articles(f"/dev/fd/{reading}").articles
    finally:
        os.close(reading)
    assert article.text == "Nine died."


def test_a_file_of_gigabytes_is_left_out_and_the_limit_is_told_and_can_be_set(
    tmp_path: Path,
) -> None:
    sparse = tmp_path / "sparse.md"
    with sparse.open("wb") as file:
        file.truncate(50_000_000_000)  # takes no room on the disk
    assert "more than 100,000,000 bytes" in beside_a_good_one(sparse)
    small = tmp_path / "small.md"
    small.write_text("Nine died.")
    assert len(load_articles(small, largest=10).articles) == 1
    assert "more than 9 bytes" in load_articles(small, largest=9).errors[0].cause
    for data, read in ((b"Nine died.", 1), (b"Nine men died.", 0)):
        assert len(load_articles("-", stdin=io.BytesIO(data), largest=10).articles) == read


@pytest.mark.parametrize("largest", [0, -1, 2.5, True, "10"])
def test_a_limit_that_is_none_is_refused(largest: object) -> None:
    with pytest.raises(InputError, match="number of bytes"):
        load_articles("story.md", largest=largest)  # type: ignore[arg-type]


def test_standard_input_that_is_closed_or_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            raise IsADirectoryError(21, "Is a directory")

    closed = io.BytesIO()
    closed.close()
    for stream in (io.BufferedReader(Broken()), closed):
        assert load_articles("-", stdin=stream).articles == ()
    monkeypatch.setattr(sys, "stdin", None)
    (error,) = load_articles("-").errors
    assert "standard input is closed" in error.cause


# Codecs of Python that are no encodings of text on the web (WHATWG Encoding Standard, 4.2).
@pytest.mark.parametrize(
    "label",
    ["punycode", "idna", "unicode_escape", "raw-unicode-escape", "utf-7", "undefined", "utf-16",
     "utf-32", "hex", "zlib", "rot13", "mbcs", "no-such", "\u00e9"],
)  # fmt: skip
def test_a_page_that_declares_what_is_no_encoding(label: str) -> None:
    page = f'<html><head><meta charset="{label}"></head><body><p>Caf\xe9: 9 dead'.encode("latin-1")
    page += b" +AG4-ine \\u0039 men.</p></body></html>"
    loaded = load_articles("-", stdin=io.BytesIO(page))
    assert all(UNFORESEEN not in str(error) for error in loaded.errors)
    assert all("\\u0039" in article.text for article in loaded.articles)


def test_whatever_a_reader_raises_costs_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> object:
        raise ZeroDivisionError("nobody thought of it\nat all")

    monkeypatch.setattr(json, "loads", broken)
    path = tmp_path / "wire.json"
    path.write_text('{"text": "x"}')
    good = tmp_path / "good.txt"
    good.write_text(GOOD)
    loaded = load_articles([path, good])
    assert len(loaded.articles) == 1
    assert "ZeroDivisionError: nobody thought of it at all" in loaded.errors[0].cause
