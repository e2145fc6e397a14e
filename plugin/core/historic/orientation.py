# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Street orientation, then and now: length-weighted bearings and how ordered they are (Boeing 2019)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Sequence

import numpy as np


@dataclass(frozen=True)
class Rose:
    """Shares by bearing: ``shares`` (bins) sum to one, ``centres`` in degrees clockwise from north.

    ``entropy`` is Shannon's in nats, ``order`` Boeing's φ: 1 for a perfect grid, 0 for no direction at all.
    """

    centres: np.ndarray
    shares: np.ndarray
    entropy: float
    order: float
    length_m: float


def rose(lines: Sequence[np.ndarray], bins: int = 36) -> Rose:
    """The rose of lines (k, 2) in metres; every segment counts in both directions with its length.

    Bins are centred on the cardinal directions, so that a street that wavers about north stays in one.
    """
    steps = [np.diff(np.asarray(line, float)[:, :2], axis=0) for line in lines if len(line) > 1]
    step = np.concatenate(steps) if steps else np.zeros((0, 2))
    length = np.hypot(step[:, 0], step[:, 1])
    bearing = np.degrees(np.arctan2(step[:, 0], step[:, 1]))
    both = np.concatenate([bearing, bearing + 180]) % 360
    width = 360 / bins
    index = np.floor((both + width / 2) / width).astype(int) % bins
    sums = np.bincount(index, np.concatenate([length, length]), minlength=bins)
    total = float(sums.sum())
    shares = sums / total if total > 0 else sums
    seen = shares[shares > 0]
    entropy = float(-np.sum(seen * np.log(seen)))
    grid, most = math.log(4), math.log(bins)
    order = 1 - ((entropy - grid) / (most - grid)) ** 2 if total > 0 else 0.0
    return Rose(np.arange(bins) * width, shares, entropy, order, total / 2)
