"""An editor's corrections at work: read from a file, resolved, and applied to claims and groups.

What a decision is stands in `factcheck.decisions`; how a decided change is judged and explained in
`factcheck.judge.decided`.
"""

from factcheck.corrections.claims import applied
from factcheck.corrections.groups import regrouped
from factcheck.corrections.opinions import Answer, Opinion, OpinionQuestion, OpinionSide, asked
from factcheck.corrections.resolution import ResolvedCorrections, refusals, resolve
from factcheck.corrections.toml_file import as_corrections, load_corrections, problem_of, record

__all__ = [
    "Answer",
    "Opinion",
    "OpinionQuestion",
    "OpinionSide",
    "ResolvedCorrections",
    "applied",
    "as_corrections",
    "asked",
    "load_corrections",
    "problem_of",
    "record",
    "refusals",
    "regrouped",
    "resolve",
]
