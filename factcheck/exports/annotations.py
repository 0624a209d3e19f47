"""Claims as W3C Web Annotations, for tools that highlight words in a page.

Web Annotation Data Model, W3C Recommendation of 23 February 2017; sections are cited as §.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.exports.identifiers import article_iri, urn
from factcheck.exports.rows import ClaimInReport, placed
from factcheck.models import Part, Span
from factcheck.results import Report

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# Characters kept before and after a quote: enough to distinguish one "20 people" from the next.
AROUND = 32

LABEL = "Claims of figures and dates"


def web_annotations(report: Report, *, utf16: bool = False) -> dict[str, object]:
    """An AnnotationCollection (§5.1) with an annotation for each claim, on one page (§5.2).

    The target is the article's address, or a URN where it has none, with two selectors for the
    same words (§4.2): a TextQuoteSelector (`exact`, `prefix`, `suffix`; §4.2.4) and a
    TextPositionSelector (`start`, `end`; §4.2.5) into the article's text; a claim of the title has
    the first alone. Positions count code points, as the Recommendation has it; `utf16` counts
    UTF-16 code units, as strings in JavaScript and Java do.
    """
    # Each character beyond the Basic Multilingual Plane takes two units of UTF-16.
    wide = {
        article.id: [at for at, character in enumerate(article.text) if character > "\uffff"]
        for article in report.articles
        if utf16
    }
    items = [_annotation(found, wide.get(found.article.id, ())) for found in placed(report)]
    name = urn("annotations", "\n".join(article.id for article in report.articles))
    return {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": LABEL,
        "total": len(items),
        "first": {
            "id": f"{name}#page-1",
            "type": "AnnotationPage",
            "partOf": name,
            "startIndex": 0,
            "items": items,
        },
    }


def _annotation(found: ClaimInReport, wide: Sequence[int]) -> dict[str, object]:
    """The Web Annotation of a claim: kind and verdict as tags, its answer as text, and its
    target."""
    claim, article, group, _ = found
    said = [claim.kind] if group is None else [claim.kind, group.verdict]
    bodies: list[dict[str, object]] = [
        {"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in said
    ]
    if group is not None:
        described = f"{group.label}: {group.explanation}" if group.explanation else group.label
        bodies.insert(
            0,
            {
                "type": "TextualBody",
                "value": described,
                "format": "text/plain",
                "purpose": "describing",
            },
        )
    return {
        "id": urn("claim", claim.id),
        "type": "Annotation",
        "motivation": "describing",
        "body": bodies,
        "target": {
            "source": article_iri(article),
            "selector": [
                _quote_selector(claim.span, article.part(claim.part)),
                # A title has no place in the text that positions count.
                *([_position_selector(claim.span, wide)] if claim.part is Part.TEXT else ()),
            ],
        },
    }


def _quote_selector(span: Span, text: str) -> dict[str, object]:
    """A TextQuoteSelector: the words of a span, with those around them that make it unique."""
    return {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }


def _position_selector(span: Span, wide: Sequence[int]) -> dict[str, object]:
    """A TextPositionSelector of a span; `wide` are the offsets of the characters that count
    twice."""
    return {
        "type": "TextPositionSelector",
        "start": span.start + bisect_left(wide, span.start),
        "end": span.end + bisect_left(wide, span.end),
    }
