"""Imports run one way, nothing of training or tests is in the package, and only the command line speaks."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "trucewatch"
MODULES = sorted(PACKAGE.rglob("*.py"))
NOT_FOR_USERS = {
    "torch",
    "transformers",
    "onnx",
    "training",
    "benchmarks",
    "tests",
    "pytest",
    "hypothesis",
}
REACHES_OUT = {
    "socket",
    "http",
    "urllib.request",
    "urllib3",
    "requests",
    "httpx",
    "ftplib",
    "smtplib",
    "asyncio",
    "ssl",
}
ENDS = {"exit", "quit", "_exit"}
OTHERWISE = {"argon2": "argon2_cffi"}
"""What is installed under another name than it is imported by."""


def test_the_contracts_of_pyproject_hold(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    status = lint_imports(config_filename="pyproject.toml", no_cache=True)
    said = capsys.readouterr().out
    assert status == EXIT_STATUS_SUCCESS, said
    assert "0 broken" in said


def test_every_folder_of_the_package_has_its_place_in_the_contract() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    (contract,) = [each for each in told["contracts"] if each["type"] == "layers"]
    assert contract["exhaustive"]
    layers = {name.strip() for layer in contract["layers"] for name in layer.split("|")}
    here = {
        path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert here - {"__init__", "__main__"} == layers


def imported(module: Path) -> Iterator[str]:
    """Give the names of the modules that a module imports, each with the packages it is in."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module or ""


def called(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            named = node.func
            yield named.id if isinstance(named, ast.Name) else getattr(named, "attr", "")


@pytest.mark.parametrize("unwanted", [NOT_FOR_USERS, REACHES_OUT], ids=["training and tests", "network"])
def test_the_package_does_without(unwanted: set[str]) -> None:
    def found(module: Path) -> set[str]:
        return {name for name in imported(module) for one in unwanted if f"{name}.".startswith(f"{one}.")}

    assert {module.name: names for module in MODULES if (names := found(module))} == {}


def test_only_the_command_line_prints_and_exits() -> None:
    others = [module for module in MODULES if PACKAGE / "cli" not in module.parents]
    assert [module.name for module in others if {"print", *ENDS} & set(called(module))] == []


def test_what_is_imported_is_installed_with_the_package() -> None:
    names = {name.partition(".")[0] for module in MODULES for name in imported(module)}
    outside = names - set(sys.stdlib_module_names) - {"trucewatch", ""}
    declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8").replace("-", "_")
    called_so = {OTHERWISE.get(name, name) for name in outside}
    assert sorted(name for name in called_so if f'"{name}>=' not in declared) == []
