"""Registers strategies for our types with Hypothesis, through its entry point, with no import by
the user.

Hypothesis calls `register` when it is itself imported. The strategies are loaded when a type is
first asked for.
"""

from __future__ import annotations

from typing import Any


def register() -> None:
    """Registers a strategy for each type of the library, claims of installed kinds included."""
    from hypothesis import strategies as st

    from factcheck.kinds import installed_kinds
    from factcheck.mentions import QuantityMention, TimeExpression
    from factcheck.models import Article, Claim, Period, Quantity, Span
    from factcheck.testing.known import KnownBundle

    for type_, name in (
        (Article, "articles"),
        (Claim, "claims"),
        (KnownBundle, "bundles"),
        (Period, "periods"),
        (Quantity, "quantities"),
        (QuantityMention, "quantity_mentions"),
        (Span, "spans"),
        (TimeExpression, "time_expressions"),
    ):
        st.register_type_strategy(type_, _made_by(name))
    for kind in installed_kinds():
        st.register_type_strategy(kind.claim, _claims_of)


def _made_by(name: str) -> Any:
    """A function that makes a strategy by its name, importing it when first called."""

    def strategy(type_: type) -> Any:
        from factcheck.testing import strategies

        return getattr(strategies, name)()

    return strategy


def _claims_of(type_: Any) -> Any:
    """A strategy for claims of a class."""
    from factcheck.testing import strategies

    return strategies.claims(type_)
