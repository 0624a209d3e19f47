"""Whether a day or month without a year lies ahead: from the tense of what governs it.

The clause that an expression stands in is read for its verb groups. The last one before the
expression governs it; where none stands before ("On Friday, voters will choose"), the first
one after. A group is read whole: in "is expected to hit late Thursday" the verb is "expected",
and "hit" is no past tense.

Of 1,275 weekdays and months in news nine in ten weekdays and seven in ten months lie behind
the day of publication; the others stand beside "will", "scheduled", "due", "next".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from factcheck.lexicon import Lexicon, any_of, for_each_language, load
from factcheck.times.grammar import RuleMatch
from factcheck.times.vocabulary import BREAK


class Outlook(IntEnum):
    """Which way the verb of a clause looks.

    `MAYBE` are bare infinitives and deadlines, `LIKELY` modals and timetables.
    """

    PAST = -1
    OPEN = 0
    MAYBE = 1
    LIKELY = 2
    AHEAD = 3


class _Cues(Lexicon):
    """The shape of `time_direction.toml`."""

    will: tuple[str, ...]
    may: tuple[str, ...]
    plans: tuple[str, ...]
    orders: tuple[str, ...]
    plans_for: tuple[str, ...]
    be: tuple[str, ...]
    ahead: tuple[str, ...]
    timetable: tuple[str, ...]
    done: tuple[str, ...]
    present: tuple[str, ...]
    perfect: tuple[str, ...]
    behind: tuple[str, ...]
    also_nouns: tuple[str, ...]
    deadline: tuple[str, ...]
    starts: tuple[str, ...]
    moved: tuple[str, ...]
    along: tuple[str, ...]
    gives_until: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns of verbs and deadlines of a language."""

    groups: re.Pattern[str]
    deadline: re.Pattern[str]
    starts: re.Pattern[str]
    gives_until: re.Pattern[str]
    moved: re.Pattern[str]
    also_nouns: frozenset[str]


_BEFORE = 140  # characters looked back: about twenty words
_AFTER = 100
_WORDS = 60  # words looked at for the line break that ends a headline
# A stop before a capital, but not that of "p.m.", "U.S." or an initial; a blank line.
SENTENCE_END = re.compile(r"(?<![.\s][A-Za-z])[.!?][\"”’')]*\s+[\"“‘'(`]*(?=[A-Z])|\n\s*\n")
# What opens a clause of its own: "said that", ", who", "on Friday if he would".
_CLAUSE_END = re.compile(
    rf"{SENTENCE_END.pattern}|[;:]\s|[“”\"]"
    r"|,\s+(?=(?:but|and|who|which|where|while|said)\b)|\bthat\s+(?!(?:day|week|month|year)\b)"
)
_NEXT_CLAUSE = re.compile(
    rf"{_CLAUSE_END.pattern}|\s(?=(?:if|whether|as|because|before|after|when|until|while|to)\b)"
)
# "When the case is heard in May": a passive in the present is about what is to come.
_PRESENT_PASSIVE = re.compile(r"\b(?:is|are)\s+[a-z]+(?:ed|[^e]d|n|t)\s+(?:in|on|for)\s+$")
# An hour between a word and its day: "until [9 a.m. EST] Monday", "by [midnight] Monday".
_HOUR = (
    r"(?:at\s+)?(?:[0-9:.]{1,5}\s*[ap]\.?m\.?(?:\s+[A-Z]{2,4})?|noon|midday|midnight)\s+(?:on\s+)?"
)
_CLOCK = rf"(?:{_HOUR})?"
# What was announced, called or arranged for Friday lies ahead of that.
_MEANT_FOR = re.compile(rf"\bfor\s+{_CLOCK}$", re.IGNORECASE)
# "The funeral is on Friday".
_IS_ON = re.compile(rf"\b(?:is|are)\s+(?:at\s+)?{_CLOCK}on\s+$", re.IGNORECASE)
_OPENS = re.compile(r"\W*(?:on\s+)?")
# "Wednesday's ruling" has been given.
_POSSESSIVE = re.compile(r"['’]s?\b")
# A regular past tense: not "need" or "hundred", nor "United".
_PAST = r"(?:[a-z]{2,}(?<!hundr)(?<!e)ed)"
_ADVERBS = r"(?:\s+(?:not|also|likely|then|soon|still|now|only|never|[a-z]+ly))*"
_DETERMINER = r"(?:the|a|an|his|her|its|their|our|my|your|this|that|these|those|['’]s)"
_PLANNED = rf"{_DETERMINER}\s+planned"
_NO_VERB = r"(?:the|a|an|his|her|its|their|our|my|your|this|that|these|those|be)\b"


@for_each_language
def plans(language: str) -> frozenset[str]:
    """The words that lead to an act that is planned, wanted or threatened: "vowed to"."""
    return frozenset(load("time_direction", _Cues, language).plans)


