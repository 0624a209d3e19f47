"""A second opinion: a program of the newsroom's own is asked where the rules may be wrong.

It is asked about conflicts, and about what may be one question, a bounded number of times, and
each answer becomes a decision with its name. Nothing here calls a network.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Literal

from factcheck.answers.comparable import answer_of
from factcheck.corrections.resolution import ResolvedCorrections
from factcheck.decisions import NOTE, Decision, Ruling
from factcheck.models import Article, Claim
from factcheck.policy import Policy
from factcheck.record import Record
from factcheck.results import Possible, Relation, Report

_AROUND = 400  # characters of context on each side of a sentence


class OpinionSide(Record):
    """One of the two claims asked about: its `sentence` with the figure as `quote`, and the
    `context` around it stands in the article."""

    claim: str
    quote: str
    sentence: str
    context: str
    outlet: str
    title: str
    published: date | None


class OpinionQuestion(Record):
    """Do the two sides answer one question? `label` names it as the report does; `about` says
    whether they are a conflict of the report or only possibly one question."""

    about: Literal["conflict", "possible"]
    label: str
    left: OpinionSide
    right: OpinionSide


class Answer(StrEnum):
    """Whether two claims answer one question."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Opinion(Record):
    """What a program answers, and why."""

    answer: Answer
    reason: str = ""


SecondOpinion = Callable[[OpinionQuestion], Opinion]


def asked(
    second_opinion: SecondOpinion,
    report: Report,
    decided: ResolvedCorrections,
    most: int,
    policy: Policy,
) -> tuple[tuple[Decision, ...], tuple[str, ...]]:
    """Ask the second opinion: its answers as decisions of today, and a note for each failure.

    Conflicts come first, the surest before the others; what was decided already is not asked. An
    error that the program raises costs that one question.
    """
    name = getattr(second_opinion, "__name__", type(second_opinion).__name__)
    articles = {article.id: article for article in report.articles}
    decisions, notes = [], []
    open_pairs = (one for one in _pairs(report, policy) if decided.is_open(one[2], one[3]))
    for (about, label, left, right), _ in zip(open_pairs, range(most), strict=False):
        of = f"{left.name} and {right.name}"
        question = OpinionQuestion(
            about=about, label=label, left=_side(left, articles), right=_side(right, articles)
        )
        try:
            opinion: object = second_opinion(question)
        except Exception as error:
            notes.append(f"{NOTE}{name} failed on {of}: {type(error).__name__}: {error}")
            continue
        if not isinstance(opinion, Opinion):
            got = type(opinion).__name__
            notes.append(f"{NOTE}{name} gave a {got} on {of}: return Opinion(answer=…)")
        elif opinion.answer is Answer.UNSURE:
            because = f": {opinion.reason}" if opinion.reason else ""
            notes.append(f"{NOTE}{name} is unsure whether {of} answer one question{because}")
        else:
            decisions.append(
                Decision(
                    ruling=Ruling(opinion.answer.value),
                    claims=(left.name, right.name),
                    by=name,
                    on=date.today(),
                    note=opinion.reason,
                    program=True,
                )
            )
    return tuple(decisions), tuple(notes)


_Asked = tuple[Literal["conflict", "possible"], str, Claim, Claim]


def _pairs(report: Report, policy: Policy) -> Iterator[_Asked]:
    """The pairs to ask about: the two claims that decide each conflict, then the sides of each
    possible question. Names that both sides share are left out, since they distinguish nothing."""
    for group in report.conflicts:
        ties = {frozenset((pair.left, pair.right)): pair.relation for pair in group.pairs}
        if ties.get(frozenset(group.deciding)) is Relation.SUM_FAILS:
            continue  # figures of one article that do not add up: a sum, and no question
        claims = {claim.id: claim for claim in group.claims}
        left, right = (claims[name] for name in group.deciding)
        if left.name != right.name:
            yield "conflict", group.label, left, right
    for possible in report.possible:
        left, right = possible.claims[0], _competing(possible, policy)
        if left.name != right.name:
            yield "possible", possible.question, left, right


def _competing(possible: Possible, policy: Policy) -> Claim:
    """The first claim that gives another answer than the first one."""
    first = answer_of(possible.claims[0], policy)
    others = possible.claims[1:]
    return next((claim for claim in others if answer_of(claim, policy) != first), others[-1])


def _side(claim: Claim, articles: Mapping[str, Article]) -> OpinionSide:
    """A claim with its sentence and context, for a reader who has only these to decide by."""
    article = articles[claim.article_id]
    text = article.part(claim.part)
    return OpinionSide(
        claim=claim.name,
        quote=claim.quote,
        sentence=claim.sentence.of(text),
        context=text[max(0, claim.sentence.start - _AROUND) : claim.sentence.end + _AROUND],
        outlet=article.publisher or article.id,
        title=article.title,
        published=article.published,
    )
