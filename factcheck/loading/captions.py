"""Subtitles (.srt, .vtt) as a text of what was said, through webvtt-py (extra `captions`)."""

from __future__ import annotations

import io
from collections.abc import Iterator

from factcheck.errors import SourceError
from factcheck.loading.documents import Document
from factcheck.loading.records import Entry
from factcheck.loading.requirements import missing


def read_captions(document: Document) -> Iterator[Entry]:
    """One entry: the words of all captions in one paragraph, without the times. A line that the
    next caption repeats, as live captions do, is taken once. Raises `SourceError`."""
    try:
        import webvtt
    except ImportError as error:
        raise missing(document.name, "subtitles", "webvtt-py", "captions") from error
    form = "vtt" if document.text.lstrip().startswith("WEBVTT") else "srt"
    try:
        captions = webvtt.from_buffer(io.StringIO(document.text), format=form)
        lines = [line.strip() for caption in captions.captions for line in caption.text.split("\n")]
    except Exception as error:  # whatever a parser makes of a hostile file, it costs that file
        raise SourceError(document.name, f"cannot be read as subtitles: {error}") from error
    once = [line for before, line in zip(["", *lines], lines, strict=False) if line != before]
    yield Entry(document.name, {"text": " ".join(filter(None, once))})
