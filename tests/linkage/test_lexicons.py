"""The word lists of linking: base forms only, and each word can be met."""

from __future__ import annotations

import pytest

from factcheck.clauses.frames import frames_of, happenings, sorts_of_event
from factcheck.linkage.synonyms import synonyms
from factcheck.text.inflection import singular, verb_forms

FRAMES = sorted(sorts_of_event().items())


@pytest.mark.parametrize(("frame", "words"), FRAMES)
def test_each_word_of_a_frame_stands_in_its_base_form(frame: str, words: tuple[str, ...]) -> None:
    """As a noun or as a verb: a text brings its words to one of the two before it asks."""
    bases = set(verb_forms().values())
    assert [word for word in words if word not in bases and singular(word) != word] == []
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(("frame", "words"), FRAMES)
def test_each_frame_tells_two_words_of_one_event(frame: str, words: tuple[str, ...]) -> None:
    assert len(words) > 1
    assert all(frame in frames_of(word) for word in words)


def test_frames_join_what_happened_and_leave_the_rest() -> None:
    assert frames_of("shooting") & frames_of("fire")
    assert frames_of("quake") & frames_of("tremor")
    assert not frames_of("wedding") & frames_of("bankruptcy")
    assert frames_of("teapot", None) == frozenset()


def test_a_thing_of_a_frame_is_no_happening() -> None:
    assert {"heist", "vigil", "quake"} <= happenings()
    assert happenings().isdisjoint({"gun", "court", "teapot"})


def test_a_wider_noun_is_no_narrower_one_and_all_are_singular() -> None:
    broader = synonyms().broader
    assert broader["house"] == "building"
    assert not set(broader) & set(broader.values())
    assert [word for word in broader if singular(word) != word] == []


def test_opposites_stand_in_one_set_only() -> None:
    words = [word for sort in synonyms().opposites for word in sort]
    assert len(words) == len(set(words))
    assert all(len(sort) > 1 for sort in synonyms().opposites)


def test_titles_are_no_words_for_people() -> None:
    assert {"mr", "dr"} <= synonyms().titles
    assert not synonyms().titles & synonyms().people
