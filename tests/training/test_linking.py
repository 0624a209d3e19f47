"""The script that fits the weights of linking runs, and writes a model that can be read."""

from __future__ import annotations

import importlib.util
import json
import sys
from datetime import date
from math import log
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from factcheck import extract
from factcheck.corrections import record
from factcheck.decisions import Decision, Ruling
from factcheck.linkage.figures import Gap
from factcheck.linkage.model import link_model, read_model
from factcheck.loading import load_articles

pytest.importorskip("sklearn")
SCRIPT = Path(__file__).parent.parent.parent / "training" / "linking.py"
TEXTS = {
    "flood": (
        "The flood in Oster killed 40 people on 3 March. It wrecked 312 houses. It rose 7 metres.",
        (
            "In Oster 40 people died on 3 March. It wrecked 312 houses. A fair opened on 3 March. "
            "Aid reached 312 houses."
        ),
    ),
    "strike": (
        "About 2,400 weavers walked out in Tillby on 4 March. The firm trains 2,400 weavers.",
        "The strike in Tillby began on 4 March, with 2,400 weavers out. A tug sank on 4 March.",
    ),
}
# The words of each figure, its kind, and which question it answers.
FIGURES = {
    "flood": (
        [("40", "count", "dead"), ("312", "count", "houses"), ("7 metres", "measure", "rise"),
         ("on 3 March", "date", "day")],
        [("40", "count", "dead"), ("312", "count", "houses"), ("on 3 March", "date", "day"),
         ("opened on 3 March", "date", "fair"), ("reached 312 houses", "count", "aided")],
    ),
    "strike": (
        [("2,400 weavers", "count", "out"), ("on 4 March", "date", "day"),
         ("trains 2,400 weavers", "count", "trained")],
        [("on 4 March", "date", "day"), ("2,400 weavers", "count", "out"),
         ("sank on 4 March", "date", "ferry")],
    ),
}  # fmt: skip


