"""Markup, by the standard library alone: its root element, and the text of a fragment."""

from __future__ import annotations

import re
from html import unescape

# What may stand before the first element: declarations, comments, a document type.
PROLOG = re.compile(
    r"\s+|<\?[^>]*>|<!--.*?-->|<!doctype\b([^\[>]*)(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL
)
ELEMENT = re.compile(r"<([a-z][\w:.-]*)[\s/>]", re.IGNORECASE)
# A tag up to its ">", which may also stand inside the quotes of an attribute.
TOKEN = re.compile(
    r"""<!--|<(/?)([a-z][a-z0-9]*)\b[^<>"']*(?:(?:"[^"<]*"|'[^'<]*')[^<>"']*)*>|<[!?][^<>]*>""",
    re.IGNORECASE,
)
MARKUP = re.compile(r"<(?:[a-z][a-z0-9]*\b[^<>]*|/[a-z][a-z0-9]*\s*)>|&#?\w{1,32};", re.IGNORECASE)
PARAGRAPH = "\n\n"
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption",
    "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hl2", "hr", "li", "main",
    "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    "ul",
))  # fmt: skip
UNSEEN = frozenset(("script", "style", "template", "head", "title", "noscript"))


def root_element(content: str) -> str:
    """The name of a document's first element in lower case, "html" also where its document
    type says so; empty where the content is no markup."""
    position = 0
    while match := PROLOG.match(content, position):
        doctype = (match[1] or "").split()
        if doctype and doctype[0].lower() == "html":
            return "html"
        position = match.end()
    element = ELEMENT.match(content, position)
    return element[1].lower() if element else ""


def is_markup(text: str) -> bool:
    """Whether the text holds a tag or an entity."""
    return MARKUP.search(text) is not None


def fragment_text(fragment: str) -> str:
    """The words of a fragment of HTML, a blank line between its paragraphs.

    For the body of an article; a whole page with its furniture is read by `loading.pages`. Never
    raises. Not `html.parser`: on quotes that are never closed it takes time with the square of
    their number.
    """
    words: list[str] = []
    position = 0
    while match := TOKEN.search(fragment, position):
        words.append(_spaced(fragment[position : match.start()]))
        position = match.end()
        closing, name = match[1], (match[2] or "").lower()
        if match[0] == "<!--":
            position = _after("-->", fragment, position)
        elif name in UNSEEN and not closing:
            position = _after(f"</{name}", fragment, position)
            position = _after(">", fragment, position)
        elif name in BLOCKS:
            words.append(PARAGRAPH)
    words.append(_spaced(fragment[position:]))
    lines = (" ".join(line.split()) for line in "".join(words).split(PARAGRAPH))
    return PARAGRAPH.join(line for line in lines if line)


def _spaced(words: str) -> str:
    """The text with character references resolved and single spaces: an empty line in the source of
    a page divides no paragraphs."""
    return re.sub(r"\s+", " ", unescape(words))


def _after(end: str, fragment: str, position: int) -> int:
    """The index behind the next match of `end`; the end of the text where there is none."""
    found = re.compile(re.escape(end), re.IGNORECASE).search(fragment, position)
    return found.end() if found else len(fragment)
