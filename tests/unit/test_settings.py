# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The user's settings: typed, with defaults, with and without QGIS."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from dprk_city_atlas.plugin.core.atlas.settings import GROUP, Settings


@pytest.fixture
def stored(monkeypatch):
    """QGIS's settings as a dictionary: an ini file keeps texts and lists of texts."""
    values: dict[str, object] = {}

    class Store:
        def __init__(self):
            self.group = ""

        def beginGroup(self, name):
            self.group = name + "/"

        def childKeys(self):
            return [key[len(self.group) :] for key in values if key.startswith(self.group)]

        def value(self, name):
            return values[self.group + name]

        def setValue(self, name, value):
            values[self.group + name] = value

    monkeypatch.setitem(sys.modules, "qgis.core", SimpleNamespace(QgsSettings=Store))
    return values


def test_without_qgis_the_defaults_hold(monkeypatch):
    monkeypatch.delitem(sys.modules, "qgis.core", raising=False)
    assert Settings.read() == Settings()
    Settings.read().change(language="ko")
    assert Settings.read().language == "en"


def test_what_is_changed_is_read_again_and_nothing_else_is_stored(stored):
    Settings.read().change(language="ko", backups=3, recent=("a.gpkg",))
    assert stored == {f"{GROUP}/language": "ko", f"{GROUP}/backups": 3, f"{GROUP}/recent": ["a.gpkg"]}
    assert Settings.read() == Settings(language="ko", backups=3, recent=("a.gpkg",))


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("backups", "3", 3),
        ("backups", "many", 10),
        ("backups", None, 10),
        ("recent", "one.gpkg", ("one.gpkg",)),
        ("recent", None, ()),
        ("list_columns", [], ("name", "city")),
        ("list_columns", "name", ("name",)),
        ("name", None, ""),
    ],
)
def test_what_an_ini_file_makes_of_a_value_is_put_right(stored, name, value, read):
    stored[f"{GROUP}/{name}"] = value
    assert getattr(Settings.read(), name) == read


def test_a_setting_that_is_none_is_refused(stored):
    with pytest.raises(TypeError):
        Settings.read().change(colour="red")
    assert not stored


def test_one_backup_at_least_is_kept(stored):
    stored[f"{GROUP}/backups"] = 0
    assert Settings.read().kept_backups == 1
