"""factcheck reads what news articles claim in figures and dates, and shows where they disagree."""

from factcheck.quantities import find_quantities as find_quantities

from factcheck.times import find_times

__all__ = ["find_times"]
