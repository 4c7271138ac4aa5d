"""README describes every command and every option, so that nobody has to guess what there is."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).parents[2] / "README.md"
COMMAND = Path(sys.executable).with_name("trucewatch")
EVERYWHERE = {"--help", "--install-completion", "--show-completion"}
"""Options that every such program has; README need not tell them."""


def help_of(*command: str) -> str:
    done = subprocess.run([COMMAND, *command, "--help"], capture_output=True, check=True, text=True)  # noqa: S603
    return done.stdout


def commands(*group: str) -> list[str]:
    """Every command, those of a group with the group's name before theirs."""
    listed = help_of(*group).partition("Commands:\n")[2]
    found = []
    for name in re.findall(r"^  (\w+) ", listed, re.MULTILINE):
        inside = [] if group else commands(name)
        found += inside or [" ".join([*group, name])]
    return found


def options(shown: str) -> set[str]:
    return set(re.findall(r"^  (--[\w-]+)", shown, re.MULTILINE)) - EVERYWHERE


def test_there_are_commands_and_options() -> None:
    assert {"read", "code", "agree", "doctor", "ledger check", "review accept"} <= set(commands())
    assert {"--published", "--json"} <= options(help_of("read"))


@pytest.mark.parametrize("command", commands())
def test_readme_tells_of_each_command_and_its_options(command: str) -> None:
    told = README.read_text(encoding="utf-8")
    missing = {
        option for option in options(help_of(*command.split())) if not re.search(rf"{option}(?![\w-])", told)
    }
    if f"trucewatch {command}" not in told:
        missing.add(f"trucewatch {command}")
    assert missing == set(), f"README.md says nothing of {', '.join(sorted(missing))}"


def test_readme_tells_how_to_ask_for_the_version() -> None:
    assert "--version" in README.read_text(encoding="utf-8")
