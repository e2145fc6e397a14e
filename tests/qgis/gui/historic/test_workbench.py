# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The bench behind the historic dock: points in two frames, undo, saving; tracing over a sheet."""

from __future__ import annotations

import math
from types import SimpleNamespace

import pytest

from dprk_city_atlas.plugin.core.atlas.model import ControlPoint, Sheet, Trace
from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.historic import datum, tracing
from dprk_city_atlas.plugin.core.historic.sheet_points import GROUND, SHEET, Pick
from dprk_city_atlas.plugin.core.measure.geodesics import WGS84
from dprk_city_atlas.plugin.gui.docks.historic.control_points_model import PointsModel
from dprk_city_atlas.plugin.gui.docks.historic.workbench import Workbench
from dprk_city_atlas.plugin.gui.open_atlas import OpenAtlas


@pytest.fixture
def bench(atlas):
    """A workbench with the Hamhung sheet on it."""
    session = OpenAtlas(None, None)
    session.atlas = atlas
    made = Workbench(SimpleNamespace(open_atlas=session, messages=None))
    made.open(next(s.uuid for s in atlas.rows(Sheet) if s.title.startswith("Hamhung")))
    yield made
    made.release()


def _grid(frame):
    """Six points of an exact affine map: a hundredth of a degree is 1,000 pixels."""
    places = [(0, 0), (3000, 0), (0, 2000), (3000, 2000), (1500, 900), (700, 1500)]
    return tuple(Pick(c, r, 127.5 + c / 1e5, 39.95 - r / 1e5, frame) for c, r in places)


def test_printed_coordinates_need_a_datum_before_anything_is_fitted(bench):
    bench.change(_grid(SHEET), "set")
    assert bench.fit.audit is None
    assert "datum" in bench.fit.problem


def test_the_sheets_datum_moves_printed_points_and_leaves_ground_points(bench):
    bench.change(_grid(SHEET), "set")
    bench.change_sheet(datum="tokyo1892")
    lon, lat = bench.ground(0)
    per_lat, per_lon = WGS84.metres_per_degree(39.95)
    # methods: Hamhung, Tokyo 1892: 277 m north, 55 m east.
    assert (lat - 39.95) * per_lat == pytest.approx(277, abs=2)
    assert (lon - 127.5) * per_lon == pytest.approx(55, abs=2)
    bench.edit([0], "move", x=127.5, y=39.95, frame=GROUND)
    assert bench.ground(0) == (127.5, 39.95)
    assert bench.fit.audit.labels == ["1", "2", "3", "4", "5", "6"]


def test_ground_points_alone_make_the_datum_drop_out(bench):
    bench.change_sheet(datum="tokyo1918")
    bench.change(_grid(GROUND), "set")
    assert bench.for_the_fit()[1] is datum.WGS84
    assert any("drops out" in line for line in bench.fit.warnings)


def test_points_are_saved_undone_and_saved_again(bench, atlas):
    bench.change(_grid(GROUND), "set")
    bench.save()
    uuid = bench.sheet.uuid
    assert len(atlas.rows(ControlPoint, sheet_uuid=uuid)) == 6
    bench.remove([0, 1])
    bench.save()
    assert len(atlas.rows(ControlPoint, sheet_uuid=uuid)) == 4
    bench.undo.undo()
    bench.save()
    rows = atlas.rows(ControlPoint, sheet_uuid=uuid)
    assert len(rows) == 6
    bench.open(uuid)
    assert {(p.column, p.row, p.x, p.y) for p in bench.points} == {
        (p.column, p.row, p.x, p.y) for p in _grid(GROUND)
    }


def test_a_degenerate_set_names_its_points_and_gives_no_fit(bench):
    line = tuple(Pick(100.0 * i, 100.0 * i, 127.5 + i / 1e3, 39.9 - i / 1e3, GROUND) for i in range(5))
    bench.change(line, "set")
    assert bench.fit.audit is None
    assert "1" in bench.fit.problem
    assert bench.fit.warnings == [bench.fit.problem]


def test_tracing_is_refused_without_a_known_accuracy(atlas):
    sheet = next(s for s in atlas.rows(Sheet) if s.title.startswith("Hamhung"))
    with pytest.raises(AtlasError, match="no known accuracy"):
        tracing.add(atlas, sheet, Trace(geom="LINESTRING (127.5 39.9, 127.6 39.9)"))


