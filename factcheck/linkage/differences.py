"""The slots in which two claims with differing answers differ.

A slot that only one text fills is open and no difference.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.linkage.compare import (
    counts_people,
    holders_differ,
    is_part,
    listed,
    may_be,
)
from factcheck.linkage.contrast import contrasts
from factcheck.linkage.days import both_longer, gap_in_days
from factcheck.linkage.distances import (
    is_one_measure,
    one_origin,
    one_way,
    swapped,
    two_ways,
)
from factcheck.linkage.evidence import Difference
from factcheck.linkage.features import Features
from factcheck.linkage.figures import (
    dimension_of,
    in_order,
    one_dimension,
    only_larger_counts,
    set_against,
)
from factcheck.linkage.happenings import (
    dates_another_figure,
    differing_happenings,
    is_only_a_limit,
)
from factcheck.linkage.model import comparison
from factcheck.linkage.names import names_differ, sentences_name_others, two_people
from factcheck.linkage.spelling import shared_names
from factcheck.linkage.synonyms import opposed, synonyms
from factcheck.models import AsOf, Dimension, Period, Scope, Status


def differences(left: Features, right: Features) -> Iterator[Difference]:
    """The slots in which the two differ; those that take longest to compare come last."""
    if left.supposed != right.supposed:
        yield Difference("status", "one is only supposed", asked=True)
    if left.ahead != right.ahead:
        yield Difference("outlook", "one is planned or forecast", asked=True)
    if left.figure and _is_less_certain(left, right):
        yield Difference("certainty", "one is only feared or presumed", asked=True)
    if left.earlier != right.earlier:
        hard = left.figure is not None and _of_two_times(left, right)
        yield Difference("earlier", "one is of an earlier time", hard)
    if left.figure is not None:
        yield from _other_attribute(left, right)
        yield from _other_bearer(left, right)
        yield from _other_way(left, right)
        yield from _other_scope(left, right)
        yield from _other_occasion(left, right)
    else:
        yield from differing_happenings(left, right)
    if one_way(left, right):
        return  # its ends are compared as such: "east of Kenya", "off the Kenyan coast"
    for one, other in contrasts(left.content, right.content):
        yield Difference("contrast", f"“{one}” in place of “{other}”", hard=True)
    if names_differ(left, right):
        names = listed(left.clause_names), listed(right.clause_names)
        yield Difference("names", f"of {names[0]} and of {names[1]}", hard=True)
    elif left.figure is not None and sentences_name_others(left, right):
        yield Difference("sentence_names", "each sentence has other names")


def _is_less_certain(left: Features, right: Features) -> bool:
    """Whether only one of two figures is feared or presumed. An estimate that is withdrawn was
    one, whatever stands in its place: "not the 250 that might have burned, but 50"."""
    one, other = left.claim, right.claim
    withdrawn = (
        Status.RETRACTED in (one.status, other.status) and one.article_id == other.article_id
    )
    return one.question.presumed != other.question.presumed and not withdrawn


def are_two(left: Features, right: Features) -> bool:
    """Whether one of the commonest hard differences excludes one question."""
    times = left.figure is not None and _of_two_times(left, right)
    return times or are_two_at_a_look(left, right)


def are_two_at_a_look(left: Features, right: Features) -> bool:
    """Whether a hard difference that is quick to see excludes one question: another kind or noun,
    or a day that only bounds its event. Each is among the pair's `differences` too."""
    if left.figure is None:
        return is_only_a_limit(left, right)
    return _exclude(left, right) or _of_two_things(left, right)


def _of_two_times(left: Features, right: Features) -> bool:
    """Whether the words of only one of two figures set it in an earlier time: "a year before". A
    day of long ago does not: a report that leaves it out leaves it open. A depth does not change,
    so its time is ignored."""
    one, other = left.claim.question, right.claim.question
    return one.earlier != other.earlier and not is_one_measure(left, right)


def _of_two_things(left: Features, right: Features) -> bool:
    """Whether two counted nouns exclude one count: boats and crates."""
    if not _of_two_nouns(left, right) or (counts_people(left) and counts_people(right)):
        return False
    return left.broader != right.head and right.broader != left.head


