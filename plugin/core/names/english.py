# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Words that British, American and wartime English spell differently: each is found by the other."""

from __future__ import annotations

_PAIRS = (
    ("theatre", "theater"), ("centre", "center"), ("metre", "meter"), ("fibre", "fiber"),
    ("harbour", "harbor"), ("labour", "labor"), ("armour", "armor"), ("colour", "color"),
    ("neighbour", "neighbor"), ("vapour", "vapor"), ("defence", "defense"), ("offence", "offense"),
    ("licence", "license"), ("fertilis", "fertiliz"), ("organis", "organiz"), ("galvanis", "galvaniz"),
    ("pasteuris", "pasteuriz"), ("mechanis", "mechaniz"), ("motoris", "motoriz"), ("mobilis", "mobiliz"),
    ("aluminium", "aluminum"), ("sulph", "sulf"), ("plough", "plow"), ("grey", "gray"), ("tyre", "tire"),
    ("mould", "mold"), ("gauge", "gage"), ("storey", "story"), ("programme", "program"),
    ("catalogue", "catalog"), ("jewellery", "jewelry"), ("vinylon", "vinalon"),
)  # fmt: skip
"""Folded parts of words, the two ways to write each."""


def other_spellings(word: str) -> list[str]:
    """Return a folded word as the other kind of English writes it; nothing for most words."""
    return [word.replace(one, other) for pair in _PAIRS for one, other in (pair, pair[::-1]) if one in word]
