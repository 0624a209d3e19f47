"""Maps that run in several processes, or in this one."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol, TypeVar

from factcheck.errors import InputError

Given = TypeVar("Given")
Found = TypeVar("Found")
_CHUNKS = 16  # for each worker: one long article does not keep all others waiting
_ALLOCATED = 50_000  # objects that are made before cycles are looked for; Python's default is 700


class ParallelMap(Protocol):
    """A `map` that may run in several processes, with the results in the order of the items."""

    def __call__(
        self, work: Callable[[Given], Found], given: Sequence[Given], /
    ) -> Iterator[Found]:
        """Apply the work to each item: in this process as results are asked for, in other processes
        all at once."""


def collect_seldom() -> None:
    """Reduce garbage collection in a process of ours: records have no cycles, and looking through
    them takes an eighth of the time."""
    gc.set_threshold(_ALLOCATED)


def one_by_one(work: Callable[[Given], Found], given: Sequence[Given]) -> Iterator[Found]:
    """The map of this process, one item at a time."""
    return map(work, given)


@contextmanager
def processes(workers: int, items: int) -> Iterator[ParallelMap]:
    """A map over that many processes, no more than there are items, for as long as the context
    lasts; with one, over this process itself. Work, items and results are pickled.

    Raises `InputError` where `workers` is no number of processes.
    """
    if type(workers) is not int or workers < 1:
        raise InputError(f"workers is {workers!r}: give the number of processes, 1 or more")
    workers = min(workers, items)
    if workers < 2:
        yield one_by_one
        return
    # Only here: most callers never start a process.
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Not forked: a fork of a program that runs threads may wait for a lock for ever.
    with ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=collect_seldom
    ) as pool:

        def parallel_map(work: Callable[[Given], Found], given: Sequence[Given]) -> Iterator[Found]:
            return pool.map(work, given, chunksize=max(1, len(given) // (workers * _CHUNKS)))

        yield parallel_map
