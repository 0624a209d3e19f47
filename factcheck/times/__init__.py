"""Times: when something holds, read from any text and placed in the calendar."""

from factcheck.times.find import find_times

__all__ = ["find_times"]
