"""The file of corrections: what is wrong in it is named, and nothing in it is lost."""

from __future__ import annotations

import contextlib
import json
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from factcheck import ConfigurationError, Corrections, Decision, InputError, Ruling, reconcile
from factcheck.corrections import as_corrections, load_corrections, record
from factcheck.corrections.toml_file import as_toml, parsed
from factcheck.files import locked

GOOD = """# What the desk knows.
[[decision]]
ruling = "misread"
claims = ["post:16-children:3f9a1c2e"]
figure = 18
by = "R. Calloway"
on = 2024-02-19  # after the coastguard called back
"""
DECISION = Decision(
    ruling=Ruling.SAME, claims=("a:1:f", "b:2:f"), by="R. Calloway", on=date(2024, 2, 20)
)


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "corrections.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_read(tmp_path: Path) -> None:
    found = load_corrections(written(tmp_path, GOOD))
    assert found.decisions == (
        Decision(
            ruling=Ruling.MISREAD,
            claims=("post:16-children:3f9a1c2e",),
            figure="18",
            by="R. Calloway",
            on=date(2024, 2, 19),
        ),
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[[decision", "is not TOML"),
        (f"a = {'9' * 5000}", "is not TOML"),
        (f"a = {'[' * 5000}", "is not TOML"),
        (GOOD.replace("2024-02-19", "2024-02-19T10:00:00"), "on: .*write on = 2024-02-17"),
        (GOOD.replace("2024-02-19", "2024-02-30"), "is not TOML"),
        (GOOD.replace('["', '[4, "'), "claims"),
        ("[decision]\nruling = 'same'", r"write it with two brackets, \[\[decision\]\]"),
        ("decision = [1]", r"decision 1: write it as a table"),
        ("[[decisions]]\nruling = 'same'", r"decisions: unknown; write each as \[\[decision\]\]"),
        (
            GOOD.replace("misread", "missread"),
            r"decision 1 \(line 2\): ruling: “missread” is none; did you mean misread",
        ),
        (GOOD.replace("misread", "banana"), "write one of same, different, not-a-claim"),
        (GOOD.replace("ruling", "#"), "ruling: write one of same"),
        (GOOD.replace("by =", "buy ="), "buy: unknown; did you mean by?"),
        (GOOD.replace("by =", "editor ="), "editor: unknown; known are ruling, claims"),
        (GOOD.replace("by =", "#"), 'by: is missing; write by = "R. Calloway"'),
        (
            GOOD.replace("on = 2024-02-19", "on = '2024-02-19'"),
            "on: .* write on = 2024-02-17, without quotes",
        ),
        (GOOD.replace("figure = 18", "figure = 'many'"), "holds no figure: write one, such as"),
        (GOOD.replace("figure = 18", "figure = '3 to 4, or 9'"), "holds 2 figures"),
        (GOOD.replace("figure = 18", "figure = true"), "figure: "),
        (GOOD.replace("figure = 18", ""), "“misread” needs what is right"),
        (GOOD.replace("misread", "not-a-claim"), "“not-a-claim” takes no figure and no day"),
        (GOOD.replace("misread", "same").replace("figure = 18", ""), "needs 2 claims or more"),
        (GOOD.replace("figure = 18", "day = 2024-01-02\nlast_day = 2024-01-01"), "last_day comes"),
        (GOOD.replace('["post:16-children:3f9a1c2e"]', '["a", "a"]'), "a claim is named twice"),
        (GOOD.replace('["post:16-children:3f9a1c2e"]', '"a"'), "claims: .*extract --names"),
        (GOOD + GOOD.replace("by", "buy"), r"decision 2 \(line 9\)"),
    ],
)
def test_a_mistake_is_named_with_what_to_write(tmp_path: Path, text: str, problem: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ConfigurationError, match=problem) as caught:
        reconcile([], corrections=path)
    assert caught.value.source == str(path)


def test_a_file_that_is_missing_or_no_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        load_corrections(tmp_path / "none.toml")
    path = tmp_path / "latin.toml"
    path.write_bytes("by = 'Zoë'".encode("latin-1"))
    with pytest.raises(ConfigurationError, match="save it as UTF-8"):
        load_corrections(path)


def test_what_is_no_path_is_refused() -> None:
    with pytest.raises(InputError, match="give the path of a file"):
        as_corrections([DECISION])  # type: ignore[arg-type]


def test_adding_keeps_every_line(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD.rstrip("\n"))
    record([DECISION, DECISION], path)
    text = path.read_text(encoding="utf-8")
    assert text.startswith(GOOD)
    assert len(load_corrections(path).decisions) == 3
    assert [entry.name for entry in tmp_path.iterdir()] == ["corrections.toml"]


def test_a_new_file_is_made_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    path = record([DECISION], tmp_path / "new.toml")
    assert load_corrections(path).decisions == (DECISION,)
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    link = tmp_path / "link.toml"
    link.symlink_to(path)
    record([DECISION], link)
    assert link.is_symlink()
    assert len(load_corrections(path).decisions) == 2


def test_nothing_is_added_to_what_holds_no_corrections(tmp_path: Path) -> None:
    path = written(tmp_path, "[tool]\nname = 'mine'\n")
    with pytest.raises(ConfigurationError):
        record([DECISION], path)
    assert path.read_text(encoding="utf-8") == "[tool]\nname = 'mine'\n"


def test_nothing_is_added_to_what_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes("# Zoë's\n".encode("latin-1"))
    with pytest.raises(ConfigurationError, match="save it as UTF-8"):
        record([DECISION], path)
    assert path.read_bytes() == "# Zoë's\n".encode("latin-1")


def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    path.chmod(0o640)
    record([DECISION], path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_file_that_cannot_be_replaced_stays_and_leaves_no_half_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, GOOD)

    def full(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        record([DECISION], path)
    assert path.read_text(encoding="utf-8") == GOOD
    assert [entry.name for entry in tmp_path.iterdir()] == ["corrections.toml"]


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


@given(WORDS, WORDS, st.dates(), st.booleans())
def test_any_decision_survives_the_file(name: str, note: str, on: date, program: bool) -> None:
    decision = Decision(
        ruling=Ruling.MISREAD, claims=(name,), by=note, on=on, note=note,
        figure="more than 1,600", day=on, last_day=on, program=program,
    )  # fmt: skip
    assert parsed(as_toml(decision), "it").decisions == (decision,)
    assert Corrections.model_validate_json(
        Corrections(decisions=(decision,)).model_dump_json()
    ).decisions == (decision,)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_read_or_refused_in_words(text: str, figure: str) -> None:
    for written_down in (text, GOOD.replace("figure = 18", as_string(figure)), GOOD + text):
        with contextlib.suppress(ConfigurationError):
            parsed(written_down, "it")


def as_string(figure: str) -> str:
    return f"figure = {json.dumps(figure)}"


def test_decisions_one_by_one_make_the_file_that_they_make_at_once(tmp_path: Path) -> None:
    other = DECISION.model_copy(update={"note": "asked the fire chief"})
    at_once = record([DECISION, other], tmp_path / "at-once.toml").read_text(encoding="utf-8")
    one_by_one = tmp_path / "one-by-one.toml"
    for decision in (DECISION, other):
        record([decision], one_by_one)
    assert one_by_one.read_text(encoding="utf-8") == at_once
    one_by_one.write_text("# What the desk knows.", encoding="utf-8")  # and no end of the line
    record([DECISION], one_by_one)
    assert one_by_one.read_text(encoding="utf-8") == (
        f"# What the desk knows.\n\n{as_toml(DECISION)}"
    )


def test_of_decisions_at_the_same_time_none_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"

    def decide(desk: int) -> None:
        for turn in range(4):
            record([DECISION.model_copy(update={"note": f"desk {desk}, turn {turn}"})], path)

    with ThreadPoolExecutor(8) as desks:
        list(desks.map(decide, range(8)))
    notes = {decision.note for decision in load_corrections(path).decisions}
    assert notes == {f"desk {desk}, turn {turn}" for desk in range(8) for turn in range(4)}
    assert [found.name for found in tmp_path.iterdir()] == ["corrections.toml"]


def test_a_writer_waits_for_another_one_and_says_so_in_the_end(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    with (
        locked(path),
        pytest.raises(OSError, match="another process is writing to it"),
        locked(path, wait=0.05),
    ):
        pass
    with locked(path, wait=0.0):  # which is free again
        pass


@pytest.mark.parametrize("field", ["by", "note", "figure", "claims"])
def test_half_a_character_is_told_before_it_reaches_a_file(field: str) -> None:
    half = "16 \udcff"
    given: dict[str, Any] = {
        "ruling": Ruling.MISREAD, "claims": ("a:1:f",), "by": "R. C.", "on": date(2024, 2, 20),
        "figure": "16", field: (half,) if field == "claims" else half,
    }  # fmt: skip
    with pytest.raises(ValidationError, match="lone surrogate"):
        Decision(**given)
