"""What the figure of a reading counts: its noun, a measure's "of", or people left unsaid."""

from __future__ import annotations

from factcheck.models import Dimension
from factcheck.quantities import ellipsis, subjects
from factcheck.quantities.amounts import Form, is_whole
from factcheck.quantities.lexicon import QuantityLexicon
from factcheck.quantities.parsed import ParsedQuantity
from factcheck.quantities.subjects import Subject
from factcheck.text.phrases import counted_phrase
from factcheck.text.tokens import Tokens

_MEMORY = 6
_TOLL_WINDOW = 9


def add_subject(
    tokens: Tokens,
    parsed: ParsedQuantity,
    modifies: bool,
    earlier: list[ParsedQuantity],
    lexicon: QuantityLexicon,
) -> None:
    """Add what a quantity counts or measures, and extend its span over these words."""
    if parsed.subject is not None:
        return  # "another crate or two"
    if parsed.dimension is Dimension.COUNT:
        _add_counted(tokens, parsed, earlier, lexicon)
        return
    start = parsed.end
    if "within" in (tokens.word(parsed.first - 1), tokens.word(parsed.first)) and (
        tokens.words[start] == "of"
    ):
        return  # "within 19,000 miles of Earth"
    if modifies:
        subject = subjects.behind(tokens, start + (tokens.words[start] == "-"), lexicon)
    elif parsed.form is Form.SHARE:
        subject = subjects.behind(tokens, start, lexicon, plural=True)  # "one in five children"
    elif tokens.words[start] == "of":
        subject = subjects.behind(tokens, start, lexicon)
    elif tokens.words[start] == "in" and parsed.dimension is Dimension.MONEY:
        subject = _held_in(tokens, start, lexicon)
    else:
        subject = None
    if subject is not None and not subject.unsaid and not tokens.digits(subject.end):
        parsed.subject, parsed.end = (subject.first, subject.end), subject.end


def _held_in(tokens: Tokens, start: int, lexicon: QuantityLexicon) -> Subject | None:
    """The noun for what a sum is held in: "$12 million in bonds"; not "$12 million in Dover"."""
    phrase = subjects.behind(tokens, start + 1, lexicon, plural=True) or subjects.behind(
        tokens, start + 1, lexicon
    )
    return None if phrase is None or tokens.capital(phrase.first) else phrase


def _add_counted(
    tokens: Tokens, parsed: ParsedQuantity, earlier: list[ParsedQuantity], lexicon: QuantityLexicon
) -> None:
    """Add what a bare count counts: a noun, people left unsaid, or what a figure before it
    counted."""
    end = max(parsed.end, parsed.number[1])
    if _is_multiple(tokens, end, lexicon):
        parsed.dimension, parsed.end, parsed.rule = Dimension.MULTIPLE, end + 1, "multiple"
        return
    hyphen = tokens.words[end] == "-" and (
        tokens.words[end + 1] in lexicon.contexts.hyphenated
        or ("," in tokens.words[end - 1] and tokens.touches(end + 1) and tokens.touches(end))
    )
    if hyphen or _is_bare_compound(tokens, end, parsed, lexicon):
        end += hyphen  # "a 12-member panel", "a three course meal"
        subject: Subject | None = _in_compound(tokens, end, lexicon)
    else:
        outcome = tokens.words[end] in lexicon.states or "FINITE" in tokens.classes[end]
        subject = subjects.state(tokens, end, lexicon) if outcome else None
        # "A .500 record", "a 3.9 rating": what a broken figure behind an article rates is one.
        single = parsed.high == 1 or (
            not is_whole(parsed.high) and "ARTICLES" in tokens.classes[parsed.first - 1]
        )
        subject = subject or subjects.behind(tokens, end, lexicon, plural=not single)
        if subject is None or subject.unsaid:
            subject = subjects.state(tokens, end, lexicon) or subject
    subject = subject or _labelled(tokens, parsed, lexicon)
    if subject is None and _counts_people_unsaid(tokens, parsed, earlier, lexicon):
        subject = Subject(end, end, True)
    if subject is None:
        ellipsis.carry_over(tokens, parsed, earlier, lexicon)
        return
    if subject.people and parsed.low == parsed.high and _groups_thousands(tokens, parsed):
        parsed.low = parsed.high = parsed.low * 1000
    parsed.person = subject.people
    pronoun = tokens.words[end] == "of" and "NEUTRAL_PRONOUNS" in tokens.classes[end + 1]
    if subject.unsaid and pronoun:
        last = next(
            (r for r in reversed(earlier[-_MEMORY:]) if r.dimension is Dimension.COUNT), None
        )
        parsed.person = last is not None and last.person
    if "OTHERS" in tokens.classes[subject.end - 1] and not subject.unsaid:
        parsed.person = _others_are_people(tokens, subject, earlier, lexicon)
    if not subject.unsaid:
        parsed.subject = (subject.first, subject.end)
        parsed.end = max(parsed.end, subject.end)


