"""The word lists of `clauses.toml`, as sets and patterns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.clauses.cues import Cue, cue
from factcheck.clauses.frames import happenings
from factcheck.lexicon import Lexicon, any_of, beginning, for_each_language, load
from factcheck.models import Change
from factcheck.text.inflection import FunctionWords, beginnings
from factcheck.times.direction import plans


class Punishment(Lexicon):
    """The words around the length of a sentence, in `clauses.toml`: the verbs that lay it down or
    get it, the nouns that name it, and verbs that only ask for one."""

    punishing: tuple[str, ...]
    receiving: tuple[str, ...]
    nouns: tuple[str, ...]
    asking: tuple[str, ...]


class _Clauses(Lexicon):
    """The shape of `clauses.toml`."""

    reporting: frozenset[str]
    believing: frozenset[str]
    to_hearers: frozenset[str]
    done_to: tuple[str, ...]
    befalling: tuple[str, ...]
    ergative: frozenset[str]
    control: frozenset[str]
    perceiving: frozenset[str]
    prospective: frozenset[str]
    finding: frozenset[str]
    negations: frozenset[str]
    limits: frozenset[str]
    refusing: frozenset[str]
    leaving_object: frozenset[str]
    human: frozenset[str]
    event_nouns: Mapping[str, str]
    states: Mapping[str, str]
    exclusive_outcomes: Mapping[str, tuple[str, ...]]
    results: Mapping[str, str]
    number_nouns: tuple[str, ...]
    measure_nouns: frozenset[str]
    punishment: Punishment
    adding_up: tuple[str, ...]
    according_to: tuple[str, ...]
    light: frozenset[str]
    occurring: frozenset[str]
    beginnings: frozenset[str]
    support: frozenset[str]
    phase_start: tuple[str, ...]
    phase_later: tuple[str, ...]
    connecting: tuple[str, ...]
    change: tuple[str, ...]
    change_up: tuple[str, ...]
    change_down: tuple[str, ...]
    changed_from: tuple[str, ...]
    retracted_before: tuple[str, ...]
    hypothetical_before: tuple[str, ...]
    ahead: tuple[str, ...]
    earlier: tuple[str, ...]
    presuming: tuple[str, ...]
    conative: frozenset[str]
    requesting: frozenset[str]
    possible_modals: frozenset[str]
    semi_auxiliaries: frozenset[str]
    stretches: frozenset[str]
    arising: frozenset[str]
    manners: frozenset[str]
    part_in_clause: tuple[str, ...]
    others: tuple[str, ...]
    others_after: tuple[str, ...]
    part_after: tuple[str, ...]
    partitives: frozenset[str]
    part_before: tuple[str, ...]
    whole_before: tuple[str, ...]
    leaving_out: tuple[str, ...]
    taking_in: tuple[str, ...]
    degrees: frozenset[str]
    ballots: frozenset[str]
    ballots_lost: frozenset[str]
    groups: tuple[str, ...]
    sizes: frozenset[str]
    place_prepositions: frozenset[str]
    no_place: frozenset[str]
    place_nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class ClauseLexicon:
    """The word sets and patterns that the readers of a clause look up."""

    grammar: FunctionWords
    reporting: frozenset[str]
    believing: frozenset[str]
    to_hearers: frozenset[str]
    done_to: frozenset[str]
    outcomes: frozenset[str]
    ergative: frozenset[str]
    control: frozenset[str]
    perceiving: frozenset[str]
    prospective: frozenset[str]
    finding: frozenset[str]
    negations: frozenset[str]
    limits: frozenset[str]
    refusing: frozenset[str]
    leaving_object: frozenset[str]
    human: frozenset[str]
    event_nouns: Mapping[str, str]
    states: Mapping[str, str]
    exclusive_outcomes: Mapping[str, str]  # for each verb that of all which state its outcome
    results: Mapping[str, str]
    number_nouns: frozenset[str]
    measure_nouns: frozenset[str]
    punishment: Punishment
    light: frozenset[str]
    occurring: frozenset[str]
    happenings: frozenset[str]
    beginnings: frozenset[str]
    support: frozenset[str]
    change: Mapping[str, Change | None]
    ballots: frozenset[str]
    ballots_lost: frozenset[str]
    groups: frozenset[str]
    begun_groups: tuple[str, ...]  # the prefixes of all forms of collective nouns
    sizes: frozenset[str]
    place_prepositions: frozenset[str]
    no_place: frozenset[str]
    place_nouns: frozenset[str]
    partitives: frozenset[str]
    according_to: Cue
    adding_up: re.Pattern[str]
    phase_start: Cue
    phase_later: Cue
    connecting: Cue
    changed_from: re.Pattern[str]
    retracted_before: Cue
    hypothetical_before: Cue
    ahead: Cue
    earlier: Cue
    presuming: Cue
    conative: frozenset[str]
    requesting: frozenset[str]
    possible_modals: frozenset[str]
    semi_auxiliaries: frozenset[str]
    stretches: frozenset[str]
    arising: frozenset[str]
    manners: frozenset[str]
    part_in_clause: Cue
    others: re.Pattern[str]
    others_after: re.Pattern[str]
    part_after: re.Pattern[str]
    part_before: re.Pattern[str]
    whole_before: re.Pattern[str]
    leaving_out: re.Pattern[str]
    taking_in: re.Pattern[str]
    degrees: frozenset[str]


def _phrase(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds one of some phrases as whole words."""
    return re.compile(rf"{beginning(words)}\b{any_of(words)}\b", re.IGNORECASE)