def _of_two_nouns(left: Features, right: Features) -> bool:
    """Whether two counts or rates have different head nouns, of which neither modifies the
    other."""
    if not left.head or not right.head or left.head == right.head:
        return False
    related = left.head in right.modifiers or right.head in left.modifiers
    return not related and one_dimension(left, right) in (Dimension.COUNT, Dimension.RATE)


def _other_attribute(left: Features, right: Features) -> Iterator[Difference]:
    """Differences in the attribute of those counted: kind, predicate, role, rate, dimension."""
    one, other = left.claim, right.claim
    if (excluded := _exclude(left, right)) or _leaves_open(left, right):
        kinds = f"{_kind_name(one.kind)} beside {_kind_name(other.kind)}"
        yield Difference("kind", kinds, excluded, asked=not excluded)
    question = (left.is_the_question and one.kind == other.kind) or is_one_measure(left, right)
    age = one_dimension(left, right) is Dimension.AGE
    # Who has died was of that age when he died: "died at 54", "she was 57".
    died = {left.predicate, right.predicate} == {None, synonyms().verb("die")}
    if age and left.predicate != right.predicate and not died:
        yield Difference("kind", "ages at two times", hard=True)
    elif left.predicate and right.predicate and not question:
        if left.predicate == right.predicate:
            if one.question.patient != other.question.patient:
                yield Difference("role", f"one does, one suffers: “{left.predicate}”", hard=True)
        elif not (
            left.predicate in right.clause
            or right.predicate in left.clause
            or left.frames & right.frames
        ):
            yield Difference("predicate", f"“{left.predicate}” here, “{right.predicate}” there")
    if one.quantity and other.quantity:
        if (one.quantity.per is None) != (other.quantity.per is None):
            yield Difference("per", "one is a rate", hard=True)
        if one.quantity.dimension != other.quantity.dimension and not _tallies(left, right):
            yield Difference("kind", "they measure in two ways", hard=True)


def _exclude(left: Features, right: Features) -> bool:
    """Whether the kinds of two figures exclude one question: who died was not injured."""
    one, other = left.claim.kind, right.claim.kind
    if one == other or _tallies(left, right):
        return False
    if left.plain and right.plain:
        return True
    if left.open or right.open:
        return False
    return one not in right.may_be and other not in left.may_be


def _leaves_open(left: Features, right: Features) -> bool:
    """Whether only one of two kinds tells what happened to those counted, in another clause than
    the other's: "40 people were hurt", "40 officers were on duty"."""
    if left.open == right.open or left.claim.kind == right.claim.kind or _tallies(left, right):
        return False
    return not may_be(*((left, right) if left.open else (right, left)))


def _tallies(left: Features, right: Features) -> bool:
    """Whether a score and a count are of one vote: "passed 54 to 41", "54 votes"."""
    if left.head is None or left.head != right.head:
        return False
    return {dimension_of(left), dimension_of(right)} == {Dimension.COUNT, Dimension.SCORE}


