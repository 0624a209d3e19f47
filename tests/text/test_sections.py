"""Headline, body, caption and furniture."""

from itertools import product
from time import process_time

import pytest

from factcheck.lexicon import load
from factcheck.models import Section
from factcheck.text.sections import _Furniture, _line_section, _patterns, sections
from factcheck.text.sentences import sentences

EXAMPLES = load("furniture", _Furniture).examples
LEAD = "Bridge opens\nThe bridge opened on Monday.\n"


def section_of_last(line: str) -> Section:
    text = LEAD + line
    spans = sentences(text)
    return sections(text, spans)[-1]


@pytest.mark.parametrize("line", EXAMPLES["furniture"])
def test_furniture_is_recognised(line: str) -> None:
    assert section_of_last(line) is Section.FURNITURE


@pytest.mark.parametrize("line", EXAMPLES["credit"])
def test_a_credit_makes_its_line_a_caption(line: str) -> None:
    assert section_of_last("Men carry sand to the dam on Sunday. " + line) is Section.CAPTION


@pytest.mark.parametrize("line", EXAMPLES["skips"])
def test_sentences_of_the_article_are_body(line: str) -> None:
    assert section_of_last(line) is Section.BODY


OPENINGS = ("", "By Fa", "Published", "With ", "Photo", "Reuters", "1 views", "(", "Add ", "Share ")
PIECES = (
    " ",
    "a",
    "E",
    "1",
    "a ",
    "1 ",
    ",",
    "and ",
    "and",
    "(",
    "-",
    "A-",
    "\t",
    "a, ",
    "1 views",
)


def test_no_line_takes_long() -> None:
    # Short lines first: what is exponential fails there, and need not be waited for.
    for length, opening, piece in product((36, 3900), OPENINGS, PIECES):
        line = opening + (piece * length)[:length] + "!\x00"
        started = process_time()
        _line_section(line, _patterns("en"))
        assert process_time() - started < 0.3, (opening, piece)


def test_the_first_line_is_the_headline() -> None:
    spans = sentences(LEAD)
    assert sections(LEAD, spans) == (Section.HEADLINE, Section.BODY)


def test_a_line_that_repeats_the_title_is_the_headline() -> None:
    text = "By Ana Soto\nBridge opens\nThe bridge opened."
    spans = sentences(text)
    assert sections(text, spans, title="Bridge opens")[1] is Section.HEADLINE


def test_the_title_above_a_teaser_goes_with_it() -> None:
    text = (
        LEAD + "Bees for all\nA hive takes 20 hours. (Published Friday, Sept. 3, 2021)\nOn Monday."
    )
    spans = sentences(text)
    found = dict(zip((s.of(text) for s in spans), sections(text, spans), strict=True))
    assert found["Bees for all"] is Section.FURNITURE
    assert found["A hive takes 20 hours."] is Section.FURNITURE
    assert found["On Monday."] is Section.BODY


LINKS = "Harbour fair opens late Two ferries collide off Olm Mayor sells 40 boats " * 20
PROSE = "The dam held on Monday. Some 12 men carried sand to it all night. " * 60


def test_a_stretch_longer_than_any_sentence_is_no_part_of_the_article() -> None:
    text = f"Dam holds\n{PROSE}\n{LINKS}\nThe river fell again."
    spans = sentences(text)
    found = dict(zip(spans, sections(text, spans), strict=True))
    linked = [s for s in spans if "ferries" in s.of(text)]
    assert len(linked) > 1
    assert {found[s] for s in linked} == {Section.FURNITURE}
    assert found[spans[-1]] is Section.BODY


def test_what_ends_such_a_stretch_with_a_stop_is_a_sentence_again() -> None:
    text = f"Dam holds\n{PROSE}\n{LINKS}The dam held all night."
    spans = sentences(text)
    found = sections(text, spans)
    assert (found[-2], found[-1]) == (Section.FURNITURE, Section.BODY)


def test_a_text_without_any_stops_is_an_article_all_the_same() -> None:
    text = "the dam held on monday and some 12 men carried sand to it all night " * 60
    spans = sentences(text)
    assert set(sections(text, spans)) == {Section.BODY}
