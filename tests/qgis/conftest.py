# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The shipped atlas, made once, and copies of it for whoever changes something."""

from __future__ import annotations

import shutil

import pytest
from qgis.core import QgsProject


@pytest.fixture(scope="session")
def shipped(qgis_app, tmp_path_factory):
    """The file of the shipped atlas; nobody writes to it."""
    from dprk_city_atlas.plugin.core.atlas import shipped as library

    path = tmp_path_factory.mktemp("shipped") / "atlas.gpkg"
    library.make(path)
    return path


@pytest.fixture
def atlas(shipped, tmp_path):
    """A copy of the shipped atlas, open."""
    from dprk_city_atlas.plugin.core.atlas.store import store

    folder = tmp_path / "atlas"
    folder.mkdir()
    return store.open_atlas(shutil.copy(shipped, folder / "atlas.gpkg"))


@pytest.fixture
def project(qgis_app):
    """QGIS's project, empty before and after."""
    instance = QgsProject.instance()
    instance.clear()
    yield instance
    instance.clear()


@pytest.fixture
def loaded(atlas, project):
    """The project with the atlas in it."""
    from dprk_city_atlas.plugin.core.atlas.layers import project as layers

    layers.load(atlas, project)
    return project


@pytest.fixture
def layer(loaded):
    """A function that returns the loaded layer of a role."""
    from dprk_city_atlas.plugin.core.atlas.layers.layer_roles import find

    return lambda role: find(loaded, role)
