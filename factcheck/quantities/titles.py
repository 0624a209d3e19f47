"""Lines in which every word has a capital, so that none marks a name."""

from __future__ import annotations

from factcheck.text.inflection import verb_forms
from factcheck.text.phrases import is_plural
from factcheck.text.tokens import Tokens

_TITLE = 24  # words by which a title is recognised
_LONG = 4  # letters from which on a word of a title has a capital


def has_small_words(tokens: Tokens) -> bool:
    """Whether long words without a capital show that the line is no title."""
    return any(
        w.isalpha() and not tokens.capital(i) and len(w) > _LONG
        for i, w in enumerate(tokens.words[: min(tokens.size, _TITLE)])
    )


def verb_of_title(tokens: Tokens, index: int) -> bool:
    """Whether a capital marks the verb of a title and no name: "Police Arrest 314 at March", but
    "Apple Watch 5" (as the verb of a singular it would be "Watches")."""
    base = verb_forms().get(tokens.words[index])
    if base is None or (base == tokens.words[index] and not is_plural(tokens.word(index - 1))):
        return False
    long = [
        tokens.capital(i)
        for i in range(min(tokens.size, _TITLE))
        if len(tokens.words[i]) > 4 and tokens.words[i].isalpha()
    ]
    return len(long) > 1 and all(long)


def shouting(tokens: Tokens) -> bool:
    """Whether the line is all in capitals."""
    start, end = tokens.starts[0], tokens.ends[tokens.size - 1]
    return tokens.text[start : min(end, start + 200)].isupper()
