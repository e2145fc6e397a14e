# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Hangul syllables and their letters (Unicode Standard, section 3.12)."""

from __future__ import annotations

from typing import Optional

FIRST, LAST = 0xAC00, 0xD7A3
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_COUNT_FINAL = 28
_COUNT_INITIAL = 21 * _COUNT_FINAL

# conjoining initials U+1100.. left alone by NFC are shown and searched as the letters of a keyboard
LONE_INITIALS = {0x1100 + i: letter for i, letter in enumerate(INITIALS)}
LONE_VOWELS = {0x1161 + i: letter for i, letter in enumerate(VOWELS)}
LONE_FINALS = {0x11A7 + i: letter for i, letter in enumerate(FINALS) if letter}
LONE_LETTERS = {**LONE_INITIALS, **LONE_VOWELS, **LONE_FINALS}


def is_syllable(char: str) -> bool:
    """Whether ``char`` is one of the 11,172 composed syllables."""
    return FIRST <= ord(char) <= LAST


def split(char: str) -> tuple[int, int, int]:
    """Return the indexes of initial, vowel and final (0 = none) of a composed syllable."""
    index = ord(char) - FIRST
    return index // _COUNT_INITIAL, index % _COUNT_INITIAL // _COUNT_FINAL, index % _COUNT_FINAL


def join(initial: int, vowel: int, final: int = 0) -> str:
    """Return the syllable of three indexes."""
    return chr(FIRST + initial * _COUNT_INITIAL + vowel * _COUNT_FINAL + final)


def initials(text: str) -> str:
    """Return the initial consonants of the syllables in ``text`` (함흥 → ㅎㅎ), other characters dropped."""
    return "".join(INITIALS[(ord(c) - FIRST) // _COUNT_INITIAL] for c in text if FIRST <= ord(c) <= LAST)


def begun(char: str) -> Optional[tuple[str, str]]:
    """Return first and last syllable that somebody may be typing who has typed ``char`` so far.

    ㅎ stands for 하 to 힣, 하 for 하 to 핳; None for a finished syllable or another character.
    """
    if char in INITIALS:
        index = INITIALS.index(char)
        return join(index, 0), join(index, 20, 27)
    if is_syllable(char) and split(char)[2] == 0:
        return char, chr(ord(char) + _COUNT_FINAL - 1)
    return None
