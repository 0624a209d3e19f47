"""Speakers as they are written inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factcheck.linkage.as_written import small_words

_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_ARTICLE = re.compile(r"^(?:The|An?)(?= )")
_NOBODY = re.compile(r"\b(?:sources?|insiders?|people familiar)\b", re.IGNORECASE)


def is_named(speaker: str, texts: Iterable[str]) -> bool:
    """Whether the words have a name: a capital that is not due to the place in the sentence.

    "Authorities" are "authorities" elsewhere in the text, "Roth" is never "roth"; "an FBI source"
    is somebody whom the text does not name.
    """
    if _NOBODY.search(speaker):
        return False
    capitals = [word for word in _WORD.findall(speaker) if word[0].isupper()]
    small = [small_words(text) for text in texts] if capitals else []
    known = {"the"}.union(*(words.intersection(map(str.lower, capitals)) for words in small))
    return any(word.lower() not in known for word in capitals)


def inside(speaker: str, texts: Sequence[str]) -> str:
    """A speaker without the capital of the start of a sentence: "The U.N." is "the U.N.", "Police"
    are "police", "Mayor Roth" stays, though there is "the mayor" too."""
    first, _, rest = speaker.partition(" ")
    if _ARTICLE.match(speaker) or not (rest[:1].isupper() or is_named(first, texts)):
        return speaker[:1].lower() + speaker[1:]
    return speaker


def in_small(words: str, text: str) -> str:
    """Words of a title without the capitals of the title. Words that the text writes in small
    letters are no names: "Firefighters" are "firefighters", "Lindow" stays."""
    small = small_words(text)
    return _WORD.sub(lambda w: w[0].lower() if w[0].lower() in small else w[0], words)
