"""The command line as a whole: help, version, wrong usage, Ctrl-C while it waits, and its speed to start."""

import os
import signal
import subprocess
import sys

import pytest

from tests.cli.conftest import COMMAND, Run, run_apart
from trucewatch.settings import PACKAGE_VERSION

COMMANDS = (
    "read",
    "code",
    "add",
    "search",
    "situation",
    "report",
    "export",
    "serve",
    "agree",
    "doctor",
    "ledger",
    "review",
    "conflict",
    "user",
)
HEAVY = ("onnxruntime", "numpy", "scipy", "trafilatura", "datasketch", "tokenizers")


def test_version(run: Run) -> None:
    assert run("--version").out == f"trucewatch {PACKAGE_VERSION}\n"


def test_help_names_every_command(run: Run) -> None:
    listed = run("--help").out.partition("Commands:\n")[2]
    assert [line.split()[0] for line in listed.splitlines()] == list(COMMANDS)
    assert "..." not in listed


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, run: Run) -> None:
    ended = run(command, "--help")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(f"Usage: trucewatch {command} ")


@pytest.mark.parametrize(
    "arguments", [["frobnicate"], ["read"], ["code", "x"], ["read", "x", "--no"], ["agree", "x"]]
)
def test_wrong_usage_is_told_and_points_to_help(arguments: list[str], run: Run) -> None:
    ended = run(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert "--help' for help." in ended.err
    assert ended.err.splitlines()[-1].startswith("Error: ")


def test_asking_for_version_or_help_loads_nothing_heavy() -> None:
    asked = f"import sys; import trucewatch.cli.app; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, text=True)  # noqa: S603
    assert done.stdout == "[]\n"


def test_reading_a_text_loads_nothing_that_only_pages_and_batches_need() -> None:
    unneeded = ("scipy", "trafilatura", "datasketch", "py3langid", "multiprocessing")
    asked = f"import sys; import trucewatch.cli.read; print([m for m in {unneeded} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, text=True)  # noqa: S603
    assert done.stdout == "[]\n"


def test_ctrl_c_while_it_waits_for_standard_input() -> None:
    command = subprocess.Popen(  # noqa: S603 - the project's own command
        [COMMAND, "read", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    with command:
        assert command.stdin is not None
        command.stdin.write(b"x" * 200_000)  # more than a pipe holds: it has begun to read
        command.stdin.flush()
        os.killpg(command.pid, signal.SIGINT)
        said, complained = command.communicate(timeout=30)
    assert (command.returncode, said, complained) == (130, b"", b"")


def test_the_installed_command_is_the_tested_one() -> None:
    assert run_apart(["--version"]).out == f"trucewatch {PACKAGE_VERSION}\n"
