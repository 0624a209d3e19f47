"""Many threads on a cold cache, many processes, and pickles: the report is always the same."""

from __future__ import annotations

import gc
import pickle
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from factcheck import (
    Article,
    Corrections,
    Decision,
    InputError,
    Report,
    Ruling,
    extract,
    find_quantities,
    find_times,
    reconcile,
)
from factcheck.archive import Archive
from factcheck.kinds import installed_kinds
from factcheck.policy import Policy
from factcheck.processes import processes
from factcheck.report import report_json
from factcheck.testing import generate_bundle


def news(bundles: int) -> list[Article]:
    """Articles on several events, with ids that tell the event."""
    return [
        article.model_copy(update={"id": f"{seed}-{article.id}"})
        for seed in range(bundles)
        for article in generate_bundle(seed).articles
    ]


@pytest.fixture(scope="module")
def report() -> Report:
    return reconcile(news(4))


# Nothing is cached yet where the threads start: every lexicon and pattern is built by whoever
# comes first, while the others ask for it.
THREADS = """
import sys, threading
sys.setswitchinterval(1e-6)
from factcheck import Article, extract, find_quantities, find_times, reconcile

texts = ["The flood killed %d people in the town on Tuesday, police said." % n for n in range(16)]
gate = threading.Barrier(16)
found = [None] * 16

def read(n):
    article = Article(id="a", text=texts[n], published=None)
    gate.wait()
    found[n] = (extract(article), reconcile([article]), find_quantities(texts[n]),
                find_times(texts[n]))

threads = [threading.Thread(target=read, args=(n,)) for n in range(16)]
[t.start() for t in threads]
[t.join() for t in threads]
for n, one in enumerate(found):
    article = Article(id="a", text=texts[n], published=None)
    assert one == (extract(article), reconcile([article]), find_quantities(texts[n]),
                   find_times(texts[n])), n
    assert len(one[0]) == 2, one[0]
"""


@pytest.mark.slow
def test_many_threads_on_a_cold_cache_read_what_one_reads() -> None:
    done = subprocess.run([sys.executable, "-c", THREADS], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_processes_give_the_report_of_one(report: Report) -> None:
    seen: list[tuple[int, int | None]] = []
    shared = reconcile(
        news(4),
        workers=2,
        kinds=installed_kinds(),
        watch=lambda stage, done, total: seen.append((done, total)),
    )
    assert report_json(shared) == report_json(report)
    assert seen[0][0] == 0
    assert seen[-1][0] == len(report.articles)


@pytest.mark.slow
def test_processes_judge_as_an_editor_decided_in_a_batch_and_in_an_archive(report: Report) -> None:
    left, right = (
        next(claim.name for claim in report.conflicts[0].claims if claim.id == deciding)
        for deciding in report.conflicts[0].deciding
    )
    apart = Decision(
        ruling=Ruling.DIFFERENT, claims=(left, right), by="A. Editor", on=date(2024, 2, 20)
    )
    decided = Corrections(decisions=(apart,))
    alone = reconcile(news(4), corrections=decided)
    assert len(alone.conflicts) < len(report.conflicts)
    assert report_json(reconcile(news(4), corrections=decided, workers=2)) == report_json(alone)
    with Archive(":memory:") as archive:
        archive.decide(decided)
        archive.add(news(4), workers=2)
        assert archive.report().groups == alone.groups


# What another process is asked must be importable there, and these tests need not be.
MADE_BEFORE_A_LOOK = partial(eval, "__import__('gc').get_threshold()[0]")


def test_our_own_processes_look_for_cycles_seldom_and_that_of_the_caller_as_before() -> None:
    here = gc.get_threshold()[0]
    with processes(2, 2) as each:
        assert list(each(MADE_BEFORE_A_LOOK, [{}, {}])) == [50_000, 50_000]
    assert gc.get_threshold()[0] == here


@pytest.mark.parametrize("workers", [0, -1, True, 1.5, "2", None])
def test_a_number_of_workers_that_is_none_is_refused(workers: object) -> None:
    with pytest.raises(InputError, match="number of processes"):
        reconcile([], workers=workers)  # type: ignore[arg-type]


def test_more_workers_than_articles_is_no_mistake() -> None:
    assert reconcile([], workers=8).groups == ()
    assert len(reconcile(["Nine people died."], workers=8).claims) == 1


@pytest.mark.parametrize(
    "made",
    [
        lambda: news(2),
        lambda: reconcile(news(2)),
        lambda: extract(news(1)[0]),
        lambda: find_quantities("From 5 to 7 people, about 40% of them"),
        lambda: find_times("on Tuesday at 5 p.m."),
        lambda: installed_kinds(),
        lambda: Policy(),
        lambda: generate_bundle(3),
    ],
)
def test_everything_pickles(made: Callable[[], object]) -> None:
    one = made()
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(one, protocol)) == one


def test_errors_pickle() -> None:
    from factcheck.errors import ConfigurationError, MissingExtraError, SourceError

    for error in (
        InputError("workers is 0"),
        SourceError("a.json", "is not JSON"),
        ConfigurationError("words.toml", "has no words"),
        MissingExtraError("a data frame", "pandas", "frames"),
    ):
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is type(error)
        assert str(again) == str(error)
