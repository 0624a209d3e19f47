"""What the commands pass on: notes, options of a format, and error text that cannot steer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.cli import app

POLISH = "Prezydent Łodzi powiedział, że w pożarze zginęło 14 osób w środę.".encode("cp1250")
STEERS = "\x1b]0;owned\x07\u202e\u061c"


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(arguments))
    return result.exit_code, result.stdout, result.stderr


def test_what_was_concluded_is_told_by_both_commands(tmp_path: Path) -> None:
    old = tmp_path / "old.txt"
    old.write_bytes(POLISH)
    code, out, _ = run("reconcile", "--json", str(old))
    assert code == 0
    notes = json.loads(out)["notes"]
    assert sum("names no encoding" in note for note in notes) == 1
    assert "names no encoding" in " ".join(run("reconcile", str(old))[1].split())
    assert "names no encoding" in run("extract", str(old))[2]


def test_a_day_that_was_inferred_is_told_too(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("LIMA, 6 DEC 2023 (AFP) - Nine people died on Tuesday.")
    notes = json.loads(run("reconcile", "--json", str(story))[1])["notes"]
    assert sum("2023-12-06" in note for note in notes) == 1
    assert not any("no day of publication" in note for note in notes)


def test_offsets_count_as_javascript_does_where_asked(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    text = "😀 😀 Nine people died."
    story.write_text(text, encoding="utf-8")

    def start(*options: str) -> int:
        page = json.loads(run("reconcile", "--annotations", *options, str(story))[1])
        selectors = page["first"]["items"][0]["target"]["selector"]
        (position,) = (s for s in selectors if s["type"] == "TextPositionSelector")
        return int(position["start"])

    assert start() == text.index("Nine")
    assert start("--utf16") == len(text[: text.index("Nine")].encode("utf-16-le")) // 2


@pytest.mark.parametrize("command", ["reconcile", "extract"])
def test_the_name_and_the_words_of_an_error_cannot_steer(tmp_path: Path, command: str) -> None:
    broken = tmp_path / f"a{STEERS}.md"
    broken.write_text(f"---\ntitle: '{STEERS}\n---\nx", encoding="utf-8")
    taken = [tmp_path / f"{name}.json" for name in "bc"]
    for path in taken:
        path.write_text(
            json.dumps(
                {
                    "id": f"x{STEERS}",
                    "text": "Nine died.",
                    "published": "2024-02-17",
                    "publisher": STEERS,
                }
            )
        )
    code, out, err = run(command, *map(str, (broken, *taken)), f"missing{STEERS}.md")
    assert code == 1
    assert len(err.splitlines()) == 3
    assert not set(STEERS[:1] + "\x07\u202e\u061c") & set(out + err)


def test_a_name_that_cannot_be_written_cannot_steer(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Nine people died.")
    target = tmp_path / f"no{STEERS}where" / "page.html"
    code, _, err = run("reconcile", str(story), "--html", str(target))
    assert code == 1
    assert "No such file" in err
    assert not set("\x1b\x07\u202e") & set(err)
