"""The day, month or year in which something is said to have happened."""

from __future__ import annotations

from typing import Literal

from factcheck.kinds.frame import Kind
from factcheck.models import Claim


class EventDate(Claim):
    """A date claim: `when` is the answer, `question.predicate` and `participants` the event.

    `participants` are the base forms of the nouns that take part, `subject` the words they stand
    in. A date without an event around it has neither. `of_count` says that it dates a figure of its
    sentence ("stood at 61 on Monday") and no event.
    """

    kind: Literal["event_date"] = "event_date"
    participants: tuple[str, ...] = ()
    of_count: bool = False


EVENT_DATE = Kind(EventDate, __package__, "event_date.toml")
