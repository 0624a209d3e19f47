"""The clause that stands for an event in the label of a group of days, without the day itself.

"and the search resumed after dawn on Monday" is "the search resumed after dawn".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from factcheck.clauses.lexicon import clause_lexicon
from factcheck.lexicon import Lexicon, any_of, load
from factcheck.linkage.as_written import measured_as_written
from factcheck.mentions import TimeType
from factcheck.models import Article, Claim
from factcheck.text.inflection import FunctionWords, verb_forms
from factcheck.times import find_times

_EDGES = ' \t\n,;:-–—()"“”‘'
_WORD = re.compile(r"[^\W_][\w.'’-]*")
_LAST_WORDS = re.compile(r"(?:[\w'’-]+ ){0,4}[\w'’-]+$")
_PAUSE = re.compile(r"[,;:()—]|[.!?]\W*$")
_STOPS = ",;:-–—()"
_FEWEST = 2  # words that still tell an event
_FEWEST_KEPT = 5  # words of a clause that is cut
_LONGEST = 80  # characters of a clause that stand for the event
_PARTICLES = frozenset({"up", "off", "out", "down"})  # "blew up", and no preposition of a day


class LabelWords(Lexicon):
    """The shape of `labels.toml`."""

    openers: tuple[str, ...]
    relatives: tuple[str, ...]
    determiners: tuple[str, ...]
    states: tuple[str, ...]


@cache
def label_words(language: str = "en") -> LabelWords:
    """The words of `labels.toml`."""
    words: LabelWords = load("labels", LabelWords, language)
    return words


def event_words(claims: Sequence[Claim], articles: Mapping[str, Article]) -> str:
    """The clause of the claim that tells the event most completely, the first of several, cut where
    a phrase ends; "" where no claim has one."""
    # Those that tell it by the verb that most of them use.
    verbs = Counter(claim.question.predicate for claim in claims if claim.subject)
    verb = max(verbs, key=verbs.__getitem__, default=None)
    alike = [claim for claim in claims if claim.subject and claim.question.predicate == verb]
    found = [_clause(claim, articles) for claim in alike]
    return _shortened(min(found, key=lambda clause: clause[0], default=(0, ""))[1])


def _clause(claim: Claim, articles: Mapping[str, Article]) -> tuple[int, str]:
    """What a label says of the event, and how much it lacks."""
    clause, before = _as_written(claim, articles.get(claim.article_id))
    lacks = 0
    while (first := _first(clause)) in label_words().openers and not _goes_on(clause, claim):
        clause = clause.lstrip(_EDGES)[len(first) :]
        lacks = 1
    verb = claim.question.predicate
    if first in ("said", "says"):
        clause, lacks = _after_teller(clause), 2
    elif first in label_words().relatives or first == "that":
        clause, lacks = f"{_noun_before(before)} {clause.lstrip(_EDGES)}".strip(), 1
    elif first in _grammar().auxiliaries or verb_forms().get(first) == verb:
        clause, lacks = _with_doer(clause, before, claim, articles)
    clause = _without_report(clause, verb)
    if _first(clause).partition("'")[0] in _grammar().pronouns:
        lacks = max(lacks, 2)
    kept = " ".join(_without_times(clause).strip(_EDGES).split())
    if kept.count(")") > kept.count("("):  # "(… ET on Saturday), the airline said"
        kept = kept.partition(")")[2].strip(_EDGES)
    return lacks, kept


def _after_teller(clause: str) -> str:
    """ "said the mayor" is "the mayor said", and "said rain had come" that it had."""
    verb, _, rest = " ".join(clause.split()).lstrip(_EDGES).partition(" ")
    rest = _without_times(rest)  # "last" of "last week" is no verb
    acts = any(word.group() in _acting() for word in _WORD.finditer(rest))  # no "State" of a name
    return rest if acts or not rest else f"{rest} {verb}"


@cache
def _acting() -> frozenset[str]:
    """Words that show that a clause has a verb of its own."""
    return frozenset((*verb_forms(), *_grammar().auxiliaries))


def _with_doer(
    clause: str, before: str, claim: Claim, articles: Mapping[str, Article]
) -> tuple[str, int]:
    """A clause that opens with its verb, behind who does it: "[Ada Voss] posted a photo", "[Dale
    Orrin], 26, was named by police"."""
    doer = measured_as_written(claim, articles)
    if not doer and before.rstrip().endswith(","):
        doer = _noun_before(before.rstrip().rstrip(",").rpartition(",")[0])
    if doer and doer[:1].islower():
        doer = f"the {doer}"
    return (f"{doer} {clause.lstrip(_EDGES)}", 1) if doer else (clause, 3)


