"""The story's own now: the day of publication, corrected where the text plainly says otherwise.

Stories are stamped a day early by a time zone ("divers went down on Wednesday", stamped Tuesday)
or keep the stamp of their first version when they are updated. Then they put in the past what
lies a day ahead of the stamp. The news stands at the top: a weekday in the past in the
opening moves the now, one further down is of last week.
"""

from __future__ import annotations

from datetime import date

from factcheck.times.reading import TimeContext

# A stamp is at most so many days earlier than the text under it.
MOST_DAYS_EARLY = 2
# The opening: two fifths of a story. A few sentences are none, and need not begin with the news.
_OPENING = 0.4
_SHORTEST_STORY = 700


def later_now(context: TimeContext, published: date | None, length: int) -> date | None:
    """The corrected day on which the text was written, or `None` where it needs no correction.

    `context` was read on a day that is `published` or a first correction of it; `length` is the
    number of characters of the text.
    """
    ahead = context.weekdays_ahead
    if published is None or context.published is None or not ahead:
        return None
    start, day = ahead[0]
    early = (context.published - published).days
    opening = length >= _SHORTEST_STORY and start < _OPENING * length
    return day if opening and early < MOST_DAYS_EARLY else None
