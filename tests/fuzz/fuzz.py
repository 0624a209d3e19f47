"""Coverage-guided fuzzing of every public function and loader.

    python tests/fuzz/fuzz.py TARGET [seconds]

Needs `atheris`. Starts from `tests/fuzz/corpus/TARGET` and keeps what it finds in a temporary
folder; an input that raises is printed and written to `crash-…`. `test_corpus.py` runs the same
targets over the corpus, without atheris, in every run of the suite.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

CORPUS = Path(__file__).with_name("corpus")


def main() -> None:
    """Runs one target for so many seconds."""
    import atheris

    with atheris.instrument_imports(include=["factcheck"]):
        from tests.fuzz import targets
    name, seconds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 60
    target = targets.TARGETS[name]
    target(b"Nine people died on Monday.")  # what is loaded late is loaded before the clock runs
    found = tempfile.mkdtemp(prefix=f"fuzz-{name}-")
    options = [f"-max_total_time={seconds}", "-max_len=600", "-timeout=20", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], *options, found, str(CORPUS / name)], target)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    main()
