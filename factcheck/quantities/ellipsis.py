"""Units and nouns that news leaves out beside a second figure: "40 stalls last year, 27 now"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.models import Dimension
from factcheck.quantities.amounts import Form
from factcheck.quantities.lexicon import QuantityLexicon
from factcheck.quantities.measures import unit_behind
from factcheck.quantities.parsed import ParsedQuantity
from factcheck.quantities.subjects import is_person
from factcheck.text.phrases import counted_phrase
from factcheck.text.tokens import Tokens

_MEMORY = 6
_LONGEST_CONTRAST = 24
_LEVELS = frozenset({"at", "to"})
_LONGEST_AGAIN = 6  # tokens: ", or 1.4 percent, to"
_LEAST_RATIO, _GREATEST_RATIO = Decimal("0.1"), Decimal(10)
_CARRIED = frozenset(Dimension) - {
    Dimension.AGE, Dimension.ORDINAL, Dimension.SCORE, Dimension.MAGNITUDE, Dimension.MULTIPLE,
}  # fmt: skip
# "5 and 6 tonnes", "20 x 30 metres", "10 by 12 feet", "7- and 8-inch screens".
_COORDINATED = (["and"], ["x"], ["×"], ["*"], ["by"], ["or"], [","])
_TIED = (["-", "and"], ["-", "or"], ["-", ","], ["-", ",", "and"], ["-", ",", "or"])
_COMPARED = (["compared", "with"], ["compared", "to"], ["versus"], ["against"])


def carry_over(
    tokens: Tokens, parsed: ParsedQuantity, earlier: list[ParsedQuantity], lexicon: QuantityLexicon
) -> None:
    """Give a bare figure the unit or noun of the one it is set against, which news leaves out.

    "The index added 31 points to 2,210", "40 stalls in the north and 27 in the south", "the
    dearest ticket is 80 cents and the cheapest is 55". The two are of one order of magnitude,
    and no noun of its own follows the second.
    """
    if parsed.form is not Form.DIGITS or not earlier:
        return
    if "AFTER_LEFT_OUT" not in tokens.classes[parsed.number[1]]:
        return
    last = _set_beside(tokens, parsed, earlier, lexicon)
    if last is None:
        return
    between = tokens.words[last.end : parsed.first]
    if not (between == ["to"] or _is_level(tokens, last.end, parsed.first, last)) and not (
        _set_against(tokens, last.end, parsed.first, lexicon) and _alike(last, parsed)
    ):
        return
    parsed.unit, parsed.dimension, parsed.person = last.unit, last.dimension, last.person
    parsed.subject = last.subject
    if last.dimension is Dimension.RATE:
        parsed.dimension = Dimension.COUNT  # its own period follows, or none


def _set_beside(
    tokens: Tokens, parsed: ParsedQuantity, earlier: list[ParsedQuantity], lexicon: QuantityLexicon
) -> ParsedQuantity | None:
    """The figure with a unit or a noun that a bare one is set beside.

    What a level is set beside is a level: "A rose to 40 points, while B gained 2% to end at
    31". The second writing of a sum in parentheses is passed over.
    """
    before, change = tokens.word(parsed.first - 1), tokens.word(parsed.first - 2)
    if _is_level(tokens, earlier[-1].end, parsed.first, earlier[-1]):
        return earlier[-1]
    if before == "at" and earlier[-1].dimension is not Dimension.PERCENT:
        return None  # "sold 12 paintings and opened at 9"
    for last in reversed(earlier[-_MEMORY:]):
        if last.elsewhere:
            return None
        share = last.dimension is Dimension.PERCENT
        if (
            share
            and "BEFORE_LEVEL" in tokens.classes[parsed.first - 1]
            and tokens.word(last.first - 1) != "from"
        ):
            continue
        if (last.unit is None and last.subject is None) or tokens.word(last.first - 1) == "(":
            continue
        if before == "by" and (last.unit is None or change not in lexicon.changes):
            return None  # "cost 30 euros and was closed by 10"
        return last if last.dimension in _CARRIED else None
    return None


def _is_level(tokens: Tokens, start: int, end: int, moved: ParsedQuantity) -> bool:
    """Whether a figure at token `end` is the level that a change led to, which has the unit of the
    change: "was up 31 points at 2,210", "fell 31 points, or 1.4%, to 2,210", "lost 31 points to
    close at 2,210". A share alone has no level."""
    if moved.change is None or moved.unit is None or moved.dimension is Dimension.PERCENT:
        return False
    level = tokens.word(end - 1)
    if level == "at" and end - start > 1 and "CLOSING" in tokens.classes[end - 2]:
        end -= 1
        while end - start > 1 and "BEFORE_CLOSING" in tokens.classes[end - 2]:
            end -= 1
    between = [*tokens.words[start : end - 1], level]
    again = between[:1] == ["("] or between[:2] == [",", "or"]
    return between == ["at"] or (again and len(between) <= _LONGEST_AGAIN and level in _LEVELS)


