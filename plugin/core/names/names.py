# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Names that meet however they are written: folding, search texts, queries, ranking, likeness."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from . import hangul
from .eastasian import FORMS, romaji
from .english import other_spellings
from .romanization import romanize

APART = "\t"
"""Stands between the names of one site in a search text, so that no hit runs from one into the next."""

_DROPPED = frozenset("'’‘ʼʻʽʾʿˈ`´′\"“”„-‐‑‒–—−·・.,")
"""Among them apostrophes that count as letters in Unicode (U+02BB to U+02BF, U+02C8)."""
_ASCII = {i: None if chr(i) in _DROPPED else " " for i in range(128) if not chr(i).isalnum()}
_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"}
_WORD = re.compile(r"\S+")
_LATIN_RUN = re.compile("[0-9a-z\u00df-\u024f]+")


@lru_cache(maxsize=131072)
def fold(text: str) -> str:
    """Return ``text`` in the one spelling that is compared: lower case, no marks, words one space apart.

    Diacritics, apostrophes, hyphens and full stops go; Hangul is composed (so NFC and NFD agree) and lone
    letters become those of the keyboard; Hanja stays, in one form.  Broken surrogates become U+FFFD.
    """
    if text.isascii():
        return _spaced(text.lower())
    # before decomposition, which makes a space of an acute accent that stands alone
    known = (c for c in text if c not in _DROPPED)
    safe = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in known)
    bare = "".join(c for c in unicodedata.normalize("NFKD", safe.casefold()) if not _is_mark(c))
    composed = unicodedata.normalize("NFC", bare).translate(hangul.LONE_LETTERS).translate(FORMS)
    return _spaced("".join(_LETTERS.get(c, c) for c in composed))


def _is_mark(char: str) -> bool:
    # kana voicing marks are Mn too, and が is not か
    return unicodedata.category(char) in ("Mn", "Cf") and char not in "\u3099\u309a"


def _spaced(text: str) -> str:
    if text.isascii():
        return " ".join(text.translate(_ASCII).split())
    kept = "".join("" if c in _DROPPED else c if c.isalnum() or c == "\ufffd" else " " for c in text)
    return " ".join(kept.split())


def squeeze(text: str) -> str:
    """Return the folded text without spaces, as it stands in search texts."""
    return fold(text).replace(" ", "")


def is_latin(text: str) -> bool:
    """Whether a folded word is searched among the Latin spellings (letters and digits up to U+024F)."""
    return all(ord(c) < 0x250 for c in text)


def plain_vowels(folded: str) -> str:
    """Bring Revised vowels to those of the other systems (cheongjin → chongjin, heungnam → hungnam)."""
    return folded.replace("eo", "o").replace("eu", "u")


def short_vowels(folded: str) -> str:
    """Shorten the long vowels of Japanese readings (kankou, kankoo → kanko)."""
    return folded.replace("ou", "o").replace("oo", "o").replace("uu", "u")


_KEY_STEPS = (
    (re.compile("ng"), "ŋ"), (re.compile("eo"), "o"), (re.compile("eu"), "u"),
    (re.compile("oo|ou"), "o"), (re.compile("uu"), "u"),
    (re.compile("tch|cch|jj|ch|j"), "c"), (re.compile("sh"), "s"), (re.compile("[gq]|kh"), "k"),
    (re.compile("d|th"), "t"), (re.compile("b|ph"), "p"), (re.compile("r"), "l"),
    (re.compile(r"([a-z])\1+"), r"\1"),
)  # fmt: skip


@lru_cache(maxsize=65536)
def sound_key(text: str) -> str:
    """Return what the romanizations of one Korean word have in common (Gimchaek, Kim Ch'aek → kimcaek)."""
    key = fold(romanize(unicodedata.normalize("NFC", text), "dprk")).replace(" ", "")
    for pattern, sign in _KEY_STEPS:
        key = pattern.sub(sign, key)
    return key


@lru_cache(maxsize=131072)
def _spellings(word: str) -> tuple[str, str, str]:
    """Return the folded DPRK, Revised and McCune-Reischauer spellings of a folded word."""
    dprk, revised, mccune = (romanize(word, system, capital=False) for system in ("dprk", "rr", "mr"))
    return squeeze(dprk), squeeze(revised), squeeze(mccune)


