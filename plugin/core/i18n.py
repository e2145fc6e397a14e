# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The user's language: the one way in which a text that a person reads is translated.

A text is written where it is shown, as a literal, with the context that translators see it under:
``tr("SitesDock", "Filter")``.  A text that stands in a table and is shown elsewhere is marked there,
``mark("SitesDock", "Filter")``, and translated where it is shown by ``tr("SitesDock", text)``.
``scripts/translations.py`` finds both.  Values are put in after translating, by name:
``tr("Store", "{file} is not an atlas.").format(file=path.name)``.

A map sheet or a brief may be in another language than the window: what is made within
``with in_language("ko"):`` is in that one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Optional

try:
    from qgis.PyQt.QtCore import QCoreApplication, QTranslator
except ImportError:  # scripts and tests without QGIS speak English
    QCoreApplication = QTranslator = None

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "i18n"
_loaded: dict[str, Optional[QTranslator]] = {}
"""The translators that were asked for, by language; None where there is no such file."""
_installed: list[QTranslator] = []
ENGLISH, KOREAN = "en", "ko"
"""The languages that names and sheets come in."""
_other: ContextVar[str] = ContextVar("other_language", default="")
"""The language of a sheet being made, where it is not the window's."""


def tr(context: str, text: str, n: Optional[int] = None) -> str:
    """Return ``text`` in the user's language; with ``n``, in that number's plural form, ``%n`` put in."""
    if n is None:
        return _translated(context, text, -1)
    said = text.replace("%n", str(n))
    translated = _translated(context, text, n).replace("%n", str(n))
    if translated != said or QCoreApplication is None:
        return translated
    # Not translated: English has two forms as well, in a file of their own.
    english = _translator(ENGLISH)
    form = english.translate(context, text.encode(), None, n) if english is not None else ""
    return form.replace("%n", str(n)) if form else said


def _translated(context: str, text: str, n: int) -> str:
    if QCoreApplication is None:
        return text
    if not _other.get():
        return QCoreApplication.translate(context, text, None, n)
    other = _translator(_other.get())
    # As bytes: PyQt lets QTranslator have ASCII only where it gets a text.
    return (other.translate(context, text.encode(), None, n) if other is not None else "") or text


@contextmanager
def in_language(wanted: str) -> Iterator[None]:
    """Let ``tr`` speak another language than the window's (in this thread, until the block ends).

    ``en`` stands for whatever language the window has, unless that is Korean: the names on a German user's
    sheet are English ones, its headings are German.
    """
    window = ENGLISH if QCoreApplication is None else language().partition("_")[0]
    token = _other.set(wanted if wanted != window and KOREAN in (wanted, window) else "")
    try:
        yield
    finally:
        _other.reset(token)


def mark(_context: str, text: str) -> str:
    """Return ``text`` as it is: a table's text, to be translated where it is shown."""
    return text


def language() -> str:
    """Return the code of the language that QGIS speaks, such as ``ko`` or ``pt_BR``.

    The desktop's translation is what ``--lang``, the user's override or the system says, in this order.
    ``qgis_process`` sets none; there ``locale()`` tells the override or the system's language.
    """
    from qgis.core import QgsApplication

    return QgsApplication.instance().translation() or QgsApplication.locale()


def install() -> None:
    """Let ``tr`` answer in QGIS's language, where there is a translation; again in a changed language."""
    remove()
    translator = _translator(language())
    if translator is not None:
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)


def remove() -> None:
    """Undo ``install``."""
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())


def _translator(code: str) -> Optional[QTranslator]:
    """The translator of a language; ``ko_KR`` finds the file of ``ko``."""
    if code not in _loaded:
        translator = QTranslator()
        found = translator.load(f"dprk_city_atlas_{code}", str(FOLDER))
        _loaded[code] = translator if found else None
    return _loaded[code]
