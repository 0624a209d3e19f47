"""What a sum, share or measure is the size of: "a fine of $2 million", "unemployment fell to 4%".

A count has its noun behind it; a sum of money, a share or a length has the thing it measures
before the preposition, right behind it, or as the object or subject of its verb.
"""

from __future__ import annotations

from factcheck.clauses.arguments import nouns_after, nouns_before, subject_of
from factcheck.clauses.lexis import Lexis
from factcheck.clauses.predicate import Predicate
from factcheck.clauses.segments import Parsed
from factcheck.clauses.sizes import Size, changed
from factcheck.clauses.tagging import Tag
from factcheck.models import Span

# "lost $20 million last year": what stands behind a figure may be a time.
_TIMES = frozenset({"last", "next", "year", "month", "week", "today", "yesterday", "tomorrow"})
_MEASURING = frozenset({"of", "at", "to", "by", "from", "for", "with", "in"})


def measured(
    sentence: Parsed,
    mention: range,
    verb: Predicate,
    size: Size | None,
    lexis: Lexis,
    *,
    age: bool = False,
    behind: bool = True,
) -> Span | None:
    """The noun phrase that the figure is the size of, or `None`.

    "a [fine] of $2 million"; "a $2 million [fine]"; "the [bridge] will cost $2 million"; "put the
    [cost] at $2 million". An `age` belongs to the name before its comma: "[Jane Roe], 45, said".
    Without `behind` the words right behind the figure are none: "the [pier] is 900 feet long".
    """
    words = sentence.words
    if age and mention.start > 1 and words[mention.start - 1].lower == ",":
        return nouns_before(words, mention.start - 1)
    if verb.head is not None and verb.preposition == "of":
        return nouns_before(words, verb.head + 1)
    following = words[mention.stop] if behind and mention.stop < len(words) else None
    if following is not None and following.tag is Tag.NOUN and following.lower not in _TIMES:
        return nouns_after(words, mention.stop)
    if size is not None:
        return size.of
    if verb.at is not None and verb.at < mention.start:
        if verb.preposition == "by":
            return changed(sentence, verb.at, mention.start, lexis)
        return subject_of(sentence, verb.at, lexis)
    if verb.head is not None and verb.preposition in _MEASURING:
        return nouns_before(words, verb.head + 1)
    return None