def _without_report(clause: str, verb: str | None) -> str:
    """The clause without who tells it: "[the line says] controllers lost contact". What a pronoun
    opens stays behind the name that it stands for: "Ada Voss said she fell ill"."""
    words = list(_WORD.finditer(clause))
    forms = [verb_forms().get(word.group().lower()) for word in words]
    if verb is None or verb in reporting() or verb not in forms:
        return clause
    telling = reporting() - clause_lexicon().to_hearers
    saying = [at for at in range(1, forms.index(verb)) if forms[at] in telling]
    if not saying or _PAUSE.search(clause[: words[saying[0]].start()]):
        return clause
    rest = clause[words[saying[0]].end() :].lstrip(_EDGES).removeprefix("that ")
    opens = _first(rest).partition("'")[0]
    return clause if opens in (*_grammar().pronouns, *_grammar().prepositions) else rest


def _as_written(claim: Claim, article: Article | None) -> tuple[str, str]:
    """The clause with what its sentence says before it. A stop inside a sentence ends a shortened
    word ("since Sept. 15", "told Mr. Roe"): the clause goes on."""
    subject = claim.subject or ""
    text = "" if article is None else article.part(claim.part)
    start = text.find(subject, claim.sentence.start, claim.sentence.end)
    if start < 0:
        return subject, ""
    end = start + len(subject)
    if text[end : end + 1] == "." and end + 1 < claim.sentence.end:
        goes_on = _PAUSE.search(text, end + 1, claim.sentence.end)
        end = goes_on.start() if goes_on else claim.sentence.end
    elif text[end : end + 1] == "." and "." in subject.split()[-1]:
        end += 1
    return text[start:end], text[claim.sentence.start : start]


def _first(clause: str) -> str:
    found = _WORD.search(clause)
    return found.group().lower() if found else ""


def _goes_on(clause: str, claim: Claim) -> bool:
    """Whether "that" stands for a noun: "the bill [that] passed", not "said [that] the bill …"."""
    words = [word.group().lower() for word in _WORD.finditer(clause)][:2]
    if len(words) < 2 or words[0] != "that":
        return False
    does = verb_forms().get(words[1])
    return words[1] in _grammar().auxiliaries or (does == claim.question.predicate and bool(does))


def _noun_before(before: str) -> str:
    """The noun that a relative clause goes on about, with what stands before it from its article
    on: "rescuers reached [the three women]"."""
    found = _LAST_WORDS.search(" ".join(before.rstrip(_EDGES).split()))
    words = found.group().split() if found else []
    small = [word.lower() for word in words]
    for at in range(len(words) - 1, -1, -1):
        if small[at] in label_words().determiners:
            return " ".join(words[at:])
    at = len(words)
    while at and (words[at - 1][:1].isupper() or words[at - 1].isdigit()):
        at -= 1
    return " ".join(words[at:] or words[-1:])


