"""Scripts are files of this host, kept for good under an address that changes with them."""

import gzip
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from trucewatch.web.safety.headers import FRESH
from trucewatch.web.scripting import FOR_GOOD, GROUND, KINDS, bundled, files, script_at

ROOT = Path(__file__).parents[2]
OURS = sorted((ROOT / "src" / "trucewatch" / "web" / "scripts").glob("*.js"))


def test_every_script_of_ours_is_served(client: TestClient) -> None:
    assert OURS
    for path in OURS:
        answer = client.get(script_at(path.name))
        assert (answer.status_code, answer.text) == (200, path.read_text(encoding="utf-8"))
        assert answer.headers["content-type"].startswith("text/javascript")
        assert answer.headers["cache-control"] == FOR_GOOD


def test_an_older_address_is_asked_for_again(client: TestClient) -> None:
    for asked in ("", "?0123456789ab"):
        assert client.get(f"/scripts/{OURS[0].name}{asked}").headers["cache-control"] == FRESH


def test_what_unpacks_to_the_same_is_sent_packed(client: TestClient) -> None:
    name = OURS[0].name
    plain = client.get(script_at(name), headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    packed = client.get(script_at(name), headers={"accept-encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content == gzip.decompress(files()[name].packed)


@pytest.mark.parametrize(
    "name", ["none.js", "..%2fstyle.css", "made", "bundled", "maplibre-gl.LICENSE.txt", "%00"]
)
def test_nothing_else_is(client: TestClient, name: str) -> None:
    assert client.get(f"/scripts/{name}").status_code == 404
    assert all(one.endswith(tuple(KINDS)) for one in set(files()) - {GROUND})


def test_a_script_that_is_not_here_has_no_address() -> None:
    assert script_at("none.js") == ""


def test_the_library_is_bundled_where_npm_is() -> None:
    if not bundled() and not shutil.which("npm") and not os.environ.get("CI"):
        pytest.skip("the map's library is not here: npm is not installed")
    assert bundled(), "run `sh web-build/bundle.sh`"
    assert {"maplibre-gl.js", "maplibre-gl-worker.js", "maplibre-gl.css"} <= set(files())


def test_the_lock_tells_no_host_and_every_hash() -> None:
    lock = json.loads((ROOT / "web-build" / "package-lock.json").read_text(encoding="utf-8"))
    found = {name: one for name, one in lock["packages"].items() if name}
    assert found
    assert [name for name, one in found.items() if "resolved" in one or not one["integrity"]] == []


@pytest.mark.parametrize("script", ["bundle.sh", "check.sh"])
def test_without_npm_one_line_says_what_is_left_out_and_ci_refuses(script: str, tmp_path: Path) -> None:
    for tool in ("sh", "dirname"):
        (tmp_path / tool).symlink_to(str(shutil.which(tool)))
    path = ROOT / "web-build" / script

    def run(**more: str) -> subprocess.CompletedProcess[str]:
        asked = [str(tmp_path / "sh"), str(path)]
        return subprocess.run(  # noqa: S603
            asked, env={"PATH": str(tmp_path), **more}, capture_output=True, text=True, check=False
        )

    ended = run()
    assert (ended.returncode, ended.stdout) == (0, "")
    assert ended.stderr.startswith("npm is not installed: ")
    assert ended.stderr.count("\n") == 1
    assert run(CI="true").returncode != 0
