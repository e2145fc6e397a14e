# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Our fits give the coordinates of QGIS's own control point transformers."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.analysis import QgsGcpTransformerInterface
from qgis.core import QgsPointXY

from dprk_city_atlas.plugin.core.historic.transforms import fit

Method = QgsGcpTransformerInterface.TransformMethod
PAIRS = {
    "helmert": (Method.Helmert, 1e-6),
    "affine": (Method.PolynomialOrder1, 1e-4),
    "polynomial2": (Method.PolynomialOrder2, 1e-4),
    "polynomial3": (Method.PolynomialOrder3, 1e-4),
    "tps": (Method.ThinPlateSpline, 1e-6),
    "projective": (Method.Projective, 1e-6),
}


def _sheet(n=20):
    rng = np.random.default_rng(9)
    source = np.column_stack([rng.uniform(0, 4000, n), -rng.uniform(0, 3000, n)])
    bent = 3e-6 * source[:, :1] * source[:, 1:]
    target = (
        source @ np.array([[1.99, 0.1], [-0.1, 2.01]]) + bent + rng.normal(0, 2, (n, 2)) + (504000, 4421000)
    )
    return source, target


@pytest.mark.parametrize("method", list(PAIRS))
def test_coordinates_equal_qgis(qgis_app, method):
    source, target = _sheet()
    kind, tolerance = PAIRS[method]
    theirs = QgsGcpTransformerInterface.createFromParameters(
        kind, [QgsPointXY(*p) for p in source], [QgsPointXY(*p) for p in target]
    )
    points = np.random.default_rng(3).uniform((300, -2700), (3700, -300), (40, 2))
    ours = fit(method, source, target).forward(points)
    for point, (x, y) in zip(points, ours):
        done, qx, qy = theirs.transform(*point)
        assert done
        assert (qx, qy) == pytest.approx((x, y), abs=tolerance)
