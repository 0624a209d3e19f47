"""Coverage-guided fuzzing of every public function and loader.

    python tests/fuzz/fuzz.py TARGET [seconds]

Needs `atheris`. Starts from `tests/fuzz/corpus/TARGET`, from generated news and from the words of
the lexicons; keeps what it finds in a temporary folder. An input that raises is printed and
written to `crash-…`. `test_corpus.py` runs the same targets over the corpus, without atheris, in
every run of the suite.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(__file__).with_name("corpus")
# Short inputs are tried more often, and a mutation of them tells more: three sentences hold all
# that is read together, and four articles of two all that is compared.
LONGEST = {
    "claims": 300, "reports": 500, "updates": 500, "exports": 400, "terminal": 400, "tables": 400,
    "views": 400,
}  # fmt: skip
# Half a rule of any format is in its own words, which no mutation of single bytes would hit upon.
MARKUP = (
    "<html>", "<article>", "<p>", "</p>", "<rss>", "<channel>", "<item>", "</item>", "<feed>",
    "<entry>", "<content type='html'>", "<![CDATA[", "]]>", "<!DOCTYPE", "<!ENTITY", "&lt;", "---",
    "<meta charset=", "encoding=", '"text": "', '"title"', '"published": "2023-12-29"', '"bodies"',
    '"body_html"', '"maintext"', '"uri"', '"low": "5"', '"kind": "deaths"', '"span": {', "null",
    "\0", "\x1f", "https://a.example/b", "</script>", "=1+1", "\x1b[2J", "\u202e",
)  # fmt: skip


def main() -> None:
    """Runs one target for so many seconds."""
    import atheris

    with atheris.instrument_imports(include=["factcheck"]):
        from tests.fuzz import targets
    name, seconds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 60
    target = targets.TARGETS[name]
    target(b"Nine people died on Monday.")  # what is loaded late is loaded before the clock runs
    found = Path(tempfile.mkdtemp(prefix=f"fuzz-{name}-"))
    dictionary = found / "words.dict"
    dictionary.write_text("".join(f'"{_quoted(word)}"\n' for word in _words()), encoding="ascii")
    (found / "found").mkdir()
    for number, seed in enumerate(_news() if name in LONGEST else ()):
        (found / "found" / f"news-{number}").write_bytes(seed)
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST.get(name, 600)}",
        f"-dict={dictionary}",
        "-timeout=20",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *options, str(found / "found"), str(CORPUS / name)], target)
    atheris.Fuzz()


def _words() -> Iterator[str]:
    """Every word and phrase that a lexicon or a kind knows, and the words of the formats."""
    lexicons = [
        tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "factcheck").rglob("*.toml"))
    ]
    yield from MARKUP
    # A pattern or an example is too long to be put into a short text.
    yield from sorted({word for word in _strings(lexicons) if 0 < len(word) <= 24})


def _strings(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield f"{data} "
    elif isinstance(data, dict):
        for key, value in data.items():
            yield f"{key} "
            yield from _strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value)


def _quoted(word: str) -> str:
    """The word as a dictionary of libFuzzer has it: bytes that are no plain letter as \\xNN."""
    return "".join(
        chr(byte) if chr(byte).isalnum() and byte < 128 else f"\\x{byte:02x}"
        for byte in word.encode()
    )


def _news() -> Iterator[bytes]:
    """Generated articles on one event, divided as `articles_of` has it."""
    from factcheck.testing import generate_bundle

    for seed in range(60):
        texts = [article.text for article in generate_bundle(seed).articles]
        yield "\0".join(text[:200] for text in texts[:2]).encode()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
