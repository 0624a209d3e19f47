"""Whose age a figure is, and whether it is the age now or at some earlier act.

"Jane Roe, 45, said", "Jane Roe (45)", "Roe is now 45", "the 45-year-old Roe", "Jane Roe, a
45-year-old clerk", "Roe vanished at age 14": the bearer is the name, wherever it stands. A bare
number in one of these places is an age too: "Amy Roe, now 45, was found".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.clauses.arguments import subject_of
from factcheck.clauses.lexicon import ClauseLexicon
from factcheck.clauses.segments import ParsedSentence
from factcheck.clauses.tagging import Tag, Word
from factcheck.models import Dimension, Quantity, Span
from factcheck.quantities.ages import OLDEST
from factcheck.quantities.lexicon import quantity_lexicon
from factcheck.quantities.subjects import is_person

_BESIDE = frozenset({"now", "then", "aged", "age", "just", "only", "about", "who", "is", "was"})
AGE_WORDS = frozenset({"age", "aged", "ages"})
_LEADING_TO_PEOPLE = frozenset({"by", "with", "against", "for"})
_DASHES = frozenset({"—", "–", "--", "-"})
_PHRASE = 2  # words of "45-year-old clerk"
_REACH = 4  # words between a name and the age in apposition to it


@dataclass(frozen=True, slots=True)
class AgeOf:
    """The person whose age is given: the words that name the bearer, `None` where the text
    leaves it open; `at` is the index of the verb for whose time the age is given ("vanished at
    age 14"), and `of_subject` says that it is stated of the subject of its clause ("she was 57").
    """

    bearer: Span | None
    at: int | None = None
    of_subject: bool = False


def age_of(
    sentence: ParsedSentence, mention: range, verb: int | None, lexicon: ClauseLexicon
) -> AgeOf:
    """Find the bearer of the age at `mention`, and the verb for whose time it is given."""
    words = sentence.words
    found = _apposed(words, mention) or _name_inside(words, mention) or _people(words, mention)
    if found is not None:
        return AgeOf(found)
    if _is_of_an_event(words, mention):
        before = range(mention.start - 1, -1, -1)
        acts = (i for i in before if words[i].tag is Tag.VERB and words[i].lower not in AGE_WORDS)
        at = next(acts, None)
        doer = None if verb is None else _named_subject(sentence, verb, lexicon)
        return AgeOf(doer, at)
    if verb is not None and verb < mention.start and words[verb].lemma in ("be", "turn"):
        return AgeOf(_named_subject(sentence, verb, lexicon), of_subject=True)
    return AgeOf(None)


def lies_ahead(words: Sequence[Word], mention: range) -> bool:
    """Whether an age is one to come: "who [turns] 71 on Sunday", "[will be] 71". What somebody will
    do says nothing of the age beside his name: "Roe, 44, would be the first woman to lead it"."""
    verb = _past_adverbs(words, mention.start - 1)
    if verb < 0 or words[verb].lemma not in _BECOMING:
        return False
    modal = _past_adverbs(words, verb - 1)
    return words[verb].lower == "turns" or (modal >= 0 and words[modal].lower in _MODALS)


def _past_adverbs(words: Sequence[Word], at: int) -> int:
    """The index of the last word up to `at` that is no adverb; -1 for none."""
    while at >= 0 and words[at].tag is Tag.ADVERB:
        at -= 1
    return at


_BECOMING = frozenset({"be", "turn"})
_MODALS = frozenset({"will", "would", "'ll"})


def is_bare_age(
    sentence: ParsedSentence, mention: range, quantity: Quantity, lexicon: ClauseLexicon
) -> bool:
    """Whether a number without a noun is an age: in apposition to the name of a person, or stated
    of a named person with "is now"."""
    if quantity.dimension is not Dimension.COUNT or quantity.unit is not None:
        return False
    figure = quantity.low
    if figure is None or not quantity.exact or figure != figure.to_integral_value():
        return False
    if not 0 < figure <= OLDEST:
        return False
    words = sentence.words
    behind = words[mention.stop] if mention.stop < len(words) else None
    closed = behind is None or behind.tag is Tag.BREAK or behind.lower == "now"
    if not closed:
        return False
    if _apposed(words, mention) is not None or _behind_person(words, mention):
        return True
    before = [word.lower for word in words[max(0, mention.start - 2) : mention.start]]
    now = "now" in before or (behind is not None and behind.lower == "now")
    return now and any(word in ("is", "was") for word in before)


def _behind_person(words: tuple[Word, ...], mention: range) -> bool:
    """Whether the figure stands behind the noun for one person and a comma: "a local man, 23,"."""
    before = words[max(0, mention.start - 2) : mention.start]
    if len(before) < 2 or before[1].lower != ",":
        return False
    return before[0].lower == before[0].lemma and is_person(before[0].lower, quantity_lexicon())


def _apposed(words: tuple[Word, ...], mention: range) -> Span | None:
    """The name that a figure stands in apposition to: "[Jane Roe], now 45,", "[Jane Roe] (45)",
    "[Jane Roe], a 45-year-old clerk"."""
    at = mention.start - 1
    steps = 0
    while (
        at >= 0
        and steps < _REACH
        and (words[at].lower in _BESIDE or words[at].tag is Tag.DETERMINER)
    ):
        at -= 1
        steps += 1
    if at < 1 or words[at].lower not in (",", "("):
        return None
    found = _name_before(words, at)
    first = next((i for i, w in enumerate(words) if found and w.start == found.start), 0)
    led_to = first > 0 and words[first - 1].tag is Tag.PREPOSITION  # "in Leeds, 27, mostly men,"
    # "led by Jane Roe, a 36-year-old squad boss"
    return None if led_to and words[first - 1].lower not in _LEADING_TO_PEOPLE else found


def _people(words: tuple[Word, ...], mention: range) -> Span | None:
    """The noun for people right before an age, or before a dash: "raiders seized nine [boys] — aged
    11 to 14". The subject of the verb has another age."""
    at = mention.start - 1
    while at >= 0 and (words[at].lower in AGE_WORDS or words[at].lower in _DASHES):
        at -= 1
    if at < 0 or words[at].tag is not Tag.NOUN or words[at].capitalised:
        return None
    known = is_person(words[at].lower, quantity_lexicon())
    return Span(start=words[at].start, end=words[at].end) if known else None


def _name_before(words: tuple[Word, ...], stop: int) -> Span | None:
    """The run of capitalised nouns that ends before `stop`, across a nickname in quotation
    marks."""
    start = stop
    while start > 0 and (
        (words[start - 1].tag is Tag.NOUN and words[start - 1].capitalised)
        or (words[start - 1].tag is Tag.QUOTE and start != stop)
        or words[start - 1].lower in (".",)
    ):
        start -= 1
    while start < stop and words[start].tag is not Tag.NOUN:
        start += 1
    return _span(words, start, stop)


def _name_inside(words: tuple[Word, ...], mention: range) -> Span | None:
    """The name that the phrase of an age ends with, or that stands in apposition to it: "the
    45-year-old [Jane Roe]", "a 45-year-old clerk, [Jane Roe],"."""
    if len(mention) < _PHRASE:
        return None
    stop = mention.stop
    if words[stop - 1].capitalised:
        first = stop
        while first - 1 > mention.start and words[first - 1].capitalised:
            first -= 1
        return _span(words, first, stop)
    if stop + 1 < len(words) and words[stop].lower == "," and words[stop + 1].capitalised:
        last = stop + 1
        while last < len(words) and words[last].tag is Tag.NOUN and words[last].capitalised:
            last += 1
        if last < len(words) and words[last].lower == ",":
            return _span(words, stop + 1, last)
    return None


def _is_of_an_event(words: tuple[Word, ...], mention: range) -> bool:
    """Whether an age is that at which something happened: "died at the age of 81", "died aged 81",
    "when she was four"; not "is 81"."""
    before = [word.lower for word in words[max(0, mention.start - 4) : mention.start + 1]]
    aged = mention.start > 1 and words[mention.start - 1].lower in AGE_WORDS
    if aged and words[mention.start - 2].tag is Tag.VERB:
        return True
    if "when" in before and before[-2:-1] == ["was"]:
        return True
    return "at" in before and any(word in AGE_WORDS for word in before)


def _named_subject(sentence: ParsedSentence, verb: int, lexicon: ClauseLexicon) -> Span | None:
    """The name that is the subject of a verb: right before it, the antecedent of a pronoun or of
    a shared subject ("Roe was found and is 45", "Roe said she was 45"), or the one of an
    apposition."""
    words = sentence.words
    at = verb - 1
    while at >= 0 and words[at].tag in (Tag.AUXILIARY, Tag.ADVERB):
        at -= 1
    if at > 0 and words[at].lower == "," and (apposed := _before_apposition(words, at)):
        return apposed
    shared = at >= 0 and words[at].tag in (Tag.CONJUNCTION, Tag.SUBORDINATOR, Tag.BREAK)
    if at >= 0 and (shared or words[at].lower in ("he", "she", "who")):
        return _nearest_name(words, at)
    found = subject_of(sentence, verb, lexicon)
    if found is None:
        return None
    inside = [w for w in words if found.start <= w.start < found.end]
    return found if inside and any(word.capitalised for word in inside) else None


def _before_apposition(words: tuple[Word, ...], stop: int) -> Span | None:
    """The name at the head of a sentence, before what is put in until `stop`: "[Jane Roe], the
    singer whose voice filled halls, has died"."""
    end = 0
    while end < stop and words[end].tag is Tag.NOUN and words[end].capitalised:
        end += 1
    return _span(words, 0, end) if 0 < end < stop and words[end].lower == "," else None


def _nearest_name(words: tuple[Word, ...], stop: int) -> Span | None:
    """The last run of capitalised nouns before `stop` that is in no prepositional phrase."""
    while stop > 0:
        if not (words[stop - 1].tag is Tag.NOUN and words[stop - 1].capitalised):
            stop -= 1
            continue
        start = stop
        while start > 0 and words[start - 1].tag is Tag.NOUN and words[start - 1].capitalised:
            start -= 1
        at = start - 1
        while at >= 0 and words[at].tag is Tag.DETERMINER:
            at -= 1
        if at < 0 or words[at].tag is not Tag.PREPOSITION:
            return _span(words, start, stop)
        stop = start
    return None


def _span(words: tuple[Word, ...], start: int, stop: int) -> Span | None:
    """The span of the words from `start` to before `stop`; `None` for no words."""
    if start >= stop:
        return None
    return Span(start=words[start].start, end=words[stop - 1].end)
