# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What the user has chosen once for all: read from QGIS's settings, the defaults where there is no QGIS.

This is the one door to them: ``Settings.read().language``, ``Settings.read().change(language="ko")``.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, fields, replace
from typing import Any

GROUP = "plugins/dprk_city_atlas"
"""The settings stand under it, each by the name of its field."""


@dataclass(frozen=True)
class Settings:
    """The plugin's settings as they are now."""

    name: str = ""
    """How the user is called in the history; empty: the name of the account."""
    atlas_path: str = ""
    """The atlas that opens when none is named; empty: the one in the profile."""
    language: str = "en"
    """Of the labels on the map: ``en`` or ``ko``."""
    backups: int = 10
    """How many backups of an atlas are kept."""
    recent: tuple[str, ...] = ()
    """The atlases opened last, newest first."""
    background_address: str = ""
    """The XYZ address that the user gave last."""
    measure_units: str = "metric"
    list_columns: tuple[str, ...] = ("name", "city")
    """The columns that the list of sites shows."""
    follow_hits: bool = True
    """Whether the map goes to what is found in the Sites dock."""
    list_places: tuple[str, ...] = ()
    """Place and width of the list's columns, ``name:width`` in order."""

    @classmethod
    def read(cls) -> Settings:
        """Return the settings as they are now; what is not stored, or makes no sense, is the default."""
        qgis = sys.modules.get("qgis.core")  # importing it for this alone would cost more than what asks
        if qgis is None:
            return cls()
        store = qgis.QgsSettings()
        store.beginGroup(GROUP)
        stored = set(store.childKeys())
        values = {
            item.name: _as(item.default, store.value(item.name))
            for item in fields(cls)
            if item.name in stored
        }
        return cls(**values)

    def change(self, **values: Any) -> None:
        """Store new values; raises TypeError for what is no setting.  Without QGIS nothing is kept."""
        changed = replace(self, **values)
        qgis = sys.modules.get("qgis.core")
        if qgis is not None:
            store = qgis.QgsSettings()
            for name in values:
                value = getattr(changed, name)
                store.setValue(f"{GROUP}/{name}", list(value) if isinstance(value, tuple) else value)

    @property
    def kept_backups(self) -> int:
        """How many backups of an atlas are kept, one at least."""
        return max(self.backups, 1)


def _as(default: Any, value: Any) -> Any:
    """Return a stored value in the type of its default: an ini file knows texts and lists of texts only."""
    try:
        if isinstance(default, tuple):
            return ((value,) if isinstance(value, str) else tuple(map(str, value))) if value else default
        if isinstance(default, bool):
            return default if value is None else str(value).lower() in ("true", "1")
        return type(default)(value) if value is not None else default
    except (TypeError, ValueError):
        return default
