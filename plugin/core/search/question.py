# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A question to the columns as plain data, its answer, and what is counted afterwards; for any thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional

import numpy as np
import numpy.typing as npt
from qgis.core import (
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ..errors import Cancelled
from ..filters import TRIED, FeatureFilter
from ..i18n import tr
from . import engine
from .columns import Overlay, SiteColumns
from .criteria import CODED, SiteFilter
from .engine import Stop
from .result import FilterResult, Sort
from .text_search import sites_saying

PLACED_AT_ONCE = 50_000
"""With more hits the list comes first, the map some 50 ms later."""
FEW = 5
"""With fewer hits than this, names one typing error away are offered too."""


@dataclass(frozen=True)
class Question:
    """Everything one run of the filter needs.

    ``sources`` and ``context`` are there for an expression only; ``said`` are the feature ids of sites of
    which a source says the text that is in no name.
    """

    wanted: SiteFilter
    sort: Sort
    overlay: Overlay = field(default_factory=dict)
    sources: tuple[QgsVectorLayerFeatureSource, ...] = ()
    context: Optional[QgsExpressionContext] = None
    said: Optional[npt.NDArray[np.int64]] = None


@dataclass(frozen=True)
class Facets:
    """Counts per value and column, rows with a name one error away from the text, and the feature ids of
    sites whose sources say it (None where that was not asked)."""

    counts: dict[str, dict[str, int]]
    near: list[int]
    said: Optional[npt.NDArray[np.int64]] = None


def ask(wanted: SiteFilter, sort: Sort, overlay: Overlay, layers: Sequence[QgsVectorLayer]) -> Question:
    """Take a snapshot of everything a run of the filter needs (on the main thread)."""
    if "expression" not in wanted.active():
        return Question(wanted, sort, overlay)
    context = QgsExpressionContext()
    context.appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layers[0]))
    sources = tuple(QgsVectorLayerFeatureSource(layer) for layer in layers)
    return Question(wanted, sort, overlay, sources, context)


def answer(question: Question, columns: SiteColumns, cancelled: Stop = None) -> FilterResult:
    """Filter and sort.  Raises AtlasError for a faulty expression, Cancelled when stopped."""
    wanted = question.wanted
    fids = _matching(question, cancelled) if "expression" in wanted.active() else None
    found = engine.apply(
        wanted,
        columns,
        overlay=question.overlay,
        expression_fids=fids,
        text_fids=question.said,
        cancelled=cancelled,
    )
    found.order = found.in_order(question.sort, wanted.text if "text" in wanted.active() else "")
    if found.count <= PLACED_AT_ONCE:
        found.priority = found.by_importance()
    return found


def facets(question: Question, found: FilterResult, path: Optional[Path], cancelled: Stop = None) -> Facets:
    """Count an answer per value; for a text with few hits look for similar names, for one with none in what
    the sources in the file at ``path`` say.  Raises AtlasError and Cancelled."""
    wanted, near, said = question.wanted, [], None
    counts = {name: found.facet(name) for name in CODED.values()}
    if "text" in wanted.active() and found.count < FEW:
        near = [
            row
            for row in engine.near_misses(wanted, found.columns, cancelled=cancelled)
            if not found.mask[row] and (found.hidden is None or not found.hidden[row])
        ]
    unsaid = "text" in wanted.active() and not found.criteria["text"].any()
    if unsaid and question.said is None and path is not None:
        said = sites_saying(path, wanted.text, found.columns, cancelled)
    return Facets(counts, near, said)


def _matching(question: Question, cancelled: Stop) -> npt.NDArray[np.int64]:
    """Return the feature ids for which the question's expression is true."""
    first = question.sources[0]
    wanted = FeatureFilter(question.wanted.expression, first.fields(), question.context)
    request = wanted.request(first.getFeatures(QgsFeatureRequest().setLimit(TRIED)))
    if not wanted.expression.needsGeometry():
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(list(wanted.expression.referencedColumns()), first.fields())
    found: list[int] = []
    for source in question.sources:
        for feature in source.getFeatures(request):
            found.append(feature.id())
            if not len(found) % 1000 and cancelled and cancelled():
                raise Cancelled(tr("TextSearch", "Filtering"))
    return np.array(found, np.int64)
