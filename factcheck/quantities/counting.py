"""What the figure of a reading counts: its noun, a measure's "of", or people left unsaid."""

from __future__ import annotations

from factcheck.models import Dimension
from factcheck.quantities import ellipsis, subjects
from factcheck.quantities.amounts import Form, is_whole
from factcheck.quantities.lexis import Lexis
from factcheck.quantities.reading import Reading
from factcheck.quantities.subjects import Subject
from factcheck.text.phrases import counted
from factcheck.text.tokens import Tokens

_MEMORY = 6
_TOLL_WINDOW = 9


def add_subject(
    tokens: Tokens, reading: Reading, modifies: bool, earlier: list[Reading], lexis: Lexis
) -> None:
    if reading.subject is not None:
        return  # "another crate or two"
    if reading.unit is None and reading.dimension is Dimension.COUNT:
        _add_counted(tokens, reading, earlier, lexis)
        return
    start = reading.end
    if "within" in (tokens.word(reading.first - 1), tokens.word(reading.first)) and (
        tokens.words[start] == "of"
    ):
        return  # "within 19,000 miles of Earth"
    if modifies:
        subject = subjects.behind(tokens, start + (tokens.words[start] == "-"), lexis)
    elif reading.form is Form.SHARE:
        subject = subjects.behind(tokens, start, lexis, plural=True)  # "one in five children"
    elif tokens.words[start] == "of":
        subject = subjects.behind(tokens, start, lexis)
    elif tokens.words[start] == "in" and reading.dimension is Dimension.MONEY:
        subject = _put_in(tokens, start, lexis)
    else:
        subject = None
    if subject is not None and not subject.unsaid and not tokens.digits(subject.end):
        reading.subject, reading.end = (subject.first, subject.end), subject.end


def _put_in(tokens: Tokens, start: int, lexis: Lexis) -> Subject | None:
    """What a sum is held in: "$12 million in bonds"; not "$12 million in Dover"."""
    phrase = subjects.behind(tokens, start + 1, lexis, plural=True) or subjects.behind(
        tokens, start + 1, lexis
    )
    return None if phrase is None or tokens.capital(phrase.first) else phrase


def _add_counted(tokens: Tokens, reading: Reading, earlier: list[Reading], lexis: Lexis) -> None:
    end = max(reading.end, reading.figure[1])
    if tokens.words[end] == "times" and (
        tokens.words[end + 1] in lexis.cues.after_times or tokens.words[end + 1].endswith("er")
    ):
        reading.dimension, reading.end, reading.rule = Dimension.MULTIPLE, end + 1, "multiple"
        return
    hyphen = tokens.words[end] == "-" and (
        tokens.words[end + 1] in lexis.contexts.hyphenated
        or ("," in tokens.words[end - 1] and tokens.touches(end + 1) and tokens.touches(end))
    )
    if hyphen or _bare_compound(tokens, end, reading, lexis):
        end += hyphen  # "a 12-member panel", "a three course meal"
        subject: Subject | None = Subject(end, end + 1, subjects.in_compound(tokens, end, lexis))
    else:
        fate = tokens.words[end] in lexis.states or tokens.words[end] in lexis.cues.finite
        subject = subjects.state(tokens, end, lexis) if fate else None
        # "A .500 record", "a 3.9 rating": what a broken figure behind an article rates is one.
        single = reading.high == 1 or (
            not is_whole(reading.high) and tokens.word(reading.first - 1) in lexis.cues.articles
        )
        subject = subject or subjects.behind(tokens, end, lexis, plural=not single)
        if subject is None or subject.unsaid:
            subject = subjects.state(tokens, end, lexis) or subject
    subject = subject or _labelled(tokens, reading, lexis)
    if subject is None and _people_unsaid(tokens, reading, earlier, lexis):
        subject = Subject(end, end, True)
    if subject is None:
        ellipsis.carry_over(tokens, reading, earlier, lexis)
        return
    if subject.people and reading.low == reading.high and _thousands(tokens, reading):
        reading.low = reading.high = reading.low * 1000
    reading.person = subject.people
    pronoun = tokens.words[end + 1] if tokens.words[end] == "of" else ""
    if subject.unsaid and pronoun in lexis.cues.neutral_pronouns:
        last = next(
            (r for r in reversed(earlier[-_MEMORY:]) if r.dimension is Dimension.COUNT), None
        )
        reading.person = last is not None and last.person
    if tokens.words[subject.end - 1] in lexis.cues.others and not subject.unsaid:
        reading.person = _others_are_people(tokens, subject, earlier, lexis)
    if not subject.unsaid:
        reading.subject = (subject.first, subject.end)
        reading.end = max(reading.end, subject.end)


