# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Markers, icons and categories: whole, as the generator draws them, plain, and told apart by all eyes."""

from __future__ import annotations

import csv
import itertools
import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from places import ROOT

from dprk_city_atlas.scripts import make_markers

SVG = ROOT / "resources" / "svg"
ICONS = ROOT / "resources" / "icons"
NS = "{http://www.w3.org/2000/svg}"
ALLOWED_TAGS = {NS + tag for tag in ("svg", "g", "path")}
ALLOWED_ATTRIBUTES = {
    "width",
    "height",
    "viewBox",
    "fill",
    "stroke",
    "stroke-width",
    "stroke-linejoin",
    "stroke-linecap",
    "fill-opacity",
    "fill-rule",
    "transform",
    "d",
}

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
VISION = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
}
XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)


def rows() -> list[dict[str, str]]:
    with (ROOT / "layers" / "categories.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def linear(colour: str) -> np.ndarray:
    c = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def contrast(a: str, b: str) -> float:
    """WCAG 2 contrast ratio of two sRGB colours."""
    low, high = sorted(float(linear(c) @ [0.2126, 0.7152, 0.0722]) for c in (a, b))
    return (high + 0.05) / (low + 0.05)


def lab(rgb: np.ndarray) -> np.ndarray:
    x = (XYZ @ np.clip(rgb, 0, 1)) / np.array([0.95047, 1, 1.08883])
    f = np.where(x > 216 / 24389, np.cbrt(x), (24389 / 27 * x + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def ciede2000(first, second) -> float:
    """Colour difference after Sharma, Wu and Dalal (2005)."""
    (l1, a1, b1), (l2, a2, b2) = first, second
    c7 = ((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2) ** 7
    g = 1.5 - 0.5 * np.sqrt(c7 / (c7 + 25**7))
    c1, c2 = np.hypot(a1 * g, b1), np.hypot(a2 * g, b2)
    h1, h2 = (np.degrees(np.arctan2(b, a * g)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    mean_h = h1 + h2 if c1 * c2 == 0 else (h1 + turn / 2) % 360
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    wave = [(0.17, 1, -30, -1), (0.24, 2, 0, 1), (0.32, 3, 6, 1), (0.20, 4, -63, -1)]
    t = 1 + sum(s * k * np.cos(np.radians(n * mean_h + d)) for k, n, d, s in wave)
    dl = (l2 - l1) / (1 + 0.015 * (mean_l - 50) ** 2 / np.sqrt(20 + (mean_l - 50) ** 2))
    dc = (c2 - c1) / (1 + 0.045 * mean_c)
    dh = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2)) / (1 + 0.015 * mean_c * t)
    spread = np.radians(60 * np.exp(-(((mean_h - 275) / 25) ** 2)))
    rotation = -2 * np.sqrt(mean_c**7 / (mean_c**7 + 25**7)) * np.sin(spread)
    return float(np.sqrt(dl**2 + dc**2 + dh**2 + rotation * dc * dh))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [  # pairs 1, 7, 17 and 25 of the published test data
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ],
)
def test_the_colour_difference_used_here_is_right(first, second, expected):
    assert ciede2000(first, second) == pytest.approx(expected, abs=1e-4)


def test_categories_are_a_tree_of_two_levels():
    table = {row["id"]: row for row in rows()}
    assert len(table) == len(rows()), "an id occurs twice"
    for row in table.values():
        if row["parent"]:
            assert table[row["parent"]]["parent"] == "", row["id"]
            assert row["colour_group"] == table[row["parent"]]["colour_group"]
        assert 1 <= int(row["importance"]) <= 5
        assert re.search("[가-힣]", row["label_ko"]) and row["label"].isprintable()
        assert row["domain"] in make_markers.BADGES
        assert (SVG / f"{row['icon']}.svg").is_file()
    order = [int(row["sort"]) for row in rows()]
    assert order == sorted(set(order))


def test_a_group_has_one_colour_and_no_other_group_has_it():
    pairs = {(row["colour_group"], row["colour"]) for row in rows()}
    assert len(pairs) == len({group for group, _ in pairs}) == len({colour for _, colour in pairs}) <= 8


def test_white_on_every_colour_reaches_wcag_aa():
    weakest = min((contrast(row["colour"], "#ffffff"), row["id"]) for row in rows())
    assert weakest[0] >= 4.5, weakest


@pytest.mark.parametrize("vision", VISION)
def test_any_two_groups_differ_for_every_eye(vision):
    colours = {row["colour_group"]: lab(VISION[vision] @ linear(row["colour"])) for row in rows()}
    nearest = min((ciede2000(colours[a], colours[b]), a, b) for a, b in itertools.combinations(colours, 2))
    assert nearest[0] >= 7, nearest  # three times a difference seen side by side; shapes say it again


def test_committed_markers_are_what_the_generator_draws():
    assert make_markers.stale() == [], "run scripts/make_markers.py"
    assert len(list(SVG.glob("*.svg"))) == 3 * len(make_markers.GLYPHS) + 1


def test_no_two_glyphs_are_the_same():
    assert len({"".join(parts) for parts in make_markers.GLYPHS.values()}) == len(make_markers.GLYPHS)


def every_svg() -> list[Path]:
    return sorted(SVG.glob("*.svg")) + sorted(ICONS.glob("*.svg"))


def test_files_are_small_licensed_and_plain():
    for path in every_svg():
        text = path.read_text(encoding="utf-8")
        assert len(text.encode()) < 2048, path.name
        assert "SPDX-License-Identifier: GPL-2.0-or-later" in text, path.name
        for element in ElementTree.fromstring(text).iter():
            assert element.tag in ALLOWED_TAGS, (path.name, element.tag)
            assert set(element.attrib) <= ALLOWED_ATTRIBUTES, (path.name, element.attrib)


def test_qgis_can_recolour_and_others_inherit_the_same_colour():
    for path in sorted(SVG.glob("*.svg")):
        document = ElementTree.parse(path).getroot()
        text = ElementTree.tostring(document, encoding="unicode")
        assert {"fill", "outline"} == set(re.findall(r"param\((\S+)\) #", text)), path.name
        for group in document.iter(NS + "g"):
            for child in group.findall(NS + "path"):
                for name in ("fill", "stroke"):
                    value = child.get(name, group.get(name))
                    assert value == "none" or value.split()[-1] == group.get(name), (path.name, value)


def test_certainty_changes_the_badge_and_never_the_glyph():
    for row in make_markers.categories():
        shapes = []
        for variant in make_markers.VARIANTS:
            text = (SVG / f"{row['icon']}{variant}.svg").read_text(encoding="utf-8")
            paths = re.findall(r' d="([^"]+)"', text)
            assert paths[0] == make_markers.BADGES[row["domain"]].path
            shapes.append([path for path in paths if path != paths[0]])
        assert shapes[0] == shapes[1] == shapes[2]


def test_icons_are_all_there_and_read_on_light_and_dark_windows():
    assert (ICONS / "atlas.svg").exists()
    for path in ICONS.glob("*.svg"):
        colours = set(re.findall(r"#[0-9a-f]{6}", path.read_text(encoding="utf-8")))
        grounds = ("#efefef", "#ffffff", "#31363b", "#1e1e1e")
        if path.stem != "atlas":  # the plugin's own badge brings its ground with it
            assert min(contrast(c, ground) for c in colours for ground in grounds) >= 3, path.name
