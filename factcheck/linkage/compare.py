"""Compare two claims slot by slot: the levels that their pair reaches.

Each slot of the question (attribute, bearer, occasion, scope) and the wording around it gives
levels: same, related, unknown, different. A level has an amount, mostly 1; words weigh by how
rare they are, and an equal figure by how improbable the coincidence is. The weights of levels
are in `model.json`, which `training/linking.py` writes; there are none here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import fsum, log2

from factcheck.kinds import EventTime
from factcheck.linkage.answer_relation import AnswerRelation, answers_of, of_one_sort
from factcheck.linkage.contrast import contrasts
from factcheck.linkage.days import gap_in_days, length_in_days
from factcheck.linkage.distances import is_one_measure, one_origin
from factcheck.linkage.evidence import Level
from factcheck.linkage.features import Features, WordWeights
from factcheck.linkage.figures import coincidence, dimension_of, one_dimension, shared_figure
from factcheck.linkage.model import comparison
from factcheck.linkage.names import names_differ
from factcheck.linkage.spelling import shared_names
from factcheck.models import Dimension, Scope


def levels(
    left: Features, right: Features, words: WordWeights, contrasting: bool = True
) -> Iterator[Level]:
    """Every level that a pair with one blocking key reaches, in the order of the slots. A contrast
    is not looked for where the pair is known not to be `contrasting`."""
    yield from _answer(left, right)
    if left.figure is not None:
        yield from _kind(left, right)
        yield from _counted(left, right, words)
        yield from _measured(left, right, words)
        yield from _scope(left, right)
    else:
        yield from _coarseness(left, right)
    yield from _predicate(left, right, words)
    yield from _participants(left, right, words)
    yield from _occasion(left, right)
    yield from _shared_words(left, right, words)
    if contrasting:
        yield from _contrast(left, right)
    yield from _place_in_text(left, right)


def rarity(shared: Iterable[str], words: WordWeights) -> float:
    """The bits that some words carry together, whatever order a set gives them in: a sum of floats
    depends on it, and two runs would round a weight two ways."""
    rare = comparison().rare
    return fsum([min(words[word], rare) for word in shared])


def _rarity_of_all(bag: frozenset[str], words: WordWeights) -> float:
    """The bits of all words of a claim, which each of its pairs asks for."""
    if bag not in words.of_bag:
        words.of_bag[bag] = rarity(bag, words)
    return words.of_bag[bag]


def _evidence_of_word(bits: float) -> float:
    """The evidence of a single word, from 0 to 1."""
    rare = comparison().rare
    return min(bits, rare) / rare


def _evidence(shared: Iterable[str], words: WordWeights) -> float:
    """The evidence of some shared words, from 0 to 1."""
    much = comparison().much
    return min(rarity(shared, words), much) / much


def _answer(left: Features, right: Features) -> Iterator[Level]:
    """Levels for how well the two answers agree, and how improbable that is by chance."""
    relation = answers_of(left, right)
    if relation in (AnswerRelation.NEAR, AnswerRelation.ROOM):
        yield Level(relation.value, 1.0, "both answers can be true")
    if left.figure is not None and right.figure is not None:
        bits = min(
            coincidence(one.figure, dimension_of(one)) for one in (left, right) if one.figure
        )
        yield Level("coincidence", bits / comparison().much, "so exact an answer is seldom chance")
        if "vague" in {one.answer.hedge for one in (left, right) if one.answer}:
            yield Level("vague", 1.0, "a vague word fits much")
        dimension = one_dimension(left, right)
        if dimension is not Dimension.COUNT:
            yield Level(f"of_{dimension.value}", 1.0, "")
    elif isinstance(left.claim, EventTime):
        clocks = [one.claim.clock for one in (left, right) if isinstance(one.claim, EventTime)]
        odd = all(int(clock[-2:]) % 30 for clock in clocks)
        yield Level("odd_minute", float(odd), "so exact a time is seldom chance")
        yield Level("of_clock", 1.0, "")
    often = log2(left.given) + log2(right.given)
    if often:
        yield Level("given_often", often, "their articles give the answer more than once")


def _coarseness(left: Features, right: Features) -> Iterator[Level]:
    """The level for the length of the longer of two days: a year is shared by much that is
    unrelated, and holds each of its months."""
    length = max(length_in_days(left.claim.when), length_in_days(right.claim.when))
    if length > comparison().year:
        yield Level("of_year", 1.0, "")
    elif length > comparison().month:
        yield Level("of_month", 1.0, "")


def _kind(left: Features, right: Features) -> Iterator[Level]:
    """Levels for the kinds: the same, a plain and a special one, or two special ones."""
    one, other = left.claim.kind, right.claim.kind
    if one == other:
        if not left.plain:
            yield Level("same_kind", 1.0, f"both give the {left.label}")
            yield Level("kind_bits", left.shared_bits / comparison().much, "")
    elif left.plain or right.plain:
        fitting = (left.plain and may_be(left, right)) or (right.plain and may_be(right, left))
        yield Level("plain_kind" if fitting else "other_event_noun", 1.0, f"{one} beside {other}")
    else:
        asked = left.is_the_question and right.is_the_question
        yield Level("other_question" if asked else "other_kind", 1.0, f"{one} beside {other}")


def may_be(plain: Features, special: Features) -> bool:
    """Whether a count of a plain kind may be of a special one: "40 officers", but not the 900
    officers who were deployed, nor those who were on duty, among whom 40 were hurt."""
    predicates = plain.clause if plain.predicate is None else {plain.predicate}
    return special.predicate in predicates or predicates <= special.clause


def _counted(left: Features, right: Features, words: WordWeights) -> Iterator[Level]:
    """Levels for how the counted nouns, their modifiers, and the dimensions agree."""
    one, other = left.head, right.head
    if one is None or other is None:
        if one != other and one_dimension(left, right) is Dimension.COUNT:
            yield Level("unknown_head", 1.0, f"“{one or other}” beside something unnamed")
    elif one == other:
        yield Level("same_head", _evidence_of_word(words[one]), f"both count “{one}”")
    elif left.head in right.modifiers or right.head in left.modifiers:
        yield Level("related_head", 1.0, f"“{one}” beside “{other}”")
    elif counts_people(left) and counts_people(right):
        name = "anybody" if left.generic or right.generic else "two_groups"
        yield Level(name, 1.0, f"“{one}” beside “{other}”, all people")
    else:
        yield Level("different_head", 1.0, f"“{one}” here, “{other}” there")
        if counts_people(left) != counts_people(right):
            yield Level("people_beside_things", 1.0, "people beside things")
    shared = left.modifiers & right.modifiers
    if shared:
        yield Level("shared_modifiers", _evidence(shared, words), f"both mention {listed(shared)}")
    elif left.modifiers and right.modifiers:
        yield Level("other_modifiers", 1.0, "each counts a different sort")
    quantities = left.claim.quantity, right.claim.quantity
    if quantities[0] and quantities[1]:
        if (quantities[0].per is None) != (quantities[1].per is None):
            yield Level("other_rate", 1.0, "one is a rate")
        if not of_one_sort(left, right):
            yield Level("other_dimension", 1.0, "")


def counts_people(one: Features) -> bool:
    """Whether people are counted: "77 people", and "77 lives" no less."""
    quantity = one.claim.quantity
    return one.generic or (quantity is not None and quantity.unit == "person")


def _measured(left: Features, right: Features, words: WordWeights) -> Iterator[Level]:
    """Levels for how the measured nouns, or the holders of an amount, agree."""
    if is_one_measure(left, right):
        # "depth", "from Orrin": compared for a length like what it is the size of
        yield Level("same_measured", 1.0, "both give one extent, or from one place")
    elif one_origin(left, right) is False:
        yield Level("other_holder", 1.0, "from two places")
    if not left.measured or not right.measured:
        return
    shared = left.measured & right.measured
    if left.measured_head == right.measured_head:
        yield Level(
            "same_measured",
            _evidence(shared, words),
            f"both are about “{left.measured_head}”",
        )
    elif shared:
        yield Level("shared_measured", _evidence(shared, words), f"both are about {listed(shared)}")
    elif holders_differ(left, right):
        yield Level(
            "other_holder", 1.0, f"“{left.measured_head}” here, “{right.measured_head}” there"
        )
    else:
        yield Level(
            "other_measured", 1.0, f"“{left.measured_head}” here, “{right.measured_head}” there"
        )


def holders_differ(left: Features, right: Features) -> bool:
    """Whether two named holders differ: "Ruth Castellan received 1.9 million votes" is not about
    Grace Odom; but the Stella Nova may be the vessel, and a name may be spelled in two ways."""
    named = all(one.measured_head in one.names for one in (left, right))
    return named and not shared_names(left.measured, right.measured)


def _scope(left: Features, right: Features) -> Iterator[Level]:
    """Levels for whether only one figure is a part, or counts others than a first one."""
    parts = [is_part(one) for one in (left, right)]
    if parts[0] != parts[1]:
        yield Level("other_scope", 1.0, "")
    others = [one.claim.scope is Scope.OTHERS for one in (left, right)]
    if others[0] != others[1]:
        yield Level("others_beside", 1.0, "those beyond a first figure")


def is_part(one: Features) -> bool:
    """Whether a figure is stated as a part of another: "including 11 children"."""
    return one.claim.scope is Scope.PART or one.claim.part_of is not None


def _predicate(left: Features, right: Features, words: WordWeights) -> Iterator[Level]:
    """Levels for how the verbs agree; none where the kind itself states the outcome."""
    one, other = left.predicate, right.predicate
    if left.is_the_question and left.claim.kind == right.claim.kind:
        return  # that both were killed is known from both being deaths
    if left.figure is None and left.speech != right.speech:
        yield Level("speech", 1.0, "the day is that of what was said")
    if one is None and other is None:
        yield Level("no_predicate", 1.0, "what happened is left out of both")
    elif one is None or other is None:
        yield Level("one_predicate", 1.0, "what happened is left out of one")
    elif one == other:
        roles = left.claim.question.patient == right.claim.question.patient
        if roles or left.figure is None:
            yield Level("same_predicate", _evidence_of_word(words[one]), f"both say “{one}”")
        else:
            yield Level("other_role", 1.0, f"one does, one suffers: “{one}”")
    elif one in right.clause or other in left.clause:
        yield Level("beside_predicate", 1.0, f"“{one}” beside “{other}”")
    elif left.frames & right.frames:
        yield Level("same_frame", 1.0, f"“{one}” and “{other}” may be one event")
    else:
        yield Level("other_predicate", 1.0, f"“{one}” here, “{other}” there")


def _participants(left: Features, right: Features, words: WordWeights) -> Iterator[Level]:
    """Levels for whether names and places agree; for days also participants and other figures."""
    if left.figure is None:
        if left.bound != right.bound:
            yield Level("one_bound", 1.0, "one day only bounds what happened")
        if left.frames & right.frames_around or right.frames & left.frames_around:
            yield Level("frame_around", 1.0, "")
        if left.measured and right.measured:
            if left.measured & right.measured:
                yield Level("same_doer", 1.0, f"both by {listed(left.measured & right.measured)}")
            else:
                yield Level("other_doer", 1.0, "different people or bodies act")
        shared = left.modifiers & right.modifiers
        if shared:
            shorter = min(len(left.modifiers), len(right.modifiers))
            yield Level(
                "share_of_participants", len(shared) / shorter, f"both mention {listed(shared)}"
            )
            yield Level(
                "shared_participants",
                min(rarity(shared, words) / comparison().participants, 1.0),
                "",
            )
        else:
            yield Level("no_participant", 1.0, "nobody takes part in both")
        tied = shared_figure(left.beside, right.beside)
        if tied is not None:
            yield Level(
                "tied_by_figure",
                tied / comparison().much,
                "both sentences give the same other figure",
            )
    if left.names and right.names:
        shared = shared_names(left.names, right.names)
        if shared:
            yield Level("shared_names", _evidence(shared, words), f"both name {listed(shared)}")
        else:
            yield Level("other_names", 1.0, "no name in common")
    if left.place and right.place:
        shared = left.place & right.place
        if shared:
            yield Level("shared_place", 1.0, f"both in {listed(shared)}")
        else:
            yield Level("other_place", 1.0, "different places")


def _occasion(left: Features, right: Features) -> Iterator[Level]:
    """Levels for whether the claims agree in time, in being planned, and in being supposed."""
    if left.earlier != right.earlier:
        yield Level("other_time", 1.0, "one is of an earlier time")
    elif left.earlier:
        yield Level("both_earlier", 1.0, "both are of an earlier time")
    if left.figure is not None:
        if gap_in_days(left.claim.reference, right.claim.reference):
            yield Level("other_period", 1.0, "of two periods")
        gap = gap_in_days(left.day, right.day)
        if gap is not None and gap > comparison().one_event:
            yield Level("other_season", 1.0, "different times")
        elif gap:
            yield Level("other_count_day" if left.moves else "other_day", 1.0, "different days")
    if left.supposed != right.supposed:
        yield Level("other_world", 1.0, "one is only supposed")
    if left.ahead != right.ahead:
        yield Level("other_outlook", 1.0, "one lies ahead, one is reported as done")


def _shared_words(left: Features, right: Features, words: WordWeights) -> Iterator[Level]:
    """Levels for how many other words the sentences share, and whether one copies the other."""
    compared = {left.head, right.head, left.predicate, right.predicate}
    shared = (left.clause & right.clause) - compared - (left.modifiers & right.modifiers)
    if shared:
        amount = _overlap(shared, left.clause, right.clause, words)
        yield Level("shared_clause", amount, f"both mention {listed(shared)}")
    around = (left.around & right.around) - shared - compared
    if around:
        amount = _overlap(around, left.around, right.around, words)
        yield Level("shared_sentence", amount, f"both mention {listed(around)}")
    copied = copied_share(left, right)
    if copied:
        yield Level("copied", copied, "their sentences share whole runs of words")
    if copied > comparison().copied:
        yield Level("copy", 1.0, "one sentence is a copy of the other")


def copied_share(left: Features, right: Features) -> float:
    """The share of the shorter sentence that stands in the other one word for word, from 0 to 1."""
    shorter = min(len(left.sentence), len(right.sentence))
    return len(left.sentence & right.sentence) / shorter if shorter else 0.0


def _overlap(
    shared: Iterable[str], one: frozenset[str], other: frozenset[str], words: WordWeights
) -> float:
    """The share of the shorter of two bags of words that both have, weighted by rarity, from 0 to
    1. One rare word is added to the shorter, so that a bag of one word cannot be shared in full."""
    shorter = min(_rarity_of_all(one, words), _rarity_of_all(other, words))
    return rarity(shared, words) / (shorter + comparison().rare)


def _contrast(left: Features, right: Features) -> Iterator[Level]:
    """Levels for whether parallel sentences differ in a word, or in names."""
    found = contrasts(left.content, right.content)
    if found:
        one, other = found[0]
        yield Level("contrast", 1.0, f"“{one}” in place of “{other}”")
    if names_differ(left, right):
        yield Level("names_apart", 1.0, "each names what the other report never does")


def _place_in_text(left: Features, right: Features) -> Iterator[Level]:
    """Levels for whether one article gives both, both are definite, or both are in the lead."""
    if left.claim.article_id == right.claim.article_id:
        yield Level("same_article", 1.0, "one article gives both")
    if left.definite and right.definite:
        yield Level("both_definite", 1.0, "both speak of it as known")
    elif left.definite or right.definite:
        yield Level("one_definite", 1.0, "")
    if left.lead and right.lead:
        yield Level("both_lead", 1.0, "both open their articles")


def listed(shared: Iterable[str]) -> str:
    """Words in alphabetical order, quoted, for a reason."""
    return ", ".join(f"“{word}”" for word in sorted(shared))
