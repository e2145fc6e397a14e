# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Draws the family of map markers into ``resources/svg`` from the badges and glyphs below.

``layers/categories.csv`` says which category has which badge (column ``domain``) and colour; this file holds
only shapes.  Everything is plain paths, so that Qt's SVG Tiny renderer and browsers agree.

    python scripts/make_markers.py            write the SVG files
    python scripts/make_markers.py --check    fail if a committed file differs from what would be written
    python scripts/make_markers.py --sheet    draw the contact sheets into build/markers (needs QGIS or PyQt)
"""

from __future__ import annotations

import argparse
import csv
import math
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
CATEGORIES = ROOT / "layers" / "categories.csv"
TARGET = ROOT / "resources" / "svg"

HEAD = (
    "<!-- SPDX-License-Identifier: GPL-2.0-or-later -->\n"
    "<!-- SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors -->\n"
)
WHITE = "#ffffff"
INK = "#171717"
HALO = 1.5  # outside the badge, in grid units: one pixel at 16 px
# The inner badge of a ringed or hollow marker, as a share of the whole; a small dot needs a broader ring.
RING, DOT_RING = 0.84, 0.72
GLYPH_IN_RING = 0.88  # keeps wide glyphs clear of the ring
RING_TINT = 0.42  # opacity of the ring's colour over white
WIDTHS = {"S": 2, "T": 1.5, "C": 1.4}  # stroke widths of the glyph kinds below
NOTCH = "M17.8 1.7A4.5 4.5 0 0 1 17.8 10.7A4.5 4.5 0 0 1 17.8 1.7Z"
VARIANTS = ("", "-probable", "-possible")


def rounded(points: list[tuple[float, float]], radius: float) -> str:
    """Return the path of a polygon whose corners are arcs of ``radius`` (grid units)."""
    steps = []
    for i, (x, y) in enumerate(points):
        ends = []
        (ax, ay), (bx, by) = points[i - 1], points[(i + 1) % len(points)]
        a, b = math.atan2(ay - y, ax - x), math.atan2(by - y, bx - x)
        cut = radius / math.tan(abs(math.remainder(b - a, 2 * math.pi)) / 2)
        for angle in (a, b):
            ends.append(f"{x + cut * math.cos(angle):.2f} {y + cut * math.sin(angle):.2f}")
        steps.append(f"{'L' if i else 'M'}{ends[0]}A{radius:g} {radius:g} 0 0 1 {ends[1]}")
    return "".join(steps) + "Z"


def regular(count: int, radius: float, cx: float, cy: float) -> list[tuple[float, float]]:
    """Return a regular polygon with one corner straight up, clockwise."""
    turn = [2 * math.pi * i / count for i in range(count)]
    return [(cx + radius * math.sin(t), cy - radius * math.cos(t)) for t in turn]


class Badge(NamedTuple):
    """An outline and the centre about which it shrinks for the ring."""

    path: str
    cx: float = 12.0
    cy: float = 12.0


BADGES = {
    "military": Badge("M12 2A10 10 0 0 1 12 22A10 10 0 0 1 12 2Z"),
    "industry": Badge(rounded([(2.5, 2.5), (21.5, 2.5), (21.5, 21.5), (2.5, 21.5)], 2.5)),
    "state": Badge(rounded(regular(5, 11.3, 12, 12.9), 2.5), cy=12.5),
    "transport": Badge(rounded(regular(4, 11.3, 12, 12), 2.5)),
    "heritage": Badge("M12 2L19 3.4Q21 3.8 21 5.8V11C21 17 17 20.3 12 22C7 20.3 3 17 3 11V5.8Q3 3.8 5 3.4Z"),
    "education": Badge("M2.5 11.5A9.5 9.5 0 0 1 21.5 11.5V19.5Q21.5 21.5 19.5 21.5H4.5Q2.5 21.5 2.5 19.5Z"),
    "place": Badge("M12 5.5A6.5 6.5 0 0 1 12 18.5A6.5 6.5 0 0 1 12 5.5Z"),
}

# A glyph is a list of "kind path": F filled, S stroked 2 units, T stroked 1.5 units, in white; K and C are
# filled and stroked in the badge's colour (cut out).  Coordinates are those of the 24-unit grid.
GLYPHS: dict[str, list[str]] = {
    "air_defence_aaa": ["S M7 17.2L12 6.2L17 17.2M8.9 13.6H15.1"],
    "air_defence_sam": [
        "F M17.9 6.1C18.1 8.4 17.5 10 16 11.5L15.3 12.2V15.4L13.2 17.5L12.2 15.3L8.7 11.8L6.5 10.8L8.6 8.7"
        "H11.8L12.5 8C14 6.5 15.6 5.9 17.9 6.1Z",
        "S M9.2 14.8L6.8 17.2",
    ],
    "radar": [
        "F M6.2 7.3A7.6 7.6 0 0 0 16.7 17.8Z",
        "S M11.7 12.3L15.2 8.8",
        "F M16 6.2A1.9 1.9 0 0 1 16 10A1.9 1.9 0 0 1 16 6.2Z",
    ],
    "airbase": [
        "F M12 4C12.9 5 13.3 6.6 13.4 9.4L19.2 14.6V16.6L13.4 15.2V16.8L15.6 18.6V19.6H8.4V18.6"
        "L10.6 16.8V15.2L4.8 16.6V14.6L10.6 9.4C10.7 6.6 11.1 5 12 4Z"
    ],
    "artillery": [
        "F M9.2 10.2L17.8 5L19.4 7.6L14 12.6Z",
        "F M10 9.6A4.3 4.3 0 0 1 10 18.2A4.3 4.3 0 0 1 10 9.6Z",
        "K M10 12.5A1.4 1.4 0 0 1 10 15.3A1.4 1.4 0 0 1 10 12.5Z",
        "S M12.6 15.6L18.2 17.2",
    ],
    "coastal_battery": [
        "F M5.6 13A4.4 4.4 0 0 1 14.3 12L14.4 13Z",
        "S M12 10.4L18.4 7.6",
        "S M5.6 16.6Q7.2 15 8.8 16.6T12 16.6T15.2 16.6T18.4 16.6",
    ],
    "naval_base": [
        "F M4.2 13.4H19.8L17.6 17.6H6.6Z",
        "F M8 12.4V9.6H10.6V6.6H13.2V9.6H15.6V12.4Z",
        "S M15 11.2H18.4",
    ],
    "military_headquarters": ["S M8 6V18.6", "F M8.6 5.2H17.8L15.4 9L17.8 12.8H8.6Z"],
    "military_base": [
        "F M12 4.8L14 9.9L19.4 10.2L15.2 13.6L16.6 18.9L12 15.9L7.4 18.9L8.8 13.6L4.6 10.2L10 9.9Z"
    ],
    "missile_test": [
        "F M9.8 4.6H14.2V7.4Q16.8 9.6 17 13.2H7Q7.2 9.6 9.8 7.4Z",
        "S M8.6 15.8V17M12 15.8V19M15.4 15.8V17",
    ],
    "underground_facility": [
        "F M3.9 16.8L10.4 6.4L13 9.4L14.6 7.8L20.1 16.8Z",
        "K M9.4 16.8V14.4A2.6 2.6 0 0 1 14.6 14.4V16.8Z",
    ],
    "munitions": [
        "F M6.4 18.6V10.4Q6.6 7.4 8.9 5Q11.2 7.4 11.4 10.4V18.6Z"
        "M12.6 18.6V10.4Q12.8 7.4 15.1 5Q17.4 7.4 17.6 10.4V18.6Z",
        "C M6 15.4H18",
    ],
    "industry": [
        "F M5 18.6V5.4H8.4L8.8 11.6L13.6 8.4V11.6L19 8.4V18.6Z",
        "K M8 14.2H10.2V16.2H8ZM13.8 14.2H16V16.2H13.8Z",
    ],
    "chemical_plant": [
        "S M10 5.6V10L6.2 16.6Q5.6 18.2 7.2 18.2H16.8Q18.4 18.2 17.8 16.6L14 10V5.6",
        "S M8.4 5.6H15.6",
        "F M8.6 13.8H15.4L17.4 17.6H6.6Z",
    ],
    "steel_works": [
        "F M4.8 7.2L15.8 4.6L16.4 7L15.2 8L13.4 14.8L8.6 16L5.4 9.6Z",
        "S M17.4 9V14",
        "F M14.6 16.4H20.2V19H14.6Z",
    ],
    "power_thermal": [
        "F M5 18.8C7.4 14 7.6 9.4 6.8 5H17.2C16.4 9.4 16.6 14 19 18.8Z",
        "K M13.2 6.4L9 12.6H11.4L10.4 17.4L15 10.8H12.4Z",
    ],
    "power_hydro": [
        "F M14.2 3.4L6.8 10.4H10.8L9.2 15.2L17.2 8.2H13.2Z",
        "S M5 18.2Q6.75 16.2 8.5 18.2T12 18.2T15.5 18.2T19 18.2",
    ],
    "mine": [
        "S M7 18L15.4 8.6M17 18L8.6 8.6",
        "F M12.9 6.6L14.9 4.6L19.4 9.1L17.4 11.1ZM11.1 6.6L9.1 4.6L4.6 9.1L6.6 11.1Z",
    ],
    "shipyard": [
        "F M4.6 14H19.4L17 18.8H7Z",
        "S M8 13V5.8H17.6V9.6",
        "S M8 9.4L11.6 5.8",
    ],
    "prison": [
        "S M8 7.6V18.4M12 7.6V18.4M16 7.6V18.4",
        "T M6.2 10.2H17.8M6.2 15.8H17.8",
    ],
    "police": [
        "F M5.8 10.4Q6 7.4 12 6.8Q18 7.4 18.2 10.4L15.9 13H8.1Z",
        "F M8 14.2H16Q16.2 17.8 12 17.8Q7.8 17.8 8 14.2Z",
        "K M12 8.4L13.6 10L12 11.6L10.4 10Z",
    ],
    "government": [
        "F M7.6 13.2A4.4 4.4 0 0 1 16.4 13.2Z",
        "S M12 9V5.4",
        "F M6 14.6H18V19H6Z",
        "K M8.4 16H10V19H8.4ZM11.2 16H12.8V19H11.2ZM14 16H15.6V19H14Z",
    ],
    "market": [
        "F M6.6 5H17.4L20 10.4A2.6 2.2 0 0 1 14.7 10.4A2.6 2.2 0 0 1 9.3 10.4A2.6 2.2 0 0 1 4 10.4Z",
        "S M6.6 13.6V18.4H17.4V13.6",
    ],
    "fuel_station": [
        "F M6 18.8V6.4Q6 5 7.4 5H12.6Q14 5 14 6.4V18.8Z",
        "K M8 7.2H12V10.4H8Z",
        "S M14 12.4H15Q16 12.4 16 13.4V15.4A1.3 1.3 0 0 0 18.6 15.4V9L16.4 6.8",
    ],
    "hotel": [
        "S M5 6.4V18M5 15.4H19M19 18V13.4",
        "F M10.6 9.4H16.4Q19.6 9.4 19.6 12.8V13.4H10.6Z",
        "F M7.9 9.4A1.8 1.8 0 0 1 7.9 13A1.8 1.8 0 0 1 7.9 9.4Z",
    ],
    "agriculture": [
        "S M12 19V11",
        "F M11.6 13.6Q5.2 13.8 5 7.4Q11.4 7.2 11.6 13.6ZM12.4 11Q12.6 4.8 19 5Q18.8 11.2 12.4 11Z",
    ],
    "port": [
        "S M12 8.4V17.8M8.8 10.6H15.2",
        "S M7 13.6A5 4.4 0 0 0 17 13.6",
        "S M12 5A1.5 1.5 0 0 1 12 8A1.5 1.5 0 0 1 12 5Z",
    ],
    "railway_station": [
        "F M7.6 15.4V7.8Q7.6 5.8 9.6 5.8H14.4Q16.4 5.8 16.4 7.8V15.4Z",
        "K M9.4 7.8H14.6V11H9.4Z",
        "K M9.3 12.4H11V14H9.3ZM13 12.4H14.7V14H13Z",
        "S M9.4 16L8 18M14.6 16L16 18",
    ],
    "airfield": [
        "F M12 4.6Q13.3 6 13.3 8.4V9.6L18.6 12.4V14.4L13.3 13V16L15 17.4V18.8L12 18L9 18.8V17.4L10.7 16V13"
        "L5.4 14.4V12.4L10.7 9.6V8.4Q10.7 6 12 4.6Z"
    ],
    "road_bridge": [
        "S M5.2 14.2H18.8",
        "S M7 14.2A5.2 5.6 0 0 1 17 14.2",
        "T M12 9V14",
        "S M8.4 14.4V17M15.6 14.4V17",
    ],
    "lighthouse": [
        "F M10 10H14L15.6 18.4H8.4Z",
        "F M9.8 9V6.8L12 4.6L14.2 6.8V9Z",
        "C M8.8 14H15.2",
        "S M7.2 8.4L6 9.4M16.8 8.4L18 9.4",
    ],
    "broadcast": [
        "S M8.8 18.2L12 10L15.2 18.2M10 15.6H14",
        "F M12 7.2A2 2 0 0 1 12 11.2A2 2 0 0 1 12 7.2Z",
        "S M7.8 6.2A5 5 0 0 0 7.8 12.4M16.2 6.2A5 5 0 0 1 16.2 12.4",
    ],
    "heritage": [
        "F M4.8 8.2Q9.4 8.2 10.4 5H13.6Q14.6 8.2 19.2 8.2L18 11.2H6Z",
        "S M8.4 11V17M15.6 11V17",
        "S M6.8 17.2H17.2",
        "S M12 11V16.4",
    ],
    "historic_site": [
        "S M7.4 5.8H16.6M7.4 17.8H16.6",
        "F M8 6.4H16Q16 9.6 13 11.8Q16 14 16 17.2H8Q8 14 11 11.8Q8 9.6 8 6.4Z",
    ],
    "pow_camp": [
        "F M6.6 9.6L12 5.4L17.4 9.6Z",
        "F M8.2 10.2H15.8V13.2H8.2Z",
        "S M9.4 13.4L8 19M14.6 13.4L16 19",
        "T M9 16.4H15",
    ],
    "university": [
        "F M12 5.4L21 10L12 14.6L3 10Z",
        "F M6.8 13.4L12 16L17.2 13.4V16.2Q12 20 6.8 16.2Z",
        "T M19.4 10.6V16",
    ],
    "military_university": [
        "F M12 4.2L20.4 8L12 11.8L3.6 8Z",
        "F M12 12.4L13.2 15.1L16.1 15.4L13.9 17.3L14.6 20.1L12 18.6L9.4 20.1L10.1 17.3L7.9 15.4L10.8 15.1Z",
        "T M18.8 8.6V13.2",
    ],
    "research_institute": [
        "T M5 8A8.1 3.3 30 0 1 19 16A8.1 3.3 30 0 1 5 8Z",
        "T M5 16A8.1 3.3 -30 0 1 19 8A8.1 3.3 -30 0 1 5 16Z",
        "F M12 10A2 2 0 0 1 12 14A2 2 0 0 1 12 10Z",
    ],
    "school": [
        "F M11.3 8.4Q8.6 6.4 4.8 6.8V16.8Q8.6 16.4 11.3 18.4Z"
        "M12.7 8.4Q15.4 6.4 19.2 6.8V16.8Q15.4 16.4 12.7 18.4Z"
    ],
    "hospital_medical": ["F M9.8 5.6H14.2V9.8H18.4V14.2H14.2V18.4H9.8V14.2H5.6V9.8H9.8Z"],
    "museum_theatre": [
        "F M12 4.2L19.4 8.6V10.2H4.6V8.6Z",
        "S M7.2 11.6V16.4M12 11.6V16.4M16.8 11.6V16.4",
        "S M5.4 18.2H18.6",
    ],
    "stadium": [
        "S M12 7.4A7 2.8 0 0 1 12 13A7 2.8 0 0 1 12 7.4Z",
        "F M4 11.8Q6 15 12 15Q18 15 20 11.8V16Q18 19.2 12 19.2Q6 19.2 4 16Z",
        "C M9.2 14V20M14.8 14V20",
        "S M12 7.4V5",
    ],
    "waterpark": [
        "F M15.8 7.4A2.2 2.2 0 0 1 15.8 11.8A2.2 2.2 0 0 1 15.8 7.4Z",
        "S M6.4 14L9.6 8.4L13.8 14",
        "S M5 17.8Q6.75 15.6 8.5 17.8T12 17.8T15.5 17.8T19 17.8",
    ],
    "place": ["F M12 9.6A2.4 2.4 0 0 1 12 14.4A2.4 2.4 0 0 1 12 9.6Z"],
    "district": ["S M9.4 9.4H14.6V14.6H9.4Z"],
    "river": ["S M7.6 13.4Q9.8 8.2 12 12T16.4 10.6"],
    "unknown": [
        "S M9.8 10.2A2.2 2 0 1 1 12.6 12Q12 12.3 12 13.2",
        "F M12 14.6A1.1 1.1 0 0 1 12 16.8A1.1 1.1 0 0 1 12 14.6Z",
    ],
}


class Paint(NamedTuple):
    """A colour QGIS may replace, with the plain value it stands for elsewhere."""

    param: str
    plain: str

    @property
    def value(self) -> str:
        """Return the attribute's value as QGIS reads it."""
        return f"param({self.param}) {self.plain}"