def _set_against(tokens: Tokens, start: int, end: int, lexicon: QuantityLexicon) -> bool:
    """Whether the words between two figures, from token `start` to before `end`, set the second
    against the first."""
    return (
        0 < end - start <= _LONGEST_CONTRAST
        and (
            "BEFORE_LEFT_OUT" in tokens.classes[end - 1] or tokens.words[end - 1] in lexicon.changes
        )
        and any("CONTRASTS" in classes for classes in tokens.classes[start:end])
        and {";", ":"}.isdisjoint(tokens.words[start:end])
    )


def _alike(one: ParsedQuantity, other: ParsedQuantity) -> bool:
    """Whether two figures are within one order of magnitude."""
    return one.high > 0 and _LEAST_RATIO <= other.high / one.high <= _GREATEST_RATIO


def take_from_before(tokens: Tokens, parsed: ParsedQuantity, lexicon: QuantityLexicon) -> None:
    """Complete "a day or two", "another crate or two" to a couple of the noun before the "or"."""
    noun = parsed.first - 2
    if (
        parsed.low != 2
        or parsed.unit is not None
        or "BEFORE_OR_TWO" not in tokens.classes[noun - 1]
        or tokens.word(noun + 1) != "or"
        or counted_phrase(tokens, parsed.end) is not None  # "a boy or two girls"
    ):
        return
    named = unit_behind(tokens, noun, Decimal(1), lexicon, digits=False)
    if named is not None and named.end == noun + 1:
        parsed.unit, parsed.dimension = named.unit, named.unit.dimension
    elif tokens.word(noun).isalpha():
        parsed.subject = (noun, noun + 1)
        parsed.person = is_person(tokens.word(noun), lexicon)
    else:
        return
    parsed.first, parsed.form = noun - 1, Form.COUPLE


def _moved_to_there(between: list[str], moved: ParsedQuantity) -> bool:
    """Whether a change explains the level before it: "closed at 2,210, up 31 points"."""
    level = moved.unit is not None and moved.dimension is not Dimension.PERCENT
    return level and moved.change is not None and len(between) == 2 and between[0] == ","


def carry_back(tokens: Tokens, before: ParsedQuantity, parsed: ParsedQuantity) -> None:
    """Give a bare figure the noun or unit that stands once, behind the second of a pair.

    "The crew shrank from 40 to 25 sailors", "output rose to 900 from 850 tonnes".
    """
    bare = before.subject is None and before.unit is None and not before.person
    if not bare or before.dimension is not Dimension.COUNT:
        return
    lead, between = tokens.word(before.first - 1), tokens.words[before.end : parsed.first]
    if between in _TIED and tokens.touches(before.end) and parsed.high <= 100:
        before.subject, before.person = parsed.subject, parsed.person  # "5- and 8-year-old sons"
        before.unit, before.dimension = parsed.unit, parsed.dimension
        return
    if parsed.dimension not in _CARRIED:
        return
    if between in _COORDINATED and parsed.unit is not None and _alike(parsed, before):
        before.unit, before.dimension = parsed.unit, parsed.dimension
        return
    if lead in _LEVELS and _moved_to_there(between, parsed):
        before.unit, before.dimension = parsed.unit, parsed.dimension
        return
    paired = (lead, between) in (("from", ["to"]), ("to", ["from"])) or between in _COMPARED
    if paired and _alike(parsed, before):
        before.subject, before.person = parsed.subject, parsed.person
        before.unit, before.dimension = parsed.unit, parsed.dimension
