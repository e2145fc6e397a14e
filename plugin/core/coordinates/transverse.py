# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Transverse Mercator (UTM) and polar stereographic (UPS) on any ellipsoid, for single points.

The series are those of Krüger (1912) to sixth order in the third flattening as given by
C. F. F. Karney, "Transverse Mercator with an accuracy of a few nanometers", J. Geodesy 85 (2011),
eqs. 7-9, 19-21, 35-36: a few nanometres within 3,900 km of the central meridian.  Written out here
because grid references must be readable where no PROJ database can be found.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

UTM_SCALE = 0.9996
UPS_SCALE = 0.994
UPS_FALSE = 2_000_000.0


def _alpha(n: float) -> tuple[float, ...]:
    return (
        n * (1 / 2 + n * (-2 / 3 + n * (5 / 16 + n * (41 / 180 + n * (-127 / 288 + n * 7891 / 37800))))),
        n**2 * (13 / 48 + n * (-3 / 5 + n * (557 / 1440 + n * (281 / 630 - n * 1983433 / 1935360)))),
        n**3 * (61 / 240 + n * (-103 / 140 + n * (15061 / 26880 + n * 167603 / 181440))),
        n**4 * (49561 / 161280 + n * (-179 / 168 + n * 6601661 / 7257600)),
        n**5 * (34729 / 80640 - n * 3418889 / 1995840),
        n**6 * 212378941 / 319334400,
    )


def _beta(n: float) -> tuple[float, ...]:
    return (
        n * (1 / 2 + n * (-2 / 3 + n * (37 / 96 + n * (-1 / 360 + n * (-81 / 512 + n * 96199 / 604800))))),
        n**2 * (1 / 48 + n * (1 / 15 + n * (-437 / 1440 + n * (46 / 105 - n * 1118711 / 3870720)))),
        n**3 * (17 / 480 + n * (-37 / 840 + n * (-209 / 4480 + n * 5569 / 90720))),
        n**4 * (4397 / 161280 + n * (-11 / 504 - n * 830251 / 7257600)),
        n**5 * (4583 / 161280 - n * 108847 / 3991680),
        n**6 * 20648693 / 638668800,
    )


