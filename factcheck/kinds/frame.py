"""What a kind is: a claim class, and a data file of words, frames and examples.

A frame is a set of slots that must hold together. A mention whose slots satisfy one frame
of a kind is a claim of that kind; no pattern is ever run over the raw text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from importlib.resources import files
from typing import Any

from pydantic import Field

from factcheck.errors import ConfigurationError
from factcheck.lexicon import Lexicon, parse
from factcheck.models import Claim, Dimension
from factcheck.record import Figure


class Movement(StrEnum):
    """How the true figure behind a kind changes while the news is written, and how fast.

    *Fixed*: a distance, the day of a meeting. *Rising*: a toll, which a later count may raise.
    *Falling*: hostages, who are freed. *Volatile*: a price, which is another within hours. *Slow*:
    homes without power, another number within days, up or down. *Moving*: a crowd, which may grow
    or shrink, or be counted badly, so that only the text can state a change.
    """

    FIXED = "fixed"
    RISING = "rising"
    FALLING = "falling"
    VOLATILE = "volatile"
    SLOW = "slow"
    MOVING = "moving"


class Weight(StrEnum):
    """How important a disagreement on a kind is to an editor, in descending order.

    *Victims*: the dead, injured and missing. *People*: others concerned or taking part.
    *Decisions*: what was decided or paid. *Days*: when it happened. *Other*: all else.
    """

    VICTIMS = "victims"
    PEOPLE = "people"
    DECISIONS = "decisions"
    DAYS = "days"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Slots:
    """The slots of one figure, in base forms.

    `head` and `subject` come from the counted noun phrase, `measured` is what a sum or measure is
    the size of; `verb` is the predicate, `patient` says whether it is done to the counted and
    `preposition` leads from it to the figure; `body` is the collective noun whose size is given;
    `clause` holds the words of the clause, `context` every word of the sentence and of the few
    before it.
    """

    dimension: Dimension
    unit: str | None = None
    per: str | None = None
    head: str | None = None
    subject: frozenset[str] = frozenset()
    measured: frozenset[str] = frozenset()
    verb: str | None = None
    patient: bool = False
    preposition: str | None = None
    body: str | None = None
    clause: frozenset[str] = frozenset()
    context: Set[str] = frozenset()


class Frame(Lexicon):
    """Slots that must hold together; each names a list of `words` of the same file.

    `unit` is a unit itself and `preposition` a word itself, `people` whether people are counted,
    `patient` says that the verb must be done to the counted, `rate` that the figure must (or must
    not) be one per day, hour or the like.
    """

    head: str | None = None
    subject: str | None = None
    measured: str | None = None
    verb: str | None = None
    body: str | None = None
    clause: str | None = None
    context: str | None = None
    unit: str | None = None
    preposition: str | None = None
    patient: bool | None = None
    people: bool | None = None
    rate: bool | None = None

    def named_lists(self) -> tuple[str, ...]:
        """The names of the word lists that this frame uses."""
        lists = (
            self.head, self.subject, self.measured, self.verb, self.body, self.clause,
            self.context,
        )  # fmt: skip
        return tuple(name for name in lists if name is not None)


@dataclass(frozen=True, slots=True)
class _Conditions:
    """A frame with the words of the lists that it names: no model, since some eighty are looked at
    for each figure."""

    head: frozenset[str] | None
    subject: frozenset[str] | None
    measured: frozenset[str] | None
    verb: frozenset[str] | None
    body: frozenset[str] | None
    clause: frozenset[str] | None
    context: frozenset[str] | None
    unit: str | None
    preposition: str | None
    patient: bool | None
    people: bool | None
    rate: bool | None

    def hold(self, slots: Slots) -> bool:
        """Whether slots meet each condition."""
        return (
            (self.head is None or slots.head in self.head)
            and (self.verb is None or slots.verb in self.verb)
            and (self.body is None or slots.body in self.body)
            and (self.unit is None or slots.unit == self.unit)
            and (self.preposition is None or slots.preposition == self.preposition)
            and (self.patient is None or slots.patient == self.patient)
            and (self.people is None or (slots.unit == "person") == self.people)
            and (self.rate is None or (slots.per is not None) == self.rate)
            and (self.subject is None or not slots.subject.isdisjoint(self.subject))
            and (self.measured is None or not slots.measured.isdisjoint(self.measured))
            and (self.clause is None or not slots.clause.isdisjoint(self.clause))
            and (self.context is None or not slots.context.isdisjoint(self.context))
        )


def _conditions(frame: Frame, lists: Mapping[str, frozenset[str]]) -> _Conditions:
    """The conditions of a frame, given the lists of its kind."""
    values = dict(frame)
    named = {"head", "subject", "measured", "verb", "body", "clause", "context"}
    words = {name: None if values[name] is None else lists[values[name]] for name in named}
    return _Conditions(**{**values, **words})


class KindLabel(Lexicon):
    """The name of a question whose claims say more than the kind: "destroyed", not "damaged".

    The label holds where most claims have one of the words `said` as their predicate or as the noun
    that is counted, or one of the words `clause` in their clause; each word is among the `words` of
    the kind.
    """

    said: frozenset[str] = frozenset()
    clause: frozenset[str] = frozenset()
    label: str

    def fits(self, claim: Claim) -> bool:
        """Whether the words of a claim say what the label does."""
        question = claim.question
        own = claim.subject is not None and claim.subject in claim.quote
        counted = question.head if own else None  # "a body was found, bringing the toll to 13"
        return not self.said.isdisjoint((question.predicate, counted)) or not (
            self.clause.isdisjoint(question.clause)
        )


class Example(Lexicon):
    """A text and the claim that must be read from it.

    With `words`, the text has a gap, written {}, and the claim must be read with each in it.
    """

    text: str
    quote: str
    low: Figure | None = None
    high: Figure | None = None
    when: tuple[str, str] | None = None
    words: tuple[str, ...] = ()

    def texts(self) -> tuple[str, ...]:
        """The text itself, or with each word in its gap."""
        return tuple(self.text.replace("{}", word) for word in self.words) or (self.text,)


class KindData(Lexicon):
    """The shape of a kind's TOML file.

    `summary` says what it counts and `label` names the question in a report, `labels` the questions
    of those claims that say more. `shared_bits` is the evidence, in bits, that two claims of one
    story are on one question since both are of this kind (a caravan has one size, so much; people
    are counted in many ways, so little). `is_the_question` says that the kind alone identifies the
    question, so that other verbs and other words do not count against it. `may_be` names kinds that
    may count the same people by another word: those taken off a ship are "rescued" and "evacuated".
    `by_noun` says that a kind states what people are and not what happened to them, so that it may
    be any kind of its predicate. `of_victims` says that the perpetrators are counted separately:
    the raiders who were shot dead are none of the dead of their raid. `counts_people` says that
    people are counted whatever the noun: "claimed 84 lives". `weight` orders conflicts of the kind
    among those of others.
    """

    summary: str
    label: str
    movement: Movement
    weight: Weight = Weight.OTHER
    shared_bits: float = 0.0
    is_the_question: bool = False
    may_be: tuple[str, ...] = ()
    of_victims: bool = False
    by_noun: bool = False
    counts_people: bool = False
    dimensions: tuple[Dimension, ...] = ()
    words: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    frames: tuple[Frame, ...] = ()
    labels: tuple[KindLabel, ...] = ()
    reads: tuple[Example, ...] = Field(min_length=1)
    skips: tuple[str, ...] = Field(min_length=1)


def _no_fields(slots: Slots) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True)
class Kind:
    """A kind of claim, which decides whether a mention is one of its claims.

    `claim` is its class, `package` and `file` say where its data file lies, `fields` fills the
    fields that the class adds to `Claim`.
    """

    claim: type[Claim]
    package: str
    file: str
    fields: Callable[[Slots], Mapping[str, Any]] = field(default=_no_fields)

    @cached_property
    def name(self) -> str:
        """The value of `Claim.kind`."""
        return str(self.claim.model_fields["kind"].default)

    @cached_property
    def data(self) -> KindData:
        """The words, frames and examples. Raises `ConfigurationError` where they do not fit."""
        source = f"{self.package}/{self.file}"
        try:
            text = files(self.package).joinpath(self.file).read_text(encoding="utf-8")
        except (OSError, ModuleNotFoundError) as error:
            raise ConfigurationError(source, f"cannot be read: {error}") from error
        data = parse(text, KindData, source)
        for frame in data.frames:
            for name in frame.named_lists():
                if name not in data.words:
                    known = ", ".join(sorted(data.words)) or "none"
                    raise ConfigurationError(
                        source, f"a frame asks for the word list {name!r}; there is {known}"
                    )
        words = {word for each in data.words.values() for word in each}
        for one in data.labels:
            if unknown := sorted((one.said | one.clause) - words):
                raise ConfigurationError(
                    source,
                    f"the label {one.label!r} has {unknown[0]!r}, which is no word of a list",
                )
        return data

    def without(self, name: str, word: str) -> Kind:
        """The same kind without one word of the list `name`."""
        kept = tuple(other for other in self.data.words[name] if other != word)
        less = replace(self)
        words = {**self.data.words, name: kept}
        less.__dict__["data"] = self.data.model_copy(update={"words": words})
        return less

    @cached_property
    def _frames(self) -> tuple[_Conditions, ...]:
        """Its frames, each with the words of the lists that it names."""
        lists = {name: frozenset(words) for name, words in self.data.words.items()}
        return tuple(_conditions(frame, lists) for frame in self.data.frames)

    @cached_property
    def _dimensions(self) -> tuple[Dimension, ...]:
        return self.data.dimensions

    def claims(self, slots: Slots) -> bool:
        """Whether a mention with these slots is of this kind."""
        if slots.dimension not in self._dimensions:
            return False
        return not self._frames or any(frame.hold(slots) for frame in self._frames)

    def label_for(self, claims: Sequence[Claim]) -> str:
        """The label of these claims: one that fits most of them, or that of the kind."""
        for one in self.data.labels:
            if 2 * sum(map(one.fits, claims)) > len(claims):
                return one.label
        return self.data.label


def table(package: str, *claims: type[Claim], folder: str = "") -> tuple[Kind, ...]:
    """Kinds made from claim classes, each with the data file of its name in that folder of the
    package."""
    kinds = ((claim, claim.model_fields["kind"].default) for claim in claims)
    return tuple(Kind(claim, package, f"{folder}{kind}.toml") for claim, kind in kinds)
