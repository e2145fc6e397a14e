# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The Processing provider ``cityatlas``."""

from __future__ import annotations

from importlib import import_module

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .base import ICON

ALGORITHMS: tuple[tuple[str, str], ...] = (
    ("create", "CreateAtlas"),
    ("importkml", "ImportKml"),
    ("exportkmz", "ExportKmz"),
    ("importtable", "ImportTable"),
    ("nearest", "Nearest"),
    ("matrix", "Matrix"),
    ("rings", "Rings"),
    ("coverage", "CoverageByRings"),
    ("georeference", "Georeference"),
    ("importlines", "ImportLines"),
    ("importannotation", "ImportAnnotation"),
    ("exportannotation", "ExportAnnotation"),
    ("datumtest", "DatumTest"),
    ("survival", "Survival"),
    ("shoreline", "ShorelineChange"),
    ("checkclaims", "CheckClaims"),
    ("discrepancies", "Discrepancies"),
    ("printmap", "PrintMap"),
    ("brief", "MakeBrief"),
)
"""Module of this package and class in it, one line per algorithm, in the order of the contract."""


class CityAtlasProvider(QgsProcessingProvider):
    """Registers the algorithms; their modules are imported when QGIS asks for them."""

    def id(self) -> str:
        return "cityatlas"

    def name(self) -> str:
        return "DPRK City Atlas"

    def longName(self) -> str:
        return "DPRK City Atlas: Hamhung and Chongjin"

    def icon(self) -> QIcon:
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:
        return str(ICON)

    def loadAlgorithms(self) -> None:
        for module, name in ALGORITHMS:
            algorithm = getattr(import_module(f".{module}", __package__), name)
            self.addAlgorithm(algorithm())
