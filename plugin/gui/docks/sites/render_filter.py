# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A layer's own renderer that asks for fewer features while the main map draws.

Why so: ``setSubsetString`` is refused in an edit session and changes what exports and algorithms read; a
rule-based renderer tests its rule again for every feature (measured: 0.7 s for 4,000 ids) and would be saved
with the project.  Here ``filter`` alone is overridden.  The renderer stays of its type, with its legend, and
is written to a project, a style file or the clipboard by QGIS's own code, which knows of no filter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Optional

import numpy as np
import numpy.typing as npt
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsDataDefinedSizeLegend,
    QgsFeatureRenderer,
    QgsFields,
    QgsGraduatedSymbolRenderer,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
)

from ....core.search.result import FilterResult

VARIABLE = "atlas_sites_view"
"""Set in the main canvas's own scope: layouts, other views, exports and algorithms do not have it."""


@dataclass(frozen=True)
class View:
    """What the map shows now.  ``request`` is an expression ("" asks for all), ``drawn`` the same as ids;
    ``counted`` says by feature id what the legend counts (None: everything)."""

    request: str = ""
    drawn: Optional[frozenset[int]] = None
    counted: Optional[Counted] = None


class Counted:
    """Says by feature id what the legend counts; worked out when the legend first asks, in its own thread."""

    def __init__(self, found: FilterResult) -> None:
        self._found = found
        self._marks: Optional[npt.NDArray[Any]] = None

    def marks(self) -> npt.NDArray[Any]:
        """Return an array of booleans by feature id."""
        if self._marks is None:
            fids, known = self._found.fids, self._found.columns.fids
            top = int(known[-1]) if len(known) else 0
            marks = np.zeros(top + 1, bool)
            marks[fids[(fids >= 0) & (fids <= top)]] = True
            self._marks = marks
        return self._marks


class RenderFilter:
    """Shared by a filtered renderer and all its clones; ``view`` is replaced whole, never changed."""

    def __init__(self, token: str) -> None:
        self.token = token
        self.view = View()


class _Filtered:
    """What the four kinds of renderers have in common."""

    render_filter: RenderFilter
    _view: Optional[View] = None
    _counting: Optional[npt.NDArray[Any]] = None

    def startRender(self, context: Any, fields: QgsFields) -> None:
        scope = context.expressionContext()
        view = self.render_filter.view
        on_map = scope.variable(VARIABLE) == self.render_filter.token
        self._view = view if on_map else None
        # Only the legend's feature counter renders without scale and without a map.
        counts = not context.rendererScale() and not scope.hasVariable("map_id")
        self._counting = view.counted.marks() if counts and view.counted else None
        super().startRender(context, fields)  # type: ignore[misc]

    def filter(self, fields: Optional[QgsFields] = None) -> str:
        own = super().filter(fields or QgsFields())  # type: ignore[misc]
        request = self._view.request if self._view else ""
        if not request or not own or own == "TRUE":
            return request or own
        return f"({request}) AND ({own})"

    def willRenderFeature(self, feature: Any, context: Any) -> bool:
        view = self._view
        if view and view.drawn is not None and feature.id() >= 0 and feature.id() not in view.drawn:
            return False
        return super().willRenderFeature(feature, context)  # type: ignore[misc]

    def legendKeysForFeature(self, feature: Any, context: Any) -> set[str]:
        counted = self._counting
        if counted is not None:
            fid = feature.id()
            if 0 <= fid < len(counted) and not counted[fid]:
                return set()
        return super().legendKeysForFeature(feature, context)  # type: ignore[misc]

    def clone(self) -> QgsFeatureRenderer:
        return filtered(self, self.render_filter)


class _Categorized(_Filtered, QgsCategorizedSymbolRenderer):
    pass


class _Graduated(_Filtered, QgsGraduatedSymbolRenderer):
    pass


class _Single(_Filtered, QgsSingleSymbolRenderer):
    pass


class _Rules(_Filtered, QgsRuleBasedRenderer):
    pass


def _categorized(kind: type, old: Any) -> Any:
    new = kind(old.classAttribute(), old.categories())
    _copy_classes(old, new)
    return new


