# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Names that try to become code: quoted for SQL they come back from SQLite as they went in."""

from __future__ import annotations

import sqlite3

import pytest

from dprk_city_atlas.plugin.core.atlas.store.quoting import expression_text, identifier, literal, sql

HOSTILE = [
    "plain",
    "O'Brien",
    "''",
    "'; DROP TABLE sites; --",
    '"double"',
    "back\\slash",
    "ends in \\",
    "\\'",
    "line\nbreak\tand tab",
    "100 % _ wild",
    "{braces} %s ? :x @y",
    "함흥",
    "e\u0301 \u202e \U0001f5fa",
    "",
    "--",
    "/* comment */",
]


@pytest.fixture
def db():
    with sqlite3.connect(":memory:") as connection:
        yield connection
    connection.close()


@pytest.mark.parametrize("text", HOSTILE)
def test_a_literal_means_its_text(db, text):
    assert db.execute("SELECT " + literal(text)).fetchone() == (text,)


@pytest.mark.parametrize("name", [text for text in HOSTILE if text])
def test_an_identifier_means_its_name(db, name):
    db.execute(f"CREATE TABLE t ({identifier(name)} TEXT)")
    assert db.execute("SELECT name FROM pragma_table_info('t')").fetchone() == (name,)


@pytest.mark.parametrize("name", [text for text in HOSTILE if text])
def test_a_filled_template_quotes_each_part_for_its_role(db, name):
    db.execute(sql("CREATE TABLE {t} (a TEXT DEFAULT {d:text})", t=name, d=name))
    db.execute(sql("INSERT INTO {t} DEFAULT VALUES", t=name))
    assert db.execute(sql("SELECT a FROM {t} WHERE a = ?", t=name), (name,)).fetchone() == (name,)


def test_braces_in_a_value_are_not_filled_again():
    assert sql("SELECT {x:text}", x="{y}") == "SELECT '{y}'"


def test_expressions_escape_what_sql_does_not():
    assert expression_text("a\\b'c\n") == r"'a\\b''c\n'"
    assert literal("a\\b'c") == r"'a\b''c'"
