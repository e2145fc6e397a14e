# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Every kind of nothing that QGIS hands out becomes the default, everything else a plain value."""

from __future__ import annotations

import datetime as dt
import json

from qgis.core import NULL, QgsFeature, QgsField, QgsFields
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime, QVariant

from dprk_city_atlas.plugin import compat
from dprk_city_atlas.plugin.core.atlas.store.rows import plain


def test_every_kind_of_nothing_is_the_default(monkeypatch):
    class Unset:
        """What QGIS 3.28 and later have; a stand-in where this QGIS is older."""

        def __str__(self):
            return "<QgsUnsetAttributeValue: 4>"

    fields = QgsFields()
    fields.append(QgsField("a", compat.FieldType.TEXT))
    fields.append(QgsField("b", compat.FieldType.INT))
    empty = QgsFeature(fields)
    monkeypatch.setattr(compat, "_UNSET", (Unset, *([compat._UNSET] if compat._UNSET else [])))
    for nothing in (None, NULL, QVariant(), *empty.attributes(), Unset(), QDate(), QDateTime()):
        assert plain(nothing) is None
        assert plain(nothing, 4) == 4


def test_values_are_plain():
    moment = QDateTime(QDate(1946, 5, 1), QTime(12, 30), Qt.TimeSpec.UTC)
    pairs = [
        ("함흥", "함흥"), ("a\0b", "ab"), (1, 1), (1.5, 1.5), (True, True), ("", ""), (0, 0),
        (QDate(1946, 5, 1), "1946-05-01"), (moment, "1946-05-01T12:30:00.000Z"),
        (dt.date(1946, 5, 1), "1946-05-01"), (QVariant("함흥"), "함흥"), (QVariant(7), 7),
    ]  # fmt: skip
    for value, wanted in pairs:
        assert plain(value) == wanted
        assert type(plain(value)) is type(wanted)
        json.dumps(plain(value))
