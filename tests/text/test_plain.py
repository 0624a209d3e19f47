"""A text is read without what its reader does not see, and every offset counts it as it is."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Article, Claim, extract, find_quantities, find_times, reconcile
from factcheck.models import Span
from factcheck.testing import generate_bundle
from factcheck.text.plain import plain
from factcheck.times import infer_published

# Unicode names, so that the test does not repeat the ranges of the code.
UNSEEN = [
    "SOFT HYPHEN", "ZERO WIDTH SPACE", "ZERO WIDTH NON-JOINER", "ZERO WIDTH JOINER", "WORD JOINER",
    "ZERO WIDTH NO-BREAK SPACE", "LEFT-TO-RIGHT MARK", "RIGHT-TO-LEFT MARK", "ARABIC LETTER MARK",
    "RIGHT-TO-LEFT OVERRIDE", "POP DIRECTIONAL ISOLATE", "VARIATION SELECTOR-16",
    "COMBINING GRAPHEME JOINER", "MONGOLIAN VOWEL SEPARATOR",
]  # fmt: skip
SPACES = [
    "NO-BREAK SPACE", "NARROW NO-BREAK SPACE", "THIN SPACE", "EN SPACE", "EM SPACE", "HAIR SPACE",
    "FIGURE SPACE", "IDEOGRAPHIC SPACE", "MEDIUM MATHEMATICAL SPACE",
]  # fmt: skip
unseen = pytest.mark.parametrize("sign", [unicodedata.lookup(n) for n in UNSEEN], ids=UNSEEN)
spaces = pytest.mark.parametrize("space", [unicodedata.lookup(n) for n in SPACES], ids=SPACES)


def figures(text: str) -> list[Decimal | None]:
    """What the figures of a text are; each stands where its quote says."""
    found = find_quantities(text)
    for mention in found:
        assert mention.span.of(text) == mention.quote
        assert mention.figure.of(text).strip() == mention.figure.of(text)
        if mention.subject_span is not None:
            assert mention.subject_span.of(text) == mention.subject
    return [mention.quantity.low for mention in found]


@unseen
def test_what_has_no_width_parts_no_number_and_no_word(sign: str) -> None:
    for written in (f"5{sign}000 people died.", f"5,{sign}000 peo{sign}ple died.",
                    f"fi{sign}ve thou{sign}sand people died.", f"{sign}5{sign},000{sign} people",
                    f"5000{sign}{sign}{sign} {sign}people died."):  # fmt: skip
        assert figures(written) == [5000]


def test_words_and_figures_may_stand_any_number_of_spaces_apart() -> None:
    """The spaces of a keyboard, as justified columns have them; a lone one changes nothing."""
    for space in (" ", "  ", "   "):
        text = f"Some{space}5{space}million{space}people{space}fled{space}on{space}3{space}May."
        assert figures(text) == [5_000_000]
        assert [time.start for time in find_times(text, date(2024, 5, 4))] == [date(2024, 5, 3)]


@spaces
def test_spaces_of_any_width_part_thousands_and_words(space: str) -> None:
    assert figures(f"12{space}400{space}people died.") == [12400]
    assert figures(f"12{space}400{space}600 people died.") == [12400600]
    assert figures(f"Some{space}{space}5{space}million{space} people died.") == [5_000_000]
    assert figures(f"12{space}4000 people died.")[-1] == 4000  # thousands have three digits
    # Four digits are a year, and a date is no number with the one that follows it.
    assert figures(f"In 2019{space}300 people died.") == [300]
    told = f"It began at about{space}{space}10{space}a.m.{space}on{space}1 May{space}2021."
    assert [time.value for time in find_times(told)] == ["2021-05-01T10:00"]


@pytest.mark.parametrize("sign", ["'", "’", "\N{ARABIC THOUSANDS SEPARATOR}"])
def test_signs_that_part_thousands(sign: str) -> None:
    assert figures(f"1{sign}234 people died.") == [1234]
    assert figures(f"It cost 1{sign}234{sign}567.50 francs.") == [Decimal("1234567.50")]
    assert figures(f"He is 5{sign}11 tall.") != [511]


# One digit of each script that has digits of its own (Unicode Character Database, class Nd).
ZEROS = [chr(code) for code in range(0x110000) if unicodedata.decimal(chr(code), None) == 0]


@pytest.mark.parametrize("zero", ZEROS[1:], ids=[unicodedata.name(z) for z in ZEROS[1:]])
def test_digits_of_every_script_are_figures(zero: str) -> None:
    written = "".join(chr(ord(zero) + digit) for digit in (3, 0, 7))
    assert figures(f"{written} people died.") == [307]
    assert [time.value for time in find_times(f"on 5 May {chr(ord(zero) + 2)}021")] == [
        "2021-05-05"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("１２，３４５ people died.", [12345]),
        ("１２．５％ of homes burned.", [Decimal("12.5")]),
        ("٥٬٠٠٠ people and ٣٤٫٥ percent", [5000, Decimal("34.5")]),
        ("ﬁve people and ﬁfty boats", [5, 50]),
        ("a 10‑member panel, a 12‐member jury", [10, 12]),
        ("死者5，伤者300", []),
    ],
)
def test_what_fonts_and_scripts_write_otherwise(text: str, expected: list[object]) -> None:
    assert figures(text)[: len(expected)] == expected


def test_letters_in_two_parts_are_one_name() -> None:
    told = "A fire in Málaga killed 12 people on Sunday, the mayor of Málaga said."
    parted = unicodedata.normalize("NFD", told).replace("12", "15")
    assert parted != told
    (claim,) = (c for c in extract(Article(id="a", text=parted)) if c.kind == "deaths")
    assert claim.place == "Málaga"
    report = reconcile([told, parted])
    assert len([g for g in report.groups if g.kind == "deaths"]) == 1


def test_a_date_line_is_read_through_them() -> None:
    text = "TAPACHULA,\u00a0 Mexico, Dec\u00ad 26,\u00a02023 (Reuters)\u00a0- Two men died."
    found = infer_published(text)
    assert found is not None
    assert found.start == date(2023, 12, 26)
    assert found.span.of(text) == found.quote == "Dec\u00ad 26,\u00a02023"
    title = "Ferry\u200b sinks |\u00a029\u00a0December  2023"
    dated = infer_published("Nine died.", title)
    assert dated is not None
    assert dated.span.of(title) == dated.quote == "29\u00a0December  2023"


def test_copies_are_copies_with_other_spaces_and_hyphens() -> None:
    told = generate_bundle(3).articles[0].text
    other = told.replace(" ", "\u00a0", 40).replace("e", "e\u00ad", 60)
    report = reconcile([Article(id="a", text=told), Article(id="b", text=other)])
    several = [group for group in report.groups if len(group.claims) > 1]
    assert several
    assert all(len(group.origins) == 1 for group in several)


def read(claim: Claim, text: str) -> tuple[object, ...]:
    assert claim.span.of(text) == claim.quote
    assert claim.sentence.covers(claim.span)
    return claim.kind, claim.quantity, claim.when, claim.subject, claim.place, claim.attribution


@given(st.integers(0, 400), st.randoms(use_true_random=False))
def test_noise_that_nobody_sees_changes_no_claim(seed: int, draw: Random) -> None:
    article = generate_bundle(seed).articles[0]
    noisy = ""
    for sign in article.text:
        if sign == " " and draw.random() < 0.2:
            # Not the spaces that part thousands: "in May 5 200 people" would be one number.
            noisy += draw.choice(["  ", " \u00a0", "\u200a ", " \u200b"])
        elif sign.isalnum() and draw.random() < 0.1:
            noisy += sign + draw.choice(["\u00ad", "\u200b", "\u200f", "\ufeff"])
        else:
            noisy += sign
    ours = [read(c, article.text) for c in extract(article)]
    theirs = [read(c, noisy) for c in extract(article.model_copy(update={"text": noisy}))]
    assert theirs == ours


TEXTS = st.text(
    st.sampled_from("5 0,.’'a e\u0301\u0300ﬁ\u00a0\u2009\u00ad\u200b\u200f\ufeff１٥，．٬\n\t😀")
)


@given(TEXTS)
def test_a_plain_text_is_plain_and_every_span_of_it_has_a_place(text: str) -> None:
    read_as = plain(text)
    assert plain(read_as.text).text.count("  ") == 0
    assert not set(map(unicodedata.lookup, UNSEEN)) & set(read_as.text)
    end = 0
    for at in range(len(read_as.text)):
        place = read_as.span(Span(start=at, end=at + 1))
        assert end <= place.end <= len(text)
        end = place.end
        if len(place.of(text)) == 1 and place.of(text) == read_as.text[at]:
            continue
        assert place.of(text).strip("\u00ad\u200b\u200f\ufeff") or read_as.text[at] == " "


def test_most_texts_are_plain_as_they_are() -> None:
    text = "Nine men – “mostly” fathers – died, the mayor’s office said.\n\n\tOn Monday.\r\n"
    assert plain(text).text == text
    assert plain(text).pieces == ()
