"""Words as data: the TOML files of `lexicons/`, read once and checked when they are loaded."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from functools import cache, lru_cache, wraps
from importlib.resources import files
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from factcheck.errors import ConfigurationError


class Lexicon(BaseModel):
    """The base of every lexicon: a subclass names the tables its file must hold."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Shape = TypeVar("Shape", bound=Lexicon)
Built = TypeVar("Built")


def for_each_language(build: Callable[[str], Built]) -> Callable[..., Built]:
    """Build the words of a language once, English where the call names none.

    To `cache` alone, `words()` and `words("en")` are two, and whatever is asked for in both ways
    would be built and kept twice.
    """
    built = cache(build)

    @cache
    @wraps(build)
    def asked(language: str = "en") -> Built:
        return built(language)

    return asked


@cache
def load(name: str, shape: type[Shape], language: str = "en") -> Shape:
    """The lexicon `lexicons/LANGUAGE/NAME.toml`, checked against `shape`.

    Raises `ConfigurationError` that names the file, the key and the problem.
    """
    words: Shape = _read(name, shape, language)
    return words


@cache
def _read(name: str, shape: type[Shape], language: str) -> Shape:
    """The lexicon of a language, read once whether or not the call of `load` names English."""
    source = f"lexicons/{language}/{name}.toml"
    try:
        text = files("factcheck").joinpath(source).read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigurationError(source, f"cannot be read: {error}") from error
    return parse(text, shape, source)


def parse(text: str, shape: type[Shape], source: str) -> Shape:
    """Parse a lexicon from TOML and check it against `shape`; `source` names it in errors."""
    try:
        return shape.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(source, f"is not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise ConfigurationError(source, f"{where}: {first['msg']}") from error


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches one of the phrases, the longest first, any space between words.

    Word boundaries are left to the caller. Common prefixes of phrases are written once, so that a
    position where none begins costs one test of each first letter, not of each phrase.
    """
    return _any_of(tuple(sorted(set(words), key=lambda word: (-len(word), word))))


def beginning(words: Iterable[str]) -> str:
    """A lookahead for the first letter of any of the phrases. Before a pattern that begins with an
    assertion, it halves the time to search a text that has none of them."""
    letters = sorted({re.escape(word[:1]) for word in words})
    return f"(?=[{''.join(letters)}])" if letters else ""


@lru_cache(maxsize=1024)
def _any_of(longest_first: tuple[str, ...]) -> str:
    escaped = (re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    return f"(?:{_one_of([_SIGN.findall(phrase) for phrase in escaped])})"


_SIGN = re.compile(r"\\s\+|\\.|.", re.DOTALL)


def _one_of(phrases: list[list[str]]) -> str:
    """A pattern of phrases as a trie: each is given as a sequence of signs of a pattern, and those
    with a common beginning share a branch."""
    alike: dict[str, list[list[str]]] = {}
    for phrase in phrases:
        alike.setdefault("".join(phrase[:1]), []).append(phrase[1:])
    if len(alike) > 1:
        branches = (sign and sign + _one_of(rests) for sign, rests in alike.items())
        return f"(?:{'|'.join(branches)})"
    return "".join(sign and sign + _one_of(rests) for sign, rests in alike.items())
