# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Which control points are blunders?  One test for every method, because a blunder belongs to the point.

The sheet is taken as an affine map plus a smooth bend plus picking noise: a thin plate smoothing spline,
read as a Gaussian process (Wahba 1990).  Each point is predicted from all others; how far it lies from that
prediction becomes a tail probability, averaged over how much the sheet may bend and with a weak prior for
the picking noise, so that small sets can be judged too.  The least likely point is set aside and the rest
judged anew; at the end those set aside are judged by the rest.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .transforms import Frame, kernel, monomials

FALSE_SHEETS = 0.05
"""Share of faultless sheets on which some point may be flagged."""
_BEND = np.concatenate([[0.0], np.logspace(-2, 4, 19)])
_PRIOR_FREEDOM, _PRIOR_NOISE = 4.0, 1.0
_FEWEST = 5
FEW = 6
"""Up to so many points only a large blunder stands out."""


@dataclass
class Judged:
    """Tail probability of every point given the others (n) and the flags (n); see ``testable``."""

    probability: np.ndarray
    flagged: np.ndarray
    testable: bool


def judge(source: np.ndarray, target: np.ndarray, pixel: float) -> Judged:
    """Flag blunders among scan (n, 2) and map (n, 2) coordinates; ``pixel`` is a scan pixel in map units.

    Fewer than five points cannot be judged (``testable`` is False then).
    """
    n = len(source)
    probability = np.full(n, np.nan)
    if n < _FEWEST:
        return Judged(probability, np.zeros(n, bool), False)
    u = Frame.of(source).inward(source)
    y = (target - target.mean(axis=0)) / pixel
    active = np.ones(n, bool)
    limit = FALSE_SHEETS / n
    for _ in range(n // 3 + 1):
        values = _tails(u[active], y[active])
        probability[active] = values
        worst = int(np.argmin(values))
        if values[worst] > limit or active.sum() < _FEWEST:
            break
        active[np.flatnonzero(active)[worst]] = False
    for i in np.flatnonzero(~active):
        among = active.copy()
        among[i] = True
        probability[i] = _tails(u[among], y[among])[np.flatnonzero(among) == i][0]
    return Judged(probability, ~active & (probability <= limit), True)


def _tails(u: np.ndarray, y: np.ndarray) -> np.ndarray:
    """P(a point lies as far from its prediction by the others, or farther), for every point (n).

    All leave-one-out quantities follow from one decomposition of the whole set: with the precision Q of the
    contrasts the error is (Qy)ᵢ / Qᵢᵢ and its variance 1 / Qᵢᵢ, and sum of squares and determinant of the
    others are those of all without the point's share.
    """
    q, _ = np.linalg.qr(monomials(u, 1), mode="complete")
    rest = q[:, 3:]
    values, vectors = np.linalg.eigh(rest.T @ kernel(u, u) @ rest)
    values = np.maximum(values, 0.0) / max(float(np.mean(values)), 1e-12)
    basis = rest @ vectors
    variances = 1.0 + _BEND[:, None] * values  # (bends, contrasts), in units of the noise variance
    contrasts = basis.T @ y
    q_ii = np.maximum((1.0 / variances) @ (basis**2).T, 1e-12)  # (bends, n)
    error = np.einsum("nk,bk,kc->bnc", basis, 1.0 / variances, contrasts) / q_ii[:, :, None]
    own = np.sum(error**2, axis=2) * q_ii
    total = np.sum(np.sum(contrasts**2, axis=1) / variances, axis=1)
    others = np.maximum(total[:, None] - own, 0.0) + _PRIOR_FREEDOM * _PRIOR_NOISE**2
    freedom = _PRIOR_FREEDOM + 2 * (basis.shape[1] - 1)
    log_det = np.sum(np.log(variances), axis=1)[:, None] + np.log(q_ii)
    weight = -log_det - freedom / 2 * np.log(others)
    weight = np.exp(weight - weight.max(axis=0))
    tail = (1.0 + own / others) ** (-freedom / 2)
    return np.sum(weight * tail, axis=0) / np.sum(weight, axis=0)
