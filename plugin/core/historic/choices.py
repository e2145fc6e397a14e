# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What a user chooses from, in the order of the algorithms' lists; no NumPy: QGIS asks at its start."""

from __future__ import annotations

DATUMS = ("wgs84", "tokyo1918", "tokyo1892", "crs")
NAMES = {
    "wgs84": "WGS 84",
    "tokyo1918": "Tokyo 1918",
    "tokyo1892": "Tokyo 1892",
    "crs": "Other reference system",
}
METHODS = ("helmert", "affine", "polynomial2", "polynomial3", "tps", "projective")
TITLES = {
    "helmert": "Helmert",
    "affine": "Affine",
    "polynomial2": "Polynomial 2",
    "polynomial3": "Polynomial 3",
    "tps": "Thin plate spline",
    "projective": "Projective",
}
