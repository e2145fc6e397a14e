# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What all algorithms of the provider share.

An algorithm module imports ``qgis.core`` and this module only; it imports the core function it calls
inside ``run_atlas``, so that registering the provider at start-up costs next to nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Optional, Sequence

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
)
from qgis.PyQt.QtGui import QIcon

from ..core.errors import AtlasError, Cancelled
from ..core.i18n import mark, tr

ICON = Path(__file__).resolve().parents[2] / "resources" / "icons" / "atlas.svg"
COUNTS = {
    "SITES": mark("Algorithms", "Sites"),
    "LINES": mark("Algorithms", "Lines"),
    "ROWS": mark("Algorithms", "Rows"),
    "UNLOCATED": mark("Algorithms", "Unlocated sites"),
    "ASSERTIONS": mark("Algorithms", "Assertions"),
    "TRACES": mark("Algorithms", "Traces"),
    "CLAIMS": mark("Algorithms", "Claims"),
    "OVERLAYS": mark("Algorithms", "Overlays"),
    "UPDATED": mark("Algorithms", "Updated sites"),
    "CONFLICTS": mark("Algorithms", "Conflicts"),
    "SKIPPED": mark("Algorithms", "Skipped"),
}
"""What algorithms count, by the names of their outputs."""


class AtlasAlgorithm(QgsProcessingAlgorithm):
    """An algorithm described by class attributes, with the work in ``run_atlas``.

    Subclasses set NAME (the id), TITLE, GROUP, HELP and TAGS, define their parameters in
    ``initAlgorithm`` and return the outputs from ``run_atlas``, which may raise AtlasError: the user sees
    its message and hint, the run ends as failed.
    """

    NAME = ""
    TITLE = ""
    GROUP = ("", "")
    """Group id and title."""
    HELP = ""
    TAGS: tuple[str, ...] = ()

    def name(self) -> str:
        return self.NAME

    def displayName(self) -> str:
        return tr("Algorithms", self.TITLE)

    def groupId(self) -> str:
        return self.GROUP[0]

    def group(self) -> str:
        return tr("Algorithms", self.GROUP[1])

    def shortHelpString(self) -> str:
        return tr("Algorithms", self.HELP)

    def shortDescription(self) -> str:
        return self.shortHelpString().strip().split("\n", 1)[0]

    def tags(self) -> list[str]:
        return [*self.TAGS, "hamhung", "chongjin", "dprk", "atlas"]

    def icon(self) -> QIcon:
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:
        return str(ICON)

    def createInstance(self) -> AtlasAlgorithm:
        return type(self)()

    def run_atlas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Do the work and return the outputs by name."""
        raise QgsProcessingException(f"{self.NAME} does nothing.")

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: Optional[QgsProcessingFeedback],
    ) -> dict[str, Any]:
        """Run, and tell the user what went wrong in the way Processing tells it."""
        feedback = feedback or QgsProcessingFeedback()
        try:
            outputs = self.run_atlas(parameters, context, feedback)
            stop_if_cancelled(feedback, tr("Algorithms", self.TITLE))
            return outputs
        except AtlasError as error:
            if error.detail:
                feedback.pushDebugInfo(error.detail)
            raise QgsProcessingException(str(error)) from error
        except OSError as error:
            raise QgsProcessingException(_os_error(error)) from error

    # -- reading parameters --------------------------------------------------------------------------

    def path(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext, *, exists: bool = True
    ) -> Path:
        """Return a file parameter's path; raises AtlasError when it is empty or, if asked, not there."""
        text = self.parameterAsFile(parameters, name, context)
        title = self.parameterDefinition(name).description()
        if not text:
            raise AtlasError(
                tr("Algorithms", "{title} ({name}) is empty.").format(title=title, name=name),
                hint=tr("Algorithms", "Name a file."),
            )
        path = Path(text)
        if exists and not path.is_file():
            raise AtlasError(
                tr("Algorithms", "{title} ({name}): there is no file {path}.").format(
                    title=title, name=name, path=path
                )
            )
        return path

    def output_path(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> Optional[Path]:
        """Return where a file output is to go, or None when it was not asked for.

        Raises AtlasError when its folder does not exist, before any work is done.
        """
        text = self.parameterAsFileOutput(parameters, name, context)
        if not text:
            return None
        path = Path(text)
        if not path.parent.is_dir():
            raise AtlasError(
                tr("Algorithms", "{name}: the folder {parent} does not exist.").format(
                    name=name, parent=path.parent
                ),
                hint=tr("Algorithms", "Make it first."),
            )
        return path

    def field(self, parameters: dict[str, Any], name: str, layer: str, context: QgsProcessingContext) -> str:
        """Return the field chosen of the layer parameter ``layer``, "" for none; raises AtlasError if absent.

        Only QGIS's dialog checks that a field exists; scripts and ``qgis_process`` may name any.
        """
        text = self.parameterAsString(parameters, name, context)
        source = self.parameterAsSource(parameters, layer, context)
        if text and source is not None and source.fields().lookupField(text) < 0:
            known = ", ".join(source.fields().names())
            raise AtlasError(
                tr("Algorithms", "{layer} has no field {text} ({name}).").format(
                    layer=layer, text=text, name=name
                ),
                hint=tr("Algorithms", "It has: {known}.").format(known=known),
            )
        return text

    def keep_inputs(
        self, parameters: dict[str, Any], inputs: Sequence[str], context: QgsProcessingContext
    ) -> None:
        """Raise AtlasError when an output would replace the file of one of these layer parameters."""
        layers = (self.parameterAsVectorLayer(parameters, name, context) for name in inputs)
        given = [layer.source().partition("|")[0] for layer in layers if layer is not None]
        outputs = []
        for definition in self.destinationParameterDefinitions():
            value = parameters.get(definition.name())
            if isinstance(value, QgsProcessingOutputLayerDefinition):
                value = value.sink.staticValue()
            outputs.append(str(value or "").partition("|")[0])
        refuse_inputs(given, outputs)


def refuse_inputs(inputs: Sequence[Any], outputs: Sequence[Any]) -> None:
    """Raise AtlasError when an output would overwrite a file that the algorithm reads."""
    for output in (Path(str(name)) for name in outputs if name):
        if any(_same_file(output, Path(str(name))) for name in inputs if name):
            raise AtlasError(
                tr("Algorithms", "{output} is an input.").format(output=output.name),
                hint=tr("Algorithms", "Choose another name for the result."),
            )


def _same_file(first: Path, second: Path) -> bool:
    try:
        return first.samefile(second)
    except (OSError, ValueError):  # not there, or a layer's source that is no file name at all
        return False


def progress_of(feedback: QgsProcessingFeedback) -> Callable[[float], bool]:
    """Return what the core tells its progress to: a share of the work; False from it means stop."""

    def step(share: float) -> bool:
        feedback.setProgress(100.0 * share)
        return not feedback.isCanceled()

    return step


def stop_if_cancelled(feedback: QgsProcessingFeedback, what: str) -> None:
    """Raise Cancelled once the user has asked to stop."""
    if feedback.isCanceled():
        raise Cancelled(what)


def _os_error(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}."
