"""Markup, as far as the standard library goes: what sort it is, and the text of a fragment."""

from __future__ import annotations

import re
from html.parser import HTMLParser

# What may stand before the first element: declarations, comments, a document type.
PROLOG = re.compile(
    r"\s+|<\?[^>]*>|<!--.*?-->|<!doctype\b([^\[>]*)(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL
)
ELEMENT = re.compile(r"<([a-z][\w:.-]*)[\s/>]", re.IGNORECASE)
MARKUP = re.compile(r"<(?:[a-z][a-z0-9]*\b[^<>]*|/[a-z][a-z0-9]*\s*)>|&#?\w{1,32};", re.IGNORECASE)
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


def prolog(content: str) -> str:
    """What stands before the first element."""
    position = 0
    while match := PROLOG.match(content, position):
        position = match.end()
    return content[:position]


def is_markup(text: str) -> bool:
    """Whether the text holds a tag or an entity."""
    return MARKUP.search(text) is not None


def fragment_text(fragment: str) -> str:
    """The words of a fragment of HTML, a blank line between its paragraphs.

    For what holds nothing but an article's body; a whole page with its furniture is a matter
    for `loading.pages`. Never raises.
    """
    reader = _Fragment()
    try:
        reader.feed(fragment)
        reader.close()
    except AssertionError:
        # html.parser asserts that "<![name[" opens a section it knows: what follows is lost.
        pass
    lines = (" ".join(line.split()) for line in "".join(reader.words).split("\n\n"))
    return "\n\n".join(line for line in lines if line)


class _Fragment(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.words.append("\n\n")
        self.unseen += tag in UNSEEN

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.words.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.words.append("\n\n")
        if tag in UNSEEN:
            self.unseen = max(0, self.unseen - 1)

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            # White space of the source, also an empty line, parts no paragraphs.
            self.words.append(re.sub(r"\s+", " ", data))
