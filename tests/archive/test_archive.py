"""What an archive tells of each call, and which article it takes for a later version."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from factcheck import Article, Claim, Corrections, Decision, InputError, Ruling, Verdict, reconcile
from factcheck.archive import Archive, ArchiveChange, judging

from .newsdesk import AS_FEW, FEW, MANY, MILL, article, told

DAY = date(2024, 2, 20)


@pytest.fixture
def archive(place: str) -> Iterator[Archive]:
    with Archive(place) as opened:
        yield opened


def test_a_call_tells_what_came_in_and_what_it_changed(archive: Archive) -> None:
    first = archive.add([FEW, MILL])
    assert first.added == ("valley-gazette", "mill-news")
    assert first.conflicts == ()
    assert "valley-gazette:27-36:deaths" in {group.id for group in first.new}
    second = archive.add([MANY])
    (conflict,) = second.conflicts
    assert {claim.quote for claim in conflict.claims} == {"14 people", "55 people"}
    (turned,) = [one for one in second.turned if one.group.id == conflict.id]
    assert turned.before is Verdict.SINGLE
    # the council's mill is another story, of which nothing is told again
    assert {c.article_id for group in second.new for c in group.claims} <= {"hill-herald"}


def test_stories_are_judged_in_portions(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "_AT_ONCE", 1)
    change = archive.add([FEW, MILL, MANY])
    whole = reconcile([FEW, MILL, MANY])
    assert change.new == whole.groups
    assert archive.report().groups == whole.groups


def test_a_conflict_is_new_once(archive: Archive) -> None:
    archive.add([FEW, MANY])
    third = archive.add([AS_FEW])
    assert third.conflicts == ()
    assert [len(group.claims) for group in archive.conflicts()] == [3]


def test_a_third_answer_to_a_question_in_conflict_is_a_new_conflict(archive: Archive) -> None:
    archive.add([FEW, MANY])
    third = archive.add([article("isle-times", "On Sunday 140 died in the fire in Ardmore.")])
    assert [len(group.claims) for group in third.conflicts] == [3]


def test_one_more_voice_for_an_answer_of_three_is_no_new_conflict(archive: Archive) -> None:
    third = article("isle-times", "A fire in Ardmore killed 30 people on Sunday, doctors said.")
    assert len(archive.add([FEW, MANY, third]).conflicts) == 1
    assert archive.add([AS_FEW]).conflicts == ()


def test_what_stands_there_is_left_alone(archive: Archive) -> None:
    archive.add([FEW, MANY])
    again = archive.add([MANY, FEW])
    assert again.unchanged == ("hill-herald", "valley-gazette")
    assert (again.new, again.turned, again.gone, again.added) == ((), (), (), ())
    assert archive.status().versions == 2


def test_a_correction_takes_the_place_of_its_elder_and_both_are_kept(tmp_path: Path) -> None:
    corrected = MANY.model_copy(update={"text": MANY.text.replace("55", "14")})
    with Archive(tmp_path / "fire.db") as archive:
        archive.add([MANY, FEW])
        change = archive.add([corrected])
        assert change.replaced == ("hill-herald",)
        assert [(one.group.verdict, one.before) for one in change.turned] == [
            (Verdict.AGREE, Verdict.CONFLICT)
        ]
        assert archive.conflicts() == ()
        assert archive.articles() == (corrected, FEW)
        assert archive.articles([FEW.id, corrected.id]) == (corrected, FEW)
        assert (archive.status().articles, archive.status().versions) == (2, 3)
    with closing(sqlite3.connect(tmp_path / "fire.db")) as file:
        kept = file.execute("SELECT text, current FROM articles WHERE id = 'hill-herald'")
        assert kept.fetchall() == [(MANY.text, 0), (corrected.text, 1)]


def test_an_article_is_known_by_its_address_before_its_id(archive: Archive) -> None:
    page = "https://example.org/fire"
    archive.add([article("feed#1", FEW.text, url=page)])
    moved = archive.add([article("feed#2", MANY.text, url=page)])
    assert moved.replaced == ("feed#1",)
    assert [one.text for one in archive.articles()] == [MANY.text]


def test_a_place_in_a_feed_is_another_article_the_next_day(archive: Archive) -> None:
    archive.add([article("feed#1", FEW.text, url="https://example.org/fire")])
    archive.add([article("feed#1", MILL.text, url="https://example.org/mill")])
    assert [one.id for one in archive.articles()] == ["feed#1", "https://example.org/mill"]
    again = archive.add([article("feed#1", MILL.text, url="https://example.org/mill")])
    assert again.unchanged == ("https://example.org/mill",)  # the id that it has here
    assert {c.article_id for c in archive.report().claims} == {
        "feed#1", "https://example.org/mill",
    }  # fmt: skip


def test_two_captures_of_one_page_in_one_call_are_one_article(archive: Archive) -> None:
    """A page was saved at nine and at noon, and the folder is given again and again."""
    page = "https://example.org/fire"
    nine, noon = article("nine", FEW.text, url=page), article("noon", MANY.text, url=page)
    first = archive.add([nine, MILL, noon])
    assert (first.added, first.replaced) == (("mill-news", "noon"), ())
    assert any(note.startswith("nine: is left out, since noon has") for note in first.notes)
    for _ in range(3):
        again = archive.add([nine, MILL, noon])
        assert again.unchanged == ("mill-news", "noon")
        assert (again.added, again.replaced, again.turned, again.new) == ((), (), (), ())
        assert [one.text for one in archive.articles()] == [MILL.text, MANY.text]
    assert archive.status().versions == 2


def test_an_id_and_an_address_that_are_taken_leave_a_third_name(archive: Archive) -> None:
    page = "https://example.org/mill"
    archive.add([article(page, FEW.text, url="https://example.org/fire")])
    archive.add([article("feed#1", MANY.text, url="https://example.org/more")])
    change = archive.add([article("feed#1", MILL.text, url=page)])
    assert change.added == (f"{page}#2",)
    assert [one.id for one in archive.articles()] == [page, "feed#1", f"{page}#2"]
    assert archive.add([article("feed#1", MILL.text, url=page)]).unchanged == (f"{page}#2",)


def test_an_article_with_an_address_corrects_one_without(archive: Archive) -> None:
    archive.add([FEW])
    change = archive.add([FEW.model_copy(update={"url": "https://example.org/fire"})])
    assert change.replaced == ("valley-gazette",)


@pytest.mark.parametrize("given", ["The fire killed 14 people.", {"text": "14 people died."}])
def test_an_article_without_id_and_address_is_refused(archive: Archive, given: object) -> None:
    with pytest.raises(InputError, match="neither"):
        archive.add([given])


def test_an_article_with_an_address_alone_is_known_by_it(archive: Archive) -> None:
    archive.add([{"text": FEW.text, "url": "https://example.org/fire"}])
    assert [one.id for one in archive.articles()] == ["https://example.org/fire"]


def test_the_date_line_gives_the_day_and_the_change_says_so(archive: Archive) -> None:
    text = "ARDMORE, Feb. 19, 2024 (Wire) — The fire killed 14 people."
    change = archive.add([Article(id="wire", text=text)])
    assert "Feb. 19, 2024" in change.notes[0]
    assert archive.articles()[0].published == date(2024, 2, 19)
    assert archive.add([Article(id="wire", text=text)]).unchanged == ("wire",)


def test_an_article_that_claims_nothing_has_no_story(archive: Archive) -> None:
    silent = article("quiet-news", "The mayor said little about the fire in Ardmore.")
    archive.add([silent, FEW])
    assert archive.status().stories == 1
    assert archive.report().articles == (silent, FEW)


def test_since_leaves_out_what_was_there_before(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at(hour: int) -> datetime:
        return datetime(2024, 2, 20, hour, tzinfo=UTC)

    def add(one: Article, hour: int) -> None:
        monkeypatch.setattr("factcheck.archive.archive.now", lambda: at(hour))
        archive.add([one])

    add(FEW, 6)
    add(MANY, 7)
    add(MILL, 9)
    assert [len(archive.conflicts(since=at(hour))) for hour in (6, 7, 8)] == [1, 1, 0]
    assert archive.conflicts(since=date(2024, 2, 19)) == archive.conflicts()
    assert [one.id for one in archive.report(since=at(8)).articles] == ["mill-news"]
    add(AS_FEW, 10)  # joins the conflict, which stays as old as it is
    assert archive.conflicts(since=at(8)) == ()


def test_a_decision_ends_a_conflict_and_holds_of_what_comes_later(archive: Archive) -> None:
    archive.add([FEW, MANY])
    names = [claim.name for claim in archive.conflicts()[0].claims]
    apart = Decision(ruling=Ruling.DIFFERENT, claims=tuple(names), by="A. Editor", on=DAY)
    change = archive.decide(Corrections(decisions=(apart,)))
    assert archive.conflicts() == ()
    assert change.conflicts == ()
    archive.add([AS_FEW])
    assert archive.conflicts() == ()
    assert archive.status().decisions == 1


def test_what_is_no_claim_is_none_in_an_outlet_that_comes_later(archive: Archive) -> None:
    archive.add([FEW])
    (name,) = [c.name for c in archive.report().claims if c.quote == "14 people"]
    none = Decision(ruling=Ruling.NOT_A_CLAIM, claims=(name,), by="A. Editor", on=DAY)
    archive.decide(Corrections(decisions=(none,)))
    reprint = FEW.model_copy(update={"id": "isle-times", "publisher": "Isle Times"})
    archive.add([reprint])
    assert [c.quote for c in archive.report().claims if c.kind == "deaths"] == []


def test_articles_and_decisions_that_come_together_are_one_step(archive: Archive) -> None:
    """Another decision makes a conflict of what the corrected article no longer says."""
    archive.add([FEW, MANY])
    few, many = (claim.name for claim in archive.conflicts()[0].claims)
    apart = Decision(ruling=Ruling.DIFFERENT, claims=(few, many), by="R. Calloway", on=DAY)
    archive.decide(Corrections(decisions=(apart,)))
    assert archive.conflicts() == ()
    corrected = MANY.model_copy(update={"text": MANY.text.replace("55", "14")})
    change = archive.add([corrected], corrections=Corrections())
    assert change.replaced == ("hill-herald",)
    assert change.conflicts == ()
    assert archive.conflicts() == ()
    assert archive.status().decisions == 0


def test_decisions_go_back_with_the_articles_that_they_came_with(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.add([FEW, MANY])
    few, many = (claim.name for claim in archive.conflicts()[0].claims)
    apart = Decision(ruling=Ruling.DIFFERENT, claims=(few, many), by="R. Calloway", on=DAY)

    def full(*_: object) -> None:
        raise OSError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr("factcheck.archive.store.Store.put_group", full)
        with pytest.raises(OSError, match="full"):
            archive.add([AS_FEW], corrections=Corrections(decisions=(apart,)))
    assert archive.status().decisions == 0
    assert len(archive.conflicts()) == 1


def test_a_decision_without_effect_is_told(archive: Archive) -> None:
    archive.add([FEW])
    lost = Decision(ruling=Ruling.NOT_A_CLAIM, claims=("a:9:12345678",), by="R. C.", on=DAY)
    for change in (
        archive.decide(Corrections(decisions=(lost,))),
        archive.add([MILL], corrections=Corrections(decisions=(lost,))),
    ):
        assert any("names no claim" in note for note in change.notes)
    assert archive.add([MANY]).notes == ()  # only when it is decided


def test_an_article_that_is_not_read_or_misdated_is_told(archive: Archive) -> None:
    spanish = article(
        "diario", "El incendio dejó al menos 14 muertos el domingo, dijo la policía.", language="es"
    )
    built = " It was built by the county when the old ferry was given up." * 12
    told_on = "The bridge fell on Tuesday, killing four people, the council said."
    late = article("late", told_on + built)  # of a Monday
    change = archive.add([spanish, late])
    for notes in (change.notes, archive.report().notes):
        assert any(note.startswith("diario: ") and "only English" in note for note in notes)
        assert any(note.startswith("late: its text is later") for note in notes)
    assert archive.report().notes == reconcile([spanish, late]).notes


@pytest.mark.parametrize("workers", [0, -1, 1.5, True, "2"])
def test_a_number_of_processes_that_is_none_is_refused(archive: Archive, workers: Any) -> None:
    with pytest.raises(InputError, match="workers"):
        archive.add([FEW], workers=workers)
    with pytest.raises(InputError, match="workers"):
        archive.reread(workers=workers)
    assert archive.status().articles == 0


def test_all_is_read_again_by_the_rules_of_now(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def blind(_: Article) -> tuple[Claim, ...]:
        return ()

    with monkeypatch.context() as patched:
        patched.setattr("factcheck.archive.archive.extract", blind)
        patched.setattr("factcheck.archive.archive._version", lambda: "0.0.1")
        archive.add([FEW, MANY, MILL])
    assert (archive.status().claims, archive.status().read_by) == (0, ("0.0.1",))
    change = archive.reread()
    assert len(change.conflicts) == 1
    assert told(archive.report()) == told(reconcile([FEW, MANY, MILL]))
    assert "0.0.1" not in archive.status().read_by
    again = archive.reread()
    assert (again.new, again.turned, again.conflicts, again.gone) == ((), (), (), ())


def test_of_a_question_that_is_parted_one_goes_on_and_one_is_new(archive: Archive) -> None:
    archive.add([FEW, AS_FEW])
    (both,) = [group for group in archive.report().groups if group.claims[0].kind == "deaths"]
    names = tuple(claim.name for claim in both.claims)
    apart = Decision(ruling=Ruling.DIFFERENT, claims=names, by="A. Editor", on=DAY)
    change = archive.decide(Corrections(decisions=(apart,)))
    (new,) = change.new
    assert len(new.claims) == 1
    assert change.gone == ()
    after = [g for g in archive.report().groups if set(g.claims) & set(both.claims)]
    assert len(after) == 2


def test_a_group_that_loses_its_last_claim_is_gone(archive: Archive) -> None:
    text = f"{FEW.text} It hurt 31 people, and 300 homes burned to the ground. Nine engines came."
    archive.add([FEW.model_copy(update={"text": text})])
    groups = {group.id for group in archive.report().groups}
    assert len(groups) > 3
    change = archive.add([FEW.model_copy(update={"text": "The mayor said little."})])
    assert change.gone == tuple(sorted(groups))
    assert archive.report().groups == ()
    assert archive.status().stories == 0


def test_an_archive_that_is_closed_and_opened_goes_on(tmp_path: Path) -> None:
    with Archive(tmp_path / "fire.db") as archive:
        archive.add([FEW])
    with Archive(tmp_path / "fire.db") as archive:
        archive.add([MANY])
        assert len(archive.conflicts()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["fire.db"]


def test_a_closed_archive_says_so(place: str) -> None:
    archive = Archive(place)
    archive.close()
    with pytest.raises(OSError, match="closed"):
        archive.add([FEW])


def test_the_views_tell(archive: Archive) -> None:
    archive.add([FEW, MANY, MILL])
    archive.add([MANY.model_copy(update={"title": "Fire in Ardmore"})])
    rows = archive._store.rows
    stories = rows("SELECT articles, publishers, conflicts FROM stories")
    assert sorted(stories) == [(1, 1, 0), (2, 2, 1)]
    ((label, answers),) = rows("SELECT label, answers FROM conflicts")
    assert (label, answers) == ("number of people killed", "55 / 14")
    sources = rows("SELECT source, articles, conflicts FROM sources ORDER BY source")
    assert sources == [("Hill Herald", 1, 1), ("Mill News", 1, 0), ("Valley Gazette", 1, 1)]
    quotes = rows("SELECT quote FROM claims_by_group WHERE verdict = 'conflict'")
    assert sorted(quotes) == [("14 people",), ("55 people",)]


def test_the_keys_hold(tmp_path: Path) -> None:
    with Archive(tmp_path / "fire.db") as archive:
        archive.add([FEW, MANY, MILL])
        archive.add([MANY.model_copy(update={"title": "Fire in Ardmore"})])
    with closing(sqlite3.connect(tmp_path / "fire.db")) as file:
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_the_url_of_a_file_is_that_file(tmp_path: Path) -> None:
    with Archive(f"sqlite:///{tmp_path / 'fire.db'}") as archive:
        archive.add([FEW])
    with Archive(tmp_path / "fire.db") as archive:
        assert archive.articles() == (FEW,)


def test_no_articles_change_nothing(archive: Archive) -> None:
    assert archive.add([]) == ArchiveChange()
    assert archive.report() == reconcile([])
