"""How much a word says: the bits of its rarity in a fixed table, whatever texts stand around it.

The table is that of `wordfreq` (Robyn Speer; Wikipedia, news, subtitles, books and the web up to
2021), which ships with that package and is no longer changed: a word says as much among three
articles as among ten thousand. It is loaded when the first word is asked for.
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import repeat
from pathlib import Path

# The rarest word of the large tables stands for one in a hundred million. What no table has, a
# village or a slip of the keyboard, is taken to be as rare as that and no rarer.
CEILING = -math.log2(1e-8)

# The table counts words as written, and base forms are asked for: the share of "injure" is that of
# "injured" too, and "Texas", whose base form comes out as "texa", is as common as it is.
_ENDINGS = {"en": ("", "s", "d", "ed")}


@lru_cache(maxsize=1 << 16)
def rarity(word: str, language: str = "en") -> float:
    """The bits that a word says: -log2 of its share of all running words of the language.

    Takes a word in small letters, best in its base form, and a language of two letters. "the" has
    4 bits, "police" 12, "caravan" 18, "tapachula" 25; a word that the table lacks has `CEILING`.
    A compound that the table lacks is as rare as its rarest part ("mine-rescue"). In a language
    without a table every word has `CEILING`.
    """
    share = _share(word, language)
    if not share and "-" in word:
        share = min((_share(part, language) for part in word.split("-") if part), default=0.0)
    return -math.log2(share) if share else CEILING


def _share(word: str, language: str) -> float:
    """The share of a word and of what is formed from it by an ending."""
    table = _table(language)
    return sum(table.get(word + ending, 0.0) for ending in _ENDINGS.get(language, ("",)))


@cache
def _table(language: str) -> Mapping[str, float]:
    """The share of each word of a language, most 300,000 of them; empty if there is no table."""
    # Found and not imported: the import takes as long as its table.
    package = find_spec("wordfreq")
    for folder in (package and package.submodule_search_locations) or ():
        for size in ("large", "small"):
            file = Path(folder, "data", f"{size}_{language}.msgpack.gz")
            if language.isalpha() and file.is_file():
                return _shares(file)
    return {}


def _shares(file: Path) -> Mapping[str, float]:
    """The share of each word in a file of the package, whose format its `read_cBpack` describes:
    after a header, the words of 1, then of 10 ** -0.01, then of 10 ** -0.02 of all words..."""
    import msgpack  # late: a table is for stories, and not all that is asked for has any

    _, *levels = msgpack.unpackb(gzip.decompress(file.read_bytes()))
    table: dict[str, float] = {}
    for hundredths, words in enumerate(levels):
        table.update(zip(words, repeat(10 ** (-hundredths / 100))))
    return table
