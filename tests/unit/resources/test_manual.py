# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The manual and the README: offline, whole, and true to what ships."""

from __future__ import annotations

import ast
import csv
import re
from html.parser import HTMLParser

import pytest
from places import ROOT

HELP = ROOT / "resources" / "help" / "index.html"
README = (ROOT / "README.md").read_text(encoding="utf-8")


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.ids, self.links, self.open = set(), set(), [], []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags.add(tag)
        self.ids.add(attributes.get("id"))
        self.links += [attributes[name] for name in ("href", "src") if name in attributes]
        if tag not in ("meta", "img", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def manual():
    reader = Reader()
    reader.feed(HELP.read_text(encoding="utf-8"))
    assert reader.open == []
    return reader


def test_the_manual_is_offline_and_runs_nothing(manual):
    assert not {"script", "iframe", "link", "object", "form"} & manual.tags
    assert [link for link in manual.links if "://" in link or link.startswith("//")] == []


def test_every_link_of_the_manual_leads_somewhere(manual):
    for link in manual.links:
        if link.startswith("#"):
            assert link[1:] in manual.ids
        else:
            assert (HELP.parent / link).is_file()


def test_the_manual_names_the_algorithms_that_exist():
    tree = ast.parse((ROOT / "plugin" / "processing" / "provider.py").read_text(encoding="utf-8"))
    (listed,) = [n.value for n in tree.body if isinstance(n, ast.AnnAssign) and n.target.id == "ALGORITHMS"]
    names = {entry.elts[0].value for entry in listed.elts}
    assert set(re.findall(r"cityatlas:(\w+)", HELP.read_text(encoding="utf-8"))) <= names


@pytest.mark.parametrize(
    ("label", "table"),
    [("Sites", "sites"), ("Assertions", "assertions"), ("Names", "names"), ("Sources", "sources"),
     ("Figures", "figures"), ("Events", "events"), ("Claims", "claims"), ("Historic map sheets", "sheets"),
     ("Historic traces", "traces"), ("Categories", "categories")],
)  # fmt: skip
def test_the_readme_counts_what_ships(label, table):
    with (ROOT / "layers" / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        rows = len(list(csv.DictReader(stream)))
    assert int(re.search(rf"^\| {label} \| ([\d,]+) \|", README, re.MULTILINE)[1].replace(",", "")) == rows


def test_the_readmes_located_sites_are_those_with_a_chosen_position():
    with (ROOT / "layers" / "assertions.csv").open(encoding="utf-8", newline="") as stream:
        located = {row["site"] for row in csv.DictReader(stream) if row["chosen"] == "yes" and row["lon"]}
    assert f"| … with a position | {len(located)} |" in README


def test_files_that_the_readme_names_exist():
    for link in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / link).is_file(), link
