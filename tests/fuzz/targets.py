"""What is fuzzed: for each public function and loader, what must hold of any bytes at all."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date

from factcheck import (
    Article,
    InputError,
    Report,
    extract,
    find_quantities,
    find_times,
    reconcile,
)
from factcheck.errors import SourceError
from factcheck.loading.articles import load_articles
from factcheck.loading.documents import Document
from factcheck.loading.feeds import read_feed
from factcheck.loading.formats import recognise
from factcheck.loading.front_matter import read_text
from factcheck.loading.json_records import read_json, read_json_lines
from factcheck.loading.pages import read_page
from factcheck.models import Span
from factcheck.report import claims_json, report_json

Target = Callable[[bytes], None]
_DAY = date(2023, 12, 29)


def _text(data: bytes) -> str:
    """Most characters as they are, and every byte that is none as a control character."""
    return data.decode("utf-8", "surrogateescape").translate(
        {0xDC80 + byte: 0x80 + byte for byte in range(128)}
    )


def quantities(data: bytes) -> None:
    """Every mention stands where it says it does."""
    text = _text(data)
    for mention in find_quantities(text):
        assert mention.span.of(text) == mention.quote
        assert mention.span.covers(mention.figure)


def times(data: bytes) -> None:
    """Every expression stands where it says it does, and ends no earlier than it starts."""
    text = _text(data)
    for published in (None, _DAY):
        for time in find_times(text, published):
            assert time.span.of(text) == time.quote
            assert time.start is None or time.end is None or time.start <= time.end


def claims(data: bytes) -> None:
    """Every claim stands where it says it does, twice alike, and can be written down."""
    article = Article(id="a", text=_text(data), published=_DAY)
    found = extract(article)
    for claim in found:
        assert claim.span.of(article.text) == claim.quote
        _inside(claim.sentence, article.text)
    assert found == extract(article)
    claims_json(found)


def _inside(span: Span, text: str) -> None:
    assert 0 <= span.start <= span.end <= len(text)


def reports(data: bytes) -> None:
    """Several texts, divided by a NUL: a report that survives JSON and any order."""
    texts = _text(data).split("\0")[:4]
    articles = [Article(id=f"a{i}", text=t, published=_DAY) for i, t in enumerate(texts)]
    report = reconcile(articles)
    assert Report.model_validate_json(report_json(report)) == report
    again = reconcile(articles[::-1])
    assert {g.verdict for g in again.groups} == {g.verdict for g in report.groups}


def objects(data: bytes) -> None:
    """Whatever JSON can say is an article or an `InputError`."""
    with suppress(ValueError, RecursionError):
        said = json.loads(data)
        with suppress(InputError):
            reconcile([said] if isinstance(said, Mapping) else said)


def _reader(name: str) -> Target:
    def read(data: bytes) -> None:
        loaded = load_articles("-", stdin=io.BytesIO(data))
        document = Document(name, data)
        with suppress(SourceError):
            for entry in recognise(document).read(document):
                assert isinstance(entry, SourceError) or entry.name.startswith(name)
        for article in loaded.articles:
            assert article.text.strip()
            article.text.encode()

    return read


TARGETS: Mapping[str, Target] = {
    "quantities": quantities,
    "times": times,
    "claims": claims,
    "reports": reports,
    "objects": objects,
    "text": _reader("a.md"),
    "json": _reader("a.json"),
    "jsonl": _reader("a.jsonl"),
    "page": _reader("a.html"),
    "feed": _reader("a.xml"),
}

# The readers behind the names, to be sure that each has a target.
READERS = (read_text, read_json, read_json_lines, read_page, read_feed)
