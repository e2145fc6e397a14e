# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Hangul to Latin letters: McCune-Reischauer (1939), Revised (2000) and the usage of the DPRK.

Sound changes between syllables are those that the systems write: liaison, nasalisation, ㄴ and ㄹ, ㅎ before
stops, palatalisation.  Tension (which none writes) and ㄴ insertion (which needs a dictionary) are left out.
DPRK usage here is McCune-Reischauer without its marks, with ㄹ kept as spelled (Ranam, Sinryong), as maps
and papers of the country and the article print it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from . import hangul

_FINAL_CLASS = {
    **dict.fromkeys("ㄱㄲㅋㄳㄺ", "k"),
    **dict.fromkeys("ㄷㅅㅆㅈㅊㅌㅎ", "t"),
    **dict.fromkeys("ㅂㅍㅄㄿ", "p"),
    **dict.fromkeys("ㄴㄵㄶ", "n"),
    **dict.fromkeys("ㄹㄼㄽㄾㅀ", "l"),
    **dict.fromkeys("ㅁㄻ", "m"),
    "ㅇ": "ng",
    "": "",
}
_SPLIT = {
    "ㄳ": ("ㄱ", "ㅅ"), "ㄵ": ("ㄴ", "ㅈ"), "ㄶ": ("ㄴ", "ㅇ"), "ㄺ": ("ㄹ", "ㄱ"), "ㄻ": ("ㄹ", "ㅁ"),
    "ㄼ": ("ㄹ", "ㅂ"), "ㄽ": ("ㄹ", "ㅅ"), "ㄾ": ("ㄹ", "ㅌ"), "ㄿ": ("ㄹ", "ㅍ"), "ㅀ": ("", "ㄹ"),
    "ㅄ": ("ㅂ", "ㅅ"), "ㅎ": ("", "ㅇ"),
}  # fmt: skip
_ASPIRATED = {"ㄱ": "ㅋ", "ㄷ": "ㅌ", "ㅈ": "ㅊ"}
_AFTER_H = {"ㅎ": "", "ㄶ": "ㄴ", "ㅀ": "ㄹ"}
_NASAL = {"k": "ng", "t": "n", "p": "m"}

_RR_INITIAL = dict(
    zip(
        hangul.INITIALS,
        ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "_", "j", "jj", "ch", "k", "t", "p", "h"],
    )
)
_RR_VOWEL = [
    "a",
    "ae",
    "ya",
    "yae",
    "eo",
    "e",
    "yeo",
    "ye",
    "o",
    "wa",
    "wae",
    "oe",
    "yo",
    "u",
    "wo",
    "we",
    "wi",
    "yu",
    "eu",
    "ui",
    "i",
]
_MR_INITIAL = dict(
    zip(
        hangul.INITIALS,
        [
            "k",
            "kk",
            "n",
            "t",
            "tt",
            "r",
            "m",
            "p",
            "pp",
            "s",
            "ss",
            "_",
            "ch",
            "tch",
            "ch'",
            "k'",
            "t'",
            "p'",
            "h",
        ],
    )
)
_MR_VOICED = {"ㄱ": "g", "ㄷ": "d", "ㅂ": "b", "ㅈ": "j"}
_MR_AFTER_L = {"ㄱ": "g", "ㅂ": "b"}
_MR_VOWEL = [
    "a",
    "ae",
    "ya",
    "yae",
    "ŏ",
    "e",
    "yŏ",
    "ye",
    "o",
    "wa",
    "wae",
    "oe",
    "yo",
    "u",
    "wŏ",
    "we",
    "wi",
    "yu",
    "ŭ",
    "ŭi",
    "i",
]


class _Sound(NamedTuple):
    """One syllable as spoken: initial letter (ㅇ for none), vowel index, class of the final."""

    initial: str
    vowel: int
    final: str


def _sounds(word: str, keep_r: bool) -> list[_Sound]:
    letters: list[list] = [list(_letters(char)) for char in word]
    for here, after in zip(letters, letters[1:]):
        _link(here, after)
    finals = [_FINAL_CLASS[final] for _, _, final in letters]
    for i in range(len(letters) - 1):
        finals[i], letters[i + 1][0] = _assimilate(finals[i], letters[i + 1][0], keep_r)
    return [_Sound(item[0], item[1], final) for item, final in zip(letters, finals)]


