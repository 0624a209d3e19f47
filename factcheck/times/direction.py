"""Whether a day or month without a year lies ahead: from the words that stand near it.

Of 1,275 weekdays and months in news nine in ten weekdays and seven in ten months lie behind
the day of publication; the others stand beside "will", "scheduled", "due", "next".
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.lexicon import Lexicon, any_of, load
from factcheck.times.grammar import Found


class _Cues(Lexicon):
    ahead: tuple[str, ...]
    ahead_before: tuple[str, ...]
    behind: tuple[str, ...]
    ahead_just_before: tuple[str, ...]


_BEFORE = 140  # characters looked back: about twenty words
_AFTER = 100
# A stop before a capital, but not that of "p.m.", "U.S." or an initial; a blank line.
SENTENCE_END = re.compile(r"(?<![.\s][A-Za-z])[.!?][\"”’')]*\s+[\"“‘'(`]*(?=[A-Z])|\n\s*\n")
_CLAUSE_END = re.compile(
    rf"{SENTENCE_END.pattern}|[;:]\s|[“”\"]|,\s+(?=(?:but|and|who|which|where|while|said)\b)"
)
# "When the case is heard in May": a passive in the present tells of what is to come.
_PRESENT_PASSIVE = re.compile(r"\b(?:is|are)\s+[a-z]+(?:ed|[^e]d|n|t)\s+(?:in|on|for)\s+$")
# "Wednesday's ruling" has been given.
_POSSESSIVE = re.compile(r"['’]s?\b")


# A regular past tense, which has small letters: not "United", "need" or "hundred".
_PAST = r"(?-i:[a-z]{2,}(?<!hundr)(?<!e)ed)"
_CLOCK = r"(?:[0-9:.]{1,5}\s*[ap]\.?m\.?\s+(?:[A-Z]{2,4}\s+)?)?"


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    cues = load("time_direction", _Cues, language)

    def nearest(ahead: tuple[str, ...]) -> re.Pattern[str]:
        # "will be held": the participle is part of the cue.
        passive = r"(?:\s+(?:not|also|likely|then|soon))?(?:\s+be\s+\w+)?"
        told = rf"(?P<ahead>{any_of(ahead)}{passive})|(?P<behind>{any_of(cues.behind)}|{_PAST})"
        return re.compile(rf"\b(?:{told})\b", re.IGNORECASE)

    just_before = re.compile(rf"\b{any_of(cues.ahead_just_before)}\s+{_CLOCK}$", re.IGNORECASE)
    return nearest((*cues.ahead, *cues.ahead_before)), nearest(cues.ahead), just_before


def lies_ahead(found: Found, language: str, *, deadline: bool = False) -> bool:
    """Whether the nearest verb or cue in the clause puts the time after publication.

    `deadline` is for days: "until Friday" is a deadline, "until November" tells how long.
    """
    cues_before, cues_after, just_before = _patterns(language)
    text = found.tokens.text
    first, last = found.tokens.starts[found.first], found.tokens.ends[found.last - 1]
    before = text[max(0, first - _BEFORE) : first]
    for stop in _CLAUSE_END.finditer(before):
        before_start = stop.end()
        before = " " * before_start + before[before_start:]
    if (
        deadline
        and (found_before := just_before.search(before))
        and before[: found_before.start()].strip()
    ):
        return True
    after = text[last : last + _AFTER]
    if _POSSESSIVE.match(after):
        return False
    if _PRESENT_PASSIVE.search(before):
        return True
    cues = list(cues_before.finditer(before))
    if cues:
        return cues[-1]["ahead"] is not None
    end = _CLAUSE_END.search(after)
    cue = cues_after.search(after[: end.start()] if end else after)
    return cue is not None and cue["ahead"] is not None
