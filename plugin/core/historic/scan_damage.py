# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Reads a scan through and says how much of it cannot be read: GDAL shows the rest as flat grey or black."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Optional

from ..errors import Cancelled
from ..i18n import tr
from .scan import open_scan

Progress = Callable[[float], bool]
_TOLD = re.compile(
    r"premature|corrupt|truncat|too short|unexpected|bad |invalid|extraneous|not enough|missing|eof", re.I
)
"""What decoders say of broken data in warnings, while they go on with made-up pixels."""
_IN_ORDER = ("JPEG", "PNG")
"""Formats that can only be read from the top: behind the first broken place there is nothing."""
_STEPS = 200
_LEAST_ROWS = 16


@dataclass(frozen=True)
class Damage:
    """Share of the picture (0 to 1) that cannot be read whole, and the first and last row of it.

    ``is_coarse`` says that all of it can be seen, but not in its full detail (a cut-off progressive JPEG).
    """

    file: str
    share: float = 0.0
    first_row: int = 0
    last_row: int = 0
    detail: str = ""
    is_coarse: bool = False

    def text(self) -> str:
        """One sentence, "" for a whole picture."""
        if not self.share:
            return ""
        if self.is_coarse:
            text = tr("Scan", "{file} is damaged: all of the picture lacks detail that cannot be read.")
            return text.format(file=self.file)
        text = tr(
            "Scan",
            "{file} is damaged: {share} of the picture cannot be read (rows {first} to {last}).",
        )
        return text.format(
            file=self.file, share=_percent(self.share), first=f"{self.first_row:,}", last=f"{self.last_row:,}"
        )


def _percent(share: float) -> str:
    """Never 0 % for something, never 100 % for not everything."""
    if share < 0.01:
        return "< 1 %"
    return f"{100 * share:.0f} %" if share > 0.995 else f"{min(100 * share, 99):.0f} %"


def read_through(path: str, page: int = 1, progress: Optional[Progress] = None) -> Damage:
    """Read every pixel of a scan once.  Raises Cancelled when ``progress`` returns False, AtlasError."""
    from osgeo import gdal

    name = Path(path).name
    dataset = open_scan(path, page)
    said: list[str] = []

    def note(level: int, _number: int, text: str) -> None:
        if level >= gdal.CE_Failure or _TOLD.search(text):
            said.append(text)

    gdal.PushErrorHandler(note)
    before = gdal.GetThreadLocalConfigOption("GDAL_ERROR_ON_LIBJPEG_WARNING")
    gdal.SetThreadLocalConfigOption("GDAL_ERROR_ON_LIBJPEG_WARNING", "YES")
    try:
        return _damage(dataset, name, said, progress)
    finally:
        gdal.SetThreadLocalConfigOption("GDAL_ERROR_ON_LIBJPEG_WARNING", before)
        gdal.PopErrorHandler()


def _damage(dataset: Any, name: str, said: list[str], progress: Optional[Progress]) -> Damage:
    columns, rows = dataset.RasterXSize, dataset.RasterYSize
    width, height = _window(dataset)
    bad, first, last, detail = 0, rows, 0, ""
    in_order = dataset.GetDriver().ShortName in _IN_ORDER
    for top in range(0, rows, height):
        if progress is not None and not progress(top / rows):
            raise Cancelled(tr("Scan", "Reading {file}").format(file=name))
        for left in range(0, columns, width):
            window = (left, top, min(width, columns - left), min(height, rows - top))
            if _is_read(dataset, window, said):
                continue
            detail = detail or (said[0] if said else "")
            first, last = min(first, top), top + window[3] - 1
            if in_order:
                coarse = top == 0 and _is_seen(dataset, window)
                return Damage(name, 1 - top / rows, top, rows - 1, detail, coarse)
            bad += _unread(dataset, window, said)
    return Damage(name, bad / (columns * rows), first if bad else 0, last, detail)


def _unread(dataset: Any, window: tuple[int, int, int, int], said: list[str]) -> int:
    """Pixels of a window that cannot be read, block by block."""
    left, top, width, height = window
    step = dataset.GetRasterBand(1).GetBlockSize()[0]
    parts = [(x, top, min(step, left + width - x), height) for x in range(left, left + width, step)]
    if len(parts) == 1:
        return width * height
    return sum(part[2] * part[3] for part in parts if not _is_read(dataset, part, said))


def _window(dataset: Any) -> tuple[int, int]:
    """Columns and rows to read at once: whole blocks, but not the whole picture."""
    block_columns, block_rows = dataset.GetRasterBand(1).GetBlockSize()
    columns, rows = dataset.RasterXSize, dataset.RasterYSize
    some = max(_LEAST_ROWS, rows // _STEPS)
    if block_columns >= columns:
        return columns, max(block_rows, some // block_rows * block_rows)
    return max(block_columns, min(columns, 2048) // block_columns * block_columns), block_rows


def _is_seen(dataset: Any, window: tuple[int, int, int, int]) -> bool:
    """Whether a decoder that goes on over broken data still shows a window."""
    from osgeo import gdal

    gdal.SetThreadLocalConfigOption("GDAL_ERROR_ON_LIBJPEG_WARNING", "NO")
    try:
        return dataset.ReadRaster(*window) is not None
    except RuntimeError:
        return False


def _is_read(dataset: Any, window: tuple[int, int, int, int], said: list[str]) -> bool:
    """Whether a window is read without a word of broken data."""
    count = len(said)
    try:
        return dataset.ReadRaster(*window) is not None and len(said) == count
    except RuntimeError as error:
        said.append(str(error))
        return False