def _letters(char: str) -> tuple[str, int, str]:
    initial, vowel, final = hangul.split(char)
    return hangul.INITIALS[initial], vowel, hangul.FINALS[final]


def _link(here: list, after: list) -> None:
    """Move a final over to a following vowel; let ㅎ breathe into a following stop."""
    final, initial = here[2], after[0]
    if final in _AFTER_H and initial in _ASPIRATED:
        here[2], after[0] = _AFTER_H[final], _ASPIRATED[initial]
    elif initial == "ㅇ" and final not in ("", "ㅇ"):
        stays, moves = _SPLIT.get(final, ("", final))
        if after[1] == 20 and moves in ("ㄷ", "ㅌ"):
            moves = "ㅈ" if moves == "ㄷ" else "ㅊ"
        here[2], after[0] = stays, moves if moves != "ㅇ" else (stays or "ㅇ")
        if moves == "ㅇ" and stays:
            here[2] = ""


def _assimilate(final: str, initial: str, keep_r: bool) -> tuple[str, str]:
    if final in _NASAL and initial in "ㄴㅁ":
        return _NASAL[final], initial
    if keep_r:
        return final, initial
    if initial == "ㄹ" and final in ("k", "t", "p", "m", "ng"):
        return _NASAL.get(final, final), "ㄴ"
    if (final == "n" and initial == "ㄹ") or (final == "l" and initial == "ㄴ"):
        return "l", "ㄹ"
    return final, initial


def _revised(sounds: list[_Sound]) -> str:
    parts: list[str] = []
    before = ""
    for sound in sounds:
        onset = _RR_INITIAL[sound.initial].strip("_")
        parts.append("l" if onset == "r" and before == "l" else onset)
        parts += [_RR_VOWEL[sound.vowel], sound.final]
        before = sound.final
    return "".join(parts)


def _mccune_onset(sound: _Sound, before: str, first: bool) -> str:
    if first or before in ("k", "t", "p"):
        onset = _MR_INITIAL[sound.initial].strip("_")
    elif before == "l":
        onset = _MR_AFTER_L.get(sound.initial, _MR_INITIAL[sound.initial].strip("_"))
        onset = "l" if onset == "r" else onset
    else:
        onset = _MR_VOICED.get(sound.initial, _MR_INITIAL[sound.initial].strip("_"))
        if before == "n" and onset == "g":
            onset = "'g"  # n'g is not ng
    return "shw" if onset == "s" and _MR_VOWEL[sound.vowel] == "wi" else onset


def _mccune(sounds: list[_Sound]) -> str:
    parts: list[str] = []
    before = ""
    for place, sound in enumerate(sounds):
        onset = _mccune_onset(sound, before, place == 0)
        if before == "l" and onset == "h":
            parts[-1] = "r"
        vowel = _MR_VOWEL[sound.vowel]
        parts += [onset, vowel[1:] if onset == "shw" else vowel, sound.final]
        before = sound.final
    return "".join(parts)


_BARE = str.maketrans({"ŏ": "o", "ŭ": "u", "'": None})


@lru_cache(maxsize=65536)
def _word(word: str, system: str) -> str:
    if system == "rr":
        return _revised(_sounds(word, keep_r=False))
    if system == "mr":
        return _mccune(_sounds(word, keep_r=False))
    return _mccune(_sounds(word, keep_r=True)).translate(_BARE)


def romanize(text: str, system: str, capital: bool = True) -> str:
    """Return ``text`` with its Hangul in Latin letters; ``system`` is "mr", "rr" or "dprk".

    Words are runs of composed syllables (NFC); everything else is kept as it stands.
    """
    parts: list[str] = []
    run = ""
    for char in text + "\0":
        if hangul.is_syllable(char):
            run += char
            continue
        if run:
            word = _word(run, system)
            parts.append(word[:1].upper() + word[1:] if capital else word)
            run = ""
        parts.append(char)
    return "".join(parts)[:-1]
