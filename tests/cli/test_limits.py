"""What the command line leaves out, and how it is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.cli import app


@pytest.mark.parametrize("command", ["reconcile", "extract"])
@pytest.mark.parametrize(
    ("options", "code"),
    [([], 0), (["--max-size", "0.00005"], 1), (["--max-size", "0.001"], 0),
     (["--max-size", "inf"], 0), (["--max-size", "0"], 2), (["--max-size", "nan"], 2)],
)  # fmt: skip
def test_a_limit_of_size_can_be_set(
    tmp_path: Path, command: str, options: list[str], code: int
) -> None:
    story = tmp_path / "story.md"
    story.write_text("Nine people died in the fire. " * 3)  # 90 bytes
    result = CliRunner().invoke(app, [command, str(story), *options])
    assert result.exit_code == code
    assert (", or set a larger limit" in result.stderr) == (code == 1)
    assert "Traceback" not in result.stderr
