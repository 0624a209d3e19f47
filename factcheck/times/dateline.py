"""The date that an article prints of itself, where it was handed over without one.

Four forms are read, the surest first: a label ("Published: 29 December 2023"), a date line
("TAPACHULA, Mexico, Dec 26, 2023 (Reuters) -", "BOGOTA, 6 DEC 89 (AFP)"), a date that has an
early line for itself, and one at the end of the title. A date without a year gives no day.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import islice

from factcheck.lexicon import any_of, load
from factcheck.mentions import TimeExpression, TimeType
from factcheck.models import Span
from factcheck.text.plain import moved_back, plain
from factcheck.text.tokeniser import TextTokens
from factcheck.times.cautions import PLACE, Datelines
from factcheck.times.find import times_in
from factcheck.times.written_dates import parse_date

_EARLY_LINES = 15
_LONGEST_LABELLED = 60  # characters after a label that may hold its date
_LONGEST_ALONE = 60  # characters of a line that is a date and little else
_LONGEST_OPENING = 90  # characters of the place, date and agency that open a story
_LINE = re.compile(r"[^\r\n]+")
# What parts a date line from the story: a dash with space around it, "--" or "_".
_OPENING_END = re.compile(r"\s[-–—_]+\s|--|—|_\s|\([A-Z][A-Za-z./ ]{1,20}\)(?=\s*[-–—_\n]|\s*$)")
_PLACE = re.compile(PLACE)
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")


@cache
def _labels(
    language: str,
) -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str], frozenset[str]]:
    """Patterns of the labels for publication and for a later change, and the words that a dateline
    may have beside its date and inside names."""
    words = load("time_datelines", Datelines, language)

    def labelled(labels: tuple[str, ...]) -> re.Pattern[str]:
        """A pattern for one of these labels at the beginning of a line."""
        return re.compile(rf"\s*\W{{0,3}}{any_of(labels)}\b\s*:?\W{{0,3}}\s*", re.IGNORECASE)

    return (
        labelled(words.labels),
        labelled(words.change_labels),
        frozenset(words.beside),
        frozenset(words.particles),
    )


def infer_published(text: str, title: str = "", *, language: str = "en") -> TimeExpression | None:
    """The day of publication as the article itself prints it, or `None`.

    The result is the expression it was read from: `quote` holds the words, `start` and `end`
    are the day, `rule` names the form. Its span counts characters of `text`, or of `title`
    where the rule is `title_date`. Text never raises an error.
    """
    for read_as, find in ((plain(text), day_in), (plain(title), _in_title)):
        if (found := find(read_as.text, language)) is not None:
            return moved_back(found, read_as)
    return None


def day_in(text: str, language: str) -> TimeExpression | None:
    """The day of publication as a plain text prints it: a label in the early lines, a date line, or
    a date alone, in this order."""
    written = (line for line in _LINE.finditer(text) if not line.group().isspace())
    lines = list(islice(written, _EARLY_LINES))
    published, changed, _, _ = _labels(language)
    for label in (published, changed):
        for index, line in enumerate(lines):
            following = lines[index + 1] if index + 1 < len(lines) else None
            if (found := _after_label(text, line, following, label, language)) is not None:
                return found
    dated = [line for line in lines if _DIGIT.search(line.group())]
    for line in dated:
        if (found := _opening(text, line, language)) is not None:
            return found
    for line in dated:
        if (found := _alone(text, line.start(), line.end(), "date_alone", language)) is not None:
            return found
    return None


def _in_title(title: str, language: str) -> TimeExpression | None:
    """The date behind the last divider of a title: "Ferry sinks | 29 December 2023"."""
    start = max(title.rfind(mark) for mark in "|–—-,") + 1
    return _alone(title, start, len(title), "title_date", language) if start else None


def _after_label(
    text: str,
    line: re.Match[str],
    following: re.Match[str] | None,
    label: re.Pattern[str],
    language: str,
) -> TimeExpression | None:
    """The date behind a label, on its line or alone on the next: "Published: 29 December 2023"."""
    match = label.match(text, line.start(), line.end())
    if match is None:
        return None
    if match.end() == line.end() or not text[match.end() : line.end()].strip():
        if following is None:
            return None
        return _alone(text, following.start(), following.end(), "labelled_date", language)
    end = min(line.end(), match.end() + _LONGEST_LABELLED)
    day = _whole_date(text, match.end(), end)
    if day is not None:
        return _expression(text, *day, "labelled_date")
    written = text[match.end() : line.end()].strip()
    parsed = parse_date(written, language) if len(written) <= _LONGEST_LABELLED else None
    if parsed is None:
        return None
    start = text.index(written, match.end())
    return _expression(text, start, start + len(written), parsed, "labelled_date")


def _opening(text: str, line: re.Match[str], language: str) -> TimeExpression | None:
    """The date of a dateline at the opening: "TAPACHULA, Mexico, Dec 26, 2023 (Reuters) -", place,
    date and agency, then a dash."""
    limit = min(line.end(), line.start() + _LONGEST_OPENING)
    end = _OPENING_END.search(text, line.start(), limit)
    if end is None:
        return None
    day = _whole_date(text, line.start(), end.start())
    _, _, _, particles = _labels(language)
    if day is None or not _PLACE.match(text, line.start(), max(day[0], line.start() + 1)):
        return None
    before = _WORD.findall(text[line.start() : day[0]])
    if any(word[0].islower() and word not in particles for word in before):
        return None  # a sentence that has a dash, and the date of an event
    return _expression(text, *day, "date_line")


def _alone(text: str, start: int, end: int, rule: str, language: str) -> TimeExpression | None:
    """The date of a line that holds next to nothing else."""
    if end - start > _LONGEST_ALONE:
        return None
    day = _whole_date(text, start, end)
    if day is None:
        return None
    _, _, beside, _ = _labels(language)
    rest = text[start : day[0]] + " " + text[day[1] : end]
    others = [word for word in _WORD.findall(rest) if word.lower() not in beside]
    if len(others) > 3 or any(word[0].islower() for word in others):
        return None
    return _expression(text, *day, rule)


def _whole_date(text: str, start: int, end: int) -> tuple[int, int, date] | None:
    """The first date with day, month and year between two offsets, and where it stands."""
    if _DIGIT.search(text, start, end) is None:
        return None  # no year is written in words
    for found in times_in(TextTokens(text[start:end])):
        if found.start is not None and found.start == found.end:
            return start + found.span.start, start + found.span.end, found.start
    return None


def _expression(text: str, start: int, end: int, day: date, rule: str) -> TimeExpression:
    """The expression of one day at these characters of a text."""
    return TimeExpression(
        span=Span(start=start, end=end),
        quote=text[start:end],
        type=TimeType.DATE,
        value=day.isoformat(),
        start=day,
        end=day,
        rule=rule,
    )
