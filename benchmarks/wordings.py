"""Are two wordings of one question put together, and two questions kept apart?

    python benchmarks/wordings.py [--topic NAME] [--show N]

Takes the wordings of the generated news two at a time. Each pair makes two short articles, once
with one figure and once with two that contradict each other. Wordings of one fact must be linked
whatever the figures say; wordings of two facts must not be, even with one figure. Prints both
shares, then the facts whose wordings are linked least, with `--show` pairs that were not.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from random import Random

from factcheck import Article, Report, reconcile
from factcheck.testing.answers import NewsAnswer
from factcheck.testing.plans import true_answer
from factcheck.testing.topics import Fact, Sort, Topic, topic, topic_names, words
from factcheck.testing.writing import Desk, Mark, Slot, fits, write

_EVENT, _OTHER_DAY, _PRINTED = date(2024, 3, 6), date(2024, 3, 4), date(2024, 3, 7)


@dataclass(frozen=True)
class _Sentence:
    fact: Fact
    wording: str

    def article(self, at: int, topic: Topic, answer: NewsAnswer) -> tuple[Article, Mark, str]:
        """An article of a lead and this sentence, and where the answer stands in it."""
        setting = {name: names[0] for name, names in topic.setting.items()}
        desk = Desk(words().outlets[4 + at], _PRINTED, setting, topic.currency)
        slot = Slot(answer, self.fact.asks)
        slots = dict.fromkeys(("figure", "bare", "day", "clock"), slot)
        told = write(self.wording, self.fact, slots, desk, Random(5))
        lead = topic.leads[at].format(**setting) + "\n\n"
        article = Article(
            id=str(at), text=lead + told.text, published=_PRINTED, publisher=desk.outlet.name
        )
        return article, told.marks[0].moved(len(lead)), told.text


def _answers(fact: Fact) -> tuple[NewsAnswer, NewsAnswer]:
    """The same two answers for every wording of a fact, far apart."""
    if fact.sort is Sort.DAY:
        return NewsAnswer(day=_EVENT), NewsAnswer(day=_OTHER_DAY)
    one = true_answer(fact, _EVENT, Random(1))
    if fact.sort is Sort.CLOCK:
        assert one.clock is not None
        return one, NewsAnswer(clock=one.clock.replace(hour=(one.clock.hour + 5) % 23 + 1))
    low, high = fact.figures
    middle = low + (high - low) // 3 // fact.step * fact.step
    return NewsAnswer.exact(middle, fact.unit), NewsAnswer.exact(high, fact.unit)


def _linked(report: Report, marks: tuple[Mark, Mark]) -> bool:
    return any(
        all(
            any(
                claim.article_id == str(at)
                and claim.span.start < mark.end
                and mark.start < claim.span.end
                for claim in group.claims
            )
            for at, mark in enumerate(marks)
        )
        for group in report.groups
    )


def _tried(
    topic: Topic, left: _Sentence, right: _Sentence, answers: tuple[NewsAnswer, NewsAnswer]
) -> tuple[bool, str]:
    made = (left.article(0, topic, answers[0]), right.article(1, topic, answers[1]))
    report = reconcile([article for article, _, _ in made])
    return _linked(report, (made[0][1], made[1][1])), " | ".join(text for _, _, text in made)


def _sentences(fact: Fact) -> list[_Sentence]:
    answers = _answers(fact)
    return [
        _Sentence(fact, wording)
        for wording in fact.wordings
        if all(fits(wording, answer) for answer in answers)
    ]


@dataclass
class _Count:
    """What was linked, by sort of pair and by fact, and the pairs that went the wrong way."""

    linked: Counter[tuple[str, bool]] = field(default_factory=Counter)
    facts: dict[str, Counter[bool]] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)

    def one_question(self, topic: Topic, fact: Fact) -> None:
        """Every two wordings of a fact, which must be linked."""
        true, other = _answers(fact)
        counted = self.facts.setdefault(fact.asks, Counter())
        for left, right in combinations(_sentences(fact), 2):
            for title, second in (("one answer", true), ("two answers", other)):
                found, texts = _tried(topic, left, right, (true, second))
                self.linked[f"one question, {title}", found] += 1
                counted[found] += 1
                if not found:
                    self.failures.append(f"not linked: {texts}")

    def two_questions(self, topic: Topic) -> None:
        """Wordings of two facts that are answered in one sort of figure, which must not be."""
        for one, other in combinations(topic.facts, 2):
            if (one.sort, one.unit) != (other.sort, other.unit):
                continue
            (true, _), (_, second) = _answers(one), _answers(other)
            for left, right in zip(_sentences(one), _sentences(other), strict=False):
                for title, answer in (("one figure", true), ("two figures", second)):
                    found, texts = _tried(topic, left, right, (true, answer))
                    self.linked[f"two questions, {title}", found] += 1
                    if found:
                        self.failures.append(f"linked: {texts}")

    def print(self, show: int) -> None:
        """The shares linked, the facts linked least, and `show` failures taken at random."""
        for title in dict.fromkeys(title for title, _ in self.linked):
            yes, no = self.linked[title, True], self.linked[title, False]
            print(f"{title:28} linked {yes / (yes + no):.3f}   {yes} of {yes + no}")
        print("\nshare of pairs linked, by fact, the least first")
        shares = {asks: c[True] / c.total() for asks, c in self.facts.items() if c.total()}
        for asks in sorted(shares, key=lambda asks: (shares[asks], asks))[:25]:
            print(f"  {shares[asks]:.2f}  {asks}")
        for failure in Random(1).sample(self.failures, min(show, len(self.failures))):
            print(failure)


def main() -> None:
    """Tries every pair and prints the shares."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--topic", action="append", default=[], help="only this topic")
    parser.add_argument("--show", type=int, default=0, help="how many failures to show")
    arguments = parser.parse_args()
    count = _Count()
    for name in arguments.topic or topic_names():
        one = topic(name)
        for fact in one.facts:
            count.one_question(one, fact)
        count.two_questions(one)
    count.print(arguments.show)


if __name__ == "__main__":
    main()