def _other_bearer(left: Features, right: Features) -> Iterator[Difference]:
    """Differences in the bearer of the figures: counted noun, measured noun, modifiers, names."""
    people = counts_people(left) and counts_people(right)
    if _of_two_nouns(left, right) and not (people and (left.generic or right.generic)):
        hard = _of_two_things(left, right)
        yield Difference("head", f"“{left.head}” here, “{right.head}” there", hard)
    did_it = {left.perpetrators, right.perpetrators}
    if len(did_it) == 2 and None not in did_it:
        yield Difference("head", "those who did it beside those who suffered it", hard=True)
    one_sort = left.measured_frames & right.measured_frames
    named = [one.measured_head in one.names for one in (left, right)]
    unnamed = (
        one_sort
        or (one_dimension(left, right) is Dimension.AGE and (left.anybodys or right.anybodys))
        # "Hale lies 9 miles from Orrin", "the village, 12 miles from Orrin"
        or (one_way(left, right) and (named[0] != named[1] or swapped(left, right)))
    )
    if left.measured and right.measured and not left.measured & right.measured and not unnamed:
        reason = f"“{left.measured_head}” here, “{right.measured_head}” there"
        asked = one_way(left, right)  # "the mill" and "the school", each so far from Orrin
        yield Difference("measured", reason, holders_differ(left, right), asked)
    if left.modifiers and right.modifiers:
        if not left.modifiers & right.modifiers:
            sides = _opposed(left.modifiers, right.modifiers)
            yield Difference("modifiers", sides or "each counts a different sort", bool(sides))
    elif smaller_is_of_a_sort(left, right):
        yield Difference("modifiers", _modifier_difference(left, right), left.is_the_question)
    if sorts := _opposed(_beside(left), _beside(right)):
        yield Difference("sorts", sorts, asked=True)
    if two := two_people(left, right):
        yield Difference("names", two, hard=True)
    for one, other in ((left, right), (right, left)):
        foreign = one.foreign - one.origin if one_way(one, other) else one.foreign
        shared = foreign & other.around  # "Brunswick Nuclear Plant", "six nuclear plants"
        if foreign and not shared and not shared_names(foreign, other.names | other.themes):
            yield Difference("foreign", f"only one mentions {listed(foreign)}")
            return


def _beside(one: Features) -> frozenset[str]:
    """The words of a sentence that have an opposite, but for its place and direction, with the noun
    that its figure counts: "18 crew"."""
    known, subject = opposed(), (one.claim.subject or "").lower()
    words = (one.around & known) - one.place - {one.bearing}
    return words | {subject} if subject in known else words


def _other_way(left: Features, right: Features) -> Iterator[Difference]:
    """Differences of two distances: in their origin and in their other end."""
    if swapped(left, right):
        return
    if one_origin(left, right) is False:
        ends = listed(left.origin_names), listed(right.origin_names)
        yield Difference("origin", f"from {ends[0]} and from {ends[1]}", hard=True)
    elif two_ways(left, right):
        yield Difference("origin", f"{left.bearing} and {right.bearing}", hard=True)


def _modifier_difference(left: Features, right: Features) -> str:
    """The difference of two counts of which only one has a modifier, in words: "“navy” only beside
    the smaller figure"."""
    return f"{listed(left.modifiers or right.modifiers)} only beside the smaller figure"


def smaller_is_of_a_sort(left: Features, right: Features) -> bool:
    """Whether the smaller of two counts has a modifier that the report of the larger lacks: "four
    counts of fraud", "18 counts". Both can be right. "75,000 homes in Brayland" has what restricts
    "9,000 Brayland homes"."""
    if one_dimension(left, right) is not Dimension.COUNT:
        return False
    if bool(left.modifiers) == bool(right.modifiers):
        return False
    ordered = in_order(left, right)
    if ordered is None:
        return False
    smaller, larger = ordered
    return not smaller.modifiers <= larger.around


def _other_scope(left: Features, right: Features) -> Iterator[Difference]:
    """Differences in scope: how much of a whole is counted, and in which place."""
    parts = is_part(left) != is_part(right) and (left.whole is None or left.whole != right.whole)
    if parts and not _drawn_from_one_set(left, right):
        yield Difference("part", "a part beside a whole", hard=True)
    of_a_part = right.claim.kind in left.part_kinds or left.claim.kind in right.part_kinds
    if of_a_part and not (left.plain and right.plain):
        yield Difference("part", "the whole of which it is a part", hard=True)
    generic = (left.generic or right.generic) and left.head != right.head
    if left.one_of_sorts != right.one_of_sorts and generic:
        yield Difference("part", "one of several sorts beside all of them", hard=True)
    if left.whole and right.whole and left.whole != right.whole:
        yield Difference("whole", f"some of the “{left.whole}” and some of the “{right.whole}”")
    split = left.takes_in & right.leaves_out or left.leaves_out & right.takes_in
    if split:
        yield Difference("part", f"only one counts the {listed(split)}", hard=True)
    elif besides := only_larger_counts(left, right):
        yield Difference("part", f"only the larger counts the {listed(besides)}", hard=True)
    others = [one.claim.scope is Scope.OTHERS for one in (left, right)]
    if others[0] != others[1]:
        yield Difference("others", "only one is stated in addition to a first figure", hard=True)
    if left.place and right.place and not shared_names(left.place, right.place):
        yield Difference("place", "different places")
    elif sides := _opposed(left.place, right.place):
        yield Difference("place", sides, hard=True)
    counts = one_dimension(left, right) is Dimension.COUNT and counts_people(left)
    if counts and not (left.total and right.total) and not _sets_against(left, right):
        yield Difference("total", "one article gives a larger figure too")


