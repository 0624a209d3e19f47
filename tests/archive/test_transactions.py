"""Whatever ends a call in the middle, the file holds what was there before it, or all of it."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path
from random import Random
from threading import Thread, Timer

import pytest

from factcheck import Article, InputError, reconcile
from factcheck.archive import Archive, database
from factcheck.archive.database import migrations
from factcheck.archive.sqlite_file import SqliteFile
from factcheck.errors import MissingExtraError

from .conftest import Fresh
from .newsdesk import FEW, MANY, news, told

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks")

ARTICLES = news([3, 11], Random(5))
EARLIER, LATER = ARTICLES[:4], ARTICLES[4:]


def in_a_fork(do: Callable[[], object]) -> int:
    """Runs it in a process of its own, and gives how that ended: the signal as a negative."""
    process = get_context("fork").Process(target=do)
    process.start()
    process.join(120)
    assert process.exitcode is not None
    return process.exitcode


def add_to(place: str, articles: Sequence[Article]) -> None:
    with Archive(place) as archive:
        archive.add(articles)


def holds(place: str, articles: Sequence[Article]) -> bool:
    if "://" not in place:  # a server looks after itself
        with closing(sqlite3.connect(place)) as file:
            assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert file.execute("PRAGMA foreign_key_check").fetchall() == []
    with Archive(place) as archive:
        return told(archive.report()) == at_once(tuple(articles))


@cache
def at_once(articles: tuple[Article, ...]) -> dict[str, object]:
    return told(reconcile(articles))


def on_each_statement(archive: Archive, call: Callable[[str], None]) -> None:
    """Calls it before each statement, the last of which ends the transaction."""
    opened = archive._store.database
    if isinstance(opened, SqliteFile):
        opened.connection.set_trace_callback(call)
        return
    from sqlalchemy import event

    from factcheck.archive.server import Server

    assert isinstance(opened, Server)
    event.listen(opened.connection, "before_cursor_execute", lambda *given: call(given[2]))
    event.listen(opened.connection, "commit", lambda _: call("COMMIT"))


def killed_at(place: str, statement: int) -> None:
    """Adds the later articles, and is killed when so many statements have begun."""
    left = iter(range(statement))

    def count(_: str) -> None:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    with Archive(place) as archive:
        on_each_statement(archive, count)
        archive.add(LATER)


def statements_of(place: str) -> int:
    """How many statements it takes to add the later articles."""
    seen: list[str] = []
    with Archive(place) as archive:
        on_each_statement(archive, seen.append)
        archive.add(LATER)
    return len(seen)


@pytest.mark.slow
def test_a_process_that_is_killed_leaves_the_archive_as_it_was(fresh: Fresh) -> None:
    counted, place = fresh(), fresh()
    add_to(counted, EARLIER)
    number = statements_of(counted)
    add_to(place, EARLIER)
    # From the first statement to the last, which is the end of the transaction.
    for at in sorted({*range(0, number, number // 45), *range(number - 4, number)}):
        assert in_a_fork(partial(killed_at, place, at)) == -signal.SIGKILL
        assert holds(place, EARLIER)
    add_to(place, LATER)
    assert holds(place, ARTICLES)


def test_a_process_that_is_killed_at_any_time_leaves_one_or_the_other(place: str) -> None:
    add_to(place, EARLIER)
    for turn in range(12):
        process = get_context("fork").Process(target=add_to, args=(place, LATER))
        process.start()
        process.join(0.01 * turn)
        process.kill()
        process.join()
        assert holds(place, EARLIER) or holds(place, ARTICLES)


def test_a_call_that_fails_is_as_if_it_had_not_been_and_the_next_one_works(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no room for that")

    with Archive(":memory:") as archive:
        archive.add([FEW])
        with monkeypatch.context() as patched:
            patched.setattr("factcheck.archive.archive.judged", broken)
            with pytest.raises(RuntimeError, match="no room"):
                archive.add([MANY])
        assert archive.status().articles == 1
        assert len(archive.add([MANY]).conflicts) == 1


def test_a_new_archive_that_is_killed_while_it_is_made_can_be_made_again(place: str) -> None:
    for turn in range(12):
        process = get_context("fork").Process(target=add_to, args=(place, LATER))
        process.start()
        process.join(0.002 * turn)
        process.kill()
        process.join()
    add_to(place, LATER)
    assert holds(place, LATER)


def test_who_opens_a_new_file_waits_for_who_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(OSError, match="locked"):
            Archive(path, wait=0.05)
        release = Timer(0.3, holder.execute, ["COMMIT"])
        release.start()
        with Archive(path, wait=30) as archive:
            assert archive.articles() == ()
        release.join()


def test_who_opens_a_new_file_sees_it_before_or_after_another_makes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.db"
    looked_up = SqliteFile._pragma
    other = Thread(target=lambda: Archive(path, wait=30).close())

    def looked_up_while_another_opens(self: SqliteFile, name: str) -> int:
        value = looked_up(self, name)
        if other.ident is None:
            monkeypatch.setattr(SqliteFile, "_pragma", looked_up)
            other.start()
            other.join(0.3)
        return value

    monkeypatch.setattr(SqliteFile, "_pragma", looked_up_while_another_opens)
    with Archive(path, wait=30) as archive:
        assert archive.articles() == ()
    other.join(30)
    assert not other.is_alive()


def test_two_writers_wait_for_each_other(place: str) -> None:
    # Neither has made the archive before.
    halves = ARTICLES[::2], ARTICLES[1::2]

    def add_one_by_one(articles: Sequence[Article]) -> None:
        for one in articles:
            add_to(place, [one])

    writers = [get_context("fork").Process(target=add_one_by_one, args=(half,)) for half in halves]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(120)
    assert [writer.exitcode for writer in writers] == [0, 0]
    with Archive(place) as archive:
        order = archive.articles()
    assert {one.id for one in order} == {one.id for one in ARTICLES}
    assert holds(place, order)


def test_the_one_that_comes_second_is_told_when_it_has_waited_long_enough(place: str) -> None:
    with Archive(place) as first, Archive(place, wait=0.05) as second:
        with first._store.writing(), pytest.raises(OSError, match=r"locked|lock timeout"):
            second.add([FEW])
        second.add([FEW])
        assert first.articles() == (FEW,)


def test_who_reads_sees_what_was_there_before_and_waits_for_nobody(place: str) -> None:
    add_to(place, [FEW])
    with Archive(place, wait=0.05) as writer, Archive(place, wait=0.05) as reader:
        with writer._store.writing():
            writer._store.rows("DELETE FROM claims")
            assert reader.status().claims == 2
        with reader._store.reading():
            assert reader._store.count("articles") == 1
            writer.add([MANY])
            assert reader._store.count("articles") == 1
        assert reader._store.count("articles") == 2


def test_a_full_disk_costs_that_call_alone(tmp_path: Path) -> None:
    path = str(tmp_path / "news.db")
    add_to(path, EARLIER)
    with Archive(path) as archive:
        [(pages,)] = archive._store.rows("PRAGMA page_count")
        archive._store.rows(f"PRAGMA max_page_count = {pages + 5}")
        with pytest.raises(OSError, match="full"):
            archive.add(LATER)
        assert told(archive.report()) == told(reconcile(EARLIER))
        archive._store.rows(f"PRAGMA max_page_count = {pages + 1000}")
        archive.add(LATER)
    assert holds(path, ARTICLES)


def test_a_quota_of_the_system_costs_that_call_alone(tmp_path: Path) -> None:
    path = str(tmp_path / "news.db")
    add_to(path, EARLIER)

    def add_with_a_quota() -> None:
        most = 40_000  # of any one file
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        with Archive(path) as archive, pytest.raises(OSError, match="cannot be used"):
            archive.add(LATER)

    assert in_a_fork(add_with_a_quota) == 0
    assert holds(path, EARLIER)


@pytest.mark.parametrize("content", [b"A report on the fire.\n" * 40, b""])
def test_another_file_is_no_archive_and_is_kept(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "story.md"
    path.write_bytes(content)
    if not content:  # an empty file, such as mktemp makes, becomes one
        add_to(str(path), [FEW])
        return
    with pytest.raises(InputError, match="no archive"):
        Archive(path)
    assert path.read_bytes() == content


def test_another_database_is_no_archive_and_is_kept(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as file:
        file.execute("CREATE TABLE lunches (day TEXT)")
    before = (tmp_path / "other.db").read_bytes()
    with pytest.raises(InputError, match="no archive"):
        Archive(tmp_path / "other.db")
    assert (tmp_path / "other.db").read_bytes() == before


def test_a_database_of_another_use_is_no_archive_and_is_kept(fresh: Fresh, place: str) -> None:
    if "://" not in place:
        pytest.skip("of a file the test above tells")
    import psycopg

    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute("CREATE TABLE lunches (day TEXT)")
    with pytest.raises(InputError, match="holds other tables and is kept"):
        Archive(place)


@pytest.mark.parametrize(
    ("url", "error", "told"),
    [
        ("mysql://desk@host/news", InputError, "in a file of SQLite or on PostgreSQL"),
        ("storm://", InputError, "in a file of SQLite or on PostgreSQL"),
        ("://desk", InputError, "is no URL of a database"),
        ("postgresql://desk:s@h:abc/storm", InputError, r"//desk:\*\*\*@h:abc/storm: is no URL"),
        ("postgresql+asyncpg://desk@h/storm", InputError, r"write postgresql\+psycopg://desk@h/"),
        ("postgresql://desk@/news?host=/nowhere", OSError, "cannot be used"),
    ],
)
def test_a_url_that_leads_nowhere_is_told(url: str, error: type[Exception], told: str) -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(error, match=told):
        Archive(url)


def test_no_password_is_told() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(OSError, match="cannot be used") as caught:
        Archive("postgresql://desk:sesame@/news?host=/nowhere")
    assert "sesame" not in str(caught.value)


def test_without_the_extra_a_server_is_told_to_need_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "factcheck.archive.server", raising=False)
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    with pytest.raises(MissingExtraError, match=r"factcheck-reconcile\[server\]"):
        Archive("postgresql://desk@host/news")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="unable to open"):
        Archive(tmp_path / "nowhere" / "news.db")


def test_an_archive_of_a_former_version_is_brought_to_this_one(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_to(place, EARLIER)
    steps = (*migrations(), "ALTER TABLE articles ADD COLUMN desk TEXT;\n")
    monkeypatch.setattr(database, "migrations", lambda: steps)
    assert holds(place, EARLIER)
    with Archive(place) as archive:
        assert archive._store.count("articles", "desk IS NULL") == 4


def test_a_step_that_fails_leaves_the_former_version(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_to(place, EARLIER)
    broken = "ALTER TABLE articles ADD COLUMN desk TEXT;\nALTER TABLE nowhere ADD COLUMN x TEXT;\n"
    with monkeypatch.context() as patched:
        patched.setattr(database, "migrations", lambda: (*migrations(), broken))
        with pytest.raises(OSError, match=r"no such table|does not exist"):
            Archive(place)
    assert holds(place, EARLIER)


def test_an_archive_of_a_later_version_is_refused(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        later = (*migrations(), "ALTER TABLE articles ADD COLUMN desk TEXT;\n")
        patched.setattr(database, "migrations", lambda: later)
        add_to(place, EARLIER)
    with pytest.raises(InputError, match=r"version 2.*later release"):
        Archive(place)
