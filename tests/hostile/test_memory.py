"""What is held: little for each claim, and nothing more after many calls than after one."""

from __future__ import annotations

import gc
import tracemalloc

import pytest

from factcheck import Article, Span, reconcile

MOST_LEFT = 1_000  # bytes a call: a single claim has three times as many


def test_records_of_a_class_share_their_set_of_fields() -> None:
    one, other = Span(start=0, end=1), Span(start=2, end=3)
    assert one.model_fields_set is other.model_fields_set
    assert one.model_fields_set == {"start", "end"}
    assert Article(id="a", text="").model_fields_set == set(Article.model_fields)


@pytest.mark.measured
def test_repeated_calls_leave_nothing_behind() -> None:
    articles = [
        Article(id=str(n), text=f"A storm killed {n + 20} people in Oxmere on Monday. It hurt 9.")
        for n in range(6)
    ]
    for _ in range(3):
        reconcile(articles)
    tracemalloc.start()
    try:
        held = []
        for _ in range(2):
            for _ in range(10):
                reconcile(articles)
            gc.collect()
            held.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert (held[1] - held[0]) / 10 < MOST_LEFT