def written(folder: Path) -> None:
    """Two bundles, each a folder of two texts with its gold."""
    for name, texts in TEXTS.items():
        place = folder / name
        place.mkdir()
        claims: list[dict[str, Any]] = []
        groups: dict[str, list[str]] = {}
        for at, text in enumerate(texts):
            (place / f"a{at}.txt").write_text(text, encoding="utf-8")
            for figure, kind, question in FIGURES[name][at]:
                key = f"a{at}-{question}"
                claims.append({"id": key, "article": f"a{at}", "kind": kind, "number": figure,
                               "number_start": text.index(figure)})  # fmt: skip
                groups.setdefault(question, []).append(key)
        gold = {
            "articles": [{"id": f"a{at}", "published": "2021-03-05"} for at in range(len(texts))],
            "claims": claims,
            "groups": [{"id": key, "claims": inside} for key, inside in groups.items()],
        }
        (place / "gold.json").write_text(json.dumps(gold), encoding="utf-8")


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """The script, writing to a file of the test."""
    spec = importlib.util.spec_from_file_location("linking", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "linking", module)
    spec.loader.exec_module(module)
    copy = tmp_path / "model.json"
    copy.write_text(module.MODEL.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(module, "MODEL", copy)
    return module


def test_examples_are_the_pairs_whose_answers_may_both_hold(
    script: ModuleType, tmp_path: Path
) -> None:
    written(tmp_path)
    linked = [one.linked for one in script.of_bundle(tmp_path / "flood")]
    assert sum(linked) == 3  # the dead, the houses, the day


def test_a_labelled_figure_is_that_of_the_closest_words(script: ModuleType) -> None:
    article, place = script._marked({"text": "The flood killed [19 people] on Saturday."}, "left")
    claims = extract(article)
    assert claims[script._nearest(claims, article, place)].quote == "19 people"


def test_labelled_pairs_are_read_with_what_is_expected(script: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "pairs.toml"
    file.write_text(
        """
        [[pair]]
        id = "flood"
        left = { day = 2021-03-05, text = "It killed [40 people]." }
        right = { text = "[40] died." }
        expect = "agree"

        [[pair]]
        id = "aid"
        left = { text = "It took [312 houses]." }
        right = { text = "Aid reached [312 houses]." }
        expect = ["apart", "agree"]
        """,
        encoding="utf-8",
    )
    flood, aid = script.of_marked(file)
    name, articles, places, expected = flood
    assert (name, places, expected) == ("flood", [10, 0], ["agree"])
    assert [one.text for one in articles] == ["It killed 40 people.", "40 died."]
    assert [one.published for one in articles] == [date(2021, 3, 5), None]
    assert (aid[0], aid[3]) == ("aid", ["apart", "agree"])
    # Those of which one word is "apart" are no examples of one question.
    assert [(one.bundle, one.linked) for one in script.of_pairs(file)] == [
        ("pairs", True),
        ("pairs", False),
    ]


def test_an_editors_decisions_are_labelled_pairs(script: ModuleType, tmp_path: Path) -> None:
    texts = {
        "one": "The flood in Oster wrecked 312 houses. The mill hired 40 people.",
        "two": "In Oster the flood took 312 houses. Aid reached 40 people.",
    }
    for outlet, text in texts.items():
        page = f"---\npublisher: {outlet}\npublished: 2021-03-05\n---\n{text}\n"
        (tmp_path / f"{outlet}.md").write_text(page, encoding="utf-8")
    loaded = load_articles(tmp_path).articles
    names = [claim.name for article in loaded for claim in extract(article)]
    houses = [name for name in names if "houses" in name]
    people = [name for name in names if "people" in name]
    rulings = [(Ruling.DIFFERENT, houses), (Ruling.SAME, houses), (Ruling.DIFFERENT, people)]
    decisions = [
        Decision(ruling=ruling, claims=tuple(claims), by="R. C.", on=date(2021, 3, day))
        for day, (ruling, claims) in enumerate(rulings, 6)
    ]
    program = Decision(
        ruling=Ruling.SAME, claims=(houses[0], people[0]), by="f", on=date(2021, 3, 9), program=True
    )
    file = record([*decisions, program], tmp_path / "corrections.toml")
    examples = list(script.of_corrections(file, [tmp_path]))
    # The later word on the houses holds, and a program has none.
    assert {(frozenset(one.pair), one.linked) for one in examples} == {
        (frozenset(houses), True),
        (frozenset(people), False),
    }
    assert {(one.bundle, one.sort) for one in examples} == {("pairs", "figures")}
    assert all(one.levels for one in examples)


def test_the_script_fits_and_writes_a_model_that_can_be_read(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundles = tmp_path / "bundles"
    bundles.mkdir()
    written(bundles)
    # Two bundles of each sort are too few to leave one out: the figures of what was left out are
    # those of real bundles.
    monkeypatch.setattr(script, "left_out", lambda *_: {"precision": 1.0})
    found = [one for name in TEXTS for one in script.of_bundle(bundles / name)]
    examples = [one for one in found if isinstance(one, script.Example)]
    assert {one.sort for one in examples} == {"figures", "days"}
    before = json.loads(script.MODEL.read_text(encoding="utf-8"))
    before["identity"] |= {"far": 7.5, "likely": -0.5}  # set by hand
    before["provenance"]["identity"] = {"script": "training/identity.py", "bundles": ["quake"]}
    script.MODEL.write_text(json.dumps(before), encoding="utf-8")
    assert script.main([str(bundles), "--write"]) == 0
    model = read_model(script.MODEL.read_text(encoding="utf-8"))
    assert model.provenance["script"] == "training/linking.py"
    assert model.provenance["bundles"] == ["flood", "strike"]
    # What the other script fitted, what is set by hand, and where the former comes from stay.
    after = json.loads(script.MODEL.read_text(encoding="utf-8"))
    for part in ("identity", "blocking", "context", "comparison"):
        assert after[part] == before[part]
    assert after["provenance"]["identity"] == before["provenance"]["identity"]


def test_the_gaps_between_figures_of_one_question_are_fitted(script: ModuleType) -> None:
    def gaps(pairs: list[tuple[int, int]]) -> list[Gap]:
        return [Gap(log(max(one) / min(one)), log(max(one))) for one in pairs]

    close = gaps([(100, 110), (2000, 2150), (310, 300), (5000, 5600), (42, 40), (910, 900)])
    wide = gaps([(100, 150), (2000, 3150), (310, 200), (5000, 8600), (42, 25), (910, 1500)])
    assert script.fit_gaps(close)["spread"] < script.fit_gaps(wide)["spread"]
    assert script.fit_gaps(close + close) == script.fit_gaps(close)
    # One in seven is of no nearness at all.
    assert script.fit_gaps(close + gaps([(4, 70000)]))["stray"] > script.fit_gaps(close)["stray"]
    kept = link_model().identity
    assert script.fit_gaps([]) == {"spread": kept.spread, "stray": kept.stray}


def test_figures_of_one_question_that_cannot_both_hold_are_gaps(
    script: ModuleType, tmp_path: Path
) -> None:
    written(tmp_path)
    file = tmp_path / "flood" / "a1.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("40 people", "52 people"), "utf-8")
    gold = tmp_path / "flood" / "gold.json"
    gold.write_text(gold.read_text(encoding="utf-8").replace('"40"', '"52"', 2), "utf-8")
    gold.write_text(gold.read_text(encoding="utf-8").replace('"52"', '"40"', 1), "utf-8")
    (gap,) = [one for one in script.of_bundle(tmp_path / "flood") if isinstance(one, Gap)]
    assert gap.width == pytest.approx(log(52 / 40))
    assert gap.room == pytest.approx(log(52))
