"""Every target over its corpus: what fuzzing started from, and what it has found."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.loading.formats import FORMATS
from tests.fuzz.targets import READERS, TARGETS

CORPUS = Path(__file__).with_name("corpus")
CASES = sorted(path.relative_to(CORPUS).as_posix() for path in CORPUS.glob("*/*"))


@pytest.mark.parametrize("case", CASES)
def test_what_was_found_stays_mended(case: str) -> None:
    TARGETS[case.partition("/")[0]]((CORPUS / case).read_bytes())


def test_every_target_has_a_corpus_and_every_reader_a_target() -> None:
    assert {case.partition("/")[0] for case in CASES} == set(TARGETS)
    assert {format.read for format in FORMATS} == set(READERS)
