# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A scan for QGIS to show, in a folder of its own: QGIS would read whatever stands beside the real one."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from ..errors import AtlasError
from ..gdal_errors import gdal_raises
from ..i18n import tr
from .scan import as_picture, open_scan, size_of


class ScanAlone:
    """``picture`` is a virtual raster of the scan in pixels: columns to the right, rows downwards.

    It points to a link to the scan (a copy where links cannot be made), so that neither side files nor the
    scan's own georeference count.  Raises AtlasError.
    """

    @gdal_raises()
    def __init__(self, path: str, page: int = 1) -> None:
        from osgeo import gdal

        self._folder = tempfile.TemporaryDirectory(prefix="city_atlas_scan_")
        linked = Path(self._folder.name) / f"scan{Path(path).suffix}"
        try:
            _link(Path(path), linked)
        except OSError as error:
            raise AtlasError(
                tr("Scan", "{file} could not be opened beside its own folder.").format(file=Path(path).name),
                hint=tr("Scan", "Make room for temporary files."),
                detail=str(error),
            ) from error
        dataset = open_scan(str(linked), page)
        self.size = size_of(dataset)
        self.picture = str(Path(self._folder.name) / "scan.vrt")
        shown = gdal.GetDriverByName("VRT").CreateCopy(self.picture, as_picture(dataset, to_bytes=True))
        shown.SetGCPs([], "")
        shown.SetProjection("")
        shown.SetMetadata({}, "RPC")
        shown.SetGeoTransform((0.0, 1.0, 0.0, 0.0, 0.0, -1.0))
        shown.FlushCache()

    def release(self) -> None:
        """Remove the folder; the scan itself is not touched."""
        self._folder.cleanup()


def _link(scan: Path, target: Path) -> None:
    """Give a scan a second name: a link where the system allows one, else a copy."""
    for make in (os.symlink, os.link):
        try:
            make(scan.resolve(), target)
            return
        except OSError:
            continue
    shutil.copyfile(scan, target)
