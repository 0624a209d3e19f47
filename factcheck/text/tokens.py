"""Words, figures and signs of a stretch of text, by their offsets.

Cut for reading figures: a number with its separators is one token, a number and the letters
that touch it are two ("1.6m"), a letter and the digits behind it are one name ("MS804", "M50"),
and so are dotted and ampersand abbreviations ("U.S.", "S&P").
"""

from __future__ import annotations

import re

_TOKEN = re.compile(
    # Most of any text, first for speed: a plain word before a space or a comma.
    r"[a-z]{2,}+(?=[\s,])"
    r"|\d{1,3}(?:,\d{3}){1,9}(?:\.\d+)?(?!\d)"  # 12,400 and 1,234.50
    r"|\d{1,2}(?:,\d{2}){1,6},\d{3}(?!\d)"  # 12,34,567 as India groups digits
    r"|\d{1,3}(?:\.\d{3}){2,9}(?!\d)"  # 1.234.567: with two points it can only be thousands
    r"|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3}){1,9}(?!\d)"  # 12 400 with a space that does not break
    # "3,5 million": one or two digits behind a comma are decimals where a magnitude or a
    # percent sign follows; "10,9" alone may as well be a list.
    r"|\d{1,3}(?: 000){1,4}(?![\d,.]\d|\d)"  # 45 000
    r"|[1-9](?<=[$€£].)\d{0,2}(?: \d{3})+(?![\d,.]\d|[\d-])"  # $3 450
    r"|\d+,\d{1,2}(?=\s?(?:%|million|billion|trillion|percent|per\scent)(?!\w))"
    r"|\d+(?:\.\d+)?"
    r"|(?<![\w.])\.\d+"  # a .300 average
    r"|(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|[A-Z]+(?:&[A-Z]+){1,3}(?!\w)"  # S&P, AT&T
    r"|(?:[A-Za-z.]{1,4})?\$(?:US|AU|A|NZ|CA|C|HK|S)?(?![^\W\d_])"  # US$5, $US5, $5
    r"|[A-Z][A-Za-z]{0,2}=?(?=\d)"  # USD10m, Rs500, Y=100; also MS804
    r"|[^\W\d_](?:\w|(?<=\w)['’](?=[^\W\d_]))*"  # word, country's, M50
    r"|--+|\.\.\.|\S"
)
_QUOTES = str.maketrans("’‘–—−", "''---")
_LONGEST_WORD = 64
_PADDING = [""] * 32


class Tokens:
    """The tokens of one stretch of text.

    `words` are in small letters with straight quotes and plain hyphens, and end with empty
    words: looking a bounded window ahead, or with negative indices behind the first word, needs
    no check of bounds. `starts` and `ends` are offsets into the whole text.
    """

    __slots__ = ("ends", "size", "starts", "text", "words")

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        self.text = text
        stop = len(text) if end is None else end
        small = text[start:stop].lower()
        if len(small) != stop - start:  # a capital with two small letters: "İ"
            small = "".join(c.lower()[0] for c in text[start:stop])
        spans = [match.span() for match in _TOKEN.finditer(text, start, stop)]
        self.starts = [first for first, _ in spans]
        self.ends = [last for _, last in spans]
        self.words = [
            small[first - start : min(last, first + _LONGEST_WORD) - start] for first, last in spans
        ]
        if not text[start:stop].isascii():
            self.words = [word.translate(_QUOTES) for word in self.words]
        self.size = len(self.words)
        self.words += _PADDING
        last = self.ends[-1] if self.ends else start
        self.starts.append(last + 1)
        self.ends.append(last + 1)

    def word(self, index: int) -> str:
        """The word at `index`, empty within a window before the first and behind the last."""
        return self.words[index]

    def raw(self, index: int) -> str:
        """The token as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < self.size else ""

    def touches(self, index: int) -> bool:
        """Whether no space stands between the token at `index` and the one before it."""
        return 0 < index < self.size and self.starts[index] == self.ends[index - 1]

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital."""
        return 0 <= index < self.size and self.text[self.starts[index]].isupper()

    def digits(self, index: int) -> bool:
        """Whether the token is a figure written in digits."""
        word = self.words[index]
        return word[:1].isdecimal() or (word[:1] == "." and word[1:2].isdecimal())

    def quote(self, first: int, end: int) -> str:
        """The text from token `first` up to, not including, token `end`."""
        return self.text[self.starts[first] : self.ends[end - 1]]
