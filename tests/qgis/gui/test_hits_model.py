# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The list of distances before anything was computed: it copies as an empty table."""

from __future__ import annotations


def test_a_list_without_hits_copies_as_its_header_alone(qgis_app):
    from dprk_city_atlas.plugin.gui.models.hits_model import HitsModel

    model = HitsModel(None)
    assert len(model.spreadsheet()) == 1
    assert model.sentences() == []