def _sets_against(left: Features, right: Features) -> bool:
    """Whether one article sets the two figures against each other, in its headline, by two speakers
    or as a change: there one of them is always the larger."""
    return left.claim.article_id == right.claim.article_id and set_against(left, right)


def _drawn_from_one_set(left: Features, right: Features) -> bool:
    """Whether a part is only stated with the set that it is drawn from, and both claims have one
    predicate of one noun: "shot dead four of the raiders", "five raiders shot dead"."""
    part = left if is_part(left) else right
    alike = left.head is not None and left.head == right.head and left.predicate == right.predicate
    return alike and left.predicate is not None and part.drawn


def _opposed(left: frozenset[str], right: frozenset[str]) -> str:
    """The words that distinguish two places of one name: "Upper Tarn", "Lower Tarn"."""
    if not left or not right:
        return ""
    for sort in synonyms().opposites:
        one, other = left & sort, right & sort
        if one and other and one.isdisjoint(other):
            return f"{listed(one)} and {listed(other)}"
    return ""


def _other_occasion(left: Features, right: Features) -> Iterator[Difference]:
    """Differences in time: days, periods, two nights' arrests, events too far from each other."""
    periods = left.claim.reference, right.claim.reference
    daily = one_dimension(left, right) is Dimension.TEMPERATURE
    if daily and gap_in_days(_stated_day(left), _stated_day(right)):
        yield Difference("days", "of two days", hard=True)
        return
    gap = gap_in_days(left.day, right.day)
    coarse = both_longer(left.claim.when, right.claim.when, comparison().week)
    if (gap and coarse) or gap_in_days(*periods):
        yield Difference("period", "of two periods", hard=True)
        return
    if left.another != right.another:
        yield Difference("times", "only one is of another event", asked=True)
    tolls = left.is_the_question and right.is_the_question and left.rises and right.rises
    if tolls and (periods[0] is None) != (periods[1] is None):
        # "1,500 have drowned since January", beside the toll of a boat
        yield Difference("period", "only one is of a longer period", hard=True)
        return
    if gap is None or gap == 0:
        return
    if gap > comparison().one_event:
        yield Difference("times", "different times", hard=True)
        return
    dated = left.claim.question.dated and right.claim.question.dated
    changed = any(one.claim.phase or one.claim.change for one in (left, right))
    if not changed and (dated or not left.moves):
        # "arrested 22 on Monday night", "arrested 57 on Tuesday night": two nights' arrests
        yield Difference("days", "different days", hard=dated and left.rises)


def _stated_day(one: Features) -> Period | None:
    """The day that a text states for a figure of its day, like a temperature; else `None`."""
    stated = one.claim.when is None and one.claim.as_of_by is not AsOf.PRINTED
    return one.claim.as_of if stated else one.claim.when


def of_two_happenings(left: Features, right: Features) -> bool:
    """Whether two equal answers are of two events. Two days are, in parallel sentences with other
    figures and another participant in the same place: "the mayor sold 200 shares on Monday", "the
    treasurer sold 1,500 shares on Monday". So are two outcomes: "11 died", "11 were rescued"."""
    if left.figure is not None:
        return left.outcome and right.outcome and _exclude(left, right)
    return dates_another_figure(left, right) and bool(contrasts(left.content, right.content))


def _kind_name(kind: str) -> str:
    """The name of a kind in words."""
    return kind.replace("_", " ")
