"""Every target over its corpus: what fuzzing started from, and what it has found."""

from __future__ import annotations

import ast
import inspect
import socket
from pathlib import Path

import pytest

import factcheck
from factcheck import exports, report
from factcheck.loading.formats import FORMATS
from factcheck.results import Group, Report
from tests.fuzz import outputs, targets
from tests.fuzz.targets import READERS, TARGETS

CORPUS = Path(__file__).with_name("corpus")
CASES = sorted(path.relative_to(CORPUS).as_posix() for path in CORPUS.glob("*/*"))


@pytest.mark.parametrize("case", CASES)
def test_what_was_found_stays_mended_and_no_network_is_asked(
    case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def refuse(*arguments: object, **_: object) -> None:
        asked.append(arguments)
        raise OSError("no network here")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    TARGETS[case.partition("/")[0]]((CORPUS / case).read_bytes())
    assert asked == []


def test_every_target_has_a_corpus_and_every_reader_a_target() -> None:
    assert {case.partition("/")[0] for case in CASES} == set(TARGETS)
    assert {format.read for format in FORMATS} == set(READERS)


def test_every_public_function_that_takes_something_is_fuzzed() -> None:
    named = set()
    for module in (targets, outputs):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Attribute):
                named.add(node.attr)
            elif isinstance(node, ast.Name):
                named.add(node.id)
    public = {
        name
        for module in (factcheck, exports, report)
        for name in module.__all__
        if inspect.isfunction(function := getattr(module, name))
        and inspect.signature(function).parameters
    }
    # What `to_csv` and its like write is fuzzed as text; a file is only its last step.
    written = {"to_csv", "to_json_lines", "to_json_ld", "to_annotations", "to_sqlite", "to_html"}
    methods = {
        name
        for shape in (Report, Group)
        for name, _ in inspect.getmembers(shape, inspect.isfunction)
        if name in vars(shape) and not name.startswith("_")
    }
    assert len(public) > 15
    assert methods > written
    assert public | (methods - written) <= named
