# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The warp puts every scan pixel where the fit says, leaves the scan alone, and refuses what it should."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from dprk_city_atlas.plugin.core.errors import AtlasError, Cancelled
from dprk_city_atlas.plugin.core.historic import datum, georeference, metric_plane, warp
from dprk_city_atlas.plugin.core.historic.control_points import GroundControlPoint
from dprk_city_atlas.plugin.core.historic.scan import open_scan
from dprk_city_atlas.plugin.core.historic.transforms import METHODS

gdal.UseExceptions()
W, H = 700, 500


@pytest.fixture
def scan(tmp_path):
    """A scan whose values are its own columns and rows, so that positions can be read off the result."""
    path = str(tmp_path / "scan.tif")
    dataset = gdal.GetDriverByName("GTiff").Create(path, W, H, 3, gdal.GDT_UInt16)
    row, column = np.mgrid[0:H, 0:W]
    dataset.WriteArray(np.stack([column * 50 + 25, row * 50 + 25, column * 0 + 900]).astype(np.uint16))
    del dataset
    return path


def _points(bend=0.0):
    target = metric_plane.utm_plane(127.5, 39.9)
    x0, y0 = target.forward(127.5, 39.9)
    points = []
    for i in range(16):
        u, v = 40 + 620 * (i % 4) / 3 + (i * 7) % 5, 30 + 440 * (i // 4) / 3 + (i * 5) % 7
        x = x0 + 4 * u + 0.3 * v + bend * (u / W) * (v / H)
        y = y0 + 0.3 * u - 4 * v + bend * (u / W) ** 2
        lon, lat = target.backward(x, y)
        points.append(GroundControlPoint(float(lon), float(lat), u, -v, True, str(i + 1)))
    return points


def _prepared(bend=0.0):
    return georeference.prepare(_points(bend), datum.WGS84)


@pytest.mark.parametrize("method", METHODS)
def test_pixels_land_where_the_fit_puts_them(scan, tmp_path, method):
    prepared = _prepared()
    audit = georeference.audit(prepared, method, (W, H))
    done = warp.warp(scan, prepared, audit, str(tmp_path / "out.tif"))
    result = gdal.Open(done["path"])
    transform, values = result.GetGeoTransform(), result.ReadAsArray().astype(float)
    rng = np.random.default_rng(1)
    at = np.column_stack([rng.uniform(60, W - 60, 300), -rng.uniform(60, H - 60, 300)])
    x, y = audit.fit.forward(at).T
    column = ((x - transform[0]) / transform[1]).astype(int)
    row = ((y - transform[3]) / transform[5]).astype(int)
    # Where the middle of each hit pixel lies on the scan, by the fit's derivative (a similarity here).
    middle_x = transform[0] + (column + 0.5) * transform[1]
    middle_y = transform[3] + (row + 0.5) * transform[5]
    turn = np.linalg.inv(np.array([[4, 0.3], [0.3, -4]]))
    du, dv = turn @ np.array([middle_x - x, middle_y - y])
    assert np.abs(values[0, row, column] / 50 - (at[:, 0] + du)).max() < 0.15
    assert np.abs(values[1, row, column] / 50 - (-at[:, 1] + dv)).max() < 0.15
    assert values[3].max() > 0
    assert values[3, 0, 0] == 0


def test_the_file_says_how_it_came_to_be(scan, tmp_path):
    prepared = georeference.prepare(_points(), datum.TOKYO1892)
    audit = georeference.audit(prepared, "affine", (W, H))
    before = hashlib.sha256(Path(scan).read_bytes()).hexdigest()
    done = warp.warp(scan, prepared, audit, str(tmp_path / "out.tif"))
    assert hashlib.sha256(Path(scan).read_bytes()).hexdigest() == before
    result = gdal.Open(done["path"])
    tags = result.GetMetadata()
    assert tags["ATLAS_METHOD"] == "affine"
    assert tags["ATLAS_OPERATION"] == datum.TOKYO1892.pipeline
    assert len(json.loads(tags["ATLAS_POINTS"])) == 16
    band = result.GetRasterBand(1)
    assert band.GetOverviewCount() > 0
    assert band.GetBlockSize() == [256, 256]
    assert result.GetMetadata("IMAGE_STRUCTURE")["COMPRESSION"] == "DEFLATE"
    assert result.GetSpatialRef().GetAuthorityCode(None) == "32652"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.tif", "scan.tif"]


def test_the_collar_is_cut_off(scan, tmp_path):
    prepared = _prepared(60.0)
    audit = georeference.audit(prepared, "tps", (W, H))
    ring = [(100, 100), (600, 100), (600, 400), (100, 400)]
    done = warp.warp(scan, prepared, audit, str(tmp_path / "out.tif"), collar=ring)
    values = gdal.Open(done["path"]).ReadAsArray()
    seen = values[3] > 60000
    assert values[0][seen].min() / 50 > 98
    assert values[0][seen].max() / 50 < 602
    assert seen.mean() < 0.5


def test_cancel_leaves_nothing_and_keeps_the_old_file(scan, tmp_path):
    prepared = _prepared()
    audit = georeference.audit(prepared, "tps", (W, H))
    target = tmp_path / "out.tif"
    target.write_bytes(b"old")
    with pytest.raises(Cancelled):
        warp.warp(scan, prepared, audit, str(target), progress=lambda done: 0 <= done < 0.3)
    assert target.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_result_out_of_proportion_is_refused_before_writing(scan, tmp_path):
    prepared = _prepared()
    prepared.target[5] += (6000, 0)
    audit = georeference.audit(prepared, "affine", (W, H))
    with pytest.raises(AtlasError, match="would have") as caught:
        warp.warp(scan, prepared, audit, str(tmp_path / "out.tif"), max_pixels=W * H)
    assert "6 (" in str(caught.value)
    assert not (tmp_path / "out.tif").exists()


def test_the_scan_is_never_overwritten(scan):
    prepared = _prepared()
    audit = georeference.audit(prepared, "affine", (W, H))
    with pytest.raises(AtlasError, match="scan itself"):
        warp.warp(scan, prepared, audit, scan)


@pytest.mark.parametrize("name", ["sheet.tif", "sheet.jpg", "sheet.pdf"])
def test_a_file_that_lies_about_its_kind_is_refused(scan, tmp_path, name):
    lie = tmp_path / name
    gdal.Translate(str(tmp_path / "x.vrt"), scan, format="VRT")
    lie.write_bytes((tmp_path / "x.vrt").read_bytes())
    with pytest.raises(AtlasError, match="VRT"):
        open_scan(str(lie))


def test_missing_and_broken_scans_are_named(tmp_path):
    with pytest.raises(AtlasError, match=r"none\.tif"):
        open_scan(str(tmp_path / "none.tif"))
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    with pytest.raises(AtlasError, match=r"broken\.png"):
        open_scan(str(broken))


@pytest.mark.parametrize("method", METHODS)
def test_the_preview_covers_the_sheet(scan, method):
    prepared = _prepared()
    audit = georeference.audit(prepared, method, (W, H))
    picture, bounds = warp.Preview(scan, 300).picture(audit, prepared.plane.definition, width=200)
    assert picture.shape[1:] == (200, 4)
    share = (picture[..., 3] > 0).mean()
    west, south, east, north = bounds
    assert share == pytest.approx(16.09 * W * H / ((east - west) * (north - south)), abs=0.03)


def _warped(path, tmp_path):
    prepared = _prepared()
    audit = georeference.audit(prepared, "affine", (W, H))
    return gdal.Open(warp.warp(str(path), prepared, audit, str(tmp_path / "out.tif"))["path"])


def _saved(driver, values, path, options=(), nodata=None):
    memory = gdal.GetDriverByName("MEM").Create("", W, H, len(values))
    memory.WriteArray(np.asarray(values, np.uint8))
    if nodata is not None:
        memory.GetRasterBand(1).SetNoDataValue(nodata)
    copy = gdal.GetDriverByName(driver).CreateCopy(str(path), memory, 0, list(options))
    del copy


def test_a_scan_of_one_bit_comes_out_black_and_white(tmp_path):
    values = np.zeros((1, H, W))
    values[:, :, ::40] = 1
    _saved("PNG", values, tmp_path / "bits.png", ["NBITS=1"])
    assert _warped(tmp_path / "bits.png", tmp_path).GetRasterBand(1).ReadAsArray().max() == 255
    assert warp.Preview(str(tmp_path / "bits.png"), 1400)._small.ReadAsArray().max() == 255


def test_three_bands_without_a_meaning_become_a_colour_picture(tmp_path):
    _saved("GTiff", np.full((3, H, W), 90), tmp_path / "plain.tif")
    bands = _warped(tmp_path / "plain.tif", tmp_path)
    kinds = [bands.GetRasterBand(k).GetColorInterpretation() for k in (1, 2, 3)]
    assert kinds == [gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand]


def test_white_paper_is_no_hole_where_one_colour_equals_nodata(tmp_path):
    values = np.stack([np.full((H, W), v) for v in (255, 250, 235)])
    _saved("GTiff", values, tmp_path / "paper.tif", nodata=255)
    middle = _warped(tmp_path / "paper.tif", tmp_path).ReadAsArray(W // 2, H // 2, 1, 1).ravel()
    assert list(middle) == [255, 250, 235, 255]


def test_the_preview_of_a_deep_scan_keeps_its_contrast(scan):
    small = warp.Preview(scan, 300)._small.ReadAsArray()
    assert small[0].min() < 5
    assert small[0].max() > 250


GDAL_AS_FOUND = """
import sys
from osgeo import gdal, osr
from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.historic import warp
from dprk_city_atlas.plugin.core.historic.scan import open_scan

open_scan(sys.argv[1])
try:
    open_scan(sys.argv[2])
except AtlasError as error:
    print(error)
warp.Preview(sys.argv[1])
print(gdal.GetUseExceptions(), osr.GetUseExceptions(), gdal.Open("no such file"))
"""


def test_other_plugins_find_gdal_as_they_left_it(scan, tmp_path):
    """GDAL's switch between None and exceptions is one for the whole process: here one of its own."""
    import dprk_city_atlas

    no_scan = tmp_path / "no scan.tif"
    no_scan.write_text("nothing")
    home = str(Path(dprk_city_atlas.__file__).parent.parent)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([home, os.environ.get("PYTHONPATH", "")])}
    told = subprocess.run(
        [sys.executable, "-c", GDAL_AS_FOUND, scan, str(no_scan)],
        env=environment, capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    assert "cannot be read as a scan" in told[0]
    assert told[-1] == "0 0 None"
