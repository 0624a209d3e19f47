"""Plans of how the outlets of a bundle answer one question, and the verdict that must result.

Every plan starts from a true figure and makes the answers from it, so the verdict is known before
a sentence is written. It rests on the meaning of the words alone: answers that share a figure
agree or are compatible, a higher count of a later day is an update where the figure can rise,
answers far apart contradict each other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from decimal import Decimal
from random import Random

from factcheck.kinds import Movement
from factcheck.models import Change
from factcheck.results import Verdict
from factcheck.testing.answers import AnswerForm, NewsAnswer, answers_to, converted, rounded
from factcheck.testing.topics import Fact, Sort


@dataclass(frozen=True)
class Statement:
    """The statement of one outlet: its answer, and the earlier figure where it states a change."""

    answer: NewsAnswer
    before: NewsAnswer | None = None
    change: Change | None = None


@dataclass(frozen=True)
class Plan:
    """The statements of the outlets, in their order, and the verdict that must result."""

    relation: str
    statements: tuple[Statement, ...]
    verdict: Verdict
    also_right: tuple[Verdict, ...] = ()


@dataclass(frozen=True)
class AskedFact:
    """A fact of one event: `truth` is its answer, `days` are the outlets' days of print."""

    fact: Fact
    truth: NewsAnswer
    days: tuple[date, ...]

    @property
    def figure(self) -> Decimal:
        """The true figure."""
        assert self.truth.low is not None
        return self.truth.low


def true_answer(fact: Fact, event: date, random: Random) -> NewsAnswer:
    """The answer that is true of the event, which happened on the day `event`."""
    if fact.sort is Sort.DAY:
        return NewsAnswer(day=event)
    if fact.sort is Sort.CLOCK:
        return NewsAnswer(clock=time(random.randint(1, 23), 5 * random.randint(0, 11)))
    low, high = fact.figures
    steps = int((high - low) / fact.step)
    return NewsAnswer.exact(low + fact.step * random.randint(0, steps), fact.unit)


def plan(fact: Fact, truth: NewsAnswer, days: Sequence[date], random: Random) -> Plan:
    """Chooses how the outlets, in the order of their days of print, answer the fact's question."""
    asked = AskedFact(fact, truth, tuple(days))
    if len(days) == 1:
        return Plan("told once", (Statement(truth),), Verdict.SINGLE)
    # Each way is asked in an order of chance until one can be taken; agreement always can.
    ways = list(_WAYS)
    while ways:
        found = ways.pop(random.randrange(len(ways)))(asked, random)
        if found is not None:
            return found
    return _agree(asked, random)


def another(asked: AskedFact, random: Random) -> NewsAnswer:
    """An answer that contradicts the true one; of figures, a higher one."""
    truth = asked.truth
    if truth.day is not None:
        return replace(truth, day=truth.day - timedelta(days=random.randint(1, 2)))
    if truth.clock is not None:
        hour = (truth.clock.hour + random.randint(2, 5)) % 24
        return replace(truth, clock=truth.clock.replace(hour=max(hour, 1)))
    return NewsAnswer.exact(_far_above(asked, random), truth.unit)


Way = Callable[[AskedFact, Random], Plan | None]


def _agree(asked: AskedFact, random: Random) -> Plan:
    """Plan: all outlets give one answer, exact or in other words."""
    answer = asked.truth
    if _can_be_rounded(asked.fact) and random.randrange(3) == 2:
        answer = random.choice(answers_to(asked.figure, asked.truth.unit))
    statements = tuple(Statement(answer) for _ in asked.days)
    # "Almost 500" and "just under 500" are the same to one reader, and nearly so to another.
    also = () if answer == asked.truth else (Verdict.COMPATIBLE,)
    return Plan("the same", statements, Verdict.AGREE, also)


def _hedge_others(asked: AskedFact, random: Random) -> Plan | None:
    """Plan: one outlet has the true figure, the others hedge, bound or round it."""
    if not _can_be_rounded(asked.fact):
        return None
    ways = answers_to(asked.figure, asked.truth.unit)[1:]
    if not ways:
        return None
    statements = [Statement(asked.truth), *(Statement(random.choice(ways)) for _ in asked.days[1:])]
    random.shuffle(statements)
    return Plan("hedged or bounded", tuple(statements), Verdict.COMPATIBLE)


def _rounded(asked: AskedFact, random: Random) -> Plan | None:
    """Plan: one outlet gives the figure, the others a round one."""
    if not _can_be_rounded(asked.fact):
        return None
    near = rounded(asked.figure, asked.truth.unit)
    if near is None:
        return None
    statements = [Statement(asked.truth), *(Statement(near) for _ in asked.days[1:])]
    return Plan("rounded", tuple(statements), Verdict.COMPATIBLE)