PAPER = Paint("outline", WHITE)


def run(paint: Paint, *elements: str) -> str:
    """Group elements of one paint.

    The group carries the plain colour: outside QGIS ``param(fill) #hex`` is no colour, so the attribute is
    ignored and the element inherits the group's.
    """
    return f'<g fill="{paint.plain}" stroke="{paint.plain}">' + "".join(elements) + "</g>"


def filled(paint: Paint, path: str, extra: str = "") -> str:
    """Return a filled path without outline."""
    return f'<path fill="{paint.value}" stroke="none"{extra} d="{path}"/>'


def stroked(paint: Paint, path: str, width: float) -> str:
    """Return an outline without filling."""
    return f'<path fill="none" stroke="{paint.value}" stroke-width="{width:g}" d="{path}"/>'


def glyph(name: str, ink: Paint, paper: Paint) -> str:
    """Return a category's glyph in ``ink``, its cut-outs in ``paper``."""
    out = []
    for part in GLYPHS[name]:
        kind, path = part[0], part[2:]
        paint = paper if kind in "KC" else ink
        out.append(run(paint, filled(paint, path) if kind in "FK" else stroked(paint, path, WIDTHS[kind])))
    return "\n".join(out)


def shrink(domain: str, k: float) -> str:
    """Return the transform that scales by ``k`` about the badge's centre."""
    _, cx, cy = BADGES[domain]
    return f"matrix({k:g} 0 0 {k:g} {cx * (1 - k):.2f} {cy * (1 - k):.2f})"


