"""News on one event, generated from facts that are chosen first: articles with their truth.

All chance comes from one `random.Random`, so a seed gives the same bundle on every machine. What
is said (topic, outlets, days, facts, who says what) is chosen by it, one choice after the other;
how it is worded depends on a single number drawn from it. So Hypothesis, which lends a `Random`
whose choices shrink, can drop an outlet or a fact without every later word changing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from factcheck.errors import InputError
from factcheck.models import Article, Change, Span
from factcheck.results import Verdict
from factcheck.testing.answers import NewsAnswer
from factcheck.testing.known import KnownBundle, KnownClaim, KnownGroup
from factcheck.testing.plans import AskedFact, Plan, Statement, another, plan, true_answer
from factcheck.testing.topics import Fact, Sort, Topic, topic, topic_names, words
from factcheck.testing.writing import Desk, Mark, Passage, Slot, attributed, fits, write

_FIRST_DAY = date(2017, 1, 9)
_LAST_DAY = date(2024, 11, 24)
_MOST_FACTS = 8
# How often a plan is made anew whose answers do not fit the wordings of the fact.
_TRIES = 20


def generate_bundle(seed: int, topics: Sequence[str] = ()) -> KnownBundle:
    """The bundle of a seed: two to five articles on one event, and the verdicts on them.

    `topics` are names to choose from, by default all of them. The same seed gives the same
    bundle. Raises `InputError` for a seed that is not an integer, `ConfigurationError` for a
    topic that does not exist.
    """
    if not isinstance(seed, int):
        raise InputError(f"seed must be an integer, not {type(seed).__name__}")
    return bundle_by(Random(seed), topics)


def bundle_by(random: Random, topics: Sequence[str] = ()) -> KnownBundle:
    """A bundle whose every choice is made by `random`."""
    return _Newsroom(topic(random.choice(list(topics or topic_names()))), random).bundle()


@dataclass
class _Draft:
    """One article while it is written. Sentences shared with a wire service are kept separately."""

    id: str
    desk: Desk
    own: list[Passage] = field(default_factory=list)
    wired: list[Passage] = field(default_factory=list)
    headlines: list[Passage] = field(default_factory=list)


class _Newsroom:
    """One event and the outlets that write about it."""

    def __init__(self, topic: Topic, random: Random) -> None:
        self.topic = topic
        self.random = random
        self.style = style = Random(random.getrandbits(32))
        span = (_LAST_DAY - _FIRST_DAY).days
        self.event = _FIRST_DAY + timedelta(days=style.randint(0, span))
        setting = {name: style.choice(names) for name, names in topic.setting.items()}
        outlets = style.sample(words().outlets, random.randint(2, 5))
        days = sorted(self.event + timedelta(days=random.randint(0, 3)) for _ in outlets)
        self.drafts = [
            _Draft(f"{topic.name}-{at + 1}", Desk(outlet, day, setting, topic.currency))
            for at, (outlet, day) in enumerate(zip(outlets, days, strict=True))
        ]
        self.wire = self._wire_clients()
        self.relations: dict[str, tuple[Plan, int | None]] = {}
        self.lookalikes: list[tuple[str, str]] = []

    def _wire_clients(self) -> tuple[int, int] | None:
        """Two outlets that print one agency's report, on one day; often nobody does."""
        if self.random.randrange(5) < 3:
            return None
        first = self.random.randrange(len(self.drafts) - 1)
        later = self.drafts[first + 1]
        later.desk = replace(later.desk, published=self.drafts[first].desk.published)
        return first, first + 1

    def bundle(self) -> KnownBundle:
        """The articles, written, and the truth about them."""
        facts = list(self.topic.facts)
        # Whether one more fact is stated is asked anew each time, so that Hypothesis can cut out
        # one fact with all the choices that belong to it.
        while True:
            self._report(facts.pop(self.random.randrange(len(facts))))
            made = len(self.topic.facts) - len(facts)
            if not facts or made == _MOST_FACTS or not self.random.randrange(8):
                break
        return self._published()

    def _report(self, fact: Fact) -> None:
        """Let some outlets answer the question of a fact, each in a wording of its own."""
        random = self.random
        tellers = sorted(
            random.sample(
                range(len(self.drafts)),
                random.randint(1, min(len(self.drafts), len(fact.wordings))),
            )
        )
        copied = self.wire is not None and self.wire[0] in tellers and random.randrange(4) > 0
        if copied and self.wire is not None and self.wire[1] in tellers:
            tellers.remove(self.wire[1])
        # Two clients of one wire that word a fact each for themselves: one origin or two?
        unsure = self.wire is not None and set(self.wire) <= set(tellers)
        truth = true_answer(fact, self.event, random)
        days = [self.drafts[at].desk.published for at in tellers]
        made, wordings = self._worded_plan(fact, truth, days)
        headlines = list(fact.headline)
        for at, statement, wording in zip(tellers, made.statements, wordings, strict=True):
            draft = self.drafts[at]
            before = self.style.getstate()
            passage = self._sentence(fact, statement, draft.desk, wording)
            if copied and self.wire is not None and at == self.wire[0]:
                # With the state of before, chance chooses the same words for another figure.
                self.style.setstate(before)
                made = self._wired(fact, truth, made, draft.desk, wording, passage)
            else:
                draft.own.append(passage)
            self._headline(fact, statement, draft, headlines)
        if made.relation == "altered copy":
            self.relations[fact.asks] = (made, None)
            return
        self.relations[fact.asks] = (made, None if unsure else len(tellers))
        self._part(fact, made, tellers)
        self._decoy(fact, truth, made)

    def _wired(
        self, fact: Fact, truth: NewsAnswer, made: Plan, desk: Desk, wording: str, passage: Passage
    ) -> Plan:
        """Let both clients of the wire print its sentence; now and then one alters the figure."""
        assert self.wire is not None
        sender, client = (self.drafts[at] for at in self.wire)
        sender.wired.append(passage)
        alone = made.verdict is Verdict.SINGLE
        if not alone or self.random.randrange(4) < 3:
            client.wired.append(passage)
            return replace(made, relation="copied", verdict=Verdict.AGREE) if alone else made
        other = Statement(another(AskedFact(fact, truth, (desk.published,)), self.random))
        client.wired.append(self._sentence(fact, other, desk, wording))
        return Plan("altered copy", (*made.statements, other), Verdict.CONFLICT)

    def _worded_plan(
        self, fact: Fact, truth: NewsAnswer, days: Sequence[date]
    ) -> tuple[Plan, list[str]]:
        """A plan, and a wording for each outlet that no other outlet of the bundle uses."""
        for _ in range(_TRIES):
            made = plan(fact, truth, days, self.random)
            found = self._wordings(fact, made.statements)
            if found is not None:
                return made, found
        made = plan(fact, truth, days[:1], self.random)
        repeated = tuple(made.statements[0] for _ in days)
        found = self._wordings(fact, repeated)
        assert found is not None, f"{fact.asks}: too few wordings that a plain figure fits"
        verdict = Verdict.SINGLE if len(days) == 1 else Verdict.AGREE
        return Plan("the same", repeated, verdict), found

    def _wordings(self, fact: Fact, statements: Sequence[Statement]) -> list[str] | None:
        """A wording for each answer, all of them different; `None` where they run out."""
        left = list(fact.wordings)
        found = []
        for one in statements:
            if one.before is not None:
                changed = fact.grew if one.change is Change.UP else fact.shrank
                found.append(self.style.choice(changed))
                continue
            fitting = [wording for wording in left if fits(wording, one.answer)]
            if not fitting:
                return None
            found.append(self.style.choice(fitting))
            left.remove(found[-1])
        return found

    def _sentence(self, fact: Fact, statement: Statement, desk: Desk, wording: str) -> Passage:
        """A sentence that states a fact in one wording; one in four names a speaker."""
        slot = Slot(statement.answer, fact.asks)
        slots = {_SLOT[fact.sort]: slot, "bare": slot}
        if statement.before is not None:
            slots["before"] = Slot(statement.before, fact.asks)
        passage = write(wording, fact, slots, desk, self.style)
        return passage if self.style.randrange(4) else attributed(passage, desk, self.style)

    def _headline(
        self, fact: Fact, statement: Statement, draft: _Draft, wordings: list[str]
    ) -> None:
        """Add a headline for a fact, unless its wordings have none or it states a change; a wording
        that is used is used up."""
        possible = [wording for wording in wordings if _in_headline(wording, statement.answer)]
        if possible and statement.before is None:
            wording = self.style.choice(possible)
            wordings.remove(wording)
            slot = Slot(statement.answer, fact.asks)
            slots = {_SLOT[fact.sort]: slot, "bare": slot}
            draft.headlines.append(
                write(wording, fact, slots, draft.desk, self.style, headline=True)
            )

    def _part(self, fact: Fact, made: Plan, tellers: Sequence[int]) -> None:
        """Let one outlet add a figure for a part of what it counted."""
        least = min(
            (passage.answer.low or Decimal(0) for passage in made.statements), default=Decimal(0)
        )
        if fact.part is None or least < 4 or self.random.randrange(3) < 1:
            return
        draft = self.drafts[self.random.choice(tellers)]
        passage = next(p for p in (*draft.wired, *draft.own) if _about(p, fact.asks))
        answer = NewsAnswer.exact(Decimal(self.random.randint(2, int(least) // 2)))
        slots = {"part": Slot(answer, fact.part.asks)}
        wording = self.style.choice(fact.part.wordings)
        followed = passage.then(write(wording, fact, slots, draft.desk, self.style))
        pages = [page for d in self.drafts for page in (d.wired, d.own) if passage in page]
        for page in pages:
            page[page.index(passage)] = followed
        verdict = Verdict.SINGLE if len(pages) == 1 else Verdict.AGREE
        self.relations[fact.part.asks] = (Plan("part", (), verdict), 1)
        self.lookalikes.append((fact.asks, fact.part.asks))

    def _decoy(self, fact: Fact, truth: NewsAnswer, made: Plan) -> None:
        """Let one or two outlets give a similar figure that answers another question."""
        if fact.decoy is None or truth.low is None or self.random.randrange(3) < 1:
            return
        given = {
            end for number in made.statements for end in (number.answer.low, number.answer.high)
        }
        # Near the true figure, or anywhere: an earlier flood need not have killed as many.
        far = true_answer(fact, self.event, self.random).low or truth.low
        near = truth.low + fact.step * self.random.randint(1, 6)
        figure = near if self.random.randrange(2) else far
        while figure in given:
            figure += fact.step
        answer = NewsAnswer.exact(figure, fact.unit)
        wordings = list(fact.decoy.wordings)
        tellers = self.random.sample(range(len(self.drafts)), self.random.randint(1, 2))
        for at in tellers[: len(wordings)]:
            draft = self.drafts[at]
            slots = {"figure": Slot(answer, fact.decoy.asks)}
            wording = wordings.pop(self.style.randrange(len(wordings)))
            draft.own.append(write(wording, fact, slots, draft.desk, self.style))
        number = min(len(tellers), len(fact.decoy.wordings))
        verdict = Verdict.SINGLE if number == 1 else Verdict.AGREE
        self.relations[fact.decoy.asks] = (Plan("decoy", (), verdict), None)
        self.lookalikes.append((fact.asks, fact.decoy.asks))

    def _published(self) -> KnownBundle:
        """The articles as texts, and their claims with offsets."""
        articles: list[Article] = []
        claims: defaultdict[str, list[KnownClaim]] = defaultdict(list)
        for draft, page in self._pages():
            articles.append(
                Article(
                    id=draft.id,
                    text=page.text,
                    title=page.text.split("\n", 1)[0] if self.style.randrange(2) else "",
                    publisher=draft.desk.outlet.name,
                    published=draft.desk.published,
                )
            )
            for mark in page.marks:
                claims[mark.group].append(_claim(draft.id, mark))
        groups = tuple(
            KnownGroup(
                question=asks,
                relation=made.relation,
                claims=tuple(claims[asks]),
                verdict=made.verdict,
                also_right=made.also_right,
                origins=origins,
            )
            for asks, (made, origins) in self.relations.items()
        )
        unlike = tuple(
            (one, other)
            for left, right in self.lookalikes
            for one in claims[left]
            for other in claims[right]
        )
        return KnownBundle(
            topic=self.topic.name, articles=tuple(articles), groups=groups, apart=unlike
        )

    def _pages(self) -> Iterator[tuple[_Draft, Passage]]:
        """Each article's headline and body, in sentences that no other article has."""
        leads = self.style.sample(self.topic.leads, len(self.drafts))
        neutral = self.style.sample(self.topic.headlines, len(self.drafts))
        asides = self.style.sample(self.topic.asides, len(self.topic.asides))
        shared = Passage(self._plain(asides.pop(), self.drafts[0].desk))
        for draft, lead, headline in zip(self.drafts, leads, neutral, strict=True):
            body = self._body(draft, self._plain(lead, draft.desk), shared, asides)
            head = Passage(self._plain(headline, draft.desk))
            if draft.headlines and self.style.randrange(2):
                head = self.style.choice(draft.headlines)
            yield draft, head.then(body, "\n\n")

    def _body(self, draft: _Draft, lead: str, shared: Passage, asides: list[str]) -> Passage:
        """The lead, what the wire sent, and what the paper adds, in paragraphs."""
        paragraphs = [Passage(_dateline(draft.desk) + lead)]
        own = list(draft.own)
        taken = min(self.style.randint(0, 2), len(asides))
        own += [Passage(self._plain(asides.pop(), draft.desk)) for _ in range(taken)]
        self.style.shuffle(own)
        while own:
            paragraph = own.pop()
            if own and self.style.randrange(2):
                paragraph = paragraph.then(own.pop())
            paragraphs.append(paragraph)
        if draft.wired:
            wired = draft.wired[0]
            for passage in (*draft.wired[1:], shared):
                wired = wired.then(passage)
            paragraphs.insert(1, wired)
        body = paragraphs[0]
        for paragraph in paragraphs[1:]:
            body = body.then(paragraph, "\n\n")
        return body

    def _plain(self, wording: str, desk: Desk) -> str:
        """A wording without figures, with the names of the event."""
        return wording.format(**desk.setting)


_SLOT = dict.fromkeys(Sort, "figure") | {Sort.DAY: "day", Sort.CLOCK: "clock"}


def _in_headline(wording: str, answer: NewsAnswer) -> bool:
    """Whether an answer can stand in a wording that opens a headline."""
    # Any figure may open a headline, so only the vague words are asked.
    return fits("x " + wording, answer)


def _about(passage: Passage, question: str) -> bool:
    """Whether a passage answers a question."""
    return any(mark.group == question for mark in passage.marks)


def _dateline(desk: Desk) -> str:
    """The dateline of an article in the style of its outlet."""
    place = next(iter(desk.setting.values()))
    return desk.outlet.dateline.format(place=place, PLACE=place.upper())


def _claim(article_id: str, mark: Mark) -> KnownClaim:
    """The record of what a mark in a text answers."""
    clock = mark.answer.clock
    return KnownClaim(
        article_id=article_id,
        span=Span(start=mark.start, end=mark.end),
        low=mark.answer.low,
        high=mark.answer.high,
        day=mark.answer.day,
        clock=None if clock is None else f"{clock:%H:%M}",
        restated=mark.restated,
    )
