"""For tests of other projects: strategies, generated news with known truth, the contract of kinds.

Strategies need Hypothesis (`pip install 'factcheck-reconcile[testing]'`); the rest does not.
Names are loaded when they are first used, so that a test run which imports Hypothesis, and with
it this package's entry point, pays for nothing else.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.testing.contract import check_kind
    from factcheck.testing.generator import generate_bundle
    from factcheck.testing.known import KnownBundle, KnownClaim, KnownGroup
    from factcheck.testing.scoring import BundleScore, Cause, Failure, score
    from factcheck.testing.strategies import (
        articles,
        bundles,
        claimed_articles,
        claims,
        periods,
        prose,
        quantities,
        quantity_mentions,
        spans,
        time_expressions,
    )

__all__ = [
    "BundleScore",
    "Cause",
    "Failure",
    "KnownBundle",
    "KnownClaim",
    "KnownGroup",
    "articles",
    "bundles",
    "check_kind",
    "claimed_articles",
    "claims",
    "generate_bundle",
    "periods",
    "prose",
    "quantities",
    "quantity_mentions",
    "score",
    "spans",
    "time_expressions",
]  # fmt: skip

_HOMES = {
    "contract": ("check_kind",),
    "generator": ("generate_bundle",),
    "known": ("KnownBundle", "KnownClaim", "KnownGroup"),
    "scoring": ("Cause", "Failure", "BundleScore", "score"),
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = next((module for module, names in _HOMES.items() if name in names), "strategies")
    try:
        return getattr(import_module(f"{__name__}.{home}"), name)
    except ModuleNotFoundError as error:
        if error.name != "hypothesis":
            raise
        raise ImportError(
            f"{__name__}.{name} needs hypothesis: pip install 'factcheck-reconcile[testing]'",
            name="hypothesis",
        ) from error


def __dir__() -> list[str]:
    return sorted(__all__)
