"""The weights of linking: what each level of a comparison adds, as fitted.

`model.json` holds the weights that `training/linking.py` (claims that give one answer) and
`training/identity.py` (claims whose answers differ) fit, for each of the two a logistic model for
figures and one for days, with what they were fitted on and how well they did on bundles that were
left out; and beside them the bounds that are set by hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from enum import IntEnum
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator

from factcheck.errors import ConfigurationError
from factcheck.linkage.evidence import (
    DIFFERENCE_LEVELS,
    IDENTITY_LEVELS,
    PAIR_LEVELS,
    Evidence,
    Level,
)

Whole = Annotated[int, Field(ge=1)]
Share = Annotated[float, Field(gt=0, lt=1)]


class Weights(BaseModel):
    """The prior log-odds of one question, and what each level adds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    constant: float
    levels: Mapping[str, float]

    @field_validator("levels")
    @classmethod
    def _are_levels(cls, levels: Mapping[str, float]) -> Mapping[str, float]:
        """Check that each weight is of a level that a comparison can reach. A level without a
        weight was too small to keep."""
        if unknown := levels.keys() - PAIR_LEVELS:
            raise ValueError(f"no comparison reaches {', '.join(sorted(unknown))}")
        return levels

    def evidence(self, levels: Iterable[Level], shown: float) -> Evidence:
        """The log-odds that a pair answers one question, with the reasons that weigh most, from
        `shown` on."""
        total = self.constant
        weighed: list[tuple[float, str]] = []
        known = self.levels
        for level in levels:
            weight = known.get(level.name, 0.0) * level.amount
            total += weight
            if level.reason and abs(weight) >= shown:
                weighed.append((weight, level.reason))
        return Evidence(total, weighed)


class Strength(IntEnum):
    """How sure it is that two differing answers are to one question."""

    DIFFERENT = -1
    OPEN = 0
    POSSIBLE = 1
    LIKELY = 2
    SURE = 3


class DifferingWeights(BaseModel):
    """The log-odds that two differing answers answer one question: `constant` and what each level
    adds, and what then becomes of that sum beside the competing matches of the pair
    (`competing.py`): `base`, the share of the sum (`own`), and what the `margin` over the best
    competing match and an `agreement` add."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    constant: float
    levels: Mapping[str, float]
    base: float
    own: float
    margin: float
    agreement: float

    @field_validator("levels")
    @classmethod
    def _are_levels(cls, levels: Mapping[str, float]) -> Mapping[str, float]:
        known = PAIR_LEVELS | IDENTITY_LEVELS | DIFFERENCE_LEVELS
        if unknown := levels.keys() - known:
            raise ValueError(f"no comparison reaches {', '.join(sorted(unknown))}")
        return levels


class IdentityWeights(BaseModel):
    """Weights for one question where the answers differ, written by `training/identity.py`, and
    bounds set by hand. A score from `likely` on is an identity that permits a conflict; from
    `possible` on it is worth a question to the desk.

    A pair that is ahead of competing matches by `clear` has none, and an agreement counts from
    `agreeing_from` to `agreeing_to`. `spread` and `stray` say how far figures of one question lie
    apart (`figures.closeness`), and `close` from which log-odds on that is given as a reason.
    `most_possible` questions of one story are asked, of `most_answers` answers each, more a desk
    would not read, and of no figures more than `far` times apart.

    `both_given` and `differing` weaken an identity by the share of pairs of two answers that one
    article gives, and that differ in a slot. `happenings` speaks against one question of two equal
    days whose sentences are parallel and about two things, and of two equal counts of two outcomes.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    figures: DifferingWeights
    days: DifferingWeights
    possible: float
    likely: float
    sure: float
    both_given: float
    differing: float
    happenings: float
    clear: float = Field(gt=0)
    agreeing_from: float
    agreeing_to: float
    spread: float = Field(gt=0)
    stray: float = Field(gt=0, lt=1)
    close: float
    far: float = Field(gt=1)
    most_possible: int = Field(ge=0)
    most_answers: int = Field(ge=2)

    def strength(self, score: float) -> Strength:
        """The strength of an identity with this score."""
        if score >= self.sure:
            return Strength.SURE
        if score >= self.likely:
            return Strength.LIKELY
        return Strength.POSSIBLE if score >= self.possible else Strength.OPEN


