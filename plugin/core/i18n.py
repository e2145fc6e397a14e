# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The user's language: the one way in which a text that a person reads is translated.

A text is written where it is shown, as a literal, with the context that translators see it under:
``tr("SitesDock", "Filter")``.  A text that stands in a table and is shown elsewhere is marked there,
``mark("SitesDock", "Filter")``, and translated where it is shown by ``tr("SitesDock", text)``.
``scripts/translations.py`` finds both.  Values are put in after translating, by name:
``tr("Store", "{file} is not an atlas.").format(file=path.name)``.
"""

from __future__ import annotations

from typing import Optional

try:
    from qgis.PyQt.QtCore import QCoreApplication
except ImportError:  # scripts and tests without QGIS speak English
    QCoreApplication = None


def tr(context: str, text: str, n: Optional[int] = None) -> str:
    """Return ``text`` in the user's language; with ``n``, in that number's plural form, ``%n`` put in."""
    if QCoreApplication is None:
        return text if n is None else text.replace("%n", str(n))
    return QCoreApplication.translate(context, text, None, -1 if n is None else n)


def mark(_context: str, text: str) -> str:
    """Return ``text`` as it is: a table's text, to be translated where it is shown."""
    return text
