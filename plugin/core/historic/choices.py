# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What a user chooses from, in the order of the algorithms' lists; no NumPy: QGIS asks at its start."""

from __future__ import annotations

from ..i18n import mark

DATUMS = ("wgs84", "tokyo1918", "tokyo1892", "crs")
NAMES = {
    "wgs84": mark("Datums", "WGS 84"),
    "tokyo1918": mark("Datums", "Tokyo 1918"),
    "tokyo1892": mark("Datums", "Tokyo 1892"),
    "crs": mark("Datums", "Other reference system"),
}
METHODS = ("helmert", "affine", "polynomial2", "polynomial3", "tps", "projective")
TITLES = {
    "helmert": mark("Methods", "Helmert"),
    "affine": mark("Methods", "Affine"),
    "polynomial2": mark("Methods", "Polynomial 2"),
    "polynomial3": mark("Methods", "Polynomial 3"),
    "tps": mark("Methods", "Thin plate spline"),
    "projective": mark("Methods", "Projective"),
}
