# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Claims: what the sources say in numbers, what the atlas says to it now, and what would change that."""

from __future__ import annotations

import functools
from typing import Any, Callable

from qgis.PyQt.QtWidgets import QComboBox, QVBoxLayout

from ....core.errors import AtlasError
from ....core.i18n import mark, tr
from ....core.measure.judgement import ClaimVerdict, Witness
from ...drafts import FormDraft
from ...messages import reported
from ...saving import open_for_writing
from .project_units import Flow
from .report import ReportTab
from .unsaved_sites import unsaved

HEADER = (
    mark("ClaimsTab", "Verdict"), mark("ClaimsTab", "Claim"), mark("ClaimsTab", "Stated"),
    mark("ClaimsTab", "Computed"), mark("ClaimsTab", "Why"), mark("ClaimsTab", "What would flip it"),
    mark("ClaimsTab", "Source"),
)  # fmt: skip
CHOICES = {
    "agrees": lambda item: item.verdict is ClaimVerdict.AGREES,
    "differs": lambda item: item.verdict is ClaimVerdict.DIFFERS,
    "cannot be tested": lambda item: item.verdict is ClaimVerdict.UNTESTED,
    "not independent": lambda item: item.witness is Witness.OWN,
    "contested": lambda item: item.witness is Witness.CONTESTED,
}
"""What can be shown alone, by the words of verdicts and witnesses."""


def check(edits: Any, geodesic: Any, atlas: Any, progress: Callable[[float], bool]) -> Any:
    """Compute every claim of an atlas, unsaved edits of its sites included (in a worker thread)."""
    from ....core.atlas.model import Claim
    from ....core.measure import claims
    from ....core.measure.dataset import Dataset

    dataset = Dataset.of(atlas, edits=dict(edits.values()))
    rows = atlas.rows(Claim)
    found = []
    for place, row in enumerate(rows):
        if progress(100.0 * place / len(rows)):
            break
        found.append(claims.check(row, dataset, geodesic))
    return found, dataset


class ClaimsTab(ReportTab):
    """Every claim with its verdict; the features behind the chosen one are shown on the map."""

    NAME = "claims"
    TITLE = mark("ReportTab", "checking claims")
    CLOSED = mark("ReportTab", "Open an atlas to see which of its sources' claims hold.")
    WIDTHS = (112, 230, 90, 110, 160, 160)

    def build_above(self, layout: QVBoxLayout) -> None:
        self.verdict_combo = QComboBox(self)
        self.verdict_combo.setObjectName("claimsVerdict")
        self.verdict_combo.addItem(tr("ClaimsTab", "All verdicts"), "")
        for words in CHOICES:
            self.verdict_combo.addItem(tr("Claims", words), words)
        self.verdict_combo.currentIndexChanged.connect(self._switched)
        layout.addWidget(self.verdict_combo)

    def build_below(self, layout: QVBoxLayout) -> None:
        self.detail = self.detail_label("claimsDetail", layout)

    def build_buttons(self, row: Flow) -> None:
        row.add(self.button("Add", "mActionAdd.svg", tr("ClaimsTab", "Add a claim…"), self.add))

    def compute(self) -> Callable[[Any, Callable[[float], bool]], Any]:
        edits = unsaved(self.context.open_atlas.layer("sites"))
        return functools.partial(check, edits, self.yardstick.geodesic)

    def _switched(self, _index: int) -> None:
        if self.result is not None:
            self.fill()

    def fill(self) -> None:
        found, dataset = self.result
        wanted = self.verdict_combo.currentData()
        items = [item for item in found if not wanted or CHOICES[wanted](item)]
        rows = [_cells(item, dataset) for item in items]
        self.show_rows([tr("ClaimsTab", title) for title in HEADER], rows, items)
        number = {words: sum(map(chosen, found)) for words, chosen in CHOICES.items()}
        told = tr(
            "ClaimsTab",
            "{all} claims: {agree} agree, {differ} differ, {untested} cannot be tested. {own} rest on "
            "their own author's rows alone, {contested} are contested.",
        )
        self.summary.setText(
            told.format(
                all=len(found), agree=number["agrees"], own=number["not independent"],
                differ=number["differs"], contested=number["contested"], untested=number["cannot be tested"],
            )
        )  # fmt: skip

    def choose(self, item: Any) -> None:
        self.detail.tell("" if item is None else _detail(item))
        if item is None or self.result is None:
            return
        dataset = self.result[1]
        places = [dataset.place(dataset.sites[uuid]) for uuid in item.sites if uuid in dataset.sites]
        points = [(place.lon, place.lat) for place in places if place is not None]
        self.point_out(points, item.lines)
        layer = self.context.open_atlas.layer("sites")
        if layer is not None:
            uuids = ", ".join(f"'{uuid}'" for uuid in item.sites)
            layer.selectByExpression(f'"uuid" IN ({uuids})' if uuids else "FALSE")

    @reported
    def add(self, _checked: bool = False) -> None:
        """Ask for a claim and save it."""
        self._ask()

    def resume(self, draft: Any, resumed: Callable[[], None]) -> None:
        """Go on with a claim of another session; ``resumed`` is called once it is kept anew."""
        self._ask(draft, resumed)

    def _ask(self, draft: Any = None, resumed: Callable[[], None] = lambda: None) -> None:
        from ...dialogs.claim_dialog import ClaimDialog

        atlas = open_for_writing(self.context)
        if atlas is None:
            return
        dialog = ClaimDialog(atlas, self)
        keeper = FormDraft(dialog, "claim", self.context.drafts)
        keeper.begin()
        if draft is not None:
            dialog.take_draft(draft.state)
            keeper.write()
            resumed()
        while dialog.exec() and not self._save(atlas, dialog.claim()):
            pass  # what was typed is not lost with a save that fails
        if dialog.result():
            keeper.drop()
        dialog.deleteLater()

    def _save(self, atlas: Any, claim: Any) -> bool:
        try:
            with atlas.transaction("add claim", note=claim.text) as writer:
                writer.insert(claim)
        except AtlasError as error:
            self.context.messages.error(error)
            return False
        self.saved(writer.batch, tr("ClaimsTab", "add a claim"))
        self.context.messages.info(tr("ClaimsTab", "The claim was saved."))
        return True


def _cells(item: Any, dataset: Any) -> list[str]:
    source = dataset.sources.get(item.claim.source_uuid)
    title = source.title if source is not None else ""
    return [item.outcome, item.claim.text, item.stated, item.computed, item.why, item.flip, title]


def _detail(item: Any) -> str:
    parts = (f"{item.outcome}: {item.claim.text}", item.computed, item.why, item.flip, item.claim.note)
    return "\n".join(part for part in parts if part)
