# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Scans that are damaged or bring foreign files along; 16 bits on the screen."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal

from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.historic.scan import as_picture, open_scan, own_geotransform
from dprk_city_atlas.plugin.core.historic.scan_alone import ScanAlone
from dprk_city_atlas.plugin.core.historic.scan_damage import read_through

FORMATS = [
    ("JPEG", "scan.jpg", []),
    ("PNG", "scan.png", []),
    ("GTiff", "scan.tif", ["COMPRESS=DEFLATE"]),
    ("GTiff", "tiled.tif", ["TILED=YES", "COMPRESS=JPEG", "PHOTOMETRIC=YCBCR"]),
]
COLUMNS, ROWS = 900, 700


@pytest.fixture
def picture():
    rng = np.random.default_rng(3)
    made = gdal.GetDriverByName("MEM").Create("", COLUMNS, ROWS, 3)
    for band in (1, 2, 3):
        made.GetRasterBand(band).WriteArray(rng.integers(0, 255, (ROWS, COLUMNS)).astype("u1"))
    return made


def _write(picture, folder, driver, name, options):
    gdal.GetDriverByName(driver).CreateCopy(str(folder / name), picture, options=options)
    return folder / name


@pytest.mark.parametrize(("driver", "name", "options"), FORMATS, ids=[f[1] for f in FORMATS])
def test_what_cannot_be_read_is_told_with_its_share(qgis_app, tmp_path, picture, driver, name, options):
    path = _write(picture, tmp_path, driver, name, options)
    whole = read_through(str(path))
    assert whole.share == 0
    assert whole.text() == ""
    body = path.read_bytes()
    path.write_bytes(body[: int(0.6 * len(body))])
    cut = read_through(str(path))
    assert cut.share == pytest.approx(0.4, abs=0.15 if name != "tiled.tif" else 0.3)  # tiles are large
    assert f"{100 * cut.share:.0f} %" in cut.text()
    assert cut.last_row == ROWS - 1


def test_a_cut_off_progressive_jpeg_lacks_detail_everywhere(qgis_app, tmp_path, picture):
    path = _write(picture, tmp_path, "JPEG", "scan.jpg", ["PROGRESSIVE=ON"])
    path.write_bytes(path.read_bytes()[:-60_000])
    found = read_through(str(path))
    assert found.is_coarse
    assert "lacks detail" in found.text()


def test_a_broken_place_in_the_middle_is_found(qgis_app, tmp_path, picture):
    path = _write(picture, tmp_path, "GTiff", "scan.tif", ["COMPRESS=DEFLATE"])
    body = bytearray(path.read_bytes())
    middle = len(body) // 2
    body[middle : middle + 2000] = bytes(2000)
    path.write_bytes(body)
    found = read_through(str(path))
    assert 0 < found.share < 0.2
    assert 0.3 * ROWS < found.first_row < 0.7 * ROWS


@pytest.fixture
def other(tmp_path):
    """A picture of something else, somewhere else."""
    (tmp_path / "elsewhere").mkdir()
    path = tmp_path / "elsewhere" / "other.tif"
    made = gdal.GetDriverByName("GTiff").Create(str(path), 450, 350)
    made.GetRasterBand(1).Fill(7)
    return path


def _foreign(path, other, kind):
    """Put a file beside a scan that shows another one."""
    if kind == "aux":
        item = f'<MDI key="OVERVIEW_FILE">{other}</MDI>'
        text = f'<PAMDataset><Metadata domain="OVERVIEWS">{item}</Metadata></PAMDataset>'
        path.with_name(path.name + ".aux.xml").write_text(text, encoding="utf-8")
    else:
        gdal.Translate(str(path.with_name(f"{path.name}.{kind}")), str(other), format="VRT")


@pytest.mark.parametrize("kind", ["aux", "ovr", "msk"])
@pytest.mark.parametrize(
    ("driver", "name"), [("JPEG", "scan.jpg"), ("PNG", "scan.png"), ("GTiff", "scan.tif")]
)
def test_nothing_beside_a_scan_is_shown_in_its_place(qgis_app, tmp_path, picture, other, kind, driver, name):
    path = _write(picture, tmp_path, driver, name, [])
    clean = gdal.OpenEx(str(path), sibling_files=[path.name])
    own = clean.GetRasterBand(1).GetOverviewCount()
    _foreign(path, other, kind)
    alone = ScanAlone(str(path))
    opened, shown = open_scan(str(path)), gdal.Open(alone.picture)
    for dataset in (opened, shown):
        assert str(other) not in (dataset.GetFileList() or [])
        assert not dataset.GetRasterBand(1).GetMaskFlags() & gdal.GMF_PER_DATASET
    assert opened.GetRasterBand(1).GetOverviewCount() == own
    small = shown.ReadAsArray(buf_xsize=45, buf_ysize=35)
    assert small[0].std() > 3  # the other picture is of one value
    del shown
    alone.release()


def test_a_tiff_that_names_another_file_is_refused(qgis_app, tmp_path, other):
    path = tmp_path / "scan.tif"
    made = gdal.GetDriverByName("GTiff").Create(str(path), 90, 70)
    made.SetMetadataItem("OVERVIEW_FILE", str(other), "OVERVIEWS")
    del made
    with pytest.raises(AtlasError, match="another file"):
        open_scan(str(path))


def test_a_world_file_is_read(qgis_app, tmp_path, picture):
    path = _write(picture, tmp_path, "JPEG", "scan.jpg", [])
    path.with_suffix(".jgw").write_text("2\n0\n0\n-2\n101\n99\n", encoding="ascii")
    assert own_geotransform(open_scan(str(path))) == (100, 2, 0, 100, 0, -2)


def test_sixteen_bits_come_to_the_screen_as_eight(qgis_app, tmp_path):
    path = tmp_path / "deep.tif"
    deep = gdal.GetDriverByName("GTiff").Create(str(path), 300, 200, 3, gdal.GDT_UInt16)
    for band, top in ((1, 40_000), (2, 20_000), (3, 10_000)):
        deep.GetRasterBand(band).WriteArray(np.linspace(0, top, 60_000).reshape(200, 300).astype("u2"))
    del deep
    shown = as_picture(open_scan(str(path)), to_bytes=True)
    assert shown.GetRasterBand(1).DataType == gdal.GDT_Byte
    tops = [int(shown.GetRasterBand(band).ReadAsArray().max()) for band in (1, 2, 3)]
    assert tops[0] == 255
    assert tops[1] == pytest.approx(127, abs=2)  # colours stay: one scale for all bands
    assert tops[2] == pytest.approx(64, abs=2)
