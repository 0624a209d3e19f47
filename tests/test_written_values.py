"""What a choice is called in JSON and in tables: by its own name, and never by an empty word."""

from __future__ import annotations

import re
from enum import StrEnum

import pytest

from factcheck import mentions, models, results
from factcheck.decisions import Ruling
from factcheck.results import Relation

PUBLIC: set[type[StrEnum]] = {
    found
    for module in (mentions, models, results)
    for found in vars(module).values()
    if isinstance(found, type) and issubclass(found, StrEnum) and found is not StrEnum
} | {Ruling}
IN_PROSE: set[type[StrEnum]] = {Relation}  # "same after conversion": the reason as a reader has it


@pytest.mark.parametrize("choice", sorted(PUBLIC - IN_PROSE, key=str))
def test_each_member_is_written_as_it_is_named(choice: type[StrEnum]) -> None:
    """ "day_or_month", "not-a-claim": in small letters."""
    written = [re.sub("[- ]", "_", member.value) for member in choice]
    assert written == [member.name.lower() for member in choice]


@pytest.mark.parametrize("choice", sorted(PUBLIC, key=str))
def test_no_two_members_are_written_alike_and_none_is_empty(choice: type[StrEnum]) -> None:
    written = {member.value.strip() for member in choice}
    assert len(written) == len(choice)
    assert "" not in written
