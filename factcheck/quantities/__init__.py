"""Numbers as news writes them: every quantity of a text, with hedge, bound, unit and noun.

Works best on English news prose and headlines. It reads no tables, no formulas and no
arithmetic; what a figure is a claim about is for `extract` to say.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.arithmetic import in_own_context
from factcheck.mentions import QuantityMention
from factcheck.models import Dimension, Span
from factcheck.quantities.lexicon import quantity_lexicon
from factcheck.quantities.links import link
from factcheck.quantities.mentions import mention
from factcheck.quantities.reader import parse_quantities
from factcheck.text.plain import moved_back, plain
from factcheck.text.sentences import sentences
from factcheck.text.tokeniser import TextTokens
from factcheck.text.tokens import Tokens

__all__ = ["find_quantities", "quantities_in"]


@in_own_context
def find_quantities(text: str, *, language: str = "en") -> tuple[QuantityMention, ...]:
    """Every quantity of `text`, in order of its place.

    Dates, clock times, names ("Title 42"), addresses and page furniture are none. Any string
    gives a result; the time it takes is linear in its length. Raises `ConfigurationError`
    where `language` has no lexicons.
    """
    read_as = plain(text)
    tokens = TextTokens(read_as.text)
    found = quantities_in(tokens, sentences(read_as.text, language), language)
    return tuple(moved_back(mention, read_as) for mention in found)


def quantities_in(
    text: TextTokens, sentences: Sequence[Span], language: str = "en"
) -> tuple[QuantityMention, ...]:
    """Every quantity of a plain text, given its sentences."""
    words = quantity_lexicon(language)
    found: list[QuantityMention] = []
    said = None
    for sentence in sentences:
        tokens = Tokens(text, sentence)
        if tokens.size:
            read = parse_quantities(tokens, words, said)
            link(tokens, read)
            said = next((r for r in reversed(read) if r.dimension is Dimension.COUNT), None)
            found += (mention(tokens, parsed) for parsed in read)
    return tuple(found)