def test_accuracy_adds_sheet_drawing_and_datum(atlas):
    sheet = Sheet(title="t", scale=12500, loo_rmse_m=8.0, operation=datum.TOKYO1892.pipeline)
    assert tracing.accuracy(sheet) == pytest.approx(math.ceil(math.sqrt(64 + 6.25**2 + 81)), abs=1e-9)
    local = Sheet(title="t", scale=12500, loo_rmse_m=8.0, operation=datum.WGS84.pipeline)
    assert tracing.accuracy(local) == 11.0


PORT, RANAM = (129.78, 41.78), (129.66, 41.68)


def _street(quarter, number, corner, east):
    """A schematic street of 600 m, parallel ones 200 m apart."""
    x, y = corner[0] + (0 if east else 0.0024 * number), corner[1] + (0.0018 * number if east else 0)
    far = (x + 0.0072, y) if east else (x, y + 0.0054)
    name = f"{quarter}, {'east–west' if east else 'north–south'} street {number + 1} of 3"
    return f"LINESTRING ({x} {y}, {far[0]} {far[1]})", name


@pytest.fixture
def quarters(bench, atlas):
    """A sheet of two quarters, 15 km apart, whose streets and a railway are schematic."""
    sheet = Sheet(title="Two quarters", year=1946, scale=12500, loo_rmse_m=10.0)
    with atlas.transaction("made up") as writer:
        writer.insert(sheet)
        common = {"sheet_uuid": sheet.uuid, "fidelity": "schematic", "accuracy_m": 150.0}
        for quarter, corner in (("Port", PORT), ("Ranam", RANAM)):
            for number, east in ((n, e) for n in range(3) for e in (True, False)):
                geom, name = _street(quarter, number, corner, east)
                writer.insert(Trace(geom=geom, name=name, kind="road", **common))
        rail = f"LINESTRING ({PORT[0]} {PORT[1]}, {PORT[0] + 0.02} {PORT[1]})"
        writer.insert(Trace(geom=rail, name="Wharf line", kind="railway", **common))
    bench.open(sheet.uuid)
    return lambda: {t.name for t in atlas.rows(Trace, sheet_uuid=sheet.uuid, fidelity="schematic")}


def test_the_first_street_of_a_quarter_replaces_that_quarter_alone(bench, atlas, quarters):
    before = quarters()
    geom, _name = _street("Port", 0, (PORT[0] + 0.0005, PORT[1] + 0.0005), True)
    batch, replaced = tracing.add(atlas, bench.sheet, Trace(geom=geom, kind="road"))
    assert quarters() == {name for name in before if not name.startswith("Port,")}
    assert replaced == 6
    assert batch
    assert atlas.get(Sheet, bench.sheet.uuid).state == "traced"


def test_a_line_far_from_all_schematic_ones_replaces_none(bench, atlas, quarters):
    before = quarters()
    geom = "LINESTRING (129.5 41.2, 129.6 41.2)"
    assert tracing.add(atlas, bench.sheet, Trace(geom=geom, kind="road"))[1] == 0
    assert quarters() == before


def test_a_street_that_crosses_a_schematic_one_does_not_replace_it(bench, atlas, quarters):
    before = quarters()
    geom = f"LINESTRING ({PORT[0] + 0.0036} {PORT[1] - 0.03}, {PORT[0] + 0.0036} {PORT[1] + 0.0006})"
    assert tracing.add(atlas, bench.sheet, Trace(geom=geom, kind="road"))[1] == 0
    assert quarters() == before


def test_the_origin_of_several_points_is_changed_at_once_and_undone(bench):
    model = PointsModel(bench)
    bench.points_changed.connect(model.refresh)
    bench.change_sheet(datum="tokyo1918")
    bench.change(_grid(GROUND), "set")
    model.set_frame([0, 2, 4], SHEET)
    assert [p.frame for p in bench.points] == [SHEET, GROUND] * 3
    assert (bench.points[0].x, bench.points[0].y) == (127.5, 39.95)
    assert bench.ground(0) != (127.5, 39.95)
    bench.undo.undo()
    assert {p.frame for p in bench.points} == {GROUND}


@pytest.mark.parametrize("typed", ["-127.5", "7.5"])
def test_a_coordinate_elsewhere_is_not_taken(bench, typed):
    model, told = PointsModel(bench), []
    model.refused.connect(told.append)
    bench.change(_grid(GROUND), "set")
    model.refresh()
    assert not model.setData(model.index(1, 6), typed)
    assert bench.points[1].x == 127.53
    assert "Control point 2" in told[0]
