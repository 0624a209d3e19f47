"""The story's own now: the day of publication, corrected where the text plainly says otherwise.

Stories are stamped a day early by a time zone ("divers went down on Wednesday", stamped Tuesday)
or keep the stamp of their first version when they are updated. Then they tell in the past what
lies a day ahead of the stamp. One such weekday in the opening, or two anywhere, move the now.
"""

from __future__ import annotations

from datetime import date

from factcheck.times.reading import Story

# A stamp is at most so many days earlier than the text under it.
MOST_DAYS_EARLY = 2
# Characters of the headline and the lead.
_OPENING = 700
_ENOUGH = 2


def later_now(story: Story, published: date | None) -> date | None:
    """A later day on which the text was written, or `None` where it fits the day it was read on."""
    told = story.told_ahead
    if published is None or story.published is None or not told:
        return None
    if (story.published - published).days >= MOST_DAYS_EARLY:
        return None
    days = {day for _, day in told}
    opening = any(start < _OPENING for start, _ in told)
    return max(days) if opening or len(told) >= _ENOUGH else None
