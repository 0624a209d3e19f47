"""Hypothesis strategies for the types of the library: valid by construction, easy to read.

Every quote stands at its span of a generated text, and figures shrink towards small round ones,
texts towards one short sentence, bundles towards two outlets that say one thing. Needs
Hypothesis: `pip install 'factcheck-reconcile[testing]'`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from hypothesis import strategies as st

from factcheck.errors import InputError
from factcheck.kinds import EventDate, EventTime, Kind, installed_kinds
from factcheck.lexicon import Lexicon, parse
from factcheck.mentions import QuantityMention, TimeExpression, TimeType
from factcheck.models import Article, Claim, Dimension, Period, Quantity, Side, Span
from factcheck.testing.generator import bundle_by
from factcheck.testing.known import KnownBundle
from factcheck.testing.topics import month_of, topic, topic_names, weekday_of, words
from factcheck.testing.writing import number

SomeClaim = TypeVar("SomeClaim", bound=Claim)
_DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))
_NAMES = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=8)


class _Sentence(Lexicon):
    """A sentence with a gap for a figure, and the unit that it implies."""

    text: str
    sign: str = ""
    noun: str = ""
    unit: str | None = None
    per: str | None = None
    most: int = 10**9


class _Sentences(Lexicon):
    """The shape of `claims.toml`: a sentence for each kind and dimension."""

    kinds: Mapping[str, _Sentence]
    dimensions: Mapping[Dimension, _Sentence]


@dataclass(frozen=True)
class _Written:
    """A quantity in words: `quote` with the bare figure at `figure`, in `text` from `start`."""

    text: str
    start: int
    quote: str
    figure: Span
    quantity: Quantity
    subject: str | None

    @property
    def span(self) -> Span:
        return Span(start=self.start, end=self.start + len(self.quote))


def spans(text: str | None = None) -> st.SearchStrategy[Span]:
    """Spans that are not empty: within `text`, if one is given, else anywhere."""
    if text == "":
        raise InputError("an empty text has no span: give a text of one character or more")
    last = 10_000 if text is None else len(text)
    ends = st.lists(st.integers(0, last), min_size=2, max_size=2, unique=True).map(sorted)
    return ends.map(lambda pair: Span(start=pair[0], end=pair[1]))


def quantities(dimension: Dimension | None = None) -> st.SearchStrategy[Quantity]:
    """Quantities of one dimension, or of any: exact, hedged, bounded, a range, or vague."""
    return _written(dimension).map(lambda written: written.quantity)


def periods() -> st.SearchStrategy[Period]:
    """A day, some days, an open stretch, or a partial date such as "Tuesday" or "26 December"."""
    day = _DAYS.map(lambda day: Period(start=day, end=day))
    some = st.builds(
        lambda first, more: Period(start=first, end=first + timedelta(days=more)),
        _DAYS,
        st.integers(1, 400),
    )
    since = _DAYS.map(lambda day: Period(start=day))
    until = _DAYS.map(lambda day: Period(end=day))
    weekday = st.integers(1, 7).map(lambda n: Period(pattern=f"XXXX-WXX-{n}"))
    in_year = _DAYS.map(lambda day: Period(pattern=f"XXXX-{day:%m-%d}"))
    return st.one_of(day, some, since, until, weekday, in_year)


@st.composite
def articles(draw: st.DrawFn, texts: st.SearchStrategy[str] | None = None) -> Article:
    """Articles of news prose, and now and then of any text at all or in a language that is not
    read; or of `texts`, if given."""
    return Article(
        id=draw(_NAMES),
        text=draw(st.one_of(prose(), st.text()) if texts is None else texts),
        title=draw(st.sampled_from(("", *_plain_wordings("headlines")))),
        publisher=draw(st.sampled_from((None, *(outlet.name for outlet in words().outlets)))),
        published=draw(st.none() | _DAYS),
        url=draw(st.none() | _NAMES.map("https://news.example/{}".format)),
        country=draw(st.sampled_from((None, "US", "GB"))),
        language="en" if texts is not None else draw(st.sampled_from(("en", "en", "en", "de"))),
    )


@st.composite
def prose(draw: st.DrawFn) -> str:
    """News prose of one to six sentences, most of them without a figure."""
    plain = st.sampled_from(_plain_wordings("leads") + _plain_wordings("asides"))
    sentence = st.one_of(plain, _written(None).map(lambda written: written.text))
    return " ".join(draw(st.lists(sentence, min_size=1, max_size=6)))


@st.composite
def claimed_articles(
    draw: st.DrawFn, kind: type[SomeClaim] | None = None
) -> tuple[Article, SomeClaim]:
    """An article and a claim that it makes, of the class `kind` or of any installed kind."""
    chosen = _kind(kind) if kind else draw(st.sampled_from(installed_kinds()))
    article = draw(articles(texts=prose()))
    if issubclass(chosen.claim, EventDate | EventTime):
        sentence, fields = draw(_event_claims(chosen.claim))
    else:
        sentence, fields = draw(_figure_claims(chosen))
    by = len(article.text) + 1
    article = article.model_copy(update={"text": f"{article.text} {sentence}"})
    moved = {name: Span(start=fields[name].start + by, end=fields[name].end + by)
             for name in ("span", "sentence")}  # fmt: skip
    # Fields that a kind of another package requires are filled by their types.
    claim = draw(
        st.builds(chosen.claim, article_id=st.just(article.id), rule=st.just("drawn"),
                  **{name: st.just(value) for name, value in (fields | moved).items()})
    )  # fmt: skip
    return article, claim  # type: ignore[return-value]  # the class that was asked for


def claims(kind: type[SomeClaim] | None = None) -> st.SearchStrategy[SomeClaim]:
    """Claims of the class `kind`, or of any installed kind. Raises `InputError` for another class.

    The texts they stand in are lost; `claimed_articles` keeps them.
    """
    if kind is not None:
        _kind(kind)
    return claimed_articles(kind).map(lambda drawn: drawn[1])


def quantity_mentions() -> st.SearchStrategy[QuantityMention]:
    """Quantities as they stand in a text; `quote` is as long as `span`, `figure` lies inside."""
    return _written(None).map(
        lambda written: QuantityMention(
            span=written.span,
            quote=written.quote,
            figure=written.figure,
            quantity=written.quantity,
            subject=written.subject,
            subject_span=None
            if written.subject is None
            else Span(start=written.span.end - len(written.subject), end=written.span.end),
            rule="drawn",
        )
    )


@st.composite
def time_expressions(draw: st.DrawFn) -> TimeExpression:
    """A date, a time of day, a duration or a set, with the words that say it."""
    day = draw(_DAYS)
    quote, kind, value, dated = draw(
        st.sampled_from(
            (
                (f"{month_of(day)} {day.day}, {day.year}", TimeType.DATE, day.isoformat(), True),
                (weekday_of(day), TimeType.DATE, f"XXXX-WXX-{day.isoweekday()}", False),
                ("5:11 p.m.", TimeType.TIME, "T17:11", False),
                ("three days", TimeType.DURATION, "P3D", False),
                ("every Monday", TimeType.SET, "XXXX-WXX-1", False),
            )
        )
    )
    start = draw(st.integers(0, 400))
    return TimeExpression(
        span=Span(start=start, end=start + len(quote)),
        quote=quote,
        type=kind,
        value=value,
        start=day if dated else None,
        end=day if dated else None,
        rule="drawn",
    )


def bundles(topics: Sequence[str] = ()) -> st.SearchStrategy[KnownBundle]:
    """Articles on one event with the groups and verdicts that are right for them.

    `topics` are names to choose from, by default all. Raises `ConfigurationError` for a topic
    that does not exist.
    """
    for name in topics:
        topic(name)
    chance = st.randoms(use_true_random=False, note_method_calls=False)
    return chance.map(lambda random: bundle_by(random, topics))


@cache
def _sentences() -> _Sentences:
    """The sentences of `claims.toml`."""
    source = files("factcheck.testing").joinpath("data", "claims.toml")
    return parse(source.read_text("utf-8"), _Sentences, "testing/data/claims.toml")


@cache
def _plain_wordings(part: str) -> tuple[str, ...]:
    """Sentences without figures from all topics, each with the first names of its setting."""
    found = []
    for name in topic_names():
        one = topic(name)
        setting = {slot: names[0] for slot, names in one.setting.items()}
        found += [wording.format(**setting) for wording in getattr(one, part)]
    return tuple(found)


def _kind(claim: type[Claim]) -> Kind:
    """The kind whose claims are of this class. Raises `InputError` where none is."""
    for kind in installed_kinds():
        if kind.claim is claim:
            return kind
    known = ", ".join(kind.claim.__name__ for kind in installed_kinds())
    name = getattr(claim, "__name__", repr(claim))
    raise InputError(f"{name} is not the class of an installed kind; there are {known}")


@st.composite
def _written(draw: st.DrawFn, dimension: Dimension | None, kind: str = "") -> _Written:
    """A sentence with one quantity."""
    chosen = draw(st.sampled_from(Dimension)) if dimension is None else dimension
    data = _sentences()
    sentence = data.kinds.get(kind) or data.dimensions[chosen]
    before, figures, fields = draw(_figures(sentence.most))
    counted = chosen not in (Dimension.MONEY, Dimension.MAGNITUDE, Dimension.ORDINAL)
    if fields.get("vague") and (not counted or sentence.unit):
        before, figures, fields = "", "24", {"low": Decimal(24), "high": Decimal(24)}
    quote = f"{before}{sentence.sign}{figures}{sentence.noun}"
    start = sentence.text.index("{quote}")
    at = start + len(before) + len(sentence.sign)
    return _Written(
        text=sentence.text.format(quote=quote),
        start=start,
        quote=quote,
        figure=Span(start=at, end=at + len(figures)),
        quantity=Quantity(unit=sentence.unit, per=sentence.per, dimension=chosen, **fields),
        subject=sentence.noun.strip() if sentence.noun and sentence.unit is None else None,
    )


@st.composite
def _figures(draw: st.DrawFn, most: int) -> tuple[str, str, dict[str, Any]]:
    """Draw a figure: the words before it, the figure in words, and the fields of its quantity."""
    sizes = [size for size in (1, 10, 1000, 100_000, 10_000_000) if size * 2 <= most]
    size = draw(st.sampled_from(sizes))
    low = Decimal(draw(st.integers(2, min(99, most // size)))) * size
    written = number(low, 10)
    exact: dict[str, Any] = {"low": low, "high": low}
    high = low * 2
    drawn: tuple[str, str, dict[str, Any]] = draw(
        st.sampled_from(
            (
                ("", written, exact),
                ("about ", written, exact | {"approximate": True, "side": Side.AROUND}),
                ("nearly ", written, exact | {"approximate": True, "side": Side.BELOW}),
                ("more than ", written, {"low": low, "high": None, "low_inclusive": False}),
                ("at least ", written, {"low": low, "high": None}),
                ("up to ", written, {"low": None, "high": low}),
                ("", f"{written} to {number(high, 10)}", {"low": low, "high": high}),
                ("", "dozens of", {"low": Decimal(24), "high": None, "vague": True}),
            )
        )
    )
    return drawn


@st.composite
def _figure_claims(draw: st.DrawFn, kind: Kind) -> tuple[str, dict[str, Any]]:
    """A sentence and the fields of a claim with a figure in it."""
    dimension = draw(st.sampled_from(kind.data.dimensions))
    written = draw(_written(dimension, kind.name))
    return written.text, {
        "span": written.span,
        "quote": written.quote,
        "sentence": Span(start=0, end=len(written.text)),
        "quantity": written.quantity,
        "subject": written.subject,
        "when": draw(st.none() | periods()),
    }


@st.composite
def _event_claims(draw: st.DrawFn, claim: type[Claim]) -> tuple[str, dict[str, Any]]:
    """A sentence and the fields of a claim with a day, or with a clock time, in it."""
    day = draw(_DAYS)
    when = Period(start=day, end=day)
    fields: dict[str, Any] = {"when": when}
    if issubclass(claim, EventTime):
        clock = draw(st.times())
        half = "a.m." if clock.hour < 12 else "p.m."
        quote = f"struck at {(clock.hour - 1) % 12 + 1}:{clock.minute:02d} {half}"
        fields["clock"] = f"{clock:%H:%M}"
    else:
        quote = f"struck on {month_of(day)} {day.day}, {day.year}"
    before = "The storm "
    text = f"{before}{quote}" + ("" if quote.endswith(".") else ".")
    span = Span(start=len(before), end=len(before) + len(quote))
    whole = Span(start=0, end=len(text))
    return text, fields | {"span": span, "quote": quote, "sentence": whole}
