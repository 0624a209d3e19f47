"""Times: when something holds, read from any text and placed in the calendar."""

from factcheck.times.dateline import infer_published
from factcheck.times.find import find_times, story_now
from factcheck.times.partial import compatible
from factcheck.times.written_dates import parse_date

__all__ = ["compatible", "find_times", "infer_published", "parse_date", "story_now"]
