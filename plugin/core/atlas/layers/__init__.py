# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The tables of an atlas as QGIS layers: roles, symbols, labels, forms, time."""
