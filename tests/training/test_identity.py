"""The script that fits how sure it is that two differing answers answer one question."""

from __future__ import annotations

import importlib
import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from factcheck.linkage.evidence import DIFFERENCE_LEVELS, IDENTITY_LEVELS, PAIR_LEVELS
from factcheck.linkage.model import link_model, read_model

pytest.importorskip("sklearn")
ROOT = Path(__file__).parent.parent.parent
SHIPPED = ROOT / "factcheck" / "linkage" / "model.json"
BUNDLES = ROOT / "tests" / "bundles"
# The mill fire killed 14 or 19 weavers, on the 3rd or on the 6th. That 60 looms burned both say, of
# what was trained or sold only one of them speaks, and Tillby's mill is another one.
TEXTS = (
    (
        "The Dunmore mill fire killed 14 weavers. It burned 60 looms. "
        "The Dunmore mill opened on 3 May 1921."
    ),
    (
        "The Dunmore mill fire killed 19 weavers. It burned 60 looms. "
        "The Dunmore mill trained 25 weavers. The Dunmore mill opened on 6 May 1921. "
        "The Dunmore mill was sold on 9 June 1933. The Tillby mill fire killed 31 weavers."
    ),
)
# The words of each figure, its kind, and which question it answers.
FIGURES = (
    [("14", "count", "dead"), ("60", "count", "looms"), ("3 May 1921", "date", "opened")],
    [("19", "count", "dead"), ("60", "count", "looms"), ("25", "count", "trained"),
     ("6 May 1921", "date", "opened"), ("9 June 1933", "date", "sold"),
     ("31", "count", "elsewhere")],
)  # fmt: skip


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """The script, writing to a file of the test."""
    monkeypatch.syspath_prepend(str(ROOT))
    module = importlib.import_module("training.identity")
    copy = tmp_path / "model.json"
    copy.write_text(SHIPPED.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(module, "MODEL", copy)
    return module


@pytest.fixture
def examples(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module that makes the examples."""
    monkeypatch.syspath_prepend(str(ROOT))
    return importlib.import_module("training.differing")


def annotated(place: Path) -> Path:
    """A bundle of two texts with its gold."""
    place.mkdir(parents=True)
    claims: list[dict[str, Any]] = []
    groups: dict[str, list[str]] = {}
    for at, (text, figures) in enumerate(zip(TEXTS, FIGURES, strict=True)):
        (place / f"a{at}.txt").write_text(text, encoding="utf-8")
        for figure, kind, question in figures:
            key = f"a{at}-{question}"
            claims.append({"id": key, "article": f"a{at}", "kind": kind, "number": figure,
                           "number_start": text.index(figure)})  # fmt: skip
            groups.setdefault(question, []).append(key)
    gold = {
        "articles": [{"id": f"a{at}", "published": "2021-05-09"} for at in range(len(TEXTS))],
        "claims": claims,
        "groups": [{"id": key, "claims": inside} for key, inside in groups.items()],
    }
    (place / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return place


def listed(file: Path) -> Path:
    """A bundle of four articles in which two contradictions and one repetition are listed."""
    at_mill = "A fire at the Dunmore mill killed {} weavers."
    texts = (
        f"{at_mill.format(14)} The Dunmore mill trained 80 weavers.",
        f"{at_mill.format(19)} The Dunmore mill opened on 3 May 1921.",
        f"{at_mill.format(23)} The Dunmore mill opened on 6 May 1921.",
        "The owner wept. The Dunmore mill was sold on 9 June 1933.",
    )
    titles = ("The fire", "The fire", "The fire", "Fire at the Dunmore mill kills 14 weavers")

    def place(article: int, figure: str) -> dict[str, Any]:
        sentences = [one for one in (*texts[article].split(". "), titles[article]) if figure in one]
        return {"article": article, "sentence": sentences[0], "figure": figure}

    pairs = [((0, "14"), (1, "19")), ((1, "19"), (2, "23")), ((1, "3 May 1921"), (2, "6 May 1921"))]
    told = {
        "articles": [
            {"publisher": f"Paper {n}", "title": title, "text": text, "published": "2021-05-09"}
            for n, (title, text) in enumerate(zip(titles, texts, strict=True))
        ],
        "conflicts": [{"left": place(*one), "right": place(*other)} for one, other in pairs],
        "same": [{"left": place(3, "14"), "right": place(0, "14")}],
    }
    file.write_text(json.dumps(told), encoding="utf-8")
    return file


def numbers(example: Any) -> str:
    """The two numbers of an example: "14 19"."""
    found = (re.search(r"Decimal\('([\d.]+)'\)", answer) for answer in example.answers)
    return " ".join(sorted(one[1] for one in found if one))


def figures(examples: Iterable[Any], linked: bool) -> Counter[str]:
    """The pairs of figures that are linked or not."""
    return Counter(numbers(e) for e in examples if e.sort == "figures" and e.linked is linked)


def days(examples: Iterable[Any], linked: bool) -> int:
    """How many pairs of days are linked or not."""
    return sum(e.sort == "days" and e.linked is linked for e in examples)


def example(
    script: ModuleType,
    bundle: str,
    levels: Mapping[str, float],
    linked: bool,
    *,
    source: str = "listed",
    sort: str = "figures",
    ends: tuple[tuple[int, str], tuple[int, str]] = ((0, "1"), (1, "0")),
    answers: str = "14 19",
    agreed: float = -math.inf,
) -> Any:
    """One example, made up."""
    named = frozenset(answers.split())
    return script.Example(bundle, source, sort, levels, linked, ends, named, agreed)


def separate(script: ModuleType, bundles: int) -> list[Any]:
    """Bundles of one pair that is linked and one that is not, with a level of their own each."""
    return [
        example(script, f"b{n}", {level: 1.0}, linked, ends=((at, "1"), (at + 10, "0")))
        for n in range(bundles)
        for at, (level, linked) in enumerate((("same_head", True), ("other_kind", False)))
    ]


def test_annotated_articles_give_pairs_of_both_sorts(examples: ModuleType, tmp_path: Path) -> None:
    found = list(examples.of_annotated(annotated(tmp_path / "mill")))
    # The 60 looms may both hold, 19 and 25 are of one article, and Tillby's mill is another one.
    assert figures(found, True) == {"14 19": 1}
    assert figures(found, False) == {"14 25": 1}
    assert (days(found, True), days(found, False)) == (1, 1)
    assert {(one.bundle, one.source) for one in found} == {("mill", "real")}


def test_an_example_has_its_levels_and_its_ends(examples: ModuleType, tmp_path: Path) -> None:
    (dead,) = (
        one
        for one in examples.of_annotated(annotated(tmp_path / "mill"))
        if numbers(one) == "14 19"
    )
    assert dead.levels["ratio"] == pytest.approx(math.log(19 / 14))
    assert "same_head" in dead.levels
    assert dead.levels.keys() <= PAIR_LEVELS | IDENTITY_LEVELS | DIFFERENCE_LEVELS
    assert {article for _, article in dead.ends} == {"a0", "a1"}
    assert dead.agreed == -math.inf  # neither article gives the figure of the other


def test_an_article_that_gives_the_figure_too_agrees(examples: ModuleType, tmp_path: Path) -> None:
    folder = annotated(tmp_path / "mill")
    text = (folder / "a1.txt").read_text(encoding="utf-8")
    more = " The Dunmore mill fire killed 14 weavers, a guard said."
    (folder / "a1.txt").write_text(text + more, encoding="utf-8")
    found = [one for one in examples.of_annotated(folder) if numbers(one) == "14 19"]
    assert len(found) == 1
    assert math.isfinite(found[0].agreed)


def test_listed_contradictions_are_linked_and_all_that_they_reach(
    examples: ModuleType, tmp_path: Path
) -> None:
    found = list(examples.of_listed(listed(tmp_path / "mill.json")))
    # 14 and 23 each contradict 19; the 14 of the title is listed as that of the text.
    assert figures(found, True) == {"14 19": 2, "19 23": 1, "14 23": 2}
    assert figures(found, False) == {"19 80": 1, "23 80": 1, "14 80": 1}
    assert days(found, True) == 1
    assert {(one.bundle, one.source) for one in found} == {("mill", "listed")}


def test_a_folder_may_hold_bundles_of_both_sorts(examples: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "both").mkdir()
    annotated(tmp_path / "both" / "gold")
    listed(tmp_path / "both" / "made-up.json")
    found = examples.of_places([tmp_path / "both"])
    assert {(one.bundle, one.source) for one in found} == {
        ("gold", "real"),
        ("made-up", "listed"),
    }


def test_short_reports_whose_outcome_is_known(examples: ModuleType, tmp_path: Path) -> None:
    dead = "The Dunmore mill fire killed {} weavers. It burned {} looms."
    trained = "The Dunmore mill trained {} weavers. It burned {} looms."
    pairs = [
        ("clash", ["conflict"], (dead, 14), (dead, 19)),
        ("later", ["update"], (dead, 14), (dead, 23)),
        ("other", ["apart"], (dead, 14), (trained, 25)),
        ("open", ["apart", "update"], (dead, 14), (dead, 27)),
        ("equal", ["agree", "compatible"], (dead, 14), (dead, 14)),
    ]
    lines = [
        {
            "id": name,
            "want": want,
            "articles": [
                {"text": text.format(figure, 60 + 30 * n), "published": "2021-05-09",
                 "figures": [str(figure)]}
                for n, (text, figure) in enumerate(sides)
            ],
        }
        for name, want, *sides in pairs
    ]  # fmt: skip
    (tmp_path / "some.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    found = list(examples.of_contrast(tmp_path))
    # Of the 60 and 90 looms nothing is said, and 27 may be of either question.
    assert figures(found, True) == {"14 19": 1, "14 23": 1}
    assert figures(found, False) == {"14 25": 1}
    assert {one.bundle for one in found} == {"contrast clash", "contrast later", "contrast other"}
    assert {one.source for one in found} == {"short"}


def test_labelled_pairs(examples: ModuleType, tmp_path: Path) -> None:
    dead = "The Dunmore mill fire killed [{} weavers]. It burned {} looms."
    trained = "The Dunmore mill trained [{} weavers]. It burned {} looms."
    pairs = [
        ("clash", '"conflict"', (dead, 14), (dead, 19)),
        ("tense", '["tension", "conflict"]', (dead, 14), (dead, 23)),
        ("other", '"apart"', (dead, 14), (trained, 25)),
        ("open", '["apart", "conflict"]', (dead, 14), (dead, 27)),
        ("equal", '"agree"', (dead, 14), (dead, 14)),
    ]
    lines: list[str] = []
    for name, expected, (left, one), (right, other) in pairs:
        lines += ["[[pair]]", f'id = "{name}"', f"expect = {expected}"]
        lines.append(f'left = {{ day = 2021-05-09, text = "{left.format(one, 60)}" }}')
        lines.append(f'right = {{ day = 2021-05-09, text = "{right.format(other, 90)}" }}')
    file = tmp_path / "pairs.toml"
    file.write_text("\n".join(lines), encoding="utf-8")
    found = list(examples.of_pairs(file))
    assert figures(found, True) == {"14 19": 1, "14 23": 1}
    assert figures(found, False) == {"14 25": 1}
    assert {one.bundle for one in found} == {"pair clash", "pair tense", "pair other"}


def test_what_separates_is_learned(script: ModuleType) -> None:
    examples = separate(script, 10)
    fitted = script.fit(examples)
    assert fitted.levels["same_head"] > 0 > fitted.levels["other_kind"]
    assert fitted.own > 0
    odds = fitted.log_odds(examples)
    assert [score > 0 for score in odds] == [one.linked for one in examples]


def test_real_articles_weigh_three_times(script: ModuleType) -> None:
    def weights(source: str, times: int) -> list[float]:
        odd = example(script, "b3", {"other_kind": 1.0}, True, source=source, answers="3 4")
        found = script.fit([*separate(script, 10), *[odd] * times])
        return [found.constant, *found.levels.values(), found.base, found.own, found.margin]

    real = weights("real", 1)
    assert real == pytest.approx(weights("listed", 3), abs=0.01)
    assert real != pytest.approx(weights("listed", 1), abs=0.01)


def test_a_pair_is_set_beside_its_competing_matches(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = link_model()
    bounds = {"clear": 2.0, "agreeing_from": -1.0, "agreeing_to": 4.0}
    known = model.model_copy(update={"identity": model.identity.model_copy(update=bounds)})
    monkeypatch.setattr(script, "link_model", lambda: known)
    # Claim 0 is of article "0", claims 4 to 7 of "1", claim 9 of "2".
    rows = [
        ("b", ((0, "1"), (5, "0")), "14 19", -math.inf, 1.5, (1.5, 0.25, 0.0)),
        # The 6.0 below is ahead by more than is counted.
        ("b", ((0, "1"), (6, "0")), "14 23", 2.5, 1.0, (1.0, -2.0, 3.5)),
        # The other claim of the first pair has this competing match, which is 0.25 behind.
        ("b", ((4, "1"), (5, "0")), "17 19", -0.5, 1.25, (1.25, -0.25, 0.5)),
        # The answers of the first pair once more: of that pair it is no competing match.
        ("b", ((0, "1"), (7, "0")), "14 19", -2.0, 6.0, (6.0, 2.0, 0.0)),
        # No other claim of article "2" is near, and it agrees by more than is counted.
        ("b", ((0, "2"), (9, "0")), "14 30", 9.0, -7.0, (-7.0, 2.0, 5.0)),
        # Of another bundle.
        ("c", ((0, "1"), (5, "0")), "14 31", 0.0, 50.0, (50.0, 2.0, 1.0)),
    ]
    examples = [
        example(script, bundle, {}, True, ends=ends, answers=answers, agreed=agreed)
        for bundle, ends, answers, agreed, _, _ in rows
    ]
    terms = script.beside_competing(examples, [row[4] for row in rows])
    assert [tuple(one) for one in terms] == [row[5] for row in rows]


def test_a_fit_sums_its_levels_and_then_its_terms(script: ModuleType) -> None:
    known = link_model().identity
    fitted = script.Fit(-1.0, {"same_head": 2.0, "near_bits": 0.5}, 0.25, 0.5, 0.1, -0.2)
    one = example(script, "b", {"same_head": 1.0, "near_bits": 3.0, "vague": 1.0}, True)
    assert list(fitted.sums([one])) == [2.5]
    # Without a competing match, and without an agreement.
    assert list(fitted.log_odds([one])) == pytest.approx([1.5 + 0.1 * known.clear])


def test_what_was_left_out_is_counted(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    likely = link_model().identity.likely
    seen: list[set[str]] = []

    def fit(examples: Sequence[Any]) -> Any:
        seen.append({one.bundle for one in examples})
        return script.Fit(likely, {"same_head": 1.0}, 0.0, 1.0, 0.0, 0.0)

    monkeypatch.setattr(script, "fit", fit)
    # How far each lies above the bound; two pairs of claims give the first two answers.
    rows = [
        ("b0", "listed", "14 19", -4.0, True), ("b0", "listed", "14 19", 3.0, False),
        ("b0", "listed", "14 23", 2.0, False), ("b1", "listed", "14 19", 1.0, True),
        ("b2", "listed", "14 19", -5.0, False),
        ("b3", "short", "1 2", 4.0, True), ("b4", "short", "1 2", 3.0, False),
        ("b5", "short", "1 2", 2.0, True), ("b6", "short", "1 2", -2.0, True),
        ("b7", "short", "1 2", -3.0, False),
    ]  # fmt: skip
    found = script.left_out([
        example(script, bundle, {"same_head": above}, linked, source=source, answers=answers)
        for bundle, source, answers, above, linked in rows
    ])  # fmt: skip
    assert found == {
        # (1/1 + 2/3) / 2
        "listed": {"pairs": 4, "average_precision": 0.833, "linked": 2, "linked_found": 2,
                   "others_found": 1},
        # (1/1 + 2/3 + 3/4) / 3
        "short": {"pairs": 5, "average_precision": 0.806, "linked": 3, "linked_found": 2,
                  "others_found": 1},
    }  # fmt: skip
    every = {f"b{n}" for n in range(8)}
    assert sorted(map(sorted, (every - some for some in seen))) == [
        [name] for name in sorted(every)
    ]


def test_weights_that_change_nothing_are_not_written(script: ModuleType) -> None:
    levels = {"vague": 0.049, "copy": -0.04, "same_head": 0.05, "other_kind": -1.2345}
    fitted = script.Fit(-4.444, levels, 0.126, 0.664, 0.018, -0.237)
    assert script.written(fitted) == {
        "constant": -4.44,
        "levels": {"same_head": 0.05, "other_kind": -1.23},
        "base": 0.13,
        "own": 0.66,
        "margin": 0.02,
        "agreement": -0.24,
    }


@pytest.fixture
def places(script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a bundle of each sort: too few to leave one out."""
    monkeypatch.setattr(script, "left_out", lambda _: {"real": {"pairs": 2}})
    folder = tmp_path / "bundles"
    annotated(folder / "gold")
    listed(folder / "made-up.json")
    return folder


def test_unasked_nothing_is_written(
    script: ModuleType, places: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = script.MODEL.read_bytes()
    assert script.main([str(places)]) == 0
    assert script.MODEL.read_bytes() == before
    assert "figures" in capsys.readouterr().out


def test_the_script_writes_a_model_that_can_be_read(script: ModuleType, places: Path) -> None:
    raw = json.loads(script.MODEL.read_text(encoding="utf-8"))
    raw["identity"] |= {"far": 7.5, "likely": -0.5, "most_possible": 3}  # set by hand
    script.MODEL.write_text(json.dumps(raw), encoding="utf-8")
    before = read_model(script.MODEL.read_text(encoding="utf-8"))
    assert script.main([str(places), "--write"]) == 0
    after = read_model(script.MODEL.read_text(encoding="utf-8"))
    fitted = {"figures", "days"}
    assert after.identity.model_dump(exclude=fitted) == before.identity.model_dump(exclude=fitted)
    assert after.identity.figures != before.identity.figures
    assert after.identity.days != before.identity.days
    other = {"identity", "provenance"}
    assert after.model_dump(exclude=other) == before.model_dump(exclude=other)
    kept = {name: told for name, told in after.provenance.items() if name != "identity"}
    assert kept == {name: told for name, told in before.provenance.items() if name != "identity"}
    assert after.provenance["identity"] == {
        "script": "training/identity.py",
        "bundles": ["gold", "made-up"],
        "short_pairs": 0,
        "left_out": {"figures": {"real": {"pairs": 2}}, "days": {"real": {"pairs": 2}}},
    }


def test_the_model_that_ships_says_what_it_was_fitted_on() -> None:
    model = json.loads(SHIPPED.read_text(encoding="utf-8"))
    told = model["provenance"]["identity"]
    assert told["script"] == "training/identity.py"
    assert {file.stem for file in (BUNDLES / "look").glob("*.json")} <= {*told["bundles"]}
    assert not {file.stem for file in (BUNDLES / "held").glob("*.json")} & {*told["bundles"]}
    assert told["left_out"].keys() == {"figures", "days"}
    known = PAIR_LEVELS | IDENTITY_LEVELS | DIFFERENCE_LEVELS
    for sort in ("figures", "days"):
        assert model["identity"][sort]["levels"].keys() <= known
