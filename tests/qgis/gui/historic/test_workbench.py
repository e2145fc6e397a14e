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
from dprk_city_atlas.plugin.core.measure.geodesics import WGS84
from dprk_city_atlas.plugin.gui.docks.historic.workbench import GROUND, SHEET, Pick, Workbench
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
    assert bench.audit is None
    assert "datum" in bench.problem


def test_the_sheets_datum_moves_printed_points_and_leaves_ground_points(bench):
    bench.change(_grid(SHEET), "set")
    bench.change_sheet(datum="tokyo1892")
    lon, lat = bench.ground(0)
    per_lat, per_lon = WGS84.metres_per_degree(39.95)
    # methods: Hamhung, Tokyo 1892: 277 m north, 55 m east.
    assert (lat - 39.95) * per_lat == pytest.approx(277, abs=2)
    assert (lon - 127.5) * per_lon == pytest.approx(55, abs=2)
    bench.edit(0, x=127.5, y=39.95, frame=GROUND)
    assert bench.ground(0) == (127.5, 39.95)
    assert bench.audit.labels == ["1", "2", "3", "4", "5", "6"]


def test_ground_points_alone_make_the_datum_drop_out(bench):
    bench.change_sheet(datum="tokyo1918")
    bench.change(_grid(GROUND), "set")
    assert bench.operation() is datum.WGS84
    assert any("drops out" in line for line in bench.warnings())


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
    assert bench.audit is None
    assert "1" in bench.problem
    assert bench.warnings() == [bench.problem]


def test_tracing_is_refused_without_a_known_accuracy(atlas):
    sheet = next(s for s in atlas.rows(Sheet) if s.title.startswith("Hamhung"))
    with pytest.raises(AtlasError, match="no known accuracy"):
        tracing.add(atlas, sheet, Trace(geom="LINESTRING (127.5 39.9, 127.6 39.9)"))


def test_accuracy_adds_sheet_drawing_and_datum(atlas):
    sheet = Sheet(title="t", scale=12500, loo_rmse_m=8.0, operation=datum.TOKYO1892.pipeline)
    assert tracing.accuracy(sheet) == pytest.approx(math.ceil(math.sqrt(64 + 6.25**2 + 81)), abs=1e-9)
    local = Sheet(title="t", scale=12500, loo_rmse_m=8.0, operation=datum.WGS84.pipeline)
    assert tracing.accuracy(local) == 11.0


def test_only_the_same_kind_on_the_same_sheet_gives_way(bench, atlas):
    bench.change_sheet(loo_rmse_m=10.0)
    roads = atlas.rows(Trace, sheet_uuid=bench.sheet.uuid, kind="road", fidelity="schematic")
    others = len(atlas.rows(Trace)) - len(roads)
    _batch, replaced = tracing.add(
        atlas, bench.sheet, Trace(geom="LINESTRING (127.5 39.9, 127.6 39.9)", kind="road")
    )
    assert replaced == len(roads) > 0
    assert len(atlas.rows(Trace)) == others + 1
    assert atlas.get(Sheet, bench.sheet.uuid).state == "traced"
