"""The pages of a conflict of 2,000 claims: light, and with every claim on one of them."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.parts.large import NAME, told
from tests.web.seen import Seen, seen
from trucewatch.web.scripting import bundled, files

LIGHT = 200_000
"""Bytes of a first load: page, style and scripts, none of them packed."""

WITH_MAP = 900_000
"""The same with the map."""

FETCHED = ("data-ground", "data-library", "data-worker", "data-look")

SCRIPTS = Path(__file__).parents[3] / "src" / "trucewatch" / "web" / "scripts"

ASKED = f"name={NAME}&as-of=2021-06-08"
CONFLICT = f"/conflict?{ASKED}"
CLAIMS = {claim.id for one in told() for claim in one.claims}


def page_of(client: TestClient, address: str) -> Seen:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return seen(answer.text)


def claims_on(page: Seen) -> set[str]:
    found = (re.match(r"/claim/(\w{32})", link["href"] or "") for link in page.of("a"))
    return {one[1] for one in found if one}


def further(client: TestClient, address: str) -> list[Seen]:
    """A page and all that follow it."""
    pages: list[Seen] = []
    following: str | None = address
    while following:
        pages.append(page_of(client, following))
        more = [str(link["href"]) for link in pages[-1].of("a") if link.get("rel") == "next"]
        following = next((to for to in more if "page=" in to), None)
    return pages


def first_load(client: TestClient) -> int:
    """Bytes of the page with its style and scripts, none of them packed."""
    plain = {"accept-encoding": "identity"}
    answer = client.get(CONFLICT, headers=plain)
    page = seen(answer.text)
    loaded = [str(one["href"]) for one in page.of("link") if one["rel"] == "stylesheet"]
    loaded += [str(one["src"]) for one in page.of("script")]
    assert loaded
    return len(answer.content) + sum(len(client.get(to, headers=plain).content) for to in loaded)


def test_a_first_load_is_light(long_one: TestClient) -> None:
    assert first_load(long_one) < LIGHT


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/?as-of=2021-06-08&since=2021-03-01",
        f"{CONFLICT}&since=2021-03-01",
        f"/conflict/claims?{ASKED}",
        *(
            f"/conflict/part?{ASKED}&section={key}"
            for key in ("truce", "tolls", "incidents", "voices", "sources")
        ),
    ],
)
def test_other_pages_are_light(long_one: TestClient, address: str) -> None:
    assert len(long_one.get(address).content) < LIGHT


def test_every_section_begins_on_the_first_page(long_one: TestClient) -> None:
    page = page_of(long_one, CONFLICT)
    begun = {one["id"] for one in page.of("section")}
    assert {
        "short",
        "truce",
        "tolls",
        "incidents",
        "control",
        "timeline",
        "voices",
        "contested",
        "gaps",
    } <= begun
    assert "All of this: Incidents" in page.text


def test_all_of_a_section_stands_on_its_pages(long_one: TestClient) -> None:
    pages = further(long_one, f"/conflict/part?{ASKED}&section=incidents")
    rows = [anchor for page in pages for anchor in page.anchors if anchor.startswith("incident-")]
    assert len(rows) == len(set(rows)) > 100
    numbers = sorted(int(one.removeprefix("incident-")) for one in rows)
    assert numbers == list(range(1, len(rows) + 1))


def test_every_claim_stands_on_a_page_of_claims(long_one: TestClient) -> None:
    pages = further(long_one, f"/conflict/claims?{ASKED}")
    assert len(pages) == 20
    assert set().union(*map(claims_on, pages)) == CLAIMS


def test_links_between_pages_lead_to_what_they_name(long_one: TestClient) -> None:
    page = page_of(long_one, CONFLICT)
    away = [str(link["href"]) for link in page.of("a") if "/conflict/part?" in str(link["href"])]
    placed = [to for to in away if "#" in to]
    assert placed
    for to in placed[:: max(len(placed) // 8, 1)]:
        address, _, anchor = to.partition("#")
        assert anchor in page_of(long_one, address).anchors, to


@pytest.mark.parametrize("at", ["incident-1", "incident-100", "toll-1", "truce-1", "ground-9"])
def test_the_way_to_a_thing_ends_where_it_stands(long_one: TestClient, at: str) -> None:
    answer = long_one.get(f"/conflict/place?{ASKED}&at={at}")
    assert answer.status_code == 303
    address, _, anchor = answer.headers["location"].partition("#")
    assert anchor == at
    assert at in page_of(long_one, address).anchors


def test_a_heavy_chart_is_fetched_by_itself(long_one: TestClient) -> None:
    page = page_of(long_one, CONFLICT)
    images = page.of("img")
    assert images
    for image in images:
        assert image["loading"] == "lazy"
        assert image["alt"]
        assert long_one.get(str(image["src"])).headers["content-type"] == "image/svg+xml"


@pytest.mark.parametrize(
    "asked", ["section=none", "section=truce&page=9999", "", "section=truce&page=0", "section=truce&page=x"]
)
def test_no_other_page_is_there(long_one: TestClient, asked: str) -> None:
    assert long_one.get(f"/conflict/part?{ASKED}&{asked}").status_code in {400, 404}


def test_there_are_no_claims_beyond_the_last_page(long_one: TestClient) -> None:
    assert long_one.get(f"/conflict/claims?{ASKED}&page=21").status_code == 404


def test_what_is_chosen_narrows_the_pages_too(long_one: TestClient) -> None:
    chosen = page_of(long_one, f"/conflict/claims?{ASKED}&side=Loria&family=casualty")
    assert "250 claims" in chosen.text
    assert "A part of what is told." in chosen.text


def test_files_have_all_of_it(long_one: TestClient) -> None:
    text = long_one.get(f"/conflict/report.html?{ASKED}").text
    assert {f"incident-{n}" for n in (1, 50, 100)} <= seen(text).anchors


def test_scripts_of_ours_are_light() -> None:
    ours = [len(one.content) for name, one in files().items() if (SCRIPTS / name).exists()]
    assert sum(ours) < 40_000


def test_a_first_load_with_the_map_keeps_to_its_room(long_one: TestClient) -> None:
    """The page and its style as they are; what the map fetches packed, as browsers ask for it."""
    if not bundled():
        pytest.skip("the map's library is not here: npm is not installed")
    page = page_of(long_one, CONFLICT)
    (place,) = [one for one in page.of("div") if "data-map" in one]
    fetched = [files()[str(place[name]).split("/")[-1].split("?")[0]] for name in FETCHED]
    ours = [one for name, one in files().items() if name.startswith("map-")]
    data = int(long_one.get(str(place["data-map"])).headers["content-length"])
    assert first_load(long_one) + data + sum(len(one.packed) for one in (*fetched, *ours)) < WITH_MAP
