import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.reports.map.clipping import BEYOND, clipped, path
from trucewatch.reports.map.middles import middle
from trucewatch.reports.map.projection import Projection, around

POINTS = st.lists(
    st.tuples(st.floats(-170, 170), st.floats(-75, 75), st.floats(0, 100)), min_size=1, max_size=8
)
RINGS = st.lists(st.tuples(st.floats(-30, 30), st.floats(-30, 30)), min_size=3, max_size=30)
SHEET = Projection(0, 0, 1.0, 400, 300)


@given(POINTS)
def test_all_points_are_on_the_sheet(points: list[tuple[float, float, float]]) -> None:
    projection = around(points, 720, 440)
    for longitude, latitude, _ in points:
        x, y = projection.place(longitude, latitude)
        assert -1e-6 <= x <= 720 + 1e-6
        assert -1e-6 <= y <= 440 + 1e-6


def test_a_degree_of_latitude_is_as_long_as_it_is() -> None:
    projection = around([(45.0, 40.0, 0)], 720, 440)
    (x, y), (u, v) = projection.place(45.0, 40.0), projection.place(45.0, 40.1)
    assert x == u
    assert math.isclose((y - v) * projection.km_a_point, 11.132)


@given(RINGS)
def test_what_is_clipped_lies_on_the_sheet(points: list[tuple[float, float]]) -> None:
    for ring in clipped([np.array(points)], SHEET):
        for x, y in ring:
            assert -BEYOND - 1e-6 <= x <= SHEET.width + BEYOND + 1e-6
            assert -BEYOND - 1e-6 <= y <= SHEET.height + BEYOND + 1e-6


def test_a_ring_around_the_sheet_covers_it_and_one_beside_leaves_nothing() -> None:
    world, far = (
        np.array([(-20, -20), (20, -20), (20, 20), (-20, 20)]),
        np.array([(50, 50), (51, 50), (51, 51)]),
    )
    (ring,) = clipped([world.astype(float)], SHEET)
    assert {(round(x), round(y)) for x, y in ring} == {(-12, -12), (412, -12), (412, 312), (-12, 312)}
    assert list(clipped([far.astype(float)], SHEET)) == []


def test_a_path_is_closed_and_leaves_out_points_that_fall_together() -> None:
    assert path([[(0, 0), (0.01, 0), (10, 0), (10, 10.06)]]) == "M0 0l10 0 0 10z"
    assert path([[(0, 0), (1, 1)]]) == ""


def test_the_middle_of_a_square_is_its_middle() -> None:
    found = middle([[(100, 50), (300, 50), (300, 250), (100, 250)]], 400, 300)
    assert found is not None
    (x, y), deep = found
    assert math.isclose(x, 200, abs_tol=10)
    assert math.isclose(y, 150, abs_tol=10)
    assert deep > 80


def test_a_speck_has_no_middle() -> None:
    assert middle([[(1, 1), (2, 1), (2, 2)]], 400, 300) is None
