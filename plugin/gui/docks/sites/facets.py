# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Lists of values to choose from, each with the number of sites it would show."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Optional

from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ....core.atlas.vocabulary import Confidence, Likelihood, Status, word
from ....core.i18n import tr

VALUE = Qt.ItemDataRole.UserRole
MOST_ROWS = 9
DEGREES = {choice.value: choice for choices in (Status, Likelihood, Confidence) for choice in choices}
"""The values of controlled lists, in their order."""
ORDER = {value: place for place, value in enumerate(DEGREES)}
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class FacetTree(QTreeWidget):
    """Checkable values with counts; nothing checked asks for nothing."""

    chosen = pyqtSignal(object)
    """A frozenset of the checked values."""

    def __init__(self, name: str, title: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(8)  # the counts take no more than they need
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._leaves: dict[str, QTreeWidgetItem] = {}
        self._quiet = False
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.timeout.connect(self._tell)
        self.itemChanged.connect(self._changed)
        self.itemExpanded.connect(self.fit)
        self.itemCollapsed.connect(self.fit)

    def add(
        self,
        value: Optional[str],
        label: str,
        icon: Optional[QIcon] = None,
        under: Optional[QTreeWidgetItem] = None,
    ) -> QTreeWidgetItem:
        """Add a value, or with None a heading whose box checks everything below it."""
        self._quiet = True
        item = QTreeWidgetItem(under if under is not None else self, [label, ""])
        flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
        item.setFlags(flags | Qt.ItemFlag.ItemIsAutoTristate if value is None else flags)
        item.setCheckState(0, UNCHECKED)
        item.setData(0, VALUE, value)
        item.setToolTip(0, label.replace("<", "‹"))
        item.setTextAlignment(1, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
        if icon is not None:
            item.setIcon(0, icon)
        if value is None:
            self.setRootIsDecorated(True)
        else:
            self._leaves[value] = item
        self._quiet = False
        return item

    def clear(self) -> None:
        """Remove all values."""
        self._leaves.clear()
        super().clear()

    def set_counts(self, counts: Mapping[str, int], labels: Optional[Mapping[str, str]] = None) -> None:
        """Show how many sites each value has; values not seen before are added."""
        new = set(counts) - set(self._leaves)
        for value in new:
            self.add(value, (labels or {}).get(value) or _word(value))
        self._quiet = True
        if new and not self.rootIsDecorated():
            self._put_in_order()
        for value, item in self._leaves.items():
            number = counts.get(value, 0)
            item.setText(1, f"{number:,}")
            item.setDisabled(not number and item.checkState(0) == UNCHECKED)
        for place in range(self.topLevelItemCount()):
            heading = self.topLevelItem(place)
            if heading.data(0, VALUE) is None:
                below = [heading.child(i).data(0, VALUE) for i in range(heading.childCount())]
                heading.setText(1, f"{sum(counts.get(value, 0) for value in below):,}")
        self._quiet = False
        self.fit()

    def _put_in_order(self) -> None:
        """Controlled values in the order of their list, the rest by what is read, none of it last."""
        items = {
            value: self.takeTopLevelItem(self.indexOfTopLevelItem(i)) for value, i in self._leaves.items()
        }

        def place(value: str) -> tuple[bool, int, str]:
            degree = ORDER.get(value, len(ORDER))
            return not value, degree, items[value].text(0).casefold()

        self.addTopLevelItems([items[value] for value in sorted(items, key=place)])

    def fit(self, *_args: object) -> None:
        """Be as high as the open rows need, up to some."""
        tops = [self.topLevelItem(place) for place in range(self.topLevelItemCount())]
        rows = sum(1 + (item.childCount() if item.isExpanded() else 0) for item in tops)
        most = MOST_ROWS * 2 if self.rootIsDecorated() else MOST_ROWS
        height = max(self.sizeHintForRow(0), self.fontMetrics().height() + 2)
        self.setFixedHeight(max(1, min(rows, most)) * height + 2 * self.frameWidth() + 4)

    def values(self) -> frozenset[str]:
        """Return the checked values."""
        return frozenset(v for v, item in self._leaves.items() if item.checkState(0) == CHECKED)

    def set_values(self, values: frozenset[str]) -> None:
        """Check exactly these values, without telling."""
        self._quiet = True
        for value in values - set(self._leaves):
            self.add(value, _word(value))
            self._quiet = True
        for value, item in self._leaves.items():
            item.setCheckState(0, CHECKED if value in values else UNCHECKED)
        self._quiet = False

    def words(self, values: Collection[str]) -> list[str]:
        """Return what some values are called, in the order of the list: a whole group by its heading."""
        left = {value for value in values if value not in self._leaves}
        found = []
        for item in map(self.topLevelItem, range(self.topLevelItemCount())):
            below = [item.child(place) for place in range(item.childCount())] or [item]
            chosen = [leaf for leaf in below if leaf.data(0, VALUE) in values]
            whole = len(chosen) == len(below) and item.data(0, VALUE) is None
            found += [item.text(0)] if whole else [leaf.text(0) for leaf in chosen]
        return found + sorted(left)

    def _changed(self, _item: QTreeWidgetItem, column: int) -> None:
        if self._quiet or column:
            return
        # A heading that is checked changes its children one by one: told once, after the last of them.
        self._quiet = True
        self._telling.start()

    def _tell(self) -> None:
        self._quiet = False
        self.chosen.emit(self.values())


def _word(value: str) -> str:
    """Return what a value is called: those of the controlled lists in the user's language."""
    if not value:
        return tr("Facets", "none")
    return word(DEGREES[value]) if value in DEGREES else value


class Section(QWidget):
    """A heading that folds what is below it away."""

    def __init__(self, name: str, title: str, content: QWidget, unfolded: bool = False) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._button = QToolButton(self)
        self._button.setObjectName(f"section_{name}")
        self._button.setText(title)
        self._button.setCheckable(True)
        self._button.setAutoRaise(True)
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._button.toggled.connect(self._fold)
        self._content = content
        layout.addWidget(self._button)
        layout.addWidget(content)
        self._button.setChecked(unfolded)
        self._fold(unfolded)

    def _fold(self, unfolded: bool) -> None:
        self._button.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        self._content.setVisible(unfolded)
