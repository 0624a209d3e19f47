"""A desk at work on the command line: corrected once, it stays so."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from factcheck import Report, Ruling, Verdict, load_articles, reconcile
from factcheck.cli import app
from factcheck.corrections import load_corrections
from factcheck.corrections.toml_file import parsed

from .newsstand import claim_of, group_of, newsstand, together

ROOT = Path(__file__).resolve().parents[2]
HEAD = "---\npublisher: {publisher}\npublished: {published}\n---\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The three papers as files."""
    place = tmp_path / "fire"
    place.mkdir()
    for article in newsstand():
        head = HEAD.format(publisher=article.publisher, published=article.published)
        (place / f"{article.id}.md").write_text(head + article.text, encoding="utf-8")
    return place


def correct(folder: Path, file: Path, *arguments: object) -> Result:
    return run(
        "correct", *arguments, "--in", folder, "--by", "R. Calloway", "--on", "2024-02-19",
        "--file", file,
    )  # fmt: skip


def test_five_corrections_outlive_a_move_and_an_edit(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "corrections.toml"
    file.write_text("# The fire in Ardmore, kept by the night desk.\n", encoding="utf-8")
    first = Report.model_validate_json(run("reconcile", folder, "--json").stdout)
    gazette, herald, post = "Valley Gazette", "Hill Herald", "Island Post"
    killed = [claim_of(first, gazette, "14 people").name, claim_of(first, herald, "55 people").name]
    hurt = [claim_of(first, gazette, "31 people").name, claim_of(first, herald, "48 people").name]
    homes = [claim_of(first, gazette, "300 homes").name, claim_of(first, post, "900 homes").name]
    misread = claim_of(first, herald, "450 homes").name
    counties = claim_of(first, herald, "three counties").name
    for arguments in (
        ("different", *killed, "--note", "two fires"),
        ("earlier", *hurt),
        ("same", *homes),
        ("misread", misread, "--figure", "300"),
        ("not-a-claim", counties),
    ):
        done = correct(folder, file, *arguments)
        assert done.exit_code == 0, done.output

    # Another folder, other names of files, another order, and another paragraph in one of them.
    moved = tmp_path / "archive" / "2024"
    moved.mkdir(parents=True)
    for place, path in enumerate(sorted(folder.iterdir(), reverse=True)):
        text = path.read_text(encoding="utf-8")
        if "Gazette" in text:
            text = text.replace("\n---\n", "\n---\nThe mayor thanked 20 volunteers.\n\n")
        (moved / f"story-{place}.md").write_text(text, encoding="utf-8")
        path.unlink()
    done = run("reconcile", moved, "--json", "--corrections", file)
    again = Report.model_validate_json(done.stdout)

    assert [decision.ruling for decision in again.decisions] == [
        Ruling.DIFFERENT, Ruling.EARLIER, Ruling.SAME, Ruling.MISREAD, Ruling.NOT_A_CLAIM
    ]  # fmt: skip
    assert group_of(again, killed[0]).id != group_of(again, killed[1]).id
    assert group_of(again, hurt[0]).verdict is Verdict.UPDATE
    assert group_of(again, homes[0]).id == group_of(again, homes[1]).id
    reread = claim_of(again, herald, "450 homes")
    assert reread.quantity is not None
    assert reread.quantity.low == 300
    assert counties not in {claim.name for claim in again.claims}
    assert [note.partition(":")[0] for note in again.notes] == ["corrections"]
    assert file.read_text(encoding="utf-8").startswith("# The fire in Ardmore")
    assert reconcile([moved], corrections=load_corrections(file)) == again


def test_the_view_tells_decisions_with_author_and_day(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "corrections.toml"
    report = reconcile([folder])
    homes = [claim_of(report, p, q).name for p, q in (
        ("Valley Gazette", "300 homes"), ("Hill Herald", "450 homes")
    )]  # fmt: skip
    hurt = [claim_of(report, p, q).name for p, q in (
        ("Valley Gazette", "31 people"), ("Hill Herald", "48 people")
    )]  # fmt: skip
    correct(folder, file, "same", *homes)
    correct(folder, file, "earlier", *hurt)
    shown = " ".join(run("reconcile", folder, "--corrections", file).stdout.split())
    assert "Editor’s decision: these answer one question; R. Calloway, 19 February 2024." in shown
    assert "Same question: sure (decided by R. Calloway on 19 February 2024)." in shown
    assert re.search(r"number of people hurt 31: Valley Gazette [^→]*→ 48: Hill Herald, ", shown)
    assert "Editor’s decision: earlier states" in shown


def test_names_are_shown_whole_where_they_are_asked_for(folder: Path) -> None:
    report = reconcile([folder])
    listed = run("extract", folder, "--names").stdout
    assert all(claim.name in listed for claim in report.claims)
    shown = run("reconcile", folder, "--names").stdout
    disputed = [claim.name for group in report.conflicts for claim in group.claims]
    asked = [claim.name for possible in report.possible for claim in possible.claims]
    assert all(name in shown for name in (*disputed, *asked))
    assert not any(name in run("reconcile", folder).stdout for name in disputed)


def test_names_stand_in_json_and_json_lines(folder: Path) -> None:
    report = reconcile([folder])
    names = [claim.name for claim in report.claims]
    assert [
        c["name"] for c in json.loads(run("reconcile", folder, "--json").stdout)["claims"]
    ] == names
    lines = run("reconcile", folder, "--jsonl").stdout.splitlines()
    assert [json.loads(line)["claim"]["name"] for line in lines] == names


def test_a_claim_that_is_not_there_is_refused(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "corrections.toml"
    known = claim_of(reconcile([folder]), "Hill Herald", "three counties").name
    done = correct(folder, file, "not-a-claim", known[:-8] + "00000000")
    assert done.exit_code == 1
    assert f"The nearest is {known}" in done.stderr
    assert correct(folder, file, "different", known, known + "-2", known + "-3").exit_code == 1
    assert not file.exists()


def test_a_decision_that_can_have_no_effect_is_refused(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "corrections.toml"
    report = reconcile([folder])
    day = claim_of(report, "Valley Gazette", "killed 14 people on Sunday").name
    done = correct(
        folder, file, "same", day, claim_of(report, "Hill Herald", "three counties").name
    )
    assert done.exit_code == 1
    assert "a day and a figure" in done.stderr
    assert not file.exists()


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("same", "a:1:f"), "needs 2 claims"),
        (("misread", "a:1:f"), "needs what is right"),
        (("misread", "a:1:f", "--figure", "many"), "holds no figure"),
        (("banana", "a:1:f"), "banana"),
    ],
)
def test_wrong_options_are_told_before_anything_is_read(
    folder: Path, tmp_path: Path, arguments: tuple[str, ...], problem: str
) -> None:
    done = correct(folder, tmp_path / "corrections.toml", *arguments)
    assert done.exit_code == 2
    assert problem in " ".join(done.stderr.split())


def test_a_malformed_file_is_one_line_and_stays(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "corrections.toml"
    file.write_text("[[decision]]\nruling = 'sane'\n", encoding="utf-8")
    done = run("reconcile", folder, "--corrections", file)
    assert done.exit_code == 1
    assert done.stderr.splitlines()[0].endswith("“sane” is none; did you mean same?")
    name = reconcile([folder]).claims[0].name
    assert correct(folder, file, "not-a-claim", name).exit_code == 1
    assert file.read_text(encoding="utf-8") == "[[decision]]\nruling = 'sane'\n"


def test_a_file_that_cannot_be_read_costs_only_itself(folder: Path, tmp_path: Path) -> None:
    (folder / "broken.md").write_bytes(b"\xff\xfe\x00")
    name = next(c.name for c in reconcile(load_articles(folder).articles).claims)
    file = tmp_path / "corrections.toml"
    assert correct(folder, file, "not-a-claim", name).exit_code == 1
    assert len(load_corrections(file).decisions) == 1


def test_the_day_is_today_and_the_file_is_in_this_folder_unless_told(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    day = claim_of(reconcile([folder]), "Valley Gazette", "killed 14 people on Sunday").name
    done = run("correct", "misread", day, "--day", "2024-02-17", "--in", folder, "--by", "me")
    assert done.exit_code == 0
    (decision,) = load_corrections("corrections.toml").decisions
    assert decision.day is not None
    assert decision.day.isoformat() == "2024-02-17"
    assert together(
        reconcile([folder]), [claim_of(reconcile([folder]), "Valley Gazette", "14 people")]
    )


def test_the_file_that_the_page_on_corrections_shows_is_good() -> None:
    page = (ROOT / "docs" / "corrections.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```toml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert [decision.ruling for decision in parsed(shown, "it").decisions] == [
        Ruling.DIFFERENT,
        Ruling.MISREAD,
    ]


def test_the_command_that_the_walk_through_shows_finds_its_claim(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    (name,) = re.findall(r"factcheck correct not-a-claim (\S+)", page)
    done = correct(ROOT / "seeds", tmp_path / "corrections.toml", "not-a-claim", name)
    assert done.exit_code == 0, done.output
