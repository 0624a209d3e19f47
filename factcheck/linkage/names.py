"""Whether two claims are of things with other names, which the other's article never mentions."""

from __future__ import annotations

from factcheck.linkage.features import Features
from factcheck.linkage.figures import dimension_of
from factcheck.linkage.spelling import shared_names
from factcheck.linkage.synonyms import synonyms
from factcheck.models import Dimension


def names_differ(left: Features, right: Features) -> bool:
    """Whether each clause has a name that the other's article never mentions, and none in common:
    "a fire in Pellworth", "a fire in Ashdown"."""
    return _are_strangers(left.clause_names, right.clause_names, left, right)


def sentences_name_others(left: Features, right: Features) -> bool:
    """Whether each sentence does: "Patients given the older medicine, Topadril, had 22 percent
    fewer"."""
    return _are_strangers(left.sentence_names, right.sentence_names, left, right)


def _are_strangers(
    ours: frozenset[str], theirs: frozenset[str], left: Features, right: Features
) -> bool:
    return (
        bool(ours and theirs)
        and not shared_names(ours, theirs)
        and any(name not in right.article_words for name in ours)
        and any(name not in left.article_words for name in theirs)
    )


def two_people(left: Features, right: Features) -> str:
    """In which way two figures are of two people, in words: ages of two with one surname, or the
    sentences of two; "" where nothing says so."""
    for named, reason in (
        (_given_names, "two people of one surname or sort"),
        (_sentenced, _TWO_SENTENCES),
    ):
        ours, theirs = named(left), named(right)
        if ours and theirs and not shared_names(ours, theirs):
            return reason
    return ""


_TWO_SENTENCES = "two people's sentences"


def _sentenced(one: Features) -> frozenset[str]:
    """The names of who is sentenced, where a figure is the length of a sentence."""
    long = dimension_of(one) is Dimension.DURATION and one.measured_head == "sentence"
    return one.measured & one.names if long else frozenset()


def _given_names(one: Features) -> frozenset[str]:
    """The given names of the person whose age a figure is, or what nation an unnamed one is of: "a
    [Syrian] man of 45"."""
    if dimension_of(one) is not Dimension.AGE:
        return frozenset()
    known = synonyms()
    names = one.names | frozenset(map(known.noun, one.names))
    drop = {one.measured_head, *known.titles}
    beside = frozenset(word for word in one.measured & names if word not in drop)
    return beside or one.given_elsewhere
