"""The report that most tests export."""

from __future__ import annotations

import pytest

from factcheck import reconcile
from factcheck.findings import Report

from .newsstand import FLOOD


@pytest.fixture(scope="session")
def flood() -> Report:
    return reconcile(FLOOD)
