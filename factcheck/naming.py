"""Names of claims that an editor can keep, made from outlet, sentence and figure.

`Claim.id` says where a claim stands, and so changes when the file is moved or a paragraph is put
in above it. A name says what is claimed, in which sentence, by whom; it stays as long as these do.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

from factcheck.models import Article, Claim

_WORD = re.compile(r"\w+")
# Every ASCII character that is no part of a word.
_BESIDE_WORDS = {code: " " for code in range(128) if not _WORD.match(chr(code))}
_LONGEST_OUTLET, _LONGEST_FIGURE = 40, 30  # characters that are enough to recognise it by
_HASH = 4  # bytes; it only distinguishes the claims of one outlet that give one figure
NOBODY = "unnamed"


def named(claims: Iterable[Claim], article: Article) -> tuple[Claim, ...]:
    """The claims of one article, each with its name: "harbour-gazette:18-children:3f9a1c2e".

    Sentences are compared by their words, so that a comma, a curly quote or a capital makes no
    other name. Of two claims that stand in one sentence with one figure, or in a sentence that
    the article prints twice, the second ends in "-2".
    """
    outlet = _slug(article.publisher or "", _LONGEST_OUTLET) or NOBODY
    seen: Counter[str] = Counter()
    sentences: dict[str, str] = {}
    found = []
    for claim in claims:
        written = claim.sentence.of(article.part(claim.part))
        if written not in sentences:
            sentences[written] = " ".join(_words(_plain(written)))
        sentence = sentences[written]
        quote = " ".join(_plain(claim.quote).split())
        digest = blake2b(f"{sentence}\n{quote}".encode(), digest_size=_HASH).hexdigest()
        name = f"{outlet}:{_slug(quote, _LONGEST_FIGURE) or 'figure'}:{digest}"
        seen[name] += 1
        if seen[name] > 1:
            name = f"{name}-{seen[name]}"
        found.append(claim.model_copy(update={"name": name}))
    return tuple(found)


def printed_words(name: str) -> str:
    """The part of a name that is the same wherever the sentence is printed: all but the outlet."""
    return name.partition(":")[2]


def _plain(text: str) -> str:
    """The text in compatibility forms and small letters: "１８" is 18 and "ﬁre" fire."""
    return text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()


def _words(text: str) -> list[str]:
    """The words of a text; of ASCII, as most sentences are, they are split and not matched."""
    return text.translate(_BESIDE_WORDS).split() if text.isascii() else _WORD.findall(text)


def _slug(text: str, longest: int) -> str:
    """The first words of a text joined by hyphens, as far as they fit: "the-harbour-gazette"."""
    slug = "-".join(_words(_plain(text).replace("_", " ")))
    if len(slug) <= longest:
        return slug
    return slug[:longest].rpartition("-")[0] or slug[:longest]
