"""What a call changed, by hand: what goes on, what is new, since when a verdict holds."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from types import SimpleNamespace
from typing import Any, cast

import pytest

from factcheck import Article, Corrections, Decision, InputError, Ruling, Verdict
from factcheck.archive import Archive, ArchiveChange
from factcheck.archive.archive import _moment
from factcheck.archive.judging import _continued, _was_in_conflict
from factcheck.archive.store import StoredGroup
from factcheck.linkage import model
from factcheck.results import Group

from .newsdesk import AS_FEW, FEW, MANY, MILL, article

DAY = date(2024, 2, 20)


def before(**groups: str) -> list[StoredGroup]:
    """Groups as they stood in the file, each with its claims, a letter for each."""
    return [
        StoredGroup(name, "single", "then", "then", dict.fromkeys(claims))
        for name, claims in groups.items()
    ]


def after(**groups: str) -> list[Group]:
    return [
        cast("Group", SimpleNamespace(id=name, claims=[SimpleNamespace(name=c) for c in claims]))
        for name, claims in groups.items()
    ]


@pytest.mark.parametrize(
    ("was", "now", "continued"),
    [
        ({"A": "ab"}, {"A": "abc", "B": "d"}, {"A": "A"}),
        ({"A": "ab"}, {"B": "cd"}, {}),
        # The name goes before what it has in common.
        ({"A": "a", "B": "bc"}, {"A": "abc"}, {"A": "A"}),
        # A group of another name goes on with that of most of its claims.
        ({"A": "abc", "B": "d"}, {"C": "bcd"}, {"C": "A"}),
        ({"A": "a", "B": "b"}, {"C": "ab"}, {"C": "B"}),
        # Each goes on in one group only.
        ({"A": "ab"}, {"C": "a", "D": "b"}, {"C": "A"}),
        ({"A": "ab"}, {"A": "a", "C": "b"}, {"A": "A"}),
        ({"A": "ab", "B": "bc"}, {"C": "abc", "D": "b"}, {"C": "B", "D": "A"}),
    ],
)
def test_which_group_goes_on(
    was: dict[str, str], now: dict[str, str], continued: dict[str, str]
) -> None:
    found = _continued(after(**now), before(**was))
    assert {name: one.id for name, one in found.items()} == continued


CONFLICT = {"a": "14", "b": "55", "c": "14"}


def fought(answers: Mapping[str, str], deciding: str, *known: Mapping[str, str | None]) -> bool:
    positions = [
        SimpleNamespace(answer=answer, claims=[c for c in answers if answers[c] == answer])
        for answer in dict.fromkeys(answers.values())
    ]
    claims = [SimpleNamespace(id=name, name=name) for name in answers]
    group = SimpleNamespace(positions=positions, claims=claims, deciding=tuple(deciding))
    return _was_in_conflict(cast("Group", group), known)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ([], False),
        ([{"a": "14", "b": "55"}], True),
        # A third answer beside the two, and one of the two claims in place of both.
        ([{"a": "14", "x": "55", "y": "30"}], True),
        ([{"a": "14", "b": "30"}], False),
        # The same two answers to another question.
        ([{"x": "14", "y": "55"}], False),
        ([{"x": "14", "y": "55"}, {"c": "14", "b": "55"}], True),
        ([{"a": "14"}, {"b": "55"}], False),
    ],
)
def test_a_conflict_that_was_there_before(
    known: list[dict[str, str | None]], expected: bool
) -> None:
    assert fought(CONFLICT, "ab", *known) is expected


@pytest.fixture
def archive() -> Iterator[Archive]:
    with Archive(":memory:") as opened:
        yield opened


class Clock:
    """Calls at full hours of one day."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.hour = 0
        monkeypatch.setattr("factcheck.archive.archive.now", lambda: self.at(self.hour))

    @staticmethod
    def at(hour: int) -> datetime:
        return datetime(2024, 2, 20, hour, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def apart(archive: Archive) -> Corrections:
    (conflict,) = archive.conflicts()
    names = tuple(claim.name for claim in conflict.claims)
    decided = Decision(ruling=Ruling.DIFFERENT, claims=names, by="A. Editor", on=DAY)
    return Corrections(decisions=(decided,))


def test_the_status_after_each_call(
    archive: Archive, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each report on the fire gives its dead and its day, that on the mill the two sides of
    a vote, a sum and a year."""

    def counts() -> dict[str, object]:
        return archive.status().model_dump(exclude={"read_by", "version", "latest"})

    names = ("articles", "versions", "stories", "claims", "groups", "conflicts", "decisions")
    empty = archive.status()
    assert counts() == dict.fromkeys(names, 0)
    assert (empty.latest, empty.read_by, empty.version) == (None, (), 1)
    expected = [
        # one more report, and what is held then
        (6, [FEW, MILL], (2, 2, 2, 6, 6, 0, 0)),
        (7, [MANY], (3, 3, 2, 8, 6, 1, 0)),
        (8, [AS_FEW, FEW], (4, 4, 2, 10, 6, 1, 0)),
        (9, [MANY.model_copy(update={"text": MANY.text.replace("55", "14")})],
         (4, 5, 2, 10, 6, 0, 0)),
        (10, [MILL.model_copy(update={"text": "The council met."})], (4, 6, 1, 6, 2, 0, 0)),
        (11, [MANY], (4, 7, 1, 6, 2, 1, 0)),
    ]  # fmt: skip
    versions = iter(("0.0.3", "0.0.1", "0.0.2", "0.0.2", "0.0.1", "0.0.3"))
    for hour, articles, held in expected:
        clock.hour, own = hour, next(versions)
        monkeypatch.setattr("factcheck.archive.archive._version", lambda own=own: own)
        archive.add(articles)
        assert counts() == dict(zip(names, held, strict=True)), hour
        assert archive.status().latest == f"2024-02-20T{hour:02}:00:00+00:00"
    # The mill was read last by the first, two reports on the fire by the second and the third.
    assert archive.status().read_by == ("0.0.1", "0.0.2", "0.0.3")
    archive.decide(apart(archive))  # each of the three tolls is to a question of its own
    assert counts() == dict(zip(names, (4, 7, 1, 6, 4, 0, 1), strict=True))
    archive.decide(None)
    assert counts() == dict(zip(names, (4, 7, 1, 6, 2, 1, 0), strict=True))


def verdicts(change: ArchiveChange) -> tuple[list[str], list[tuple[str, str]], list[str]]:
    """What is new, what turned and from what, and the new conflicts; of the deaths alone."""

    def of_deaths(groups: Sequence[Group]) -> list[str]:
        return [group.verdict.value for group in groups if group.kind == "deaths"]

    turned = [
        (one.before.value, one.group.verdict.value)
        for one in change.turned
        if one.group.kind == "deaths"
    ]
    return of_deaths(change.new), turned, of_deaths(change.conflicts)


def test_what_each_call_changes_and_since_when_it_holds(archive: Archive, clock: Clock) -> None:
    third = article("isle-times", "On Sunday 140 died in the fire in Ardmore.")
    corrected = MANY.model_copy(update={"text": MANY.text.replace("55", "14")})
    calls = [
        # hour, what comes in, what it changes, and since which hour the verdict holds
        (5, [FEW], (["single"], [], []), 5),
        (6, [AS_FEW], ([], [("single", "agree")], []), 6),
        (7, [AS_FEW.model_copy(update={"id": "late-post"})], ([], [], []), 6),
        (8, [MANY], ([], [("agree", "conflict")], ["conflict"]), 8),
        (9, [third], ([], [], ["conflict"]), 9),
        (10, [third], ([], [], []), 9),
        (11, [third.model_copy(update={"text": "The mayor said little."})], ([], [], []), 9),
        (12, [corrected], ([], [("conflict", "agree")], []), 12),
    ]
    for hour, articles, changed, since in calls:
        clock.hour = hour
        assert verdicts(archive.add(articles)) == changed, hour
        held = archive.report(since=clock.at(since))
        assert "deaths" in {group.kind for group in held.groups}, hour
        assert archive.report(since=clock.at(since + 1)).groups == (), hour
        conflicts = archive.conflicts(since=clock.at(since))
        assert [one.verdict for one in conflicts] == (
            [Verdict.CONFLICT] if 8 <= hour < 12 else []
        ), hour
        assert archive.conflicts(since=clock.at(since + 1)) == ()


def test_a_report_since_tells_the_decisions_on_its_own_stories(
    archive: Archive, clock: Clock
) -> None:
    clock.hour = 6
    archive.add([FEW, MANY])
    decided = apart(archive)
    archive.decide(decided)
    clock.hour = 8
    archive.add([MILL])
    assert archive.report().decisions == decided.decisions
    assert archive.report(since=clock.at(6)).decisions == decided.decisions
    late = archive.report(since=clock.at(8))
    assert ([one.id for one in late.articles], late.decisions) == (["mill-news"], ())
    unknown = decided.decisions[0].model_copy(update={"claims": ("a:1-b:0", "a:2-b:0")})
    archive.decide(Corrections(decisions=(*decided.decisions, unknown)))
    assert len(archive.report().notes) == 1
    assert archive.report(since=clock.at(6)).notes == ()


def test_who_adds_and_who_reads_again_is_told_how_far_it_is(archive: Archive) -> None:
    told: list[tuple[int, int]] = []
    archive.add([FEW, MILL], watch=lambda *so_far: told.append(so_far))
    assert told == [(1, 2), (2, 2)]
    archive.add([FEW, MANY], watch=lambda *so_far: told.append(so_far))
    assert told == [(1, 2), (2, 2), (1, 1)]  # what is there already is not read
    told.clear()
    archive.reread(watch=lambda *so_far: told.append(so_far))
    assert told == [(1, 3), (2, 3), (3, 3)]


NINE, PAGE = "Nine died.", "https://a.example/1"


@pytest.mark.parametrize(
    "given", [NINE, {"text": NINE}, Article(id="-", text=NINE), Article(id="-#2", text=NINE)]
)
def test_a_name_by_turn_is_no_name(archive: Archive, given: object) -> None:
    with pytest.raises(InputError, match="neither"):
        archive.add([FEW, given])
    assert archive.status().articles == 0


@pytest.mark.parametrize(
    "given", [{"text": NINE, "url": PAGE}, Article(id="-#2", text=NINE, url=PAGE)]
)
def test_an_address_stands_for_a_name_by_turn(archive: Archive, given: object) -> None:
    archive.add([given])
    assert [one.id for one in archive.articles()] == [PAGE]


@pytest.mark.parametrize("name", ["article-1", "article-12", "article-3#10", "#2", "--", "a#1"])
def test_a_name_of_its_own_is_one_whatever_it_looks_like(archive: Archive, name: str) -> None:
    archive.add([Article(id=name, text=NINE), {"id": f"{name}-b", "text": NINE}])
    assert [one.id for one in archive.articles()] == [name, f"{name}-b"]


def test_the_own_id_of_a_mapping_may_be_that_of_its_place(archive: Archive) -> None:
    assert archive.add([{"id": "article-1", "text": NINE}]).added == ("article-1",)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot be set here")
def test_a_moment_is_kept_in_universal_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/New_York")  # five hours behind in February
    time.tzset()
    try:
        east = timezone(timedelta(hours=2))
        assert _moment(datetime(2024, 2, 20, 8, 30, 1, 999, east)) == "2024-02-20T06:30:01+00:00"
        assert _moment(datetime(2024, 2, 20, 8, 30)) == "2024-02-20T13:30:00+00:00"
        assert _moment(DAY) == "2024-02-20T05:00:00+00:00"
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot be set here")
@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo", "UTC"])
def test_a_moment_beyond_the_years_that_there_are_is_their_bound(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    archive.add([FEW, MANY])
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert len(archive.conflicts(since=date(1, 1, 1))) == 1
        assert len(archive.report(since=date.min).articles) == 2
        assert archive.conflicts(since=datetime(9999, 12, 31, 23, 59)) == ()
    finally:
        monkeypatch.undo()
        time.tzset()


def test_stories_that_are_parts_are_told_in_their_order(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No story holds more than one text here; of two pairs of alike texts each is divided."""
    shipped = model.link_model()
    small = shipped.blocking.model_copy(update={"largest_story": 1})
    monkeypatch.setattr(model, "link_model", lambda: shipped.model_copy(update={"blocking": small}))
    again: list[Any] = [
        one.model_copy(update={"id": f"{one.id}-2", "text": f"{one.text} Nobody said more."})
        for one in (MILL, FEW)
    ]
    change = archive.add([MILL, FEW, *again])
    assert [note.partition(":")[0] for note in change.notes] == [
        "mill-news", "valley-gazette", "mill-news-2", "valley-gazette-2",
    ]  # fmt: skip
    assert archive.status().stories == 4
    assert archive.add([FEW]).notes == ()
