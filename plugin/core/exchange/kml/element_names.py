# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The element names of KML that the reader knows, and how else a file may spell them."""

from __future__ import annotations

import re
from typing import Dict, Iterable, Optional

from .records import ITEM_KINDS

CONTAINERS = ("kml", "Document", "Folder")
TEXT_HEADS = frozenset(("name", "visibility", "open", "description", "styleUrl"))
KNOWN_HEADS = frozenset((
    *TEXT_HEADS, "address", "phoneNumber", "Snippet", "snippet", "LookAt", "Camera", "TimeSpan", "TimeStamp",
    "Style", "StyleMap", "Schema", "Region", "Metadata", "ExtendedData", "NetworkLinkControl",
    "AddressDetails",
))  # fmt: skip
"""What may stand in a folder besides features."""
_KML_URI = re.compile(r"https?://(www\.opengis\.net|earth\.google\.com)/kml\b")
_GX_URI = "http://www.google.com/kml/ext/"


def spellings(attributes: Dict[str, str], known: Iterable[str]) -> Dict[str, str]:
    """Return the spellings that the namespaces of a tag add ("k:Placemark"), each with its usual name."""
    found: Dict[str, str] = {}
    for key, uri in attributes.items():
        prefix = key[6:] if key.startswith("xmlns:") else ""
        gx = uri.startswith(_GX_URI)
        if not prefix or (gx and prefix == "gx") or not (gx or _KML_URI.match(uri)):
            continue
        for name in (*CONTAINERS, *ITEM_KINDS, *TEXT_HEADS, *known):
            if name.startswith("gx:") == gx:
                found[f"{prefix}:{name[3:] if gx else name}"] = name
    return found


def truth(text: str) -> Optional[bool]:
    """Return the meaning of a KML boolean, None for anything else."""
    text = text.strip()
    if text in ("1", "true"):
        return True
    return False if text in ("0", "false") else None
