# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The sites to measure, read away from the window, with edits that were not saved yet."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsFeatureRequest, QgsTask

from ....core.atlas.model import Site
from ....core.measure.dataset import sites_of_layer

Edits = dict[int, tuple[str, Optional[Site]]]
"""By feature id: identifier and site as it now is, None where it was deleted."""


def unsaved(layer: Any) -> Edits:
    """Return the unsaved edits of the sites layer (none for a layer that is not there or not edited)."""
    buffer = layer.editBuffer() if layer is not None and layer.isEditable() else None
    if buffer is None:
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


class ReadSites(QgsTask):
    """Reads the located sites and builds the index away from the window."""

    def __init__(self, atlas: Any, geodesic: Any, edits: Edits) -> None:
        super().__init__("City Atlas: reading sites", QgsTask.Flag.CanCancel)
        self.atlas = atlas
        self._geodesic, self._edits = geodesic, edits
        self.table: Any = None
        self.error: Optional[Exception] = None

    def run(self) -> bool:
        from ....core.measure.located_sites import SiteTable

        try:
            self.table = SiteTable.read(self.atlas, self._geodesic, self._edits)
        except Exception as error:  # shown by the tab: no exception may leave a task
            self.error = error
            return False
        return not self.isCanceled()
