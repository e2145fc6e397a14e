# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The ellipsoid that a project measures on, for our own geodesics."""

from __future__ import annotations

from qgis.core import QgsEllipsoidUtils

from ..errors import AtlasError
from ..i18n import tr
from .geodesics import WGS84, Ellipsoid

PLANAR = ("", "NONE")


def ellipsoid_of(acronym: str) -> Ellipsoid:
    """Return the ellipsoid behind QGIS's acronym (``EPSG:7030``, ``PARAMETER:a:b``).

    WGS 84 where a project has none set: nothing of ours is ever measured in the plane.
    """
    if acronym.upper() in PLANAR:
        return WGS84
    found = QgsEllipsoidUtils.ellipsoidParameters(acronym)
    if not found.valid:
        raise AtlasError(
            tr("Measure", "The ellipsoid “{acronym}” is not known.").format(acronym=acronym),
            hint=tr("Measure", "Choose another in the project's properties."),
        )
    flattening = 1.0 - found.semiMinor / found.semiMajor
    if not found.useCustomParameters and found.inverseFlattening > 0.0:
        flattening = 1.0 / found.inverseFlattening
    return Ellipsoid(_name(acronym), found.semiMajor, flattening, acronym)


def _name(acronym: str) -> str:
    for definition in QgsEllipsoidUtils.definitions():
        if definition.acronym == acronym:
            return definition.description.split(" (")[0]
    return acronym