def _converted(asked: AskedFact, random: Random) -> Plan | None:
    """Plan: outlets give one measure in two units."""
    if asked.truth.unit is None:
        return None
    other = converted(asked.figure, asked.truth.unit)
    if other is None:
        return None
    statements = [Statement(asked.truth), Statement(other)]
    statements += [Statement(random.choice((asked.truth, other))) for _ in asked.days[2:]]
    random.shuffle(statements)
    return Plan("converted", tuple(statements), Verdict.AGREE, (Verdict.COMPATIBLE,))


def _contradict(asked: AskedFact, random: Random) -> Plan | None:
    """Plan: two answers far apart; of a rising figure, the lower one is not the earlier one."""
    high, low = another(asked, random), asked.truth
    if _can_be_rounded(asked.fact):
        high = _hedged(high, (AnswerForm.EXACT, AnswerForm.ABOUT, AnswerForm.AT_LEAST), random)
        low = _hedged(low, (AnswerForm.EXACT, AnswerForm.ABOUT), random)
    split = random.randint(1, len(asked.days) - 1)
    statements = [Statement(high)] * split + [Statement(low)] * (len(asked.days) - split)
    if asked.fact.movement is not Movement.RISING:
        random.shuffle(statements)
    return Plan("contradicted", tuple(statements), Verdict.CONFLICT, _if_moved(asked))


def _rise(asked: AskedFact, random: Random) -> Plan | None:
    """Plan: a higher count in the papers of a later day."""
    if asked.fact.movement is not Movement.RISING or asked.days[0] == asked.days[-1]:
        return None
    later = NewsAnswer.exact(_far_above(asked, random), asked.truth.unit)
    turn = random.choice(sorted(set(asked.days))[1:])
    statements = tuple(Statement(asked.truth if day < turn else later) for day in asked.days)
    return Plan("risen since", statements, Verdict.UPDATE)


def _state_change(asked: AskedFact, random: Random) -> Plan | None:
    """Plan: the last outlet states the change, the others give the figure before it or after it."""
    changes = [
        change
        for change, wordings in ((Change.UP, asked.fact.grew), (Change.DOWN, asked.fact.shrank))
        if wordings
    ]
    if not changes:
        return None
    change = random.choice(changes)
    low, high = asked.truth, NewsAnswer.exact(_far_above(asked, random), asked.truth.unit)
    before, after = (low, high) if change is Change.UP else (high, low)
    statements = [Statement(random.choice((after, before))) for _ in asked.days[1:]]
    return Plan("change told", (*statements, Statement(after, before, change)), Verdict.UPDATE)


def _leave_open(asked: AskedFact, random: Random) -> Plan | None:
    """Plan: "more than 2,000" beside 10,000, no contradiction in logic, but not what a reader
    takes."""
    if not _can_be_rounded(asked.fact) or asked.fact.movement is Movement.RISING:
        return None
    bounds = [a for a in answers_to(asked.figure, asked.truth.unit) if a.form is AnswerForm.OVER]
    if not bounds:
        return None
    far = NewsAnswer.exact(asked.figure * random.randint(4, 6), asked.truth.unit)
    statements = [Statement(bounds[0]), *(Statement(far) for _ in asked.days[1:])]
    return Plan("far above the bound", tuple(statements), Verdict.TENSION, _if_moved(asked))


# Repeated by how often the news has them: most outlets agree, or say the same in other words.
_WAYS: tuple[Way, ...] = (
    _agree, _agree, _agree, _hedge_others, _hedge_others, _rounded, _converted, _converted,
    _contradict, _contradict, _rise, _rise, _state_change, _leave_open,
)  # fmt: skip


def _if_moved(asked: AskedFact) -> tuple[Verdict, ...]:
    """The verdicts that a change would allow too: a crowd or a list of the missing may have changed
    where the days of print differ."""
    moved = asked.fact.movement is Movement.MOVING and asked.days[0] != asked.days[-1]
    return (Verdict.UPDATE,) if moved else ()


def _can_be_rounded(fact: Fact) -> bool:
    """Whether a figure can be rounded: a percentage or a magnitude is written to the place that is
    known."""
    counted = fact.sort in (Sort.COUNT, Sort.MONEY, Sort.MEASURE)
    return counted and fact.unit != "percent"


def _far_above(asked: AskedFact, random: Random) -> Decimal:
    """Another figure that no hedge or rounding of the true one reaches."""
    if asked.fact.sort is Sort.BARE or asked.fact.unit == "percent":
        return asked.figure + max(asked.fact.step * 3, Decimal(random.randint(3, 9)) / 10)
    grown = asked.figure * random.choice((Decimal("1.6"), Decimal(2), Decimal("2.7")))
    steps = (grown - asked.figure) / asked.fact.step
    return asked.figure + asked.fact.step * max(int(steps) + 1, 2)


def _hedged(answer: NewsAnswer, forms: Sequence[AnswerForm], random: Random) -> NewsAnswer:
    """Another form of an answer, one of `forms`."""
    assert answer.low is not None
    ways = [way for way in answers_to(answer.low, answer.unit) if way.form in forms]
    return random.choice(ways)
