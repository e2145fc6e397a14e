# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Fill land and sea from the generalised coast: ``layers/coast.csv`` -> ``layers/base_vertices.csv``.

Run ``python scripts/make_base.py`` after a change of the coast; a test compares the file with what this
makes.  Everything is WGS 84 in degrees.  In both cities the coast enters at the southern edge of its box and
leaves at the eastern one, with land on its left.  Those two edges stand where the known coast ends, so no
shore is made up; the two inland edges are pushed out to the surroundings of ``layers/cities.csv``, where all
is land.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, Optional

Point = tuple[float, float]
Ring = list[Point]

LAYERS = Path(__file__).resolve().parents[1] / "layers"
HEADER = ("city", "kind", "polygon", "ring", "seq", "lon", "lat")
DECIMALS = 5


class Frame(NamedTuple):
    """Box of a city (degrees), the parts of its coast in order of travel, and its islands."""

    west: float
    south: float
    east: float
    north: float
    shore: tuple[int, ...]
    islands: tuple[int, ...]


FRAMES = {
    "Hamhung": Frame(126.9, 39.7, 127.8, 40.4, shore=(1,), islands=(2, 3, 4)),
    "Chongjin": Frame(129.2, 41.65, 129.95, 42.3, shore=(2, 3, 1), islands=()),
}


def parts_of(path: Path) -> dict[tuple[str, int], Ring]:
    """Return the vertices of every (city, part) of the coast file, in order."""
    parts: dict[tuple[str, int], list[tuple[int, Point]]] = {}
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            vertex = (int(row["seq"]), (float(row["lon"]), float(row["lat"])))
            parts.setdefault((row["city"], int(row["part"])), []).append(vertex)
    return {name: [point for _seq, point in sorted(vertices)] for name, vertices in parts.items()}


def joined(parts: Iterable[Ring]) -> Ring:
    """Return one line of parts that each begin where the one before ends; ValueError otherwise."""
    line: Ring = []
    for part in parts:
        if line and line[-1] != part[0]:
            raise ValueError(f"the coast breaks between {line[-1]} and {part[0]}")
        line += part[1:] if line else part
    return line


def crossing(a: Point, b: Point, c: Point, d: Point) -> Optional[Point]:
    """Return where the segments ab and cd meet (parallel ones never do), rounded to ``DECIMALS``."""
    across = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
    if across == 0:
        return None
    t = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / across
    u = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / across
    if not (0 <= t <= 1 and 0 <= u <= 1):
        return None
    return round(a[0] + t * (b[0] - a[0]), DECIMALS), round(a[1] + t * (b[1] - a[1]), DECIMALS)


def without_loops(line: Ring) -> Ring:
    """Return the line with moles that the rounding of the coast folded onto themselves cut off.

    Such a mole is a line on the map and has no surface to fill; left in, it would make the polygon invalid.
    """
    line = list(line)
    start = 0
    while start < len(line) - 3:
        for end in range(len(line) - 2, start + 1, -1):
            point = crossing(line[start], line[start + 1], line[end], line[end + 1])
            if point is not None:
                kept = [point] if point not in (line[start], line[end + 1]) else []
                line[start + 1 : end + 1] = kept
                break
        else:
            start += 1
    return line


def fill(frame: Frame, shore: Ring, islands: list[Ring]) -> dict[str, list[list[Ring]]]:
    """Return land and sea as polygons (outer ring first, counterclockwise; holes clockwise)."""
    if shore[0][1] != frame.south or shore[-1][0] != frame.east:
        raise ValueError("the coast has to run from the southern to the eastern edge of its box")
    inland = [(frame.east, frame.north), (frame.west, frame.north), (frame.west, frame.south)]
    land = [[closed(shore + inland)]]
    land += [[turned(island, left=True)] for island in islands]
    sea = [closed(shore[::-1] + [(frame.east, frame.south)])]
    sea += [turned(island, left=False) for island in islands]
    return {"land": land, "sea": [sea]}


def closed(ring: Ring) -> Ring:
    """Return the ring ending where it begins."""
    return ring if ring[0] == ring[-1] else [*ring, ring[0]]


def area(ring: Ring) -> float:
    """Return the signed surface of a closed ring in square degrees, positive when counterclockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])) / 2


def turned(ring: Ring, *, left: bool) -> Ring:
    """Return the closed ring running counterclockwise (``left``) or clockwise."""
    ring = closed(ring)
    return ring if (area(ring) > 0) is left else ring[::-1]


def base(coast: Path = LAYERS / "coast.csv") -> dict[str, dict[str, list[list[Ring]]]]:
    """Return city -> land | sea -> polygons -> rings."""
    parts = parts_of(coast)
    return {
        city: fill(
            frame,
            without_loops(joined(parts[city, part] for part in frame.shore)),
            [parts[city, part] for part in frame.islands],
        )
        for city, frame in FRAMES.items()
    }


def rows(filled: dict[str, dict[str, list[list[Ring]]]]) -> list[tuple[str, ...]]:
    """Return the lines of the file, without the header."""
    return [
        (city, kind, str(number), str(ring_number), str(seq), f"{lon:.{DECIMALS}f}", f"{lat:.{DECIMALS}f}")
        for city, kinds in filled.items()
        for kind, polygons in kinds.items()
        for number, rings in enumerate(polygons)
        for ring_number, ring in enumerate(rings)
        for seq, (lon, lat) in enumerate(ring)
    ]


def main() -> None:
    """Write ``layers/base_vertices.csv``."""
    with (LAYERS / "base_vertices.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(rows(base()))


if __name__ == "__main__":
    main()