@cache
def _patterns(language: str) -> _Patterns:
    """The patterns of verbs that place a time before or after publication, made from the words of a
    language."""
    cues = load("time_direction", _Cues, language)
    verb = rf"(?:{_ADVERBS}(?:\s+be|\s+have(?:\s+been)?)?\s+[a-z]+)?"
    infinitive = rf"to{_ADVERBS}\s+(?:be\s+)?(?!{_NO_VERB})[a-z]+"
    few = r"(?:\w+\s+){0,3}?"
    thing = rf"{_DETERMINER}(?:\s+\w+){{1,3}}?"
    plans = (*cues.plans, *cues.orders)
    no_plan = rf"(?!{any_of((*plans, *cues.plans_for, *cues.will, 'to'))}\b)"
    shapes = {
        "unreal": rf"to\s+have\s+(?:been\s+)?[a-z]+|{any_of(cues.may)}{_ADVERBS}\s+have\s+[a-z]+",
        "will": rf"{any_of(cues.will)}\b{verb}",
        "may": rf"{any_of(cues.may)}\b{verb}",
        "done": rf"{any_of(cues.done)}\s+(?:\w+\s+)?{infinitive}",
        "plan": rf"{any_of(plans)}\s+{few}{infinitive}|{any_of(cues.be)}\s+{infinitive}",
        "ahead": rf"(?:{any_of((*cues.ahead, *cues.plans_for))}|{_PLANNED})\b(?!\s+to\b)",
        "infinitive": infinitive,
        "present": rf"{any_of(cues.present)}{_ADVERBS}\s+{no_plan}[a-z]+",
        "perfect": rf"{any_of(cues.perfect)}\b{_ADVERBS}(?:\s+been)?(?:\s+[a-z]+\b(?!\s+to\b))?",
        "past": rf"(?:{any_of(cues.behind)}|{_PAST})\b",
        "timetable": rf"{any_of(cues.timetable)}\b",
    }
    groups = "|".join(f"(?P<{name}>{shape})" for name, shape in shapes.items())
    # Only where a word begins; "he'll" begins one at its apostrophe.
    groups = rf"(?:(?<![A-Za-z])(?=[a-z])|(?=['’]))(?:{groups})"
    return _Patterns(
        re.compile(groups),
        re.compile(rf"\b{any_of(cues.deadline)}\s+{_CLOCK}$", re.IGNORECASE),
        re.compile(rf"\b{any_of(cues.starts)}\s+(?:(?:on|in)\s+)?{_CLOCK}$", re.IGNORECASE),
        re.compile(
            rf"(?:(?<!not\s)(?<!n.t\s)\b{any_of(cues.gives_until)}\s+(?!no\b)(?:\w+\s+){{0,3}}"
            rf"(?:until|till)|\b{any_of(cues.moved)}\s+(?:\w+\s+){{0,3}}(?:from\s+(?:\w+\s+){{1,3}})?to)\s+{_CLOCK}$",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\b{any_of(cues.moved)}\s+(?:{thing}\s+)?(?:{any_of(cues.along)}\s+)?from\s+$",
            re.IGNORECASE,
        ),
        frozenset(cues.also_nouns),
    )


_OUTLOOKS = {
    "unreal": Outlook.PAST,
    "will": Outlook.AHEAD,
    "may": Outlook.LIKELY,
    "done": Outlook.PAST,
    "plan": Outlook.AHEAD,
    "ahead": Outlook.AHEAD,
    "infinitive": Outlook.MAYBE,
    "present": Outlook.OPEN,
    "perfect": Outlook.OPEN,
    "past": Outlook.PAST,
    "timetable": Outlook.LIKELY,
}


@dataclass(frozen=True, slots=True)
class Foresight:
    """Where the clause of an expression places it: before or after publication.

    `before` says that the verb stands before the expression, `will` that it is in the future and
    no plan: "will vote in December", `beside` that it stands right before it with no object
    between ("announced a feast on Monday"). `plain_past` is a verb in the
    simple past close by, with nothing of a plan about it: "was captured Monday", "on Sunday
    police said".
    """

    outlook: Outlook
    before: bool = False
    will: bool = False
    plain_past: bool = False
    beside: bool = False


_AN_OBJECT = re.compile(rf"\b{_DETERMINER}\b")
_LAST_HOUR = re.compile(rf"{_HOUR}$", re.IGNORECASE)
_LONGEST_NEXT = 12  # characters between a verb and the day beside it
# Words between a verb in the past and the day of its event.
_CLOSE = re.compile(r"(?:\W+\w+){0,6}\W*")
_NO_PLAIN_PAST = re.compile(
    r"(?:had|been|since|last|past|ago|planned|arranged|canceled|cancelled|postponed|set)\b",
    re.IGNORECASE,
)