def search_texts(names: Iterable[str], readings: Iterable[str] = ()) -> tuple[str, str]:
    """Return the Latin and the other search text of a site.

    ``names`` are all its names, ``readings`` the Japanese readings among further ones (long vowels are
    added short).  Each text holds squeezed spellings with ``APART`` between; Hangul adds its initial
    consonants to the second and its three romanizations to the first.  A name in two scripts stands in the
    second as a whole, and its Latin words in the first.
    """
    latin: dict[str, None] = {}
    other: dict[str, None] = {}
    for name in names:
        _add_name(name, latin, other)
    for name in readings:
        _add_name(name, latin, other)
        latin[short_vowels(squeeze(name))] = None
    latin.pop("", None)
    return APART.join(latin), APART.join(other)


def _add_name(name: str, latin: dict[str, None], other: dict[str, None]) -> None:
    folded = fold(name)
    if is_latin(folded):
        latin[folded.replace(" ", "")] = None
        return
    squeezed = folded.replace(" ", "")
    other[squeezed] = None
    initials = hangul.initials(squeezed)
    if initials:
        if initials != squeezed:
            other[initials] = None
        spelled = [_spellings(word) for word in folded.split()]
        for system in range(3):
            latin["".join(parts[system] for parts in spelled)] = None
        return
    read = "".join(map(_latin_of, folded.split()))
    if any(map(str.isalpha, read)):
        latin[read] = None


def _latin_of(word: str) -> str:
    """Return what of a folded word without Hangul is Latin: the whole of it, a reading of kana, or parts."""
    return romaji(word) or "".join(_LATIN_RUN.findall(word))


@dataclass(frozen=True)
class Query:
    """What somebody typed, ready to be compared: per word the spellings that count as that word.

    ``signs`` is a text without any letter or digit (“%”, “·”): it is looked for as it stands.
    """

    text: str
    folded: str
    words: tuple[tuple[str, ...], ...]
    signs: str = ""

    def __bool__(self) -> bool:
        return bool(self.words)


@lru_cache(maxsize=256)
def parse_query(text: str) -> Query:
    """Read a query.  Every word has to be found; long and Revised vowels count as their short forms."""
    folded = fold(text)
    words = []
    for word in folded.split():
        spellings = [word]
        if is_latin(word):
            spellings += [plain_vowels(word), short_vowels(word), *other_spellings(word)]
        elif reading := romaji(word):
            spellings += [reading, short_vowels(reading)]
        words.append(tuple(dict.fromkeys(spellings)))
    signs = "" if words else "".join(c for c in text.strip() if not _is_mark(c))
    return Query(text, folded, tuple(words), signs)


@lru_cache(maxsize=1024)
def word_pattern(word: str) -> re.Pattern:
    """Return the pattern of a folded word: a last Hangul syllable or letter may still be being typed."""
    range_ = hangul.begun(word[-1])
    if not range_ or all(c in hangul.INITIALS for c in word):
        return re.compile(re.escape(word))
    last = f"[{range_[0]}-{range_[1]}]"
    if word[-1] in hangul.INITIALS:
        last = f"[{word[-1]}{range_[0]}-{range_[1]}]"
    return re.compile(re.escape(word[:-1]) + last)


def matches(query: Query, latin: str, other: str) -> bool:
    """Whether a site with these search texts answers the query (each word somewhere in its names)."""
    return all(
        any(word_pattern(s).search(latin if is_latin(s) else other) for s in spellings)
        for spellings in query.words
    )


EXACT, START, WORD_START, INSIDE, INITIALS, SPELLED, TYPO, NONE = range(8)
"""Ranks of a hit, best first; TYPO is offered after the others."""


def rank(query: Query, names: Iterable[str]) -> int:
    """Return how well the best of ``names`` answers the query."""
    return min((_rank_one(query, name) for name in names), default=NONE)


def plain_rank(query: Query, name: str) -> int:
    """Return the rank of a name that is known to answer the query: EXACT to SPELLED."""
    folded = fold(name)
    wanted, squeezed = query.folded.replace(" ", ""), folded.replace(" ", "")
    if squeezed.startswith(wanted):
        return EXACT if squeezed == wanted else START
    if f" {query.folded}" in f" {folded}":
        return WORD_START
    if wanted in squeezed:
        return INSIDE
    if wanted and all(c in hangul.INITIALS for c in wanted) and wanted in hangul.initials(folded):
        return INITIALS
    return SPELLED