class Blocking(BaseModel):
    """Bounds for which articles are compared, and which are about one story; set by hand."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    # Words of a profile, the weightiest first: what a long article has beyond says little of its
    # story. It is looked up by the first of them, and none is shorter than so many letters.
    terms: Whole
    keys: Whole
    shortest_word: Whole
    # Bits. A word that makes up more than one in a thousand of all words says nothing of a story.
    # A name is rarer than its word: Rice, Ward and Stone are in the table as what one eats, has in
    # a hospital and throws. So a name has so many bits at least.
    common: float
    name: float

    # The cosine from which two long articles are of one story. The more words two texts have, the
    # more they share by chance; so of shorter texts less is asked, by the root of their words.
    alike: Share
    # Articles printed up to so many days apart are compared like those of one day. The more days
    # lie beyond, the more alike they must be, up to what is asked of any two from the second number
    # on: a reprint of a year ago is found, and the next storm in the same town is not.
    days: Whole
    window: Whole
    alike_ever: Share
    # Without a date nothing says that two articles are of one time: they must be more alike.
    undated: float = Field(ge=1)
    # Two articles are compared at all where the words that they are looked up by bring such a share
    # of what is asked; articles of other times are looked up by so many of these words only.
    by_keys: Share
    ever: Whole
    # Stories that one story is compared with: those most like it. Of hundreds that sound alike
    # (every fire of a year in one archive) each is like each other one, and pairs grow with their
    # square.
    crowd: Whole
    # A story is judged in one piece, in one process. So that none takes hours, it takes in no more
    # texts than this; the next ones make a story of their own, and a note says so.
    largest_story: Whole
    # Claims of one block, and those of one article among them, that are compared each with each
    # other: of 547 articles of news none gives more than 29 of one block.
    largest_block: Whole
    most_of_article: Whole
    # Claims of one article in a part that no key divides: an article that gives more figures of one
    # noun with one verb prints a table, and each line of it asks another question.
    largest_table: Whole


class ContextBounds(BaseModel):
    """Bounds for the text around a claim that counts as its context; set by hand."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    # Days before the day of print from which on a figure is given for comparison.
    long_before: Whole
    # Characters behind a figure in which "including" still speaks of it.
    behind: Whole
    # Sentences that have a word of the story, which distinguishes none of its things.
    throughout: Whole
    # Two spellings of one name: so many per cent alike ("Koohi" and "Kavouhi" stay apart, "Zinbi"
    # and "Zinabieh" too), and so many letters long at least: in shorter ones one letter makes
    # another name (Iran, Iraq).
    spelt_alike: float = Field(gt=0, le=100)
    spelt_in: Whole
    # Characters at the head of a text that are its lead.
    lead: Whole
    # Words in a run by which copied sentences are known.
    run: Whole
    # Bits from which on a name names one thing: "states" and "united" are of no one place.
    name: float = Field(gt=0)
    # Sentences before that of a pronoun that are looked at for what it refers to.
    back: Whole


class ComparisonBounds(BaseModel):
    """Bounds and bits for comparing the words and figures of two claims; set by hand."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    # Bits of a word that every report has, and what each bit beyond them says.
    everyday: float = Field(ge=0)
    says: float = Field(gt=0)
    # Bits beyond which a single word adds no more; that show which one is meant; that put two
    # figures of one sort in one place; that are as good as certain; the same of who takes part.
    rare: float = Field(gt=0)
    identifying: float = Field(gt=0)
    setting: float = Field(gt=0)
    much: float = Field(gt=0)
    participants: float = Field(gt=0)
    # Log of the ratio of two figures beyond which it says no more.
    widest: float = Field(gt=0)
    # Words over which nearness to a figure falls by a factor of e.
    reach: float = Field(gt=0)
    # Bits of an equal figure: of an age, of one up to a dozen, of each digit, of each power of ten.
    age: float = Field(ge=0)
    small: float = Field(ge=0)
    digit: float = Field(ge=0)
    size: float = Field(ge=0)
    # Shares of the runs of the shorter sentence that make it copied, where the answers agree and
    # where they differ, and how many runs are no accident twice.
    copied: Share
    copied_differing: Share
    long: Whole
    # Share of the participants of the day with fewer.
    half: Share
    # Two sentences are parallel from this share of the content words of the shorter one on, and so
    # many words; longer ones than the last are never so by design.
    parallel: Share
    parallel_from: Whole
    parallel_to: Whole
    # Days of a period from which on it is as coarse as a year or a month; over which reports may
    # name one event's day; and over which they may speak of one event.
    year: Whole
    month: Whole
    week: Whole
    one_event: Whole
    # Weight from which on a reason is given, and mean evidence from which on one answer is of one
    # question: log-odds of seven in ten, and of nine in ten.
    shown: float = Field(ge=0)
    likely: float
    sure: float


class LinkModel(BaseModel):
    """The linking model: the fitted weights, by the sort of answer that two claims give, and what
    is set by hand."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    figures: Weights
    days: Weights
    identity: IdentityWeights
    blocking: Blocking
    context: ContextBounds
    comparison: ComparisonBounds
    provenance: Mapping[str, object] = {}


@cache
def link_model() -> LinkModel:
    """The model that ships with the package.

    Raises `ConfigurationError` where the file does not hold one.
    """
    return read_model(files("factcheck.linkage").joinpath("model.json").read_text(encoding="utf-8"))


def blocking() -> Blocking:
    """The bounds of blocking in the model that ships with the package."""
    return link_model().blocking


def context_bounds() -> ContextBounds:
    """The bounds of context in the model that ships with the package."""
    return link_model().context


def comparison() -> ComparisonBounds:
    """The bounds of comparison in the model that ships with the package."""
    return link_model().comparison


def read_model(text: str) -> LinkModel:
    """Parse a model from JSON.

    Raises `ConfigurationError` for a text that is no model, and for one that names a level that no
    comparison reaches.
    """
    try:
        return LinkModel.model_validate(json.loads(text))
    except ValueError as error:  # pydantic's ValidationError and json's errors are such
        raise ConfigurationError("linkage/model.json", str(error)) from error
