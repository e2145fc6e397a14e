# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""GDAL that raises its errors where our code asks for it, and only there."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator

_lock = threading.Lock()
_inside = 0
_before = (False, False)


@contextlib.contextmanager
def gdal_raises() -> Iterator[None]:
    """Let GDAL and OSR raise RuntimeError inside this block (or function, as a decorator).

    The switch is one for the whole process: left on, it would break other plugins that look for None.
    """
    from osgeo import gdal, osr

    global _inside, _before
    with _lock:
        if _inside == 0:
            _before = (bool(gdal.GetUseExceptions()), bool(osr.GetUseExceptions()))
            gdal.UseExceptions()
            osr.UseExceptions()
        _inside += 1
    try:
        yield
    finally:
        with _lock:
            _inside -= 1
            if _inside == 0:
                _restore(*_before)


def _restore(gdal_raised: bool, osr_raised: bool) -> None:
    from osgeo import gdal, osr

    # GDAL stacks its error handlers: they go in reverse, and not at all while somebody else's lies on top.
    with contextlib.suppress(RuntimeError):
        if not osr_raised:
            osr.DontUseExceptions()
        if not gdal_raised:
            gdal.DontUseExceptions()
