"""Where archives are kept in these tests: in files, and on a server of PostgreSQL of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import pytest

Fresh = Callable[[], str]  # gives a place where no archive is yet


def programs() -> Path | None:
    """The folder of the programs of PostgreSQL; Debian keeps them off the path."""
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).parent
    return max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a private server on a socket in a folder of its own, without its schema."""
    found = programs()
    if found is None or not (found / "initdb").exists():
        pytest.skip("no PostgreSQL here: apt-get install postgresql")
    if find_spec("sqlalchemy") is None or find_spec("psycopg") is None:
        pytest.skip("the extra server is not installed")
    # It runs for nobody with the rights of root, and the path of a socket has a largest length.
    owner = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))

    def run(program: str, *arguments: str) -> None:
        command = [str(found / program), *arguments]
        subprocess.run(command, check=True, user=owner, cwd=folder, stdout=subprocess.DEVNULL)

    try:
        if owner is not None:
            shutil.chown(folder, owner)
        run("initdb", "-D", "data", "-A", "trust", "-U", "desk", "--no-sync", "--locale=C.UTF-8")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        run("pg_ctl", "-D", "data", "-o", options, "-l", "log", "-w", "start")
        try:
            yield f"postgresql://desk@/postgres?host={folder}"
        finally:
            run("pg_ctl", "-D", "data", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


_turn = count()


@pytest.fixture(scope="session", params=["file", pytest.param("server", marks=pytest.mark.slow)])
def fresh(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Fresh:
    """Gives another place for an archive at each call."""
    if request.param == "file":
        folder = tmp_path_factory.mktemp("archives")
        return lambda: str(folder / f"{next(_turn)}.db")
    url: str = request.getfixturevalue("server")
    import psycopg

    def schema() -> str:
        name = f"s{next(_turn)}"
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {name}")
        return f"{url}&options=-csearch_path%3D{name}"

    return schema


@pytest.fixture
def place(fresh: Fresh) -> str:
    return fresh()
