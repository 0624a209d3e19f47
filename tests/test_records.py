"""Records and the arguments of `reconcile`: each bound at the bound, each refusal word for word."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from factcheck import Article, InputError, Policy, extract, reconcile
from factcheck.errors import ConfigurationError
from factcheck.files import is_ours, two_of_one, write_text
from factcheck.models import Part, Period, Quantity, Side, Span, Status
from factcheck.naming import _slug, named, printed_words
from factcheck.narrowing import is_at, outlet_of

DAY = date(2024, 2, 19)


@pytest.mark.parametrize(
    ("one", "other", "overlap", "covers"),
    [
        ((0, 4), (4, 8), False, False), ((0, 5), (4, 8), True, False),
        ((4, 8), (0, 5), True, False), ((4, 8), (0, 4), False, False),
        ((0, 8), (0, 8), True, True), ((0, 8), (1, 8), True, True), ((0, 8), (0, 7), True, True),
        ((1, 8), (0, 8), True, False), ((0, 7), (0, 8), True, False), ((0, 4), (2, 2), True, True),
    ],
)  # fmt: skip
def test_how_two_spans_lie(
    one: tuple[int, int], other: tuple[int, int], overlap: bool, covers: bool
) -> None:
    first, second = (Span(start=start, end=end) for start, end in (one, other))
    assert (first.overlaps(second), first.covers(second)) == (overlap, covers)
    assert first.of("abcdefgh") == "abcdefgh"[one[0] : one[1]]


REFUSED: list[tuple[Any, str]] = [
    (lambda: Span(start=5, end=4), "a span cannot end (4) before it starts (5)"),
    (lambda: Quantity(low=None, high=None), "a quantity needs a low or a high figure"),
    (
        lambda: Quantity(low=Decimal(1), high=None, side=Side.BELOW),
        "only an approximate quantity has a side: set approximate=True",
    ),
    (lambda: Period(), "a period needs a first day, a last day or a pattern"),
    (
        lambda: Period(start=DAY, end=date(2024, 2, 18)),
        "a period cannot end (2024-02-18) before it starts (2024-02-19)",
    ),
]


@pytest.mark.parametrize(("make", "problem"), REFUSED, ids=[told for _, told in REFUSED])
def test_what_a_record_cannot_hold(make: Any, problem: str) -> None:
    with pytest.raises(ValidationError) as raised:
        make()
    assert raised.value.errors()[0]["msg"] == f"Value error, {problem}"


def test_what_a_record_can_just_hold() -> None:
    assert Span(start=5, end=5).of("abcdefgh") == ""
    days = Period(start=DAY, end=DAY).days()
    assert days is not None
    assert (days.low, days.high) == (DAY, DAY)
    assert Period(pattern="XXXX-12").days() is None
    opened = Period(end=DAY).days()
    assert opened is not None
    assert (opened.low, opened.high) == (None, DAY)
    assert Period(start=DAY).days() is not None


@pytest.mark.parametrize(
    ("values", "exact", "ends"),
    [
        ({"low": 4, "high": 4}, True, (4, 4, False, False)),
        ({"low": 4, "high": 5}, False, (4, 5, False, False)),
        ({"low": 4, "high": 4, "approximate": True}, False, (4, 4, False, False)),
        ({"low": 4, "high": 4, "vague": True}, False, (4, 4, False, False)),
        ({"low": 4, "high": None, "low_inclusive": False}, False, (4, None, True, False)),
        ({"low": None, "high": 4, "high_inclusive": False}, False, (None, 4, False, True)),
        ({"low": 4, "high": None, "high_inclusive": False}, False, (4, None, False, False)),
        ({"low": None, "high": 4, "low_inclusive": False}, False, (None, 4, False, False)),
    ],
)
def test_the_figures_named(values: dict[str, Any], exact: bool, ends: tuple[Any, ...]) -> None:
    figures: dict[str, Any] = {
        name: Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value
        for name, value in values.items()
    }
    quantity = Quantity(**figures)
    bounds = quantity.bounds()
    assert quantity.exact is exact
    assert (bounds.low, bounds.high, bounds.low_open, bounds.high_open) == ends


def test_which_figures_answer() -> None:
    answering = {status.value for status in Status if status.answers}
    assert answering == {"asserted", "retracted"}
    article = Article(id="a", title="Fire", text="Nine died.")
    assert [article.part(part) for part in (Part.TITLE, Part.TEXT)] == ["Fire", "Nine died."]


def test_ids_and_names_of_claims() -> None:
    """A name holds outlet, figure and the words of the sentence; the same twice gets "-2"."""
    text = "The fire killed 14 people. It was out by noon. The fire killed 14 people."
    first, *_, last = extract(Article(id="a", text=text, publisher="The Gazette"))
    assert first.id == "a:16-25:deaths"
    assert first.name.rpartition(":")[0] == "the-gazette:14-people"
    assert last.name == f"{first.name}-2"
    assert printed_words(first.name) == first.name.removeprefix("the-gazette:")
    other = Article(id="b", text="The fire, killed 14 PEOPLE.", publisher="Echo")
    (same,) = named([first.model_copy(update={"sentence": Span(start=0, end=27)})], other)
    assert same.name.startswith("echo:14-people:")
    assert printed_words(same.name) == printed_words(first.name)
    (unnamed,) = named([first], Article(id="c", text=text))
    assert unnamed.name.startswith("unnamed:14-people:")
    copied = first.model_copy(update={"article_id": "z"})
    assert copied.id == "z:16-25:deaths"
    titled = first.model_copy(update={"part": Part.TITLE})
    assert titled.id == "a:title16-25:deaths"


@pytest.mark.parametrize(
    ("text", "longest", "slug"),
    [
        ("The Harbour Gazette", 40, "the-harbour-gazette"), ("The Harbour Gazette", 19,
         "the-harbour-gazette"), ("The Harbour Gazette", 18, "the-harbour"),
        ("The Harbour Gazette", 11, "the"), ("The Harbour Gazette", 2, "th"), ("a_b", 9, "a-b"),
        ("１８ ﬁres", 9, "18-fires"), ("…", 9, ""), ("", 9, ""),
    ],
)  # fmt: skip
def test_the_words_of_a_name(text: str, longest: int, slug: str) -> None:
    assert _slug(text, longest) == slug


@pytest.mark.parametrize(("place", "found"), [("Ardmore", True), ("ARD", True), ("Lindow", False)])
def test_a_place_by_some_of_its_words(place: str, found: bool) -> None:
    (claim,) = extract(Article(id="a", text="The fire in Ardmore killed 14 people."))
    assert claim.place == "Ardmore"
    assert is_at(claim, place) is found
    assert not is_at(claim.model_copy(update={"place": None}), place)
    upper = claim.model_copy(update={"place": "ARDMORE"})
    assert is_at(upper, "ardmore")


def test_the_outlet_of_an_article() -> None:
    assert outlet_of(Article(id="a", text="", publisher="Echo")) == "Echo"
    assert outlet_of(Article(id="a", text="")) == "a"


def test_a_misspelt_name_is_told_what_the_report_has() -> None:
    report = reconcile([Article(id="a", publisher="Gazette", text="The fire killed 14 people.")])
    for arguments, problem in (
        ({"outlets": ["Gazete"]}, "outlet: the report has no 'Gazete': did you mean 'Gazette'?"),
        ({"outlets": ["Qx"]}, "outlet: the report has no 'Qx': it has Gazette"),
        ({"kinds": ["deeths"]}, "kind: the report has no 'deeths': did you mean 'deaths'?"),
    ):
        with pytest.raises(InputError) as raised:
            report.only(**arguments)  # type: ignore[arg-type]
        assert str(raised.value) == problem
    with pytest.raises(InputError, match=r"^outlet: the report has no 'Qx': it has none$"):
        reconcile([]).only(outlets=["Qx"])


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"workers": 0}, "workers is 0: give the number of processes, 1 or more"),
        ({"workers": True}, "workers is True: give the number of processes, 1 or more"),
        ({"ask_at_most": -1}, "ask_at_most is -1: give a number of questions, 0 or more"),
        ({"ask_at_most": 1.0}, "ask_at_most is 1.0: give a number of questions, 0 or more"),
    ],
)
def test_arguments_that_are_no_numbers_of_things(arguments: dict[str, Any], problem: str) -> None:
    with pytest.raises(InputError) as raised:
        reconcile([], **arguments)
    assert str(raised.value) == problem
    assert reconcile([], workers=1, ask_at_most=0).groups == ()


def test_the_stages_of_the_work_are_told() -> None:
    told: list[tuple[str, int, int | None]] = []
    reconcile(["Nine died.", "Ten died."], watch=lambda *stage: told.append(stage))
    assert told == [
        ("reading articles", 0, 2), ("reading articles", 1, 2), ("reading articles", 2, 2),
        ("comparing claims", 2, None),
    ]  # fmt: skip


def test_notes_on_days_and_languages() -> None:
    report = reconcile(
        [
            Article(id="a", text="OSTER, 29 December 2023 -- Nine people died in a fire."),
            Article(id="b", text="Neun Menschen starben bei dem Brand.", language="de"),
            Article(id="c", text="Nine people died.", published=DAY),
        ]
    )
    dated, unread = report.notes
    assert dated == (
        "a: no date of publication was given; 2023-12-29 was taken from its date line "
        "“29 December 2023”"
    )
    assert unread.startswith("b: ")
    assert unread.endswith(", and only English is read: no claims are taken from it")
    assert [article.published for article in report.articles] == [date(2023, 12, 29), None, DAY]


POLICY = [
    ({"lifted": "0.6"}, ("lifted (0.6) must not exceed abridged (0.50): an abridged story shares "
     "more than a lifted paragraph")),
    ({"rounding_share": "0.2"}, ("rounding_share (0.2) must not exceed hedge_share (0.10): a hedge "
     "widens a figure")),
    ({"hedge_floor": "0.2"}, "hedge_floor (0.2) must not exceed hedge_share (0.10)"),
]  # fmt: skip


@pytest.mark.parametrize(("values", "problem"), POLICY, ids=[next(iter(v)) for v, _ in POLICY])
def test_a_policy_does_not_contradict_itself(values: dict[str, Any], problem: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        Policy(**values)
    assert str(raised.value).endswith(problem)
    equal = {"lifted": "0.5", "rounding_share": "0.1", "hedge_floor": "0.1"}
    assert Policy(**{name: equal[name] for name in values}) is not None  # type: ignore[arg-type]


def test_only_a_file_of_ours_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    assert is_ours(path, "ours")
    assert write_text("ours 1\r\n", path, "ours") == path
    assert path.read_bytes() == b"ours 1\r\n"
    write_text("ours 2", path, "ours")
    path.write_text("{" + " " * 4091 + "ours")
    assert is_ours(path, "{", "ours")
    assert not is_ours(path, "ours")
    assert not is_ours(path, "[", "ours")
    path.write_text("{" + " " * 4092 + "ours")
    assert not is_ours(path, "{", "ours")
    with pytest.raises(InputError) as raised:
        write_text("ours 3", path, "ours")
    told = "is no report of this package and is kept: give another name"
    assert str(raised.value) == f"{path}: {told}"
    path.write_text("")
    assert is_ours(path, "ours")
    assert [one.name for one in tmp_path.iterdir()] == ["a.html"]


def test_two_paths_of_one_file(tmp_path: Path) -> None:
    one, link, other = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    one.write_text("")
    link.symlink_to(one)
    assert two_of_one([one, other, link]) == (one, link)
    assert two_of_one([other, one]) is None
    assert two_of_one([other, tmp_path / "C"]) == (other, tmp_path / "C")
