"""A progress bar on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn


@contextmanager
def progress(console: Console | None = None) -> Iterator[Callable[[str, int, int | None], None]]:
    """A bar on standard error for the progress of `reconcile(…, watch=…)`, removed at its end.
    Nothing is written where standard error is no terminal."""
    console = console or Console(stderr=True)
    # Not is_terminal: FORCE_COLOR makes that true for a file as well.
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=console,
        transient=True,
        disable=not console.file.isatty(),
    )
    with bar:
        task = bar.add_task("", total=None)
        yield lambda stage, done, total: bar.update(
            task, description=stage, completed=done, total=total
        )
