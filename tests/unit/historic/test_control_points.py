# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Control point files of every QGIS version, and the refusal of what is no coordinate."""

from __future__ import annotations

import numpy as np
import pytest

from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.historic.control_points import (
    GroundControlPoint,
    read_points,
    to_pixels,
    write_points,
)

NEW = """#CRS: GEOGCRS["WGS 84",ID["EPSG",4326]]
mapX,mapY,sourceX,sourceY,enable,dX,dY,residual
127.5,39.9,100.5,-200.5,1,0.1,-0.2,0.22
127.6,39.8,900,-700,0,0,0,0
"""
ROWS = "127.5,39.9,100.5,-200.5,1,0,0,0\n127.6,39.8,900,-700,0,0,0,0\n"
MIDDLE = "mapX,mapY,pixelX,pixelY,enable,dX,dY,residual\n" + ROWS
OLD = "mapX\tmapY\tpixelX\tpixelY\tenable\n127.5\t39.9\t100.5\t-200.5\t1\n127.6\t39.8\t900\t-700\t0\n"
OLDEST = "mapX\tmapY\tpixelX\tpixelY\n127.5\t39.9\t100.5\t-200.5\n127.6\t39.8\t900\t-700\n"


@pytest.mark.parametrize("text", [NEW, MIDDLE, OLD, OLDEST, "\ufeff" + NEW, NEW.replace("\n", "\r\n")])
def test_every_form_is_read(tmp_path, text):
    path = tmp_path / "sheet.points"
    path.write_bytes(text.encode("utf-8"))
    file = read_points(str(path))
    first = file.points[0]
    assert (first.map_x, first.map_y, first.source_x, first.source_y) == (127.5, 39.9, 100.5, -200.5)
    assert len(file.points) == 2
    assert len(file.enabled()) == (2 if text == OLDEST else 1)
    assert file.crs.startswith("GEOGCRS") == ("#CRS" in text)


@pytest.mark.parametrize("legacy", [False, True])
def test_round_trip_is_exact(tmp_path, legacy):
    path = str(tmp_path / "sheet.points")
    points = [
        GroundControlPoint(127 + 1 / 3, 39.1, 0.1, -1e-7, True, "1"),
        GroundControlPoint(-0.1, 1e-12, 5, -6, False, "2"),
    ]
    write_points(path, points, 'GEOGCRS["x",\n  ID["EPSG",4326]]', np.array([(0.1, 0.2), (0, 0)]), legacy)
    again = read_points(path)
    assert again.points == points
    assert again.crs == 'GEOGCRS["x", ID["EPSG",4326]]'


@pytest.mark.parametrize("value", ["nan", "inf", "-inf", "1e400", "", "12,5x", "abc"])
def test_a_bad_number_names_the_point(tmp_path, value):
    path = tmp_path / "sheet.points"
    path.write_text(NEW.replace("39.8", value), encoding="utf-8")
    with pytest.raises(AtlasError, match="control point 2") as caught:
        read_points(str(path))
    assert "line 4" in str(caught.value)


@pytest.mark.parametrize("text", ["", "a,b,c\n1,2,3\n", "#CRS: x\n", "mapX,mapY\n1,2\n"])
def test_other_files_are_refused(tmp_path, text):
    path = tmp_path / "other.points"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AtlasError, match=r"other\.points"):
        read_points(str(path))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(AtlasError, match="none"):
        read_points(str(tmp_path / "none.points"))


def test_writing_leaves_the_old_file_when_a_point_is_bad(tmp_path):
    path = tmp_path / "sheet.points"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(AtlasError):
        write_points(str(path), [GroundControlPoint(float("nan"), 0, 0, 0)])
    assert path.read_text(encoding="utf-8") == "old"


def test_source_units_of_a_georeferenced_scan_become_pixels(tmp_path):
    path = tmp_path / "sheet.points"
    path.write_text(NEW.replace("100.5,-200.5", "1010.05,1979.95"), encoding="utf-8")
    file = read_points(str(path))
    pixels = to_pixels(file, (1000, 0.1, 0, 2000, 0, -0.1))
    assert (pixels[0].source_x, pixels[0].source_y) == pytest.approx((100.5, -200.5))
    assert to_pixels(file, (0, 1, 0, 0, 0, 1)) == file.points


HEAD = "mapX,mapY,pixelX,pixelY,enable,dX,dY,residual"


@pytest.mark.parametrize(
    "text",
    [
        HEAD.replace(",", ";") + "\n127,5;39,9;100,5;-200,5;1;0,1;0;0\n",
        HEAD.replace(",", ";") + "\n127.5;39.9;100.5;-200.5;1;0;0;0\n",
        HEAD.replace(",", "\t") + "\n127,5\t39,9\t100,5\t-200,5\t1\t0\t0\t0\n",
        HEAD + '\n"127,5","39,9","100,5","-200,5","1","0","0","0"\n',
    ],
    ids=["semicolons and commas", "semicolons", "tabs and commas", "quoted commas"],
)
def test_files_that_a_spreadsheet_saved(tmp_path, text):
    path = tmp_path / "sheet.points"
    path.write_text(text, encoding="utf-8")
    (point,) = read_points(str(path)).points
    assert (point.map_x, point.map_y, point.source_x, point.source_y) == (127.5, 39.9, 100.5, -200.5)


def test_decimal_commas_between_commas_are_refused_by_name(tmp_path):
    path = tmp_path / "sheet.points"
    path.write_text(HEAD + "\n127,5,39,9,100,5,-200,5,1,0,0,0\n", encoding="utf-8")
    with pytest.raises(AtlasError, match="control point 1 has 12 values for 8 columns"):
        read_points(str(path))


def test_pixels_of_a_georeferenced_scan_stay_pixels(tmp_path):
    path = tmp_path / "sheet.points"
    path.write_text("mapX,mapY,sourceX,sourceY\n127.5,39.9,100.5,-200.5\n127.6,39.8,900,-700\n")
    file = read_points(str(path))
    assert to_pixels(file, (500000, 2, 0, 4400000, 0, -2), (1000, 800)) == file.points
    assert to_pixels(file, (500000, 2, 0, 4400000, 0, -2), (300, 300)) != file.points