def foresight(found: RuleMatch, language: str, *, deadline: bool = True) -> Foresight:
    """Where the verb that governs an expression places it: before or after publication.

    `deadline` is for days: "until Friday" is a deadline, "until November" says how long.
    """
    patterns = _patterns(language)
    before, after = _clause(found)
    if patterns.gives_until.search(before):
        return Foresight(Outlook.AHEAD, before=True)
    if _POSSESSIVE.match(after):
        return Foresight(Outlook.PAST)
    if patterns.moved.search(before):
        return Foresight(Outlook.OPEN)
    if deadline and (_MEANT_FOR.search(before) or _IS_ON.search(before)):
        return Foresight(Outlook.AHEAD, before=True)
    if _PRESENT_PASSIVE.search(before):
        return Foresight(Outlook.AHEAD, before=True)
    groups = _verbs(patterns, before)
    group = groups[-1] if groups else patterns.groups.search(after)
    outlook = Outlook.OPEN if group is None else _OUTLOOKS[str(group.lastgroup)]
    limit = patterns.starts.search(before) or (deadline and patterns.deadline.search(before))
    if limit and outlook is not Outlook.PAST:
        # "stays shut through Monday" is ahead, "By Friday" at the head of a clause may be
        sure = outlook is not Outlook.OPEN or not before[: limit.start()].isspace()
        return Foresight(Outlook.AHEAD if sure else Outlook.MAYBE, before=True)
    if group is None:
        return Foresight(outlook)
    between = before[group.end() :] if groups else after[: group.start()]
    between = _LAST_HOUR.sub("", between)
    if group.lastgroup == "timetable" and groups and len(between) <= _LONGEST_NEXT:
        return Foresight(Outlook.AHEAD, before=True)  # "the trial opens Monday"
    plain = (
        group.lastgroup == "past"
        and not limit
        and _NO_PLAIN_PAST.match(group.group()) is None
        and (not groups or _CLOSE.fullmatch(between) is not None)
    )
    # "On Monday voters will choose" is sure; "the ruling on Monday will cost jobs" has been given.
    governs = bool(groups) or _OPENS.fullmatch(before) is not None
    beside = bool(groups) and len(between) <= _LONGEST_NEXT and not _AN_OBJECT.search(between)
    return Foresight(outlook, governs, group.lastgroup == "will", plain, beside)


def _verbs(patterns: _Patterns, clause: str) -> list[re.Match[str]]:
    """The verb groups of a clause. A word that may be a noun or a verb is a noun behind a finite
    verb."""
    groups: list[re.Match[str]] = []
    for group in patterns.groups.finditer(clause):
        noun = group.group().lower() in patterns.also_nouns
        if not (noun and groups and groups[-1].lastgroup in ("will", "may")):
            groups.append(group)
    return groups


def lies_ahead(found: RuleMatch, language: str, *, deadline: bool = True) -> bool:
    """Whether the verb that governs an expression puts it after publication."""
    return foresight(found, language, deadline=deadline).outlook >= Outlook.LIKELY


def is_moved(found: RuleMatch, language: str) -> bool:
    """Whether an expression of two days says from which to which something is moved: "was moved
    [from Tuesday to Thursday]"."""
    tokens = found.tokens
    first = found.first + (tokens.word(found.first) == "from")
    start = tokens.starts[first]
    return moved_from(tokens.text[max(0, start - _BEFORE) : start], language)


def moved_from(before: str, language: str) -> bool:
    """Whether words end with what moves something away from the time behind them: "was moved back
    from"."""
    return _patterns(language).moved.search(before) is not None


def _clause(found: RuleMatch) -> tuple[str, str]:
    """The clause before an expression and the one after it, as far as they are looked at."""
    tokens = found.tokens
    text = tokens.text
    first, last = tokens.starts[found.first], tokens.ends[found.last - 1]
    start, end = max(0, first - _BEFORE), last + _AFTER
    stop = tokens.codes.rfind(BREAK, max(0, found.first - _WORDS), found.first)
    if stop >= 0:
        start = max(start, tokens.ends[stop])
    stop = tokens.codes.find(BREAK, found.last, found.last + _WORDS)
    if stop >= 0:
        end = min(end, tokens.starts[stop])
    for clause_end in _CLAUSE_END.finditer(text, start, first):
        start = clause_end.end()
    after = text[last:end]
    opens = _NEXT_CLAUSE.search(after)
    return _in_small(text[start:first]), _in_small(after[: opens.start()] if opens else after)


_FIRST_LETTER = re.compile(r"\W*[A-Z](?=[a-z])")


def _in_small(clause: str) -> str:
    """A clause without the capital of its first word; a dispatch all in capitals becomes lower
    case."""
    if clause.isupper():
        return clause.lower()
    first = _FIRST_LETTER.match(clause)
    return clause if first is None else first.group().lower() + clause[first.end() :]
