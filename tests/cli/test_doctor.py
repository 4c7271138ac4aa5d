"""`trucewatch doctor`: editions, places and a one-line verdict, whatever is amiss."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from trucewatch.settings import PACKAGE_VERSION


def test_healthy(run: Run) -> None:
    ended = run("doctor")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines()[-1] == "healthy: a trial article was read"
    for part in ("trucewatch", "Python", "onnxruntime", "reader", "codebook", "gazetteer", "weights in"):
        assert part in ended.out


def test_healthy_for_programs(run: Run) -> None:
    found = json.loads(run("doctor", "--json").out)
    assert (found["healthy"], found["trucewatch"]) == (True, PACKAGE_VERSION)
    assert len(found["sha256 of gazetteer"]) == 64


@pytest.fixture(params=["gone", "empty", "damaged"])
def unwell(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    folder = tmp_path / "weights"
    if request.param != "gone":
        folder.mkdir()
    if request.param == "damaged":
        for name in ("encoder.onnx", "heads.npz", "tokenizer.json", "reader.json"):
            (folder / name).write_bytes(b"{")
    for place in ("reader.weights", "cli.installed", "cli.doctor"):
        monkeypatch.setattr(f"trucewatch.{place}.default_folder", lambda: folder)
    return str(request.param)


def test_not_healthy(run: Run, unwell: str) -> None:
    assert unwell
    ended = run("doctor")
    assert (ended.code, ended.err) == (1, "")
    verdict = ended.out.splitlines()[-1]
    assert verdict.startswith("not healthy: ")
    assert verdict.endswith("; install the package again or run `make train`")


def test_not_healthy_for_programs(run: Run, unwell: str) -> None:
    assert unwell
    ended = run("doctor", "--json")
    found = json.loads(ended.out)
    assert (ended.code, found["healthy"], found["reader"]) == (1, False, "unknown")


def test_a_batch_without_weights_is_told_before_anything_is_written(
    run: Run, unwell: str, article: Path, tmp_path: Path
) -> None:
    assert unwell
    ended = run("code", article, "--out", tmp_path / "out")
    assert (ended.code, ended.out, ended.err.count("\n")) == (1, "", 1)
    assert "make train" in ended.err