def _graduated(kind: type, old: Any) -> Any:
    new = kind(old.classAttribute(), old.ranges())
    new.setGraduatedMethod(old.graduatedMethod())
    if old.classificationMethod() is not None:
        new.setClassificationMethod(old.classificationMethod().clone())
    _copy_classes(old, new)
    return new


def _copy_classes(old: Any, new: Any) -> None:
    if old.sourceSymbol() is not None:
        new.setSourceSymbol(old.sourceSymbol().clone())
    if old.sourceColorRamp() is not None:
        new.setSourceColorRamp(old.sourceColorRamp().clone())
    _copy_size_legend(old, new)


def _copy_size_legend(old: Any, new: Any) -> None:
    if old.dataDefinedSizeLegend() is not None:
        new.setDataDefinedSizeLegend(QgsDataDefinedSizeLegend(old.dataDefinedSizeLegend()))


def _single(kind: type, old: Any) -> Any:
    new = kind(old.symbol().clone())
    _copy_size_legend(old, new)
    return new


def _rules(kind: type, old: Any) -> Any:
    return kind(old.rootRule().clone())


KINDS: dict[str, tuple[type, type, Callable[[type, Any], Any]]] = {
    "categorizedSymbol": (_Categorized, QgsCategorizedSymbolRenderer, _categorized),
    "graduatedSymbol": (_Graduated, QgsGraduatedSymbolRenderer, _graduated),
    "singleSymbol": (_Single, QgsSingleSymbolRenderer, _single),
    "RuleRenderer": (_Rules, QgsRuleBasedRenderer, _rules),
}
EMBEDDING = ("pointCluster", "pointDisplacement")


def filtered(renderer: Any, render_filter: RenderFilter) -> Optional[QgsFeatureRenderer]:
    """Return a copy of a renderer that goes by a filter; None for a kind that cannot (a heat map)."""
    if renderer is None:
        return None
    if renderer.type() in EMBEDDING:
        inner = filtered(renderer.embeddedRenderer(), render_filter)
        return _with_embedded(renderer, inner) if inner is not None else None
    if renderer.type() not in KINDS:
        return None
    kind, _plain_kind, copy = KINDS[renderer.type()]
    new = _common(renderer, copy(kind, renderer))
    new.render_filter = render_filter
    return new


def can_filter(renderer: Any) -> bool:
    """Tell whether ``filtered`` can copy a renderer (without copying it: that takes 10 ms)."""
    if renderer is not None and renderer.type() in EMBEDDING:
        renderer = renderer.embeddedRenderer()
    return renderer is not None and renderer.type() in KINDS


def unfiltered(renderer: Any) -> QgsFeatureRenderer:
    """Return a copy of a filtered renderer as QGIS's own, whatever a user changed in it meanwhile."""
    if renderer.type() in EMBEDDING:
        return _with_embedded(renderer, unfiltered(renderer.embeddedRenderer()))
    if not is_filtered(renderer):
        return renderer.clone()
    _kind, plain_kind, copy = KINDS[renderer.type()]
    return _common(renderer, copy(plain_kind, renderer))


def is_filtered(renderer: Any, render_filter: Optional[RenderFilter] = None) -> bool:
    """Tell whether a renderer goes by a render filter (by this one)."""
    if renderer is not None and renderer.type() in EMBEDDING:
        renderer = renderer.embeddedRenderer()
    return isinstance(renderer, _Filtered) and (
        render_filter is None or renderer.render_filter is render_filter
    )


def _with_embedded(renderer: Any, inner: QgsFeatureRenderer) -> QgsFeatureRenderer:
    new = renderer.clone()
    new.setEmbeddedRenderer(inner)
    return new


def _common(old: Any, new: Any) -> Any:
    new.setOrderBy(old.orderBy())
    new.setOrderByEnabled(old.orderByEnabled())
    new.setUsingSymbolLevels(old.usingSymbolLevels())
    new.setForceRasterRender(old.forceRasterRender())
    if old.paintEffect() is not None:
        new.setPaintEffect(old.paintEffect().clone())
    if hasattr(old, "referenceScale"):
        new.setReferenceScale(old.referenceScale())
    return new
