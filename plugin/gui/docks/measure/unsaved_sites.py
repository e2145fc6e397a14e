# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The sites to measure, read away from the window, with edits that were not saved yet."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsFeatureRequest, QgsVectorLayer

from ....core.atlas.model import Site
from ....core.atlas.store.store import Atlas
from ....core.measure.dataset import sites_of_layer
from ....core.measure.geodesics import Geodesic
from ....core.measure.located_sites import SiteTable

Edits = dict[int, tuple[str, Optional[Site]]]
"""By feature id: identifier and site as it now is, None where it was deleted."""


def unsaved(layer: Optional[QgsVectorLayer]) -> Edits:
    """Return the unsaved edits of the sites layer (none for a layer that is not there or not edited)."""
    buffer = layer.editBuffer() if layer is not None and layer.isEditable() else None
    if buffer is None or layer is None:
        return {}
    found: Edits = {}
    deleted = list(buffer.deletedFeatureIds())
    if deleted:
        request = QgsFeatureRequest().setFilterFids(deleted)
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        for feature in layer.dataProvider().getFeatures(request):
            found[feature.id()] = (str(feature["uuid"]), None)
    features = list(buffer.addedFeatures().values())
    fids = {*buffer.changedAttributeValues(), *buffer.changedGeometries()} - set(deleted)
    features += [layer.getFeature(fid) for fid in fids if fid >= 0]
    for feature, site in zip(features, sites_of_layer(features)):
        found[feature.id()] = (site.uuid, site)
    return found


def read_sites(atlas: Atlas, geodesic: Geodesic, edits: Edits) -> tuple[Atlas, SiteTable]:
    """Return an atlas and its located sites with their index (in a worker thread)."""
    return atlas, SiteTable.read(atlas, geodesic, edits)