def text_rank(query: Query, texts: str) -> int:
    """Return the rank that the best of a site's search texts has, all its names and spellings: EXACT, START
    or SPELLED."""
    whole = query.folded.replace(" ", "")
    best = SPELLED
    for wanted in {whole, plain_vowels(whole), short_vowels(whole), *(query.words[0] if query.words else ())}:
        for text in texts.split(APART):
            if wanted and text.startswith(wanted):
                best = min(best, EXACT if text == wanted else START)
    return best


def _rank_one(query: Query, name: str) -> int:
    known = plain_rank(query, name)
    if known != SPELLED:
        return known
    folded = fold(name)
    if query and (matches(query, *search_texts([name])) or _same_sound(query.folded, folded)):
        return SPELLED
    return TYPO if near_word(query.folded, folded) else NONE


def _same_sound(a: str, b: str) -> bool:
    return len(a) >= 4 and is_latin(a) and sound_key(a) in sound_key(b)


def near_word(wanted: str, folded: str) -> bool:
    """Whether ``wanted`` is one typing error away from the name, from one of its words or, for a longer
    text that may be typed on, from how one of them begins."""
    wanted = wanted.replace(" ", "")
    if len(wanted) < (4 if is_latin(wanted) else 2):
        return False
    spellings = {folded.replace(" ", ""), *folded.split(), *_AFTER_NUMBER.findall(folded)}
    if is_latin(wanted):
        spellings.update(_spellings(word)[0] for word in folded.split() if not is_latin(word))
    if any(_near(wanted, spelling) for spelling in spellings):
        return True
    # A key of a Korean keyboard is a letter of a syllable: one letter off is one of these.
    letters = _letters(wanted)
    return letters != wanted and any(_near(letters, _letters(spelling)) for spelling in spellings)


def _letters(text: str) -> str:
    """Return a text with its Hangul syllables taken apart into letters."""
    return unicodedata.normalize("NFD", text)


_AFTER_NUMBER = re.compile(r"(?<=\d)[^\W\d]\S*")
_LONG = 5


def _near(wanted: str, spelling: str) -> bool:
    size = len(wanted)
    if len(spelling) <= size + 1:
        return one_edit(wanted, spelling)
    return size >= _LONG and any(one_edit(wanted, spelling[:end]) for end in (size - 1, size, size + 1))


def one_edit(a: str, b: str) -> bool:
    """Whether two texts are equal or one insertion, deletion, replacement or swap of neighbours apart."""
    if a == b:
        return True
    if abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    resta, restb = a[start:], b[start:]
    if len(a) == len(b):
        swapped = len(resta) > 1 and resta[:2] == restb[1::-1] and resta[2:] == restb[2:]
        return resta[1:] == restb[1:] or swapped
    return resta[1:] == restb if len(a) > len(b) else resta == restb[1:]


def distance(a: str, b: str) -> int:
    """Return the Damerau-Levenshtein distance (optimal string alignment) of two texts."""
    two: list[int] = []
    one = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        row = [i]
        for j, cb in enumerate(b, 1):
            best = min(one[j] + 1, row[j - 1] + 1, one[j - 1] + (ca != cb))
            if i > 1 and j > 1 and ca == b[j - 2] and a[i - 2] == cb:
                best = min(best, two[j - 2] + 1)
            row.append(best)
        two, one = one, row
    return one[-1]


_NUMBERS = re.compile(r"\d+")


def similar(a: str, b: str) -> float:
    """Return how alike two names are, 0 to 1 (1: the same but for spelling); different numbers halve it.

    The better of edit distance over the sound keys and the share of common words (Dice), so that word
    order and one romanization or another do not matter.
    """
    if not fold(a) or not fold(b):
        return 0.0
    keys = sound_key(a), sound_key(b)
    if not all(keys):
        keys = squeeze(a), squeeze(b)
    whole = 1.0 - distance(keys[0], keys[1]) / max(len(keys[0]), len(keys[1]))
    words = [{sound_key(word) or word for word in fold(text).split()} for text in (a, b)]
    dice = 2.0 * len(words[0] & words[1]) / (len(words[0]) + len(words[1]))
    score = max(whole, dice)
    numbers = [set(map(int, _NUMBERS.findall(fold(text)))) for text in (a, b)]
    return score if numbers[0] == numbers[1] else score / 2


def best_similar(a: Sequence[str], b: Sequence[str]) -> float:
    """Return the likeness of two sites by their most alike names."""
    return max((similar(x, y) for x in a for y in b), default=0.0)