@dataclass(frozen=True)
class Ellipsoid:
    """An ellipsoid of revolution: ``a`` in metres, ``f`` the flattening; the rest is derived."""

    name: str
    a: float
    f: float
    e: float = field(init=False)
    e2: float = field(init=False)
    radius: float = field(init=False)
    alpha: tuple[float, ...] = field(init=False, repr=False)
    beta: tuple[float, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        n = self.f / (2 - self.f)
        derived = {
            "e2": self.f * (2 - self.f),
            "e": math.sqrt(self.f * (2 - self.f)),
            "radius": self.a / (1 + n) * (1 + n**2 / 4 + n**4 / 64 + n**6 / 256),
            "alpha": _alpha(n),
            "beta": _beta(n),
        }
        for key, value in derived.items():
            object.__setattr__(self, key, value)


WGS84 = Ellipsoid("WGS 84", 6378137.0, 1 / 298.257223563)
BESSEL = Ellipsoid("Bessel 1841", 6377397.155, 1 / 299.1528128)


def _conformal_tan(tau: float, ell: Ellipsoid) -> float:
    sigma = math.sinh(ell.e * math.atanh(ell.e * tau / math.hypot(1.0, tau)))
    return tau * math.hypot(1.0, sigma) - sigma * math.hypot(1.0, tau)


def _geographic_tan(taup: float, ell: Ellipsoid) -> float:
    tau = taup / (1 - ell.e2)
    if abs(tau) > 1e8:  # at a pole the correction factor is exp(e·atanh e), and Newton has nothing to do
        return taup * math.exp(ell.e * math.atanh(ell.e))
    for _ in range(6):
        guess = _conformal_tan(tau, ell)
        step = (taup - guess) / math.hypot(1.0, guess)
        step *= (1 + (1 - ell.e2) * tau * tau) / ((1 - ell.e2) * math.hypot(1.0, tau))
        tau += step
        if abs(step) < 1e-14 * max(1.0, abs(tau)):
            break
    return tau


def forward_tm(lon: float, lat: float, lon0: float, ell: Ellipsoid = WGS84) -> tuple[float, float]:
    """Unscaled transverse Mercator: degrees to metres east of ``lon0`` and north of the equator."""
    lam = math.radians(math.remainder(lon - lon0, 360.0))
    taup = _conformal_tan(math.tan(math.radians(lat)), ell)
    xi = math.atan2(taup, math.cos(lam))
    eta = math.asinh(math.sin(lam) / math.hypot(taup, math.cos(lam)))
    x, y = eta, xi
    for j, a in enumerate(ell.alpha, 1):
        y += a * math.sin(2 * j * xi) * math.cosh(2 * j * eta)
        x += a * math.cos(2 * j * xi) * math.sinh(2 * j * eta)
    return ell.radius * x, ell.radius * y


def inverse_tm(x: float, y: float, lon0: float, ell: Ellipsoid = WGS84) -> tuple[float, float]:
    """Inverse of :func:`forward_tm`: metres to (lon, lat) in degrees."""
    xi, eta = y / ell.radius, x / ell.radius
    xip, etap = xi, eta
    for j, b in enumerate(ell.beta, 1):
        xip -= b * math.sin(2 * j * xi) * math.cosh(2 * j * eta)
        etap -= b * math.cos(2 * j * xi) * math.sinh(2 * j * eta)
    s, c = math.sinh(etap), math.cos(xip)
    r = math.hypot(s, c)
    tau = math.copysign(math.inf, xip) if r == 0 else _geographic_tan(math.sin(xip) / r, ell)
    lon = lon0 + math.degrees(math.atan2(s, c))
    return math.remainder(lon, 360.0), math.degrees(math.atan(tau))


def central_meridian(zone: int) -> float:
    """Central meridian of a UTM zone 1-60 in degrees."""
    return 6.0 * zone - 183.0


def utm_zone(lon: float, lat: float) -> int:
    """Standard UTM zone with the exceptions of south-west Norway (32V) and Svalbard (31X-37X)."""
    lon = (lon + 180.0) % 360.0 - 180.0
    zone = min(int(math.floor((lon + 180.0) / 6.0)) + 1, 60)
    if 56 <= lat < 64 and 3 <= lon < 12:
        return 32
    if 72 <= lat < 84 and 0 <= lon < 42:
        return 31 if lon < 9 else 33 if lon < 21 else 35 if lon < 33 else 37
    return zone


def forward_utm(
    lon: float, lat: float, zone: int, south: bool = False, ell: Ellipsoid = WGS84
) -> tuple[float, float]:
    """UTM easting and northing in metres in ``zone``; ``south`` adds the false northing of 10,000 km."""
    x, y = forward_tm(lon, lat, central_meridian(zone), ell)
    return 500_000.0 + UTM_SCALE * x, UTM_SCALE * y + (10_000_000.0 if south else 0.0)


def inverse_utm(
    easting: float, northing: float, zone: int, south: bool = False, ell: Ellipsoid = WGS84
) -> tuple[float, float]:
    """UTM metres to (lon, lat) in degrees."""
    y = northing - (10_000_000.0 if south else 0.0)
    return inverse_tm((easting - 500_000.0) / UTM_SCALE, y / UTM_SCALE, central_meridian(zone), ell)


def forward_ups(lon: float, lat: float, ell: Ellipsoid = WGS84) -> tuple[float, float]:
    """UPS easting and northing in metres (north zone where ``lat`` > 0)."""
    sign = 1.0 if lat > 0 else -1.0
    if abs(lat) == 90:
        rho = 0.0
    else:
        taup = _conformal_tan(math.tan(math.radians(abs(lat))), ell)
        rho = _ups_scale(ell) / (math.hypot(1.0, taup) + taup)
    # the letters change on the meridians 0 and 180, where sin(pi) must be no negative crumb
    lam = math.radians(180.0 if lon == -180.0 else lon)
    return UPS_FALSE + rho * math.sin(lam), UPS_FALSE - sign * rho * math.cos(lam)


def inverse_ups(easting: float, northing: float, north: bool, ell: Ellipsoid = WGS84) -> tuple[float, float]:
    """UPS metres to (lon, lat) in degrees."""
    sign = 1.0 if north else -1.0
    x, y = easting - UPS_FALSE, -sign * (northing - UPS_FALSE)
    rho = math.hypot(x, y)
    if rho == 0:
        return 0.0, sign * 90.0
    t = rho / _ups_scale(ell)
    tau = _geographic_tan((1 / t - t) / 2, ell)
    return math.degrees(math.atan2(x, y)), sign * math.degrees(math.atan(tau))


def _ups_scale(ell: Ellipsoid) -> float:
    # Snyder (1987) eq. 21-33: rho = 2 a k0 t / sqrt((1+e)^(1+e) (1-e)^(1-e)), with t = e^-psi
    e = ell.e
    return 2 * ell.a * UPS_SCALE / math.sqrt((1 + e) ** (1 + e) * (1 - e) ** (1 - e))
