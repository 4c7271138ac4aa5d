"""What the map that moves shows: every incident with a place, who says so, how exact it is."""

import json
import re
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.reports.made_up_dossier import HOSTILE, dossier
from tests.web.made_up import NAME
from tests.web.seen import seen
from trucewatch.web.moving.marks import SAYINGS, Told, told
from trucewatch.web.parts.drawing import MAP
from trucewatch.web.scripting import bundled

ASKED: dict[str, object] = {"name": "Loria-Talia", "as_of": None}
ADDRESS = f"/conflict/map.json?name={NAME}&as-of="


@pytest.fixture(scope="module")
def shown() -> Told:
    return told(dossier().situation, ASKED)


def test_every_incident_with_coordinates_is_on_it_under_its_number(shown: Told) -> None:
    placed = [
        (f"incident-{number}", str(number))
        for number, event in enumerate(dossier().situation.events, 1)
        if event.where and event.where.longitude is not None
    ]
    assert placed
    assert [(mark.id, mark.number) for mark in shown.incidents] == placed


def test_a_mark_says_who_says_so_and_where_that_stands(shown: Told) -> None:
    for mark in (*shown.incidents, *shown.grounds):
        assert 0 < len(mark.says) <= SAYINGS
        assert all(re.fullmatch(r"/claim/\S+", one.claim) and one.who for one in mark.says)
    told_of = {
        **{f"incident-{n}": one.claims for n, one in enumerate(dossier().situation.events, 1)},
        **{f"ground-{n}": one.claims for n, one in enumerate(dossier().situation.grounds, 1)},
    }
    for mark in (*shown.incidents, *shown.grounds):
        at = re.match(r"/conflict/place\?at=([^&]+)", mark.to)
        assert at
        assert at[1] in told_of[mark.id], "an address that lasts"


def test_a_mark_is_drawn_as_exactly_as_its_place_is_told(shown: Told) -> None:
    shapes = {mark.shape: mark.reach for mark in shown.incidents}
    assert set(shapes) <= {"point", "area", "region"}
    assert len(shapes) > 1
    assert all(reach > 0 for shape, reach in shapes.items() if shape != "point")


def test_nothing_invisible_is_on_it(shown: Told) -> None:
    assert HOSTILE
    words = [
        word for mark in shown.incidents for word in (mark.title, mark.where, *(one.who for one in mark.says))
    ]
    assert not [word for word in words if "\u202e" in word or "\x00" in word]


def data(client: TestClient, asked: str) -> dict[str, Any]:
    answer = client.get(ADDRESS + asked)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    found: dict[str, Any] = json.loads(answer.text)
    return found


def test_it_is_as_of_the_day_and_of_the_claims_that_the_page_is_asked_for(client: TestClient) -> None:
    (denied,) = data(client, "2021-03-07")["incidents"]
    assert denied["contested"]
    assert denied["says"][0]["says"] == "denies it"
    assert "as-of=2021-03-07" in denied["to"]
    assert "as-of=2021-03-07" in denied["says"][0]["claim"]
    assert data(client, "2021-03-05")["incidents"] == []
    assert data(client, "2021-03-07&side=Talia")["incidents"] == []


def test_a_page_offers_the_map_where_its_library_is(client: TestClient) -> None:
    page = seen(client.get(f"/conflict?name={NAME}&as-of=2021-03-07").text)
    offered = [one for one in page.of("div") if "data-map" in one]
    assert len(offered) == int(bundled())
    for one in offered:
        assert json.loads(client.get(str(one["data-map"])).text) == data(client, "2021-03-07")
        for name in ("data-ground", "data-library", "data-worker", "data-look"):
            assert client.get(str(one[name])).status_code == 200, name
    images = [one for one in page.of("img") if f"key={MAP}" in str(one["src"])]
    assert len(images) == 1
