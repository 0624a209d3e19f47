"""What a notebook shows under a cell, and the example notebooks, run from top to bottom."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from factcheck import Article, Report, reconcile
from factcheck.results import Possible

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SCRIPT = "<script>alert(1)</script>"


def shown(thing: Any) -> str:
    html = thing._repr_html_()
    assert isinstance(html, str)
    return html


def test_a_report_shows_its_questions_with_more_than_one_answer(march: Report) -> None:
    html = shown(march)
    assert "3 articles, 6 claims, 2 questions: one conflict, one agreement." in html
    assert "size of the march" in html
    assert "day of the march" not in html


def test_a_report_shows_its_questions_to_ask(march: Report) -> None:
    asked = Possible(question=SCRIPT, kind="count", claims=march.claims[1:3], fits=(SCRIPT,))
    html = shown(march.model_copy(update={"possible": (asked,)}))
    assert "300 (Valley Gazette) or more than 2,000 (Hill Herald): the same count?" in html
    assert "Possibly the same" in html
    assert "<script" not in html
    assert "Possibly the same" not in shown(march)


def test_a_group_shows_its_charts_positions_and_reason(march: Report) -> None:
    html = shown(march.groups[0])
    assert html.count("<svg") == 2
    assert "Two papers print more than twice what the third one does." in html
    assert "Valley Gazette" in html


def test_a_claim_shows_its_words_and_how_they_were_read(march: Report) -> None:
    html = shown(march.claims[1])
    for words in ("“300”", "police", "gazette, characters", "by hand"):
        assert words in html


def test_foreign_text_is_escaped(march: Report) -> None:
    foreign = Article(id=SCRIPT, publisher=SCRIPT, text=f"40 people left, {SCRIPT} said.")
    report = reconcile([foreign, foreign.model_copy(update={"id": "b", "text": "50 people left."})])
    group = march.groups[0].model_copy(update={"label": SCRIPT, "explanation": SCRIPT})
    claim = march.claims[0].model_copy(update={"quote": SCRIPT, "attribution": SCRIPT})
    for thing in (report, *report.groups, *report.claims, group, claim):
        assert "<script" not in shown(thing)
    assert "&lt;script&gt;" in shown(group)
    assert "&lt;script&gt;" in shown(claim)


def test_there_are_three_example_notebooks() -> None:
    assert [path.stem for path in sorted(EXAMPLES.glob("*.ipynb"))] == [
        "one-article",
        "sources-disagree",
        "teach-it-a-new-kind",
    ]


# Each starts a kernel, so two of the three are left to the long run.
NOTEBOOKS = [
    pytest.param(path, id=path.stem, marks=[] if path.stem == "one-article" else pytest.mark.slow)
    for path in sorted(EXAMPLES.glob("*.ipynb"))
]


# A kernel is a process that talks over sockets of its own; what it warns of is not ours.
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize("path", NOTEBOOKS)
def test_an_example_notebook_runs_and_shows_something(path: Path) -> None:
    book: Any = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)  # type: ignore[no-untyped-call]
    assert not any(cell.get("outputs") for cell in book.cells), "clear the outputs: they age"
    client = NotebookClient(book, timeout=120, resources={"metadata": {"path": str(EXAMPLES)}})
    client.execute()  # raises where a cell does
    outputs = [output for cell in book.cells for output in cell.get("outputs", [])]
    pictures = [output for output in outputs if "text/html" in output.get("data", {})]
    assert pictures
    assert not any("<script" in output.data["text/html"] for output in pictures)