def badge(domain: str, colour: Paint, variant: str) -> str:
    """Return the badge with its halo: filled, filled with a light ring, or hollow."""
    path = BADGES[domain].path
    halo = run(
        PAPER, f'<path fill="{PAPER.value}" stroke="{PAPER.value}" stroke-width="{2 * HALO:g}" d="{path}"/>'
    )
    if not variant:
        return halo + "\n" + run(colour, filled(colour, path))
    smaller = f' transform="{shrink(domain, DOT_RING if domain == "place" else RING)}"'
    if variant == "-probable":
        ring, inside = filled(colour, path, f' fill-opacity="{RING_TINT}"'), colour
    else:
        ring, inside = filled(colour, path), PAPER
    return "\n".join([halo, run(colour, ring), run(inside, filled(inside, path, smaller))])


def document(body: str) -> str:
    """Wrap ``body`` in a 24-unit SVG with its licence."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">\n{HEAD}'
        f'<g stroke-linejoin="round" stroke-linecap="round">\n{body}\n</g>\n</svg>\n'
    )


def marker(name: str, domain: str, colour: str, variant: str) -> str:
    """Return the SVG of a category in one state of certainty."""
    fill = Paint("fill", colour)
    ink, paper = (fill, PAPER) if variant == "-possible" else (PAPER, fill)
    drawn = glyph(name, ink, paper)
    if variant and domain != "place":
        drawn = f'<g transform="{shrink(domain, GLYPH_IN_RING)}">{drawn}</g>'
    return document(badge(domain, fill, variant) + "\n" + drawn)


def notch() -> str:
    """Return the overlay of conflicting assertions: an empty tab, the count is set by QGIS in its font."""
    fill = Paint("fill", INK)
    halo = f'<path fill="{PAPER.value}" stroke="{PAPER.value}" stroke-width="{2 * HALO:g}" d="{NOTCH}"/>'
    return document(run(PAPER, halo) + "\n" + run(fill, filled(fill, NOTCH)))


def categories() -> list[dict[str, str]]:
    """Return the categories that have a marker of their own (the rows with a parent)."""
    with CATEGORIES.open(encoding="utf-8", newline="") as handle:
        return [row for row in csv.DictReader(handle) if row["parent"]]


def family() -> dict[str, str]:
    """Return every marker: file name to SVG text."""
    files = {"conflict-notch.svg": notch()}
    for row in categories():
        for variant in VARIANTS:
            files[f"{row['icon']}{variant}.svg"] = marker(row["icon"], row["domain"], row["colour"], variant)
    return files


def stale() -> list[str]:
    """Return the names of files that are missing, changed by hand or no longer drawn."""
    wanted = family()
    found = {path.name: path.read_bytes().decode("utf-8") for path in TARGET.glob("*.svg")}
    return sorted(name for name in {*wanted, *found} if wanted.get(name) != found.get(name))


def write() -> int:
    """Write the family, remove what it no longer has, and return the number of files."""
    TARGET.mkdir(parents=True, exist_ok=True)
    files = family()
    for path in TARGET.glob("*.svg"):
        if path.name not in files:
            path.unlink()
    for name, text in files.items():
        (TARGET / name).write_bytes(text.encode("utf-8"))
    return len(files)


def main(arguments: list[str]) -> int:
    """Write, or with ``--check`` compare, the markers."""
    parser = argparse.ArgumentParser(description="Draw the map markers.")
    parser.add_argument("--check", action="store_true", help="only say which files are out of date")
    parser.add_argument("--sheet", action="store_true", help="draw contact sheets into build/markers")
    options = parser.parse_args(arguments)
    if options.check:
        names = stale()
        sys.stdout.write("".join(f"out of date: {name}\n" for name in names))
        return 1 if names else 0
    sys.stdout.write(f"{write()} markers in {TARGET.relative_to(ROOT)}\n")
    if options.sheet:
        from marker_sheet import draw

        sys.stdout.write("".join(f"{path.relative_to(ROOT)}\n" for path in draw(ROOT)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
