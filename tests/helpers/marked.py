# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A language in which every text stands in brackets, ⟦so⟧: what shows without them was never translated."""

from __future__ import annotations

import csv
import html
import re
import sqlite3
from pathlib import Path

import translations
from places import LAYERS, ROOT
from translations import Entry

LANGUAGE = "xx"
OPEN, CLOSE = "⟦", "⟧"
OURS = {"dprk city atlas", "city atlas", "hamhung-chongjin"}
# Symbols of the field, names of programs and formats: the same in every language.
SYMBOLS = set(
    "m km km² ha ft mi nmi mm cm px dpi rad gon lon lat WGS MGRS UTM DMS EPSG PROJ GDAL KML KMZ CSV"
    " GeoPackage QGIS PDF PNG SVG GeoJSON GeoTIFF TIFF JSON SHA DPRK N S E W NE NW SE SW NNE NNW ENE ESE SSE"
    " SSW WNW WSW RMSE SCE NSM EPR LRR WLR LR2 WR2 TPS NaN gpkg txt html xlsx ods"
    " points tif jpg jpeg Ctrl Shift Alt Del Esc Return".lower().split()
)


def make(folder: Path) -> Path:
    """Write the language into a folder of translations and compile it; returns the compiled file."""
    texts, _problems = translations.extract()
    entries = [Entry(text, [_mark(text.source)] * (2 if text.plural else 1)) for text in texts]
    path = folder / f"{translations.NAME}_{LANGUAGE}.ts"
    # Qt asks for the plurals of a language it knows.
    path.write_text(translations.as_ts(entries, "en"), encoding="utf-8")
    return translations.compiled(path)


def _mark(text: str) -> str:
    """In brackets, line by line: a text may be cut at its lines."""
    return "\n".join(f"{OPEN}{line}{CLOSE}" if line.strip() else line for line in text.split("\n"))


def without_marked(text: str) -> str:
    """What stands outside all brackets."""
    out, depth = [], 0
    for letter in text:
        depth += letter == OPEN
        if depth == 0:
            out.append(letter)
        depth = max(0, depth - (letter == CLOSE))
    return "".join(out)


class Data:
    """What the data say: names and values, which stay as they are in every language."""

    def __init__(self, path: Path) -> None:
        self.values = {*OURS, path.stem.lower()}
        for table in (*LAYERS.glob("*.csv"), ROOT / "resources" / "backgrounds.csv"):
            with table.open(encoding="utf-8", newline="") as rows:
                cells = [cell for row in csv.reader(rows) for cell in row]
            self.values.update(chunk for cell in cells for chunk in _chunks(cell))
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            for (table,) in names:
                if table.startswith(("rtree_", "sqlite_", "layer_styles")):
                    continue
                for row in connection.execute(f'SELECT * FROM "{table}"'):
                    for value in row:
                        if isinstance(value, str):
                            self.values.update(_chunks(value))
        finally:
            connection.close()
        self.text = "\n".join(sorted(self.values))

    def holds(self, chunk: str) -> bool:
        """Tell whether the data have this text: as a value, or several words of one."""
        unit = re.sub(r"^[\d .]+", "", chunk)  # "11 markets": a number and the unit of a figure
        return chunk in self.values or unit in self.values or (chunk.count(" ") > 1 and chunk in self.text)

    def unmarked(self, text: str) -> str:
        """Return what of a text shown was neither translated nor data, or nothing."""
        plain = html.unescape(re.sub(r"<(style|script)\b.*?</\1>|<[^>]*>", "\n", text, flags=re.S))
        plain = re.sub(r"(?<!\w)[~/]\S*/\S*", "\n", plain)  # paths
        rest = without_marked(re.sub(r"&(?=\w)", "", plain))  # access keys
        left = [chunk for chunk in _chunks(rest) if not self.holds(chunk) and not _symbols(chunk)]
        return " … ".join(left)


def _chunks(text: str) -> list[str]:
    parts = re.split(r"[\u3000-\ud7ff\n\t,;:()\[\]{}“”\"'‘’/|…·•–—=+*<>&\u200b]|\. |\.$|  ", text)
    return [part for part in (part.strip(" .!?-").lower() for part in parts) if re.search(r"[a-z]{2}", part)]


def _symbols(chunk: str) -> bool:
    words = re.findall(r"[a-zA-Zµ²]+", chunk)
    return all(word.lower() in SYMBOLS or len(word) < 2 for word in words) or bool(
        # paths, file names, identifiers, addresses
        re.fullmatch(r"\S*[\\/_.@#]\S*|\S*\d\S*", chunk)
    )
