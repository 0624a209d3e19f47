"""`docs/verdicts.md` lists every relation with the verdict that the code gives it."""

from __future__ import annotations

import re
from pathlib import Path

from factcheck.judge.relations import VERDICTS
from factcheck.results import Relation

RULES = Path(__file__).parents[2] / "docs" / "verdicts.md"
ROW = re.compile(
    r"^\| (?P<number>\d+) \| (?P<relation>[^|]+) \| [^|]+ \| (?P<verdict>\w+) \|$", re.M
)


def test_the_rules_are_those_of_the_code() -> None:
    rows = list(ROW.finditer(RULES.read_text(encoding="utf-8")))
    assert [int(row["number"]) for row in rows] == list(range(1, 18))
    documented = {row["relation"]: row["verdict"] for row in rows}
    judged = {
        relation.value: verdict.value
        for relation, verdict in VERDICTS.items()
        # rule 21, which is no rule for pairs, and what an editor decides before any rule
        if relation not in (Relation.SUM_FAILS, Relation.DECIDED)
    }
    assert documented == judged
