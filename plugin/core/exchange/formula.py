# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Text that a spreadsheet would run as a formula, made inert, and back."""

from __future__ import annotations

import re

STARTS = ("=", "+", "-", "@", "\t", "\r")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")


def guarded(text: str) -> str:
    """Return ``text`` with an apostrophe before what a spreadsheet would take for a formula.

    Plain numbers stay numbers.  Text that looks guarded already gets one more, so that nothing is lost.
    """
    if text.lstrip("'").startswith(STARTS) and not NUMBER.fullmatch(text):
        return "'" + text
    return text


def unguarded(text: str) -> str:
    """Return what ``guarded`` was given."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(STARTS) else text
