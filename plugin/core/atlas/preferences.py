# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What the user prefers, from QGIS's settings; the defaults where there is no QGIS (scripts, tests)."""

from __future__ import annotations

import sys
from typing import Any

SETTINGS = "plugins/dprk_city_atlas"
NAME = "name"
BACKUPS = "backups"
ATLAS_PATH = "atlas_path"
LANGUAGE = "language"
KEEP_BACKUPS = 10


def preference(name: str, default: Any = None) -> Any:
    """Return one of the plugin's settings."""
    qgis = sys.modules.get("qgis.core")  # importing it for this alone would cost more than what asks
    return default if qgis is None else qgis.QgsSettings().value(f"{SETTINGS}/{name}", default)


def kept_backups() -> int:
    """Return how many backups of an atlas are kept, one at least."""
    try:
        return max(int(preference(BACKUPS, KEEP_BACKUPS)), 1)
    except (TypeError, ValueError):
        return KEEP_BACKUPS
