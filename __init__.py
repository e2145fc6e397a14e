# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Entry point that QGIS calls; everything else lives in ``plugin/``."""


def classFactory(iface):  # noqa: N802 (the name is QGIS's)
    """Return the plugin object for this QGIS interface."""
    from .plugin.plugin import CityAtlasPlugin

    return CityAtlasPlugin(iface)
