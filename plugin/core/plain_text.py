# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Text from data where QGIS evaluates what stands between ``[%`` and ``%]``: it is shown, never run."""

from __future__ import annotations

OPENING = "[%"
JOINER = "\u2060"
"""Word joiner: it has no width and allows no line break."""


def unevaluated(text: str) -> str:
    """Return a text that QGIS shows as it is, for labels, legends, tips, names, titles and variables.

    An expression that it may hold is taken apart by a sign without width, and is not evaluated.
    """
    return text.replace(OPENING, f"{OPENING[0]}{JOINER}{OPENING[1]}")
