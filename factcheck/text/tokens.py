"""Words, figures and signs of a stretch of text, by their offsets.

Joined for reading figures: a number with its separators is one token, a number and the letters
that touch it are two ("1.6m"), and so are what may be the code of a currency and a number
("Rs500"); dotted and ampersand abbreviations are one ("U.S.", "S&P").
"""

from __future__ import annotations

import re

from factcheck.models import Span
from factcheck.text.tokeniser import CODE, JOINT, LETTER, LETTERS, SCALE, SHORT, TextTokens

_TIES = re.compile(
    rf"{JOINT}(?:"
    r"[0-3](?:,[03]){1,9}(?:\.\d)?"  # 12,400 and 1,234.50
    r"|[12](?:,2){1,6},[03]"  # 12,34,567 as India groups digits
    r"|[0-3](?:\.[03]){2,9}"  # 1.234.567: with two points it can only be thousands
    r"|[0-3](?: 0){1,4}(?![,.]\d)"  # 45 000
    r"|(?<=[$€£])[123](?: [03])+(?![,.]\d|-)"  # $3 450
    # "3,5 million": one or two digits behind a comma are decimals where a magnitude or a
    # percent sign follows; "10,9" alone may as well be a list.
    rf"|\d,[12](?=\s?[%{SCALE}])"
    r"|\d\.\d"
    r"|(?<![\w.])\.\d"  # a .300 average
    rf"|(?:{LETTER}\.){{2,}}"  # U.S., a.m.
    rf"|{SHORT}(?:&{SHORT}){{1,3}}(?!\w)"  # S&P, AT&T
    rf"|{SHORT}\$[A-Z{CODE}]?|\$[A-Z{CODE}]"  # US$5, $US5
    rf"|{SHORT}=(?=\d)"  # Y=100
    rf"|(?!{SHORT}\d){LETTERS}(?:\w|['’](?={LETTERS}))+"  # country's, mp3
    r"|--+|\.\.\.)"
)
_QUOTES = str.maketrans("’‘–—−", "''---")
_LONGEST_WORD = 64
_PADDING = [""] * 32


def spelt(token: str) -> str:
    """A token in the spelling of `Tokens.words`: small letters, straight quotes, plain hyphens."""
    return token.lower()[:_LONGEST_WORD].translate(_QUOTES)


class Tokens:
    """The tokens of one stretch of text.

    `words` are in small letters with straight quotes and plain hyphens, and end with empty
    words: looking a bounded window ahead, or with negative indices behind the first word, needs
    no check of bounds. `starts` and `ends` are offsets into the whole text. `classes` and `codes`
    are for a reader that knows classes of words: what each token is, by name, and one character
    for each token, which patterns read.
    """

    __slots__ = ("classes", "codes", "ends", "size", "starts", "text", "words")

    def __init__(self, tokens: TextTokens, within: Span | None = None) -> None:
        self.text = text = tokens.text
        start, stop = (0, len(text)) if within is None else (within.start, within.end)
        small = text[start:stop].lower()
        if len(small) != stop - start:  # a capital with two small letters: "İ"
            small = "".join(c.lower()[0] for c in text[start:stop])
        joined = tokens.joined(_TIES, within)
        self.starts = [first for _, first, _ in joined]
        self.ends = [last for _, _, last in joined]
        self.words = [
            small[first - start : min(last, first + _LONGEST_WORD) - start]
            for _, first, last in joined
        ]
        if not text[start:stop].isascii():
            self.words = [word.translate(_QUOTES) for word in self.words]
        self.size = len(self.words)
        self.words += _PADDING
        last = self.ends[-1] if self.ends else start
        self.starts.append(last + 1)
        self.ends.append(last + 1)
        self.classes: list[frozenset[str]] = []
        self.codes = ""

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