def _cue(words: tuple[str, ...]) -> Cue:
    """The cue of some phrases."""
    return cue(rf"{beginning(words)}\b{any_of(words)}\b", words)


def _ending(words: tuple[str, ...], then: str = "") -> re.Pattern[str]:
    """A pattern for one of some phrases and optional words behind it, at the end of the text before
    a figure."""
    return re.compile(rf"\b{any_of(words)}{then}\s*$", re.IGNORECASE)


def _changes(data: _Clauses) -> dict[str, Change | None]:
    """The verbs of change with the direction in which they move a figure, or `None`."""
    return {
        **dict.fromkeys(data.change),
        **dict.fromkeys(data.change_up, Change.UP),
        **dict.fromkeys(data.change_down, Change.DOWN),
    }


def _adding_up(data: _Clauses) -> re.Pattern[str]:
    """A pattern for "bringing the overall toll so far to", right before a figure."""
    return re.compile(
        rf"\b{any_of(data.adding_up)}\s+(?:the|its|their)\s+(?:\w+\s+)?"
        rf"{any_of(data.number_nouns)}(?:\s+so\s+far)?\s+to\s*$",
        re.IGNORECASE,
    )


def _retracted_before(data: _Clauses) -> Cue:
    """The cue of what takes a figure back, right before it; `article` finds whether it stands
    before a definite one. "Hundreds, if not thousands" and "whether or not 12 died" take nothing
    back."""
    return cue(
        rf"(?<!\bif\s)(?<!\bor\s)\b{any_of(data.retracted_before)}(?P<article>\s+the)?[\s,]*$",
        data.retracted_before,
    )


@for_each_language
def clause_lexicon(language: str) -> ClauseLexicon:
    """The word lists of a language, compiled once."""
    data = load("clauses", _Clauses, language)
    return ClauseLexicon(
        reporting=data.reporting, believing=data.believing, to_hearers=data.to_hearers,
        ergative=data.ergative, control=data.control, perceiving=data.perceiving,
        prospective=data.prospective, finding=data.finding, human=data.human,
        measure_nouns=data.measure_nouns, light=data.light, occurring=data.occurring,
        beginnings=data.beginnings, support=data.support, ballots=data.ballots,
        ballots_lost=data.ballots_lost, sizes=data.sizes,
        place_prepositions=data.place_prepositions, no_place=data.no_place,
        place_nouns=data.place_nouns, partitives=data.partitives, degrees=data.degrees,
        negations=data.negations, limits=data.limits, refusing=data.refusing,
        leaving_object=data.leaving_object, conative=data.conative, requesting=data.requesting,
        semi_auxiliaries=data.semi_auxiliaries | plans(language),
        possible_modals=data.possible_modals, stretches=data.stretches,
        arising=data.arising, manners=data.manners,
        grammar=load("grammar", FunctionWords, language),
        done_to=frozenset(data.done_to),
        outcomes=frozenset((*data.done_to, *data.befalling)),
        event_nouns=data.event_nouns,
        states=data.states,
        exclusive_outcomes={
            verb: outcome for outcome, verbs in data.exclusive_outcomes.items() for verb in verbs
        },
        results=data.results,
        number_nouns=frozenset(data.number_nouns),
        punishment=data.punishment,
        happenings=happenings(language),
        change=_changes(data),
        groups=frozenset(data.groups),
        begun_groups=tuple(begun for noun in data.groups for begun in beginnings(noun)),
        according_to=_cue(data.according_to),
        adding_up=_adding_up(data),
        phase_start=_cue(data.phase_start),
        phase_later=_cue(data.phase_later),
        connecting=_cue(data.connecting),
        changed_from=_ending(data.changed_from),
        retracted_before=_retracted_before(data),
        hypothetical_before=_cue(data.hypothetical_before),
        ahead=_cue(data.ahead),
        earlier=_cue(data.earlier),
        presuming=_cue(data.presuming),
        part_in_clause=_cue(data.part_in_clause),
        others=_phrase(data.others),
        others_after=re.compile(rf"^\s*{any_of(data.others_after)}\b(?!\s+than\b)", re.IGNORECASE),
        part_after=re.compile(rf"^\s*{any_of(data.part_after)}\b", re.IGNORECASE),
        part_before=_ending(data.part_before, r"\s*(?:at least|about|some|only)?"),
        whole_before=_ending(data.whole_before),
        leaving_out=_phrase(data.leaving_out),
        taking_in=_phrase(data.taking_in),
    )  # fmt: skip
