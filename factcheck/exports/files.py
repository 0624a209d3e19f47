"""Text formats as files: UTF-8, with the ends of lines that the format has."""

from __future__ import annotations

from os import PathLike
from pathlib import Path


def write_text(text: str, path: str | PathLike[str]) -> Path:
    """Writes `text` to `path` and returns that. Raises `OSError` where it cannot be written."""
    path = Path(path)
    path.write_text(text, encoding="utf-8", newline="")
    return path
