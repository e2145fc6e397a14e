# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Screen, warp, export and measurement agree: QGIS, GDAL and PROJ give one answer."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)

from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.historic import datum, features, metric_plane as plane, operations
from dprk_city_atlas.plugin.core.measure.geodesics import WGS84


def _metres(lon1, lat1, lon2, lat2):
    per_lat = np.array([WGS84.metres_per_degree(v)[0] for v in lat1])
    per_lon = np.array([WGS84.metres_per_degree(v)[1] for v in lat1])
    return np.hypot((lon2 - lon1) * per_lon, (lat2 - lat1) * per_lat)


def _points(n=600):
    rng = np.random.default_rng(7)
    return rng.uniform(124, 131, n), rng.uniform(33.5, 43, n)


def _qgis(transform, lon, lat):
    moved = [transform.transform(QgsPointXY(x, y)) for x, y in zip(lon, lat)]
    return np.array([p.x() for p in moved]), np.array([p.y() for p in moved])


@pytest.mark.parametrize("operation", [datum.TOKYO1918, datum.TOKYO1892])
def test_three_engines_within_a_centimetre(qgis_app, operation):
    lon, lat = _points()
    ours = datum.to_wgs84(operation, lon, lat)
    qgis = _qgis(operations.qgis_transform(operation), lon, lat)
    gdal = np.array(
        operations.gdal_transform(operation).TransformPoints(np.column_stack([lon, lat]).tolist())
    )
    assert _metres(*ours, *qgis).max() < 0.001
    assert _metres(*ours, gdal[:, 0], gdal[:, 1]).max() < 0.001
    assert _metres(lon, lat, *ours).min() > 200


@pytest.mark.parametrize(
    ("authid", "operation"), [("EPSG:5132", datum.TOKYO1892), ("EPSG:4301", datum.TOKYO1918)]
)
def test_layers_on_the_epsg_codes_land_in_the_same_place(qgis_app, authid, operation):
    lon, lat = _points()
    project = QgsProject()
    operations.register_in_project(project)
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(authid), QgsCoordinateReferenceSystem("EPSG:4326"), project
    )
    assert _metres(*datum.to_wgs84(operation, lon, lat), *_qgis(transform, lon, lat)).max() < 0.001


def test_the_source_definition_alone_agrees(qgis_app):
    """A file that carries only our definition (no project, no context) is read the same way."""
    from osgeo import osr

    osr.UseExceptions()
    for operation in (datum.TOKYO1918, datum.TOKYO1892):
        source, target = osr.SpatialReference(), osr.SpatialReference()
        source.SetFromUserInput(operation.crs)
        target.ImportFromEPSG(4326)
        for srs in (source, target):
            srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        x, y, _ = osr.CoordinateTransformation(source, target).TransformPoint(127.536, 39.917)
        ours = datum.to_wgs84(operation, [127.536], [39.917])
        assert _metres(*ours, np.array([x]), np.array([y])).max() < 0.001


@pytest.mark.parametrize(("authid", "place"), [("EPSG:4004", (127.5, 39.9)), ("EPSG:5132", (139.7, 35.6))])
def test_ballparks_and_foreign_areas_are_refused(qgis_app, authid, place):
    with pytest.raises(AtlasError) as caught:
        operations.operation_for("crs", authid, place)
    assert authid in str(caught.value)
    assert "ballpark" in str(caught.value)
    assert "Tokyo 1918" in str(caught.value)


def test_tokyo_codes_in_korea_are_ours(qgis_app):
    place = (127.536, 39.917)
    assert operations.operation_for("crs", "EPSG:4301", place) is datum.TOKYO1918
    assert operations.operation_for("crs", "EPSG:5132", place) is datum.TOKYO1892