def _in_compound(tokens: Tokens, end: int, lexicon: QuantityLexicon) -> Subject:
    """The noun of a compound with a figure: "a 12-[member] panel"; of "the 12,000-strong [crowd]",
    what is so strong."""
    people = subjects.in_compound(tokens, end, lexicon)
    strong = tokens.words[end] == "strong"
    phrase = counted_phrase(tokens, end + 1, plural=False) if strong else None
    return (
        Subject(end, end + 1, people)
        if phrase is None
        else Subject(phrase.first, phrase.end, people)
    )


def _is_multiple(tokens: Tokens, end: int, lexicon: QuantityLexicon) -> bool:
    """Whether a figure multiplies what follows: "15 times earnings", "three times larger", "12.5x
    sales"; not "20x30 metres"."""
    word, after = tokens.words[end : end + 2]
    if word == "x":
        return tokens.touches(end) and not tokens.digits(end + 1)
    return word == "times" and ("AFTER_TIMES" in tokens.classes[end + 1] or after.endswith("er"))


def _groups_thousands(tokens: Tokens, parsed: ParsedQuantity) -> bool:
    """Whether the point of a figure groups digits: "10.000 people", since nobody counts a
    thousandth of a person."""
    first, end = parsed.number
    whole, point, places = tokens.words[first].partition(".")
    return end == first + 1 and bool(point) and len(places) == 3 and whole.lstrip("0") != ""


def _is_bare_compound(
    tokens: Tokens, end: int, parsed: ParsedQuantity, lexicon: QuantityLexicon
) -> bool:
    """Whether a figure and the word behind form a compound without its hyphen: "a 12 page
    document", "a three course meal"."""
    word = tokens.words[end]
    if word not in lexicon.contexts.hyphenated or word in lexicon.states or parsed.high == 1:
        return False
    return (
        counted_phrase(tokens, end) is None
        and counted_phrase(tokens, end + 1, plural=False) is not None
    )


def _others_are_people(
    tokens: Tokens, subject: Subject, earlier: list[ParsedQuantity], lexicon: QuantityLexicon
) -> bool:
    """Whether "others" are people: as what was counted before them is; with nothing before, where
    an outcome of people follows."""
    last = next((r for r in reversed(earlier[-_MEMORY:]) if r.dimension is Dimension.COUNT), None)
    return subjects.state(tokens, subject.end, lexicon) is not None if last is None else last.person


def _is_toll(tokens: Tokens, first: int, lexicon: QuantityLexicon) -> bool:
    """Whether a word for a toll before the figure says that it counts people: "The death toll rose
    to 61", "the victims number 59"."""
    for index in range(first - 1, max(-1, first - 1 - _TOLL_WINDOW), -1):
        word = tokens.words[index]
        if "TOLLS" in tokens.classes[index]:
            return True
        if word == "number":  # "the number of people killed is put at 300"
            between = tokens.words[index + 1 : first]
            return any(w in lexicon.states or subjects.is_person(w, lexicon) for w in between)
        if tokens.digits(index) or "TOLL_BREAKS" in tokens.classes[index]:
            return False
    return False


def _labelled(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> Subject | None:
    """The label that says what a line of a list counts: "Fatalities: 14", "Injured: 30"."""
    label = parsed.first - 2
    word = tokens.word(label)
    if tokens.word(parsed.first - 1) != ":" or not is_whole(parsed.low):
        return None
    people = (
        "TOLLS" in tokens.classes[label]
        or word in lexicon.states
        or subjects.is_person(word, lexicon)
    )
    return Subject(label, label + 1, True) if people else None


def _counts_people_unsaid(
    tokens: Tokens, parsed: ParsedQuantity, earlier: list[ParsedQuantity], lexicon: QuantityLexicon
) -> bool:
    """Whether a figure without a noun counts people: after "wounding", or the ones just counted.

    "Of the 53 wounded, 12 remain in hospital": both are people.
    """
    if not is_whole(parsed.low):
        return False
    if subjects.outcome_before(tokens, parsed.first, lexicon) or _is_toll(
        tokens, parsed.first, lexicon
    ):
        return True
    if lexicon.fit("crew", tokens, parsed.first, parsed.number[1]):
        return True
    goes_on = "AFTER_PEOPLE_UNSAID" in tokens.classes[parsed.number[1]]
    last = next(
        (
            r
            for r in reversed(earlier[-_MEMORY:])
            if r.dimension not in {Dimension.AGE, Dimension.DURATION}
        ),
        None,
    )
    return goes_on and last is not None and last.person
