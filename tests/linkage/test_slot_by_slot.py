"""One slot at a time: two claims that say nothing, and what is found where one slot is filled.

The words are letters that weigh what is written here, so each amount can be done by hand: 4 bits
for "a", 8 for "b" (of which 7 count), 2 for "c", 1 for each other one. Every level is listed with
its amount and its reason, in the order in which they come; so one too many is seen as well as one
that is missing. Each pair is shown from both sides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from factcheck.linkage import identity
from factcheck.linkage.compare import levels
from factcheck.linkage.differences import differences
from factcheck.linkage.evidence import Level
from factcheck.linkage.features import Features, WordWeights
from factcheck.models import Dimension, Period, Phase, Scope
from tests.linkage.newsdesk import marked

Changes = dict[str, Any]
Found = tuple[str, float | Fraction, str]
NOTHING: frozenset[str] = frozenset()
EMPTY: Changes = {
    **dict.fromkeys(
        (
            "names",
            "place",
            "clause",
            "around",
            "modifiers",
            "measured",
            "measured_frames",
            "extents",
            "origin",
            "origin_names",
            "frames",
            "frames_around",
            "sentence",
            "beside",
            "themes",
            "article_words",
            "clause_names",
            "foreign",
            "takes_in",
            "leaves_out",
            "counts_besides",
        ),
        NOTHING,
    ),
    **dict.fromkeys(("head", "broader", "measured_head", "predicate", "bearing", "whole"), None),
    **dict.fromkeys(("generic", "anybodys", "definite", "lead", "event_noun", "speech"), False),
    "content": (),
    "sort_size": 2,
    "hours": 0,
    "total": True,
}
UNTOLD: Changes = {"claim.change": None, "claim.phase": None}
SETS = {name for name, value in EMPTY.items() if value == NOTHING}


@cache
def neutral(text: str) -> tuple[Features, Features]:
    (one, other), _ = marked(text, text)
    return filled(replace(one, **EMPTY), UNTOLD), filled(replace(other, **EMPTY), UNTOLD)


def filled(one: Features, changes: Changes) -> Features:
    """The same with some slots: a string of letters is a set of them where the slot is one; those
    of the claim and of its question and quantity are named with a point."""
    own: Changes = {
        name: frozenset(value) if name in SETS else value
        for name, value in changes.items()
        if "." not in name
    }
    claim = one.claim
    for name, value in changes.items():
        part, _, field = name.partition(".")
        if part == "claim":
            claim = claim.model_copy(update={field: value})
        elif field:
            inner = getattr(claim, part).model_copy(update={field: value})
            claim = claim.model_copy(update={part: inner})
    return replace(one, claim=claim, **own)


def pair(text: str, left: Changes, right: Changes) -> tuple[Features, Features]:
    one, other = neutral(text)
    return filled(one, left), filled(other, right)


def weighed() -> WordWeights:
    words = WordWeights("en")
    words.update(dict.fromkeys("defghijklmnopqrstuvwxyz", 1.0) | {"a": 4.0, "b": 8.0, "c": 2.0})
    return words


def listed(found: Iterable[Level]) -> list[Found]:
    return [(one.name, round(one.amount, 9), one.reason) for one in found if one.amount]


def rounded(expected: Iterable[Found]) -> list[Found]:
    return [(name, round(float(amount), 9), reason) for name, amount, reason in expected]


GOATS = "The farm lost [40] goats."
SAIL = "The ferry sailed on [Monday]."


def month(number: int, day: int = 1) -> Period:
    return Period(start=date(2021, number, day), end=date(2021, number, day))


PER_DAY = {"quantity.per": "day"}
PEOPLE = {"quantity.unit": "person"}
SPECIAL: Changes = {"plain": False, "claim.kind": "deaths", "label": "number of goats"}
ASKED = SPECIAL | {"is_the_question": True}
# Two figures that agree: what is found beside how seldom chance would bring 40 about.
FIGURES: list[tuple[Changes, Changes, list[Found]]] = [
    ({}, {}, []),
    (
        {"given": 2},
        {"given": 4},
        [("given_often", 3, "their articles give the answer more than once")],
    ),
    (SPECIAL, SPECIAL, [("same_kind", 1, "both give the number of goats")]),
    (
        SPECIAL | {"shared_bits": 3.0},
        SPECIAL | {"shared_bits": 3.0},
        [("same_kind", 1, "both give the number of goats"), ("kind_bits", Fraction(3, 10), "")],
    ),
    (SPECIAL, SPECIAL | {"claim.kind": "other"}, [("other_kind", 1, "deaths beside other")]),
    (ASKED, ASKED | {"claim.kind": "other"}, [("other_question", 1, "deaths beside other")]),
    (ASKED, SPECIAL | {"claim.kind": "other"}, [("other_kind", 1, "deaths beside other")]),
    (SPECIAL, {}, [("plain_kind", 1, "deaths beside count")]),
    (
        SPECIAL | {"predicate": "d"},
        {"clause": "e"},
        [
            ("other_event_noun", 1, "deaths beside count"),
            ("one_predicate", 1, "what happened is left out of one"),
        ],
    ),
    (
        SPECIAL | {"predicate": "d"},
        {"clause": "de"},
        [
            ("plain_kind", 1, "deaths beside count"),
            ("one_predicate", 1, "what happened is left out of one"),
        ],
    ),
    (
        SPECIAL | {"predicate": "d", "clause": "f"},
        {"predicate": "f"},
        [("plain_kind", 1, "deaths beside count"), ("beside_predicate", 1, "“d” beside “f”")],
    ),
    (
        SPECIAL | {"predicate": "d"},
        {"predicate": "f"},
        [
            ("other_event_noun", 1, "deaths beside count"),
            ("other_predicate", 1, "“d” here, “f” there"),
        ],
    ),
    # what is counted
    ({"head": "a"}, {"head": "a"}, [("same_head", Fraction(4, 7), "both count “a”")]),
    ({"head": "b"}, {"head": "b"}, [("same_head", 1, "both count “b”")]),
    ({"head": "a"}, {}, [("unknown_head", 1, "“a” beside something unnamed")]),
    (
        {"head": "a"},
        {"head": "d", "modifiers": "a"},
        [("related_head", 1, "“a” beside “d”")],
    ),
    (
        {"head": "a", "generic": True},
        {"head": "d"} | PEOPLE,
        [("anybody", 1, "“a” beside “d”, all people")],
    ),
    (
        {"head": "a"} | PEOPLE,
        {"head": "d"} | PEOPLE,
        [("two_groups", 1, "“a” beside “d”, all people")],
    ),
    ({"head": "a"}, {"head": "d"}, [("different_head", 1, "“a” here, “d” there")]),
    (
        {"head": "a"} | PEOPLE,
        {"head": "d"},
        [
            ("different_head", 1, "“a” here, “d” there"),
            ("people_beside_things", 1, "people beside things"),
        ],
    ),
    (
        {"modifiers": "ab"},
        {"modifiers": "bd"},
        [("shared_modifiers", Fraction(7, 10), "both mention “b”")],
    ),
    ({"modifiers": "ab"}, {"modifiers": "ab"}, [("shared_modifiers", 1, "both mention “a”, “b”")]),
    (
        {"modifiers": "a"},
        {"modifiers": "d"},
        [("other_modifiers", 1, "each counts a different sort")],
    ),
    ({"modifiers": "a"}, {}, []),
    (PER_DAY, {}, [("other_rate", 1, "one is a rate")]),
    (PER_DAY, PER_DAY, []),
    # what is measured
    (
        {"measured": "ad", "measured_head": "a"},
        {"measured": "ac", "measured_head": "a"},
        [("same_measured", Fraction(4, 10), "both are about “a”")],
    ),
    (
        {"measured": "ad", "measured_head": "a"},
        {"measured": "ac", "measured_head": "c"},
        [("shared_measured", Fraction(4, 10), "both are about “a”")],
    ),
    (
        {"measured": "a", "measured_head": "a"},
        {"measured": "c", "measured_head": "c"},
        [("other_measured", 1, "“a” here, “c” there")],
    ),
    (
        {"measured": "a", "measured_head": "a", "names": "a"},
        {"measured": "c", "measured_head": "c", "names": "c"},
        [("other_holder", 1, "“a” here, “c” there"), ("other_names", 1, "no name in common")],
    ),
    (
        {"measured": "a", "measured_head": "a", "names": "a"},
        {"measured": "c", "measured_head": "c", "names": "a"},
        [
            ("other_measured", 1, "“a” here, “c” there"),
            ("shared_names", Fraction(4, 10), "both name “a”"),
        ],
    ),
    ({"measured": "a", "measured_head": "a"}, {}, []),
    (
        {"extents": {"depth"}},
        {"extents": {"depth", "length"}},
        [("same_measured", 1, "both give one extent, or from one place")],
    ),
    ({"extents": {"depth"}}, {"extents": {"length"}}, []),
    (
        {"origin": "a"},
        {"origin": "a"},
        [("same_measured", 1, "both give one extent, or from one place")],
    ),
    ({"origin": "a"}, {"origin": "c"}, []),
    (
        {"origin": "a", "origin_names": "a"},
        {"origin": "c", "origin_names": "c"},
        [("other_holder", 1, "from two places")],
    ),
    # of which part
    ({"claim.scope": Scope.PART}, {}, [("other_scope", 1, "")]),
    ({"claim.scope": Scope.PART}, {"claim.scope": Scope.PART}, []),
    ({"claim.scope": Scope.OTHERS}, {}, [("others_beside", 1, "those beyond a first figure")]),
    ({"claim.scope": Scope.OTHERS}, {"claim.scope": Scope.OTHERS}, []),
    # what happened
    ({"predicate": "a"}, {"predicate": "a"}, [("same_predicate", Fraction(4, 7), "both say “a”")]),
    (
        {"predicate": "a", "question.patient": False},
        {"predicate": "a", "question.patient": True},
        [("other_role", 1, "one does, one suffers: “a”")],
    ),
    ({"predicate": "a"}, {}, [("one_predicate", 1, "what happened is left out of one")]),
    ({"predicate": "a"}, {"predicate": "d"}, [("other_predicate", 1, "“a” here, “d” there")]),
    (
        {"predicate": "a"},
        {"predicate": "d", "clause": "a"},
        [("beside_predicate", 1, "“a” beside “d”")],
    ),
    (
        {"predicate": "a", "frames": "x"},
        {"predicate": "d", "frames": "xy"},
        [("same_frame", 1, "“a” and “d” may be one event")],
    ),
    (
        ASKED | {"predicate": "a"},
        ASKED | {"predicate": "d"},
        [("same_kind", 1, "both give the number of goats")],
    ),
    # whom and where it names
    ({"names": "ac"}, {"names": "cd"}, [("shared_names", Fraction(2, 10), "both name “c”")]),
    ({"names": "a"}, {"names": "d"}, [("other_names", 1, "no name in common")]),
    ({"names": "a"}, {}, []),
    ({"place": "ac"}, {"place": "cd"}, [("shared_place", 1, "both in “c”")]),
    ({"place": "a"}, {"place": "d"}, [("other_place", 1, "different places")]),
    ({"place": "a"}, {}, []),
    # on which occasion
    ({"earlier": True}, {}, [("other_time", 1, "one is of an earlier time")]),
    ({"earlier": True}, {"earlier": True}, [("both_earlier", 1, "both are of an earlier time")]),
    ({"supposed": True}, {}, [("other_world", 1, "one is only supposed")]),
    ({"supposed": True}, {"supposed": True}, []),
    ({"ahead": True}, {}, [("other_outlook", 1, "one lies ahead, one is reported as done")]),
    ({"day": month(3)}, {"day": month(3)}, []),
    ({"day": month(3)}, {}, []),
    ({"day": month(3)}, {"day": month(3, 2)}, [("other_day", 1, "different days")]),
    ({"day": month(3)}, {"day": month(3, 31)}, [("other_day", 1, "different days")]),
    ({"day": month(3)}, {"day": month(4)}, [("other_season", 1, "different times")]),
    (
        {"day": month(3), "moves": True},
        {"day": month(3, 2), "moves": True},
        [("other_count_day", 1, "different days")],
    ),
    (
        {"claim.reference": month(3)},
        {"claim.reference": month(5)},
        [("other_period", 1, "of two periods")],
    ),
    ({"claim.reference": month(3)}, {"claim.reference": month(3)}, []),
    # in which words
    ({"clause": "ac"}, {"clause": "ab"}, [("shared_clause", Fraction(4, 13), "both mention “a”")]),
    (
        {"clause": "ac", "modifiers": "a"},
        {"clause": "ad", "modifiers": "a"},
        [("shared_modifiers", Fraction(4, 10), "both mention “a”")],
    ),
    (
        {"clause": "a", "head": "a"},
        {"clause": "a", "head": "a"},
        [("same_head", Fraction(4, 7), "both count “a”")],
    ),
    (
        {"clause": "a", "predicate": "a"},
        {"clause": "a", "predicate": "a"},
        [("same_predicate", Fraction(4, 7), "both say “a”")],
    ),
    (
        {"around": "ab"},
        {"around": "bc"},
        [("shared_sentence", Fraction(7, 16), "both mention “b”")],
    ),
    (
        {"around": "ab", "clause": "b"},
        {"around": "ab", "clause": "b"},
        [
            ("shared_clause", Fraction(7, 14), "both mention “b”"),
            ("shared_sentence", Fraction(4, 18), "both mention “a”"),
        ],
    ),
    (
        {"around": "ac", "head": "a"},
        {"around": "ac", "head": "a"},
        [
            ("same_head", Fraction(4, 7), "both count “a”"),
            ("shared_sentence", Fraction(2, 13), "both mention “c”"),
        ],
    ),
    (
        {"sentence": "st"},
        {"sentence": "suv"},
        [("copied", Fraction(1, 2), "their sentences share whole runs of words")],
    ),
    (
        {"sentence": "st"},
        {"sentence": "stu"},
        [
            ("copied", 1, "their sentences share whole runs of words"),
            ("copy", 1, "one sentence is a copy of the other"),
        ],
    ),
    ({"sentence": "st"}, {"sentence": "uv"}, []),
    # names that the other report never has
    (
        {"clause_names": "a"},
        {"clause_names": "d"},
        [("names_apart", 1, "each names what the other report never does")],
    ),
    ({"clause_names": "a"}, {"clause_names": "d", "article_words": "a"}, []),
    ({"clause_names": "ac"}, {"clause_names": "cd"}, []),
    ({"clause_names": "a"}, {}, []),
    # where in the text
    ({"definite": True}, {"definite": True}, [("both_definite", 1, "both speak of it as known")]),
    ({"definite": True}, {}, [("one_definite", 1, "")]),
    ({"lead": True}, {"lead": True}, [("both_lead", 1, "both open their articles")]),
    ({"lead": True}, {}, []),
    (
        {"claim.article_id": "r"},
        {"claim.article_id": "r"},
        [("same_article", 1, "one article gives both")],
    ),
]


def turned(reason: str) -> str:
    """The reason where the other claim is the first: its two words change places."""
    for between in ("” here, “", "” beside “", "” and “"):
        before, found, after = reason.partition(between)
        if found:
            word, _, rest = after.partition("”")
            opened, _, first = before.rpartition("“")
            return f"{opened}“{word}{between}{first}”{rest}"
    one, found, other = reason.partition(" beside ")
    return f"{other} beside {one}" if found and "“" not in reason and other in KINDS else reason


KINDS = {"count", "deaths", "other"}


def both_ways(
    text: str, left: Changes, right: Changes, expected: list[Found]
) -> Iterable[tuple[Features, Features, list[Found]]]:
    one, other = pair(text, left, right)
    yield one, other, rounded(expected)
    after, before = pair(text, right, left)
    yield after, before, [(name, amount, turned(why)) for name, amount, why in rounded(expected)]


@pytest.mark.parametrize(("left", "right", "expected"), FIGURES)
def test_what_two_equal_figures_share(left: Changes, right: Changes, expected: list[Found]) -> None:
    """A 40 has one digit and one power of ten beyond: 2.2 and 0.7 bits of ten."""
    silent = ("coincidence", round(0.29, 9), "so exact an answer is seldom chance")
    open_ = ("no_predicate", 1.0, "what happened is left out of both")
    for one, other, wanted in both_ways(GOATS, left, right, expected):
        found = listed(levels(one, other, weighed()))
        assert found[0] == silent
        without = one.predicate is None and other.predicate is None
        asked = one.is_the_question and one.claim.kind == other.claim.kind
        assert (open_ in found) == (without and not asked)
        assert [each for each in found[1:] if each != open_] == wanted


MODIFIED = {"modifiers": "bd"}
DAYS: list[tuple[Changes, Changes, list[Found]]] = [
    ({}, {}, []),
    ({"speech": True}, {}, [("speech", 1, "the day is that of what was said")]),
    ({"speech": True}, {"speech": True}, []),
    ({"bound": True}, {}, [("one_bound", 1, "one day only bounds what happened")]),
    ({"bound": True}, {"bound": True}, []),
    ({"frames": "x"}, {"frames_around": "xy"}, [("frame_around", 1, "")]),
    ({"frames": "x"}, {"frames": "x"}, []),
    ({"measured": "ad"}, {"measured": "ac"}, [("same_doer", 1, "both by “a”")]),
    ({"measured": "a"}, {"measured": "c"}, [("other_doer", 1, "different people or bodies act")]),
    ({"measured": "a"}, {}, []),
    (
        MODIFIED,
        {"modifiers": "bcd"},
        [
            ("share_of_participants", 1, "both mention “b”, “d”"),
            ("shared_participants", Fraction(8, 20), ""),
        ],
    ),
    (
        MODIFIED,
        {"modifiers": "cd"},
        [
            ("share_of_participants", Fraction(1, 2), "both mention “d”"),
            ("shared_participants", Fraction(1, 20), ""),
        ],
    ),
    (MODIFIED, {"modifiers": "c"}, []),
    (
        {"beside": frozenset({(("k",), (Decimal(40), Decimal(40))), (("k",), (Decimal(3), None))})},
        {"beside": frozenset({(("k",), (Decimal(40), Decimal(40))), (("k",), (Decimal(3), None))})},
        [("tied_by_figure", Fraction(29, 100), "both sentences give the same other figure")],
    ),
    ({"beside": frozenset({(("k",), (Decimal(40), None))})}, {}, []),
    (
        {"predicate": "a", "question.patient": False},
        {"predicate": "a", "question.patient": True},
        [("same_predicate", Fraction(4, 7), "both say “a”")],
    ),
    ({"predicate": "a"}, {"predicate": "d"}, [("other_predicate", 1, "“a” here, “d” there")]),
]


@pytest.mark.parametrize(("left", "right", "expected"), DAYS)
def test_what_two_equal_days_share(left: Changes, right: Changes, expected: list[Found]) -> None:
    open_ = ("no_predicate", 1.0, "what happened is left out of both")
    nobody = ("no_participant", 1.0, "nobody takes part in both")
    for one, other, wanted in both_ways(SAIL, left, right, expected):
        found = listed(levels(one, other, weighed()))
        assert (open_ in found) == (one.predicate is None and other.predicate is None)
        assert (nobody in found) == one.modifiers.isdisjoint(other.modifiers)
        assert [each for each in found if each not in (open_, nobody)] == wanted


ALONE = {"sort_size": 1}
SAME_M = {"measured": "m", "measured_head": "m"}
# Two figures that may answer one question.
ONE_QUESTION: list[tuple[Changes, Changes, list[Found]]] = [
    ({}, {}, []),
    (
        ASKED | {"shared_bits": 5.0},
        ASKED | {"shared_bits": 5.0},
        [("one_of_its_kind", Fraction(1, 2), "both give the number of goats")],
    ),
    (ASKED | {"shared_bits": 5.0}, ASKED | {"shared_bits": 5.0, "claim.kind": "other"}, []),
    ({"head": "a"}, {"head": "a"}, [("same_head", 1, "both count “a”")]),
    ({"head": "a"}, {"head": "d"}, []),
    (SAME_M, SAME_M, [("same_measured", 1, "both are about “m”")]),
    (
        SAME_M | {"names": "m"},
        SAME_M | {"names": "m"},
        [
            ("named_bearer", 1, "both are about “m”"),
            ("same_measured", 1, "both are about “m”"),
        ],
    ),
    (SAME_M | {"names": "m"}, SAME_M, [("same_measured", 1, "both are about “m”")]),
    # One noun that is counted and measured speaks once.
    (SAME_M | {"head": "m"}, SAME_M | {"head": "m"}, [("same_head", 1, "both count “m”")]),
    (
        SAME_M | {"head": "a"},
        SAME_M | {"head": "a"},
        [("same_head", 1, "both count “a”"), ("same_measured", 1, "both are about “m”")],
    ),
    (
        SAME_M | {"measured_frames": "x"},
        {"measured": "n", "measured_head": "n", "measured_frames": "x"},
        [("measured_frame", 1, "“m” and “n” may be one")],
    ),
    # The only one of each article, where eight bits put them in one setting.
    (
        ALONE | {"head": "a", "around": "bc"},
        ALONE | {"head": "a", "around": "bc"},
        [("only_one", 1, "each mentions only one “a”"), ("same_head", 1, "")],
    ),
    (
        ALONE | {"head": "a", "around": "bd"},
        ALONE | {"head": "a", "around": "bd"},
        [("only_one", 1, "each mentions only one “a”"), ("same_head", 1, "")],
    ),
    (
        ALONE | {"head": "a", "around": "bda"},
        ALONE | {"head": "a", "around": "ba"},
        [("same_head", 1, "both count “a”")],
    ),
    (
        {"head": "a", "around": "bc"},
        ALONE | {"head": "a", "around": "bc"},
        [("same_head", 1, "both count “a”")],
    ),
    (
        ALONE | {"head": "a", "around": "bc", "themes": "c"},
        ALONE | {"head": "a", "around": "bc", "themes": "c"},
        [("same_head", 1, "both count “a”")],
    ),
    (
        ALONE | {"head": "a", "around": "bc", "themes": "c"},
        ALONE | {"head": "a", "around": "bc"},
        [("only_one", 1, "each mentions only one “a”"), ("same_head", 1, "")],
    ),
    (
        ALONE | {"head": "a", "names": "bc"},
        ALONE | {"head": "a", "names": "bc"},
        [
            ("only_one", 1, "each mentions only one “a”"),
            ("same_head", 1, ""),
        ],
    ),
    (
        ALONE | SAME_M | {"around": "bc"},
        ALONE | SAME_M | {"around": "bc"},
        [("only_one", 1, "each mentions only one “m”"), ("same_measured", 1, "")],
    ),
    (
        ALONE | SAME_M | {"around": "bc", "head": "a"},
        ALONE | SAME_M | {"around": "bc", "head": "a"},
        [
            ("only_one", 1, "each mentions only one “a”"),
            ("same_head", 1, ""),
            ("same_measured", 1, "both are about “m”"),
        ],
    ),
    (ALONE | {"around": "bc"}, ALONE | {"around": "bc"}, []),
    (
        {"head": "a", "whole": "w"},
        {"head": "a", "whole": "w"},
        [("same_whole", 1, "both are some of the “w”"), ("same_head", 1, "both count “a”")],
    ),
    (
        {"head": "a", "whole": "w"},
        {"head": "a", "whole": "v"},
        [("same_head", 1, "both count “a”")],
    ),
    ({"whole": "w"}, {"whole": "w"}, []),
    # how far from where, and which extent
    ({"origin": "ad"}, {"origin": "a"}, [("same_origin", 1, "both from “a”")]),
    (
        {"extents": {"depth"}, "extent_size": 1},
        {"extents": {"depth"}, "extent_size": 1},
        [("one_extent", 1, "each gives only one depth"), ("same_measured", 1, "")],
    ),
    (
        {"extents": {"depth"}, "extent_size": 1},
        {"extents": {"depth"}, "extent_size": 2},
        [("same_measured", 1, "both give the depth")],
    ),
    (
        SAME_M | {"extents": {"depth"}, "extent_size": 1},
        {"extents": {"depth"}, "extent_size": 1},
        [("one_extent", 1, "each gives only one depth"), ("same_measured", 1, "")],
    ),
    (
        SAME_M | {"extents": {"depth"}, "extent_size": 1},
        {"extents": {"depth"}, "extent_size": 1, "measured": "n", "measured_head": "n"},
        [],
    ),
    (
        SAME_M | {"extents": {"depth"}, "extent_size": 1},
        SAME_M | {"extents": {"depth"}, "extent_size": 1},
        [
            ("one_extent", 1, "each gives only one depth"),
            ("same_measured", 1, "both are about “m”"),
        ],
    ),
    # the same words
    ({"predicate": "p"}, {"predicate": "p"}, [("same_predicate", 1, "both say “p”")]),
    ({"predicate": "p"}, {"predicate": "q"}, []),
    ({"clause": "ad"}, {"clause": "ac"}, [("shared_clause", Fraction(4, 10), "both mention “a”")]),
    ({"clause": "cd"}, {"clause": "cd"}, []),
    # What both reports name throughout tells no figure apart.
    (
        {"clause": "ab", "themes": "a"},
        {"clause": "ab", "themes": "a"},
        [("shared_clause", 1, "both mention “b”")],
    ),
    (
        {"clause": "a", "themes": "a"},
        {"clause": "a", "themes": "a"},
        [],
    ),
    (SAME_M | {"themes": "m"}, SAME_M | {"themes": "m"}, [("same_measured", 1, "")]),
    (SAME_M | {"themes": "m"}, SAME_M, [("same_measured", 1, "both are about “m”")]),
    ({"clause": "ab"}, {"clause": "ab"}, [("shared_clause", 1, "both mention “a”, “b”")]),
    (
        {"clause": "a", "predicate": "p", "head": "g"},
        {"clause": "a", "predicate": "p", "head": "g"},
        [
            ("same_words", 1, "both use the same words"),
            ("same_head", 1, "both count “g”"),
            ("same_predicate", 1, "both say “p”"),
            ("shared_clause", Fraction(4, 10), "both mention “a”"),
        ],
    ),
    (
        SAME_M | {"clause": "a", "predicate": "p"},
        SAME_M | {"clause": "a", "predicate": "p"},
        [
            ("same_words", 1, "both use the same words"),
            ("same_measured", 1, "both are about “m”"),
            ("same_predicate", 1, "both say “p”"),
            ("shared_clause", Fraction(4, 10), "both mention “a”"),
        ],
    ),
    (
        {"clause": "cd", "predicate": "p", "head": "g"},
        {"clause": "cd", "predicate": "p", "head": "g"},
        [
            ("same_head", 1, "both count “g”"),
            ("same_predicate", 1, "both say “p”"),
        ],
    ),
    (
        {"clause": "apg", "predicate": "p", "head": "g"},
        {"clause": "apg", "predicate": "q", "head": "h"},
        [("shared_clause", Fraction(4, 10), "both mention “a”")],
    ),
    ({"lead": True}, {"lead": True}, []),
    ({"lead": True}, {}, []),
    (
        {"claim.attribution": "police"},
        {"claim.attribution": "police"},
        [("same_speaker", 1, "both quote police")],
    ),
    ({"claim.attribution": "police"}, {"claim.attribution": "the mayor"}, []),
    ({"claim.attribution": "police"}, {}, []),
    # A copied sentence is one of five runs of words or more, six tenths of which are shared.
    ({"sentence": "rstuv"}, {"sentence": "rstxyz"}, [("copied", 1, "the sentence is copied")]),
    ({"sentence": "rstuv"}, {"sentence": "rsxyz"}, []),
    ({"sentence": "rstu"}, {"sentence": "rstu"}, []),
    # one article gives both in turn
    (
        {"claim.article_id": "r", "claim.phase": Phase.START},
        {"claim.article_id": "r", "claim.phase": Phase.LATER},
        [("stated_in_turn", 1, "one article gives both in turn")],
    ),
    ({"claim.phase": Phase.START}, {"claim.phase": Phase.LATER}, []),
]


@pytest.mark.parametrize(("left", "right", "expected"), ONE_QUESTION)
def test_what_speaks_for_one_question(left: Changes, right: Changes, expected: list[Found]) -> None:
    for one, other, wanted in both_ways(GOATS, left, right, expected):
        assert listed(identity._figures(one, other, weighed())) == wanted


BY = {"predicate": "meet"}
ONCE = {"predicate": "sink", "measured": "m"}  # what befalls a ship once
# Two days that may be of one happening.
ONE_DAY: list[tuple[Changes, Changes, list[Found]]] = [
    ({}, {}, []),
    ({"lead": True}, {"lead": True}, []),
    (BY | {"lead": True}, {"lead": True}, []),
    (BY | {"lead": True}, BY | {"lead": True}, []),
    (BY, BY, []),
    (
        BY | {"modifiers": "d"},
        BY | {"modifiers": "d"},
        [
            ("same_verb", 1, "both say “meet”"),
        ],
    ),
    (
        BY | {"modifiers": "ad"},
        BY | {"modifiers": "ac"},
        [
            ("same_event_noun", 1, "both say “meet” and mention “a”"),
        ],
    ),
    # Less than half of the smaller company, unless a name is shared.
    (
        BY | {"modifiers": "ade"},
        BY | {"modifiers": "afg"},
        [
            ("same_verb", 1, "both say “meet”"),
        ],
    ),
    (
        BY | {"modifiers": "ade", "names": "d"},
        BY | {"modifiers": "afg", "names": "d"},
        [
            ("same_event_noun", 1, "both say “meet” and mention “a”"),
        ],
    ),
    # What both reports name throughout tells no event.
    (
        BY | {"modifiers": "a", "themes": "a"},
        BY | {"modifiers": "a", "themes": "a"},
        [("same_verb", 1, "both say “meet”")],
    ),
    (
        BY | {"modifiers": "a", "themes": "a"},
        BY | {"modifiers": "a"},
        [
            ("same_event_noun", 1, "both say “meet” and mention “a”"),
        ],
    ),
    (
        BY | {"modifiers": "a", "speech": True},
        BY | {"modifiers": "a"},
        [
            ("same_verb", 1, "both say “meet”"),
        ],
    ),
    (
        BY | {"event_noun": True, "sort_size": 1},
        BY | {"event_noun": True, "sort_size": 1},
        [("only_one", 1, "each mentions only one “meet”")],
    ),
    (BY | {"event_noun": True, "sort_size": 1}, BY | {"event_noun": True}, []),
    (BY | {"event_noun": True, "sort_size": 1}, BY | {"sort_size": 1}, []),
    (ONCE, ONCE, [("happens_once", 1, "both say it of “m”, to which it happens once")]),
    (ONCE | {"anybodys": True}, ONCE, []),
    (
        ONCE | {"anybodys": True, "names": "m"},
        ONCE | {"names": "m"},
        [
            ("happens_once", 1, "both say it of “m”, to which it happens once"),
        ],
    ),
    (ONCE, ONCE | {"predicate": "meet"}, []),
    (BY | {"measured": "m"}, BY | {"measured": "m"}, []),
    (
        BY | {"frames": "x"},
        {"predicate": "q", "frames": "x"},
        [("same_frame", 1, "“meet” and “q” may be one event")],
    ),
    (BY | {"frames": "x"}, BY | {"frames": "x"}, [("same_frame", 1, "both say “meet”")]),
    # People speak on any day.
    (BY | {"frames": {"statement"}}, BY | {"frames": {"statement"}}, [("same_frame", 1, "")]),
    (
        BY | {"frames": {"statement", "x"}},
        BY | {"frames": {"statement", "x"}},
        [("same_frame", 1, "both say “meet”")],
    ),
    (
        BY | {"frames": "x", "hours": 1},
        BY | {"frames": "x", "hours": 1},
        [
            ("one_hour", 1, "each gives one hour for such an event"),
            ("same_frame", 1, "both say “meet”"),
        ],
    ),
    (
        BY | {"frames": "x", "hours": 1},
        BY | {"frames": "x", "hours": 2},
        [("same_frame", 1, "both say “meet”")],
    ),
    (BY | {"frames": "x", "hours": 1}, BY | {"frames": "y", "hours": 1}, []),
    (
        {"predicate": "p", "modifiers": "a", "clause": "q"},
        {"predicate": "q", "modifiers": "a"},
        [
            ("verb_around", 1, "both mention “a”"),
        ],
    ),
    (
        {"predicate": "p", "modifiers": "a"},
        {"predicate": "q", "modifiers": "a"},
        [],
    ),
    (
        {"predicate": "p", "modifiers": "d", "clause": "q"},
        {"predicate": "q", "modifiers": "d"},
        [],
    ),
    (
        BY | {"beside": frozenset({(("k",), (Decimal(9), None))})},
        BY | {"beside": frozenset({(("k",), (Decimal(9), None))})},
        [("tied_by_figure", 1, "both sentences give the same other figure")],
    ),
    (BY | {"given": 2}, BY, []),
    # What one body said: two bits of other words are half of what tells which one is meant.
    (
        {"speech": True, "measured": "m", "names": "m", "around": "mc"},
        {"speech": True, "measured": "m", "names": "m", "around": "mc"},
        [("same_statement", 1, "both are what “m” said, and mention “c”")],
    ),
    (
        {"speech": True, "measured": "m", "names": "m", "around": "md"},
        {"speech": True, "measured": "m", "names": "m", "around": "md"},
        [],
    ),
    (
        {"speech": True, "measured": "m", "around": "mc"},
        {"speech": True, "measured": "m", "around": "mc"},
        [],
    ),
    (
        {"speech": True, "measured": "m", "names": "m", "around": "mc"},
        {"measured": "m", "names": "m", "around": "mc"},
        [],
    ),
]


@pytest.mark.parametrize(("left", "right", "expected"), ONE_DAY)
def test_what_speaks_for_one_happening(
    left: Changes, right: Changes, expected: list[Found]
) -> None:
    for one, other, wanted in both_ways(SAIL, left, right, expected):
        assert listed(identity._days(one, other, weighed())) == wanted


# Slot, reason, "!" where it is enough alone, "?" where it is only asked about.
Slot = tuple[str, str]
AGE = {"quantity.dimension": Dimension.AGE}
OF_FIGURES: list[tuple[Changes, Changes, list[Slot]]] = [
    ({}, {}, []),
    ({"supposed": True}, {}, [("status?", "one is only supposed")]),
    ({"ahead": True}, {}, [("outlook?", "one is planned or forecast")]),
    (
        {"rises": True, "question.presumed": True},
        {"rises": True},
        [("certainty?", "one is only feared or presumed")],
    ),
    ({"question.presumed": True}, {}, [("certainty?", "one is only feared or presumed")]),
    ({"question.presumed": True}, {"question.presumed": True}, []),
    # a day of long ago, which the other report leaves out, and words that compare with a time
    ({"earlier": True}, {}, [("earlier", "one is of an earlier time")]),
    (
        {"earlier": True, "question.earlier": True},
        {},
        [("earlier!", "one is of an earlier time")],
    ),
    (
        {"earlier": True, "question.earlier": True, "extents": {"depth"}},
        {"extents": {"depth"}},
        [("earlier", "one is of an earlier time")],
    ),
    (
        {"earlier": True, "extents": {"depth"}},
        {"extents": {"depth"}},
        [("earlier", "one is of an earlier time")],
    ),
    ({"earlier": True}, {"earlier": True}, []),
    # kinds that leave no room for each other
    (
        SPECIAL | {"open": False},
        SPECIAL | {"open": False, "claim.kind": "other"},
        [("kind!", "deaths beside other")],
    ),
    (
        SPECIAL | {"open": False, "may_be": {"other"}},
        SPECIAL | {"open": False, "claim.kind": "other"},
        [],
    ),
    (SPECIAL, SPECIAL | {"claim.kind": "other"}, []),
    (SPECIAL | {"open": False, "predicate": "d"}, {"predicate": "d"}, []),
    (
        SPECIAL | {"open": False, "predicate": "d"},
        {"clause": "e"},
        [("kind?", "deaths beside count")],
    ),
    ({"claim.kind": "other"}, {}, [("kind!", "other beside count")]),
    # what happened
    ({"predicate": "p"}, {"predicate": "q"}, [("predicate", "“p” here, “q” there")]),
    ({"predicate": "p"}, {"predicate": "q", "clause": "p"}, []),
    ({"predicate": "p", "frames": "x"}, {"predicate": "q", "frames": "x"}, []),
    ({"predicate": "p"}, {}, []),
    (
        {"predicate": "p", "question.patient": True},
        {"predicate": "p", "question.patient": False},
        [("role!", "one does, one suffers: “p”")],
    ),
    (ASKED | {"predicate": "p"}, ASKED | {"predicate": "q"}, []),
    (PER_DAY, {}, [("per!", "one is a rate")]),
    (AGE | {"predicate": "p"}, AGE | {"predicate": "q"}, [("kind!", "ages at two times")]),
    (AGE | {"predicate": "p"}, AGE | {"predicate": "p"}, []),
    # what is counted
    ({"head": "g"}, {"head": "h"}, [("head!", "“g” here, “h” there")]),
    ({"head": "g", "broader": "h"}, {"head": "h"}, [("head", "“g” here, “h” there")]),
    ({"head": "g", "modifiers": "d"}, {"head": "h", "modifiers": "gd"}, []),
    ({"head": "g"} | PEOPLE, {"head": "h"} | PEOPLE, [("head", "“g” here, “h” there")]),
    ({"head": "g", "generic": True} | PEOPLE, {"head": "h"} | PEOPLE, []),
    ({"head": "g"}, {}, []),
    (
        {"perpetrators": True},
        {"perpetrators": False},
        [("head!", "those who did it beside those who suffered it")],
    ),
    ({"perpetrators": True}, {"perpetrators": None}, []),
    (
        {"measured": "m", "measured_head": "m"},
        {"measured": "n", "measured_head": "n"},
        [("measured", "“m” here, “n” there")],
    ),
    (
        {"measured": "m", "measured_head": "m", "measured_frames": "x"},
        {"measured": "n", "measured_head": "n", "measured_frames": "x"},
        [],
    ),
    (
        {"measured": "m", "measured_head": "m", "names": "m"},
        {"measured": "n", "measured_head": "n", "names": "n"},
        [("measured!", "“m” here, “n” there")],
    ),
    (
        AGE | {"measured": "m", "measured_head": "m", "anybodys": True},
        AGE | {"measured": "n", "measured_head": "n"},
        [],
    ),
    (
        {"measured": "m", "measured_head": "m", "anybodys": True},
        {"measured": "n", "measured_head": "n"},
        [("measured", "“m” here, “n” there")],
    ),
    (
        {"measured": "m", "measured_head": "m", "origin": "o"},
        {"measured": "n", "measured_head": "n", "origin": "o"},
        [("measured?", "“m” here, “n” there")],
    ),
    ({"modifiers": "d"}, {"modifiers": "e"}, [("modifiers", "each counts a different sort")]),
    ({"modifiers": "de"}, {"modifiers": "ef"}, []),
    (
        {"modifiers": {"northern"}},
        {"modifiers": {"southern"}},
        [("modifiers!", "“northern” and “southern”")],
    ),
    (
        AGE | {"measured": "md", "measured_head": "m", "names": "md"},
        AGE | {"measured": "me", "measured_head": "m", "names": "me"},
        [("names!", "two people of one surname or sort")],
    ),
    (
        AGE | {"measured": "md", "measured_head": "m", "names": "md"},
        AGE | {"measured": "m", "measured_head": "m", "names": "m"},
        [],
    ),
    ({"foreign": "a"}, {}, [("foreign", "only one mentions “a”")]),
    ({"foreign": "ad"}, {"around": "d"}, []),  # a word of the name is in the other sentence
    ({"foreign": "a"}, {"foreign": "d"}, [("foreign", "only one mentions “a”")]),
    ({"foreign": "a"}, {"names": "a"}, []),
    ({"foreign": "a"}, {"themes": "a"}, []),
    # from where, which way
    (
        {"origin": "d", "origin_names": "d"},
        {"origin": "e", "origin_names": "e"},
        [("origin!", "from “d” and from “e”")],
    ),
    (
        {"origin": "o", "bearing": "north"},
        {"origin": "o", "bearing": "south"},
        [("origin!", "north and south")],
    ),
    ({"origin": "o", "bearing": "north"}, {"origin": "o", "bearing": "north"}, []),
    # of which part, and where
    ({"claim.scope": Scope.PART}, {}, [("part!", "a part beside a whole")]),
    ({"claim.scope": Scope.PART, "whole": "w"}, {"whole": "w"}, []),
    (
        {"claim.scope": Scope.PART, "drawn": True, "head": "g", "predicate": "p"},
        {"head": "g", "predicate": "p"},
        [],
    ),
    (
        {"claim.scope": Scope.PART, "drawn": True, "head": "g"},
        {"head": "g"},
        [("part!", "a part beside a whole")],
    ),
    (
        {"one_of_sorts": True, "generic": True, "head": "g"} | PEOPLE,
        {"head": "h"} | PEOPLE,
        [("part!", "one of several sorts beside all of them")],
    ),
    ({"one_of_sorts": True, "head": "g"} | PEOPLE, {"head": "g"} | PEOPLE, []),
    ({"whole": "w"}, {"whole": "v"}, [("whole", "some of the “w” and some of the “v”")]),
    ({"takes_in": "d"}, {"leaves_out": "de"}, [("part!", "only one counts the “d”")]),
    ({"takes_in": "d"}, {"takes_in": "d"}, []),
    (
        {"claim.scope": Scope.OTHERS},
        {},
        [("others!", "only one is stated in addition to a first figure")],
    ),
    ({"place": "d"}, {"place": "e"}, [("place", "different places")]),
    ({"place": "d"}, {"place": "de"}, []),
    (
        {"place": {"northern", "d"}},
        {"place": {"southern", "d"}},
        [("place!", "“northern” and “southern”")],
    ),
    ({"total": False} | PEOPLE, PEOPLE, [("total", "one article gives a larger figure too")]),
    ({"total": False}, {}, []),
    # on which occasion
    ({"day": month(3)}, {"day": month(3, 2)}, [("days", "different days")]),
    ({"day": month(3)}, {"day": month(3, 31)}, [("days", "different days")]),
    ({"day": month(3)}, {"day": month(4)}, [("times!", "different times")]),
    ({"day": month(3), "moves": True}, {"day": month(3, 2), "moves": True}, []),
    (
        {"day": month(3), "rises": True, "question.dated": True},
        {"day": month(3, 2), "rises": True, "question.dated": True},
        [("days!", "different days")],
    ),
    (
        {"day": month(3), "question.dated": True, "claim.phase": Phase.LATER},
        {"day": month(3, 2), "question.dated": True},
        [],
    ),
    ({"claim.reference": month(3)}, {"claim.reference": month(5)}, [("period!", "of two periods")]),
    (
        ASKED | {"rises": True, "claim.reference": month(3)},
        ASKED | {"rises": True},
        [("period!", "only one is of a longer period")],
    ),
    (ASKED | {"claim.reference": month(3)}, ASKED, []),
    # names
    ({"clause_names": "d"}, {"clause_names": "e"}, [("names!", "of “d” and of “e”")]),
    ({"clause_names": "d"}, {"clause_names": "e", "article_words": "d"}, []),
]


def slots(one: Features, other: Features) -> list[Slot]:
    return [
        (f"{each.slot}{'!' * each.hard}{'?' * each.asked}", each.reason)
        for each in differences(one, other)
    ]


@pytest.mark.parametrize(("left", "right", "expected"), OF_FIGURES)
def test_in_what_two_figures_differ(left: Changes, right: Changes, expected: list[Slot]) -> None:
    one, other = pair(GOATS, left, right)
    assert slots(one, other) == expected
    after, before = pair(GOATS, right, left)
    assert [name for name, _ in slots(after, before)] == [name for name, _ in expected]


OF_DAYS: list[tuple[Changes, Changes, list[Slot]]] = [
    ({}, {}, []),
    ({"earlier": True}, {}, [("earlier", "one is of an earlier time")]),
    ({"bound": True}, {}, [("bound!", "one day is only a limit: until, since, by")]),
    ({"predicate": "p"}, {"predicate": "q"}, [("predicate", "“p” here, “q” there")]),
    ({"predicate": "p"}, {"predicate": "p"}, []),
    ({"predicate": "p", "frames": "x"}, {"predicate": "q", "frames": "x"}, []),
    ({"predicate": "p"}, {}, []),
    ({"measured": "m"}, {"measured": "n"}, [("doer", "different people or bodies act")]),
    (
        {"measured": "m", "names": "m"},
        {"measured": "n"},
        [("doer", "different people or bodies act")],
    ),
    (
        {"measured": "m", "names": "m"},
        {"measured": "n", "names": "n"},
        [("doer!", "different people or bodies act")],
    ),
    ({"measured": "m"}, {"measured": "mn"}, []),
    ({"claim.when": month(3)}, {"claim.when": month(3, 8)}, []),
    ({"claim.when": month(3)}, {"claim.when": month(3, 9)}, [("weeks", "more than a week apart")]),
    ({"place": "d"}, {"place": "e"}, [("place", "different places")]),
    (
        {"beside": frozenset({(("k",), (Decimal(22), None))})},
        {"beside": frozenset({(("k",), (Decimal(57), None))})},
        [("figures?", "each sentence gives another figure")],
    ),
    (
        {"beside": frozenset({(("k",), (Decimal(22), None))})},
        {"beside": frozenset({(("k",), (Decimal(22), None))})},
        [],
    ),
    (
        {"beside": frozenset({(("k",), (Decimal(22), None))})},
        {"beside": frozenset({(("l",), (Decimal(57), None))})},
        [],
    ),
    (
        {"beside": frozenset({(("k",), (Decimal(22), None)), (("l",), (Decimal(1), None))})},
        {"beside": frozenset({(("k",), (Decimal(57), None)), (("l",), (Decimal(1), None))})},
        [],
    ),
]


@pytest.mark.parametrize(("left", "right", "expected"), OF_DAYS)
def test_in_what_two_days_differ(left: Changes, right: Changes, expected: list[Slot]) -> None:
    one, other = pair(SAIL, left, right)
    assert slots(one, other) == expected
    after, before = pair(SAIL, right, left)
    assert [name for name, _ in slots(after, before)] == [name for name, _ in expected]
