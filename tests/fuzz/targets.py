"""What is fuzzed: for each public function and loader, what must hold of any bytes at all."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import SimpleNamespace

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
from factcheck.loading.articles import UNFORESEEN, load_articles
from factcheck.loading.captions import read_captions
from factcheck.loading.documents import Document
from factcheck.loading.feeds import read_feed
from factcheck.loading.formats import recognise
from factcheck.loading.front_matter import read_text
from factcheck.loading.json_records import read_json, read_json_lines
from factcheck.loading.letters import read_letter
from factcheck.loading.office import read_docx, read_pdf
from factcheck.loading.pages import read_page
from factcheck.loading.tables import read_csv, read_parquet
from factcheck.models import Span
from factcheck.report import claims_json, report_json
from factcheck.results import Relation
from tests.fuzz.inputs import DAY, articles_of, one_in, said_in, text_of
from tests.fuzz.outputs import command, exports, models, policies, tables, terminal, views

Target = Callable[[bytes], None]


def quantities(data: bytes) -> None:
    """Every mention stands where it says it does."""
    text = text_of(data)
    for mention in find_quantities(text):
        assert mention.span.of(text) == mention.quote
        assert mention.span.covers(mention.figure)


def times(data: bytes) -> None:
    """Every expression stands where it says it does, and ends no earlier than it starts."""
    text = text_of(data)
    for published in (None, DAY):
        for time in find_times(text, published):
            assert time.span.of(text) == time.quote
            assert time.start is None or time.end is None or time.start <= time.end


def claims(data: bytes) -> None:
    """Every claim stands where it says it does, twice alike, and can be written down."""
    text = text_of(data)
    article = Article(id="a", text=text, title=text[::-1][:80], published=DAY)
    found = extract(article)
    assert len({claim.id for claim in found}) == len(found)
    for claim in found:
        words = article.part(claim.part)
        assert claim.span.of(words) == claim.quote
        _inside(claim.sentence, words)
    if one_in(8, data):
        assert found == extract(article)
        claims_json(found)


def _inside(span: Span, text: str) -> None:
    assert 0 <= span.start <= span.end <= len(text)


def reports(data: bytes) -> None:
    """Every claim stands in one group, and again only beside the whole that it fails to add up to;
    order changes no verdict."""
    articles = articles_of(data)
    report = reconcile(articles)
    grouped = [
        claim.id
        for group in report.groups
        if all(pair.relation is not Relation.SUM_FAILS for pair in group.pairs)
        for claim in group.claims
    ]
    assert sorted(grouped) == sorted(claim.id for claim in report.claims)
    if one_in(8, data):
        assert Report.model_validate_json(report_json(report)) == report
        again = reconcile(articles[::-1])
        assert {g.verdict for g in again.groups} == {g.verdict for g in report.groups}


def updates(data: bytes) -> None:
    """A report that is updated is the one on all articles at once."""
    articles = articles_of(data)
    report = reconcile(articles[:1]).update(articles[1:])
    assert report.groups == reconcile(articles).groups


def objects(data: bytes) -> None:
    """Whatever JSON can say is an article, an `InputError` or an error in its place; so is an
    object with such attributes."""
    said = said_in(data)
    with suppress(InputError):
        reconcile([said] if isinstance(said, Mapping) else said)  # type: ignore[arg-type]
    if isinstance(said, Mapping):
        with suppress(InputError):
            for article in load_articles([SimpleNamespace(**said), said]).articles:
                assert article.text.strip()


def frames(data: bytes) -> None:
    """Each row of a data frame is an article or an error; what is no table makes no frame."""
    import pandas
    import polars

    said = said_in(data)
    if not isinstance(said, list) or not all(isinstance(row, Mapping) for row in said):
        return
    for make in (pandas.DataFrame, polars.DataFrame):
        try:
            frame = make(said)
        except Exception:
            continue  # not of ours: a table that its own library does not take
        loaded = load_articles(frame)
        assert len(loaded.articles) + len(loaded.errors) == len(frame)


def _reader(name: str) -> Target:
    def read(data: bytes) -> None:
        loaded = load_articles("-", stdin=io.BytesIO(data))
        assert not any(UNFORESEEN in error.cause for error in loaded.errors), loaded.errors
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
    "updates": updates,
    "exports": exports,
    "terminal": terminal,
    "tables": tables,
    "views": views,
    "command": command,
    "models": models,
    "policies": policies,
    "objects": objects,
    "frames": frames,
    "text": _reader("a.md"),
    "json": _reader("a.json"),
    "jsonl": _reader("a.jsonl"),
    "page": _reader("a.html"),
    "feed": _reader("a.xml"),
    "csv": _reader("a.csv"),
    "parquet": _reader("a.parquet"),
    "letter": _reader("a.eml"),
    "docx": _reader("a.docx"),
    "pdf": _reader("a.pdf"),
    "captions": _reader("a.vtt"),
}

# The readers behind the names, to be sure that each has a target.
READERS = (
    read_text, read_json, read_json_lines, read_page, read_feed, read_csv, read_parquet,
    read_letter, read_docx, read_pdf, read_captions,
)  # fmt: skip
