"""Corrections in a TOML file: parsed with clear errors, and added to without losing a line."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from os import PathLike
from pathlib import Path

from pydantic import ValidationError

from factcheck.decisions import Corrections, Decision, Ruling
from factcheck.errors import ConfigurationError, InputError
from factcheck.files import locked, replacing

_TABLE = "decision"
_HEADER = re.compile(rf"^[ \t]*\[\[[ \t]*{_TABLE}[ \t]*\]\]", re.MULTILINE)
_FIELDS = tuple(Decision.model_fields)


def as_corrections(given: Corrections | str | PathLike[str] | None) -> Corrections:
    """Corrections themselves, or those of the file at a path; none where none are given.

    Raises as `load_corrections`; `InputError` for anything else.
    """
    if given is None:
        return Corrections()
    if isinstance(given, Corrections):
        return given
    if isinstance(given, str | PathLike):
        return load_corrections(given)
    raise InputError(
        f"corrections is a {type(given).__name__}: give the path of a file or Corrections(…)"
    )


def load_corrections(path: str | PathLike[str]) -> Corrections:
    """The decisions of the TOML file at `path`, in its order.

    Raises `ConfigurationError` that names the file, the decision and its line, and says what to
    write instead.
    """
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ConfigurationError(str(path), f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(str(path), "is not text in UTF-8: save it as UTF-8") from error
    return parsed(text, str(path))


def parsed(text: str, source: str) -> Corrections:
    """Parse the decisions of a TOML text; `source` names it in errors."""
    try:
        found = tomllib.loads(text, parse_float=str)
    # A number of five thousand digits is a plain ValueError, a list in a thousand lists the other.
    except (ValueError, RecursionError) as error:
        raise ConfigurationError(source, f"is not TOML: {error}") from error
    for key in found:
        if key != _TABLE:
            raise ConfigurationError(source, f"{key}: unknown; write each as [[{_TABLE}]]")
    tables = found.get(_TABLE, [])
    if not isinstance(tables, list):
        raise ConfigurationError(source, f"[{_TABLE}]: write it with two brackets, [[{_TABLE}]]")
    lines = [text.count("\n", 0, header.start()) + 1 for header in _HEADER.finditer(text)]
    decisions = []
    for number, table in enumerate(tables, 1):
        # A header inside a note of several lines would count too: then no line is given.
        line = f" (line {lines[number - 1]})" if len(lines) == len(tables) else ""
        decisions.append(_decision(table, source, f"decision {number}{line}"))
    return Corrections(decisions=tuple(decisions), source=source)


def _decision(table: object, source: str, where: str) -> Decision:
    """Parse a decision from a table. Raises `ConfigurationError` with its place in the file."""
    if not isinstance(table, Mapping):
        raise ConfigurationError(source, f"{where}: write it as a table, [[{_TABLE}]]")
    for key in table:
        if key not in _FIELDS:
            known = f"known are {', '.join(_FIELDS)}"
            raise ConfigurationError(
                source, f"{where}: {key}: unknown; {_did_you_mean(key, _FIELDS, known)}"
            )
    values = dict(table)
    rulings = tuple(Ruling)
    try:
        values["ruling"] = Ruling(str(values.get("ruling", "")))
    except ValueError as error:
        known = f"write one of {', '.join(rulings)}"
        given = values.get("ruling", "")
        problem = f"“{given}” is none; {_did_you_mean(given, rulings, known)}" if given else known
        raise ConfigurationError(source, f"{where}: ruling: {problem}") from error
    if isinstance(values.get("claims"), list):
        values["claims"] = tuple(values["claims"])
    if isinstance(values.get("figure"), int) and not isinstance(values["figure"], bool):
        values["figure"] = str(values["figure"])
    try:
        return Decision.model_validate(values)
    except ValidationError as error:
        raise ConfigurationError(source, f"{where}: {problem_of(error)}") from error


def problem_of(error: ValidationError) -> str:
    """The first error of a decision, and what to write instead."""
    first = error.errors()[0]
    key = ".".join(map(str, first["loc"]))
    message = first["msg"].removeprefix("Value error, ")
    if first["type"] == "missing":
        message = f"is missing; write {key} = {_EXAMPLES.get(key, '…')}"
    elif key in _EXAMPLES:
        message = f"{message}; write {key} = {_EXAMPLES[key]}"
    return f"{key}: {message}" if key else message


_EXAMPLES = {
    "claims": '["harbour-gazette:18-children:3f9a1c2e", …], as `extract --names` shows them',
    "by": '"R. Calloway"',
    "on": "2024-02-17, without quotes",
    "day": "2024-02-17, without quotes",
    "last_day": "2024-02-18, without quotes",
    "figure": '"1,600"',
}


def _did_you_mean(given: object, known: Sequence[str], otherwise: str) -> str:
    """A suggestion of the nearest known word, or `otherwise`."""
    close = get_close_matches(str(given), known, 1)
    return f"did you mean {close[0]}?" if close else otherwise


def record(decisions: Sequence[Decision], path: str | PathLike[str]) -> Path:
    """Adds decisions to the file at `path`, which is made if there is none; returns the path.

    What stands there stays as it is, comments too. The file is replaced in one step, so that no
    reader finds half of it, and another process that adds to it waits. Raises `ConfigurationError`
    where it holds anything but corrections, `OSError` where it cannot be written.
    """
    with locked(path):
        return _added(decisions, Path(path))


def _added(decisions: Sequence[Decision], target: Path) -> Path:
    """Add decisions to a file that no other process writes to."""
    before = ""
    if target.exists():
        load_corrections(target)
        before = target.read_bytes().decode("utf-8")
    ended = before if before.endswith("\n") or not before else f"{before}\n"
    text = "\n".join([*([ended] if ended else []), *map(as_toml, decisions)])
    parsed(text.removeprefix("\ufeff"), str(target))
    with replacing(target) as beside:
        beside.write_text(text, encoding="utf-8", newline="")
    return target


def as_toml(decision: Decision) -> str:
    """One decision as a table, ready to be pasted into a file."""
    names = ",\n".join(f"    {_string(name)}" for name in decision.claims)
    lines = [f"[[{_TABLE}]]", f"ruling = {_string(decision.ruling)}", f"claims = [\n{names},\n]"]
    if decision.figure is not None:
        lines.append(f"figure = {_string(decision.figure)}")
    for key, day in (("day", decision.day), ("last_day", decision.last_day)):
        if isinstance(day, date):
            lines.append(f"{key} = {day.isoformat()}")
    lines += [f"by = {_string(decision.by)}", f"on = {decision.on.isoformat()}"]
    if decision.note:
        lines.append(f"note = {_string(decision.note)}")
    if decision.program:
        lines.append("program = true")
    return "\n".join(lines) + "\n"


def _string(text: str) -> str:
    """A basic string of TOML. JSON writes it alike, but for the delete character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
