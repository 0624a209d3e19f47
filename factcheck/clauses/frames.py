"""Sorts of event, and the words that name each: a "shooting" and "opened fire" may be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from factcheck.lexicon import Lexicon, for_each_language, load


class _Frames(Lexicon):
    """The shape of `frames.toml`."""

    frames: Mapping[str, tuple[str, ...]]
    things: tuple[str, ...]


def frames_of(*words: str | None, language: str = "en") -> frozenset[str]:
    """The frames that any of some words, in base forms, may name."""
    known = _by_word(language)
    return frozenset().union(*(known.get(word, ()) for word in words if word is not None))


def sorts_of_event(language: str = "en") -> Mapping[str, tuple[str, ...]]:
    """The frames of a language with the words that name each."""
    known: _Frames = load("frames", _Frames, language)
    return known.frames


@cache
def _by_word(language: str) -> Mapping[str, frozenset[str]]:
    """The sorts of event that each word may belong to."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for frame, words in sorts_of_event(language).items():
        for word in words:
            found[word].add(frame)
    return {word: frozenset(frames) for word, frames in found.items()}


@for_each_language
def happenings(language: str) -> frozenset[str]:
    """The words of the frames, without those whose nouns name no event: "gun", "court"."""
    known: _Frames = load("frames", _Frames, language)
    return frozenset(_by_word(language)) - frozenset(known.things)