def test_a_projected_tokyo_system_unprojects_first(qgis_app):
    """EPSG:5170 (Tokyo 1892 / Korea Central Belt): the same ground as its longitude and latitude."""
    belt = operations.operation_for("crs", "EPSG:5170", (127.536, 39.917))
    down = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:5132"), QgsCoordinateReferenceSystem("EPSG:5170"), QgsProject()
    )
    p = down.transform(QgsPointXY(127.536, 39.917))
    ours = datum.to_wgs84(belt, [p.x()], [p.y()])
    assert _metres(*ours, *datum.to_wgs84(datum.TOKYO1892, [127.536], [39.917])).max() < 0.001
    gdal = operations.gdal_transform(belt).TransformPoint(p.x(), p.y())
    assert _metres(*ours, np.array([gdal[0]]), np.array([gdal[1]])).max() < 0.001


def test_a_good_operation_is_taken_with_its_accuracy(qgis_app):
    seoul = operations.operation_for("crs", "EPSG:5179", (127.0, 37.5))
    # EPSG renamed Korea 2000 to KGD2002.
    assert seoul.name.endswith(("Korea 2000 to WGS 84 (1)", "KGD2002 to WGS 84 (1)"))
    assert seoul.accuracy_m == pytest.approx(1.0)
    utm = operations.operation_for("crs", "EPSG:32652", (127.5, 39.9))
    x, y = datum.to_wgs84(utm, [500000.0], [4400000.0])
    assert x[0] == pytest.approx(129.0, abs=1e-9)
    assert utm.accuracy_m == 0.0
    assert y[0] == pytest.approx(39.75, abs=0.01)


def test_unknown_reference_system(qgis_app):
    with pytest.raises(AtlasError, match="not known"):
        operations.operation_for("crs", "EPSG:999999", (127.0, 39.0))


def test_a_layer_on_a_ballpark_system_is_refused_by_name(qgis_app):
    with pytest.raises(AtlasError, match="Roads"):
        operations.checked_transform(
            QgsCoordinateReferenceSystem("EPSG:4004"),
            QgsCoordinateReferenceSystem("EPSG:4326"),
            QgsCoordinateTransformContext(),
            "Roads",
        )


@pytest.mark.parametrize("count", [1, 5])
def test_a_layer_in_metres_to_the_plane_and_back(qgis_app, count):
    crs, context = QgsCoordinateReferenceSystem("EPSG:32652"), QgsCoordinateTransformContext()
    points = np.column_stack([np.linspace(370e3, 390e3, count), np.linspace(4400e3, 4420e3, count)])
    extent = QgsRectangle(370e3, 4400e3, 390e3, 4420e3)
    plane = features.plane_for(crs, extent, context, "Roads")
    moved = features.to_plane(crs, plane, context, "Roads", extent)(points)
    back = features.from_plane(crs, plane, context, "Roads", extent)(moved)
    assert np.abs(moved).max() < 20_000  # metres from the middle of the extent
    assert np.abs(back - points).max() < 0.001


@pytest.mark.parametrize("authid", ["EPSG:4269", "EPSG:4284"])
def test_an_area_of_use_over_the_date_line_does_not_hold_all_the_world(qgis_app, authid):
    with pytest.raises(AtlasError, match="area of use"):
        operations.operation_for("crs", authid, (127.5, 33.0))


def test_a_projection_holds_beyond_its_zone(qgis_app):
    """UTM zone 51 at Hamhung, 1.5 degrees east of its border: no datum is involved."""
    east, north = plane.utm_plane(123, 39.9).forward(127.5, 39.9)
    operation = operations.operation_for("crs", "EPSG:32651", (127.5, 39.9))
    assert datum.to_wgs84(operation, east, north) == pytest.approx((127.5, 39.9), abs=1e-9)


def test_degrees_in_a_projected_system_end_in_a_reason(qgis_app):
    system = QgsCoordinateReferenceSystem("EPSG:28422")
    with pytest.raises(AtlasError, match="no position in EPSG:28422"):
        operations.rough_place(system, 129.5, 39.9, "The control points")
