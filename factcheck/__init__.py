"""factcheck reads what news articles claim in figures and dates, and shows where they disagree.

>>> from factcheck import Article, reconcile
>>> report = reconcile(
...     [
...         Article(
...             id="a", text="A caravan of about 6,000 people left.", publisher="The Coast Post"
...         ),
...         Article(id="b", text="The caravan has almost 10,000 people.", publisher="Inland News"),
...     ]
... )
>>> [group.verdict.value for group in report.groups if group.kind == "caravan_size"]
['conflict']
"""

from factcheck import views as _views  # noqa: F401  registers the methods of results
from factcheck.corrections import Opinion, OpinionQuestion
from factcheck.decisions import Corrections, Decision, Ruling
from factcheck.errors import ConfigurationError, FactcheckError, InputError, SourceError
from factcheck.extraction.extract import extract
from factcheck.kinds import Kind, installed_kinds
from factcheck.loading import load_articles
from factcheck.mentions import QuantityMention, TimeExpression
from factcheck.models import Article, Claim, Period, Quantity, Span
from factcheck.policy import Policy
from factcheck.quantities import find_quantities
from factcheck.reconcile import reconcile
from factcheck.results import Group, Origin, Position, Report, Verdict
from factcheck.times import find_times

__all__ = [
    "Article",
    "Claim",
    "ConfigurationError",
    "Corrections",
    "Decision",
    "FactcheckError",
    "Group",
    "InputError",
    "Kind",
    "Opinion",
    "OpinionQuestion",
    "Origin",
    "Period",
    "Policy",
    "Position",
    "Quantity",
    "QuantityMention",
    "Report",
    "Ruling",
    "SourceError",
    "Span",
    "TimeExpression",
    "Verdict",
    "extract",
    "find_quantities",
    "find_times",
    "installed_kinds",
    "load_articles",
    "reconcile",
]
