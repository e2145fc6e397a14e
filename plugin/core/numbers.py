# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A number as people type it: with a decimal point or a decimal comma, in a window of any language."""

from __future__ import annotations

import math
import re

from .i18n import tr

_FORM = re.compile(r"[-+]?(?:[0-9]+(?:[.,][0-9]+)*[.,]?|[.,][0-9]+)(?:[eE][-+]?[0-9]+)?")
_SPACED = re.compile(r"(?<=[0-9])[\s\u00a0\u2007\u2009\u202f'’](?=[0-9]{3}(?![0-9]))")
_GROUPED = re.compile(r"[-+]?[1-9][0-9]{0,2},[0-9]{3}")


def not_a_number(text: str) -> ValueError:
    """Return the error of a text that states no number."""
    return ValueError(tr("Numbers", "“{text}” is not a number.").format(text=text[:60]))


def read_number(text: str) -> float:
    """Return the number that a text states; raises ValueError for what is none or not finite.

    One point or one comma is the decimal sign: ``0.5`` and ``0,5`` are the same.  Of two different signs the
    last is the decimal one (``1.234,5``, ``1,234.5``); a sign that comes twice separates thousands
    (``1,234,567``), as does a space before three digits.
    """
    compact = _SPACED.sub("", text.strip().replace("−", "-"))
    if not _FORM.fullmatch(compact):
        raise not_a_number(text)
    last = max(compact.rfind("."), compact.rfind(","))
    sign = compact[last] if last >= 0 else ""
    other = {".": ",", ",": ".", "": ""}[sign]
    if sign and compact.count(sign) == 1:
        compact = compact.replace(other, "").replace(sign, ".")
    elif sign:
        groups = re.split(r"[.,]", compact)
        if other in compact or any(len(group) != 3 for group in groups[1:]):
            raise not_a_number(text)
        compact = "".join(groups)
    value = float(compact)
    if not math.isfinite(value):
        raise not_a_number(text)
    return value


def may_be_thousands(text: str) -> bool:
    """Whether a lone comma may separate thousands: ``13,012`` is 13012 to some and 13.012 to others."""
    return bool(_GROUPED.fullmatch(text.strip()))