def _thousands(tokens: Tokens, reading: Reading) -> bool:
    """ "10.000 people": nobody counts a thousandth of a person, so the point groups digits."""
    first, end = reading.figure
    whole, point, places = tokens.words[first].partition(".")
    return end == first + 1 and bool(point) and len(places) == 3 and whole.lstrip("0") != ""


def _bare_compound(tokens: Tokens, end: int, reading: Reading, lexis: Lexis) -> bool:
    """ "a 12 page document", "a three course meal": the hyphen is left out."""
    word = tokens.words[end]
    if word not in lexis.contexts.hyphenated or word in lexis.states or reading.high == 1:
        return False
    return counted(tokens, end) is None and counted(tokens, end + 1, plural=False) is not None


def _others_are_people(
    tokens: Tokens, subject: Subject, earlier: list[Reading], lexis: Lexis
) -> bool:
    """ "Others" are of the sort counted before; with nothing before, their fate tells."""
    last = next((r for r in reversed(earlier[-_MEMORY:]) if r.dimension is Dimension.COUNT), None)
    return subjects.state(tokens, subject.end, lexis) is not None if last is None else last.person


def _toll(tokens: Tokens, first: int, lexis: Lexis) -> bool:
    """ "The death toll rose to 61", "the victims number 59": what is counted stands before."""
    for index in range(first - 1, max(-1, first - 1 - _TOLL_WINDOW), -1):
        word = tokens.words[index]
        if word in lexis.cues.tolls:
            return True
        if word in lexis.states and tokens.words[index - 2 : index] == ["number", "of"]:
            return True
        if word == "number":  # "the number of people killed is put at 300"
            told = tokens.words[index + 1 : first]
            return any(w in lexis.states or subjects.is_person(w, lexis) for w in told)
        if tokens.digits(index) or word in lexis.cues.toll_breaks:
            return False
    return False


def _labelled(tokens: Tokens, reading: Reading, lexis: Lexis) -> Subject | None:
    """What a line of a list counts: "Fatalities: 14", "Injured: 30"."""
    label = reading.first - 2
    word = tokens.word(label)
    if tokens.word(reading.first - 1) != ":" or not is_whole(reading.low):
        return None
    people = word in lexis.cues.tolls or word in lexis.states or subjects.is_person(word, lexis)
    return Subject(label, label + 1, True) if people else None


def _people_unsaid(tokens: Tokens, reading: Reading, earlier: list[Reading], lexis: Lexis) -> bool:
    """Whether a figure without a noun counts people: after "wounding", or the ones just counted.

    "Of the 53 wounded, 12 remain in hospital": both are people.
    """
    if not is_whole(reading.low):
        return False
    if subjects.fate_before(tokens, reading.first, lexis) or _toll(tokens, reading.first, lexis):
        return True
    if (
        tokens.word(reading.first - 1) == "of"
        and tokens.word(reading.first - 2) in lexis.cues.families
    ):
        return True
    if tokens.words[reading.figure[1]] in lexis.cues.after_crew or tokens.words[
        reading.figure[1] : reading.figure[1] + 2
    ] == ["on", "board"]:
        return True
    after = tokens.words[reading.figure[1]]
    goes_on = after in lexis.cues.after_people_unsaid
    last = next(
        (
            r
            for r in reversed(earlier[-_MEMORY:])
            if r.dimension not in {Dimension.AGE, Dimension.DURATION}
        ),
        None,
    )
    return goes_on and last is not None and last.person
