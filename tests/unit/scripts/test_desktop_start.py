# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The environment in which the scripts start QGIS."""

from __future__ import annotations

import os

import qgis_desktop


def test_qgis_finds_the_systems_python_first(monkeypatch, tmp_path):
    """A python3 of conda or pyenv before it on PATH would leave QGIS without PyQGIS."""
    other = tmp_path / "conda" / "bin"
    monkeypatch.setenv("PATH", os.pathsep.join([str(other), os.environ["PATH"]]))
    monkeypatch.setattr(qgis_desktop.shutil, "which", lambda name: f"{tmp_path}/bin/{name}")
    path = qgis_desktop._environment({}, str(tmp_path))["PATH"].split(os.pathsep)
    assert path[0] == str(tmp_path / "bin")
    assert str(other) in path
