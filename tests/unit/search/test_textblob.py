# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The block of texts beside plain Python on the same rows."""

import random
import re

import numpy as np
import pytest

from dprk_city_atlas.plugin.core.errors import Cancelled
from dprk_city_atlas.plugin.core.names.names import word_pattern
from dprk_city_atlas.plugin.core.search.textblob import TextBlob

ALPHABETS = ("ab", "abcdefgh1234", "함흥시ㅎa1")
LENGTHS = (0, 1, 5, 40, 63, 64, 65, 127, 128, 129, 200)


def rows_of(seed, alphabet, number):
    chance = random.Random(seed)
    return [
        "\t".join("".join(chance.choices(alphabet, k=chance.choice(LENGTHS) // parts)) for _ in range(parts))
        for parts in chance.choices((1, 2, 3), k=number)
    ]


def words_of(rows, seed):
    """Return words that stand in the rows, at their ends too, and some that do not."""
    chance = random.Random(seed)
    words = {"a", "ab", "zz", "ba1", "흥"}
    for row in chance.sample([row for row in rows if row], 20):
        text = chance.choice(row.split("\t")) or "a"
        size = chance.randint(1, min(6, len(text)))
        words |= {text[:size], text[-size:], text[: chance.randint(1, len(text))], text}
    return sorted(words)


@pytest.mark.parametrize("alphabet", ALPHABETS)
@pytest.mark.parametrize("number", [30, 3000])
def test_rows_with_a_word_are_those_that_python_finds(alphabet, number):
    rows = rows_of(number, alphabet, number)
    blob = TextBlob.of(rows)
    for word in words_of(rows, 1):
        pattern = word_pattern(word)
        wanted = [bool(pattern.search(row)) for row in rows]
        assert blob.rows_with(pattern).tolist() == wanted, word


@pytest.mark.parametrize("seed", range(3))
def test_a_word_typed_letter_by_letter_gives_what_it_gives_at_once(seed):
    rows = rows_of(seed, "abc", 2000)
    blob = TextBlob.of(rows)
    for end in (1, 2, 3, 4, 5, 6, 5, 3):
        pattern = word_pattern("abcabc"[:end])
        assert np.array_equal(blob.rows_with(pattern), TextBlob.of(rows).rows_with(pattern)), end


@pytest.mark.parametrize("share", [0.001, 0.03, 0.5, 1.0])
def test_only_rows_among_the_given_are_found_and_none_of_them_is_missed(share):
    rows = rows_of(7, "abcd", 3000)
    among = np.random.default_rng(1).random(len(rows)) < share
    pattern = re.compile("abc")
    wanted = [bool(pattern.search(row)) and bool(kept) for row, kept in zip(rows, among)]
    blob = TextBlob.of(rows)
    for _ in range(2):  # the second time from what is kept
        assert blob.rows_with(pattern, None, among).tolist() == wanted
    assert np.count_nonzero(blob.rows_with(pattern)) == sum("abc" in row for row in rows)


@pytest.mark.parametrize("number", [40, 4000])
@pytest.mark.parametrize("word", ["a", "ab", "abab", "흥"])
def test_rows_in_which_a_text_is_the_word_or_starts_with_it(number, word):
    rows = [*rows_of(3, "ab흥", number), word, f"b\t{word}", f"{word}b\t{word}", f"a{word}", f"b\t{word}b"]
    whole, starting = TextBlob.of(rows).rows_starting(re.compile(word), len(word.encode()), "\t")
    texts = [row.split("\t") for row in rows]
    assert whole.tolist() == [word in names for names in texts]
    longer = [any(name.startswith(word) and name != word for name in names) for names in texts]
    assert starting.tolist() == longer


def test_no_hit_runs_from_one_row_into_the_next():
    blob = TextBlob.of(["xa", "bx", "", "ab"])
    assert blob.rows_with(re.compile("ab")).tolist() == [False, False, False, True]


def test_a_block_without_rows_finds_nothing():
    assert len(TextBlob.of([]).rows_with(re.compile("a"))) == 0


def test_a_search_that_is_not_wanted_any_more_stops():
    blob = TextBlob.of(["abc"] * 10)
    with pytest.raises(Cancelled):
        blob.rows_with(re.compile("abc"), lambda: True)