@lru_cache(maxsize=1 << 10)
def _without_times(clause: str) -> str:
    """The clause without its days and hours, and what leads to them: the label asks for them. A
    time that another noun goes on stays: "a [Monday] briefing", "the [2017] breach"."""
    kept, end = "", 0
    for start, stop in _times(clause):
        before, behind = clause[end:start], clause[stop:]
        led = _before_a_time().sub("", before).rstrip()
        opening = not (kept + led).strip(_EDGES)
        if behind.startswith(("'", "’")):
            continue  # "[Wednesday]'s meeting"
        if opening or _stands_alone(behind, led != before.rstrip()):
            kept += led + ("" if behind[:1] in _STOPS else " ")
            end = stop
    kept += clause[end:]
    kept = _closing(kept)
    return kept if len(_WORD.findall(kept)) >= _FEWEST else clause


def _times(clause: str) -> Iterator[tuple[int, int]]:
    """Where the days and hours of a clause stand, those that only a word parts as one: "[between
    9 a.m. and 11 a.m. on Tuesday]"."""
    found: list[tuple[int, int]] = []
    for time in find_times(clause):
        if time.type not in (TimeType.DATE, TimeType.TIME):
            continue
        between = clause[found[-1][1] : time.span.start] if found else "."
        if not _before_a_time().sub("", between).strip():
            found[-1] = (found[-1][0], time.span.end)
        else:
            found.append((time.span.start, time.span.end))
    yield from found


def _stands_alone(behind: str, led_to: bool) -> bool:
    """Whether no noun goes on with a time, given what stands behind it, and whether a preposition
    leads to it: "The court [on Monday] ruled", "rain fell [Sunday] on the coast"."""
    if behind.startswith(("'", "’", "-")):
        return False
    first = _first(behind)
    if not behind.strip(_EDGES + ".") or behind.lstrip()[:1] in _STOPS or first in _leading():
        return True
    return first in verb_forms() and (led_to or first.endswith("ed"))


def _closing(clause: str) -> str:
    """The words without those at the end that lead on: "Roe felt ill [but not until]"."""
    words = clause.split()
    while words and words[-1].lower().strip(_EDGES) in _leading():
        del words[-1]
    return " ".join(words)


def _shortened(clause: str) -> str:
    """A clause that fits on a line or two, cut before what leads to its last phrases: "a plane that
    dropped off radar [over the sea north of …]"."""
    if len(clause) <= _LONGEST:
        return clause
    words = clause[:_LONGEST].rpartition(" ")[0].split()
    for at in range(len(words) - 1, _FEWEST_KEPT - 1, -1):
        inside = words[at - 1][:1].isupper() and words[at] in ("and", "of", "for")  # a name
        if (words[at].lower() in _leading() and not inside) or words[at - 1].endswith((",", ";")):
            kept = _closing(" ".join(words[:at])).rstrip(_EDGES)
            if len(kept.split()) >= _FEWEST_KEPT:
                return kept
    return " ".join(words) + " …"


@cache
def _leading() -> frozenset[str]:
    """Words that no label may end at: something comes behind them."""
    grammar = _grammar()
    words = (*grammar.prepositions, *label_words().determiners, *label_words().openers)
    more = (*label_words().relatives, *grammar.auxiliaries, *grammar.subordinators, "there")
    return frozenset((*words, *more)) - _PARTICLES


@cache
def _before_a_time() -> re.Pattern[str]:
    """What leads to a day and dangles without it: "set [for] Tuesday", "[early on] Monday"."""
    leading = {*_grammar().prepositions} - _PARTICLES
    words = (*sorted(leading), "after", "before", "early", "late", "the", "and", "this")
    return re.compile(rf"(?:(?:^|(?<=\W)){any_of(words)}\s*)*$", re.IGNORECASE)


@cache
def _grammar() -> FunctionWords:
    words: FunctionWords = load("grammar", FunctionWords)
    return words


def reporting() -> frozenset[str]:
    """The verbs that lead to what somebody tells: "police said the bridge was shut"."""
    return clause_lexicon().reporting - clause_lexicon().finding
